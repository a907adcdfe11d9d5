"""Tasks of a project that are of none of the claims to be pushed: lost, without a claim, or of somebody else.

Nothing here is destroyed. As long as the counts agree, no list is read.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from claimcheck.labelstudio import RemoteTask
from claimcheck.records import ClaimStatus

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["FOREIGN", "LOST", "find_orphans"]

LOST = "deleted there; its verdicts stay here, and it is forgotten as a task"
FOREIGN = "of another workspace that pushes into this project; give each its own, [studio] project in claimcheck.toml"
_MANUAL = "made there, of no claim; leave it or delete it there"
_GONE = "its claim is not in this workspace any more; its answers are left there"
_DROPPED = "its claim was dropped here; --prune removes it while nobody has answered it"
_SUPERSEDED = "a later split replaced its claim; --prune removes it while nobody has answered it"
_ANSWERED = ", and somebody has answered it: kept"

Orphan = tuple[str, str | None, int | None, bool]
"""Why, the claim's id, the task's id, and whether it may be removed."""


def find_orphans(
    store: "Store",
    client: "StudioClient",
    project_id: int,
    rest: Mapping[str, int],
    *,
    seen: Collection[int],
    workspace: str,
) -> list[Orphan]:
    """The tasks of a project that no claim of the plan accounts for, each with the remedy.

    ``rest`` are the tasks we remember of other claims, claim id → task id; ``seen`` those the plan has looked at.
    """
    others = sorted(set(rest.values()) - set(seen))
    standing = set(others)
    if client.count_tasks(project_id, ids=others) < len(others):
        standing = client.standing(project_id, others)
    claims = {task_id: claim_id for claim_id, task_id in rest.items()}
    found: list[Orphan] = [(LOST, claims[each], each, False) for each in others if each not in standing]
    ours = {task_id: claims[task_id] for task_id in standing}
    strangers: list[RemoteTask] = []
    if client.count_tasks(project_id) > len(seen) + len(standing):
        for task in client.all_tasks(project_id):
            if task.id in standing or task.id in seen:
                continue
            if not _is_of_a_claim(task):
                found.append((_MANUAL, None, task.id, False))
            elif task.meta.get("workspace", workspace) != workspace:
                found.append((FOREIGN, task.claim_id, task.id, False))
            else:
                strangers.append(task)
    ours |= {task.id: task.claim_id for task in strangers}
    return found + list(_without_claim(store, client, project_id, ours, workspace))


def _without_claim(
    store: "Store", client: "StudioClient", project_id: int, ours: Mapping[int, str], workspace: str
) -> Iterable[Orphan]:
    """Tasks of ours whose claim was dropped, replaced, or is not here."""
    if not ours:
        return
    known = {each.claim.id: each for each in store.claims(ids=set(ours.values()), statuses=frozenset(ClaimStatus))}
    idle: dict[int, str] = {}
    for task_id, claim_id in ours.items():
        claim = known.get(claim_id)
        if claim is None:
            yield _GONE, claim_id, task_id, False
        elif claim.status is not ClaimStatus.ACTIVE:
            idle[task_id] = _DROPPED if claim.status is ClaimStatus.DROPPED else _SUPERSEDED
    if not idle:
        return
    for task in client.tasks(project_id, sorted(idle)):
        why = idle[task.id]
        if task.meta.get("workspace", workspace) != workspace:
            yield FOREIGN, ours[task.id], task.id, False
        elif task.answers:
            yield why.split(";")[0] + _ANSWERED, ours[task.id], task.id, False
        else:
            yield why, ours[task.id], task.id, True


def _is_of_a_claim(task: RemoteTask) -> bool:
    return isinstance(task.data.get("claim_id"), str)
