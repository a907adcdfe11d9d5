"""``agreement`` and ``settle`` on a workspace: what counts, what is said where there is nothing to measure, plots."""

import json
from dataclasses import replace

import pytest

from claimcheck.dataset import pseudonym
from claimcheck.errors import ExtraMissing, MethodUnknown
from claimcheck.flows.agreement import find_agreement, find_arms
from claimcheck.flows.settle import find_consensuses, settle_verdicts
from claimcheck.records import ClaimReview, Label, Relation, ShownCheck
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.unit.judged_desk import A, B, C, judged_desk

T, F, H, M = Label.TRUE, Label.FALSE, Label.HALF_TRUE, Label.MISLEADING
SCHEME = read_scheme()


@pytest.fixture
def desk(tmp_path):
    with judged_desk(tmp_path / "claimcheck-workspace", 40) as opened:
        yield opened


def varied(desk):
    """Three annotators on 40 claims: A and B always agree, C on every other claim."""
    desk.all_say([(label, label, label if n % 2 else M) for n, label in enumerate([T, F, H, T] * 10)])


def measured(desk, **more):
    return find_agreement(desk.store, SCHEME, **more)


def test_figures_come_by_language_kind_and_outlet_and_for_each_pair(desk):
    varied(desk)
    found = measured(desk)
    assert (found.why, found.claims, found.answers) == (None, 40, 120)
    assert {what: sorted(groups) for what, groups in found.groups.items()} == {
        "language": ["de", "en"],
        "kind": ["event", "quantity"],
        "outlet": ["Beispielblatt", "Example Post"],
    }
    assert found.groups["language"]["de"].alpha.claims == 20
    # C differs on even claims, which are all of kind quantity: there a pair of three agrees, elsewhere all three
    assert found.groups["kind"]["event"].percent.value == 1.0
    assert found.groups["kind"]["quantity"].percent.value == pytest.approx(1 / 3)
    assert {each.people: each.percent.value for each in found.pairs} == {(A, B): 1.0, (A, C): 0.5, (B, C): 0.5}
    assert found.confusion == {(T, T): 40, (F, F): 30, (H, H): 10, (T, M): 20, (H, M): 20}


def test_articles_can_be_groups_too(desk):
    varied(desk)
    found = measured(desk, by=["article"])
    assert list(found.groups) == ["article"]
    assert [each.alpha.claims for each in found.groups["article"].values()] == [10, 10, 10, 10]


def test_adjudicated_sample_skipped_dropped_and_replaced_verdicts_do_not_count(desk):
    varied(desk)
    before = measured(desk)
    desk.says(A, 0, F, adjudicated=True)
    desk.says(B, 1, T, sample=True)
    desk.says("dom@example.org", 2, None)
    desk.says(A, 3, T)  # as before
    assert measured(desk).overall == before.overall
    assert measured(desk).not_counted == {
        "adjudicated verdicts": 1,
        "sample verdicts": 1,
        "skips": 1,
        "verdicts replaced by the same annotator's newer one": 1,
    }
    desk.store.drop_claim(desk.claims[0].id, "desk")
    after = measured(desk)
    assert after.overall.alpha.claims == 39
    assert after.not_counted["verdicts on dropped claims"] == 4  # three blind ones and the adjudicated


def test_verdicts_on_a_superseded_claim_count_for_what_was_judged(desk):
    varied(desk)
    article = desk.store.article(desk.claims[0].article_id)
    desk.store.record_split(article, [])
    assert measured(desk).overall.alpha.claims == 40


def test_a_label_outside_the_scheme_does_not_count_and_is_told(desk):
    varied(desk)
    narrow = replace(SCHEME, choices=tuple(each for each in SCHEME.choices if each.label is not M))
    found = find_agreement(desk.store, narrow)
    assert found.not_counted == {"verdicts with a label outside the scheme": 20}
    assert found.overall.percent.value == 1.0


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ([], "no verdicts to compare: claimcheck pull, or --samples"),
        ([(A, 0, None), (B, 0, None)], "all 2 answers are skips: there is no verdict to compare"),
        (
            [(A, 0, T), (A, 1, F)],
            "all 2 verdicts are one annotator's: agreement takes a second (claimcheck assign --overlap 2)",
        ),
        (
            [(A, 0, T), (B, 1, T)],
            "2 annotators judged 2 claims, none of them in common: there is no agreement to measure "
            "(claimcheck assign --overlap 2)",
        ),
    ],
)
def test_without_overlap_a_line_stands_in_for_every_number(desk, claimcheck, given, line):
    for who, claim, label in given:
        desk.says(who, claim, label)
    found = measured(desk)
    assert (found.why, found.overall, found.labels, found.groups, found.pairs, found.confusion) == (
        line,
        None,
        (),
        {},
        (),
        {},
    )
    run = claimcheck("agreement", "--format", "table", "--plot", "a.svg")
    assert run.code == 0
    assert line in run.said.splitlines()
    assert "nothing to draw: a.svg was not written" in run.said
    for part in ("α", "κ", "%", "0.", "1."):
        assert part not in run.out.replace("α without", "").replace("example.org", "")
    (all_record, *_) = claimcheck("agreement", "--format", "jsonl").records
    assert (all_record["value"], all_record["why"]) == (None, line)


def test_all_the_same_label_has_percent_and_no_coefficient(desk, claimcheck):
    desk.all_say([(T, T, None)] * 12)
    found = measured(desk).overall
    assert (found.percent.value, found.alpha.value, found.fleiss.value) == (1.0, None, None)
    assert "all answers are the same label" in claimcheck("agreement", "--format", "table").out.replace("\n", " ")


def test_blindness_is_said_to_be_by_arrangement_and_shared_projects_not_to_be_blind(desk):
    varied(desk)
    (line,) = measured(desk).remarks
    assert line.startswith("blind by arrangement only: on Label Studio's Community edition everyone who can log in")
    desk.says("1", 5, T, project=7)
    desk.says("2", 5, T, project=7)
    assert measured(desk).remarks[0].startswith("1 claim was judged by several annotators in one project")


def test_one_studio_each_is_not_said_to_be_by_arrangement(desk):
    for number, who in enumerate((A, B)):
        for claim in range(12):
            desk.says(who, claim, T if claim % 2 else F, server=f"http://127.0.0.1:{9000 + number}", project=1)
    assert measured(desk).remarks == ()


def test_numbers_on_two_servers_are_different_people_and_that_is_said(desk):
    for port in (9000, 9001):
        for claim in range(3):
            desk.says("1", claim, T if claim else F, server=f"http://127.0.0.1:{port}", project=1)
    found = measured(desk)
    assert any("known by number on 2 servers count as different people" in line for line in found.remarks)
    assert found.pairs[0].people == ("http://127.0.0.1:9000#1", "http://127.0.0.1:9001#1")


def test_pseudonyms_are_those_of_exports(desk):
    varied(desk)
    key = desk.store.pseudonym_key()
    found = measured(desk, pseudonyms=True)
    assert {row.figures.person for row in found.people} == {pseudonym(who, key) for who in (A, B, C)}


def test_samples_are_measured_alone(desk):
    varied(desk)
    desk.all_say([(T, F, None)] * 3, people=("s1@example.org", "s2@example.org"), sample=True)
    desk.says("s1@example.org", 39, T, sample=True)
    assert measured(desk, samples=True).why == "no verdicts to compare: claimcheck pull"  # real verdicts on each


def test_a_desk_with_samples_alone_measures_them_when_asked_to_and_says_how(desk, claimcheck):
    desk.all_say([(T, T if n % 3 else F) for n in range(12)], people=("s1@example.org", "s2@example.org"), sample=True)
    assert measured(desk).why == "no verdicts to compare: claimcheck pull, or --samples"
    assert measured(desk, samples=True).overall.percent.value == pytest.approx(8 / 12)
    assert "percent agreement" in claimcheck("agreement", "--samples", "--format", "table").out


def test_the_seed_moves_intervals_and_nothing_else(desk):
    varied(desk)
    one, same, other = (measured(desk, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one.overall.alpha.value == other.overall.alpha.value
    assert one.overall.alpha.low != other.overall.alpha.low


# --- the command


def test_the_tables_show_every_part(desk, claimcheck):
    varied(desk)
    run = claimcheck("agreement", "--format", "table")
    assert run.code == 0
    for part in (
        "Krippendorff's α, ordinal",
        "Fleiss' κ",
        "HALF_TRUE",
        "Beispielblatt",
        f"{A} / {B}",
        "Cohen's κ",
        "pairs of answers",
    ):
        assert part in run.out
    assert "20 answers are off the scale: the ordinal α leaves them out" in run.said
    assert "blind by arrangement only" in run.said


def test_answers_off_the_scale_are_counted_beside_lines_too(desk, claimcheck):
    varied(desk)
    assert "20 answers are off the scale" in claimcheck("agreement", "--format", "jsonl").said


def test_lines_hold_the_same_figures_as_the_flow(desk, claimcheck):
    varied(desk)
    found = measured(desk).overall
    records = claimcheck("agreement", "--format", "jsonl").records
    whole = {each["measure"]: each["value"] for each in records if each["of"] == "all"}
    assert whole == {
        "alpha": found.alpha.value,
        "ordinal": found.ordinal.value,
        "fleiss": found.fleiss.value,
        "percent": found.percent.value,
    }
    assert {each["of"] for each in records} == {
        "all",
        "label",
        "language",
        "kind",
        "outlet",
        "pair",
        "annotator",
        "confusion",
    }


def test_plots_are_drawn_as_svg_and_png_the_same_each_time(desk, claimcheck, tmp_path):
    pytest.importorskip("matplotlib")
    varied(desk)
    for name in ("a.svg", "b.svg", "a.png", "b.png"):
        assert claimcheck("agreement", "--format", "table", "--plot", name).code == 0
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert svg == (tmp_path / "b.svg").read_text(encoding="utf-8")
    for part in ("α, nominal", "percent agreement", "MISLEADING", "Pairs of answers to one claim"):
        assert part in svg
    png = (tmp_path / "a.png").read_bytes()
    assert png == (tmp_path / "b.png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") > 1_000  # pixels wide
    (tmp_path / "a.svg").write_text("mine")
    again = claimcheck("agreement", "--plot", "a.svg")
    assert (again.code, (tmp_path / "a.svg").read_text()) == (1, "mine")
    assert "a.svg is there already: name another place, or replace it with --force" in again.said
    assert claimcheck("agreement", "--plot", "a.svg", "--force").code == 0
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == svg


@pytest.mark.parametrize(
    ("options", "code", "line"),
    [
        (["--plot", "a.pdf"], 1, "a.pdf does not say a form that is drawn: end its name with .svg or .png"),
        (["--by", "topic"], 2, "claims cannot be grouped by 'topic': use language, kind, outlet, article"),
        (["--plot", "a.svg", "--anchoring"], 2, "--plot draws agreement: leave out --anchoring"),
    ],
)
def test_wrong_options_are_refused_in_words(desk, claimcheck, options, code, line):
    run = claimcheck("agreement", *options)
    assert run.code == code
    assert line in " ".join(run.said.replace("│", " ").split())


def test_where_there_is_nothing_to_compare_nothing_is_printed_beside_the_line_that_says_so(desk, claimcheck):
    run = claimcheck("agreement", "--format", "table")
    assert (run.code, run.out) == (0, "")
    assert run.said == "no verdicts to compare: claimcheck pull, or --samples\n"
    desk.says(A, 0, T)
    assert claimcheck("agreement", "--format", "table").out.startswith("annotator ")


def test_a_skip_that_is_not_counted_is_one_skip(desk, claimcheck):
    varied(desk)
    desk.says(A, 0, None)
    assert "not counted: 1 skip\n" in claimcheck("agreement", "--format", "table").said


def test_without_matplotlib_one_line_says_what_to_install(desk, claimcheck, monkeypatch):
    varied(desk)
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    run = claimcheck("agreement", "--format", "table", "--plot", "a.svg")
    assert run.code == 1
    assert "is not installed: pip install 'claimcheck[plots]'" in run.said


# --- anchoring


def arms(desk, shown: Label, hidden: Label, claims: int = 40, **more):
    desk.store.put_reviews([ClaimReview("r1", "Anything.", "Anyone", rating=F)])
    check = (ShownCheck("r2", 2, 0.4, None, Relation.RELATED), ShownCheck("r1", 1, 0.9, None, Relation.SAME))
    for claim in range(claims):
        desk.says(A, claim, shown, arm="shown", shown=check, **more)
        desk.says(B, claim, hidden, arm="control", **more)


def test_those_who_saw_the_past_check_are_held_against_its_rating_and_the_others(desk, claimcheck):
    arms(desk, F, H)
    found = find_arms(desk.store, SCHEME)
    share, steps, place = found.shifts
    assert (share.shown, share.hidden, share.difference.value) == (1.0, 0.0, 1.0)
    assert (steps.shown, steps.hidden, place.difference.value) == (0.0, 2.0, 2.0)
    run = claimcheck("agreement", "--anchoring", "--format", "table")
    assert "share with the first past check's rating" in run.out
    assert "+1.00" in run.out
    assert "40 claims were judged both with past checks shown and hidden" in run.said
    (record,) = claimcheck("agreement", "--anchoring", "--format", "jsonl").records
    assert record["shifts"][0]["difference"] == 1.0


def test_without_a_control_or_with_a_small_one_there_are_no_figures(desk, claimcheck):
    varied(desk)
    assert "no figures: no verdict was given with past checks hidden" in claimcheck("agreement", "--anchoring").said
    arms(desk, F, H, claims=5)
    run = claimcheck("agreement", "--anchoring", "--format", "table")
    assert "no figures: 5 claims with past checks were judged both with them shown and hidden: it takes 30" in run.said
    assert run.out == ""


def test_claims_that_showed_no_past_check_and_adjudicated_verdicts_are_not_compared(desk):
    for claim in range(35):
        desk.says(A, claim, T, arm="shown")
        desk.says(B, claim, F, arm="control")
    assert find_arms(desk.store, SCHEME).claims == 0
    arms(desk, F, F, adjudicated=True)
    assert find_arms(desk.store, SCHEME).answers == {"shown": 0, "control": 0}


# --- settle


def test_settling_remembers_its_method_for_what_comes_after(desk, claimcheck):
    desk.says(A, 0, F, confidence=5)
    desk.says(A, 1, T, confidence=1)
    for who in (B, C):
        desk.says(who, 0, T, confidence=1)
        desk.says(who, 1, T, confidence=5)
    assert find_consensuses(desk.store, SCHEME).consensuses[0].method == "majority"
    settle_verdicts(desk.store, SCHEME, method="weighted")
    again = {each.claim_id: each for each in find_consensuses(desk.store, SCHEME).consensuses}
    one = again[desk.claims[0].id]
    assert (one.label, one.method) == (F, "weighted")
    assert {each.claim_id: each for each in desk.store.consensuses(samples=False)} == again
    alone = find_consensuses(desk.store, SCHEME, claim_ids=[desk.claims[0].id])
    assert alone.consensuses == (one,)  # the other claim still says how sure each person usually is
    assert {each.claim_id for each in alone.counted} == {desk.claims[0].id}


def test_settle_says_how_each_claim_was_settled(desk, claimcheck, tmp_path):
    varied(desk)
    desk.says("dom@example.org", 0, F, adjudicated=True)
    desk.store.close()
    run = claimcheck("settle", "--method", "dawid-skene", "--format", "table")
    assert run.code == 0
    assert "40 claims judged (1 adjudicated, 39 dawid-skene), 0 of them tied" in run.said
    assert "adjudicated" in run.out
    methods = {each["method"] for each in claimcheck("settle", "--format", "jsonl").records}
    assert methods == {"adjudicated", "dawid-skene"}
    assert "by votes" not in run.said


def test_settle_says_why_dawid_skene_had_too_little(desk, claimcheck):
    desk.all_say([(T, F, None), (T, T, None)])
    desk.store.close()
    run = claimcheck("settle", "--method", "dawid-skene", "--format", "table")
    assert "2 claims judged (2 majority), 1 of them tied" in run.said
    assert "settled by votes: Dawid–Skene needs 3 annotators with 10 answers each on claims that others" in run.said


def test_settle_of_skips_alone_says_so(desk, claimcheck):
    desk.says(A, 0, None)
    desk.store.close()
    run = claimcheck("settle", "--format", "table")
    assert "the only answer is a skip: there is no verdict to settle" in run.said


def test_an_unknown_or_uninstalled_method_leaves_what_was_settled(desk, monkeypatch):
    varied(desk)
    before = settle_verdicts(desk.store, SCHEME).consensuses
    with pytest.raises(MethodUnknown, match="use majority or weighted or dawid-skene"):
        settle_verdicts(desk.store, SCHEME, method="median")
    monkeypatch.setitem(__import__("sys").modules, "crowdkit.aggregation.classification.dawid_skene", None)
    with pytest.raises(ExtraMissing):
        settle_verdicts(desk.store, SCHEME, method="dawid-skene")
    assert desk.store.consensuses(samples=False) == list(before)
    assert desk.store.settle_method() == "majority"


def test_scores_survive_the_store_and_the_line(desk, claimcheck, tmp_path):
    desk.says(A, 0, T, confidence=4)
    settle_verdicts(desk.store, SCHEME, method="weighted")
    (kept,) = desk.store.consensuses(samples=False)
    assert kept.scores == ((T, 1.0),)
    desk.store.close()
    (record,) = claimcheck("settle", "--format", "jsonl").records
    assert json.dumps(record["scores"]) == '{"TRUE": 1.0}'
    with Store.open(tmp_path / "claimcheck-workspace", create=False, write=False) as reader:
        assert reader.settle_method() == "weighted"
