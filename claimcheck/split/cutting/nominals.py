"""Facts that a sentence takes for granted in a noun phrase: "the treaty from 1987", "the hiring of 300 guards"."""

from claimcheck.split.cutting.events import event_sentence
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite

__all__ = ["occasion", "taken_for_granted"]

_INSIDE = frozenset({"noun", "name", "adj"})
_OCCASION = 7  # tokens an occasion has at least: "Bei einem Treffen mit dem Minister in Kiel …"
_LONGEST = 16
_LEAST = 4
_WANTED = frozenset(
    {"want", "wants", "wanted", "seek", "seeks", "sought", "fordert", "fordern", "forderte", "forderten"}
)
_ASKING = 2  # words before a noun phrase in which it may be asked for: "called for the release of"


def taken_for_granted(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Unit]:
    """Noun phrases of a stretch that state a fact with its year or number, in text order."""
    start, end = stretch
    found: list[Unit] = []
    asking = _WANTED | rules.wishing
    at = start
    while at < end:
        stop = 0
        if tokens[at].word in rules.definite and tokens[at].tag == "art":
            stop = _dated(tokens, at, end, rules) or _counted(tokens, at, end, rules)
        if not stop and (tokens[at].tag == "art" or tokens[at].word in rules.his):
            stop = _described(tokens, at, end, rules) or _event(tokens, at, end, rules)
        if stop and any(token.word in asking for token in tokens[max(start, at - _ASKING) : at]):
            stop = 0  # "Norland wants the return of two soldiers": nobody has returned
        granted = stop and stop - at >= _LEAST and stop - at < end - start - 1
        if granted and rules.subject_first:
            event = event_sentence(tokens, (at, stop), stretch, rules)
            found += [event] if event else []
        elif granted:
            found.append(Unit(((at, stop),), presupposed=True, complete=False))
        at = stop or at + 1
    return found


def _nouns_end(tokens: list[Token], at: int, end: int) -> int:
    """Where the adjectives and nouns that begin at ``at`` are over; ``at`` where the last is no noun."""
    stop = at
    while stop < end and tokens[stop].tag in _INSIDE:
        stop += 1
        initial = len(tokens[stop - 1].text) == 1 and tokens[stop - 1].capital and stop + 1 < end
        stop += initial and tokens[stop].text == "." and tokens[stop + 1].capital  # "Ann H. Wray"
    return stop if stop > at and tokens[stop - 1].tag in {"noun", "name"} else at


def _dated(tokens: list[Token], at: int, end: int, rules: Rules) -> int:
    """Where "the treaty of 1987", "das Memorandum aus dem Jahr 1994" is over; 0 where it is none."""
    nouns = _nouns_end(tokens, at + 1, end)
    if tokens[nouns - 1].word in rules.moments | rules.seasons:  # "the summer of 2013" only says when
        return 0
    for year in range(nouns + 1, min(end, nouns + 4)) if nouns > at + 1 else ():
        if tokens[year].is_year and 1000 <= int(tokens[year].text) <= 2100:
            counts = year + 1 < end and tokens[year + 1].tag in _INSIDE and tokens[year + 1].tag != "name"
            if counts:
                return 0  # "die Daten von 1200 Büros"
            between = " ".join(token.word for token in tokens[nouns:year])
            return year + 1 if between in rules.years_of or between in rules.of_words else 0
    return 0


def _counted(tokens: list[Token], at: int, end: int, rules: Rules) -> int:
    """Where "die Stationierung tausender Soldaten auf der Insel" is over; 0 where it is none."""
    noun = at + 1
    while noun < end and tokens[noun].tag == "adj":
        noun += 1
    if noun + 2 >= end or tokens[noun].tag != "noun" or not tokens[noun].word.endswith(rules.act_nouns):
        return 0
    parted = tokens[noun + 1].word in rules.of_words
    first = noun + 1 + parted
    counted = tokens[first].word in rules.number_words or (parted and tokens[first].tag == "num")
    nouns = _nouns_end(tokens, first + 1, end) if counted else first + 1
    if nouns == first + 1:
        return 0
    if nouns < end and tokens[nouns].tag == "prep":
        place = nouns + 1 + (nouns + 1 < end and tokens[nouns + 1].tag == "art")
        inside = _nouns_end(tokens, place, end)
        return inside if inside > place else nouns
    return nouns


def _described(tokens: list[Token], at: int, end: int, rules: Rules) -> int:
    """Where "der 2015 in Paris geschlossene Vertrag" is over, which says what was done; 0 for none."""
    if not rules.participle_endings:
        return 0
    for adjective in range(at + 3, min(end - 1, at + _LONGEST)):
        token = tokens[adjective]
        if token.tag in {"fin", "rel", "sub", "conj"} or not token.is_word:
            return 0
        if token.word.endswith(rules.participle_endings) and token.tag in {"adj", "pp"} and not token.capital:
            inside = tokens[at + 1 : adjective]
            opens = inside[0].tag in {"prep", "num", "adv"} or inside[0].text[:1].isdigit()
            names = any(each.tag in {"noun", "name", "num"} or each.text[:1].isdigit() for each in inside)
            apart = tokens[adjective - 1].tag in {"prep", "art"} or _bare(token.word) in rules.plain_adjectives
            if apart:  # "die im zweiten Quartal …", "ein 45 Jahre alter Mann"
                continue
            noun = adjective + 1
            while noun < end and tokens[noun].tag == "adj":
                noun += 1
            headed = noun < end and tokens[noun].tag in {"noun", "name"}
            return _nouns_end(tokens, noun, end) if opens and names and headed else 0
    return 0


def _bare(word: str) -> str:
    """An adjective without its ending."""
    return word[:-2] if word.endswith(("en", "er", "es", "em")) else word.removesuffix("e")


def _event(tokens: list[Token], at: int, end: int, rules: Rules) -> int:
    """Where "die Festnahme von Minister Jan Pohl", "the arrest of Ann Lee" is over; 0 where it is none."""
    noun = at + 1
    while noun < end and tokens[noun].tag == "adj":
        noun += 1
    if noun + 2 >= end or tokens[noun].word not in rules.event_nouns:
        return 0
    linked = tokens[noun + 1].word in rules.of_words | rules.genitives
    if not linked:
        return 0
    first = noun + 2 + (tokens[noun + 2].tag == "art")
    stop = _nouns_end(tokens, first, end)
    if rules.comma_bound and stop + 1 < end and tokens[stop].word == "und" and tokens[stop + 1].capital:
        stop = _nouns_end(tokens, stop + 1, end) if tokens[stop + 1].tag in _INSIDE else stop
    told = any(token.tag in {"name", "num"} for token in tokens[first:stop])
    return stop if told else 0


def occasion(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """A clause without the long occasion in front of its verb, and that occasion; the clause where there is none.

    "Bei einem Treffen mit dem Minister in Kiel bat er um Hilfe": that they met is taken for granted.
    """
    start, end = unit.stretches[0]
    verb = first_finite(tokens, start, end, rules)
    if len(unit.stretches) > 1 or unit.parts or verb is None or tokens[start].word not in rules.occasions:
        return [unit]
    named = any(token.tag in {"name", "num"} for token in tokens[start:verb])
    marks = any(not token.is_word for token in tokens[start:verb])
    if not _OCCASION <= verb - start <= _LONGEST or not named or marks or end - verb < _LEAST:
        return [unit]
    granted = Unit(((start, verb),), presupposed=True, complete=False)
    return [granted, Unit(((verb, end),), complete=False)]
