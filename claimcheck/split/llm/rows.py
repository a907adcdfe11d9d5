"""The rows of a model's answer, each taken for what it is or refused; nothing is guessed into shape."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.records import Assertion

__all__ = ["ProposedClaim", "read_claim", "read_rewrite"]

_MOST_QUOTES = 4
_LONGEST = 2_000
_PLAIN = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u00ad\u200c\u200d"))  # what articles have in words and between them


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A claim as a model gives it, before anything of it was looked up."""

    sentences: tuple[int, ...]
    quotes: tuple[str, ...]
    text: str
    speaker: str | None
    assertion: Assertion
    open_words: tuple[str, ...]


def read_claim(row: Any) -> ProposedClaim | None:
    """The claim in a row; None where a field is missing or of another kind."""
    if not isinstance(row, Mapping):
        return None
    sentences, quotes, text = row.get("sentences"), row.get("quotes"), row.get("text")
    speaker, opened = row.get("speaker"), row.get("open", [])
    numbers = _whole_numbers([sentences] if isinstance(sentences, int) else sentences)
    open_words = _texts(opened)
    copied = _texts([quotes] if isinstance(quotes, str) else quotes)
    if (
        not numbers
        or not copied
        or len(copied) > _MOST_QUOTES
        or open_words is None
        or not isinstance(text, str)
        or not _is_text(text)
    ):
        return None
    if not (speaker in (None, "") or _is_text(speaker)):
        return None
    try:
        assertion = Assertion(str(row.get("assertion")))
    except ValueError:
        return None
    return ProposedClaim(numbers, copied, _one_line(text), _one_line(speaker or "") or None, assertion, open_words)


def read_rewrite(row: Any) -> tuple[int, str | None] | None:
    """The number of a claim and its new wording, None where it has none; None for a row that is neither."""
    if not isinstance(row, Mapping) or not _whole_numbers([row.get("claim")]):
        return None
    text = row.get("text")
    if text is None:
        return int(row["claim"]), None
    return (int(row["claim"]), _one_line(text)) if _is_text(text) else None


def _whole_numbers(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(isinstance(each, int) and not isinstance(each, bool) for each in value):
        return ()
    return tuple(dict.fromkeys(value))


def _texts(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(_is_text(each) for each in value):
        return None
    return tuple(dict.fromkeys(value))


def _is_text(value: Any) -> bool:
    """Whether it is words on a line, without signs that steer a terminal or turn the writing round."""
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return False
    return value.translate(_PLAIN).isprintable()


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
