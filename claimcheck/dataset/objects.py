"""Forms that are a list of objects, one a claim: JSON lines, or one JSON document with the list in it.

Each object stands on one line, so that what is wrong is found by its line. Such a form is a pair of pure functions,
one a direction; what it loses is found by taking every row there and back.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import polars as pl

from claimcheck.dataset.form import Batches, Context, Finding, Form
from claimcheck.dataset.frame import empty_record, frame_from_records, records_of
from claimcheck.dataset.items import BrokenJson, iter_items
from claimcheck.dataset.schema import Loss
from claimcheck.dataset.tally import NotCarried, Record, Tally
from claimcheck.errors import FormHasNoPlace
from claimcheck.jsonl import BrokenLine, parse_lines

__all__ = ["Objects", "form_of_objects", "object_lines"]

Object = dict[str, Any]

_STRANGE = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)
"""What reading an object of another shape than expected ends in."""


@dataclass(frozen=True, slots=True)
class Objects:
    """How a row becomes an object of a form and how it comes back.

    ``to_object`` raises ``NotCarried`` for a row the form has no place for. ``from_object`` gives the fields it finds.
    ``problems`` says what is wrong with an object, as pairs of a field and a phrase; ``key`` gives what no two objects
    may share. ``head``, ``tail`` and ``path`` make one document of the list; without ``path`` (None) it is JSON lines.
    """

    to_object: Callable[[Record, Context], Object]
    from_object: Callable[[Mapping[str, Any]], dict[str, Any]]
    problems: Callable[[Mapping[str, Any]], Iterator[tuple[str, str]]]
    words: Mapping[str, str]
    key: Callable[[Mapping[str, Any]], Any] = lambda each: None  # noqa: ARG005
    head: str = "[\n"
    tail: str = "\n]\n"
    path: Sequence[str] | None = ()


def form_of_objects(name: str, title: str, endings: tuple[str, ...], spec: Objects) -> Form:
    """The form that these functions make; writing rows of which it has a place for none is an error."""

    def write(batches: Batches, out: IO[bytes], context: Context) -> tuple[Loss, ...]:
        tally = Tally(spec.words)
        lines = spec.path is None
        out.write(b"" if lines else spec.head.encode())
        first = True
        for batch in batches:
            for record in records_of(batch):
                try:
                    made = spec.to_object(record, context)
                except NotCarried as reason:
                    tally.refuse(str(reason))
                    continue
                text = json.dumps(made, ensure_ascii=False, allow_nan=False)
                try:
                    again = spec.from_object(json.loads(text))
                except _STRANGE:
                    tally.refuse(f"claims that {title} cannot say so that they read back")
                    continue
                tally.compare(record, empty_record() | again)
                out.write(f"{text}\n".encode() if lines else f"{'' if first else ',' + chr(10)}{text}".encode())
                first = False
        if first and tally.refused:
            raise FormHasNoPlace(title, tally.refused)
        out.write(b"" if lines else spec.tail.encode())
        return tally.losses()

    def read(path: Path) -> pl.DataFrame:
        found = []
        for line, item in object_lines(path, spec.path):
            try:
                found.append(empty_record() | spec.from_object(item))
            except _STRANGE as error:
                raise ValueError(f"line {line}: it is no {title} object ({_why(error)})") from error
        return frame_from_records(found)

    def examine(path: Path) -> Iterator[Finding]:
        seen: dict[Any, int] = {}
        try:
            for line, item in object_lines(path, spec.path):
                place = f"line {line}"
                if not isinstance(item, dict):
                    yield Finding(place, None, f"a JSON {type(item).__name__}, wanted an object")
                    continue
                try:
                    yield from (Finding(place, where, what) for where, what in spec.problems(item))
                    key = spec.key(item)
                except _STRANGE as error:
                    yield Finding(place, None, f"it is no {title} object ({_why(error)})")
                    continue
                if isinstance(key, str) and seen.setdefault(key, line) != line:
                    yield Finding(place, None, f"{key!r} is there twice, first on line {seen[key]}")
            if not seen and not path.stat().st_size:
                yield Finding(None, None, "the file is empty")
        except BrokenJson as error:
            yield Finding(f"line {error.line}", None, error.why)
        except UnicodeDecodeError as error:
            yield Finding(None, None, f"not UTF-8 ({error.reason} at byte {error.start})")

    return Form(name, title, endings, write, read, examine)


def object_lines(path: Path, keys: Sequence[str] | None) -> Iterator[tuple[int, Any]]:
    """Each object of a file with its line; ``keys`` lead to the list in a document, None means JSON lines.

    Raises:
        BrokenJson: the file is no such thing.
        OSError, UnicodeDecodeError: it cannot be read.
    """
    if keys is not None:
        yield from iter_items(path.read_text(encoding="utf-8-sig"), keys)
        return
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        for number, found in parse_lines(lines):
            if isinstance(found, BrokenLine):
                raise BrokenJson(number, found.why)
            yield number, found


def _why(error: Exception) -> str:
    return f"it lacks {error}" if isinstance(error, KeyError) else str(error)
