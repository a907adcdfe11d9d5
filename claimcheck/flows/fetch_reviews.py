"""Past checks from Google's Fact Check Tools API into the workspace; the key comes from the environment alone."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from claimcheck.errors import FactCheckKeyMissing, NoReviewFound
from claimcheck.flows.import_reviews import ImportReport, Keeping, keep_reviews
from claimcheck.progress import Say, silent
from claimcheck.records import ClaimReview
from claimcheck.reviews import ENDPOINT, ClaimSearch, Given, Ratings, Rejected, reviews_in, search_claims

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["ENDPOINT_NAME", "KEY_NAME", "fetch_reviews", "read_key"]

KEY_NAME = "GOOGLE_FACTCHECK_API_KEY"
ENDPOINT_NAME = "GOOGLE_FACTCHECK_ENDPOINT"  # another address of the same API, such as a proxy of the desk's
_SOURCE = "Google Fact Check Tools API"


def read_key() -> str:
    """The key for the API, from the environment.

    Raises:
        FactCheckKeyMissing: it is not set.
    """
    key = os.environ.get(KEY_NAME, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise FactCheckKeyMissing(KEY_NAME)
    return key


def fetch_reviews(
    store: "Store | None",
    search: ClaimSearch,
    *,
    limit: int | None = None,
    ratings: Ratings | None = None,
    say: Say = silent,
    sleep: Callable[[float], None] = time.sleep,
    **keeping: Unpack[Keeping],
) -> ImportReport:
    """Ask for claims and keep their reviews, a transaction a batch, at most ``limit``; the report of an import.

    Raises:
        FactCheckKeyMissing, FactCheckApiRefused, FactCheckApiUnreachable: nothing is kept then.
        NoReviewFound: the API knows no check that fits.
    """
    endpoint = os.environ.get(ENDPOINT_NAME) or ENDPOINT
    claims = search_claims(search, key=read_key(), endpoint=endpoint, sleep=sleep)
    given = Given(source=_SOURCE, ratings=ratings)

    def outcomes() -> Iterator[ClaimReview | Rejected]:
        count = 0
        for claim in claims:
            for outcome in reviews_in([claim], given):
                yield replace(outcome, file=_SOURCE) if isinstance(outcome, Rejected) else outcome
                count += 1
                if count == limit:
                    return
        if not count:
            raise NoReviewFound(_SOURCE, "a question that published checks answer")

    return keep_reviews(store, outcomes(), source=_SOURCE, ratings=ratings, say=say, **keeping)
