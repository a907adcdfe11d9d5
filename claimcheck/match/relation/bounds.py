"""What stands before a number and bounds it: more than, at least, nearly, about."""

import re
from dataclasses import replace

from claimcheck.match.relation.quantity import Quantity

__all__ = ["bounded"]

_BOUNDS = (
    ("least", r"(?:at least|no fewer than|no less than|not less than|mindestens|wenigstens|zumindest|minimum)"),
    ("most", r"(?:at most|up to|no more than|not more than|maximum|höchstens|maximal|bis zu|nicht mehr als)"),
    ("over", r"(?:more than|greater than|over|above|exceed\w*|mehr als|über|gut|größer als|länger als|longer than)"),
    (
        "under",
        r"(?:less than|fewer than|under|below|weniger als|unter|kleiner als|kürzer als|shorter than"
        r"|nicht (?:ein)?mal(?: mehr)?|nicht mehr|not even)",
    ),
    ("nearly", r"(?:nearly|almost|close to|just under|fast|knapp|beinahe|nahezu)"),
    ("about", r"(?:about|around|roughly|approximately|some|circa|ca\.|rund|etwa|ungefähr|zirka|gegen|an die)"),
)
_BOUND = re.compile("|".join(rf"(?P<{name}>\b{words}\s*$)" for name, words in _BOUNDS), re.IGNORECASE)
_ARTICLE = re.compile(r"\s(?:an?|einer|eine[nms]?|the|the first|ein|der|die|den)\s$", re.IGNORECASE)


def bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the bound that stands before it: more than, at least, knapp."""
    if quantity.bound == "vague":
        return quantity
    before = text[max(0, quantity.start - 24) : quantity.start]
    article = None if _BOUND.search(before) else _ARTICLE.search(before)
    bound = _BOUND.search(before[: article.start() + 1] if article else before)
    if not bound:
        return quantity
    skipped = len(article[0]) - 1 if article else 0
    name = bound.lastgroup
    if quantity.dimension == "times" and quantity.value < 1 and not text.startswith("halb ", quantity.start):
        name = {"over": "under", "under": "over"}.get(name or "", name)  # more than halved
    return replace(quantity, start=quantity.start - skipped - len(bound[0]), bound=name)
