"""A plan carried out: refreshed, made and tidied, in an order that a kill at any moment leaves nothing twice.

What the server has is kept in the store batch by batch. Whatever was not kept before a kill, the next plan finds on the
server by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from claimcheck.flows.import_surely import Imported, import_surely, in_requests, remove_doubles
from claimcheck.flows.push_orphans import LOST
from claimcheck.flows.push_plan import PlannedTask, PushPlan, Step
from claimcheck.labelstudio import Project, RemoteTask, shown_in, task_digest
from claimcheck.progress import Progress, unseen
from claimcheck.records import Task

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["Applied", "apply_push"]


@dataclass(slots=True)
class Applied:
    """What was done: claims whose answered tasks stayed as they were after all, and those that have several tasks."""

    created: int = 0
    updated: int = 0
    removed: int = 0
    conflicts: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)


def apply_push(
    store: "Store",
    client: "StudioClient",
    plan: PushPlan,
    project: Project,
    *,
    batch: int = 500,
    prune: bool = False,
    progress: Progress = unseen,
) -> Applied:
    """Do what a plan says, in the project, which stands by now. ``prune`` also removes tasks whose claim went.

    Raises:
        StudioError: the server failed; what is done is kept, and the next push goes on.
    """
    keeper = _Keeper(store, client.server, project.id)
    done = Applied(conflicts=[str(each.claim_id) for each in plan.of(Step.CONFLICT)])
    if plan.version:
        store.put_server_version(client.server, plan.version)
    keeper.keep_known(plan)
    for each in plan.of(Step.UPDATED):
        progress("refreshing", done.updated, plan.count(Step.UPDATED))
        if _refresh(client, plan, each, keeper):
            done.updated += 1
        else:
            done.conflicts.append(str(each.claim_id))
    missing = {str(each.claim_id): plan.wanted[str(each.claim_id)] for each in plan.of(Step.CREATED)}
    doubt = _import(client, project.id, missing, keeper, batch, progress)
    done.created = len(missing)
    doubled = {str(each.claim_id) for each in plan.of(Step.DUPLICATE)}
    if doubt or client.count_tasks(project.id, above=plan.newest) != len(missing):
        doubled |= set(missing)  # somebody else made tasks meanwhile, or one of our requests came through twice
    if doubled:
        tidied = remove_doubles(client, project.id, sorted(doubled), workspace=store.workspace_id())
        done.removed += tidied.removed
        done.duplicates += tidied.left
        keeper.keep(tidied.standing)
    if prune:
        for each in plan.of(Step.ORPHAN):
            done.removed += each.removable and _prune(store, client, project.id, each)
    lost = [each for each in plan.of(Step.ORPHAN) if each.why == LOST]
    store.drop_tasks((client.server, project.id, str(each.claim_id)) for each in lost)
    return done


def _refresh(client: "StudioClient", plan: PushPlan, item: PlannedTask, keeper: "_Keeper") -> bool:
    """Bring a task up to date; False where somebody has answered it since the plan."""
    claim_id = str(item.claim_id)
    now = client.task(int(item.task_id or 0))
    if now.answers:
        return False
    task = plan.wanted[claim_id]
    at = client.update_task(now.id, data=task["data"], prediction=task["predictions"][0], meta=task["meta"])
    keeper.keep([RemoteTask(now.id, task["data"], task["meta"], at)])
    return True


def _prune(store: "Store", client: "StudioClient", project_id: int, item: PlannedTask) -> bool:
    """Remove a task whose claim went, if nobody has answered it up to now."""
    task_id = int(item.task_id or 0)
    if client.task(task_id).answers:
        return False
    client.delete_task(task_id)
    store.drop_tasks([(client.server, project_id, str(item.claim_id))])
    return True


def _import(
    client: "StudioClient",
    project_id: int,
    missing: Mapping[str, Mapping[str, Any]],
    keeper: "_Keeper",
    batch: int,
    progress: Progress,
) -> bool:
    """Make the missing tasks; whether there was ever a doubt about what the server had done.

    While the server works on a batch, the one before it is kept: that takes no time from the server.
    """
    doubt, made = False, 0
    progress("pushing", 0, len(missing))
    requests = in_requests(missing, batch)
    for imported in _one_ahead(lambda some: import_surely(client, project_id, some), requests):
        doubt |= imported.doubt
        made += len(imported.ids)
        keeper.keep([RemoteTask(task_id, missing[claim_id]["data"]) for claim_id, task_id in imported.ids.items()])
        progress("pushing", made, len(missing))
    return doubt


def _one_ahead(
    work: Callable[[Mapping[str, Mapping[str, Any]]], Imported], pieces: Iterator[Mapping[str, Mapping[str, Any]]]
) -> Iterator[Imported]:
    """What the work gives for each piece, in order; the next piece is worked on while the caller has one."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="claimcheck-push") as pool:
        ahead: Future[Imported] | None = None
        for piece in pieces:
            done = ahead.result() if ahead is not None else None  # one that failed is followed by none
            ahead = pool.submit(work, piece)
            if done is not None:
                yield done
        if ahead is not None:
            yield ahead.result()


class _Keeper:
    """Keeps in the store which tasks there are and what they show."""

    def __init__(self, store: "Store", server: str, project_id: int) -> None:
        self._store, self._server, self._project_id = store, server, project_id

    def keep(self, tasks: Sequence[RemoteTask]) -> None:
        """Keep these tasks as they now stand."""
        self._store.put_tasks([self._record(each) for each in tasks])

    def keep_known(self, plan: PushPlan) -> None:
        """Keep those tasks of a plan that we remembered otherwise, or not at all; refreshed ones come later."""
        marks = self._store.task_marks(self._server, self._project_id)
        later = {each.claim_id for each in plan.of(Step.UPDATED)}
        self.keep(
            [
                task
                for claim_id, task in plan.standing.items()
                if claim_id not in later and marks.get(claim_id) != (task.id, task_digest(task.data))
            ]
        )

    def _record(self, remote: RemoteTask) -> Task:
        return Task(
            server=self._server,
            project_id=self._project_id,
            claim_id=remote.claim_id,
            task_id=remote.id,
            digest=task_digest(remote.data),
            pushed_at=remote.updated_at or datetime.now(UTC),
            shown=shown_in(remote.data),
        )
