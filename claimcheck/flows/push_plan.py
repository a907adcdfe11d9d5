"""What a push would do, before it does anything: each claim and each task there, by what would become of it and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from claimcheck.flows.project import find_project
from claimcheck.flows.push_orphans import find_orphans
from claimcheck.flows.push_tasks import TaskMaker
from claimcheck.flows.server_notes import note_config, note_people, note_server
from claimcheck.labelstudio import Project, RemoteTask, task_digest
from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store, StoredClaim

__all__ = ["PlannedTask", "PushPlan", "Step", "plan_push"]


class Step(StrEnum):
    """What becomes of a claim's task, or of a task without a claim."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One claim or task of a plan; ``why`` is the same words for all of a kind, ``task_id`` None where it has no task.

    ``removable`` says that it is a task of ours that nobody has answered and that may go.
    """

    step: Step
    why: str
    claim_id: str | None = None
    task_id: int | None = None
    removable: bool = False


@dataclass(frozen=True, slots=True)
class PushPlan:
    """What a push would do; nothing of it is done yet.

    ``project`` is None where it would be made. ``notices`` are lines about the server and the project that a person
    should read first. ``wanted`` has each claim's task as it should be, ``standing`` the one there is.
    """

    server: str
    title: str
    project: Project | None
    items: tuple[PlannedTask, ...]
    notices: tuple[str, ...]
    version: str | None
    newest: int  # the highest task id in the project before anything was looked at
    wanted: Mapping[str, Mapping[str, Any]] = field(repr=False)
    standing: Mapping[str, RemoteTask] = field(repr=False)

    def of(self, *steps: Step) -> list[PlannedTask]:
        """The items of these steps."""
        return [each for each in self.items if each.step in steps]

    def count(self, step: Step) -> int:
        """How many items have this step."""
        return sum(each.step is step for each in self.items)

    def sends(self, *, prune: bool) -> bool:
        """Whether applying it would change anything there."""
        return any(
            each.step in (Step.CREATED, Step.UPDATED) or (each.removable and (prune or each.step is not Step.ORPHAN))
            for each in self.items
        )

    def groups(self) -> "list[tuple[Step, str, list[PlannedTask]]]":
        """The items by step and reason, in the order of the steps."""
        found: dict[tuple[Step, str], list[PlannedTask]] = {}
        for each in self.items:
            found.setdefault((each.step, each.why), []).append(each)
        order = list(Step)
        return [(step, why, items) for (step, why), items in sorted(found.items(), key=lambda e: order.index(e[0][0]))]


def plan_push(
    store: "Store",
    client: "StudioClient",
    claims: "Sequence[StoredClaim]",
    maker: TaskMaker,
    *,
    title: str,
    orphans: bool = True,
    progress: Progress = unseen,
) -> PushPlan:
    """Compare these claims with what the server has, whatever we remember of it; sends nothing, keeps nothing.

    ``orphans`` also looks at the tasks of the project that are of none of these claims.

    Raises:
        StudioError: the server is down, refuses the key, or is not Label Studio.
        ProjectForeign: the project has a labeling config that is not ours.
        TaskInvalid: a claim does not stand in its article, or its task would not fit the page.
    """
    client.whoami()
    notices: list[str] = []
    version = note_server(store, client, notices.append)
    note_people(store, client, notices.append)
    project = find_project(store, client, title=title, config=maker.config, say=notices.append)
    if project is None:
        wanted = maker.make(claims)
        items = [PlannedTask(Step.CREATED, "no task yet, nor a project", claim_id) for claim_id in wanted]
        lines = (*notices, *maker.told())
        return PushPlan(client.server, title, None, tuple(items), lines, version, 0, wanted, {})
    note_config(store, client, project, maker.config, notices.append)
    newest = client.newest_task_id(project.id)
    marks = store.task_marks(client.server, project.id)
    wanted = {}
    standing: dict[str, RemoteTask] = {}
    doubled: list[RemoteTask] = []
    for some, answer in _asked(client, project.id, claims, empty=not newest):
        wanted.update(maker.make(some))  # while the server looks for these
        for task in answer():
            if task.claim_id in standing:
                doubled.append(task)
            else:
                standing[task.claim_id] = task
        progress("planning", len(wanted), len(claims))
    items = [_decide(claim_id, task, standing.get(claim_id), maker, marks) for claim_id, task in wanted.items()]
    items = _find_conflicts(client, project.id, items)
    items += [_double(task, maker.workspace) for task in doubled]
    if orphans:
        seen = {task.id for task in (*standing.values(), *doubled)}
        rest = {claim_id: mark[0] for claim_id, mark in marks.items() if claim_id not in wanted}
        found = find_orphans(store, client, project.id, rest, seen=seen, workspace=maker.workspace)
        items += [PlannedTask(Step.ORPHAN, *each) for each in found]
    lines = (*notices, *maker.told())
    return PushPlan(client.server, title, project, tuple(items), lines, version, newest, wanted, standing)


def _asked(
    client: "StudioClient", project_id: int, claims: "Sequence[StoredClaim]", *, empty: bool
) -> "Iterator[tuple[Sequence[StoredClaim], Callable[[], list[RemoteTask]]]]":
    """The claims in pieces, each with a call that waits for the tasks there are for it."""
    pieces = list(client.pieces(claims))
    if empty:
        yield from ((some, list) for some in pieces)
        return
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="claimcheck-plan") as pool:
        ids = [[each.claim.id for each in some] for some in pieces]
        answers = [pool.submit(client.tasks_of_some, project_id, some) for some in ids]
        try:
            for some, answer in zip(pieces, answers, strict=True):
                yield some, answer.result
        finally:
            pool.shutdown(cancel_futures=True)


def _decide(
    claim_id: str,
    task: Mapping[str, Any],
    there: RemoteTask | None,
    maker: TaskMaker,
    marks: Mapping[str, tuple[int, str]],
) -> PlannedTask:
    """What becomes of a claim's task; a task of another workspace is its own to refresh."""
    if there is None:
        lost = claim_id in marks
        return PlannedTask(Step.CREATED, "its task was deleted there" if lost else "no task yet", claim_id)
    if there.data == task["data"] or task_digest(there.data) == task_digest(task["data"]):
        return PlannedTask(Step.UNCHANGED, "its task shows just this", claim_id, there.id)
    if there.meta.get("workspace", maker.workspace) != maker.workspace:
        return PlannedTask(Step.UNCHANGED, "another workspace made its task and refreshes it", claim_id, there.id)
    return PlannedTask(Step.UPDATED, _difference(there.data, task["data"]), claim_id, there.id)


def _difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Why a task is out of date, by what people would miss most."""
    said = [
        word
        for word, fields in (
            ("wording", ("claim",)),
            ("past checks", ("past_checks", "past_none")),
            ("context", ("context", "source_html", "as_of", "as_of_date")),
            ("speaker", ("who",)),
            ("blind answers", ("blind_answers",)),
        )
        if any(old.get(name) != new.get(name) for name in fields)
    ]
    return f"other {' and '.join(said) or 'words'} here by now"


def _find_conflicts(client: "StudioClient", project_id: int, items: Sequence[PlannedTask]) -> list[PlannedTask]:
    """Tasks to be refreshed that somebody has answered or begun to answer stay as these people saw them."""
    stale = [each.task_id for each in items if each.step is Step.UPDATED and each.task_id is not None]
    answered = {task.id for task in client.tasks(project_id, stale) if task.answers} if stale else set()
    return [
        PlannedTask(Step.CONFLICT, f"{each.why}, but somebody has answered it there", each.claim_id, each.task_id)
        if each.step is Step.UPDATED and each.task_id in answered
        else each
        for each in items
    ]


def _double(task: RemoteTask, workspace: str) -> PlannedTask:
    """A younger task of a claim that has one: ours may go as long as nobody has answered it."""
    ours = task.meta.get("workspace") == workspace
    if not ours:
        why = "a second task of the claim, of another workspace: that one's next push removes it"
    elif task.answers:
        why = "a second task of the claim that somebody has answered: both count; delete one there"
    else:
        why = "a second task of the claim, which nobody has answered: it goes"
    return PlannedTask(Step.DUPLICATE, why, task.claim_id, task.id, removable=ours and not task.answers)
