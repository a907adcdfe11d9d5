"""``doctor``: whether installation, workspace and Label Studio are well; caches made anew; a bundle for support."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, ForceOption, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.files import demand_free
from claimcheck.jsonl import write_lines

if TYPE_CHECKING:
    from claimcheck.flows.doctor.findings import Finding
    from claimcheck.settings import Settings

__all__ = ["doctor", "register"]


def doctor(
    context: typer.Context,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    repair: Annotated[bool, typer.Option("--repair", help="Make broken caches anew and remove leftovers.")] = False,
    bundle: Annotated[
        Path | None,
        typer.Option("--bundle", metavar="FILE.zip", help="Also write what support needs, and nothing anybody wrote."),
    ] = None,
    force: ForceOption = False,
    encoder: EncoderOption = None,
    name: Annotated[
        str | None, typer.Option("--name", help="A local studio that is to run and answer; default: the one push uses.")
    ] = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Look whether all is well: versions, settings, database, index, Label Studio, disk, memory, clock. Starts nothing.

    Each finding is ok, warn (worth a look) or bad, with what to do. Exit status 1 where one is bad.
    """
    from claimcheck.flows.doctor.findings import State
    from claimcheck.flows.doctor.machine import examine_machine

    if bundle is not None:
        demand_free(bundle, force=force)
    named = str(context.get_parameter_source("workspace")).rpartition(".")[2] not in {"DEFAULT", "DEFAULT_MAP"}
    found = [*examine_machine(workspace), _terminal()]
    found += _as_far_as_it_goes("workspace", lambda: _workspace(workspace, encoder, named=named, repair=repair))
    found += _as_far_as_it_goes("studio", lambda: _studio(workspace, name))
    if as_jsonl(output):
        write_lines((each.to_json() for each in found), sys.stdout)
    else:
        write_table(("check", "state", "found", "what to do"), _rows(found))
    if bundle is not None:
        from claimcheck.flows.doctor.bundle import write_bundle

        names = write_bundle(bundle, workspace, found, force=force)
        say(f"{bundle}: {', '.join(names)}; plain text, without anything that anybody wrote: look before you send it")
    wrong, odd = (sum(each.state is state for each in found) for state in (State.BAD, State.WARN))
    also = f"; worth a look: {odd}" if odd else ""
    if wrong:
        say(f"{wrong} of {len(found)} findings {'needs' if wrong == 1 else 'need'} a remedy{also}")
        raise typer.Exit(1)
    say(f"all is well{also}")


def _as_far_as_it_goes(check: str, examine: "Callable[[], list[Finding]]") -> "list[Finding]":
    """What is found; where a library or a file keeps it from being looked at, that."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.flows.doctor.findings import bad

    try:
        return examine()
    except ImportError as error:
        remedy = "pip install --upgrade --force-reinstall claimcheck"
        return [bad(check, f"not looked at: {error}", remedy, shared=f"{error.name} cannot be loaded")]
    except OSError as error:
        if isinstance(error, ClaimcheckError) or error.filename is None:
            raise
        return [bad(check, f"not looked at: {error}", "look at its name and who may use it", shared="OSError")]


def _workspace(workspace: Path, encoder: str | None, *, named: bool, repair: bool) -> "list[Finding]":
    from claimcheck.embed import load_encoder
    from claimcheck.errors import ClaimcheckError, NotAWorkspace, WorkspaceMissing, WorkspaceTooNew
    from claimcheck.flows.doctor.findings import bad, warn
    from claimcheck.flows.doctor.workspace import examine_workspace

    def load() -> Any:
        settings = _settings(workspace)
        return load_encoder(encoder or settings.encoder, revision=settings.encoder_revision)

    try:
        with progress_bar() as progress:
            return examine_workspace(workspace, load, repair=repair, say=say, progress=progress)
    except WorkspaceMissing as error:
        remedy = f"claimcheck reviews import FILE -w {workspace}, or claimcheck demo"
        if named:
            return [bad("workspace", str(error), remedy, shared="none at the place that was named")]
        return [warn("workspace", f"none in {workspace} yet", remedy, shared="none yet")]
    except (NotAWorkspace, WorkspaceTooNew) as error:
        remedy = "update claimcheck" if isinstance(error, WorkspaceTooNew) else "choose another folder with -w"
        return [bad("workspace", str(error), remedy, shared=type(error).__name__)]
    except ClaimcheckError as error:
        if repair:
            raise
        return [bad("workspace", str(error), "see the line itself", shared=type(error).__name__)]


def _studio(workspace: Path, name: str | None) -> "list[Finding]":
    from claimcheck.flows.doctor.studio import examine_studio

    return list(examine_studio(_settings(workspace), workspace, name=name))


def _settings(workspace: Path) -> "Settings":
    """The settings; the defaults where they cannot be read, which is a finding already."""
    from claimcheck.errors import SettingsInvalid
    from claimcheck.settings import Settings, read_settings

    try:
        return read_settings(workspace)
    except SettingsInvalid:
        return Settings()


def _terminal() -> "Finding":
    from claimcheck.flows.doctor.findings import ok

    if not sys.stdout.isatty():
        return ok("terminal", "stdout is a pipe or a file: JSON lines, no colours, no bars")
    colours = "no colours (NO_COLOR)" if os.environ.get("NO_COLOR") else "colours"
    kind = os.environ.get("TERM", "")
    columns = shutil.get_terminal_size().columns
    return ok("terminal", f"{columns} columns, {'plain' if kind == 'dumb' else colours}")


def _rows(found: "Sequence[Finding]") -> Iterator[tuple[str, ...]]:
    """A row a finding; what is well with the libraries is one row."""
    from claimcheck.flows.doctor.findings import State

    libraries = [each.found.partition(" (")[0] for each in found if each.check == "library" and each.state is State.OK]
    for each in found:
        if each.check == "library" and each.state is State.OK:
            if libraries:
                yield "libraries", "ok", ", ".join(libraries), "–"
                libraries = []
            continue
        yield each.check, "BAD" if each.state is State.BAD else each.state.value, each.found, each.remedy or "–"


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(doctor)
