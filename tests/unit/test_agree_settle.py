"""Majority with explicit ties; skips and replaced verdicts do not count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.agree import counted_verdicts, settle
from claimcheck.errors import MethodUnknown
from claimcheck.records import Label, Verdict

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
SERVER = "http://127.0.0.1:8080"


def said(label, who, *, claim="c1", hour=0, annotation=None, server=SERVER, **more):
    at = START + timedelta(hours=hour)
    number = annotation if annotation is not None else hour + 1
    return Verdict(claim, label, who, at, server, 1, 1, number, at, **more)


def test_two_of_three_settle_and_shares_are_thirds():
    (found,) = settle([said(Label.TRUE, "a"), said(Label.TRUE, "b"), said(Label.FALSE, "c")])
    assert (found.label, found.tie, found.n_annotators, found.method) == (Label.TRUE, (), 3, "majority")
    assert found.soft_label == ((Label.TRUE, pytest.approx(2 / 3)), (Label.FALSE, pytest.approx(1 / 3)))


def test_a_plurality_without_half_the_votes_settles():
    labels = [Label.TRUE, Label.TRUE, Label.FALSE, Label.MISLEADING, Label.HALF_TRUE]
    (found,) = settle([said(label, f"p{i}") for i, label in enumerate(labels)])
    assert found.label is Label.TRUE


def test_equal_votes_are_a_tie_in_scale_order_not_the_first_of_the_alphabet():
    (found,) = settle([said(Label.FALSE, "a"), said(Label.MOSTLY_TRUE, "b")])
    assert found.label is None
    assert found.tie == (Label.MOSTLY_TRUE, Label.FALSE)
    assert found.n_annotators == 2


def test_a_skip_neither_counts_nor_breaks_a_tie():
    (found,) = settle([said(Label.TRUE, "a"), said(None, "b"), said(None, "c")])
    assert (found.label, found.n_annotators, found.soft_label) == (Label.TRUE, 1, ((Label.TRUE, 1.0),))


def test_a_claim_with_skips_alone_has_no_consensus():
    assert settle([said(None, "a"), said(None, "b")]) == []
    assert settle([]) == []


def test_the_same_persons_newer_verdict_replaces_the_older_whatever_the_order_given():
    older, newer = said(Label.TRUE, "a", hour=1), said(Label.FALSE, "a", hour=2)
    for given_order in ([older, newer], [newer, older]):
        (found,) = settle(given_order)
        assert (found.label, found.n_annotators) == (Label.FALSE, 1)


def test_a_later_skip_does_not_take_back_a_verdict():
    (found,) = settle([said(Label.TRUE, "a", hour=1), said(None, "a", hour=2)])
    assert found.label is Label.TRUE


def test_the_same_number_on_two_servers_is_two_people_and_the_same_address_is_one():
    there = "http://127.0.0.1:9090"
    (numbers,) = settle([said(Label.TRUE, "1"), said(Label.FALSE, "1", server=there)])
    assert numbers.n_annotators == 2
    (addresses,) = settle([said(Label.TRUE, "a@example.org"), said(Label.FALSE, "a@example.org", server=there, hour=1)])
    assert (addresses.n_annotators, addresses.label) == (1, Label.FALSE)


def test_claims_settle_apart_and_in_claim_order():
    found = settle([said(Label.TRUE, "a", claim="c2"), said(Label.FALSE, "a", claim="c1")])
    assert [(each.claim_id, each.label) for each in found] == [("c1", Label.FALSE), ("c2", Label.TRUE)]


def test_as_of_is_the_latest_among_those_who_gave_the_label():
    days = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    (found,) = settle(
        [
            said(Label.TRUE, "a", as_of=days[0]),
            said(Label.TRUE, "b", as_of=days[1]),
            said(Label.FALSE, "c", as_of=days[2]),
        ]
    )
    assert found.as_of == days[1]
    (undated,) = settle([said(Label.TRUE, "a")])
    assert undated.as_of is None


def test_one_sample_verdict_makes_the_consensus_a_sample_but_a_sample_skip_does_not():
    real = said(Label.TRUE, "a")
    assert settle([real, said(Label.TRUE, "b", sample=True)])[0].sample
    assert not settle([real, said(None, "b", sample=True)])[0].sample


def test_moments_with_and_without_a_zone_compare():
    naive = Verdict("c1", Label.TRUE, "a", datetime(2026, 3, 1, 8), SERVER, 1, 1, 9, datetime(2026, 3, 1, 8))
    (found,) = settle([naive, said(Label.FALSE, "a")])
    assert found.label is Label.FALSE


def test_an_unknown_method_is_named_with_what_there_is():
    with pytest.raises(MethodUnknown, match="'median' is no way to settle verdicts: use majority"):
        settle([], method="median")


LABELS = st.one_of(st.none(), st.sampled_from(list(Label)))
VERDICTS = st.lists(
    st.builds(
        lambda label, who, claim, hour, annotation: said(label, who, claim=claim, hour=hour, annotation=annotation),
        LABELS,
        st.sampled_from("abc"),
        st.sampled_from(["c1", "c2"]),
        st.integers(0, 5),
        st.integers(1, 10**6),
    ),
    max_size=12,
    unique_by=lambda verdict: verdict.annotation_id,
)


@settings(deadline=None)
@given(VERDICTS, st.randoms(use_true_random=False))
def test_settling_does_not_depend_on_order_and_shares_sum_to_one(verdicts, random):
    found = settle(verdicts)
    shuffled = list(verdicts)
    random.shuffle(shuffled)
    assert settle(shuffled) == found
    for each in found:
        assert sum(share for _, share in each.soft_label) == pytest.approx(1)
        shares = dict(each.soft_label)
        top = {label for label, share in shares.items() if share == max(shares.values())}
        assert top == ({each.label} if each.label else set(each.tie))
        assert (each.label is None) == (len(each.tie) >= 2)
        assert each.n_annotators == len(
            {verdict.annotator for verdict in verdicts if verdict.claim_id == each.claim_id and verdict.label}
        )


@settings(deadline=None)
@given(VERDICTS)
def test_at_most_one_verdict_a_person_and_claim_counts(verdicts):
    counted = counted_verdicts(verdicts)
    keys = [(each.claim_id, each.annotator) for each in counted]
    assert len(set(keys)) == len(keys)
    assert all(each.label is not None for each in counted)
