"""Calibration from a desk's own answers: what it learns, what it leaves out, when it refuses."""

import json
from dataclasses import replace

import pytest
from fakes import HashingEncoder
from made_records import made_answer, made_claim

from claimcheck.errors import CalibrationInvalid, TooFewAnswers
from claimcheck.flows.calibrate import CALIBRATION_FILE, calibrate_lookup, desk_ranker
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.match import shipped_ranker
from claimcheck.records import (
    Article,
    Claim,
    ClaimReview,
    Verdict,
    article_id,
)
from claimcheck.store import Store

TOWNS = [f"Town{number:02}" for number in range(60)]
TEXT = " ".join(f"The old bridge of {town} was closed on Monday." for town in TOWNS)


def claim(town: str) -> Claim:
    return made_claim(f"The old bridge of {town} was closed on Monday", TEXT)


def verdict(number: int, town: str, answer: str, **more: str | bool) -> Verdict:
    return made_answer(number, claim(town), f"r-{town}", answer, **more)


@pytest.fixture
def desk(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.add_article(Article(article_id(TEXT), TEXT, (), "en"))
        store.record_split(store.article(article_id(TEXT)), [claim(town) for town in TOWNS])
        store.put_reviews(
            ClaimReview(f"r-{town}", f"The old bridge of {town} was closed on Monday", "desk", language="en")
            for town in TOWNS
        )
        yield store


def calibrate(store):
    with open_retriever(store, store.folder / INDEX_FOLDER, HashingEncoder(256)) as retriever:
        return calibrate_lookup(store, store.folder, retriever=retriever)


def answer(store, answers, **more):
    made = [verdict(number, TOWNS[number], each, **more) for number, each in enumerate(answers, start=0)]
    store.put_verdicts(made, {each.annotation_id: {} for each in made})


def said(store, ranker=None):
    """What the likeliest past check of one of the claims is given."""
    with open_retriever(store, store.folder / INDEX_FOLDER, HashingEncoder(256), ranker=ranker) as retriever:
        return retriever.search([claim(TOWNS[3]).text], 1)[0][0].score


def test_scores_follow_the_share_of_answers_that_say_same_from_then_on(desk):
    before = said(desk)
    share = 0.25 if before > 0.5 else 0.75  # far from what ships, whatever that is
    answer(desk, ["same" if (number % 4 == 0) == (share == 0.25) else "related" for number in range(60)])

    report = calibrate(desk)

    assert (report.pairs, report.same, report.lost, report.kept) == (60, 60 * share, 0, True)
    assert report.brier_after < report.brier_before
    after = said(desk, desk_ranker(desk.folder, HashingEncoder(256).fingerprint))
    assert abs(after - share) < abs(before - share)
    assert desk_ranker(desk.folder, "another encoder") == shipped_ranker()


def test_too_few_answers_are_refused_in_one_line_that_says_how_many_it_takes(desk):
    answer(desk, ["same"] * 10)

    with pytest.raises(
        TooFewAnswers, match=r"answered 10 past checks .* 10 of them the same: it takes 40, 8"
    ) as refused:
        calibrate(desk)

    assert "\n" not in str(refused.value)
    assert not (desk.folder / CALIBRATION_FILE).exists()


def test_samples_on_either_side_do_not_count(desk):
    desk.put_reviews(replace(desk.review(f"r-{town}"), sample=True) for town in TOWNS[:10])
    answer(desk, ["same" if number % 2 else "unrelated" for number in range(60)])
    samples = [verdict(number, TOWNS[number], "same", sample=True) for number in range(50, 60)]
    desk.put_verdicts(samples, {each.annotation_id: {} for each in samples})

    assert calibrate(desk).pairs == 40


def test_two_annotators_who_disagree_are_half_an_answer_each_and_removed_checks_are_lost(desk):
    answer(desk, ["same" if number % 3 else "unrelated" for number in range(60)])
    more = [verdict(100 + number, TOWNS[number], "unrelated", annotator="2") for number in range(60)]
    desk.put_verdicts(more, {each.annotation_id: {} for each in more})
    desk.remove_reviews([f"r-{TOWNS[0]}"])

    with pytest.raises(TooFewAnswers) as refused:  # half of the annotators is no majority
        calibrate(desk)

    assert (refused.value.pairs, refused.value.same) == (59, 0)


def test_answers_that_teach_nothing_leave_the_workspace_as_it_was(desk):
    answer(desk, ["same" if number % 30 < 29 else "unrelated" for number in range(60)])

    with pytest.raises(TooFewAnswers):
        calibrate(desk)

    assert desk_ranker(desk.folder, "any") == shipped_ranker()


@pytest.mark.parametrize("content", ["", "[]", '{"scale": 1}', json.dumps({"encoder": "e", "scale": -1, "start": 0})])
def test_a_damaged_calibration_is_one_line_with_the_remedy(tmp_path, content):
    (tmp_path / CALIBRATION_FILE).write_text(content)

    with pytest.raises(CalibrationInvalid, match=r"calibration\.json is no calibration .* remove it") as refused:
        desk_ranker(tmp_path, "e")

    assert "\n" not in str(refused.value)


def test_a_line_learnt_on_earlier_probabilities_is_refused_in_one_line_and_learnt_anew(desk):
    earlier = {"encoder": HashingEncoder(256).fingerprint, "scale": 1.2, "start": -0.4}
    (desk.folder / CALIBRATION_FILE).write_text(json.dumps(earlier))  # as it was written before fits were told apart
    with pytest.raises(
        CalibrationInvalid, match=r"another claimcheck's .* run claimcheck reviews calibrate"
    ) as refused:
        desk_ranker(desk.folder, HashingEncoder(256).fingerprint)
    assert "\n" not in str(refused.value)

    share = 0.25 if said(desk) > 0.5 else 0.75
    answer(desk, ["same" if (number % 4 == 0) == (share == 0.25) else "related" for number in range(60)])
    assert calibrate(desk).kept
    assert desk_ranker(desk.folder, HashingEncoder(256).fingerprint) != shipped_ranker()


@pytest.mark.parametrize("earlier", [True, False])
def test_where_no_line_helps_one_learnt_on_earlier_probabilities_is_let_go_and_one_on_these_stays(
    desk, monkeypatch, earlier
):
    line = {"encoder": "e", "scale": 1.2, "start": -0.4, "fit": "earlier" if earlier else shipped_ranker().fit}
    (desk.folder / CALIBRATION_FILE).write_text(json.dumps(line))
    monkeypatch.setattr("claimcheck.match.fitting.fit_move", lambda _said, _right: (3.0, 3.0))  # surer of itself
    answer(desk, ["same" if number % 2 else "related" for number in range(60)])

    assert not calibrate(desk).kept
    assert (desk.folder / CALIBRATION_FILE).exists() is not earlier
    assert (desk_ranker(desk.folder, "e") == shipped_ranker()) is earlier
