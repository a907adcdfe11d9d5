"""Any cross-encoder by name: a tiny one made here, its scores, and the refusals in one line."""

import shutil
from pathlib import Path

import pytest

from claimcheck.embed.reranker import CrossEncoderReranker
from claimcheck.errors import RerankerInvalid, RerankerMissing

PAIRS = [("gold is heavy", "gold is heavy"), ("gold is heavy", "tin is light"), ("tin", "gold is heavy")]
pytestmark = pytest.mark.slow


def make_model(folder: Path, labels: int) -> Path:
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "gold", "tin", "is", "heavy", "light"]
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    torch.manual_seed(0)
    shape = {
        "hidden_size": 8,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 16,
        "initializer_range": 1.0,
    }
    config = BertConfig(vocab_size=len(words), max_position_embeddings=64, num_labels=labels, **shape)
    BertForSequenceClassification(config).save_pretrained(folder, safe_serialization=True)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("cross"), 1)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def test_its_scores_are_the_librarys_own_in_order(model: Path) -> None:
    from sentence_transformers import CrossEncoder

    expected = CrossEncoder(str(model), device="cpu", local_files_only=True).predict(PAIRS)

    reranker = CrossEncoderReranker.load(str(model), device="cpu")

    assert reranker(PAIRS) == pytest.approx(expected.tolist(), abs=1e-5)
    assert len(set(reranker(PAIRS))) == 3
    assert reranker([]) == []


def test_a_pickle_a_missing_model_and_more_than_one_score_are_refused(model: Path, tmp_path: Path) -> None:
    pickled = shutil.copytree(model, tmp_path / "pickled")
    (pickled / "model.safetensors").rename(pickled / "pytorch_model.bin")

    with pytest.raises(RerankerInvalid, match="only as a pickle"):
        CrossEncoderReranker.load(str(pickled))
    with pytest.raises(RerankerMissing, match=r"no reranker nobody/nothing .*switched off"):
        CrossEncoderReranker.load("nobody/nothing")
    with pytest.raises(RerankerInvalid, match="gives 3 scores a pair"):
        CrossEncoderReranker.load(str(make_model(tmp_path / "three", 3)), device="cpu")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"no")
    with pytest.raises(RerankerInvalid, match="cannot be read") as refused:
        CrossEncoderReranker.load(str(tmp_path / "broken"))
    assert "\n" not in str(refused.value)
