"""Frames of English headlines, and of what "was said" by nobody named: there it is whoever spoke before.

"Mayor Says Plan Dead", "Plan dead, mayor says", "Police: Man shot"; "Lee, it was said, ran it", "It was found that …".
"""

from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, filled, is_usable
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["speech_impersonal", "speech_title"]

_CLOSING = frozenset("\"”’'")
_LONGEST = 24  # tokens of a headline
_SPEAKER = 6  # tokens of who speaks in one
_LEAST = 3  # tokens of what is said


def speech_title(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Mayor Says Plan Dead``, ``Plan dead, mayor says``, ``Police: Man shot``; no full stop ends a headline.

    In German too: ``Anna Lehr: Die Halle muss weg``.
    """
    last = len(tokens) - 1
    ended = not tokens[last].is_word and tokens[last].text not in _CLOSING
    if not ended and (name := _name_end(tokens, rules)):
        return Frame((0, name), (name, name + 1), ((name + 1, last + 1),))
    if not rules.subject_first or ended or not _LEAST < len(tokens) <= _LONGEST:
        return None
    comma = max((at for at in range(last) if tokens[at].text in {",", ":", "-", "–", "—"}), default=0)
    if tokens[last].word in rules.framing.heading and comma > _LEAST and 1 < last - comma <= _SPEAKER:
        return Frame((comma + 1, last), (last, last + 1), ((0, comma),))
    trailing = comma and tokens[comma].text != "," and last - comma < _LEAST  # "40 ferries unsafe - report"
    if trailing and can_speak(tokens[comma + 1 :], rules):
        named = not any(token.tag in {"fin", "pp"} for token in tokens[comma:])
        return Frame((comma + 1, last + 1), (comma, comma + 1), ((0, comma),)) if named else None
    colon = next((at for at in range(1, _LEAST) if tokens[at].text == ":"), 0)
    if colon and all(token.word in rules.group_nouns | rules.body_words | rules.documents for token in tokens[:colon]):
        return Frame((0, colon), (colon, colon + 1), ((colon + 1, last + 1),))
    return _leading(tokens, quoted, rules)


def _name_end(tokens: list[Token], rules: Rules) -> int:
    """Where the colon stands behind the full name that leads a headline of a whole sentence; 0 where none does."""
    colon = next((at for at in range(2, min(_LEAST + 1, len(tokens))) if tokens[at].text == ":"), 0)
    named = all(token.tag == "name" and token.capital for token in tokens[:colon])
    told = bool(colon) and not tokens[colon + 1].text.startswith(('"', "“", "„", "»"))
    return colon if named and told and tokens[0].word in GIVEN and verb_positions(tokens[colon + 1 :], rules) else 0


def _leading(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """A headline that begins with who speaks: "Berkeley says market back to normal"."""
    verb = next(
        (at for at in range(1, min(_SPEAKER, len(tokens) - _LEAST)) if tokens[at].word in rules.framing.heading), 0
    )
    before = tokens[:verb]
    if not verb or quoted[verb] or verb_positions(before, rules):
        return None
    joined = any(token.text in {",", ":"} or token.tag in {"sub", "rel", "conj"} for token in before)
    shows = tokens[verb].word in rules.framing.showing and not can_speak(before, rules)  # "Storm shows port unsafe"
    if (
        joined
        or shows
        or tokens[verb + 1].tag in {"prep", "to"}
        or before[0].tag in {"prep", "pro"}
        or not is_usable(tokens, 0, verb, rules)
    ):
        return None
    return Frame((0, verb), (verb, verb + 1), ((verb + 1, len(tokens)),))


def speech_impersonal(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Lee, it was said, ran it``, ``It was found that …``: a frame that names nobody."""
    if not rules.subject_first:
        return None
    for at in range(len(tokens) - _LEAST):
        was = tokens[at].word in rules.expletives and tokens[at + 1].word in {"was", "had"}
        if not was or quoted[at]:
            continue
        verb = at + 2
        while verb < len(tokens) - 1 and (tokens[verb].tag == "adv" or tokens[verb].word == "been"):
            verb += 1
        if tokens[verb].word not in rules.framing.was_said:
            continue
        marked = at > 0 and tokens[at - 1].text == "," and tokens[min(verb + 1, len(tokens) - 1)].text == ","
        if marked:
            return Frame((at, at), (verb, verb + 1), ((0, len(tokens)),))
        start = verb + 1 + (tokens[verb + 1].word in rules.that)
        if verb_positions(tokens[start:], rules) and (tokens[verb + 1].word in rules.that or _clause(tokens, start)):
            return Frame((at, at), (verb, verb + 1), filled(((start, len(tokens)),), tokens))
    return None


def _clause(tokens: list[Token], start: int) -> bool:
    """Whether a noun phrase, not a preposition or an infinitive, begins there: "It was found a cell appears"."""
    return tokens[start].tag in {"art", "noun", "name", "pro", "adj", "num"}
