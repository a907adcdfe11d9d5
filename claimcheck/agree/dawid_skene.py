"""The door to crowd-kit (extra ``aggregate``): Dawid–Skene's probabilities of each label of each claim."""

import warnings
from collections.abc import Mapping, Sequence

from claimcheck.errors import ExtraMissing

__all__ = ["label_probabilities"]

# crowd-kit's own defaults, so that others get the same from the same answers
_ROUNDS = 100
_CLOSE = 1e-5


def label_probabilities(
    answers: Sequence[tuple[str, str, int]], truths: Mapping[str, int] | None = None
) -> dict[str, tuple[float, ...]]:
    """By claim, the probability of each label from 0 to the highest that was given.

    ``answers`` are claim, annotator and label; every label below the highest must have been given. ``truths`` are the
    labels of some claims that are known.

    Raises:
        ExtraMissing: crowd-kit is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the libraries that crowd-kit brings along, as it loads them
            import pandas as pd
            from crowdkit.aggregation.classification.dawid_skene import DawidSkene
    except ImportError as error:
        raise ExtraMissing("crowd-kit, which Dawid–Skene comes from,", "aggregate") from error
    frame = pd.DataFrame(answers, columns=["task", "worker", "label"])
    known = pd.Series(truths, dtype="int64").rename_axis("task") if truths else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # crowd-kit passes options that pandas 3 no longer heeds
        found = DawidSkene(n_iter=_ROUNDS, tol=_CLOSE).fit_predict_proba(frame, true_labels=known)
    found = found[sorted(found.columns)]
    return {str(claim): tuple(row) for claim, row in zip(found.index, found.to_numpy().tolist(), strict=True)}
