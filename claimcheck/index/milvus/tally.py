"""What documents add up to: their terms, how many they are, their digests, the languages they are stemmed by."""

from collections import Counter
from dataclasses import replace

from claimcheck.index.columns import Columns
from claimcheck.index.counts import TermCounts, no_counts, sum_of
from claimcheck.index.documents import Documents
from claimcheck.index.lexical import term_counts
from claimcheck.index.milvus.state import State
from claimcheck.index.postings import GRAMS, WORDS
from claimcheck.index.segment import language_names

__all__ = ["Tally"]

_MODULUS = 1 << 64


class Tally:
    """A sum of documents, batch by batch; adding a batch costs little however many came before."""

    def __init__(self) -> None:
        self.count = 0
        self.content = 0
        self.languages: Counter[str] = Counter()
        self._parts: list[dict[str, TermCounts]] = []  # each more than twice as many documents as the next

    def add(self, columns: Columns) -> None:
        """Count documents."""
        documents = Documents([columns])
        names = language_names(columns)
        self.count += len(documents)
        self.content = (self.content + documents.content()) % _MODULUS
        self.languages.update(names[each] for each in columns["stemmed"].tolist())
        self._parts.append(term_counts(documents, documents.live()))
        while len(self._parts) > 1 and _size(self._parts[-2]) <= 2 * _size(self._parts[-1]):
            last = self._parts.pop()
            self._parts[-1] = sum_of(self._parts[-1], last)

    def counts(self) -> dict[str, TermCounts]:
        """The counts of terms."""
        found = no_counts((GRAMS, WORDS))
        for each in reversed(self._parts):
            found = sum_of(found, each)
        return found

    def state(self, before: State, *, stamp: int, reviews: str) -> State:
        """The state of a collection that holds these documents."""
        return replace(
            before,
            stamp=stamp,
            reviews=reviews,
            count=self.count,
            content=self.content,
            languages=dict(sorted(self.languages.items())),
        )

    def after(
        self, less: "Tally", before: State, counts: dict[str, TermCounts], *, stamp: int, reviews: str
    ) -> tuple[State, dict[str, TermCounts]]:
        """The state, and the counts, of a collection that lost some documents and gained these."""
        languages = Counter(before.languages)
        languages.update(self.languages)
        languages.subtract(less.languages)
        state = replace(
            before,
            stamp=stamp,
            reviews=reviews,
            count=before.count + self.count - less.count,
            content=(before.content + self.content - less.content) % _MODULUS,
            languages={name: many for name, many in sorted(languages.items()) if many},
        )
        more, gone = self.counts(), less.counts()
        return state, {name: each.plus(more[name]).minus(gone[name]) for name, each in counts.items()}


def _size(counts: dict[str, TermCounts]) -> int:
    return counts[GRAMS].documents
