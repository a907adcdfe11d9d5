"""What can be wrong with past checks and the files they come in."""

from claimcheck.errors.root import ClaimcheckError
from claimcheck.progress import plural

__all__ = [
    "CalibrationInvalid",
    "FactCheckApiRefused",
    "FactCheckApiUnreachable",
    "FactCheckKeyMissing",
    "NoReviewFits",
    "NoReviewFound",
    "NoReviewSelected",
    "QueryFileUnreadable",
    "RatingsInvalid",
    "RemovalNotConfirmed",
    "ReviewArchiveEndless",
    "ReviewArchiveUnsafe",
    "ReviewColumnsUnknown",
    "ReviewFileEncoding",
    "ReviewFileMissing",
    "ReviewFileUnreadable",
    "ReviewFormatUnknown",
    "ReviewInvalid",
    "ReviewMapInvalid",
    "TooFewAnswers",
]


class CalibrationInvalid(ClaimcheckError, ValueError):
    """A workspace's own calibration cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no calibration ({why}): remove it, or run claimcheck reviews calibrate again")
        self.path, self.why = path, why


class FactCheckApiRefused(ClaimcheckError, RuntimeError):
    """Google's Fact Check Tools API refuses a question."""

    def __init__(self, status: int, said: str) -> None:
        remedy = {
            400: "check the key and the question",
            401: "check the key in GOOGLE_FACTCHECK_API_KEY",
            403: "allow the Fact Check Tools API for this key in the Google Cloud console",
            429: "the quota is used up: wait, or ask for more",
        }.get(status, "try again later")
        super().__init__(f"the Fact Check Tools API answers {status} ({said}): {remedy}")
        self.status, self.said = status, said


class FactCheckApiUnreachable(ClaimcheckError, ConnectionError):
    """Google's Fact Check Tools API gives no answer that can be read."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the Fact Check Tools API cannot be read ({why}): check the connection and try again")
        self.why = why


class FactCheckKeyMissing(ClaimcheckError, LookupError):
    """There is no key for Google's Fact Check Tools API."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the Fact Check Tools API wants a key, and {name} is not set: put the key into it")
        self.name = name


class NoReviewFound(ClaimcheckError, ValueError):
    """A readable file holds no past check at all."""

    def __init__(self, path: str, wanted: str = "ClaimReview objects, a feed of them or our own lines") -> None:
        super().__init__(f"{path} holds no past check: wanted is {wanted}")
        self.path, self.wanted = path, wanted


class NoReviewSelected(ClaimcheckError, ValueError):
    """A removal names no past check: everything would go."""

    def __init__(self) -> None:
        super().__init__(
            "no past check is selected for removal: name ids, or say which: of a publisher, in a language, with a "
            "label or a text, or of some days"
        )


class RemovalNotConfirmed(ClaimcheckError, RuntimeError):
    """A removal was not let go on, since nobody could be asked."""

    def __init__(self) -> None:
        super().__init__(
            "nothing was removed, for nobody answers: look at the past checks with `claimcheck reviews list`, then "
            "add --yes"
        )


class QueryFileUnreadable(ClaimcheckError, ValueError):
    """A file of claims to look up cannot be read."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        super().__init__(f"{path} {why}: {remedy}" if why else f"there is no file {path}: {remedy}")
        self.path, self.why, self.remedy = path, why, remedy


class RatingsInvalid(ClaimcheckError, ValueError):
    """A rating table cannot be read."""

    def __init__(self, path: str, line: int, why: str) -> None:
        super().__init__(f"the rating table {path}, line {line}, {why}: correct the line")
        self.path, self.line, self.why = path, line, why


class ReviewColumnsUnknown(ClaimcheckError, ValueError):
    """A table of past checks has no column that holds the claim, or lacks a column it was said to have."""

    def __init__(self, path: str, found: tuple[str, ...], wanted: str) -> None:
        shown = ", ".join(repr(name[:60]) for name in found[:12]) + (", …" if len(found) > 12 else "")
        remedy = "say which with --map claim_reviewed=COLUMN"
        super().__init__(f"{path} has the columns {shown or '(none)'} but {wanted}: {remedy}")
        self.path, self.found, self.wanted = path, found, wanted


class ReviewFileEncoding(ClaimcheckError, ValueError):
    """A file of past checks is not UTF-8."""

    def __init__(self, path: str, at: int) -> None:
        super().__init__(f"{path} is not UTF-8 (byte {at}): save it as UTF-8")
        self.path, self.at = path, at


class ReviewFileMissing(ClaimcheckError, FileNotFoundError):
    """The file of past checks is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"there is no file {path}: give a file, a folder, a pattern such as 'pages/*.html', or - for stdin"
        )
        self.path = path


class ReviewFileUnreadable(ClaimcheckError, ValueError):
    """A file of past checks cannot be read at all."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        super().__init__(f"{path} {why}: {remedy}")
        self.path, self.why, self.remedy = path, why, remedy


class ReviewArchiveUnsafe(ReviewFileUnreadable):
    """An archive or a packed file is damaged, or unpacks to more than any feed."""


class ReviewArchiveEndless(ReviewArchiveUnsafe):
    """A packed file unpacks to more than any feed."""


class ReviewFormatUnknown(ClaimcheckError, ValueError):
    """A file of past checks is in no format that is read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is in no known format: give JSON, JSON lines, CSV, TSV, Parquet or an HTML page")
        self.path = path


class NoReviewFits(ClaimcheckError, LookupError):
    """Filters leave no past check to compare every claim with."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}; no claim was looked up, and each keeps what was found for it before")
        self.why = why


class ReviewMapInvalid(ClaimcheckError, ValueError):
    """A pair of field and column is none."""

    def __init__(self, pair: str, why: str, fields: tuple[str, ...]) -> None:
        super().__init__(f"the map {pair[:80]!r} {why}: write field=column, the fields are {', '.join(fields)}")
        self.pair, self.why = pair, why


class ReviewInvalid(ClaimcheckError, ValueError):
    """An object or a set of values makes no past check."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not a usable past check: {why}; give it a claim, who checked it, and a whole address")
        self.why = why


class TooFewAnswers(ClaimcheckError, ValueError):
    """Annotators have said too little about past checks to learn from."""

    def __init__(self, *, pairs: int, same: int, wanted: tuple[int, int]) -> None:
        super().__init__(
            f"annotators answered {plural(pairs, 'past check that is', 'past checks that are')} here, {same} of them "
            f"the same: it takes {wanted[0]}, {wanted[1]} of each kind; pull more answers first (samples do not count)"
        )
        self.pairs, self.same, self.wanted = pairs, same, wanted
