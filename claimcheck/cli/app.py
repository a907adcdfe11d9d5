"""The one app: every group of commands joined, and what happens to an error."""

import atexit
import errno
import gc
import io
import os
import signal
import sys
import warnings
from contextlib import suppress
from typing import Annotated

import typer

from claimcheck.cli import (
    agreement,
    articles,
    bench,
    claims,
    demo,
    doctor,
    encoder,
    exports,
    lookup,
    pulling,
    pushing,
    reports,
    reviews,
    serve,
    sharing,
    studio,
    verdicts,
)
from claimcheck.cli.contents import EXAMPLES, TopLevel, dress
from claimcheck.cli.output import be, complain, printable, shorten
from claimcheck.errors import ClaimcheckError

__all__ = ["app", "main"]

app = typer.Typer(
    name="claimcheck",
    cls=TopLevel,
    epilog=EXAMPLES[""],
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"claimcheck {version('claimcheck')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """News articles to checkable claims, past checks, Label Studio tasks, verdicts and datasets.

    Records go to stdout: a table on a terminal, JSON lines when piped. Words go to stderr. Exit status: 0 done, 1 an
    error or something that is not well, 2 wrong usage. More of each: claimcheck COMMAND --help.
    """


for group in (
    demo,
    articles,
    claims,
    reviews,
    lookup,
    studio,
    pushing,
    sharing,
    pulling,
    verdicts,
    agreement,
    reports,
    exports,
    serve,
    bench,
    encoder,
    doctor,
):
    group.register(app)
dress(app)


def main() -> None:
    """Run the command line; the process's exit status says how it went."""
    gc.set_threshold(50_000, 20, 20)  # a command loads much and lives a moment: less looking for what it leaves
    atexit.register(gc.freeze)  # and none at its end, which took a sixth of a lookup
    with suppress(ValueError):  # not the first thread
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C: what was laid aside is removed
    warnings.filterwarnings("ignore", "the rules failed")  # a note on the article tells that
    _speak_utf8()
    be(quiet=False, json=False)
    try:
        app()
        sys.stdout.flush()
    except ClaimcheckError as error:
        complain(f"claimcheck: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        complain("claimcheck: stopped")
        sys.exit(130)
    except OSError as error:
        if error.filename is not None:
            name = shorten(printable(os.fsdecode(error.filename)), 200)
            complain(f"claimcheck: {name} cannot be used ({error.strerror}): look at its name and who may use it")
            sys.exit(1)
        # stdout, which has no name, is full, or its reader went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing more to write at exit
        if error.errno != errno.EPIPE:
            complain(f"claimcheck: the output cannot be written ({error.strerror}): make room or write elsewhere")
        sys.exit(1)


def _speak_utf8() -> None:
    """Claims are in every script, whatever the locale; a stream that was closed before we began leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")
