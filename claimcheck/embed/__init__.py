"""Texts to vectors: the bundled encoder, any sentence-transformers model, and training.

Importing this costs next to nothing; numpy and tokenizers come with the first encoder, torch only with training or a
model that needs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.embed.encoder import Embeddings, Encoder, EncoderInfo, Kind, bundled_encoder, describe, load_encoder
    from claimcheck.embed.evaluate import evaluate_encoder
    from claimcheck.embed.fitting import Plan
    from claimcheck.embed.nli import CrossEncoderNli
    from claimcheck.embed.reranker import CrossEncoderReranker
    from claimcheck.embed.static import StaticEncoder
    from claimcheck.embed.train import TrainReport, train_encoder
    from claimcheck.embed.transformers import SentenceTransformerEncoder

__all__ = [
    "CrossEncoderNli",
    "CrossEncoderReranker",
    "Embeddings",
    "Encoder",
    "EncoderInfo",
    "Kind",
    "Plan",
    "SentenceTransformerEncoder",
    "StaticEncoder",
    "TrainReport",
    "bundled_encoder",
    "describe",
    "evaluate_encoder",
    "load_encoder",
    "train_encoder",
]

_HOMES = {
    "CrossEncoderNli": "nli",
    "CrossEncoderReranker": "reranker",
    "Embeddings": "encoder",
    "Encoder": "encoder",
    "EncoderInfo": "encoder",
    "Kind": "encoder",
    "Plan": "fitting",
    "SentenceTransformerEncoder": "transformers",
    "StaticEncoder": "static",
    "TrainReport": "train",
    "bundled_encoder": "encoder",
    "describe": "encoder",
    "evaluate_encoder": "evaluate",
    "load_encoder": "encoder",
    "train_encoder": "train",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
