"""Annotators under a keyed hash: the same person has the same name in every export of a workspace, and no key, no name.

A plain hash of an e-mail address is undone by hashing guesses; with a secret key of the workspace it is not.
"""

import hashlib
import secrets

__all__ = ["new_key", "pseudonym"]

_KEY_BYTES = 32


def new_key() -> str:
    """A fresh random key, as 64 hex digits; keep it in the workspace, never beside an export."""
    return secrets.token_hex(_KEY_BYTES)


def pseudonym(annotator: str, key: str) -> str:
    """The annotator's name in exports: ``annotator-`` and 12 hex digits of BLAKE2b keyed with ``key``.

    >>> pseudonym("ada@example.org", "00" * 32) == pseudonym("ada@example.org", "00" * 32)
    True
    >>> pseudonym("ada@example.org", "00" * 32) == pseudonym("ada@example.org", "01" * 32)
    False

    Raises:
        ValueError: the key is not 64 hex digits.
    """
    secret = bytes.fromhex(key)
    if len(secret) != _KEY_BYTES:
        raise ValueError(f"a pseudonym key has {_KEY_BYTES} bytes, this one {len(secret)}: make one with new_key()")
    digest = hashlib.blake2b(annotator.encode("utf-8", "surrogatepass"), key=secret, digest_size=6)
    return f"annotator-{digest.hexdigest()}"
