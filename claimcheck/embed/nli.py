"""Any cross-encoder for inference: whether one text entails another, leaves it open or contradicts it."""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np

from claimcheck.embed.cross_encoders import load_cross_encoder
from claimcheck.errors import NliInvalid, NliMissing

__all__ = ["CrossEncoderNli"]

_LABELS = ("entailment", "neutral", "contradiction")


class CrossEncoderNli:
    """Called with (text, text) pairs it gives for each how likely entailment, neutral and contradiction are."""

    def __init__(self, model: Any, *, name: str, columns: Sequence[int], batch_size: int = 32) -> None:
        self.name = name
        self._model = model
        self._columns = list(columns)
        self._batch_size = batch_size

    @classmethod
    def load(
        cls, name: str, *, revision: str | None = None, device: str | None = None, offline: bool | None = None
    ) -> Self:
        """The model in the folder ``name``, or of that name: from the local cache, else from the Hub.

        Raises:
            NliMissing: the model is not here and cannot be had.
            NliInvalid: its weights are pickles, it cannot be read, or its labels are not those of inference.
        """
        model = load_cross_encoder(
            name, revision=revision, device=device, offline=offline, missing=NliMissing, invalid=NliInvalid
        )
        labels = {str(label).lower(): int(place) for place, label in model.model.config.id2label.items()}
        if not set(_LABELS) <= set(labels):
            found = ", ".join(sorted(labels)) or "none"
            raise NliInvalid(name, f"has the labels {found}, wanted are {', '.join(_LABELS)}")
        return cls(model, name=name, columns=[labels[label] for label in _LABELS])

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """For each pair, in order, the shares of entailment, neutral and contradiction; they add up to one."""
        if not pairs:
            return []
        scores = self._model.predict(list(pairs), batch_size=self._batch_size, show_progress_bar=False)
        heights = np.asarray(scores, float)[:, self._columns]
        raised = np.exp(heights - heights.max(axis=1, keepdims=True))
        shares = raised / raised.sum(axis=1, keepdims=True)
        return [(float(one), float(open_), float(not_)) for one, open_, not_ in shares]
