"""The root of the tree, and what is wrong with the installation or the settings."""

from typing import Any

__all__ = ["ClaimcheckError", "FileNotWritable", "ResourceMissing", "SchemeInvalid", "SettingsInvalid"]


class ClaimcheckError(Exception):
    """Root of everything claimcheck raises on purpose; its text is one line for a person, and it can be pickled."""

    def __reduce__(self) -> "tuple[Any, ...]":
        return _revived, (type(self), self.args, self.__dict__)


def _revived(kind: type[ClaimcheckError], args: tuple[Any, ...], facts: dict[str, Any]) -> ClaimcheckError:
    """An error as another process raised it; its sentence is already written, so ``__init__`` is not called."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(facts)
    return error


class FileNotWritable(ClaimcheckError, OSError):
    """A file the user named cannot be written."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}: name another place")
        self.path, self.why = path, why


class ResourceMissing(ClaimcheckError, FileNotFoundError):
    """A file that ships with claimcheck is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the installation lacks its {name!r} folder: install claimcheck again")
        self.name = name


class SchemeInvalid(ClaimcheckError, ValueError):
    """A verdict scheme cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"the verdict scheme {path} {why}: correct it (annotations/scheme.toml shows the form)")
        self.path, self.why = path, why


class SettingsInvalid(ClaimcheckError, ValueError):
    """``claimcheck.toml`` cannot be read or holds a wrong value."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}: correct the file")
        self.path, self.why = path, why
