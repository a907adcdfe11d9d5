"""Which verdicts count: a person's newest on a claim, the newest that was given to decide it; who a person is."""

from collections.abc import Iterable
from datetime import UTC, datetime

from claimcheck.records import Verdict

__all__ = ["counted_verdicts", "person_of"]


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
