"""The person a story is about, whom "he" or "she" means where the sentences before name several, or nobody.

Only where the article names one person far more often than any other whom the pronoun can mean; a stranger in between,
a speaker inside their own words, or someone nearer in the sentence keeps the pronoun open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.split.languages import Rules
from claimcheck.split.names.people import People
from claimcheck.split.names.referents import Reference
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["Story", "main_person"]

_LEAST = 3  # times the person a story is about is named
_AHEAD = 2  # times as often as anyone else who fits
_NEAR = 3  # names within which they must have been named
_WHO = 25  # tokens a clause with "who" may have


@dataclass(frozen=True, slots=True)
class Story:
    """What is known so far of the people of an article: how often each is named, their sex, who was named last."""

    people: People
    rules: Rules
    counts: Mapping[str, int]
    sexes: Mapping[str, bool]
    recent: Sequence[str]
    before: Sequence[Sequence[Reference]]  # the references of the sentences before

    def meant(
        self,
        tokens: list[Token],
        pronoun: Reference,
        found: Sequence[Reference],
        here: Sequence[Reference],
        spoke: str | None,
        *,
        quoted: bool,
    ) -> Reference:
        """A pronoun that found no one, with whom its clause tells of or the story is about; else as it is.

        ``here``: who stands before it in its sentence and can be meant. ``spoke``: whose words stand in quotation
        marks, who is not meant in them.
        """
        rules, female = self.rules, pronoun.female
        if pronoun.many or female is None or rules.comma_bound or tokens[pronoun.start].word in rules.reflexives:
            return pronoun
        told = _behind_who(tokens, pronoun.start, found, rules)
        if told and told in here and told.female is female:
            return replace(pronoun, key=told.key, name=told.name)
        name = main_person(self.counts, {each: self._sex(each) for each in self.counts}, female)
        if name is None or (len(here) < len(found) and any(each.key == name for each in found)):
            return pronoun
        if _others_named(tokens, pronoun, found, name, rules):
            return pronoun
        before = self.before[-1] if self.before else ()
        if quoted:
            if spoke is None or spoke == name:
                return pronoun
            before = [each for each in before if each.key != spoke]
        elif _beside_speech(tokens, pronoun.start, rules):
            return pronoun
        near = name in self.recent[-_NEAR:] or any(each.key == name for each in [*before, *here])
        if not near or _stands_between(name, before, here, female):
            return pronoun
        return replace(pronoun, key=name, name=name)

    def _sex(self, name: str) -> bool | None:
        person = self.people.called(name)
        return self.sexes.get(name, person.female if person else None)


def main_person(counts: Mapping[str, int], sexes: Mapping[str, bool | None], female: bool) -> str | None:
    """Who is named far more often than all others that fit; None where nobody is, or where their sex is not known.

    >>> main_person({"Ann Lee": 6, "Bo Ray": 5}, {"Ann Lee": True, "Bo Ray": False}, True)
    'Ann Lee'
    """
    fits = sorted(((times, name) for name, times in counts.items() if sexes.get(name) in {female, None}), reverse=True)
    if not fits or fits[0][0] < _LEAST or sexes.get(fits[0][1]) is None:
        return None
    return fits[0][1] if len(fits) == 1 or fits[0][0] >= _AHEAD * fits[1][0] else None


def _stands_between(name: str, before: Sequence[Reference], here: Sequence[Reference], female: bool) -> bool:
    """Whether someone else can as well be meant: a stranger of that sex, or another who is a subject or nearer."""
    for each in before:
        fits = not each.many and each.female in {female, None} and each.key != name and each.form != "pronoun"
        if fits and (each.subject or (each.name is None and each.female is female)):
            return True
    return any(
        each.key != name and not each.many and each.female in {female, None} and each.form != "pronoun" for each in here
    )


def _behind_who(tokens: Sequence[Token], at: int, found: Sequence[Reference], rules: Rules) -> Reference | None:
    """Of whom a clause with "who" tells in which a pronoun stands: "Bo Ray, who sold his boat"."""
    for j in range(at - 1, max(0, at - _WHO), -1):
        if tokens[j].word not in {"who", "whose"} or rules.comma_bound:
            continue
        told = next((each for each in found if each.end in {j, j - 1} and each.form != "pronoun"), None)
        nearer = any(j < each.start < at and each.form != "pronoun" for each in found)
        return told if told and told.key and not told.many and not nearer else None
    return None


def _beside_speech(tokens: Sequence[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun is the one who speaks: "he said", "sagte er"."""
    beside = [tokens[j] for j in (at - 1, at + 1) if 0 <= j < len(tokens)]
    return any(not each.capital and each.word in rules.speech_verbs | rules.act_verbs for each in beside)


def _others_named(tokens: list[Token], pronoun: Reference, found: Sequence[Reference], name: str, rules: Rules) -> bool:
    """Whether the sentence names the same person behind the pronoun, or someone unknown before it who can be meant."""
    last = name.split()[-1].casefold()
    if any(token.capital and token.word.startswith(last) for token in tokens[pronoun.end :]):
        return True  # "he provoked Lee" is someone else
    known = {j for each in found for j in range(each.start, each.end)}
    for j in range(pronoun.start):
        token = tokens[j]
        owner = token.word.endswith(("'s", "’s"))
        acts = j + 1 < pronoun.start and not tokens[j + 1].capital and is_finite(tokens, j + 1, rules)
        if token.capital and token.tag in {"name", ""} and j not in known and (owner or acts):
            return True
        trade = token.word.endswith(rules.agent_endings) and token.word not in rules.not_agents
        if pronoun.whose and token.tag == "noun" and (trade or token.word in rules.person_nouns):
            return True
    return False
