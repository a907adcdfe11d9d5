"""What the elements around a text say of it, by their tags and by the words in their class, id, role and itemprop."""

import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from claimcheck.article.page.tree import Place
from claimcheck.records import Role

__all__ = ["HEADINGS", "Sign", "Signs", "inside", "nearest"]

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER = frozenset(("html", "body", "main", "article"))  # their classes list everything the page is about
_TOKEN = re.compile(r"[a-z]+")


class Sign(NamedTuple):
    """What a place says of its text: ``strong`` decides, ``soft`` does where nothing else speaks."""

    strong: Role | None = None
    soft: Role | None = None


class _Words(NamedTuple):
    strong: tuple[tuple[Role, frozenset[str]], ...]
    soft: tuple[tuple[Role, frozenset[str]], ...]
    tags: dict[str, Role]
    article: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(Path(__file__).with_name("signs.toml").read_text(encoding="utf-8"))
    strong, soft = (
        tuple((Role(role), frozenset(names)) for role, names in data[part].items()) for part in ("strong", "soft")
    )
    tags = {tag: Role(role) for tag, role in data["tags"].items()}
    return _Words(strong, soft, tags, frozenset(data["article"]["words"]))


def _own(place: Place) -> Sign:
    """The sign of a place by its own tag and words."""
    if place.tag in _NEVER:
        return Sign()
    known = _words()
    found = _TOKEN.findall(place.words)
    tokens = set(found) | {first + second for first, second in pairwise(found)}
    strong = next((role for role, names in known.strong if not names.isdisjoint(tokens)), known.tags.get(place.tag))
    soft = next((role for role, names in known.soft if not names.isdisjoint(tokens)), None)
    if place.tag == "time":
        soft = Role.BYLINE
    named = not known.article.isdisjoint(tokens)
    heading = place.tag in HEADINGS and strong in (Role.TEASER, Role.FURNITURE)
    boxed = place.tag in ("aside", "blockquote", "figure") and soft is not None
    return Sign(None if named or heading or boxed else strong, soft)


class Signs:
    """The signs of a page's places, each found once."""

    def __init__(self) -> None:
        self._inherited: dict[int, Sign] = {}
        self._exempt: set[int] = set()

    def of(self, place: Place) -> Sign:
        """The outermost strong role and the innermost soft one on the way from the root."""
        chain: list[Place] = []
        at: Place | None = place
        while at is not None and id(at) not in self._inherited:
            chain.append(at)
            at = at.parent
        sign = self._inherited[id(at)] if at is not None else Sign()
        for each in reversed(chain):
            if id(each) in self._exempt:
                sign = Sign()
            else:
                own = _own(each)
                sign = Sign(sign.strong or own.strong, own.soft or sign.soft)
            self._inherited[id(each)] = sign
        return sign

    def exempt(self, place: Place) -> None:
        """Take no sign from a place that holds the headline or the article, nor from what holds it."""
        at: Place | None = place
        while at is not None:
            self._exempt.add(id(at))
            at = at.parent
        self._inherited.clear()


def nearest(place: Place | None, tags: frozenset[str]) -> str | None:
    """The nearest of these tags at or up to three steps above a place."""
    for _ in range(4):
        if place is None:
            return None
        if place.tag in tags:
            return place.tag
        place = place.parent
    return None


def inside(place: Place | None, tag: str) -> bool:
    """Whether a place is an element of this tag or stands in one."""
    while place is not None and place.tag != tag:
        place = place.parent
    return place is not None
