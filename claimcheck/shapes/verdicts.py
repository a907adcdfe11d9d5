"""Verdicts and consensus."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from claimcheck.records import (
    Consensus,
    Evidence,
    Label,
    PastAnswer,
    Verdict,
)
from claimcheck.shapes.reviews import shown_from_json, shown_to_json
from claimcheck.shapes.values import Json, date_of, iso

__all__ = ["consensus_from_json", "consensus_to_json", "verdict_from_json", "verdict_to_json"]


def verdict_to_json(verdict: Verdict) -> Json:
    """A verdict with everything the annotator gave."""
    return {
        "claim_id": verdict.claim_id,
        "label": verdict.label.value if verdict.label else None,
        "annotator": verdict.annotator,
        "decided_at": iso(verdict.decided_at),
        "server": verdict.server,
        "project_id": verdict.project_id,
        "task_id": verdict.task_id,
        "annotation_id": verdict.annotation_id,
        "updated_at": iso(verdict.updated_at),
        "justification": verdict.justification,
        "evidence": [
            {"url": each.url, "quote": each.quote, "accessed": iso(each.accessed), "stance": each.stance}
            for each in verdict.evidence
        ],
        "confidence": verdict.confidence,
        "seconds": verdict.seconds,
        "as_of": iso(verdict.as_of),
        "past_answers": [{"review_id": each.review_id, "answer": each.answer} for each in verdict.past_answers],
        "problem": verdict.problem,
        "better_wording": verdict.better_wording,
        "shown": [shown_to_json(each) for each in verdict.shown],
        "wording": verdict.wording,
        "adjudicated": verdict.adjudicated,
        "arm": verdict.arm,
        "sample": verdict.sample,
    }


def verdict_from_json(data: Mapping[str, Any]) -> Verdict:
    """The verdict that ``verdict_to_json`` wrote."""
    return Verdict(
        **{
            **data,
            "label": Label(data["label"]) if data["label"] else None,
            "decided_at": datetime.fromisoformat(data["decided_at"]),
            "updated_at": datetime.fromisoformat(data["updated_at"]),
            "evidence": tuple(
                Evidence(each["url"], each["quote"], date_of(each["accessed"]), each["stance"])
                for each in data["evidence"]
            ),
            "as_of": date_of(data["as_of"]),
            "past_answers": tuple(PastAnswer(each["review_id"], each["answer"]) for each in data["past_answers"]),
            "shown": tuple(shown_from_json(each) for each in data["shown"]),
        }
    )


def consensus_to_json(consensus: Consensus) -> Json:
    """What a claim's verdicts settle to."""
    return {
        "claim_id": consensus.claim_id,
        "label": consensus.label.value if consensus.label else None,
        "tie": [label.value for label in consensus.tie],
        "soft_label": {label.value: share for label, share in consensus.soft_label},
        "method": consensus.method,
        "n_annotators": consensus.n_annotators,
        "as_of": iso(consensus.as_of),
        "sample": consensus.sample,
        "scores": {label.value: score for label, score in consensus.scores},
    }


def consensus_from_json(data: Mapping[str, Any]) -> Consensus:
    """The consensus that ``consensus_to_json`` wrote."""
    return Consensus(
        **{
            **data,
            "label": Label(data["label"]) if data["label"] else None,
            "tie": tuple(Label(label) for label in data["tie"]),
            "soft_label": tuple((Label(label), share) for label, share in data["soft_label"].items()),
            "as_of": date_of(data["as_of"]),
            "scores": tuple((Label(label), score) for label, score in data.get("scores", {}).items()),
        }
    )
