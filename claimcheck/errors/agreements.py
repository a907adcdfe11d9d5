"""What can keep verdicts from being aggregated, compared, drawn or split."""

from claimcheck.errors.root import ClaimcheckError

__all__ = ["ExtraMissing", "PlotFormatUnknown", "SplitImpossible", "SplitInvalid"]


class ExtraMissing(ClaimcheckError, ImportError):
    """A library that only some need is not installed; ``extra`` is the set of claimcheck's that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed: pip install 'claimcheck[{extra}]'")
        self.what, self.extra = what, extra


class PlotFormatUnknown(ClaimcheckError, ValueError):
    """A plot was asked for in a form that is not drawn."""

    def __init__(self, path: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{path} does not say a form that is drawn: end its name with {' or '.join(known)}")
        self.path, self.known = path, known


class SplitInvalid(ClaimcheckError, ValueError):
    """Shares of a split that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is no split: give train/dev/test or train/test in percent, such as 80/10/10 or 80/20"
        )
        self.text = text


class SplitImpossible(ClaimcheckError, ValueError):
    """These claims cannot be split as asked without a leak."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(f"no such split: {found}: {remedy}")
        self.found, self.remedy = found, remedy
