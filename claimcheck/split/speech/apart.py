"""What stands before a verb of saying and is no part of what is said: "Lee sold the yard and said …", "When he …"."""

from claimcheck.split.cutting.own_clauses import of_the_past, own_clause
from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import saying_verb
from claimcheck.split.words.subject_starts import CONTRASTS
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import denies, is_finite, is_subjunctive, says_at, verb_positions

__all__ = [
    "led_apart",
    "of_another",
    "of_others",
    "sayings",
    "says_no_more",
    "second_predicate",
    "stands_apart",
    "with_partner",
]


def stands_apart(tokens: list[Token], start: int, rules: Rules) -> tuple[tuple[int, int], ...]:
    """What stands before a frame and is no part of it: a main clause, joined by a conjunction or a mark."""
    first = rules.subject_first
    if first and start > 4 and tokens[0].word in CONTRASTS and tokens[start - 1].text == ",":
        return ((1, start - 1),) if verb_positions(tokens[1 : start - 1], rules) else ()  # "Although it shut, Lee said"
    if first and start > 2 and tokens[0].word in rules.time_openers and tokens[start - 1].text == ",":
        told = verb_positions(tokens[1 : start - 1], rules) and of_the_past(tokens, 1, start - 1, rules)
        return ((1, start - 1),) if told else ()  # "When he came, Lee said …"
    in_front = first and tokens[0].tag == "prep" and tokens[0].word not in rules.time_openers
    if start < 2 or (
        not in_front
        and (tokens[0].tag in {"sub", "prep"} or tokens[0].word in rules.subordinators | rules.prepositions)
    ):
        return ()
    end = start
    apart = rules.coordinators | (CONTRASTS if first else frozenset())
    while end and (not tokens[end - 1].is_word or tokens[end - 1].word in apart | rules.adverbs):
        end -= 1
    joined = any(tokens[at].word in apart or tokens[at].text in {";", ":", "–", "—", "--"} for at in range(end, start))
    return ((0, end),) if joined and verb_positions(tokens[:end], rules) else ()


def second_predicate(tokens: list[Token], end: int, verb: int, rules: Rules) -> int | None:
    """Where a verb of saying is joined to another of its subject: "Lee sold it and said …"; None where it is not."""
    joint = verb - 1
    while joint > end and tokens[joint].tag == "adv":
        joint -= 1
    joined = joint > end and tokens[joint].word in rules.coordinators
    return joint + 1 if joined and any(is_finite(tokens, j, rules) for j in range(end, joint)) else None


def with_partner(tokens: list[Token], end: int, verb: int, rules: Rules) -> int:
    """Where a speaker is over who speaks with another, behind their age: "Jan Holm, 27, and his wife, Ina Lehr, 26"."""
    if end + 4 >= verb or [tokens[end].text, tokens[end + 1].tag, tokens[end + 2].text] != [",", "num", ","]:
        return end
    if tokens[end + 3].word not in rules.coordinators or any(is_finite(tokens, at, rules) for at in range(end, verb)):
        return end
    stop = verb - (tokens[verb - 1].text == ",")
    return stop - 2 if tokens[stop - 1].tag == "num" and tokens[stop - 2].text == "," else stop


def of_another(tokens: list[Token], start: int, verb: int, rules: Rules) -> bool:
    """Whether the first verb behind a verb of saying is that of a clause joined to it, so that nothing is said."""
    return any(
        tokens[at].text == ","
        and tokens[at + 1].word in rules.coordinators
        and own_clause(tokens, at + 2, verb + 2, rules)
        for at in range(start, verb - 1)
    )


def sayings(tokens: list[Token], start: int, quoted: list[bool], rules: Rules) -> tuple[tuple[int, int], ...]:
    """What is said from ``start`` on, parted where the speaker goes on: "…, und fügte hinzu, dass …"."""
    for at in range(start + 3, len(tokens) - 3):
        joins = tokens[at].word in rules.coordinators or (
            tokens[at].text == "," and tokens[at + 1].word in rules.adding
        )
        if not joins or quoted[at]:
            continue
        if _adds(tokens, at, quoted, rules):
            before = at - 1 if tokens[at - 1].text == "," else at
            return ((start, before), *sayings(tokens, at + 2, quoted, rules))
        verb = next((j for j in (at + 1, at + 2) if says_at(tokens, j, rules) or tokens[j].word in rules.adding), None)
        that = verb and next(
            (j for j in range(verb + 1, min(len(tokens), verb + 7)) if tokens[j].word in rules.that), None
        )
        if that:
            before = at - 1 if tokens[at - 1].text == "," else at
            return ((start, before), *sayings(tokens, that + 1, quoted, rules))
    return ((start, len(tokens)),)


def _adds(tokens: list[Token], at: int, quoted: list[bool], rules: Rules) -> bool:
    """Whether the same speaker says something else, without "that": "…, but said the plan was sound"."""
    apart = tokens[at].word in rules.coordinators and (tokens[at].word == "but" or tokens[at - 1].text == ",")
    if not rules.subject_first or not apart or quoted[at + 1]:
        return False
    told = says_at(tokens, at + 1, rules) and tokens[at + 1].word not in rules.needs_hearer
    told = told and tokens[at + 2].word not in rules.that
    return told and tokens[at + 2].tag in {"art", "pro", "noun", "name", "adj", "num"}


def of_others(tokens: list[Token], start: int, quoted: list[bool], rules: Rules) -> int | None:
    """Where what another says begins behind what one says: "Lee said it leaked, but Park said it was dry"."""
    if not rules.subject_first:
        return None
    joining = rules.coordinators | CONTRASTS
    for at in range(start + 3, len(tokens) - 4):
        joins = tokens[at].word in joining
        if not joins or quoted[at] or quoted[at + 1]:
            continue
        end = phrase_end(tokens, at + 1, len(tokens), rules)
        named = any(token.tag in {"name", "noun"} for token in tokens[at + 1 : end])
        verb = saying_verb(tokens, end, rules) if named else None
        if verb is None or verb >= len(tokens) - 2 or tokens[verb].tag == "inf" or quoted[verb]:
            continue
        if not denies(tokens[at + 1 : verb + 1], rules):
            return at
    return None


def says_no_more(tokens: list[Token], start: int, quoted: list[bool], rules: Rules) -> int | None:
    """Where an English speaker is said to leave it at that: "Lee said that it shut, but gave no details"; else None."""
    framing = rules.framing
    if not rules.subject_first:
        return None
    for at in range(start + 3, len(tokens) - 3):
        if tokens[at].word != "but" or quoted[at]:
            continue
        verb, behind = tokens[at + 1].word, tokens[at + 2 : at + 6]
        none = verb in framing.giving_none and behind[0].word == "no"
        none = none and any(token.word in framing.untold for token in behind)
        silent = verb in rules.auxiliaries and behind[0].word == "not" and behind[1].word in framing.untold
        if none or silent or (verb in framing.declining and behind[0].tag == "to"):
            return at
    return None


def led_apart(
    tokens: list[Token], quoted: list[bool], content: tuple[tuple[int, int], ...], rules: Rules
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """What is said, and the German clause before its colon that is not: "Sie ist zu: „Es tropft“, sagte Meier"."""
    first, *others = content or ((1, 1),)
    if others and first[0] == 0 and tokens[0].word in CONTRASTS and rules.subject_first:
        return tuple(others), (first,)  # "Although it rains, the report says sales rose"
    if not rules.comma_bound or not content or first[0]:
        return content, ()
    colon = next((at for at in range(*first) if tokens[at].text == ":" and not quoted[at]), None)
    if colon is None or colon + 1 >= first[1] or not quoted[colon + 1] or any(quoted[:colon]):
        return content, ()
    verbs = verb_positions(tokens[:colon], rules)
    if not verbs or is_subjunctive(tokens[verbs[0]], rules):
        return content, ()
    return ((colon + 1, first[1]), *others), ((0, colon),)
