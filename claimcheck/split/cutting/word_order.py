"""Clauses with their verb first or last, worded as main clauses: "gestiegen sei die Zahl" → "die Zahl sei gestiegen".

A German main clause has its finite verb behind its first constituent, whatever that is; where that constituent is not
plain the clause stays as it is.
"""

from dataclasses import replace

from claimcheck.split.cutting.constituents import first_constituent, is_when, noun_phrase, with_title
from claimcheck.split.cutting.last_verbs import final_verb, parted_verb
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.quotes import OPENING_MARKS
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["before_a_clause", "reordered", "verb_first", "verb_second"]

_OBLIQUE = frozenset({"sich", "ihm", "ihn", "ihnen", "uns", "mir", "mich", "dir", "dich", "euch"})
_MAY_BE_SUBJECT = frozenset({"die", "der", "das", "eine"})  # articles behind which "es" may be an object
_COMMAS = 4  # commas of a clause behind which its verb is looked for
_WITH_NOUN = words("nur auch sogar selbst rund etwa fast knapp kaum mindestens höchstens allein gut")
_ABOUT = frozenset({"rund", "etwa", "knapp", "über", "fast", "mindestens", "circa"})  # in front of a number


def reordered(tokens: list[Token], unit: Unit, rules: Rules) -> Unit:
    """A clause behind "laut X" or "dass" with the word order of a main clause, where its first noun phrase is plain."""
    start, end = unit.stretches[0]
    if unit.parts or start == 0:
        return unit
    if len(unit.stretches) == 2 and tokens[start - 1].word in rules.that:
        return _around_a_gap(tokens, unit, rules) or unit
    if len(unit.stretches) == 2 and is_finite(tokens, start, rules):
        whole = end - start > 1 and noun_phrase(tokens, start + 1, min(end + 1, len(tokens)), rules) == end
        turned = ((start + 1, end), (start, start + 1), unit.stretches[1])  # "soll die Halle | bis Mai saniert werden"
        return replace(unit, parts=turned if whole else (), complete=whole)
    if len(unit.stretches) > 1:
        return unit
    if is_finite(tokens, start, rules):
        begin = start + 1 + (start + 1 < end and tokens[start + 1].word in _OBLIQUE)  # "will sich der Rat …"
        phrase = begin + 1 if is_when(tokens, begin, end) else noun_phrase(tokens, begin, end, rules)
        counted = begin + 1 < end and tokens[begin].word in _ABOUT and tokens[begin + 1].text[:1].isdigit()
        if phrase is None and begin < end and (tokens[begin].tag == "name" or counted):
            phrase = first_constituent(tokens, begin, end, rules)
        phrase = with_title(tokens, phrase, end) if phrase else None
        moved: tuple[Stretch, ...] = ((start + 1, begin),) if begin > start + 1 else ()
        parts: tuple[Stretch | str, ...] = (
            ((begin, phrase), (start, start + 1), *moved, (phrase, end)) if phrase else ()
        )
        if phrase and phrase + 1 < end and tokens[phrase].text == "," and tokens[phrase + 1].tag == "rel":
            parts = _with_relative(tokens, begin, phrase, end, ((start, start + 1), *moved), rules)
        parts = parts or _led(tokens, start, end, rules)
        return Unit(unit.stretches, parts=parts, complete=bool(parts))
    if tokens[start - 1].word in rules.that:
        found = verb_second(tokens, start, end, rules) or before_a_clause(tokens, start, end, rules)
        return found or Unit(unit.stretches, complete=False)
    return unit


def _with_relative(
    tokens: list[Token], begin: int, comma: int, end: int, verb: tuple[Stretch, ...], rules: Rules
) -> tuple[Stretch | str, ...]:
    """A subject with its relative clause in front of its verb: "Ein Rad, dessen Licht fehlt, | darf | nicht fahren"."""
    closing = next((at for at in range(comma + 1, end) if tokens[at].text == ","), None)
    if closing is None or not is_finite(tokens, closing - 1, rules):
        return ()
    return ((begin, closing), ", ", *verb, (closing + 1, end))


def _led(tokens: list[Token], verb: int, end: int, rules: Rules) -> tuple[Stretch, ...]:
    """What begins with its verb, read with the adverbial behind that in front: "starben | im Mai drei Menschen".

    An adverb alone stays behind the verb: "Anträge liegen bereits vor". Empty where the first phrase is not plain.
    """
    begin = at = verb + 1
    while at < end and tokens[at].tag == "adv" and tokens[at].word not in rules.negators:
        at += 1
    if at + 1 >= end or tokens[at + 1].tag == "rel":
        return ()
    led = tokens[at].tag == "prep"
    front = noun_phrase(tokens, at + led, end, rules) if led or at > begin else None
    if front is None or front >= end or not tokens[front].is_word or not tokens[front - 1].capital:
        return ()
    if led:
        return ((begin, front), (verb, begin), (front, end))
    at -= tokens[at - 1].word in _WITH_NOUN and at - 1 > verb  # "würden | nur sieben Prozent": goes with its noun
    return ((at, front), (verb, at), (front, end))


def _around_a_gap(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``das Verfahren | 2 Millionen kostet``, a relative clause taken out: the verb behind the first stretch."""
    head, (start, end) = unit.stretches
    ends = (end, *(at for at in range(start, end) if tokens[at].text == ","))
    verb = next((verb for stop in ends if (verb := final_verb(tokens, start, stop, rules)) is not None), None)
    words = parted_verb(tokens, verb, rules) if verb is not None else None
    if verb is None or words is None or first_constituent(tokens, *head, rules) != head[1]:
        return None
    behind: tuple[Stretch | str, ...] = ((verb + 1, end),)
    if verb + 1 < end and tokens[verb + 1].text == ",":
        behind = (", ", (verb + 2, end))
    parts = (head, *words[:1], (start, verb), *words[1:], *behind)
    return replace(unit, parts=tuple(part for part in parts if isinstance(part, str) or part[0] < part[1]))


def before_a_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> Unit | None:
    """``die Zahl gestiegen ist, weil …``: the verb of what stands before a comma, mostly the first."""
    for comma in [at for at in range(start, end - 1) if tokens[at].text == ","][:_COMMAS]:
        if tokens[comma + 1].word in rules.coordinators and _ends_in_verb(tokens, comma + 2, end, rules):
            return None  # "dass sie im Mai öffnet, und danach umgebaut wird"
        if found := verb_second(tokens, start, comma, rules):
            return replace(found, stretches=((start, end),), parts=(*found.parts, ", ", (comma + 1, end)))
    return None


def _ends_in_verb(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a clause behind "und" still has its verb at the end."""
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    last = next((at for at in range(end - 1, start, -1) if tokens[at].is_word), start)
    return bool(verbs) and verbs == [last]


def verb_first(tokens: list[Token], unit: Unit, start: int, rules: Rules) -> Unit:
    """A main clause that is left with its verb in front, read with its subject there: "weist das Register Mängel auf".

    ``start``: where it begins, behind a source that is left out. A condition ("Sollte es regnen, …") stays as it is.
    """
    first, end = unit.stretches[0]
    if unit.parts or len(unit.stretches) > 1 or not first <= start < end - SHORTEST:
        return unit
    start += tokens[start].text in OPENING_MARKS  # "Im Mai", sagte Holm, "war die Halle zu"
    verb = tokens[start]
    if verb.capital:
        return unit
    if not (is_finite(tokens, start, rules) or verb.word in rules.auxiliaries | rules.subjunctive) or not verb.tag:
        return unit
    comma = next((at for at in range(start, end) if tokens[at].text == ","), None)
    if comma is not None and comma + 1 < end and is_finite(tokens, comma + 1, rules):
        return unit
    begin = start + 1 + (tokens[start + 1].word in _OBLIQUE)
    if tokens[begin].tag in {"prep", "adv"}:
        return replace(unit, parts=_led(tokens, start, end, rules))
    if tokens[begin].word in {"des", "einen"}:
        return unit
    front = first_constituent(tokens, begin, end, rules)
    related = front is not None and front + 1 < end and tokens[front].text == ","
    if related and front is not None:  # "der Produkte, die", "den Münchnern Jan Pohl, Max Dorn und"
        related = tokens[front + 1].word in rules.relatives or tokens[front + 1].tag == "name"
    if front is None or front <= begin or related:
        return unit
    front += front < end and tokens[front].word in rules.source_after  # "einem Gesetz zufolge"
    moved = ((start + 1, begin),) if begin > start + 1 else ()
    return replace(unit, parts=((begin, front), (start, start + 1), *moved, (front, end)))


def verb_second(tokens: list[Token], start: int, end: int, rules: Rules) -> Unit | None:
    """A clause that ends in its verb, read with the verb behind its first constituent; None where that is not plain."""
    begin = start
    while begin < end and tokens[begin].word in _OBLIQUE:
        begin += 1
    if begin + 1 < end and tokens[begin].word == "es" and tokens[begin + 1].word in _MAY_BE_SUBJECT:
        return None  # "als es die Zeitschrift wählte"
    opens = tokens[begin].word in rules.subordinators and tokens[begin].tag in {"sub", "adv"} if begin < end else False
    if opens or (begin < end and tokens[begin].word in rules.worth.conditions):
        return None  # "dass wenn es regnet, …"
    told = _with_clause(tokens, begin, end, rules)
    verb = final_verb(tokens, told or start, end, rules, lists=True)
    if verb is None:
        return None
    front = told or first_constituent(tokens, begin, verb, rules)
    if verb - start < SHORTEST - 1 and (front != verb or begin > start):
        return None
    verbal = parted_verb(tokens, verb, rules)
    if front is None or verbal is None or front > verb or (tokens[front].text == "," and front < verb):
        return None
    moved = ((start, begin),) if begin > start else ()
    opened: tuple[Stretch | str, ...] = ((begin, front - 1), ", ", verbal[0]) if told else ((begin, front), verbal[0])
    if told and isinstance(verbal[0], str):
        opened = ((begin, front - 1), f",{verbal[0]}")
    parts = (*opened, *moved, (front, verb), *verbal[1:], (verb + 1, end))
    kept = tuple(part for part in parts if isinstance(part, str) or part[0] < part[1])
    return replace(Unit(((start, end),)), parts=kept)


def _with_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where a first constituent with a clause between commas is over, a relative one or "zu …"; None for none."""
    comma = next((at for at in range(start, end) if tokens[at].text == ","), None)
    closing = next((at for at in range(comma + 2, end) if tokens[at].text == ","), None) if comma else None
    if comma is None or closing is None:
        return None
    related = tokens[comma + 1].word in rules.relatives | rules.prepositions and is_finite(tokens, closing - 1, rules)
    aim = tokens[closing - 1].tag == "izu" or tokens[closing - 2].word in rules.infinitive_marks
    if not related and not (aim and not any(is_finite(tokens, at, rules) for at in range(comma + 1, closing))):
        return None
    return closing + 1 if first_constituent(tokens, start, comma, rules) == comma else None
