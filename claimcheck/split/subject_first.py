"""Clauses of a language where the subject precedes its verb and commas are optional: English."""

from itertools import pairwise

from claimcheck.split.clauses import SHORTEST, Stretch, Unit, has_clause, skip_marks
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["subject_first_units"]

_SUBJECT = 8  # tokens between a conjunction and the verb of its clause
_FIRST_SUBJECT = 16  # tokens a subject that two predicates share may have


def subject_first_units(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Unit]:
    """The clauses of a stretch, in text order; the stretch itself where it is not safely cut."""
    start, end = skip_marks(tokens, *stretch)
    units: list[Unit] = []
    first = tokens[start].word if start < end else ""
    if (
        first in rules.separable
        and (comma := _closing_comma(tokens, quoted, start, end))
        and has_clause(tokens, start, comma, rules)
    ):
        units.append(Unit((skip_marks(tokens, start + 1, comma),), presupposed=True))
        start = comma + 1
    last, shares, subject = start, False, None
    for at, resume, next_shares in [*_cuts(tokens, quoted, start, end, rules), (end, end, False)]:
        if not shares:
            subject = _subject(tokens, last, at, rules)
        piece = skip_marks(tokens, last, at)
        if piece[0] < piece[1]:
            units += _clause(tokens, quoted, piece, subject if shares else None, rules)
        last, shares = resume, next_shares
    return units or [Unit((stretch,))]


def _closing_comma(tokens: list[Token], quoted: list[bool], start: int, end: int) -> int | None:
    return next(
        (at for at in range(start + SHORTEST, min(end, start + 30)) if tokens[at].text == "," and not quoted[at]), None
    )


def _cuts(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> list[tuple[int, int, bool]]:
    """Where the stretch is cut: end of the left side, begin of the right, whether the right shares the subject."""
    found: list[tuple[int, int, bool]] = []
    depth, begin = 0, start
    outer = quoted[start] if start < end else False
    for at in range(start, end):
        token = tokens[at]
        depth += (token.text in "([") - (token.text in ")]")
        if depth or (quoted[at] and not outer) or at - begin < SHORTEST:
            continue
        opened = max((j for j in range(begin, at) if tokens[j].word in rules.subordinators), default=begin)
        if not any(is_finite(tokens, j, rules) for j in range(opened, at)):
            continue
        resume, shared = at + 1, False
        if token.text in {";", "—", "–"}:
            sure = _own_clause(tokens, at + 1, end, rules)
        elif token.text == ",":
            sure = _comma_splice(tokens, begin, at, end, rules) and _own_clause(tokens, at + 1, end, rules)
        elif token.word in rules.separable:
            sure = _own_clause(tokens, at + 1, end, rules)
        elif token.word in rules.coordinators:
            governed = any(each.word in rules.subordinators for each in tokens[begin:at])
            follows = at + 1 < end and not governed and _predicate(tokens, at + 1, begin, rules)
            shared = follows and _subject(tokens, begin, at, rules) is not None
            sure = shared or _own_clause(tokens, at + 1, end, rules)
        else:
            continue
        if sure:
            found.append((at, resume, shared))
            begin = resume
    return found


def _own_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a subject and its finite verb follow within a few words, with no mark between them."""
    while start < end and (tokens[start].word in rules.adverbs and not is_finite(tokens, start, rules)):
        start += 1
    if start >= end or tokens[start].word in rules.relatives | rules.subordinators:
        return False
    first = tokens[start]
    if first.word in rules.prepositions or not first.is_word or is_finite(tokens, start, rules):
        return False
    for at in range(start + 1, min(end, start + 1 + _SUBJECT)):
        if tokens[at].text in {",", ";", ":", "—", "–"} or tokens[
            at
        ].word in rules.subordinators | rules.coordinators - {"as"}:
            return False
        if is_finite(tokens, at, rules):
            return end - at >= 2
    return False


def _comma_splice(tokens: list[Token], begin: int, at: int, end: int, rules: Rules) -> bool:
    """Whether main clauses are strung by commas: a pronoun, then at once a verb; never behind a condition."""
    opening = tokens[begin].word
    if opening in rules.subordinators | rules.auxiliaries | rules.prepositions:
        return False
    return (
        at + 2 < end
        and tokens[at + 1].word in rules.pronouns | {"another", "others"}
        and is_finite(tokens, at + 2, rules)
    )


def _predicate(tokens: list[Token], at: int, begin: int, rules: Rules) -> bool:
    """Whether a conjunction is followed by a finite verb that no auxiliary before it governs."""
    if not is_finite(tokens, at, rules):
        return False
    if tokens[at].word in rules.auxiliaries:
        return True
    helped = any(token.word in rules.auxiliaries for token in tokens[max(begin, at - 12) : at])
    return not helped and not tokens[at].word.endswith("s")


def _subject(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """What stands before the first finite verb, without an adverbial in front of it."""
    verb = next((at for at in range(start, end) if is_finite(tokens, at, rules)), None)
    if verb is None:
        return None
    if verb > start and tokens[verb - 1].word in rules.pronouns:  # "at noon they heard"
        return (verb - 1, verb)
    comma = next((at for at in range(start, verb) if tokens[at].text == ","), None)
    first = tokens[start].word
    if comma and (first in rules.prepositions or first in rules.subordinators):
        start = comma + 1
    while start < verb and tokens[start].word in rules.coordinators | rules.adverbs:
        start += 1
    bad = any(tokens[at].text in {",", ";", "("} or tokens[at].word in rules.relatives for at in range(start, verb))
    return (start, verb) if start < verb <= start + _FIRST_SUBJECT and not bad else None


def _clause(
    tokens: list[Token], quoted: list[bool], piece: Stretch, subject: Stretch | None, rules: Rules
) -> list[Unit]:
    """One clause, with the subject it shares, and the relative clause in it."""
    start, end = piece
    hole = _apposition(tokens, quoted, start, end, rules) if subject is None else None
    while start < end and tokens[start].word in rules.coordinators:
        start += 1
    found: list[Unit] = []
    for at in range(start + 1, end - SHORTEST):
        if tokens[at].word in rules.relatives and is_finite(tokens, at + 1, rules) and not quoted[at]:
            unit = _relative(tokens, start, at, end, rules)
            if unit is None:
                continue
            found.append(unit)
            comma = tokens[at - 1].text == ","
            if unit.stretches[-1][1] >= end - 1 and (comma or _weakens(tokens, start, at, rules)):
                end = at - 1 if comma else at
            break
    main: tuple[Stretch, ...] = ((subject, (start, end)) if subject else ((start, end),)) if end - start > 0 else ()
    if hole and main and start < hole[0] and hole[1] < end:
        main = ((start, hole[0]), (hole[1], end))
    return [Unit(main), *found] if main else found


def _weakens(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether what stands before a relative clause at the end still holds without it: nothing is denied or counted."""
    enough = has_clause(tokens, start, at, rules)
    return enough and not any(token.word in rules.negations for token in tokens[start:at])


def _apposition(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> Stretch | None:
    """What is put between commas behind a subject and only describes it: its place, commas with it."""
    commas = [at for at in range(start, min(end, start + 40)) if tokens[at].text == "," and not quoted[at]]
    for one, other in pairwise(commas):
        first = tokens[one + 1].word if one + 1 < other else ""
        described = first in rules.determiners or first.endswith("ed") or first in {"known"} or first in rules.relatives
        verb = other + 1
        while verb < end and not is_finite(tokens, verb, rules) and _adverb(tokens[verb], rules):
            verb += 1
        resumes = verb < end and is_finite(tokens, verb, rules)
        before = any(is_finite(tokens, at, rules) for at in range(start, one))
        listed = any(token.word in rules.coordinators for token in tokens[start:other])
        if described and resumes and not before and not listed:
            return (one, other + 1)
    return None


def _adverb(token: Token, rules: Rules) -> bool:
    return token.word in rules.adverbs or token.word.endswith("ly")


def _relative(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> Unit | None:
    """A relative clause with its noun phrase as the subject: "the bus, which was late" → "the bus was late"."""
    noun = at - 1 if tokens[at - 1].text == "," else at
    begin = noun - 1
    while begin > start and tokens[begin].word not in rules.determiners and not is_finite(tokens, begin, rules):
        if tokens[begin].word in rules.prepositions | rules.coordinators or not tokens[begin].is_word:
            begin += 1
            break
        begin -= 1
    if is_finite(tokens, begin, rules):
        begin += 1
    if begin < noun and tokens[begin - 1].word == "to" and begin > start:  # "to help students who"
        begin += 1
    stop = next((j for j in range(at + 1, end) if tokens[j].text in {",", "—", "–", ";", ")"}), end)
    vague = begin < noun and tokens[begin].word in rules.pronouns | rules.not_speakers
    if begin >= noun or vague or stop - at < SHORTEST or noun - begin > 10 or not _closes(tokens, at, stop, rules):
        return None
    return Unit(((begin, noun), (at + 1, stop)), presupposed=True)


def _closes(tokens: list[Token], at: int, stop: int, rules: Rules) -> bool:
    """Whether a relative clause is over at ``stop``: no second finite verb that could be the main clause's own."""
    linked = rules.subordinators | rules.coordinators
    for j in range(at + 2, stop):
        again = is_finite(tokens, j, rules) and not (tokens[j].word in rules.auxiliaries and j <= at + 3)
        if again and not any(each.word in linked for each in tokens[at + 2 : j]):
            return False
    return True
