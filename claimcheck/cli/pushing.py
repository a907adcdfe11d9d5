"""``push``: claims to Label Studio, after the plan was shown and agreed to."""

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, CaOption, FormatOption, TimeoutOption, WorkspaceOption, YesOption
from claimcheck.cli.output import OutputFormat, ask, say, shorten, write_records, write_result
from claimcheck.cli.progress import progress_bar
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.push import PushReport
    from claimcheck.flows.push_plan import PushPlan

__all__ = ["agreed", "push", "push_counts", "register"]

_EXAMPLES = 3


def push(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    claims: Annotated[list[str] | None, typer.Option("--claims", help="Only these, by id; may be repeated.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article's, by id.")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="Only the best N of each article.")] = None,
    min_score: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims with at least this score.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the plan, send nothing.")] = False,
    yes: YesOption = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove tasks whose claim was dropped or replaced and nobody answered.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Put our labeling config back, whatever answers lose their place; with --to-file: replace that file.",
        ),
    ] = False,
    name: Annotated[str, typer.Option("--name", help="Which local studio, where none else is set.")] = "default",
    ca: CaOption = None,
    timeout: TimeoutOption = None,
    to_file: Annotated[
        Path | None, typer.Option("--to-file", help="Write importable tasks to this JSON file; no server needed.")
    ] = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Send claims to Label Studio: offered, not dropped, no verdict yet. Again: each task is made once.

    The plan comes first: what would be created, updated, left alone, and why. On a terminal it asks; elsewhere it
    sends only with --yes.
    """
    from claimcheck.flows.push import choose_claims, push_claims, write_task_file
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=not (dry_run or to_file), say=say) as desk:
        chosen = choose_claims(desk.store, ids=claims, article=article, top=top, min_score=min_score)
        if to_file is not None:
            options: dict[str, Any] = {
                "scheme": desk.scheme,
                "languages": desk.settings.languages,
                "force": force,
                "say": say,
            }
            count = write_task_file(to_file, desk.store, chosen, **options)
            write_result({"path": str(to_file), "tasks": count})
            say(f"{to_file}: {plural(count, 'task')}")
            return
        texts = {each.claim.id: each.claim.text for each in chosen}
        with ExitStack() as bars:
            bar = bars.enter_context(progress_bar())

            def progress(what: str, done: int, total: int | None) -> None:
                bar(what, done, total)

            def agree(plan: "PushPlan") -> bool:
                nonlocal bar
                bars.close()  # neither plan nor question is painted over
                _show(plan, texts, output)
                go_on = not dry_run and agreed(plan.sends(prune=prune), yes=yes)
                bar = bars.enter_context(progress_bar())
                return go_on

            report = push_claims(
                desk.store,
                desk.studio(name, ca=ca, timeout=timeout),
                chosen,
                scheme=desk.scheme,
                title=desk.settings.project,
                languages=desk.settings.languages,
                agree=agree,
                force=force,
                prune=prune,
                say=say,
                progress=progress,
            )
    _tell(report, len(chosen), dry_run=dry_run)


def _show(plan: "PushPlan", texts: Mapping[str, str], output: OutputFormat) -> None:
    for notice in plan.notices:
        say(notice)

    def record(step: str, why: str, items: list[Any]) -> dict[str, Any]:
        return {
            "step": step,
            "why": why,
            "count": len(items),
            "claims": [each.claim_id for each in items if each.claim_id],
            "tasks": [each.task_id for each in items if each.task_id],
        }

    def row(found: Mapping[str, Any]) -> tuple[str, ...]:
        ids = found["claims"] or [f"task {each}" for each in found["tasks"]]
        examples = [
            f"{each[:8]} {shorten(texts[each], 48)}" if each in texts else each[:20] for each in ids[:_EXAMPLES]
        ]
        more = ["…"] if len(ids) > _EXAMPLES else []
        return found["step"], str(found["count"]), found["why"], "\n".join(examples + more)

    write_records(
        (record(step.value, why, items) for step, why, items in plan.groups()),
        chosen=output,
        columns=("task is", "count", "why", "for example"),
        row=row,
        empty="no claims to push: claimcheck split ARTICLE, or --claims ID",
    )


def agreed(something: bool, *, yes: bool) -> bool:
    """Whether to go on; where ``something`` is nothing, nobody is asked.

    Raises:
        PushNotConfirmed: nobody can be asked.
    """
    from claimcheck.errors import PushNotConfirmed

    if yes or not something:
        return True
    if not sys.stdin.isatty():
        raise PushNotConfirmed
    return bool(ask("Go on?"))


def push_counts(report: "PushReport") -> dict[str, Any]:
    """What a push did in one project, as JSON has it."""
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "conflicts": list(report.conflicts),
        "duplicates": list(report.duplicates),
        "url": report.url,
    }


def _tell(report: "PushReport", chosen: int, *, dry_run: bool) -> None:
    write_result({"applied": report.applied, "chosen": chosen, **push_counts(report)})
    if not (report.applied or dry_run):
        say("nothing was sent")
        raise typer.Exit(1)
    would = "would be " if dry_run else ""
    say(
        f"{plural(chosen, 'claim')}: {report.created} {would}created, {report.updated} {would}updated, "
        f"{report.unchanged} unchanged"
    )
    if report.removed:
        say(f"{plural(report.removed, 'unanswered task')} removed")
    if report.conflicts:
        say(f"{len(report.conflicts)} changed here since someone answered them there; left as they are")
    if report.duplicates:
        say(f"{len(report.duplicates)} stand there more than once: {', '.join(each[:8] for each in report.duplicates)}")
    if report.orphans and not dry_run:
        tasks = plural(len(report.orphans), "task there is", "tasks there are")
        say(f"{tasks} of none of these claims; the plan says which and why")
    if report.url:
        say(f"the project: {report.url}")


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(push)
