"""Frames whose verb of saying stands in front: "X sagte, dass …", "X said (that) …", "Am Montag sagte X: „…“"."""

from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.cutting.phrases import phrase_end, subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.speech.apart import (
    of_another,
    of_others,
    sayings,
    says_no_more,
    second_predicate,
    stands_apart,
    with_partner,
)
from claimcheck.split.speech.beside import as_saying
from claimcheck.split.speech.frame import SHORT_QUOTE, Frame, filled, is_judged, is_usable
from claimcheck.split.speech.heads_bound import comma_head
from claimcheck.split.words.quotes import SPOKEN_MARKS
from claimcheck.split.words.tellers import can_speak, only_shows
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, denies, is_finite, says_at, verb_positions

__all__ = ["clause_follows", "speech_head"]

_WHEN = frozenset({"when", "after", "before", "once", "while", "if", "although", "as"})
_FAR = 60  # tokens within which a head has its verb
_MET = frozenset({"discovered", "discovers", "discover"})  # verbs that mostly have things for objects
_AIM = 8  # tokens of an infinitive behind a noun
_DESPITE = ([",", "despite", "the"], ["spite", "of", "the"])
_NOT_SAID = frozenset({"to", "of", "for", "by", "from", "as"})


def speech_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X sagte, dass …``, ``X sagte: „…“``, ``X said (that) …``."""
    if rules.as_saying and (frame := as_saying(tokens, quoted, rules)):
        return frame
    found = comma_head if rules.comma_bound else _open_head
    for verb in range(min(len(tokens), _FAR)):
        if not quoted[verb] and (frame := found(tokens, quoted, verb, rules)):
            return frame
    return None


def _open_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the subject comes first: "X said (that) …"."""
    act = act_at(tokens, verb, rules)
    follows = tokens[verb + 1].word if verb + 1 < len(tokens) else ""
    says = says_at(tokens, verb, rules) or act
    finds = tokens[verb].word in rules.that_verbs and not tokens[verb].capital
    foreseen = tokens[verb].word == "find" and tokens[verb - 1].word in rules.auxiliaries  # "will find that it costs"
    if not verb or foreseen or not (says or finds):
        return None
    owned = tokens[verb - 1].word.endswith(("'s", "’s"))
    if (owned or tokens[verb].tag == "noun") and is_judged(tokens, rules):
        return None  # "Lee's claim that crime doubled is false"
    found = subject_of(tokens, verb, rules)
    begin = found[0] if found else verb
    if found is None:
        begin, found = _shared(tokens, verb, rules)
    elif (again := second_predicate(tokens, found[1], verb, rules)) is not None:
        begin = again
    if found is None or quoted[found[0]] or _denied(tokens, *found, verb, rules):
        return None
    start, end = found[0], with_partner(tokens, found[1], verb, rules)
    reported = any(token.word in rules.documents for token in tokens[start:end])
    someone = can_speak(tokens[start:end], rules)
    finding = finds and someone and tokens[verb].word not in _MET  # "The court found the deal was legal"
    clause = finding or tokens[verb].word in rules.clause_verbs
    clause = clause and clause_follows(tokens, verb + 1, rules)
    if not (says or clause or (follows in rules.that and someone) or reported):
        return None  # "two seasons show that"
    ends = tokens[verb].word in {"concluded", "concludes"} and follows not in rules.that
    if ends or only_shows(tokens[start:end], tokens[verb], rules):
        return None  # "The summit concluded today without a word"
    going = tokens[verb].tag == "ing"  # "police are reporting that"
    if not going and any(tokens[j].word in rules.passives for j in range(max(end, verb - 2), verb)):
        return None  # "It is hoped that"
    at = _said_from(tokens, quoted, verb, rules, bare=reported)
    if at is None or not is_usable(tokens, start, end, rules):
        return None
    other = of_others(tokens, at, quoted, rules)
    apart = stands_apart(tokens, begin, rules) + (((other + 1, len(tokens)),) if other else ())
    stop = other or says_no_more(tokens, at, quoted, rules)
    said = tokens if stop is None else tokens[: stop - (tokens[stop - 1].text == ",")]
    content = filled(sayings(said, at, quoted, rules), tokens)
    return Frame((start, end), (verb, verb + 1), content, apart, act=act) if content else None


def _leads_in(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a clause that says when begins what is said: a clause of its own follows behind its comma."""
    if [token.word for token in tokens[at : at + 3]] == ["by", "the", "time"]:
        return True
    commas = [j for j in range(at + 2, len(tokens) - 2) if tokens[j].text == ","]
    return tokens[min(at, len(tokens) - 1)].word in _WHEN and any(
        own_clause(tokens, comma + 1, len(tokens), rules) for comma in commas
    )


def clause_follows(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a subject and its finite verb begin at ``at``: "ruled the plan was legal"."""
    end = phrase_end(tokens, at, len(tokens), rules)
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].word in rules.relatives:
        end = next((j for j in range(end + 2, len(tokens)) if tokens[j].text == ","), end - 1) + 1  # "the man, who …,"
    verb = end
    if at < len(tokens) and tokens[at].word == "there":
        end = verb = at + 1
    marked = verb < len(tokens) and tokens[verb].text in SPOKEN_MARKS
    verb += marked
    while verb < len(tokens) and tokens[verb].tag == "adv":
        verb += 1
    if at < end <= verb < len(tokens) and tokens[verb].tag == "to":  # "suggested failure to act might be the cause"
        near = next((j for j in range(verb, len(tokens)) if not tokens[j].is_word), len(tokens))
        verb = next((j for j in range(verb, min(near, verb + _AIM)) if is_finite(tokens, j, rules)), verb)
    if not at < end <= verb < len(tokens):
        return False
    return (is_finite(tokens, verb, rules) and tokens[verb].tag != "pp") or (marked and tokens[verb].word[-2:] == "ed")


def _denied(tokens: list[Token], start: int, end: int, verb: int, rules: Rules) -> bool:
    """Whether nobody says it, or whoever is named does not: "nobody said", "Lee did not say"."""
    near = verb
    while near > end and tokens[near - 1].is_word:
        near -= 1
    stop = next((at for at in range(start, end) if tokens[at].word in rules.relatives), end)
    return denies(tokens[start:stop], rules) or denies(tokens[near:verb], rules)


def _shared(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, tuple[int, int] | None]:
    """Where a second predicate begins, and the subject it shares: "Lee denied it and said that …"."""
    at = verb - 1
    while at > 0 and (tokens[at].tag == "adv" or tokens[at].word in rules.auxiliaries):
        at -= 1
    if at < 2 or tokens[at].word not in rules.coordinators:
        return verb, None
    first = next((j for j in verb_positions(tokens[:at], rules) if j), None)
    return at + 1, subject_of(tokens, first, rules) if first else None


def _completes_verb(tokens: list[Token], verb: int, start: int, end: int, rules: Rules) -> bool:
    """Whether a quotation without a verb only completes one: "called it “a joke” and left", "declared it “good”"."""
    if any(is_finite(tokens, at, rules) for at in range(start, end)):
        return False
    joined = end < len(tokens) and tokens[end].word in rules.coordinators and tokens[start - 1].is_word
    objects = rules.object_pronouns | rules.it
    hears = tokens[verb].word in rules.needs_hearer
    return joined or (start == verb + 2 and tokens[verb + 1].word in objects and not hears)


def _said_from(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules, *, bare: bool) -> int | None:
    """Where what is said begins: behind "that", at a quotation, else behind the hearer, if a clause follows."""
    for at in range(verb + 1, min(len(tokens), verb + 20)):
        if quoted[at] and not quoted[at - 1]:
            run = next((j for j in range(at, len(tokens)) if not quoted[j]), len(tokens))
            completes = _completes_verb(tokens, verb, at, run, rules)
            if completes or run - at > SHORT_QUOTE:
                return None if completes else at
        if at > verb + 1 and is_finite(tokens, at - 1, rules):
            break
        if tokens[at].word in rules.coordinators and says_at(tokens, min(at + 1, len(tokens) - 1), rules):
            return None  # "demanded higher pay and complained that …": another verb's
        if tokens[at].word in rules.that and at + 1 < len(tokens):
            if at > verb + 1 and tokens[at - 1].tag == "noun" and tokens[at + 1].tag == "fin":
                return None  # "praised the sources that allowed it"
            if [token.word for token in tokens[at - 4 : at - 1]] in _DESPITE:
                return None  # "praised the plan, despite the fact that it failed"
            rest = tokens[at + 1 :]
            verbal = verb_positions(rest, rules) or any(token.tag in {"to", "inf"} for token in rest)
            return at + 1 if verbal and sum(token.is_word for token in rest) > 2 else None
        if tokens[at].text == ":" and at + 1 < len(tokens) and quoted[at + 1]:
            return at + 1
        if tokens[at].text in {";", ".", ":"}:
            break
    at = verb + 1
    skipped = rules.adverbs | rules.relative_days.keys() | rules.weekdays.keys()
    at += at < len(tokens) and tokens[at].word == rules.phrasal.get(tokens[verb].word)
    while at < len(tokens) and (tokens[at].word in skipped or tokens[at].text == ","):
        at += 1
    if at + 2 < len(tokens) and tokens[at].capital and tokens[at + 1].word in rules.pronouns:
        at += 1
    hearer = tokens[verb].word in rules.needs_hearer and at + 1 < len(tokens) and not tokens[at].capital
    if hearer and tokens[at].word in rules.group_nouns | rules.object_pronouns | {"us", "me", "you"}:
        at += 1  # "told police the man ran", "tells us there are 14"
    if tokens[verb].word in {"said", "says"} and _leads_in(tokens, at, rules):
        return at  # "said when she was a child, she read at night"
    while at < len(tokens) and tokens[at].tag == "prep":  # "said in a memo the plan was dead"
        end = phrase_end(tokens, at + 1, len(tokens), rules, close=True)
        at = end if end > at + 1 else len(tokens)
    if at < len(tokens) - 2 and tokens[at].word == "how" and clause_follows(tokens, at + 1, rules):
        return at + 1  # "recalled how the club lost"
    if at >= len(tokens) or tokens[at].word in _NOT_SAID | rules.subordinators | rules.relatives:
        return None
    if tokens[verb].word not in rules.bare_speech_verbs and not bare:
        told = tokens[verb].word in rules.clause_verbs | rules.that_verbs | rules.phrasal.keys()
        return at if told and clause_follows(tokens, at, rules) else None
    end = phrase_end(tokens, at, len(tokens), rules)
    if at < end < len(tokens) and tokens[end].word in rules.infinitive_marks | {"to"}:
        return None  # "told them to stay"
    if tokens[verb].word in {"said", "says"} and at < end < len(tokens) - 1 and tokens[end].tag in {"fin", "pp", "inf"}:
        return at
    plain_said = tokens[verb].word in {"said", "says"} and tokens[at].word in rules.determiners | rules.pronouns
    if plain_said and sum(token.is_word for token in tokens[at:]) > 3:
        return at
    following = verb_positions(tokens[at : at + 25], rules)
    following = [j for j in following if tokens[at + j - 1].tag != "rel" or j == 0]  # "said little of a man who is"
    if following and of_another(tokens, at, at + following[0], rules):
        return None  # "reported poor results, and the firm cut 300 jobs"
    contracted = bool(following) and "’" in tokens[at].word.replace("'", "’")
    return at if following and (following[0] > 0 or contracted) else None
