"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.output import OutputFormat

__all__ = [
    "CaOption",
    "EncoderOption",
    "ForceOption",
    "FormatOption",
    "RedactOption",
    "SchedulerOption",
    "TimeoutOption",
    "WorkspaceOption",
    "YesOption",
    "parse_day",
]

WorkspaceOption = Annotated[
    Path,
    typer.Option(
        "--workspace",
        "-w",
        envvar="CLAIMCHECK_WORKSPACE",
        help="The workspace folder.",
        show_default=True,
    ),
]
FormatOption = Annotated[
    OutputFormat, typer.Option("--format", help="table, jsonl, or by whether stdout is a terminal.")
]
EncoderOption = Annotated[
    str | None,
    typer.Option(
        "--encoder", help="A sentence-transformers model by folder, name or name@revision; default: the workspace's."
    ),
]
CaOption = Annotated[
    Path | None, typer.Option("--ca", help="The certificate (PEM) of the authority that signed Label Studio's.")
]
TimeoutOption = Annotated[
    float | None, typer.Option("--timeout", min=0.1, help="Seconds that one call to Label Studio may take.")
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="A Dask scheduler whose workers share the work, such as tcp://127.0.0.1:8786; default: "
        "$CLAIMCHECK_SCHEDULER, else the settings'; '' for none.",
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace what is there already.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

RedactOption = Annotated[
    bool, typer.Option("--redact", help="Take e-mail addresses and telephone numbers out of justifications.")
]

DEFAULT_WORKSPACE = Path("claimcheck-workspace")


def parse_day(text: str | None) -> date | None:
    """A date given as YYYY-MM-DD.

    >>> parse_day("2023-04-11")
    datetime.date(2023, 4, 11)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write YYYY-MM-DD") from None
