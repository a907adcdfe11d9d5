"""Any NLI cross-encoder by name: a tiny one made here, its labels in whatever order, and the refusals in one line."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from test_embed_reranker import make_model
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.embed.nli import CrossEncoderNli
from claimcheck.errors import NliInvalid, NliMissing
from claimcheck.records import ClaimReview
from claimcheck.store import Store

PAIRS = [("gold is heavy", "gold is heavy"), ("gold is heavy", "tin is light")]
pytestmark = pytest.mark.slow


def label(folder: Path, *labels: str) -> Path:
    config = json.loads((folder / "config.json").read_text())
    config["id2label"] = {str(place): name for place, name in enumerate(labels)}
    config["label2id"] = {name: place for place, name in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("nli"), 3)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def test_the_shares_stand_in_one_order_whatever_the_models_labels(model: Path, tmp_path: Path) -> None:
    one = label(shutil.copytree(model, tmp_path / "one"), "entailment", "neutral", "contradiction")
    other = label(shutil.copytree(model, tmp_path / "other"), "CONTRADICTION", "entailment", "neutral")

    plain = CrossEncoderNli.load(str(one), device="cpu")(PAIRS)
    turned = CrossEncoderNli.load(str(other), device="cpu")(PAIRS)

    for (first, second, third), shares in zip(plain, turned, strict=True):
        assert first + second + third == pytest.approx(1)
        assert shares == pytest.approx((second, third, first))
    assert CrossEncoderNli.load(str(one), device="cpu")([]) == []


def test_other_labels_a_pickle_and_a_missing_model_are_refused_in_one_line(model: Path, tmp_path: Path) -> None:
    pickled = shutil.copytree(model, tmp_path / "pickled")
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")
    unlabelled = label(shutil.copytree(model, tmp_path / "unlabelled"), "good", "bad", "ugly")

    with pytest.raises(NliInvalid, match="has the labels bad, good, ugly, wanted are entailment, neutral"):
        CrossEncoderNli.load(str(unlabelled), device="cpu")
    with pytest.raises(NliInvalid, match="only as a pickle"):
        CrossEncoderNli.load(str(pickled))
    with pytest.raises(NliMissing, match=r"no NLI model nobody/nothing .*switched off"):
        CrossEncoderNli.load("nobody/nothing")


def test_lookup_takes_the_model_by_option_or_from_the_settings(model: Path, tmp_path: Path) -> None:
    label(model, "entailment", "neutral", "contradiction")
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews([ClaimReview("r1", "The old bridge in Riverton was closed", "North Desk", language="en")])

    def ask(*more: str) -> Result:
        return CliRunner().invoke(app, ["lookup", "Riverton closed the old bridge", "-w", str(tmp_path), *more])

    assert ask("--nli", str(model)).exit_code == 0
    assert isinstance(ask("--nli", "nobody/nothing").exception, NliMissing)
    (tmp_path / "claimcheck.toml").write_text('[lookup]\nnli = "nobody/nothing"\n', encoding="utf-8")
    assert isinstance(ask().exception, NliMissing)
    article = tmp_path / "article.txt"
    article.write_text("The old bridge in Riverton was closed in 2019.\n", encoding="utf-8")
    refused = CliRunner().invoke(app, ["check", str(article), "-w", str(tmp_path)])
    assert isinstance(refused.exception, NliMissing)
    with Store.open(tmp_path, create=False, write=False) as store:
        assert store.claims() == []
