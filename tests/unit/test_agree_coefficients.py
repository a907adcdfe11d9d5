"""Coefficients of agreement equal published worked examples, and other software on random answers."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.agree import LABELS, answers_of, by_label, by_pair, by_person, confusion, measure
from claimcheck.agree.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
    specific_agreement,
)
from claimcheck.agree.intervals import figure
from claimcheck.records import Label
from tests.unit.test_agree_settle import said

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C: a row an observer, a column a unit.
TWO_BINARY = ("0100000010", "1110010000")
TWO_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

# Fleiss (1971), fifteen of the patients, as Gwet's irrCAC has them (``distrib.6raters``): six raters, five diagnoses.
PSYCHIATRISTS = np.array(
    [
        [0, 0, 0, 6, 0],
        [0, 3, 0, 0, 3],
        [0, 1, 4, 0, 1],
        [0, 0, 0, 0, 6],
        [0, 3, 0, 3, 0],
        [2, 0, 4, 0, 0],
        [0, 0, 4, 0, 2],
        [2, 0, 3, 1, 0],
        [2, 0, 0, 4, 0],
        [0, 0, 0, 0, 6],
        [1, 0, 0, 5, 0],
        [1, 1, 0, 4, 0],
        [0, 3, 3, 0, 0],
        [1, 0, 0, 5, 0],
        [0, 2, 0, 3, 1],
    ],
    dtype=float,
)

# The worked example of Wikipedia's article on Fleiss' kappa: fourteen raters, ten subjects, five categories.
FOURTEEN = np.array(
    [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ],
    dtype=float,
)


def counts_of(observers: tuple[str, ...]) -> np.ndarray:
    values = sorted(set("".join(observers)) - {"."})
    units = zip(*observers, strict=True)
    table = np.array([[unit.count(value) for value in values] for unit in units], dtype=float)
    return table[table.sum(axis=1) >= 2]


def once(coefficient, counts: np.ndarray) -> float:
    return float(coefficient(counts, np.ones((1, len(counts))))[0])


@pytest.mark.parametrize(
    ("observers", "ordinal", "published"),
    [
        (TWO_BINARY, False, 0.095),
        (TWO_NOMINAL, False, 0.692),
        (FOUR_WITH_GAPS, False, 0.743),
        (FOUR_WITH_GAPS, True, 0.815),
    ],
)
def test_alpha_is_krippendorffs_own_in_his_worked_examples(observers, ordinal, published):
    found = once(partial(krippendorff_alpha, ordinal=ordinal), counts_of(observers))
    assert found == pytest.approx(published, abs=0.0005)


def test_percent_agreement_alpha_and_fleiss_are_those_that_gwet_publishes():
    # irrCAC: pa.coeff.raw(cac.raw4raters) 0.8181818; on distrib.6raters pa 0.5511111, Fleiss 0.4139265, alpha 0.4204384
    assert once(percent_agreement, counts_of(FOUR_WITH_GAPS)) == pytest.approx(0.8181818, abs=5e-8)
    assert once(percent_agreement, PSYCHIATRISTS) == pytest.approx(0.5511111, abs=5e-8)
    assert once(fleiss_kappa, PSYCHIATRISTS) == pytest.approx(0.4139265, abs=5e-8)
    assert once(krippendorff_alpha, PSYCHIATRISTS) == pytest.approx(0.4204384, abs=5e-8)


def test_fleiss_kappa_is_that_of_the_best_known_worked_example():
    assert once(fleiss_kappa, FOURTEEN) == pytest.approx(0.210, abs=0.0005)
    assert once(percent_agreement, FOURTEEN) == pytest.approx(0.378, abs=0.0005)


@pytest.mark.parametrize(
    ("table", "published", "within"),
    [
        # Cohen (1960), table 2: two clinicians' 200 diagnoses
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.492, 0.0005),
        # irrCAC: kappa2.table(cont3x3abstractors)
        ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], 0.7964094, 5e-8),
    ],
)
def test_kappa_is_cohens_own_and_that_of_other_software(table, published, within):
    cells = np.array(table, dtype=float)
    assert float(cohen_kappa(cells, cells.reshape(1, -1))[0]) == pytest.approx(published, abs=within)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_equals_the_krippendorff_package_on_random_answers_with_gaps(seed, level):
    oracle = pytest.importorskip("krippendorff")
    chance = np.random.default_rng(seed)
    people, units, values = int(chance.integers(2, 7)), int(chance.integers(3, 60)), int(chance.integers(2, 6))
    answers = chance.integers(0, values, size=(people, units)).astype(float)
    answers[chance.random(answers.shape) < 0.4] = np.nan
    counts = np.array([[(column == value).sum() for value in range(values)] for column in answers.T], dtype=float)
    kept = counts[counts.sum(axis=1) >= 2]
    assert (kept.sum(axis=0) > 0).sum() > 1
    expected = oracle.alpha(
        value_counts=counts.astype(int), value_domain=list(range(values)), level_of_measurement=level
    )
    assert once(partial(krippendorff_alpha, ordinal=level == "ordinal"), kept) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=3, max_size=12), st.permutations(range(5))
)
def test_no_coefficient_exceeds_one_nor_heeds_what_labels_are_called_and_the_ordinal_one_runs_either_way(rows, order):
    counts = np.array([row for row in rows if sum(row) >= 2], dtype=float).reshape(-1, 5)
    if not len(counts):
        assert figure(counts, krippendorff_alpha).value is None
        return
    ordinal = partial(krippendorff_alpha, ordinal=True)
    for coefficient, other in (
        (krippendorff_alpha, counts[:, list(order)]),
        (fleiss_kappa, counts[:, list(order)]),
        (percent_agreement, counts[:, list(order)]),
        (ordinal, counts[:, ::-1]),
    ):
        value = once(coefficient, counts)
        assert np.isnan(value) or value <= 1 + 1e-12
        assert once(coefficient, other) == pytest.approx(value, nan_ok=True)


def test_a_coefficient_is_not_defined_where_all_say_the_same():
    same = np.array([[2.0, 0.0], [3.0, 0.0]])
    assert np.isnan(once(krippendorff_alpha, same))
    assert np.isnan(once(fleiss_kappa, same))
    found = figure(same, krippendorff_alpha)
    assert (found.value, found.low, found.claims, found.answers) == (None, None, 2, 5)
    assert found.why is not None
    assert "all answers are the same label" in found.why


def test_specific_agreement_is_the_share_of_others_who_say_it_too():
    # a claim: A A B, another: A B; given A, of two others one is A (twice), none is A (once): 2·(1/2)+0 over 3
    counts = np.array([[2.0, 1.0], [1.0, 1.0]])
    assert specific_agreement(counts, np.ones((1, 2)))[0].tolist() == pytest.approx([1 / 3, 0.0])


# --- intervals


def test_an_interval_is_that_of_resampling_claims_one_by_one():
    chance = np.random.default_rng(3)
    truth = chance.integers(0, 3, size=80)
    counts = np.zeros((80, 3))
    for _ in range(3):
        given = np.where(chance.random(80) < 0.7, truth, chance.integers(0, 3, size=80))
        counts[np.arange(80), given] += 1
    drawn = [once(krippendorff_alpha, counts[chance.integers(0, 80, size=80)]) for _ in range(2_000)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    found = figure(counts, krippendorff_alpha, seed=1)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.03)
    assert found == figure(counts, krippendorff_alpha, seed=1)
    assert found != figure(counts, krippendorff_alpha, seed=2)


def test_an_interval_holds_the_true_value_as_often_as_it_says():
    chance = np.random.default_rng(5)
    held = 0
    true_share = (
        0.7**2 + 2 * 0.15**2
    )  # two annotators, each right with .7 and else one of two others: percent agreement
    for _ in range(300):
        right = chance.random((60, 2))
        said_by = np.where(right < 0.7, 0, np.where(right < 0.85, 1, 2))
        counts = np.stack([(said_by == value).sum(axis=1) for value in range(3)], axis=1).astype(float)
        found = figure(counts, percent_agreement, draws=300)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= true_share <= found.high
    assert held / 300 == pytest.approx(0.95, abs=0.03)


def test_few_claims_have_a_value_and_no_interval():
    found = figure(np.tile([[2.0, 0.0], [1.0, 1.0], [0.0, 2.0]], (3, 1)), krippendorff_alpha)
    assert found.claims == 9
    assert found.value is not None
    assert (found.low, found.high) == (None, None)


# --- from verdicts to figures

A, B, C = "ada@example.org", "bob@example.org", "cem@example.org"
LETTER = {
    "T": Label.TRUE,
    "t": Label.MOSTLY_TRUE,
    "h": Label.HALF_TRUE,
    "f": Label.MOSTLY_FALSE,
    "F": Label.FALSE,
    "M": Label.MISLEADING,
    "U": Label.UNVERIFIABLE,
}


def table_of(*rows: str, people=(A, B, C)):
    """``rows`` are annotators, a letter a claim, a dot where they gave none."""
    return answers_of(
        said(LETTER[letter], who, claim=f"c{place:02}", annotation=100 * number + place)
        for number, (who, row) in enumerate(zip(people, rows, strict=False))
        for place, letter in enumerate(row)
        if letter != "."
    )


def test_the_ordinal_coefficient_takes_the_scale_alone_and_counts_the_rest():
    found = measure(table_of("TthFFM", "TthfFU", "ttMFF."))
    # without M, U, M: the units TTt ttt hh FfF FFF
    scale_only = counts_of(("01244", "01234", "11.44"))
    assert found.ordinal.value == pytest.approx(once(partial(krippendorff_alpha, ordinal=True), scale_only))
    assert (found.ordinal.claims, found.ordinal.answers, found.off_scale) == (5, 14, 3)
    assert (found.alpha.claims, found.alpha.answers) == (6, 17)


def test_adjudicated_and_sample_answers_and_skips_are_no_answers():
    answers = answers_of(
        [
            said(Label.TRUE, A),
            said(None, B, annotation=2),
            said(Label.TRUE, C, annotation=3, sample=True),
            said(Label.TRUE, C, annotation=4, adjudicated=True),
        ]
    )
    assert (answers.people, len(answers)) == ((A,), 1)


def test_two_answers_of_one_person_on_a_claim_are_refused():
    with pytest.raises(ValueError, match="two answers on a claim"):
        answers_of([said(Label.TRUE, A), said(Label.FALSE, A, annotation=2)])


def test_a_label_against_the_rest_is_the_coefficient_of_two_values():
    found = {each.label: each for each in by_label(table_of("TTFFM", "TFFFT", "TTF.M"))}
    assert list(found) == [Label.TRUE, Label.FALSE, Label.MISLEADING]
    binary = counts_of(("11000", "10001", "110.0"))
    assert found[Label.TRUE].alpha.value == pytest.approx(once(krippendorff_alpha, binary))
    assert [each.given for each in found.values()] == [6, 6, 2]


def test_pairs_are_those_with_claims_in_common_most_first():
    found = by_pair(table_of("TTFFTF", "TF....", "..FFTT"))
    assert [(each.people, each.percent.claims) for each in found] == [((A, C), 4), ((A, B), 2)]
    assert found[0].percent.value == 0.75
    # A: F F T F, C: F F T T: po 3/4, pe (3/4)(1/2) + (1/4)(1/2) = 1/2
    assert found[0].kappa.value == pytest.approx(0.5)
    assert found[1].kappa.value == pytest.approx(0.0)  # A says T twice: agreement is what chance gives


def test_an_annotators_figures_leave_out_what_nobody_else_judged():
    found = {each.person: each for each in by_person(table_of("TTFF", "TF..", "T.F."))}
    assert (found[A].answers, found[A].shared) == (4, 3)
    # with B and C: 2/2, with B: 0/1, with C: 1/1
    assert found[A].agreement == pytest.approx((1 + 0 + 1) / 3)
    assert found[A].without is None  # B and C share one claim and agree: nothing to expect by chance
    assert found[C].without == pytest.approx(once(krippendorff_alpha, counts_of(("TT", "TF"))))


def test_confusion_counts_each_pair_of_answers_once():
    table = confusion(table_of("TTF", "TFF", "TF."))
    true, false = LABELS.index(Label.TRUE), LABELS.index(Label.FALSE)
    # TTT: three pairs T-T; TFF: two T-F and one F-F; FF: one F-F
    assert (table[true, true], table[true, false], table[false, true], table[false, false]) == (3, 2, 2, 2)
    assert table.sum() == 3 + 2 + 2 + 2
