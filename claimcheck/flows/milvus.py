"""The index in Milvus follows the workspace: made batch by batch, changed by what changed, compared row by row.

SQLite is the truth and is only read here. Before anything is written the collection is marked as being changed, and as
whole only when its rows and their counts are those of the workspace. Whoever finds it not whole, after a kill or a lost
server, compares every past check's mark with its row's and writes what differs: nothing is double, nothing is missing,
and what was written is not encoded again. What changes meanwhile is followed in another round.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors.indexes import MilvusCollectionUnfit
from claimcheck.index import Effort
from claimcheck.index.holding import one_writer
from claimcheck.index.milvus import (
    Kind,
    MilvusCandidates,
    MilvusCollection,
    MilvusPlace,
    State,
    Tally,
    columns_of,
    make_rows,
    mark_of,
)
from claimcheck.match import Encodes, Ranker, Retriever, VectorCache, no_cache
from claimcheck.match.indexing import build_passages
from claimcheck.progress import Progress, Say, plural, silent, unseen
from claimcheck.records import ClaimReview
from claimcheck.shapes import indexed_number

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["Follower", "kind_of", "open_milvus"]

_BATCH = 512
_SEALED = 256  # rows from which it is worth having them sealed at once
_Thing = TypeVar("_Thing")


def open_milvus(
    store: "Store",
    folder: Path,
    encoder: Encodes,
    place: MilvusPlace,
    *,
    cache: VectorCache | None = None,
    ranker: Ranker | None = None,
    effort: Effort | None = None,
    say: Say = silent,
    progress: Progress = unseen,
) -> Retriever:
    """The retriever over a store's past checks in Milvus, which is first brought up to date.

    ``folder`` is the workspace's index folder: one process at a time writes the collection. Where it cannot be written
    a collection that is whole is searched as it is.

    Raises:
        ExtraMissing, MilvusError: as they say; the workspace is as it was.
    """
    collection = MilvusCollection(place)
    try:
        follower = Follower(store, collection, encoder, cache or no_cache(), say, progress)
        state = follower.followed(folder)
        try:
            counts = collection.states.counts(state)
        except ValueError as error:
            raise MilvusCollectionUnfit(collection.name, str(error), "`claimcheck doctor --repair` mends it") from error
        if (found := len(collection)) != state.count:
            say(
                f"the Milvus collection {collection.name} has {found:,} rows, wanted {state.count:,}: "
                "`claimcheck doctor --repair` mends it"
            )
    except BaseException:
        collection.close()
        raise
    return Retriever(
        MilvusCandidates(collection, state, counts, effort or Effort()), encoder, ranker=ranker, folder=folder
    )


def kind_of(review: ClaimReview) -> Kind:
    """What a past check's row is filtered by and marked with."""
    rating = review.rating.value if review.rating else None
    mark = mark_of(
        indexed_number(review),
        language=review.language,
        publisher=review.publisher,
        rating=rating,
        day=review.date_published,
    )
    return Kind(review.language, review.publisher, rating, review.date_published, mark)


@dataclass(frozen=True, slots=True)
class Follower:
    """Makes a collection hold what a store does."""

    store: "Store"
    collection: MilvusCollection
    encoder: Encodes
    cache: VectorCache
    say: Say = silent
    progress: Progress = unseen

    @property
    def _none(self) -> State:
        """The state of a collection of this workspace that holds nothing."""
        return State(self.encoder.fingerprint, self.encoder.dimension, self.store.workspace_id())

    def known(self) -> State | None:
        """The state of the collection; None where there is none yet.

        Raises:
            MilvusCollectionUnfit: it is not this workspace's, this encoder's, this version's.
        """
        state = self.collection.state()
        if state is not None:
            none = self._none
            self.collection.demand(state, encoder=none.encoder, dimension=none.dimension, workspace=none.workspace)
        return state

    def followed(self, folder: Path) -> State:
        """The state of the collection, brought up to date where it is not."""
        state = self.known()
        if state and self.current(state):
            return state
        with self._alone(folder, state) as alone:
            if not alone:
                assert state is not None
                return state
            while True:
                state = self.known()  # another process may have done it meanwhile
                if state and self.current(state):
                    return state
                if state and state.whole:
                    self._change(state)
                else:
                    self.fill(f"{'building' if state is None else 'going on with'} the search index in Milvus")

    @contextmanager
    def _alone(self, folder: Path, state: State | None) -> Iterator[bool]:
        """Alone with the lock of whoever writes; False where it cannot be had, and need not."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(folder, os.W_OK)
        except OSError:
            writable = False
        if writable:
            with one_writer(folder, self.say):
                yield True
        elif state is None or not state.whole:
            yield True  # nothing could be searched otherwise
        else:
            self.say(f"searching the Milvus collection as it is: {folder} cannot be written")
            yield False

    def current(self, state: State) -> bool:
        """Whether a state is that of the store.

        Raises:
            MilvusCollectionUnfit: it is that of another copy of the workspace.
        """
        with self.store.snapshot():
            stamp, digest = self.store.reviews_stamp(), self.store.reviews_digest()
        if state.whole and (state.stamp > stamp or (state.stamp == stamp and state.reviews != digest)):
            raise MilvusCollectionUnfit(
                self.collection.name,
                "has followed another copy of this workspace",
                "use that copy, name another in index.collection of claimcheck.toml, or make this copy's index of it "
                "with `claimcheck doctor --repair`",
            )
        return state.whole and state.stamp == stamp

    def fill(self, why: str) -> State:
        """Compare every past check with its row, write what differs, remove what is too many, count the whole."""
        self.say(why)
        collection, store = self.collection, self.store
        with store.snapshot():
            stamp, digest, total = store.reviews_stamp(), store.reviews_digest(), store.count_reviews()
        collection.begin(self._none)
        fresh, tally, written = len(collection) == 0, Tally(), 0
        for reviews in _some(store.iter_reviews(), _BATCH):
            kinds = {review.id: kind_of(review) for review in reviews}
            known = {} if fresh else collection.marks(list(kinds))
            new = [review for review in reviews if known.get(review.id) != kinds[review.id].mark]
            same = [review for review in reviews if known.get(review.id) == kinds[review.id].mark]
            if new:
                self._put(new, tally)
                written += len(new)
            if same:
                tally.add(columns_of(build_passages(same, _Blank(self.encoder), no_cache())))
            self.progress("indexing past checks in Milvus", tally.count, max(total, tally.count))
        if len(collection) != tally.count:
            kept = store.review_ids()
            collection.remove([review_id for review_id, _ in collection.all_marks() if review_id not in kept])
        if written >= _SEALED:
            self.progress("sealing", 0, None)
            collection.connection.settle(collection.name)
        return collection.states.finish(tally.state(self._none, stamp=stamp, reviews=digest), tally.counts())

    def _change(self, state: State) -> State:
        """Apply what happened since a whole state; where the outcome is not what it should be, compare everything."""
        changes = self.store.review_changes(state.stamp)
        assert changes is not None
        try:
            counts = self.collection.states.counts(state)
        except ValueError as error:
            return self.fill(f"comparing every past check with Milvus: {error}")
        checks = plural(changes.count, "past check has", "past checks have")
        self.say(f"updating the search index in Milvus: {checks} changed")
        self.collection.begin(state)
        more, less = Tally(), Tally()
        for ids in _some(changes.gone, _BATCH):
            less.add(self.collection.columns(ids, state.dimension))
            self.collection.remove(ids)
        for reviews in _some(changes.reviews, _BATCH):
            less.add(self.collection.columns([review.id for review in reviews], state.dimension))
            self._put(reviews, more)
            self.progress("indexing past checks in Milvus", more.count, changes.count)
        if more.count >= _SEALED:
            self.collection.connection.settle(self.collection.name)
        after, counted = more.after(less, state, counts, stamp=changes.stamp, reviews=changes.digest)
        if after.content != int(changes.digest, 16) % (1 << 64):
            return self.fill("comparing every past check with Milvus: the collection has drifted")
        return self.collection.states.finish(after, counted)

    def _put(self, reviews: list[ClaimReview], tally: Tally) -> None:
        rows, columns = make_rows(build_passages(reviews, self.encoder, self.cache), list(map(kind_of, reviews)))
        self.collection.put(rows)
        tally.add(columns)


def _some(things: Iterable[_Thing], size: int) -> Iterator[list[_Thing]]:
    """A few at a time."""
    coming = iter(things)
    while found := list(islice(coming, size)):
        yield found


@dataclass(frozen=True, slots=True)
class _Blank:
    """An encoder of nothing, for past checks that are only counted."""

    real: Encodes

    @property
    def dimension(self) -> int:
        return 1

    @property
    def fingerprint(self) -> str:
        return self.real.fingerprint

    @property
    def languages(self) -> tuple[str, ...]:
        return self.real.languages

    @property
    def encode(self) -> Callable[..., NDArray[np.float32]]:
        return lambda texts, **_options: np.zeros((len(texts), 1), np.float32)
