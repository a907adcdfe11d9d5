"""Label Studio's JSON as a form of an export: each claim's task with every annotator's answers, ready to import.

Who answered and when travels in the task's ``meta``: on import a server takes annotations of its own users only.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import claimcheck.dataset as dataset
from claimcheck.labelstudio import annotation_results, verdict_from
from claimcheck.records import Evidence, Label, ShownCheck, Task, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.dataset import Context, Form

__all__ = ["label_studio_form"]

_SERVER = "export"


def label_studio_form(scheme: Scheme) -> "Form":
    """``label-studio``: a list of tasks with their annotations, as Label Studio imports it."""

    def to_object(record: Mapping[str, Any], context: "Context") -> dict[str, Any]:
        plain = {"claim_id": record["claim_id"], "article_id": record["article_id"], "claim": record["text"]}
        task = context.task(record["claim_id"]) or {"data": plain | {"language": record["language"]}, "predictions": []}
        region = task["predictions"][0]["result"] if task["predictions"] else []
        data = {**task["data"], "claim": record["text"]}
        answers = [_annotation(number, each, record, region) for number, each in enumerate(record["annotations"], 1)]
        kept = ("annotator", "at", "shown", "adjudicated", "arm")
        people = [{name: each[name] for name in kept} for each in record["annotations"]]
        return {**task, "data": data, "annotations": answers, "meta": {"claimcheck": people}}

    def from_object(found: Mapping[str, Any]) -> dict[str, Any]:
        data, people = found["data"], found["meta"]["claimcheck"]
        verdicts = [
            _verdict(given, person, data, scheme) for given, person in zip(found["annotations"], people, strict=True)
        ]
        return {
            "claim_id": data["claim_id"],
            "article_id": data["article_id"],
            "text": data["claim"],
            "language": data["language"],
            "annotations": [_answer(verdict, person) for verdict, person in zip(verdicts, people, strict=True)],
            "evidence_links": sorted(
                (_link(verdict.annotator, each) for verdict in verdicts if verdict.label for each in verdict.evidence),
                key=lambda link: (link["annotator"], link["url"], link["quote"] or "", str(link["accessed"])),
            ),
        }

    def problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        data = found.get("data")
        if not isinstance(data, Mapping):
            yield "data", "is missing"
        else:
            yield from ((f"data.{name}", "is missing") for name in ("claim_id", "claim") if not data.get(name))
        if not isinstance(found.get("annotations"), list):
            yield "annotations", "is no list"
            return
        for place, each in enumerate(found["annotations"]):
            try:
                _verdict(each, {"annotator": "", "at": each.get("created_at")}, {"claim_id": ""}, scheme)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                yield f"annotations[{place}]", str(error)

    words = {
        "annotations": "answers with an empty text, which the page cannot tell from none",
        "evidence_links": "evidence beyond what the page has room for, and days of access",
    }
    return dataset.form_of_objects(
        "label-studio",
        "Label Studio",
        (),
        dataset.Objects(
            to_object=to_object,
            from_object=from_object,
            problems=problems,
            words=words,
            key=lambda found: found["data"].get("claim_id") if isinstance(found.get("data"), Mapping) else None,
        ),
    )


def _task(claim_id: str, shown: list[str]) -> Task:
    checks = tuple(ShownCheck(each, rank, 0.0, None, None) for rank, each in enumerate(shown, 1))
    return Task(_SERVER, 0, claim_id, 0, "", datetime.min, checks)


def _annotation(number: int, row: Mapping[str, Any], record: Mapping[str, Any], region: Any) -> dict[str, Any]:
    links = [each for each in record["evidence_links"] if each["annotator"] == row["annotator"]]
    moment = datetime.fromisoformat(row["at"])
    task = _task(record["claim_id"], row["shown"])
    verdict = Verdict(
        claim_id=record["claim_id"],
        label=Label(row["label"]) if row["label"] in Label.__members__ else None,
        annotator=row["annotator"],
        decided_at=moment,
        server=_SERVER,
        project_id=0,
        task_id=0,
        annotation_id=number,
        updated_at=moment,
        justification=row["justification"],
        evidence=tuple(Evidence(each["url"], each["quote"], None, each["stance"]) for each in links)
        if row["label"]
        else (),
        confidence=row["confidence"],
        problem=row["problem"],
        better_wording=row["better_wording"],
        shown=task.shown,
    )
    return {
        "id": number,
        "result": annotation_results(verdict, region),
        "was_cancelled": row["label"] is None,
        "lead_time": row["seconds"],
        "created_at": row["at"],
        "updated_at": row["at"],
    }


def _verdict(given: Mapping[str, Any], person: Mapping[str, Any], data: Mapping[str, Any], scheme: Scheme) -> Verdict:
    task = _task(data["claim_id"], list(person.get("shown", ())))
    return verdict_from(given, task=task, scheme=scheme, annotator=person["annotator"])


def _answer(verdict: Verdict, person: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "annotator": person["annotator"],
        "label": verdict.label.value if verdict.label else None,
        "confidence": verdict.confidence,
        "seconds": verdict.seconds,
        "shown": person["shown"],
        "at": person["at"],
        "justification": verdict.justification,
        "problem": verdict.problem,
        "better_wording": verdict.better_wording,
        "adjudicated": person["adjudicated"],
        "arm": person["arm"],
    }


def _link(annotator: str, each: Evidence) -> dict[str, Any]:
    return {"annotator": annotator, "url": each.url, "quote": each.quote, "accessed": None, "stance": each.stance}
