"""Objects counted one after another, each a fact of its own: "sold 12,000 cars in May and 8,000 vans in June"."""

from dataclasses import replace
from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import THAN
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import CURRENCY, Token
from claimcheck.split.words.verbs import first_finite

__all__ = ["begins_with_number", "counted_apart"]

_LEAST = 3  # words of each member
_OPENS = 4  # tokens before the number of a member: "more than", "rund", "um"
_NOUN = 4  # tokens from the number to its noun
_HOLDING = frozenset({"von", "vom", "gegen", "an", "mit", "bei", "für"})
_STEPS = frozenset({"up", "down"})  # with a number they are no preposition
_CURRENCY = frozenset(f"{CURRENCY}%")


def counted_apart(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """The unit once for each counted object behind its verb; the unit as it is where no list of them ends it."""
    start, end = unit.stretches[-1]
    if unit.parts or not unit.complete or not any(token.tag for token in tokens[start:end]):
        return [unit]
    verb = first_finite(tokens, start, end, rules)
    if verb is None:
        return [unit]
    tail = _tail(tokens, verb + 1, end)
    members = _members(tokens, verb + 1, tail, rules)
    if len(members) < 2:
        return [unit]
    first = members[0][0]
    closing = ((tail, end),) if any(token.is_word for token in tokens[tail:end]) else ()
    heads = unit.stretches[:-1]
    found = [replace(unit, stretches=(*heads, (start, members[0][1]), *closing))]
    for a, b in members[1:]:
        last = ((a, end),) if b == tail else ((a, b), *closing)
        found.append(replace(unit, stretches=(*heads, (start, first), *last)))
    return found


def _tail(tokens: list[Token], start: int, end: int) -> int:
    """Where the words begin that close a German clause: "… und 30 Busse | gekauft"."""
    at = end
    while at > start and (tokens[at - 1].tag in {"pp", "inf", "izu", "sep", "to"} or not tokens[at - 1].is_word):
        at -= 1
    return at


def _members(tokens: list[Token], start: int, end: int, rules: Rules) -> list[Stretch]:
    """The counted objects that end a clause, from the first on; none where anything else stands between them."""
    first = next((at for at in range(start, end) if _counted(tokens, at, end, rules)), None)
    if first is None or any(_opens(token, rules) for token in tokens[first:end]):
        return []
    if first > 1 and tokens[first - 1].text == ":" and tokens[first - 2].tag in {"noun", "name"}:
        return []  # "die Kinos der Städte: 10 in Linz, 9 in Kiel": each count is of what stands in front
    number = _number_at(tokens, first, end, rules) or first
    if any(token.word in rules.ranges for token in tokens[first - 1 : number]):
        return []
    cuts = [
        at
        for at in range(first + 2, end - 2)
        if (tokens[at].word in rules.coordinators - rules.alternatives or tokens[at].text == ",")
        and _counted(tokens, at + 1 + (tokens[at + 1].word in rules.coordinators), end, rules)
    ]
    pieces: list[Stretch] = []
    begin = first
    for cut in cuts:
        pieces.append((begin, cut - (tokens[cut - 1].text == ",")))
        begin = cut + 1 + (tokens[cut + 1].word in rules.coordinators)
    pieces.append((begin, end))
    whole = all(sum(token.is_word for token in tokens[a:b]) >= _LEAST for a, b in pieces)
    if len({tokens[a].tag == "art" for a, _ in pieces}) > 1 or _may_hang(tokens, pieces, rules):
        return []  # "mit einer Bilanz von 30 Spielen und 9 Toren"
    alike = len({tokens[a].tag == "prep" and tokens[a].word not in _STEPS for a, _ in pieces}) == 1
    return pieces if whole and alike and tokens[cuts[-1] if cuts else first].text != "," else []


def _may_hang(tokens: list[Token], pieces: list[Stretch], rules: Rules) -> bool:
    """Whether a German member may go with a name inside the one before: "2 Euro von Dorn und vier Firmen"."""
    if not rules.comma_bound:
        return False
    led = [any(token.word in _HOLDING for token in tokens[a + 1 : b]) for a, b in pieces]
    return any(one and not other for one, other in pairwise(led))


def _opens(token: Token, rules: Rules) -> bool:
    """Whether a word begins another clause, or alternatives, among which is not told."""
    if token.word in THAN:
        return False
    clausal = token.tag in {"fin", "rel", "sub"} or token.word in rules.relatives - rules.determiners
    return clausal or token.word in rules.alternatives or token.text in "();:–—"


def _counted(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether a number and its noun begin at ``at``, or a noun and by how much: "den Gewinn um acht Prozent"."""
    number = _number_at(tokens, at, end, rules)
    if number is None and tokens[at].tag == "art":
        noun = next((j for j in range(at + 1, min(end, at + _NOUN)) if tokens[j].tag == "noun"), None)
        linked = noun is not None and noun + 1 < end and tokens[noun + 1].tag == "prep"
        number = _number_at(tokens, noun + 2, end, rules) if noun is not None and linked else None
    if number is None or (number + 1 < end and tokens[number + 1].word in rules.months):
        return False
    behind = tokens[number : min(end, number + _NOUN)]
    nouns = any(token.tag in {"noun", "name"} for token in behind[1:])
    return nouns or any(token.text in _CURRENCY or token.text.endswith("%") for token in behind)


def begins_with_number(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether a number begins at ``at``, with at most a preposition and a qualifier in front."""
    return at < end and _number_at(tokens, at, end, rules) is not None


def _number_at(tokens: list[Token], at: int, end: int, rules: Rules) -> int | None:
    """The place of a number with at most a preposition and a qualifier in front; None where none stands."""
    for number in range(at, min(end, at + _OPENS)):
        token = tokens[number]
        if _is_number(token, rules):
            return number
        graded = token.word in THAN | {"more", "mehr"} or token.text in _CURRENCY
        if token.tag not in {"prep", "adv", "adj"} and not graded:
            return None
    return None


def _is_number(token: Token, rules: Rules) -> bool:
    """Whether a word is a number, and not a year."""
    year = token.is_year and token.text[:2] in {"19", "20"}
    roman = set(token.text) <= set("IVXL")  # "Torpedo IV und V"
    counts = token.text[:1].isdigit() or token.word in rules.number_words or token.tag == "num"
    return counts and not year and not roman
