"""Whether the machine and the installation are well: versions, memory, disk, language settings, clock."""

import locale
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from packaging.requirements import Requirement

import claimcheck
from claimcheck.files import DATABASE
from claimcheck.flows.doctor.findings import Finding, bad, ok, warn

__all__ = ["examine_machine", "installed", "memory_free"]

_NAME = "claimcheck"
_DEVELOPMENT = {"dev"}  # extras that no desk installs
_LEAST_MEMORY = 1 << 30  # bytes that a lookup among a million past checks takes
_LEAST_TEMPORARY = 64 << 20
_TOLERANCE = 60.0  # seconds between clocks


def examine_machine(folder: Path) -> Iterator[Finding]:
    """What is found of Python, claimcheck, its libraries, the machine's memory, temporary space, locale and clock.

    ``folder`` is a workspace, whether or not it is there: nothing in it can be of tomorrow.
    """
    yield from _python()
    yield from _libraries()
    yield _memory()
    yield _temporary()
    yield _locale()
    yield _clock(folder)


def _python() -> Iterator[Finding]:
    here = platform.python_version()
    about = metadata(_NAME)
    tested = [
        each.rpartition(" ")[2]
        for each in about.get_all("Classifier") or ()
        if each.startswith("Programming Language :: Python :: 3.")
    ]
    minor = ".".join(here.split(".")[:2])
    if minor in tested:
        yield ok("python", f"{here} on {platform.system()} {platform.machine()}")
    else:
        yield warn("python", f"{here}, and claimcheck is tested with {', '.join(tested)}", f"use Python {tested[-1]}")
    yield ok("claimcheck", version(_NAME))


def installed() -> list[tuple[Requirement, str | None, str | None]]:
    """What claimcheck requires, with the extra that does and the version that is here; None where none is.

    An extra's own libraries come after those that everybody needs; development's are left out.
    """
    found = []
    extras = metadata(_NAME).get_all("Provides-Extra") or []
    for line in requires(_NAME) or ():
        requirement = Requirement(line)
        extra = None if requirement.marker is None else _extra_of(requirement, extras)
        if extra in _DEVELOPMENT:
            continue
        try:
            here = version(requirement.name)
        except PackageNotFoundError:
            here = None
        found.append((requirement, extra, here))
    return sorted(found, key=lambda each: (each[1] is not None, each[1] or "", each[0].name.casefold()))


def _extra_of(requirement: Requirement, extras: Sequence[str]) -> str | None:
    """The extra that asks for a requirement: the one whose name makes its marker true."""
    marker = requirement.marker
    assert marker is not None
    if marker.evaluate({"extra": ""}):
        return None
    return next((name for name in extras if marker.evaluate({"extra": name})), "other machines")


def _libraries() -> Iterator[Finding]:
    missing: dict[str, list[str]] = {}
    whole: dict[str, list[str]] = {}
    for requirement, extra, here in installed():
        check = f"extra {extra}" if extra else "library"
        remedy = f"pip install --upgrade '{_NAME}[{extra}]'" if extra else f"pip install --upgrade {_NAME}"
        if here is None and extra:
            missing.setdefault(extra, []).append(requirement.name)
        elif here is None:
            yield bad(check, f"{requirement.name} is not installed, {requirement.specifier} is needed", remedy)
        elif not requirement.specifier.contains(here, prereleases=True):
            found = f"{requirement.name} {here} is outside the supported {requirement.specifier}"
            yield bad(check, found, remedy) if extra is None else warn(check, found, remedy)
        else:
            whole.setdefault(check, []).append(f"{requirement.name} {here}")
            if extra is None:
                yield ok(check, f"{requirement.name} {here} (supported: {requirement.specifier})")
    for check, names in whole.items():
        extra = check.removeprefix("extra ")
        if check != "library" and extra not in missing:
            yield ok(check, ", ".join(names))
    for extra, names in missing.items():
        yield ok(f"extra {extra}", f"not installed ({', '.join(names)}); pip install '{_NAME}[{extra}]' brings it")


def memory_free() -> int | None:
    """The bytes of memory that a new program could take; None where the machine does not say."""
    try:
        with open("/proc/meminfo", encoding="ascii") as file:  # noqa: PTH123 (Linux's own, not a file of ours)
            for line in file:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) << 10
    except (OSError, ValueError, IndexError):
        pass
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _memory() -> Finding:
    free = memory_free()
    if free is None:
        return ok("memory", "this machine does not say how much is free")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    found = f"{free >> 20:,} MiB free, {cores} processor core{'s' * (cores != 1)}"
    if free < _LEAST_MEMORY:
        return warn("memory", found, "close other programs: a lookup among a million past checks takes 1 GiB")
    return ok("memory", found)


def _temporary() -> Finding:
    folder = Path(tempfile.gettempdir())
    try:
        free = shutil.disk_usage(folder).free
        writable = os.access(folder, os.W_OK)
    except OSError as error:
        return bad("temporary files", f"{folder}: {error.strerror}", "set TMPDIR to a folder that is there", shared="")
    if not writable or free < _LEAST_TEMPORARY:
        what = f"{free >> 20:,} MiB free" if writable else "no right to write"
        return bad("temporary files", f"{folder}: {what}", "make room there, or set TMPDIR elsewhere", shared=what)
    return ok("temporary files", f"{free >> 20:,} MiB free")


def _locale() -> Finding:
    names, words = sys.getfilesystemencoding(), locale.getpreferredencoding(False)
    if names.lower().replace("-", "") != "utf8":
        found = f"file names are read as {names}, text as {words}"
        return warn("locale", found, "set LC_ALL=C.UTF-8, else files with accents in their names cannot be named")
    return ok("locale", f"file names are read as {names}, text as {words}; claimcheck itself speaks UTF-8")


def _clock(folder: Path) -> Finding:
    now = time.time()
    ahead = 0.0
    for mark in (Path(claimcheck.__file__), folder / DATABASE):
        with suppress(OSError):  # not there, or not for us to see
            ahead = max(ahead, mark.stat().st_mtime - now)
    if ahead > _TOLERANCE:
        found = f"files here are from {_span(ahead)} in the future"
        return bad("clock", found, "set this machine's clock: dates of claims and verdicts are reckoned from it")
    return ok("clock", time.strftime("%Y-%m-%d %H:%M, UTC%z", time.localtime(now)))


def _span(seconds: float) -> str:
    """A span in words, to the largest unit.

    >>> _span(7200), _span(90), _span(3 * 86400)
    ('2 hours', '90 seconds', '3 days')
    """
    for size, name in ((86_400, "days"), (3600, "hours"), (1, "seconds")):
        if seconds >= 2 * size:
            return f"{seconds // size:.0f} {name}"
    return f"{seconds:.0f} seconds"
