"""Lexical search by tantivy: the one door to it.

Two fields over the same text. ``grams``: character 3- and 4-grams of the words joined by single spaces, without
accents, which forgive inflection, compounds and spelling. ``words``: words stemmed by the text's language. Punctuation
and case count in neither. On the training splits of CheckThat! 2020 and 2022 3- and 4-grams found as much as 3- to
5-grams at two thirds of the cost.
"""

import math
import os
import re
import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.index.search import best
from claimcheck.records import Hit

__all__ = ["LexicalField", "LexicalIndex", "Passage", "plain_words", "stems"]

_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
_HEAP = 128_000_000
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one document and its language (ISO 639-1, ``und`` where unknown: then words are not stemmed).

    ``fields`` are the parts the text is made of, claim first, where they are told apart.
    """

    id: str
    text: str
    language: str = "und"
    fields: tuple[str, ...] = ()


class _Breaks(dict[int, str | int]):
    """A translation table that turns whatever is no letter, mark or digit into a space, filled as it is asked."""

    def __missing__(self, point: int) -> str | int:
        self[point] = " " if unicodedata.category(chr(point))[0] in "PSZC" else point
        return self[point]


_BREAKS = _Breaks()
_MARKS = re.compile("[\u0300-\u036f]")


def plain_words(text: str) -> str:
    """The words of a text in lower case without accents, joined by single spaces.

    >>> plain_words("Ist  Österreichs »Präsident« gewählt?")
    'ist osterreichs prasident gewahlt'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_BREAKS).split())


@cache
def _analyzer(name: str) -> Any:
    import tantivy

    if name == "grams":
        return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(3, 4, False)).build()
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.stemmer(name.removeprefix("stem-")))
        .build()
    )


def stems(text: str, language: str) -> list[str]:
    """Words stemmed by a language's rules, then made plain: stemmers need the accents."""
    words = text.casefold().translate(_BREAKS)
    name = _STEMMERS.get(language)
    return plain_words(" ".join(_analyzer(f"stem-{name}").analyze(words)) if name else words).split()


def _grams(text: str) -> list[str]:
    plain = plain_words(text)
    return list(_analyzer("grams").analyze(f" {plain} ")) if plain else []


class LexicalField:
    """One way of reading the text; its scores are shares.

    A score is the document's BM25 divided by what a document of average length would get that holds every term of the
    query once: 0 shares nothing, 1 shares everything, a short document can pass 1.
    """

    def __init__(self, name: str, owner: "LexicalIndex") -> None:
        self.name = name
        self._owner = owner

    def terms(self, query: str, language: str | None = None) -> list[str]:
        """The distinct terms of a query; unstemmed and stemmed by each likely language where that is unknown."""
        if self.name == "grams":
            return list(dict.fromkeys(_grams(query)))
        languages = [language] if language else ["und", *self._owner.languages]
        return list(dict.fromkeys(term for each in languages for term in stems(query, each)))

    def search(
        self,
        queries: Sequence[str],
        k: int,
        languages: Sequence[str | None] | None = None,
        *,
        among: Collection[str] | None = None,
    ) -> list[list[Hit]]:
        """The ``k`` best documents for each query, best first; equal scores in id order; only those that share a term.

        ``languages`` gives each query's language, which the words are stemmed by; ``among`` the ids to look at.
        """
        languages = languages or [None] * len(queries)
        only = None if among is None else self._owner.rows_of(among)
        return [self._search(query, k, language, only) for query, language in zip(queries, languages, strict=True)]

    def weight(self, term: str) -> float:
        """A term's weight in BM25: the rarer, the more."""
        return self._weight(term)[1]

    def _weight(self, term: str) -> tuple[int, float]:
        """How many documents hold a term, and its weight in BM25."""
        holders = int(self._owner.searcher.doc_freq(self.name, term))
        return holders, math.log(1 + (len(self._owner.ids) - holders + 0.5) / (holders + 0.5))

    def _search(self, query: str, k: int, language: str | None, only: Any | None = None) -> list[Hit]:
        import tantivy

        owner = self._owner
        if k < 1 or not owner.ids:
            return []
        searcher, schema, total = owner.searcher, owner.schema, len(owner.ids)
        clauses, attainable = [], 0.0
        for term in self.terms(query, language):
            holders, weight = self._weight(term)
            attainable += weight
            if holders:
                clauses.append((tantivy.Occur.Should, tantivy.Query.term_query(schema, self.name, term, "freq")))
        if not clauses:
            return []
        asked = tantivy.Query.boolean_query(clauses)
        if only is not None:
            asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, only)])
        fetch = k + 1
        while True:
            found = searcher.search(asked, fetch, count=False).hits
            if len(found) < fetch or found[-1][0] < found[k - 1][0] or fetch >= total:
                break
            fetch = min(2 * fetch, total)  # a tie reaches past what was fetched
        rows = searcher.fast_field_values("row", [place for _, place in found])
        return best(
            (
                Hit(owner.ids[row], round(score / attainable, _DECIMALS))
                for (score, _), row in zip(found, rows, strict=True)
            ),
            k,
        )


class LexicalIndex:
    """Passages by their grams and words; built with ``build`` or ``load``."""

    def __init__(
        self, ids: Sequence[str], index: Any, languages: Sequence[str] = (), mirror: Any | None = None
    ) -> None:
        self.ids = ids
        self.languages = tuple(languages)
        self.schema = index.schema
        self.searcher = index.searcher()
        self.grams = LexicalField("grams", self)
        self.words = LexicalField("words", self)
        self._mirror = mirror  # keeps its folder of links as long as the index is used
        if self.searcher.num_docs != len(ids):
            raise ValueError(f"the lexical index holds {self.searcher.num_docs} documents, not {len(ids)}")

    @classmethod
    def build(cls, passages: Iterable[Passage], folder: Path | None = None) -> "LexicalIndex":
        """An index over passages, in an existing empty folder, or in memory without one."""
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("row", fast=True, indexed=True)
        builder.add_text_field("grams", tokenizer_name="claimcheck-grams", index_option="freq")
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        index = tantivy.Index(builder.build(), path=str(folder) if folder else None)
        index.register_tokenizer("claimcheck-grams", _analyzer("grams"))
        writer = index.writer(_HEAP, 1)
        ids: list[str] = []
        languages: dict[str, None] = {}
        for row, passage in enumerate(passages):
            ids.append(passage.id)
            if passage.language in _STEMMERS:
                languages[passage.language] = None
            document = tantivy.Document()
            document.add_unsigned("row", row)
            document.add_text("grams", f" {plain_words(passage.text)} ")
            document.add_text("words", " ".join(stems(passage.text, passage.language)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return cls(ids, index, sorted(languages))

    def rows_of(self, ids: Collection[str]) -> Any:
        """A query that only these documents answer, all alike."""
        import tantivy

        wanted = frozenset(ids)
        rows = [row for row, each in enumerate(self.ids) if each in wanted]
        chosen = tantivy.Query.term_set_query(self.schema, "row", rows)
        return tantivy.Query.const_score_query(chosen, 0.0)

    @classmethod
    def load(cls, folder: Path, ids: Sequence[str], languages: Sequence[str] = ()) -> "LexicalIndex":
        """The index that ``build`` left in a folder, which may be read-only."""
        import tantivy

        mirror = None
        if not os.access(folder, os.W_OK):  # tantivy opens a lock file beside the segments even to read
            mirror = tempfile.TemporaryDirectory(prefix="claimcheck-lexical-")
            for each in folder.iterdir():
                if not each.name.endswith(".lock"):
                    (Path(mirror.name) / each.name).symlink_to(each.resolve())
        return cls(ids, tantivy.Index.open(mirror.name if mirror else str(folder)), languages, mirror)
