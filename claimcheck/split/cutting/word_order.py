"""Clauses with their verb first or last, worded as main clauses: "gestiegen sei die Zahl" → "die Zahl sei gestiegen".

A German main clause has its finite verb behind its first constituent, whatever that is; where that constituent is not
plain the clause stays as it is.
"""

from dataclasses import replace

from claimcheck.split.cutting.attached import attaches
from claimcheck.split.cutting.last_verbs import final_verb, parted_verb
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit
from claimcheck.split.words.tokens import CURRENCY, Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["before_a_clause", "first_constituent", "noun_phrase", "reordered", "verb_first", "verb_second"]

_OBLIQUE = frozenset({"sich", "ihm", "ihn", "ihnen", "uns", "mir", "mich", "dir", "dich", "euch"})
_BRACKET = 8  # tokens of what stands in brackets behind a noun
_COMMAS = 4  # commas of a clause behind which its verb is looked for
_WITH_NOUN = frozenset(
    {
        "nur",
        "auch",
        "sogar",
        "selbst",
        "rund",
        "etwa",
        "fast",
        "knapp",
        "kaum",
        "mindestens",
        "höchstens",
        "allein",
        "gut",
    }
)
_ABOUT = frozenset({"rund", "etwa", "knapp", "über", "fast", "mindestens", "circa"})  # in front of a number
_ALONE = frozenset({"ihm", "ihn", "ihnen", "uns", "mir", "mich", "dir", "dich", "euch"})
_SINCE = frozenset({"seit", "bis", "ab", "vor", "nach"})
_DESCRIBED = frozenset({"noun", "adj", "name", "num"})
_SOMEONE = words("niemand jemand nichts alles keiner keine jeder alle viele einige wenige beide mehrere manche")


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def _is_when(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a number says when by itself: "wurden 2020 rund 300 Tiere getötet"."""
    return at + 1 < end and _is_year(tokens[at]) and tokens[at + 1].tag not in {"noun", "name", "adj"}


def reordered(tokens: list[Token], unit: Unit, rules: Rules) -> Unit:
    """A clause behind "laut X" or "dass" with the word order of a main clause, where its first noun phrase is plain."""
    start, end = unit.stretches[0]
    if unit.parts or start == 0:
        return unit
    if len(unit.stretches) == 2 and tokens[start - 1].word in rules.that:
        return _around_a_gap(tokens, unit, rules) or unit
    if len(unit.stretches) > 1:
        return unit
    if is_finite(tokens, start, rules):
        begin = start + 1 + (start + 1 < end and tokens[start + 1].word in _OBLIQUE)  # "will sich der Rat …"
        phrase = begin + 1 if _is_when(tokens, begin, end) else noun_phrase(tokens, begin, end, rules)
        counted = begin + 1 < end and tokens[begin].word in _ABOUT and tokens[begin + 1].text[:1].isdigit()
        if phrase is None and begin < end and (tokens[begin].tag == "name" or counted):
            phrase = first_constituent(tokens, begin, end, rules)
        moved: tuple[Stretch, ...] = ((start + 1, begin),) if begin > start + 1 else ()
        parts: tuple[Stretch, ...] = ((begin, phrase), (start, start + 1), *moved, (phrase, end)) if phrase else ()
        parts = parts or _led(tokens, start, end, rules)
        return Unit(unit.stretches, parts=parts, complete=bool(parts))
    if tokens[start - 1].word in rules.that:
        found = verb_second(tokens, start, end, rules) or before_a_clause(tokens, start, end, rules)
        return found or Unit(unit.stretches, complete=False)
    return unit


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


def first_constituent(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where the first constituent of a clause is over, with genitives and what belongs to it; None if not plain."""
    at = start
    if at >= end or tokens[at].text in '"“„«»(':
        return None
    if tokens[at].word in {"er", "sie", "es", "man", "wir", "ich"}:
        return at + 1
    if tokens[at].word in rules.pronouns | {"das", "dies", "man", "wir", "ich", "es"} and tokens[at + 1].tag not in {
        "noun",
        "adj",
        "name",
    }:
        return at + 1
    if tokens[at].word in rules.deictics and tokens[at].tag == "adv":
        return at + 1
    points = tokens[at].word in rules.demonstratives and at + 2 < end and _is_year(tokens[at + 1])
    if points or _is_when(tokens, at, end):
        return at + 1  # "als dieser 2010 Berater suchte"
    if [token.word for token in tokens[at : at + 2]] == ["bis", "zu"] and tokens[min(at + 2, end - 1)].tag == "num":
        at += 2  # "bis zu 40 Prozent"
    prepositional = tokens[at].tag == "prep"
    at += prepositional
    if prepositional and tokens[at - 1].word in _SINCE and _is_year(tokens[at]) and not tokens[at + 1].capital:
        return at + 1  # "seit 2010 drei Schulen"
    someone = tokens[at].word in _SOMEONE and at + 1 < end and tokens[at + 1].tag not in _DESCRIBED
    phrase = at + 1 if someone else _phrase(tokens, at, end)
    if phrase is None:
        return noun_phrase(tokens, start, end, rules) if not tokens[start].tag else None
    at = phrase
    while at + 1 < end:
        genitive = tokens[at].word in rules.genitives and tokens[at].tag == "art"
        weak = tokens[at].word == "der" and tokens[at + 1].tag == "adj" and tokens[at + 1].word.endswith("e")
        genitive = genitive and not weak  # "nach der Dauer der alte Name": another noun, in the nominative
        attached = tokens[at].word == "gegen" and at > phrase  # "der Preis für den Schutz gegen Feuer"
        if not prepositional and not attached and tokens[at].tag == "prep":
            belongs = attaches(tokens, start, at, end, rules)
            if belongs is None:
                return None
            attached = belongs
        joined = tokens[at].word in {"und", "oder", "sowie"}
        if tokens[at].text == "(":  # "die Mehrheit (33 Prozent)"
            shut = next((j for j in range(at, min(end, at + _BRACKET)) if tokens[j].text == ")"), None)
            if shut is None:
                return None
            at = shut + 1
            continue
        once = tokens[at].word == "eines" and tokens[at + 1].word in {"tages", "abends", "morgens", "nachts"}
        genitive = genitive and not once  # "dass das Verfahren eines Tages …"
        this = tokens[at].word in {"dieses", "seines", "ihres"} and tokens[at + 1].word.endswith("s")
        genitive = genitive or this or _bare_genitive(tokens, at, end)
        further = _phrase(tokens, at + (attached or joined), end) if genitive or attached or joined else None
        if further is None:
            break
        at = further
    return at if at <= end else None


def _bare_genitive(tokens: list[Token], at: int, end: int) -> bool:
    """Whether an adjective and a noun carry on a noun phrase: "eine Serie eindeutiger Fotos"."""
    described = at + 1 < end and tokens[at].tag == "adj" and tokens[at].word.endswith("er")
    return described and tokens[at + 1].tag == "noun" and tokens[at - 1].tag == "noun" and not tokens[at].capital


def _phrase(tokens: list[Token], start: int, end: int) -> int | None:
    """Where a noun phrase is over: words before a noun, then nouns and names."""
    at = start
    if at < end and tokens[at].word in _ALONE:
        return at + 1
    while (
        at < end
        and not tokens[at].capital
        and tokens[at].tag in {"art", "adj", "num", "adv", "pp", "pro", ""}
        and tokens[at].is_word
    ):
        at += 1
        if at - start > 5:
            return None
    while at < end and tokens[at].text[:1].isdigit() and not tokens[at].capital:
        at += 1
    nouns = at
    while at < end and (tokens[at].tag in {"noun", "name"} or tokens[at].capital) and tokens[at].is_word:
        named = at > nouns and tokens[at].tag == "noun" and tokens[at - 1].word in GIVEN
        if named and at + 1 < end and tokens[at + 1].text[:1].isdigit():
            break  # "dass der kleine Miguel Größe 8 hat"
        if at > nouns and tokens[at].word in {"anfang", "ende", "mitte"}:
            break  # "dass das Werk Ende Mai schließt"
        at += 1
    while nouns < at < end and tokens[at].text in CURRENCY:
        at += 1  # "350 Millionen £"
    if at > nouns and at + 1 < end and tokens[at].text.isdigit() and tokens[at - 1].tag == "name":
        at += not tokens[at + 1].capital and len(tokens[at].text) < 3  # "dass Radio 3 vorn liegt"
    run = tokens[nouns:at]
    two = len(run) > 1 and tokens[start].tag == "art" and run[0].tag == run[1].tag == "noun"
    beside = len(run) > 1 and run[-1].tag == "noun" and run[-2].tag == "name" and run[-1].word.endswith(("en", "ern"))
    several = tokens[start].word == "die" and any(
        one.tag == "noun" and one.word.endswith("en") for one in run[:-1]
    )  # "dass die Firmen Geld verlangen", "die Staaten China helfen"
    if beside or several or (two and run[1].word.endswith(("en", "er", "e"))):
        return None  # "verwies das Unternehmen Investoren auf": a name, or what the verb is done to
    return at if at > nouns else None


def noun_phrase(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where a noun phrase that begins at ``start`` is over, genitives with it; None where that is not plain."""
    at = start
    if at < end and tokens[at].word in rules.pronouns and not tokens[at].capital:
        return at + 1
    described = at + 1 < end and tokens[at + 1].capital and tokens[at].word.endswith("e") and not tokens[at].capital
    if described and tokens[at].word not in rules.determiners | rules.prepositions | rules.adverbs | rules.pronouns:
        at += 1  # "westliche Staaten"
    if at < end and (tokens[at].word in rules.determiners or tokens[at].text[:1].isdigit()):
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
    if at >= end or not tokens[at].capital:
        return None
    at += 1
    if _bare_genitive(tokens, at, end):
        at += 2  # "der Eintritt virtueller Anbieter"
    while at < end and tokens[at].word in rules.genitives:
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
        at = min(at + 1, end)
    return at if at < end and not tokens[at].capital else None
