"""Past checks into the workspace: a file, folder or archive, as a stream; what is refused is named, nothing by half."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypedDict, Unpack

from claimcheck.batch import Executor
from claimcheck.errors import ReviewFileMissing
from claimcheck.flows.unfinished import KeptPieces, Unfinished
from claimcheck.progress import Progress, Say, plural, silent, unseen
from claimcheck.records import ClaimReview
from claimcheck.reviews import (
    Ratings,
    Rejected,
    files_of,
    host_of,
    is_many,
    read_ratings,
    read_reviews,
    read_reviews_shared,
)

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["ImportReport", "Keeping", "demand_files", "import_reviews", "keep_reviews"]

_BATCH = 500
_KEPT_AT_ONCE = 5_000  # past checks of one transaction
_REPORT_EVERY = 200
_KEPT = 1_000  # rejected records that a report holds; of later ones, only how many there were
_TOP = 20

OnReject = Callable[[Rejected], None]


class Keeping(TypedDict, total=False):
    """How past checks are kept, wherever they come from; ``import_reviews`` says what each means, ``at`` is now."""

    own_publisher: str | None
    dry_run: bool
    on_reject: OnReject | None
    progress: Progress
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or on a dry run would do.

    ``rejected`` holds the first 1,000 of the ``n_rejected``. ``repeated``: of those changed, how many came twice in the
    source with different content; the last counts. ``approximate``: reviews whose label loses something their word
    said, or was read from the head of a sentence. ``unmapped``: rating words without a label, most frequent first, at
    most 20; ``unrated``: reviews without a word.
    """

    source: str
    new: int
    changed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    n_rejected: int
    repeated: int
    mapped: int
    approximate: int
    unmapped: tuple[tuple[str, int], ...]
    unrated: int
    dry_run: bool = False


@dataclass(slots=True)
class _Tally:
    """What is counted while reviews stream by."""

    progress: Progress
    ratings: Ratings
    own_publisher: str | None
    on_reject: OnReject | None
    rejected: list[Rejected] = field(default_factory=list)
    n_rejected: int = 0
    unmapped: Counter[str] = field(default_factory=Counter)
    mapped: int = 0
    approximate: int = 0
    unrated: int = 0
    disowned: int = 0

    def take(self, outcomes: Iterator[ClaimReview | Rejected]) -> Iterator[ClaimReview]:
        done = 0
        for done, outcome in enumerate(outcomes, start=1):
            if isinstance(outcome, Rejected):
                self._refuse(outcome)
            else:
                self._count(outcome)
                yield self._owned(outcome)
            if done % _REPORT_EVERY == 0:
                self.progress("past checks", done, None)
        self.progress("past checks", done, done)

    def _refuse(self, outcome: Rejected) -> None:
        self.n_rejected += 1
        if len(self.rejected) < _KEPT:
            self.rejected.append(outcome)
        if self.on_reject:
            self.on_reject(outcome)

    def _count(self, review: ClaimReview) -> None:
        if review.rating is None:
            if review.alternate_name:
                self.unmapped[review.alternate_name[:80]] += 1
            else:
                self.unrated += 1
            return
        self.mapped += 1
        houses = (review.publisher, host_of(review.url) or "")
        read = self.ratings.label_for(review.alternate_name, publisher=houses, language=review.language)
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
    ratings: Ratings | None = None,
    sample: bool = False,
    executor: Executor | None = None,
    say: Say = silent,
    **keeping: Unpack[Keeping],
) -> ImportReport:
    """Import a source's past checks, a transaction a batch: what is usable goes in, the rest is named.

    ``source`` is a file, a folder, a pattern or an archive, as ``reviews.read_reviews`` takes it. Importing it again
    changes nothing. ``publisher``, ``language`` and ``licence`` stand in where the file does not say. Checks that
    another desk calls its own come in as that desk's (``own_publisher`` is this desk's name). On a dry run ``store``
    may be None: then everything is new. ``on_reject`` hears every record that was refused, as it comes. With an
    ``executor`` JSON lines and the files of a folder are read piece by piece by it, with the same result; of an import
    that broke off, pieces that were kept are left out the next time.

    Raises:
        ClaimcheckError: the file cannot be read, or holds no past check at all; the store is then as it was. Or the
            store cannot be written any more: what was kept before that stays, and ``say`` hears how many that is.
    """
    known: dict[str, Any] = {"stdin": stdin, "publisher": publisher, "language": language, "licence": licence}
    known |= {"column_map": column_map, "ratings": ratings, "sample": sample, "say": say}
    if executor is None:
        outcomes = read_reviews(source, **known)
        return keep_reviews(store, outcomes, source=str(source), ratings=ratings, say=say, **keeping)
    noting = None if store is None or keeping.get("dry_run") else Unfinished(store.folder, "import", str(source))
    facts = (publisher, language, licence, column_map, sample, ratings and ratings.version)
    pieces = KeptPieces(noting, lambda: _state(store), facts, keeping.get("own_publisher"))
    outcomes = read_reviews_shared(source, executor.map, is_done=pieces.is_done, on_piece=pieces.on_piece, **known)
    report = keep_reviews(
        store, outcomes, source=str(source), ratings=ratings, say=say, on_kept=pieces.on_kept, **keeping
    )
    pieces.finish()
    if pieces.left_out:
        one, many = "past check was kept before and is", "past checks were kept before and are"
        say(f"{source}: {plural(pieces.left_out, one, many)} not read again")
    return report


def keep_reviews(
    store: "Store | None",
    outcomes: Iterator[ClaimReview | Rejected],
    *,
    source: str,
    ratings: Ratings | None = None,
    say: Say = silent,
    own_publisher: str | None = None,
    dry_run: bool = False,
    on_reject: OnReject | None = None,
    progress: Progress = unseen,
    at: datetime | None = None,
    on_kept: Callable[[int], None] | None = None,
) -> ImportReport:
    """Keep past checks as they are read, wherever from, a transaction a batch; what was done.

    ``on_kept`` hears after each batch how many are on disk.
    """
    tally = _Tally(progress, ratings or read_ratings(), own_publisher, on_reject)
    reviews = tally.take(outcomes)
    repeated = 0
    if dry_run or store is None:
        new, changed, unchanged = _compare(store, reviews)
    else:
        new, changed, unchanged, repeated = _put(store, reviews, at or datetime.now(UTC), source, say, on_kept)
    if tally.disowned:
        say(f"{source}: {plural(tally.disowned, 'past check')} that another desk calls its own: kept as that desk's")
    if repeated:
        checks = plural(repeated, "past check")
        say(f"{source}: {checks} came more than once with different content: the last one counts")
    return ImportReport(
        source=source,
        new=new,
        changed=changed,
        unchanged=unchanged,
        rejected=tuple(tally.rejected),
        n_rejected=tally.n_rejected,
        repeated=repeated,
        mapped=tally.mapped,
        approximate=tally.approximate,
        unmapped=tuple(tally.unmapped.most_common(_TOP)),
        unrated=tally.unrated,
        dry_run=dry_run,
    )


def _state(store: "Store | None") -> str:
    """Of all past checks: another where any came, changed or went."""
    return f"{store.reviews_stamp()} {store.reviews_digest()}" if store else ""


def demand_files(sources: Sequence[str]) -> None:
    """Every source but ``-`` is there and stands for a file, so that a mistyped name makes no workspace.

    Raises:
        ReviewFileMissing, ReviewFileUnreadable: one is not, or is a folder without any file that is read.
    """
    for source in sources:
        if is_many(source):
            next(files_of(source, silent))
        elif source != "-" and not Path(source).exists():
            raise ReviewFileMissing(source)


def _put(
    store: "Store",
    reviews: Iterator[ClaimReview],
    at: datetime,
    source: str,
    say: Say,
    on_kept: Callable[[int], None] | None,
) -> tuple[int, int, int, int]:
    """New, changed, unchanged, repeated. Each batch is on disk before the next is read; a failure loses none."""
    counts = [0, 0, 0, 0]
    kept = 0
    try:
        while batch := list(islice(reviews, _KEPT_AT_ONCE)):
            done = store.put_reviews(batch, at=at)
            for place, count in enumerate((done.new, done.changed, done.unchanged, done.repeated)):
                counts[place] += count
            kept += len(batch)
            if on_kept:
                on_kept(kept)
    except Exception:
        if any(counts):
            checks = plural(sum(counts[:3]), "past check was", "past checks were")
            say(f"{source}: {checks} kept before this; import it again for the rest")
        raise
    new, changed, unchanged, repeated = counts
    return new, changed, unchanged, repeated


def _compare(store: "Store | None", reviews: Iterator[ClaimReview]) -> tuple[int, int, int]:
    """New, changed, unchanged: what ``put_reviews`` would answer. The file alone is no change there, so not here."""
    new = changed = unchanged = 0
    coming: dict[str, int] = {}  # what earlier lines of the same file would have written
    while batch := [_plain(review) for review in islice(reviews, _BATCH)]:
        stored = store.reviews(ids={review.id for review in batch}) if store else []
        known = {review.id: hash(_plain(review)) for review in stored}
        known |= {review.id: coming[review.id] for review in batch if review.id in coming}
        for review in batch:
            before, now = known.get(review.id), hash(review)
            new += before is None
            changed += before is not None and before != now
            unchanged += before == now
            known[review.id] = coming[review.id] = now
    return new, changed, unchanged


def _plain(review: ClaimReview) -> ClaimReview:
    return replace(review, source=None, rating_table=None)
