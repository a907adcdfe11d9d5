"""The indexes of a workspace as a cache on disk: opened where the manifest fits, rebuilt with one line where not.

``folder/manifest.json`` names the generation in use, a folder beside it that is never written again. A rebuild fills a
fresh generation and then replaces the manifest in one step, so a crash leaves the old index or none, never a wrong one.
Readers hold a shared lock on their generation; one that nobody holds and no manifest names is removed by the next
rebuild. Rebuilders wait for one another and look again. Where the folder cannot be written the index lives in memory.
"""

import errno
import fcntl
import json
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.dense import DenseIndex
from claimcheck.index.lexical import LexicalIndex, Passage
from claimcheck.index.manifest import Manifest, Wanted, stamp_files, sync_folder
from claimcheck.index.outlines import Outlines

__all__ = ["Built", "IndexCache", "Indexes"]

_MANIFEST, _LOCK, _DOCUMENTS, _LEXICAL = "manifest.json", "lock", "documents.json", "lexical"
_CANNOT_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Built:
    """What an index is made of; passages stand in id order.

    Row ``i`` of ``vectors`` belongs to passage ``owners[i]``. ``languages`` gives each passage's language by id, in
    their order, for those who search: a passage itself says which language to stem it by.
    """

    passages: Sequence[Passage]
    languages: Mapping[str, str]
    vectors: NDArray[np.float32]
    owners: NDArray[np.int32]


@dataclass(slots=True)
class Indexes:
    """The dense and the lexical index and the outlines of the same documents; ``close`` lets their files go."""

    languages: Mapping[str, str]  # of each document, by id, in id order
    dense: DenseIndex
    lexical: LexicalIndex
    outlines: Outlines
    _held: IO[bytes] | None = field(default=None, repr=False)

    def close(self) -> None:
        """Let go of the files; a later rebuild may then remove them."""
        if self._held is not None:
            self._held.close()
            self._held = None


class IndexCache:
    """The indexes below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open_or_rebuild(self, wanted: Wanted, build: Callable[[], Built], say: Callable[[str], None]) -> Indexes:
        """Indexes that fit ``wanted``: those on disk, else new ones made of ``build()`` after one line to ``say``."""
        found = self._open(wanted)
        if isinstance(found, Indexes):
            return found
        made: Built | None = None
        try:
            with self._rebuilding(say):
                found = self._open(wanted)  # another process may have rebuilt it meanwhile
                if isinstance(found, Indexes):
                    return found
                say(found)
                made = build()
                return self._write(wanted, made)
        except OSError as error:
            if error.errno not in _CANNOT_WRITE:
                raise
            say(f"{found} in memory only: {self.folder} cannot be written ({os.strerror(error.errno)})")
        return _in_memory(made or build())

    def _open(self, wanted: Wanted) -> Indexes | str:
        """The indexes, or why they cannot be used."""
        for _ in range(3):  # a rebuild may remove the generation between reading its name and holding it
            try:
                manifest = Manifest.read(self.folder / _MANIFEST)
            except FileNotFoundError:
                return "building the search index"
            except OSError as error:
                return f"rebuilding the search index: its manifest cannot be read ({error.strerror})"
            except ValueError as error:
                return f"rebuilding the search index: {error}"
            why = manifest.unfit(wanted)
            if why:
                return f"rebuilding the search index: {why}"
            generation = self.folder / manifest.generation
            held = _hold(generation / _LOCK)
            if held is None:
                continue
            try:
                why = manifest.damage(generation) or ""
                if not why:
                    return self._load(manifest, generation, held)
            except Exception as error:  # faiss and tantivy raise their own kinds for files they cannot read
                why = f"it cannot be read ({type(error).__name__})"
            held.close()
            return f"rebuilding the search index: {why}"
        return "rebuilding the search index: its files are missing"

    def _load(self, manifest: Manifest, generation: Path, held: IO[bytes]) -> Indexes:
        languages = json.loads((generation / _DOCUMENTS).read_bytes())
        ids = list(languages)
        if len(ids) != manifest.count:
            raise ValueError(f"{len(ids)} ids for {manifest.count} documents")
        dense = DenseIndex.load(generation, ids)
        lexical = LexicalIndex.load(generation / _LEXICAL, ids, manifest.languages)
        now = manifest.refreshed(generation)
        if now != manifest and os.access(self.folder, os.W_OK):
            now.write(self.folder / _MANIFEST)  # a copied workspace: digested once, not at every opening
        outlines = Outlines.load(generation)
        if len(outlines) != len(ids):
            raise ValueError(f"{len(outlines)} outlines for {len(ids)} documents")
        return Indexes(languages, dense, lexical, outlines, held)

    def _write(self, wanted: Wanted, made: Built) -> Indexes:
        generation = self.folder / f"generation-{secrets.token_hex(8)}"
        generation.mkdir()
        held = (generation / _LOCK).open("w+b")
        fcntl.flock(held, fcntl.LOCK_SH)
        try:
            (generation / _DOCUMENTS).write_text(json.dumps(dict(made.languages)), encoding="utf-8")
            ids = list(made.languages)
            dense = DenseIndex.build(ids, made.vectors, owners=made.owners)
            dense.save(generation)
            outlines = Outlines.build(made.passages)
            outlines.save(generation)
            (generation / _LEXICAL).mkdir()
            lexical = LexicalIndex.build(made.passages, generation / _LEXICAL)
            names = [
                str(each.relative_to(generation))
                for each in generation.rglob("*")
                if each.is_file() and each.name != _LOCK and not each.name.endswith(".lock")
            ]
            mode = stat.S_IMODE((generation / _DOCUMENTS).stat().st_mode)
            for name in names:
                (generation / name).chmod(mode)  # tantivy makes some for their owner alone; a desk may share a folder
            manifest = Manifest(
                generation=generation.name,
                encoder=wanted.encoder,
                dimension=wanted.dimension,
                reviews=wanted.reviews,
                count=len(ids),
                languages=lexical.languages,
                files=stamp_files(generation, names),
            )
            sync_folder(generation / _LEXICAL)
            sync_folder(generation)
            manifest.write(self.folder / _MANIFEST)
        except BaseException:
            held.close()
            shutil.rmtree(generation, ignore_errors=True)
            raise
        self._sweep(keep=generation)
        return Indexes(made.languages, dense, lexical, outlines, held)

    def _sweep(self, keep: Path) -> None:
        """Remove generations that nobody holds, and what a crash left of a manifest."""
        for each in self.folder.glob("generation-*"):
            if each != keep and not _is_held(each / _LOCK):
                shutil.rmtree(each, ignore_errors=True)
        for each in self.folder.glob(f".{_MANIFEST}-*"):
            each.unlink(missing_ok=True)

    @contextmanager
    def _rebuilding(self, say: Callable[[str], None]) -> Iterator[None]:
        """One rebuilder at a time; the lock goes with its process."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "rebuild.lock").open("a+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("another process is rebuilding the search index: waiting for it")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _hold(path: Path) -> IO[Any] | None:
    """A shared lock on a generation; None where it is gone or going."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            return file
    except OSError:
        pass
    file.close()
    return None


def _is_held(path: Path) -> bool:
    """Whether another holds the generation; a folder without a lock file is a crash's remains."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _in_memory(made: Built) -> Indexes:
    dense = DenseIndex.build(list(made.languages), made.vectors, owners=made.owners)
    return Indexes(made.languages, dense, LexicalIndex.build(made.passages), Outlines.build(made.passages))
