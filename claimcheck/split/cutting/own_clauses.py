"""Clauses with a subject and a verb of their own, in a language where the subject precedes its verb: English."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import NOMINAL, ends_as_plural
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["awaits_verb", "never_came", "of_the_past", "opens_clause", "own_clause", "spliced", "subordinates"]

_MARKS = frozenset(",;:—–")
_ONE_BODY = frozenset({"police", "works", "headquarters", "barracks", "means", "crossroads"})  # "the works was sold"
_SUBJECT = 10  # tokens between a conjunction and the verb of its clause


def subordinates(token: Token, rules: Rules) -> bool:
    """Whether a word opens a subordinate clause; "as" and "since" may be prepositions."""
    return token.word in rules.subordinators and token.tag in {"", "sub", "rel", "art", "adv"}


def own_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a subject and its finite verb follow within a few words, with no mark between them."""
    start += start + 1 < end and tokens[start].word in rules.coordinators - rules.alternatives
    while start < end and _adverbial(tokens, start, rules) and not is_finite(tokens, start, rules):
        start += 1 + (start + 1 < end and tokens[start + 1].text == ",")
    if start >= end or tokens[start].word in rules.relatives | rules.subordinators:
        return False
    if tokens[start].word in rules.prepositions | {"according"}:  # "and according to the police, the man …"
        comma = next((at for at in range(start, min(end, start + 12)) if tokens[at].text == ","), None)
        if comma and comma + 1 < end and not any(is_finite(tokens, at, rules) for at in range(start, comma)):
            start = comma + 1
            if tokens[start].word in rules.coordinators | rules.relatives | rules.subordinators:
                return False  # "because of the rain, and trains were", "and in Leeds, which was"
        elif (subject := _behind_time(tokens, start, end, rules)) is not None:
            start = subject
    start += start + 1 < end and tokens[start].text in '"“'
    first = tokens[start]
    if first.word == "first" and tokens[min(start + 1, end - 1)].tag in {"fin", "pp"}:
        return False  # "was planned in May and first shown in June"
    if first.tag == "ing" and start > 1 and tokens[start - 2].text == "," and _is_subject(tokens, start, end, rules):
        return True
    if first.tag == "ing" and tokens[min(start + 1, end - 1)].tag in {"art", "pro", "", "prep", "num", "to"}:
        return False  # "before seeing “this was lost”"
    if first.word in rules.prepositions or not first.is_word or is_finite(tokens, start, rules) or first.tag == "inf":
        return False
    if (
        first.tag == "adj"
        and start > 1
        and tokens[start - 2].tag == "adj"
        and tokens[start - 1].word in rules.coordinators
        and not _is_told(tokens, start - 2, rules)
    ):
        return False  # "a team of Norwegian and Swedish skaters"
    parting = _MARKS | rules.subordinators | (rules.coordinators - {"as"})
    for at in range(start + 1, min(end, start + 1 + _SUBJECT)):
        joins = (
            tokens[at].word == "and"
            and at + 1 < len(tokens)
            and tokens[at - 1].tag in NOMINAL
            and tokens[at + 1].tag in {"art", "name", "pro", "noun", "num"}
            and not (tokens[at + 1].tag == "pro" and at + 2 < end and is_finite(tokens, at + 2, rules))
        )
        if joins:
            continue
        if tokens[at].text == "," and at + 1 < end and tokens[at - 1].tag == tokens[at + 1].tag == "name":
            continue  # "while Fry, Cole and others …"
        if tokens[at].word in parting:
            return False
        if tokens[at].word in rules.subject_pronouns and tokens[at - 1].tag in NOMINAL:
            return False  # "as a debt he must repay"
        if is_finite(tokens, at, rules):
            return end - at >= 2 and _can_have(tokens, start, at, rules)
    return False


def awaits_verb(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether the clause has had no verb of its own yet: "The fires, which killed 44 people, destroyed …"."""
    verbs = [j for j in range(start, at) if is_finite(tokens, j, rules)]
    return all(any(each.tag == "rel" for each in tokens[max(start, j - 3) : j]) for j in verbs)


def _can_have(tokens: list[Token], start: int, verb: int, rules: Rules) -> bool:
    """Whether what begins at ``start`` can be a verb's subject: not "soon" of "soon sold", nor "cities" of "was"."""
    subject = tokens[start:verb]
    linked = verb + 1 < len(tokens) and tokens[verb + 1].tag in {"prep", "to"}
    if linked and all(token.tag == "adv" and token.word not in rules.deictics | {"there"} for token in subject):
        return False
    noun = subject[-1]
    plain = all(token.tag in {"art", "adj", "adv", "noun", "num"} and token.is_word for token in subject)
    several = plain and noun.tag == "noun" and not noun.capital and ends_as_plural(noun.word)
    several = several and not noun.word.endswith("ics") and not (subject[0].tag == "art" and noun.word in _ONE_BODY)
    return not (several and tokens[verb].word in {"was", "is", "has"} and not any(t.tag == "num" for t in subject))


def _is_subject(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether what someone does is what a clause is about: "…, and telling its cost is hard"."""
    for at in range(start + 2, min(end - 1, start + _SUBJECT + 1)):
        if not tokens[at].is_word or tokens[at].tag in {"conj", "sub", "rel", "inf"}:
            return False
        if is_finite(tokens, at, rules):
            return tokens[at].word in rules.of_one
    return False


def _is_told(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether an adjective is what a clause says of its subject: "was still weak", not "was a weak"."""
    while at > 0 and tokens[at - 1].tag == "adv":
        at -= 1
    return at > 0 and tokens[at - 1].word in rules.worth.copulas


def _behind_time(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where the subject begins behind a day or a number in front: "on Tuesday 30 men were hurt"."""
    if start == 0 or (
        tokens[start - 1].tag != "conj"
        and tokens[start - 1].text not in {"–", "-", "—"}
        and (start < 2 or tokens[start - 2].text != ",")
    ):
        return None
    dated = rules.weekdays.keys() | rules.months.keys()
    for at in range(start + 2, min(end - 2, start + 7)):
        if not tokens[at - 1].is_word or is_finite(tokens, at - 1, rules):
            return None
        timed = tokens[at - 1].word in dated and not tokens[at].text[:1].isdigit()
        counted = tokens[at - 1].tag == "noun" and any(token.tag == "num" for token in tokens[start:at])
        opens = tokens[at].tag == "art" or (timed and tokens[at].tag in {"num", "name", "noun", "adj", "adv"})
        if (timed or counted) and opens:
            return at
    return None


def _adverbial(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether an adverb stands in front of a clause: "however, the town", "also"."""
    apart = at + 1 < len(tokens) and tokens[at + 1].text == "," and tokens[at].tag == "adv"
    return tokens[at].word in rules.adverbs or apart


def of_the_past(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether the first finite verb is of the past: what is told of a time that was, not a condition."""
    verb = next((tokens[j].word for j in range(start, end) if is_finite(tokens, j, rules)), "")
    if (
        start + 2 < end
        and tokens[start].word in rules.it
        and tokens[start + 2].tag in {"to", "prep"}
        and verb == "came"
    ):
        return False  # "when it came to buying helmets"
    return (verb in rules.past_forms | rules.past_alone or verb.endswith("ed")) and verb not in rules.worth.conditional


def never_came(tokens: list[Token], opener: int, end: int, rules: Rules, begin: int | None = None) -> bool:
    """Whether a clause tells what it never came to: "before he could be arrested", "would be dead before she was 30".

    ``begin``: where the clause that it depends on begins.
    """
    if tokens[opener].word not in rules.ahead_of:
        return False
    supposing = rules.worth.conditional | rules.possible | (rules.ahead_words & rules.auxiliaries)
    known = tokens[min(opener + 1, end - 1)].word not in rules.subject_pronouns | rules.it
    before = tokens[begin:opener] if begin is not None else []
    aim = max((at for at, token in enumerate(before) if token.tag == "to"), default=None)
    wished = aim is not None and not any(is_finite(before, at, rules) for at in range(aim, len(before)))
    wished = wished and not known  # "hoped to marry before he was 30"
    if wished or any(token.word in supposing for token in before):
        return not known or not of_the_past(tokens, opener + 1, end, rules)
    verb = next((tokens[at].word for at in range(opener + 1, end) if is_finite(tokens, at, rules)), "")
    return verb in rules.possible


def spliced(tokens: list[Token], begin: int, at: int, end: int, rules: Rules) -> bool:
    """Whether main clauses are strung by commas: a pronoun, then at once a verb; never behind a condition."""
    begin += not tokens[begin].is_word
    begin += 2 * (tokens[begin].tag == "adv" and tokens[begin + 1].text == ",")  # "Moreover, if it rains, it floods"
    opening = tokens[begin].word
    if opening in rules.subordinators | rules.auxiliaries | rules.prepositions:
        return False
    return (
        at + 2 < end
        and tokens[at + 1].word in rules.pronouns | {"another", "others"}
        and is_finite(tokens, at + 2, rules)
    )


def opens_clause(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word opens a clause; "that" does not before the noun it points at: "did not report that detail"."""
    points = tokens[at].tag == "art" and at + 1 < len(tokens) and tokens[at + 1].tag == "noun"
    after = at + 2 < len(tokens) and is_finite(tokens, at + 2, rules)
    if tokens[at].word in rules.separable and at + 1 < len(tokens) and tokens[at + 1].tag == "ing":
        return False  # "while driving north" has no clause of its own
    if at + 1 < len(tokens) and (
        tokens[at + 1].word in rules.of_words or (tokens[at].word in rules.prepositions and tokens[at + 1].tag == "num")
    ):
        return False  # "because of the rain", "since 2008"
    if tokens[at].word in rules.as_reported and not own_clause(tokens, at + 1, len(tokens), rules):
        return False  # "was described as a back injury"
    return subordinates(tokens[at], rules) and not (points and not after)
