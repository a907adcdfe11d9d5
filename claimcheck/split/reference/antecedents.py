"""What "it", "er" and "they" mean where no person is meant: the subject of the sentence before.

Only where that subject is plain, agrees in number and gender, and nothing else in its sentence fits as well; then the
pronoun stands for its noun phrase, with the article that its own case wants.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.reference.ellipses import counted_nouns, ellipses
from claimcheck.split.reference.passives import open_for_things
from claimcheck.split.reference.references import Reference
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.stretches import LONGEST
from claimcheck.split.words.tellers import is_agent, persons
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["Antecedents", "Subject", "find_subject"]

_FRONT = 14  # tokens before the verb in which a subject is looked for
_TIMES = words(  # what a sentence tells of them is no subject of the next
    """year years month months week weeks day days evening morning night weekend jahr jahre monat monate woche wochen
    tag tage abend morgen nacht wochenende vormittag nachmittag"""
)
_OBLIQUE = frozenset({"dem", "den", "des", "einem", "einen", "eines", "einer", "keinen"})  # no subject's articles
_GENDERS = {"der": "m", "die": "f", "das": "n", "eine": "f", "dieser": "m", "diese": "f", "dieses": "n"}
_EMPTY = 12  # tokens from an "it" in which shows what it announces
_WORDS = 4  # words of a noun phrase that is put for a pronoun


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about: its noun phrase without an article, its number and gender, and whether it is a name."""

    words: str
    head: str
    gender: str  # m, f, n; "" where the language has none or nothing tells
    many: bool
    name: bool
    person: bool
    fronted: bool = False  # it opens its sentence
    alone: bool = True  # no other clause stands in its sentence, with others that can be meant


def find_subject(tokens: Sequence[Token], rules: Rules) -> Subject | None:
    """The subject of a sentence, where it is plain: a noun phrase right before its verb, or right behind it."""
    found = _find(tokens, rules)
    listed = list(tokens)
    verbs = sum(is_finite(listed, at, rules) for at in range(len(listed))) if found else 0
    others = any(token.tag in {"sub", "rel"} or token.word in rules.that for token in listed)
    return replace(found, alone=verbs < 2 and not others) if found else None


def _find(tokens: Sequence[Token], rules: Rules) -> Subject | None:
    if len(tokens) > LONGEST:
        return None
    listed = list(tokens)
    verb = next(
        (
            at
            for at in range(min(len(listed), _FRONT))
            if is_finite(listed, at, rules) and listed[at].tag in {"fin", ""}
        ),
        None,
    )
    if verb is None or verb == 0:
        return None
    if rules.subject_first:
        begin = 0
        if listed[0].tag in {"prep", "adv", "sub"} or listed[0].word in rules.prepositions:
            comma = next((at for at in range(verb) if listed[at].text == ","), None)
            if comma is None:
                return None
            begin = comma + 1
        return _phrase(listed, begin, verb, rules)
    first = listed[0]
    if first.tag in {"prep", "adv", "sub", "pro"} or first.word in rules.adverbs | rules.deictics | rules.prepositions:
        return _phrase(listed, verb + 1, len(listed), rules, verb=verb)
    return _phrase(listed, 0, verb, rules, verb=verb)


def _phrase(tokens: list[Token], start: int, end: int, rules: Rules, verb: int | None = None) -> Subject | None:
    """The noun phrase that begins at ``start``, as the subject of a ``verb``; None where it can be none."""
    led = start < end and (tokens[start].tag == "art" or tokens[start].word in rules.determiners)
    article = tokens[start].word if led else ""
    if article in _OBLIQUE or article in rules.his:
        return None
    first = named = start + led
    while named < end and tokens[named].tag in {"adj", "num", "pp", "adv"} and tokens[named].word not in rules.pronouns:
        named += 1
        measured = named + 1 < end and tokens[named].tag == "noun" and tokens[named + 1].tag == "adj"
        named += measured and rules.comma_bound  # "der 212 Kilometer lange Kanal"
    at = named
    while at < end and tokens[at].tag in {"noun", "name"} and (tokens[at].capital or not rules.comma_bound):
        at += 1
    if rules.subject_first and at < len(tokens) and tokens[at].text in {"'", "’"}:
        return None  # "Guests' bags"
    if not 0 < at - named <= _WORDS or any(each.word in rules.coordinators for each in tokens[at : at + 1]):
        return None
    described, nouns = [token for token in tokens[first:named] if token.tag == "adj"], tokens[named:at]
    head = nouns[0] if rules.comma_bound else nouns[-1]
    if head.word in rules.weekdays.keys() | rules.months.keys() | _TIMES:
        return None
    several = verb is not None and tokens[verb].word.endswith(("en", "sind"))
    found = (
        _german(described, nouns, article, rules, many=several)
        if rules.comma_bound
        else _english(described, nouns, article, rules)
    )
    return replace(found, fronted=start == 0) if found else None


def _german(
    described: Sequence[Token], nouns: Sequence[Token], article: str, rules: Rules, *, many: bool
) -> Subject | None:
    head, name = nouns[0].word, all(token.tag == "name" for token in nouns)
    adjectives = [token.word for token in described] if many else []
    if any(not word.endswith(("e", "en")) for word in adjectives):
        return None
    weak = [word if word.endswith("en") else f"{word}n" for word in adjectives]
    gender = _GENDERS.get(article, "")
    person = head in persons(rules) | rules.group_nouns or (gender == "f" and head.endswith("in"))
    person = person or (gender == "m" and not name and head.endswith(("er", "ent", "ist", "or", "ant")))
    words = " ".join([*weak, *(token.text for token in nouns)])
    return Subject(words, head, "p" if many else gender, many, name, person)


def _english(described: Sequence[Token], nouns: Sequence[Token], article: str, rules: Rules) -> Subject | None:
    if any(token.word.endswith(("'s", "’s", "’")) for token in nouns):
        return None
    head = nouns[-1].word
    name = all(token.tag == "name" for token in nouns) or (not article and all(token.capital for token in nouns))
    many = nouns[-1].tag == "noun" and ends_as_plural(head)
    kept = [token.text for token in described] if len(described) == 1 and not name else []
    person = head in persons(rules) | rules.group_nouns or is_agent(head, rules)
    words = " ".join([*kept, *(token.text for token in nouns)])
    return Subject(words, head, "p" if many else "", many, name, person)


def _last_clause(tokens: Sequence[Token], rules: Rules) -> Sequence[Token]:
    """What stands behind a colon, where that is a clause in German: what the next sentence goes on from."""
    colon = next((at for at in range(len(tokens) - 1, 0, -1) if tokens[at].text == ":"), None)
    if colon is None or not rules.comma_bound:
        return tokens
    behind = tokens[colon + 1 :]
    opens = bool(behind) and behind[0].tag == "art"
    return behind if opens and any(is_finite(list(behind), at, rules) for at in range(len(behind))) else tokens


@dataclass(slots=True)
class Antecedents:
    """The subjects of an article, sentence by sentence."""

    rules: Rules
    _before: Subject | None = None
    _counted: tuple[str, ...] = ()  # what the sentence before counts

    def pause(self) -> None:
        """What is read next stands beside the story."""
        self._before, self._counted = None, ()

    def read(
        self, tokens: Sequence[Token], quoted: Sequence[bool], found: Sequence[Reference], before: Sequence[Reference]
    ) -> list[Reference]:
        """The references of the next sentence, with those to the subject before; ``before``: those of that one."""
        result = open_for_things(found, tokens, self.rules)
        carried = self._carry_on(tokens, quoted, result, before)
        own = find_subject(_last_clause(tokens, self.rules), self.rules)
        if own is not None and not own.person:
            known = {at for each in result if each.key for at in range(each.start, each.end)}
            if each := self._next_clause(list(tokens), quoted, own, known):
                result = [*(one for one in result if one.start != each.start), each]
        taken = {at for each in result for at in range(each.start, each.end)}
        counted = [each for each in ellipses(tokens, self._counted, self.rules) if each.start not in taken]
        self._counted = counted_nouns(tokens, self.rules) or (self._counted if counted else ())
        result += counted
        self._before = carried or own
        return sorted(result, key=lambda each: each.start)

    def _carry_on(
        self, tokens: Sequence[Token], quoted: Sequence[bool], result: list[Reference], before: Sequence[Reference]
    ) -> Subject | None:
        """The subject before, where a pronoun in front goes on with it, which is then one of ``result``."""
        subject = self._before
        if subject is None or subject.person:
            return None
        taken = {at for each in result for at in range(each.start, each.end)}
        for at in self._fronts(tokens):
            open_one = next((n for n, each in enumerate(result) if each.start == at and each.key is None), None)
            if quoted[at] or (at in taken and open_one is None):
                continue
            if (named := self._named(tokens, at, subject, before)) is None:
                continue
            meant = Reference(at, at + 1, "thing:" + subject.head, named, "pronoun", many=subject.many, subject=True)
            if open_one is None:
                result.append(meant)
            elif not result[open_one].whose:
                result[open_one] = meant
            return subject
        return None

    def _next_clause(
        self, tokens: list[Token], quoted: Sequence[bool], subject: Subject, taken: set[int]
    ) -> Reference | None:
        """``Die Behörde rät ab, sie warnt …``: a pronoun that begins the next main clause, where no other noun fits."""
        pronoun, article = {"m": ("er", "der"), "f": ("sie", "die")}.get(subject.gender, ("", ""))
        for at in range(3, len(tokens) - 2):
            if tokens[at].word != pronoun or tokens[at - 1].text != "," or at in taken or quoted[at]:
                continue
            rivals = any(token.word == article and token.tag in {"art", "rel"} for token in tokens[1:at])
            plural = tokens[at + 1].word.endswith("en") or subject.many
            if is_finite(tokens, at + 1, self.rules) and not plural and not rivals:
                name = f"{article} {subject.words}"
                return Reference(at, at + 1, "thing:" + subject.head, name, "pronoun", subject=True)
        return None

    def _fronts(self, tokens: Sequence[Token]) -> list[int]:
        """Where a pronoun stands that the sentence is about: at its front, or right behind the verb."""
        listed = list(tokens)
        words = [at for at, token in enumerate(listed) if token.is_word]
        if not words:
            return []
        found = [words[0]]
        if self.rules.comma_bound:
            if listed[words[0]].word in self.rules.naming.joining and len(words) > 1:
                found = [words[1]]  # "Aber er ist …"
            verb = next((at for at in words[:_FRONT] if is_finite(listed, at, self.rules)), None)
            if verb is not None and verb + 1 < len(listed):
                found.append(verb + 1)
        else:
            comma = next((at for at in words[:_FRONT] if at and listed[at - 1].text == ","), None)
            if comma is not None and (
                listed[words[0]].tag in {"prep", "adv"} or listed[words[0]].word in self.rules.prepositions
            ):
                found.append(comma)
        return found

    def _many(self, tokens: list[Token], at: int, subject: Subject, before: Sequence[Reference]) -> str | None:
        """What German "sie" stands for where its verb is plural: "die weiblichen Katzen"."""
        near = range(max(0, at - 1), min(len(tokens), at + 2))
        plural = any(is_finite(tokens, j, self.rules) and tokens[j].word.endswith(("en", "sind")) for j in near)
        others = any(each.many and each.key for each in before)
        vague = subject.head in self.rules.naming.vague_nouns
        if tokens[at].word != "sie" or not plural or others or subject.name or vague or not subject.fronted:
            return None
        if not subject.alone:
            return None
        return f"die {subject.words}"

    def _named(self, tokens: Sequence[Token], at: int, subject: Subject, before: Sequence[Reference]) -> str | None:
        """The words that a pronoun for the subject before stands for; None where it may mean something else."""
        if not self.rules.comma_bound:
            return self._english(tokens, at, subject, before)
        return (self._many if subject.many else self._one)(list(tokens), at, subject, before)

    def _one(self, tokens: list[Token], at: int, subject: Subject, before: Sequence[Reference]) -> str | None:
        """What German "er", "sie" stands for: "die Behörde", where nobody of that sex was named and nobody speaks."""
        word, rules = tokens[at].word, self.rules
        wanted = {"er": "m", "sie": "f"}.get(word)
        if wanted is None or subject.name or subject.gender != wanted:
            return None
        someone = (each for each in before if each.key and not each.key.startswith("thing:") and not each.many)
        if any(each.female in {None, wanted == "f"} for each in someone):
            return None
        if any(each.word in rules.speech_verbs | rules.act_verbs for each in tokens[max(0, at - 2) : at + 3]):
            return None
        near = range(max(0, at - 1), min(len(tokens), at + 2))
        if word == "sie" and any(is_finite(tokens, j, rules) and tokens[j].word.endswith("en") for j in near):
            return None
        return f"{'der' if wanted == 'm' else 'die'} {subject.words}"

    def _english(self, tokens: Sequence[Token], at: int, subject: Subject, before: Sequence[Reference]) -> str | None:
        """What "it" or "they" stands for: "the agency", "the ships"."""
        word, rules = tokens[at].word, self.rules
        if word == "they" and subject.many:
            return None if any(each.many and each.key for each in before) else f"the {subject.words}"
        if word != "it" or subject.many:
            return None
        if (rules.expletive_signs | {"to"}) & {each.word for each in tokens[at + 1 : at + _EMPTY]}:
            return None
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if (word, after) in rules.empty_pairs or after in {"is", "was", "will", "would"}:
            return None
        return subject.words if subject.name else f"the {subject.words}"
