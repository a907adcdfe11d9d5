"""What the splitter knows of each language: one file a language, found by its ISO code.

A language is added by adding ``<code>.py`` with ``RULES``; without one, ``rules_for`` answers rules that know nothing,
and the splitter stays at whole sentences.
"""

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from claimcheck.split.languages.base import Rules

__all__ = ["Rules", "rules_for", "sentences_only"]


@cache
def rules_for(language: str) -> Rules:
    """The rules of a language, by the first part of its code; rules without words where the language has no file.

    >>> rules_for("de-AT").code, rules_for("tlh").speech_verbs
    ('de', frozenset())
    """
    code = language.lower().split("-")[0].split("_")[0]
    name = f"{__name__}.{code}"
    if not re.fullmatch(r"[a-z]{2,3}", code) or find_spec(name) is None:
        return Rules(code)
    rules = import_module(name).RULES
    if not isinstance(rules, Rules):
        raise TypeError(f"{name}.RULES is {type(rules).__name__}, not Rules")
    return rules


@cache
def sentences_only(language: str) -> Rules:
    """What the rules of a language know of where sentences end, and nothing else: no sentence is cut by them.

    >>> sentences_only("de").ordinal_dots, sentences_only("de").clauses.value
    (True, 'unknown')
    """
    known = rules_for(language)
    return Rules(
        known.code,
        abbreviations=known.abbreviations,
        closing_abbreviations=known.closing_abbreviations,
        starters=known.starters,
        ordinal_dots=known.ordinal_dots,
        ordinal_openers=known.ordinal_openers,
    )
