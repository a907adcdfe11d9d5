"""Whether "nothing here fits" can be trusted: each query once with its past check in the index and once with it gone.

Gone are the judged past checks and their copies, which say the same in the same words under another id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.match import Retriever, Shortlist
from claimcheck.metrics.calibration import Bin, bootstrap_interval, calibration_error, reliability

__all__ = ["AbstentionFigures", "Trial", "abstention_figures", "try_both"]


@dataclass(frozen=True, slots=True)
class Trial:
    """The first candidate's probability, and whether it is right, with the past check there and with it gone."""

    there: float
    right: bool
    gone: float


@dataclass(frozen=True, slots=True)
class AbstentionFigures:
    """At the threshold: ``recall`` of queries whose check is there that find something, ``right`` that find it first,
    ``false_found`` of those whose check is gone. ``error`` is the expected calibration error of all first candidates.
    ``intervals`` holds 95 of 100 resamples of the queries, for the first three by name.
    """  # fmt: skip

    threshold: float
    recall: float
    right: float
    false_found: float
    error: float
    bins: Sequence[Bin]
    intervals: Mapping[str, tuple[float, float]]

    def to_json(self) -> dict[str, Any]:
        """As ``bench retrieval --abstention`` prints it."""
        return {
            "threshold": self.threshold,
            "recall": round(self.recall, 4),
            "right": round(self.right, 4),
            "false_found": round(self.false_found, 4),
            "intervals": {name: [round(each, 4) for each in pair] for name, pair in self.intervals.items()},
            "calibration_error": round(self.error, 4),
            "reliability": [
                {"count": each.count, "said": round(each.said, 4), "true": round(each.true, 4)} for each in self.bins
            ],
        }


def try_both(retriever: Retriever, listed: Shortlist, relevant: frozenset[str]) -> Trial:
    """One query, answered with and without its past check."""
    fitting = {each for each, right in zip(listed.ids, listed.right(relevant), strict=True) if right}
    whole = retriever.ranked(listed)
    less = retriever.ranked(listed.without(fitting))
    return Trial(
        there=whole[0].probability if whole else 0.0,
        right=bool(whole) and whole[0].review_id in fitting,
        gone=less[0].probability if less else 0.0,
    )


def abstention_figures(trials: Iterable[Trial], threshold: float) -> AbstentionFigures:
    """The figures of at least one trial, at a threshold."""
    done = list(trials)
    likely = [each.there for each in done] + [each.gone for each in done]
    true = [each.right for each in done] + [False] * len(done)
    counted = {
        "recall": [each.there >= threshold for each in done],
        "right": [each.there >= threshold and each.right for each in done],
        "false_found": [each.gone >= threshold for each in done],
    }
    return AbstentionFigures(
        threshold=threshold,
        **{name: sum(each) / len(done) for name, each in counted.items()},
        error=calibration_error(likely, true),
        bins=reliability(likely, true),
        intervals={name: bootstrap_interval([float(hit) for hit in each]) for name, each in counted.items()},
    )
