"""What the order and the probabilities are fitted with, against optima found another way."""

import json
import math

import numpy as np
import pytest

from claimcheck.match.features import ABROAD, ELSEWHERE, FEATURES, LEXICAL
from claimcheck.match.fitting import Example, fit_choice, fit_logistic, fit_move, fit_steps, threshold_for
from claimcheck.match.ranker import (
    FITTED,
    LEADS,
    Calibration,
    Line,
    Ranker,
    lead,
    ranker_from_json,
    reading_of,
    shipped_ranker,
)

NAMES = ("similarity", "covered")


def example(rng, count=6):
    rows = np.zeros((count, len(FEATURES)))
    for name in NAMES:
        rows[:, FEATURES.index(name)] = rng.normal(size=count)
    scores = 2.0 * rows[:, FEATURES.index("similarity")] - 1.0 * rows[:, FEATURES.index("covered")]
    chosen = rng.choice(count, p=np.exp(scores) / np.exp(scores).sum())
    return Example(rows, np.arange(count) == chosen)


def test_the_choice_weights_that_made_the_data_are_found_again():
    rng = np.random.default_rng(1)

    line = fit_choice([example(rng) for _ in range(4_000)], NAMES, ridge=1e-3)

    assert line.weights["similarity"] == pytest.approx(2.0, abs=0.15)
    assert line.weights["covered"] == pytest.approx(-1.0, abs=0.15)
    assert line.start == 0.0


def test_where_some_scores_are_given_the_start_sets_the_others_against_them():
    rng = np.random.default_rng(2)
    examples = []
    for _ in range(12_000):  # a given 0.0 against an open candidate that wins three times in four
        wins = rng.random() < 0.75
        rows = rng.normal(size=(2, len(FEATURES)))
        examples.append(Example(rows, np.array([not wins, wins]), given=np.zeros(2), open=np.array([False, True])))

    line = fit_choice(examples, NAMES, ridge=1e-3)

    assert line.start == pytest.approx(math.log(3), abs=0.1)


@pytest.mark.parametrize("abroad", [False, True])
def test_each_of_several_right_candidates_is_chosen_among_the_wrong_ones_alone(abroad):
    rng = np.random.default_rng(6)
    whole, parts = [], []
    for _ in range(300):
        rows = rng.normal(size=(6, len(FEATURES)))
        given = rng.normal(size=6) if abroad else None
        free = rng.random(6) < 0.5 if abroad else None
        whole.append(Example(rows, np.array([True, True, False, False, False, False]), 2.0, given, free))
        for right in (0, 1):
            kept = np.array([right, 2, 3, 4, 5])
            alone = [None if each is None else each[kept] for each in (given, free)]
            parts.append(Example(rows[kept], kept == right, 1.0, *alone))

    assert fit_choice(whole, NAMES, ridge=1.0) == fit_choice(parts, NAMES, ridge=1.0)


def test_logistic_regression_meets_its_own_first_order_condition():
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(500, 2)) * [1.0, 40.0] + [0.0, 7.0]
    right = rng.random(500) < 1 / (1 + np.exp(-(rows[:, 0] - 0.05 * rows[:, 1])))

    line = fit_logistic(rows, right, NAMES, ridge=1e-6)

    likely = 1 / (1 + np.exp(-line.of(NAMES, rows)))
    np.testing.assert_allclose(((likely - right)[:, None] * rows).mean(axis=0), 0, atol=1e-3)
    assert likely.mean() == pytest.approx(right.mean(), abs=1e-4)


def test_the_steps_never_fall_and_end_at_certainty():
    rng = np.random.default_rng(4)
    scores = rng.random(800)

    steps = fit_steps(scores, rng.random(800) < scores**2)

    said, true = zip(*steps, strict=True)
    assert list(said) == sorted(said)
    assert list(true) == sorted(true)
    assert (said[0], said[-1]) == (0.0, 1.0)
    assert np.interp(0.5, said, true) == pytest.approx(0.25, abs=0.08)


def test_the_threshold_is_the_lowest_that_keeps_the_precision():
    there, gone = np.array([0.9, 0.8, 0.6, 0.4]), np.array([0.7, 0.3, 0.2, 0.1])

    assert threshold_for(there, gone, precision=0.75) == 0.4  # three right of four found: 4 / (4 + 1) = .8
    assert threshold_for(there, gone, precision=0.95) == 0.8
    assert threshold_for(np.array([0.1]), np.array([0.9]), precision=0.9) == 1.0


def test_answers_that_agree_leave_probabilities_and_answers_that_do_not_move_them():
    rng = np.random.default_rng(5)
    said = rng.random(3_000)

    scale, start = fit_move(said, (rng.random(3_000) < said).astype(float))
    assert (scale, start) == pytest.approx((1.0, 0.0), abs=0.15)

    _, lower = fit_move(said, (rng.random(3_000) < said / 3).astype(float))
    assert lower < -0.8


def ranker(**more):
    line = Line({"similarity": 4.0})
    calibrations = {kind: Calibration(Line({"similarity": 1.0})) for kind in ("home", "others", "lexical", "abroad")}
    return Ranker(line, Line({"similarity": 1.0}), line, Line({"cosine": 9.0}), calibrations, 0.5, **more)


def test_probabilities_fall_as_scores_do_and_copies_have_the_same():
    rows = np.zeros((3, len(FEATURES)))
    rows[:, FEATURES.index("similarity")] = 1.0
    scores = np.array([1.0, 1.0, 0.0])

    likely = ranker().probabilities(rows, scores, [b"a", b"a", b"b"], kind="home")

    assert likely[0] == likely[1] == pytest.approx(1 / (1 + math.exp(-1)))
    assert likely[2] == pytest.approx(likely[0] / math.e)


def test_a_query_is_scored_by_the_line_for_its_language_and_what_is_abroad_by_its_own():
    rows = np.zeros((2, len(FEATURES)))
    rows[:, FEATURES.index("similarity")] = 0.5
    rows[:, FEATURES.index("cosine")] = 0.5
    one_abroad = np.array([False, True])

    readings = [reading_of(language, knows=knows) for language, knows in (("en", True), ("de", True), ("ta", False))]
    assert readings == ["home", "others", "lexical"]
    assert [reading_of(language, knows=True) for language in (None, "und", "en")] == ["home"] * 3
    assert ranker().scores(rows, one_abroad, "home").tolist() == [2.0, 4.5]
    assert ranker().scores(rows, one_abroad, "others").tolist() == [0.5, 4.5]
    assert ranker().scores(rows, one_abroad, "lexical").tolist() == [2.0, 2.0]


def test_a_lead_counts_distinct_claims_and_never_more_than_eight():
    claims = np.arange(5, dtype=np.uint64)
    assert lead(np.array([3.0, 2.0, 1.0, 0.0, -1.0]), claims) == [1.0, 4.0, 8.0]
    assert lead(np.array([30.0]), claims[:1]) == [8.0, 8.0, 8.0]
    assert lead(np.array([30.0, 3.0]), claims[:2]) == [8.0, 8.0, 8.0]
    copied = np.array([4, 4, 3, 2, 3, 1, 0], np.uint64)  # the first claim twice, and a later one
    assert lead(np.array([3.0, 3.0, 2.0, 1.0, 1.0, 0.0, -1.0]), copied) == [1.0, 4.0, 8.0]


def test_moving_a_calibration_moves_every_probability_along_the_log_odds():
    rows, scores = np.zeros((1, len(FEATURES))), np.array([0.0])

    plain = ranker().probabilities(rows, scores, [b"a"], kind="home")[0]
    moved = ranker().with_calibration(1.0, -1.0).probabilities(rows, scores, [b"a"], kind="home")[0]

    assert plain == 0.5
    assert moved == pytest.approx(1 / (1 + math.e), abs=0.01)


def test_what_ships_reads_back_as_written_names_known_features_and_says_what_it_was_fitted_on():
    shipped = shipped_ranker()

    assert ranker_from_json(json.loads(json.dumps(shipped.to_json()))) == shipped
    named = {"home": FEATURES, "others": ELSEWHERE, "lexical": LEXICAL, "abroad": ABROAD}
    assert {kind: set(getattr(shipped, kind).weights) for kind in named} == {
        kind: set(each) for kind, each in named.items()
    }
    assert "in order" in shipped.home.weights
    assert "in order" not in {*shipped.others.weights, *shipped.lexical.weights}  # learnt from English posts
    for each in shipped.calibrations.values():
        assert set(each.line.weights) <= {*FEATURES, *LEADS}
    assert not {name for name, weight in shipped.lexical.weights.items() if "cosine" in name and weight}
    assert len(shipped.fitted_on) == 22  # four collections of three files, pairs in nine languages, news
    assert FITTED.is_file()
