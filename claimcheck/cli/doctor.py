"""``doctor``: whether the workspace is well, and caches made anew where they are not."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, say, write_records
from claimcheck.cli.progress import progress_bar

__all__ = ["doctor", "register"]


def _row(record: Mapping[str, Any]) -> tuple[str, ...]:
    return record["check"], "well" if record["well"] else "WRONG", record["found"], record["remedy"] or "–"


def doctor(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    repair: Annotated[bool, typer.Option("--repair", help="Make broken caches anew and remove leftovers.")] = False,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Look whether the workspace is well: database, index, leftovers, disk, who writes. Exit 1 where it is not."""
    from claimcheck.embed import load_encoder
    from claimcheck.flows.doctor import examine_workspace
    from claimcheck.settings import read_settings

    settings = read_settings(workspace)

    def load() -> Any:
        return load_encoder(encoder or settings.encoder, revision=settings.encoder_revision)

    with progress_bar() as progress:
        found = examine_workspace(workspace, load, repair=repair, say=say, progress=progress)
    columns = ("check", "state", "found", "remedy")
    write_records(
        (each.to_json() for each in found), chosen=output, columns=columns, row=_row, empty="nothing to look at"
    )
    wrong = sum(not each.well for each in found)
    say(f"{wrong} of {len(found)} findings need a remedy" if wrong else "all is well")
    if wrong:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(doctor)
