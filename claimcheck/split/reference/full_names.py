"""Full names in a claim: for surnames, offices and pronouns, at the first place where it speaks of someone."""

import re
from collections.abc import Iterator, Sequence, Set

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.names.names import is_role
from claimcheck.split.reference.references import Reference
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["full_names"]

_OF_MANY = words("familie eheleute ehepaar geschwister brüder family brothers sisters")  # before a name
_KIN = words("family families clan dynasty household siblings brothers sisters twins couple men women boys girls name")


def full_names(
    text: str, tokens: list[Token], inside: Sequence[Reference], settled: set[int], firms: Set[str], rules: Rules
) -> Iterator[Substitution]:
    """Full names for surnames, offices and pronouns, each person once; who was named before is settled."""
    known: set[str] = set()
    for each in inside:
        first = tokens[each.start]
        if each.key is None:
            continue
        span = Span(first.start, tokens[each.end - 1].end)
        original = text[span.start : span.end]
        if each.key in known:
            settled.add(first.start)
            continue
        if each.form == "office" and any(one.key == each.key and one.form == "name" for one in inside):
            settled.add(first.start)
            continue  # "the hunter, identified as Bo Ray": named in the claim itself
        if each.form == "phrase":
            known.add(each.key)
            continue
        if each.name is None:
            continue  # a stranger: the claim does not say who
        replacement = _replacement(each, original, tokens, firms, rules)
        if replacement is None or (each.start == 0 and _is_common(tokens, each, text, rules)):
            continue
        known.add(each.key)
        settled.add(first.start)
        if original[:1].isupper():
            replacement = replacement[:1].upper() + replacement[1:]
        if replacement != original and (title := _courtesy(tokens, each, rules)) is not None:
            span = Span(tokens[title].start, span.end)  # "Mr Lee" is Ann Lee
        yield Substitution(span, text[span.start : span.end], replacement)


def _is_common(tokens: list[Token], each: Reference, text: str, rules: Rules) -> bool:
    """Whether a surname at the front may be a word, which the text has elsewhere: "Green tea", beside Tom Green."""
    if rules.comma_bound or each.form != "name" or each.end - each.start > 1 or each.end >= len(tokens):
        return False
    describes = tokens[each.end].tag == "noun" and not tokens[each.end].capital
    return describes and re.search(rf"\b{re.escape(tokens[each.start].word)}\b", text) is not None


def _courtesy(tokens: list[Token], each: Reference, rules: Rules) -> int | None:
    """Where "Mr", "Frau" stands before a surname; None where it does not."""
    at = each.start - 1
    at -= at > 0 and tokens[at].text == "."
    return at if each.form == "name" and at >= 0 and tokens[at].word in rules.naming.courtesy else None


def _replacement(each: Reference, original: str, tokens: list[Token], firms: Set[str], rules: Rules) -> str | None:
    """The full name in place of a reference; None where it cannot stand there.

    ``firms``: the first words of longer names of the article: "Lee" of "Lee Holdings".
    """
    assert each.name is not None
    before = tokens[each.start - 1] if each.start else None
    after = tokens[each.end] if each.end < len(tokens) else None
    if each.form == "name":
        longer = before is not None and before.is_word and before.capital and not is_role(before.word, rules)
        if (longer and not rules.comma_bound and each.start > 1) or (before and before.word in _OF_MANY):
            return original
        if longer and rules.comma_bound and after and after.is_word and after.capital:
            return original  # "Hewlett Packard Enterprise"
        if (
            after
            and after.is_word
            and after.capital
            and not rules.comma_bound
            and not is_finite(tokens, each.end, rules)
        ):
            return original  # "the Biden Center"
        styled = (
            after is not None and after.word in rules.definite and tokens[min(each.end + 1, len(tokens) - 1)].capital
        )
        if styled and not rules.comma_bound:
            return original  # "Eric the Eel"
        modifies = after is not None and after.tag == "noun" and not rules.comma_bound and not each.whose
        if modifies and after and (after.word in _KIN or original.casefold() in firms):
            return original  # "the Darrell family", "Darrell men", "Lee shares"
        return each.name + each.whose
    if each.form == "office":
        told = after is not None and after.word in rules.of_words | rules.genitives
        if tokens[each.start].word in {"des"} or told:
            return None
        return each.name + each.whose
    if not each.whose:
        return each.name
    if not rules.comma_bound:
        return each.name + ("’" if each.many and each.name.endswith("s") else "’s")
    if after is None or not after.capital:
        return None  # an adjective follows, whose ending would change
    if _is_of_subject(tokens, each.start, rules):
        return None
    linked = before is not None and before.word in rules.prepositions
    if original.casefold().endswith("es") or (original.casefold().endswith("er") and not linked):
        return None  # a genitive: "die Existenz seines Landes"
    return each.name + ("’" if each.name[-1:] in "sxzß" else "s")


def _is_of_subject(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a German possessive stands behind its verb's subject, a person: "verbringt die Sängerin ihre Zeit"."""
    people = rules.man_nouns | rules.woman_nouns
    for noun in range(at - 1, 1, -1):
        if not tokens[noun].is_word or tokens[noun].tag in {"noun", "name", "prep"}:
            someone = tokens[noun].word in people or tokens[noun].word.endswith(("erin", *rules.agent_endings))
            led = tokens[noun - 1].word in {"die", "der"} and is_finite(tokens, noun - 2, rules)
            return tokens[noun].tag == "noun" and someone and led
    return False
