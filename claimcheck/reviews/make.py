"""A past check from values a person gives, under the same checks as one from a file."""

from datetime import date

from claimcheck.errors import ReviewInvalid
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews.draft import Draft, build_review
from claimcheck.reviews.given import Given, Refusal
from claimcheck.reviews.text import clean_url

__all__ = ["make_review"]


def make_review(
    claim: str,
    *,
    publisher: str | None = None,
    rating: Label | None = None,
    alternate_name: str | None = None,
    url: str | None = None,
    publisher_url: str | None = None,
    date_published: date | None = None,
    claim_date: date | None = None,
    claimant: str | None = None,
    title: str | None = None,
    summary: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    source: str | None = None,
    sample: bool = False,
) -> ClaimReview:
    """The past check these values describe; without a publisher it is the host of the address.

    >>> make_review("It rained", url="https://www.desk.example/1", rating=Label.TRUE, language="en").publisher
    'desk.example'

    Raises:
        ReviewInvalid: there is no claim, neither publisher nor address, or an address is not http or https.
    """
    for address in (url, publisher_url):
        if address and not clean_url(address):
            raise ReviewInvalid(f"the address {address[:80]!r} is not a whole http or https one")
    draft = Draft(
        claim_reviewed=claim,
        houses=(publisher,),
        publisher_url=publisher_url,
        rating=rating,
        alternate_name=alternate_name,
        url=url,
        date_published=date_published,
        claim_date=claim_date,
        claimant=claimant,
        title=title,
        summary=summary,
        language=language,
        licence=licence,
    )
    try:
        return build_review(draft, Given(source=source, sample=sample))
    except Refusal as refusal:
        raise ReviewInvalid(str(refusal)) from None
