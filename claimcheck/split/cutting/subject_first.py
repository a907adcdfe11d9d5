"""Clauses of a language where the subject precedes its verb and commas are optional: English."""

from typing import NamedTuple

from claimcheck.split.cutting.as_clauses import is_aside, likens, shows
from claimcheck.split.cutting.fronted import behind_place, closing_comma, fronted, fronted_apart
from claimcheck.split.cutting.joints import (
    before_its_verb,
    behind_colon,
    behind_opener,
    carries_scope,
    ends_list,
    governed,
    inside_name,
    still_told,
)
from claimcheck.split.cutting.own_clauses import never_came, of_the_past, opens_clause, own_clause, spliced
from claimcheck.split.cutting.predicates import (
    also_is,
    auxiliary_in_list,
    before_saying,
    is_predicate,
    listed,
    of_another,
    past_adverbs,
    shared_auxiliary,
    shares_object,
    subject_before_verb,
)
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import noun_phrase_before
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, has_clause, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["subject_first_units"]


_GRADES = frozenset({"soon", "long", "far", "much", "many", "well"})  # "as soon as"
_TOP = frozenset({"greatest", "hardest", "highest", "longest", "only"})  # "The hardest part came when …": that part
_LIKE = frozenset({"like", "unlike"})
_CONCEDING = frozenset({"although", "though"})


class _Cut(NamedTuple):
    """Where a clause ends and the next begins, whether that shares its subject, and which auxiliary it shares."""

    at: int
    resume: int
    shares: bool = False
    helper: Stretch | None = None
    back: bool = False  # shares the subject of the clause before the one that ends here
    teller: Stretch | None = None  # shares the subject of who says the clause that ends here


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
    for cut in [*_cuts(tokens, quoted, start, end, rules), _Cut(end, end)]:
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


def _cuts(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> list[_Cut]:
    """Where the stretch is cut, in order."""
    found: list[_Cut] = []
    if [token.word for token in tokens[start : min(start + 2, end)]] in (["not", "only"], ["not", "just"]):
        return found  # "Not only did the council pay, but it also …"
    depth, begin, owner, least = 0, start, start, SHORTEST
    outer = quoted[start] if start < end else False
    finite = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    openers = [at for at in range(start, end) if opens_clause(tokens, at, rules)]
    aside = closing_comma(tokens, quoted, start, end, rules) if start < end and tokens[start].word == "as" else None
    for at in range(start, end):
        token = tokens[at]
        twice = (
            0 < at < end - 1 and tokens[at - 1].is_word and tokens[at - 1].word == tokens[at + 1].word
        )  # "more and more"
        if token.word in rules.alternatives or twice:
            continue
        depth += (token.text in "([") - (token.text in ")]")
        if depth or (quoted[at] and not outer) or at - begin < least:
            continue
        opened = max((j for j in openers if begin <= j < at), default=begin)
        opened = aside if aside and opened == start and at > aside else opened  # "As the mayor said, Ann Lee and …"
        bare = least < SHORTEST and opened == begin  # behind a cut that shares its auxiliary no verb is finite
        if not bare and not any(opened <= j < at for j in finite):
            continue
        joins = token.word in rules.separable | rules.time_openers | rules.coordinators
        if joins and (tokens[at - 1].word == "as" or before_its_verb(tokens, begin, at, rules)):
            continue  # "as though it rained"
        resume, shared = at + 1, False
        if token.word in {"—", "–", "-"} and at + 1 < end and tokens[at - 1].tag == tokens[at + 1].tag == "name":
            continue  # "from Leeds – York"
        if token.word in {";", "—", "–", ":"}:
            sure = own_clause(tokens, at + 1, end, rules)
        elif token.text == "," and behind_opener(tokens, begin, at, rules):
            continue
        elif token.text == ",":
            sure, shared = listed(tokens, owner, begin, at, end, rules)
            own = sure or spliced(tokens, begin, at, end, rules)
            sure = shared or (own and own_clause(tokens, at + 1, end, rules))
            helper = None if sure else auxiliary_in_list(tokens, at, owner, end, rules)
            if helper is not None and subject_before_verb(tokens, owner, at, rules):
                found.append(_Cut(at, at + 1, shares=True, helper=helper))
                begin, least = resume, SHORTEST - 1
                continue
        elif token.word == "so" and tokens[min(at + 1, end - 1)].word in rules.that:
            sure, resume = own_clause(tokens, at + 2, end, rules), at + 2
        elif token.word in rules.separable and (token.word != "as" or token.tag != "prep"):
            if token.word == "as" and likens(tokens, at, end, rules):
                continue
            graded = tokens[at - 2].word == "as" and tokens[at - 1].tag in {"adj", "adv"}
            if tokens[at - 1].word == "such" or (token.word == "as" and graded):
                continue  # "findings such as you have presented", "as likely as they are grave"
            if token.word == "where" and not _of_a_known_place(tokens, begin, at, rules):
                continue
            measured = tokens[at - 2].tag in {"num", "art"}
            measured = measured and tokens[at - 2].word not in rules.demonstratives | rules.past_markers
            if measured and tokens[at - 1].word in rules.moments and tokens[at - 1].tag == "noun":
                continue  # "two days after …"
            of_what = tokens[min(at + 1, end - 1)].word in rules.of_words  # "because of the rain"
            sure = (
                not of_what and own_clause(tokens, at + 1, end, rules) and not never_came(tokens, at, end, rules, begin)
            )
        elif token.word in rules.time_openers and tokens[at - 1].word in rules.coordinators:
            continue  # "but when it rains, …": goes with what follows
        elif token.word in rules.time_openers and not _of_a_moment(tokens, at, rules):
            denied = any(token.word in rules.negations for token in tokens[begin:at])
            open_end = any(  # whose predicate that would be, cannot be told
                tokens[j].word in rules.coordinators
                and is_predicate(tokens, past_adverbs(tokens, j + 1, end), at, rules)
                for j in range(at + 2, end - 2)
            )
            sure = not denied and not open_end and own_clause(tokens, at + 1, end, rules)
            sure = sure and of_the_past(tokens, at + 1, end, rules)
            sure = sure and min(at - begin, end - at - 1) > SHORTEST + 1  # "Lee was 17 when he died" is one fact
            sure = sure and not any(each.word in rules.records | _TOP for each in tokens[begin:at])
        elif token.word in rules.coordinators and tokens[min(at + 1, end - 1)].word in rules.that:
            sure, resume = own_clause(tokens, at + 2, end, rules), at + 2
        elif token.word in rules.coordinators:
            if shares_object(tokens, at, end, rules) or ends_list(tokens, begin, at):
                continue
            if inside_name(tokens, begin, at, end, rules):
                continue
            if of_another(tokens, owner, at, rules):
                if teller := before_saying(tokens, start, rules):
                    found.append(_Cut(at, resume, shares=True, teller=teller))
                    begin, least = resume, SHORTEST - 1
                continue
            inner = governed(tokens, begin, at, rules)
            verb = past_adverbs(tokens, at + 1, end)
            follows = verb < end and not inner and is_predicate(tokens, verb, begin, rules)
            owned = subject_before_verb(tokens, owner, at, rules) if follows else None
            shared = owned is not None and tokens[owned[0]].word != "there"  # "there was no cause, but said …"
            helper = (
                shared_auxiliary(tokens, verb, owner if bare else begin, end, rules)
                if verb < end and not inner and not shared
                else None
            )
            if helper is not None and subject_before_verb(tokens, owner, at, rules):
                found.append(_Cut(at, verb, shares=True, helper=helper))
                begin, least = resume, SHORTEST - 1
                continue
            if helper is None and not inner and (link := also_is(tokens, owner, at, rules)):
                found.append(_Cut(at, resume, shares=True, helper=link))
                begin, least = resume, SHORTEST - 1
                continue
            own = own_clause(tokens, at + 1, end, rules) or _conditioned(tokens, quoted, at + 1, end, rules)
            own = own and not carries_scope(tokens, start, at, rules)
            own = own and not (tokens[begin].word in rules.worth.conditions and begin in openers and inner)
            sure = shared or (own and not still_told(tokens, begin, at, rules))
            sure = sure and not behind_colon(tokens, begin, at, rules)
            inserted = tokens[owner - 1].word in rules.separable and tokens[at - 1].text == ","
            if shared and owner > start + 1 and inserted and tokens[owner - 2].text == ",":
                found.append(_Cut(at, resume, shares=True, back=True))  # "holds 213, although it was …, and employs"
                begin, least = resume, SHORTEST - 1
                continue
        else:
            continue
        if sure:
            graded = tokens[at - 1].word in rules.grading and token.word in rules.separable | rules.time_openers
            found.append(_Cut(at - graded, resume, shares=shared))  # "…, even | though it was late"
            begin, least = resume, SHORTEST - shared
            owner = owner if shared else resume
    return found


def _without_joint(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """The end of a clause without what only leads to the next: "… and, ultimately, | he left"."""
    last = end - 1
    if last - 2 > start and tokens[last].tag == "adv" and tokens[last - 1].text == ",":
        last -= 2
    return last if last > start and tokens[last].word in rules.coordinators else end


def _conditioned(tokens: list[Token], quoted: list[bool], at: int, end: int, rules: Rules) -> bool:
    """Whether a clause with its condition or time in front begins: "but when it rained, the pier was shut"."""
    if at + 1 >= end or tokens[at].tag != "sub" or tokens[at].word in rules.relatives | rules.that:
        return False
    comma = closing_comma(tokens, quoted, at, end)
    inside = comma is not None and any(is_finite(tokens, j, rules) for j in range(at + 1, comma))
    return comma is not None and inside and own_clause(tokens, comma + 1, end, rules)


def _of_a_known_place(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether "where" tells of a place already known: "the mill where"; "in cases where", "to say where" do not.

    Behind a name it goes with that.
    """
    comma = tokens[at - 1].text == ","
    head = noun_phrase_before(tokens, begin, at - comma, rules)
    if head is None or tokens[head[1] - 1].tag != "noun":
        return False
    if tokens[head[1] - 1].capital and tokens[min(at + 1, len(tokens) - 1)].word in rules.they:
        return False  # "sent passports to Exland, where they were changed"
    return comma or tokens[head[0]].word in rules.definite | rules.his or tokens[head[1] - 1].capital


def _of_a_moment(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether "when" belongs to a noun before it: "the day when"; not behind a date: "last month when"."""
    before = tokens[at - 1].word
    dated = before in rules.moments and tokens[at - 2].word in rules.time_words
    return before in rules.moments | rules.worth.copulas and not dated


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
