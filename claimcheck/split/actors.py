"""Who acts: the noun phrase before a verb, or behind it where an adverbial stands in front."""

from claimcheck.split.frame import MARKS, Frame, phrase_at, speaker_end
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.speakers import Speaker, Speakers
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite
from claimcheck.split.when import is_over

__all__ = ["find_actor", "find_announcer", "find_cited", "is_hearsay"]

_LONGEST = 12  # tokens an actor may have
_FRONT = 16  # tokens an adverbial in front may have


def find_actor(tokens: list[Token], verb: int, speakers: Speakers, rules: Rules) -> Speaker | None:
    """Who does what the verb at ``verb`` says; None where that is not a person or body."""
    end = next((at for at in range(verb) if tokens[at].word in rules.auxiliaries), verb)
    helper = end
    while end and (tokens[end - 1].word in rules.adverbs or not tokens[end - 1].is_word):
        end -= 1
    begin = max((at + 1 for at in range(end) if tokens[at].text in MARKS - {",", "-"}), default=0)
    subject = tokens[begin:end]
    adverbial = any(token.word in rules.deictics | rules.earlier_words for token in tokens[end:helper])
    if adverbial and rules.clauses is Clauses.COMMA_BOUND:
        subject = []  # "Zwei Wochen zuvor hatte …"
    if _names_actor(subject, rules):
        return speakers.resolve(_head(subject))
    fronted = helper - begin <= _FRONT and rules.clauses is Clauses.COMMA_BOUND
    behind = _phrase(tokens, helper + 1, rules) if fronted else []
    return speakers.resolve(behind) if _names_actor(behind, rules) else None


def find_announcer(tokens: list[Token], speakers: Speakers, rules: Rules) -> Speaker | None:
    """Who said the sentence before, where this one tells: "Das teilte die Polizei mit", "This was said by Ann Lee"."""
    if len(tokens) < 4 or tokens[0].word not in rules.pointing or rules.clauses is not Clauses.COMMA_BOUND:
        return None
    shown = tokens[1].word in {"geht", "ging"} and tokens[2].word == "aus"  # "Das geht aus dem Bericht hervor"
    if not shown and tokens[1].word not in rules.speech_verbs | rules.telling_verbs:
        return None
    found = _phrase(tokens, 3 if shown else 2, rules)
    return speakers.resolve(found) if found else None


def find_cited(tokens: list[Token], frame: Frame, speakers: Speakers, rules: Rules) -> Speaker | None:
    """The source that a channel names outside what it passes on: "berichtet unter Berufung auf Diplomaten, …"."""
    for at in range(len(tokens)):
        length = phrase_at(tokens, at, rules.citing)
        if length and not any(a <= at < b for a, b in frame.content):
            end = speaker_end(tokens, at + length, rules)
            return speakers.resolve(tokens[at + length : end]) if end > at + length else None
    return None


def _names_actor(subject: list[Token], rules: Rules) -> bool:
    """Whether a stretch can name who acts: a noun phrase with a name or a noun, no adverbial."""
    if not 0 < len(subject) <= _LONGEST or not any(token.capital for token in subject):
        return False
    first = subject[0].word
    if first in rules.prepositions | rules.adverbs | rules.not_speakers | rules.deictics | rules.subordinators:
        return False
    if first in rules.pronouns:
        return len(subject) == 1
    last = subject[-1]
    if rules.clauses is Clauses.COMMA_BOUND and not (last.capital or last.text in ')"“”«'):
        return False  # "Gut zwei Wochen zuvor"
    return not any(is_finite(subject, at, rules) for at in range(1, len(subject)) if not subject[at].capital)


def _head(subject: list[Token]) -> list[Token]:
    """A subject without what is put behind it between commas, unless that names it."""
    comma = next((at for at in range(1, len(subject)) if subject[at].text == ","), None)
    return subject if comma is None or any(token.capital for token in subject[comma:]) else subject[:comma]


def _phrase(tokens: list[Token], start: int, rules: Rules) -> list[Token]:
    """The noun phrase that begins at ``start``: small words, then capitalised ones; a person may follow an office."""
    at = start
    if at < len(tokens) and tokens[at].word in rules.prepositions | rules.adverbs | rules.pronouns:
        return []
    while at < len(tokens) and at - start < 4 and tokens[at].is_word and not tokens[at].capital:
        at += 1
    while at < len(tokens) and tokens[at].capital and tokens[at].is_word:
        at += 1
    if at <= start or not tokens[at - 1].capital:
        return []
    if at < len(tokens) and tokens[at].word in {"um", "von", "vom", "der", "des"}:
        return tokens[start:at] + (
            _phrase(tokens, at + 1, rules) and tokens[at : at + 1] + _phrase(tokens, at + 1, rules)
        )
    return tokens[start:at]


def is_hearsay(tokens: list[Token], rules: Rules) -> bool:
    """Whether a sentence is someone's word by its wording: "allegedly", "soll gesagt haben"."""
    for token in tokens:
        if token.word not in rules.hearsay:
            continue
        if token.word not in rules.auxiliaries:
            return True
        if is_over(tokens, rules):  # "soll" is hearsay only about what is over
            return True
    return False
