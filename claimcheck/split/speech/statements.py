"""What each sentence of a block states: its stretches, each with who says it and how it is put.

Speech runs on across sentences: inside one quotation, behind a sentence with a speaker, and in reported speech that its
verb forms give away ("Ausnahmen gebe es nicht.").
"""

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.records import Assertion, Span
from claimcheck.split.cutting.phrases import subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.names.names import name_in
from claimcheck.split.speech.actors import (
    confirms,
    find_actor,
    find_announcer,
    find_cited,
    is_hearsay,
    is_indirect,
    own_act,
    tells_at,
)
from claimcheck.split.speech.attribution import find_frame
from claimcheck.split.speech.contents import content_of, only_wished
from claimcheck.split.speech.frame import Frame, is_measure
from claimcheck.split.speech.inverted import behind, is_object
from claimcheck.split.speech.labels import without_label
from claimcheck.split.speech.owners import ahead_of, dictated_by, led_quote, next_block, owner_of, placed, takes_stand
from claimcheck.split.speech.pieces import hangs, pieces
from claimcheck.split.speech.said import Sentence, Statement
from claimcheck.split.speech.sayers import is_channel, named_ahead
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.speech.views import held_by
from claimcheck.split.speech.voices import going_on
from claimcheck.split.words.quotes import find_quotes
from claimcheck.split.words.sentences import find_sentences
from claimcheck.split.words.stretches import LONGEST, Stretch
from claimcheck.split.words.tagging import tagged
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token, plain, tokenize
from claimcheck.split.words.verbs import act_at, denies, verb_positions
from claimcheck.split.worth.checkability import speaks_act

__all__ = ["Sentence", "Statement", "read_sentences", "read_statements"]

_SILENT = 6  # sentences without anyone's word behind which "hätten" still carries on what somebody said
_NEAR = 6  # tokens behind a verb of saying in which the report stands that says it
_POINTER = 14  # tokens of a sentence that only says who said the one before
_WHOLE = 0.85  # part of a sentence's words in quotation marks that makes it a quotation


def read_sentences(text: str, start: int, end: int, language: str, rules: Rules, within: str = "") -> list[Sentence]:
    """The sentences of a block, read as far as each can be by itself; ``within``: the mark of an open quotation."""
    quotes = find_quotes(text, start, end, within)
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
    sentences: list[Sentence], after: list[Sentence], text: str, speakers: Speakers, rules: Rules
) -> Iterator[tuple[Sentence, list[Statement]]]:
    """What each sentence states, in order; ``after`` may say whose the last is. ``speakers`` learn who spoke last."""
    next_block(speakers)
    for at, sentence in enumerate(sentences):
        ahead = sentences[at + 1 : at + 2] or after[:1]
        if voiced := going_on(sentence, speakers, rules):
            found = voiced
        elif sentence.frame:
            found = _framed(sentence, sentence.frame, text, speakers, rules)
        elif sentence.quote is not None:
            found = [Statement(_all(sentence), Assertion.QUOTED, owner_of(sentences, at, after, speakers))]
        else:
            found = led_quote(sentence, text, speakers) or [_unframed(sentences, at, speakers, rules)]
            open_yet = found[0].speaker is not None and found[0].speaker.name is None
            if (found[0].assertion is Assertion.ASSERTED or open_yet) and ahead:
                announcer = find_announcer(ahead[0].tokens, speakers, rules)
                if announcer and (announcer.name is None or announcer.name != found[0].subject):
                    told = Statement(found[0].stretch) if found[0].act else found[0]
                    found = [replace(told, assertion=Assertion.REPORTED, speaker=announcer)]
                speakers.last = announcer.name if announcer else speakers.last
        found = without_label(sentence, dictated_by(sentence, found, speakers, rules), rules)
        yield sentence, found
        if len(sentence.tokens) <= LONGEST:
            speakers.about(_subject(sentence, rules))
        speakers.running = any(each.assertion is not Assertion.ASSERTED or each.act for each in found)
        takes_stand(sentence, speakers)
        speakers.silent = 0 if speakers.running else speakers.silent + 1
        speakers.previous = plain(text[sentence.span.start : sentence.span.end])


def _subject(sentence: Sentence, rules: Rules) -> list[Token]:
    """The subject of the first verb of a sentence, in German also behind it; empty where none is found."""
    tokens = sentence.tokens
    verb = next((at for at in verb_positions(tokens, rules) if at and not sentence.quoted[at]), None)
    if verb is None:
        return []
    found = subject_of(tokens, verb, rules)
    return tokens[slice(*found)] if found and not is_object(tokens, found, verb, rules) else behind(tokens, verb, rules)


def _all(sentence: Sentence) -> Stretch:
    return (0, len(sentence.tokens))


def _unframed(sentences: list[Sentence], at: int, speakers: Speakers, rules: Rules) -> Statement:
    sentence = sentences[at]
    tokens = sentence.tokens
    verbs = [j for j in verb_positions(tokens, rules) if not sentence.quoted[j]] if len(tokens) <= LONGEST else []
    over = rules.comma_bound and any(token.tag == "pp" for token in tokens)  # "Sie hätten Hilfe zugesagt"
    near = over and speakers.last is not None and speakers.silent < _SILENT
    if is_indirect(tokens, verbs, rules, running=speakers.running or near):
        return Statement(_all(sentence), Assertion.REPORTED, ahead_of(sentences, at, speakers))
    if sentence.question or len(tokens) > LONGEST:
        return Statement(_all(sentence))
    verb = own_act(tokens, rules)
    subject = find_actor(tokens, verb, speakers, rules) if verb is not None else None
    if verb is None or subject is None:
        return _told(sentence, verbs, speakers, rules)
    speakers.last = subject.name or speakers.last
    if (
        tokens[verb].word not in rules.wishing
        and subject.span
        and any(
            subject.span.start <= token.start < subject.span.end and token.word in rules.documents for token in tokens
        )
    ):
        return Statement(_all(sentence), Assertion.REPORTED, subject, (verb, verb + 1))  # "the decree blamed the firm"
    return Statement(_all(sentence), cue=(verb, verb + 1), subject=subject.name, act=True)


def _told(sentence: Sentence, verbs: list[int], speakers: Speakers, rules: Rules) -> Statement:
    """A sentence without an act: someone's word where its verb says so or it is hearsay, else the outlet's own."""
    tokens = sentence.tokens
    verb = next((at for at in verbs if tells_at(tokens, at, rules)), None)
    found = subject_of(tokens, verb, rules) if verb else None
    first = verb is not None and (verbs[0] == verb or (found is not None and found[0] == 0))
    denied = verb and not rules.comma_bound and denies(tokens[max(0, verb - 3) : verb + 3], rules)  # "never said"
    if verb is not None and first and not denied and tokens[0].word not in rules.pointing:
        subject = find_actor(tokens, verb, speakers, rules)
        if subject and subject.name:
            speakers.last = subject.name
            if confirms(tokens[verb]):
                return Statement(_all(sentence), cue=(verb, verb + 1), subject=subject.name, act=True)
            return Statement(_all(sentence), Assertion.REPORTED, subject, (verb, verb + 1))
    if announcer := find_announcer(tokens, speakers, rules):
        speakers.last = announcer.name or speakers.last  # "Das geht aus einem Bericht des Amts hervor"
        if len(tokens) <= _POINTER and speakers.running and tokens[1].word not in rules.perfects:
            return Statement(_all(sentence), points_back=True)
    if view := held_by(tokens, speakers, rules):
        speakers.last = view.name
        return Statement(_all(sentence), Assertion.REPORTED, view)
    counted = verb is not None and verbs[0] == verb and is_measure(tokens[:verb], rules)
    if speakers.running and (is_hearsay(tokens, rules) or (counted and not rules.comma_bound)):
        return Statement(_all(sentence), Assertion.REPORTED, Speaker(speakers.last, None))
    return Statement(_all(sentence))


def _framed(sentence: Sentence, frame: Frame, text: str, speakers: Speakers, rules: Rules) -> list[Statement]:
    """The statements of a sentence that says who speaks: what stands apart, an act that is the news, the content."""
    tokens = sentence.tokens
    words = named_ahead(tokens, frame, rules)
    one = rules.comma_bound and not tokens[frame.cue[0]].word.endswith("n")  # "sagte sie" is no plural
    speaker = speakers.resolve(words, one=one) if words else Speaker(placed(tokens, speakers), None)
    via = None
    if cited := find_cited(tokens, frame, speakers, rules):
        via, speaker = speaker.name, cited
    found = [each for stretch in frame.apart for each in _apart(sentence, stretch, speakers, rules)]
    denied = act_at(tokens, frame.cue[0], rules) and tokens[frame.cue[0]].word in rules.denying
    if frame.act or (denied and rules.comma_bound):  # "Dass er zahlte, bestreitet Meier"
        nominal = bool(words) and words[0].word not in rules.pronouns
        subject = speaker.name or (name_in(words, text, rules) if nominal else None)
        found.append(Statement(_all(sentence), cue=frame.cue, subject=subject, act=True, whole=True))
    channel = is_channel(speaker.name, rules)
    speakers.issuers.heard(tokens[frame.cue[1] : frame.cue[1] + _NEAR], speaker.name)
    speakers.last = speaker.name
    speakers.channel = speaker.name if channel else speakers.channel
    for stretch in content_of(tokens, frame, rules):
        behind_colon = stretch[0] > 0 and tokens[stretch[0] - 1].text == ":"
        if denied and (frame.act or rules.comma_bound) and not behind_colon:
            continue  # "Meier wies zurück, dass …", but not "Meier wies das zurück: Es fehle …"
        if frame.act and only_wished(tokens, stretch, rules):
            continue
        for a, b, in_quotes in pieces(sentence, stretch, rules):
            if not in_quotes and not rules.comma_bound and (a, b) != stretch and hangs(tokens, a, b, rules):
                continue
            assertion = Assertion.QUOTED if in_quotes else Assertion.REPORTED
            statement = Statement((a, b), assertion, speaker, frame.cue, via=via)
            if not in_quotes and (nested := _nested(sentence, statement, speakers, rules, channel=channel)):
                found += nested
                relayed = channel or tokens[0].word in rules.as_reported  # "Wie Belta meldet, hat Meier gesagt, dass"
                told = nested[-1].speaker if relayed else None
                speakers.last = told.name if told and told.name else speakers.last
                continue
            verb = speaks_act(tokens[a:b], rules) if channel else None
            acts = find_actor(tokens[a:b], verb, speakers, rules) if verb is not None else None
            found.append(
                replace(statement, act=True, subject=acts.name if acts else None) if verb is not None else statement
            )
    return found


def _apart(sentence: Sentence, stretch: Stretch, speakers: Speakers, rules: Rules) -> list[Statement]:
    """What stands beside what is said: the outlet's, or another's: "Staff say it leaks, and Lee said …"."""
    a, b = stretch
    tokens = sentence.tokens[a:b]
    inner = find_frame(tokens, sentence.quoted[a:b], rules, speech=True)
    words = tokens[slice(*inner.speaker)] if inner else []
    if inner is None or inner.act or inner.apart or not can_speak(words, rules):
        return [Statement(stretch)]
    said, cue = speakers.resolve(words), (a + inner.cue[0], a + inner.cue[1])
    return [Statement((a + c, a + d), Assertion.REPORTED, said, cue) for c, d in inner.content]


def _nested(
    sentence: Sentence, outer: Statement, speakers: Speakers, rules: Rules, *, channel: bool
) -> list[Statement]:
    """What somebody says that somebody else said: "Lee said that the police had told her …"; empty for none."""
    a, b = outer.stretch
    tokens = sentence.tokens[a:b]
    inner = find_frame(tokens, sentence.quoted[a:b], rules, speech=not channel)
    words = tokens[slice(*inner.speaker)] if inner else []
    if inner and inner.speaker[0] == 0 and len(words) == 1 and words[0].word in rules.subject_pronouns:
        return []  # "Lee said she believed that …"
    if inner is None or not can_speak(words, rules) or is_measure(words, rules) or (inner.act and not channel):
        return []
    if not rules.comma_bound and any(token.text[:1].isdigit() for token in tokens[: inner.speaker[0]]):
        return []  # "in 243 cases the man had said": not without the number
    named = speakers.resolve(words)
    own = named.name is None or (outer.speaker is not None and named.name == outer.speaker.name)
    if not channel and own:
        return []
    told = outer.speaker.name if outer.speaker else None
    cue = (a + inner.cue[0], a + inner.cue[1])
    via = told if not inner.apart or channel else None
    return [replace(outer, stretch=(a + c, a + d)) for c, d in inner.apart] + [
        Statement((a + c, a + d), Assertion.REPORTED, named, cue, via=via) for c, d in inner.content
    ]
