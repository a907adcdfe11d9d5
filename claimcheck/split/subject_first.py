"""Clauses of a language where the subject precedes its verb and commas are optional: English."""

from typing import NamedTuple

from claimcheck.split.clauses import SHORTEST, Stretch, Unit, has_clause, skip_marks
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["subject_first_units"]

_SUBJECT = 8  # tokens between a conjunction and the verb of its clause
_FIRST_SUBJECT = 16  # tokens a subject that two predicates share may have


class _Cut(NamedTuple):
    """Where a clause ends and the next begins, whether that shares its subject, and which auxiliary it shares."""

    at: int
    resume: int
    shares: bool = False
    helper: Stretch | None = None


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
    last, shares = start, False
    helper: Stretch | None = None
    subject: Stretch | None = None
    for cut in [*_cuts(tokens, quoted, start, end, rules), _Cut(end, end)]:
        if not shares:
            subject = _subject(tokens, last, cut.at, rules)
        piece = skip_marks(tokens, last, cut.at)
        if piece[0] < piece[1]:
            heads = (subject, helper) if helper else (subject,)
            units += _clause(tokens, piece, tuple(each for each in heads if each) if shares else (), rules)
        last, shares, helper = cut.resume, cut.shares, cut.helper
    return units or [Unit((stretch,))]


def _closing_comma(tokens: list[Token], quoted: list[bool], start: int, end: int) -> int | None:
    return next(
        (at for at in range(start + SHORTEST, min(end, start + 30)) if tokens[at].text == "," and not quoted[at]), None
    )


def _cuts(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> list[_Cut]:
    """Where the stretch is cut, in order."""
    found: list[_Cut] = []
    depth, begin = 0, start
    outer = quoted[start] if start < end else False
    for at in range(start, end):
        token = tokens[at]
        depth += (token.text in "([") - (token.text in ")]")
        if depth or (quoted[at] and not outer) or at - begin < SHORTEST:
            continue
        opened = max((j for j in range(begin, at) if _subordinates(tokens[j], rules)), default=begin)
        if not any(is_finite(tokens, j, rules) for j in range(opened, at)):
            continue
        resume, shared = at + 1, False
        if token.text in {";", "—", "–"}:
            sure = _own_clause(tokens, at + 1, end, rules)
        elif token.text == ",":
            sure = _comma_splice(tokens, begin, at, end, rules) and _own_clause(tokens, at + 1, end, rules)
        elif token.word == "so" and tokens[min(at + 1, end - 1)].word in rules.that:
            sure, resume = _own_clause(tokens, at + 2, end, rules), at + 2
        elif token.word in rules.separable and (token.word != "as" or token.tag != "prep"):
            sure = _own_clause(tokens, at + 1, end, rules)
        elif token.word in rules.coordinators:
            governed = _governed(tokens, begin, at, rules)
            verb = at + 1
            while verb < end and tokens[verb].tag == "adv":
                verb += 1
            follows = verb < end and not governed and _predicate(tokens, verb, begin, rules)
            shared = follows and _subject(tokens, begin, at, rules) is not None
            helper = _auxiliary(tokens, verb, begin, end, rules) if verb < end and not governed and not shared else None
            if helper is not None and _subject(tokens, begin, at, rules):
                found.append(_Cut(at, verb, shares=True, helper=helper))
                begin = resume
                continue
            sure = shared or _own_clause(tokens, at + 1, end, rules)
        else:
            continue
        if sure:
            found.append(_Cut(at, resume, shares=shared))
            begin = resume
    return found


def _governed(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether a subordinate clause is still open at ``at``: one between commas is over at the second."""
    return any(
        _subordinates(tokens[j], rules)
        and not (j > begin and tokens[j - 1].text == "," and any(each.text == "," for each in tokens[j:at]))
        for j in range(begin, at)
    )


def _subordinates(token: Token, rules: Rules) -> bool:
    """Whether a word opens a subordinate clause; "as" and "since" may be prepositions."""
    return token.word in rules.subordinators and token.tag in {"", "sub", "rel", "art", "adv"}


def _own_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a subject and its finite verb follow within a few words, with no mark between them."""
    while start < end and (tokens[start].word in rules.adverbs and not is_finite(tokens, start, rules)):
        start += 1
    if start >= end or tokens[start].word in rules.relatives | rules.subordinators:
        return False
    if tokens[start].word in rules.prepositions | {"according"}:  # "and according to the police, the man …"
        comma = next((at for at in range(start, min(end, start + 12)) if tokens[at].text == ","), None)
        if comma and comma + 1 < end and not any(is_finite(tokens, at, rules) for at in range(start, comma)):
            start = comma + 1
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
    helped = any(token.word in rules.auxiliaries for token in tokens[max(begin, at - 12) : at])
    if not is_finite(tokens, at, rules):  # "killed three people and wounded 14"
        object_follows = at + 1 < len(tokens) and tokens[at + 1].tag in {"num", "art", "pro", "name"}
        return not helped and tokens[at].word.endswith("ed") and tokens[at].tag in {"pp", "adj"} and object_follows
    if tokens[at].word in rules.auxiliaries:
        return True
    third = tokens[at].tag == "fin" and tokens[at].word.endswith("s")
    return third or (not helped and (tokens[at].tag == "fin" or not tokens[at].word.endswith("s")))


def _auxiliary(tokens: list[Token], at: int, begin: int, end: int, rules: Rules) -> Stretch | None:
    """The auxiliary that a participle behind a conjunction shares: "has burned ten acres and destroyed a home"."""
    participle = tokens[at].tag in {"pp", "fin"} and tokens[at].word.endswith(("ed", "en", "t"))
    wanted = "pp" if participle else "inf"  # "would raise the tax and take effect"
    if (not participle and tokens[at].tag != "inf") or end - at < SHORTEST:
        return None
    verb = next((j for j in range(at - 1, begin, -1) if is_finite(tokens, j, rules)), None)
    if verb is None or tokens[verb].word not in rules.auxiliaries:
        return None
    first = verb + 1
    while first < at and (tokens[first].tag == "adv" or tokens[first].word == "been"):
        first += 1
    return (verb, first) if tokens[first].tag == wanted and at - first >= SHORTEST else None


def _subject(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """What stands before the first finite verb, without an adverbial in front of it."""
    verb = next((at for at in range(start, end) if is_finite(tokens, at, rules)), None)
    if verb is None:
        return None
    inserted = next((at for at in range(start + 1, verb) if tokens[at].text == ","), None)
    nominal = (
        inserted
        and tokens[inserted - 1].tag in {"noun", "name"}
        and tokens[start].tag in {"art", "name", "noun", "adj", "num"}
    )
    if inserted and nominal and tokens[inserted + 1].tag in {"rel", "pp", "ing", "art", "num"}:
        return (start, inserted)  # "The prison, built in 1981, …"
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


def _clause(tokens: list[Token], piece: Stretch, heads: tuple[Stretch, ...], rules: Rules) -> list[Unit]:
    """One clause, with what it shares with the one before."""
    start, end = piece
    while start < end and tokens[start].word in rules.coordinators:
        start += 1
    return [Unit((*heads, (start, end)))] if end > start else []
