"""What stands in front of a subject: a place, a time or a deed that is a fact by itself: "When he came, she left"."""

from itertools import pairwise

from claimcheck.split.cutting.copulas import is_many, past_of
from claimcheck.split.cutting.own_clauses import of_the_past, opens_clause, own_clause
from claimcheck.split.cutting.predicates import subject_before_verb
from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_nouns import WORKS
from claimcheck.split.words.nouns import NOMINAL
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, has_clause
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["behind_place", "closing_comma", "fronted", "fronted_apart", "only_related"]

_DURING = frozenset({"after", "before", "while"})  # with a participle behind them they tell what the subject did
_CALLS = frozenset({"remember", "recall", "note", "reminder"})
_SOURCED = frozenset({"based", "building", "drawing", "relying"})
_PLACE = 4  # tokens in which a place in front has its colon


def behind_place(tokens: list[Token], start: int, end: int) -> int:
    """Where a stretch begins behind the place or the call in front of it: "New York: The council …", "Remember: …"."""
    if end - start > SHORTEST and tokens[start].word in _CALLS and tokens[start + 1].text == ":":
        return start + 2
    colon = next((at for at in range(start + 1, min(start + _PLACE, end - SHORTEST)) if tokens[at].text == ":"), None)
    placed = colon is not None and all(token.capital and token.tag != "art" for token in tokens[start:colon])
    return colon + 1 if colon is not None and placed and tokens[colon + 1].capital else start


def fronted_apart(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> int | None:
    """The comma behind what stands in front and is a fact by itself: "With 52 votes in favor, …", "When he came, …"."""
    if start >= end or tokens[start].word not in rules.time_openers | rules.bringing:
        return None
    comma = closing_comma(tokens, quoted, start, end, rules)
    if comma is None and tokens[start].word in rules.time_openers:
        return _before_pronoun(tokens, start, end, rules)
    if comma is None or comma - start <= SHORTEST + 1 or not own_clause(tokens, comma + 1, end, rules):
        return None
    if tokens[start].word in rules.time_openers:
        told = has_clause(tokens, start + 1, comma, rules) and of_the_past(tokens, start + 1, comma, rules)
        told = told and not only_related(tokens, start + 1, comma, rules)
        return comma if told and of_the_past(tokens, comma + 1, end, rules) else None
    number = any(token.text[:1].isdigit() or token.word in rules.number_words for token in tokens[start:comma])
    return comma if number else None


def only_related(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether all verbs of a stretch are those of its relative clause: "the fire that cost two lives and led on"."""
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    opens = next((at for at in range(start, end) if tokens[at].tag == "rel"), end)
    own = [at for at in verbs[1:] if tokens[at - 1].tag != "conj"]
    return bool(verbs) and opens < verbs[0] and not own


def _before_pronoun(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """The last place of a clause in front that no comma ends: "When police saw the van | they called for help"."""
    verb = next((at for at in range(start + 1, end) if is_finite(tokens, at, rules)), end)
    subject = next(
        (at for at in range(verb + 2, end - 1) if tokens[at].word in rules.subject_pronouns | rules.it), None
    )
    if subject is None or not is_finite(tokens, subject + 1, rules) or tokens[subject - 1].tag not in {"noun", "name"}:
        return None
    opened = any(opens_clause(tokens, at, rules) for at in range(start + 1, subject))
    past = of_the_past(tokens, start + 1, subject, rules) and of_the_past(tokens, subject, end, rules)
    return subject if past and not opened else None


def fronted(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> Unit | None:
    """A participle in front of the subject it tells of, with that: "Born in Leeds, she …"; None where none stands."""
    led = start + 1 < end and tokens[start].word in _DURING and tokens[start + 1].tag == "ing"
    begin, start = start, start + led
    if (
        start >= end
        or tokens[start].tag not in {"ing", "pp"}
        or tokens[start].word in rules.prepositions | rules.adverbs
    ):
        return None
    comma = closing_comma(tokens, quoted, start, end, rules)
    figure = any(token.text[:1].isdigit() for token in tokens[start:comma])
    if (
        comma is None
        or comma - start < SHORTEST + (not figure)
        or any(is_finite(tokens, j, rules) for j in range(start, comma))
    ):
        return None
    subject = subject_before_verb(tokens, comma + 1, end, rules)
    if subject is None or subject[0] != comma + 1 or not own_clause(tokens, comma + 1, end, rules):
        return None
    if _of_something_else(tokens, start, subject):
        return None
    named = figure or any(token.tag == "name" for token in tokens[start:comma])
    if led and comma - start < 2 * SHORTEST and not named:
        return None  # "After waiting a while, they left" is one fact
    if led:
        told = past_of(tokens, (start, comma), rules) if of_the_past(tokens, subject[1], end, rules) else None
        return Unit(((begin, comma), subject), parts=(subject, *told), presupposed=True) if told else None
    verb = first_finite(tokens, subject[1], end, rules)
    if tokens[start].tag == "pp" and verb is not None:  # "Born in Leeds, she moved": "She was born in Leeds"
        present = tokens[verb].word in rules.worth.copulas and not of_the_past(tokens, verb, end, rules)
        many = is_many(tokens, subject) or tokens[subject[0]].word == "they"
        helper = ("are" if many else "is") if present else "were" if many else "was"
        parts = (subject, f" {helper} {tokens[start].word} ", (start + 1, comma))
        return Unit(((start, comma), subject), parts=parts, presupposed=True)
    told = past_of(tokens, (start, comma), rules) if of_the_past(tokens, subject[1], end, rules) else None
    return Unit(((start, comma), subject), parts=(subject, *told), presupposed=True) if told else None


def _of_something_else(tokens: list[Token], start: int, subject: Stretch) -> bool:
    """Whether a participle in front need not tell of the subject: "Based on a study, Nordline built a car".

    Nor does it where the subject is what somebody has: "Before meeting Ann Lee, Mr Ray's work was dull".
    """
    nouns = {token.word for token in tokens[slice(*subject)]}
    based = tokens[start].word in _SOURCED and tokens[start + 1].word in {"on", "upon"} and nouns.isdisjoint(WORKS)
    owner = next((j for j in range(*subject) if tokens[j].capital and tokens[j].word.endswith(("'s", "’s"))), None)
    owned = owner is not None and owner + 1 < subject[1] and not tokens[subject[1] - 1].capital
    return based or (owned and tokens[start].tag == "ing")


def closing_comma(
    tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules | None = None
) -> int | None:
    """The first comma that may end what stands in front; None where none is near.

    With ``rules``, one that only parts the members of a list is passed over: "in Texas, Ohio and Maine, it rained".
    """
    if any(token.text == "," for token in tokens[start + 1 : start + SHORTEST]):
        return None  # "After that, the mayor drank coffee, which": what stood in front is over
    commas = [at for at in range(start + SHORTEST, min(end, start + 30)) if tokens[at].text == "," and not quoted[at]]
    if not commas or rules is None:
        return commas[0] if commas else None
    for at, after in pairwise(commas):
        inside = tokens[at + 1 : after]
        listed = any(token.word in rules.coordinators for token in inside) and tokens[at - 1].tag in NOMINAL
        listed = listed and all(token.tag in NOMINAL | {"adj", "conj", "art"} for token in inside)
        if not listed or not own_clause(tokens, after + 1, end, rules):
            return at
    return commas[-1]
