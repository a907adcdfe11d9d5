"""A generation of the index: a folder of segments, postings and counts, made whole or out of the one before.

The next generation links to whatever stays as it is, so that adding a thousand documents to a million writes a
thousand. Small segments are joined to the ones before them, and one of which a quarter is dead is written anew.
"""

import os
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.columns import Columns, open_columns, write_columns
from claimcheck.index.counts import TermCounts, no_counts, sum_of
from claimcheck.index.documents import Documents
from claimcheck.index.lexical import term_counts
from claimcheck.index.manifest import Manifest
from claimcheck.index.postings import GRAMS, WORDS, Postings, PostingsWriter
from claimcheck.index.segment import Built, joined, kept, language_names, make_segment, read_passages
from claimcheck.index.words import STEMMED

__all__ = [
    "LEXICAL",
    "SEGMENT",
    "Changes",
    "Made",
    "change_generation",
    "link_files",
    "make_generation",
    "open_generation",
]

SEGMENT = 1 << 16
"""How many documents a segment holds at most."""
LEXICAL = "lexical"
_STATE = "state"
_DEAD_SHARE = 0.25
_FEW_REMOVED = 1_000  # postings may hold so many deleted documents, or as many as half of the live ones


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a stamp: documents that came or changed, in chunks, and ids of those that went.

    ``reviews`` and ``stamp`` are those of the state that this leads to; ``count`` how many documents are concerned.
    """

    reviews: str
    stamp: int
    gone: Collection[str]
    chunks: Iterable[Built]
    count: int


@dataclass(frozen=True, slots=True)
class Made:
    """What a generation consists of."""

    documents: Documents
    postings: Postings
    counts: dict[str, TermCounts]
    segments: tuple[str, ...]
    languages: tuple[str, ...]
    serial: int
    removed: int


def make_generation(folder: Path | None, chunks: Iterable[Built]) -> Made:
    """A generation of all documents, in an existing empty folder, or in memory without one; memory stays flat."""
    if folder:
        (folder / LEXICAL).mkdir()
    writer = PostingsWriter(folder / LEXICAL if folder else None)
    segments: list[tuple[str, Columns]] = []
    counts, serial = no_counts((GRAMS, WORDS)), 0
    for built in chunks:
        for columns in _posted(built, serial, writer):
            segments.append(_stored(folder, columns))
            counts = _plus(counts, columns)
            serial += len(columns["serials"])
    documents = Documents([columns for _, columns in segments])
    made = Made(
        documents, writer.finish(), counts, tuple(name for name, _ in segments), _spoken(documents), serial, removed=0
    )
    _write_state(folder, made)
    return made


def change_generation(before: Made, folder: Path, changes: Changes) -> Made | None:
    """The next generation, in a folder that has the files of the one before; None where making it anew is due."""
    documents, counts, serial = before.documents, before.counts, before.serial
    writer = PostingsWriter(folder / LEXICAL, change=True)
    fresh: list[Columns] = []
    gone = [documents.find(list(changes.gone))]
    for built in changes.chunks:
        gone.append(documents.find([each.id for each in built.passages]))
        for columns in _posted(built, serial, writer):
            fresh.append(columns)
            serial += len(columns["serials"])
    dead = np.unique(np.concatenate(gone))
    dead = dead[dead >= 0]
    removed = before.removed + len(dead)
    if removed > max(_FEW_REMOVED, len(documents) // 2):
        return None
    writer.remove(documents.serials[dead].tolist())
    for at in range(0, len(dead), SEGMENT):
        less = term_counts(documents, dead[at : at + SEGMENT])
        counts = {name: each.minus(less[name]) for name, each in counts.items()}
    for columns in fresh:
        counts = _plus(counts, columns)
    alive = documents.alive.copy()
    alive[dead] = False
    parts = [
        _Part(name, columns, alive[base : base + len(columns["serials"])])
        for name, columns, base in zip(before.segments, documents.segments, documents.bases.tolist(), strict=False)
    ]
    parts = _compacted([*parts, *(_Part(None, each, np.ones(len(each["serials"]), bool)) for each in fresh)])
    stored = [(each.name, each.columns) if each.name else _stored(folder, each.columns) for each in parts]
    for name in set(before.segments) - {name for name, _ in stored}:
        (folder / name).unlink()
    masks = [each.alive for each in parts]
    after = Documents(
        [columns for _, columns in stored],
        np.flatnonzero(~np.concatenate(masks)).astype(np.uint32) if masks else None,
    )
    names = tuple(name for name, _ in stored)
    made = Made(after, writer.finish(), counts, names, _spoken(after), serial, removed)
    (folder / _STATE).unlink()
    _write_state(folder, made)
    return made


def open_generation(folder: Path, manifest: Manifest) -> Made:
    """The generation in a folder, as its manifest has it; its files must have been verified."""
    state = open_columns(folder / _STATE)
    documents = Documents([open_columns(folder / name) for name in manifest.segments], state["dead"])
    counts = {
        name: TermCounts(state[f"{name}_keys"], state[f"{name}_counts"], len(documents), int(state["tokens"][place]))
        for place, name in enumerate((GRAMS, WORDS))
    }
    postings = Postings.load(folder / LEXICAL)
    return Made(documents, postings, counts, manifest.segments, manifest.languages, manifest.serial, manifest.removed)


def link_files(names: Iterable[str], source: Path, target: Path) -> None:
    """The files of one folder in another: links where the file system has them, else copies."""
    (target / LEXICAL).mkdir()
    for name in names:
        try:
            os.link(source / name, target / name)
        except OSError:
            shutil.copy2(source / name, target / name)


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment on its way: its file's name, None where it has none yet, and which documents live."""

    name: str | None
    columns: Columns
    alive: NDArray[np.bool_]

    @property
    def living(self) -> int:
        return int(self.alive.sum())


def _compacted(parts: Sequence[_Part]) -> list[_Part]:
    """Without segments that are dead, those a quarter dead written anew, small ones at the end joined."""
    done: list[_Part] = []
    for part in parts:
        if not part.living:
            continue
        if part.living < (1 - _DEAD_SHARE) * len(part.alive):
            part = _rewritten([part])
        done.append(part)
        while len(done) > 1 and (one := done[-2].living) <= 2 * (two := done[-1].living) and one + two <= SEGMENT:
            done[-2:] = [_rewritten(done[-2:])]
    return done


def _rewritten(parts: Sequence[_Part]) -> _Part:
    """The living documents of segments that follow one another, as one."""
    columns = joined([kept(each.columns, np.flatnonzero(each.alive)) for each in parts])
    return _Part(None, columns, np.ones(len(columns["serials"]), bool))


def _posted(built: Built, serial: int, writer: PostingsWriter) -> Iterator[Columns]:
    """The columns of documents, whose postings go to the writer; at most a segment at a time."""
    if len(built.passages) > SEGMENT:
        raise ValueError(f"a chunk holds {len(built.passages)} documents, more than {SEGMENT}")
    if not built.passages:
        return
    read = read_passages(built.passages)
    for place, (passage, plain, stemmed) in enumerate(zip(built.passages, read.plains, read.stemmed, strict=True)):
        writer.add(serial + place, passage.id, plain, stemmed)
    yield make_segment(built, serial, read)


def _stored(folder: Path | None, columns: Columns) -> tuple[str, Columns]:
    """A segment in a file of its own, mapped."""
    name = f"segment-{secrets.token_hex(6)}"
    if folder is None:
        return name, columns
    write_columns(folder / name, columns)
    return name, open_columns(folder / name)


def _plus(counts: dict[str, TermCounts], columns: Columns) -> dict[str, TermCounts]:
    alone = Documents([columns])
    return sum_of(counts, term_counts(alone, alone.live()))


def _spoken(documents: Documents) -> tuple[str, ...]:
    """The languages whose stemmers the live documents were read with."""
    found: set[str] = set()
    for base, columns in zip(documents.bases.tolist(), documents.segments, strict=False):
        tags, names = columns["stemmed"], language_names(columns)
        found |= {names[each] for each in np.unique(tags[documents.alive[base : base + len(tags)]]).tolist()}
    return tuple(sorted(found & STEMMED))


def _write_state(folder: Path | None, made: Made) -> None:
    if folder is None:
        return
    state: dict[str, NDArray[Any]] = {"dead": made.documents.dead}
    for name, counts in made.counts.items():
        state |= {f"{name}_keys": counts.keys, f"{name}_counts": counts.counts}
    state["tokens"] = np.array([made.counts[GRAMS].tokens, made.counts[WORDS].tokens], np.uint64)
    write_columns(folder / _STATE, state)
