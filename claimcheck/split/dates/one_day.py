"""Whether a clause tells what happened on one day: not what lasted, was over by then, or is so."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import denies

__all__ = ["happened", "has_happened", "is_state", "is_year", "lasted", "looks_back", "was_over"]

_OPENS = 6  # words within which a sentence says that it tells of another time


def is_year(word: str) -> bool:
    """Whether a word is the number of a year: what is told of it is told of no day."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}


def happened(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause tells of the past, and of no other day than its story's: "won", not "wins", "had won before"."""
    verb = next((token.word for token in tokens if token.tag == "fin"), "")
    if rules.subject_first and (verb in rules.days.presents or _is_present(verb, rules)):
        return False  # "are issued", "has issued", "owns": on no one day
    said = {token.word for token in tokens}
    if rules.comma_bound and (said & rules.days.habits or {"pro", "jahr"} <= said):
        return False  # "verteilen pro Jahr": on no one day
    elsewhere = said & (rules.earlier_words | rules.ahead_words) or any(map(is_year, said))
    elsewhere = elsewhere or any(each.capital and each.word in rules.weekdays for each in tokens)
    elsewhere = elsewhere or any(_on_next_day(one, two, rules) for one, two in pairwise(tokens))
    ended = rules.subject_first and any(token.word.endswith("ed") and not token.capital for token in tokens)
    return (ended or tells_past(list(tokens), rules)) and not elsewhere


def was_over(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause tells what was over by then: "had generated", "hatte ausgelöst"."""
    said = {token.word for token in tokens}
    over = rules.comma_bound and "worden" in said and bool(said & {"war", "waren"})
    return over or (bool(said & rules.days.pluperfects) and any(token.tag == "pp" for token in tokens))


def has_happened(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a German clause tells it in the perfect, as a report tells what it gives no day: "hat befragt"."""
    verb = next((token.word for token in tokens if token.tag == "fin"), "")
    return rules.comma_bound and verb in {"hat", "haben"}


def lasted(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause tells of more than a day, or of another time: "for nearly 300 years", "damals", "recently".

    A relative clause in it may: "der monatelang krank war".
    """
    tokens = tokens[: next((at for at, token in enumerate(tokens) if token.tag == "rel"), len(tokens))]
    if any(token.word in rules.days.elsewhen for token in tokens):
        return True
    return any(_is_spell(tokens, at, rules) for at in range(1, len(tokens)))


def looks_back(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a sentence begins with another time: "Vor zwei Wochen", "Two years ago", "Damals"."""
    front = tokens[:_OPENS]
    ago = front[0].word == "vor" and any(token.word in rules.days.ago for token in front) if front else False
    return ago or any(token.word in rules.days.back for token in front)


def is_state(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause tells how something was: "was late", "had a daughter", "was valued at", "did not come"."""
    days, acts = rules.days, {"pp", "ing"}
    verb = next((token.word for token in tokens if token.tag == "fin"), "")
    was = verb in days.copulas and not any(token.tag in acts for token in tokens)
    rated = verb in days.copulas and any(token.word in days.rated for token in tokens)
    had = verb in days.pluperfects and not any(token.tag in {"pp", "to", "izu"} for token in tokens)
    there = any((one.word, two.word) in days.there for one, two in pairwise(tokens))
    return was or rated or had or there or verb in days.lasting or denies(list(tokens), rules)


def _is_present(verb: str, rules: Rules) -> bool:
    """Whether an English verb has the ending of the present: "owns"."""
    return verb.endswith("s") and verb not in rules.simple_past | rules.past_forms


def _is_spell(tokens: Sequence[Token], at: int, rules: Rules) -> bool:
    """Whether a count and a unit longer than a day say how long: "for nearly 300 years", not "jailed for two years"."""
    unit, before = tokens[at], [token.word for token in tokens[max(0, at - 4) : at]]
    if not unit.word.startswith(rules.days.units) or not _is_count(tokens[at - 1], rules):
        return False
    if any(token.word in rules.days.sentenced for token in tokens):
        return False
    if rules.comma_bound:
        old = at + 1 < len(tokens) and tokens[at + 1].word in rules.days.old
        return not old and (unit.word in rules.days.whole or "seit" in before)
    return bool(rules.days.during & set(before))


def _is_count(token: Token, rules: Rules) -> bool:
    return token.tag == "num" or token.word.isdigit() or token.word in rules.number_words


def _on_next_day(one: Token, two: Token, rules: Rules) -> bool:
    """Whether two words put what is told on another day than the story's: "the following night", "days later"."""
    days, spells = rules.days, rules.days.spells
    following = two.word.startswith(spells) and one.word in days.following
    return following or (one.word.startswith(spells) and two.word in days.later)
