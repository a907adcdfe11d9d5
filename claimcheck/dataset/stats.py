"""What a dataset holds, counted: labels, languages, sources, splits, answers and how long they took."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

import polars as pl

__all__ = ["AnnotatorCount", "Statistics", "count_dataset"]

TIE = "tie"
"""What a row without a label is counted as."""


@dataclass(frozen=True, slots=True)
class AnnotatorCount:
    """One annotator: labels given, skips, and the median of the seconds an answer took (None where unknown)."""

    name: str
    labels: int
    skips: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over a dataset, the most frequent first; ``labels`` and the like count claims.

    ``by_split`` counts labels on each side. ``seconds`` are the deciles, from least to most, of the time of an answer.
    ``answers`` are the labels given, adjudicated ones aside: claim, annotator, label, and whether it is a sample.
    ``shown`` counts answers that saw past checks, ``hidden`` those of the control arm.
    """

    rows: int
    labels: Mapping[str, int]
    languages: Mapping[str, int]
    outlets: Mapping[str, int]
    articles: int
    methods: Mapping[str, int]
    judged_by: Mapping[int, int]
    splits: Mapping[str, int]
    by_split: Mapping[str, Mapping[str, int]]
    samples: int
    annotators: Sequence[AnnotatorCount]
    seconds: Sequence[float]
    timed: int
    skips: int
    adjudicated: int
    confidences: Mapping[int, int]
    shown: int
    hidden: int
    past_checks: int
    licences: Mapping[str, int]
    answers: Sequence[tuple[str, str, str, bool]]
    ties: Sequence[tuple[str, str, tuple[str, ...]]]  # text, language, labels: the first few


_SIMPLE = ("language", "outlet", "method", "n_annotators", "split")
_TOLD = 20  # ties that are told
_COLUMNS = [*_SIMPLE, "text", "tie", "claim_id", "article_id", "label", "sample", "annotations", "past_checks"]


def count_dataset(batches: Iterable[pl.DataFrame]) -> Statistics:
    """Count the batches of a dataset."""
    counts: dict[str, Counter[object]] = {name: Counter() for name in (*_SIMPLE, "label", "confidence", "licence")}
    by_split: dict[str, Counter[str]] = {}
    articles: set[str] = set()
    checks: set[str] = set()
    people: dict[str, list[int]] = {}
    times: list[pl.DataFrame] = []
    answers: list[tuple[str, str, str, bool]] = []
    ties: list[tuple[str, str, tuple[str, ...]]] = []
    rows = samples = skips = adjudicated = shown = hidden = 0
    for whole in batches:
        batch = whole.select(_COLUMNS).with_columns(pl.col("label").fill_null(TIE))
        rows += len(batch)
        samples += int(batch["sample"].sum())
        tied = batch.filter(pl.col("tie").list.len() > 0).head(_TOLD - len(ties))
        ties += [
            (text, language, tuple(labels))
            for text, language, labels in tied.select("text", "language", "tie").iter_rows()
        ]
        articles.update(batch["article_id"].unique())
        for name in (*_SIMPLE, "label"):
            counts[name].update(dict(batch[name].value_counts().iter_rows()))
        for split, label, count in batch.group_by("split", "label").len().iter_rows():
            if split is not None:
                by_split.setdefault(split, Counter())[label] += count
        past = batch.select(pl.col("past_checks").explode()).drop_nulls().unnest("past_checks")
        checks.update(past["review_id"].unique())
        counts["licence"].update(dict(past["licence"].fill_null("not stated").value_counts().iter_rows()))
        given = batch.select("claim_id", "sample", "annotations").explode("annotations").drop_nulls("annotations")
        given = given.unnest("annotations")
        skips += int(given["label"].is_null().sum())
        adjudicated += int(given["adjudicated"].sum())
        shown += int((given["shown"].list.len() > 0).sum())
        hidden += int((given["arm"] == "control").sum())
        counts["confidence"].update(dict(given["confidence"].drop_nulls().value_counts().iter_rows()))
        for name, labels, skipped in (
            given.group_by("annotator")
            .agg(pl.col("label").is_not_null().sum(), pl.col("label").is_null().sum().alias("skips"))
            .iter_rows()
        ):
            person = people.setdefault(name, [0, 0])
            person[0] += labels
            person[1] += skipped
        times.append(given.select("annotator", "seconds").drop_nulls())
        blind = given.filter(pl.col("label").is_not_null() & ~pl.col("adjudicated"))
        answers += (
            (claim, intern(person), intern(label), sample)  # few people and labels, many answers
            for claim, person, label, sample in blind.select("claim_id", "annotator", "label", "sample").iter_rows()
        )
    timed = pl.concat(times) if times else pl.DataFrame(schema={"annotator": pl.String(), "seconds": pl.Float64()})
    medians = dict(timed.group_by("annotator").agg(pl.col("seconds").median()).iter_rows())
    deciles = [timed["seconds"].quantile(tenth / 10, "linear") for tenth in range(11)] if len(timed) else []
    return Statistics(
        rows=rows,
        labels=_ordered(counts["label"]),
        languages=_ordered(counts["language"]),
        outlets=_ordered(counts["outlet"]),
        articles=len(articles),
        methods=_ordered(counts["method"]),
        judged_by=dict(sorted((int(str(key)), count) for key, count in counts["n_annotators"].items())),
        splits=_ordered(counts["split"]),
        by_split={split: _ordered(found) for split, found in sorted(by_split.items())},
        samples=samples,
        annotators=[
            AnnotatorCount(name, people[name][0], people[name][1], medians.get(name)) for name in sorted(people)
        ],
        seconds=[each for each in deciles if each is not None],
        timed=len(timed),
        skips=skips,
        adjudicated=adjudicated,
        confidences=dict(sorted((int(str(key)), count) for key, count in counts["confidence"].items())),
        shown=shown,
        hidden=hidden,
        past_checks=len(checks),
        licences=_ordered(counts["licence"]),
        answers=answers,
        ties=ties,
    )


def _ordered(counts: Mapping[Any, int]) -> dict[str, int]:
    """By count, then by name; what is unknown is left out."""
    known = [(str(key), count) for key, count in counts.items() if key is not None and str(key)]
    return dict(sorted(known, key=lambda each: (-each[1], each[0])))
