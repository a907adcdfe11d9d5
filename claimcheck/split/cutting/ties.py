"""How far what is put between commas in an English clause reaches: up to where the clause around it goes on.

"The runner, who trains in Leeds, at Moor and in York, won": "at Moor and in York" belongs to the relative clause.
"""

from claimcheck.split.cutting.own_clauses import awaits_verb, own_clause
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.nouns import Place, phrase_stop
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["known_now", "tied"]

_FOCUS = words("especially mainly mostly notably particularly chiefly primarily including namely")
_PHRASAL = frozenset({"art", "num", "name", "noun", "adj"})
_LINKED = frozenset({"conj", "sub", "rel", "fin", "pp", "ing", "to", "pro"})


def tied(tokens: list[Token], quoted: list[bool], place: Place, start: int, end: int, rules: Rules) -> Place:
    """The place with all that hangs on it; nothing is taken out where what follows may belong to it or not."""
    heads, body, hole = place
    if hole is None or hole[1] >= end:
        return place
    if tokens[hole[0]].is_word and tokens[hole[1]].text == ",":
        stop = phrase_stop(tokens, quoted, hole[1] + 1, end)
        named = hole[1] + 1 < end and tokens[hole[1] + 1].capital and tokens[hole[1] - 1].capital
        ends = stop >= end and not any(is_finite(tokens, j, rules) for j in range(hole[1], stop))
        return (heads, (body[0], stop), (hole[0], stop)) if named and ends else place  # "… to Moor, Lee's party"
    if tokens[hole[1] - 1].text != "," or tokens[hole[0]].text not in {",", "–", "—"}:
        return place
    at = _past_adverbs(tokens, hole[1], end)
    if is_finite(tokens, at, rules) or tokens[at].tag in _LINKED or not tokens[at].is_word:
        return place
    if tokens[start].tag == "prep" and own_clause(tokens, hole[1], end, rules):
        return place  # "In Leeds, which has 30 mills, the council closed the road"
    if awaits_verb(tokens, start, hole[0], rules):
        comma = _main_verb(tokens, at, end, rules)
        if comma is not None:
            return (heads, (body[0], comma), (hole[0], comma + 1))
        return (heads, body, None) if tokens[at].tag == "prep" else place
    if tokens[at].tag == "prep" and not _measures(tokens, at, end, rules):
        return place  # "sold the firm, which had 300 workers, to Nordline"
    stop = phrase_stop(tokens, quoted, hole[1], end)
    if any(is_finite(tokens, j, rules) for j in range(hole[1], stop)):
        return place
    focused = any(token.word in _FOCUS for token in tokens[hole[1] : at + 1])
    if stop >= end and (focused or tokens[at].tag in {"adj", "num"}):
        return (heads, (body[0], stop), (hole[0], stop))
    return place if stop >= end and tokens[at].tag in _PHRASAL else (heads, body, None)


def known_now(
    tokens: list[Token], heads: tuple[Stretch, ...], bodies: tuple[Stretch, ...], rules: Rules
) -> tuple[Stretch | str, ...]:
    """How a relative clause reads of what was just named: "drank a potion, which causes cramps": "The potion causes".

    Nothing where it reads as it stands: only the present tells of any potion as well.
    """
    if len(heads) != 1 or len(bodies) != 1 or not rules.subject_first:
        return ()
    (start, end), (first, _) = heads[0], bodies[0]
    verb = _past_adverbs(tokens, first, bodies[0][1])
    set_off = tokens[first - 1].word == "which" and tokens[first - 2].text == ","
    present = (
        tokens[verb].tag == "fin" and tokens[verb].word.endswith("s") and tokens[verb].word not in rules.auxiliaries
    )
    if not (set_off and present and tokens[start].word in {"a", "an"} and end - start > 1):
        return ()
    return ("The ", (start + 1, end), bodies[0])


def _measures(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether a measure follows that may be of either clause: "sees to all sides, at an angle of 300 degrees"."""
    said = tokens[at + 1 : min(end, at + 6)]
    linked = next((j for j, token in enumerate(said) if token.word in rules.of_words), None)
    opens = bool(said) and said[0].word in rules.indefinite
    return opens and linked is not None and linked + 1 < len(said) and said[linked + 1].text[:1].isdigit()


def _past_adverbs(tokens: list[Token], at: int, end: int) -> int:
    while at < end - 1 and tokens[at].tag == "adv":
        at += 1
    return at


def _main_verb(tokens: list[Token], at: int, end: int, rules: Rules) -> int | None:
    """The comma behind which the main verb follows, with no other verb before it; None where there is none."""
    for j in range(at, end - 1):
        if tokens[j].text == ",":
            verb = _past_adverbs(tokens, j + 1, end)
            if is_finite(tokens, verb, rules) or tokens[verb].tag == "fin":
                return j
        elif is_finite(tokens, j, rules):
            return None
    return None
