"""Whether a pronoun before a verb of saying can mean someone: by sex where a name or a noun tells it, by number."""

from claimcheck.split.languages import Rules
from claimcheck.split.names.people import People
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.tokens import Token

__all__ = ["bare_pronoun", "can_mean", "is_known_one", "may_be_someone", "telling_words"]

_BESIDE = frozenset({"only", "even", "just", "also", "but", "and", "yet", "then", "now", "still", "later", "earlier"})
_ANYONE = frozenset({"some", "many", "most", "few", "several"})


def telling_words(tokens: list[Token], rules: Rules) -> list[Token]:
    """The words of an English speaker that say who it is: without "only" in front, none where it is only "some"."""
    if rules.comma_bound:
        return tokens
    while len(tokens) > 1 and tokens[0].word in _BESIDE:
        tokens = tokens[1:]  # "Only Ina Lee replied"
    return [] if all(token.word in _ANYONE for token in tokens) else tokens


def is_known_one(tokens: list[Token], noun: str, rules: Rules) -> bool:
    """Whether a document can be the one the article tells of elsewhere: "the report", "a survey", no "new study"."""
    if rules.comma_bound or tokens[0].word in rules.definite | rules.demonstratives:
        return True
    return tokens[0].word in rules.indefinite and len(tokens) > 1 and tokens[1].word == noun


def bare_pronoun(tokens: list[Token], rules: Rules) -> Token | None:
    """The pronoun that a speaker is, with nothing but "both", "all", "also" beside it; None where it is none."""
    core = [token for token in tokens if token.word not in rules.crowd | rules.adverbs]
    return core[0] if core and all(token.word in rules.pronouns for token in core) else None


def may_be_someone(name: str, people: People, rules: Rules) -> bool:
    """Whether a speaker is one person: one of the article's people, or a noun for somebody."""
    return bool(people.called(name) or _somebody(name, rules))


def _head(name: str, rules: Rules) -> str:
    """The noun of a speaker without a name: "critics" of "critics of the plan"."""
    words = name.split("(")[0].split()
    end = next((at for at, word in enumerate(words) if word.casefold() in rules.belonging | rules.of_words), len(words))
    return words[end - 1] if end else ""


def _somebody(name: str, rules: Rules) -> frozenset[str]:
    """The pronouns that a speaker without a name goes by; empty where it is no person's noun."""
    noun = _head(name, rules).casefold()
    if noun.endswith(tuple(rules.woman_nouns)):
        return rules.she
    if noun.endswith(tuple(rules.man_nouns)):
        return rules.he
    return rules.he | rules.she if noun in rules.person_nouns | rules.spokespeople else frozenset()


def can_mean(pronoun: Token, name: str | None, people: People, rules: Rules) -> bool:
    """Whether a pronoun can mean a speaker: a person of its sex, a body where it is no person's pronoun."""
    if not name:
        return True
    person = people.called(name)
    if pronoun.word in rules.it - rules.he:
        return person is None
    female = pronoun.word in rules.she
    if person is not None:
        return person.female in {None, female} or pronoun.word in rules.they & rules.she
    if pronouns := _somebody(name, rules):
        return pronoun.word in pronouns
    if not rules.comma_bound:
        head = _head(name, rules)
        if head.islower() and ends_as_plural(head):
            return pronoun.word not in rules.he | rules.she  # "her critics"
        crowd = rules.body_words | rules.group_nouns | rules.tellers | rules.documents
        if any(word in crowd for word in name.casefold().split()):
            return pronoun.word not in rules.he | rules.she
    return True
