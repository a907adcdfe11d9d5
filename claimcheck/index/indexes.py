"""The indexes of the same documents, open to search."""

from dataclasses import dataclass, field
from typing import IO

from claimcheck.index.dense import CANDIDATES, DenseIndex
from claimcheck.index.documents import Documents
from claimcheck.index.generation import Made
from claimcheck.index.lexical import BUDGET, LexicalIndex
from claimcheck.index.outlines import Outlines
from claimcheck.index.postings import WORDS

__all__ = ["Effort", "Indexes", "joined_indexes"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a search looks at: vectors compared in earnest, postings that choose a query's candidates."""

    candidates: int = CANDIDATES
    postings: int = BUDGET


@dataclass(slots=True)
class Indexes:
    """The dense and the lexical index and the outlines; ``close`` lets their files go."""

    documents: Documents
    dense: DenseIndex
    lexical: LexicalIndex
    outlines: Outlines
    _held: IO[bytes] | None = field(default=None, repr=False)

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
