"""Which verdicts count: a person's newest on a claim, the newest that was given to decide it; who a person is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from claimcheck.records import Verdict

__all__ = ["by_claim", "counted_verdicts", "judged_in_sight", "person_of"]


def person_of(verdict: Verdict) -> str:
    """Who judged, the same text for the same person: an e-mail address holds everywhere, another name on its server."""
    return verdict.annotator if "@" in verdict.annotator else f"{verdict.server}#{verdict.annotator}"


def _utc(moment: datetime) -> datetime:
    """The moment with a zone; one without is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _age(verdict: Verdict) -> tuple[datetime, datetime, int]:
    return _utc(verdict.updated_at), _utc(verdict.decided_at), verdict.annotation_id


def counted_verdicts(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that count, by claim and annotator: each person's newest on each claim, skips left out.

    A skip says nothing, so it does not take back what the same person said in another annotation. Of adjudicated
    answers the newest on a claim counts, whoever gave it: it was given knowing more; beside it the blind answers
    count as ever, also the adjudicator's own.
    """
    newest: dict[tuple[str, bool, str], Verdict] = {}
    for verdict in sorted(verdicts, key=_age):
        if not verdict.skipped:
            who = "" if verdict.adjudicated else person_of(verdict)
            newest[verdict.claim_id, verdict.adjudicated, who] = verdict
    return [newest[key] for key in sorted(newest)]


def by_claim(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """The verdicts on each claim, in their order; claims in that of their first."""
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.claim_id, []).append(verdict)
    return found


def judged_in_sight(verdicts: Iterable[Verdict]) -> int:
    """How many claims several annotators judged in one project, where each can see the others' answers."""
    people: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for each in verdicts:
        if not each.adjudicated:
            people[each.claim_id, each.server, each.project_id].add(person_of(each))
    return len({claim_id for (claim_id, *_), several in people.items() if len(several) > 1})
