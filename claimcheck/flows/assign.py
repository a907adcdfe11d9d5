"""``assign``: claims shared out to annotators, each with a project of their own, so that they judge blind.

The Community edition cannot forbid anybody to open another project: blind is by arrangement, and is strict only where
each annotator has a Label Studio of their own. What is given out is kept in the workspace first, then pushed: an
interrupted run goes on where it stopped.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimcheck.errors import NothingAssigned, StudiosMismatch
from claimcheck.flows.projects import forget_lost_projects, project_title, take_away
from claimcheck.flows.push import PushReport, choose_claims, push_claims
from claimcheck.flows.sharing import check_annotators, hand_on, share_out
from claimcheck.labelstudio import LANGUAGES, invite_link, sign_up
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Verdict
from claimcheck.scheme import Scheme
from claimcheck.store import Assignment, ProjectRole

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store, StoredClaim

__all__ = [
    "AssignReport",
    "Share",
    "claims_to_assign",
    "match_studios",
    "plan_assignment",
    "plan_reassignment",
    "push_assignments",
]

Connect = Callable[[str], "StudioClient"]
"""The client of a local studio by name, or of the one Label Studio a desk uses."""


@dataclass(frozen=True, slots=True)
class Share:
    """One annotator's part after an ``assign``: their project and what was done in it.

    ``taken_away`` counts tasks that went to somebody else. ``invitation`` is where they sign up, None where they have
    an account.
    """

    annotator: str
    assigned: int
    report: PushReport
    taken_away: int
    invitation: str | None


@dataclass(frozen=True, slots=True)
class AssignReport:
    """Everybody's part, by address."""

    shares: tuple[Share, ...]


def claims_to_assign(
    store: "Store",
    *,
    ids: Sequence[str] | None = None,
    article: str | None = None,
    top: int | None = None,
    min_score: float | None = None,
) -> "list[StoredClaim]":
    """What ``push`` would take, and, where nothing is chosen, what is assigned already: it may want more annotators.

    Raises:
        NotFound, ClaimNotActive: as ``choose_claims``.
    """
    chosen = choose_claims(store, ids=ids, article=article, top=top, min_score=min_score)
    if ids or article is not None or top is not None or min_score is not None:
        return chosen
    have = {each.claim.id for each in chosen}
    assigned = {each.claim_id for each in store.assignments()} - have
    return chosen + (store.claims(ids=assigned) if assigned else [])


def plan_assignment(
    store: "Store",
    claims: "Sequence[StoredClaim]",
    annotators: Sequence[str],
    *,
    overlap: int,
    seed: int,
    control: float | None = None,
) -> list[Assignment]:
    """Who would be given what in addition to what they have; nothing is written.

    Raises:
        AnnotatorInvalid, OverlapImpossible, SharingInvalid: as ``flows.sharing``.
    """
    names = check_annotators(annotators)
    ids = [each.claim.id for each in claims]
    return share_out(
        ids,
        names,
        overlap=overlap,
        seed=seed,
        at=datetime.now(UTC),
        control=control,
        before=store.assignments(moved=True),
        judged=_judged(store.verdicts(claim_ids=ids)),
    )


def plan_reassignment(
    store: "Store", connect: Connect, leaving: str, to: Sequence[str], *, seed: int
) -> tuple[list[tuple[Assignment, Assignment]], list[Assignment]]:
    """Who would take over what of somebody's that they have not answered; and what none of these can take.

    Asks their projects what is answered there; a skip is an answer, a draft is none. Of a task that is gone there, what
    was pulled before says it.

    Raises:
        NothingAssigned: they have nothing.
    """
    (name,) = check_annotators([leaving])
    names = check_annotators(to)
    mine = store.assignments(annotator=name)
    if not mine:
        raise NothingAssigned(name)
    answered = _answered(store, connect, name)
    open_ = [each for each in mine if each.claim_id not in answered]
    verdicts = store.verdicts(claim_ids=[each.claim_id for each in open_])
    before = store.assignments(moved=True)
    return hand_on(open_, names, seed=seed, at=datetime.now(UTC), before=before, judged=_judged(verdicts))


def push_assignments(
    store: "Store",
    connect: Connect,
    *,
    scheme: Scheme,
    title: str,
    studios: Mapping[str, str],
    languages: tuple[str, ...] = LANGUAGES,
    on_account: Callable[[str, str], None] | None = None,
    force: bool = False,
    say: Say = silent,
    progress: Progress = unseen,
) -> AssignReport:
    """Bring everybody's project to what is assigned to them: make what is missing, refresh, take away what moved.

    ``studios`` says by annotator which local studio; who is not named has the one of ``""``. With ``on_account`` those
    without an account get one: it is called with the address and the password, which are kept nowhere else.

    Raises:
        NothingAssigned: nothing is assigned to anybody.
        StudioError: as ``push_claims``.
    """
    everything = store.assignments(moved=True)
    if not everything:
        raise NothingAssigned(None)
    shares = []
    for name in sorted({each.annotator for each in everything}):
        studio = _studio(store, name, studios)
        client = connect(studio)
        mine = [each for each in everything if each.annotator == name]
        shares.append(
            _push_share(
                store,
                client,
                name,
                mine,
                studio=studio,
                scheme=scheme,
                title=title,
                languages=languages,
                on_account=on_account,
                force=force,
                say=say,
                progress=progress,
            )
        )
    return AssignReport(tuple(shares))


def match_studios(annotators: Sequence[str], studios: Sequence[str], default: str) -> dict[str, str]:
    """Which studio each annotator works in: one for each in the same order, or the same for all.

    Raises:
        StudiosMismatch: studios are named, but not one for each.
    """
    if studios and len(studios) != len(annotators):
        raise StudiosMismatch(len(studios), len(annotators))
    return {"": default} | dict(zip(annotators, studios, strict=False))


def _push_share(
    store: "Store",
    client: "StudioClient",
    name: str,
    mine: Sequence[Assignment],
    *,
    studio: str,
    scheme: Scheme,
    title: str,
    languages: tuple[str, ...],
    on_account: Callable[[str, str], None] | None,
    force: bool,
    say: Say,
    progress: Progress,
) -> Share:
    client.whoami()
    forget_lost_projects(store, client, annotator=name)
    standing = [each for each in mine if each.moved_to is None]
    stored = {each.claim.id: each for each in store.claims(ids=[each.claim_id for each in standing])}
    claims = [stored[each.claim_id] for each in standing if each.claim_id in stored]
    report = push_claims(
        store,
        client,
        claims,
        scheme=scheme,
        title=project_title(store, client, title, "assignment", name),
        languages=languages,
        arms={each.claim_id: each.arm for each in standing if each.arm},
        force=force,
        orphans=False,
        say=say,
        progress=progress,
    )
    if report.project_id is not None:
        store.put_role(ProjectRole(client.server, report.project_id, "assignment", name, studio))
    gone = take_away(store, client, report.project_id, [each.claim_id for each in mine if each.moved_to])
    invitation = None
    if name not in {email.lower() for email in client.users().values()}:
        if on_account is None:
            invitation = invite_link(client)
        else:
            on_account(name, sign_up(client, name))
    return Share(name, len(standing), report, gone, invitation)


def _studio(store: "Store", name: str, studios: Mapping[str, str]) -> str:
    """Where somebody works: as said now, else where their project is, else the default."""
    if name in studios:
        return studios[name]
    known = [role.studio for role in store.roles() if role.annotator == name and role.purpose == "assignment"]
    return known[-1] if known else studios[""]


def _answered(store: "Store", connect: Connect, name: str) -> set[str]:
    """The claims somebody has answered in their projects, as the servers have it, and else as the workspace has."""
    found: set[str] = set()
    seen: set[tuple[str, int, int]] = set()
    for role in store.roles():
        if role.purpose != "assignment" or role.annotator != name:
            continue
        client = connect(role.studio)
        tasks = {each.task_id: each.claim_id for each in store.tasks(server=role.server, project_id=role.project_id)}
        if client.server == role.server and tasks:
            remote = client.tasks(role.project_id, sorted(tasks))
            found |= {tasks[each.id] for each in remote if each.annotations}
            seen |= {(role.server, role.project_id, each.id) for each in remote}
    pulled = (each for each in store.verdicts() if each.annotator.lower() == name and not each.adjudicated)
    return found | {each.claim_id for each in pulled if (each.server, each.project_id, each.task_id) not in seen}


def _judged(verdicts: Sequence[Verdict]) -> dict[str, set[str]]:
    """Who gave a verdict on each claim; neither a skip nor a sample is one."""
    found: dict[str, set[str]] = {}
    for each in verdicts:
        if not each.skipped and not each.sample and not each.adjudicated:
            found.setdefault(each.claim_id, set()).add(each.annotator.lower())
    return found
