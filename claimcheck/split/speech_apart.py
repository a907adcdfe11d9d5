"""What stands before a verb of saying and is no part of what is said: "Lee sold the yard and said …", "When he …"."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.own_clauses import of_the_past, own_clause
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite, verb_positions

__all__ = ["of_another", "second_predicate", "stands_apart"]


def stands_apart(tokens: list[Token], start: int, rules: Rules) -> tuple[tuple[int, int], ...]:
    """What stands before a frame and is no part of it: a main clause, joined by a conjunction or a mark."""
    first = rules.clauses is Clauses.SUBJECT_FIRST
    if first and start > 2 and tokens[0].word in rules.time_openers and tokens[start - 1].text == ",":
        told = verb_positions(tokens[1 : start - 1], rules) and of_the_past(tokens, 1, start - 1, rules)
        return ((1, start - 1),) if told else ()  # "When he came, Lee said …"
    in_front = first and tokens[0].tag == "prep" and tokens[0].word not in rules.time_openers
    if start < 2 or (
        not in_front
        and (tokens[0].tag in {"sub", "prep"} or tokens[0].word in rules.subordinators | rules.prepositions)
    ):
        return ()
    end = start
    while end and (not tokens[end - 1].is_word or tokens[end - 1].word in rules.coordinators | rules.adverbs):
        end -= 1
    joined = any(tokens[at].word in rules.coordinators or tokens[at].text in ";:–" for at in range(end, start))
    return ((0, end),) if joined and verb_positions(tokens[:end], rules) else ()


def second_predicate(tokens: list[Token], end: int, verb: int, rules: Rules) -> int | None:
    """Where a verb of saying is joined to another of its subject: "Lee sold it and said …"; None where it is not."""
    joint = verb - 1
    while joint > end and tokens[joint].tag == "adv":
        joint -= 1
    joined = joint > end and tokens[joint].word in rules.coordinators
    return joint + 1 if joined and any(is_finite(tokens, j, rules) for j in range(end, joint)) else None


def of_another(tokens: list[Token], start: int, verb: int, rules: Rules) -> bool:
    """Whether the first verb behind a verb of saying is that of a clause joined to it, so that nothing is said."""
    return any(
        tokens[at].text == ","
        and tokens[at + 1].word in rules.coordinators
        and own_clause(tokens, at + 2, verb + 2, rules)
        for at in range(start, verb - 1)
    )
