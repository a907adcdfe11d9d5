"""``studio``: a local Label Studio, its copies and where it stands."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_table
from claimcheck.cli.progress import progress_bar

__all__ = ["register"]

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
def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, such as studio.tar.gz.")],
    name: NameOption = "default",
) -> None:
    """Write it into one file: database, uploads and keys. It may run meanwhile."""
    from claimcheck.labelstudio.backup import back_up_studio

    done = back_up_studio(out, name)
    say(f"{out}: {done['files']} files, {done['bytes']:,} bytes; it holds the studio's keys, so keep it to yourself")


@group.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that backup wrote.")],
    name: NameOption = "default",
    force: Annotated[bool, typer.Option("--force", help="Set aside the studio that has this name.")] = False,
) -> None:
    """Put it back from a backup, under any name and path; start it with studio up."""
    from claimcheck.labelstudio.backup import restore_studio

    done = restore_studio(source, name, force=force)
    say(f"{name}: {done['files']} files as of {done['made']}, made with {done['made_with']}")
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
