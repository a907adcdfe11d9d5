"""Who is meant: names, offices and pronouns of each sentence, told from what stands before them.

A pronoun finds someone only where one candidate fits in sex and number; people without names ("a man") are candidates
too, so that nobody takes the place of a stranger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.split.languages import Rules
from claimcheck.split.names.name_forms import INNER, SMALL
from claimcheck.split.names.people import People, bare
from claimcheck.split.names.positions import (
    holds_many,
    inside,
    is_determined,
    is_subject,
    means_one,
    other_subject,
    owned_here,
    same_clause,
    speaks,
)
from claimcheck.split.names.referents import Reference, candidates, group_words, named_later, thing_pronouns, together
from claimcheck.split.names.salience import Story
from claimcheck.split.reference.epithets import Epithets
from claimcheck.split.words.pronouns import is_many, is_pronoun, is_whose, owns
from claimcheck.split.words.stretches import LONGEST
from claimcheck.split.words.tellers import is_agent, persons
from claimcheck.split.words.tokens import Token

__all__ = ["Reference", "References"]

_BACK = 2  # sentences in which a pronoun looks for whom it means
_RECENT = 8  # names within which an office's holder must have been named
_PHRASE = 3  # words between an article and its noun


@dataclass(slots=True)
class References:
    """The references of an article, sentence by sentence."""

    people: People
    rules: Rules
    groups: Mapping[str, str] = field(default_factory=dict)  # "men" → "two loggers"
    counts: Mapping[str, int] = field(default_factory=dict)  # how often the article names someone
    sexes: Mapping[str, bool] = field(default_factory=dict)  # whether "she", by the pronouns behind their names
    _before: list[list[Reference]] = field(default_factory=list)
    _last: list[Reference] = field(default_factory=list)  # those of the sentence read last, of the story or beside it
    _recent: list[str] = field(default_factory=list)  # whose names were read last
    _speaker: str | None = None  # who spoke last
    _epithets: Epithets = field(init=False)
    _rivals: frozenset[str] = frozenset()  # pronouns that may mean a thing of the sentence before

    def __post_init__(self) -> None:
        self._epithets = Epithets(self.people, self.rules)

    def pause(self) -> list[list[Reference]]:
        """What is read next stands beside the story: what the story came to is handed out, for ``resume``."""
        kept, self._before = self._before, []
        return kept

    def resume(self, kept: list[list[Reference]]) -> None:
        """The story goes on."""
        self._before = kept

    def read(self, tokens: list[Token], quoted: Sequence[bool], speaker: tuple[int, int] | None) -> list[Reference]:
        """The references of the next sentence, in order; ``speaker`` is where its frame names who speaks."""
        found: list[Reference] = []
        at = 0 if len(tokens) <= LONGEST else len(tokens)
        while at < len(tokens):
            each = self._named(tokens, at) or self._phrase(tokens, at) or self._surname(tokens, at)
            if (each is None or (each.form == "phrase" and each.name is None)) and not quoted[at]:
                before = self._before[-1] if self._before else self._last
                each = self._epithets.of(tokens, at, found, before, self._speaker) or each
            if each is None and is_pronoun(tokens, at, self.rules):
                each = self._pronoun(tokens, at, found, quoted, speaker)
                if each.name and named_later(tokens, each, speaker, self.rules):
                    each = replace(each, key=None, name=None)  # "she met Lee" is someone else
                elif each.key is None:
                    here = [
                        one for one in found if one.key and not same_clause(tokens, one, at, each.whose, self.rules)
                    ]
                    spoke = self._speaker if speaker is None else self._spoken_by(tokens, found, speaker)
                    story = Story(self.people, self.rules, self.counts, self.sexes, self._recent, self._before)
                    each = story.meant(tokens, each, found, here, spoke, quoted=quoted[at])
            if each:
                found.append(replace(each, subject=is_subject(tokens, each, found, self.rules)))
                found += self._inside(tokens, each)
                at = each.end
            else:
                at += 1
        self._last = [*found, *together(tokens, found)]
        self._before = [*self._before[1 - _BACK :], self._last]
        self._rivals = thing_pronouns(tokens, self.rules)
        if speaker:
            self._speaker = self._spoken_by(tokens, found, speaker)
        self._recent = [*self._recent, *(each.name for each in found if each.name and each.form == "name")][-_RECENT:]
        return found

    def _named(self, tokens: list[Token], at: int) -> Reference | None:
        for end in range(at, min(at + 4, len(tokens))):
            small = tokens[end].word in SMALL or (end > at and tokens[end].word in INNER)
            if not tokens[end].capital and tokens[end].text != "." and not small:
                return None
            found = None if small and not tokens[end].capital else self.people.at(tokens, end)
            if found and found[1] == at:
                person, start, stop, whose = found
                female = self.sexes.get(person.name) if person.female is None else person.female
                return Reference(start, stop, person.name, person.name, "name", female, whose=whose)
        return None

    def _inside(self, tokens: list[Token], phrase: Reference) -> list[Reference]:
        """Who is named inside an English phrase for somebody else: "one Lee organizer"."""
        inner = (
            range(phrase.start + 1, phrase.end - 1) if phrase.form == "phrase" and not self.rules.comma_bound else ()
        )
        return [each for at in inner if (each := self._named(tokens, at)) and each.end < phrase.end]

    def _surname(self, tokens: list[Token], at: int) -> Reference | None:
        """``Mr Putin``, ``Clinton said``: someone of whom the article gives no full name, and so a stranger."""
        token = tokens[at]
        if not token.capital or token.tag not in {"name", ""} or not token.text.isalpha() or token.text.isupper():
            return None
        before = tokens[at - 1].word.strip(".") if at else ""
        titled = before in self.rules.titles
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        spoke = after is not None and not after.capital and after.word in self.rules.speech_verbs | self.rules.act_verbs
        shared = bare(token.word)[0] in self.people.shared  # "Clinton", where there are two
        beside = at > 0 and (tokens[at - 1].capital or tokens[at - 1].tag == "prep")  # "aus Kiel berichtet"
        if not titled and (beside or not (spoke or shared)):
            return None
        female = {"mr": False, "herr": False, "herrn": False, "sir": False, "mrs": True, "ms": True, "frau": True}.get(
            before
        )
        return Reference(at, at + 1, "name:" + bare(token.word)[0], None, "phrase", female)

    def _phrase(self, tokens: list[Token], at: int) -> Reference | None:
        """``the mayor``, ``a man``, ``two loggers``: by office the one who holds it, else a stranger."""
        rules = self.rules
        opens = tokens[at].word in rules.determiners or tokens[at].text.isdigit()
        if opens and tokens[at].word in rules.that and at + 1 < len(tokens) and tokens[at + 1].word in rules.definite:
            return None  # "said that the mayor": the phrase begins behind it
        if not opens or tokens[at].word in rules.his:
            bare_noun = tokens[at].word in rules.group_nouns and not is_determined(tokens, at, rules)
            if bare_noun and (not rules.comma_bound or tokens[at].capital) and not owns(tokens, at, rules):
                return Reference(at, at + 1, self._group(tokens[at].word), None, "phrase", many=True)
            return None
        for end in range(at + 1, min(at + 2 + _PHRASE, len(tokens))):
            if not tokens[end].is_word or tokens[end].word in rules.prepositions or tokens[end].tag == "fin":
                return None
            word, whose = bare(tokens[end].word)
            if end + 1 < len(tokens) and self._named(tokens, end + 1):
                return None  # "the mayor, Ann Lee", "der Präsident Radu Velisch": the name follows
            office = f"vice {word}" if tokens[end - 1].word == "vice" else word
            person = (
                self.people.by_office(office)
                if tokens[at].word in rules.definite and means_one(tokens[at].word, word, self.rules)
                else None
            )
            if person:
                told = {each.word for each in tokens[at + 1 : end]} <= {"former", "vice", "ehemalige", "ehemaligen"}
                form = "office" if told and person.name in self._recent else "phrase"
                return Reference(at, end + 1, person.name, person.name, form, person.female, whose=whose)
            if word in rules.group_nouns:
                if rules.comma_bound and tokens[at].word in {"der", "ein", "einem", "einen", "dem", "das"}:
                    return None
                return Reference(at, end + 1, self._group(word), None, "phrase", many=True, whose=whose)
            follower = tokens[end + 1].tag if end + 1 < len(tokens) else ""
            if not rules.comma_bound and word.endswith("-year-old") and follower not in {"noun", "name", "adj"}:
                aged = self.people.by_age(word) if tokens[at].word in rules.definite else None
                key, name = (aged.name, aged.name) if aged else ("np:" + word, None)
                form = "office" if aged else "phrase"
                return Reference(at, end + 1, key, name, form, aged.female if aged else None, whose=whose)
            noun = tokens[end].capital if rules.comma_bound else not tokens[end].capital
            last = end + 1 == len(tokens) or not tokens[end + 1].is_word or tokens[end + 1].word in rules.relatives
            if noun and last and is_agent(word, rules) and word not in rules.man_nouns | rules.woman_nouns:
                female = tokens[at].word in {"die", "eine"} if rules.comma_bound else None
                return Reference(at, end + 1, "np:" + word, None, "phrase", female, whose=whose)
            if noun and word in persons(rules):
                female = True if word in rules.woman_nouns else False if word in rules.man_nouns else None
                return Reference(at, end + 1, "np:" + word, None, "phrase", female, whose=whose)
        return None

    def _group(self, noun: str) -> str:
        """The key of a group, which two nouns of one number share: "the men" are "two loggers"."""
        return "group:" + self.groups.get(noun, noun).split()[-1]

    def _pronoun(
        self,
        tokens: list[Token],
        at: int,
        found: list[Reference],
        quoted: Sequence[bool],
        speaker: tuple[int, int] | None,
    ) -> Reference:
        word = tokens[at].word
        many = is_many(tokens, at, self.rules)
        female = None if many else word in self.rules.she and word not in self.rules.he
        whose = word if is_whose(tokens, at, self.rules) else ""
        unknown = Reference(at, at + 1, None, None, "pronoun", female, bool(many), whose)
        if whose and owned_here(tokens, at, found, self.rules):
            return unknown
        if quoted[at] or word in self.rules.reflexives or (not many and other_subject(tokens, at, found, self.rules)):
            return unknown
        if not many and (again := self._again(tokens, at, found)):
            return replace(unknown, key=again.key, name=again.name, female=again.female)
        here = [each for each in found if each.key and not same_clause(tokens, each, at, whose, self.rules)]
        if self.rules.comma_bound and speaker and tokens[speaker[0] - 1].word in self.rules.source_before:
            here = [each for each in here if not speaker[0] <= each.start < speaker[1]]  # "Laut Lee enthält er …"
        later = self._later(tokens, at, speaker)
        for before in ([],) if not self._before else reversed(self._before):
            near = candidates([*before, *here, *later], female, many)
            own = candidates(here, female, many)
            if len(own) == 1 and (whose or inside(tokens, next(iter(own.values())), at, speaker, self.rules)):
                near = own  # "Smith sold his house", "tenants vote on what they want"
            if len(near) == 1:
                key, one = next(iter(near.items()))
                if one.key is None or (whose and one not in here and self._stranger(tokens, at, found)):
                    return unknown
                spoke = word in self.rules.object_pronouns and one.key == self._speaker and one not in here
                carries_on = one.key == self._speaker and before is self._before[-1] if self._before else False
                carries_on = carries_on and word in self.rules.subject_pronouns - self._rivals and not many
                if self.rules.comma_bound and (spoke or not (one.subject or one in here or carries_on)):
                    return unknown  # things have a grammatical sex too
                if (
                    before
                    and before is not self._before[-1]
                    and (word in self._rivals or not (one.subject or one in here))
                ):
                    return unknown
                if one.female is None and not many and self.rules.comma_bound and at > 1:
                    return unknown  # "sie" may be things
                if one.name and one.female is None and not many and not (one.subject or one in here):
                    return unknown  # nothing tells that it is someone whom "she" can mean
                if key.startswith("pair:") and word in self.rules.object_pronouns and holds_many(tokens[:at]):
                    return unknown
                if many and one.form == "phrase" and not (one.subject or one in here):
                    return unknown
                name = one.name or group_words(tokens[at].word, key, self.groups, self.rules)
                return replace(unknown, key=key, name=name, female=one.female)
            if near:
                last = not self._before or before is self._before[-1]
                said = speaks(tokens, at, near, before, speaker, self.rules) if speaker and last else None
                if said is not None:
                    return replace(unknown, key=said.key, name=said.name, female=said.female)
                return self._topic(near, before, unknown, at)
        return unknown

    def _stranger(self, tokens: list[Token], at: int, found: list[Reference]) -> bool:
        """Whether a name stands before "his" of which the article tells nothing: "Potzl … plans to show his plans"."""
        known = {j for each in found for j in range(each.start, each.end)}
        names = (j for j in range(at) if tokens[j].tag == "name" and tokens[j].capital and j not in known)
        led = {"prep", "name", "noun", "adj"}
        return not self.rules.comma_bound and any(j == 0 or tokens[j - 1].tag not in led for j in names)

    def _again(self, tokens: list[Token], at: int, found: list[Reference]) -> Reference | None:
        """Who the same pronoun meant before in its sentence, with nobody named since: "He rose, and he spoke"."""
        if self.rules.comma_bound or tokens[at].word not in self.rules.subject_pronouns or not found:
            return None
        last = found[-1]
        same = last.form == "pronoun" and last.key and tokens[last.start].word == tokens[at].word
        between = tokens[last.end : at]
        told = any(token.word in self.rules.that | self.rules.speech_verbs for token in between)
        return last if same and not told and not any(token.tag == "name" for token in between) else None

    def _spoken_by(self, tokens: list[Token], found: list[Reference], speaker: tuple[int, int]) -> str | None:
        """Who a frame names, where that is known."""
        inside = [each for each in found if speaker[0] <= each.start < speaker[1]]
        named = inside or [each for j in range(*speaker) if (each := self._named(tokens, j))]
        if named:
            return named[0].key
        said = [token for token in tokens[slice(*speaker)] if token.is_word]
        pronoun = len(said) == 1 and said[0].word in self.rules.he | self.rules.she
        return None if pronoun else " ".join(token.text for token in said) or None

    def _topic(self, near: dict[str, Reference], before: list[Reference], unknown: Reference, at: int) -> Reference:
        """Of several, the one the sentence before was about, where this one begins with the pronoun.

        The sentence before that was about the same one, or the article names it far more often than the others.
        """
        topics = [each for each in before if each.subject]
        if at or not topics or topics[0].key not in near or unknown.whose:
            return unknown
        earlier = [each.key for each in self._before[0] if each.subject] if len(self._before) == _BACK else []
        others = max((self.counts.get(key, 1) for key in near if key != topics[0].key), default=0)
        if earlier[:1] != [topics[0].key] and self.counts.get(topics[0].key or "", 0) < 2 * others:
            return unknown
        return replace(unknown, key=topics[0].key, name=topics[0].name, female=topics[0].female)

    def _later(self, tokens: list[Token], at: int, speaker: tuple[int, int] | None) -> list[Reference]:
        """Who speaks, where a frame behind the pronoun names them: "He was there, Smith said"."""
        if not speaker or speaker[0] <= at:
            return []
        found = [each for j in range(*speaker) if (each := self._named(tokens, j))]
        return found[:1]
