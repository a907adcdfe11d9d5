"""Words that mean much the same count much the same, as the encoder's own vectors have it."""

from pathlib import Path

import numpy as np
import pytest

from claimcheck.embed import load_encoder
from claimcheck.index import hashed
from claimcheck.index.words import stems
from claimcheck.match.meanings import Meanings

PIECES = ["[UNK]", "▁photo", "▁picture", "▁banana", "ing", "▁an", "▁photos"]
ROWS = np.array([[0, 0], [3, 4], [4, 3], [-4, 3], [9, 9], [1, 0], [0, 1]], np.float16)


def test_likeness_is_the_cosine_of_the_words_vectors_and_never_less_than_nothing() -> None:
    alike = Meanings(ROWS, lambda: PIECES).likeness(hashed(["photo"]), hashed(["pictur", "banana", "photo"]), "en")
    assert alike[0] == pytest.approx([24 / 25, 0, 1], abs=1e-3)


def test_the_first_word_of_a_stem_counts_and_pieces_inside_words_and_short_ones_do_not() -> None:
    meanings = Meanings(ROWS, lambda: PIECES)
    assert meanings.likeness(hashed(stems("photos", "en")), hashed(stems("picture", "en")), "en")[0, 0] > 0.9
    assert not meanings.likeness(hashed(["ing", "an"]), hashed(["photo"]), "en").any()


def test_a_word_without_a_vector_is_like_itself_alone() -> None:
    alike = Meanings(ROWS, lambda: PIECES).likeness(hashed(["zebra", "photo"]), hashed(["zebra", "yak"]), "und")
    assert alike.tolist() == [[1, 0], [0, 0]]


def test_the_bundled_encoder_knows_that_a_picture_is_a_photo_in_german_too() -> None:
    encoder = load_encoder()
    tokenizer = encoder.tokenizer  # type: ignore[attr-defined]
    pieces = [tokenizer.id_to_token(each) for each in range(tokenizer.get_vocab_size())]
    meanings = Meanings(encoder.rows, lambda: pieces)  # type: ignore[attr-defined]
    for language, one, other, apart in (("en", "photo", "picture", "banana"), ("de", "foto", "bild", "wald")):
        asked, terms = (hashed(stems(words, language)) for words in (one, f"{other} {apart}"))
        near, far = meanings.likeness(asked, terms, language)[0]
        assert near > far + 0.3


def test_stems_are_kept_in_the_folder_and_pieces_not_asked_for_again(tmp_path: Path) -> None:
    asked: list[int] = []

    def pieces() -> list[str]:
        asked.append(1)
        return PIECES

    def alike(fingerprint: str = "one", language: str = "en") -> list[float]:
        meanings = Meanings(ROWS, pieces, fingerprint=fingerprint, folder=tmp_path)
        return meanings.likeness(hashed(["photo"]), hashed(["pictur", "banana", "photo"]), language)[0].tolist()

    first = alike()
    assert (alike(), len(asked)) == (first, 1)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for damaged in (whole[:-4], whole[:20] + b"\xff" + whole[21:], b"", b"\x80" * 64):
        kept.write_bytes(damaged)
        assert alike() == first
        assert kept.read_bytes() == whole
    assert len(asked) == 5
    assert alike("two") == first  # of another encoder: made anew
    assert len(asked) == 6
    alike(language="../../xx")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["stems-en", "stems-und"]


def test_a_folder_that_is_not_there_costs_nothing_but_time(tmp_path: Path) -> None:
    meanings = Meanings(ROWS, lambda: PIECES, fingerprint="one", folder=tmp_path / "none")
    assert meanings.likeness(hashed(["photo"]), hashed(["photo"]), "en").tolist() == [[1]]
    assert not (tmp_path / "none").exists()


def test_stems_kept_by_another_format_of_the_index_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept() -> bytes:
        meanings = Meanings(ROWS, lambda: PIECES, fingerprint="one", folder=tmp_path)
        meanings.likeness(hashed(["photo"]), hashed(["photo"]), "en")
        return (tmp_path / "stems-en").read_bytes()

    old = kept()
    monkeypatch.setattr("claimcheck.match.meanings.FORMAT", 0)
    assert kept() != old
