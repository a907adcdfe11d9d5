"""Claims out to annotators: plan against what the server has, then apply; each claim becomes one task, once.

The server has no unique key, so it is asked which of these claims it has, whatever we remember. A task that changed is
refreshed only while nobody has answered it: human work is never touched.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimNotActive
from claimcheck.files import writing_whole
from claimcheck.flows.project import ready_project
from claimcheck.flows.push_apply import apply_push
from claimcheck.flows.push_plan import PushPlan, Step, plan_push
from claimcheck.flows.push_tasks import TaskMaker
from claimcheck.labelstudio import LANGUAGES
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimStatus, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Store, StoredClaim

__all__ = ["PushReport", "choose_claims", "push_claims", "write_task_file"]


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did, or would do; the project's id and address are None where a dry run would make it.

    ``conflicts`` are claims whose task would show something else now but has been answered, so it stays as it is;
    ``duplicates`` are claims that have more than one task on the server, of which the oldest counts; ``orphans`` are
    tasks there that none of these claims accounts for, ``removed`` counts tasks of ours that nobody had answered and
    that are gone. ``applied`` is False in a dry run, and where the plan was not agreed to.
    """

    created: int
    updated: int
    unchanged: int
    conflicts: tuple[str, ...]
    duplicates: tuple[str, ...]
    project_id: int | None
    url: str | None
    orphans: tuple[int, ...] = ()
    removed: int = 0
    applied: bool = True


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
    arms: Mapping[str, str] | None = None,
    answers: Mapping[str, Sequence[Verdict]] | None = None,
    agree: Callable[[PushPlan], bool] | None = None,
    dry_run: bool = False,
    force: bool = False,
    prune: bool = False,
    orphans: bool = True,
    batch: int = 500,
    say: Say = silent,
    progress: Progress = unseen,
) -> PushReport:
    """Make or refresh the tasks of these claims in the project of this title; a dry run only counts.

    ``agree`` sees the plan and says whether to go on; ``say`` hears what is unusual about server and project where
    there is no ``agree`` to show it. ``arms`` says by claim id which arm of an assignment a task is of: ``control``
    hides its past checks. With ``answers``, by claim id, it is a project of an adjudication, which shows them.
    ``force`` applies a changed labeling config whatever answers it orphans, ``prune`` removes unanswered tasks whose
    claim went, without ``orphans`` nobody looks for such. Each batch is kept in the store as soon as the server has
    it, so an interrupted push goes on where it stopped.

    Raises:
        StudioError: the server is down, refuses the key, or is not Label Studio.
        ProjectForeign: the project has a labeling config that is not ours.
        TaskInvalid: a claim does not stand in its article, or its task would not fit the page.
    """
    maker = TaskMaker(store, scheme, languages=languages, arms=arms, answers=answers)
    plan = plan_push(store, client, claims, maker, title=title, orphans=orphans, progress=progress)
    for line in plan.notices if agree is None else ():
        say(line)
    if dry_run or (agree is not None and not agree(plan)):
        return _planned(client, plan)
    project = ready_project(
        store, client, plan.project, title=title, config=maker.config, languages=languages, force=force, say=say
    )
    done = apply_push(store, client, plan, project, batch=batch, prune=prune, progress=progress)
    return replace(
        _planned(client, plan),
        created=done.created,
        updated=done.updated,
        conflicts=tuple(done.conflicts),
        duplicates=tuple(done.duplicates),
        project_id=project.id,
        url=client.project_url(project.id),
        removed=done.removed,
        orphans=tuple(int(each.task_id or 0) for each in plan.of(Step.ORPHAN) if not (prune and each.removable)),
        applied=True,
    )


def _planned(client: "StudioClient", plan: PushPlan) -> PushReport:
    """What a plan says that is not carried out."""
    return PushReport(
        created=plan.count(Step.CREATED),
        updated=plan.count(Step.UPDATED),
        unchanged=plan.count(Step.UNCHANGED),
        conflicts=tuple(str(each.claim_id) for each in plan.of(Step.CONFLICT)),
        duplicates=tuple(dict.fromkeys(str(each.claim_id) for each in plan.of(Step.DUPLICATE))),
        project_id=plan.project.id if plan.project else None,
        url=client.project_url(plan.project.id) if plan.project else None,
        orphans=tuple(int(each.task_id or 0) for each in plan.of(Step.ORPHAN)),
        applied=False,
    )


def write_task_file(
    path: Path,
    store: "Store",
    claims: "Sequence[StoredClaim]",
    *,
    scheme: Scheme,
    languages: tuple[str, ...] = LANGUAGES,
    force: bool = False,
    say: Say = silent,
) -> int:
    """Write the tasks as a JSON file that Label Studio imports, with the labeling config beside it; how many.

    ``say`` hears what is unusual about them. The config is in ``NAME.labeling.xml`` beside ``NAME``. Each is written
    whole or not at all, over a file that is there only with ``force``.

    Raises:
        OutputTaken: one of them is there, and ``force`` was not said.
        FileNotWritable: the place cannot be written, or is the workspace's own.
    """
    beside = path.with_name(f"{path.name}.labeling.xml")
    with writing_whole(path, force=force) as task_file, writing_whole(beside, force=force) as config_file:
        maker = TaskMaker(store, scheme, languages=languages)
        tasks = list(maker.make(claims).values())
        for line in maker.told():
            say(line)
        task_file.write((json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode())
        config_file.write((maker.config + "\n").encode())
    return len(tasks)
