"""Answers and claims made up by a seed, as many as a large desk has, to time agreement and leak-safe splits on."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import numpy as np

from claimcheck.agree import answers_of, by_label, by_pair, by_person, confusion, measure
from claimcheck.dataset import SplitItem, parse_shares
from claimcheck.embed import load_encoder
from claimcheck.flows.splits import SplitWish, split_claims
from claimcheck.records import Label, Verdict
from tests.benchmarks.corpus import made_up
from tests.benchmarks.scale import Row

__all__ = ["agreement_rows", "leaking_claims", "made_verdicts", "split_rows"]

_PEOPLE = 12
_COPIES, _SHARED = 0.05, 0.05  # claims that are an earlier one with a word changed; that share a past check


def made_verdicts(claims: int, ratings: int, *, seed: int = 0) -> list[Verdict]:
    """About so many blind verdicts on so many claims: twelve people who are right seven times of ten."""
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, len(Label), claims)
    labels, at = tuple(Label), datetime(2026, 1, 1, tzinfo=UTC)
    found: list[Verdict] = []
    for who in range(_PEOPLE):
        for claim in np.flatnonzero(chance.random(claims) < ratings / claims / _PEOPLE).tolist():
            label = labels[truth[claim] if chance.random() < 0.7 else int(chance.integers(0, len(labels)))]
            number = len(found)
            person = f"annotator{who}@example.org"
            found.append(Verdict(f"{claim:016x}", label, person, at, "http://127.0.0.1:1", who, number, number, at))
    return found


def agreement_rows(ratings: int, figures: dict[str, float] | None = None) -> Iterator[Row]:
    """Every measure with its intervals, over all, by label, by pair and by annotator."""
    verdicts = made_verdicts(2 * ratings // 5, ratings)
    begun = time.process_time()
    answers = answers_of(verdicts)
    measure(answers)
    by_label(answers)
    pairs = by_pair(answers)
    by_person(answers)
    confusion(answers)
    spent = time.process_time() - begun
    if figures is not None:
        figures |= {"agreement cpu": spent, "ratings": len(answers)}
    yield f"agreement of {len(answers):,} answers by {_PEOPLE}, {len(pairs)} pairs", f"{spent:.2f} CPU s"


def leaking_claims(count: int, *, seed: int = 0) -> tuple[list[SplitItem], list[str]]:
    """Claims of five an article, a few sharing a past check, as many an earlier claim with a word changed."""
    chance = random.Random(seed)
    texts: list[str] = []
    items: list[SplitItem] = []
    fresh = made_up(count, seed=seed)
    for number in range(count):
        if texts and chance.random() < _COPIES:
            words = texts[chance.randrange(len(texts))].split()
            words[chance.randrange(len(words))] = "indeed"
            texts.append(" ".join(words))
        else:
            texts.append(next(fresh)["claim_reviewed"])
        items.append(
            SplitItem(
                claim_id=f"{number:016x}",
                article_id=f"article {number // 5}",
                label=chance.choice(["TRUE", "FALSE", "MISLEADING", None]),
                language=chance.choice(["de", "en"]),
                checks=(f"check {chance.randrange(count // 20)}",) if chance.random() < _SHARED else (),
                day=date(2020, 1, 1) + timedelta(days=number // 5 % 1_500),
            )
        )
    return items, texts


def split_rows(count: int, figures: dict[str, float] | None = None) -> Iterator[Row]:
    """Splitting so many claims, near-duplicates found among all of them, in a draw and in time."""
    items, texts = leaking_claims(count)
    encoder = load_encoder()
    for temporal in (False, True):
        begun = time.process_time()
        report = split_claims(items, texts, SplitWish(parse_shares("80/10/10"), temporal=temporal), encoder).report
        spent = time.process_time() - begun
        name = "temporal split" if temporal else "split"
        if figures is not None:
            figures[f"{name} cpu"] = spent
            figures[f"{name} nearest"] = report.nearest.similarity if report.nearest else 0.0
            figures[f"{name} left out"] = sum(report.left_out.values())
        sizes = ", ".join(f"{side} {size:,}" for side, size in report.sizes.items())
        nearest = f"{report.nearest.similarity:.3f}" if report.nearest else "none"
        yield (
            f"{name} of {count:,} claims with near-duplicates",
            f"{spent:.1f} CPU s; {sizes}; {report.groups:,} groups, the largest of {report.largest:,}; "
            f"{report.joined.get('near-duplicate', 0):,} near-duplicates joined, closest across sides {nearest}",
        )
