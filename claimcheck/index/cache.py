"""The indexes of a workspace as a cache on disk: opened where the manifest fits, changed or rebuilt where not.

``folder/manifest.json`` names the generation in use, a folder beside it that is never written again. A change or a
rebuild fills a fresh generation and then replaces the manifest in one step, so a crash leaves the old index or none,
never a wrong one. Readers hold a shared lock on their generation; one that nobody holds and no manifest names is
removed by the next writer. Writers wait for one another and look again. Where the folder cannot be written the index
lives in memory.
"""

import errno
import fcntl
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Protocol

from claimcheck.index.generation import (
    LEXICAL,
    Changes,
    Made,
    change_generation,
    link_files,
    make_generation,
    open_generation,
)
from claimcheck.index.holding import LOCK, WRITING, hold, is_held, one_writer, same_file
from claimcheck.index.indexes import Effort, Indexes, joined_indexes
from claimcheck.index.manifest import MANIFEST, FileStamp, Manifest, Wanted, stamp_files, sync_folder
from claimcheck.index.segment import Built
from claimcheck.progress import plural

__all__ = ["IndexCache", "Source", "holds"]

_CANNOT_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Source(Protocol):
    """Where documents come from, in chunks of at most a segment."""

    def everything(self) -> Iterable[Built]:
        """All of them."""

    def since(self, stamp: int) -> Changes | None:
        """What changed after a stamp; None where nobody knows or making the index anew is as quick."""


@dataclass(frozen=True, slots=True)
class _Stale:
    """An index that fits but for changes since."""

    manifest: Manifest


class IndexCache:
    """The indexes below one folder."""

    def __init__(self, folder: Path, effort: Effort | None = None) -> None:
        self.folder, self.effort = folder, effort or Effort()

    def open_or_rebuild(self, wanted: Wanted, source: Source, say: Callable[[str], None]) -> Indexes:
        """Indexes that fit ``wanted``: those on disk, changed where that is enough, else new ones after one line."""
        found = self._open(wanted)
        if isinstance(found, Indexes):
            return found
        try:
            with one_writer(self.folder, say):
                found = self._open(wanted)  # another process may have done it meanwhile
                if isinstance(found, Indexes):
                    return found
                changed = self._changed(wanted, found.manifest, source, say) if isinstance(found, _Stale) else found
                if isinstance(changed, Indexes):
                    return changed
                say(changed)
                made = self._write(wanted, lambda folder: make_generation(folder, source.everything()), {})
                assert made is not None
                return made
        except (OSError, ValueError) as error:
            # tantivy wraps what the system told it
            number = getattr(error, "errno", None)
            if number not in _CANNOT_WRITE and not any(os.strerror(each) in str(error) for each in _CANNOT_WRITE):
                raise
            why = os.strerror(number) if number else str(error)
            say(f"building the search index in memory only: {self.folder} cannot be written ({why})")
        in_memory = make_generation(None, source.everything())
        if os.access(self.folder, os.W_OK):
            self._sweep()  # tantivy may have written on while its folder was being removed
        return self._joined(in_memory, wanted.dimension)

    def _joined(self, made: Made, dimension: int, held: IO[bytes] | None = None) -> Indexes:
        return joined_indexes(made, dimension=dimension, effort=self.effort, held=held)

    def _open(self, wanted: Wanted) -> Indexes | _Stale | str:
        """The indexes, or what they lack, or why they cannot be used."""
        for _ in range(3):  # a rebuild may remove the generation between reading its name and holding it
            try:
                manifest = Manifest.read(self.folder / MANIFEST)
            except FileNotFoundError:
                return "building the search index"
            except OSError as error:
                return f"rebuilding the search index: its manifest cannot be read ({error.strerror})"
            except ValueError as error:
                return f"rebuilding the search index: {error}"
            if why := manifest.unfit(wanted):
                return f"rebuilding the search index: {why}"
            if manifest.stale(wanted):
                return _Stale(manifest)
            opened = self._load(manifest)
            if isinstance(opened, str):
                return f"rebuilding the search index: {opened}"
            if opened is not None:
                return self._joined(opened[0], manifest.dimension, opened[1])
        return "rebuilding the search index: its files are missing"

    def _load(self, manifest: Manifest) -> tuple[Made, IO[bytes]] | str | None:
        """A generation and the hold on it; why it cannot be used; None where it is going."""
        generation = self.folder / manifest.generation
        held = hold(generation)
        if held is None:
            return None
        try:
            why = manifest.damage(generation)
            if not why:
                made = open_generation(generation, manifest)
                for count, what in ((len(made.documents), "ids"), (len(made.postings), "postings")):
                    if count != manifest.count:
                        raise ValueError(f"{count} {what} for {manifest.count} documents")
                self._note_times(manifest)
                return made, held
        except Exception as error:  # tantivy raises its own kinds for files it cannot read
            why = f"it cannot be read ({type(error).__name__})"
        held.close()
        return why

    def _note_times(self, manifest: Manifest) -> None:
        """Where files' times moved, as in a copied workspace, note them: digested once, not at every opening."""
        now = manifest.refreshed(self.folder / manifest.generation)
        if now == manifest or not os.access(self.folder, os.W_OK):
            return
        with (self.folder / WRITING).open("a+b") as file, suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if Manifest.read(self.folder / MANIFEST) == manifest:  # nobody has made another meanwhile
                now.write(self.folder / MANIFEST)

    def _changed(self, wanted: Wanted, manifest: Manifest, source: Source, say: Callable[[str], None]) -> Indexes | str:
        """The indexes with what changed; else why they are to be rebuilt."""
        opened = self._load(manifest)
        if not isinstance(opened, tuple):
            return f"rebuilding the search index: {opened or 'its files are missing'}"
        before, held = opened
        stale = "rebuilding the search index: the past checks have changed since it was made"
        try:
            changes = source.since(manifest.stamp)
            if changes is None:
                return stale
            say(f"updating the search index: {plural(changes.count, 'past check has', 'past checks have')} changed")
            old = self.folder / manifest.generation

            def make(folder: Path | None) -> Made | None:
                assert folder is not None
                link_files(manifest.files, old, folder)
                made = change_generation(before, folder, changes)
                return made if made and holds(made, changes.reviews) else None

            target = replace(wanted, reviews=changes.reviews, stamp=changes.stamp)
            return self._write(target, make, manifest.files, old) or stale
        finally:
            held.close()
            self._sweep()

    def _write(
        self,
        wanted: Wanted,
        make: Callable[[Path | None], Made | None],
        known: Mapping[str, FileStamp],
        old: Path | None = None,
    ) -> Indexes | None:
        """Fill a generation and name it in the manifest; None, and nothing changed, where ``make`` gives None."""
        generation = self.folder / f"generation-{secrets.token_hex(8)}"
        generation.mkdir()
        held = (generation / LOCK).open("w+b")
        fcntl.flock(held, fcntl.LOCK_SH)
        try:
            made = make(generation)
            if made is None:
                held.close()
                shutil.rmtree(generation, ignore_errors=True)
                return None
            names = [
                str(each.relative_to(generation))
                for each in generation.rglob("*")
                if each.is_file() and each.name != LOCK and not each.name.endswith(".lock")
            ]
            linked = {name: known[name] for name in names if name in known and old and same_file(generation, old, name)}
            mode = stat.S_IMODE((generation / "state").stat().st_mode)
            for name in set(names) - set(linked):
                (generation / name).chmod(mode)  # tantivy makes some for their owner alone; a desk may share a folder
            manifest = Manifest(
                generation=generation.name,
                encoder=wanted.encoder,
                dimension=wanted.dimension,
                reviews=wanted.reviews,
                stamp=wanted.stamp,
                workspace=wanted.workspace,
                count=len(made.documents),
                serial=made.serial,
                removed=made.removed,
                segments=made.segments,
                languages=made.languages,
                files=stamp_files(generation, names, linked),
            )
            sync_folder(generation / LEXICAL)
            sync_folder(generation)
            manifest.write(self.folder / MANIFEST)
        except BaseException:
            held.close()
            shutil.rmtree(generation, ignore_errors=True)
            raise
        self._sweep()
        return self._joined(made, wanted.dimension, held)

    def _sweep(self) -> None:
        """Remove generations that nobody needs, and what a crash left of a file that was to be replaced."""
        for each in self.unused():
            shutil.rmtree(each, ignore_errors=True)
        for each in self.folder.glob(f".*-{16 * '[0-9a-f]'}"):  # as ``replace_file`` names them
            each.unlink(missing_ok=True)

    def unused(self) -> list[Path]:
        """Generations that no manifest names and nobody reads: what a crash left, or a full disk."""
        try:
            named = Manifest.read(self.folder / MANIFEST).generation
        except (OSError, ValueError):
            named = ""
        found = (each for each in sorted(self.folder.glob("generation-*")) if each.name != named)
        return [each for each in found if not is_held(each)]

    def is_written(self) -> bool:
        """Whether somebody makes or changes the indexes at this moment."""
        try:
            with (self.folder / WRITING).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def forget(self) -> None:
        """Make the next opening build the index anew; what is open stays so."""
        (self.folder / MANIFEST).unlink(missing_ok=True)


def holds(made: Made, reviews: str) -> bool:
    """Whether a generation holds what a digest of past checks stands for, as far as its last 64 bits tell."""
    return len(reviews) != 64 or made.documents.content() == int(reviews, 16) % (1 << 64)
