"""Relative clauses of a language that sets them off with a comma: German. Each goes with the noun it belongs to."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.split.cutting.agreement import meant_by
from claimcheck.split.languages import Rules
from claimcheck.split.languages.word_lists import words
from claimcheck.split.words.nouns import is_bare
from claimcheck.split.words.quotes import CLOSING_MARKS
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, is_finite

__all__ = [
    "Kind",
    "Segment",
    "awaits_infinitive",
    "chained",
    "droppable",
    "is_infinitive",
    "relative_clause",
    "two_relatives",
]

_LONGEST = 10  # tokens of a noun phrase
_SINCE = frozenset({"seit", "bis", "ab", "vor", "nach"})
_LIKENS = frozenset({"wie"})
_ONE_OF = words("einer eine eines einem einen")
_IN_STATE = words("in zu zur zum unter außer")  # before a noun that belongs to its verb
_ASKED = frozenset({"ob", "wann", "warum", "weshalb", "wer"})  # what opens a clause that tells what is asked
_SHORT = 8  # words of a clause that only says which one is meant
_IS = frozenset({"ist", "sind", "war", "waren"})
_NO_PART = frozenset({"er", "sie", "wir", "ich", "man", "sich"})  # of a noun behind it: "verkauft sie Holz, das"
_FOCUS = frozenset({"auch", "sogar", "selbst", "zudem", "besonders", "allerdings", "bereits", "schon", "noch"})
_SEEMING = frozenset({"scheint", "scheinen", "schien", "schienen", "pflegt", "pflegte", "vermag", "vermochte"})
_VERBAL = frozenset({"pp", "inf", "izu", "sep"})  # what may close the clause between a noun and its relative one
_ONE, _MANY = (
    frozenset({"wurde", "wird", "war", "ist", "hat", "hatte"}),
    frozenset({"wurden", "werden", "sind", "waren"}),
)
_FEMININE = ("ung", "heit", "keit", "schaft", "ion", "tät", "ik")  # endings of singulars
_RANKED = re.compile(  # "die einzige Stadt, die", "die zweite Bank, die": only with what follows
    r"(?:einzig|erst|letzt|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|meist|wenigst|jen|solch|d\w\wjenig)"
    r"(?:e|en|er|es|em)$"
)
Kind = Literal["main", "goes_on", "relative", "separable", "bound", "fragment"]


@dataclass(slots=True)
class Segment:
    """What stands between two marks, and what it is to the sentence."""

    start: int
    end: int
    kind: Kind
    mark: str  # what stands before it


def relative_clause(tokens: list[Token], segments: list[Segment], at: int, rules: Rules) -> Unit | None:
    """A relative clause with the noun phrase it belongs to; None where that cannot be told."""
    segment = segments[at]
    noun = segment.start - 2  # before the comma
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after and after.mark == "," and after.kind == "bound" and tokens[after.start].word in rules.that | _ASKED:
        return None  # "Max Dorn, der der Meinung ist, dass …, kam"
    announced = any(token.word in rules.naming.announcing for token in tokens[segment.start : segment.end])
    if after and announced and is_infinitive(tokens, after):
        return None  # "eine Zeit, in der es darum ging, Geld zu finden"
    if noun < 0 or at == 0 or segments[at - 1].kind == "relative":
        return None
    start, last = segments[at - 1].start, segment.start - 1
    if tokens[noun].text == ")" and tokens[segment.start].word in rules.singulars:
        return _headless(tokens, start, segment, rules)  # "ein Papier von Max Meier (SPD), das …"
    noun = _past_marks(tokens, start, noun)
    if noun < segment.start - 2 and tokens[noun - 1].tag == "prep":
        return _headless(tokens, start, segment, rules)  # "die Stiftung „Menschen in Not“, die"
    if noun > start and tokens[noun].tag in _VERBAL:  # "hat … vorgeschlagen, der"
        while noun > start and tokens[noun].tag in _VERBAL | {"fin", "to"}:
            noun -= 1
        noun = _past_marks(tokens, start, noun)
        last = noun + 1
    if _named_as(tokens, segments[0].start, noun):
        return _headless(tokens, segments[0].start, segment, rules)
    word = tokens[segment.start + (tokens[segment.start].word in rules.prepositions)].word
    begin = _phrase_begin(tokens, start, noun, segment, word, rules)
    vague = tokens[begin].word.startswith("ein") and segment.end - segment.start <= SHORTEST + 1
    if begin == noun and tokens[begin].tag == "name" and tokens[begin - 1].word in rules.place_words:
        begin = _wider(tokens, start, begin)  # "einer Pension in Linz, die"
    head = meant_by(tokens, start, (begin, noun + 1), (segment.start, segment.end), rules)
    if head is None or noun - head > _LONGEST:
        return _headless(tokens, start, segment, rules)  # another noun is meant, or either can be
    if head < begin == noun and tokens[begin - 1].word in _IN_STATE and tokens[noun].tag == "noun":
        last = begin - 1  # "das Regime in Verlegenheit zu bringen, das"
    begin = head
    while begin < noun and tokens[begin].tag == "adv" and tokens[begin].word in _FOCUS:
        begin += 1  # "So erging es auch Holm, der in Kiel lebt"
    if begin > start and (tokens[begin - 1].word in _LIKENS or _is_one_of(tokens, begin)):
        return None  # "wie einen Freund zu verlieren, mit dem", "eine der Firmen, die das baut"
    if begin > 1 and tokens[begin - 1].word == "nur" and tokens[begin - 2].word in rules.negations:
        return None  # "Es sind nicht nur die Kieler, die"
    if any(token.word in rules.negations or _RANKED.match(token.word) for token in tokens[begin:noun]):
        return None
    verb = tokens[segment.end - 1 if tokens[segment.end - 1].is_word else segment.end - 2].word
    inside = {token.word for token in tokens[segment.start : segment.end]}
    if inside & {"je", "jemals"}:
        return None
    if not _same_number(tokens[begin], tokens[noun], word, verb):
        return _headless(tokens, start, segment, rules)
    if vague or begin > noun or not (tokens[noun].capital or tokens[noun].text[:1].isdigit()):
        return None
    place = word in rules.place_relatives and tokens[begin - 1].word == "nach"  # "nach Linz, wo"
    if is_bare(tokens, (begin, last)) and not place:
        return None
    stretches = ((begin, last), (segment.start, segment.end))
    parts = (stretches[0], ", ", stretches[1])
    which = _says_which(tokens, (begin, last), (segment.start, segment.end), rules)
    return Unit(stretches, parts=parts, presupposed=True, complete=False, narrows=which)


def _is_one_of(tokens: list[Token], begin: int) -> bool:
    """Whether a noun phrase only says of what someone is one: "eine | der Firmen", not "einer | der beiden"."""
    counted = tokens[begin + 1].tag == "num" or tokens[begin + 1].word == "beiden"
    return tokens[begin].word == "der" and tokens[begin - 1].word in _ONE_OF and not counted


def _past_marks(tokens: list[Token], start: int, noun: int) -> int:
    """The last word up to ``noun``, what closes a quotation or brackets left out."""
    while noun > start and tokens[noun].text in CLOSING_MARKS | {")"}:
        noun -= 1
    return noun


def _phrase_begin(tokens: list[Token], start: int, noun: int, segment: Segment, word: str, rules: Rules) -> int:
    """Where the noun phrase begins that ends in ``noun``, as far as a clause with the pronoun ``word`` can mean it."""
    begin = noun
    while begin > start and tokens[begin].is_word and tokens[begin].word not in rules.determiners:
        opens = is_finite(tokens, begin, rules) or tokens[begin].word in rules.prepositions | {"namens", "es"}
        if opens or (tokens[begin].word in _NO_PART and tokens[begin + 1].capital):
            begin += 1
            break
        begin -= 1
    if tokens[begin].word in rules.prepositions or (begin < noun and is_finite(tokens, begin, rules)):
        begin += 1  # "…“, sagte Meier, der"
    if begin == noun - 1 and tokens[begin].is_year and tokens[begin - 1].word in _SINCE:
        begin = noun  # "fördert seit 2019 Vereine, die"
    counted = [at for at in range(begin + 1, noun) if tokens[at].text[:1].isdigit()]
    begin = counted[-1] if counted and tokens[begin].tag != "art" else begin
    if begin == noun and tokens[noun].text[:1].isdigit():  # "einer Untersuchung von 2019, die"
        while begin > start and tokens[begin - 1].tag in {"prep", "noun", "adj", "art"}:
            begin -= 1
            if tokens[begin].tag == "art":
                break
    single = word == "der" and tokens[last_word(tokens, segment.start, segment.end)].word.endswith("t")
    if word in rules.singulars or single:  # "mit Korrenien und Norwegen, das …"
        begin = next((j + 1 for j in range(noun, begin, -1) if tokens[j].word in rules.coordinators), begin)
    figure = tokens[begin].text[:1].isdigit()
    if figure or (tokens[begin].tag == "num" and word in rules.singulars):
        begin = _wider(tokens, start, begin)
    shared = tokens[begin].word in rules.his and tokens[begin].word.endswith("er") and tokens[begin - 1].tag == "num"
    return begin - (shared and word == "die" and begin - 1 > start)  # "zwei seiner Firmen, die"


def _named_as(tokens: list[Token], start: int, noun: int) -> bool:
    """Whether a list of examples ends in a noun: "Fachleute, wie Gutachter, Händler und Prüfer, die"."""
    at = noun
    while at > start and (tokens[at].tag in {"noun", "name", "adj", "conj"} or tokens[at].text == ","):
        if tokens[at - 1].word == "wie" and at - 1 > 0 and tokens[at - 2].text == ",":
            return any(token.tag == "conj" for token in tokens[at:noun])
        at -= 1
    return False


def _says_which(tokens: list[Token], noun: Stretch, clause: Stretch, rules: Rules) -> bool:
    """Whether a short clause only says which one is meant: "die Farben, die er mag", "der Ort, in dem sie lebt"."""
    led = noun[1] - noun[0] == 2 and (tokens[noun[0]].word in rules.definite or tokens[noun[0]].word in rules.his)
    words = [token for token in tokens[slice(*clause)] if token.is_word]
    if (
        not led
        or len(words) > _SHORT
        or any(token.tag in {"name", "num"} or token.text[:1].isdigit() for token in words)
    ):
        return False
    return any(token.word in rules.nominatives for token in words[1:3])


def _headless(tokens: list[Token], start: int, segment: Segment, rules: Rules) -> Unit | None:
    """A relative clause of which it is not plain whose it is, read with its sentence; None where that needs it."""
    main = tokens[start : segment.start - 1]
    if any(token.word in rules.negations or _RANKED.match(token.word) for token in main):
        return None
    return Unit(((segment.start, segment.end),), presupposed=True, complete=False)


def _same_number(first: Token, noun: Token, word: str, verb: str) -> bool:
    """Whether a clause with "die" can tell of a noun: "die Wähler, die … wurde" tells of another one."""
    if word == "die" and noun.tag == first.tag == "name":
        return not verb.endswith("en") and verb != "sind"  # "Sanktionen gegen Russland, die … sollen"
    if word != "die" or noun.tag != "noun":
        return True
    feminine = noun.word.endswith(_FEMININE)
    several = first.word == "die" and noun.word.endswith("er") and not feminine
    return not (verb in _ONE and several) and not (verb in _MANY and feminine)


def _wider(tokens: list[Token], start: int, begin: int) -> int:
    """Where the noun phrase begins that ends in a measure: "zwei Männer im Alter von 21 Jahren, die"."""
    at = begin
    while at > start and tokens[at - 1].tag in {"prep", "conj", "num", "noun", "adj", "art"}:
        at -= 1
        if tokens[at].tag == "art":
            break
    while at < begin and tokens[at].tag in {"prep", "conj"}:
        at += 1
    return at if any(token.tag == "noun" for token in tokens[at:begin]) else begin


def two_relatives(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """A relative clause as two where "und" joins two that each have their verb: "das es plant und die Stadt baut"."""
    if len(unit.stretches) == 1:
        return [unit]
    head, (start, end) = unit.stretches
    subject = tokens[start + 1].word in rules.nominatives  # "wo er sich überschlug und liegen blieb": it is shared
    for at in range(start + SHORTEST, end - SHORTEST):
        plural = tokens[at - 1].tag == "inf" and tokens[end - 2].tag != "inf"
        final = is_finite(tokens, end - 1, rules) or (tokens[end - 1].tag == "pp" and is_finite(tokens, at - 1, rules))
        final = final or (plural and tokens[end - 1].tag == "inf")
        both = (is_finite(tokens, at - 1, rules) or plural) and final
        own = tokens[at + 1].tag in {"art", "name", "noun", "num"}
        if tokens[at].word in rules.coordinators and both and (own or not subject):
            return [replace(unit, stretches=(head, each), parts=()) for each in ((start, at), (at + 1, end))]
    return [unit]


def droppable(tokens: list[Token], segments: list[Segment], at: int, unit: Unit, rules: Rules) -> bool:
    """Whether a main clause still holds without the relative clause: nothing denied or counted, the noun known."""
    segment, before, last = segments[at], segments[at - 1], at == len(segments) - 1
    main = tokens[max(0, segment.start - 30) : segment.start - 1]
    if (
        not main
        or not (main[-1].capital or main[-1].tag in {"sep", "pp", "inf"})
        or any(token.word in rules.negations for token in main)
    ):
        return False
    if last and _is_cleft(tokens, before, unit):
        return False
    seems = not last and is_infinitive(tokens, segments[at + 1]) and any(token.word in _SEEMING for token in main)
    if unit.narrows or seems:
        return False  # "Der Tisch schien, …, zu klein zu sein"
    if len(unit.stretches) == 1:
        if last or tokens[before.start].word in rules.subordinators:
            return last
        behind = segments[at + 1]  # what depends on the relative clause would hang on the main clause: "…, um …"
        return behind.kind != "bound" and not is_infinitive(tokens, behind)
    begin = tokens[unit.stretches[0][0]]
    return last or begin.word in rules.definite or "name" in {begin.tag, main[-1].tag}


def _is_cleft(tokens: list[Token], before: Segment, unit: Unit) -> bool:
    """Whether a clause only names who did what the relative clause tells: "Es war Holm, der die Bank gründete"."""
    begin = unit.stretches[0][0]
    beside = {token.word for token in tokens[max(before.start, begin - 2) : begin]}
    return begin - 2 >= before.start and "es" in beside and not beside.isdisjoint(_IS)


def is_infinitive(tokens: list[Token], segment: Segment) -> bool:
    """Whether a segment is an infinitive that depends on the verb before it: "…, ihr das Spiel beizubringen"."""
    ends = ends_infinitive(tokens, last_word(tokens, segment.start, segment.end))
    return ends and segment.kind == "fragment" and segment.mark == ","


def awaits_infinitive(tokens: list[Token], before: Segment | None, after: Segment) -> bool:
    """Whether an infinitive behind a relative clause closes what stands before it: "den Mann, der …, freizulassen"."""
    opened = before is not None and before.mark == "," and before.kind == "fragment"
    return opened or after.end - after.start - (tokens[after.start].tag == "to") == 1


def _opens_phrase(token: Token) -> bool:
    """Whether a noun phrase begins with a word: "den Büros", "einer der größten"."""
    return token.tag == "art" or token.word in {"einer", "eine", "eines", "einem"}


def chained(tokens: list[Token], segments: list[Segment], at: int) -> bool:
    """Whether a relative clause has another behind it, which may tell of a noun in it: "Firmen, die …, die …"."""
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after is None or after.mark != ",":
        return False
    listed = after.kind == "fragment" and _opens_phrase(tokens[after.start]) and tokens[after.end - 1].tag == "noun"
    return (
        tokens[after.start].tag == "rel" or after.kind == "relative" or listed
    )  # "in Häusern, in denen …, den Büros, in denen …"
