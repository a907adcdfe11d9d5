"""Any sentence-transformers model as an ``Encoder``; with ``reranker`` one of two doors to that library.

A model is resolved to a folder first, fetching safetensors, JSON and text alone: no pickle and no code of a model
ever reaches the loader.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np

from claimcheck.embed.encoder import Embeddings, Kind
from claimcheck.errors import EncoderInvalid, EncoderMissing

__all__ = ["SentenceTransformerEncoder", "fetch_model", "first_line", "refuse_pickles", "says_offline"]

_WANTED = ["*.json", "*.txt", "*.model", "*.safetensors", "*.md"]
_UNWANTED = ["onnx/*", "openvino/*"]
_OTHER_BACKENDS = {"onnx", "openvino"}  # never loaded here
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl", "*.pickle")
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


class SentenceTransformerEncoder:
    """A sentence-transformers model; its own query and document prompts are used, if it has any."""

    def __init__(
        self, model: Any, *, name: str, path: str | None, languages: tuple[str, ...] = (), batch_size: int = 64
    ) -> None:
        self._model = model
        self._batch_size = batch_size
        self.name, self.path, self.languages = name, path, languages
        self.dimension = int(model.get_embedding_dimension() or model.encode(["a"]).shape[1])
        self.bytes = sum(tensor.numel() * tensor.element_size() for tensor in model.state_dict().values())
        self.fingerprint = _fingerprint(model)

    @classmethod
    def load(
        cls,
        name: str,
        *,
        revision: str | None = None,
        device: str | None = None,
        batch_size: int = 64,
        offline: bool | None = None,
    ) -> Self:
        """The model in the folder ``name``, or the model of that name: from the local cache, else from the Hub.

        ``offline`` None follows ``HF_HUB_OFFLINE``. ``device`` None lets sentence-transformers choose.

        Raises:
            EncoderMissing: the model is not here and cannot be had.
            EncoderInvalid: its weights are pickles, it needs code of its own, or it cannot be read.
        """
        folder = Path(name).expanduser()
        if folder.is_dir():
            if revision is not None:
                raise EncoderInvalid(name, "is a folder, and a folder has no revision")
        else:
            folder = fetch_model(name, revision, offline=says_offline() if offline is None else offline)
        refuse_pickles(name, folder)
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(
                str(folder),
                device=device,
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except (
            Exception
        ) as error:  # the loader raises whatever its parts do: OSError, ValueError, KeyError, RuntimeError
            raise EncoderInvalid(name, f"cannot be read ({first_line(error)})") from error
        return cls(model, name=name, path=str(folder), languages=_languages(folder), batch_size=batch_size)

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Embeddings:
        """One unit row a text, with the model's own prompt for the kind."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        encode = self._model.encode_query if kind == "query" else self._model.encode_document
        rows = encode(
            list(texts),
            batch_size=self._batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.ascontiguousarray(rows, dtype=np.float32)


def fetch_model(name: str, revision: str | None, *, offline: bool) -> Path:
    """The folder of a model in the local cache; fetched when it is not there and the network may be used."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    for local in (True, False):
        if not local and offline:
            raise EncoderMissing(name, "not in the local cache, and the network is switched off")
        try:
            found = snapshot_download(
                name, revision=revision, local_files_only=local, allow_patterns=_WANTED, ignore_patterns=_UNWANTED
            )
        except HFValidationError as error:
            raise EncoderMissing(name, "neither a folder nor a model's name") from error
        except LocalEntryNotFoundError as error:
            if not local:
                raise EncoderMissing(name, "not in the local cache, and the Hub cannot be reached") from error
        except Exception as error:  # HTTP, TLS and name errors of several libraries
            raise EncoderMissing(name, first_line(error)) from error
        else:
            return Path(found)
    raise AssertionError("unreachable")


def says_offline() -> bool:
    """Whether the environment forbids the network."""
    return any(os.environ.get(name, "").strip().upper() in {"1", "ON", "YES", "TRUE"} for name in _OFFLINE)


def refuse_pickles(name: str, folder: Path) -> None:
    """Every part's weights must be safetensors: a pickle may run code when it is opened."""
    pickles = sorted(
        path.relative_to(folder)
        for pattern in _PICKLES
        for path in folder.rglob(pattern)
        if not any(path.parent.glob("*.safetensors")) and path.relative_to(folder).parts[0] not in _OTHER_BACKENDS
    )
    if pickles:
        raise EncoderInvalid(name, f"has its weights only as a pickle ({pickles[0]})")
    if not any(folder.rglob("*.safetensors")):
        raise EncoderInvalid(name, "holds no safetensors weights")


def _fingerprint(model: Any) -> str:
    """Digest of weights, tokenizer, modules and prompts: of what vectors depend on, wherever it was loaded from."""
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        array = tensor.detach().cpu().contiguous()
        digest.update(f"{key} {array.dtype} {tuple(array.shape)}\n".encode())
        digest.update(array.view(-1).view(_byte_type()).numpy().tobytes())
    tokenizer = getattr(model, "tokenizer", None)
    backend = getattr(tokenizer, "backend_tokenizer", tokenizer)
    to_text = getattr(backend, "to_str", None)
    digest.update((to_text() if to_text else repr(backend)).encode())
    for module in model:
        config = module.get_config_dict() if hasattr(module, "get_config_dict") else {}
        digest.update(f"{type(module).__name__} {sorted(config.items(), key=str)!r}\n".encode())
    digest.update(repr((sorted(model.prompts.items()), model.default_prompt_name, model.max_seq_length)).encode())
    return digest.hexdigest()


def _byte_type() -> Any:
    import torch

    return torch.uint8


def _languages(folder: Path) -> tuple[str, ...]:
    """The languages a model's card states; none where it has no card or says nothing."""
    from huggingface_hub import metadata_load

    card = folder / "README.md"
    try:
        stated = (metadata_load(card) or {}).get("language") if card.is_file() else None
    except Exception:  # a card that is not YAML says nothing
        return ()
    found = [stated] if isinstance(stated, str) else list(stated or ())
    return tuple(str(each) for each in found if each != "multilingual")


def first_line(error: BaseException) -> str:
    """What an error says, without what follows."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
