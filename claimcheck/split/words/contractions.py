"""English pronouns that are one word with their verb: "they're", "she's"."""

import re

from claimcheck.split.languages.base import words
from claimcheck.split.words.tokens import Token

__all__ = ["opened"]

_CONTRACTED = re.compile(r"(i|you|he|she|it|we|they|there|that|who|what|here)(['’](?:re|ve|m|ll|s|d))", re.IGNORECASE)
_VERBS = {"re": "are", "ve": "have", "m": "am", "ll": "will", "s": "is", "d": "would"}
_HAVING = {"is": "has", "would": "had"}
_OF_THE_PAST = words("been got had become better")  # never behind "is" or "would"
_DETERMINERS = words("a an the his her its their my our your this that these those some no")
_ADVERBS = words("also not never always just still already since now ever even")
_BEFORE_THAT = words("and but so because if when think thinks")


def opened(tokens: list[Token]) -> list[Token]:
    """English pronouns that are one word with their verb, as two: "they're" as "they" and "'re", whose word is "are".

    What "'s" and "'d" stand for shows in the words behind: "it's been", "he's shown the way", "she'd better". "that's"
    behind a noun may be a relative clause as well and stays one word.

    >>> from claimcheck.split.words.tokens import tokenize
    >>> [token.word for token in opened(tokenize("It's what we've seen, Ann's.", 0, 28))]
    ['it', 'is', 'what', 'we', 'have', 'seen', ',', "ann's", '.']
    """
    found: list[Token] = []
    for at, token in enumerate(tokens):
        match = _CONTRACTED.fullmatch(token.text)
        related = token.word.startswith("that") and at > 0 and tokens[at - 1].is_word
        if match is None or (related and tokens[at - 1].word not in _BEFORE_THAT):
            found.append(token)
            continue
        verb = _VERBS[match[2][1:].casefold()]
        verb = _HAVING.get(verb, verb) if _is_past([each.word for each in tokens[at + 1 : at + 4]]) else verb
        middle = token.start + match.start(2)
        found.append(Token(match[1], match[1].casefold(), token.start, middle))
        found.append(Token(match[2], verb, middle, token.end))
    return found


def _is_past(behind: list[str]) -> bool:
    """Whether "'s" or "'d" before these words stands for "has" or "had"."""
    while behind and (behind[0] in _ADVERBS or behind[0].endswith("ly")):
        behind = behind[1:]
    done = len(behind) > 1 and behind[0].endswith(("ed", "wn", "en", "de", "ne")) and behind[1] in _DETERMINERS
    return bool(behind) and (behind[0] in _OF_THE_PAST or done)
