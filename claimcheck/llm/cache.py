"""Answers kept by what they depend on, each a file of its own, written whole; asking again costs nothing."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimcheck.files import write_whole

__all__ = ["CACHE_FOLDER", "AnswerCache"]

CACHE_FOLDER = "llm-answers"
"""The folder of a workspace that keeps them."""

_FORMAT = 1


class AnswerCache:
    """The answers in a folder, which the first one makes; without a folder, those of this run.

    A file that is damaged is as good as none. What cannot be written, on a full disk, is not kept.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._held: dict[str, tuple[Any, ...]] = {}

    def read(self, digest: str) -> tuple[Any, ...] | None:
        """The rows kept under a digest; None where there are none."""
        if digest in self._held or self.folder is None:
            return self._held.get(digest)
        try:
            data = json.loads(self._path(self.folder, digest).read_text(encoding="utf-8"))
            if data["format"] == _FORMAT and data["digest"] == digest and isinstance(data["rows"], list):
                return tuple(data["rows"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass
        return None

    def write(self, digest: str, rows: tuple[Any, ...], **about: str) -> None:
        """Keep rows, with what a person may want to know ``about`` them."""
        if self.folder is None:
            self._held[digest] = rows
            return
        path = self._path(self.folder, digest)
        record = {"format": _FORMAT, "digest": digest, **about, "rows": list(rows)}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, json.dumps(record).encode(), force=True)
        except OSError:
            self._held[digest] = rows

    def forget(self, digest: str) -> None:
        """Keep the rows under a digest no longer."""
        self._held.pop(digest, None)
        if self.folder is not None:
            with suppress(OSError):
                self._path(self.folder, digest).unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, digest: str) -> Path:
        return folder / digest[:2] / f"{digest}.json"
