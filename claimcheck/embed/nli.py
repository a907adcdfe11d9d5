"""Any cross-encoder for natural language inference: whether one text entails another, leaves it open or contradicts it.

Safetensors weights only, and no code of a model's own, as with encoders.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np

from claimcheck.embed.transformers import fetch_model, first_line, refuse_pickles, says_offline
from claimcheck.errors import EncoderInvalid, EncoderMissing, NliInvalid, NliMissing

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
        try:
            folder = Path(name).expanduser()
            if not folder.is_dir():
                folder = fetch_model(name, revision, offline=says_offline() if offline is None else offline)
            refuse_pickles(name, folder)
        except EncoderMissing as error:
            raise NliMissing(name, error.why) from error
        except EncoderInvalid as error:
            raise NliInvalid(name, error.why) from error
        from sentence_transformers import CrossEncoder

        try:
            model = CrossEncoder(
                str(folder),
                device=device,
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as error:  # the loader raises whatever its parts do
            raise NliInvalid(name, f"cannot be read ({first_line(error)})") from error
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
