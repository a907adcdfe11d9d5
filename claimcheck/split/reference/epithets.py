"""Someone called by what they are, where their name has just stood: "the former senator", "the actor", "the Dane".

Such a word takes the name of the only person in the sentence before. Words for what someone does in the story itself
("the judge", "the driver", "the victim") are left alone: they bring in somebody else as often.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.languages import Rules
from claimcheck.split.names.people import People
from claimcheck.split.names.referents import Reference
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Epithets"]

_AGED = frozenset({"-Jährige", "-Jährigen"})
_FAR = 3  # words between an article and its noun


@dataclass(slots=True)
class Epithets:
    """The people of an article by such words; whom "the former senator" meant once, it means again."""

    people: People
    rules: Rules
    _known: dict[str, str] = field(default_factory=dict)

    def of(
        self,
        tokens: Sequence[Token],
        at: int,
        found: Sequence[Reference],
        before: Sequence[Reference],
        speaker: str | None,
    ) -> Reference | None:
        """The phrase that begins with an article at ``at``, as a reference to the only person named before it.

        None where it may be somebody else. ``found``: who is named in its own sentence so far; ``before``: in the one
        before; ``speaker``: whose words that gives, who speaks of others.
        """
        rules = self.rules
        if aged := _by_age(tokens, at, self.people, rules):
            return aged
        if tokens[at].word in rules.definite and (one := _of_two(tokens, at, before, rules)):
            return one
        end = _end(tokens, at, rules) if tokens[at].word in rules.definite else None
        if end is None or _goes_on(tokens, end, rules):
            return None
        word = without_possessive(tokens[end - 1].word)
        female = _sex(tokens[at].word, word, rules)
        if rules.comma_bound and (tokens[at].word == "die") is not (female is True):
            return None  # "die Spanier" are several; "der Ministerin" may say whose
        phrase = " ".join([*(token.word for token in tokens[at + 1 : end - 1]), word])
        name = self._known.get(phrase) or self._only([*before, *found], speaker)
        person = self.people.called(name) if name else None
        if name is None or person is None or word in name.casefold():
            return None
        if _is_age(tokens[end - 1], rules) and self._is_other(name, word):
            return None
        if female is not None and person.female is not None and female != person.female:
            return None
        if end - at > 2:
            self._known.setdefault(phrase, name)
        whose = tokens[end - 1].text[len(word) :]
        return Reference(at, end, name, name, "office", person.female, whose=whose)

    def _is_other(self, name: str, age: str) -> bool:
        """Whether somebody is of another age, or named for an office: "Richter Lee sprach … Der 50-Jährige"."""
        older = any(name in held for known, held in self.people.ages.items() if known != age[:2])
        return older or any(each.name == name for each in self.people.offices.values())

    def _only(self, near: Sequence[Reference], speaker: str | None) -> str | None:
        """The only person among those near, who does not speak; None where there are others, or strangers."""
        single = [each for each in near if not each.many]
        named = {each.name for each in single if each.name and each.key == each.name}
        strangers = any(each.form == "phrase" for each in single)
        name = named.pop() if len(named) == 1 and not strangers else None
        return None if name == speaker else name


def _of_two(tokens: Sequence[Token], at: int, before: Sequence[Reference], rules: Rules) -> Reference | None:
    """``the latter``: the second of two who are named side by side in the sentence before; of others a stranger."""
    follower = tokens[at + 2] if at + 2 < len(tokens) else None
    if rules.comma_bound or at + 1 >= len(tokens) or tokens[at + 1].word not in {"latter", "former"}:
        return None
    if follower is None or follower.tag in {"noun", "name", "adj"}:
        return None
    named = {each.name: each for each in before if each.name and not each.many and each.form == "name"}
    if len(named) != 2 or not any(each.many and each.name == " and ".join(map(str, named)) for each in before):
        return Reference(at, at + 2, "np:latter", None, "phrase")
    one = sorted(named.values(), key=lambda each: each.start)[tokens[at + 1].word == "latter"]
    return Reference(at, at + 2, one.key, one.name, "office", one.female)


def _is_age(token: Token, rules: Rules) -> bool:
    """Whether a word calls someone by their age: "18-Jährige", "18-year-old"."""
    return token.text[:2].isdigit() and token.text[2:] in (_AGED if rules.comma_bound else {"-year-old"})


def _by_age(tokens: Sequence[Token], at: int, people: People, rules: Rules) -> Reference | None:
    """``die 18-Jährige``: the only one of that age, where the German form can mean one person only."""
    if not rules.comma_bound or at + 1 >= len(tokens) or "-J" not in tokens[at + 1].text:
        return None
    article, noun = tokens[at].word, tokens[at + 1].word
    forms = {"der": "-jährige", "die": "-jährige", "dem": "-jährigen", "den": "-jährigen"}
    follower = tokens[at + 2] if at + 2 < len(tokens) else None
    if article not in forms or not noun.endswith(forms[article]) or (follower and follower.capital):
        return None
    person = people.by_age(noun)
    if person is None or person.female is {"der": True, "die": False, "dem": True}.get(article, 0):
        return None
    return Reference(at, at + 2, person.name, person.name, "office", person.female)


def _end(tokens: Sequence[Token], at: int, rules: Rules) -> int | None:
    """Where a phrase ends that calls someone by what they are; None where it does not."""
    for noun in range(at + 1, min(len(tokens), at + 2 + _FAR)):
        token = tokens[noun]
        word = without_possessive(token.word)
        if not token.is_word or token.tag in {"fin", "prep"}:
            return None
        if _is_age(token, rules) and (noun == at + 1 or tokens[at + 1].word in {"then", "now"}):
            return noun + 1
        if rules.comma_bound and not token.capital:
            continue
        once = noun > at + 1 and tokens[at + 1].word in rules.naming.former and word.endswith(rules.role_endings)
        if word in rules.naming.epithets and noun == at + 1:
            return noun + 1
        if once and token.capital is rules.comma_bound:
            return noun + 1
        if rules.comma_bound:
            return None
    return None


def _goes_on(tokens: Sequence[Token], end: int, rules: Rules) -> bool:
    """Whether what stands behind a phrase says more of whom it means, or names them."""
    after = tokens[end] if end < len(tokens) else None
    if after is None:
        return False
    behind = tokens[end + 1] if end + 1 < len(tokens) else None
    if after.text == ",":
        return behind is not None and (behind.capital or behind.tag == "rel" or behind.word in rules.relatives)
    return (
        after.word in rules.of_words | rules.genitives | rules.relatives | {"who", "from", "aus"}
        or after.capital
        or after.tag in {"noun", "name", "adj"}
    )


def _sex(article: str, noun: str, rules: Rules) -> bool | None:
    """Whether a phrase can only mean a woman, or only a man; None where nothing tells."""
    if rules.comma_bound:
        return noun.endswith("in") or (noun.endswith("e") and article == "die")
    if noun.endswith(("woman", "actress", "heiress")) or noun.startswith("mother-"):
        return True
    return False if noun.endswith("man") or noun.startswith("father-") else None
