"""Verdicts → consensus: an adjudicated answer first, else what the blind ones come to; a tie stays a tie."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.agree.counting import by_claim, counted_verdicts
from claimcheck.agree.weigh import Lead, by_confidence, by_error_rates, by_votes
from claimcheck.errors import MethodUnknown
from claimcheck.records import Consensus, Label, Verdict

__all__ = ["ADJUDICATED", "METHODS", "settle"]

METHODS = ("majority", "weighted", "dawid-skene")
"""The ways to settle blind answers; a consensus names the one that settled it."""

ADJUDICATED = "adjudicated"
"""What a consensus names instead where a person decided with the blind answers in sight."""


def _leads(blind: Mapping[str, Sequence[Verdict]], truths: Mapping[str, Label], method: str) -> dict[str, Lead]:
    if method == "weighted":
        return by_confidence(blind)
    return by_error_rates(blind, truths) if method == "dawid-skene" else by_votes(blind)


def _consensus(claim_id: str, verdicts: Sequence[Verdict], lead: Lead) -> Consensus:
    blind = [each for each in verdicts if not each.adjudicated] or verdicts
    votes = Counter(each.label for each in blind if each.label is not None)
    label = lead.top[0] if len(lead.top) == 1 else None
    dates = {verdict.as_of for verdict in verdicts if label is None or verdict.label is label}
    return Consensus(
        claim_id=claim_id,
        label=label,
        tie=() if label else lead.top,
        soft_label=tuple((each, votes[each] / len(blind)) for each in Label if votes[each]),
        method=lead.method,
        n_annotators=len(blind),
        as_of=max((day for day in dates if day is not None), default=None),
        sample=any(verdict.sample for verdict in verdicts),
        scores=lead.scores,
    )


def settle(verdicts: Iterable[Verdict], *, method: str = "majority") -> list[Consensus]:
    """One consensus a claim that has a verdict, in claim order; a claim with skips alone has none.

    An adjudicator's label settles a claim (``ADJUDICATED``), the newest one. Else ``method`` does: more votes than any
    other label has, more weight by confidence, or the highest probability by annotators' error rates. Where two or more
    lead, ``label`` is None and ``tie`` names them in ``Label`` order. ``soft_label`` is each label's share of the blind
    answers, whatever settled the claim, and ``n_annotators`` counts these. ``as_of`` is the latest date among the
    verdicts that carried the label (of all, in a tie). ``sample`` where any verdict that counted is one; samples settle
    apart, so that they weigh nothing with the rest.

    >>> from datetime import datetime
    >>> def said(who, label):
    ...     at = datetime(2026, 1, 2)
    ...     return Verdict("c1", label, who, at, "http://127.0.0.1", 1, 1, 1, at)
    >>> settle([said("a", Label.TRUE), said("b", Label.FALSE), said("c", None)])[0].tie
    (<Label.TRUE: 'TRUE'>, <Label.FALSE: 'FALSE'>)

    Raises:
        MethodUnknown: ``method`` is not one of ``METHODS``.
        ExtraMissing: the method's library is not installed.
    """
    if method not in METHODS:
        raise MethodUnknown(method, METHODS)
    given = by_claim(counted_verdicts(verdicts))
    truths = {
        each.claim_id: each.label
        for all_given in given.values()
        for each in all_given
        if each.adjudicated and each.label is not None
    }
    leads = {claim_id: Lead((label,), ADJUDICATED) for claim_id, label in truths.items()}
    for samples in (False, True):
        blind = {
            claim_id: answers
            for claim_id, all_given in given.items()
            if any(each.sample for each in all_given) is samples
            and (answers := [each for each in all_given if not each.adjudicated])
        }
        leads = _leads(blind, truths, method) | leads
    return [_consensus(claim_id, all_given, leads[claim_id]) for claim_id, all_given in sorted(given.items())]
