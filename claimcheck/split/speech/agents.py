"""Speakers named by what they do, or as a list: "der Forscher", "der scheidende Baumeister", "voters and mayors"."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.tellers import persons
from claimcheck.split.words.tokens import Token

__all__ = [
    "are_many",
    "for_another",
    "is_agent_phrase",
    "is_list",
    "is_nobodys_view",
    "is_owned_view",
    "only_described",
    "titled_from",
    "without_attribute",
]


def are_many(tokens: list[Token], rules: Rules) -> bool:
    """Whether a German article and its noun are a plural: "die Richter", no "die Richterin", no "die Vorsitzende"."""
    masculine = tokens[-1].word.endswith(("er", "ern", "en", "or", "oren"))
    named = tokens[-1].tag == "name" and not tokens[-1].word.endswith(rules.role_endings)  # "die Müller"
    return rules.comma_bound and tokens[0].word == "die" and masculine and not named


def is_list(tokens: list[Token], rules: Rules) -> bool:
    """Whether several speak who have no names: "voters, aides and mayors"."""
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
    joined = any(token.word in rules.coordinators for token in tokens[comma:])
    return joined and not any(token.tag == "name" for token in tokens)


def is_agent_phrase(tokens: list[Token], rules: Rules) -> bool:
    """Whether a definite noun can mean one person by what they do: "der Forscher", never "die Forscher"."""
    noun = tokens[-1].word
    if noun in rules.body_words | rules.body_nouns | rules.not_agents | rules.group_nouns - rules.man_nouns:
        return False
    if rules.comma_bound and (noun.endswith(("in", "frau")) or "-jährig" in noun) is not (tokens[0].word == "die"):
        return "-jährig" in noun
    return "-jährig" in noun or noun.endswith(rules.agent_endings)


def only_described(tokens: list[Token]) -> bool:
    """Whether nothing but adjectives stands before a noun: "der scheidende Baumeister"."""
    return len(tokens) == 3 and tokens[1].tag in {"adj", "pp"} and tokens[1].is_word


def titled_from(tokens: list[Token], start: int, rules: Rules) -> int:
    """Where a name that begins at ``start`` begins with its title: "Mr Lee", "Frau Lehr"."""
    while start and (tokens[start - 1].word in rules.titles or tokens[start - 1].text == "."):
        start -= 1
    return start


def for_another(tokens: list[Token], start: int, rules: Rules) -> bool:
    """Whether somebody else is meant than the name at ``start``: "die Sprecherin von Ina Lehr", not "Frau Lehr"."""
    start = titled_from(tokens, start, rules)
    known = persons(rules) | rules.spokespeople
    return start > 1 and any(
        token.tag in {"noun", "adj"} and (token.word in known or token.word.endswith(rules.role_endings))
        for token in tokens[: start - 1]
    )


def without_attribute(tokens: list[Token], rules: Rules) -> list[Token]:
    """A German noun and its article without the long attribute between them: "der in Kiel geborene Spieler"."""
    if rules.comma_bound and len(tokens) == 3 and tokens[1].tag == "adv" and "-jährig" in tokens[2].word:
        return [tokens[0], tokens[2]]  # "der heute 84-Jährige"
    if not rules.comma_bound or len(tokens) < 4 or tokens[0].word not in rules.definite or tokens[1].tag != "prep":
        return tokens
    closed = tokens[-2].tag in {"adj", "pp"} and tokens[-1].tag == "noun"
    return [tokens[0], tokens[-1]] if closed else tokens


def is_owned_view(tokens: list[Token], rules: Rules) -> bool:
    """Whether two words are a view and whose it is: "their version", "seiner Ansicht", "Meiers Fazit"."""
    if len(tokens) != 2 or tokens[1].word not in rules.views | rules.framing.labels:
        return False
    return tokens[0].word in rules.his or (rules.comma_bound and tokens[0].tag == "name")


def is_nobodys_view(tokens: list[Token], rules: Rules) -> bool:
    """Whether an English source is a view of which it stays open whose it is: "one version"."""
    described = all(token.tag in {"art", "adj", "num"} and not token.capital for token in tokens[:-1])
    return tokens[-1].word in rules.views and described and not rules.comma_bound
