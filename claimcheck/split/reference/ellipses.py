"""Counted things that go on without their noun: "Two ships left port. One sank": one ship.

Only in English, and only where the words just before count one sort of thing.
"""

from collections.abc import Iterator, Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import pairs, words
from claimcheck.split.names.referents import Reference
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.stretches import LONGEST
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["counted_nouns", "ellipses"]

_COUNTS = words("two three four five six seven eight nine ten eleven twelve several")
_ONES = words("one another")
_ORDERED = words("first second third fourth fifth sixth other")
_SINGULAR = pairs("men man| women woman| people person| children child| wives wife| lives life| wolves wolf")
_MEASURES = words(
    """years months weeks days hours minutes seconds times miles metres meters kilometres kilometers inches feet degrees
    percent points dollars pounds euros cents others goals runs sets games"""
)
_DESCRIBING = 3  # words between a number and its noun
_MODALS = words("can could may might must should would ought")


def counted_nouns(tokens: Sequence[Token], rules: Rules) -> tuple[str, ...]:
    """The nouns that a sentence counts, in the singular, with the noun or adjective right before each."""
    if rules.comma_bound:
        return ()
    found = []
    for at, token in enumerate(tokens):
        if token.word not in _COUNTS and not (token.text.isdigit() and len(token.text) < 3):
            continue
        for end in range(at + 1, min(len(tokens), at + 2 + _DESCRIBING)):
            noun = tokens[end]
            if not noun.is_word or noun.tag not in {"noun", "adj", "num", "ing", "pp"} or noun.capital:
                break
            last = end + 1 == len(tokens) or tokens[end + 1].tag != "noun"
            if noun.tag == "noun" and last:
                if (single := _singular(noun.word)) and noun.word not in _MEASURES:
                    described = tokens[end - 1].tag == "noun" and end - 1 > at
                    found.append(f"{tokens[end - 1].word} {single}" if described else single)
                break
    return tuple(found)


def _singular(noun: str) -> str | None:
    """The singular of a plural noun; None for one that is none."""
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if not ends_as_plural(noun) or not noun.endswith("s") or noun.endswith(("ves", "sses", "xes", "ches", "shes")):
        return None
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]


def ellipses(tokens: Sequence[Token], before: Sequence[str], rules: Rules) -> Iterator[Reference]:
    """The subjects of a sentence that leave a counted noun out, with the noun; ``before``: what the last one counts."""
    listed = list(tokens)
    if rules.comma_bound or len(listed) > LONGEST:
        return
    for at in range(len(listed)):
        opens = at == 0 or listed[at - 1].text in {",", ";", "–", "—"} or listed[at - 1].word in {"and", "while", "but"}
        article = listed[at].word in {"a", "the"} and at + 1 < len(listed) and listed[at + 1].word in _ORDERED
        end = at + 1 + article
        if not opens or not (article or listed[at].word in _ONES) or end >= len(listed):
            continue
        verb = listed[end]
        if verb.word in _MODALS or not is_finite(listed, end, rules) or listed[end + 1 : end + 2] == []:
            continue
        if listed[end + 1].word == "to" and verb.word in {"has", "had"}:
            continue  # "one has to wait"
        counted = counted_nouns(listed[:at], rules) or before
        if len(set(counted)) == 1:
            spelled = " ".join(token.text for token in listed[at:end])
            yield Reference(at, end, f"count:{at}", f"{spelled} {counted[0]}", "pronoun", subject=True)
