"""``publish``: settled verdicts → the desk's own past checks, which ``lookup`` then finds as ours.

A claim's check stands at ``<publisher URL>#claim-<claim id>``. Publishing again changes only what has changed: a check
whose claim was reworded is replaced, one whose claim is no longer settled is withdrawn.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from claimcheck.agree import by_claim
from claimcheck.errors import NotPublishable, PublisherMissing
from claimcheck.flows.settle import find_consensuses, is_dropped, judged_wording, justifications
from claimcheck.records import Article, ClaimReview, ClaimStatus, Consensus, Label, review_id
from claimcheck.scheme import Scheme
from claimcheck.settings import FILE_NAME

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["PublishReport", "check_url", "claim_of", "desk_review", "publish_verdicts", "publisher_of"]

_FRAGMENT = "claim-"


@dataclass(frozen=True, slots=True)
class PublishReport:
    """How many of our past checks are new, changed, unchanged or withdrawn; ``left_out`` counts claims by reason."""

    new: int
    changed: int
    unchanged: int
    withdrawn: int
    left_out: Mapping[str, int]
    reviews: tuple[ClaimReview, ...]


def check_url(publisher_url: str, claim_id: str) -> str:
    """Where the desk's check of a claim stands.

    >>> check_url("https://example.org/checks", "0123456789abcdef")
    'https://example.org/checks#claim-0123456789abcdef'
    """
    return f"{urldefrag(publisher_url).url}#{_FRAGMENT}{claim_id}"


def claim_of(url: str | None) -> str | None:
    """The claim whose check stands at a URL of ours; None for any other URL."""
    fragment = urldefrag(url or "").fragment
    return fragment.removeprefix(_FRAGMENT) if fragment.startswith(_FRAGMENT) else None


def _refusal(
    stored: "StoredClaim", consensus: Consensus | None, scheme: Scheme, *, dropped: bool
) -> tuple[str, str] | None:
    """Why a claim cannot be published: a phrase to count by and the rest of a sentence; None where it can."""
    if dropped:
        return "dropped", "was dropped: restore it first"
    if stored.sample or (consensus is not None and consensus.sample):
        return "samples", "is a sample: only claims of your own articles with your own verdicts are published"
    if consensus is None:
        return "without a verdict", "has no verdict yet: judge it in Label Studio and pull"
    if consensus.label is None:
        labels = " and ".join(consensus.tie)
        return "tied", f"is tied between {labels}: ask a further annotator for a verdict and pull"
    choice = scheme.choice(consensus.label)
    if choice is None or not choice.claim_review:
        label = consensus.label.value
        return f"settled to {label}", f"is settled to {label}, which is not published: only ratings are"
    return None


def desk_review(
    judged: str,
    label: Label | None,
    scheme: Scheme,
    *,
    claim_id: str,
    publisher: tuple[str, str],
    day: date | None,
    language: str,
    **said: Any,
) -> ClaimReview:
    """Our check of a claim as it was judged, with the rating the scheme has for the label; ``said`` are more fields."""
    name, home = publisher
    url = check_url(home, claim_id)
    choice = scheme.choice(label) if label else None
    value = choice.rating_value if choice else None
    return ClaimReview(
        id=review_id(judged, url=url, publisher=name, date_published=day),
        claim_reviewed=judged,
        publisher=name,
        rating=label,
        alternate_name=choice.published(language) if choice else None,
        rating_value=None if value is None else str(value),
        best_rating=None if value is None else "5",
        worst_rating=None if value is None else "1",
        url=url,
        publisher_url=home,
        date_published=day,
        language=language,
        ours=True,
        **said,
    )


def publisher_of(name: str | None, url: str | None, folder: Path | None = None) -> tuple[str, str]:
    """Who publishes: a name and an address, as the settings in the workspace's ``folder`` have them.

    Raises:
        PublisherMissing: one of them is not set.
    """
    if name and url:
        return name, url
    settings = (("publisher_name", name), ("publisher_url", url))
    missing = tuple(setting for setting, value in settings if not value)
    raise PublisherMissing(missing, str((folder or Path()) / FILE_NAME))


def publish_verdicts(
    store: "Store",
    scheme: Scheme,
    *,
    publisher_name: str | None,
    publisher_url: str | None,
    claim_ids: Collection[str] | None = None,
    at: datetime,
) -> PublishReport:
    """Make each settled, untied, non-sample claim a past check of ours, all or nothing; a second time changes nothing.

    ``claim_ids`` (or their beginnings) name the claims; by default every claim that was judged is looked at and those
    that cannot be published are counted in ``left_out``. Verdicts are settled as they are now. A check keeps the date
    it was first published on.

    Raises:
        PublisherMissing: the publisher's name or URL is not set.
        NotPublishable: a named claim is tied, without a verdict, dropped, a sample, or has no published rating.
        NotFound, AmbiguousId: a named claim is not there, or several begin so.
    """
    publisher = publisher_of(publisher_name, publisher_url, store.folder)
    with store.transaction():
        settlement = find_consensuses(store, scheme, samples=True)
        consensuses = {each.claim_id: each for each in settlement.consensuses}
        counted = by_claim(settlement.counted)
        ours: dict[str, list[ClaimReview]] = {}
        for review in store.reviews(ours=True):
            if claim_id := claim_of(review.url):
                ours.setdefault(claim_id, []).append(review)
        if claim_ids is None:
            judged = {each.claim_id for each in (*settlement.counted, *settlement.skips)} | set(ours)
            claims = store.claims(ids=judged, statuses=set(ClaimStatus))
        else:
            claims = list({found.claim.id: found for found in map(store.claim, claim_ids)}.values())
        left_out: Counter[str] = Counter()
        articles: dict[str, Article] = {}
        reviews, outdated = [], list[str]()
        withdrawn = replaced = 0
        for stored in claims:
            claim_id = stored.claim.id
            before = ours.get(claim_id, [])
            refusal = _refusal(stored, consensuses.get(claim_id), scheme, dropped=is_dropped(store, stored))
            if refusal is not None:
                if claim_ids is not None:
                    raise NotPublishable(claim_id, refusal[1])
                left_out[refusal[0]] += 1
                outdated += [each.id for each in before]
                withdrawn += len(before)
                continue
            claim, consensus = stored.claim, consensuses[claim_id]
            if claim.article_id not in articles:
                articles[claim.article_id] = store.article(claim.article_id)
            article = articles[claim.article_id]
            review = desk_review(
                judged_wording(claim, counted[claim_id]),
                consensus.label,
                scheme,
                claim_id=claim_id,
                publisher=publisher,
                day=min((each.date_published for each in before if each.date_published), default=at.date()),
                claim_date=article.published,
                claimant=claim.speaker or article.outlet,
                summary=" ".join(justifications(consensus, counted[claim_id])) or None,
                language=claim.language,
            )
            gone = [each.id for each in before if each.id != review.id]
            replaced += bool(gone) and len(gone) == len(before)
            outdated += gone
            reviews.append(review)
        store.remove_reviews(outdated)
        report = store.put_reviews(reviews, at=at)
    return PublishReport(
        new=report.new - replaced,
        changed=report.changed + replaced,
        unchanged=report.unchanged,
        withdrawn=withdrawn,
        left_out=dict(sorted(left_out.items())),
        reviews=tuple(reviews),
    )
