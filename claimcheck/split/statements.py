"""What each sentence of a block states: its stretches, each with who says it and how it is put.

Speech runs on across sentences: inside one quotation, behind a sentence with a speaker, and in reported speech that its
verb forms give away ("Ausnahmen gebe es nicht.").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.records import Assertion, Span
from claimcheck.split.actors import find_actor, find_announcer, find_cited, is_hearsay
from claimcheck.split.attribution import find_frame
from claimcheck.split.checkability import speaks_act
from claimcheck.split.clauses import LONGEST, Stretch
from claimcheck.split.frame import Frame
from claimcheck.split.languages import Rules
from claimcheck.split.names import name_in
from claimcheck.split.quotes import find_quotes
from claimcheck.split.sentences import find_sentences
from claimcheck.split.speakers import Speaker, Speakers, is_channel
from claimcheck.split.tagging import tagged
from claimcheck.split.tokens import Token, plain, tokenize
from claimcheck.split.verbs import verb_positions

__all__ = ["Sentence", "Statement", "read_sentences", "read_statements"]

_QUOTE = 5  # tokens, marks counted, below which quotation marks only set off a word
_WHOLE = 0.85  # part of a sentence's words in quotation marks that makes it a quotation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, which of them are quoted, its frame, and the quotation it lies in."""

    span: Span
    tokens: list[Token]
    quoted: list[bool]
    frame: Frame | None
    quote: int | None  # position of the quotation that holds it whole

    @property
    def question(self) -> bool:
        """Whether it ends in a question mark."""
        return any(token.text in "?？؟" for token in self.tokens[-3:])


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a sentence and how it is put; ``subject`` names who acts where an act of speaking is the news."""

    stretch: Stretch
    assertion: Assertion = Assertion.ASSERTED
    speaker: Speaker | None = None
    cue: Stretch | None = None
    via: str | None = None
    subject: str | None = None
    act: bool = False
    whole: bool = False  # not to be cut


def read_sentences(text: str, start: int, end: int, language: str, rules: Rules) -> list[Sentence]:
    """The sentences of a block, read as far as each can be by itself."""
    quotes = find_quotes(text, start, end)
    found = []
    at = 0
    for span in find_sentences(text, start, end, language):
        tokens = tokenize(text, span.start, span.end)
        if len(tokens) <= LONGEST:
            tokens = tagged(tokens, language)
        if not any(token.text[:1].isalpha() for token in tokens):
            continue  # marks and numbers alone say nothing
        while at < len(quotes) and quotes[at].end <= span.start:
            at += 1
        near = []
        for number in range(at, len(quotes)):
            if quotes[number].start >= span.end:
                break
            near.append(number)
        quoted = _marked(tokens, [quotes[number] for number in near])
        frame = find_frame(tokens, quoted, rules) if len(tokens) <= LONGEST and rules.speech_verbs else None
        words = [mark for mark, token in zip(quoted, tokens, strict=True) if token.is_word]
        holds = [number for number in near if quotes[number].end - quotes[number].start > 12]
        whole = frame is None and len(words) > 1 and sum(words) >= _WHOLE * len(words)
        found.append(Sentence(span, tokens, quoted, frame, holds[0] if whole and holds else None))
    return found


def _marked(tokens: list[Token], quotes: list[Span]) -> list[bool]:
    """Which tokens lie in a quotation; both are in text order."""
    found, at = [], 0
    for token in tokens:
        while at < len(quotes) and quotes[at].end <= token.start:
            at += 1
        found.append(at < len(quotes) and quotes[at].start <= token.start)
    return found


def read_statements(
    sentences: list[Sentence], text: str, speakers: Speakers, rules: Rules
) -> Iterator[tuple[Sentence, list[Statement]]]:
    """What each sentence states, in order; who spoke last is remembered in ``speakers``."""
    for at, sentence in enumerate(sentences):
        if sentence.frame:
            found = _framed(sentence, sentence.frame, text, speakers, rules)
        elif sentence.quote is not None:
            found = [_quoted(sentence, _owner(sentences, at, speakers))]
        else:
            found = [_unframed(sentence, speakers, rules)]
            if found[0].assertion is Assertion.ASSERTED and not found[0].act and at + 1 < len(sentences):
                announcer = find_announcer(sentences[at + 1].tokens, speakers, rules)
                found = [replace(found[0], assertion=Assertion.REPORTED, speaker=announcer)] if announcer else found
        yield sentence, found
        speakers.running = any(each.assertion is not Assertion.ASSERTED or each.act for each in found)
        speakers.previous = plain(text[sentence.span.start : sentence.span.end])


def _all(sentence: Sentence) -> Stretch:
    """The whole sentence, without the place or outlet in front of it: "Berlin – "."""
    tokens = sentence.tokens
    for at in range(1, min(4, len(tokens) - 1)):
        if tokens[at].word in {"–", "—", "·"} and all(token.capital for token in tokens[:at]):
            return (at + 1, len(tokens))
    return (0, len(tokens))


def _owner(sentences: list[Sentence], at: int, speakers: Speakers) -> Speaker | None:
    """Who says a sentence that is all quotation: whoever the quotation's own frame names, else who spoke before."""
    for other in sentences[at + 1 : at + 8]:
        if other.frame and other.quoted[:1] == [True] and not other.frame.apart:
            a, b = other.frame.speaker
            first_quote = other.tokens[0].text in '"“„«»'
            if not first_quote:
                return speakers.resolve(other.tokens[a:b])
        if other.quote is None or other.quote != sentences[at].quote:
            break
    if speakers.running if at == 0 else (sentences[at - 1].frame or sentences[at - 1].quote is not None):
        return Speaker(speakers.last, None)  # a quotation runs on over paragraphs
    return Speaker(None, None)


def _quoted(sentence: Sentence, speaker: Speaker | None) -> Statement:
    return Statement(_all(sentence), Assertion.QUOTED, speaker)


def _unframed(sentence: Sentence, speakers: Speakers, rules: Rules) -> Statement:
    tokens = sentence.tokens
    verbs = [at for at in verb_positions(tokens, rules) if not sentence.quoted[at]] if len(tokens) <= LONGEST else []
    reported = bool(verbs) and tokens[verbs[0]].word in rules.subjunctive
    if reported and all(token.word not in rules.first_second_person - rules.pronouns for token in tokens):
        return Statement(_all(sentence), Assertion.REPORTED, Speaker(speakers.last, None))
    if sentence.question or len(tokens) > LONGEST:
        return Statement(_all(sentence))
    verb = speaks_act(tokens, rules)
    subject = find_actor(tokens, verb, speakers, rules) if verb is not None else None
    if verb is None or subject is None:
        return _told(sentence, verbs, speakers, rules)
    speakers.last = subject.name or speakers.last
    return Statement(_all(sentence), cue=(verb, verb + 1), subject=subject.name, act=True)


def _told(sentence: Sentence, verbs: list[int], speakers: Speakers, rules: Rules) -> Statement:
    """A sentence without an act: someone's word where its verb says so or it is hearsay, else the outlet's own."""
    tokens = sentence.tokens
    verb = next((at for at in verbs if tokens[at].word in rules.telling_verbs), None)
    if verb is not None and verbs[0] == verb and tokens[0].word not in rules.pointing:
        subject = find_actor(tokens, verb, speakers, rules)
        if subject and subject.name:
            speakers.last = subject.name
            return Statement(_all(sentence), Assertion.REPORTED, subject, (verb, verb + 1))
    if speakers.running and is_hearsay(tokens, rules):
        return Statement(_all(sentence), Assertion.REPORTED, Speaker(speakers.last, None))
    return Statement(_all(sentence))


def _framed(sentence: Sentence, frame: Frame, text: str, speakers: Speakers, rules: Rules) -> list[Statement]:
    """The statements of a sentence that says who speaks: what stands apart, an act that is the news, the content."""
    tokens = sentence.tokens
    speaker = speakers.resolve(tokens[slice(*frame.speaker)])
    via = None
    if cited := find_cited(tokens, frame, speakers, rules):
        via, speaker = speaker.name, cited
    found = [Statement(stretch) for stretch in frame.apart]
    if frame.act:
        words = tokens[slice(*frame.speaker)]
        nominal = bool(words) and words[0].word not in rules.pronouns
        subject = speaker.name or (name_in(words, text, rules) if nominal else None)
        found.append(Statement(_all(sentence), cue=frame.cue, subject=subject, act=True, whole=True))
    denied = frame.act and tokens[frame.cue[0]].word in rules.denying
    for stretch in () if denied else frame.content:
        for a, b, in_quotes in _pieces(sentence, stretch):
            channel = frame.channel or is_channel(speaker.name, rules)
            inner = find_frame(tokens[a:b], sentence.quoted[a:b], rules, speech=not frame.channel) if channel else None
            if inner and inner.speaker[0] < inner.speaker[1]:
                named = speakers.resolve(tokens[a + inner.speaker[0] : a + inner.speaker[1]])
                cue = (a + inner.cue[0], a + inner.cue[1])
                found += [
                    Statement((a + c, a + d), Assertion.REPORTED, named, cue, via=speaker.name)
                    for c, d in inner.content
                ]
                continue
            assertion = Assertion.QUOTED if in_quotes else Assertion.REPORTED
            statement = Statement((a, b), assertion, speaker, frame.cue, via=via)
            verb = speaks_act(tokens[a:b], rules) if frame.channel else None
            acts = find_actor(tokens[a:b], verb, speakers, rules) if verb is not None else None
            found.append(
                replace(statement, act=True, subject=acts.name if acts else None) if verb is not None else statement
            )
    if not frame.channel:
        speakers.last = speaker.name
    return found


def _pieces(sentence: Sentence, stretch: Stretch) -> Iterator[tuple[int, int, bool]]:
    """A stretch cut where a quotation of some length begins or ends; True where it is quoted."""
    start, end = stretch
    at = start
    while at < end:
        stop = at
        inside = sentence.quoted[at]
        while stop < end and sentence.quoted[stop] == inside:
            stop += 1
        opens = at == start or sentence.tokens[at - 1].text in {":", ","}
        long_quote = inside and opens and (stop - at > _QUOTE or at == 0)
        if long_quote:
            if any(token.is_word for token in sentence.tokens[start:at]):
                yield start, at, False
            yield at, stop, True
            start = stop
        at = stop
    if any(token.is_word for token in sentence.tokens[start:end]):
        yield start, end, False
