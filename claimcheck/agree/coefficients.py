"""Coefficients of agreement, each for many weightings of the same claims at once, as a bootstrap needs them.

``counts`` has a row a claim that two or more judged, a column a label. ``weights`` is ``(n, claims)``: how often each
claim is taken; the result is ``(n,)``. NaN where a coefficient is not defined: nothing was judged twice, or all answers
are the same, so that there is no disagreement to expect.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["cohen_kappa", "fleiss_kappa", "krippendorff_alpha", "percent_agreement", "specific_agreement"]

Table = NDArray[np.float64]


def _ratio(above: Table, below: Table) -> Table:
    out = np.full(above.shape, np.nan)
    np.divide(above, below, out=out, where=np.abs(below) > 1e-12)
    return out


def krippendorff_alpha(counts: Table, weights: Table, *, ordinal: bool = False) -> Table:
    """Krippendorff's alpha, nominal or ordinal (columns in order); missing answers are simply not there.

    Krippendorff, Computing Krippendorff's alpha-reliability (2011),
    https://repository.upenn.edu/handle/20.500.14332/2089.

    >>> two_agree_on_each = np.array([[2.0, 0.0], [0.0, 2.0]])
    >>> krippendorff_alpha(two_agree_on_each, np.ones((1, 2)))
    array([1.])
    """
    judged = counts.sum(axis=1)
    low, high = np.triu_indices(counts.shape[1], k=1)
    observed = weights @ (2 * counts[:, low] * counts[:, high] / (judged - 1)[:, None])
    given = weights @ counts
    whole = given.sum(axis=1)
    expected = 2 * given[:, low] * given[:, high]
    if ordinal:
        below = np.cumsum(given, axis=1)
        apart = below[:, high] - below[:, low] + given[:, low] - (given[:, low] + given[:, high]) / 2
        observed, expected = observed * apart**2, expected * apart**2
    return 1 - _ratio((whole - 1) * observed.sum(axis=1), expected.sum(axis=1))


def percent_agreement(counts: Table, weights: Table) -> Table:
    """The share of pairs of annotators that agree on a claim, the mean over the claims."""
    judged = counts.sum(axis=1)
    agree = (counts * (counts - 1)).sum(axis=1) / (judged * (judged - 1))
    return _ratio(weights @ agree, weights.sum(axis=1))


def fleiss_kappa(counts: Table, weights: Table) -> Table:
    """Fleiss' kappa; where claims differ in how many judged them, each claim weighs the same.

    Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971), 378–382,
    doi:10.1037/h0031619; for unequal numbers as Gwet, Handbook of Inter-Rater Reliability (4th ed., 2014).
    """
    shares = _ratio(weights @ (counts / counts.sum(axis=1)[:, None]), weights.sum(axis=1)[:, None])
    expected = (shares**2).sum(axis=1)
    return _ratio(percent_agreement(counts, weights) - expected, 1 - expected)


def cohen_kappa(cells: Table, weights: Table) -> Table:
    """Cohen's kappa of two annotators; ``weights`` is ``(n, labels²)``: how many claims got each pair of labels.

    ``cells`` is ``(labels, labels)`` and gives the shape only. Cohen, A coefficient of agreement for nominal scales,
    Educational and Psychological Measurement 20 (1960), 37–46, doi:10.1177/001316446002000104.
    """
    tables = weights.reshape(-1, *cells.shape)
    whole = tables.sum(axis=(1, 2))
    observed = _ratio(np.trace(tables, axis1=1, axis2=2), whole)
    expected = _ratio((tables.sum(axis=2) * tables.sum(axis=1)).sum(axis=1), whole**2)
    return _ratio(observed - expected, 1 - expected)


def specific_agreement(counts: Table, weights: Table) -> Table:
    """By label, ``(n, labels)``: how probably another annotator gives it too, where one has given it.

    Cicchetti, Feinstein, High agreement but low kappa II, Journal of Clinical Epidemiology 43 (1990), 551–558,
    doi:10.1016/0895-4356(90)90159-M; each pair of answers weighs as it does in alpha.
    """
    others = counts.sum(axis=1) - 1
    return _ratio(weights @ (counts * (counts - 1) / others[:, None]), weights @ counts)
