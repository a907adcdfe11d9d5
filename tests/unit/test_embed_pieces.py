"""The bundled tokenizer read in part: it splits as the whole does, and where it may not be trusted it is not used."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from claimcheck import resources
from claimcheck.embed.pieces import PIECES_FILE, Pieces, read_pieces, write_pieces
from claimcheck.embed.static import FINGERPRINT_FILE, StaticEncoder

BUNDLED = resources.encoder_folder()
WHOLE = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
TEXTS = [
    "Die Straßenbahn in Görlitz kostet 4,50 Euro?!",
    "Лукашенко відвідав Київ, їжаки бігали.",
    "Çalışma saatleri değişmedi; żółć; naïve; ﬁne ½ Ⅷ",
    "漢字 🙂 \u200b \x00 [UNK] ▁foo _bar_",
    "",
    "?!?!",
    "a" * 400,
]


def ids(text: str) -> list[int]:
    return list(WHOLE.encode(text, add_special_tokens=False).ids)


def pieces() -> Pieces:
    found = read_pieces(BUNDLED)
    assert found is not None
    return found


def test_a_few_texts_are_split_as_by_the_whole_tokenizer() -> None:
    assert [list(each.ids) for each in pieces().encode_batch_fast(TEXTS)] == [ids(text) for text in TEXTS]


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_split_as_by_the_whole_tokenizer(text: str) -> None:
    assert list(pieces().encode_batch_fast([text])[0].ids) == ids(text)


def test_texts_after_others_are_split_no_differently() -> None:
    sparing = pieces()
    for text in TEXTS:
        assert list(sparing.encode_batch_fast([text])[0].ids) == ids(text)


def test_texts_split_in_several_threads_are_split_no_differently() -> None:
    vocabulary = [(WHOLE.id_to_token(number) or "").strip("▁") for number in range(3_000, 60_000, 40)]
    texts = [" ".join(vocabulary[at : at + 4]) for at in range(0, 100, 4)] * 2
    for _ in range(10):
        sparing = pieces()
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda text, each=sparing: list(each.encode_batch_fast([text])[0].ids), texts))
        assert found == [ids(text) for text in texts]


def test_much_text_is_split_by_the_whole_and_alike() -> None:
    many = [f"Bridge {n} in Harwick lost {n * 7} lamps." for n in range(400)]
    assert [list(each.ids) for each in pieces().encode_batch_fast(many)] == [ids(text) for text in many]


def test_whatever_else_is_asked_the_whole_answers() -> None:
    sparing = pieces()
    assert sparing.get_vocab_size() == WHOLE.get_vocab_size()
    assert sparing.id_to_token(4_000) == WHOLE.id_to_token(4_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "encoder"
    shutil.copytree(BUNDLED, copied)
    return copied


def test_the_table_that_ships_is_the_one_its_tokenizer_gives(folder: Path) -> None:
    (folder / PIECES_FILE).unlink()

    assert write_pieces(folder)

    assert (folder / PIECES_FILE).read_bytes() == (BUNDLED / PIECES_FILE).read_bytes()


@pytest.mark.parametrize("damage", [b"", b"claimcheck", b"\0" * 5_000])
def test_a_damaged_table_is_passed_over(folder: Path, damage: bytes) -> None:
    (folder / PIECES_FILE).write_bytes(damage)

    assert read_pieces(folder) is None
    assert isinstance(StaticEncoder.load(folder, shipped=True).tokenizer, Tokenizer)


@pytest.mark.parametrize("place", [0.0, 0.0001, 0.3, 0.7, 1.0])
def test_a_table_with_one_byte_that_differs_is_passed_over(folder: Path, place: float) -> None:
    table = bytearray((folder / PIECES_FILE).read_bytes())
    table[int(place * (len(table) - 1))] ^= 1
    (folder / PIECES_FILE).write_bytes(table)

    assert read_pieces(folder) is None


@pytest.mark.parametrize("other", ['["▁tho",', '["▁the",\n'])
def test_a_table_of_another_tokenizer_is_passed_over(folder: Path, other: str) -> None:
    tokenizer = folder / "tokenizer.json"
    text = tokenizer.read_text(encoding="utf-8")
    assert '["▁the",' in text
    tokenizer.write_text(text.replace('["▁the",', other), encoding="utf-8")

    assert read_pieces(folder) is None


def test_an_encoder_that_states_no_fingerprint_reads_its_whole_tokenizer(folder: Path) -> None:
    (folder / FINGERPRINT_FILE).unlink()

    assert isinstance(StaticEncoder.load(folder, shipped=True).tokenizer, Tokenizer)


def test_a_tokenizer_of_another_kind_gets_no_table(tmp_path: Path) -> None:
    model = {"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "a": 1}}
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": model}), encoding="utf-8")

    assert not write_pieces(tmp_path)
    assert not (tmp_path / PIECES_FILE).exists()
