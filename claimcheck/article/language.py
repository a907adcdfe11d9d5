"""Which language a text is in: an option, what the page says checked against the text, else the text alone."""

import re
from copy import copy
from functools import lru_cache
from typing import Any

from claimcheck.errors import LanguageInvalid

__all__ = ["LANGUAGES", "detect_language", "language_code"]

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "ru", "tr", "uk")
"""Languages told apart on little text; any other needs more."""

_ENOUGH = 200  # letters from which every language is a candidate
_SURE = 0.95
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-_]{1,20})?")


def language_code(name: str) -> str:
    """The two letters of a language tag.

    >>> language_code("de-AT")
    'de'

    Raises:
        LanguageInvalid: the name does not begin with such a code.
    """
    found = _CODE.fullmatch(name.strip())
    if found is None:
        raise LanguageInvalid(name)
    return found.group(1).lower()


@lru_cache(maxsize=1)
def _identifiers() -> tuple[Any, Any]:
    """The identifier over all languages, and the one over ``LANGUAGES``."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    every = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    ours = copy(every)  # reading the model takes half a second
    ours.set_languages(list(LANGUAGES))
    return every, ours


def detect_language(text: str) -> str | None:
    """The language of a text; None where its letters are too few or speak for none.

    >>> detect_language("Der Präsident sagte am Montag, die Preise seien um zwei Prozent gestiegen.")
    'de'
    """
    sample = text[:6_000]
    letters = sum(char.isalpha() for char in sample)
    if letters < 12:
        return None
    every, ours = _identifiers()
    best, sure = every.rank(sample)[0]
    if letters >= _ENOUGH:
        return str(best) if sure >= _SURE and best.isalpha() and len(best) == 2 else None
    near, nearly = ours.rank(sample)[0]
    likely = {code for code, _ in every.rank(sample)[:4]}
    return str(near) if nearly >= _SURE and near in likely else None
