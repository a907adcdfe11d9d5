"""``export --split`` from the command line, with the bundled encoder, down to the rows of the file."""

import json
from collections import defaultdict

import pytest

from claimcheck.records import ClaimReview, Label, Relation, ShownCheck
from tests.unit.judged_desk import A, B, judged_desk

SHOWN = (ShownCheck("r1", 1, 0.9, 0.8, Relation.SAME),)


@pytest.fixture
def desk(tmp_path):
    """Sixty claims, two an article; the first claims of the first four articles were shown one past check."""
    with judged_desk(tmp_path / "claimcheck-workspace", 60, each=2) as opened:
        opened.store.put_reviews([ClaimReview("r1", "Anything.", "Anyone", rating=Label.FALSE)])
        for claim in range(60):
            label = Label.TRUE if claim // 2 % 3 else Label.FALSE
            shown = SHOWN if claim in (0, 2, 4, 6) else ()
            opened.says(A, claim, label, shown=shown, confidence=3)
            opened.says(B, claim, Label.HALF_TRUE if claim % 20 == 0 else label, shown=shown)
        yield opened


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_rows_carry_sides_that_share_no_article_and_no_past_check(desk, claimcheck, tmp_path):
    run = claimcheck("export", "v.jsonl", "--split", "60/40")
    assert run.code == 0, run.said
    rows = rows_of(tmp_path / "v.jsonl")
    sides = defaultdict(set)
    for row in rows:
        sides["article", row["article_id"]].add(row["split"])
        for check in row["past_checks"]:
            sides["check", check["review_id"]].add(row["split"])
    assert len(rows) == 60
    assert {row["split"] for row in rows} == {"train", "test"}
    assert all(len(each) == 1 for each in sides.values())
    assert sum(row["split"] == "train" for row in rows) == pytest.approx(36, abs=4)
    assert "on two sides: 0 articles, 0 past checks, 0 near-duplicates" in run.said
    assert "closest across sides: 0." in run.said


def test_the_same_seed_gives_the_same_bytes_and_another_another_split(desk, claimcheck, tmp_path):
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        assert claimcheck("export", f"{name}.jsonl", "--split", "60/40", "--seed", str(seed)).code == 0
    one, same, other = ((tmp_path / f"{name}.jsonl").read_bytes() for name in ("one", "same", "other"))
    assert one == same != other


def test_in_time_all_training_is_older_than_all_testing(desk, claimcheck, tmp_path):
    run = claimcheck("export", "v.jsonl", "--split", "70/30", "--temporal")
    assert run.code == 0, run.said
    days = defaultdict(list)
    for row in rows_of(tmp_path / "v.jsonl"):
        days[row["split"]].append(row["published"])
    assert max(days["train"]) < min(days["test"])
    assert f"in time: test from {min(days['test'])}" in run.said


@pytest.mark.parametrize(
    ("shares", "line"),
    [
        ("80/30", "'80/30' is no split: give train/dev/test or train/test in percent, such as 80/10/10 or 80/20"),
        ("98/1/1", "no such split: nothing is left for "),
    ],
)
def test_what_cannot_be_split_writes_nothing(desk, claimcheck, tmp_path, shares, line):
    if shares == "98/1/1":  # all of one past check: one group
        for claim in range(60):
            desk.says("cem@example.org", claim, Label.TRUE, shown=SHOWN)
    run = claimcheck("export", "v.jsonl", "--split", shares)
    assert run.code == 1
    assert line in run.said
    assert not (tmp_path / "v.jsonl").exists()


def test_an_export_names_the_method_that_the_desk_settles_by(desk, claimcheck, tmp_path):
    desk.says("eve@example.org", 20, Label.FALSE, adjudicated=True)
    desk.store.close()
    assert claimcheck("settle", "--method", "weighted").code == 0
    assert claimcheck("export", "v.jsonl").code == 0
    rows = {row["claim_id"]: row for row in rows_of(tmp_path / "v.jsonl")}
    decided = rows[desk.claims[20].id]
    assert (decided["method"], decided["label"], decided["n_annotators"]) == ("adjudicated", "FALSE", 2)
    assert [each["share"] for each in decided["soft_label"]] == [0.5, 0.5]
    assert [each["adjudicated"] for each in decided["annotations"]].count(True) == 1
    assert {row["method"] for row in rows.values()} == {"weighted", "adjudicated"}
