"""What can be wrong with an encoder, its vectors and its training."""

from claimcheck.errors.root import ClaimcheckError
from claimcheck.progress import plural

__all__ = [
    "DimensionMismatch",
    "EncoderInvalid",
    "EncoderMissing",
    "NliInvalid",
    "NliMissing",
    "RerankerInvalid",
    "RerankerMissing",
    "TooFewMatches",
    "TrainingDataInvalid",
    "TrainingDataMissing",
]


class EncoderInvalid(ClaimcheckError, ValueError):
    """What is there cannot serve as an encoder."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"the encoder {name} {why}: give a sentence-transformers folder or model with safetensors weights"
        )
        self.name, self.why = name, why


class EncoderMissing(ClaimcheckError, FileNotFoundError):
    """No encoder of this name is here or to be had."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"no encoder {name} ({why}): check the name, or give the folder of a model that is here")
        self.name, self.why = name, why


class NliInvalid(ClaimcheckError, ValueError):
    """What is there cannot serve as a model for natural language inference."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the NLI model {name} {why}: give a cross-encoder trained for NLI, with safetensors weights")
        self.name, self.why = name, why


class NliMissing(ClaimcheckError, FileNotFoundError):
    """No NLI model of this name is here or to be had."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"no NLI model {name} ({why}): check the name, or give the folder of a model that is here")
        self.name, self.why = name, why


class RerankerInvalid(ClaimcheckError, ValueError):
    """What is there cannot serve as a reranker."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the reranker {name} {why}: give a cross-encoder with one score and safetensors weights")
        self.name, self.why = name, why


class RerankerMissing(ClaimcheckError, FileNotFoundError):
    """No cross-encoder of this name is here or to be had."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"no reranker {name} ({why}): check the name, or give the folder of a model that is here")
        self.name, self.why = name, why


class TrainingDataInvalid(ClaimcheckError, ValueError):
    """Training data cannot be used."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} {why}: training wants gzipped lines of tag, sentence and English sentence, tab apart")
        self.path, self.why = path, why


class TrainingDataMissing(ClaimcheckError, FileNotFoundError):
    """A file to train on is not there."""

    def __init__(self, folder: str, name: str) -> None:
        super().__init__(
            f"{folder} holds no {name}: give the folder with the sentence pairs of every language asked for"
        )
        self.folder, self.name = folder, name


class DimensionMismatch(ClaimcheckError, ValueError):
    """Vectors and index come from encoders of different width."""

    def __init__(self, *, got: int, want: int) -> None:
        super().__init__(
            f"vectors have {got} dimensions, the index {want}: rebuild it with this encoder, "
            "as `claimcheck doctor --repair` does"
        )
        self.got, self.want = got, want


class TooFewMatches(ClaimcheckError, ValueError):
    """Too few past checks were confirmed as the same claim to train on."""

    def __init__(self, *, claims: int, wanted: int) -> None:
        super().__init__(
            f"{plural(claims, 'claim has', 'claims have')} a past check confirmed as the same, training takes "
            f"{wanted}: answer and pull more tasks first (samples do not count)"
        )
        self.claims, self.wanted = claims, wanted
