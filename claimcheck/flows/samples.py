"""The shipped samples: which files they are, and what the sample annotators say of which claim."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import resources
from claimcheck.flows.ingest import ArticleOptions
from claimcheck.flows.studio import SampleAnswer
from claimcheck.records import Evidence, Label

if TYPE_CHECKING:
    from claimcheck.store import StoredClaim

__all__ = ["SampleArticle", "sample_answers", "sample_article", "sample_reviews"]

_VERDICTS = "sample_verdicts.json"


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """The article of the demo, and how it is to be read."""

    path: Path
    options: ArticleOptions


def sample_reviews() -> Path:
    """The starter past checks."""
    return resources.seeds() / "reviews.jsonl"


def sample_article() -> SampleArticle:
    """The German sample article, the one that the sample verdicts are about."""
    said = json.loads((resources.seeds() / _VERDICTS).read_text(encoding="utf-8"))
    published = date.fromisoformat(said["published"])
    return SampleArticle(resources.seeds() / said["article"], ArticleOptions(published=published, sample=True))


def sample_answers(claims: "Iterable[StoredClaim]") -> list[SampleAnswer]:
    """What the sample annotators answer, for those of ``claims`` whose evidence holds the piece they judged.

    Of several such claims the one with the shortest evidence is meant: the one closest to the piece.
    """
    said = json.loads((resources.seeds() / _VERDICTS).read_text(encoding="utf-8"))
    candidates = sorted(
        (stored.claim for stored in claims), key=lambda claim: (sum(map(len, claim.evidence)), claim.id)
    )
    answers = []
    for judged in said["claims"]:
        found = next(
            (claim for claim in candidates if any(judged["evidence"] in each for each in claim.evidence)), None
        )
        if found is None:
            continue
        for verdict in judged["verdicts"]:
            answers.append(
                SampleAnswer(
                    claim_id=found.id,
                    annotator=verdict["annotator"],
                    label=Label(verdict["label"]) if verdict["label"] else None,
                    justification=verdict.get("justification"),
                    confidence=verdict.get("confidence"),
                    as_of=date.fromisoformat(verdict["as_of"]) if verdict.get("as_of") else None,
                    evidence=tuple(
                        Evidence(each["url"], each.get("quote"), None, each.get("stance"))
                        for each in verdict.get("evidence", ())
                    ),
                )
            )
    return answers
