"""The indexes of the same documents, open to search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, ClassVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.dense import CANDIDATES, DenseIndex
from claimcheck.index.documents import Documents
from claimcheck.index.generation import Made
from claimcheck.index.lexical import BUDGET, LexicalIndex
from claimcheck.index.outlines import Outlines
from claimcheck.index.postings import WORDS
from claimcheck.index.search import Among, Ask, Kinds

__all__ = ["Effort", "Indexes", "joined_indexes"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a search looks at: vectors compared in earnest, postings that choose a query's candidates."""

    candidates: int = CANDIDATES
    postings: int = BUDGET


@dataclass(slots=True)
class Indexes:
    """The dense and the lexical index and the outlines; ``close`` lets their files go. They are ``Candidates``."""

    knows_kinds: ClassVar[bool] = False
    documents: Documents
    dense: DenseIndex
    lexical: LexicalIndex
    outlines: Outlines
    _held: IO[bytes] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.documents)

    def size(self, among: Among, /) -> int:
        """How many documents there are, or of the ids ``among`` which to look."""
        assert not isinstance(among, Kinds)
        return self.lexical.words.counts.documents if among is None else len(self.documents.rows_of(among))

    def candidates(
        self, asks: Sequence[Ask], _depth: int, among: Among, /
    ) -> Iterator[tuple["Indexes", NDArray[np.intp] | None]]:
        """Itself for each query, and the rows of the ids ``among`` which to look."""
        assert not isinstance(among, Kinds)
        rows = None if among is None else self.documents.rows_of(among)
        return ((self, rows) for _ in asks)

    def close(self) -> None:
        """Let go of the files; a later rebuild may then remove them."""
        if self._held is not None:
            self._held.close()
            self._held = None


def joined_indexes(made: Made, *, dimension: int, effort: Effort, held: IO[bytes] | None = None) -> Indexes:
    """The indexes over what a generation consists of."""
    documents = made.documents
    return Indexes(
        documents,
        DenseIndex(documents, dimension, effort.candidates),
        LexicalIndex(documents, made.postings, made.counts, made.languages, effort.postings),
        Outlines(documents, made.counts[WORDS]),
        held,
    )
