"""Who else is meant: a document is its author's word, "the two men" are two loggers, "Podolyak" is "Podoljak"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.names.people import Person
from claimcheck.split.words.tokens import Token, tokenize

__all__ = ["OF_THINGS", "acronyms", "both", "find_groups", "issuer", "one_spelling", "short_form", "spelled_out"]

_SAME = 0.8  # likeness from which two spellings are of one name
_ACRONYM = re.compile(
    r"(?<![\w’'-])((?:[^\W\d_a-z][\w’'-]{1,30}[ \u00a0](?:(?:of|the|and|für|der|des|und)[ \u00a0])?){1,5}"
    r"[^\W\d_a-z][\w’'-]{1,30})[ \u00a0]\(([A-ZÄÖÜ]{2,8})\)"
)

_SEEN = frozenset({"obtained", "seen", "reviewed", "viewed", "leaked", "received", "read", "shared", "cited", "quoted"})
OF_THINGS = frozenset(
    {"study", "studies", "survey", "surveys", "poll", "analysis", "review", "research", "data", "records", "tests"}
    | {"census", "figures", "statistics", "investigation", "inquiry", "audit"}
)
_GENITIVE = re.compile(r"(amt|ministerium|institut|verband|zentrum|museum|gericht)e?s$")
_SHORT = re.compile(r"\(([A-ZÄÖÜ][A-ZÄÖÜa-z]{1,7})\)")
_SEQUENCE = re.compile(r"\b(?:[^\W\d_a-z][a-zäöüß]{1,30}[ \u00a0](?:of[ \u00a0])?){2,5}[^\W\d_a-z][a-zäöüß]{1,30}\b")


def acronyms(text: str) -> dict[str, str]:
    """Names of bodies, each with the short form that the text puts in brackets behind it.

    >>> acronyms("The New York City Housing Authority (NYCHA) said so.")
    {'New York City Housing Authority': 'NYCHA'}
    """
    found = {}
    for match in _ACRONYM.finditer(text):
        words, short = match.group(1).split(), match.group(2)
        for start in range(len(words)):
            if not words[start][0].isupper():
                continue  # "Papier | des Bundesamts …"
            capitals = [word.casefold() for word in words[start:] if word[0].isupper()]
            initials = "".join(word[0] for word in words[start:] if word[0].isupper())
            near = len(initials) > 2 and short.startswith(initials[:2]) and initials[-1] in short
            if initials == short or near or (len(short) > 2 and _spells(capitals, short.casefold())):
                found[" ".join(_GENITIVE.sub(r"\1", word) for word in words[start:])] = short
                break
    shorts = {match.group() for match in re.finditer(r"\b[A-ZÄÖÜ]{3,6}\b", text)} - set(found.values())
    for match in _SEQUENCE.finditer(text) if shorts else ():
        initials = "".join(word[0] for word in match.group().split() if word[0].isupper())
        if initials in shorts:
            found[" ".join(match.group().split())] = initials
    return found


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether each word of a name gives its first letter to a short form, and letters behind it in order: "BAMF"."""
    if not words:
        return not short
    if not short or words[0][0] != short[0]:
        return False
    inside = 1
    for taken in range(1, len(short) + 1):
        if _spells(words[1:], short[taken:]):
            return True
        inside = words[0].find(short[taken : taken + 1] or "\0", inside) + 1
        if not inside:
            return False
    return False


def spelled_out(name: str, shorts: Mapping[str, str]) -> str:
    """A name in its long form with the short one in brackets, where the article has both.

    >>> spelled_out("Bundesamt (BFS)", {"Bundesamt für Statistik": "BFS"})
    'Bundesamt für Statistik (BFS)'
    """
    short = name.rpartition("(")[2].rstrip(")")
    long = next((each for each, one in shorts.items() if one == short), name)
    return f"{long} ({shorts[long]})" if long in shorts else name


def short_form(text: str, start: int, end: int) -> str | None:
    """The first short form of a name that stands in brackets between two offsets: "Bundesamt für Statistik (BFS)"."""
    found = _SHORT.search(text, start, end)
    return found.group(1) if found else None


def issuer(tokens: Sequence[Token], rules: Rules) -> tuple[str, Sequence[Token]] | None:
    """A document and the words for those whose word it is: "an affidavit from Homeland Security".

    The words are empty where only the document is named; None where no document is.
    """
    inside, end = _for_what(tokens, rules)
    at = next((j for j, each in enumerate(tokens) if each.word in rules.documents and not inside <= j < end), None)
    if at is None:
        return None
    noun = tokens[at].word
    if end and at >= end:
        return noun, [token for token in tokens[:end] if token.tag != "art"]  # "Office for National Statistics data"
    for j in range(at + 1, len(tokens) - 1):
        about = not rules.comma_bound and tokens[j].word in rules.of_words and noun in OF_THINGS
        if tokens[j - 1].word in _SEEN or about:
            break  # "figures obtained by the Echo", "a survey of passengers"
        if tokens[j].word in rules.issued_by and not (rules.comma_bound and tokens[j - 1].tag == "prep"):
            own = tokens[j].word in rules.genitives
            return noun, tokens[j:] if own else tokens[j + 1 :]
    if rules.comma_bound and (by := next((j for j in range(at) if tokens[j].word in {"von", "vom"}), None)) is not None:
        made = next((j for j in range(by + 1, at) if tokens[j].tag in {"adj", "pp"} and not tokens[j].capital), by)
        return noun, tokens[by + 1 : made]  # "eine vom Ministerium vorgelegte Studie"
    if not rules.comma_bound and at > 1 and tokens[at - 1].word.endswith(("'s", "’s")):
        owner = tokens[at - 1]
        return noun, [*tokens[: at - 1], owner._replace(text=owner.text[:-2], word=owner.word[:-2], end=owner.end - 2)]
    if not rules.comma_bound and at and tokens[at - 1].capital and at > 1:
        dated = rules.weekdays.keys() | rules.months.keys()
        named = [
            token for token in tokens[:at] if token.capital and token.word.split("’")[0].split("'")[0] not in dated
        ]
        return noun, named  # "the DOJ release"
    return noun, ()


def _for_what(tokens: Sequence[Token], rules: Rules) -> tuple[int, int]:
    """The words behind "for" in the name of an English body, which are no document: "Institute for Tax Studies"."""
    if rules.comma_bound:
        return 0, 0
    inner = (j for j in range(1, len(tokens) - 1) if tokens[j].word == "for" and not tokens[j].capital)
    at = next((j for j in inner if tokens[j - 1].capital and tokens[j + 1].capital), None)
    if at is None:
        return 0, 0
    end = at + 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return at, end


def find_groups(text: str, rules: Rules) -> dict[str, str]:
    """General nouns for people, each with the phrase it stands for: both have the same number in front of them.

    >>> from claimcheck.split.languages import rules_for
    >>> find_groups("Two loggers saw it. The two men are in custody.", rules_for("en"))
    {'men': 'two loggers'}
    """
    numbers: dict[str, set[str]] = defaultdict(set)
    tokens = tokenize(text, 0, len(text))
    for one, other in pairwise(tokens):
        if one.word in rules.count_words and other.word in rules.group_nouns:
            numbers[one.word].add(other.word)
    found = {}
    for number, nouns in numbers.items():
        general = nouns & rules.general_nouns
        telling = nouns - rules.general_nouns
        if len(telling) == 1:
            found.update({noun: f"{number} {next(iter(telling))}" for noun in general})
    return found


def one_spelling(name: str, known: Sequence[str]) -> str | None:
    """The full name of which a single word is another spelling: "Podolyak" → "Mychajlo Podoljak"; None where none is.

    >>> one_spelling("Podolyak", ["Mychajlo Podoljak", "Wladimir Putin"])
    'Mychajlo Podoljak'
    """
    if len(name) < 6 or " " in name:
        return None
    near = []
    for full in known:
        last = full.split()[-1]
        alike = last[:3].casefold() == name[:3].casefold() and abs(len(last) - len(name)) <= 2
        if alike and SequenceMatcher(None, last.casefold(), name.casefold()).ratio() >= _SAME:
            near.append(full)
    return near[0] if len(near) == 1 else None


def both(tokens: Sequence[Token], heads: Sequence[tuple[Person, int, int, str]], rules: Rules) -> str | None:
    """``Lee and Park``: two people who speak as one, by their full names; None where it is not two.

    The second may be named by what they are to the first: "Lee and his wife, Ann Park", "Lee und seine Frau".
    """
    at = next((j for j in range(1, len(tokens) - 1) if tokens[j].word in rules.coordinators), None)
    if at is None:
        return None
    one, other = ([each for each in heads if (each[1] < at) is first] for first in (True, False))
    if len(one) == len(other) == 1 and one[0][0] != other[0][0] and _only_office(tokens[at + 1 : other[0][1]]):
        return f"{one[0][0].name} {tokens[at].text} {other[0][0].name}"
    known = one or (len(tokens[:at]) < 3 and all(token.tag == "name" for token in tokens[:at]))
    if tokens[at + 1].word not in rules.his or len(one) > 1 or len(other) > 1 or not known:
        return None
    second = other[0][0].name if other else " ".join(token.text for token in tokens[at + 1 :] if token.is_word)
    first = one[0][0].name if one else " ".join(token.text for token in tokens[:at])
    return f"{first} {tokens[at].text} {second}"


def _only_office(tokens: Sequence[Token]) -> bool:
    """Whether nothing but an office stands between "and" and a name: "and the mayor, Ann Lee"."""
    return all(token.tag in {"art", "adj", "noun", "prep"} or token.text == "," for token in tokens)
