"""An annotation of our page → a Verdict. Pure; what cannot be read raises, it never becomes a verdict."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from claimcheck.errors import AnnotationInvalid
from claimcheck.labelstudio.config import ANSWERS, EVIDENCE_SLOTS
from claimcheck.progress import plural
from claimcheck.records import Evidence, Label, PastAnswer, ShownCheck, Task, Verdict
from claimcheck.scheme import Scheme

__all__ = ["SAMPLE_DOMAIN", "annotation_results", "is_sample_annotator", "page_state", "verdict_from"]

SAMPLE_DOMAIN = "samples.claimcheck.invalid"
"""Where sample annotators have their addresses: ``.invalid`` is reserved, so no person's address ends like this."""

_STANCES = {"SUPPORTS": "supports", "REFUTES": "refutes"}
_EVIDENCE = {f"evidence_{part}_{slot}" for part in ("url", "quote", "stance") for slot in range(1, EVIDENCE_SLOTS + 1)}
_CONTROLS = {"verdict", "justification", "confidence", "as_of", "problem", "better_wording"} | _EVIDENCE
_STATE = re.compile(r"claim-\d+-([0-9a-f]{16})")
_IGNORED = {"span"}  # the claim marked in its context: ours, shown again in the annotation


class _Unreadable(ValueError):
    """What is wrong with an annotation, before it is known whose it is."""


def page_state(annotation: Mapping[str, Any]) -> str | None:
    """The digest of the task's data as it was on the page the annotation was given on; None where nothing says it.

    The mark of the claim in its context carries it; an annotator can delete that mark.
    """
    results = annotation.get("result")
    for each in results if isinstance(results, list) else ():
        found = _STATE.fullmatch(str(each.get("id"))) if isinstance(each, Mapping) else None
        if found and each.get("from_name") == "span":
            return found[1]
    return None


def is_sample_annotator(email: str) -> bool:
    """Whether answers of this address are samples, never a person's."""
    return email.casefold().endswith("@" + SAMPLE_DOMAIN)


def verdict_from(
    annotation: Mapping[str, Any],
    *,
    task: Task,
    scheme: Scheme,
    annotator: str,
    as_of: date | None = None,
    refreshed_at: datetime | None = None,
    wording: str | None = None,
    adjudicated: bool = False,
    arm: str | None = None,
    sample: bool = False,
) -> Verdict:
    """One annotator's verdict; its label is None where they skipped, which is no verdict on the claim.

    ``wording`` is the claim as the task showed it, ``adjudicated`` whether it showed the blind answers, ``arm`` the arm
    of the assignment it belongs to.
    ``as_of`` is the day the task asked about; an annotator's own day replaces it. Answers to past checks are mapped
    to reviews by ``task.shown``, the checks in the order of the page; where the page was opened before the task was
    refreshed (``refreshed_at``) that order is not what they saw, so those answers are left out.

    Raises:
        AnnotationInvalid: no verdict, two of them, or an answer our page cannot give.
    """
    number = int(annotation["id"])
    try:
        skipped = bool(annotation.get("was_cancelled"))
        answers = _by_control(annotation.get("result") or [])
        decided_at, updated_at = _moment(annotation, "created_at"), _moment(annotation, "updated_at")
        seconds = annotation.get("lead_time")
        verdict = Verdict(
            claim_id=task.claim_id,
            label=None if skipped else _label(answers, scheme),
            annotator=annotator,
            decided_at=decided_at,
            server=task.server,
            project_id=task.project_id,
            task_id=task.task_id,
            annotation_id=number,
            updated_at=updated_at,
            justification=_text(answers, "justification"),
            evidence=_evidence(answers),
            confidence=_confidence(answers),
            seconds=float(seconds) if isinstance(seconds, int | float) else None,
            as_of=_day(answers) or as_of,
            past_answers=_past_answers(answers, task.shown),
            problem=_problem(answers, scheme),
            better_wording=_text(answers, "better_wording"),
            shown=task.shown,
            wording=wording,
            adjudicated=adjudicated,
            arm=arm,
            sample=sample,
        )
    except _Unreadable as error:
        raise AnnotationInvalid(number, task.task_id, str(error)) from error
    if refreshed_at and decided_at - timedelta(seconds=verdict.seconds or 0) < refreshed_at:
        return replace(verdict, past_answers=())
    return verdict


def annotation_results(verdict: Verdict, region: Sequence[Mapping[str, Any]] = ()) -> list[dict[str, Any]]:
    """The answers of a verdict, as our page would give them; ``verdict_from`` reads them back.

    ``region`` is the result of the task's prediction, which the page copies into every annotation.
    """
    results = [dict(each) for each in region]

    def answer(name: str, kind: str, key: str, value: object, to: str = "claim") -> None:
        results.append({"from_name": name, "to_name": to, "type": kind, "value": {key: value}})

    if verdict.label:
        answer("verdict", "choices", "choices", [verdict.label.value])
    for name, text in (("justification", verdict.justification), ("better_wording", verdict.better_wording)):
        if text:
            answer(name, "textarea", "text", [text])
    for slot, evidence in enumerate(verdict.evidence[:EVIDENCE_SLOTS], start=1):
        answer(f"evidence_url_{slot}", "textarea", "text", [evidence.url])
        if evidence.quote:
            answer(f"evidence_quote_{slot}", "textarea", "text", [evidence.quote])
        if evidence.stance:
            answer(f"evidence_stance_{slot}", "choices", "choices", [evidence.stance.upper()])
    if verdict.confidence is not None:
        answer("confidence", "rating", "rating", verdict.confidence)
    if verdict.as_of:
        answer("as_of", "datetime", "datetime", verdict.as_of.isoformat())
    if verdict.problem:
        answer("problem", "choices", "choices", [verdict.problem.upper()])
    places = {each.review_id: place for place, each in enumerate(verdict.shown)}
    for past in verdict.past_answers:
        place = places[past.review_id]
        answer(f"past_{place}", "choices", "choices", [past.answer.upper()], to=f"pc_{place}")
    return results


def _by_control(results: object) -> dict[str, list[Mapping[str, Any]]]:
    """The values given per control: a control may answer more than once, or not at all."""
    if not isinstance(results, list):
        raise _Unreadable("has no list of answers")
    answers: dict[str, list[Mapping[str, Any]]] = {}
    for result in results:
        if not isinstance(result, Mapping):
            raise _Unreadable("holds an answer that is not an object")
        if result.get("type") == "relation":
            continue  # a line drawn between regions: not one of our questions
        name, value = result.get("from_name"), result.get("value")
        if not isinstance(name, str) or not isinstance(value, Mapping):
            raise _Unreadable("holds an answer without a control or a value")
        if name in _IGNORED:
            continue
        if name not in _CONTROLS and not name.startswith("past_"):
            raise _Unreadable(f"answers {name!r}, which our page does not ask")
        answers.setdefault(name, []).append(value)
    return answers


def _choice(answers: Mapping[str, list[Mapping[str, Any]]], name: str, known: Iterable[str]) -> str | None:
    """The one code chosen in a control; None where none was."""
    codes: set[str] = set()
    for value in answers.get(name, []):
        chosen = value.get("choices")
        if not isinstance(chosen, list) or not all(isinstance(code, str) for code in chosen):
            raise _Unreadable(f"has no list of choices for {name!r}")
        codes.update(chosen)
    if not codes:
        return None
    if len(codes) > 1:
        raise _Unreadable(f"gives {len(codes)} answers to {name!r} ({', '.join(sorted(codes))})")
    (code,) = codes
    if code not in known:
        raise _Unreadable(f"answers {name!r} with {code!r}, which is not offered")
    return code


def _label(answers: Mapping[str, list[Mapping[str, Any]]], scheme: Scheme) -> Label:
    code = _choice(answers, "verdict", [each.label.value for each in scheme.choices])
    if code is None:
        raise _Unreadable("has no verdict")
    return Label(code)


def _problem(answers: Mapping[str, list[Mapping[str, Any]]], scheme: Scheme) -> str | None:
    codes = {each.code.upper(): each.code for each in scheme.problems}
    code = _choice(answers, "problem", codes)
    return codes[code] if code else None


def _text(answers: Mapping[str, list[Mapping[str, Any]]], name: str) -> str | None:
    """Everything written into a field, one line an entry; None where it is blank."""
    lines: list[str] = []
    for value in answers.get(name, []):
        text = value.get("text")
        given = [text] if isinstance(text, str) else text or []
        if not isinstance(given, list) or not all(isinstance(line, str) for line in given):
            raise _Unreadable(f"has something else than text in {name!r}")
        lines += [line.strip() for line in given]
    return "\n".join(line for line in lines if line) or None


def _evidence(answers: Mapping[str, list[Mapping[str, Any]]]) -> tuple[Evidence, ...]:
    found = []
    for slot in range(1, EVIDENCE_SLOTS + 1):
        url, quote = _text(answers, f"evidence_url_{slot}"), _text(answers, f"evidence_quote_{slot}")
        stance = _choice(answers, f"evidence_stance_{slot}", _STANCES)
        if url or quote:
            found.append(Evidence(url or "", quote, stance=_STANCES[stance] if stance else None))
    return tuple(found)


def _confidence(answers: Mapping[str, list[Mapping[str, Any]]]) -> int | None:
    ratings = [value.get("rating") for value in answers.get("confidence", [])]
    if not ratings:
        return None
    rating = ratings[0]
    one = all(each == rating for each in ratings)
    if not one or not isinstance(rating, int) or isinstance(rating, bool) or not 1 <= rating <= 5:
        raise _Unreadable("gives a confidence that is not one number from 1 to 5")
    return rating


def _day(answers: Mapping[str, list[Mapping[str, Any]]]) -> date | None:
    days = [value["datetime"] for value in answers.get("as_of", []) if value.get("datetime") not in (None, "")]
    if not days:
        return None
    try:
        if not isinstance(days[0], str) or any(each != days[0] for each in days):
            raise ValueError("not one day")
        return date.fromisoformat(days[0][:10])
    except ValueError as error:
        raise _Unreadable(f"judges as of {days[0]!r}, which is not one day") from error


def _past_answers(
    answers: Mapping[str, list[Mapping[str, Any]]], shown: tuple[ShownCheck, ...]
) -> tuple[PastAnswer, ...]:
    known = {f"past_{place}": each.review_id for place, each in enumerate(shown)}
    strange = sorted(name for name in answers if name.startswith("past_") and name not in known)
    if strange:
        raise _Unreadable(f"answers {strange[0]!r}, but its task shows {plural(len(shown), 'past check')}")
    given = [(review_id, _choice(answers, name, ANSWERS)) for name, review_id in known.items()]
    return tuple(PastAnswer(review_id, code.lower()) for review_id, code in given if code)


def _moment(annotation: Mapping[str, Any], key: str) -> datetime:
    value = annotation.get(key)
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError as error:
        raise _Unreadable(f"has no readable {key}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
