"""Descriptions worded as sentences: "Ann Lee, a nurse of Leeds" → "Ann Lee is a nurse of Leeds".

What describes a noun phrase (an apposition, "whose", a participle) has no finite verb of its own, or none for its noun;
it gets "is", "was" or "’s" where number and case are plain, else it stays as it is.
"""

from dataclasses import replace

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_participles import HELD, LASTING, NO_ACT, NO_STATE, STATIVE
from claimcheck.split.words.nouns import ends_as_plural, noun_phrase_before, says_where
from claimcheck.split.words.quotes import QUOTE_MARKS
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["described", "is_many", "past_of"]

_BRIEF = frozenset({"briefly", "until"})
_EVENTS = words("fight match race game final semi-final semifinal quarter-final quarterfinal bout duel friendly")
_UNCHANGED = words("beat hit hurt shut split spread quit burst cast")  # the same in the past, in which news is told
_NOMINATIVE = frozenset({"ein", "eine", "die", "das"})
_NOMINATIVE_ARTICLES = frozenset({"der", "die", "das", "ein", "eine"})
_OBLIQUE_HEADS = frozenset({"dem", "den", "des", "einem", "einen", "eines", "einer"})


def described(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """The description of a noun phrase as a sentence; None where the unit is none, or its wording is not plain."""
    if len(unit.stretches) != 2 or unit.parts or not unit.presupposed:
        return None
    noun, body = unit.stretches
    alone = noun[1] - noun[0] == 1 and tokens[noun[0]].word in rules.subject_pronouns | {"it"}
    if body[1] - body[0] < 2 or not tokens[body[0]].tag:
        return None
    if not alone and not any(token.tag in {"noun", "name"} for token in tokens[slice(*noun)]):
        return None
    counted = tokens[noun[0]].tag == "num" and (rules.comma_bound or tokens[noun[1] - 1].tag != "noun")
    if (
        counted
        or tokens[noun[0]].tag in {"prep", "fin"}
        or (noun[1] - noun[0] == 1 and tokens[noun[0]].text[:1].isdigit())
    ):
        return None
    times = rules.weekdays.keys() | rules.day_parts
    if all(token.word in times for token in tokens[slice(*noun)]):
        return None  # "Wednesday evening, the owner, Ann Lee, had …"
    if rules.subject_first:
        return _english(tokens, unit, noun, body, rules)
    return _german(tokens, unit, noun, body, rules)


def _english(tokens: list[Token], unit: Unit, noun: Stretch, body: Stretch, rules: Rules) -> Unit | None:
    first = tokens[body[0]]
    settled = first.word == "of" and tokens[body[0] + 1].tag == "name" and tokens[noun[1] - 1].tag == "name"
    if settled and tokens[body[0] - 1].text == ",":
        return _worded(unit, noun, " is from ", (body[0] + 1, body[1]))  # "Ann Lee, of Leeds"
    if first.word == "whose" and any(
        tokens[at].word in rules.subject_pronouns | rules.it and is_finite(tokens, at + 1, rules)
        for at in range(body[0] + 2, body[1] - 1)
    ):
        return None  # "whose jobs it might harm"
    if first.word == "whose":
        mark = "’" if tokens[noun[1] - 1].text.endswith("s") else "’s"
        return _worded(unit, noun, f"{mark} ", (body[0] + 1, body[1]))
    if first.tag == "adv" and is_finite(tokens, body[0] + 1, rules) and tokens[body[0] + 1].tag == "fin":
        return replace(unit, complete=True)  # "the fire, which also left 394 injured"
    if any(tokens[at].word in {"which", "whom"} for at in range(body[0], min(body[0] + 4, body[1]))):
        return None  # "some of which"
    if any(is_finite(tokens, at, rules) and not _inside_relative(tokens, body[0], at) for at in range(*body)):
        return None
    many = is_many(tokens, noun) or tokens[noun[0]].word == "they"
    if first.word == "where":
        dated = tokens[noun[1] - 1].word in rules.moments | rules.time_words
        return None if dated else _at_place(tokens, unit, noun, body)
    led = first.tag == "adv" and body[0] + 1 < body[1]
    form = tokens[body[0] + led]
    if form.tag == "pp" and form.word not in NO_STATE and tokens[body[0] + led + 1].tag not in {"noun", "name"}:
        lasts = form.word in LASTING or (form.word in HELD and _in_present(tokens, body, rules))
        verb = ("are" if many else "is") if lasts else ("were" if many else "was")
        return _worded(unit, noun, f" {verb} ", body)
    if first.word in {"once", "formerly"} and body[1] - body[0] > 2:
        return _worded(unit, noun, " were " if many else " was ", body)
    if first.word == "being" and body[1] - body[0] > 2 and tokens[body[0] + 1].tag == "pp":
        if _in_present(tokens, body, rules):
            return _worded(unit, noun, " are " if many else " is ", body)  # "The bridge being built in York will cost"
        return _worded(unit, noun, " were " if many else " was ", (body[0] + 1, body[1]))
    if first.tag == "ing" or (
        first.word.endswith("ing") and tokens[body[0] + 1].tag in {"art", "prep", "adj", "noun", "name", "num", "to"}
    ):
        return _participle(tokens, unit, noun, body, rules, many=many)
    named = (
        tokens[noun[1] - 1].tag == "name" and first.tag == "noun" and tokens[min(body[0] + 1, body[1] - 1)].word == "of"
    )
    if named and not many and not ends_as_plural(first.word):
        verb = " was " if _is_over(tokens, body, rules) else " is "
        return _worded(unit, noun, verb, body)  # "Ann Lee, owner of two mills"
    if tokens[noun[1] - 1].capital and says_where(tokens, body):
        return _worded(unit, noun, " is ", body)  # "Perro, 15 kilometres north of Leeds"
    phrase = first.word in {"a", "an", "the", "one", "some", "both", "his", "her", "their", "its"}
    if first.tag == "adj" and tokens[body[0] + 1].tag == "prep" and tokens[body[0] - 1].text == ",":
        return _worded(unit, noun, " are " if many else " is ", body)  # "The rule, good for a year"
    owned = first.word.endswith(("'s", "’s")) and first.tag == "name"  # "Leeds's largest mill"
    if (phrase or owned) and any(token.tag == "noun" for token in tokens[slice(*body)]):
        head = next((at for at in range(body[0] + 1, body[1]) if tokens[at].tag == "prep"), body[1])
        many = (many or is_many(tokens, (body[0], head))) and first.word not in {"a", "an", "one"}
        over = _is_over(tokens, body, rules)
        return _worded(unit, noun, f" {('were' if over else 'are') if many else 'was' if over else 'is'} ", body)
    return None


def _is_over(tokens: list[Token], body: Stretch, rules: Rules) -> bool:
    """Whether what describes somebody is over: "briefly chairman before the war", or an event in a story that is."""
    said = tokens[slice(*body)]
    inside = next((at for at, token in enumerate(said) if token.word in {"who", "which", "that", "where"}), len(said))
    head = next((at for at, token in enumerate(said) if at and token.tag == "prep"), len(said))
    event = any(token.word in _EVENTS for token in said[max(0, head - 1) : head])
    told = event and not _in_present(tokens, body, rules)
    return told or any(token.word in _BRIEF for token in said[:inside])


def _in_present(tokens: list[Token], body: Stretch, rules: Rules) -> bool:
    """Whether all verbs of the sentence around a description are of the present."""
    verbs = [at for at in range(len(tokens)) if is_finite(tokens, at, rules) and not body[0] <= at < body[1]]
    verbs = [at for at in verbs if tokens[at].tag == "fin" or tokens[at - 1].text != ","]  # not "…, owned by"
    past = [
        at for at in range(1, len(tokens)) if tokens[at].tag == "pp" and tokens[at - 1].text == ")"
    ]  # "(…) fined him"
    return not past and not any(_told_of_past(tokens, at, rules) for at in verbs)


def _participle(
    tokens: list[Token], unit: Unit, noun: Stretch, body: Stretch, rules: Rules, *, many: bool
) -> Unit | None:
    """``a ring catering to doctors`` → ``a ring catered to doctors``, in the tense of the sentence."""
    finite = [at for at in range(len(tokens)) if is_finite(tokens, at, rules) and not body[0] <= at < body[1]]
    before = [at for at in finite if at < body[0]]
    verb = before[-1] if before else next(iter(finite), None)  # "Police say a boy was shot, marking …": of the past
    if (
        verb is None
        or tokens[body[0]].word in NO_ACT
        or (tokens[body[0]].word == "running" and tokens[body[0] + 1].word in {"from", "until", "to"})
        or tokens[noun[0]].word in rules.pronouns - rules.subject_pronouns
    ):
        return None
    word = tokens[verb].word
    told = _told_of_past(tokens, verb, rules)
    if tokens[body[0]].word in STATIVE and not (told and word not in {"has", "have"}):
        return None
    if told:
        return _worded(unit, noun, f" {_past(tokens[body[0]].word, rules)} ", (body[0] + 1, body[1]))
    return _worded(unit, noun, " are " if many else " is ", body)


def _told_of_past(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether a verb tells of what is over: "ran", "has run"; not "has a mill"."""
    word = tokens[verb].word
    if word in rules.perfects and word in {"has", "have"}:
        return any(token.tag in {"pp", "fin"} or token.word == "been" for token in tokens[verb + 1 : verb + 4])
    return word.endswith("ed") or word in rules.past_forms | rules.past_alone | rules.perfects | _UNCHANGED


def _at_place(tokens: list[Token], unit: Unit, noun: Stretch, body: Stretch) -> Unit | None:
    """``in Leeds, where the firm has a mill`` → ``In Leeds, the firm has a mill``."""
    before = tokens[noun[0] - 1].word if noun[0] else ""
    if any(token.word in {"where", "which", "who"} for token in tokens[body[0] + 1 : body[1]]) or body[1] - body[0] < 3:
        return None
    linked = before if before in {"in", "at", "on", "near", "inside", "outside"} else "in"
    if before not in {"in", "at", "on", "near"} and not (tokens[noun[0]].tag == "name" or tokens[noun[0]].tag == "art"):
        return None
    return replace(unit, parts=(f"{linked.capitalize()} ", noun, ", ", (body[0] + 1, body[1])), complete=True)


def _past(word: str, rules: Rules) -> str:
    """The past of a verb given in "-ing": "catering" → "catered", "making" → "made"."""
    if word in rules.naming.pasts:
        return rules.naming.pasts[word]
    stem = word.removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


def past_of(tokens: list[Token], stretch: Stretch, rules: Rules) -> tuple[Stretch | str, ...] | None:
    """A participle with what belongs to it as a predicate of the past: "shooting and killing a man" → "shot and …".

    None where it is a passive or only says how something was.
    """
    start, end = stretch
    if tokens[start].word in NO_ACT | {"being"} or tokens[start].tag != "ing":
        return None
    parts: list[Stretch | str] = []
    begin = start
    for at in range(start, end):
        joined = at > start and tokens[at].tag == "ing" and tokens[at - 1].word in rules.coordinators
        if at != start and not joined:
            continue
        if begin < at:
            parts.append((begin, at))
        parts.append(f" {_past(tokens[at].word, rules)} ")
        begin = at + 1
    return (*parts, (begin, end)) if begin < end else None


def _inside_relative(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a verb belongs to a relative clause behind the describing noun: "a body that can issue bonds"."""
    return any(
        token.tag in {"rel", "sub"} or token.word in {"that", "who", "which", "whose", "where"}
        for token in tokens[start:at]
    )


def is_many(tokens: list[Token], noun: Stretch) -> bool:
    """Whether a noun phrase is plural; a title in quotation marks is not: "“Trams and Buses” was written"."""
    if tokens[noun[1] - 1].text in QUOTE_MARKS | {"'"} and not tokens[noun[0]].is_word:
        return False
    end = next((at for at in range(noun[0] + 1, noun[1]) if tokens[at].word == "of"), noun[1])
    last = tokens[end - 1]  # "festivals of the coast": more than one
    if any(token.word == "and" for token in tokens[slice(*noun)]):
        return True
    return last.tag == "noun" and ends_as_plural(last.word)


def _german(tokens: list[Token], unit: Unit, noun: Stretch, body: Stretch, rules: Rules) -> Unit | None:
    first = tokens[body[0]]
    if any(is_finite(tokens, at, rules) and tokens[at].tag == "fin" for at in range(*body)):
        return None
    head = tokens[noun[0]].word
    if head in {"einer", "eine", "eines"} and tokens[noun[0] + 1].tag == "prep" and first.word in {"ein", "eine"}:
        return _worded(unit, noun, " ist ", body)  # "einer aus der Gruppe, ein Fischer"
    inside = head == "der" and noun[0] > 0 and tokens[noun[0] - 1].tag in {"noun", "name", "prep"}
    if inside and first.word in {"ein", "eine"}:  # "der Chef der Bande, ein Mann": behind a genitive, or a dative
        wider = noun_phrase_before(tokens, 0, noun[0], rules) if tokens[noun[0] - 1].tag == "noun" else None
        if wider is None or tokens[wider[0]].word not in _NOMINATIVE_ARTICLES:
            return None
        noun, head = (wider[0], noun[1]), tokens[wider[0]].word
        unit = replace(unit, stretches=(noun, body))
    if (
        head in _OBLIQUE_HEADS
        or head in rules.his
        or any(token.word in {"und", "oder"} for token in tokens[slice(*noun)])
    ):
        return None
    if head == "der" and any(token.word in {"die", "eine"} for token in tokens[body[0] : body[0] + 1]):
        return None  # "der Sonde, eine …": another case
    if head == "die" and first.word in {"das", "ein"}:
        return None
    main = next((token for token in tokens[slice(*noun)] if token.tag == "noun"), None)
    told = next((token for token in tokens[slice(*body)] if token.tag == "noun"), None)
    many = any(each is not None and each.word.endswith("en") for each in (main, told))
    if head == "die" and first.word == "die" and many:
        return None  # "die Eigentümer, die Gesellschaften": more than one
    if tokens[body[1] - 1].tag in {"adv", "sep", "inf"}:
        return None  # "…, die Gesellschaften nicht"
    following = tokens[body[0] + 1]
    single = tokens[noun[0]].tag == "name" or head in {"der", "die", "das", "ein", "eine"}
    if first.word in _NOMINATIVE and single and following.tag in {"noun", "adj", "art"}:
        return _worded(unit, noun, " ist ", body)
    if first.word in {"eine", "einer"} and following.word == "der" and single:
        return (
            _worded(unit, noun, " ist eine ", (body[0] + 1, body[1]))
            if first.word == "einer" and head == "die"
            else (_worded(unit, noun, " ist ", body))
        )
    if first.word == "einem" and following.tag == "noun" and not following.word.endswith("en") and single:
        return _worded(unit, noun, " ist ein ", (body[0] + 1, body[1]))
    return None


def _worded(unit: Unit, noun: Stretch, between: str, body: Stretch) -> Unit:
    return replace(unit, parts=(noun, between, body), complete=True)
