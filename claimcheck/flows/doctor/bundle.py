"""What a desk can send to somebody who helps: findings, versions and counts, and nothing that anybody wrote.

The promise: no secret, no text of an article, claim, check or answer, no name of a person, machine, address or folder.
It is kept twice. Each part is made of numbers and of words of claimcheck's own; and all of it then goes through a
sieve, which takes out the secrets, names and places it knows of, and whatever looks like an address.
"""

import getpass
import importlib.metadata
import json
import os
import platform
import re
import socket
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from claimcheck.errors import ClaimcheckError
from claimcheck.files import DATABASE, writing_whole
from claimcheck.flows.doctor.findings import Finding
from claimcheck.flows.doctor.machine import memory_free
from claimcheck.labelstudio import find_studio
from claimcheck.labelstudio.home import studio_names
from claimcheck.settings import Settings, read_settings

__all__ = ["Sieve", "bundle_parts", "write_bundle"]

_SECRET = re.compile(r"KEY|TOKEN|SECRET|PASSW", re.IGNORECASE)  # in the name of an environment variable
_TOLD = ("CLAIMCHECK_", "LABEL_STUDIO_", "GOOGLE_FACTCHECK_", "OPENAI_", "MILVUS_", "DASK_", "PG")
_ALSO_TOLD = {"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "NO_COLOR", "TERM", "LANG", "LC_ALL", "TMPDIR", "XDG_DATA_HOME"}
_ADDRESSES = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "(mail address)"),
    (re.compile(r"\b\w+://[^\s\"'<>]+"), "(address)"),
    (re.compile(r"\b\d{1,3}(\.\d{1,3}){3}\b(?!\.\d)"), "(address)"),
    (re.compile(r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{24,}\b"), "(digits)"),
)
_READ_ME = """\
What `claimcheck doctor --bundle` wrote, for somebody who helps with this installation.

about.json        versions of claimcheck and Python, kind of machine, memory
findings.jsonl    what `claimcheck doctor` found, without names and places
packages.txt      the libraries claimcheck uses, with their versions
settings.json     which settings are set; numbers as they are, words only as "set"
workspace.json    how many rows each table has, how large the index is
environment.json  the names of the environment variables that are set, without their values

Not in it: keys and passwords, articles, claims, past checks and answers, names of people, machines, addresses and
folders. It is plain text: look before you send it.
"""


class Sieve:
    """Takes known secrets, names and places out of a text, and what looks like an address."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        pairs = [(each, word) for word, texts in known.items() for each in texts if len(each) >= 3]
        found = sorted(((way, word) for text, word in pairs for way in _written(text)), key=lambda pair: -len(pair[0]))
        # secrets first and anywhere: an address found inside of one would leave the rest of it standing
        self._secrets = [(re.compile(re.escape(text)), f"({word})") for text, word in found if word == "secret"]
        self._others = [
            (re.compile(rf"(?<!\w){re.escape(text)}(?!\w)"), f"({word})") for text, word in found if word != "secret"
        ]

    def clean(self, text: str) -> str:
        """The text with a word in brackets for each thing taken out.

        >>> Sieve({"folder": ["/srv/ada"]}).clean("/srv/ada/x of ada@desk.example at http://10.0.0.7:80/a")
        '(folder)/x of (mail address) at (address)'
        """
        for pattern, word in [*self._secrets, *_ADDRESSES, *self._others]:
            text = pattern.sub(word, text)
        return text


def _written(text: str) -> set[str]:
    """A text as it is, and as JSON writes it."""
    return {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}


def write_bundle(
    out: Path,
    folder: Path,
    findings: Sequence[Finding],
    *,
    environ: Mapping[str, str] = os.environ,
    force: bool = False,
) -> list[str]:
    """Write the bundle of a workspace, which need not be there, as a zip file; the names of what is in it.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
        FileNotWritable: it cannot be written.
    """
    sieve = Sieve(_known(folder, environ))
    parts = {name: sieve.clean(text) for name, text in bundle_parts(folder, findings, environ)}
    with writing_whole(out, force=force) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in parts.items():
            bundle.writestr(name, text)
    return list(parts)


def bundle_parts(folder: Path, findings: Sequence[Finding], environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of a bundle by name, before the sieve."""
    yield "README.txt", _READ_ME
    yield "about.json", _json(_about())
    lines = ({"check": each.check, "state": each.state.value, "found": each.shared or None} for each in findings)
    yield "findings.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    yield "packages.txt", "".join(f"{name} {version}\n" for name, version in sorted(_packages().items()))
    yield "settings.json", _json(_settings(folder))
    yield "workspace.json", _json(_workspace(folder))
    names = (name for name in environ if name.startswith(_TOLD) or name.upper() in _ALSO_TOLD)
    yield "environment.json", _json(sorted(names))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _about() -> dict[str, Any]:
    return {
        "claimcheck": importlib.metadata.version("claimcheck"),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "release": platform.release().partition("-")[0],
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "memory_free": memory_free(),
        "made": datetime.now(UTC).isoformat(timespec="minutes"),
    }


def _packages() -> dict[str, str]:
    """What claimcheck stands on, with what that stands on; other packages here are nobody's business."""
    found: dict[str, str] = {}
    waiting, seen = ["claimcheck"], set[str]()
    while waiting:
        if (name := waiting.pop()) in seen:
            continue
        seen.add(name)
        with suppress(importlib.metadata.PackageNotFoundError):
            about = importlib.metadata.distribution(name)
            key = about.metadata["Name"].casefold()
            if key in found:
                continue
            found[key] = about.version
            for line in about.requires or ():
                with suppress(InvalidRequirement):
                    waiting.append(Requirement(line).name)
    return found


def _settings(folder: Path) -> dict[str, Any]:
    try:
        settings = read_settings(folder)
    except ClaimcheckError as error:
        return {"error": type(error).__name__}
    usual, told = Settings(), {}
    for each in fields(Settings):
        value = getattr(settings, each.name)
        plain = isinstance(value, int | float) or value is None or each.name == "languages"
        told[each.name] = value if plain else "set" if value != getattr(usual, each.name) else "as it comes"
    return told


def _workspace(folder: Path) -> dict[str, Any]:
    try:
        from claimcheck.flows.lookup import INDEX_FOLDER
        from claimcheck.index.manifest import MANIFEST, Manifest
        from claimcheck.store import Store
    except ImportError as error:  # a bundle is for installations that are not well
        return {"error": f"{error.name} cannot be loaded"}
    told: dict[str, Any] = {}
    try:
        with Store.open(folder, create=False, write=False) as store:
            told = {"format": store.format, "rows": store.count_rows(), "log_bytes": store.log_bytes}
            told["database_bytes"] = (folder / DATABASE).stat().st_size
    except (ClaimcheckError, OSError) as error:
        told["error"] = type(error).__name__
    try:
        manifest = Manifest.read(folder / INDEX_FOLDER / MANIFEST)
    except (OSError, ValueError) as error:
        return {**told, "index": type(error).__name__}
    told["index"] = {
        "format": manifest.format,
        "encoder": manifest.encoder[:12],
        "dimension": manifest.dimension,
        "count": manifest.count,
        "segments": len(manifest.segments),
        "removed": manifest.removed,
        "languages": list(manifest.languages),
        "bytes": sum(each.size for each in manifest.files.values()),
    }
    return told


def _known(folder: Path, environ: Mapping[str, str]) -> dict[str, list[str]]:
    """What must not be in a bundle, by the word that stands for it."""
    known: dict[str, list[str]] = {
        "secret": [value for name, value in environ.items() if _SECRET.search(name) and len(value) >= 6],
        "folder": [str(each) for each in {folder.absolute(), folder.resolve(), Path.cwd(), Path.home()}],
        "machine": [socket.gethostname(), platform.node(), socket.gethostname().partition(".")[0]],
        "set": [],
    }
    known["folder"] = [each for each in known["folder"] if each != "/"]
    with suppress(OSError, KeyError, ImportError):
        known["user"] = [getpass.getuser()]
    for name in studio_names():
        with suppress(ClaimcheckError):
            studio = find_studio(name)
            if studio:
                own = studio.credentials
                known["secret"] += [own.password, own.token, own.id]
    with suppress(ClaimcheckError):
        settings = read_settings(folder)
        words = (getattr(settings, each.name) for each in fields(Settings))
        known["set"] = [each for each in words if isinstance(each, str) and each != "claimcheck"]
    return known
