"""The bundled encoder and the static layout: vectors, fingerprint, speed, and what is said of a broken folder."""

import hashlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from claimcheck import resources
from claimcheck.embed import load_encoder
from claimcheck.embed.card import write_folder
from claimcheck.embed.data import SOURCES
from claimcheck.embed.static import FINGERPRINT_FILE, StaticEncoder, fingerprint_of
from claimcheck.errors import EncoderInvalid, EncoderMissing
from tests.unit.conftest import Claimcheck

BUNDLED = resources.encoder_folder()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Three words in two dimensions: unknown (zero), "left" (1, 0), "up" (0, 2)."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "left": 1, "up": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    rows = np.array([[0, 0], [1, 0], [0, 2]], np.float32)
    write_folder(tmp_path / "tiny", tokenizer, rows, name="tiny", languages=["en"])
    return tmp_path / "tiny"


def test_a_text_is_the_normalised_sum_of_its_tokens(tiny: Path) -> None:
    rows = StaticEncoder.load(tiny).encode(["left", "up", "left up", "left left up"], kind="query")
    root5, root2 = 5**0.5, 2**0.5
    expected = [[1, 0], [0, 1], [1 / root5, 2 / root5], [1 / root2, 1 / root2]]
    np.testing.assert_allclose(rows, expected, atol=1e-6)


def test_nothing_known_is_a_zero_row_and_does_not_disturb_its_neighbours(tiny: Path) -> None:
    rows = StaticEncoder.load(tiny).encode(["", "left", "nowhere", "   ", "up", ""], kind="document")
    np.testing.assert_array_equal(rows, [[0, 0], [1, 0], [0, 0], [0, 0], [0, 1], [0, 0]])


def test_no_texts_give_no_rows_of_the_right_width(tiny: Path) -> None:
    assert StaticEncoder.load(tiny).encode([], kind="query").shape == (0, 2)
    rows = load_encoder().encode([], kind="query")
    assert rows.shape == (0, load_encoder().dimension)
    assert rows.dtype == np.float32


def test_blocks_and_order_do_not_matter() -> None:
    encoder = load_encoder()
    texts = [f"Satz Nummer {number} über {word}" for number in range(700) for word in ("Steuern", "Wasser", "")]
    whole = encoder.encode(texts, kind="document")
    alone = np.concatenate([encoder.encode([text], kind="query") for text in texts[1020:1030]])
    np.testing.assert_allclose(whole[1020:1030], alone, atol=1e-6)


def test_bundled_rows_have_length_one() -> None:
    rows = load_encoder().encode(["Die Erde ist rund.", "Water boils at 100 degrees.", "?"], kind="document")
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_a_translation_is_nearer_than_another_sentence() -> None:
    rows = load_encoder().encode(
        [
            "Lukaschenko regiert seit mehr als 25 Jahren.",
            "Lukashenko has ruled for more than 25 years.",
            "I like cheese.",
        ],
        kind="query",
    )
    assert rows[0] @ rows[1] > 0.5 > rows[0] @ rows[2]


def test_bundled_names_its_languages_and_its_folder() -> None:
    encoder = load_encoder()
    assert encoder.languages == ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "ru", "tr", "uk")
    assert encoder.path == str(BUNDLED)
    assert encoder.bytes == sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())


def test_bundled_states_the_fingerprint_its_files_have() -> None:
    stated = json.loads((BUNDLED / FINGERPRINT_FILE).read_text())
    assert stated["fingerprint"] == fingerprint_of(BUNDLED) == load_encoder().fingerprint
    assert stated["bytes"]["model.safetensors"] == (BUNDLED / "model.safetensors").stat().st_size


def test_bundled_ships_at_most_40_megabytes() -> None:
    assert load_encoder().bytes <= 40_000_000


def test_bundled_files_can_be_read_by_everyone() -> None:
    assert [path.name for path in BUNDLED.rglob("*") if path.is_file() and path.stat().st_mode & 0o044 != 0o044] == []


def test_the_card_lists_each_source_with_licence_and_count() -> None:
    card, facts = (BUNDLED / "README.md").read_text(), json.loads((BUNDLED / "training.json").read_text())
    pairs = facts["training_pairs"]
    assert pairs
    assert set(pairs) <= set(SOURCES)
    lines = card.splitlines()
    for tag, count in pairs.items():
        (line,) = (line for line in lines if line.startswith(f"| `{tag}`"))
        assert SOURCES[tag].licence in line
        assert SOURCES[tag].url in line
        assert f"| {count:,} |" in line
    assert all(file["sha256"] in card for file in facts["files"])
    assert facts["teacher"]["sha256"] in card
    assert facts["tokenizer_sha256"] == hashlib.sha256((BUNDLED / "tokenizer.json").read_bytes()).hexdigest()


def test_no_source_that_may_not_ship_was_trained_on() -> None:
    facts = json.loads((BUNDLED / "training.json").read_text())
    barred = {"git_ui", "git_manpages", "multi30k", "stsb_mt"}
    assert barred.isdisjoint(facts["training_pairs"])
    assert barred.isdisjoint(SOURCES)


def test_a_fingerprint_changes_with_weights_and_tokenizer_but_not_with_the_place(tiny: Path, tmp_path: Path) -> None:
    moved, other, worded = (tmp_path / name for name in ("moved", "other", "worded"))
    for place in (moved, other, worded):
        shutil.copytree(tiny, place)
    save_file({"embedding.weight": np.ones((3, 2), np.float16)}, other / "model.safetensors")
    tokenizer = (worded / "tokenizer.json").read_text()
    (worded / "tokenizer.json").write_text(tokenizer.replace("left", "links"))
    first, same, second, third = (StaticEncoder.load(place).fingerprint for place in (tiny, moved, other, worded))
    assert first == same
    assert len({first, second, third}) == 3


def test_a_stated_fingerprint_of_other_sizes_is_not_trusted(tiny: Path) -> None:
    stated = json.loads((tiny / FINGERPRINT_FILE).read_text())
    stated["fingerprint"], stated["bytes"]["model.safetensors"] = "stale", 1
    (tiny / FINGERPRINT_FILE).write_text(json.dumps(stated))
    assert StaticEncoder.load(tiny, shipped=True).fingerprint == fingerprint_of(tiny)


def test_an_encoder_in_a_folder_is_hashed_whatever_the_folder_states(tiny: Path) -> None:
    stated = json.loads((tiny / FINGERPRINT_FILE).read_text())
    (tiny / FINGERPRINT_FILE).write_text(json.dumps({**stated, "fingerprint": "stale"}))
    assert load_encoder(str(tiny)).fingerprint == fingerprint_of(tiny)


def test_float32_weights_are_read_too(tiny: Path) -> None:
    before = StaticEncoder.load(tiny).encode(["left up"], kind="query")
    save_file({"embedding.weight": np.array([[0, 0], [1, 0], [0, 2]], np.float32)}, tiny / "model.safetensors")
    np.testing.assert_allclose(StaticEncoder.load(tiny).encode(["left up"], kind="query"), before)


def test_loading_takes_under_a_fifth_of_a_second_of_work() -> None:
    load_encoder()
    spent = []
    for _ in range(5):
        start = time.process_time()
        load_encoder()
        spent.append(time.process_time() - start)
    assert min(spent) < 0.2


def test_a_look_up_imports_no_torch() -> None:
    code = (
        "import sys; from claimcheck.embed import load_encoder; load_encoder().encode(['Hallo Welt'], kind='query');"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def one_line(error: BaseException) -> str:
    text = str(error)
    assert "\n" not in text
    return text


@pytest.mark.parametrize("name", ["/no/such/folder", "./nothing", "~/nothing-here", "a/b/c"])
def test_a_missing_folder_is_said_in_one_line(name: str) -> None:
    with pytest.raises(EncoderMissing) as caught:
        load_encoder(name)
    assert name in one_line(caught.value)
    assert "no such folder" in str(caught.value)


def test_a_file_is_not_an_encoder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no encoder")
    with pytest.raises(EncoderMissing, match="no such folder"):
        load_encoder(str(tmp_path / "notes.txt"))


def test_static_weights_as_a_pickle_are_refused(tiny: Path) -> None:
    (tiny / "model.safetensors").rename(tiny / "pytorch_model.bin")
    with pytest.raises(EncoderInvalid, match=r"pytorch_model\.bin, a pickle") as caught:
        load_encoder(str(tiny))
    one_line(caught.value)


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("model.safetensors", b"\x00" * 40, "model.safetensors"),
        ("model.safetensors", b"", "model.safetensors"),
        ("tokenizer.json", b"{}", "tokenizer.json"),
        ("config.json", b"[]", "config.json"),
        ("config.json", b"{", "config.json"),
    ],
)
def test_a_broken_file_is_named(tiny: Path, file: str, content: bytes, said: str) -> None:
    (tiny / file).write_bytes(content)
    with pytest.raises(EncoderInvalid) as caught:
        load_encoder(str(tiny))
    assert said in one_line(caught.value)


def test_a_cut_off_download_is_noticed(tiny: Path) -> None:
    whole = (tiny / "model.safetensors").read_bytes()
    (tiny / "model.safetensors").write_bytes(whole[:-4])
    with pytest.raises(EncoderInvalid, match=r"model\.safetensors"):
        load_encoder(str(tiny))


def test_integer_weights_and_missing_rows_are_refused(tiny: Path) -> None:
    save_file({"embedding.weight": np.ones((3, 2), np.int8)}, tiny / "model.safetensors")
    with pytest.raises(EncoderInvalid, match="I8"):
        load_encoder(str(tiny))
    save_file({"embedding.weight": np.ones((2, 2), np.float16)}, tiny / "model.safetensors")
    with pytest.raises(EncoderInvalid, match="3 tokens but only 2 vectors"):
        load_encoder(str(tiny))
    save_file({"other": np.ones((3, 2), np.float16)}, tiny / "model.safetensors")
    with pytest.raises(EncoderInvalid, match=r"embedding\.weight"):
        load_encoder(str(tiny))


def test_an_encoder_of_another_width_has_the_index_made_again_and_back(claimcheck: Claimcheck, tiny: Path) -> None:
    assert claimcheck("reviews", "import", resources.seeds() / "reviews.jsonl").code == 0
    first = claimcheck("lookup", "Gold is heavier than lead")
    narrow = claimcheck("lookup", "Gold is heavier than lead", "--encoder", tiny)
    again = claimcheck("lookup", "Gold is heavier than lead")
    assert (first.code, narrow.code, again.code) == (0, 0, 0)
    assert "encoder" in narrow.said
    assert "encoder" in again.said
    assert again.out == first.out
