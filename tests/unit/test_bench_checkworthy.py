"""The check-worthiness score on texts that others labelled."""

from pathlib import Path

import pytest

from claimcheck.flows.bench_checkworthy import bench_checkworthy, score_text
from claimcheck.metrics.binary import area_under_curve, f1_at, macro_f1_at
from tests.unit.conftest import Claimcheck


def test_a_text_is_as_worth_checking_as_its_best_clause() -> None:
    opinion = "Das ist doch lächerlich."
    fact = "Kiel kaufte im Mai 100 Busse."

    assert score_text(f"{opinion} {fact}", "de") == score_text(fact, "de") > score_text(opinion, "de")
    assert score_text(" ", "de") == 0


def test_figures_come_from_the_column_that_says_one(tmp_path: Path) -> None:
    page = tmp_path / "labelled.csv"
    page.write_text("said,worth\nKiel kaufte im Mai 100 Busse.,1\nWie schön!,0\n", encoding="utf-8")

    found = bench_checkworthy(page, language="de", text="said", label="worth")

    assert (found.texts, found.worthy, found.auc, found.f1, found.macro_f1) == (2, 1, 1.0, 1.0, 1.0)


def test_the_command_prints_the_figures_and_says_which_column_is_missing(
    claimcheck: Claimcheck, tmp_path: Path
) -> None:
    page = tmp_path / "labelled.csv"
    page.write_text("said,worth\nKiel kaufte im Mai 100 Busse.,1\nWie schön!,0\n", encoding="utf-8")

    done = claimcheck("bench", "checkworthy", page, "--language", "de", "--text", "said", "--label", "worth")
    assert [(each["name"], each["texts"], each["auc"]) for each in done.records] == [("labelled.csv", 2, 1.0)]

    wrong = claimcheck("bench", "checkworthy", page, "--language", "de", "--text", "said")
    assert wrong.code == 1
    assert "has no column label" in wrong.said


@pytest.mark.parametrize(
    ("scores", "wanted", "area"),
    [
        ([0.1, 0.9], [True, False], 0.0),
        ([0.5, 0.5], [True, False], 0.5),
        ([0.3, 0.2], [True, True], 0.5),
    ],
)
def test_the_area_counts_ties_half_and_one_class_as_chance(
    scores: list[float], wanted: list[bool], area: float
) -> None:
    assert area_under_curve(scores, wanted) == area


def test_macro_f1_is_the_mean_over_both_classes() -> None:
    scores, wanted = [0.9, 0.4, 0.1], [True, True, False]

    assert f1_at(scores, wanted, 0.5) == pytest.approx(2 / 3)
    assert macro_f1_at(scores, wanted, 0.5) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert f1_at(scores, wanted, 1.0) == 0
