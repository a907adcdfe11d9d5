"""Training on a desk's confirmed matches: what is held out, whether it helps, what it writes, when it refuses."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import HashingEncoder
from made_records import made_answer, made_claim
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from claimcheck.embed import StaticEncoder
from claimcheck.embed.card import write_folder
from claimcheck.embed.tuning import ConfirmedPair, reciprocal_ranks, split_pairs
from claimcheck.errors import EncoderInvalid, OutputTaken, TooFewMatches
from claimcheck.flows.encoder import FEWEST_MATCHES, TuneReport, tune_encoder
from claimcheck.records import (
    Article,
    Claim,
    ClaimReview,
    article_id,
)
from claimcheck.store import Store
from tests.unit.conftest import Claimcheck

TOWNS = [f"Town{number:02}" for number in range(80)]
TEXT = " ".join(f"The old bridge of {town} was closed on Monday." for town in TOWNS)


def claim(town: str) -> Claim:
    return made_claim(f"The old bridge of {town} was closed on Monday", TEXT)


def answers(store: Store, said: dict[str, str], *, annotator: str = "1", first: int = 0, sample: bool = False) -> None:
    made = [
        made_answer(number, claim(town), f"r-{town}", answer, annotator=annotator, sample=sample)
        for number, (town, answer) in enumerate(said.items(), start=first)
    ]
    store.put_verdicts(made, {each.annotation_id: {} for each in made})


def fill(store: Store) -> Store:
    """Eighty towns, each with a claim and a past check that share the town's name and no other word."""
    store.add_article(Article(article_id(TEXT), TEXT, (), "en"))
    store.record_split(store.article(article_id(TEXT)), [claim(town) for town in TOWNS])
    store.put_reviews(ClaimReview(f"r-{town}", f"{town} bars a crossing", "desk", language="en") for town in TOWNS)
    return store


@pytest.fixture
def desk(tmp_path: Path):
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        yield fill(store)


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> StaticEncoder:
    """Words in random directions, so that the words around a town's name only disturb."""
    folder = tmp_path_factory.mktemp("words") / "encoder"
    words = [
        "[UNK]",
        *["the", "old", "bridge", "of", "was", "closed", "on", "monday", "bars", "a", "crossing"],
        *map(str.lower, TOWNS),
    ]
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizers.Lowercase(), pre_tokenizers.Whitespace()
    rows = np.random.default_rng(0).standard_normal((len(words), 32)).astype(np.float32)
    rows[0] = 0
    write_folder(folder, tokenizer, rows, name="words", languages=["en"])
    return StaticEncoder.load(folder)


def test_a_desk_whose_words_only_disturb_gets_a_better_encoder_and_is_told(
    desk: Store, encoder: StaticEncoder, tmp_path: Path
) -> None:
    answers(desk, dict.fromkeys(TOWNS, "same"))
    report = tune_encoder(desk, encoder, tmp_path / "out")

    assert (report.trained, report.held_out, report.past_checks) == (56, 24, 80)
    assert report.mrr_after > report.mrr_before + 0.1
    assert (report.verdict, report.interval[0] > 0) == ("better", True)
    tuned = StaticEncoder.load(tmp_path / "out")
    assert tuned.fingerprint == report.fingerprint != encoder.fingerprint
    assert (tuned.name, tuned.languages, tuned.dimension) == ("words-tuned", ("en",), 32)
    facts = json.loads((tmp_path / "out" / "training.json").read_text())
    assert facts["from"]["fingerprint"] == encoder.fingerprint
    assert facts["mrr_after"] == report.mrr_after


def test_one_seed_gives_one_encoder_and_another_holds_out_others(
    desk: Store, encoder: StaticEncoder, tmp_path: Path
) -> None:
    answers(desk, dict.fromkeys(TOWNS, "same"))
    first, again, other = (
        tune_encoder(desk, encoder, tmp_path / name, steps=5, seed=seed)
        for name, seed in (("first", 0), ("again", 0), ("other", 1))
    )
    assert replace(again, path=first.path) == first
    assert other.fingerprint != first.fingerprint


def test_only_majorities_for_the_same_count_and_samples_do_not(
    desk: Store, encoder: StaticEncoder, tmp_path: Path
) -> None:
    answers(desk, dict.fromkeys(TOWNS[:60], "same"))
    answers(desk, dict.fromkeys(TOWNS[:5], "related"), annotator="2", first=100)
    answers(desk, dict.fromkeys(TOWNS[60:70], "related"), first=200)
    answers(desk, dict.fromkeys(TOWNS[70:], "same"), first=300, sample=True)
    desk.put_reviews(replace(desk.review(f"r-{town}"), sample=True) for town in TOWNS[5:10])

    report = tune_encoder(desk, encoder, tmp_path / "out", steps=1)

    assert report.trained + report.held_out == 50
    assert report.past_checks == 75


def test_too_few_matches_are_refused_in_one_line_and_nothing_is_written(
    desk: Store, encoder: StaticEncoder, tmp_path: Path
) -> None:
    answers(desk, dict.fromkeys(TOWNS[: FEWEST_MATCHES - 1], "same"))
    with pytest.raises(TooFewMatches, match=r"49 claims .* training takes 50") as refused:
        tune_encoder(desk, encoder, tmp_path / "out")
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_what_is_there_and_what_is_not_static_is_refused(desk: Store, encoder: StaticEncoder, tmp_path: Path) -> None:
    with pytest.raises(OutputTaken):
        tune_encoder(desk, encoder, tmp_path)
    with pytest.raises(EncoderInvalid, match="is not a StaticEmbedding folder"):
        tune_encoder(desk, HashingEncoder(8), tmp_path / "out")


def test_claims_that_share_a_past_check_are_on_one_side() -> None:
    pairs = [ConfirmedPair(f"c{number}", "", f"r{number // 2}", "") for number in range(100)]
    pairs += [ConfirmedPair("c0", "", "r40", "")]
    for seed in range(5):
        training, held_out = split_pairs(pairs, seed=seed)
        sides = [{pair.review_id for pair in side} for side in (training, held_out)]
        assert not sides[0] & sides[1]
        assert 25 <= len({pair.claim_id for pair in held_out}) <= 30


def test_ranks_are_those_of_a_scan_by_hand(encoder: StaticEncoder) -> None:
    corpus = [("a", "town01 crossing"), ("b", "town01"), ("c", "town02"), ("d", "nothing known")]
    pairs = [ConfirmedPair("1", "Town01", "a", ""), ConfirmedPair("2", "Town02", "c", ""), *_both("3", "Town01")]
    assert reciprocal_ranks(encoder, pairs, corpus).tolist() == [0.5, 1.0, 1.0]
    assert reciprocal_ranks(encoder, [ConfirmedPair("1", "unknown", "a", "")], corpus).tolist() == [0.25]


def _both(claim_id: str, text: str) -> list[ConfirmedPair]:
    return [ConfirmedPair(claim_id, text, review, "") for review in "ab"]


@pytest.mark.parametrize(
    ("interval", "verdict"), [((0.01, 0.2), "better"), ((-0.1, 0.1), "unclear"), ((-0.2, -0.1), "worse")]
)
def test_only_an_interval_off_zero_is_a_verdict(interval: tuple[float, float], verdict: str) -> None:
    assert TuneReport("out", "f", 70, 30, 100, 0.5, 0.5, interval, 0.4, 0.4).verdict == verdict


def test_the_command_trains_measures_and_says_how_to_use_it(
    claimcheck: Claimcheck, encoder: StaticEncoder, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        answers(fill(store), dict.fromkeys(TOWNS, "same"))
    given = ("encoder", "train", "--from", tmp_path / "desk", "--encoder", encoder.path)
    done = claimcheck(*given, tmp_path / "out")
    assert done.code == 0
    (record,) = done.records
    assert (record["held_out"], record["verdict"]) == (24, "better")
    assert f"to use it, give --encoder {tmp_path / 'out'}" in done.said
    assert claimcheck("encoder", "info", "--encoder", tmp_path / "out").records[0]["name"] == "words-tuned"
    again = claimcheck(*given, tmp_path / "out")
    assert (again.code, "is there already" in again.said) == (1, True)


def test_the_command_refuses_what_does_not_go_together(claimcheck: Claimcheck, tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        fill(store)
    few = claimcheck("encoder", "train", "--from", tmp_path / "desk", tmp_path / "out")
    assert (few.code, few.said.count("\n")) == (1, 1)
    assert "0 claims have a past check confirmed as the same, training takes 50" in few.said
    for wrong in (
        ("--from", tmp_path / "desk", tmp_path, tmp_path / "out"),
        ("--from", tmp_path / "desk", tmp_path / "out", "--dimension", "64"),
        (tmp_path / "out",),
        (tmp_path, tmp_path / "out", "--encoder", tmp_path),
    ):
        assert claimcheck("encoder", "train", *wrong).code == 2
