"""What a speaker is: one person of those that speak in an article, an agency that passes on what others say."""

from claimcheck.split.languages import Rules
from claimcheck.split.speech.speakers import Speaker, Speakers

__all__ = ["is_channel", "one_person"]


def one_person(said: Speaker | None, speakers: Speakers) -> tuple[str, bool | None] | None:
    """A speaker who is one person, and whether she is known to be a woman; None for a body or for several."""
    name = said.name if said else None
    if not name or speakers.several or " and " in name or not speakers.is_someone(name):
        return None
    person = speakers.people.called(name)
    return name, person.female if person else None


def is_channel(name: str | None, rules: Rules) -> bool:
    """Whether a source is a news agency or a paper, which passes on what others say."""
    return name is not None and any(word in name.casefold() for word in rules.media_words if len(word) > 3)
