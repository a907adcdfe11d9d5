"""Loading a sentence-transformers cross-encoder, which reads two texts together.

Safetensors weights only, and no code of a model's own, as with encoders.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimcheck.embed.transformers import fetch_model, first_line, refuse_pickles, says_offline
from claimcheck.errors import ClaimcheckError, EncoderInvalid, EncoderMissing

__all__ = ["load_cross_encoder"]

Refusal = Callable[[str, str], ClaimcheckError]
"""An error about a model, from its name and what is wrong."""


def load_cross_encoder(
    name: str, *, revision: str | None, device: str | None, offline: bool | None, missing: Refusal, invalid: Refusal
) -> Any:
    """The model in the folder ``name``, or of that name: from the local cache, else from the Hub unless ``offline``.

    ``offline`` None: as the environment says. Raises ``missing`` where the model is not here and cannot be had, and
    ``invalid`` where its weights are pickles or it cannot be read.
    """
    try:
        folder = Path(name).expanduser()
        if not folder.is_dir():
            folder = fetch_model(name, revision, offline=says_offline() if offline is None else offline)
        refuse_pickles(name, folder)
    except EncoderMissing as error:
        raise missing(name, error.why) from error
    except EncoderInvalid as error:
        raise invalid(name, error.why) from error
    from sentence_transformers import CrossEncoder

    try:
        return CrossEncoder(
            str(folder),
            device=device,
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        )
    except Exception as error:  # the loader raises whatever its parts do
        raise invalid(name, f"cannot be read ({first_line(error)})") from error
