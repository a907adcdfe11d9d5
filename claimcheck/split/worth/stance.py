"""How a clause takes a stand, or only describes: what its words show of that beside the lists of judgements."""

from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token

__all__ = ["about_an_idea", "compares", "has_deed", "judges_by_form", "leans_on", "names_only", "paints"]

_FORM = 6  # letters from which an ending tells


def has_deed(words: list[Token], rules: Rules) -> bool:
    """Whether a word says what was done, a thing with a place and a day: "arrested", "gekauft"."""
    return any(token.word in rules.worth.deeds and token.tag not in {"noun", "name", "adj"} for token in words)


def about_an_idea(tokens: list[Token], finite: list[int], rules: Rules) -> bool:
    """Whether a thought is what the clause is about: "The hope is that …", "Das Problem bleibt …"."""
    subject = tokens[: finite[0]] if finite else []
    return any(
        token.word in rules.worth.ideas and (at == 0 or subject[at - 1].tag != "prep")
        for at, token in enumerate(subject)
    )


def judges_by_form(words: list[Token], rules: Rules) -> int:
    """How many adjectives are formed as judgements are: "dreadful", "humorvoll"."""
    plain = rules.worth.plain_forms
    found = 0
    for token in words:
        if token.tag != "adj" or len(token.word) < _FORM:
            continue
        word = token.word
        if rules.comma_bound:
            word = next((word[: -len(each)] for each in ("en", "er", "es", "em", "e") if word.endswith(each)), word)
        found += word.endswith(rules.worth.judging_forms) and word not in plain
    return found


def compares(tokens: list[Token], rules: Rules) -> bool:
    """Whether it says more or less, and not how much: "more severe", "besser als früher"."""
    if any(token.text[:1].isdigit() or token.tag == "num" for token in tokens):
        return False
    return any(
        (token.word in rules.worth.degrees and follower.tag in {"adj", "adv"})
        or (token.tag in {"adj", "adv"} and token.word.endswith("er") and follower.word in {"than", "als"})
        for token, follower in pairwise(tokens)
    )


def leans_on(tokens: list[Token], rules: Rules) -> bool:
    """Whether it is a subordinate clause alone, whose main clause stands elsewhere: "Until she sees it"."""
    opens = bool(tokens) and tokens[0].word in rules.subordinators - rules.prepositions - rules.relatives
    return opens and all(token.text not in {",", ":"} for token in tokens)


def names_only(words: list[Token]) -> bool:
    """Whether it may be so for any of its kind: a plural without an article, in front of a verb of the present."""
    first = words[0] if words else None
    return first is not None and first.tag in {"noun", "adj"} and not any(token.tag == "name" for token in words)


def paints(words: list[Token], rules: Rules) -> bool:
    """Whether it paints a scene: what somebody does while the reporter looks on."""
    return any(token.word in rules.worth.gestures and token.tag in {"fin", "inf", "ing", ""} for token in words)
