"""The verdict scheme as data: which labels a desk uses, how they read, how they map to other schemes.

Read from ``annotations/scheme.toml`` or from a desk's own file of the same form; the labeling config is made from it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck import resources
from claimcheck.errors import SchemeInvalid
from claimcheck.records import Label

__all__ = ["Choice", "Problem", "Scheme", "parse_scheme", "read_scheme"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One label as the scheme offers it; ``rank`` orders the scale from 0 (TRUE's end), None off the scale."""

    label: Label
    rank: int | None
    hotkey: str
    names: tuple[tuple[str, str], ...]  # language, wording
    meaning: tuple[tuple[str, str], ...]  # language, one sentence
    claim_review: tuple[tuple[str, str], ...]  # language, schema.org alternateName when we publish; none: we do not
    rating_value: int | None  # 1 (false) to 5 (true) when we publish; None off the scale
    fever: str | None
    averitec: str | None

    def name(self, language: str) -> str:
        """The label's wording in a language; English where the scheme has no such wording, else the code."""
        names = dict(self.names)
        return names.get(language) or names.get("en") or self.label.value

    def published(self, language: str) -> str | None:
        """What a check of ours says in a language; in English, else in any, where there is no such wording.

        None where the label is not published.
        """
        words = dict(self.claim_review)
        return words.get(language.partition("-")[0]) or words.get("en") or next(iter(words.values()), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """A way in which a claim itself can be wrong."""

    code: str
    names: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """The problem's wording in a language; English where there is none."""
        names = dict(self.names)
        return names.get(language) or names.get("en") or self.code


@dataclass(frozen=True, slots=True)
class Scheme:
    """A verdict scheme; ``choices`` in the order they are shown."""

    name: str
    version: str
    judged: tuple[tuple[str, str], ...]  # language, the sentence that says what is judged
    choices: tuple[Choice, ...]
    problems: tuple[Problem, ...]

    def choice(self, label: Label) -> Choice | None:
        """How the scheme offers a label; None where it does not."""
        return next((each for each in self.choices if each.label is label), None)

    @property
    def scale(self) -> tuple[Label, ...]:
        """The ordered labels, TRUE's end first."""
        ranked = [(each.rank, each.label) for each in self.choices if each.rank is not None]
        return tuple(label for _, label in sorted(ranked))


def _pairs(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(table.items()))


def _published(given: Any) -> tuple[tuple[str, str], ...]:
    """Words by language; a single word is that of every language, and without any the label is not published."""
    if given is None:
        return ()
    words = {"en": given} if isinstance(given, str) else given
    if not (isinstance(words, dict) and words and all(isinstance(each, str) and each for each in words.values())):
        raise ValueError(f"has the claim_review {given!r}: wanted a word, or words by language")
    return _pairs(words)


def _choice(data: Mapping[str, Any]) -> Choice:
    return Choice(
        label=Label(data["label"]),
        rank=data.get("rank"),
        hotkey=str(data["hotkey"]),
        names=_pairs(data["names"]),
        meaning=_pairs(data["meaning"]),
        claim_review=_published(data.get("claim_review")),
        rating_value=data.get("rating_value"),
        fever=data.get("fever"),
        averitec=data.get("averitec"),
    )


def parse_scheme(text: str, *, origin: str = "scheme") -> Scheme:
    """A scheme from TOML.

    Raises:
        SchemeInvalid: not TOML, an unknown label, a missing key, a label, rank or hotkey given twice.
    """
    try:
        data = tomllib.loads(text)
        scheme = Scheme(
            name=data["name"],
            version=str(data["version"]),
            judged=_pairs(data["judged"]),
            choices=tuple(_choice(each) for each in data["choice"]),
            problems=tuple(Problem(each["code"], _pairs(each["names"])) for each in data["problem"]),
        )
    except tomllib.TOMLDecodeError as error:
        raise SchemeInvalid(origin, f"not TOML ({error})") from error
    except KeyError as error:
        raise SchemeInvalid(origin, f"lacks the key {error}") from error
    except ValueError as error:
        raise SchemeInvalid(origin, str(error)) from error
    ranks = [each.rank for each in scheme.choices if each.rank is not None]
    for what, values in (
        ("label", [each.label.value for each in scheme.choices]),
        ("hotkey", [each.hotkey for each in scheme.choices]),
        ("rank", ranks),
    ):
        if len(set(values)) != len(values):
            raise SchemeInvalid(origin, f"gives a {what} twice")
    if not scheme.choices:
        raise SchemeInvalid(origin, "offers no label")
    return scheme


def read_scheme(path: Path | None = None) -> Scheme:
    """The scheme in a file; the shipped one by default."""
    path = path or resources.annotations() / "scheme.toml"
    return parse_scheme(path.read_text(encoding="utf-8"), origin=str(path))
