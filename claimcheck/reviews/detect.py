"""Language tags and, where a record carries none, a guess that prefers ``und`` to a wrong answer."""

import re
from functools import cache
from typing import Any

__all__ = ["UNKNOWN", "detect_language", "parse_language"]

UNKNOWN = "und"

_CANDIDATES = (
    "af am ar az bg bn bs ca cs da de el en es et fa fi fr gl he hi hr hu hy id it ja ka kk kn ko lt lv mk ml mn mr "
    "ms my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
)
_TAG = re.compile(r"^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$", re.IGNORECASE)
_NAMES = {
    "arabic": "ar", "english": "en", "englisch": "en", "french": "fr", "german": "de", "deutsch": "de", "hindi": "hi",
    "italian": "it", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "turkish": "tr",
    "ukrainian": "uk", "dutch": "nl",
}  # fmt: skip
_CERTAIN = 0.5
_POSSIBLE, _LEAD = 0.3, 3.0  # a short claim spreads its mass: then the first guess must stand well apart
_LONG = 500  # characters that are looked at
_ENOUGH = 12  # letters; below, only a script of its own says anything


def parse_language(value: Any) -> str | None:
    """The language part of a tag or a common name; None where it is neither.

    >>> parse_language("pt-BR"), parse_language("English"), parse_language("zz top")
    ('pt', 'en', None)
    """
    if not isinstance(value, str):
        return None
    text = value.strip().casefold()
    if text in _NAMES:
        return _NAMES[text]
    found = _TAG.match(text)
    return found[1] if found and found[1] != UNKNOWN else None


def detect_language(text: str) -> str:
    """ISO 639-1 code of a text's language; ``und`` where it is short or the guess is not clear."""
    text = text[:_LONG]
    letters = sum(map(str.isalpha, text))
    if letters < (_ENOUGH if text.isascii() else 4):
        return UNKNOWN
    (first, probability), (_, second) = _identifier().rank(text)[:2]
    clear = probability >= _CERTAIN or (probability >= _POSSIBLE and probability >= _LEAD * second)
    return str(first) if clear else UNKNOWN


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES.split())
    return identifier
