"""Any sentence-transformers cross-encoder: reads a query and a past check together, and scores the pair."""

from collections.abc import Sequence
from typing import Any, Self

from claimcheck.embed.cross_encoders import load_cross_encoder
from claimcheck.errors import RerankerInvalid, RerankerMissing

__all__ = ["CrossEncoderReranker"]


class CrossEncoderReranker:
    """Called with (query, text) pairs it gives one score each, higher is better, on the model's own scale."""

    def __init__(self, model: Any, *, name: str, batch_size: int = 32) -> None:
        self.name = name
        self._model = model
        self._batch_size = batch_size

    @classmethod
    def load(
        cls, name: str, *, revision: str | None = None, device: str | None = None, offline: bool | None = None
    ) -> Self:
        """The model in the folder ``name``, or of that name: from the local cache, else from the Hub.

        Raises:
            RerankerMissing: the model is not here and cannot be had.
            RerankerInvalid: its weights are pickles, it cannot be read, or it gives more than one score a pair.
        """
        model = load_cross_encoder(
            name, revision=revision, device=device, offline=offline, missing=RerankerMissing, invalid=RerankerInvalid
        )
        if model.num_labels != 1:
            raise RerankerInvalid(name, f"gives {model.num_labels} scores a pair, wanted is one")
        return cls(model, name=name)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """One score a pair, in order."""
        if not pairs:
            return []
        scores = self._model.predict(list(pairs), batch_size=self._batch_size, show_progress_bar=False)
        return [float(score) for score in scores]
