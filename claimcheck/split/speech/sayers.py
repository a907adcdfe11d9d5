"""What a speaker is: one person of those that speak in an article, an agency that passes on what others say."""

from itertools import pairwise

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token

__all__ = ["as_for", "is_channel", "named_ahead", "one_person"]

_WHEN = frozenset({"when", "after", "before", "while", "once", "since"})


def one_person(said: Speaker | None, speakers: Speakers) -> tuple[str, bool | None] | None:
    """A speaker who is one person, and whether she is known to be a woman; None for a body or for several."""
    name = said.name if said else None
    if not name or speakers.several or " and " in name or not speakers.is_someone(name):
        return None
    person = speakers.people.called(name)
    return name, person.female if person else None


def is_channel(name: str | None, rules: Rules) -> bool:
    """Whether a source is a news agency or a paper, which passes on what others say."""
    return name is not None and any(word in name.casefold() for word in rules.media_words if len(word) > 3)


def named_ahead(tokens: list[Token], frame: Frame, rules: Rules) -> list[Token]:
    """The words for who speaks; "it" behind what it says is the body that is the subject there: "…, it said".

    Behind a clause that says when, it is the subject of that: "When the court met, it said …".
    """
    words = tokens[slice(*frame.speaker)]
    if not frame.content:
        return words  # "Laut dem Gericht" over a report
    if topic := as_for(tokens, frame.speaker, rules):
        return topic
    if apposed := _name_apposed(tokens, frame):
        return apposed
    if not rules.comma_bound and len(words) == 1 and words[0].word in rules.it and tokens[0].word in _WHEN:
        met = tokens[1 : phrase_end(tokens, 1, frame.speaker[0], rules)]
        if met and (can_speak(met, rules) or any(each.word in rules.naming.company_nouns for each in met)):
            return met
    (start, _), *_ = frame.content
    if rules.comma_bound or len(words) != 1 or words[0].word not in rules.it or start >= frame.speaker[0]:
        return words
    end = phrase_end(tokens, start, frame.speaker[0], rules)
    subject = tokens[start:end]
    body = can_speak(subject, rules) or any(token.word in rules.naming.company_nouns for token in subject)
    return subject if subject and body and subject[0].word not in rules.pronouns else words


def as_for(tokens: list[Token], subject: tuple[int, int], rules: Rules) -> list[Token]:
    """The words for whom an English pronoun means behind them: "As for Ann Lee, she said …"; empty for none."""
    start, end = subject
    opens = [token.word for token in tokens[:2]] == ["as", "for"] and tokens[start - 1].text == ","
    return tokens[2 : start - 1] if opens and end == start + 1 and tokens[start].word in rules.pronouns else []


def _name_apposed(tokens: list[Token], frame: Frame) -> list[Token]:
    """The words between commas that name a speaker who is only described: "Lee's rival, the mayor Jo Beck, said …"."""
    (start, end), verb = frame.speaker, frame.cue[0]
    if not start < end < verb - 3 or tokens[end].text != "," or tokens[verb - 1].text != ",":
        return []
    words, inner = tokens[start:end], tokens[end + 1 : verb - 1]
    plain = all(token.is_word and token.tag in {"art", "adj", "noun", "name"} for token in inner)
    named = any(one.tag == other.tag == "name" for one, other in pairwise(words)) or words[-1].tag == "name"
    return inner if plain and not named and inner[-1].tag == inner[-2].tag == "name" else []
