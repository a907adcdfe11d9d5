"""Which words can name a source."""

from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token

__all__ = ["can_speak"]


def can_speak(words: list[Token], rules: Rules) -> bool:
    """Whether a source can be one: a name, people, a body, a document; "the situation" is none."""
    tellers = rules.group_nouns | rules.person_nouns | rules.documents | rules.body_words | rules.tellers
    endings = (*rules.agent_endings, *rules.source_endings) or ("\0",)
    return any(
        token.tag == "name" or token.word in tellers | rules.pronouns or token.word.endswith(endings) for token in words
    )
