"""Verdicts back from annotators: what changed since the last pull, every version kept, deletions noticed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from claimcheck.errors import AnnotationInvalid, NothingPushed, StudioNotFound
from claimcheck.flows.project import find_project
from claimcheck.labelstudio import (
    LANGUAGES,
    RemoteTask,
    is_sample_annotator,
    labeling_config,
    shown_in,
    task_digest,
    verdict_from,
)
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimStatus, Task, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["PullReport", "pull_verdicts"]

_OVERLAP = timedelta(minutes=5)  # asked for again each time: an answer may be saved while we read
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull brought.

    ``new``, ``changed`` and ``unchanged`` count verdicts; ``skipped`` counts skips that are new or changed; ``gone``
    counts annotations that were deleted there. ``foreign`` counts tasks of the project that are not of this workspace,
    ``unmapped`` answers to past checks that could not be told apart because the task was refreshed meanwhile, and
    ``problems`` names annotations no verdict could be read from: they are left out and come again once corrected.
    """

    new: int
    changed: int
    unchanged: int
    skipped: int
    gone: int
    foreign: int
    unmapped: int
    problems: tuple[AnnotationInvalid, ...]


def pull_verdicts(
    store: "Store",
    client: "StudioClient",
    *,
    scheme: Scheme,
    title: str,
    languages: tuple[str, ...] = LANGUAGES,
    progress: Progress = unseen,
) -> PullReport:
    """Bring back what annotators answered in this workspace's project; any number of pulls gives the same verdicts.

    A verdict is of the annotation's own user, by e-mail address. It is a sample where that is a sample annotator or
    the claim is of a sample article.

    Raises:
        StudioError: the server is down, refuses the key, or is not Label Studio.
        NothingPushed: this workspace has no project there.
        StudioNotFound: the project was deleted there; its verdicts stay here.
    """
    client.whoami()
    project_id = _project_id(store, client, title, labeling_config(scheme, languages))
    cursor = store.pull_cursor(client.server, project_id)
    since = datetime.fromisoformat(cursor) - _OVERLAP if cursor else _BEGINNING
    progress("pulling", 0, None)
    remote = client.tasks_changed_since(project_id, since)
    people = client.users() if any(task.annotations for task in remote) else {}
    tasks, foreign = _known_tasks(store, client, project_id, remote)
    verdicts: list[Verdict] = []
    raw: dict[int, Mapping[str, Any]] = {}
    problems: list[AnnotationInvalid] = []
    unmapped = 0
    samples = {each.claim.id for each in _stored(store, tasks) if each.sample}
    for done, (task, there) in enumerate(tasks):
        progress("pulling", done, len(tasks))
        for annotation in there.annotations:
            try:
                verdict = _read(annotation, task, there, scheme, people, sample=task.claim_id in samples)
            except AnnotationInvalid as error:
                problems.append(error)
                continue
            verdicts.append(verdict)
            raw[verdict.annotation_id] = annotation
            unmapped += _answers_given(annotation) - len(verdict.past_answers)
    store.put_tasks([task for task, _ in tasks])
    report = store.put_verdicts([each for each in verdicts if not each.skipped], raw)
    skips = store.put_verdicts([each for each in verdicts if each.skipped], raw)
    gone = _notice_deletions(store, client, project_id)
    latest = max((there.updated_at for _, there in tasks if there.updated_at), default=None)
    if latest and not foreign:  # a claim that is not ours yet may become so: its verdicts are asked for again
        store.set_pull_cursor(client.server, project_id, latest.isoformat())
    progress("pulling", len(tasks), len(tasks))
    return PullReport(
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        skipped=skips.new + skips.changed,
        gone=gone,
        foreign=foreign,
        unmapped=unmapped,
        problems=tuple(problems),
    )


def _project_id(store: "Store", client: "StudioClient", title: str, config: str) -> int:
    for row in store.projects():
        if row.server == client.server and row.title == title:
            if client.project(row.project_id) is None:
                raise StudioNotFound(client.url, f"project {row.project_id}")
            return row.project_id
    project = find_project(store, client, title=title, config=config)
    if project is None:
        raise NothingPushed(client.url, title)
    return project.id


def _known_tasks(
    store: "Store", client: "StudioClient", project_id: int, remote: Sequence[RemoteTask]
) -> tuple[list[tuple[Task, RemoteTask]], int]:
    """The tasks of claims we have, as the server shows them, and how many others there were."""
    ids = {str(task.data.get("claim_id")) for task in remote}
    have = {each.claim.id for each in store.claims(ids=ids, statuses=frozenset(ClaimStatus))} if ids else set()
    pushed = {each.claim_id: each for each in store.tasks(server=client.server, project_id=project_id)}
    found: list[tuple[Task, RemoteTask]] = []
    foreign = 0
    for there in remote:
        claim_id = str(there.data.get("claim_id"))
        try:
            shown = shown_in(there.data)
        except (KeyError, TypeError, ValueError):
            foreign += 1
            continue
        if claim_id not in have:
            foreign += 1
            continue
        known = pushed.get(claim_id)
        moment = known.pushed_at if known else there.updated_at or datetime.now(UTC)
        task = Task(client.server, project_id, claim_id, there.id, task_digest(there.data), moment, shown)
        found.append((task, there))
    return found, foreign


def _stored(store: "Store", tasks: Sequence[tuple[Task, RemoteTask]]) -> list[Any]:
    ids = {task.claim_id for task, _ in tasks}
    return list(store.claims(ids=ids, statuses=frozenset(ClaimStatus))) if ids else []


def _read(
    annotation: Mapping[str, Any],
    task: Task,
    there: RemoteTask,
    scheme: Scheme,
    people: Mapping[int, str],
    *,
    sample: bool,
) -> Verdict:
    by = annotation.get("completed_by")
    user_id = by.get("id") if isinstance(by, Mapping) else by
    annotator = people.get(int(user_id or 0), f"user {user_id}")
    refreshed, as_of = there.meta.get("refreshed_at"), there.data.get("as_of_date")
    return verdict_from(
        annotation,
        task=task,
        scheme=scheme,
        annotator=annotator,
        as_of=date.fromisoformat(as_of) if as_of else None,
        refreshed_at=datetime.fromisoformat(refreshed) if refreshed else None,
        wording=there.data.get("claim"),
        sample=sample or is_sample_annotator(annotator),
    )


def _answers_given(annotation: Mapping[str, Any]) -> int:
    return sum(1 for each in annotation.get("result") or [] if str(each.get("from_name")).startswith("past_"))


def _notice_deletions(store: "Store", client: "StudioClient", project_id: int) -> int:
    """Mark the verdicts whose annotation the server no longer has."""
    ours = [each for each in store.verdicts() if (each.server, each.project_id) == (client.server, project_id)]
    if not ours:
        return 0
    present = client.annotation_ids(project_id, sorted({each.task_id for each in ours}))
    return store.mark_verdicts_gone(client.server, project_id, present)
