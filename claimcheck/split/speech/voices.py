"""Sentences in which somebody who is quoted goes on, though the text has lost the marks that say so.

Many feeds keep the first marks of a quotation and lose the next: "“It is shut,” Lee said. We were told on Monday."
What follows in the paragraph is then Lee's word, and so are later paragraphs up to one that says "we" or "I". A text
shows that it lost marks by such sentences, or by a paragraph in which a quotation is opened or closed only; one that
opens marks again behind who speaks ("…,” Lee said. “We …") has kept them.
"""

import re
from collections.abc import Iterable, Sequence

from claimcheck.records import Assertion
from claimcheck.split.languages import Rules
from claimcheck.split.speech.said import Sentence, Statement, is_told, speaks_of_self
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.words.quotes import SPOKEN_MARKS
from claimcheck.split.words.tokens import Token

__all__ = ["find_voices", "going_on"]

_NAMED = r"[,?!][\"”] [^\"“”\n]{3,120}[^\W_]\)?\. "  # "…,” said Ann Lee. "
_RESUMES, _GOES_ON = re.compile(_NAMED + r"[\"“]\w"), re.compile(_NAMED + r"[A-Z]")
_SIRS = frozenset({"mr", "mrs", "ms"})
_LEAST = 5  # tokens of a quotation, marks counted
_FAR = 4  # sentences of other paragraphs that may stand before one that says "we"
_OF_OUTLET = re.compile(
    r"declin\w+ to (?:comment|be|say)|(?:could|can)(?:not|n['’]t| not) be (?:reached|contacted)|not immediately"
    r"|did(?:n['’]t| not) (?:respond|reply|return)|for comment|(?:wa|i)s unclear|(?:told|contacted) us\b"
)


def find_voices(blocks: Iterable[Sequence[Sentence]], text: str, rules: Rules) -> dict[int, list[Token]]:
    """Where sentences begin in which somebody quoted goes on, each with the words that name who it is.

    No words: it is whoever was quoted last. ``blocks`` hold the sentences of an article in order.
    """
    if not rules.subject_first or len(_RESUMES.findall(text)) > len(_GOES_ON.findall(text)):
        return {}
    found: dict[int, list[Token]] = {}
    speaker: list[Token] | None = None  # who was quoted, where that may go on
    waiting: list[int] = []
    lost, owns, outlets = _half_open(text), 0, 0  # ``owns``: sentences with "we" behind a quotation, and elsewhere
    for sentences in blocks:
        here = False  # whether somebody is quoted in this paragraph
        since: list[int] = []  # sentences of it behind the last one that shows it
        for at, sentence in enumerate(sentences):
            own = speaks_of_self(sentence, rules)
            since = [] if own or any(sentence.quoted) else since
            if sentence.quote is not None:
                found.update({start: [] for start in waiting})
                waiting, here = [], speaker is not None
            elif any(sentence.quoted) or (
                sentence.frame is not None and not (own and speaker is not None) and not _only_shows(sentence, rules)
            ):
                speaker = _quoted_by(sentence, rules)
                waiting, here = [], speaker is not None
            elif ahead := _quoted_ahead(sentences, at, text, rules):
                found[sentence.span.start] = ahead
                lost = True
            elif speaker is None or len(waiting) > _FAR or _of_outlet(sentence, speaker, text):
                about = speaker is not None and _is_about(sentence, speaker)
                found = {start: words for start, words in found.items() if not (about and start in since)}
                speaker, waiting, here = None, [], False
                outlets += own
            elif here or own:
                found.update({start: [] for start in (*waiting, sentence.span.start)})
                since += [] if own else [sentence.span.start]
                waiting, here, owns = [], True, owns + own
            else:
                waiting.append(sentence.span.start)
    return found if (lost or owns) and outlets <= owns else {}  # a reporter who says "I" all along is nobody quoted


def _half_open(text: str) -> bool:
    """Whether marks are missing: a paragraph has an odd number of them, and the next one does not go on in marks."""
    paragraphs = [each for each in text.split("\n") if each.strip()]
    return any(
        sum(each.count(mark) for mark in '"“”') % 2 == 1 and not following.lstrip().startswith(tuple(SPOKEN_MARKS))
        for each, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True)
    )


def _only_shows(sentence: Sentence, rules: Rules) -> bool:
    """Whether what speaks in it is a thing that somebody may speak of: "The evidence shows that it works"."""
    said = sentence.tokens[slice(*sentence.frame.speaker)] if sentence.frame else []
    named = any(token.capital and token.tag not in {"art", "pro", ""} for token in said)
    return any(token.word in rules.documents for token in said) and not named


def _quoted_by(sentence: Sentence, rules: Rules) -> list[Token] | None:
    """The words for who is quoted in a sentence, where a verb of saying tells it; None where nobody is."""
    tokens, frame = sentence.tokens, sentence.frame
    if frame is None or sum(sentence.quoted) <= _LEAST:
        return None
    return tokens[slice(*frame.speaker)] if is_told(sentence, rules) else None


def _quoted_ahead(sentences: Sequence[Sentence], at: int, text: str, rules: Rules) -> list[Token] | None:
    """The words for whom the next sentence quotes, where this one belongs to it: "I ran. “It was dark,” Lee said"."""
    following = sentences[at + 1] if at + 1 < len(sentences) else None
    if following is None or not following.quoted[0] or following.frame is None:
        return None
    unopened = text[following.span.start] not in SPOKEN_MARKS
    if not (unopened or speaks_of_self(sentences[at], rules)):
        return None
    return _quoted_by(following, rules) or None


def _of_outlet(sentence: Sentence, speaker: Sequence[Token], text: str) -> bool:
    """Whether a sentence tells of the one quoted, or of those who said nothing."""
    return _is_about(sentence, speaker) or _OF_OUTLET.search(text, sentence.span.start, sentence.span.end) is not None


def _is_about(sentence: Sentence, speaker: Sequence[Token]) -> bool:
    """Whether a sentence names the one quoted, or a "Mr Lee" where that is only "he"."""
    only = len(speaker) == 1 and speaker[0].tag == "pro"
    names = _SIRS if only else {token.word for token in speaker if token.capital}
    return any(token.word.removesuffix("'s").removesuffix("’s") in names for token in sentence.tokens if token.capital)


def going_on(sentence: Sentence, speakers: Speakers, rules: Rules) -> list[Statement]:
    """A sentence as what somebody goes on to say: quoted where they speak of themselves; nothing where nobody does."""
    voice = speakers.voices.get(sentence.span.start)
    if voice is None:
        return []
    if voice.words is None:
        return [Statement((voice.begin, len(sentence.tokens)))]
    speakers.last = speakers.resolve(list(voice.words)).name if voice.words else speakers.last
    put = Assertion.QUOTED if voice.own or speaks_of_self(sentence, rules) else Assertion.REPORTED
    return [Statement((voice.begin, len(sentence.tokens)), put, Speaker(speakers.last, None), answer=voice.own)]
