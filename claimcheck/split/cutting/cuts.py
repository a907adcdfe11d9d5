"""Where an English stretch is cut into clauses: at a mark, a conjunction, or what opens a reason or a time."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimcheck.split.cutting.as_clauses import likens
from claimcheck.split.cutting.fronted import closing_comma
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
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["Cut", "find_cuts"]

_TOP = frozenset({"greatest", "hardest", "highest", "longest", "only"})  # "The hardest part came when …": that part
_MEASURED = frozenset({"with", "to", "than", "versus", "against", "from"})  # what leads to a figure of another time
_NEAR = 5  # tokens from that to the time
_LEFT_OPEN = frozenset({"one", "ones", "way", "such", "enough", "arranged", "designed"})  # before its "so that"
_MARKS = frozenset(";:–—")


class Cut(NamedTuple):
    """Where a clause ends and the next begins, whether that shares its subject, and which auxiliary it shares."""

    at: int
    resume: int
    shares: bool = False
    helper: Stretch | None = None
    back: bool = False  # shares the subject of the clause before the one that ends here
    teller: Stretch | None = None  # shares the subject of who says the clause that ends here


class _Reach(NamedTuple):
    """What a cut is sought in: a stretch, in it the clause that would end, and the one that has the subject of that.

    ``bare``: that clause shares its auxiliary, so that no verb of it is finite.
    """

    start: int
    end: int
    begin: int
    owner: int
    bare: bool = False


def find_cuts(tokens: list[Token], quoted: list[bool], start: int, end: int, rules: Rules) -> list[Cut]:
    """Where a stretch is cut, in order."""
    found: list[Cut] = []
    if start >= end or [token.word for token in tokens[start : start + 2]] in (["not", "only"], ["not", "just"]):
        return found  # "Not only did the council pay, but it also …"
    depth, least, reach = 0, SHORTEST, _Reach(start, end, start, start)
    finite = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    openers = [at for at in range(start, end) if opens_clause(tokens, at, rules)]
    aside = closing_comma(tokens, quoted, start, end, rules) if tokens[start].word == "as" else None
    for at in range(start, end):
        token = tokens[at]
        twice = 0 < at < end - 1 and tokens[at - 1].is_word and tokens[at - 1].word == tokens[at + 1].word
        if twice:
            continue  # "more and more"
        depth += (token.text in "([") - (token.text in ")]")
        if depth or (quoted[at] and not quoted[start]) or at - reach.begin < least or token.word not in _joints(rules):
            continue
        opened = max((j for j in openers if reach.begin <= j < at), default=reach.begin)
        opened = aside if aside and opened == start and at > aside else opened  # "As the mayor said, Ann Lee and …"
        bare = least < SHORTEST and opened == reach.begin
        if not bare and not any(opened <= j < at for j in finite):
            continue
        if cut := _cut_at(tokens, quoted, at, reach._replace(bare=bare), rules):
            found.append(cut)
            least = SHORTEST - cut.shares
            begin = at + 1 if cut.shares else cut.resume
            reach = reach._replace(begin=begin, owner=reach.owner if cut.shares else begin)
    return found


@lru_cache(maxsize=8)
def _joints(rules: Rules) -> frozenset[str]:
    """The words and marks at which a clause may end."""
    return ((rules.separable | rules.time_openers | rules.coordinators) - rules.alternatives) | _MARKS | {",", "so"}


def _cut_at(tokens: list[Token], quoted: list[bool], at: int, reach: _Reach, rules: Rules) -> Cut | None:
    """The cut at a joint; None where none is sure."""
    word, end = tokens[at].word, reach.end
    if word in _MARKS:
        between_names = at + 1 < end and tokens[at - 1].tag == tokens[at + 1].tag == "name"
        if word in {"—", "–"} and between_names:
            return None  # "from Leeds – York"
        return Cut(at, at + 1) if own_clause(tokens, at + 1, end, rules) else None
    if word == "so":
        follows = tokens[min(at + 1, end - 1)].word in rules.that and own_clause(tokens, at + 2, end, rules)
        if not follows or tokens[at - 1].word in _LEFT_OPEN:
            return None
        return Cut(at, at + 2 if of_the_past(tokens, at + 2, end, rules) else end)  # else it is what is wanted
    if word == ",":
        return _at_comma(tokens, at, reach, rules)
    if tokens[at - 1].word == "as" or before_its_verb(tokens, reach.begin, at, rules):
        return None  # "as though it rained"
    if word in rules.coordinators and tokens[min(at + 1, end - 1)].word in rules.that:
        return Cut(at, at + 2) if own_clause(tokens, at + 2, end, rules) else None
    if word in rules.separable and (word != "as" or tokens[at].tag != "prep"):
        sure = _is_reason(tokens, at, reach, rules)
    elif word in rules.time_openers:
        sure = _is_time(tokens, at, reach, rules)
    else:
        return _at_conjunction(tokens, quoted, at, reach, rules) if word in rules.coordinators else None
    graded = tokens[at - 1].word in rules.grading
    return Cut(at - graded, at + 1) if sure else None  # "…, even | though it was late"


def _at_comma(tokens: list[Token], at: int, reach: _Reach, rules: Rules) -> Cut | None:
    """The cut at a comma between clauses of a list, or strung main clauses."""
    if behind_opener(tokens, reach.begin, at, rules):
        return None
    sure, shared = listed(tokens, reach.owner, reach.begin, at, reach.end, rules)
    own = sure or spliced(tokens, reach.begin, at, reach.end, rules)
    if shared or (own and own_clause(tokens, at + 1, reach.end, rules)):
        return Cut(at, at + 1, shares=shared)
    helper = auxiliary_in_list(tokens, at, reach.owner, reach.end, rules)
    sharing = helper is not None and subject_before_verb(tokens, reach.owner, at, rules) is not None
    return Cut(at, at + 1, shares=True, helper=helper) if sharing else None


def _is_reason(tokens: list[Token], at: int, reach: _Reach, rules: Rules) -> bool:
    """Whether a reason, a contrast or a place begins that is a clause of its own."""
    word, end = tokens[at].word, reach.end
    if word == "as" and likens(tokens, at, end, rules):
        return False
    graded = tokens[at - 2].word == "as" and tokens[at - 1].tag in {"adj", "adv"}
    if tokens[at - 1].word == "such" or (word == "as" and graded):
        return False  # "findings such as you have presented", "as likely as they are grave"
    if word == "where" and not _of_a_known_place(tokens, reach.begin, at, rules):
        return False
    measured = tokens[at - 2].tag in {"num", "art"}
    measured = measured and tokens[at - 2].word not in rules.demonstratives | rules.past_markers
    if measured and tokens[at - 1].word in rules.moments and tokens[at - 1].tag == "noun":
        return False  # "two days after …"
    if tokens[min(at + 1, end - 1)].word in rules.of_words:
        return False  # "because of the rain"
    return own_clause(tokens, at + 1, end, rules) and not never_came(tokens, at, end, rules, reach.begin)


def _is_time(tokens: list[Token], at: int, reach: _Reach, rules: Rules) -> bool:
    """Whether a time begins that is a clause of its own, and tells of the past."""
    begin, end = reach.begin, reach.end
    if tokens[at - 1].word in rules.coordinators or _of_a_moment(tokens, at, rules):
        return False  # "but when it rains, …": goes with what follows
    near = tokens[max(begin, at - _NEAR) : at]
    if any(one.word in _MEASURED and _counts(two) for one, two in pairwise(near)):
        return False  # "fell to 1.8, compared with six when the law was made"
    if min(at - begin, end - at - 1) <= SHORTEST + 1:
        return False  # "Lee was 17 when he died" is one fact
    narrowing = rules.negations | rules.records | _TOP
    if any(token.word in narrowing for token in tokens[begin:at]):
        return False
    if not own_clause(tokens, at + 1, end, rules) or not of_the_past(tokens, at + 1, end, rules):
        return False
    return not any(  # whose predicate that would be, cannot be told
        tokens[j].word in rules.coordinators and is_predicate(tokens, past_adverbs(tokens, j + 1, end), at, rules)
        for j in range(at + 2, end - 2)
    )


def _at_conjunction(tokens: list[Token], quoted: list[bool], at: int, reach: _Reach, rules: Rules) -> Cut | None:
    """The cut at "and", "but": before a further predicate, a participle that shares its auxiliary, or a clause."""
    start, end, begin, owner, bare = reach
    if shares_object(tokens, at, end, rules) or ends_list(tokens, begin, at):
        return None
    if inside_name(tokens, begin, at, end, rules):
        return None
    if of_another(tokens, owner, at, rules):
        teller = before_saying(tokens, start, rules)
        return Cut(at, at + 1, shares=True, teller=teller) if teller else None
    inner = governed(tokens, begin, at, rules)
    verb = past_adverbs(tokens, at + 1, end)
    follows = verb < end and not inner and is_predicate(tokens, verb, begin, rules)
    owned = subject_before_verb(tokens, owner, at, rules) if follows else None
    shared = owned is not None and tokens[owned[0]].word != "there"  # "there was no cause, but said …"
    alone = verb < end and not inner and not shared
    helper = shared_auxiliary(tokens, verb, owner if bare else begin, end, rules) if alone else None
    if helper is not None and subject_before_verb(tokens, owner, at, rules):
        return Cut(at, verb - (tokens[verb - 1].word == "first"), shares=True, helper=helper)
    if helper is None and not inner and (link := also_is(tokens, owner, at, rules)):
        return Cut(at, at + 1, shares=True, helper=link)
    inserted = tokens[owner - 1].word in rules.separable and tokens[at - 1].text == ","
    if shared and owner > start + 1 and inserted and tokens[owner - 2].text == ",":
        return Cut(at, at + 1, shares=True, back=True)  # "holds 213, although it was …, and employs"
    if behind_colon(tokens, begin, at, rules):
        return None
    return Cut(at, at + 1, shares=shared) if shared or _is_clause(tokens, quoted, at, reach, rules) else None


def _is_clause(tokens: list[Token], quoted: list[bool], at: int, reach: _Reach, rules: Rules) -> bool:
    """Whether a conjunction leads to a clause of its own, on which nothing before it bears."""
    start, end, begin, _, _ = reach
    if not (own_clause(tokens, at + 1, end, rules) or _conditioned(tokens, quoted, at + 1, end, rules)):
        return False
    if carries_scope(tokens, start, at, rules) or still_told(tokens, begin, at, rules):
        return False
    condition = tokens[begin].word in rules.worth.conditions and opens_clause(tokens, begin, rules)
    return not (condition and governed(tokens, begin, at, rules))


def _conditioned(tokens: list[Token], quoted: list[bool], at: int, end: int, rules: Rules) -> bool:
    """Whether a clause with its condition or time in front begins: "but when it rained, the pier was shut"."""
    if at + 1 >= end or tokens[at].tag != "sub" or tokens[at].word in rules.relatives | rules.that:
        return False
    comma = closing_comma(tokens, quoted, at, end)
    inside = comma is not None and any(is_finite(tokens, j, rules) for j in range(at + 1, comma))
    return comma is not None and inside and own_clause(tokens, comma + 1, end, rules)


def _of_a_known_place(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether "where" tells of a place already known: "the mill, where", "to Leeds where".

    "in cases where", "to say where", "the mill where" do not.
    """
    comma = tokens[at - 1].text == ","
    head = noun_phrase_before(tokens, begin, at - comma, rules)
    if head is None or tokens[head[1] - 1].tag != "noun":
        return False
    if tokens[head[1] - 1].capital and tokens[min(at + 1, len(tokens) - 1)].word in rules.they:
        return False  # "sent passports to Exland, where they were changed"
    return comma or tokens[head[1] - 1].capital


def _counts(token: Token) -> bool:
    return token.tag == "num" or token.text[:1].isdigit()


def _of_a_moment(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether "when" belongs to a noun before it: "the day when"; not behind a date: "last month when"."""
    before = tokens[at - 1].word
    dated = before in rules.moments and tokens[at - 2].word in rules.time_words
    return before in rules.moments | rules.worth.copulas and not dated
