"""What stands behind a noun or a clause without a comma that marks it: relative clauses and participles of English."""

from claimcheck.split.cutting.main_verbs import main_verb_behind
from claimcheck.split.cutting.reasons import reason
from claimcheck.split.cutting.reduced import participle
from claimcheck.split.cutting.relatives import relative_clause_at
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import Place, phrase_stop
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["postmodifier"]


def postmodifier(
    tokens: list[Token],
    quoted: list[bool],
    start: int,
    at: int,
    end: int,
    rules: Rules,
    subject: Stretch | None,
) -> Place | None:
    """What begins at ``at`` in a clause from ``start`` to ``end``; None where nothing does.

    ``subject``: what the clause is about, where it begins with its verb.
    """
    return (
        relative_clause_at(tokens, quoted, start, at, end, rules)
        or _since(tokens, quoted, start, at, end, rules)
        or reason(tokens, quoted, start, at, end, rules)
        or participle(tokens, quoted, start, at, end, rules, subject)
    )


def _since(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What is taken for granted in "the first case since the office opened"; the clause around it keeps it."""
    if tokens[at].word != "since":
        return None
    stop = phrase_stop(tokens, quoted, at + 1, end)
    verb = first_finite(tokens, at + 2, min(stop, at + 14), rules)
    if verb is None or stop - at <= SHORTEST or tokens[at + 1].tag not in {"art", "name", "noun", "adj"}:
        return None
    if not any(is_finite(tokens, j, rules) for j in range(start, at)):
        stop = main_verb_behind(tokens, verb + 1, stop, rules, after=0)  # "The worst fire since Lee sold it hit 30 men"
        if stop >= end:
            return None
    return ((), (at + 1, stop), None)
