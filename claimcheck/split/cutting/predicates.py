"""Predicates and lists of clauses that share a subject or an auxiliary, where the subject comes first: English."""

from claimcheck.split.cutting.own_clauses import own_clause, subordinates
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import FRONTED
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite, says

__all__ = [
    "also_is",
    "auxiliary_in_list",
    "before_saying",
    "further_predicates",
    "is_predicate",
    "listed",
    "of_another",
    "past_adverbs",
    "shared_auxiliary",
    "shared_participles",
    "shares_object",
    "subject_before_verb",
]

_DONE_TO = frozenset({"sold", "made", "brought", "caught", "found", "told"})  # participles that no subject alone has
_AFIRE = frozenset({"alight", "ablaze", "afire", "free"})
_FIRST_SUBJECT = 16  # tokens a subject that two predicates share may have


def subject_before_verb(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """What stands before the first finite verb, without an adverbial in front of it."""
    verb = first_finite(tokens, start, end, rules)
    if verb is None:
        return None
    if tokens[start].tag == "sub" and tokens[start].word in rules.subordinators:
        comma = next((at for at in range(verb, end - 1) if tokens[at].text == ","), None)
        if comma and own_clause(tokens, comma + 1, end, rules):  # "When he ran, Ann called and …": Ann
            return subject_before_verb(tokens, comma + 1, end, rules)
    inserted = next((at for at in range(start + 1, verb) if tokens[at].text == ","), None)
    nominal = (
        inserted
        and tokens[inserted - 1].tag in {"noun", "name"}
        and tokens[start].tag in {"art", "name", "noun", "adj", "num"}
    )
    if inserted and nominal and tokens[inserted + 1].tag in {"art", "num"} and verb - start <= _FIRST_SUBJECT:
        rest = [token.word for token in tokens[inserted + 1 : verb]]
        listed_there = not rules.coordinators.isdisjoint(rest) and rules.relatives.isdisjoint(rest)
        if "," not in rest and listed_there:
            return (start, verb)  # "The painter, the baker and the cook left"
    told = inserted == verb - 2 and tokens[verb - 1].word in rules.pronouns and verb + 1 < end
    if inserted and told and nominal and tokens[verb + 1].text == ",":
        return (start, inserted)  # "The pier, she wrote, is old"
    beside = inserted and tokens[verb - 1].text == "," and tokens[inserted + 1].tag in {"prep", "name"}
    if inserted and nominal and (beside or tokens[inserted + 1].tag in {"rel", "pp", "ing", "art", "num"}):
        return (start, inserted)  # "The prison, built in 1981, …", "Shell, for its part, …", "The mayor, Ann Lee, …"
    if verb > start and tokens[verb - 1].word in rules.pronouns:  # "at noon they heard"
        return (verb - 1, verb)
    comma = next((at for at in range(start, verb) if tokens[at].text == ","), None)
    first = tokens[start].word
    fronted = first in rules.prepositions or first in rules.subordinators or tokens[start].tag in FRONTED
    if comma and fronted:
        return subject_before_verb(tokens, comma + 1, end, rules)
    while start < verb and tokens[start].word in rules.coordinators | rules.adverbs:
        start += 1
    opened = next((at for at in range(start + 1, verb) if tokens[at].text == "("), verb)
    shut = next((at for at in range(opened, verb) if tokens[at].text == ")"), verb)
    adverbs = shut < verb and all(token.tag == "adv" for token in tokens[shut + 1 : verb])
    if adverbs and tokens[opened - 1].tag in {"noun", "name"}:
        verb = opened  # "The network (led by two brothers) mainly stole cars": the network
    bad = any(tokens[at].text in {",", ";", "("} or tokens[at].word in rules.relatives for at in range(start, verb))
    stop = verb
    while stop - 1 > start and tokens[stop - 1].tag == "adv" and tokens[stop - 1].word not in rules.worth.hedges:
        if tokens[stop - 2].word in rules.moments:
            break  # "a bear from two thousand years ago"
        stop -= 1
    return (start, stop) if start < verb <= start + _FIRST_SUBJECT and not bad else None


def is_predicate(tokens: list[Token], at: int, begin: int, rules: Rules) -> bool:
    """Whether a conjunction is followed by a finite verb that no auxiliary before it governs."""
    if tokens[at].word == "set" and at + 1 < len(tokens) and tokens[at + 1].word in _AFIRE:
        return False  # "doused her in oil and set alight": whom, stands before
    if tokens[at].tag == "pp" and _narrows(tokens, begin, at, rules):
        return False
    helped = any(
        tokens[j].word in rules.auxiliaries and not _in_closed_relative(tokens, j, at)
        for j in range(max(begin, at - 12), at)
    )
    if not is_finite(tokens, at, rules):  # "killed three people and wounded 14"
        object_follows = at + 1 < len(tokens) and tokens[at + 1].tag in {"num", "art", "pro", "name"}
        told = any(tokens[j].tag == "fin" and tokens[j].word.endswith("ed") for j in range(begin, at))
        told = told and not any(token.word in rules.auxiliaries for token in tokens[begin:at])
        linked = helped and _links(tokens, begin, at, rules)  # "has been a clerk and served in Leeds"
        helped = helped and not linked
        object_follows = object_follows or (
            (told or linked) and tokens[at].tag == "pp" and tokens[min(at + 1, len(tokens) - 1)].tag in {"prep", "to"}
        )
        helped = helped and not _own_object(tokens, at, begin, rules)
        return not helped and tokens[at].word.endswith("ed") and tokens[at].tag in {"pp", "adj"} and object_follows
    if tokens[at].word in rules.auxiliaries | rules.past_alone:
        return True
    last = at + 1 >= len(tokens) or not tokens[at + 1].is_word
    if last and tokens[at].tag != "fin":
        return False  # "a time of beauty and hope"
    third = tokens[at].tag == "fin" and tokens[at].word.endswith("s")
    helped = helped and not _own_object(tokens, at, begin, rules)
    return third or (not helped and (tokens[at].tag == "fin" or not tokens[at].word.endswith("s")))


def _narrows(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether a participle goes on one that narrows a noun down: "bought the cars stolen in York and sold in Leeds"."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag != "prep":
        return False
    return any(
        tokens[j].tag == "pp"
        and tokens[j - 1].tag == "noun"
        and tokens[j + 1].tag == "prep"
        and not any(token.word in rules.auxiliaries for token in tokens[max(begin, j - 4) : j])
        and any(is_finite(tokens, k, rules) for k in range(begin, j - 1))
        for j in range(begin + 2, at - 1)
    )


def _links(tokens: list[Token], begin: int, at: int, rules: Rules) -> bool:
    """Whether the auxiliaries before ``at`` only link a subject with a noun: "has long been one of his allies"."""
    helpers = [j for j in range(max(begin, at - 12), at) if tokens[j].word in rules.auxiliaries | {"been"}]
    last = helpers[-1] if helpers else begin
    behind = next((j for j in range(last + 1, at) if tokens[j].tag != "adv"), at)
    be = tokens[last].word in rules.worth.copulas | {"been"}
    return be and tokens[behind].tag in {"art", "num"} and all(j + 3 > last for j in helpers)


def _in_closed_relative(tokens: list[Token], auxiliary: int, at: int) -> bool:
    """Whether an auxiliary belongs to a relative clause that a comma ends: "what was called a draw, but protested"."""
    opened = any(token.tag == "rel" for token in tokens[max(0, auxiliary - 1) : auxiliary])
    return opened and any(token.text == "," for token in tokens[auxiliary:at])


def _own_object(tokens: list[Token], at: int, begin: int, rules: Rules) -> bool:
    """Whether no passive can be meant, since an object follows: "is allergic to nuts and banned them"."""
    helpers = {token.word for token in tokens[max(begin, at - 12) : at] if token.word in rules.auxiliaries}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return helpers <= rules.worth.copulas and after is not None and after.tag == "pro"


def shared_auxiliary(tokens: list[Token], at: int, begin: int, end: int, rules: Rules) -> Stretch | None:
    """The auxiliary that a participle behind a conjunction shares: "has burned ten acres and destroyed a home"."""
    if end - at < SHORTEST:
        return None
    word, tag = tokens[at].word, tokens[at].tag
    participle = (tag in {"pp", "fin"} and word.endswith(("ed", "en", "t"))) or (tag == "pp" and word in _DONE_TO)
    wanted = "pp" if participle else tag  # "would raise the tax and take effect", "are fixing roads and building"
    if not participle and tag not in {"inf", "ing"}:
        return None
    verb = next((j for j in range(at - 1, begin, -1) if is_finite(tokens, j, rules) and not _member(tokens, j)), None)
    if verb is None or tokens[verb].word not in rules.auxiliaries:
        return None
    if tokens[verb].word in rules.passives and tokens[at + 1].tag == "art" and tokens[at].word.endswith("ed"):
        return None  # "was parted from Ann and carried the torch": no passive
    first = verb + 1
    while first < at and (tokens[first].tag == "adv" or tokens[first].word == "been"):
        first += 1
    if tokens[first].word == "born":
        return None  # "was born in Hull and moved to Leeds"
    nearer = {"inf": "to", "ing": "ing"}.get(wanted)
    if any(token.tag == nearer for token in tokens[first + 1 : at]):
        return None  # "would pay to study the plan and avoid a strike": whose verb it is, cannot be told
    return (verb, first) if tokens[first].tag == wanted and at - first >= SHORTEST else None


def _member(tokens: list[Token], at: int) -> bool:
    """Whether a word may be a participle of a list: "…, destroyed 200 homes and …"."""
    return tokens[at].word.endswith("ed") and tokens[at - 1].text == ","


def auxiliary_in_list(tokens: list[Token], comma: int, owner: int, end: int, rules: Rules) -> Stretch | None:
    """The auxiliary that the members of a list share: "has hired forty officers, bought cars and cut overtime"."""
    conj = next((j for j in range(comma + 2, end - 1) if tokens[j].word in rules.coordinators), None)
    if conj is None or any(subordinates(tokens[j], rules) for j in range(owner + 1, conj)):
        return None
    last = shared_auxiliary(tokens, past_adverbs(tokens, conj + 1, end), owner, end, rules)
    first = shared_auxiliary(tokens, past_adverbs(tokens, comma + 1, end), owner, end, rules)
    return first if first and first == last else None


def shared_participles(tokens: list[Token], stretch: Stretch, rules: Rules) -> tuple[Stretch | None, list[Stretch]]:
    """The auxiliary that a predicate begins with, and the members of the list behind it; None where there is none."""
    start, end = stretch
    helper: Stretch | None = None
    cuts = []
    for at in range(start + SHORTEST, end - 1):
        if subordinates(tokens[at], rules):
            break
        if tokens[at].word in rules.coordinators and tokens[at - 1].text != ",":
            found = shared_auxiliary(tokens, past_adverbs(tokens, at + 1, end), start - 1, end, rules)
        else:
            found = auxiliary_in_list(tokens, at, start - 1, end, rules) if tokens[at].text == "," else None
        if found and found[0] == start:
            helper = found
            cuts.append(at)
    pieces = list(zip([start, *(at + 1 for at in cuts)], [*cuts, end], strict=True))
    return helper, pieces


def also_is(tokens: list[Token], owner: int, at: int, rules: Rules) -> Stretch | None:
    """The verb that two things share that somebody is: "He is a member of the board and a former judge"."""
    verb = first_finite(tokens, owner, at, rules)
    if verb is None or tokens[verb].word not in rules.worth.copulas or at + 2 >= len(tokens):
        return None
    opens = [tokens[j].word in rules.indefinite and tokens[j].tag == "art" for j in (verb + 1, at + 1)]
    alone = all(tokens[j].word not in rules.indefinite and tokens[j].is_word for j in range(verb + 2, at))
    alone = alone and not any(is_finite(tokens, j, rules) for j in range(verb + 1, at))
    subject = subject_before_verb(tokens, owner, at, rules)
    return (verb, verb + 1) if all(opens) and alone and subject and at - verb > SHORTEST else None


def past_adverbs(tokens: list[Token], at: int, end: int) -> int:
    """The place behind the adverbs that begin at ``at``, or behind what commas set off there: "and, like him, ran"."""
    if at < end and tokens[at].text == ",":
        closing = next((j for j in range(at + 2, min(end - 1, at + 7)) if tokens[j].text == ","), None)
        at = closing + 1 if closing and tokens[closing + 1].tag in {"fin", "pp"} else at
    while at < end - 1 and tokens[at].tag == "adv" and tokens[at].word != "there":
        at += 1
    return at + (at < end - 1 and tokens[at].word == "first" and tokens[at + 1].tag in {"fin", "pp"})


def of_another(tokens: list[Token], owner: int, at: int, rules: Rules) -> bool:
    """Whether the verb behind a conjunction is of another number: "Lee says shops are full and is planning a bar"."""
    first = first_finite(tokens, owner, at, rules)
    if first is None or at + 1 >= len(tokens):
        return False
    one, two = tokens[first].word, tokens[at + 1].word
    return (one in rules.of_several and two in rules.of_one) or (one in rules.of_one and two in rules.of_several)


def before_saying(tokens: list[Token], start: int, rules: Rules) -> Stretch | None:
    """Who says what begins at ``start``, as the subject in front of the verb; None where no such verb stands there."""
    verb = start - 1 - (start > 0 and tokens[start - 1].word in rules.that)
    return subject_before_verb(tokens, 0, verb + 1, rules) if verb > 0 and says(tokens[verb], rules) else None


def shares_object(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether two verbs have one object, behind the second: "A car struck and killed a cyclist"."""
    if at + 2 >= end or tokens[at - 1].tag != "fin" or not is_finite(tokens, at - 1, rules):
        return False
    verb = past_adverbs(tokens, at + 1, end)
    plain = tokens[at - 1].word not in rules.auxiliaries and is_finite(tokens, verb, rules) and verb + 1 < end
    return (
        plain and tokens[verb].word not in rules.auxiliaries and tokens[verb + 1].tag in {"art", "num", "name", "pro"}
    )


def further_predicates(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Stretch]:
    """A predicate that begins with its verb, cut where "and" leads to a further one: "sold arms and ran a bank"."""
    start, end = stretch
    for at in range(start + SHORTEST - 1, end - 2):
        verb = past_adverbs(tokens, at + 1, end)
        finite = tokens[verb].tag in {"fin", "pp"} or tokens[verb].word in rules.auxiliaries
        comma = tokens[at].text == "," and (
            tokens[at + 1].tag == "fin"
            or any(
                tokens[j].word in rules.coordinators
                and is_predicate(tokens, past_adverbs(tokens, j + 1, end), verb, rules)
                for j in range(at + 2, end - 2)
            )
        )
        joins = comma or tokens[at].word in rules.coordinators
        if joins and finite and is_predicate(tokens, verb, start, rules):
            if any(subordinates(tokens[j], rules) or tokens[j].word in rules.relatives for j in range(start, at)):
                break
            return [(start, at), *further_predicates(tokens, (at + 1, end), rules)]
    return [stretch]


def listed(tokens: list[Token], owner: int, begin: int, at: int, end: int, rules: Rules) -> tuple[bool, bool]:
    """Whether a comma parts clauses that a conjunction behind it ends, and whether those share a subject.

    "The vote was approved, parties were legalised and exiles returned", "He broke in, took the safe and fled".
    """
    marked = [j for j in range(begin, at) if tokens[j].text == "," or subordinates(tokens[j], rules)]
    verb = first_finite(tokens, begin, at, rules)
    if (
        verb is None
        or (verb == begin == owner)
        or tokens[at - 1].tag == "adv"
        or any(j < verb or subordinates(tokens[j], rules) for j in marked)
    ):
        return False, False
    conj = next((j for j in range(at + 2, end - 1) if tokens[j].word in rules.coordinators), None)
    if conj is None or any(subordinates(tokens[j], rules) for j in range(at, conj)):
        return False, False
    first, last = past_adverbs(tokens, at + 1, end), past_adverbs(tokens, conj + 1, end)
    if is_finite(tokens, first, rules) and is_predicate(tokens, first, begin, rules):
        return False, is_predicate(tokens, last, first, rules) and subject_before_verb(
            tokens, owner, at, rules
        ) is not None
    told = any(is_finite(tokens, j, rules) for j in range(first, conj))  # not "of Ann Lee, Jo Ray and Bo Hill was"
    opens = told and tokens[first].tag in {"art", "name", "noun", "adj", "num", "pro"}
    return begin == owner and opens and own_clause(tokens, conj + 1, end, rules), False
