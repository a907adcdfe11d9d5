"""Training pairs: what may be used, what is held out, and what is said of broken files."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.embed.data import NEWS, SOURCES, normalise, order_key, read_corpus
from claimcheck.embed.teacher import choose_sentences
from claimcheck.errors import TrainingDataInvalid, TrainingDataMissing


def write_pairs(folder: Path, lines: list[str], language: str = "de") -> Path:
    (folder / "parallel").mkdir(exist_ok=True)
    with gzip.open(folder / "parallel" / f"{language}-en.tsv.gz", "wt", encoding="utf-8") as out:
        out.write("".join(f"{line}\n" for line in lines))
    return folder


def news(count: int) -> list[str]:
    return [f"{NEWS}\tDies ist Meldung {number}\tThis is news item {number}" for number in range(count)]


def test_only_sources_that_may_ship_are_taken_and_the_rest_is_counted(tmp_path: Path) -> None:
    lines = [
        "tatoeba_anki\tEs regnet heute stark.\tIt rains a lot today.",
        "multi30k\tZwei Hunde rennen im Schnee.\tTwo dogs run in the snow.",
        "stsb_mt\tEin Flugzeug hebt gerade ab.\tA plane is taking off.",
        "git_ui\tkonnte '%s' nicht lesen\tcould not read '%s'",
        "git_ui\tkonnte nicht lesen, Abbruch\tcould not read, aborting",
    ]
    corpus = read_corpus(write_pairs(tmp_path, lines))
    assert corpus.counts == {"tatoeba_anki": 1}
    (file,) = corpus.files
    assert dict(file.taken) == {"tatoeba_anki": 1}
    assert dict(file.left_out) == {"multi30k": 1, "stsb_mt": 1, "git_ui": 2}


def test_every_source_has_a_place_and_terms() -> None:
    assert all(source.url.startswith("https://") and source.licence for source in SOURCES.values())


def test_repeats_and_pairs_of_two_words_are_dropped(tmp_path: Path) -> None:
    lines = [
        "tatoeba_anki\tDas ist ein Haus.\tThis is a house.",
        "tatoeba_anki\tDas ist ein Haus!\tThis is a house",
        "tatoeba_anki\tDas ist ein Haus.\tThat is a house.",
        "tatoeba_anki\tGuten Tag!\tHello!",
        "tatoeba_anki\tLos jetzt!\tLet us go now!",
    ]
    corpus = read_corpus(write_pairs(tmp_path, lines))
    assert [pair.english for pair in corpus.pairs] == ["This is a house.", "That is a house.", "Let us go now!"]


def test_no_training_pair_shares_a_side_with_a_held_out_one(tmp_path: Path) -> None:
    twins = [f"tatoeba_anki\tAnders gesagt {number}\tThis is NEWS item {number}!" for number in range(40)]
    corpus = read_corpus(write_pairs(tmp_path, news(40) + twins), held_out=8, development=4)
    assert (len(corpus.held_out), len(corpus.development)) == (8, 4)
    kept_out = {normalise(pair.english) for pair in corpus.held_out + corpus.development}
    assert len(kept_out) == 12
    assert not kept_out & {normalise(pair.english) for pair in corpus.pairs}
    assert len(corpus.pairs) == 2 * (40 - 12)


def test_at_most_half_of_the_news_is_held_out(tmp_path: Path) -> None:
    corpus = read_corpus(write_pairs(tmp_path, news(10)), held_out=2000, development=1000)
    assert len(corpus.held_out) + len(corpus.development) <= 5 <= len(corpus.pairs)


def test_new_news_does_not_put_held_out_pairs_into_training(tmp_path: Path) -> None:
    small = read_corpus(write_pairs(tmp_path, news(100)), held_out=10, development=0)
    large = read_corpus(write_pairs(tmp_path, news(110)), held_out=20, development=0)
    assert {pair.english for pair in small.held_out} <= {pair.english for pair in large.held_out}


def test_another_seed_holds_out_others(tmp_path: Path) -> None:
    folder = write_pairs(tmp_path, news(100))
    first, second = (read_corpus(folder, seed=seed, held_out=10, development=0) for seed in (1, 2))
    assert first.held_out != second.held_out


def test_a_larger_teacher_set_only_appends(tmp_path: Path) -> None:
    lines = news(30) + [f"tatoeba_anki\tIch habe {n} Katzen\tI have {n} cats" for n in range(30)]
    corpus = read_corpus(write_pairs(tmp_path, lines), held_out=0, development=0)
    everything = choose_sentences(corpus, None)
    assert len(everything) == 60
    assert choose_sentences(corpus, 25) == everything[:25]
    assert all(sentence.startswith("This is news") for sentence in everything[:30])


def test_a_missing_language_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingDataMissing, match=r"fr-en\.tsv\.gz"):
        read_corpus(write_pairs(tmp_path, news(4)), ["de", "fr", "en"])


def test_a_line_without_three_fields_is_named_by_number(tmp_path: Path) -> None:
    with pytest.raises(TrainingDataInvalid, match="2 fields in line 3"):
        read_corpus(write_pairs(tmp_path, [*news(2), "tatoeba_anki\tnur das"]))


def test_a_file_that_is_not_gzip_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "de-en.tsv.gz").write_text("\n".join(news(3)))
    with pytest.raises(TrainingDataInvalid, match="not gzipped UTF-8") as caught:
        read_corpus(tmp_path)
    assert "\n" not in str(caught.value)


def test_nothing_that_may_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingDataInvalid, match="no pair from a source that may be used"):
        read_corpus(write_pairs(tmp_path, ["multi30k\tZwei Hunde im Schnee\tTwo dogs in the snow"]))


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(), st.integers())
def test_the_seeded_order_takes_any_text(text: str, seed: int) -> None:
    assert len(order_key(seed, text)) == 32
