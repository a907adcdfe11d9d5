"""The projects of annotators and adjudicators: their titles, which are lost, and taking open tasks out again."""

import hashlib
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store

__all__ = ["forget_lost_projects", "project_title", "take_away", "title_for"]

_LONGEST = 50  # Label Studio takes no longer title


def title_for(title: str, what: str) -> str:
    """The title of a project beside the desk's own, within what Label Studio takes; two that are cut stay apart.

    >>> title_for("claimcheck", "ada@example.org")
    'claimcheck · ada@example.org'
    """
    whole = f"{title} · {what}"
    if len(whole) <= _LONGEST:
        return whole
    mark = hashlib.sha256(whole.encode()).hexdigest()[:6]
    return f"{title[:12]}… · {what}"[: _LONGEST - len(mark) - 2] + f"… {mark}"


def project_title(store: "Store", client: "StudioClient", title: str, purpose: str, annotator: str) -> str:
    """What the project of an annotator is called: as it was made, else after ``title`` and them."""
    made = {(row.server, row.project_id): row.title for row in store.projects()}
    for role in store.roles(server=client.server):
        if (role.purpose, role.annotator) == (purpose, annotator) and (role.server, role.project_id) in made:
            return made[role.server, role.project_id]
    return title_for(title, annotator)


def forget_lost_projects(store: "Store", client: "StudioClient", *, annotator: str | None) -> list[int]:
    """Forget what the projects of somebody were for that were deleted there; their verdicts stay here."""
    lost = [
        role
        for role in store.roles(server=client.server)
        if role.annotator == annotator and client.project(role.project_id) is None
    ]
    for role in lost:
        store.drop_role(role.server, role.project_id)
    return [role.project_id for role in lost]


def take_away(store: "Store", client: "StudioClient", project_id: int | None, claim_ids: Collection[str]) -> int:
    """Delete the tasks of these claims that nobody has answered or begun; how many. The others stay as they are."""
    if project_id is None or not claim_ids:
        return 0
    tasks = store.tasks(server=client.server, project_id=project_id, claim_ids=claim_ids)
    known = {each.task_id: each.claim_id for each in tasks}
    untouched = [each.id for each in client.tasks(project_id, sorted(known)) if not each.answers]
    for task_id in untouched:
        client.delete_task(task_id)
    standing = client.standing(project_id, sorted(known))
    gone = [(client.server, project_id, claim_id) for task_id, claim_id in known.items() if task_id not in standing]
    store.drop_tasks(gone)
    return len(untouched)
