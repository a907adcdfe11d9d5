"""Verdicts back from annotators: what changed since the last pull, every version kept, deletions noticed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from claimcheck.errors import AnnotationInvalid, NothingPushed, StudioNotFound
from claimcheck.flows.project import find_project
from claimcheck.labelstudio import (
    LANGUAGES,
    RemoteTask,
    is_sample_annotator,
    labeling_config,
    page_state,
    shown_in,
    task_digest,
    verdict_from,
)
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimStatus, Task, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store, TaskState

__all__ = ["PullReport", "add_reports", "pull_verdicts"]

_OVERLAP = timedelta(minutes=5)  # asked for again each time: an answer may be saved while we read
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull brought.

    ``new``, ``changed`` and ``unchanged`` count verdicts; ``skipped`` counts skips that are new or changed; ``gone``
    counts annotations that were deleted there, ``lost`` tasks that were deleted there while their verdicts stay here:
    nobody withdrew these. ``foreign`` counts tasks of the project that are not of this workspace,
    ``unmapped`` answers to past checks that could not be told apart because the task was refreshed meanwhile, and
    ``problems`` names annotations no verdict could be read from: they are left out and come again once corrected.
    ``unreached`` counts studios that claims went to and that do not run now, ``samples`` those of the verdicts that are
    samples.
    """

    new: int
    changed: int
    unchanged: int
    skipped: int
    gone: int
    foreign: int
    unmapped: int
    problems: tuple[AnnotationInvalid, ...]
    lost: int = 0
    unreached: int = 0
    samples: int = 0


def pull_verdicts(
    store: "Store",
    client: "StudioClient",
    *,
    scheme: Scheme,
    title: str,
    languages: tuple[str, ...] = LANGUAGES,
    sweep: bool = True,
    progress: Progress = unseen,
) -> PullReport:
    """Bring back what annotators answered in this workspace's projects; any number of pulls gives the same verdicts.

    These are the one of this title and those of assignments and adjudications on this server.

    What changed is asked for by the server's own clock, with an overlap. Deletions leave no trace there: with ``sweep``
    the ids of all annotations are compared. A verdict is of the annotation's own user, by e-mail address. It is a
    sample where that is a sample annotator or the claim is of a sample article.

    Raises:
        StudioError: the server is down, refuses the key, or is not Label Studio.
        NothingPushed: this workspace has no project there.
        StudioNotFound: the project was deleted there; its verdicts stay here.
    """
    client.whoami()
    own = _project_id(store, client, title, labeling_config(scheme, languages))
    others = [each.project_id for each in store.roles(server=client.server) if each.project_id != own]
    if own is None and not others:
        raise NothingPushed(client.url, title)
    reports = []
    for project_id in ([] if own is None else [own]) + others:
        if project_id != own and client.project(project_id) is None:
            raise StudioNotFound(client.url, f"project {project_id}")
        reports.append(_pull_project(store, client, project_id, scheme, progress, sweep=sweep))
    return add_reports(reports)


def add_reports(reports: Sequence[PullReport]) -> PullReport:
    """Several pulls as one: numbers added, lists joined; of none, nothing."""
    if not reports:
        return PullReport(0, 0, 0, 0, 0, 0, 0, ())
    whole: dict[str, Any] = {}
    for each in fields(PullReport):
        values = [getattr(report, each.name) for report in reports]
        whole[each.name] = sum(values) if isinstance(values[0], int) else tuple(one for some in values for one in some)
    return PullReport(**whole)


def _pull_project(
    store: "Store", client: "StudioClient", project_id: int, scheme: Scheme, progress: Progress, *, sweep: bool
) -> PullReport:
    cursor = store.pull_cursor(client.server, project_id)
    since = datetime.fromisoformat(cursor) - _OVERLAP if cursor else _BEGINNING
    progress("pulling", 0, None)
    remote = client.tasks_changed_since(project_id, since)
    home = set(store.foreign_tasks_come_home(client.server, project_id))
    remote += client.tasks(project_id, sorted(home - {task.id for task in remote})) if home else []
    answered = any(task.annotations for task in remote)
    people = client.users() if answered else {}
    ids = {task.claim_id for task in remote}
    claims = {each.claim.id: each for each in store.claims(ids=ids, statuses=frozenset(ClaimStatus))}
    pushed = {each.claim_id: each for each in store.tasks(server=client.server, project_id=project_id, claim_ids=ids)}
    tasks, foreign = _known_tasks(client.server, project_id, remote, claims, pushed)
    # of a claim with two tasks the oldest is the one
    store.put_tasks([task for task, _ in tasks if pushed.get(task.claim_id, task).task_id == task.task_id])
    states = store.task_states(client.server, project_id) if answered else {}
    verdicts: list[Verdict] = []
    raw: dict[int, Mapping[str, Any]] = {}
    problems: list[AnnotationInvalid] = []
    unmapped = 0
    for done, (task, there) in enumerate(tasks):
        progress("pulling", done, len(tasks))
        for annotation in there.annotations:
            try:
                sample = claims[task.claim_id].sample
                verdict = _read(annotation, task, there, scheme, people, states, sample=sample)
            except AnnotationInvalid as error:
                problems.append(error)
                continue
            verdicts.append(verdict)
            raw[verdict.annotation_id] = annotation
            unmapped += _answers_given(annotation) - len(verdict.past_answers)
    report = store.put_verdicts([each for each in verdicts if not each.skipped], raw)
    skips = store.put_verdicts([each for each in verdicts if each.skipped], raw)
    gone, lost = _notice_deletions(store, client, project_id) if sweep else (0, 0)
    with store.transaction():  # a claim that is not ours yet may become so: its verdicts are asked for then
        store.put_foreign_tasks(client.server, project_id, foreign)
        store.forget_foreign_tasks(client.server, project_id, home)
        latest = max((there.updated_at for there in remote if there.updated_at), default=None)
        if latest and (cursor is None or latest > datetime.fromisoformat(cursor)):
            store.set_pull_cursor(client.server, project_id, latest.isoformat())
    progress("pulling", len(tasks), len(tasks))
    return PullReport(
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        skipped=skips.new + skips.changed,
        gone=gone,
        foreign=len(foreign),
        unmapped=unmapped,
        problems=tuple(problems),
        lost=lost,
        samples=sum(each.sample and not each.skipped for each in verdicts),
    )


def _project_id(store: "Store", client: "StudioClient", title: str, config: str) -> int | None:
    for row in store.projects():
        if row.server == client.server and row.title == title:
            if client.project(row.project_id) is None:
                raise StudioNotFound(client.url, f"project {row.project_id}")
            return row.project_id
    project = find_project(store, client, title=title, config=config)
    return project.id if project else None


def _known_tasks(
    server: str, project_id: int, remote: Sequence[RemoteTask], have: Collection[str], pushed: Mapping[str, Task]
) -> tuple[list[tuple[Task, RemoteTask]], dict[int, str]]:
    """The tasks of claims we ``have``, as the server shows them, and the others: task id → claim id."""
    found: list[tuple[Task, RemoteTask]] = []
    foreign: dict[int, str] = {}
    for there in remote:
        claim_id = there.claim_id
        try:
            shown = shown_in(there.data)
        except (KeyError, TypeError, ValueError):
            foreign[there.id] = ""
            continue
        if claim_id not in have:
            foreign[there.id] = claim_id
            continue
        known = pushed.get(claim_id)
        moment = known.pushed_at if known else there.updated_at or datetime.now(UTC)
        task = Task(server, project_id, claim_id, there.id, task_digest(there.data), moment, shown)
        found.append((task, there))
    return found, foreign


def _read(
    annotation: Mapping[str, Any],
    task: Task,
    there: RemoteTask,
    scheme: Scheme,
    people: Mapping[int, str],
    states: "Mapping[tuple[str, str], TaskState]",
    *,
    sample: bool,
) -> Verdict:
    by = annotation.get("completed_by")
    user_id = by.get("id") if isinstance(by, Mapping) else by
    annotator = people.get(int(user_id or 0), f"user {user_id}")
    refreshed, as_of = there.meta.get("refreshed_at"), there.data.get("as_of_date")
    arm = there.meta.get("arm")
    state = states.get((task.claim_id, page_state(annotation) or ""))
    if state is not None:  # the page said itself what it showed
        task, refreshed = replace(task, shown=state.shown), None
    return verdict_from(
        annotation,
        task=task,
        scheme=scheme,
        annotator=annotator,
        as_of=date.fromisoformat(as_of) if as_of else None,
        refreshed_at=datetime.fromisoformat(refreshed) if refreshed else None,
        wording=there.data.get("claim"),
        adjudicated="blind_answers" in there.data,
        arm=arm if arm in ("shown", "control") else None,
        sample=sample or is_sample_annotator(annotator),
    )


def _answers_given(annotation: Mapping[str, Any]) -> int:
    return sum(1 for each in annotation.get("result") or [] if str(each.get("from_name")).startswith("past_"))


def _notice_deletions(store: "Store", client: "StudioClient", project_id: int) -> tuple[int, int]:
    """Mark the verdicts whose annotation the server no longer has; how many, and how many tasks are gone as a whole.

    Whoever deletes a task tidies up, whoever deletes an annotation takes it back: only the latter withdraws a verdict.
    """
    ours = [each for each in store.verdicts() if (each.server, each.project_id) == (client.server, project_id)]
    if not ours:
        return 0, 0
    asked = {each.task_id for each in ours}
    standing = client.annotations_standing(project_id, sorted(asked))
    present = {each.annotation_id for each in ours if each.task_id not in standing}
    for annotations in standing.values():
        present |= annotations
    return store.mark_verdicts_gone(client.server, project_id, present), len(asked - standing.keys())
