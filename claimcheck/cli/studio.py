"""``studio``, ``push`` and ``pull``: Label Studio, there and back."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_table
from claimcheck.cli.progress import progress_bar

__all__ = ["pull", "push", "register"]

group = typer.Typer(help="A local Label Studio in its own environment, on loopback only.", no_args_is_help=True)

NameOption = Annotated[str, typer.Option("--name", help="Which studio; each has its own database.")]


@group.command()
def up(
    name: NameOption = "default",
    port: Annotated[int | None, typer.Option(min=1024, max=65535, help="Its port; default: a free one.")] = None,
) -> None:
    """Install it where it is missing, start it, wait until it answers; one that runs is reused."""
    from claimcheck.flows.studio import start_local_studio

    with progress_bar() as progress:
        studio = start_local_studio(name, port=port, say=say, progress=progress)
    say(f"Label Studio runs at {studio.url}")
    say(f"log in as {studio.email}; the password: claimcheck studio status --password")


@group.command()
def down(name: NameOption = "default") -> None:
    """Stop it; its tasks and answers stay."""
    from claimcheck.flows.studio import stop_local_studio

    say("stopped" if stop_local_studio(name) else "it was not running")


@group.command()
def status(
    name: NameOption = "default",
    password: Annotated[bool, typer.Option("--password", help="Print the password to log in with.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Whether it runs, where, and where its files are."""
    from claimcheck.flows.studio import local_studio_password, local_studio_status

    if password:
        print(local_studio_password(name))
        return
    facts = local_studio_status(name)
    if as_jsonl(output):
        write_json(facts)
    else:
        write_table(("what", "value"), ((key, str(value)) for key, value in facts.items()))


def push(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    claims: Annotated[list[str] | None, typer.Option("--claims", help="Only these, by id; may be repeated.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article's, by id.")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="Only the best N of each article.")] = None,
    min_score: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims with at least this score.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, send nothing.")] = False,
    name: NameOption = "default",
    to_file: Annotated[
        Path | None, typer.Option("--to-file", help="Write importable tasks to this JSON file; no server needed.")
    ] = None,
) -> None:
    """Send claims to Label Studio: offered, not dropped, no verdict yet. Again: each task is made once."""
    from claimcheck.flows.push import choose_claims, write_task_file
    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, write=True, say=say) as desk:
        chosen = choose_claims(desk.store, ids=claims, article=article, top=top, min_score=min_score)
        if to_file is not None:
            say(f"{to_file}: {write_task_file(to_file, desk.store, chosen, scheme=desk.scheme)} tasks")
            return
        report = desk.push(chosen, studio=name, dry_run=dry_run, progress=progress)
    would = "would be " if dry_run else ""
    say(
        f"{len(chosen)} claims: {report.created} {would}created, {report.updated} {would}updated, "
        f"{report.unchanged} unchanged"
    )
    if report.conflicts:
        say(f"{len(report.conflicts)} changed here since someone answered them there; left as they are")
    if report.duplicates:
        say(f"{len(report.duplicates)} stand there more than once: {', '.join(each[:8] for each in report.duplicates)}")
    if report.url:
        say(f"the project: {report.url}")


def pull(workspace: WorkspaceOption = DEFAULT_WORKSPACE, name: NameOption = "default") -> None:
    """Bring verdicts back: new, changed and withdrawn ones; skips stay skips."""
    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, write=True, say=say) as desk:
        report = desk.pull(studio=name, progress=progress)
    say(
        f"{report.new} new verdicts, {report.changed} changed, {report.unchanged} unchanged, {report.gone} withdrawn; "
        f"{report.skipped} skips"
    )
    if report.foreign:
        say(f"{report.foreign} tasks there are not of this workspace")
    for problem in report.problems:
        say(f"left out: {problem}")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(group, name="studio")
    app.command()(push)
    app.command()(pull)
