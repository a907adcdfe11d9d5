"""A sentence that is somebody's word though nothing in it says so."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.split.words.tokens import Token

__all__ = ["Voice"]


class Voice(NamedTuple):
    """Whose word a sentence is, by the words that name who it is; no words: whoever spoke last, None: the outlet's.

    ``begin``: the tokens in front that are no part of what is said. ``own``: in the speaker's own words.
    """

    words: Sequence[Token] | None
    begin: int = 0
    own: bool = False
