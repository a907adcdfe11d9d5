"""Which words can name a source."""

from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token

__all__ = ["can_speak", "is_agent"]


def can_speak(words: list[Token], rules: Rules) -> bool:
    """Whether a source can be one: a name, people, a body, a document; "the situation" is none."""
    tellers = rules.group_nouns | rules.person_nouns | rules.documents | rules.body_words | rules.tellers
    endings = (*rules.agent_endings, *rules.source_endings) or ("\0",)
    return any(
        token.tag == "name" or token.word in tellers | rules.pronouns or token.word.endswith(endings) for token in words
    )


def is_agent(noun: str, rules: Rules) -> bool:
    """Whether a noun ends like one for someone by what they do: "trader", "Händler"."""
    return noun.endswith(rules.agent_endings or ("\0",)) and len(noun) > 5 and noun not in rules.not_agents
