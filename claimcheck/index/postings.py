"""Which documents hold a term: tantivy, as a cache of postings that is added to and deleted from.

Documents are known by their number. tantivy finds the likeliest candidates by the summed weights of the terms they
hold, with weights that are given to it: its own statistics, which count what was deleted until it merges, decide
nothing. Ties are settled by a factor kept with each document, which prefers short ones.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["GRAMS", "WORDS", "Postings", "PostingsWriter", "length_factor", "preference"]

GRAMS, WORDS = "grams", "words"
_HEAP = 128_000_000
_LEVELS = 64  # weights are multiples of 1/64: their sums are exact in 32 bits, in whatever order
_NOTED = 150  # characters from which a document is no longer short
_SPREAD = 0.001  # how much chance there is between documents of one length


def preference(document_id: str, length: int) -> float:
    """What tantivy is told of a document so that its score is multiplied by BM25's factor for a term held once.

    Its formula is ``log2(2 + value)``, at least one; the factor is that of a text of ``length`` characters where the
    average has 150, made unique by the id so that documents do not tie.
    """
    factor = length_factor(length)
    chance = int.from_bytes(blake2b(document_id.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")
    return float(2.0 ** (5 * factor * (1 + _SPREAD * chance / (1 << 32))) - 2)


def length_factor(length: int) -> float:
    """BM25's factor for a term that a text of ``length`` characters holds once, where the average has 150."""
    return 2.2 / (1 + 1.2 * (0.25 + 0.75 * min(length / _NOTED, 8.0)))


@cache
def _analyzer() -> Any:
    import tantivy

    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(3, 4, False)).build()


class Postings:
    """Postings open to search."""

    def __init__(self, index: Any, mirror: Any | None = None) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self._mirror = mirror  # keeps its folder of links as long as the index is used

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    @classmethod
    def load(cls, folder: Path) -> "Postings":
        """The postings in a folder, which may be read-only."""
        import tantivy

        mirror = None
        if not os.access(folder, os.W_OK):  # tantivy opens a lock file beside the segments even to read
            mirror = tempfile.TemporaryDirectory(prefix="claimcheck-lexical-")
            for each in folder.iterdir():
                if not each.name.endswith(".lock"):
                    (Path(mirror.name) / each.name).symlink_to(each.resolve())
        return cls(tantivy.Index.open(mirror.name if mirror else str(folder)), mirror)

    def likeliest(
        self, field: str, terms: Iterable[tuple[str, float]], k: int, *, only: NDArray[np.uint32] | None = None
    ) -> NDArray[np.uint32]:
        """The numbers of the ``k`` documents whose terms weigh most, of all or ``only`` of these numbers."""
        import tantivy

        clauses = []
        for term, weight in terms:
            holds = tantivy.Query.term_query(self._schema, field, term, "basic")
            level = max(round(weight * _LEVELS), 1) / _LEVELS
            clauses.append((tantivy.Occur.Should, tantivy.Query.const_score_query(holds, level)))
        if not clauses or k < 1:
            return np.zeros(0, np.uint32)
        asked = tantivy.Query.boolean_query(clauses)
        if only is not None:
            chosen = tantivy.Query.term_set_query(self._schema, "serial", only.tolist())
            silent = tantivy.Query.const_score_query(chosen, 0.0)
            asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, silent)])
        found = self._searcher.search(asked, k, count=False, weight_by_field="preference").hits
        return np.array(self._searcher.fast_field_values("serial", [at for _, at in found]), np.uint32)


class PostingsWriter:
    """Postings being made in an empty folder (or in memory, without one), or changed in a folder of their own."""

    def __init__(self, folder: Path | None, *, change: bool = False) -> None:
        import tantivy

        if change:
            self._index = tantivy.Index.open(str(folder))
        else:
            builder = tantivy.SchemaBuilder()
            builder.add_unsigned_field("serial", fast=True, indexed=True)
            builder.add_float_field("preference", fast=True)
            builder.add_text_field(GRAMS, tokenizer_name="claimcheck-grams", index_option="basic")
            builder.add_text_field(WORDS, tokenizer_name="whitespace", index_option="basic")
            self._index = tantivy.Index(builder.build(), path=str(folder) if folder else None)
        self._index.register_tokenizer("claimcheck-grams", _analyzer())
        self._writer = self._index.writer(_HEAP, 1)

    def add(self, serial: int, document_id: str, plain: str, stems: Sequence[str]) -> None:
        """One document: its plain words, whose grams are taken, and its stems."""
        import tantivy

        document = tantivy.Document()
        document.add_unsigned("serial", serial)
        document.add_float("preference", preference(document_id, len(plain)))
        document.add_text(GRAMS, f" {plain} ")
        document.add_text(WORDS, " ".join(stems))
        self._writer.add_document(document)

    def remove(self, serials: Iterable[int]) -> None:
        """Delete documents by number, when ``finish`` is called; a number that no document has does nothing."""
        import tantivy

        for serial in serials:  # by query: delete_documents_by_term takes a number for a signed one and finds nothing
            self._writer.delete_documents_by_query(tantivy.Query.term_query(self._index.schema, "serial", int(serial)))

    def finish(self) -> Postings:
        """Write what was added and deleted, and open the whole."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._index.reload()
        return Postings(self._index)
