"""Which firm "the company" is: the only one that the article has just spoken of.

A name is a firm's where the article says so beside it ("shares of Aerdal", "Aerdal-Chef", "the carmaker Verno"); names
of one family ("Signum", "Signum Bau AG") count as one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.reference.topics import Topic

__all__ = ["Firms"]

_NEAR = 400  # characters before a noun within which its firm is named
_LEAST = 2  # times a firm is named


class Firms:
    """The firms among the topics of an article."""

    def __init__(self, text: str, topics: Sequence[Topic], rules: Rules) -> None:
        before, behind = rules.kinds.firm_before, rules.kinds.firm_behind
        self._families: list[tuple[str, list[int]]] = []
        for topic in topics if before and behind else ():
            if topic.person or topic.place or len(topic.places) < _LEAST:
                continue
            name = re.escape(topic.name)
            told = re.search(rf"(?i:{before}){name}\b|\b{name}{behind}", text)
            if told and topic.name.split()[-1].casefold() not in rules.naming.countries:
                self._add(topic)

    def _add(self, topic: Topic) -> None:
        for name, places in self._families:
            if name.split()[0] == topic.name.split()[0]:
                places += topic.places  # topics come most often named first
                places.sort()
                return
        self._families.append((topic.name, list(topic.places)))

    def meant(self, start: int) -> str | None:
        """The firm that a noun at an offset means; None where none was named near, or two were."""
        near = [name for name, places in self._families if _last_before(places, start) >= start - _NEAR]
        return near[0] if len(near) == 1 else None


def _last_before(places: Sequence[int], start: int) -> int:
    """The last of the ordered places before an offset; far before it where there is none."""
    at = bisect_left(places, start)
    return places[at - 1] if at else start - _NEAR - 1
