"""Whether the index in Milvus is the workspace's: every row is read and held against SQLite; what differs is mended."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.errors.indexes import MilvusCollectionUnfit
from claimcheck.flows.doctor.findings import Finding, bad, ok, warn
from claimcheck.flows.lookup import vector_cache
from claimcheck.flows.milvus import Follower, kind_of
from claimcheck.flows.milvus_place import milvus_place
from claimcheck.index import Documents
from claimcheck.index.counts import same_counts
from claimcheck.index.holding import one_writer
from claimcheck.index.milvus import MilvusCollection, State, Tally
from claimcheck.progress import plural
from claimcheck.shapes import indexed_number

if TYPE_CHECKING:
    from claimcheck.flows.doctor.workspace import Patient

__all__ = ["Drift", "check_milvus", "find_drift"]

_NAME = "index in Milvus"
_REMEDY = "it is a cache: `claimcheck doctor --repair` mends it"


class Drift:
    """How a collection differs from the workspace it was made from, row by row."""

    def __init__(self) -> None:
        self.missing = self.other = self.extra = 0
        self.broken: list[str] = []

    def __bool__(self) -> bool:
        return bool(self.missing or self.other or self.extra or self.broken)

    def __str__(self) -> str:
        counts = (
            (self.missing, "missing"),
            (self.other, "of an earlier or another content"),
            (self.extra, "of no past check"),
            (len(self.broken), "damaged"),
        )
        return ", ".join(f"{plural(count, 'row')} {what}" for count, what in counts if count)


def find_drift(follower: Follower, state: State) -> tuple[Drift, Tally]:
    """How the rows stand to the past checks that have not changed since the state, and what all rows add up to."""
    changes = follower.store.review_changes(state.stamp)
    changed = {*changes.gone, *(review.id for review in changes.reviews)} if changes else set()
    wanted = {
        review.id: (kind_of(review).mark, indexed_number(review) % (1 << 64))
        for review in follower.store.iter_reviews()
        if review.id not in changed
    }
    drift, tally = Drift(), Tally()
    for marks, columns in follower.collection.all_rows(state.dimension):
        ids = Documents([columns]).ids
        held = {ids[row]: digest for row, digest in enumerate(columns["digests"].tolist())}
        for review_id, mark in marks:
            due = wanted.pop(review_id, None)
            if review_id not in held or (due and due[0] == mark and due[1] != held[review_id]):
                drift.broken.append(review_id)
            elif due is None:
                drift.extra += review_id not in changed
            else:
                drift.other += due[0] != mark
        tally.add(columns)
        follower.progress("reading the collection", tally.count, max(state.count, tally.count))
    drift.missing = len(wanted)
    return drift, tally


def _faults(follower: Follower) -> Iterator[tuple[str, Drift | None]]:
    """What is wrong with the collection, in words for a person; nothing where there is none yet."""
    collection, encoder = follower.collection, follower.encoder
    state = collection.state()
    if state is None:
        return
    if state.workspace != follower.store.workspace_id():
        follower.known()  # refuses it: there is nothing to mend in another's
    if why := collection.outdated(state, encoder=encoder.fingerprint, dimension=encoder.dimension):
        yield f"the collection {collection.name} {why}", None
    elif not state.whole:
        yield f"making or changing it was stopped, {plural(len(collection), 'row is', 'rows are')} there", Drift()
    else:
        try:
            follower.current(state)
        except MilvusCollectionUnfit as error:
            yield f"the collection {collection.name} {error.why}", Drift()
            return
        drift, tally = find_drift(follower, state)
        if drift:
            yield str(drift), drift
            return
        try:
            counts = collection.states.counts(state)
        except ValueError as error:
            yield str(error), drift
            return
        if tally.count != state.count or not same_counts(counts, tally.counts()):
            yield "its counts of terms are not those of its rows", drift


def _mend(follower: Follower, drift: Drift | None) -> None:
    """Make the collection anew where it cannot be used at all, else write what differs and count again."""
    if drift is None:
        follower.collection.forget()
    else:
        follower.collection.remove(drift.broken)
    follower.fill("making the search index in Milvus anew" if drift is None else "mending the search index in Milvus")


def check_milvus(patient: "Patient") -> Iterator[Finding]:
    """What is found of the index in Milvus, and mended with ``repair``.

    Raises:
        ExtraMissing, MilvusError: it cannot be reached, or is somebody else's.
    """
    store, encoder = patient.store, patient.encoder
    with MilvusCollection(milvus_place(patient.settings, patient.folder, store.workspace_id())) as collection:
        cache = vector_cache(store, encoder)
        follower = Follower(store, collection, encoder, cache, patient.say, patient.progress)
        faults = list(_faults(follower))
        if faults and patient.repair:
            with one_writer(patient.index, patient.say):
                _mend(follower, faults[0][1])
            faults = list(_faults(follower))
        for fault, _ in faults:
            yield bad(_NAME, fault, _REMEDY, shared="not as it should be")
        if faults:
            return
        state = collection.state()
        version = collection.connection.version
        if state is None:
            yield ok(_NAME, f"none yet: the first lookup makes it ({version})")
        elif follower.current(state):
            yield ok(_NAME, f"whole, {plural(state.count, 'past check')} ({version})")
        else:
            found = f"behind the past checks, otherwise whole, {plural(state.count, 'past check')} ({version})"
            yield warn(_NAME, found, "the next lookup, or `claimcheck match`, brings it up to date")
