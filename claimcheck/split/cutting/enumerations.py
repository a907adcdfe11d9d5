"""Whether a noun phrase behind a comma is one of several that are listed: "the mayor, the council and the board"."""

from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["enumerates", "heads_list", "is_list_end", "oxford", "strung"]

_MEMBER = frozenset({"art", "adj", "noun", "name", "num"})  # what a member of a list begins with


def enumerates(tokens: list[Token], at: int, stop: int, end: int) -> bool:
    """Whether more of the same kind follow: "a house, a flat for two million, a third for one, and a car"."""
    if stop + 1 >= end or tokens[stop].text != "," or tokens[stop + 1].tag != tokens[at].tag:
        return False
    further = next((j for j in range(stop + 1, end) if tokens[j].text == "," or tokens[j].tag in {"conj", "fin"}), None)
    return further is not None and tokens[further].tag != "fin"


def oxford(tokens: list[Token], head: Stretch, body: Stretch) -> bool:
    """Whether a phrase is the last but one of a list: "the Cup, the Shield, the final of the Tour, and the Games"."""
    joined = any(tokens[j].tag == "conj" and tokens[j - 1].text == "," for j in range(body[0] + 1, body[1]))
    return joined and tokens[head[0] - 1].text == ","


def strung(tokens: list[Token], start: int, head: Stretch, body: Stretch, end: int, rules: Rules) -> bool:
    """Whether a phrase is a member of a list that goes on: "a note, a rail, a ferry's chain and a bell".

    Nor does it describe a noun where the list has two ("the loss of tea, the theft of oil and the sale of tin"), or
    where what comes last may stand beside that noun: "praised the bridge, an arch of steel, and a tunnel".
    """
    at, stop = body
    if _names_one(tokens, head, at):
        return False
    inner = [j for j in range(at + 1, stop) if tokens[j].tag == "conj"]
    if any(tokens[j - 1].text == "," for j in inner) and sum(tokens[j].text == "," for j in range(at, stop)) == 1:
        return tokens[head[0]].word == tokens[at].word
    led = tokens[head[0] - 1].tag == "prep" and head[0] > start
    led = led and all(token.tag == "noun" for token in tokens[slice(*head)]) and tokens[at].word in rules.definite
    if led and any(tokens[j + 1].word == tokens[at].word for j in inner):
        return True
    opens, news = tokens[head[0]].word, tokens[at].word in rules.indefinite
    if news is not (opens in rules.indefinite) or opens in rules.definite | rules.his:
        return False  # "the bridge, an arch of steel, the road and the pier", "the mill, the oldest in York, …"
    return stop + 1 < end and tokens[stop].text == "," and _goes_on(tokens, start, stop + 1, end, rules)


def _names_one(tokens: list[Token], head: Stretch, at: int) -> bool:
    """Whether a name stands before who or what that one is: "Ann Lee, a baker, her sister and Bo Ray"."""
    link = next((j for j in range(at + 1, len(tokens)) if tokens[j].tag not in _MEMBER), len(tokens))
    noun = tokens[link - 1]
    named = tokens[head[1] - 1].tag == "name" and tokens[at].tag in {"art", "noun"}
    return named and noun.tag == "noun" and not noun.capital and not ends_as_plural(noun.word)


def _goes_on(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool:
    """Whether one more member of a list begins at ``at``, and the last one further on."""
    again = tokens[at].word in rules.of_words and any(token.word == tokens[at].word for token in tokens[start:at])
    if not again and tokens[at].tag not in _MEMBER:
        return False
    if tokens[start].tag == "prep" and first_finite(tokens, start, at, rules) is None:
        return False  # "In Leeds, the largest town in Norland, police and experts said"
    for j in range(at + 1, end - 1):
        owned = tokens[j - 1].word.endswith(("'s", "’s")) and tokens[j + 1].tag == "noun"  # "a toilet's flush button"
        if (is_finite(tokens, j, rules) and not owned) or tokens[j].tag in {"rel", "sub"}:
            return False
        if tokens[j].tag == "conj":
            follows = tokens[j + 1]
            return follows.word == tokens[at].word if again else follows.tag in _MEMBER
    return False


def heads_list(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a sentence begins with a list without a verb: "Twice a champion, four times a winner, once a coach -"."""
    commas = [j for j in range(start, at) if tokens[j].text == ","]
    if len(commas) < 2 or tokens[start].tag not in {"num", "noun", "adj"}:
        return False
    return all(b - a >= SHORTEST for a, b in pairwise(commas)) and first_finite(tokens, start, at, rules) is None


def is_list_end(tokens: list[Token], at: int, stop: int, rules: Rules) -> bool:
    """Whether a phrase is the end of a list: "the mayor, the council and the board"."""
    conj = next((j for j in range(at, stop) if tokens[j].tag == "conj"), None)
    if conj is None or conj + 1 >= stop:
        return False
    if tokens[conj + 1].word in {"other", "others", "more"}:
        return True
    return not any(tokens[j].tag == "prep" or tokens[j].word in rules.genitives for j in range(at, conj))
