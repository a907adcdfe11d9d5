"""A question and an answer, in words that no server has to share."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from math import ceil
from typing import Any

__all__ = ["Answer", "Form", "Question", "Reply", "Usage", "estimate_tokens"]

_BYTES_A_TOKEN = 3.2  # German and English news; other scripts come out too high, which is the safe side


class Form(IntEnum):
    """How firmly an answer's form is asked for; a server that does not take one may take the next."""

    SCHEMA = 0
    OBJECT = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of questions and answers; ``estimated`` where a server did not say."""

    prompt: int = 0
    completion: int = 0
    estimated: bool = False

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.prompt + other.prompt, self.completion + other.completion, self.estimated or other.estimated)

    @property
    def total(self) -> int:
        """Both together."""
        return self.prompt + self.completion


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the answer is an object whose ``listed`` is a list. ``version`` names the wording of it all."""

    version: str
    system: str
    user: str
    listed: str
    schema: Mapping[str, Any] = field(hash=False)
    expected: int = 0  # tokens that a good answer takes, roughly

    @property
    def tokens(self) -> int:
        """About how many tokens it is."""
        return estimate_tokens(self.system) + estimate_tokens(self.user) + estimate_tokens(json.dumps(self.schema))

    def digest(self, *manner: str) -> str:
        """What the answer depends on, in 64 hex digits: the question, and the ``manner`` in which it is asked."""
        schema = json.dumps(self.schema, sort_keys=True)
        parts = json.dumps([self.version, self.system, self.user, schema, *manner])
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent back; ``usage`` is None where it did not say."""

    text: str
    finish: str | None
    usage: Usage | None
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, unexamined; ``kept``: it was known from before and cost nothing."""

    rows: tuple[Any, ...]
    kept: bool = False


def estimate_tokens(text: str) -> int:
    """About how many tokens a text is, rather too many than too few.

    >>> estimate_tokens("Die Brücke kostete 2 Millionen Euro.")
    12
    """
    return ceil(len(text.encode("utf-8", "replace")) / _BYTES_A_TOKEN)
