"""The shipped samples: which files they are, and what the sample annotators say of which claim."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import resources
from claimcheck.flows.ingest import ArticleOptions
from claimcheck.flows.studio import SampleAnswer
from claimcheck.labelstudio import SAMPLE_DOMAIN
from claimcheck.records import Evidence, Label, Verdict

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["SampleArticle", "keep_sample_verdicts", "sample_answers", "sample_article", "sample_reviews"]

_VERDICTS = "sample_verdicts.json"


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """The article of the demo, and how it is to be read."""

    path: Path
    options: ArticleOptions


def sample_reviews() -> Path:
    """The file with the starter past checks, which ``demo`` imports as samples."""
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


def keep_sample_verdicts(store: "Store", answers: "Sequence[SampleAnswer]") -> int:
    """Keep the answers as sample verdicts without a Label Studio; how many were not there yet.

    They are dated by the day they speak of, so that a second time changes nothing. The same annotators' answers through
    Label Studio are newer and take their place.
    """
    verdicts = []
    for number, answer in enumerate(answers, start=1):
        moment = datetime.combine(answer.as_of or date(2023, 1, 1), time(12), UTC) + timedelta(minutes=number)
        verdicts.append(
            Verdict(
                claim_id=answer.claim_id,
                label=answer.label,
                annotator=f"{answer.annotator.casefold()}@{SAMPLE_DOMAIN}",
                decided_at=moment,
                server="samples",
                project_id=0,
                task_id=0,
                annotation_id=number,
                updated_at=moment,
                justification=answer.justification,
                evidence=answer.evidence,
                confidence=answer.confidence,
                as_of=answer.as_of,
                sample=True,
            )
        )
    return store.put_verdicts(verdicts, {}).new
