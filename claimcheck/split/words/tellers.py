"""Which words can name a source."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from claimcheck.split.languages import Rules
from claimcheck.split.languages.de_nouns import TELLER_ENDINGS
from claimcheck.split.words.quotes import DOUBLE_MARKS
from claimcheck.split.words.tokens import Token

__all__ = ["body_endings", "can_speak", "head_of", "is_agent", "joined", "office_before", "only_shows", "persons"]

_SHOWING = (
    "indicat",
    "suggest",
    "show",
    "mean",
    "reveal",
    "signal",
    "impl",
    "underlin",
    "reflect",
    "demonstrat",
    "prove",
)
_OFFICE = 10  # tokens from an office to the comma behind what it is of
_SHORT = 7  # letters that a short form of a name has less than


def can_speak(words: list[Token], rules: Rules) -> bool:
    """Whether a source can be one: a name, people, a body, a document; "the situation" is none."""
    tellers, endings = _known(rules)
    return any(
        token.tag == "name"
        or (token.word in tellers and not (rules.comma_bound and token.tag == "art"))  # "ihre Aufwartung"
        or token.word.endswith("-year-old")
        or (token.word.endswith(endings) and (token.capital or not rules.comma_bound or "jährig" in token.word))
        or _is_short(token, rules)
        for token in words
    )


def _is_short(token: Token, rules: Rules) -> bool:
    """Whether a German word is the short form of a body's name: "CDU", "GdP"."""
    ends = token.text[:1].isupper() and token.text[-1:].isupper()
    return rules.comma_bound and 1 < len(token.text) < _SHORT and token.text.isalpha() and ends


def head_of(words: list[Token], rules: Rules) -> list[Token]:
    """A noun phrase without the genitive or the preposition behind its noun: "die Kritik" of "die Kritik des Amts"."""
    noun = next((at for at, token in enumerate(words) if token.capital and token.tag in {"noun", "name"}), None)
    if noun is None:
        return words
    if rules.comma_bound and words[noun].word.endswith((*rules.act_nouns, "heit", "keit")):
        return words[: noun + 1]  # "die Einigung Korreniens"
    ends = (at for at in range(noun + 1, len(words)) if words[at].word in rules.genitives or words[at].tag == "prep")
    return words[: next(ends, len(words))]


@lru_cache(maxsize=8)
def _known(rules: Rules) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words for those who can be a source, and the endings of such words."""
    tellers = rules.group_nouns | rules.person_nouns | rules.documents | rules.body_words | rules.tellers
    endings = (*rules.agent_endings, *rules.source_endings, *body_endings(rules))
    return tellers | rules.pronouns, endings


def body_endings(rules: Rules) -> tuple[str, ...]:
    """How nouns for bodies may end: "Landgericht" is a court; nothing where nouns are not made of nouns."""
    return (*sorted(rules.body_words | rules.body_nouns), *TELLER_ENDINGS) if rules.comma_bound else ()


def office_before(
    tokens: Sequence[Token], comma: int, is_office: Callable[[str], bool], persons: frozenset[str], rules: Rules
) -> int:
    """Where an office stands that a comma parts from who holds it: "his sister, Ann Lee"; ``comma`` where none does.

    In English with what it is of: "head of the Chamber of Leeds, Ann Lee".
    """
    if tokens[comma - 1].word in persons:
        return comma - 1
    for at in range(comma - 2, max(0, comma - _OFFICE), -1):
        if rules.comma_bound or not tokens[at].is_word:
            break
        if is_office(tokens[at].word) and not tokens[at].capital:
            return at if tokens[at + 1].word in rules.prepositions and tokens[comma - 1].capital else comma
    return comma


def is_agent(noun: str, rules: Rules) -> bool:
    """Whether a noun ends like one for someone by what they do: "trader", "Händler"."""
    return noun.endswith(rules.agent_endings) and len(noun) > 5 and noun not in rules.not_agents


@lru_cache(maxsize=8)
def persons(rules: Rules) -> frozenset[str]:
    """The nouns for one person, of either sex or both."""
    return rules.man_nouns | rules.woman_nouns | rules.person_nouns


def only_shows(words: list[Token], verb: Token, rules: Rules) -> bool:
    """Whether a thing that says nothing only shows it: "a small statue indicates that the place is old"."""
    if rules.comma_bound or not verb.word.startswith(_SHOWING) or any(token.text in DOUBLE_MARKS for token in words):
        return False
    first = next((at for at, token in enumerate(words) if token.tag in {"noun", "name"}), None)
    if first is None:
        return False
    end = next((at for at in range(first, len(words)) if words[at].tag not in {"noun", "name"}), len(words))
    head = words[:end]
    listed = end < len(words) and not words[end].is_word
    if listed or any(token.capital and token.is_word for token in head[1:]) or head[-1].capital:
        return False
    return not can_speak([token for token in head if token.tag != "art"], rules)


def joined(tokens: list[Token], rules: Rules) -> bool:
    """Whether two are named as one speaker: "Lee and Park", "Lee, 43, and his wife"."""
    ands = [at for at, token in enumerate(tokens) if token.word in rules.coordinators]
    return any(
        0 < at < len(tokens) - 1
        and (tokens[at - 1].capital or tokens[at - 1].text == ",")
        and (tokens[at + 1].capital or tokens[at + 1].word in rules.his)
        for at in ands
    )
