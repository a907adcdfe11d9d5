"""What can keep verdicts from being settled, published or exported."""

from claimcheck.errors.root import ClaimcheckError
from claimcheck.progress import as_many

__all__ = [
    "DatasetFormatUnknown",
    "DatasetNotWritable",
    "DatasetUnreadable",
    "FormHasNoPlace",
    "MethodUnknown",
    "NotPublishable",
    "NothingToExport",
    "OutputTaken",
    "PublisherMissing",
]


class MethodUnknown(ClaimcheckError, ValueError):
    """A way of settling verdicts that claimcheck does not know."""

    def __init__(self, method: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{method!r} is no way to settle verdicts: use {' or '.join(known)}")
        self.method, self.known = method, known


class PublisherMissing(ClaimcheckError, ValueError):
    """Publishing needs to say who publishes and where; ``missing`` names the settings, ``path`` their file."""

    def __init__(self, missing: tuple[str, ...], path: str = "claimcheck.toml") -> None:
        them = "it" if len(missing) == 1 else "them"
        super().__init__(f"publishing needs {' and '.join(missing)}: set {them} under [desk] in {path}")
        self.missing, self.path = missing, path


class NotPublishable(ClaimcheckError, ValueError):
    """A claim that was named for publishing cannot be; ``why`` is the rest of the sentence, remedy included."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(f"claim {claim_id} {why}")
        self.claim_id, self.why = claim_id, why


class NothingToExport(ClaimcheckError, ValueError):
    """No claim of the workspace has a verdict that may be exported; ``left_out`` counts claims by reason."""

    def __init__(self, left_out: dict[str, int]) -> None:
        counts = ", ".join(as_many(count, reason) for reason, count in sorted(left_out.items()))
        found = f" (left out: {counts})" if counts else ""
        super().__init__(
            f"there is no verdict to export{found}: `claimcheck pull` brings verdicts, --samples takes the samples"
        )
        self.left_out = left_out


class DatasetFormatUnknown(ClaimcheckError, ValueError):
    """A dataset format that claimcheck does not write."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} is no dataset format: use one of {', '.join(known)}")
        self.name, self.known = name, known


class DatasetNotWritable(ClaimcheckError, OSError):
    """A dataset file cannot be written; what stood there before still does."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why}): choose another place")
        self.path, self.why = path, why


class DatasetUnreadable(ClaimcheckError, ValueError):
    """A file is not a verdict dataset of ours."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no verdict dataset ({why}): `claimcheck export` writes one")
        self.path, self.why = path, why


class OutputTaken(ClaimcheckError, FileExistsError):
    """Something is where a file or folder that the user named was to go."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already: name another place, or replace it with --force")
        self.path = path


class FormHasNoPlace(ClaimcheckError, ValueError):
    """A form can carry none of the claims; ``reasons`` counts them by why."""

    def __init__(self, form: str, reasons: dict[str, int]) -> None:
        counts = ", ".join(as_many(count, reason) for reason, count in sorted(reasons.items()))
        super().__init__(f"{form} has a place for none of the claims ({counts}): choose another --format")
        self.form, self.reasons = form, reasons
