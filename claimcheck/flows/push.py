"""Claims out to annotators: plan against what the server has, then apply; each claim becomes one task, once.

The server has no unique key, so before each batch it is asked which of these claims it has. A task that changed is
refreshed only while nobody has answered it: human work is never touched.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimNotActive
from claimcheck.files import write_whole
from claimcheck.flows.project import find_project, ready_project
from claimcheck.labelstudio import (
    LANGUAGES,
    Project,
    RemoteTask,
    import_task,
    labeling_config,
    shown_in,
    task_digest,
)
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, ClaimStatus, Task
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store, StoredClaim

__all__ = ["PushReport", "choose_claims", "push_claims", "write_task_file"]


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did, or would do; the project's id and address are None where a dry run would make it.

    ``conflicts`` are claims whose task would show something else now but has been answered, so it stays as it is;
    ``duplicates`` are claims that have more than one task on the server, of which the oldest counts.
    """

    created: int
    updated: int
    unchanged: int
    conflicts: tuple[str, ...]
    duplicates: tuple[str, ...]
    project_id: int | None
    url: str | None


def choose_claims(
    store: "Store",
    *,
    ids: Sequence[str] | None = None,
    article: str | None = None,
    top: int | None = None,
    min_score: float | None = None,
) -> "list[StoredClaim]":
    """The claims to push: those named, else every offered one that was not dropped and has no verdict yet.

    ``ids`` are ids or unique beginnings of ids; a claim named is taken even if it was not offered or has a verdict
    already. ``top`` is the number of best claims of each article, after ``min_score``. Neither a skip nor a
    sample is a verdict.

    Raises:
        NotFound: an id names nothing.
        ClaimNotActive: a claim named was dropped or superseded.
    """
    if ids:
        named = list({each.claim.id: each for each in map(store.claim, ids)}.values())
        for each in named:
            if each.status is not ClaimStatus.ACTIVE:
                raise ClaimNotActive(each.claim.id, each.status.value, each.successor_id)
        chosen = named
    else:
        judged = {verdict.claim_id for verdict in store.verdicts(samples=False) if not verdict.skipped}
        chosen = [each for each in store.claims(offered=True) if each.claim.id not in judged]
    if article is not None:
        wanted = store.article(article).id
        chosen = [each for each in chosen if each.claim.article_id == wanted]
    if min_score is not None:
        chosen = [each for each in chosen if each.claim.score >= min_score]
    if top is None:
        return chosen
    kept: dict[str, list[StoredClaim]] = {}
    for each in sorted(chosen, key=lambda each: -each.claim.score):
        kept.setdefault(each.claim.article_id, []).append(each)
    best = {each.claim.id for claims in kept.values() for each in claims[:top]}
    return [each for each in chosen if each.claim.id in best]


def push_claims(
    store: "Store",
    client: "StudioClient",
    claims: "Sequence[StoredClaim]",
    *,
    scheme: Scheme,
    title: str,
    languages: tuple[str, ...] = LANGUAGES,
    dry_run: bool = False,
    batch: int = 500,
    progress: Progress = unseen,
) -> PushReport:
    """Make or refresh the tasks of these claims in the project of this title; a dry run only counts.

    Each batch is kept in the store as soon as the server has it, so an interrupted push goes on where it stopped.

    Raises:
        StudioError: the server is down, refuses the key, or is not Label Studio.
        ProjectForeign: the project has a labeling config that is not ours.
        TaskInvalid: a claim does not stand in its article.
    """
    client.whoami()
    config = labeling_config(scheme, languages)
    project = find_project(store, client, title=title, config=config)
    if not dry_run:
        project = ready_project(store, client, project, title=title, config=config, languages=languages)
    counts = {"created": 0, "updated": 0, "unchanged": 0}
    conflicts: list[str] = []
    duplicates: list[str] = []
    for start in range(0, len(claims), batch):
        progress("pushing", start, len(claims))
        wanted = _tasks(store, claims[start : start + batch], scheme, languages)
        plan = _plan(client, project, wanted, store.workspace_id())
        duplicates += plan.duplicates
        if project is None or dry_run:
            conflicts += [claim_id for claim_id in plan.stale if client.task(plan.known[claim_id].id).answers]
            counts["updated"] += len(plan.stale) - len(set(plan.stale) & set(conflicts))
        else:
            fresh, refused = _apply(client, project, plan)
            conflicts += refused
            counts["updated"] += len(plan.stale) - len(refused)
            store.put_tasks([_record(client, project, remote) for remote in fresh])
        counts["created"] += len(plan.missing)
        counts["unchanged"] += len(plan.wanted) - len(plan.missing) - len(plan.stale)
    progress("pushing", len(claims), len(claims))
    return PushReport(
        **counts,
        conflicts=tuple(conflicts),
        duplicates=tuple(duplicates),
        project_id=project.id if project else None,
        url=client.project_url(project.id) if project else None,
    )


def write_task_file(
    path: Path,
    store: "Store",
    claims: "Sequence[StoredClaim]",
    *,
    scheme: Scheme,
    languages: tuple[str, ...] = LANGUAGES,
) -> int:
    """Write the tasks as a JSON file that Label Studio imports, with the labeling config beside it; how many.

    The config is in ``NAME.labeling.xml`` beside ``NAME``. Both are written whole or not at all.

    Raises:
        FileNotWritable: the place cannot be written, or is the workspace's own.
    """
    tasks = list(_tasks(store, claims, scheme, languages).values())
    write_whole(path, (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode())
    write_whole(path.with_name(f"{path.name}.labeling.xml"), (labeling_config(scheme, languages) + "\n").encode())
    return len(tasks)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the server should have, by claim id, beside what it has."""

    wanted: Mapping[str, Mapping[str, Any]]
    known: Mapping[str, RemoteTask]
    duplicates: tuple[str, ...]
    workspace: str

    @property
    def missing(self) -> list[str]:
        return [claim_id for claim_id in self.wanted if claim_id not in self.known]

    @property
    def stale(self) -> list[str]:
        """What is to be refreshed; a task of another workspace is its own to refresh."""
        return [
            claim_id
            for claim_id, remote in self.known.items()
            if task_digest(remote.data) != task_digest(self.wanted[claim_id]["data"])
            and remote.meta.get("workspace", self.workspace) == self.workspace
        ]


def _plan(
    client: "StudioClient", project: Project | None, wanted: Mapping[str, Mapping[str, Any]], workspace: str
) -> _Plan:
    remote = client.tasks_of_claims(project.id, list(wanted)) if project else []
    known: dict[str, RemoteTask] = {}
    duplicates: list[str] = []
    for each in remote:
        claim_id = str(each.data.get("claim_id"))
        if claim_id in known:
            duplicates.append(claim_id)
        elif claim_id in wanted:
            known[claim_id] = each
    return _Plan(wanted, known, tuple(dict.fromkeys(duplicates)), workspace)


def _apply(client: "StudioClient", project: Project, plan: _Plan) -> tuple[list[RemoteTask], list[str]]:
    """Carry out a plan: the tasks as they now stand, and the claims whose answered tasks were left alone."""
    standing = dict(plan.known)
    refused: list[str] = []
    for claim_id in plan.stale:
        now = client.task(plan.known[claim_id].id)
        if now.answers:
            refused.append(claim_id)
            continue
        task = plan.wanted[claim_id]
        at = client.update_task(now.id, data=task["data"], prediction=task["predictions"][0], meta=task["meta"])
        standing[claim_id] = RemoteTask(now.id, task["data"], {**task["meta"], "refreshed_at": at.isoformat()}, at)
    missing = plan.missing
    if missing:
        ids = client.import_tasks(project.id, [plan.wanted[claim_id] for claim_id in missing])
        for claim_id, task_id in zip(missing, ids, strict=True):
            standing[claim_id] = RemoteTask(task_id, plan.wanted[claim_id]["data"])
    return list(standing.values()), refused


def _record(client: "StudioClient", project: Project, remote: RemoteTask) -> Task:
    return Task(
        server=client.server,
        project_id=project.id,
        claim_id=str(remote.data["claim_id"]),
        task_id=remote.id,
        digest=task_digest(remote.data),
        pushed_at=remote.updated_at or datetime.now(UTC),
        shown=shown_in(remote.data),
    )


def _tasks(
    store: "Store", claims: "Sequence[StoredClaim]", scheme: Scheme, languages: tuple[str, ...]
) -> dict[str, dict[str, Any]]:
    """Each claim's task in the form of an import, by claim id, in the order given."""
    articles: dict[str, Article] = {}
    tasks: dict[str, dict[str, Any]] = {}
    workspace = store.workspace_id()
    for each in claims:
        claim = each.claim
        if claim.article_id not in articles:
            articles[claim.article_id] = store.article(claim.article_id)
        article, matches = articles[claim.article_id], store.matches(claim.id)
        task = import_task(claim, article, matches, scheme, languages=languages)
        tasks[claim.id] = {**task, "meta": {"workspace": workspace}}
    return tasks
