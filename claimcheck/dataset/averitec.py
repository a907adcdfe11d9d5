"""AVeriTeC's JSON: one list of claims with who said them, a label of four, a justification and evidence.

AVeriTeC's evidence answers questions; annotators here ask none, so a piece of evidence stands under an empty question.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from claimcheck.dataset.fever import other_label
from claimcheck.dataset.form import Context
from claimcheck.dataset.objects import Objects, form_of_objects
from claimcheck.dataset.tally import Record

__all__ = ["AVERITEC"]

_LABELS = {
    "Supported": "TRUE",
    "Refuted": "FALSE",
    "Not Enough Evidence": "UNVERIFIABLE",
    "Conflicting Evidence/Cherrypicking": "HALF_TRUE",
}
_TYPES = {
    "event": "Event/Property Claim",
    "quantity": "Numerical Claim",
    "causal": "Causal Claim",
    "quotation": "Quote Verification",
}
_KINDS = {word: kind for kind, word in _TYPES.items()}
_ALL_TYPES = (*_TYPES.values(), "Position Statement")
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,4})")
_TEXTS = ("claim", "label")
_MAYBE = ("justification", "speaker", "original_claim_url", "reporting_source", "fact_checking_article")


def _to_object(record: Record, context: Context) -> dict[str, Any]:
    kind = _TYPES.get(record["kind"])
    return {
        "claim_id": record["claim_id"],
        "claim": record["text"],
        "required_reannotation": False,
        "label": other_label(record, context, "averitec", "AVeriTeC"),
        "justification": record["justification"],
        "claim_date": _format_day(record["published"]),
        "speaker": record["speaker"],
        "original_claim_url": record["article_url"],
        "fact_checking_article": None,
        "reporting_source": record["outlet"],
        "location_ISO_code": None,
        "claim_types": [kind] if kind else [],
        "fact_checking_strategies": [],
        "questions": [
            {
                "question": "",
                "answers": [
                    {
                        "answer": each["quote"],
                        "answer_type": "Extractive" if each["quote"] is not None else "Unanswerable",
                        "source_url": each["url"],
                        "source_medium": "Web text",
                        "cached_source_url": None,
                    }
                ],
            }
            for each in record["evidence_links"]
        ],
    }


def _format_day(day: str | None) -> str | None:
    if day is None:
        return None
    found = date.fromisoformat(day)
    return f"{found.day}-{found.month}-{found.year}"


def _parse_day(day: str | None) -> str | None:
    if day is None:
        return None
    found = _DAY.fullmatch(day)
    if found is None:
        raise ValueError(f"the claim_date is {day!r}, wanted DAY-MONTH-YEAR")
    return date(int(found[3]), int(found[2]), int(found[1])).isoformat()


def _from_object(found: Mapping[str, Any]) -> dict[str, Any]:
    types = found.get("claim_types") or []
    return {
        "claim_id": found.get("claim_id"),
        "text": found["claim"],
        "label": _LABELS[found["label"]],
        "justification": found.get("justification"),
        "published": _parse_day(found.get("claim_date")),
        "speaker": found.get("speaker"),
        "article_url": found.get("original_claim_url"),
        "outlet": found.get("reporting_source"),
        "kind": _KINDS.get(types[0]) if types else None,
        "evidence_links": [
            {
                "annotator": "",
                "url": answer.get("source_url") or "",
                "quote": answer.get("answer"),
                "accessed": None,
                "stance": None,
            }
            for question in found.get("questions") or []
            for answer in question["answers"]
        ],
    }


def _problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _TEXTS:
        if not isinstance(found.get(name), str):
            yield name, "is no text" if name in found else "is missing"
    if isinstance(found.get("label"), str) and found["label"] not in _LABELS:
        yield "label", f"is {found['label']!r}, wanted one of {', '.join(_LABELS)}"
    for name in _MAYBE:
        if found.get(name) is not None and not isinstance(found[name], str):
            yield name, "is neither a text nor null"
    try:
        _parse_day(found.get("claim_date"))
    except (TypeError, ValueError):
        yield "claim_date", f"is {found.get('claim_date')!r}, wanted a day as DAY-MONTH-YEAR, or null"
    types = found.get("claim_types")
    if types is not None and (not isinstance(types, list) or any(each not in _ALL_TYPES for each in types)):
        yield "claim_types", f"are {types!r}, wanted a list of {', '.join(_ALL_TYPES)}"
    questions = found.get("questions")
    if not isinstance(questions, list):
        yield "questions", "are no list" if "questions" in found else "is missing"
        return
    for place, question in enumerate(questions):
        where = f"questions[{place}]"
        if not isinstance(question, dict) or not isinstance(question.get("question"), str):
            yield where, "has no question"
        elif not isinstance(question.get("answers"), list) or not all(isinstance(a, dict) for a in question["answers"]):
            yield where, "has no list of answers"


AVERITEC = form_of_objects(
    "averitec",
    "AVeriTeC",
    (),
    Objects(
        to_object=_to_object,
        from_object=_from_object,
        problems=_problems,
        key=lambda found: found.get("claim_id"),
        words={
            "label": "labels that AVeriTeC's four words merge",
            "kind": "kinds of claim that AVeriTeC has no type for",
            "evidence_links": "evidence of which only address and quote are carried, under an empty question",
        },
    ),
)
"""``averitec``: one JSON list."""
