"""The collection of one workspace: made, written, looked through, and judged whether it is the wanted one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.errors.indexes import MilvusCollectionUnfit
from claimcheck.index.columns import Columns
from claimcheck.index.milvus.cards import unpack_cards
from claimcheck.index.milvus.connection import Connection, MilvusPlace, Wish
from claimcheck.index.milvus.rows import ANALYSED, FORMAT, collection_fields, id_of, key_of
from claimcheck.index.milvus.state import State, StateRows

__all__ = ["MilvusCollection"]

_PAGE = 1_000
_BYTES = 8_000_000  # of one call, about


class MilvusCollection:
    """A collection and the state beside it, open; a context manager.

    Reading asks for strong consistency, so what one process has finished writing the next one sees. While a process
    writes, others that search see some rows as they were and some as they will be.
    """

    def __init__(self, place: MilvusPlace) -> None:
        """Connect; nothing is looked at or made yet.

        Raises:
            ExtraMissing, MilvusError: as ``Connection``.
        """
        self.place = place
        self.connection = Connection(place)
        self.name = place.collection
        self.states = StateRows(self.connection, f"{place.collection}_state")

    def __enter__(self) -> "MilvusCollection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()

    def state(self) -> State | None:
        """What the collection holds; None where it has to be made.

        Raises:
            MilvusCollectionUnfit: there is a collection of this name that claimcheck did not make.
        """
        state = self.states.read()
        there = self.connection.has(self.name)
        if there and state is None:
            raise MilvusCollectionUnfit(
                self.name,
                "was not made by claimcheck, or its state is lost",
                "name another in index.collection of claimcheck.toml, or drop that one if nobody needs it",
            )
        if there:
            self.connection.load(self.name)
        return state

    def demand(self, state: State, *, encoder: str, dimension: int, workspace: str) -> None:
        """Refuse a collection that is somebody else's, or another encoder's or version's.

        Raises:
            MilvusCollectionUnfit: it is.
        """
        other = "name another in index.collection of claimcheck.toml"
        if state.workspace != workspace:
            raise MilvusCollectionUnfit(self.name, "belongs to another workspace", other)
        if why := self.outdated(state, encoder=encoder, dimension=dimension):
            raise MilvusCollectionUnfit(self.name, why, f"`claimcheck doctor --repair` makes it anew, or {other}")

    def outdated(self, state: State, *, encoder: str, dimension: int) -> str | None:
        """Why a collection of this workspace has to be made anew; None where it has not."""
        if state.format != FORMAT:
            return f"has format {state.format}, this version of claimcheck reads {FORMAT}"
        if state.dimension != dimension:
            return f"holds vectors of {state.dimension} dimensions, the encoder's have {dimension}"
        if state.encoder != encoder:
            return f"was made with the encoder {state.encoder[:12]}, this workspace has {encoder[:12]}"
        if self.connection.has(self.name):
            found = self.connection.columns(self.name)
            wanted = {name: told.get("dim") for name, told in collection_fields(dimension).items()}
            if found != wanted:
                odd = sorted(name for name in {*found, *wanted} if found.get(name, "") != wanted.get(name, ""))
                return f"has other fields than this version of claimcheck makes ({', '.join(odd)})"
        return None

    def begin(self, state: State) -> None:
        """Note that it is being made or changed, and make it where it is not there."""
        self.states.write(state.changing())
        if not self.connection.has(self.name):
            self.connection.create(self.name, collection_fields(state.dimension), ANALYSED)

    def forget(self) -> None:
        """Drop the collection, then what it was."""
        for name in (self.name, self.states.name):
            if self.connection.has(name):
                self.connection.drop(name)

    def __len__(self) -> int:
        return self.connection.count(self.name)

    def put(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows in place of any with their ids, as many at once as one call should carry."""
        batch: list[Mapping[str, Any]] = []
        size = 0
        for row in rows:
            batch.append(row)
            size += 8 * len(row["grams"]) + sum(map(len, row["card"])) + len(row["stems"]) + 8 * len(row["claim"])
            if size > _BYTES:
                self.connection.upsert(self.name, batch)
                batch, size = [], 0
        self.connection.upsert(self.name, batch)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove the rows with these ids; those that are not there do nothing."""
        for start in range(0, len(ids), _PAGE):
            self.connection.delete(self.name, list(map(key_of, ids[start : start + _PAGE])))

    def marks(self, ids: Sequence[str]) -> dict[str, int]:
        """The marks of the rows with these ids, of those that are there."""
        found: dict[str, int] = {}
        for start in range(0, len(ids), _PAGE):
            rows = self.connection.rows(self.name, list(map(key_of, ids[start : start + _PAGE])), ["mark"])
            found |= {id_of(row["id"]): int(row["mark"]) for row in rows}
        return found

    def all_marks(self) -> Iterator[tuple[str, int]]:
        """The id and mark of every row."""
        for page in self.connection.pages(self.name, ["mark"], _PAGE):
            yield from ((id_of(row["id"]), int(row["mark"])) for row in page)

    def all_rows(self, dimension: int) -> Iterator[tuple[list[tuple[str, int]], Columns]]:
        """Every row's id and mark, some at a time, and the columns of those whose card can be read."""
        for page in self.connection.pages(self.name, ["mark", "card"], _PAGE // 2):
            marks = [(id_of(row["id"]), int(row["mark"])) for row in page]
            try:
                columns = _unpacked(page, dimension)
            except ValueError:
                columns = _unpacked([row for row in page if _readable(row, dimension)], dimension)
            yield marks, columns

    def columns(self, ids: Sequence[str], dimension: int) -> Columns:
        """The columns of the rows with these ids, of those that are there."""
        rows = self.connection.rows(self.name, list(map(key_of, ids)), ["card"])
        return self._columns(rows, dimension)

    def count(self, where: str) -> int:
        """How many documents fit a condition."""
        return self.connection.count(self.name, where)

    def search(self, wishes: Sequence[Wish], where: str, dimension: int) -> Columns:
        """The columns of every document that any of the searches names."""
        limit = sum(each.limit for each in wishes)
        rows = self.connection.search(self.name, wishes, ["id", "card"], where=where, limit=limit) if wishes else []
        return self._columns(sorted(rows, key=lambda row: str(row["id"])), dimension)

    def _columns(self, rows: Sequence[Mapping[str, Any]], dimension: int) -> Columns:
        try:
            return _unpacked(rows, dimension)
        except ValueError as error:
            raise MilvusCollectionUnfit(
                self.name, f"holds what claimcheck did not write ({error})", "`claimcheck doctor --repair` mends it"
            ) from error


def _unpacked(rows: Sequence[Mapping[str, Any]], dimension: int) -> Columns:
    return unpack_cards([id_of(row["id"]) for row in rows], [row["card"] for row in rows], dimension)


def _readable(row: Mapping[str, Any], dimension: int) -> bool:
    try:
        _unpacked([row], dimension)
    except ValueError:
        return False
    return True
