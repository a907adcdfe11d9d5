"""Past checks in and out of the workspace: import a file, add one by hand, choose and remove."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from claimcheck.errors import NoReviewSelected, ReviewFileMissing
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import Rejected, label_for, make_review, read_reviews

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["ImportReport", "add_review", "choose_reviews", "demand_files", "import_reviews", "remove_reviews"]

_BATCH = 500
_REPORT_EVERY = 200
_WITH_RAW = 1_000  # rejected records whose beginning is kept; of later ones, place and reason
_TOP = 20


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or on a dry run would do.

    ``approximate``: reviews whose label loses something their word said, or was read from the head of a sentence.
    ``unmapped``: rating words without a label, most frequent first, at most 20; ``unrated``: reviews without a word.
    """

    source: str
    new: int
    changed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    mapped: int
    approximate: int
    unmapped: tuple[tuple[str, int], ...]
    unrated: int
    dry_run: bool = False


@dataclass(slots=True)
class _Tally:
    """What is counted while reviews stream by."""

    progress: Progress
    own_publisher: str | None
    rejected: list[Rejected] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    mapped: int = 0
    approximate: int = 0
    unrated: int = 0
    disowned: int = 0

    def take(self, outcomes: Iterator[ClaimReview | Rejected]) -> Iterator[ClaimReview]:
        done = 0
        for done, outcome in enumerate(outcomes, start=1):
            if isinstance(outcome, Rejected):
                self.rejected.append(outcome if len(self.rejected) < _WITH_RAW else replace(outcome, raw=""))
            else:
                self._count(outcome)
                yield self._owned(outcome)
            if done % _REPORT_EVERY == 0:
                self.progress("past checks", done, None)
        self.progress("past checks", done, done)

    def _count(self, review: ClaimReview) -> None:
        if review.rating is None:
            if review.alternate_name:
                self.unmapped[review.alternate_name[:80]] += 1
            else:
                self.unrated += 1
            return
        self.mapped += 1
        host = urlsplit(review.url).hostname if review.url else None
        read = label_for(review.alternate_name, publisher=(review.publisher, host or ""), language=review.language)
        self.approximate += read.label is review.rating and (read.approximate or read.derived)

    def _owned(self, review: ClaimReview) -> ClaimReview:
        """``ours`` survives only under this desk's own name: another desk's checks are not ours."""
        if review.ours and review.publisher != self.own_publisher:
            self.disowned += 1
            return replace(review, ours=False)
        return review


def import_reviews(
    store: "Store | None",
    source: Path | str,
    *,
    stdin: BinaryIO | None = None,
    publisher: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    column_map: Mapping[str, str] | None = None,
    sample: bool = False,
    own_publisher: str | None = None,
    dry_run: bool = False,
    progress: Progress = unseen,
    say: Say = silent,
    at: datetime | None = None,
) -> ImportReport:
    """Import a file's past checks in one transaction: what is usable goes in, the rest is named, nothing by half.

    Importing a file again changes nothing. ``publisher``, ``language`` and ``licence`` stand in where the file does not
    say. Checks that another desk calls its own come in as that desk's (``own_publisher`` is this desk's name). On a dry
    run ``store`` may be None: then everything is new.

    Raises:
        ClaimcheckError: the file cannot be read, or holds no past check at all; the store is then as it was.
    """
    tally = _Tally(progress, own_publisher)
    outcomes = read_reviews(
        source,
        stdin=stdin,
        publisher=publisher,
        language=language,
        licence=licence,
        column_map=column_map,
        sample=sample,
        say=say,
    )
    reviews = tally.take(outcomes)
    if dry_run or store is None:
        new, changed, unchanged = _compare(store, reviews)
    else:
        done = store.put_reviews(reviews, at=at or datetime.now(UTC))
        new, changed, unchanged = done.new, done.changed, done.unchanged
    if tally.disowned:
        say(f"{source}: {tally.disowned} past checks that another desk calls its own are kept as that desk's")
    return ImportReport(
        source=str(source),
        new=new,
        changed=changed,
        unchanged=unchanged,
        rejected=tuple(tally.rejected),
        mapped=tally.mapped,
        approximate=tally.approximate,
        unmapped=tuple(tally.unmapped.most_common(_TOP)),
        unrated=tally.unrated,
        dry_run=dry_run,
    )


def demand_files(sources: Sequence[str]) -> None:
    """Every source that is not ``-`` is there, so that a mistyped name makes no workspace.

    Raises:
        ReviewFileMissing: one is not.
    """
    for source in sources:
        if source != "-" and not Path(source).exists():
            raise ReviewFileMissing(source)


def _compare(store: "Store | None", reviews: Iterator[ClaimReview]) -> tuple[int, int, int]:
    """New, changed, unchanged: what ``put_reviews`` would answer. The file alone is no change there, so not here."""
    new = changed = unchanged = 0
    coming: dict[str, int] = {}  # what earlier lines of the same file would have written
    while batch := [_plain(review) for review in islice(reviews, _BATCH)]:
        stored = store.reviews(ids={review.id for review in batch}) if store else []
        known = {review.id: hash(_plain(review)) for review in stored} | coming
        for review in batch:
            before, now = known.get(review.id), hash(review)
            new += before is None
            changed += before is not None and before != now
            unchanged += before == now
            known[review.id] = coming[review.id] = now
    return new, changed, unchanged


def _plain(review: ClaimReview) -> ClaimReview:
    return replace(review, source=None, rating_table=None)


def add_review(
    store: "Store",
    claim: str,
    *,
    rating: Label | None,
    publisher: str,
    alternate_name: str | None = None,
    url: str | None = None,
    date_published: date | None = None,
    claim_date: date | None = None,
    claimant: str | None = None,
    title: str | None = None,
    summary: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    at: datetime | None = None,
) -> tuple[ClaimReview, bool]:
    """Add one past check by hand; the check, and whether it is new (a known one is brought up to date).

    Raises:
        ReviewInvalid: there is no claim, no publisher, or the address is not http or https.
    """
    review = make_review(
        claim,
        publisher=publisher,
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
    return review, store.put_reviews([review], at=at or datetime.now(UTC)).new == 1


def choose_reviews(
    store: "Store",
    ids: Sequence[str] = (),
    *,
    publisher: str | None = None,
    language: str | None = None,
    ours: bool | None = None,
    sample: bool | None = None,
) -> list[ClaimReview]:
    """The past checks that fit everything given, for a count before they go; ``ids`` may be the starts of ids.

    Raises:
        NoReviewSelected: nothing is given, so that all would be chosen.
        NotFound, AmbiguousId: an id fits none, or several.
    """
    if not ids and publisher is None and language is None and ours is None and sample is None:
        raise NoReviewSelected
    wanted = {store.review(each).id for each in ids} if ids else None
    return store.reviews(ids=wanted, publisher=publisher, language=language, ours=ours, sample=sample)


def remove_reviews(store: "Store", reviews: Collection[ClaimReview], *, dry_run: bool = False) -> int:
    """Remove past checks; how many are, or on a dry run would be, gone. Those no longer there are not counted."""
    ids = {review.id for review in reviews}
    return len(store.reviews(ids=ids)) if dry_run else store.remove_reviews(ids)
