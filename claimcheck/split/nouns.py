"""Where a noun phrase begins, told from tags."""

import re

from claimcheck.split.clauses import Stretch
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token

__all__ = ["noun_phrase_before"]

_INSIDE = frozenset({"noun", "name", "adj", "num", "pp", "adv"})
_LONGEST = 12  # tokens


def noun_phrase_before(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """The noun phrase that ends right before ``end``; None where none does or it leaves open what it means."""
    last = end - 1
    while last > start and not tokens[last].is_word:
        last -= 1
    if last < start or tokens[last].tag not in {"noun", "name", "num", "adj", ""} or not tokens[last].is_word:
        return None
    begin = last
    while begin > start and end - begin < _LONGEST:
        one = tokens[begin - 1]
        if one.tag == "art" or one.word in rules.determiners:
            begin -= 1
            break
        if one.tag not in _INSIDE and one.text not in '"“”„-&':
            break
        begin -= 1
    while begin < last and (not tokens[begin].is_word and tokens[begin].text not in '"“„' or tokens[begin].tag == "adv"):
        begin += 1
    phrase = tokens[begin : last + 1]
    if re.match(r"(?:who|what|that|there|he|she|it|they|we|i|you)['’]", tokens[last].word):
        return None
    if all(token.word in rules.not_speakers | rules.pronouns for token in phrase):
        return None
    return begin, end
