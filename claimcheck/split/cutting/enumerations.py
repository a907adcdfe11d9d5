"""Whether a noun phrase behind a comma is one of several that are listed: "the mayor, the council and the board"."""

from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite

__all__ = ["enumerates", "heads_list", "is_list_end", "oxford"]


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
