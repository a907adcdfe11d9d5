"""Splits that keep an article, a past check and near-duplicates on one side; and a report that recounts."""

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dataset import SplitItem, binds, parse_shares, split_items
from claimcheck.duplicates import link_near, nearest_across
from claimcheck.errors import SplitImpossible, SplitInvalid
from claimcheck.flows.splits import SplitWish, split_claims, tell_split
from tests.fakes import HashingEncoder

DAY = date(2026, 1, 1)
THREE = parse_shares("80/10/10")


def an_item(number: int, *, article=None, label="TRUE", language="en", checks=(), day=None) -> SplitItem:
    return SplitItem(f"c{number:04}", article or f"a{number:04}", label, language, tuple(checks), day=day)


def test_shares_are_read_in_percent_or_as_fractions():
    assert parse_shares("70/20/10") == {"train": 0.7, "dev": 0.2, "test": 0.1}
    assert parse_shares("0.8/0.2") == {"train": 0.8, "test": 0.2}


@pytest.mark.parametrize("text", ["80", "80/10", "80/10/5/5", "80/30", "100/0", "a/b", "", "-10/110", "nan/nan"])
def test_other_shares_are_refused_in_one_line_with_an_example(text):
    with pytest.raises(SplitInvalid, match="such as 80/10/10"):
        parse_shares(text)


def test_sizes_are_as_asked_to_a_claim_where_nothing_is_joined():
    split = split_items([an_item(n) for n in range(1_000)], THREE)
    assert split.report.sizes == {"train": 800, "dev": 100, "test": 100}
    assert (split.report.groups, split.report.largest) == (1_000, 1)


def test_labels_and_languages_have_the_same_shares_on_every_side():
    items = [
        an_item(n, label="FALSE" if n % 10 < 3 else "TRUE", language="de" if n % 4 == 0 else "en") for n in range(400)
    ]
    report = split_items(items, parse_shares("50/25/25")).report
    # 120 of 400 are FALSE, 100 of 400 German
    assert [report.labels[side]["FALSE"] for side in report.sizes] == pytest.approx([60, 30, 30], abs=1)
    assert [report.languages[side]["de"] for side in report.sizes] == pytest.approx([50, 25, 25], abs=1)


def test_a_seed_gives_the_same_split_in_any_order_and_another_seed_another():
    items = [an_item(n, article=f"a{n // 3}") for n in range(90)]
    one = split_items(items, THREE, seed=1)
    assert dict(split_items(items[::-1], THREE, seed=1).sides) == dict(one.sides)
    assert dict(split_items(items, THREE, seed=2).sides) != dict(one.sides)


def test_bonds_reach_on_from_claim_to_claim():
    items = [
        an_item(0, article="x", checks=["r1"]),
        an_item(1, article="x", checks=["r2"]),
        an_item(2, checks=["r2"]),
        an_item(3),
        *(an_item(n) for n in range(4, 40)),
    ]
    split = split_items(items, parse_shares("50/50"), near=[(2, 3, 0.93)])
    assert len({split.sides[f"c{n:04}"] for n in range(4)}) == 1
    assert (split.report.largest, split.report.joined) == (4, {"article": 1, "past check": 1, "near-duplicate": 1})


@given(
    st.lists(
        st.tuples(
            st.integers(0, 8), st.lists(st.integers(0, 12), max_size=2), st.sampled_from(["TRUE", "FALSE", None])
        ),
        min_size=12,
        max_size=40,
    ),
    st.integers(0, 5),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_nothing_that_belongs_together_is_on_two_sides(rows, seed, temporal):
    items = [
        an_item(n, article=f"a{article}", checks=[f"r{check}" for check in checks], label=label, day=DAY + timedelta(n))
        for n, (article, checks, label) in enumerate(rows)
    ]
    near = [(n, n + 1, 0.9) for n in range(0, len(items) - 1, 7)]
    try:
        split = split_items(items, parse_shares("60/40"), near=near, seed=seed, temporal=temporal)
    except SplitImpossible:
        return
    side = {each.claim_id: split.sides[each.claim_id] for each in items}
    for one in items:
        for other in items:
            if side[one.claim_id] and side[other.claim_id] and side[one.claim_id] != side[other.claim_id]:
                assert one.article_id != other.article_id
                assert not set(one.checks) & set(other.checks)
                if temporal:
                    early, late = sorted((one, other), key=lambda each: side[each.claim_id] == "test")
                    assert early.day < late.day
    for one, other, _ in near:
        assert len({side[items[one].claim_id], side[items[other].claim_id]} - {None}) < 2
    assert (split.report.shared_articles, split.report.shared_checks, split.report.near_duplicates) == (0, 0, 0)
    assert sum(split.report.sizes.values()) + sum(split.report.left_out.values()) == len(items)
    assert None not in side.values() or temporal


def test_in_time_training_ends_before_testing_begins_and_days_are_not_cut():
    items = [an_item(n, day=DAY + timedelta(days=n // 10)) for n in range(100)]  # ten days of ten claims
    split = split_items(items, THREE, temporal=True)
    assert split.report.cuts == (DAY + timedelta(8), DAY + timedelta(9))
    assert split.report.sizes == {"train": 80, "dev": 10, "test": 10}
    assert split.report.seed is None
    assert {split.sides[f"c{n:04}"] for n in range(80)} == {"train"}


def test_of_a_group_across_the_cut_only_the_larger_part_stays_and_the_rest_is_counted():
    items = [an_item(n, day=DAY + timedelta(days=n)) for n in range(20)]
    items += [
        an_item(20, article="a0001", day=DAY + timedelta(19)),
        an_item(21, article="a0001", day=DAY + timedelta(18)),
    ]
    items.append(an_item(22))
    split = split_items(items, parse_shares("80/20"), temporal=True)
    assert (split.sides["c0001"], split.sides["c0020"], split.sides["c0021"]) == (None, "test", "test")
    assert split.sides["c0022"] is None
    assert split.report.straddling == 1
    assert split.report.left_out == {"claims of groups that straddle a cut": 1, "claims without a date": 1}


def test_what_cannot_be_split_is_said_in_one_line():
    with pytest.raises(SplitImpossible, match="there are 2 claims for 3 sides: annotate more"):
        split_items([an_item(0), an_item(1)], THREE)
    with pytest.raises(SplitImpossible, match="nothing is left for test: the 9 claims make 1 groups, the largest of 9"):
        split_items([an_item(n, article="one") for n in range(9)], parse_shares("80/20"))
    with pytest.raises(SplitImpossible, match="claim c0001 is there twice: take one row a claim, also where exports"):
        split_items([an_item(0), an_item(1), an_item(1)], parse_shares("80/20"))
    with pytest.raises(SplitImpossible, match=r"of 1 days, 3 sides in time need one each: .* without --temporal"):
        split_items([an_item(n, day=DAY) for n in range(9)], THREE, temporal=True)


def test_what_annotators_or_the_words_call_one_matter_binds_and_a_mere_lead_does_not_but_is_counted():
    binding = {"same": 0, "related": 0, "unrelated": 0, "relation": None}
    assert binds(**binding | {"same": 1, "unrelated": 3})
    assert binds(**binding | {"related": 1, "relation": "related"})
    assert binds(**binding | {"relation": "contradicts"})
    assert not binds(**binding | {"unrelated": 2, "relation": "same"})
    assert not binds(**binding | {"relation": "related"})
    assert not binds(**binding)
    items = [SplitItem(f"c{n:04}", f"a{n}", "TRUE", "en", leads=("r1",)) for n in range(20)]
    report = split_items(items, parse_shares("50/50")).report
    assert (report.largest, report.shared_checks, report.shared_leads) == (1, 0, 1)


# --- near-duplicates


def unit_rows(count: int, width: int) -> np.ndarray:
    rows = np.random.default_rng(7).standard_normal((count, width)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_links_join_exactly_what_all_pairs_at_the_threshold_join():
    rows = unit_rows(300, 6)
    cosines = rows @ rows.T
    component = list(range(300))  # by brute force: the smallest row reachable
    for _ in range(40):
        component = [min(component[j] for j in np.flatnonzero(cosines[i] >= 0.97)) for i in range(300)]
    links = link_near(rows, 0.97)
    groups = {n: n for n in range(300)}
    for one, other, cosine in links:
        assert cosine == pytest.approx(cosines[one, other], abs=1e-6)
        low, high = sorted((groups[one], groups[other]))
        groups = {n: low if group == high else group for n, group in groups.items()}
    assert list(groups.values()) == component
    assert len(links) == 300 - len(set(component))


def test_the_nearest_pair_across_is_a_brute_force_scans():
    rows = unit_rows(120, 8)
    sides = [n % 4 - 1 for n in range(120)]  # a quarter on no side
    expected = max(
        (float(rows[i] @ rows[j]), -i, -j)
        for i in range(120)
        for j in range(i + 1, 120)
        if sides[i] >= 0 and sides[j] >= 0 and sides[i] != sides[j]
    )
    assert nearest_across(rows, sides) == (-expected[1], -expected[2], pytest.approx(expected[0], abs=1e-6))
    assert nearest_across(rows, [0] * 120) is None


def test_claims_in_nearly_the_same_words_stay_together_and_the_closest_pair_across_is_named():
    texts = [f"The council of town {n} closed its {n} schools in {1900 + n} after a vote." for n in range(60)]
    texts += [
        "Gold is heavier than lead, says the museum of metals.",
        "Gold is heavier than lead – says the museum of METALS!",
    ]
    texts.append("Gold is heavier than lead, says the old museum of metals.")
    items = [an_item(n, language="en") for n in range(len(texts))]
    encoder = HashingEncoder()
    split = split_claims(items, texts, SplitWish(parse_shares("50/50"), least=0.85), encoder)
    vectors = encoder.encode(texts, kind="document")
    sides = [split.sides[item.claim_id] for item in items]
    across = max(float(vectors[i] @ vectors[j]) for i in range(63) for j in range(63) if sides[i] != sides[j])
    assert len(set(sides[60:])) == 1
    assert across < 0.85
    nearest = split.report.nearest
    assert nearest is not None
    assert nearest.similarity == pytest.approx(across, abs=1e-5)
    assert nearest.sides[0] != nearest.sides[1]
    assert (
        dict(zip(nearest.claims, nearest.texts, strict=True)).items()
        <= {item.claim_id: text for item, text in zip(items, texts, strict=True)}.items()
    )
    lines = tell_split(split)
    assert lines[0].startswith("split: train ")
    assert "on two sides: 0 articles, 0 past checks, 0 near-duplicates" in lines
    assert lines[-1].startswith(f"closest across sides: {across:.2f} (together from 0.85): ")


def test_a_language_the_encoder_does_not_know_is_compared_by_words_alone_and_counted():
    items = [an_item(n, language="xx") for n in range(20)]
    texts = [f"unique words {n}" for n in range(18)] + ["twin words", "Twin, words"]
    split = split_claims(items, texts, SplitWish(parse_shares("50/50")), HashingEncoder(languages=("en",)))
    assert split.sides["c0018"] == split.sides["c0019"]
    assert split.report.by_words_alone == 20
    assert split.report.nearest is None
    assert Counter(split.sides.values()) == {"train": 10, "test": 10}
