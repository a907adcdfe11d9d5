"""Copies by exact wording, once case, accents, punctuation and spacing are set aside."""

from claimcheck.index import plain_words

__all__ = ["same_words"]


def same_words(text: str) -> str:
    """What two copies of a text have in common: its words. A text without words is its own.

    Numbers keep what separates their digits apart from words: "1.5" and "15" stay two.
    """
    return plain_words(text) or text
