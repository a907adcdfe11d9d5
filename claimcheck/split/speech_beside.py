"""Frames whose verb of saying is a participle: "X blocked the road, saying that …", "X was quoted as saying …"."""

from claimcheck.split.frame import Frame, filled, is_usable, phrase_at
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.phrases import phrase_end, subject_of
from claimcheck.split.tellers import can_speak
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import verb_positions

__all__ = ["as_saying", "speech_beside"]

_FIRST = 3  # tokens that the clause in front has at least


def as_saying(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X was quoted (by Y) as saying …``, ``Y quoted X as saying …``."""
    at = next((j for j in range(2, len(tokens) - 3) if phrase_at(tokens, j, rules.as_saying)), None)
    verb = None if at is None else next((j for j in range(at - 1, 0, -1) if tokens[j].word in rules.quote_verbs), None)
    if at is None or verb is None or quoted[verb]:
        return None
    start = at + 2 + (tokens[at + 2].word in rules.that)
    helper = next((j for j in range(verb - 1, 0, -1) if tokens[j].tag != "adv"), verb)
    passive = tokens[helper].word in rules.passives
    found = subject_of(tokens, helper, rules) if passive else (verb + 1, phrase_end(tokens, verb + 1, at, rules))
    if found is None or found[0] == found[1] or not is_usable(tokens, *found, rules):
        return None
    content = filled(((start, len(tokens)),), tokens)
    return Frame(found, (verb, at + 2), content) if content else None


def speech_beside(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X blocked the road, saying (that) …``, ``X released a statement saying, “…”``: said by the subject in front."""
    if rules.clauses is not Clauses.SUBJECT_FIRST:
        return None
    for at in range(_FIRST, len(tokens) - 3):
        if quoted[at] or tokens[at].word not in rules.adding or not _opens(tokens, quoted, at, rules):
            continue
        verbs = [verb for verb in verb_positions(tokens[:at], rules) if verb and not quoted[verb]]
        found = subject_of(tokens, verbs[0], rules) if verbs else None
        start = at + 1
        while start < len(tokens) and (tokens[start].text == "," or tokens[start].word in rules.that):
            start += 1
        if found is None or not _someone(tokens, found, rules) or not verb_positions(tokens[start:], rules):
            continue
        front = (0, at - 1 if tokens[at - 1].text == "," else at)
        return Frame(found, (at, at + 1), filled(((start, len(tokens)),), tokens), (front,))
    return None


def _opens(tokens: list[Token], quoted: list[bool], at: int, rules: Rules) -> bool:
    """Whether what is said begins behind a participle: a comma stands before it, or a quotation or "that" behind."""
    behind = at + 1 + (tokens[at + 1].text == ",")
    return tokens[at - 1].text == "," or tokens[at + 1].word in rules.that or quoted[behind]


def _someone(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a subject can say something."""
    return is_usable(tokens, *found, rules) and can_speak(tokens[slice(*found)], rules)
