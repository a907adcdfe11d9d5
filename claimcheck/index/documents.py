"""The live documents of all segments as one list of rows: ids, languages, and what each segment keeps of them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.columns import Columns
from claimcheck.index.search import Found
from claimcheck.index.segment import id_keys, language_names, ragged

__all__ = ["Documents", "Ids"]


class Documents:
    """Rows count through the segments; those in ``dead`` are there no longer."""

    def __init__(self, segments: Sequence[Columns], dead: NDArray[np.uint32] | None = None) -> None:
        self.segments = list(segments)
        counts = [len(each["serials"]) for each in self.segments]
        self.bases = np.concatenate(([0], np.cumsum(counts))).astype(np.intp)
        self.dead = np.zeros(0, np.uint32) if dead is None else np.asarray(dead, np.uint32)
        self.alive = np.ones(int(self.bases[-1]), bool)
        if len(self.dead) and int(self.dead.max()) >= len(self.alive):
            raise ValueError(f"{int(self.dead.max())} is no row of {len(self.alive)}")
        self.alive[self.dead] = False
        parts = [each["serials"] for each in self.segments]
        self.serials = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
        tables = [language_names(each) for each in self.segments]
        self.languages = tuple(sorted({name for table in tables for name in table}))
        places = {name: number for number, name in enumerate(self.languages)}
        moved = [np.array([places[name] for name in table], np.uint16) for table in tables]
        spoken = [new[each["spoken"]] for new, each in zip(moved, self.segments, strict=True)]
        self.spoken = np.concatenate(spoken) if spoken else np.zeros(0, np.uint16)
        """Each row's language, as its place in ``languages``."""
        self.ids = Ids(self)

    def __len__(self) -> int:
        return len(self.alive) - len(self.dead)

    def live(self) -> NDArray[np.intp]:
        """All live rows."""
        return np.flatnonzero(self.alive)

    def of_serials(self, serials: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The rows of numbers, all of which are here."""
        return np.searchsorted(self.serials, serials)

    def best(self, rows: NDArray[np.intp], scores: NDArray[np.float64], k: int) -> Found:
        """The ``k`` rows with the highest scores, best first, equal scores in id order; with their scores."""
        order = self.ranked(rows, scores, k)
        return rows[order], scores[order]

    def ranked(self, rows: NDArray[np.intp], scores: NDArray[np.float64], k: int) -> NDArray[np.intp]:
        """The places, among these rows, of the ``k`` with the highest scores; equal scores in id order."""
        order = np.argsort(-scores, kind="stable")
        ranked = scores[order]
        if len(order) > k:
            last = int(np.searchsorted(-ranked, -ranked[k - 1], side="right")) if k > 0 else 0  # with all that tie
            order, ranked = order[:last], ranked[:last]
        ties = np.flatnonzero(ranked[1:] == ranked[:-1])
        if len(ties):
            tied = np.zeros(len(order), bool)
            tied[ties] = tied[ties + 1] = True
            places = np.flatnonzero(tied)
            named = zip((-ranked[places]).tolist(), self.ids.at(rows[order[places]]), places.tolist(), strict=True)
            order[tied] = order[[place for _, _, place in sorted(named)]]
        return order[:k]

    def find(self, ids: Sequence[str]) -> NDArray[np.intp]:
        """The rows of ids, -1 for those that are not here."""
        found = np.full(len(ids), -1, np.intp)
        keys = id_keys(ids)
        for base, columns in zip(self.bases.tolist(), self.segments, strict=False):
            known = columns["keys"]
            at = np.searchsorted(known, keys)
            asked = np.flatnonzero(at < len(known))
            asked = asked[known[at[asked]] == keys[asked]]
            rows = base + columns["places"][at[asked]].astype(np.intp)
            after = np.minimum(at[asked] + 1, len(known) - 1)
            doubled = (after > at[asked]) & (known[after] == keys[asked])
            live = self.alive[rows]
            if not doubled.any() and self._named(rows[live], [ids[each] for each in asked[live].tolist()]):
                found[asked[live]] = rows[live]
                continue
            for one in asked.tolist():  # equal numbers of different ids: looked at one by one
                for place in range(int(at[one]), int(np.searchsorted(known, keys[one], side="right"))):
                    row = base + int(columns["places"][place])
                    if self.alive[row] and self.ids[row] == ids[one]:
                        found[one] = row
        return found

    def _named(self, rows: NDArray[np.intp], ids: Sequence[str]) -> bool:
        """Whether rows have these ids."""
        coded = [each.encode("utf-8", "surrogatepass") for each in ids]
        values, lengths = self.ragged("ids", "id_cuts", rows)
        return bool(lengths[:, 0].tolist() == list(map(len, coded)) and values.tobytes() == b"".join(coded))

    def rows_of(self, ids: Collection[str]) -> NDArray[np.intp]:
        """The rows of these ids, ascending; ids that are not here are left out."""
        found = self.find(list(ids))
        return np.unique(found[found >= 0])

    def located(self, rows: NDArray[np.intp]) -> Iterator[tuple[Columns, NDArray[np.intp], NDArray[np.intp]]]:
        """Each segment that holds some of the rows, which of them (places in ``rows``), and where it has them."""
        segments = np.searchsorted(self.bases, rows, side="right") - 1
        for number in np.unique(segments).tolist():
            places = np.flatnonzero(segments == number)
            yield self.segments[number], places, rows[places] - self.bases[number]

    def taken(self, name: str, rows: NDArray[np.intp]) -> NDArray[Any]:
        """A column's values at rows."""
        found: NDArray[Any] | None = None
        for columns, places, local in self.located(rows):
            values = columns[name][local]
            if found is None:
                found = np.empty(len(rows), values.dtype)
            found[places] = values
        return np.zeros(0) if found is None else found

    def ragged(self, name: str, cuts: str, rows: NDArray[np.intp], parts: int = 1) -> tuple[Any, Any]:
        """The values of rows one after another, and the lengths of each row's parts ``(n, parts)``."""
        pieces = [(places, *ragged(columns, name, cuts, local, parts)) for columns, places, local in self.located(rows)]
        if not pieces:
            return np.zeros(0, np.uint8), np.zeros((0, parts), np.int64)
        if len(pieces) == 1:
            return pieces[0][1], pieces[0][2]
        lengths = np.empty((len(rows), parts), np.int64)
        for places, _, found in pieces:
            lengths[places] = found
        totals = lengths.sum(axis=1)
        begins = np.cumsum(totals) - totals
        values = np.empty(int(totals.sum()), pieces[0][1].dtype)
        for places, piece, _ in pieces:
            sizes = totals[places]
            within = np.arange(len(piece)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            values[np.repeat(begins[places], sizes) + within] = piece
        return values, lengths

    def content(self) -> int:
        """The sum of the live documents' digests, modulo 2**64."""
        total = 0
        for base, columns in zip(self.bases.tolist(), self.segments, strict=False):
            digests = columns["digests"]
            total += int(digests[self.alive[base : base + len(digests)]].sum(dtype=np.uint64))
        return total % (1 << 64)


class Ids:
    """The ids by row, each decoded when it is asked for."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._bases = documents.bases.tolist()
        self._parts = [(each["ids"], each["id_cuts"]) for each in documents.segments]

    def at(self, rows: NDArray[np.intp]) -> tuple[str, ...]:
        """The ids of some rows: a hundred take a tenth of the time that they take one by one."""
        values, lengths = self._documents.ragged("ids", "id_cuts", rows)
        whole, ends = values.tobytes(), np.cumsum(lengths[:, 0]).tolist()
        starts = [0, *ends][:-1]
        return tuple(whole[a:b].decode("utf-8", "surrogatepass") for a, b in zip(starts, ends, strict=True))

    def __len__(self) -> int:
        return int(self._bases[-1])

    def __getitem__(self, row: int) -> str:
        number = bisect_right(self._bases, row) - 1
        ids, cuts = self._parts[number]
        local = row - self._bases[number]
        return ids[cuts[local] : cuts[local + 1]].tobytes().decode("utf-8", "surrogatepass")
