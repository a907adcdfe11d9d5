"""What can be wrong with a row of a verdict dataset, whatever form it came in."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from claimcheck.dataset.form import Finding
from claimcheck.dataset.tally import Record
from claimcheck.records import Label

__all__ = ["Examiner"]

_KNOWN = frozenset(Label.__members__)


class Examiner:
    """Looks at one row after the other; remembers claims, and the split of each article, to find doubles and leaks."""

    def __init__(self) -> None:
        self._claims: dict[str, str] = {}
        self._splits: dict[str, tuple[str, str]] = {}

    def look(self, record: Record, place: str) -> Iterator[Finding]:
        """What is wrong with a row, as findings at its place."""
        try:
            yield from (Finding(place, field, what) for field, what in _problems(record))
        except (AttributeError, TypeError) as error:
            yield Finding(place, None, f"holds nothing, or something else, where a value belongs ({error})")
        claim = record["claim_id"]
        first = self._claims.setdefault(claim, place)
        if first != place:
            yield Finding(place, "claim_id", f"{claim!r} is there twice, first at {first}: take one row a claim")
        if record["split"] is not None:
            split, where = self._splits.setdefault(record["article_id"], (record["split"], place))
            if split != record["split"]:
                what = f"is {record['split']!r}, but the same article is in {split!r} at {where}: the split leaks"
                yield Finding(place, "split", what)


def _problems(record: Record) -> Iterator[tuple[str, str]]:
    for name in ("claim_id", "article_id", "text", "method"):
        if not record[name]:
            yield name, "is empty"
    yield from _place_problems(record)
    yield from _label_problems(record)
    yield from _answer_problems(record)


def _place_problems(record: Record) -> Iterator[tuple[str, str]]:
    spans, evidence, digests = record["spans"], record["evidence"], record["evidence_digests"]
    if not spans:
        yield "spans", "is empty: a claim stands somewhere"
    for place, span in enumerate(spans):
        if len(span) != 2 or None in span or not 0 <= span[0] < span[1]:
            yield f"spans[{place}]", f"is {span}, wanted [start, end) with 0 <= start < end"
        elif place < len(evidence) and len(evidence[place]) != span[1] - span[0]:
            yield f"evidence[{place}]", f"has {len(evidence[place])} characters, its span {span[1] - span[0]}"
    if evidence and len(evidence) != len(spans):
        yield "evidence", f"has {len(evidence)} pieces for {len(spans)} spans"
    if digests and len(digests) != len(spans):
        yield "evidence_digests", f"has {len(digests)} digests for {len(spans)} spans"
    for place, (text, digest) in enumerate(zip(evidence, digests, strict=False)):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield f"evidence[{place}]", "is not what its digest is of: it was changed after export"


def _label_problems(record: Record) -> Iterator[tuple[str, str]]:
    label, tie, shares = record["label"], record["tie"], record["soft_label"]
    for name, labels in (("label", [label]), ("tie", tie), ("soft_label", [each["label"] for each in shares])):
        strange = [each for each in labels if each is not None and each not in _KNOWN]
        if strange:
            yield name, f"{strange[0]!r} is outside the scheme: {', '.join(Label)}"
        if len(set(labels)) != len(labels):
            yield name, "names a label twice"
    if label is None and len(tie) < 2:
        yield "tie", "names fewer than two labels, and there is no label either"
    if label is not None and tie:
        yield "tie", f"names {' and '.join(tie)} beside the label {label}"
    whole = sum(each["share"] for each in shares)
    if not shares or abs(whole - 1) > 1e-6:
        yield "soft_label", f"sums to {whole:.6g}, wanted 1"


def _answer_problems(record: Record) -> Iterator[tuple[str, str]]:
    given: Counter[str] = Counter()
    for place, answer in enumerate(record["annotations"]):
        where = f"annotations[{place}]"
        if answer["label"] is not None:
            if answer["label"] not in _KNOWN:
                yield where, f"{answer['label']!r} is outside the scheme: {', '.join(Label)}"
            if not answer["adjudicated"]:
                given[answer["annotator"]] += 1
        if answer["confidence"] is not None and not 1 <= answer["confidence"] <= 5:
            yield where, f"has the confidence {answer['confidence']}, wanted 1 to 5"
        if answer["seconds"] is not None and not answer["seconds"] >= 0:
            yield where, f"took {answer['seconds']} seconds"
    twice = [name for name, count in given.items() if count > 1]
    if twice:
        yield "annotations", f"{twice[0]!r} gave two labels: one person has one vote"
    blind = sum(given.values())
    if blind and blind != record["n_annotators"]:
        yield "n_annotators", f"is {record['n_annotators']}, but {blind} annotators gave a label"
