"""Whether past checks moved verdicts: compared claim by claim, and only where enough claims were judged both ways."""

import numpy as np
import pytest

from claimcheck.agree import ArmAnswer, find_anchoring
from claimcheck.agree.anchoring import ENOUGH
from claimcheck.records import Label

SCALE = (Label.TRUE, Label.MOSTLY_TRUE, Label.HALF_TRUE, Label.MOSTLY_FALSE, Label.FALSE)


def both_arms(claims: int, shown: list[Label], hidden: list[Label], check: Label | None = Label.FALSE):
    """On each claim one answer an arm, taken from the lists in turn."""
    for n in range(claims):
        yield ArmAnswer(f"c{n}", True, shown[n % len(shown)], check)
        yield ArmAnswer(f"c{n}", False, hidden[n % len(hidden)], check)


def test_differences_are_those_counted_by_hand():
    # shown: FALSE on all claims; hidden: FALSE, TRUE, TRUE in turn; the past check says FALSE
    found = find_anchoring(list(both_arms(60, [Label.FALSE], [Label.FALSE, Label.TRUE, Label.TRUE])), scale=SCALE)
    share, steps, place = found.shifts
    assert (found.why, found.claims) == (None, 60)
    assert (share.shown, share.hidden, share.difference.value) == (1.0, pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert (steps.shown, steps.hidden) == (0.0, pytest.approx(4 * 2 / 3))
    assert (place.shown, place.hidden) == (4.0, pytest.approx(4 / 3))
    assert share.difference.low is not None
    assert share.difference.high is not None
    # of 60 claims two thirds differ: 2/3 ± 1.96 · √(2/9 / 60)
    half = 1.96 * np.sqrt((2 / 3) * (1 / 3) / 60)
    assert (share.difference.low, share.difference.high) == pytest.approx((2 / 3 - half, 2 / 3 + half), abs=0.03)
    assert found.labels["control"] == {Label.TRUE: pytest.approx(2 / 3), Label.FALSE: pytest.approx(1 / 3)}


def test_where_nothing_moved_the_interval_holds_nought():
    chance = np.random.default_rng(1)
    answers = [
        ArmAnswer(f"c{n}", shown, SCALE[int(chance.integers(5))], Label.TRUE)
        for n in range(100)
        for shown in (True, False)
    ]
    for shift in find_anchoring(answers, scale=SCALE).shifts:
        assert shift.difference.low is not None
        assert shift.difference.high is not None
        assert shift.difference.low < 0 < shift.difference.high


def test_a_claim_of_one_arm_alone_does_not_count():
    answers = list(both_arms(ENOUGH, [Label.TRUE], [Label.TRUE]))
    answers += [ArmAnswer(f"only{n}", False, Label.FALSE, Label.FALSE) for n in range(50)]
    found = find_anchoring(answers, scale=SCALE)
    assert found.claims == ENOUGH
    assert all(each.difference.value == 0 for each in found.shifts)
    assert found.answers == {"shown": ENOUGH, "control": ENOUGH + 50}


def test_claims_weigh_the_same_however_many_judged_them():
    answers = list(both_arms(40, [Label.TRUE], [Label.TRUE]))
    answers += [ArmAnswer("c0", True, Label.FALSE, Label.FALSE) for _ in range(9)]
    place = find_anchoring(answers, scale=SCALE).shifts[2]
    assert place.shown == pytest.approx((4 * 9 / 10) / 40)


def test_too_few_claims_give_words_and_no_figures():
    few = find_anchoring(list(both_arms(ENOUGH - 1, [Label.TRUE], [Label.FALSE])), scale=SCALE)
    assert few.shifts == ()
    assert (
        few.why
        == f"{ENOUGH - 1} claims with past checks were judged both with them shown and hidden: it takes {ENOUGH}"
    )
    none = find_anchoring([ArmAnswer("c1", True, Label.TRUE, None)], scale=SCALE)
    assert none.why == "no verdict was given with past checks hidden: assign with a control"


def test_a_measure_without_what_it_takes_says_so_while_the_others_stand():
    found = find_anchoring(list(both_arms(ENOUGH, [Label.TRUE], [Label.MISLEADING], check=None)), scale=SCALE)
    share, steps, place = found.shifts
    for each in (share, steps, place):
        assert each.difference.value is None
        assert each.difference.why == f"0 claims have what this takes in both arms: it takes {ENOUGH}"
    off_the_scale = find_anchoring(list(both_arms(ENOUGH, [Label.TRUE], [Label.MISLEADING])), scale=SCALE).shifts
    assert off_the_scale[0].difference.value == 0
    assert off_the_scale[2].difference.value is None
