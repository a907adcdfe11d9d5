"""Where words for someone stand in their sentence: as its subject, beside a pronoun, as who speaks."""

from collections.abc import Mapping, Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.names.referents import Reference
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = [
    "holds_many",
    "inside",
    "is_determined",
    "is_subject",
    "means_one",
    "other_subject",
    "owned_here",
    "same_clause",
    "speaks",
]

_SAID = 5  # tokens between who speaks and what they say


def means_one(article: str, noun: str, rules: Rules) -> bool:
    """Whether a phrase speaks of one person: where the article has one form for "the" and one for "the many"."""
    if not rules.comma_bound:
        return True
    if article == "die":
        return noun in rules.woman_nouns or noun.endswith("in")
    return article in {"der", "dem"}


def is_determined(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a determiner stands before a noun, in German with a name between them too: "ein Korrener Schüler"."""
    first = at - 1
    while rules.comma_bound and first > 0 and tokens[first].tag in {"adj", "name", "noun"}:
        first -= 1
    return first >= 0 and tokens[first].word in rules.determiners


def same_clause(tokens: list[Token], each: Reference, at: int, whose: str, rules: Rules) -> bool:
    """Whether someone is the subject of the clause in which a pronoun is the object, and so is not meant."""
    word = tokens[at].word
    if whose or word not in rules.object_pronouns or not each.subject:
        return False
    between = tokens[each.end : at]
    said = next((j for j in range(each.end, at) if tokens[j].word in rules.speech_verbs), at)
    if not rules.comma_bound and any(is_finite(tokens, j, rules) for j in range(said + 2, at)):
        return False  # "Moody alleges stewards spied on him"
    return not any(
        token.word in rules.subordinators | rules.relatives or token.text in {",", ";", ":"} for token in between
    )


def is_subject(tokens: list[Token], each: Reference, found: list[Reference], rules: Rules) -> bool:
    """Whether a sentence is about someone: what it begins with, or what follows its verb behind an adverbial."""
    if each.whose or any(one.subject for one in found):
        return False
    start = each.start
    while start and tokens[start - 1].is_word and not is_finite(tokens, start - 1, rules):
        start -= 1
        if tokens[start].word in rules.prepositions:
            return False
    if start == 0:
        return True
    verb = start - 1
    if is_finite(tokens, verb, rules):
        if rules.subject_first:
            return False
        first = tokens[0].word
        return (
            first in rules.prepositions | rules.adverbs | rules.deictics | rules.subordinators
            or first in rules.starters
        )
    return rules.subject_first and tokens[verb].text not in {"'", "’"}


def other_subject(tokens: list[Token], at: int, found: list[Reference], rules: Rules) -> bool:
    """Whether someone whom the article does not introduce is the subject before a pronoun: "Deng … to his head"."""
    named = {j for each in found for j in range(each.start, each.end)}
    if rules.comma_bound and tokens[at].word in rules.he & rules.subject_pronouns:
        comma = next((j for j in range(at - 1, 0, -1) if tokens[j].text == ","), 0)
        if any(tokens[j].word == "ihn" and tokens[j - 1].tag != "prep" for j in range(1, comma)):
            return True  # "Lee beschimpfte ihn, weil er kam": who came is not said
        opens = max((j for j in range(comma) if tokens[j].text == ","), default=0)
        if comma and tokens[opens + 1].word == "der" and tokens[opens + 1].tag == "rel":
            return True  # "eines Wirts, der sagte, dass er schließe"
    for j in range(at - 1):
        name = tokens[j].tag == "name" and tokens[j].capital and j not in named
        if name and not tokens[j + 1].capital and is_finite(tokens, j + 1, rules):
            return tokens[at].word in rules.his | rules.object_pronouns
    return False


def speaks(
    tokens: list[Token],
    at: int,
    near: Mapping[str, Reference],
    before: Sequence[Reference],
    speaker: tuple[int, int],
    rules: Rules,
) -> Reference | None:
    """Who speaks, where what they say begins with the pronoun: "Lee said (that) he"; no one else is the topic."""
    between = tokens[speaker[1] : at]
    opens = all(each.tag in {"fin", "sub", "adv", ""} or each.word in rules.that for each in between)
    said = next((each for each in near.values() if speaker[0] <= each.start < speaker[1] and each not in before), None)
    rival = any(each.subject and said and each.key != said.key for each in before if each.key in near)
    fits = opens and len(between) <= _SAID and tokens[at].word in rules.subject_pronouns
    return said if said and said.form == "name" and fits and not rival else None


def holds_many(tokens: list[Token]) -> bool:
    """Whether something of which there are many stands among the words: what "them" may mean beside people."""
    return any(token.tag == "noun" and token.word.endswith(("s", "n")) for token in tokens)


def inside(tokens: list[Token], one: Reference, at: int, speaker: tuple[int, int] | None, rules: Rules) -> bool:
    """Whether a pronoun in a clause of its own means the subject of the sentence, who is not its speaker."""
    if not one.subject or one.form == "pronoun" or (speaker and speaker[0] <= one.start < speaker[1]):
        return False
    opens = rules.subordinators | rules.relatives | rules.coordinators
    if tokens[0].word in rules.time_openers and tokens[at - 1].text == "," and not rules.comma_bound:
        return tokens[at].word in rules.subject_pronouns  # "When Lee came to power, he …"
    return any(token.word in opens for token in tokens[one.end : at])


def owned_here(tokens: list[Token], at: int, found: Sequence[Reference], rules: Rules) -> bool:
    """Whether "sein", "ihr" can mean a thing its clause begins with: "der Konzern wolle seine Flotte …".

    English "his" can mean one of a party: "Ann Lee will vote against, and only a republican has given his support".
    """
    if not rules.comma_bound:
        start = max(
            (j + 1 for j in range(at) if tokens[j].tag in {"conj", "sub", ""} or tokens[j].text == ","), default=0
        )
        return any(
            tokens[j].word in rules.naming.party_members and tokens[j + 1].tag == "fin" for j in range(start, at)
        )
    start = max((j + 1 for j in range(at) if tokens[j].text in {",", ":", ";"}), default=0)
    begins = tokens[start:at]
    if start + 1 >= at or any(start <= each.start < at and each.key for each in found):
        return False
    known = {j for each in found for j in range(each.start, each.end)}
    led = {"adv", "sub", "fin"}
    for j in range(start, at):
        alone = tokens[j].tag == "noun" and j > start and tokens[j - 1].tag in led
        if (tokens[j].tag == "name" or alone) and tokens[j].capital and j not in known:
            return True  # "dass Korrenien an seinen Grenzen …"
    wanted = {"der", "das", "ein"} if tokens[at].word.startswith("sein") else {"die", "eine"}
    noun = next((each for each in begins if each.tag in {"noun", "fin"}), None)
    return begins[0].word in wanted and begins[0].tag == "art" and noun is not None and noun.tag == "noun"
