"""A sentence-transformers StaticEmbedding folder, read with tokenizers, safetensors and numpy alone.

A text's vector is the sum of its tokens' rows, brought to length one: what ``SentenceTransformer(folder)`` gives with
StaticEmbedding and Normalize. Queries and documents are encoded alike.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from tokenizers import Tokenizer

from claimcheck.embed.encoder import Embeddings, Kind
from claimcheck.embed.pieces import Pieces, parse_tokenizer, read_pieces
from claimcheck.errors import EncoderInvalid

__all__ = ["FINGERPRINT_FILE", "StaticEncoder", "fingerprint_of", "is_static", "sizes_of"]

FINGERPRINT_FILE = "fingerprint.json"
"""Where a folder that ships states its fingerprint, so that a look-up need not hash thirty megabytes."""

_MODULES, _TOKENIZER, _WEIGHTS, _CONFIG = "modules.json", "tokenizer.json", "model.safetensors", "config.json"
_TENSOR = "embedding.weight"
_BLOCK = 1024  # texts at a time: bounds memory, and as fast as any larger block


class StaticEncoder:
    """One vector a token, summed and normalised; one that ships reads of its tokenizer what a few texts need."""

    def __init__(
        self,
        tokenizer: Tokenizer | Pieces,
        weights: npt.NDArray[np.float16] | npt.NDArray[np.float32],
        *,
        name: str,
        path: str | None,
        fingerprint: str,
        languages: tuple[str, ...],
        size: int,
    ) -> None:
        self.tokenizer, self.rows = tokenizer, weights  # rows: (tokens, d), one vector a token
        self.name, self.path, self.fingerprint, self.languages = name, path, fingerprint, languages
        self.dimension = int(weights.shape[1])
        self.bytes = size

    @classmethod
    def load(cls, folder: Path, *, shipped: bool = False) -> Self:
        """The encoder in a folder. ``shipped`` trusts the fingerprint stated there if the files' sizes agree.

        Raises:
            EncoderInvalid: a file is missing or is not what its name says.
        """
        if not is_static(folder):
            raise EncoderInvalid(str(folder), "is not a StaticEmbedding folder (modules.json does not say so)")
        config = _read_json(folder, _CONFIG) if (folder / _CONFIG).is_file() else {}
        weights = _read_weights(folder)
        stated = _stated_fingerprint(folder) if shipped else None
        tokenizer = (read_pieces(folder) if stated else None) or _read_tokenizer(folder)
        if tokenizer.get_vocab_size() > len(weights):
            why = f"has {tokenizer.get_vocab_size()} tokens but only {len(weights)} vectors"
            raise EncoderInvalid(str(folder), why)
        return cls(
            tokenizer,
            weights,
            name=str(config.get("name") or folder.name),
            path=str(folder),
            fingerprint=stated or fingerprint_of(folder),
            languages=tuple(config.get("languages", ())),
            size=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        )

    @property
    def whole_tokenizer(self) -> Tokenizer:
        """The tokenizer itself, all of it read: to train with, or to save."""
        return self.tokenizer.whole if isinstance(self.tokenizer, Pieces) else self.tokenizer

    def with_rows(self, rows: npt.NDArray[np.float32]) -> Self:
        """The same encoder with other token vectors, as float16; it has no folder, and no fingerprint but a name."""
        weights = np.ascontiguousarray(rows, np.float16)
        name = f"{self.name}-tuned"
        return type(self)(
            self.tokenizer,
            weights,
            name=name,
            path=None,
            fingerprint=name,
            languages=self.languages,
            size=weights.nbytes,
        )

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Embeddings:  # noqa: ARG002 - the protocol's; alike here
        """One unit row a text, in order; a zero row where no token is known; ``(0, d)`` for no texts."""
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _BLOCK):
            block = self.tokenizer.encode_batch_fast(list(texts[start : start + _BLOCK]), add_special_tokens=False)
            ids = [encoding.ids for encoding in block]
            lengths = np.fromiter(map(len, ids), np.intp, len(ids))
            filled = np.flatnonzero(lengths)
            if not filled.size:
                continue
            flat = np.fromiter(chain.from_iterable(ids), np.intp, int(lengths.sum()))
            offsets = np.concatenate(([0], np.cumsum(lengths[filled])[:-1]))
            sums = np.add.reduceat(self.rows[flat].astype(np.float32), offsets, axis=0)
            norms = np.linalg.norm(sums, axis=1, keepdims=True)
            rows[start + filled] = np.divide(sums, norms, out=np.zeros_like(sums), where=norms > 0)
        return rows


def is_static(folder: Path) -> bool:
    """Whether a folder's modules are one StaticEmbedding and then Normalize: the layout ``StaticEncoder`` reads."""
    try:
        types = [str(module["type"]).rpartition(".")[2] for module in json.loads((folder / _MODULES).read_bytes())]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    return types == ["StaticEmbedding", "Normalize"]


def fingerprint_of(folder: Path) -> str:
    """SHA-256 over the digests of what the vectors depend on: weights, tokenizer and modules."""
    whole = hashlib.sha256()
    for name in (_WEIGHTS, _TOKENIZER, _MODULES):
        with (folder / name).open("rb") as file:
            whole.update(f"{name} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return whole.hexdigest()


def sizes_of(folder: Path) -> dict[str, int]:
    """The sizes of the files a fingerprint covers."""
    return {name: (folder / name).stat().st_size for name in (_WEIGHTS, _TOKENIZER, _MODULES)}


def _stated_fingerprint(folder: Path) -> str | None:
    """The fingerprint the folder states, if it was stated for files of these sizes."""
    if not (folder / FINGERPRINT_FILE).is_file():
        return None
    stated = _read_json(folder, FINGERPRINT_FILE)
    found = stated.get("fingerprint")
    return found if isinstance(found, str) and stated.get("bytes") == sizes_of(folder) else None


def _read_json(folder: Path, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads((folder / name).read_bytes())
    except (OSError, ValueError) as error:
        raise EncoderInvalid(str(folder), f"has no readable {name} ({error})") from error
    if not isinstance(found, dict):
        raise EncoderInvalid(str(folder), f"has a {name} that is no JSON object")
    return found


def _read_tokenizer(folder: Path) -> Tokenizer:
    try:
        return parse_tokenizer((folder / _TOKENIZER).read_bytes())
    except Exception as error:  # tokenizers raises bare Exception for everything
        raise EncoderInvalid(str(folder), f"has no readable {_TOKENIZER} ({error})") from error


def _read_weights(folder: Path) -> npt.NDArray[np.float16] | npt.NDArray[np.float32]:
    """The token vectors, mapped from the file: a look-up touches only the rows it needs."""
    path = folder / _WEIGHTS
    try:
        with safe_open(path, framework="numpy") as file:  # validates the header and that the data fits it
            if _TENSOR not in set(file.keys()):
                raise EncoderInvalid(str(folder), f"has no tensor {_TENSOR} in {_WEIGHTS}")
        start, entry = _tensor_place(path)
    except (OSError, SafetensorError) as error:
        pickles = [each.name for each in _pickles(folder)]
        found = f"only {pickles[0]}, a pickle" if pickles and not path.exists() else str(error)
        raise EncoderInvalid(str(folder), f"has no readable {_WEIGHTS} ({found})") from error
    kinds = {"F16": np.float16, "F32": np.float32}
    if entry["dtype"] not in kinds or len(entry["shape"]) != 2:
        raise EncoderInvalid(
            str(folder), f"has {entry['dtype']} vectors of shape {entry['shape']}, not F16 or F32 rows"
        )
    rows: npt.NDArray[Any] = np.memmap(path, kinds[entry["dtype"]], "r", start, tuple(entry["shape"]))
    return rows


def _tensor_place(path: Path) -> tuple[int, dict[str, Any]]:
    """Where the token vectors start in a safetensors file whose header has been validated, and their entry."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        entry: dict[str, Any] = json.loads(file.read(length))[_TENSOR]
    return 8 + length + int(entry["data_offsets"][0]), entry


def _pickles(folder: Path) -> Iterator[Path]:
    for pattern in ("*.bin", "*.pt", "*.pth", "*.pkl"):
        yield from folder.glob(pattern)
