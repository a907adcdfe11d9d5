"""The answers of an interview: all that stands between two questions is the word of the one who was asked.

Questions and answers have a label in front ("Ina Meier: …", "Q: …"), or they follow one another and one person is named
before them. What a label or an address takes ("Frau Meier, …") is no part of what is said.
"""

import re
from collections.abc import Sequence

from claimcheck.split.speech.said import Sentence, is_told, speaks_of_self
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.speech.voice import Voice
from claimcheck.split.words.tokens import Token

__all__ = ["find_answers"]

_INTERVIEW = re.compile(
    r"interview|im gespräch|rede und antwort|fragen an\b|nachgefragt|\bq\s?[&+]\s?a\b|in conversation with"
    r"|sat down with|\b(?:spoke|talked|talks|speaks) to us\b|questions for\b",
    re.IGNORECASE,
)
_LABEL = 5  # tokens that a name in front of an answer has at most
_LEAST = 2  # questions, or labelled answers, of an interview
_MORE = 2  # tokens of a sentence behind an address at its front
_ADDRESS = 5  # tokens of "Herr Professor Meier"
_PROMPT = 30  # tokens of what somebody says to have another go on
_YOU = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer"})
_SIRS = frozenset({"herr", "frau", "mr", "mrs", "ms", "miss", "professor", "dr", "prof", "minister"})
_QUESTION, _ANSWER = frozenset({"q", "f", "frage", "question"}), frozenset({"a", "antwort", "answer"})
_Block = Sequence[Sentence]


def find_answers(blocks: Sequence[_Block], speakers: Speakers) -> dict[int, Voice]:
    """Where the sentences of an interview begin that answer, each with whose word it is; empty where none is held.

    ``blocks`` hold the sentences of an article in order, none without one.
    """
    return _labelled(blocks, speakers) or _asked(blocks, speakers)


def _label(block: _Block) -> list[Token]:
    """The words before the colon with which an answer or a question begins: "Ina Meier: Das ist so."; else none."""
    tokens = block[0].tokens
    colon = next((at for at in range(1, min(_LABEL + 1, len(tokens) - 2)) if tokens[at].text == ":"), None)
    if colon is None or block[0].quoted[colon + 1] or not all(token.capital for token in tokens[:colon]):
        return []
    return tokens[:colon]


def _person(words: Sequence[Token], speakers: Speakers) -> str | None:
    """Which of the article's people words name; None for none."""
    found = (speakers.people.at(words, at) for at in range(len(words)))
    return next((person[0].name for person in found if person and not person[3]), None)


def _asks(block: _Block) -> bool:
    """Whether a block ends in a question which nobody in the text is said to have asked."""
    return block[-1].question and not block[-1].quoted[0]


def _prompts(block: _Block) -> bool:
    """Whether a block of an interview is the asker's without a question: "Das müssen Sie erklären …"."""
    tokens = [token for sentence in block for token in sentence.tokens]
    polite = any(token.text in _YOU and at for at, token in enumerate(block[-1].tokens))
    return len(tokens) <= _PROMPT and (tokens[-1].text in {"…", "..."} or (len(block) == 1 and polite))


def _tells(block: _Block, speakers: Speakers) -> bool:
    """Whether a block tells what people say, as no answer does that is given word for word."""
    if any(speaks_of_self(sentence, speakers.rules) for sentence in block):
        return False
    return any(
        sentence.frame is not None
        and is_told(sentence, speakers.rules)
        and _person(sentence.tokens[slice(*sentence.frame.speaker)], speakers)
        for sentence in block
    )


def _labelled(blocks: Sequence[_Block], speakers: Speakers) -> dict[int, Voice]:
    """The answers that have the name of who gives them in front, or an "A" behind a "Q"."""
    labels = [_label(block) for block in blocks]
    marks = {label[0].word for label in labels if len(label) == 1}
    if marks & _QUESTION and marks & _ANSWER:
        one = _only_one(blocks, next(at for at, label in enumerate(labels) if label), speakers)
        named = [one if label and label[0].word in _ANSWER else [] for label in labels]
    else:
        named = [label if label and _person(label, speakers) else [] for label in labels]
    several = len({" ".join(token.word for token in label) for label in labels if label}) > 1
    if not any(named) or not (several or any(map(_asks, blocks)) or sum(map(bool, named)) > _LEAST):
        return {}
    found: dict[int, Voice] = {}
    speaker: Sequence[Token] = []
    for block, label, words in zip(blocks, labels, named, strict=True):
        if label or _asks(block) or _tells(block, speakers):
            speaker = words
        if speaker:
            found.update(_answer(block, speaker, len(label) + 1 if label else 0))
    return found


def _only_one(blocks: Sequence[_Block], stop: int, speakers: Speakers) -> Sequence[Token]:
    """The words for the one person whom the blocks before ``stop`` name; none where there are several."""
    named: dict[str, Token] = {}
    for sentence in (sentence for block in blocks[:stop] for sentence in block):
        for at, token in enumerate(sentence.tokens):
            if (person := speakers.people.at(sentence.tokens, at)) and not person[3]:
                named[person[0].name] = token
    return list(named.values()) if len(named) == 1 else []


def _asked(blocks: Sequence[_Block], speakers: Speakers) -> dict[int, Voice]:
    """The answers of an interview whose questions have no names in front: those of the person named before them."""
    if sum(map(_asks, blocks)) < _LEAST:
        return {}
    first = next(at for at, block in enumerate(blocks) if at and _asks(block))
    before = [sentence for block in blocks[: first + 1] for sentence in block]
    one = _only_one(blocks, first + 1, speakers)
    questions = [sentence for block in blocks if _asks(block) for sentence in block]
    addressed = {each.span.start: end for each in questions if (end := _addressed(each, speakers))}
    named = any(_INTERVIEW.search(" ".join(token.text for token in sentence.tokens)) for sentence in before)
    ends = next((at for at in range(first + 1, len(blocks)) if _tells(blocks[at], speakers)), len(blocks))
    answers = [block for block in blocks[first + 1 : ends] if not (_asks(block) or _prompts(block))]
    own = any(speaks_of_self(sentence, speakers.rules) for block in answers for sentence in block)
    if not one or not (named or addressed) or not own:
        return {}
    name = speakers.resolve(list(one)).name
    told = [each for each in questions if not each.question]
    return {each.span.start: Voice(None, end + 1) for each in told if (end := _front(each, addressed))} | {
        start: voice
        for block in answers
        for start, voice in _answer(block, one).items()
        if not any(sentence.span.start == start and _person(sentence.tokens, speakers) == name for sentence in block)
    }  # "Minister Meier steht Rede und Antwort" is the outlet's


def _answer(block: _Block, words: Sequence[Token], label: int = 0) -> dict[int, Voice]:
    """The sentences of an answer that are no questions; the first has a label of so many tokens."""
    return {
        sentence.span.start: Voice(words, 0 if at else label, own=True)
        for at, sentence in enumerate(block)
        if not sentence.question
    }


def _addressed(sentence: Sentence, speakers: Speakers) -> int:
    """Where an address in a sentence is over: "Herr Professor Meier, …"; 0 for none."""
    tokens = sentence.tokens
    at = next((at for at, token in enumerate(tokens) if token.word in _SIRS), None)
    if at is None or not _person(tokens[at : at + _ADDRESS], speakers):
        return 0
    return next((j for j in range(at + 1, min(at + _ADDRESS + 1, len(tokens))) if not tokens[j].capital), at + 1)


def _front(sentence: Sentence, addressed: dict[int, int]) -> int:
    """The comma behind an address at the front of a sentence, where more follows; 0 for none."""
    end = addressed.get(sentence.span.start, 0)
    front = 0 < end <= _ADDRESS and end + _MORE < len(sentence.tokens)
    return end if front and sentence.tokens[end].text == "," else 0
