"""Whose word it is that is passed on without a subject: "Aus dem Amt hieß es", "Von Meier war zu erfahren, dass …"."""

from dataclasses import replace

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import says_at

__all__ = [
    "is_heard",
    "is_time",
    "place_behind",
    "read_in",
    "relayed_by",
    "shown_by",
    "source_phrase",
    "source_place",
    "told_in",
]

_YIELDS = frozenset({"ergab", "ergaben", "ergibt", "zeigt", "zeigte", "zeigen", "zeigten", "belegt", "belegen"})
_READ = frozenset({"lautet", "lautete", "lauteten"})
_LETTERS = ("mitteilung", "meldung", "nachricht", "erklärung", "bericht", "schreiben")
_PLACES = ("website", "webseite", "homepage", "internetseite", "plakat", "plakaten", "flugblatt", "banner")
_TIMES = frozenset({"sommer", "winter", "herbst", "frühjahr", "frühling", "jahr", "monat", "woche", "regel", "folge"})
_LEAST = 4  # tokens from "wurde" to "mitgeteilt" with a source
_SIDES = frozenset({"seiten"})  # "von Seiten der Stadt"


def is_heard(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether something is to be heard or read: "war zu erfahren"."""
    if not rules.comma_bound or not at or tokens[at].word not in rules.framing.heard or tokens[at - 1].word != "zu":
        return False
    clause = _clause_before(tokens, at)
    after = tokens[at + 1 : at + 2]
    return any(token.word in rules.framing.being for token in tokens[clause:at] + after)


def relayed_by(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int] | None:
    """Who passed on what "was said" or "is to be read": "Aus dem Amt wurde bestätigt, dass …"; None for none."""
    clause = _clause_before(tokens, verb)
    helper = next((at for at in range(clause, verb) if tokens[at].word in rules.passives | rules.framing.being), None)
    if helper is None:
        return None
    found = source_place(tokens, helper, verb, rules, clause=clause)
    if found is None and is_heard(tokens, verb, rules) and tokens[clause].word in {"dem", "den", "der"}:
        end = phrase_end(tokens, clause, helper, rules)
        found = (clause, end) if end == helper and can_speak(tokens[clause:end], rules) else None
    return found if found and can_speak(head_of(tokens[slice(*found)], rules), rules) else None


def _clause_before(tokens: list[Token], at: int) -> int:
    """Where the clause of a word begins."""
    return max((j + 1 for j in range(at) if tokens[j].text in {",", ":", ";"}), default=0)


def source_place(tokens: list[Token], second: int, verb: int, rules: Rules, clause: int = 0) -> tuple[int, int] | None:
    """The source of what "is said", before the verb or behind it: "In dem Papier heißt es", "Es hieß aus Kreisen".

    Empty where nothing but "es" says it: whoever spoke before.
    """
    plain = None
    for at in (*range(clause, second), *range(second + 1, len(tokens))):
        if tokens[at].text in {",", ":"} and at > verb:
            break
        found = source_phrase(tokens, at, second if at < second else len(tokens), rules)
        if found and can_speak(head_of(tokens[slice(*found)], rules), rules):
            return found
        plain = plain or found
    pronoun = any(token.word in rules.expletives for token in tokens[: verb + 3])
    return plain or ((verb, verb) if pronoun else None)


def place_behind(tokens: list[Token], at: int, rules: Rules) -> tuple[int, int]:
    """The source behind "hieß es", up to the next mark, one who can speak first; empty where none is named."""
    plain = None
    while at < len(tokens) - 1 and tokens[at].is_word:
        found = source_phrase(tokens, at, len(tokens), rules)
        if found and can_speak(head_of(tokens[slice(*found)], rules), rules):
            return found
        plain = plain or found
        at += 1
    return plain or (at, at)


def source_phrase(tokens: list[Token], at: int, stop: int, rules: Rules) -> tuple[int, int] | None:
    """The noun phrase behind a preposition that may name where something is said; None where it tells when."""
    if tokens[at].word not in rules.source_places or at + 1 >= stop or is_time(tokens[at + 1], rules):
        return None
    start = at + 1 + (tokens[at + 1].word in _SIDES)
    end = phrase_end(tokens, start, stop, rules, close=True)
    return (start, end) if end > start else None


def is_time(token: Token, rules: Rules) -> bool:
    """Whether a word names a day, a month or a part of the day."""
    word = token.word
    return word in rules.weekdays or word in rules.months or word[:1].isdigit() or word.endswith(rules.day_parts)


def shown_by(tokens: list[Token], verb: int, right: int, rules: Rules) -> bool:
    """Whether a study or a poll stands right behind a verb: "…, ergab eine Umfrage", "…, lautete die Mitteilung"."""
    told = tokens[verb + 1 : phrase_end(tokens, verb + 1, right, rules, close=True)]
    if tokens[verb].word in _READ:
        return any(token.word.endswith(_LETTERS) for token in told)
    return tokens[verb].word in _YIELDS and any(
        token.word in rules.documents or token.word.endswith(rules.naming.surveys) for token in told
    )


def told_in(tokens: list[Token], start: int, end: int, rules: Rules) -> tuple[int, int] | None:
    """The source of a passive behind what is said: "…, wurde in einer Mitteilung erklärt"; None where it is none."""
    if not rules.comma_bound or end - start < _LEAST or tokens[start].word not in rules.passives:
        return None
    announced = tokens[end - 2].word == "bekannt" and tokens[end - 1].word in {"gegeben", "gemacht"}
    if not (announced or (tokens[end - 1].tag in {"pp", "sep"} and says_at(tokens, end - 1, rules))):
        return None
    found = source_phrase(tokens, start + 1, end - 1, rules)
    named = found is not None and any(token.word.endswith(_LETTERS) for token in tokens[slice(*found)])
    return found if named or (found and can_speak(head_of(tokens[slice(*found)], rules), rules)) else None


def read_in(tokens: list[Token], frame: Frame, rules: Rules) -> Frame:
    """The frame with the document in front of "heißt es" for its source: "Auf der Website des Amts heißt es, dass"."""
    cue = frame.cue[0]
    named = frame.speaker[0] < frame.speaker[1] or tokens[cue].word not in rules.impersonal
    if named or tokens[0].word not in rules.source_places | {"auf"}:
        return frame
    end = phrase_end(tokens, 1, cue, rules, close=True)
    told = tokens[1:end]
    page = any(token.word.endswith(_PLACES) for token in told) or (
        tokens[0].word == "in" and told[-1:] and told[-1].tag == "noun"
    )
    if not (can_speak(told, rules) or page) or is_time(told[-1], rules) or told[-1].word in _TIMES:
        return frame
    that = next((at for at in range(cue, len(tokens) - 1) if tokens[at].word in rules.that), None)
    content = ((that + 1, len(tokens)),) if that is not None and frame.content[0][0] == 0 else frame.content
    return replace(frame, speaker=(1, end), content=content)
