"""What is put into a clause that goes on behind it, between two dashes or as "…, so sagte Holm, …".

It is read like what stands in brackets.
"""

from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, says_at

__all__ = ["as_brackets"]

_DASHES = frozenset("–—")
_RELATIVES = frozenset({"who", "which", "whose"})
_NEAR = 6  # tokens before it in which its noun stands
_LONGEST = 40  # tokens


def as_brackets(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Token]:
    """The tokens, with brackets for the marks around an insertion; places in the text stay the same.

    An English relative clause gets commas: "The officer - who was on call - drove well".
    """
    start, end = stretch
    dashes = [at for at in range(start + 1, end - 1) if tokens[at].word in _DASHES]
    found = list(tokens)
    while len(dashes) > 1:
        opens, closes = dashes[0], dashes[1]
        if closes - opens <= _LONGEST and _goes_on(tokens, (start, opens), (closes + 1, end), rules):
            relative = _is_relative(tokens, opens + 1, closes, rules)
            for at, mark in ((opens, "," if relative else "("), (closes, "," if relative else ")")):
                found[at] = tokens[at]._replace(text=mark, word=mark)
            dashes = dashes[2:]
        else:
            dashes = dashes[1:]
    for at in range(start + 1, end - SHORTEST):
        closing = _said_so(tokens, at, end, rules) if rules.comma_bound else None
        if closing is not None:
            found[at] = tokens[at]._replace(text="(", word="(")
            found[closing] = tokens[closing]._replace(text=")", word=")")
    return found


def _said_so(tokens: list[Token], opens: int, end: int, rules: Rules) -> int | None:
    """Where "…, so sagten Gäste, …" closes that opens at a comma; None where that is none, or nothing is put in."""
    if (
        tokens[opens].text != ","
        or tokens[opens + 1].word not in rules.source_so
        or not says_at(tokens, opens + 2, rules)
    ):
        return None
    closes = next((at for at in range(opens + SHORTEST, end) if not tokens[at].is_word), end)
    if closes + 1 >= end or tokens[closes].text != ",":
        return None
    stop = next((at for at in range(closes + 1, end) if tokens[at].text == ","), end)
    goes_on = not any(is_finite(tokens, at, rules) for at in range(closes + 1, stop))
    return closes if goes_on or tokens[closes + 1].tag == "fin" else None


def _is_relative(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether an insertion is an English relative clause, with no commas of its own and none close before it."""
    opens = rules.subject_first and tokens[start].word in _RELATIVES
    verb = start + 1 + (tokens[start + 1].tag == "adv")
    told = tokens[start].word == "whose" or is_finite(tokens, verb, rules)
    return opens and told and not any(token.text == "," for token in tokens[max(0, start - _NEAR) : end])


def _goes_on(tokens: list[Token], before: Stretch, after: Stretch, rules: Rules) -> bool:
    """Whether a clause that begins before the dashes goes on behind them."""
    if not any(is_finite(tokens, at, rules) for at in range(*before)):
        return True
    first = tokens[after[0]]
    if rules.comma_bound and _is_open(tokens, before, rules):
        return True
    if rules.comma_bound and _ends_clause(tokens, (before[1] + 1, after[0] - 1), after, rules):
        return True
    if first.capital or first.word in rules.coordinators or not first.is_word:
        return False
    if rules.subject_first:
        return not own_clause(tokens, *after, rules)
    if first.word in rules.subordinators and first.tag != "art":
        return True  # "gab es dem Amt - das in Kiel sitzt - als Lenz ging"
    verbs = [at for at in range(*after) if is_finite(tokens, at, rules)]
    return not verbs or verbs[0] == after[0]


def _is_open(tokens: list[Token], before: Stretch, rules: Rules) -> bool:
    """Whether a subordinate clause before an insertion has had no verb yet: "…, damit ich – so sagt man –"."""
    opens = max((at + 1 for at in range(*before) if tokens[at].text == ","), default=before[0])
    led = tokens[opens].tag in {"sub", "rel"} or tokens[opens].word in rules.that
    return led and not any(is_finite(tokens, at, rules) for at in range(opens, before[1]))


def _ends_clause(tokens: list[Token], inserted: Stretch, after: Stretch, rules: Rules) -> bool:
    """Whether what follows a German insertion without a verb is the end of the clause around it.

    It has no verb but an infinitive or a participle at its end ("… - und einen Garten zur Verfügung stellen"), its verb
    is the last word ("… - von Soldaten erschossen wurden"), or a second one ("… - in einen Saal und sangen").
    """
    start, end = after
    if any(is_finite(tokens, at, rules) for at in range(*inserted)):
        return False
    last = last_word(tokens, start, end)
    comma = next((at for at in range(start, last) if not tokens[at].is_word), last + 1)
    verbs = [at for at in range(start, comma) if is_finite(tokens, at, rules)]
    if not verbs:
        return tokens[comma - 1].tag in {"inf", "pp", "izu", "sep"} or tokens[start].tag == "prep"
    if tokens[start].word in rules.coordinators:
        return False
    further = tokens[verbs[0] - 1].word in rules.coordinators
    return verbs[0] > start and ((verbs[0] == comma - 1 and comma - start > 1) or further)
