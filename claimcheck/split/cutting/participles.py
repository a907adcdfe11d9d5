"""What an English participle behind a noun or a comma is no claim of, and where it goes on with a further one."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_participles import ONLY_ACTIVE, TAKES_TWO
from claimcheck.split.words.nouns import ends_as_plural, is_bare, noun_phrase_before
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token

__all__ = [
    "behind_relative",
    "closes_perfect",
    "ends_behind",
    "is_gerund",
    "leads_to",
    "participles_apart",
    "perceived",
    "shown_doing",
    "tells_nothing",
]

_SHOWS = words("found finds find showed shows show shown")
_MAY_LEAD = frozenset({"result", "lead"})
_LEADING = _MAY_LEAD | {"results", "resulted", "resulting", "leads", "led", "leading"}
_LIMITS = frozenset({"compared", "depending"})
_HOW = frozenset({"using", "according"})
_OF_ALL = words("requiring necessitating entailing")
_STILL = frozenset({"working"})
_NOMINAL = frozenset({"noun", "name", "pro"})


def tells_nothing(tokens: list[Token], at: int, first: int, rules: Rules) -> bool:
    """Whether a form that begins at ``first``, behind adverbs from ``at`` on, tells nothing of a noun."""
    word, after, comma = tokens[first].word, tokens[first + 1], tokens[at - 1].text == ","
    if tokens[first].tag == "ing" and after.text == ",":
        return True  # "With the choir, hiking, readings and talks are on offer"
    if word.endswith("ed") and word not in TAKES_TWO and comma and after.tag in {"art", "adj"}:
        return True  # "had lost weight, achieved larger drops in sugar and …": a list of verbs
    if word == "left" and after.word in rules.of_words:
        return True  # under a picture: "Ann Lee, left, of Leeds"
    if word in _HOW and not comma:
        return True  # "to build the yard using wood": how it is done; "his title according to the federation"
    if word in _LIMITS:
        return True  # "rose by 70 percent compared to 2015", "may ban him, depending on the findings"
    if word in _OF_ALL and comma:
        return True  # "Lee hit the wall, requiring work to his car": what all that required
    if word in _STILL and not comma:
        return True  # "the man working as a guard had bad news": he may work there still
    return word in ONLY_ACTIVE  # "the inmate, who was jailed for theft, died"


def perceived(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether what the noun before does is what was seen: "Police saw two men leaving the bank"."""
    verb = max((j for j in range(start, at) if tokens[j].tag in {"fin", "pp", "inf", "ing"}), default=None)
    return verb is not None and tokens[verb].word in rules.perceiving and at - verb <= 8


def shown_doing(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a further participle tells of what was shown: "The poll found Lee doing well, edging out Ray"."""
    seen = (j for j in range(start, at) if tokens[j].word in _SHOWS or tokens[j].word in rules.perceiving)
    shows = next(seen, None)
    doing = (j for j in range((shows or start) + 2, at - 1) if tokens[j].tag == "ing" and tokens[j - 1].tag in _NOMINAL)
    return shows is not None and tokens[shows].tag == "fin" and any(doing)


def is_gerund(tokens: list[Token], start: int, at: int, first: int, rules: Rules) -> bool:
    """Whether what follows a noun need not tell of it alone: "thought of Ann Lee leaving", "went to towns teaching"."""
    head = noun_phrase_before(tokens, start, at, rules)
    if head is None or head[0] == start:
        return False
    before, named = tokens[head[0] - 1], tokens[at - 1].tag == "name"
    if tokens[first].tag == "ing" and leads_to(tokens, start, head[0]):
        return tokens[head[0] - 2].word in _MAY_LEAD  # "could result in mills losing millions": they need not
    object_alone = is_bare(tokens, head) and before.tag == "fin" and not ends_as_plural(tokens[head[0]].word)
    if object_alone and tokens[head[0]].tag == "noun":
        return True  # "The robot changes direction copying a bee"
    joined = before.word in rules.coordinators and (named or is_bare(tokens, head))
    if joined:
        return True  # "like Leeds, York and Hull stepping up"
    return tokens[first].tag == "ing" and before.tag == "prep" and (named or is_bare(tokens, head))


def leads_to(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a noun stands for what something led to: "led to junior doctors taking part", which ends with them."""
    return at - 2 > start and tokens[at - 1].word in {"in", "to"} and tokens[at - 2].word in _LEADING


def participles_apart(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Stretch]:
    """A participle, cut where a conjunction leads to a further one: "killing two people | and injuring five others"."""
    start, end = stretch
    first = start + (tokens[start].word in rules.reasons)
    if tokens[first].tag != "ing" and not (first > start and tokens[first].tag == "adv"):
        return [stretch]
    for at in range(start + SHORTEST - 1, end - SHORTEST + 1):
        again = at + 1 + (first > start and tokens[at + 1].word in rules.reasons)  # "for … and for …"
        if tokens[at].word in rules.coordinators - rules.alternatives and tokens[again].tag == "ing":
            stop = at - (tokens[at - 1].text == ",")
            return [(start, stop), *participles_apart(tokens, (at + 1, end), rules)]
    return [stretch]


def closes_perfect(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether an auxiliary stands before what commas put in front of ``at``."""
    opens = next((j for j in range(at - 2, start, -1) if tokens[j].text == ","), None)
    return opens is not None and tokens[opens - 1].word in rules.auxiliaries and not tokens[opens - 1].capital


def ends_behind(tokens: list[Token], first: int, stop: int, end: int) -> bool:
    """Whether "to" follows behind an insertion: "climbing from 23 percent in May, before the debate, to 27"."""
    onward = any(tokens[j].word == "to" and tokens[j - 1].text == "," for j in range(stop + 1, end))
    return onward and any(token.word == "from" for token in tokens[first:stop])


def behind_relative(tokens: list[Token], start: int, at: int, rules: Rules) -> int | None:
    """Where the relative clause has its comma that the one before ``at`` closes; None where none is closed."""
    opens = max((j for j in range(start + 1, at - 1) if tokens[j].text == ","), default=None)
    related = opens is not None and tokens[opens + 1].word in rules.relatives and tokens[opens + 1].tag == "rel"
    return opens if related else None
