"""``studio``: a local Label Studio, its copies and where it stands."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import ForceOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.progress import plural

__all__ = ["register"]

group = typer.Typer(help="A local Label Studio in its own environment, on loopback only.", no_args_is_help=True)

NameOption = Annotated[str, typer.Option("--name", help="Which studio; each has its own database.")]

_URL = "postgresql://user@host:5432/database, without the password, which PGPASSWORD holds; - reads it from stdin."
PostgresOption = Annotated[
    str | None, typer.Option("--postgres", metavar="URL", help=f"Keep its tasks in PostgreSQL: {_URL}")
]


@group.command()
def up(
    name: NameOption = "default",
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, help="Its port, 1024 or more; 0: any free one; default: the one it had, else any."
        ),
    ] = None,
    postgres: PostgresOption = None,
) -> None:
    """Install it where it is missing, start it, wait until it answers; one that runs is reused."""
    from claimcheck.flows.studio import local_studio_status, start_local_studio
    from claimcheck.labelstudio.postgres import given_postgres

    if port is not None and 0 < port < 1024:
        raise typer.BadParameter(f"--port {port} is one of the machine's own: give 1024 or more, or 0 for any free one")
    database = given_postgres(postgres, stdin=sys.stdin.buffer) if postgres else None
    with progress_bar() as progress:
        studio = start_local_studio(name, port=port, database=database, say=say, progress=progress)
    write_result(local_studio_status(name))
    say(f"Label Studio runs at {studio.url}")
    named = "" if name == "default" else f" --name {name}"
    say(f"log in as {studio.email}; the password: claimcheck studio status --password{named}")


@group.command()
def move(
    to: Annotated[str, typer.Option("--to-postgres", metavar="URL", help=f"The database to move to: {_URL}")],
    name: NameOption = "default",
) -> None:
    """Move its tasks and answers from SQLite to PostgreSQL, every id and moment as it was; compared before used."""
    from claimcheck.flows.studio import move_local_studio
    from claimcheck.labelstudio.postgres import given_postgres

    database = given_postgres(to, stdin=sys.stdin.buffer)
    with progress_bar() as progress:
        done = move_local_studio(database, name, say=say, progress=progress)
    write_result({"name": name, "database": str(done.database), "rows": done.rows, "counts": dict(done.counts)})
    if not done.moved:
        say(f"{name} has moved to {done.database} before: nothing to do")
        return
    named = {"htx_user": "people", "project": "projects", "task": "tasks", "prediction": "predictions"}
    named |= {"task_completion": "annotations", "tasks_annotationdraft": "drafts"}
    counts = ", ".join(f"{done.counts[table]:,} {what}" for table, what in named.items() if table in done.counts)
    say(f"{name} keeps its tasks in {done.database} now: {done.rows:,} rows, each as it was")
    if counts:
        say(f"among them {counts}")
    say(f"{done.left} is as it was; remove it once you have a backup")
    say(f"start it: claimcheck studio up --name {name}")


@group.command()
def down(name: NameOption = "default") -> None:
    """Stop it; its tasks and answers stay."""
    from claimcheck.flows.studio import stop_local_studio

    stopped = stop_local_studio(name)
    write_result({"name": name, "stopped": stopped})
    say("stopped" if stopped else "it was not running")


@group.command()
def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, such as studio.tar.gz.")],
    name: NameOption = "default",
    force: ForceOption = False,
) -> None:
    """Write it into one file: database, uploads and keys. It may run meanwhile."""
    from claimcheck.labelstudio.backup import back_up_studio

    with progress_bar() as progress:
        done = back_up_studio(out, name, force=force, progress=progress)
    write_result({"path": str(out), **done})
    size = f"{plural(done['files'], 'file')}, {done['bytes']:,} bytes"
    say(f"{out}: {size}; it holds the studio's keys, so keep it to yourself")


@group.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that backup wrote.")],
    name: NameOption = "default",
    force: Annotated[bool, typer.Option("--force", help="Set aside the studio that has this name.")] = False,
) -> None:
    """Put it back from a backup, under any name and path; start it with studio up."""
    from claimcheck.labelstudio.backup import restore_studio

    done = restore_studio(source, name, force=force)
    write_result({"name": name, **done})
    say(f"{name}: {plural(done['files'], 'file')} as of {done['made']}, made with {done['made_with']}")
    if done["moved"]:
        say(f"what had this name is in {done['moved']}")
    say(f"start it: claimcheck studio up --name {name}")


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


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.add_typer(group, name="studio")
