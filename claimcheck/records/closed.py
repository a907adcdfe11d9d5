"""The closed sets: what a block, a claim, a label, a relation can be."""

from enum import StrEnum

__all__ = ["CARRIERS", "Assertion", "ClaimKind", "ClaimStatus", "DifferenceKind", "Label", "Relation", "Role"]


class Role(StrEnum):
    """What a block of a page is; only ``CARRIERS`` can hold claims."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    QUOTE_BOX = "quote_box"
    FACT_BOX = "fact_box"
    LIVE_UPDATE = "live_update"
    EMBED = "embed"
    TEASER = "teaser"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    COMMENT = "comment"
    BYLINE = "byline"
    CREDIT = "credit"
    CORRECTION = "correction"
    FURNITURE = "furniture"


CARRIERS = frozenset(
    {Role.HEADLINE, Role.LEAD, Role.BODY, Role.CAPTION, Role.FACT_BOX, Role.LIVE_UPDATE, Role.QUOTE_BOX}
)
"""Roles whose text carries claims."""


class Assertion(StrEnum):
    """How the article puts a claim forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    QUOTED = "quoted"
    PRESUPPOSED = "presupposed"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    EVENT = "event"
    QUANTITY = "quantity"
    HISTORICAL = "historical"
    LEGAL = "legal"
    CAUSAL = "causal"
    QUOTATION = "quotation"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    NORMATIVE = "normative"


class ClaimStatus(StrEnum):
    """Where a claim stands in the workspace."""

    ACTIVE = "active"
    DROPPED = "dropped"
    SUPERSEDED = "superseded"


class Label(StrEnum):
    """What a verdict says; the first five are ordered, the rest are nominal (``annotations/scheme.toml``)."""

    TRUE = "TRUE"
    MOSTLY_TRUE = "MOSTLY_TRUE"
    HALF_TRUE = "HALF_TRUE"
    MOSTLY_FALSE = "MOSTLY_FALSE"
    FALSE = "FALSE"
    MISLEADING = "MISLEADING"
    UNVERIFIABLE = "UNVERIFIABLE"
    NOT_A_CLAIM = "NOT_A_CLAIM"


class Relation(StrEnum):
    """How a past check's claim stands to a new one; ``broader`` and ``narrower`` describe the past claim."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    DIFFERS_NUMBER = "differs_number"
    DIFFERS_DATE = "differs_date"
    DIFFERS_PLACE = "differs_place"
    DIFFERS_PERSON = "differs_person"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"


class DifferenceKind(StrEnum):
    """The slot in which two claims differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    PERSON = "person"
    NEGATION = "negation"
    ANTONYM = "antonym"
    SCOPE = "scope"
