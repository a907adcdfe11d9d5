"""Two German verbs beside "und" or "doch": what they have in common, and whether the second has its own subject."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, last_word
from claimcheck.split.words.tokens import Token

__all__ = ["has_subject", "share_all"]


def share_all(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether verbs beside "und" have all behind them in common: "können und wollen …", "kauft und saniert drei …"."""
    if {tokens[at - 1].word, tokens[at + 1].word} <= rules.auxiliaries:
        return True
    parted = tokens[last_word(tokens, at, end)].tag == "sep"  # "flüchtete und ließ den Wagen zurück"
    return not parted and at + 2 < end and tokens[at + 2].tag in {"art", "num", "noun", "name", "adj"}


def has_subject(tokens: list[Token], at: int, subject: Stretch) -> bool:
    """Whether the verb behind a conjunction has a pronoun as its own subject: "doch gibt es kein Hindernis"."""
    own = tokens[at + 2].word if at + 2 < len(tokens) else ""
    same = own == tokens[subject[0]].word or tokens[at].word in {"doch", "denn"}
    return own in {"er", "man", "wir", "ich"} or (own in {"es", "sie"} and same)
