"""How far the annotators of one article agree, in sentences that do not say more than its few claims can bear."""

from collections.abc import Sequence

from claimcheck.flows.report.facts import ArticleFacts
from claimcheck.flows.report.words import Words
from claimcheck.records import Verdict
from claimcheck.scheme import Scheme

__all__ = ["agreement_lines"]


def agreement_lines(facts: ArticleFacts, scheme: Scheme, words: Words) -> list[str]:
    """What to say of agreement; nothing where nobody judged. Samples are measured only where there is nothing else."""
    counted = facts.counted
    if not counted:
        return []
    samples = all(each.sample for each in counted)
    return _measured(counted, scheme, words, samples=samples) + ([words("not_blind")] if facts.in_sight else [])


def _measured(counted: Sequence[Verdict], scheme: Scheme, words: Words, *, samples: bool) -> list[str]:
    from claimcheck.agree import answers_of, measure

    found = measure(answers_of(counted, samples=samples), scale=scheme.scale)
    shares, alpha = found.percent, found.alpha
    if shares.value is None:
        return [words("agreement_none")]
    percent = words.percent(shares.value)
    one = shares.claims == 1
    lines = [
        words("agreement_shares_one", percent=percent)
        if one
        else words("agreement_shares", n=shares.claims, percent=percent)
    ]
    if alpha.value is not None and alpha.low is not None and alpha.high is not None:
        value, low, high = map(words.decimal, (alpha.value, alpha.low, alpha.high))
        lines.append(words("agreement_alpha", value=value, low=low, high=high))
    else:
        lines.append(words("agreement_few"))
    return lines
