"""Whose word a sentence is that does not say it itself: a quotation, reported speech that runs on, what is dictated."""

import re
from dataclasses import replace

from claimcheck.records import Assertion
from claimcheck.split.languages import Rules
from claimcheck.split.speech.actors import find_actor
from claimcheck.split.speech.labels import label_end, titled_by
from claimcheck.split.speech.said import Sentence, Statement
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.words.quotes import CLOSING_MARKS, OPENING_MARKS, SPOKEN_MARKS
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import says_at

__all__ = ["ahead_of", "dictated_by", "led_quote", "next_block", "owner_of", "placed", "takes_stand"]

_QUOTE = 5  # tokens, marks counted, below which quotation marks only set off a word
_AHEAD = 12  # sentences of the next blocks in which it is told who says an open quotation
_SILENT = 3  # sentences without anyone's word after which a quotation has no owner
_MANY = 50  # blocks
_REPORTERS = "correspondent|reporter|korrespondent|augenzeug"
_IN_IT = frozenset({"darin", "dort", "hierin"})
_ELSEWHEN = frozenset({"offiziell", "ursprünglich", "zunächst", "anfangs", "früher", "zuvor", "bislang"})
_TAIL = 200  # characters at the end of a sentence in which a body is named
_COMES = re.compile(  # "Widerspruch kommt von der CDU."
    r"(?:Kritik|Widerspruch|Lob|Zustimmung|Unterstützung|Rückendeckung|Protest|Zuspruch|Warnungen?|Bedenken)\b.*?"
    r"\bvon (?:der |dem |den )?([^\W\d_a-z][\w-]+)\.$"
)
_LEAD = 16  # tokens of a sentence that only leads to what somebody says


def owner_of(sentences: list[Sentence], at: int, after: list[Sentence], speakers: Speakers) -> Speaker | None:
    """Who says a sentence that is all quotation: whoever the quotation's own frame names, else who spoke before.

    ``after``: the sentences of the next blocks, into which the quotation may run on.
    """
    for other in sentences[at + 1 : at + 8]:
        if other.frame and other.quoted[:1] == [True] and not other.frame.apart:
            a, b = other.frame.speaker
            if other.tokens[0].text not in OPENING_MARKS | SPOKEN_MARKS:
                return speakers.resolve(other.tokens[a:b])
        if other.quote is None or other.quote != sentences[at].quote:
            break
    if ahead := _tagged_behind(sentences, at, after, speakers):
        return ahead
    return Speaker(speakers.last if speakers.silent < _SILENT else None, None)  # a quotation runs on over paragraphs


def _tagged_behind(sentences: list[Sentence], at: int, after: list[Sentence], speakers: Speakers) -> Speaker | None:
    """Who says a quotation that is open where its block ends, where only a later block tells."""
    whole = all(other.quoted[0] and other.frame is None for other in sentences[at:])
    opened = any(other.quote == sentences[at].quote and other.frame for other in sentences[:at])
    if not whole or opened or sentences[-1].tokens[-1].text in CLOSING_MARKS or not sentences[-1].quoted[-1]:
        return None
    for other in after[:_AHEAD]:
        if other.frame and other.quoted[0] and not other.frame.apart:
            return speakers.resolve(other.tokens[slice(*other.frame.speaker)])
        if other.quote is None:
            return None
    return None


def led_quote(sentence: Sentence, text: str, speakers: Speakers) -> list[Statement]:
    """A clause that leads to a quotation without saying whose it is: "They are her favourites: “…”"; else nothing."""
    tokens, quoted = sentence.tokens, sentence.quoted
    colon = next((at for at in range(1, len(tokens) - _QUOTE) if tokens[at].text == ":" and quoted[at + 1]), None)
    if colon is None or any(quoted[:colon]) or not all(quoted[colon + 1 : colon + 1 + _QUOTE]):
        return []
    if end := label_end(tokens, quoted, speakers.rules):  # "Über Samuel Lindner: „…“"
        speakers.last = None
        return [Statement((end, len(tokens)), Assertion.QUOTED, Speaker(None, None))]
    if words := titled_by(tokens, quoted, speakers.rules):
        title = speakers.resolve(words)
        speakers.last = title.name
        return [Statement((colon + 1, len(tokens)), Assertion.QUOTED, title)]
    named = speakers.names.people(text[tokens[0].start : tokens[colon].start])
    people = {name for name in named if speakers.people.called(name)}
    whose = speakers.subject if tokens[0].word in speakers.rules.his else None  # "Ihr Fazit: „…“"
    owner = Speaker(people.pop() if len(people) == 1 else whose or speakers.last, None)
    speakers.last = owner.name
    return [Statement((0, colon)), Statement((colon + 1, len(tokens)), Assertion.QUOTED, owner)]


def placed(tokens: list[Token], speakers: Speakers) -> str | None:
    """Whose word a sentence is that names nobody: "Darin heißt es" means the document of whom the one before told."""
    if tokens[0].word in _ELSEWHEN:
        return None  # "Offiziell hatte es geheißen, …"
    if tokens[0].word in _IN_IT and not speakers.running:
        return _spoken_of(speakers) or speakers.last
    return speakers.last


def ahead_of(sentences: list[Sentence], at: int, speakers: Speakers) -> Speaker:
    """Whose word a sentence in reported speech is: whoever spoke before, else the speaker that comes next.

    Behind a sentence that is nobody's word it is the one whom that was about: "Meier ist skeptisch. Es fehle Geld."
    """
    if ahead := _goes_on_quoted(sentences, at, speakers):
        return ahead
    if not speakers.running:
        speakers.last = speakers.subject or _spoken_of(speakers) or speakers.stand or speakers.last
    pointed = any(token.word in speakers.rules.accordingly for token in sentences[at].tokens)
    if speakers.last is None and not pointed:
        for other in sentences[at + 1 : at + 3]:
            if other.frame and other.frame.speaker[0] < other.frame.speaker[1]:
                named = speakers.resolve(other.tokens[slice(*other.frame.speaker)])
                return Speaker(named.name, None)
    return Speaker(speakers.last, None)


def _goes_on_quoted(sentences: list[Sentence], at: int, speakers: Speakers) -> Speaker | None:
    """Who says a sentence whose quotation is not over with it, where the next one tells: "Sie sei „neu. Alt ist …“"."""
    following = sentences[at + 1] if at + 1 < len(sentences) else None
    open_end = sentences[at].quoted[-1] and not sentences[at].quoted[0]
    if following is None or following.frame is None or not (open_end and following.quoted[0]):
        return None
    words = following.tokens[slice(*following.frame.speaker)]
    return Speaker(speakers.resolve(words).name, None) if words else None


def _spoken_of(speakers: Speakers) -> str | None:
    """The body that a sentence was about, in German, else the only person named in it: who may go on to speak."""
    rules = speakers.rules
    if not rules.comma_bound:
        return None
    words = speakers.spoken_of
    stands = rules.reacting | rules.speech_verbs | rules.telling_verbs
    stand = any(word.strip(".,;:") in stands for word in speakers.previous.casefold().split())
    if words and stand and words[0].word not in rules.pronouns and can_speak(head_of(words, rules), rules):
        return speakers.resolve(words).name
    named = {name for name in speakers.names.people(speakers.previous) if speakers.people.called(name)}
    if not named and (came := _COMES.search(speakers.previous[-_TAIL:])):
        return came.group(1)
    return named.pop() if len(named) == 1 else None


def takes_stand(sentence: Sentence, speakers: Speakers) -> None:
    """Notes who took a stand in a sentence, until somebody says something: "Meier stellte die Pläne vor"."""
    rules = speakers.rules
    if speakers.running or not rules.comma_bound:
        speakers.stand = None
    elif speakers.subject and any(token.word in rules.reacting for token in sentence.tokens):
        speakers.stand = speakers.subject


def dictated_by(sentence: Sentence, found: list[Statement], speakers: Speakers, rules: Rules) -> list[Statement]:
    """What a sentence states, as the word of whoever a sentence before it let speak: "Er berichtete am Telefon:".

    That goes on until somebody else speaks, or until the text is broken off by a heading.
    """
    tokens = sentence.tokens
    if tokens[-1].text == ":" and len(tokens) <= _LEAD and not any(sentence.quoted):
        verb = next((at for at in range(1, len(tokens)) if says_at(tokens, at, rules)), None)
        actor = find_actor(tokens, verb, speakers, rules) if verb else None
        if actor and actor.name:
            speakers.dictating, speakers.last = (actor.name, _blocks(actor.name, speakers)), actor.name
            return [Statement((0, len(tokens)))]
    if sentence.question or any(each.assertion is not Assertion.ASSERTED or each.act for each in found):
        speakers.dictating = None
    if speakers.dictating is None:
        return found
    speaker = Speaker(speakers.dictating[0], None)
    return [replace(each, assertion=Assertion.REPORTED, speaker=speaker) for each in found]


def next_block(speakers: Speakers) -> None:
    """A block begins: of what somebody dictates one less is left."""
    if speakers.dictating:
        name, left = speakers.dictating
        speakers.dictating = (name, left - 1) if left else None


def _blocks(name: str, speakers: Speakers) -> int:
    """How many blocks somebody dictates: a reporter tells the whole story, others are cited in a paragraph."""
    reporter = rf"(?:{_REPORTERS})\w{{0,3}}[ \u00a0]{re.escape(name)}\b"
    return _MANY if re.search(reporter, speakers.text, re.IGNORECASE) else 1
