"""Small collections cut from the public ones, as ``fit_lookup`` learns from them what a small desk's numbers mean.

Each holds past checks that some training queries are about. Asked of it are these queries; others of the same
collection, whose past checks are elsewhere; queries of other collections and sentences of news, which have none; and
some of its own claims, word for word. Pairs of the STS benchmark's training split are cut alike, in one language and
across two: its annotators said which of two sentences alike mean the same.
"""

import csv
import gzip
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import BenchFileMissing
from claimcheck.flows.bench_retrieval import Query, read_documents, read_qrels
from claimcheck.flows.fit_lists import COLLECTIONS, FILES, OWN_CUT, UNFITTED, Unlearnt, chosen_queries, key_of, spared
from claimcheck.match import Encodes, Retriever
from claimcheck.match.features import Features
from claimcheck.match.ranker import Reading
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimReview

__all__ = ["NEWS_FILE", "PAIR_FILES", "Cut", "Sort", "collect_cuts"]

Sort = Literal["there", "gone", "foreign", "alike", "same"]
"""Whether a query's past check is there; gone; of another collection; alike, but not the same; or the query itself."""

NEWS_FILE = "parallel/de-en.tsv.gz"
_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru")
PAIR_FILES = tuple(f"similarity/stsb-{language}-train.csv.gz" for language in _LANGUAGES)
_NEWS = "wmt_newstest<=2018"
_SIZES, _TINY = 24, 10  # collections cut from each: of any size, and of hardly any
_MOST, _FEWEST = 4_000, 12  # past checks in the largest, and in the largest of the tiny ones
_CUTS_OF_PAIRS = 90
_MOST_PAIRS = 1_500
_CAPTIONS = 2_000  # the first pairs are captions of pictures, which are no claims
_SAME, _OTHER = 4.0, 2.2  # on the benchmark's scale to 5: from here two sentences say the same; up to here they do not
_BARE = 0.4  # of the collections have claims alone, without titles and summaries
_ASKED = {"there": 60, "gone": 45, "same": 6}
_NEWS_ASKED, _POSTS_ASKED = 18, 14
_SPOKEN = ("de", "de", "fr", "pt", "pl", "es", None)  # of the collection in many languages; None: all of them
_PAIRED = (("en", "en"), ("de", "de"), ("de", "en"), ("en", "de"), ("fr", "fr"), ("de", "de"), ("en", "en"),
           ("pt", "pl"), ("es", "es"), (None, None), ("ru", "ru"), ("en", "de"), ("pl", "pl"), ("it", "en"),
           (None, None))  # fmt: skip
_FOUND: tuple[Sort, ...] = ("there", "same")
_KEPT = 30  # candidates: more decide nothing


@dataclass(frozen=True, slots=True)
class Cut:
    """A query's candidates in a small collection of so many ``documents``, and which are right."""

    name: str
    key: str
    sort: Sort
    reading: Reading
    documents: int
    rows: Features
    right: NDArray[np.bool_]
    claims: NDArray[np.uint64]
    foreign: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Collection:
    name: str
    documents: Sequence[ClaimReview]
    asked: Mapping[Sort, Sequence[Query]]
    relevant: Mapping[str, frozenset[str]]


def collect_cuts(data: Path, encoder: Encodes, *, progress: Progress = unseen) -> list[Cut]:
    """The candidates of all queries of all collections that are cut; the same each time.

    Raises:
        BenchFileMissing: one of the files below ``data`` is not there.
    """
    found: list[Cut] = []
    news = _news(data)
    made = [*_cut_collections(data, news), *_cut_pairs(data, news)]
    for place, each in enumerate(made):
        progress("asking small collections", place, len(made))
        found += _ask(each, encoder)
    return found


def _ask(collection: _Collection, encoder: Encodes) -> Iterator[Cut]:
    with (
        tempfile.TemporaryDirectory(prefix="claimcheck-fit-") as folder,
        Retriever.open(Path(folder), lambda: collection.documents, "", encoder, ranker=UNFITTED) as retriever,
    ):
        unlearnt = retriever.read_by(Unlearnt(encoder))
        for sort, queries in collection.asked.items():
            some = queries[: len(queries) // 3] if collection.name in COLLECTIONS else ()
            for reader, chosen in ((retriever, queries), (unlearnt, some)):
                lists = reader.shortlists([each.text for each in chosen], [each.language for each in chosen])
                for query, listed in zip(chosen, lists, strict=True):
                    if not listed.ids:
                        continue
                    told = collection.relevant.get(query.id, frozenset()) if sort in _FOUND else frozenset()
                    right = listed.right(told)[:_KEPT]
                    if sort in _FOUND and not right.any():
                        continue
                    yield Cut(
                        collection.name,
                        key_of(query.text),
                        sort,
                        listed.reading,
                        listed.documents,
                        listed.features[:_KEPT],
                        right,
                        listed.claims[:_KEPT],
                        listed.foreign[:_KEPT],
                    )


def _cut_collections(data: Path, news: Mapping[str, Sequence[Query]]) -> Iterator[_Collection]:
    retrieval = data / "retrieval"
    left_out = spared(retrieval)
    queries = {name: list(chosen_queries(name, retrieval / name, left_out)) for name in COLLECTIONS}
    for number, name in enumerate(COLLECTIONS):
        draw = np.random.default_rng(number)
        every = list(read_documents(retrieval / name / FILES[0]))
        judged = read_qrels(retrieval / name / FILES[2])
        for place in range(_SIZES + _TINY):
            most = _MOST if place < _SIZES else _FEWEST
            size = int(np.exp(draw.uniform(0, np.log(most))))
            language = _SPOKEN[place % len(_SPOKEN)] if name == OWN_CUT else None
            pool = [each for each in every if language in (None, each.language)]
            own = [each for each in queries[name] if language in (None, each.language)]
            others = [each for other, many in queries.items() if other != name for each in many]
            if name == OWN_CUT:
                size = min(size, len(every) // 5)  # in a fifth of it few claims stand in other wordings too
            documents = _drawn(draw, pool, own, judged, min(size, len(pool)))
            if name != OWN_CUT and draw.random() < _BARE:
                documents = [replace(each, title=None, summary=None) for each in documents]
            inside = {each.id for each in documents}
            order = [own[at] for at in draw.permutation(len(own))]
            spoken = "de" if language == "de" else "en"
            foreign = [
                *_some(draw, news["de"], _NEWS_ASKED),
                *_some(draw, news["en"], _NEWS_ASKED),
                *_some(draw, others, _POSTS_ASKED),
            ]
            itself = [each for each in documents if key_of(each.claim_reviewed) not in left_out[1]][: _ASKED["same"]]
            asked: dict[Sort, Sequence[Query]] = {
                "there": _spoken([each for each in order if judged[each.id] & inside][: _ASKED["there"]], spoken),
                "gone": _spoken([each for each in order if not judged[each.id] & inside][: _ASKED["gone"]], spoken),
                "foreign": _spoken(foreign, "en"),
                "same": [Query(each.id, each.claim_reviewed, None, each.language) for each in itself],
            }
            relevant = dict(judged) | {each.id: frozenset({each.id}) for each in itself}
            yield _Collection(name, documents, asked, relevant)


def _drawn(
    draw: np.random.Generator,
    pool: Sequence[ClaimReview],
    queries: Sequence[Query],
    judged: Mapping[str, frozenset[str]],
    size: int,
) -> list[ClaimReview]:
    """So many past checks, of which up to half are those of some queries."""
    order = draw.permutation(len(queries))[: max(1, min(size // 2, _ASKED["there"]))]
    wanted = {each for at in order for each in judged[queries[at].id]}
    first = [each for each in pool if each.id in wanted]
    rest = [each for each in pool if each.id not in wanted]
    spare = draw.permutation(len(rest))[: max(0, size - len(first))]
    return [*first[:size], *(rest[at] for at in spare)]


def _cut_pairs(data: Path, news: Mapping[str, Sequence[Query]]) -> Iterator[_Collection]:
    pairs = {language: _pairs(data / file) for language, file in zip(_LANGUAGES, PAIR_FILES, strict=True)}
    rows = np.arange(_CAPTIONS, min(map(len, pairs.values())))
    draw = np.random.default_rng(len(COLLECTIONS))
    both = ("de", "en")
    for place in range(_CUTS_OF_PAIRS):
        asks, tells = _PAIRED[place % len(_PAIRED)]
        size = int(np.exp(draw.uniform(0, np.log(_MOST_PAIRS))))
        order = draw.permutation(rows)
        inside, outside = order[:size].tolist(), order[size : size + 40].tolist()
        spoken = {row: tells or both[int(draw.integers(2))] for row in inside}
        documents = [
            ClaimReview(f"s{row}", pairs[spoken[row]][row][1], "bench", language=spoken[row]) for row in inside
        ]
        asked: dict[Sort, list[Query]] = {"there": [], "alike": [], "gone": [], "foreign": [], "same": []}
        for row in [*inside[:80], *outside]:
            language = asks or both[int(draw.integers(2))]
            text, _, alike = pairs[language][row]
            sort: Sort | None = "there" if alike >= _SAME else "alike" if alike <= _OTHER else None
            if row not in spoken:
                sort = "gone"
            if sort:
                asked[sort].append(Query(f"s{row}", text, None, language))
        asked["foreign"] = [query for language in both for query in _some(draw, news[language], 8)]
        asked["same"] = [Query(each.id, each.claim_reviewed, None, each.language) for each in documents[:4]]
        right = {each.id: frozenset({each.id}) for each in (*asked["there"], *asked["same"])}
        yield _Collection("pairs", documents, asked, right)


def _some(draw: np.random.Generator, queries: Sequence[Query], count: int) -> list[Query]:
    return [queries[at] for at in draw.integers(0, len(queries), count)]


def _spoken(queries: Sequence[Query], language: str) -> list[Query]:
    """The queries, in this language where they do not say."""
    return [each if each.language else replace(each, language=language) for each in queries]


def _pairs(path: Path) -> list[tuple[str, str, float]]:
    if not path.is_file():
        raise BenchFileMissing(str(path))
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [(one, other, float(alike)) for one, other, alike in csv.reader(file)]


def _news(data: Path) -> Mapping[str, Sequence[Query]]:
    """Sentences of news in German and English."""
    path = data / NEWS_FILE
    if not path.is_file():
        raise BenchFileMissing(str(path))
    with gzip.open(path, "rt", encoding="utf-8") as file:
        cells = [line.rstrip("\n").split("\t") for line in file if line.startswith(_NEWS)]
    return {
        language: [Query(f"{language}-{row}", each[at], None, language) for row, each in enumerate(cells)]
        for language, at in (("de", 1), ("en", 2))
    }
