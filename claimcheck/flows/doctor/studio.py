"""Whether Label Studio is well: which one a desk uses, whether it answers, its version, who may read its keys.

Nothing is started, and one answer is waited for, for seconds.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimcheck.errors import ClaimcheckError, StudioKeyMissing, StudioKeyRefused, StudioUnknown
from claimcheck.flows.doctor.findings import Finding, bad, ok, warn
from claimcheck.flows.server_notes import TESTED
from claimcheck.flows.studio import connect
from claimcheck.labelstudio import find_studio, is_installed
from claimcheck.labelstudio.home import studio_home, studio_names
from claimcheck.settings import Settings

__all__ = ["examine_studio"]

_DEFAULT = "default"
_PATIENCE = 5.0  # seconds
_SKEW = 60.0  # seconds


def examine_studio(
    settings: Settings,
    folder: Path,
    *,
    name: str | None = None,
    environ: Mapping[str, str] = os.environ,
    timeout: float = _PATIENCE,
) -> Iterator[Finding]:
    """What is found of the local studios' files, and of the Label Studio that ``push`` and ``pull`` would talk to.

    ``name`` is of a local studio that is to run: as ``--name`` of these commands, and where it is given, it must.
    """
    names = studio_names()
    yield from _private_files(names)
    running = []
    for each in names:
        try:
            studio = find_studio(each)
        except ClaimcheckError as error:
            yield bad("studio", str(error), f"claimcheck studio up --name {each}", shared=type(error).__name__)
            continue
        if studio and studio.running:
            running.append(each)
    if names:
        told = f": {', '.join(running)}" if running else ""
        found = f"{len(names)} here, {len(running)} running{told}"
        yield ok("studios", found, shared=f"{len(names)}, {len(running)}")
    else:
        where = "installed, never started" if is_installed() else "not installed"
        yield ok("studios", f"none here ({where}): claimcheck studio up makes one")
    others = [each for each in running if each != (name or _DEFAULT)]
    yield from _reach(settings, folder, name, others, environ, timeout)


def _private_files(names: list[str]) -> Iterator[Finding]:
    """Keys that others on this machine can read."""
    open_to_others = []
    for name in names:
        path = studio_home(name) / "credentials.json"
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            open_to_others.append(path)
            found = f"others on this machine can read {path}, which holds a password and a key (mode {mode:o})"
            yield bad("credentials", found, f"chmod 600 '{path}'", shared=f"a key file has mode {mode:o}")
    if names and not open_to_others:
        yield ok("credentials", f"{len(names)} key file{'s' * (len(names) != 1)}, their owner's alone")


def _reach(
    settings: Settings,
    folder: Path,
    name: str | None,
    others: list[str],
    environ: Mapping[str, str],
    timeout: float,
) -> Iterator[Finding]:
    try:
        client = connect(settings, name=name or _DEFAULT, environ=environ, folder=folder, timeout=timeout)
    except StudioUnknown:
        if name is not None:
            found = f"the local studio {name!r} does not run"
            yield bad("studio", found, f"claimcheck studio up --name {name}", shared="the one named does not run")
        elif environ.get("LABEL_STUDIO_API_KEY"):
            found = "LABEL_STUDIO_API_KEY is set and LABEL_STUDIO_URL is not: the key opens nothing"
            yield warn("studio", found, "set LABEL_STUDIO_URL too")
        elif others:
            run = f"{', '.join(others)} {'run' if others[1:] else 'runs'}"
            found = f"none is set, and of the local ones only {run}: push, pull and doctor take --name"
            yield ok("studio", found, shared="only named ones run")
        else:
            yield ok("studio", "none is set and none runs: claimcheck studio up, where claims are to be pushed")
        return
    except StudioKeyMissing as error:
        yield bad("studio", str(error), "set LABEL_STUDIO_API_KEY", shared="an address without a key")
        return
    except ClaimcheckError as error:
        yield bad("studio", str(error), "correct the address", shared=type(error).__name__)
        return
    try:
        client.whoami()
        release = client.version()
    except ClaimcheckError as error:
        remedy = "claimcheck studio up, or correct LABEL_STUDIO_URL or [studio] url"
        if isinstance(error, StudioKeyRefused):
            remedy = "make a new key in Label Studio (Account & Settings), put it into LABEL_STUDIO_API_KEY"
        yield bad("studio", str(error), remedy, shared=type(error).__name__)
        return
    if release is None or not (release == TESTED or release.startswith(f"{TESTED}.")):
        told = f"Label Studio {release or 'of an unknown version'}, and claimcheck is tested with {TESTED}"
        yield warn("studio", f"{client.url} answers: {told}", "look at a few tasks before you push many", shared=told)
    else:
        yield ok("studio", f"{client.url} answers: Label Studio {release}", shared=f"Label Studio {release}")
    skew = client.skew.total_seconds() if client.skew else 0.0
    if abs(skew) > _SKEW:
        found = f"Label Studio's clock is {abs(skew):.0f} s {'ahead of' if skew > 0 else 'behind'} this machine's"
        yield warn("clock", found, "set the clock that is wrong; nothing is lost by it")
