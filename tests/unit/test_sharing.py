"""Sharing claims out: even, by a seed, nothing ever moves, and a control arm that is even too."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import AnnotatorInvalid, OverlapImpossible, SharingInvalid
from claimcheck.flows.sharing import check_annotators, hand_on, share_out

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = ("ada@x.org", "ben@x.org", "cyd@x.org", "dan@x.org", "eve@x.org")


def claims(count: int, start: int = 0) -> list[str]:
    return [f"{number:016x}" for number in range(start, start + count)]


def share(ids, names=NAMES, overlap=2, seed=7, **options):
    return share_out(ids, names, overlap=overlap, seed=seed, at=NOON, **options)


def loads(assignments) -> Counter:
    return Counter(each.annotator for each in assignments)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(count=st.integers(0, 60), names=st.integers(1, 5), overlap=st.integers(1, 5), seed=st.integers(0, 5))
def test_each_claim_has_its_annotators_and_loads_differ_by_at_most_one(count, names, overlap, seed):
    if overlap > names:
        return
    given_out = share(claims(count), NAMES[:names], overlap, seed)

    per_claim = Counter(each.claim_id for each in given_out)
    assert per_claim == Counter(dict.fromkeys(claims(count), overlap))
    assert len({(each.claim_id, each.annotator) for each in given_out}) == count * overlap
    counted = [loads(given_out)[name] for name in NAMES[:names]]
    assert max(counted) - min(counted) <= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(st.integers(0, 12), min_size=1, max_size=5), names=st.integers(2, 5), seed=st.integers(0, 3))
def test_claims_that_come_later_move_nothing_and_loads_stay_within_one(parts, names, seed):
    before: list = []
    start = 0
    for count in parts:
        now = share(claims(start + count), NAMES[:names], 2, seed, before=before)
        assert {each.claim_id for each in now} == set(claims(count, start))
        before += now
        start += count
        counted = [loads(before)[name] for name in NAMES[:names]]
        assert max(counted) - min(counted) <= 1
    for name in NAMES[:names]:
        places = [each.place for each in before if each.annotator == name]
        assert sorted(places) == list(range(len(places)))


def test_the_same_seed_shares_alike_whatever_the_order_of_the_claims_and_another_seed_does_not():
    forth, back = share(claims(40)), share(claims(40)[::-1])

    assert forth == back
    assert forth != share(claims(40), seed=8)


def test_each_annotator_has_an_order_of_their_own_and_it_is_no_order_of_ids():
    given_out = share(claims(30), NAMES[:2])

    orders = [[each.claim_id for each in given_out if each.annotator == name] for name in NAMES[:2]]
    assert set(orders[0]) == set(orders[1]) == set(claims(30))
    assert orders[0] != orders[1]
    assert sorted(orders[0]) not in orders


def test_pairs_are_mixed_so_that_everybody_meets_everybody():
    given_out = share(claims(120), NAMES, 2)

    pairs = Counter()
    for claim_id in claims(120):
        pairs[tuple(sorted(each.annotator for each in given_out if each.claim_id == claim_id))] += 1
    assert set(pairs) == set(combinations(sorted(NAMES), 2))


def test_a_higher_overlap_later_adds_annotators_and_takes_none_away():
    before = share(claims(10), NAMES[:4], 2)

    more = share(claims(10), NAMES[:4], 3, before=before)

    assert Counter(each.claim_id for each in more) == Counter(dict.fromkeys(claims(10), 1))
    assert not {(each.claim_id, each.annotator) for each in more} & {(e.claim_id, e.annotator) for e in before}
    assert share(claims(10), NAMES[:4], 1, before=before) == []


def test_who_judged_a_claim_already_counts_and_is_not_given_it_again():
    judged = {claims(1)[0]: {"ada@x.org"}}

    given_out = share(claims(1), NAMES[:2], 2, judged=judged)

    assert [each.annotator for each in given_out] == ["ben@x.org"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(count=st.integers(1, 40), control=st.sampled_from([0.0, 0.2, 0.5, 1.0]), seed=st.integers(0, 3))
def test_the_control_arm_has_its_share_overall_within_claims_and_for_each_annotator(count, control, seed):
    given_out = share(claims(count), NAMES[:3], 2, seed, control=control)

    hidden = [each for each in given_out if each.arm == "control"]
    assert {each.arm for each in given_out} <= {"shown", "control"}
    assert abs(len(hidden) - control * len(given_out)) <= 1
    for claim_id in claims(count):
        arms = [each.arm for each in given_out if each.claim_id == claim_id]
        if control == 0.5:
            assert sorted(arms) == ["control", "shown"]
        assert abs(arms.count("control") - control * len(arms)) < 1
    for name in NAMES[:3]:
        mine = [each for each in given_out if each.annotator == name]
        assert abs(sum(each.arm == "control" for each in mine) - control * len(mine)) <= 2


def test_without_a_control_nobody_has_an_arm():
    assert {each.arm for each in share(claims(5))} == {None}


def test_what_somebody_leaves_goes_evenly_to_the_others_and_keeps_its_arm():
    before = share(claims(12), NAMES[:4], 2, control=0.5)
    leaving = [each for each in before if each.annotator == "ada@x.org"][2:]

    moves, stuck = hand_on(leaving, NAMES[1:4], seed=7, at=NOON, before=before)

    assert stuck == []
    assert [old for old, _ in sorted(moves, key=lambda move: move[0].place)] == leaving
    had = {(each.claim_id, each.annotator) for each in before}
    for old, new in moves:
        assert (old.claim_id, old.arm) == (new.claim_id, new.arm)
        assert (new.claim_id, new.annotator) not in had
    counts = Counter(new.annotator for _, new in moves)
    assert max(counts.values()) - min(counts[name] for name in NAMES[1:4]) <= 2
    for name in NAMES[1:4]:
        places = [e.place for e in before if e.annotator == name] + [n.place for _, n in moves if n.annotator == name]
        assert len(places) == len(set(places))


def test_what_everybody_named_has_already_stays_with_who_leaves():
    before = share(claims(3), NAMES[:2], 2)
    leaving = [each for each in before if each.annotator == "ada@x.org"]

    moves, stuck = hand_on(leaving, ["ben@x.org"], seed=7, at=NOON, before=before)

    assert moves == []
    assert {each.claim_id for each in stuck} == set(claims(3))


def test_a_claim_handed_on_does_not_come_back_and_is_not_short_of_annotators():
    before = share(claims(1), NAMES[:2], 2)
    ada = next(each for each in before if each.annotator == "ada@x.org")
    moves, _ = hand_on([ada], ["cyd@x.org"], seed=7, at=NOON, before=before)
    now = [each for each in before if each is not ada] + [replace(ada, moved_to="cyd@x.org"), moves[0][1]]

    assert share(claims(1), NAMES[:3], 2, before=now) == []
    assert next(each.annotator for each in share(claims(1), NAMES, 3, before=now)) in {"dan@x.org", "eve@x.org"}


@pytest.mark.parametrize("given_names", [["ada"], ["ada@"], ["@x"], ["a@b@c"], ["a b@c"], [""], ["a@x", "A@X "]])
def test_an_annotator_is_named_once_by_an_address(given_names):
    with pytest.raises(AnnotatorInvalid, match="by the e-mail address of their account"):
        check_annotators(given_names)


def test_more_answers_than_annotators_and_a_share_beyond_one_are_refused():
    with pytest.raises(OverlapImpossible, match="3 answers a claim need 3 annotators, 2 named"):
        share(claims(1), NAMES[:2], 3)
    with pytest.raises(SharingInvalid, match=r"1\.5 is no share"):
        share(claims(1), control=1.5)
