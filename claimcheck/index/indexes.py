"""The indexes of the same documents, open to search."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO

from claimcheck.index.counts import TermCounts
from claimcheck.index.dense import CANDIDATES, DenseIndex
from claimcheck.index.documents import Documents
from claimcheck.index.lexical import BUDGET, LexicalIndex
from claimcheck.index.outlines import Outlines
from claimcheck.index.postings import WORDS, Postings

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


def joined_indexes(
    documents: Documents,
    postings: Postings,
    counts: dict[str, TermCounts],
    languages: Sequence[str],
    *,
    dimension: int,
    effort: Effort,
    held: IO[bytes] | None = None,
) -> Indexes:
    """The indexes over documents."""
    return Indexes(
        documents,
        DenseIndex(documents, dimension, effort.candidates),
        LexicalIndex(documents, postings, counts, languages, effort.postings),
        Outlines(documents, counts[WORDS]),
        held,
    )
