"""Files that a name stands for: one file, a folder with all in it, or a pattern; always in the same order."""

import glob
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from claimcheck.errors import ReviewFileMissing, ReviewFileUnreadable

__all__ = ["SUFFIXES", "files_of", "is_many"]

SUFFIXES = frozenset(
    [
        ".json",
        ".jsonl",
        ".ndjson",
        ".jsonld",
        ".csv",
        ".tsv",
        ".parquet",
        ".html",
        ".htm",
        ".xhtml",
        ".xml",
        ".rss",
        ".atom",
        ".zip",
    ]
)
"""What is read of a folder, with ``.gz`` behind it or not; a file without a suffix may be a saved page."""


def is_many(source: Path | str) -> bool:
    """Whether a name stands for several files: a folder, or a pattern that is no file's name."""
    text = str(source)
    return text != "-" and (Path(text).is_dir() or (glob.has_magic(text) and not Path(text).exists()))


def files_of(source: Path | str, say: Callable[[str], None]) -> Iterator[Path]:
    """The files of a folder and the folders in it, or of a pattern, in the order of their names.

    Hidden ones, links to folders and files of other kinds are left out; ``say`` hears how many of the last.

    Raises:
        ReviewFileMissing: there is none.
        ReviewFileUnreadable: there is none of a kind that is read.
    """
    text = str(source)
    found = list(_in_folder(Path(text))) if Path(text).is_dir() else sorted(glob.glob(text, recursive=True))  # noqa: PTH207 (a pattern may be absolute)
    others = [path for path in found if not _is_readable(path)]
    chosen = [Path(path) for path in found if _is_readable(path) and not Path(path).is_dir()]
    if not chosen and (found or Path(text).is_dir()):
        raise ReviewFileUnreadable(text, "holds no file that is read", f"give files in {', '.join(sorted(SUFFIXES))}")
    if not chosen:
        raise ReviewFileMissing(text)
    if others:
        first = Path(others[0]).name
        many = f"{len(others)} files of other kinds were left out, such as {first}"
        say(f"{text}: {many if len(others) > 1 else f'{first}, of another kind, was left out'}")
    yield from chosen


def _in_folder(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        yield from (str(Path(place, name)) for name in sorted(files) if not name.startswith("."))


def _is_readable(path: str) -> bool:
    suffixes = [suffix.lower() for suffix in Path(path).suffixes]
    while suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return not suffixes or suffixes[-1] in SUFFIXES or Path(path).is_dir()
