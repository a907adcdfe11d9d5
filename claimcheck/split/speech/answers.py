"""Sentences in which somebody goes on to speak without a mark: answers of an interview, quotations cut short.

Feeds keep the first marks of a quotation and lose the next, so that "Wir haben …" stands there as if the outlet said
it; German is read here for that, English by ``voices``.
"""

import re
from collections.abc import Iterable, Sequence

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.actors import is_indirect
from claimcheck.split.speech.agents import is_agent_phrase
from claimcheck.split.speech.interviews import find_answers
from claimcheck.split.speech.said import Sentence, is_told, speaks_of_self
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.speech.voice import Voice
from claimcheck.split.speech.voices import find_voices
from claimcheck.split.words.quotes import OPENING_MARKS
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import says_at, verb_positions

__all__ = ["find_going_on"]

_TYPESET = re.compile("[„»«]")
_Blocks = Sequence[Sequence[Sentence]]


def find_going_on(blocks: Iterable[Sequence[Sentence]], held: _Blocks, speakers: Speakers) -> dict[int, Voice]:
    """Where sentences begin in which somebody goes on, each with whose word it is.

    ``blocks`` hold the sentences of an article in order, ``held`` those of questions among its subheadings too. English
    without an interview is read by ``find_voices``.
    """
    rules = speakers.rules
    read = [block for block in blocks if block]
    if not read or not rules.speech_verbs:
        return {}
    if answers := find_answers([block for block in held if block], speakers):
        return answers
    found = _unmarked(read, speakers) if rules.comma_bound else find_voices(read, speakers.text, rules)
    return {start: Voice(words) for start, words in found.items()}


def _person(words: Sequence[Token], speakers: Speakers) -> bool:
    """Whether words name one of the article's people."""
    return any(speakers.people.at(words, at) for at in range(len(words)))


def _unmarked(blocks: _Blocks, speakers: Speakers) -> dict[int, list[Token]]:
    """The sentences that belong to a quotation which lost its marks, up to and behind one that says "wir"."""
    rules = speakers.rules
    found: set[int] = set()
    behind_quotes: list[int] = []
    own = 0  # sentences that say "wir" without marks
    loses = not _TYPESET.search(speakers.text)  # only feeds with straight marks lose some
    for block in blocks:
        speaks = quotes = here = False
        waiting: list[int] = []
        for sentence in block:
            start = sentence.span.start
            if sentence.frame is not None or sentence.quote is not None or any(sentence.quoted):
                speaks = sentence.quote is not None or is_told(sentence, rules)
                quotes = any(sentence.quoted) and speaks
                waiting, here = [], False
            elif not speaks or _about_someone(sentence, speakers):
                continue
            elif here or (loses and speaks_of_self(sentence, rules)):
                found |= {*waiting, start}
                own += speaks_of_self(sentence, rules)
                waiting, here = [], True
            elif _reported(sentence, rules):
                found |= {*waiting}  # between two sentences in reported speech
                waiting = []
            else:
                waiting.append(start)
                behind_quotes += [start] if quotes else []
    lost = behind_quotes if own > 1 else []
    return _unopened(blocks, rules) | {start: [] for start in (*found, *lost)}


def _unopened(blocks: _Blocks, rules: Rules) -> dict[int, list[Token]]:
    """The sentences from one that says "ich" or "wir" on, up to one that only closes a quotation and names its speaker.

    "Ich habe Schmerzen. Das Knie ist kaputt. So geht es nicht mehr“, sagte Meier."
    """
    found: dict[int, list[Token]] = {}
    for block in blocks:
        waiting: list[int] = []
        for sentence in block:
            frame = sentence.frame
            if frame is None and not any(sentence.quoted):
                if waiting or speaks_of_self(sentence, rules):
                    waiting.append(sentence.span.start)
                continue
            unopened = frame is not None and sentence.quoted[0] and sentence.tokens[0].text not in OPENING_MARKS
            if frame is not None and unopened and is_told(sentence, rules):
                found |= dict.fromkeys(waiting, sentence.tokens[slice(*frame.speaker)])
            waiting = []
    return found


def _about_someone(sentence: Sentence, speakers: Speakers) -> bool:
    """Whether a sentence tells of a person, or of a body that takes a stand: "Der frühere Mandatar hilft Meier"."""
    tokens, rules = sentence.tokens, speakers.rules
    front = tokens[: phrase_end(tokens, 0, len(tokens), rules, close=True)]
    reacts = any(token.word in rules.reacting for token in tokens[len(front) :]) and can_speak(front, rules)
    someone = tokens[0].word in rules.definite and len(front) > 1 and is_agent_phrase(front, rules)
    names_teller = any(token.tag == "name" for token in front) and any(
        says_at(tokens, at, rules) for at in range(len(front), len(tokens))
    )  # "Chen Lin, ein 42-Jähriger, sagte es unverblümter"
    return _person(tokens, speakers) or reacts or someone or names_teller


def _reported(sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence is in reported speech by its verb."""
    return is_indirect(sentence.tokens, verb_positions(sentence.tokens, rules), rules, running=False)
