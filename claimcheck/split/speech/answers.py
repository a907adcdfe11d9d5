"""German sentences in which somebody goes on to speak without a mark: answers of an interview, quotations cut short.

Feeds keep the first marks of a quotation and lose the next, so that "Wir haben …" stands there as if the outlet said
it. In an interview all that stands between two questions is the answer of the one who was asked.
"""

import re
from collections.abc import Iterable, Sequence

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.actors import is_indirect
from claimcheck.split.speech.agents import is_agent_phrase
from claimcheck.split.speech.said import Sentence
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.speech.voices import find_voices
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, says_at, verb_positions

__all__ = ["find_going_on"]

_INTERVIEW = re.compile(r"interview|im gespräch|rede und antwort|fragen an\b|nachgefragt", re.IGNORECASE)
_TYPESET = re.compile("[„»«]")
_LABEL = 5  # tokens that a name in front of an answer has at most
_LEAST = 2  # questions of an interview
_ANSWER = frozenset({"antwort", "a"})
_OWN = frozenset({"ich", "wir", "mir", "mich", "uns", "mein", "meine", "meinen", "meinem", "meiner", "unser", "unsere"})
_OWN_WORDS = _OWN | {"unseren", "unserem", "unserer"}
_Blocks = Sequence[Sequence[Sentence]]


def find_going_on(blocks: Iterable[Sequence[Sentence]], speakers: Speakers) -> dict[int, list[Token]]:
    """Where sentences begin in which somebody goes on, each with the words that name who it is.

    No words: it is whoever spoke last. ``blocks`` hold the sentences of an article in order.
    """
    rules = speakers.rules
    read = [block for block in blocks if block]
    if not read or not rules.ordinal_dots:
        return find_voices(read, speakers.text, rules) if read else {}
    return _labelled(read, speakers) or _asked(read, speakers) or _unmarked(read, speakers)


def _label(block: Sequence[Sentence]) -> list[Token]:
    """The words before the colon with which an answer or a question begins: "Ina Meier: Das ist so."; else none."""
    tokens = block[0].tokens
    colon = next((at for at in range(1, min(_LABEL + 1, len(tokens) - 2)) if tokens[at].text == ":"), None)
    if colon is None or block[0].quoted[colon + 1] or not all(token.capital for token in tokens[:colon]):
        return []
    return tokens[:colon]


def _person(words: Sequence[Token], speakers: Speakers) -> bool:
    """Whether words name one of the article's people."""
    return any(speakers.people.at(words, at) for at in range(len(words)))


def _questions(blocks: _Blocks) -> list[int]:
    """The blocks that end in a question which nobody in the text is said to have asked."""
    return [at for at, block in enumerate(blocks) if block[-1].question and not block[-1].quoted[0]]


def _labelled(blocks: _Blocks, speakers: Speakers) -> dict[int, list[Token]]:
    """The answers that have the name of who gives them in front."""
    labels = [_label(block) for block in blocks]
    named = [at for at, label in enumerate(labels) if label and _person(label, speakers)]
    questions = _questions(blocks)
    several = len({" ".join(token.word for token in label) for label in labels if label}) > 1
    if not named or not (several or questions or len(named) > _LEAST):
        return {}
    found: dict[int, list[Token]] = {}
    speaker: list[Token] = []
    for at, block in enumerate(blocks):
        if labels[at] or at in questions:
            speaker = labels[at] if at in named else []
        if speaker:
            found.update({sentence.span.start: speaker for sentence in block if not sentence.question})
    return found


def _asked(blocks: _Blocks, speakers: Speakers) -> dict[int, list[Token]]:
    """The answers of an interview whose questions have no names in front: those of the person named before them."""
    questions = _questions(blocks)
    if len(questions) < _LEAST:
        return {}
    before = [sentence for block in blocks[: questions[0] + 1] for sentence in block]
    asked = {
        person[0].name: [token]
        for sentence in before
        for at, token in enumerate(sentence.tokens)
        if (person := speakers.people.at(sentence.tokens, at)) and not person[3]
    }
    addressed = any(
        token.word in {"herr", "frau"} and _person(sentence.tokens[at + 1 : at + 2], speakers)
        for number in questions
        for sentence in blocks[number]
        for at, token in enumerate(sentence.tokens)
    )
    told = any(_INTERVIEW.search(" ".join(token.text for token in sentence.tokens)) for sentence in before)
    answers = [block for at, block in enumerate(blocks) if at > questions[0] and at not in questions]
    own = any(_first_person(sentence) for block in answers for sentence in block)
    if len(asked) != 1 or not (told or addressed) or not own:
        return {}
    words = next(iter(asked.values()))
    return {
        sentence.span.start: words
        for block in answers
        for sentence in block
        if not sentence.question and not _person(sentence.tokens, speakers)  # "Minister Meier steht Rede und Antwort"
    }


def _first_person(sentence: Sentence) -> bool:
    """Whether somebody speaks of themselves in it, outside quotation marks."""
    return any(
        token.word in _OWN_WORDS and not marked for token, marked in zip(sentence.tokens, sentence.quoted, strict=True)
    )


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
                speaks = sentence.quote is not None or _told(sentence, rules)
                quotes = any(sentence.quoted) and speaks
                waiting, here = [], False
            elif not speaks or _about_someone(sentence, speakers):
                continue
            elif here or (loses and _first_person(sentence)):
                found |= {*waiting, start}
                own += _first_person(sentence)
                waiting, here = [], True
            elif _reported(sentence, rules):
                found |= {*waiting}  # between two sentences in reported speech
                waiting = []
            else:
                waiting.append(start)
                behind_quotes += [start] if quotes else []
    lost = behind_quotes if own > 1 else []
    return {start: [] for start in (*found, *lost)}


def _about_someone(sentence: Sentence, speakers: Speakers) -> bool:
    """Whether a sentence tells of a person, or of a body that takes a stand: "Der frühere Mandatar hilft Meier"."""
    tokens, rules = sentence.tokens, speakers.rules
    front = tokens[: phrase_end(tokens, 0, len(tokens), rules, close=True)]
    reacts = any(token.word in rules.reacting for token in tokens[len(front) :]) and can_speak(front, rules)
    someone = tokens[0].word in rules.definite and len(front) > 1 and is_agent_phrase(front, rules)
    return _person(tokens, speakers) or reacts or someone


def _told(sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence says by its verb who speaks in it."""
    if sentence.frame is None:
        return False
    verb = sentence.frame.cue[0]
    return says_at(sentence.tokens, verb, rules) or act_at(sentence.tokens, verb, rules)


def _reported(sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence is in reported speech by its verb."""
    return is_indirect(sentence.tokens, verb_positions(sentence.tokens, rules), rules, running=False)
