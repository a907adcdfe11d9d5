"""The forms a verdict dataset takes, by name; each is written whole or not at all, read back, and examined.

A file is written beside its place, synced and moved there; a folder likewise. What is there already is replaced only
where that is asked for, and a folder only where it is empty or holds what an export of ours wrote and nothing else.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl

from claimcheck.dataset.averitec import AVERITEC
from claimcheck.dataset.checkthat import CHECKTHAT
from claimcheck.dataset.croissant import CROISSANT
from claimcheck.dataset.fever import FEVER
from claimcheck.dataset.form import Batches, Context, Finding, Form, Written, context_of, digest_of
from claimcheck.dataset.hugging_face import HUGGING_FACE
from claimcheck.dataset.rows import CSV, JSONL, PARQUET
from claimcheck.dataset.schema import MANIFEST, Loss
from claimcheck.dataset.web_annotation import WEB_ANNOTATION
from claimcheck.errors import DatasetFormatUnknown, DatasetNotWritable, DatasetUnreadable, FileNotWritable, OutputTaken
from claimcheck.files import making_folder, writing_whole

__all__ = ["FORMATS", "examine_dataset", "format_of", "read_dataset", "write_batches", "write_dataset"]

FORMATS: Mapping[str, Form] = {
    each.name: each
    for each in (PARQUET, JSONL, CSV, HUGGING_FACE, CROISSANT, FEVER, AVERITEC, CHECKTHAT, WEB_ANNOTATION)
}
"""The forms by name."""


def format_of(path: Path, name: str | None = None, forms: Mapping[str, Form] = FORMATS) -> Form:
    """The form of that name, else the one the path's ending says.

    >>> format_of(Path("verdicts.CSV")).name
    'csv'

    Raises:
        DatasetFormatUnknown: there is no such form.
    """
    if name is not None:
        if name not in forms:
            raise DatasetFormatUnknown(name, tuple(forms))
        return forms[name]
    ending = path.suffix.lstrip(".").lower()
    found = next((each for each in forms.values() if ending in each.endings), None)
    if found is None:
        raise DatasetFormatUnknown(ending, tuple(forms))
    return found


def write_dataset(
    frame: pl.DataFrame, path: Path, *, form: str | None = None, context: Context | None = None, force: bool = True
) -> Written:
    """Write a verdict frame as ``form``, else as the path's ending says; the same frame gives the same bytes.

    Raises:
        DatasetFormatUnknown: there is no such form.
        DatasetNotWritable: the place cannot be written.
        OutputTaken: something is there, and is not to be replaced.
    """
    return write_batches([frame], path, format_of(path, form), context=context, force=force)


def write_batches(
    batches: Batches, path: Path, form: Form, *, context: Context | None = None, force: bool = False
) -> Written:
    """Write batches of a dataset in a form, holding only a few in memory; as ``write_dataset``."""
    counted = _Counted(batches)
    try:
        if form.folder:
            losses = _write_folder(counted, path, form, context_of(context), force)
            names = sorted(each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file())
            digests = {name: digest_of(path / name) for name in names}
            size = sum((path / name).stat().st_size for name in names)
            lines = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
            return Written(path, counted.rows, size, hashlib.sha256(lines.encode()).hexdigest(), losses, digests)
        with writing_whole(path, force=force) as out:
            losses = form.write(counted, out, context_of(context))
        digest = digest_of(path)
        return Written(path, counted.rows, path.stat().st_size, digest, losses, {path.name: digest})
    except FileNotWritable as error:
        raise DatasetNotWritable(str(path), error.why) from error


class _Counted:
    """Batches that count their rows as they pass."""

    def __init__(self, batches: Iterable[pl.DataFrame]) -> None:
        self._batches, self.rows = batches, 0

    def __iter__(self) -> Iterator[pl.DataFrame]:
        for batch in self._batches:
            self.rows += len(batch)
            yield batch


def _write_folder(batches: Batches, path: Path, form: Form, context: Context, force: bool) -> tuple[Loss, ...]:
    place = path.resolve()
    if place.exists() and not place.is_dir():
        raise DatasetNotWritable(str(path), f"it is no folder, and {form.title} is one")
    filled = place.is_dir() and any(place.iterdir())
    if filled and not force:
        raise OutputTaken(str(path))
    if filled:
        strange = _strange_files(place)
        if strange:
            raise DatasetNotWritable(str(path), f"no export of ours wrote {strange[0]} in it; --force spares that")
    with making_folder(path) as part:
        losses = form.write(batches, part, context)
        for file in part.rglob("*"):
            if file.is_file():
                _sync(file)
    return losses


def _strange_files(folder: Path) -> list[str]:
    """What a folder holds that is not in the manifest of an export of ours in it; all of it where there is none."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        ours = {MANIFEST, *manifest["files"]} if str(manifest["format"]).startswith("claimcheck-export/") else set()
    except (OSError, ValueError, KeyError, TypeError):
        ours = set()
    return sorted(
        name
        for each in folder.rglob("*")
        if not each.is_dir() and (name := each.relative_to(folder).as_posix()) not in ours
    )


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def read_dataset(path: Path, *, form: str | None = None, forms: Mapping[str, Form] = FORMATS) -> pl.DataFrame:
    """The verdict frame that ``write_dataset`` wrote: equal but for what its form was said to lose.

    Raises:
        DatasetFormatUnknown: there is no such form.
        DatasetUnreadable: there is no such file, or it is no verdict dataset.
    """
    chosen = format_of(path, form, forms)
    try:
        return chosen.read(path)
    except OSError as error:
        raise DatasetUnreadable(str(path), error.strerror or str(error)) from error
    except KeyError as error:
        raise DatasetUnreadable(str(path), f"it lacks {error}") from error
    except (ValueError, TypeError, pl.exceptions.PolarsError) as error:
        raise DatasetUnreadable(str(path), str(error).splitlines()[0] if str(error) else "it cannot be read") from error


def examine_dataset(path: Path, *, form: str | None = None, forms: Mapping[str, Form] = FORMATS) -> Iterator[Finding]:
    """What is wrong with a dataset file, each with its line or row and its field; nothing where it is well.

    Raises:
        DatasetFormatUnknown: there is no such form.
        DatasetUnreadable: there is no such file, or it cannot be opened.
    """
    chosen = format_of(path, form, forms)
    if not path.exists():
        raise DatasetUnreadable(str(path), "there is no such file")
    if path.is_dir() != chosen.folder:
        raise DatasetUnreadable(str(path), f"{chosen.title} is a {'folder' if chosen.folder else 'file'}")
    try:
        yield from chosen.examine(path)
    except OSError as error:
        raise DatasetUnreadable(str(path), error.strerror or str(error)) from error
