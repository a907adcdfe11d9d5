"""What someone is praised, blamed or jailed for: "for stealing two cars", behind an English clause."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.nouns import Place, noun_phrase_before, phrase_stop
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["PARTICIPLE", "reason"]

_ASKS = words("call calls called calling ask asks asked push pushes pushed vote votes voted argue argues argued")
_ACTS = words("questioning hearing sentencing")  # what others do
_MEANS = words("rule rules plan plans system systems law laws fee fees method methods tool tools money funds permit")
_OPEN = words("known remembered noted famed best")  # "became known for"
PARTICIPLE = 4  # words of a participle with what belongs to it


def reason(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What someone is said to have done: "was jailed for stealing two cars", "praised him for not giving up"."""
    if tokens[at].word not in rules.reasons or not any(is_finite(tokens, j, rules) for j in range(start, at)):
        return None
    doing = at + 1
    while doing < end and tokens[doing].tag == "adv" and doing - at < 3:
        doing += 1
    if doing >= end or tokens[doing].tag != "ing":
        return None
    if tokens[at - 1].word in _ASKS or tokens[doing].word in _ACTS:
        return None  # "called for ending the strike", "was held for questioning on Monday"
    if tokens[at - 1].tag in {"adj", "adv"} or _is_thing(tokens, start, at, rules):
        return None  # "is useful for measuring pumps", "a tool for measuring pumps": what it is good for
    stop = phrase_stop(tokens, quoted, doing + 1, end)
    length = sum(token.is_word for token in tokens[at:stop])
    if length < PARTICIPLE:
        return None
    longer = length > sum(token.is_word for token in tokens[start:at])
    blames = any(token.word.startswith("blam") for token in tokens[start:at])  # says nothing without it
    blames = blames or tokens[at - 1].word in _OPEN
    return ((), (at, stop), (at, stop) if longer and not blames else None)  # a clause that says more keeps it


def _is_thing(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a noun named for the first time stands before ``at``: "a tool", which nobody praises or blames."""
    head = noun_phrase_before(tokens, start, at, rules)
    if head is None or tokens[head[1] - 1].tag != "noun":
        return False
    return tokens[head[0]].word in rules.indefinite or tokens[head[1] - 1].word in _MEANS
