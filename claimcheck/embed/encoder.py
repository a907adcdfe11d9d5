"""What an encoder promises, and the one function that finds one: bundled, in a folder, or a model by name."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
import numpy.typing as npt

from claimcheck import resources
from claimcheck.errors import EncoderMissing

if TYPE_CHECKING:
    from claimcheck.embed.static import StaticEncoder

__all__ = ["Embeddings", "Encoder", "EncoderInfo", "Kind", "bundled_encoder", "describe", "load_encoder"]

Embeddings = npt.NDArray[np.float32]
"""``(n, d)`` float32; each row has length one, or is zero where nothing in the text is known."""

Kind = Literal["query", "document"]
"""What a text is to the search; only models with prompts tell the two apart."""


class Encoder(Protocol):
    """Texts to unit vectors. Two encoders with equal ``fingerprint`` give equal vectors.

    ``path`` is the sentence-transformers folder where there is one. ``languages`` are ISO 639-1 codes; empty where
    the model does not say. ``bytes`` is the size of its files, or of its weights where it has no folder.
    """

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def path(self) -> str | None:
        """Its sentence-transformers folder."""

    @property
    def dimension(self) -> int:
        """The width of its vectors."""

    @property
    def fingerprint(self) -> str:
        """Digest of everything its vectors depend on."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has learnt; empty where unknown."""

    @property
    def bytes(self) -> int:
        """Its size."""

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Embeddings:
        """One row a text, in order: unit length, or zero where no token of the text is known; ``(0, d)`` for none."""


@dataclass(frozen=True, slots=True)
class EncoderInfo:
    """An encoder without its weights: the line ``encoder info`` prints, fields in its order."""

    name: str
    path: str | None
    dimension: int
    fingerprint: str
    languages: tuple[str, ...]
    bytes: int


def describe(encoder: Encoder) -> EncoderInfo:
    """What an encoder is called, where its folder is, how wide and large it is, what it knows; nothing is encoded."""
    return EncoderInfo(
        name=encoder.name,
        path=encoder.path,
        dimension=encoder.dimension,
        fingerprint=encoder.fingerprint,
        languages=encoder.languages,
        bytes=encoder.bytes,
    )


def load_encoder(
    name: str | None = None,
    *,
    revision: str | None = None,
    device: str | None = None,
    batch_size: int | None = None,
) -> Encoder:
    """The bundled encoder, or the one ``name`` says: a folder, else a sentence-transformers model by name.

    The bundled encoder and any folder of the same layout are read without torch. Everything else goes through
    sentence-transformers (seconds to import): safetensors only, no code from the model, and no network where
    ``HF_HUB_OFFLINE`` is set or the model is already here. ``revision`` counts only for a model by name, and may be
    given as ``name@revision``: give a full commit hash where results must repeat. ``device`` and ``batch_size`` are for
    sentence-transformers; None lets it choose, and encodes 64 texts at a time.

    Raises:
        EncoderMissing: no such folder, or no such model to be had.
        EncoderInvalid: what is there cannot be read as an encoder.
    """
    from claimcheck.embed.static import StaticEncoder, is_static

    if name is None:
        return bundled_encoder()
    folder = Path(name).expanduser()
    if folder.is_dir():
        if is_static(folder):
            return StaticEncoder.load(folder)
    elif _reads_as_path(name):
        raise EncoderMissing(name, "no such folder")
    else:
        name, _, named = name.partition("@")
        revision = named or revision
    from claimcheck.embed.transformers import SentenceTransformerEncoder

    return SentenceTransformerEncoder.load(name, revision=revision, device=device, batch_size=batch_size or 64)


def bundled_encoder() -> "StaticEncoder":
    """The bundled encoder, read once: the splitter, the search and the relations share it."""
    return _shipped(resources.encoder_folder())


@lru_cache(maxsize=1)
def _shipped(folder: Path) -> "StaticEncoder":
    from claimcheck.embed.static import StaticEncoder

    return StaticEncoder.load(folder, shipped=True)


def _reads_as_path(name: str) -> bool:
    """Whether a name can only mean a place on disk: models are called ``model`` or ``owner/model``."""
    return name.startswith(("/", ".", "~")) or name.endswith(os.sep) or name.count("/") > 1 or Path(name).exists()
