"""What results depend on besides their input: claimcheck's own code, Python, and the libraries that read text.

Two machines whose installations are equal give equal results.
"""

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["installation", "working_files"]

_PARTS = ("article", "batch", "embed", "records", "reviews", "shapes", "split")
_WORK = ("flows/reading.py", "flows/spread.py")
_NOT = {"__pycache__", "bundled"}  # the bundled encoder has a fingerprint of its own
_LIBRARIES = (
    "HanTa",
    "charset-normalizer",
    "distributed",
    "lxml",
    "markdown-it-py",
    "numpy",
    "py3langid",
    "safetensors",
    "tokenizers",
)


@cache
def installation() -> dict[str, str]:
    """What is installed here, name → version; of claimcheck also a digest of the code that does the work.

    >>> sorted(installation())[:2], installation()["python"].count(".")
    (['HanTa', 'charset-normalizer'], 1)
    """
    found = {"claimcheck": f"{_version('claimcheck')} (code {_digest()})"}
    found["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    return found | {name: _version(name) for name in _LIBRARIES}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _digest() -> str:
    """Of the files that do pieces of work: code, word lists and weights, whatever their folder."""
    home = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256()
    for name in working_files(home):
        whole.update(f"{name} {hashlib.sha256((home / name).read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:8]


def working_files(home: Path) -> list[str]:
    """The files below claimcheck's folder that pieces of work are done with."""
    inside = (path for part in _PARTS for path in (home / part).rglob("*") if path.is_file())
    return sorted(_WORK) + sorted(
        path.relative_to(home).as_posix() for path in inside if not _NOT & set(path.relative_to(home).parts)
    )
