"""A claim's words that need what stood before them, each with the words that do not: names, dates, verb forms.

Only where one reading exists; what stays open is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.records import Span, Substitution
from claimcheck.split.dates.mentions import Mention
from claimcheck.split.dates.words import day_words, word_date
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.reference.context import open_words
from claimcheck.split.reference.definites import Definites
from claimcheck.split.reference.full_names import full_names
from claimcheck.split.reference.references import Reference
from claimcheck.split.reference.things import Things
from claimcheck.split.speech.frame import phrase_at
from claimcheck.split.speech.speaking import speaking_german
from claimcheck.split.wording.links import left_out_links
from claimcheck.split.words.moods import indicative
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import conditional, says

__all__ = ["Wording", "reword"]

_PLURALS = {"würden": "werden", "hätten": "haben"}  # for reported speech where "werden", "haben" would not show it
_MODALS = words("können müssen dürfen sollen wollen lassen")
_FRAME = 14  # tokens before what is said in which it stands who says it
_EMPTY = 12  # tokens behind an "it" in which shows what it announces
_HEARER = 6  # tokens back from what is said to "told"
_HEARERS = words("reporters journalists media parliament lawmakers congress tv television channel sky fox guardian")
_WAS = words("war waren hatte hatten wurde wurden was were had")
_BE = _WAS | words("ist sind hat haben wird werden is are has have will")
_UNTIL_NOW = words("bis bislang bisher so to")
_ON_DAY = words("on today yesterday")
_WITHOUT_DOER = words(
    "be take not cost help mean make require need seem appear depend become happen do have never rain snow get freeze"
)
_OF_OTHERS = words(
    """police officer prosecutor sheriff detective inspector sergeant sgt constable superintendent lieutenant captain
    attorney lawyer solicitor judge coroner doctor coach manager mother father wife husband brother sister son daughter
    friend neighbor neighbour witness spokesman spokeswoman spokesperson agent him her"""
)  # who mostly speak of somebody else


@dataclass(frozen=True, slots=True)
class Wording:
    """What is replaced in a claim, in text order, and which of its words stay open."""

    substitutions: tuple[Substitution, ...]
    unresolved: tuple[str, ...]


def reword(
    text: str,
    tokens: list[Token],
    stretches: Sequence[Stretch],
    references: Sequence[Reference],
    mentions: Sequence[Mention],
    things: Things,
    definites: Definites,
    rules: Rules,
    *,
    reported: bool,
    named: bool,
    speaker: str | None,
    body: str | None,
    someone: tuple[str, bool | None] | None,
    source: Span | None,
    link: Stretch | None,
    published: date | None,
) -> Wording:
    """The substitutions and open words of the claim that stands in ``stretches`` of its sentence's ``tokens``.

    ``reported``: its content is someone's words in indirect speech. ``named``: it names someone or something.
    ``someone``: who speaks, where that is one person, and whether she is known to be a woman.
    ``source``: where "laut X" stands inside what X says, which is left out; ``link``: where a word for the sentence
    before does. ``body``: who speaks, where that is no person.
    """
    found: list[Substitution] = []
    if source and not _dangling(text, source):
        found.append(Substitution(source, text[source.start : source.end], ""))
    if link:
        span = Span(tokens[link[0]].start, tokens[link[1] - 1].end)
        found.append(Substitution(span, text[span.start : span.end], ""))
    found += left_out_links(text, tokens, stretches, rules)
    settled: set[int] = set()
    inside = [each for each in references if any(a <= each.start and each.end <= b for a, b in stretches)]
    found += full_names(text, tokens, inside, settled, definites.firms, rules)
    if reported and body and (own := _speaking_body(text, tokens, stretches[0][0], body, rules)):
        found.append(own)
        settled.add(own.span.start)
    if reported and someone and (own := _speaking_person(text, tokens, stretches[0][0], someone, rules)):
        other = next((each for each in found if each.span.start == own.span.start), None)
        if other is None:
            found.append(own)
            settled.add(own.span.start)
        elif own.replacement.startswith("the ") and other.replacement != own.replacement:
            found.remove(other)  # "the officer said he saw": the officer, or whom the story is about
            settled.discard(own.span.start)
    found += [worded for each in mentions if (worded := word_date(text, each, rules))]
    settled.update(_beside_dates(tokens, mentions, rules))
    for a, b in stretches:
        for at in range(a, b):
            if each := _word(
                text, tokens, at, things, definites, rules, reported=reported, dated=bool(mentions), published=published
            ):
                found.append(each)
                settled.add(tokens[at].start)
            elif full := definites.substitution(text, tokens, at):
                found.append(full)
                settled.add(tokens[at].start)
    spans = [Span(tokens[a].start, tokens[b - 1].end) for a, b in stretches if a < b]
    verbs = {tokens[at].start: tokens[at] for a, b in stretches for at in range(a, b) if tokens[at].contracted}
    kept: list[Substitution] = []
    for each in sorted((_with_verb(text, one, verbs) for one in found), key=lambda one: one.span):
        within = any(span.start <= each.span.start and each.span.end <= span.end for span in spans)
        if within and each.original != each.replacement and (not kept or kept[-1].span.end <= each.span.start):
            kept.append(each)
    gone = [each.span for each in kept if not each.replacement]
    claim = [
        token
        for a, b in stretches
        for token in tokens[a:b]
        if not any(span.start <= token.start and token.end <= span.end for span in gone)
    ]
    unresolved = open_words(claim, rules, named=named, settled=settled, speaker=speaker)
    return Wording(tuple(kept), unresolved)


def _with_verb(text: str, found: Substitution, verbs: Mapping[int, Token]) -> Substitution:
    """What is put for a pronoun that is one word with its verb, with that in full: "she's" → "Ann Lee is"."""
    verb = verbs.get(found.span.end)
    if verb is None or not found.replacement:
        return found
    span = Span(found.span.start, verb.end)
    return Substitution(span, text[span.start : span.end], f"{found.replacement} {verb.word}")


def _dangling(text: str, source: Span) -> bool:
    """Whether a source is set off on one side only, so that it cannot simply be left out."""
    before, after = text[: source.start].rstrip()[-1:], text[source.end : source.end + 1]
    return (before == ",") != (after in {",", "."}) and before == ","


def _beside_dates(tokens: list[Token], mentions: Sequence[Mention], rules: Rules) -> Iterator[int]:
    """Where a word points at a date that is known: "this" of "this Friday"."""
    begins = {each.span.start for each in mentions}
    inside = {at for each in mentions for at in range(each.span.start, each.span.end)}
    for at, token in enumerate(tokens):
        beside = at + 1 < len(tokens) and tokens[at + 1].start in begins
        if token.word in rules.demonstratives and (token.start in inside or beside):
            yield token.start


def _speaking_body(text: str, tokens: list[Token], start: int, body: str, rules: Rules) -> Substitution | None:
    """``The council said (that) it had paid``: "it" is the council where it opens what is said."""
    if rules.comma_bound or not start or start + 1 >= len(tokens) or body.casefold() in rules.crowd:
        return None
    token, after = tokens[start], tokens[start + 1].word
    before = tokens[_behind_day(tokens, start, rules) - 1]
    led = before.word in rules.that or before.tag == "fin"
    head = body.split("(")[0].split()[-1]
    many = head.islower() and ends_as_plural(head)
    wanted = rules.they & rules.subject_pronouns - rules.she if many else rules.it - rules.his
    behind = tokens[min(start + 2, len(tokens) - 1)].word
    acts = after in {"will", "would"} and behind not in _WITHOUT_DOER  # "Nordline said it will match the gifts"
    acts = acts and not any(each.tag == "to" for each in tokens[start + 1 : start + _EMPTY])  # "it would harm him to …"
    empty = (token.word, after) in rules.empty_pairs or after in {"is", "was", "has", "will", "would"}
    signs = rules.expletive_signs | {"to"}
    empty = empty or any(each.word in signs for each in tokens[start + 1 : start + _EMPTY])
    whose = token.word in rules.it & rules.his and not many  # "Nordline said its sales rose"
    known = whose or (token.word in wanted and (acts or many or not empty))
    if not led or not known or rules.documents & set(body.casefold().split()):
        return None
    common = body[:1].islower() or head.islower()  # "US company"
    first = next((j for j in range(1, start) if tokens[j].text == body.split()[0]), 0)
    called = tokens[first - 1].word if first else ""
    if called in rules.titles or (first > 1 and called == "." and tokens[first - 2].word in rules.titles):
        return None  # "Mr. Smith said it will open": what he speaks of
    name = f"the {body}" if common or called in rules.definite else body
    span = Span(token.start, token.end)
    return Substitution(span, text[span.start : span.end], name + ("’s" if whose else ""))


def _speaking_person(
    text: str,
    tokens: list[Token],
    start: int,
    someone: tuple[str, bool | None],
    rules: Rules,
) -> Substitution | None:
    """``Lee said (that) he had paid``: who is the subject of what is said is the one who says it."""
    if not start or start + 1 >= len(tokens):
        return None
    token, (name, female) = tokens[start], someone
    if rules.comma_bound:
        words = speaking_german(tokens, start, someone, rules)
        return Substitution(Span(token.start, token.end), text[token.start : token.end], words) if words else None
    before = tokens[_behind_day(tokens, start, rules) - 1]
    led = before.word in rules.that or says(before, rules) or _told_to(tokens, start, rules)
    meant = rules.she if female else rules.he if female is False else rules.he | rules.she
    if not led or token.word not in meant & rules.subject_pronouns:
        return None
    if any(each.word.strip(".") in _OF_OTHERS for each in tokens[max(0, start - _FRAME) : start]):
        return None  # "the officer said he had a knife"
    words = name if name.split()[-1][:1].isupper() else f"the {name}"
    return Substitution(Span(token.start, token.end), text[token.start : token.end], words)


def _behind_day(tokens: list[Token], start: int, rules: Rules) -> int:
    """Where what is said begins without the day in front of it: "said on Thursday it would close"."""
    at = start
    while at > 1 and (tokens[at - 1].word in rules.weekdays or tokens[at - 1].word in _ON_DAY):
        at -= 1
    return at


def _told_to(tokens: list[Token], start: int, rules: Rules) -> bool:
    """Whether what is told to a paper, a channel or reporters begins at ``start``: "Lee told Reuters he …"."""
    told = next((j for j in range(start - 1, max(0, start - _HEARER), -1) if tokens[j].word == "told"), start)
    heard = [each for each in tokens[told + 1 : start] if each.word not in rules.definite]
    if not heard or not all(each.capital or each.word in _HEARERS for each in heard):
        return False
    last = heard[-1]
    return last.word in rules.media_words | _HEARERS or (last.text.isupper() and len(last.text) > 2)


def _back_then(tokens: list[Token], at: int) -> bool:
    """Whether "mittlerweile" tells of the past: "die mittlerweile in Kiel wohnten", "was at the moment ill"."""
    if tokens[at].word in _UNTIL_NOW:
        return False
    first = next((j + 1 for j in range(at, -1, -1) if tokens[j].text in {",", ";", ":"}), 0)
    last = next((j for j in range(at, len(tokens)) if tokens[j].text in {",", ";", ":", "."}), len(tokens))
    verbs = [j for j in range(first, last) if tokens[j].tag == "fin" and tokens[j].word in _BE]
    return bool(verbs) and tokens[min(verbs, key=lambda j: abs(j - at))].word in _WAS


def _word(
    text: str,
    tokens: list[Token],
    at: int,
    things: Things,
    definites: Definites,
    rules: Rules,
    *,
    reported: bool,
    dated: bool,
    published: date | None,
) -> Substitution | None:
    """What is put for the words at ``at``: a body's name, the day "now" is, a number, a verb's plain form."""
    token = tokens[at]
    if (name := things.named(tokens, at)) and not definites.called_otherwise(tokens[at + 1].word, name):
        noun = tokens[at + 1]
        return Substitution(Span(noun.start, noun.end), text[noun.start : noun.end], name)
    if not dated and published and (length := phrase_at(tokens, at, rules.now_words)) and not _back_then(tokens, at):
        span = Span(token.start, tokens[at + length - 1].end)
        original = text[span.start : span.end]
        return Substitution(span, original, f"{original} ({rules.as_of} {day_words(published, rules)})")
    for phrase, worded in rules.quantities.items():
        if length := phrase_at(tokens, at, (phrase,)):
            span = Span(token.start, tokens[at + length - 1].end)
            return Substitution(span, text[span.start : span.end], worded)
    excepts = token.word == "sei" and {tokens[at - 1].word, tokens[min(at + 1, len(tokens) - 1)].word} >= {"es", "denn"}
    plain = indicative(token, rules) if reported and not excepts else None
    if reported and plain is None and token.word in _PLURALS and not conditional(tokens, rules):
        behind = next((j for j in range(at + 1, len(tokens)) if tokens[j].text in {",", ".", ";", ":"}), len(tokens))
        had = token.word == "hätten" and tokens[behind - 1].word not in _MODALS
        done = any(each.tag == "pp" for each in tokens[at + 1 if had else behind - 1 : behind])
        plain = _PLURALS[token.word] if done else None  # "die Preise würden geprüft", never "hätten bleiben müssen"
    first_person = plain and any(each.word == "ich" for each in tokens[max(0, at - 2) : at + 2])
    if plain and not first_person and not token.capital:
        return Substitution(Span(token.start, token.end), text[token.start : token.end], plain)
    return None
