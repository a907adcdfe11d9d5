"""Published fact checks in and out: ClaimReview markup, feeds, tables and our own lines; rating words to labels."""

from claimcheck.reviews.collect import files_of, is_many
from claimcheck.reviews.columns import FIELDS, parse_map
from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.detect import UNKNOWN, parse_language
from claimcheck.reviews.draft import MAX_CLAIM
from claimcheck.reviews.feed import FEED_END, FEED_START, format_feed_item
from claimcheck.reviews.find import find_claim_reviews
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.google import ENDPOINT, ClaimSearch, search_claims
from claimcheck.reviews.make import make_review
from claimcheck.reviews.objects import reviews_in
from claimcheck.reviews.page import NO_MARKUP
from claimcheck.reviews.pieces import read_reviews_shared
from claimcheck.reviews.ratings import COLUMNS, REFUSED, How, Rating, Ratings, label_for, read_ratings
from claimcheck.reviews.read import read_reviews
from claimcheck.reviews.schema_org import format_claim_review, parse_claim_review
from claimcheck.reviews.text import host_of

__all__ = [
    "COLUMNS",
    "ENDPOINT",
    "FEED_END",
    "FEED_START",
    "FIELDS",
    "MAX_CLAIM",
    "NO_MARKUP",
    "REFUSED",
    "UNKNOWN",
    "ClaimSearch",
    "Given",
    "How",
    "Rating",
    "Ratings",
    "Rejected",
    "files_of",
    "find_claim_reviews",
    "format_claim_review",
    "format_feed_item",
    "host_of",
    "is_many",
    "label_for",
    "make_review",
    "parse_claim_review",
    "parse_date",
    "parse_language",
    "parse_map",
    "read_ratings",
    "read_reviews",
    "read_reviews_shared",
    "reviews_in",
    "search_claims",
]
