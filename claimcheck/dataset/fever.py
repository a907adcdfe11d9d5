"""FEVER's JSON lines: a claim, one of three labels, and what it rests on.

FEVER's evidence is a Wikipedia page and a sentence's number; ours is a web address, which stands in the page's place
without a number. A label that the scheme gives no FEVER word for has no place in it, nor has a tie.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.dataset.form import Context
from claimcheck.dataset.objects import Objects, form_of_objects
from claimcheck.dataset.tally import NotCarried, Record
from claimcheck.records import Label

__all__ = ["FEVER", "other_label"]

_LABELS = {"SUPPORTS": "TRUE", "REFUTES": "FALSE", "NOT ENOUGH INFO": "UNVERIFIABLE"}
_STANCES = {"SUPPORTS": "supports", "REFUTES": "refutes"}
_UNVERIFIABLE = "NOT ENOUGH INFO"


def _to_object(record: Record, context: Context) -> dict[str, Any]:
    label = other_label(record, context, "fever", "FEVER")
    stance = _STANCES.get(label)
    links = [] if stance is None else [each for each in record["evidence_links"] if each["stance"] in (stance, None)]
    return {
        "id": record["claim_id"],
        "verifiable": "NOT VERIFIABLE" if label == _UNVERIFIABLE else "VERIFIABLE",
        "label": label,
        "claim": record["text"],
        "evidence": [[[None, None, each["url"], None]] for each in links],
    }


def other_label(record: Record, context: Context, words: str, name: str) -> str:
    """The label in another scheme's words.

    Raises:
        NotCarried: it has none.
    """
    if record["label"] is None:
        raise NotCarried(f"claims without a settled label, for which {name} has no word")
    label = Label.__members__.get(record["label"])
    choice = context.scheme.choice(label) if label else None
    if choice is None:
        raise NotCarried("claims with a label outside the scheme")
    word: str | None = getattr(choice, words)
    if word is None:
        raise NotCarried(f"claims settled to {choice.label.value}, for which {name} has no word")
    return word


def _from_object(found: Mapping[str, Any]) -> dict[str, Any]:
    stance = _STANCES.get(found["label"])
    return {
        "claim_id": found["id"],
        "text": found["claim"],
        "label": _LABELS[found["label"]],
        "evidence_links": [
            {"annotator": "", "url": page, "quote": None, "accessed": None, "stance": stance}
            for group in found["evidence"]
            for _, _, page, _ in group
            if page is not None
        ],
    }


def _problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("id", "verifiable", "label", "claim", "evidence"):
        if name not in found:
            yield name, "is missing"
    label, number = found.get("label"), found.get("id")
    if "id" in found and (not isinstance(number, int | str) or isinstance(number, bool)):
        yield "id", f"is {number!r}, wanted a number or a text"
    if "label" in found and label not in _LABELS:
        yield "label", f"is {label!r}, wanted one of {', '.join(_LABELS)}"
    elif "verifiable" in found:
        wanted = "NOT VERIFIABLE" if label == _UNVERIFIABLE else "VERIFIABLE"
        if found["verifiable"] != wanted:
            yield "verifiable", f"is {found['verifiable']!r} beside the label {label}, wanted {wanted!r}"
    if "claim" in found and not isinstance(found["claim"], str):
        yield "claim", "is no text"
    if "evidence" in found:
        yield from _evidence_problems(found["evidence"])


def _evidence_problems(evidence: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(evidence, list):
        yield "evidence", "is no list of evidence sets"
        return
    for place, group in enumerate(evidence):
        for piece in group if isinstance(group, list) else [group]:
            if not isinstance(piece, list) or len(piece) != 4:
                yield f"evidence[{place}]", "is no set of [annotation, evidence, page, sentence]"
            elif piece[2] is not None and not isinstance(piece[2], str):
                yield f"evidence[{place}]", f"names the page {piece[2]!r}, wanted a text"
            elif piece[3] is not None and (not isinstance(piece[3], int) or piece[3] < 0):
                yield f"evidence[{place}]", f"names the sentence {piece[3]!r}, wanted a number from 0"


FEVER = form_of_objects(
    "fever",
    "FEVER",
    (),
    Objects(
        to_object=_to_object,
        from_object=_from_object,
        problems=_problems,
        key=lambda found: found.get("id"),
        path=None,
        words={
            "label": "labels that FEVER's three words merge",
            "evidence_links": "evidence of which only the address is carried, and only where it speaks for the label",
        },
    ),
)
"""``fever``: JSON lines."""
