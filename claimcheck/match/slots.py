"""What can differ in a claim: its numbers, dates, places, roles, negations and opposites, found once."""

from claimcheck.match.names import Named, find_places, find_roles
from claimcheck.match.numbers import Quantity, find_quantities
from claimcheck.match.polarity import Cue, find_negations, find_opposites
from claimcheck.match.times import Moment, find_moments

__all__ = ["Slots"]


class Slots:
    """The slots of one text. What stands inside a date is no number, inside a number no negation and no opposite."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.moments = find_moments(text)
        self.quantities = [
            each for each in find_quantities(text, language) if not any(_meet(each, other) for other in self.moments)
        ]
        taken: list[Quantity | Moment] = [*self.quantities, *self.moments]
        self.places = find_places(text)
        self.roles = find_roles(text)
        self.negations = [each for each in find_negations(text) if not any(_meet(each, other) for other in taken)]
        self.opposites = [each for each in find_opposites(text) if not any(_meet(each, other) for other in taken)]

    @property
    def length(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @property
    def first_date(self) -> str:
        """The words of the first date; empty where there is none."""
        return self.words(self.moments[0]) if self.moments else ""

    @property
    def weighty(self) -> list[Quantity]:
        """The quantities that are more than a bare small count, such as "two" or "three times"."""
        return [each for each in self.quantities if each.dimension not in ("", "times") or abs(each.value) > 12]

    def words(self, part: Cue | Quantity | Moment | Named) -> str:
        """What stands there, verbatim."""
        return self.text[part.start : part.end]


def _meet(one: Cue | Quantity | Moment, other: Quantity | Moment) -> bool:
    return one.start < other.end and other.start < one.end
