"""Verdicts → consensus by majority: one person one vote, a skip is no vote, a tie stays a tie.

Adjudication, which breaks ties by a further person's word, comes on top of this and is not done here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from claimcheck.errors import MethodUnknown
from claimcheck.records import Consensus, Label, Verdict

__all__ = ["METHODS", "counted_verdicts", "person_of", "settle"]

METHODS = ("majority",)


def person_of(verdict: Verdict) -> str:
    """Who judged, the same text for the same person: an e-mail address holds everywhere, another name on its server."""
    return verdict.annotator if "@" in verdict.annotator else f"{verdict.server}#{verdict.annotator}"


def _utc(moment: datetime) -> datetime:
    """The moment with a zone; one without is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _age(verdict: Verdict) -> tuple[datetime, datetime, int]:
    return _utc(verdict.updated_at), _utc(verdict.decided_at), verdict.annotation_id


def counted_verdicts(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that count, by claim and annotator: each person's newest on each claim, skips left out.

    A skip says nothing, so it does not take back what the same person said in another annotation.
    """
    newest: dict[tuple[str, str], Verdict] = {}
    for verdict in sorted(verdicts, key=_age):
        if not verdict.skipped:
            newest[verdict.claim_id, person_of(verdict)] = verdict
    return [newest[key] for key in sorted(newest)]


def _settle_one(claim_id: str, verdicts: Sequence[Verdict], method: str) -> Consensus:
    votes = Counter(verdict.label for verdict in verdicts if verdict.label is not None)
    most = max(votes.values())
    top = tuple(label for label in Label if votes[label] == most)
    label = top[0] if len(top) == 1 else None
    dates = {verdict.as_of for verdict in verdicts if label is None or verdict.label is label}
    return Consensus(
        claim_id=claim_id,
        label=label,
        tie=() if label else top,
        soft_label=tuple((each, votes[each] / len(verdicts)) for each in Label if votes[each]),
        method=method,
        n_annotators=len(verdicts),
        as_of=max((day for day in dates if day is not None), default=None),
        sample=any(verdict.sample for verdict in verdicts),
    )


def settle(verdicts: Iterable[Verdict], *, method: str = "majority") -> list[Consensus]:
    """One consensus a claim that has a verdict, in claim order; a claim with skips alone has none.

    The label that more annotators gave than any other; where two or more share the lead, ``label`` is None and ``tie``
    names them in ``Label`` order. ``soft_label`` is each label's share of the annotators. One verdict settles alone,
    with ``n_annotators`` 1. ``as_of`` is the latest date among the verdicts that carried the label (of all, in a tie).
    ``sample`` where any verdict that counted is one.

    >>> from datetime import datetime
    >>> def said(who, label):
    ...     at = datetime(2026, 1, 2)
    ...     return Verdict("c1", label, who, at, "http://127.0.0.1", 1, 1, 1, at)
    >>> settle([said("a", Label.TRUE), said("b", Label.FALSE), said("c", None)])[0].tie
    (<Label.TRUE: 'TRUE'>, <Label.FALSE: 'FALSE'>)

    Raises:
        MethodUnknown: ``method`` is not one of ``METHODS``.
    """
    if method not in METHODS:
        raise MethodUnknown(method, METHODS)
    by_claim: dict[str, list[Verdict]] = {}
    for verdict in counted_verdicts(verdicts):
        by_claim.setdefault(verdict.claim_id, []).append(verdict)
    return [_settle_one(claim_id, given, method) for claim_id, given in sorted(by_claim.items())]
