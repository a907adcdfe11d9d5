"""Where an English clause goes on behind what is told in it of a noun."""

from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, says

__all__ = ["main_verb_behind"]

_CAUSED = 7  # tokens from "saw" to what was seen to happen


def main_verb_behind(tokens: list[Token], at: int, stop: int, rules: Rules, *, after: int) -> int:
    """Where the clause around a relative clause goes on: at the finite verb that is one too many."""
    seen, depth, open_aux = 0, 0, tokens[at - 1].word in rules.auxiliaries
    after += tokens[at - 1].word in rules.causing  # "letting two men go"
    caused = at - 1 if tokens[at - 1].word in rules.perceiving | rules.causing else None  # "which saw prices grow"
    for j in range(at, stop):
        depth += (tokens[j].text == "(") - (tokens[j].text == ")")
        if depth > 0:
            continue
        open_aux = (open_aux or tokens[j].word in rules.auxiliaries) and tokens[j].tag not in {"pp", "inf", "ing"}
        if open_aux and tokens[j].word not in rules.auxiliaries and tokens[j].tag == "fin":  # "were on Monday found"
            open_aux = False
            continue
        follows = tokens[j + 1].tag == "fin" if j + 1 < stop else False
        if (
            tokens[j].tag in {"sub", "rel"}
            or tokens[j].word in rules.relatives
            or (tokens[j].tag == "conj" and follows)
        ):
            after += 1
            continue
        if follows and says(tokens[j], rules):
            continue  # "laws which the council said would fail"
        telling = says(tokens[j], rules) and tokens[j].tag in {"fin", "inf"}
        if telling and own_clause(tokens, j + 1, stop, rules):
            after += 1  # "a note that said something had happened", "led them to conclude the thefts are related"
        if _is_verb(tokens, j, rules) and tokens[j - 1].word not in rules.auxiliaries:
            if tokens[j - 1].word in rules.subject_pronouns and tokens[j - 2].tag in {"noun", "name"}:
                continue  # "in the third race she has run"
            if caused is not None and j - caused < _CAUSED and not tokens[j].word.endswith(("s", "ed")):
                caused = None
                continue
            if j > at and tokens[j - 1].tag == "fin" and tokens[j - 1].word not in rules.auxiliaries:
                continue  # "to where he felt was home"
            seen += 1
            if seen > after:
                return j
    return stop


def _is_verb(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a finite verb stands at ``at``; a bare form is one behind a name or several, with an object behind it."""
    if tokens[at].tag == "inf":
        object_follows = at + 1 < len(tokens) and tokens[at + 1].tag in {"art", "num"}
        return object_follows and tokens[at - 1].tag == "name" and is_finite(tokens, at, rules)
    denied = tokens[at].word.endswith(("n't", "n’t"))  # "don't" has other tags
    return (tokens[at].tag == "fin" or denied) and is_finite(tokens, at, rules)
