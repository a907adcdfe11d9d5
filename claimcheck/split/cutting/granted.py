"""What a German noun phrase takes for granted, as a sentence: "einem am Montag gefassten Beschluss" → "Ein Beschluss
wurde am Montag gefasst".

Only where the article tells how the noun stands in the nominative; else the phrase stays as it is.
"""

import re
from dataclasses import replace

from claimcheck.split.languages import Rules
from claimcheck.split.languages.de_participles import ADJECTIVES, EVENTS, MOODS, OF_BEING, STATES
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token

__all__ = ["granted_sentence"]

_ENDINGS = ("en", "er", "es", "em", "e")
_PARTICIPLE = re.compile(
    r"(?:(?:ge|be|ver|er|ent|zer|miss|über|unter|wider|hinter|um)\w{2,}|\w+ge\w{2,}|\w+ier)(?:t|en)$|\w+iert$"
)
_COUNTED = frozenset({"zahl", "anzahl", "summe", "menge", "reihe", "teil"})
_FEMININE = ("ung", "heit", "keit", "schaft", "ion", "tät", "enz", "anz", "wahl", "klinik", "reform")
_DEFINITE = frozenset({"der", "die", "dem", "den", "des"})
_MANY = {"tausender": "Tausende", "hunderter": "Hunderte", "dutzender": "Dutzende", "zahlreicher": "Zahlreiche"}


def granted_sentence(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """The sentence that says what a unit takes for granted; None where its wording is not plain."""
    (start, end), first = unit.stretches[0], tokens[unit.stretches[0][0]]
    if first.tag != "art" or end - start < 3:
        return None
    parts = (
        _dated(tokens, start, end)
        or _event(tokens, start, end, rules)
        or _counted(tokens, start, end)
        or _described(tokens, start, end, rules)
    )
    return replace(unit, parts=parts, complete=True) if parts else None


def _nominative(article: str, form: str, noun: Token) -> tuple[str, bool] | None:
    """The article of the nominative and whether it is a plural's; ``form``: the ending of the adjective behind it."""
    if article in {"einem", "einen", "ein"}:
        return "Ein", False
    if article == "beiden" and noun.word.endswith("en"):
        return "Die beiden", True
    if article in {"eine", "einer"}:
        return "Eine", False
    if article == "das":
        return "Das", False
    if article == "die" and form:
        return ("Die", True) if form == "en" else ("Die", False)
    if article == "der" and form == "e":
        return "Der", False
    if article == "der" and form == "en" and noun.word.endswith(_FEMININE):
        return "Die", False
    if article == "der" and form == "en" and noun.word.endswith(tuple(f"{each}en" for each in _FEMININE)):
        return "Die", True
    if article == "den" and not noun.word.endswith("n"):
        return "Der", False
    return None


def _dated(tokens: list[Token], start: int, end: int) -> tuple[Stretch | str, ...] | None:
    """``den Kanalvertrag von 1987`` → ``Der Kanalvertrag stammt aus dem Jahr 1987``."""
    link = next((at for at in range(start + 1, end) if tokens[at].word in {"von", "aus", "vom"}), None)
    if link is None or not tokens[end - 1].text.isdigit() or end - link > 4:
        return None
    noun = next((at for at in range(start + 1, link) if tokens[at].tag == "noun"), None)
    described = [token.word for token in tokens[start + 1 : link] if token.tag == "adj"]
    if noun is None or noun + 1 != link:
        return None
    form = described[-1][-2:] if described and described[-1].endswith("en") else "e"
    if tokens[start].word == "der" and not described:
        inside = start > 0 and tokens[start - 1].tag in {"noun", "name", "prep"}  # "am Tag der Verfassung von 1791"
        feminine = tokens[noun].word.endswith(_FEMININE)
        if inside and not feminine:
            return None
        if feminine:
            return ("Die ", (start + 1, link), f" stammt aus dem Jahr {tokens[end - 1].text}")
    found = _nominative(tokens[start].word, form if described or tokens[start].word != "die" else "", tokens[noun])
    if found is None or found[1] or (described and found[0].casefold() != tokens[start].word):
        return None
    return (f"{found[0]} ", (start + 1, link), f" stammt aus dem Jahr {tokens[end - 1].text}")


def _event(tokens: list[Token], start: int, end: int, rules: Rules) -> tuple[Stretch | str, ...] | None:
    """``der Entlassung von General Max Meier`` → ``General Max Meier wurde entlassen``."""
    noun = start + 1
    done = EVENTS.get(tokens[noun].word)
    if done is None or noun + 2 >= end or tokens[noun + 1].word not in rules.of_words:
        return None
    both = next((at for at in range(noun + 3, end - 1) if tokens[at].word == "und"), None)
    named = all(_is_named(tokens[a:b]) for a, b in [(noun + 2, both or end), *([(both + 1, end)] if both else [])])
    joined = end < len(tokens) and (tokens[end].word in rules.coordinators or tokens[end].text == ",")
    return ((noun + 2, end), f" {'wurden' if both else 'wurde'} {done}") if named and not joined else None


def _is_named(whom: list[Token]) -> bool:
    """Whether someone is called by their name, an office in front or not."""
    return all(token.capital for token in whom) and any(token.tag == "name" for token in whom)


def _counted(tokens: list[Token], start: int, end: int) -> tuple[Stretch | str, ...] | None:
    """``die Stationierung tausender Soldaten in Kiel`` → ``Tausende Soldaten wurden in Kiel stationiert``."""
    noun = start + 1
    done = tokens[noun].word
    many = _MANY.get(tokens[noun + 1].word)
    if many is None or not done.endswith("ierung"):
        return None
    stop = next((at for at in range(noun + 2, end) if tokens[at].tag == "prep"), end)
    place: tuple[Stretch, ...] = ((stop, end),) if stop < end else ()
    return (f"{many} ", (noun + 2, stop), " wurden ", *place, f" {done.removesuffix('ung')}t")


def _described(tokens: list[Token], start: int, end: int, rules: Rules) -> tuple[Stretch | str, ...] | None:
    """``einem am Montag gefassten Beschluss`` → ``Ein Beschluss wurde am Montag gefasst``."""
    noun = end - 1
    while noun > start and tokens[noun - 1].tag in {"noun", "name"}:
        noun -= 1
    at = noun - 1
    participle = tokens[at]
    form = next((each for each in _ENDINGS if participle.word.endswith(each)), "")
    done = participle.text[: len(participle.text) - len(form)]
    if not _PARTICIPLE.match(done.casefold()) or done.casefold() in ADJECTIVES | MOODS:
        return None
    if not form or participle.capital or at < start + 2 or not done.endswith(("t", "en")) or done.endswith("end"):
        return None
    opens = tokens[start + 1]
    if opens.tag not in {"prep", "num", "adv"} or tokens[at - 1].tag in {"prep", "art"}:
        return None
    if any(tokens[j].tag == "art" and tokens[j - 1].tag != "prep" for j in range(start + 1, at)):
        return None  # "die ausbleibenden Erfolge der eingeleiteten Arbeit": another phrase
    if tokens[noun].tag == "name" and tokens[start].word in _DEFINITE and noun + 1 < end <= noun + 4:
        return ((noun, end), " wurde ", (start + 1, at), f" {done}")  # "der 1950 in Kiel geborene Jan Meier"
    named = _nominative(tokens[start].word, "en" if form == "en" else "e", tokens[noun])
    if named is None or tokens[noun].tag != "noun" or noun + 1 < end:
        return None
    article, many = named
    if tokens[start].word == "den" or (article == "Ein" and tokens[noun].word.endswith("n") and form == "en"):
        return None  # a plural, or a noun that changes: "einem im Mai gewählten Präsidenten"
    if end < len(tokens) and tokens[noun].word in _COUNTED and tokens[end].word in rules.genitives:
        return None  # "die für 2010 erwartete Zahl der Geburten"
    lasting = done.casefold() in STATES or done.casefold().endswith(OF_BEING)
    told = any(token.tag in {"name", "num"} or token.word in rules.weekdays for token in tokens[start:at])
    general = any(token.word in rules.worth.copulas for token in tokens if token.tag == "fin")
    if general and not (lasting or told or tells_past([token for token in tokens if token.is_word], rules)):
        return None  # "Der von der Sonne erwärmte Stein ist ein guter Platz": whenever it is
    helper = ("sind" if many else "ist") if lasting else ("wurden" if many else "wurde")
    measure = tokens[start + 2].tag == "noun"  # "der 30 Kilometer entfernte Ort"
    counted = opens.tag == "num" and not (opens.text.isdigit() and len(opens.text) > 3)  # "die elf in Kiel gebauten"
    counted = counted and not measure
    if counted and at < start + 3:
        return None
    number: tuple[Stretch, ...] = ((start + 1, start + 2),) if counted else ()
    return (f"{article} ", *number, (noun, end), f" {helper} ", (start + 1 + counted, at), f" {done}")
