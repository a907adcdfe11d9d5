"""An encoder's figures on public data: translations found, similarity judged, past checks retrieved.

Nothing here trains. Files are those of ``data/``: ``similarity/`` (LASER tatoeba, STS benchmark) and ``retrieval/``.
"""

import csv
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.embed.data import Pair
from claimcheck.embed.encoder import Embeddings, Encoder
from claimcheck.errors import TrainingDataMissing

__all__ = [
    "average_precision",
    "evaluate_encoder",
    "retrieval_map",
    "spearman",
    "translation_accuracy",
    "translations_found",
]

_ISO3 = {
    "de": "deu", "es": "spa", "fr": "fra", "it": "ita", "nl": "nld",
    "pl": "pol", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr",
}  # fmt: skip


def evaluate_encoder(encoder: Encoder, folder: Path, *, languages: Sequence[str] = ("de", "en")) -> dict[str, float]:
    """Every figure there are files for in ``folder``, rounded to four places; absent files leave their figure out.

    ``tatoeba xx→en``: share of sentences whose nearest English one is their translation. ``stsb dev xx``: Spearman's
    rank correlation of cosine and judgement. ``clef2020 dev map@5``: dense search over claims alone, no fusion.
    """
    figures: dict[str, float] = {}
    for language in (each for each in languages if each != "en"):
        stem = f"similarity/tatoeba.{_ISO3.get(language, language)}-eng"
        sides = [folder / f"{stem}.{code}.gz" for code in (_ISO3.get(language, language), "eng")]
        if all(side.is_file() for side in sides):
            there, back = translation_accuracy(encoder, *(_lines(side) for side in sides))
            figures[f"tatoeba {language}→en"], figures[f"tatoeba en→{language}"] = there, back
    for language in languages:
        path = folder / f"similarity/stsb-{language}-dev.csv.gz"
        if path.is_file():
            figures[f"stsb dev {language}"] = _similarity(encoder, path)
    if (folder / "retrieval/clef2020_t2_en").is_dir():
        figures["clef2020 dev map@5"] = retrieval_map(encoder, folder / "retrieval/clef2020_t2_en", split="dev")
    return {name: round(figure, 4) for name, figure in figures.items()}


def translation_accuracy(encoder: Encoder, foreign: Sequence[str], english: Sequence[str]) -> tuple[float, float]:
    """How often a sentence's nearest one on the other side is its translation, each way; equal texts count as one."""
    left, right = encoder.encode(foreign, kind="query"), encoder.encode(english, kind="document")
    scores = left @ right.T
    there = [english[best] == english[row] for row, best in enumerate(scores.argmax(axis=1))]
    back = [foreign[best] == foreign[row] for row, best in enumerate(scores.argmax(axis=0))]
    return float(np.mean(there)), float(np.mean(back))


def translations_found(encoder: Encoder, pairs: Sequence[Pair]) -> dict[str, tuple[float, float]]:
    """``translation_accuracy`` by the language that is paired with English, rounded to four places."""
    found: dict[str, tuple[float, float]] = {}
    for language in dict.fromkeys(pair.language for pair in pairs):
        chosen = [pair for pair in pairs if pair.language == language]
        there, back = translation_accuracy(
            encoder, [pair.foreign for pair in chosen], [pair.english for pair in chosen]
        )
        found[language] = round(there, 4), round(back, 4)
    return found


def spearman(left: npt.ArrayLike, right: npt.ArrayLike) -> float:
    """Spearman's rank correlation; ties share their mean rank.

    >>> round(spearman([1, 2, 3], [10, 30, 20]), 3)
    0.5
    """
    return float(np.corrcoef(_ranks(np.asarray(left)), _ranks(np.asarray(right)))[0, 1])


def average_precision(ranked: Sequence[str], relevant: set[str], k: int) -> float:
    """Mean of precision at each relevant place among the first ``k``, over the most that could stand there.

    >>> average_precision(["a", "b", "c"], {"b"}, 5)
    0.5
    """
    found = [place for place, each in enumerate(ranked[:k], start=1) if each in relevant]
    return sum(hits / place for hits, place in enumerate(found, start=1)) / min(len(relevant), k) if relevant else 0.0


def retrieval_map(encoder: Encoder, folder: Path, *, split: str, k: int = 5) -> float:
    """MAP@k of exact cosine search for the queries of a split over the documents' ``text``, best first."""
    documents = [json.loads(line) for line in _lines(folder / "docs.jsonl.gz")]
    queries = [json.loads(line) for line in _lines(folder / "queries.jsonl.gz")]
    queries = [query for query in queries if query.get("split") == split]
    relevant: dict[str, set[str]] = {}
    for line in _lines(folder / "qrels.tsv.gz"):
        query, document = line.split("\t")
        relevant.setdefault(query, set()).add(document)
    stored = encoder.encode([document["text"] for document in documents], kind="document")
    asked = encoder.encode([query["text"] for query in queries], kind="query")
    ids = np.array([document["id"] for document in documents])
    ranked = ids[np.argsort(-(asked @ stored.T), axis=1, kind="stable")[:, :k]]
    scores = [
        average_precision(list(row), relevant.get(query["id"], set()), k)
        for query, row in zip(queries, ranked, strict=True)
    ]
    return float(np.mean(scores))


def _similarity(encoder: Encoder, path: Path) -> float:
    rows = list(csv.reader(_lines(path)))
    left, right = (encoder.encode([row[side] for row in rows], kind="document") for side in (0, 1))
    return spearman(_cosines(left, right), [float(row[2]) for row in rows])


def _cosines(left: Embeddings, right: Embeddings) -> npt.NDArray[np.float32]:
    return np.asarray((left * right).sum(axis=1), np.float32)


def _ranks(values: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[places], np.float64)


def _lines(path: Path) -> list[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return [line.rstrip("\n") for line in lines]
    except FileNotFoundError as error:
        raise TrainingDataMissing(str(path.parent), path.name) from error
