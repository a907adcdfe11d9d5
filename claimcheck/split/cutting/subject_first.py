"""Clauses of a language where the subject precedes its verb and commas are optional: English."""

from claimcheck.split.cutting.as_clauses import is_aside, shows
from claimcheck.split.cutting.cuts import Cut, find_cuts
from claimcheck.split.cutting.fronted import behind_place, closing_comma, fronted, fronted_apart, only_related
from claimcheck.split.cutting.own_clauses import never_came
from claimcheck.split.cutting.predicates import past_adverbs, subject_before_verb
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, has_clause, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["subject_first_units"]

_GRADES = frozenset({"soon", "long", "far", "much", "many", "well"})  # "as soon as"
_LIKE = frozenset({"like", "unlike"})
_CONCEDING = frozenset({"although", "though"})


def subject_first_units(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Unit]:
    """The clauses of a stretch, in text order; the stretch itself where it is not safely cut."""
    start, end = skip_marks(tokens, *stretch)
    units: list[Unit] = []
    if start < end and (owner := _of_subject_before(tokens, start, end, rules)):
        return _clause(tokens, (start, end), (owner,), rules)
    start = behind_place(tokens, start, end)
    if end - start > SHORTEST and tokens[start].word in rules.grading and tokens[start + 1].word in rules.separable:
        start += 1
    first = tokens[start].word if start < end else ""
    if (
        first in rules.separable
        and (comma := closing_comma(tokens, quoted, start, end, rules))
        and tokens[start + 1].tag != "ing"
        and not (first == "as" and (tokens[start + 1].word in _GRADES or is_finite(tokens, start + 1, rules)))
        and has_clause(tokens, start, comma, rules)
        and not only_related(tokens, start + 1, comma, rules)
        and not (first == "as" and is_aside(tokens, start, comma, rules))
        and not (first == "as" and shows(tokens, start, comma, rules))
        and not never_came(tokens, start, comma, rules)
    ):
        units.append(Unit((skip_marks(tokens, start + 1, comma),), presupposed=True))
        start = comma + 1
    elif first in _CONCEDING and sum(is_finite(tokens, at, rules) for at in range(start, end)) == 1:
        return [Unit(((start + 1, end),), presupposed=True)]  # "although it rains", told beside what someone says
    elif comma := fronted_apart(tokens, quoted, start, end, rules):
        begin = start + (tokens[start].word in rules.time_openers)
        units.append(Unit(((begin, comma),), presupposed=True, complete=begin > start))
        start = comma + (tokens[comma].text == ",")
    elif opening := fronted(tokens, quoted, start, end, rules):
        units.append(opening)
        start = opening.stretches[1][0]
    last, shares = start, False
    outer: Stretch | None = None
    helper: Stretch | None = None
    subject: Stretch | None = None
    for cut in [*find_cuts(tokens, quoted, start, end, rules), Cut(end, end)]:
        if not shares:
            outer, subject = subject, subject_before_verb(tokens, last, cut.at, rules)
        piece = skip_marks(tokens, last, _without_joint(tokens, last, cut.at, rules))
        if piece[0] < piece[1]:
            heads = (subject, helper) if helper else (subject,)
            units += _clause(tokens, piece, tuple(each for each in heads if each) if shares else (), rules)
        last, shares, helper = cut.resume, cut.shares, cut.helper
        subject = cut.teller or (outer if cut.back else subject)
    return units or [Unit((stretch,))]


def _of_subject_before(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """The subject that a stretch shares with what stands before who says so: "She has cuts, he says, and was treated".

    None where the stretch is none that begins with "and" and a verb.
    """
    joint = start if tokens[start].word in rules.coordinators else start - 1
    verb = past_adverbs(tokens, joint + 1, end)
    if joint < SHORTEST or verb >= end or tokens[joint].word not in rules.coordinators - rules.alternatives:
        return None
    if tokens[joint - 1].text != "," or not is_finite(tokens, verb, rules):
        return None
    return subject_before_verb(tokens, 0, joint, rules)


def _without_joint(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """The end of a clause without what only leads to the next: "… and, ultimately, | he left"."""
    last = end - 1
    if last - 2 > start and tokens[last].tag == "adv" and tokens[last - 1].text == ",":
        last -= 2
    return last if last > start and tokens[last].word in rules.coordinators else end


def _clause(tokens: list[Token], piece: Stretch, heads: tuple[Stretch, ...], rules: Rules) -> list[Unit]:
    """One clause, with what it shares with the one before."""
    start, end = piece
    while start < end and tokens[start].word in rules.coordinators - rules.negators - {"nor"}:
        start += 1  # "Nor was he a baker" without its "nor" says the opposite
    if end <= start:
        return []
    comma = next((at for at in range(start, end) if tokens[at].text == ","), None)
    put_in = (
        comma is not None
        and comma + 1 < end
        and (tokens[start].tag in {"prep", "ing"} or tokens[start].word in _LIKE)
        and tokens[start - 1].text == ","
    )
    follows = comma is not None and (is_finite(tokens, comma + 1, rules) or tokens[comma + 1].tag == "pp")
    if comma is not None and put_in and len(heads) == 1 and follows:
        parts = (*heads, ", ", (start, comma), ", ", (comma + 1, end))
        return [Unit((*heads, (start, end)), parts=parts)]  # "…, and, after two years, was sold"
    return [Unit((*heads, (start, end)))]
