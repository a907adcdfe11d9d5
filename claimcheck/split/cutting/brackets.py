"""What stands in brackets in a clause: another clause, or what describes the noun phrase before."""

from claimcheck.split.cutting.between_commas import is_time
from claimcheck.split.cutting.counted import begins_with_number
from claimcheck.split.cutting.relative_heads import placed
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import Place, is_bare, noun_phrase_before
from claimcheck.split.words.stretches import SHORTEST, has_clause
from claimcheck.split.words.tokens import Token

__all__ = ["bracketed"]

_SHORT = frozenset({"acronym", "abbreviation", "abbreviated", "initials", "short"})
_WORDS = 4  # that a description in brackets has at least


def bracketed(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What stands in brackets: a clause, or what describes the noun phrase before: "the Met (a court of five)"."""
    stop = next((j for j in range(at, end) if tokens[j].text in "()"), end)
    words = [token for token in tokens[at:stop] if token.is_word]
    if stop + 1 < end and tokens[stop + 1].text == ":" and rules.comma_bound:
        return None  # "Liu Hong (China): …"
    if stop >= end or tokens[stop].text == "(" or len(words) < SHORTEST or at - 1 <= start:
        return None
    if has_clause(tokens, at, stop, rules) and tokens[at].tag in {"art", "name", "noun", "pro", "adj", "num"}:
        return ((), (at, stop), (at - 1, stop + 1))
    head = noun_phrase_before(tokens, start, at - 1, rules)
    if head and not rules.comma_bound and is_bare(tokens, head) and tokens[head[0] - 1].word in rules.coordinators:
        return None  # "Bread and butter - a cheap meal - fed 300 men"
    again = begins_with_number(tokens, at, stop, rules) and any(token.text[:1].isdigit() for token in tokens[at:stop])
    again = again and any(token.tag == "num" for token in tokens[at - 5 : at])
    if head and tokens[at].tag == "pp" and not rules.comma_bound:
        head = placed(tokens, start, head, rules)
    if head and is_time(tokens, head, rules):
        return None  # "am Samstag (20.30 Uhr, im Fernsehen)"
    if rules.comma_bound and sum(token.text == "," for token in tokens[at:stop]) > 1:
        return None  # "die Bälle (Nordline, 13 Euro, für Kinder)"
    if not rules.comma_bound and any(token.word in _SHORT for token in tokens[at : at + 4]):
        return None  # "the partnership (the acronym PPP in English)"
    if tokens[at].tag == "conj" or tokens[at].word in rules.source_so or tokens[stop - 1].text == ",":
        return None
    if len(words) < _WORDS or again:  # "50 million pounds (about 70 million euros)"
        return None
    return ((head,) if head else (), (at, stop), (at - 1, stop + 1))
