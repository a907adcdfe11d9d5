"""Years: four digits that say when, and not how many or what something is called.

"Die Brücke wurde 1888 eröffnet", "seit 2015", "the 2010 election"; not "1888 Menschen", "in 2000 homes", "Agenda 2010",
"8001 Zürich". Where both can be meant, it is no year.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.records import Span
from claimcheck.split.languages import Rules
from claimcheck.split.words.given_names import GIVEN

__all__ = ["find_years"]

_DIGITS = re.compile(r"(?<![\w.,$€£#§/:'’-])[12]\d{3}(?![\w%/:'’-])(?![.,]\d)")
_SPAN = re.compile(
    r"(?<![\w.,$€£#§/:'’-])([12]\d{3})(?:[ \u00a0](\w+)[ \u00a0]|[ \u00a0]?[–-][ \u00a0]?)([12]\d{3})(?![\w%/:-])"
)
_WORD_BEFORE = re.compile(r"([\w’'-]+)\.?[ \u00a0]$")
_WORDS_BEHIND = re.compile(r"[ \u00a0]+([\w’'-]+)(?:[ \u00a0]+([\w’'-]+))?(?:[ \u00a0]+([\w’'-]+))?")
_CLAUSE = re.compile(r"[.,;:!?„“”\"()–][ \u00a0]")
_LOOK = 160  # characters before a year in which its clause begins
_LAST = 2100  # the last number that is taken for a year without a word that says so
_FIRST = 1400
_NEAR = 9  # words before "since" in which a record is told
_FOCUS = frozenset({"erst", "bereits", "schon", "noch", "zuletzt", "erstmals", "auch", "nur"})  # "Erst 1964 fand …"
_SHORT = 3  # letters of a noun that another word may end in by chance
_DESCRIBING = ("e", "en", "er", "es", "em")  # endings of adjectives


@lru_cache(maxsize=32)
def _opener(rules: Rules) -> re.Pattern[str]:
    """The words in front of a year, at the end of what stands before it."""
    said = "|".join(map(re.escape, sorted(rules.years.openers, key=len, reverse=True)))
    return re.compile(rf"(?i:\b({said}))[ \u00a0\n-]$")


def find_years(text: str, start: int, end: int, rules: Rules) -> Iterator[Span]:
    """The years in ``text[start:end]``, in order; of a span ("von 1933 bis 1945") both.

    >>> from claimcheck.split.languages import rules_for
    >>> text = "Die Brücke wurde 1888 eröffnet und trägt 1888 Tonnen."
    >>> [(each.start, each.end) for each in find_years(text, 0, len(text), rules_for("de"))]
    [(17, 21)]
    """
    if not rules.years.openers:
        return
    spans = {
        at
        for match in _SPAN.finditer(text, start, end)
        if _is_span(text, match, rules)
        for at in match.span(1) + match.span(3)
    }
    for match in _DIGITS.finditer(text, start, end):
        if match.start() in spans or _is_year(text, match, rules):
            yield Span(match.start(), match.end())


def _is_span(text: str, match: re.Match[str], rules: Rules) -> bool:
    """Whether two numbers are the ends of a span of years."""
    linked = match.group(2) is None or match.group(2).casefold() in rules.years.spans
    first, last = int(match.group(1)), int(match.group(3))
    behind = _WORDS_BEHIND.match(text, match.end())
    counted = behind is not None and (behind.group(1)[:1].isupper() or behind.group(1) in rules.years.counted)
    return (
        linked and first < last < _LAST and last - first < 200 and not counted and (first % 100 > 0 or last % 100 > 0)
    )


def _is_year(text: str, match: re.Match[str], rules: Rules) -> bool:
    before = text[max(0, match.start() - _LOOK) : match.start()]
    found = _WORDS_BEHIND.match(text, match.end())
    behind = [word for word in found.groups() if word] if found else []
    number = int(match.group())
    if opener := _opener(rules).search(before):
        near = {word.strip(",").casefold() for word in before.split()[-_NEAR:]}
        if opener.group(1).casefold() in rules.years.since and near & (rules.records | rules.years.firsts):
            return False  # "the biggest rise since 2007" was not in 2007
        return opener.group(1).casefold() in rules.years.plain or _stands_alone(number, opener.group(1), behind, rules)
    if not _FIRST <= number <= _LAST:
        return False
    if not rules.years.bare:
        return _of_event(before, behind, rules)
    return _is_bare(number, before, behind, rules)


def _stands_alone(number: int, opener: str, behind: list[str], rules: Rules) -> bool:
    """Whether nothing is counted behind a preposition and a number: "bis 2030", not "bis 2000 Menschen"."""
    if not behind:
        return True
    word, low = behind[0], behind[0].casefold()
    round_number = number % 100 == 0 or number > _LAST
    if low in rules.years.counted or (low in rules.years.of_count and behind[1:2] and behind[1][:1].isdigit()):
        return False
    if rules.years.bare:
        if word[:1].isupper():
            return not round_number and opener.casefold() not in {"in", "für"}
        return not (round_number and _describes(behind, rules))
    function = rules.auxiliaries | rules.determiners | rules.prepositions | rules.pronouns
    plural = low.endswith("s") and not word[:1].isupper() and low not in function
    return not (round_number and plural)


def _of_event(before: str, behind: list[str], rules: Rules) -> bool:
    """``the 2010 election``: a year between an article or whose it is and what happened in it."""
    last = _WORD_BEFORE.search(before)
    word = last.group(1).casefold() if last else ""
    led = word in rules.determiners | rules.his or word.endswith(("'s", "’s", "s'", "s’"))
    return led and any(each.casefold() in rules.years.events for each in behind)


def _is_bare(number: int, before: str, behind: list[str], rules: Rules) -> bool:
    """Whether a number without a preposition says when: by what stands before and behind it in its clause."""
    last = _WORD_BEFORE.search(before)
    word = last.group(1) if last else ""
    low = word.casefold()
    if word[:1].isupper() and _is_one(low, rules.years.events):
        return True
    if low in rules.years.counting or (word[:1].isupper() and _is_one(low, rules.years.named)):
        return False
    said = re.split(_CLAUSE, before)[-1]
    clause, inner = said.split(), before[: len(before) - len(said)].endswith(", ")
    related = inner and len(clause) == 1 and low in rules.relatives  # ", der 1888 in Kiel starb"
    if low in rules.determiners:
        described = (
            bool(behind) and behind[0].islower() and behind[0].endswith(rules.days.participles) and len(behind[0]) > 6
        )
        if not related or described:
            return described and number % 100 > 0
    front = not clause or not word or (len(clause) == 1 and low in _FOCUS)
    if not (front and _tells(number, behind)) and not _goes_on(number, behind, rules):
        return False
    if front:
        return bool(behind) and _opens(number, behind[0], rules)
    if len(clause) > 1 and clause[-2] in rules.speech_verbs and not behind:
        return True  # "sagte Meier 1988."
    if word[:1].isupper() and (len(clause) > 1 or low not in rules.auxiliaries | rules.finite_verbs):
        return bool(behind) and _behind_noun(clause, behind[0], rules, inner=inner)
    return True


def _is_one(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of some nouns or a compound of one: "Landtagswahl"."""
    return any(word == each or (len(each) > _SHORT and word.endswith(each)) for each in nouns)


def _tells(number: int, behind: list[str]) -> bool:
    """Whether a verb of the past stands behind a number: "1888 gründete Meier", not "1888 gemeldete Fälle"."""
    return bool(behind) and number % 100 > 0 and behind[0].endswith(("te", "ten")) and behind[0][:2] != "ge"


def _goes_on(number: int, behind: list[str], rules: Rules) -> bool:
    """Whether what follows counts nothing by the number."""
    if not behind:
        return True
    word, low = behind[0], behind[0].casefold()
    if word[:1].isupper():
        return number % 100 > 0 and low in GIVEN  # "leitete 1998 Bernd Meier"
    if word[:1].isdigit() or low in rules.years.counted:
        return False
    if number % 100 == 0 and (low in rules.years.of_count or _describes(behind, rules)):
        return False
    if low in rules.years.of_count - rules.determiners - rules.prepositions:
        return False
    return not _describes(behind, rules)


def _describes(behind: list[str], rules: Rules) -> bool:
    """Whether an adjective and a noun follow: "2000 neue Stellen"."""
    low = behind[0].casefold()
    known = rules.determiners | rules.prepositions | rules.adverbs | rules.auxiliaries | rules.pronouns
    told = low in known or low in rules.finite_verbs or low.startswith(("sein", "ihr", "ein", "kein", "unser"))
    return (
        behind[0].islower() and not told and low.endswith(_DESCRIBING) and behind[1:2] != [] and behind[1][:1].isupper()
    )


def _opens(number: int, verb: str, rules: Rules) -> bool:
    """Whether a number at the front of its clause is when, with its verb behind it: many would do, not "2000 kamen"."""
    finite = verb in rules.auxiliaries | rules.finite_verbs | rules.simple_past | rules.past_forms
    finite = finite or verb.endswith(("te", "ten", "t"))
    told = finite or verb in rules.prepositions
    return told and not (verb.endswith("n") and (number % 100 == 0 or verb in {"waren", "sind"}))


def _behind_noun(clause: list[str], after: str, rules: Rules, *, inner: bool) -> bool:
    """Whether a year behind a noun is none of its name: its clause had its verb, or has it at its end."""
    if not after.islower():
        return False
    opens = rules.subordinators | rules.that | (rules.relatives if inner else frozenset())
    if clause[0].casefold() in opens:
        return True
    verbs = rules.auxiliaries | rules.finite_verbs | rules.simple_past | rules.past_forms
    return any(each in verbs or (each.islower() and each.endswith("te")) for each in clause[:-1])
