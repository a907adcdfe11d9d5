"""The key for a model: from the environment, or from a file that is its owner's alone; it is never shown."""

import os
import stat
from pathlib import Path

from claimcheck.errors.models import LlmKeyUnusable

__all__ = ["KEY_NAME", "read_key"]

KEY_NAME = "CLAIMCHECK_LLM_KEY"
_LONGEST = 4096


def read_key(file: Path | None = None) -> str | None:
    """The key, the environment's first; None where there is none, as models on this machine want none.

    Raises:
        LlmKeyUnusable: it is no key, or its file cannot be read, or can be by others.
    """
    given = os.environ.get(KEY_NAME, "").strip()
    if given:
        return _checked(given, KEY_NAME)
    return _from_file(file.expanduser()) if file else None


def _from_file(file: Path) -> str:
    try:
        mode = file.stat().st_mode
        if stat.S_ISREG(mode) and mode & 0o077:
            raise LlmKeyUnusable(str(file), "can be read by others", f"chmod 600 {file}")
        with file.open("rb") as opened:
            data = opened.read(_LONGEST + 1)
    except OSError as error:
        raise LlmKeyUnusable(str(file), f"cannot be read ({error.strerror})", "correct key_file under [llm]") from None
    return _checked(data.decode("utf-8", "replace").strip(), str(file))


def _checked(key: str, where: str) -> str:
    if not key or len(key) > _LONGEST or not key.isascii() or not key.isprintable() or " " in key:
        raise LlmKeyUnusable(where, "is no key", "wanted one line of letters, digits and signs")
    return key
