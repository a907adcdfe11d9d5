"""Frames whose verb of saying is a participle: "X blocked the road, saying that …", "X was quoted as saying …"."""

from claimcheck.split.cutting.phrases import phrase_end, subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, filled, is_usable, phrase_at
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["as_saying", "speech_beside"]

_FIRST = 3  # tokens that the clause in front has at least
_NEAR = 10  # tokens of a noun phrase before a participle


def as_saying(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X was quoted (by Y) as saying …``, ``Y quoted X as saying …``."""
    at = next((j for j in range(2, len(tokens) - 1) if phrase_at(tokens, j, rules.as_saying)), None)
    verb = None if at is None else next((j for j in range(at - 1, 0, -1) if tokens[j].word in rules.quote_verbs), None)
    if at is None or verb is None or quoted[verb]:
        return None
    start = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].word in rules.that)
    helper = next((j for j in range(verb - 1, 0, -1) if tokens[j].tag != "adv"), verb)
    passive = tokens[helper].word in rules.passives
    found = subject_of(tokens, helper, rules) if passive else (verb + 1, phrase_end(tokens, verb + 1, at, rules))
    if found is None or found[0] == found[1] or not is_usable(tokens, *found, rules):
        return None
    content = filled(((start, len(tokens)),), tokens)
    if not content and quoted[0]:  # "“…,” Lee was quoted as saying"
        content = filled(((0, quoted.index(False)),), tokens)
    return Frame(found, (verb, at + 2), content) if content else None


def speech_beside(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X blocked the road, saying (that) …``, ``X released a statement saying, “…”``: said by the subject in front.

    By the noun right before the participle in ``with X saying that`` and ``relying on studies showing that``.
    """
    if not rules.subject_first:
        return None
    telling = rules.adding | rules.finding_out
    for at in range(_FIRST, len(tokens) - 3):
        voices = tokens[at].word in telling
        if quoted[at] or not voices or not _opens(tokens, quoted, at, rules):
            continue
        start = at + 1
        while start < len(tokens) and (tokens[start].text == "," or tokens[start].word in rules.that):
            start += 1
        if not _told(tokens, at, start, rules):
            continue
        if nearest := _nearest(tokens, at, rules):
            return Frame(nearest, (at, at + 1), filled(((start, len(tokens)),), tokens), _before(tokens, nearest[0]))
        verbs = [verb for verb in verb_positions(tokens[:at], rules) if verb and not quoted[verb]]
        found = subject_of(tokens, verbs[0], rules) if verbs else (0, phrase_end(tokens, 0, at, rules))
        if found is None or not _someone(tokens, found, rules) or not (verbs or tokens[0].tag == "name"):
            continue
        front = (0, at - 1 if tokens[at - 1].text == "," else at)
        return Frame(found, (at, at + 1), filled(((start, len(tokens)),), tokens), (front,))
    return None


def _told(tokens: list[Token], at: int, start: int, rules: Rules) -> bool:
    """Whether a clause follows a participle, right behind it where that only tells what somebody found out."""
    verbs = verb_positions(tokens[start:], rules)
    if not verbs or tokens[at].word not in rules.finding_out or tokens[at + 1].word in rules.that:
        return bool(verbs)
    between = tokens[start : start + verbs[0]]
    return bool(between) and all(token.is_word and token.tag not in {"rel", "sub"} for token in between)


def _nearest(tokens: list[Token], at: int, rules: Rules) -> tuple[int, int] | None:
    """The noun phrase right before a participle that is who says it; None where the subject of the sentence is."""
    begin = next((j for j in range(max(0, at - _NEAR), at) if phrase_end(tokens, j, at, rules) == at), None)
    if begin is None or begin == 0:
        return None
    if tokens[begin - 1].word in rules.bringing:  # "with Lee saying that"
        return (begin, at) if is_usable(tokens, begin, at, rules) else None
    sent = any(token.word in rules.sending for token in tokens[:begin])
    inner = next((j for j in range(begin + 1, at) if tokens[j].tag == "prep"), at)
    document = tokens[inner - 1].word in rules.documents
    return (begin, at) if document and not sent and is_usable(tokens, begin, at, rules) else None


def _before(tokens: list[Token], start: int) -> tuple[tuple[int, int], ...]:
    """What stands before a source that a preposition ties to the sentence."""
    end = start
    while end and (not tokens[end - 1].is_word or tokens[end - 1].word == "with"):
        end -= 1
    return ((0, end),) if end > 1 else ()


def _opens(tokens: list[Token], quoted: list[bool], at: int, rules: Rules) -> bool:
    """Whether what is said begins behind a participle: a comma stands before it, or a quotation or "that" behind."""
    behind = at + 1 + (tokens[at + 1].text == ",")
    return tokens[at - 1].text == "," or tokens[at + 1].word in rules.that or quoted[behind] or _with(tokens, at)


def _with(tokens: list[Token], at: int) -> bool:
    """Whether "with" and somebody stand right before a participle."""
    return "with" in {token.word for token in tokens[max(0, at - _FIRST) : at - 1]} and tokens[at - 1].tag == "name"


def _someone(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a subject can say something; a noun alone with a capital is a name: "Lamb"."""
    said = tokens[slice(*found)]
    lone = len(said) == 1 and said[0].capital and said[0].tag == "noun" and not said[0].word.endswith("s")
    return is_usable(tokens, *found, rules) and (lone or can_speak(said, rules))
