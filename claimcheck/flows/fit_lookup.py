"""Fitting what ``lookup`` orders and trusts by, on the training splits of public collections: ``match/fitted.json``.

Nothing that is reported on is fitted on: queries of development and test splits, whatever says the same as one of them,
and whatever has the past check of one of them for its answer, are left out, in every collection. The probabilities are
learnt on candidates ordered by weights that had not seen their query, each query once with its past check and once
with it taken away; not on CheckThat! 2025, where the same claim stands in many wordings and one of them is judged.
"""

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.duplicates import same_words
from claimcheck.errors import BenchFileMissing
from claimcheck.flows.bench_retrieval import Qrels, Query, read_documents, read_qrels, read_queries
from claimcheck.match import Encodes, Retriever, Shortlist, clean_query
from claimcheck.match.features import ABROAD, FEATURES, LEXICAL, Features, again
from claimcheck.match.fitting import Example, fit_choice, fit_logistic, fit_steps, threshold_for
from claimcheck.match.ranker import LEADS, Calibration, Line, Ranker, lead
from claimcheck.progress import Progress, unseen

__all__ = ["COLLECTIONS", "FitReport", "fit_lookup", "in_own_cut", "write_fitted"]

COLLECTIONS = {
    "clef2020_t2_en": 0.7,
    "clef2022_t2a_en": 0.7,
    "clef2022_t2b_en": 1.0,
    "checkthat2025_t2_multi": 0.4,
}
"""The collections and how much one query of each counts."""

FILES = ("docs.jsonl.gz", "queries.jsonl.gz", "qrels.tsv.gz")
_OWN_CUT = "checkthat2025_t2_multi"  # it has a training split alone
_OF_A_LANGUAGE = 300  # queries at most, in that collection
_RIDGE, _CALIBRATION_RIDGE = 3.0, 3.0
_PRECISION = 0.9
_BATCH = 64
_TOLD = ("similarity", "held of claim", "held at best", "covered", "cosine", "names held", "names covered",
         "numbers held", "numbers covered", "rarest", "shared", "length")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FitReport:
    """What was fitted, on how many queries of each collection, and how it does on queries it had not seen.

    ``recall`` is the share of queries with a past check that find one, ``false_found`` of those without.
    """

    ranker: Ranker
    queries: Mapping[str, int]
    recall: float
    false_found: float


@dataclass(frozen=True, slots=True)
class _Listed:
    """A query's candidates, and which are right."""

    name: str
    key: str  # equal for the same text in two collections
    rows: Features
    right: NDArray[np.bool_]
    claims: tuple[bytes, ...]
    given: NDArray[np.float64] | None = None
    abroad: NDArray[np.bool_] | None = None

    @property
    def weight(self) -> float:
        return COLLECTIONS[self.name]

    def without_right(self) -> "_Listed":
        """As if the right ones were not in the index."""
        kept = ~self.right
        claims = tuple(each for each, keep in zip(self.claims, kept, strict=True) if keep)
        given = None if self.given is None else self.given[kept]
        abroad = None if self.abroad is None else self.abroad[kept]
        return replace(
            self, rows=again(self.rows[kept]), right=self.right[kept], claims=claims, given=given, abroad=abroad
        )

    def scores(self, line: Line) -> NDArray[np.float64]:
        """By a line, but for scores that are given."""
        found = line.of(FEATURES, self.rows)
        return found if self.given is None or self.abroad is None else np.where(self.abroad, found, self.given)


class _Unlearnt:
    """An encoder that says it knows no language, so that only words and grams count."""

    def __init__(self, encoder: Encodes) -> None:
        self.dimension, self.fingerprint, self.encode = encoder.dimension, encoder.fingerprint, encoder.encode
        self.languages = ("zxx",)


def in_own_cut(query_id: str) -> bool:
    """Whether a query of a collection without a development split is in the quarter kept for reporting."""
    return hashlib.sha256(query_id.encode()).digest()[0] % 4 == 0


def fit_lookup(data: Path, encoder: Encodes, *, progress: Progress = unseen) -> FitReport:
    """Fit the weights on the collections below ``data``, with the cosines of ``encoder``; the same each time.

    Raises:
        BenchFileMissing: a collection is not there.
    """
    digests = _digests(data)
    spared = _spared(data)
    home: list[_Listed] = []
    lexical: list[_Listed] = []
    for place, name in enumerate(COLLECTIONS):
        progress("reading collections", place, len(COLLECTIONS))
        chosen = list(_chosen(name, data / name, spared))
        for known, into in ((encoder, home), (_Unlearnt(encoder), lexical)):
            into += _list(name, data / name, known, chosen, want_known=known is encoder)
    progress("fitting", 0, None)
    return _fit(home, lexical, encoder.fingerprint, digests)


def _fit(home: Sequence[_Listed], lexical: Sequence[_Listed], encoder: str, digests: Mapping[str, str]) -> FitReport:
    whole = {"home": _line(home, FEATURES), "lexical": _line(lexical, LEXICAL)}
    whole["abroad"] = _line(_moved(home, whole["home"]), ABROAD)
    lists = {"home": home, "lexical": lexical}
    halves = {"home": _halves(home, FEATURES), "lexical": _halves(lexical, LEXICAL)}
    lists["abroad"] = [_moved([each], halves["home"][_half(each)])[0] for each in home]
    halves["abroad"] = _halves(lists["abroad"], ABROAD)
    calibrations, best = {}, {}
    for kind, halved in halves.items():
        judged = [each for each in lists[kind] if each.name != _OWN_CUT]
        calibrations[kind], best[kind] = _calibrate(judged, halved, kind)
    least = threshold_for(*best["home"], precision=_PRECISION)
    ranker = Ranker(
        home=whole["home"],
        lexical=whole["lexical"],
        abroad=whole["abroad"],
        calibrations=calibrations,
        min_score=least,
        encoder=encoder,
        fitted_on=digests,
    )
    there, gone = best["home"]
    counted = Counter(each.name for each in home)
    return FitReport(ranker, counted, float((there >= least).mean()), float((gone >= least).mean()))


def write_fitted(ranker: Ranker, path: Path) -> None:
    """Write the weights where ``lookup`` reads them."""
    path.write_text(json.dumps(ranker.to_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _digests(data: Path) -> dict[str, str]:
    found = {}
    for name in COLLECTIONS:
        for file in FILES:
            path = data / name / file
            if not path.is_file():
                raise BenchFileMissing(str(path))
            found[f"{name}/{file}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _key(text: str) -> str:
    return same_words(clean_query(text))


def _reported(name: str, query: Query) -> bool:
    return query.split in ("dev", "test") or (name == _OWN_CUT and in_own_cut(query.id))


def _read(folder: Path) -> tuple[list[Query], Qrels, dict[str, str]]:
    docs, queries, qrels = (folder / file for file in FILES)
    return (
        read_queries(queries),
        read_qrels(qrels),
        {each.id: _key(each.claim_reviewed) for each in read_documents(docs)},
    )


def _spared(data: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The texts of reported queries and the claims of their past checks, in all collections."""
    texts: set[str] = set()
    claims: set[str] = set()
    for name in COLLECTIONS:
        queries, qrels, documents = _read(data / name)
        for query in queries:
            if query.id in qrels and _reported(name, query):
                texts.add(_key(query.text))
                claims.update(documents[each] for each in qrels[query.id])
    return frozenset(texts), frozenset(claims)


def _chosen(name: str, folder: Path, spared: tuple[frozenset[str], frozenset[str]]) -> Iterator[Query]:
    queries, qrels, documents = _read(folder)
    taken: Counter[str | None] = Counter()
    for query in sorted(queries, key=lambda each: hashlib.sha256(each.id.encode()).digest()):
        if query.id not in qrels or _reported(name, query) or _key(query.text) in spared[0]:
            continue
        if any(documents[each] in spared[1] for each in qrels[query.id]):
            continue
        taken[query.language] += 1
        if name != _OWN_CUT or taken[query.language] <= _OF_A_LANGUAGE:
            yield query


def _list(
    name: str, folder: Path, encoder: Encodes, queries: Sequence[Query], *, want_known: bool
) -> Iterator[_Listed]:
    docs, _, qrels = (folder / file for file in FILES)
    judged = read_qrels(qrels)
    with (
        tempfile.TemporaryDirectory(prefix="claimcheck-fit-") as place,
        Retriever.open(Path(place), lambda: read_documents(docs), "", encoder, ranker=_UNFITTED) as retriever,
    ):
        for start in range(0, len(queries), _BATCH):
            batch = queries[start : start + _BATCH]
            spoken = [query.language or "en" for query in batch]
            lists = retriever.shortlists([query.text for query in batch], spoken)
            for query, listed in zip(batch, lists, strict=True):
                if listed.ids and listed.knows == want_known:
                    yield _labelled(name, query, listed, judged[query.id])


def _labelled(name: str, query: Query, listed: Shortlist, relevant: frozenset[str]) -> _Listed:
    """The candidates of the query's language; right are the judged ones and their copies, which nobody judged."""
    at_home = ~listed.foreign
    known = {claim for each, claim in zip(listed.ids, listed.claims, strict=True) if each in relevant}
    right = np.array([claim in known for claim in listed.claims])[at_home]
    claims = tuple(each for each, home in zip(listed.claims, at_home, strict=True) if home)
    rows = listed.features if at_home.all() else again(listed.features[at_home])
    return _Listed(name, _key(query.text), rows, right, claims)


def _line(lists: Sequence[_Listed], names: Sequence[str]) -> Line:
    examples = [Example(each.rows, each.right, each.weight, each.given, each.abroad) for each in lists]
    return fit_choice(examples, names, ridge=_RIDGE)


def _moved(lists: Sequence[_Listed], home: Line) -> list[_Listed]:
    """The lists as if some of their candidates, or in every fourth all, were in another language than the query.

    There is no public collection whose checks stand in several languages. What is kept of those is what ``ABROAD``
    names; the others keep their scores at home.
    """
    made = []
    for each in lists:
        draw = np.random.default_rng(int.from_bytes(hashlib.sha256(each.key.encode()).digest()[:4], "big"))
        away = draw.random(len(each.rows)) < (1.0 if draw.random() < 0.25 else 0.5)
        made.append(replace(each, given=home.of(FEATURES, each.rows), abroad=away))
    return made


def _half(listed: _Listed) -> int:
    return hashlib.sha256(listed.key.encode()).digest()[0] % 2


def _halves(lists: Sequence[_Listed], names: Sequence[str]) -> tuple[Line, Line]:
    """For each half of the queries the line that was fitted on the other."""
    first, second = (_line([each for each in lists if _half(each) != half], names) for half in (0, 1))
    return first, second


def _calibrate(
    lists: Sequence[_Listed], lines: tuple[Line, Line], kind: str
) -> tuple[Calibration, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """The calibration, and the probabilities of the first candidates where the check is there and where it is gone."""
    told, right, here, weights = [], [], [], []
    for each in lists:
        for listed, there in ((each, True), (each.without_right(), False)):
            if not len(listed.rows) or (there and not each.right.any()):
                continue
            row, hit, away = _first(listed, lines[_half(each)])
            if away != (kind == "abroad"):
                continue
            told.append(row)
            right.append(hit)
            here.append(there)
            weights.append(each.weight)
    names = [*(name for name in _TOLD if kind != "abroad" or name in ABROAD), *LEADS]
    if kind == "lexical":
        names.remove("cosine")
    rows = np.array(told)[:, [(*FEATURES, *LEADS).index(name) for name in names]]
    hits, present = np.array(right), np.array(here)
    line = fit_logistic(rows, hits, names, ridge=_CALIBRATION_RIDGE, weights=np.array(weights))
    plain = 1 / (1 + np.exp(-line.of(names, rows)))
    steps = fit_steps(plain, hits)
    likely = np.interp(plain, [each[0] for each in steps], [each[1] for each in steps])
    return Calibration(line, steps), (likely[present], likely[~present])


def _first(listed: _Listed, line: Line) -> tuple[NDArray[np.float64], bool, bool]:
    """The features and leads of the candidate a line puts first, whether it is right, and whether it is abroad."""
    scores = listed.scores(line)
    order = np.argsort(-scores, kind="stable")
    kept: dict[bytes, int] = {}
    for place in order:
        kept.setdefault(listed.claims[place], int(place))
    away = listed.abroad is not None and bool(listed.abroad[order[0]])
    return (
        np.concatenate((listed.rows[order[0]], lead(scores[list(kept.values())]))),
        bool(listed.right[order[0]]),
        away,
    )


_PLAIN = Line({"similarity": 1.0})
_UNFITTED = Ranker(_PLAIN, _PLAIN, _PLAIN, {}, 0.0)
