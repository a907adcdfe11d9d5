"""What the probabilities of small collections are fitted on, and how: collections cut by hand, lines found again."""

import gzip
import json

import numpy as np
import pytest
from fakes import HashingEncoder

from claimcheck.errors import BenchFileMissing
from claimcheck.flows import fit_cuts
from claimcheck.flows.fit_cuts import NEWS_FILE, PAIR_FILES, Cut, collect_cuts
from claimcheck.flows.fit_lists import COLLECTIONS, digests_of, half_of
from claimcheck.flows.fit_smaller import figures_by_size, fit_smaller
from claimcheck.match.features import FEATURES
from claimcheck.match.fitting import fit_added
from claimcheck.match.ranker import Calibration, Line, smallness

WORDS = ("bridge", "mayor", "river", "school", "tower", "rent", "train", "harbour", "forest", "museum")


def packed(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode()))


@pytest.fixture
def data(tmp_path):
    for name in COLLECTIONS:
        language = {"lang": "de"} if "multi" in name else {}
        texts = [f"The {WORDS[n % 10]} of town {n} cost {n * 7} euros {name}" for n in range(60)]
        asked = [{"id": f"q{n}", "text": f"{texts[n]} they say", "split": "train", **language} for n in range(40)]
        asked.append({"id": "dev", "text": f"{texts[50]} or not", "split": "dev", **language})
        folder = tmp_path / "retrieval" / name
        docs = [{"id": f"d{n}", "text": text, "title": f"Did {text}?", **language} for n, text in enumerate(texts)]
        packed(folder / "docs.jsonl.gz", map(json.dumps, docs))
        packed(folder / "queries.jsonl.gz", map(json.dumps, asked))
        packed(folder / "qrels.tsv.gz", [*(f"q{n}\td{n}" for n in range(40)), "dev\td50"])
    for place, file in enumerate(PAIR_FILES):
        pairs = [f"{WORDS[n % 10]} {n} opened {place},{WORDS[n % 10]} {n} open {place},{n % 6}" for n in range(2_060)]
        packed(tmp_path / file, pairs)
    packed(tmp_path / NEWS_FILE, [f"wmt_newstest<=2018\tSatz {n}\tsentence {n}" for n in range(30)] + ["other\tx\ty"])
    return tmp_path


def test_the_cuts_are_small_and_every_sort_says_what_is_right_in_it(data, monkeypatch):
    for name, count in (("_SIZES", 1), ("_TINY", 1), ("_CUTS_OF_PAIRS", 3)):
        monkeypatch.setattr(fit_cuts, name, count)

    cuts = collect_cuts(data, HashingEncoder(64))

    assert {each.sort for each in cuts} == {"there", "gone", "foreign", "alike", "same"}
    assert {each.name for each in cuts} == {*COLLECTIONS, "pairs"}
    assert all(each.right.any() == (each.sort in ("there", "same")) for each in cuts)
    assert max(each.documents for each in cuts) <= 60
    assert not [each.key for each in cuts if "or not" in each.key]  # what a development split asks


def test_what_is_cut_is_the_same_each_time(data):
    news = fit_cuts._news(data)
    once, again = ([each.asked for each in fit_cuts._cut_pairs(data, news)] for _ in range(2))

    assert once == again
    assert len({len(asked["there"]) for asked in once}) > 5


@pytest.mark.parametrize("file", [PAIR_FILES[0], NEWS_FILE, "retrieval/clef2020_t2_en/docs.jsonl.gz"])
def test_a_file_that_is_not_there_is_named(data, file):
    (data / file).unlink()

    with pytest.raises(BenchFileMissing, match=file.rpartition("/")[2]):
        digests_of(data / "retrieval", *PAIR_FILES, NEWS_FILE)


def test_the_added_line_that_made_the_data_is_found_again_and_starts_from_what_is_given():
    draw = np.random.default_rng(1)
    rows, times = draw.normal(size=(8_000, 2)), draw.uniform(0, 4, 8_000)
    given = draw.normal(size=8_000)
    right = draw.random(8_000) < 1 / (1 + np.exp(-(given + times * (0.8 * rows[:, 0] - 0.5))))

    line = fit_added(rows, right, ("one", "other"), given=given, times=times, ridge=1e-3, weights=np.ones(8_000))

    assert line.weights["one"] == pytest.approx(0.8, abs=0.08)
    assert line.weights["other"] == pytest.approx(0.0, abs=0.05)
    assert line.start == pytest.approx(-0.5, abs=0.05)


def test_log_odds_that_are_far_off_do_not_keep_the_added_line_from_being_found():
    draw = np.random.default_rng(2)
    right = draw.random(2_000) < 0.2

    line = fit_added(
        np.zeros((2_000, 1)), right, ("none",), given=np.full(2_000, 25.0), times=np.ones(2_000), ridge=1e-6,
        weights=np.ones(2_000),
    )  # fmt: skip

    assert 25.0 + line.start == pytest.approx(np.log(right.mean() / (1 - right.mean())), abs=0.01)


def made_cuts(draw, count, documents):
    """Cuts whose only candidate has a cosine that says less the smaller the collection is."""
    for number in range(count):
        there = number % 2 == 0
        rows = np.zeros((1, len(FEATURES)))
        rows[0, FEATURES.index("cosine")] = draw.normal(0.8 if there else 0.2 + 0.05 * smallness(documents), 0.15)
        one = np.array([there])
        sort = "there" if there else "gone"
        yield Cut(
            "made", f"{documents} {number}", sort, "home", documents, rows, one, np.zeros(1, np.uint64), ~one & one
        )


def test_what_is_too_sure_of_itself_in_small_collections_no_longer_is():
    draw = np.random.default_rng(3)
    cuts = [each for size in (5, 50, 500) for each in made_cuts(draw, 600, size)]
    sure = Calibration(Line({"cosine": 12.0}, -6.0))  # right where unrelated checks have a cosine of .2
    lines = dict.fromkeys(("home", "others", "lexical", "abroad"), (Line({}), Line({})))

    fitted, trials = fit_smaller(cuts, {"home": sure}, lines)

    before = figures_by_size([(cut, sure.probability(FEATURES, cut.rows[0])) for cut in cuts], 0.5)
    after = figures_by_size(trials, 0.5)
    assert before[0].false_found > 0.6  # of five past checks: unrelated ones have cosines about .57 there
    assert after[0].false_found < 0.35  # half-way between .57 and .8, both a deviation and a half off
    assert fitted["home"].line == sure.line
    assert {half_of(cut.key) for cut in cuts} == {0, 1}
    assert sum(each.gone for each in after) == 900
