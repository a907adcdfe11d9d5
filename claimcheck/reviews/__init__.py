"""Published fact checks in and out: ClaimReview markup, feeds, tables and our own lines; rating words to labels."""

from claimcheck.reviews.columns import FIELDS
from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.draft import MAX_CLAIM
from claimcheck.reviews.find import find_claim_reviews
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.make import make_review
from claimcheck.reviews.page import NO_MARKUP
from claimcheck.reviews.ratings import How, Rating, Ratings, label_for, read_ratings
from claimcheck.reviews.read import read_reviews
from claimcheck.reviews.schema_org import format_claim_review, parse_claim_review

__all__ = [
    "FIELDS",
    "MAX_CLAIM",
    "NO_MARKUP",
    "Given",
    "How",
    "Rating",
    "Ratings",
    "Rejected",
    "find_claim_reviews",
    "format_claim_review",
    "label_for",
    "make_review",
    "parse_claim_review",
    "parse_date",
    "read_ratings",
    "read_reviews",
]
