"""``adjudicate``: the disagreements, with the blind answers side by side, put to somebody whose answer decides.

A claim is asked about while its answers differ, or an annotator found fault with it, and once it was decided only when
its answers change: then in a further project, so that what was decided before stays as it was seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.agree import counted_verdicts, person_of
from claimcheck.flows.projects import forget_lost_projects, take_away, title_for
from claimcheck.flows.push import PushReport, push_claims
from claimcheck.flows.sharing import check_annotators
from claimcheck.labelstudio import LANGUAGES, answers_digest, in_blind_order
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Verdict
from claimcheck.scheme import Scheme
from claimcheck.store import ProjectRole, Question

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["AdjudicationReport", "Disagreement", "adjudicate", "find_disagreements"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim whose answers differ or find fault with it; ``answers`` in the order they are shown."""

    claim_id: str
    answers: tuple[Verdict, ...]
    labels: int
    problems: int

    @property
    def digest(self) -> str:
        """Of what the answers say and who gave them."""
        return answers_digest(self.answers)


@dataclass(frozen=True, slots=True)
class AdjudicationReport:
    """What an ``adjudicate`` did, or would do.

    ``pushed`` has a report for each project that something is asked in. ``decided`` counts disagreements that were
    decided on the answers as they are; ``own`` those left out because the adjudicator is one of those who answered;
    ``taken_away`` open questions that nobody disagrees about any more.
    """

    disagreements: tuple[Disagreement, ...]
    pushed: tuple[PushReport, ...]
    decided: int
    own: int
    taken_away: int


def find_disagreements(store: "Store", scheme: Scheme, *, samples: bool = False) -> list[Disagreement]:
    """The claims to decide on, in claim order: two labels or more among what counts, or a problem somebody reported.

    Each person's newest verdict counts, on the wording judged last, with a label the scheme offers; a sample beside a
    real one does not. Answers of former adjudications are none of these.
    """
    given = [each for each in store.verdicts(samples=samples) if not each.adjudicated]
    real = {each.claim_id for each in given if not each.sample and not each.skipped}
    offered = [
        each
        for each in given
        if (each.label is None or scheme.choice(each.label)) and not (each.sample and each.claim_id in real)
    ]
    by_claim: dict[str, list[Verdict]] = {}
    for each in counted_verdicts(offered):
        by_claim.setdefault(each.claim_id, []).append(each)
    key = store.pseudonym_key()
    found = []
    for claim_id, verdicts in sorted(by_claim.items()):
        latest = max(verdicts, key=lambda each: each.decided_at).wording
        answers = [each for each in verdicts if _words(each.wording) == _words(latest)]
        labels = len({each.label for each in answers})
        problems = sum(each.problem is not None for each in answers)
        if labels > 1 or problems:
            found.append(Disagreement(claim_id, tuple(in_blind_order(answers, seed=key)), labels, problems))
    return found


def adjudicate(
    store: "Store",
    client: "StudioClient",
    *,
    scheme: Scheme,
    title: str,
    by: str | None = None,
    studio: str = "default",
    languages: tuple[str, ...] = LANGUAGES,
    samples: bool = False,
    dry_run: bool = False,
    force: bool = False,
    say: Say = silent,
    progress: Progress = unseen,
) -> AdjudicationReport:
    """Make or refresh the tasks of the disagreements; again and again, it asks each of them once.

    With ``by``, an e-mail address, the project is theirs, and what they judged themselves is left out. Pull first:
    decisions not brought back are not known here.

    Raises:
        AnnotatorInvalid: ``by`` is no address.
        StudioError: as ``push_claims``.
    """
    (name,) = check_annotators([by]) if by else (None,)
    disagreements = find_disagreements(store, scheme, samples=samples)
    others = [each for each in disagreements if name not in {person_of(one).lower() for one in each.answers}]
    questions = [each for each in store.questions() if each.server == client.server]
    decisions = {
        (each.project_id, each.claim_id)
        for each in store.verdicts()
        if each.adjudicated and not each.skipped and each.server == client.server
    }
    lost = set() if dry_run else set(forget_lost_projects(store, client, annotator=name))
    asked_before: dict[str, list[Question]] = {}
    for one in questions:
        if one.project_id not in lost:
            asked_before.setdefault(one.claim_id, []).append(one)
    places = {each.claim_id: _place(each, asked_before.get(each.claim_id, []), decisions) for each in others}
    asked = {each.claim_id: each for each in others if places[each.claim_id] is not None}
    standing = {each.claim.id for each in store.claims(ids=list(asked))}
    titles = {row.project_id: row.title for row in store.projects() if row.server == client.server}
    by_title: dict[str, list[Disagreement]] = {}
    for claim_id, each in asked.items():
        place = places[claim_id]
        if place is not None and claim_id in standing:
            known = titles.get(place.project_id) if place.project_id else None
            by_title.setdefault(known or _title(title, name, place.round), []).append(each)
    reports = []
    for project, some in sorted(by_title.items()):
        claims = store.claims(ids=[each.claim_id for each in some])
        report = push_claims(
            store,
            client,
            claims,
            scheme=scheme,
            title=project,
            languages=languages,
            answers={each.claim_id: each.answers for each in some},
            dry_run=dry_run,
            force=force,
            orphans=False,
            say=say,
            progress=progress,
        )
        reports.append(report)
        if report.project_id is not None and not dry_run:
            store.put_role(ProjectRole(client.server, report.project_id, "adjudication", name, studio))
            shown = [each for each in some if each.claim_id not in report.conflicts]
            store.put_questions(
                [Question(client.server, report.project_id, each.claim_id, each.digest) for each in shown]
            )
    gone = 0 if dry_run else _take_back(store, client, {each.claim_id for each in disagreements}, decisions)
    return AdjudicationReport(
        disagreements=tuple(others),
        pushed=tuple(reports),
        decided=len(others) - len(asked),
        own=len(disagreements) - len(others),
        taken_away=gone,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a disagreement is asked about: in the project it is open in, else in that of a round."""

    project_id: int | None
    round: int


def _place(each: Disagreement, questions: Sequence[Question], decisions: set[tuple[int, str]]) -> _Place | None:
    """None where it was decided on the answers as they are; ``questions`` are those ever put about the claim."""
    decided = [one for one in questions if (one.project_id, one.claim_id) in decisions]
    if any(one.answers == each.digest for one in decided):
        return None
    still = [one.project_id for one in questions if one not in decided]
    return _Place(still[-1] if still else None, 1 + len(decided))


def _title(title: str, name: str | None, number: int) -> str:
    return title_for(title, f"adjudication{f' {number}' if number > 1 else ''}{f' · {name}' if name else ''}")


def _take_back(store: "Store", client: "StudioClient", wanted: set[str], decisions: set[tuple[int, str]]) -> int:
    """Take away the questions nobody disagrees about any more, where they were not answered."""
    roles = {each.project_id for each in store.roles(server=client.server) if each.purpose == "adjudication"}
    idle: dict[int, list[str]] = {}
    for each in store.questions():
        over = each.claim_id not in wanted and (each.project_id, each.claim_id) not in decisions
        if each.server == client.server and each.project_id in roles and over:
            idle.setdefault(each.project_id, []).append(each.claim_id)
    return sum(take_away(store, client, project_id, ids) for project_id, ids in idle.items())


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
