"""Whether a pronoun finds whom or what it means within its own claim, so that nothing is left open."""

from collections.abc import Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.pronouns import is_many
from claimcheck.split.words.tellers import persons
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["is_bound"]

_BACK = 40  # words before a pronoun in which its noun may stand
_NEAR = 60  # words before it among which a pronoun's noun is looked for
_FRONT = 3  # words at the front within which "his" may stand before its name
_AHEAD = 12  # words behind it within which the name follows
_SINGULAR = frozenset(
    {"der", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "die", "am", "im", "zum"}
)


def is_bound(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun has its noun before it in the claim: a person's, a group's, or any for "its" and "itself".

    A possessive at the front may have its name behind it: "In her speech, Ann Lee".
    """
    word = words[at].word
    if _before_name(words, at, rules):
        return True
    before = words[max(0, at - _BACK) : at - 1] if at > 1 else []
    if not before:
        return False
    if word in rules.his | rules.it | rules.reflexives:
        return any(each.word in rules.determiners or each.capital or each.word in rules.group_nouns for each in before)
    if rules.comma_bound and word in {"sie", "ihnen"}:
        many = word == "ihnen" or is_many(words, at, rules) is True or words[-1].word.endswith(("en", "sind"))
        opens = rules.subordinators | rules.relatives | rules.that
        inside = any(each.word in opens and each.tag != "art" for each in words[at - 2 : at])
        return at > _FRONT and many and inside and (_plural(before) or _opens_plural(words))
    if rules.comma_bound and word in {"er", "es"} and _thing(words, at, rules):
        return True
    if word in rules.they and word not in rules.she:
        if not rules.comma_bound and _opens_clause(words, at, rules):
            return False
        if word == "them":
            before = _behind_subject(before, rules)
        return any(_several(before, j, rules) for j in range(len(before)))
    if rules.comma_bound and word in rules.she:
        return False
    if rules.comma_bound and word in rules.object_pronouns:  # "der Trainer entschied sich gegen ihn": somebody else
        clause = next((j for j in range(len(before) - 1, 0, -1) if before[j].tag in {"sub", "rel"}), 0)
        before = before[:clause]
    if word in rules.he | rules.she:
        people = persons(rules)
        led = words[at - 1].word in rules.subordinators | rules.that and word in rules.subject_pronouns
        front = led and bool(before) and words[0] is before[0] and words[0].tag == "name"
        first = front and (words[1].tag in {"fin", "adv", "name"} or is_finite(words, 1, rules))  # "Ray left when he …"
        return any(each.word in people or (each.tag == "name" and (j or first)) for j, each in enumerate(before)) or (
            rules.comma_bound and _someone(before, rules)
        )
    return False


def _opens_clause(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun is the subject behind what stands in front of it: "On Tuesday, armed with knives, they"."""
    front = words[at - 1].text == "," and words[0].tag in {"prep", "ing", "pp"}
    return front and not any(is_finite(words, j, rules) for j in range(at))


def _behind_subject(before: list[Token], rules: Rules) -> list[Token]:
    """What stands behind the subject of the clause, who would be "themselves": "Police called for them"."""
    verbs = [j for j in range(len(before)) if is_finite(before, j, rules)]
    does = before[0].tag == "ing"  # "Blocking comments is no more than moderating them"
    return before[verbs[0] :] if len(verbs) == 1 and not does else before


def _before_name(words: list[Token], at: int, rules: Rules) -> bool:
    opens = words[0].word in rules.prepositions and at <= _FRONT and words[at].word in rules.his
    return opens and any(each.tag == "name" and each.capital for each in words[at + 1 : at + _AHEAD])


def _plural(words: Sequence[Token]) -> bool:
    """Whether one of the words is a German noun for several, with no article for one: "für Flüchtlinge"."""
    for j, each in enumerate(words):
        first = j
        while first and words[first - 1].tag == "adj":
            first -= 1
        led = words[first - 1].word if first else ""
        ending = each.word.endswith(("en", "er", "e", "n", "s"))
        if each.tag == "noun" and each.capital and ending and led not in _SINGULAR:
            return True
    return False


def _opens_plural(words: Sequence[Token]) -> bool:
    """Whether a claim begins with its subject in the plural: "Die Betroffenen können hoffen, wenn sie …"."""
    first = next((j for j, each in enumerate(words[:4]) if each.capital and each.tag in {"noun", "name"}), None)
    if first is None or words[0].tag not in {"art", "noun", "adj", "num"} or first + 1 >= len(words):
        return False
    return words[first + 1].word.endswith(("en", "sind")) and words[first + 1].tag == "fin"


def _thing(words: Sequence[Token], at: int, rules: Rules) -> bool:
    """Whether "er" or "es" in a subordinate clause has its noun before it: "ein Vertrag, als gebe es ihn"."""
    opens = rules.subordinators | rules.relatives | rules.that
    if not any(each.word in opens and each.tag != "art" for each in words[max(0, at - 2) : at]):
        return False
    articles, ending = (("der", "dieser"), "er") if words[at].word == "er" else (("das", "dieses"), "es")
    for j in range(max(0, at - _NEAR), at - 2):
        noun = next((each for each in words[j + 1 : j + 4] if each.tag != "adj"), None)
        described = words[j + 1].tag == "adj" and words[j + 1].word.endswith(ending)
        told = words[j].word in articles or (words[j].word in {"ein", "kein"} and described)
        subject = j == 0 or words[j - 1].tag in {"fin", "sub"} or described
        if told and words[j].tag == "art" and subject and noun is not None and noun.tag == "noun":
            return True
    return False


def _someone(words: Sequence[Token], rules: Rules) -> bool:
    """Whether a German noun for one man stands there with its article: "ein Migrant"."""
    return any(
        each.capital
        and each.word.endswith(rules.agent_endings)
        and words[j - 1].word in {"der", "ein", "den", "einen", "dem", "einem"}
        for j, each in enumerate(words)
        if j
    )


def _several(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word before "they" can be what it means: a plural noun that is a subject, a group of people."""
    word = words[at]
    if word.word in rules.group_nouns:
        return True
    if rules.comma_bound:
        return False
    counted = at > 0 and (words[at - 1].tag in {"num", "adj"} or words[at - 1].word in rules.determiners)
    plural = word.tag == "noun" and ends_as_plural(word.word)
    return plural and (counted or at == 0 or words[at - 1].tag in {"ing", "noun", "prep"})
