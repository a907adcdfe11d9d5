"""``read_reviews`` for several hands: JSON lines a stretch at a time, folders some files at a time, the rest as it is.

Pieces and what they give can be pickled. What comes out, in which order, and what is said of it is the same as where
one reads it all.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeAlias

from claimcheck.errors import ClaimcheckError, NoReviewFound
from claimcheck.records import ClaimReview
from claimcheck.reviews.collect import files_of, is_many
from claimcheck.reviews.given import Given, Notes, Rejected
from claimcheck.reviews.read import (
    _LARGEST_LINE,
    _file,
    _is_lines,
    _named,
    _once,
    _outcomes,
    _read_lines,
    _Reading,
    _silent,
    _unbroken,
)
from claimcheck.reviews.source import Format, format_of, open_source, opened

__all__ = ["ReadPiece", "ReviewPiece", "read_reviews_shared"]

_STRETCH = 400_000  # bytes of lines, or of files, in one piece
_LARGEST_FILE = 4_000_000  # of a folder: what is larger is read here

Share: TypeAlias = Callable[[Callable[["ReviewPiece"], "ReadPiece"], Iterable["ReviewPiece"]], Iterator["ReadPiece"]]


@dataclass(frozen=True, slots=True)
class ReviewPiece:
    """Something to read: whole files by their names, or a stretch of one from a line on."""

    files: tuple[tuple[str, bytes], ...]
    line: int | None = None

    @property
    def key(self) -> str:
        """Of its content and place."""
        whole = hashlib.sha256(repr((self.line, [name for name, _ in self.files])).encode())
        for _, data in self.files:
            whole.update(hashlib.sha256(data).digest())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """What came of a piece, in order, and what is to be said of it."""

    key: str
    outcomes: list[ClaimReview | Rejected]
    notes: Notes
    said: list[str] = field(default_factory=list)


def read_reviews_shared(
    source: Path | str,
    share: Share,
    *,
    stdin: BinaryIO | None = None,
    is_done: Callable[[str], bool] = lambda _key: False,
    on_piece: Callable[[str, int], None] = lambda _key, _count: None,
    ratings: Any = None,
    column_map: Mapping[str, str] | None = None,
    say: Callable[[str], None] | None = None,
    **known: Any,
) -> Iterator[ClaimReview | Rejected]:
    """What ``read_reviews`` gives, read piece by piece by whoever ``share`` asks; options as there.

    Pieces whose key ``is_done`` knows are left out. ``on_piece`` hears, behind the outcomes of a piece, its key and how
    many past checks it gave.

    Raises:
        ClaimcheckError: as ``read_reviews``.
    """
    path = str(source)
    given = Given(ratings=ratings, **known)
    reading = _Reading(given, column_map, _once(say) if say else _silent)
    sharing = _Sharing(share, reading, is_done, on_piece)
    found = False
    for outcome in sharing.folder(source) if is_many(source) else _unbroken(sharing.file(source, stdin), path):
        found = True
        yield outcome
    for line in given.notes.lines():
        reading.say(f"{path}: {line}")
    if not found and not sharing.left_out:
        raise NoReviewFound(path)


@dataclass(slots=True)
class _Sharing:
    share: Share
    reading: _Reading
    is_done: Callable[[str], bool]
    on_piece: Callable[[str, int], None]
    left_out: bool = False

    def file(self, source: Path | str, stdin: BinaryIO | None) -> Iterator[ClaimReview | Rejected]:
        """A single file: its lines shared, if it has any."""
        name = "-" if str(source) == "-" else Path(source).name
        reading = self.reading.of(name)
        with open_source(source, stdin) as (stream, suffix):
            if format_of(stream, suffix, path=str(source)) is Format.JSON and _is_lines(stream, suffix):
                broken: list[ClaimcheckError] = []
                yield from self._read(_stretches(stream, str(source), broken), reading)
                if broken:
                    raise broken[0]
            else:
                yield from _outcomes(stream, suffix, reading, str(source))

    def folder(self, source: Path | str) -> Iterator[ClaimReview | Rejected]:
        """The files of a folder or a pattern: those of ordinary size shared, some at a time."""
        for small, paths in groupby(files_of(source, self.reading.say), _is_small):
            if small:
                yield from self._read(_handfuls(paths), self.reading)
            else:
                for path in paths:
                    yield from _named(str(path), _file(path, None, self.reading))

    def _read(self, pieces: Iterator[ReviewPiece], reading: _Reading) -> Iterator[ClaimReview | Rejected]:
        plain = replace(reading.given, notes=Notes())
        for read in self.share(partial(_read_piece, plain, reading.column_map), self._wanted(pieces)):
            for line in read.said:
                reading.say(line)
            _add(reading.given.notes, read.notes)
            yield from read.outcomes
            self.on_piece(read.key, sum(isinstance(each, ClaimReview) for each in read.outcomes))

    def _wanted(self, pieces: Iterator[ReviewPiece]) -> Iterator[ReviewPiece]:
        for piece in pieces:
            if self.is_done(piece.key):
                self.left_out = True
            else:
                yield piece


def _stretches(stream: IO[bytes], name: str, broken: list[ClaimcheckError]) -> Iterator[ReviewPiece]:
    """Lines, a piece's worth at a time; where the stream breaks, what came before it, and why."""
    first = number = 1
    held = io.BytesIO()
    while not broken:
        try:
            line = stream.readline(_LARGEST_LINE)
            cut = len(line) >= _LARGEST_LINE and not line.endswith(b"\n")
            while cut and (rest := stream.readline(_LARGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        except ClaimcheckError as error:
            broken.append(error)
            break
        if not line:
            break
        held.write(line)
        number += 1
        if cut or held.tell() >= _STRETCH:  # a line that is cut must be the last of its piece
            yield ReviewPiece(((name, held.getvalue()),), first)
            held, first = io.BytesIO(), number
    if held.tell():
        yield ReviewPiece(((name, held.getvalue()),), first)


def _is_small(path: Path) -> bool:
    try:
        return path.is_file() and os.access(path, os.R_OK) and path.stat().st_size <= _LARGEST_FILE
    except OSError:
        return False


def _handfuls(paths: Iterable[Path]) -> Iterator[ReviewPiece]:
    """Files with their content, a piece's worth at a time."""
    held: list[tuple[str, bytes]] = []
    weight = 0
    for path in paths:
        data = path.read_bytes()
        if held and weight + len(data) > _STRETCH:
            yield ReviewPiece(tuple(held))
            held, weight = [], 0
        held.append((str(path), data))
        weight += len(data)
    if held:
        yield ReviewPiece(tuple(held))


def _read_piece(given: Given, column_map: Mapping[str, str] | None, piece: ReviewPiece) -> ReadPiece:
    """The past checks of a piece, by whoever has it."""
    said: list[str] = []
    given = replace(given, notes=Notes())
    reading = _Reading(given, column_map, said.append)
    outcomes: list[ClaimReview | Rejected] = []
    for name, data in piece.files:
        if piece.line is not None:
            outcomes += _read_lines(io.BytesIO(data), given, column_map, first=piece.line)
        else:
            outcomes += _named(name, _from_bytes(name, data, reading))
    return ReadPiece(piece.key, outcomes, given.notes, said)


def _from_bytes(name: str, data: bytes, reading: _Reading) -> Iterator[ClaimReview | Rejected]:
    with opened(io.BytesIO(data), name) as (stream, suffix):
        yield from _outcomes(stream, suffix, reading.of(Path(name).name), name)


def _add(notes: Notes, more: Notes) -> None:
    """What was noted of a piece, behind what was noted before it."""
    notes.counts.update(more.counts)
    for what, example in more.examples.items():
        notes.examples.setdefault(what, example)
    for columns in more.guessed:
        notes.guess(columns)
