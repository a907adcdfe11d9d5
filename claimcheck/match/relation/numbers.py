"""Quantities in German and English text: value, unit, bound.

``1.200`` is read by the language of the text; ``Billion`` is 10**12 in German and 10**9 in English. Number words,
fractions ("jeder dritte", "two thirds"), multiples ("verdoppelt") and units (``units.py``) are known.
"""

import re
from dataclasses import replace
from functools import cache

from claimcheck.match.relation.amounts import all_but, joined, rated
from claimcheck.match.relation.bounds import bounded
from claimcheck.match.relation.number_words import (
    ARTICLES,
    EACH,
    PARTS,
    SCALES,
    SCALES_BY_LANGUAGE,
    SPANS,
    TIMES,
    VAGUE,
    number_of,
    number_words,
)
from claimcheck.match.relation.quantity import Quantity
from claimcheck.match.relation.units import UNITS, Unit

__all__ = ["find_quantities"]

_DIGITS = r"\d+(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?P<money>[€$£]\s?)?(?<![\w.,])(?<![^\W\d_]-)(?P<sign>[-−–](?=\d))?(?P<digits>{_DIGITS})(?P<ordinal>st\b|nd\b|rd\b|th\b)?"
    r"|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)"
)
_COMPOUND = re.compile(
    r"(?P<number>(?!jahr)[^\W\d_]+?)-?(?P<what>jährig|stündig|tägig|wöchig|monatig|minütig|mal|fach)\w*"
)
_PERIODS = {"jähr": "year", "stün": "hour", "tägi": "day", "wöch": "week", "mona": "month", "minü": "minute"}
_COUNTABLE = re.compile(rf"\s+(?:{'|'.join([*SCALES, 'billion', *PARTS])})\b", re.IGNORECASE)
_OPENERS = {
    "jede", "jeder", "jedes", "jeden", "jedem", "every", "one", "billion", "trillion", "half", "halb", "all", "alle",
    "allen", "halbe", "halben", "halber", "halbes", "a", "an", *SPANS,
}  # fmt: skip
_HALF = {"half", "halbe", "halben", "halber", "halbes"}
_AND_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\s(?:in(?:\severy)?|out\sof(?:\severy)?|von)\s(?P<all>\d{1,4}(?![\d.,:%])|[^\W\d_]+)", re.IGNORECASE
)
"""Nine out of ten, neun von zehn."""
_GAP = re.compile(r"(?:\s|-|(?:of\s+(?:a|an|the)\s)|of\s|eines\s|einer\s|der\s|des\s)*", re.IGNORECASE)
_SIGN = 2  # letters up to which a unit's sign has no endings
_SCALE = re.compile(r"(?:[°º]\s?|degrees?\s|grad\s)(?P<warm>celsius|fahrenheit|[cf]\b)", re.IGNORECASE)
_WORD = re.compile(r"%|‰|[°º]\s?[CF]\b|[€$£]|[^\W\d_]+[²³]?\.?")


def _parse_digits(digits: str, language: str) -> float:
    bare = re.sub(r"['’\u00a0\u202f ]", "", digits)
    dots, commas = bare.count("."), bare.count(",")
    if dots and commas:
        decimal = max(".,", key=bare.rfind)
    elif not dots and not commas:
        return float(bare)
    else:
        mark = "." if dots else ","
        grouped = re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+", bare) is not None
        native = "," if language == "de" else "."
        decimal = "" if (dots + commas > 1) or (grouped and mark != native) else mark
    for mark in ".,":
        bare = bare.replace(mark, "." if mark == decimal else "")
    return float(bare)


def find_quantities(text: str, language: str) -> list[Quantity]:
    """The quantities in a text, in order; ``language`` decides between ``1.200`` and ``1,200``.

    >>> [(each.value, each.dimension) for each in find_quantities("Rund 1,2 Millionen Euro für 1.200 Leute", "de")]
    [(1200000.0, 'EUR'), (1200.0, '')]
    """
    found: list[Quantity] = []
    at = 0
    while match := _NUMBER.search(text, at):
        at = match.end()
        quantity = _read(text, match, language)
        if quantity:
            found.append(bounded(text, quantity))
            at = max(at, quantity.end)
    return rated(text, joined(text, found))


def _read(text: str, match: re.Match[str], language: str) -> Quantity | None:
    start, end = match.span()
    if match["word"] and not _may_count(match["word"].lower()):
        return None
    if match["digits"]:
        if match["ordinal"]:
            return None
        value = _parse_digits(match["digits"], language)
        if match["sign"]:
            value = -value
    else:
        word = match["word"].lower()
        head, dash, _ = word.partition("-")
        if dash and head in number_words() and word not in number_words():  # five-year
            word, end = head, start + len(head)
        if word in VAGUE:
            return _with_unit(text, Quantity(start, end, VAGUE[word], "", "", "vague"), None)
        if some := _halved(text, end, word, language):
            return _with_unit(text, Quantity(start, some[1], some[0], "", ""), None)
        special = _special(text, start, end, word, language)
        if special:
            return special
        if word not in number_words() and word not in SCALES and word not in ("billion", "trillion"):
            return None
        if (
            word in ARTICLES
            and not _single(text, start, end, word)
            and not (
                _COUNTABLE.match(text, end)
                or (word == "one" and (_AMONG.match(text, end) or _AND_HALF.match(text, end)))
            )
        ):
            return None
        if word in number_words():
            value = number_words()[word]
        else:
            value, end = 1.0, start
        if half := _AND_HALF.match(text, end):
            value, end = value + 0.5, half.end()
        if more := re.match(
            r"\s+hundred(?:\s+and\s+([^\W\d_]+(?:-[^\W\d_]+)?))?\b(?!\s+(?:million|thousand))", text[end:]
        ):
            rest = number_words().get((more[1] or "").lower(), 0.0)
            if rest < 100 and (rest or not more[1]):
                value, end = value * 100 + rest, end + more.end()
    if among := _AMONG.match(text, end):
        whole = number_of(among["all"])
        if 1 <= value < whole <= 1000:
            return Quantity(start, among.end(), value / whole, "share", "of")
    value, end = _scaled(text, value, end, language)
    return _with_unit(text, Quantity(start, end, value, "", ""), match["money"])


_PERIOD = re.compile(r"\s(day|week|month|year|hour|minute|tag|woche|monat|jahr|stunde|minute)s?\b", re.IGNORECASE)
_HALF_AS = re.compile(r"\sso\s(?:viele?n?|hoch|groß|lange?|oft|stark|schnell|teuer|schwer)\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:only|just|exactly|nur|lediglich|genau|bloß)\s+$", re.IGNORECASE)
_OF_SOME = re.compile(r"\s+(?:of\s+(?:the|its|his|her|their|these|those)|(?:der|seiner|ihrer|von)\s)", re.IGNORECASE)


def _single(text: str, start: int, end: int, word: str) -> bool:
    """Only one, nur ein; one of the survivors: counted, unlike an article."""
    if word not in ("a", "an") and _SINGLE.search(text[:start]):
        return True
    return word in ("one", "einer", "eines") and bool(_OF_SOME.match(text, end))


@cache
def _may_count(word: str) -> bool:
    """Whether a word can be, or begin, a number: most words are sorted out here."""
    known = (
        word in ARTICLES or word in VAGUE or word in number_words() or word in SCALES or word in TIMES or word in PARTS
    )
    if known or word in _OPENERS or _COMPOUND.fullmatch(word):
        return True
    head, dash, _ = word.partition("-")
    return bool(dash) and (head in number_words() or word in number_words())


def _halved(text: str, end: int, word: str, language: str) -> tuple[float, int] | None:
    """Half a million, eine halbe Million: the value, and where its words end."""
    if word not in _HALF or not (gap := re.match(r"\s+(?:an?\s+)?", text[end:])):
        return None
    if period := re.match(
        r"(?:year|jahr|hour|stunde|decade|jahrzehnt|century|jahrhundert)s?\b", text[end + gap.end() :], re.I
    ):
        return 0.5, end + gap.end() if period else end
    value, last = _scaled(text, 0.5, end + gap.end(), language)
    return (value, last) if last > end + gap.end() else None


def _counts(word: str, before: str, language: str) -> bool:
    """Whether a fraction's word is one: not the third time, not an hour and a half, not "er half ihr"."""
    if word in ("half", "hälfte"):
        return language != "de" if word == "half" and not before.endswith("and a ") else word == "hälfte"
    return not re.search(r"(?:\bthe|\bdas|\bder|\bdie|\d\.)\s+$", before, re.IGNORECASE)


def _special(text: str, start: int, end: int, word: str, language: str) -> Quantity | None:
    """Fractions and multiples in words."""
    if word in ("jede", "jeder", "jedes", "jeden", "jedem", "every") and (
        each := re.match(r"\s+([^\W\d_]+)", text[end:])
    ):
        ordinal = each[1].lower().removesuffix("r").removesuffix("n").removesuffix("s")
        nth = EACH.get(each[1].lower()) or EACH.get(ordinal)
        if nth and (period := _PERIOD.match(text, end + each.end())):  # every other year, jedes zweite Jahr
            turn = UNITS[period[1].lower().removesuffix("s")]
            return Quantity(start, period.end(), nth * turn.factor, "time", turn.name)
        return Quantity(start, end + each.end(), 1 / nth, "share", "of") if nth else None
    if word in TIMES:
        return Quantity(start, end, float(TIMES[word]), "times", "times")
    if compound := _COMPOUND.fullmatch(word):
        value = number_words().get(compound["number"])
        unit = _PERIODS.get(compound["what"][:4])
        if value is None or compound["number"] in ("ein", "one"):
            return None
        if unit is None:
            return Quantity(start, end, value, "times", "times")
        return Quantity(start, end, value * UNITS[unit].factor, "time", unit)
    if span := SPANS.get(word):
        return Quantity(start, end, span[0] * UNITS[span[1]].factor, "time", span[1])
    if word == "halb":  # halb so viele; nicht "halb acht"
        as_much = _HALF_AS.match(text, end)
        return Quantity(start, end + 3, 0.5, "times", "times") if as_much else None
    if word in ("all", "alle", "allen"):
        return all_but(text, start, end)
    if word in PARTS and _counts(word, text[:start], language):
        return _with_unit(text, Quantity(start, end, PARTS[word], "share", "of"), None)
    return None


def _scaled(text: str, value: float, end: int, language: str) -> tuple[float, int]:
    """The value with the scales and fractions that follow it."""
    while gap := re.match(r"[\s-]*", text[end:]):
        word = re.match(r"[^\W\d_]+", text[end + gap.end() :])
        if not word:
            break
        name = word[0].lower()
        scale = SCALES.get(name) or SCALES_BY_LANGUAGE.get(language, SCALES_BY_LANGUAGE["en"]).get(name)
        if scale is None:
            break
        value *= scale
        end += gap.end() + word.end()
    return value, end


def _with_unit(text: str, quantity: Quantity, money: str | None) -> Quantity:
    if money:
        unit = UNITS[money.strip()]
        if short := re.match(r"m\b", text[quantity.end :]):  # £350m
            quantity = replace(quantity, end=quantity.end + short.end(), value=quantity.value * 1e6)
        return replace(quantity, dimension=unit.dimension, unit=unit.name, value=quantity.value * unit.factor)
    gap = _GAP.match(text, quantity.end)
    word = _WORD.match(text, gap.end() if gap else quantity.end)
    if not word:
        return quantity
    name = word[0].lower().rstrip(".")
    if word[0] in ("F", "C", "G") and text[quantity.start].isdigit():
        warm = word[0] != "G" and abs(quantity.value) < 200 and word.start() - quantity.end <= 1
        if not warm:
            return quantity  # 5G
        value = (quantity.value - 32) / 1.8 if word[0] == "F" else quantity.value
        unit_name = "fahrenheit" if word[0] == "F" else "celsius"
        return replace(
            quantity, end=word.end(), value=value, bare=quantity.value, dimension="temperature", unit=unit_name
        )
    if period := _PERIODS.get(name[:4]) if re.match(r"\w+ig", name) else None:  # 50-jährig
        name = period
    if name in PARTS:  # zwei Drittel
        share = replace(quantity, end=word.end(), value=quantity.value * PARTS[name], dimension="share", unit="of")
        return _with_unit(text, share, None)
    found = _unit(name, text[word.end() :])
    if found is None:
        return quantity
    if found.name == "celsius" and (scale := _SCALE.match(text, word.end() - len(word[0]))):
        quantity = replace(quantity, end=scale.end(), bare=quantity.value, dimension="temperature", unit="celsius")
        if scale["warm"].lower().startswith("f"):
            return replace(quantity, value=(quantity.value - 32) / 1.8, unit="fahrenheit")
        return quantity
    unit = found
    if quantity.dimension == "share" and unit.dimension != "time":
        return quantity
    end = word.end() - word[0].endswith(".")
    if name == "percentage":
        end = text.lower().index("point", end) + len("point")
        end += text[end : end + 1].lower() == "s"
    return replace(
        quantity,
        end=end,
        value=quantity.value * unit.factor,
        bare=quantity.value,
        dimension=unit.dimension,
        unit=unit.name,
    )


def _unit(name: str, rest: str) -> Unit | None:
    if name == "percentage" and rest.lstrip().lower().startswith("point"):
        return UNITS["prozentpunkt"]
    if name in ("per", "square", "nautical"):
        following = re.match(r"\s+([^\W\d_]+)", rest)
        name = f"{name} {following[1].lower()}" if following else name
    for each in (name, name.removesuffix("s"), name.removesuffix("n"), name.removesuffix("en"), name.removesuffix("e")):
        if each in UNITS and (each == name or len(each) > _SIGN):  # not 12 men: 12 m
            return UNITS[each]
    return None
