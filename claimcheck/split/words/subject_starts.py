"""Where the subject of a verb may begin: at the front, behind an adverbial, a mark or a conjunction."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_nouns import SPELLS
from claimcheck.split.words.nouns import FRONTED, THAN
from claimcheck.split.words.quotes import QUOTE_MARKS
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["CONTRASTS", "starts"]

_MARKS = QUOTE_MARKS | frozenset({",", ":", ";", "–", "—", "--"})
_SINCE = words("before after earlier later")
CONTRASTS = words("though although while whereas where")  # what opens a clause of its own behind a comma


def starts(tokens: list[Token], verb: int, rules: Rules) -> list[int]:
    """Where the subject of a verb may begin, leftmost first."""
    found = []
    at = _past_openers(tokens, 0, verb, rules)
    counted = at + 1 < verb and tokens[at + 1].word in THAN
    late = at + 1 < verb and tokens[at].tag == "noun" and tokens[at + 1].word in {"later", "ago", "earlier", "before"}
    marked = tokens[at].word in rules.past_markers | rules.future_markers or tokens[at].word in rules.weekdays
    late = late or (marked and at + 2 < verb and "," in {tokens[at + 1].text, tokens[at + 2].text})
    late = late or (marked and at + 2 < verb and _opens_behind(tokens, at + 2, rules))  # "Last week the ministry said"
    late = late or (at + 2 < verb and _counts_from(tokens, at))
    fronted = (
        at < verb
        and not counted
        and (late or tokens[at].tag in FRONTED or tokens[at].word in rules.prepositions | rules.subordinators)
    )
    if not fronted:
        found.append(at)
    for j in range(at, verb - 1):
        token = tokens[j]
        if token.text in _MARKS or token.word in rules.coordinators:
            begin = _past_openers(tokens, j + 1, verb, rules)
            if token.text == "," and begin < verb and tokens[begin].word in CONTRASTS:
                begin = _past_openers(tokens, begin + 1, verb, rules)
            told = fronted or any(is_finite(tokens, i, rules) for i in range(j))
            if told and begin < verb and begin not in found:
                found.append(begin)
    if fronted:
        found += _unmarked(tokens, at, verb, rules)
    return found


def _counts_from(tokens: list[Token], at: int) -> bool:
    """Whether English words tell a time from another: "The day before, the army said"."""
    return tokens[at].tag == "art" and tokens[at + 1].word in SPELLS and tokens[at + 2].word in _SINCE


def _opens_behind(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a subject begins behind an English word for a time: "last week the ministry"."""
    opens = tokens[at].tag in {"art", "name", "pro"} or tokens[at].capital
    return not rules.comma_bound and tokens[at - 1].word in rules.time_words and opens


def _unmarked(tokens: list[Token], at: int, verb: int, rules: Rules) -> list[int]:
    """Where a subject may begin behind an adverbial without a comma: "In 2009 the mayor told", "Hours later Mr Lee"."""
    found = []
    for j in range(at + 2, verb):
        before = tokens[j - 1]
        opens = tokens[j].tag in {"art", "name", "pro"} or tokens[j].word in rules.pronouns or tokens[j].capital
        dated = before.word in rules.weekdays or before.word in rules.months
        if opens and before.is_word and (dated or (before.tag in {"num", "noun", "adv"} and not before.capital)):
            found.append(j)
    return found


def _past_openers(tokens: list[Token], at: int, verb: int, rules: Rules) -> int:
    """The place behind marks, conjunctions and adverbs that open a clause."""
    while at < verb and (
        not tokens[at].is_word
        or tokens[at].word in rules.coordinators
        or (
            (tokens[at].tag == "adv" or tokens[at].word in rules.adverbs or tokens[at].word in rules.deictics)
            and tokens[at + 1].word not in THAN
        )
    ):
        at += 1
    return at
