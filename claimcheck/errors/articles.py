"""What can be wrong with an article."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "ArticleBinary",
    "ArticleEmpty",
    "ArticleIsFolder",
    "ArticleMissing",
    "ArticleTooLarge",
    "ArticleUnreadable",
    "EncodingUnknown",
    "HtmlWithoutArticle",
    "LanguageInvalid",
    "Undecodable",
]


class ArticleMissing(ClaimcheckError, FileNotFoundError):
    """There is nothing at the path of an article."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is no file {path}: give the path of a .txt, .md or .html file, or - for stdin")
        self.path = path


class ArticleIsFolder(ClaimcheckError, IsADirectoryError):
    """The path of an article is a folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is a folder, not an article: give the files in it one by one")
        self.path = path


class ArticleUnreadable(ClaimcheckError, OSError):
    """The system does not let us read an article's file."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be read ({why}): check the path and its permissions")
        self.path, self.why = path, why


class ArticleEmpty(ClaimcheckError, ValueError):
    """A file holds no text."""

    def __init__(self, origin: str) -> None:
        super().__init__(f"{origin} holds no text: give a file with an article in it")
        self.origin = origin


class ArticleBinary(ClaimcheckError, ValueError):
    """A file is not text; ``kind`` names what it looks like, where that is known."""

    def __init__(self, origin: str, kind: str | None = None) -> None:
        what = f"a {kind} file" if kind else "a binary file"
        super().__init__(f"{origin} is {what}, not text: save its text as .txt, .md or .html and give that")
        self.origin, self.kind = origin, kind


class ArticleTooLarge(ClaimcheckError, ValueError):
    """A file or its text is larger than an article can be; ``size`` is None where reading stopped at the limit."""

    def __init__(self, origin: str, *, size: int | None, limit: int, unit: str = "bytes") -> None:
        found = f"{size:,} {unit}" if size is not None else f"more than {limit:,} {unit}"
        super().__init__(f"{origin} holds {found}, an article at most {limit:,}: cut it into single articles")
        self.origin, self.size, self.limit, self.unit = origin, size, limit, unit


class Undecodable(ClaimcheckError, ValueError):
    """A file's bytes are not text in the encoding it was said to have."""

    def __init__(self, origin: str, encoding: str, position: int) -> None:
        super().__init__(
            f"{origin} is not {encoding}: byte {position:,} does not fit; name its encoding with --encoding, "
            "or leave that out to have it detected"
        )
        self.origin, self.encoding, self.position = origin, encoding, position


class EncodingUnknown(ClaimcheckError, LookupError):
    """A name is no text encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no known text encoding: write one such as utf-8, utf-16, cp1252 or latin-1")
        self.name = name


class LanguageInvalid(ClaimcheckError, ValueError):
    """A name is no language code."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no language code: write two letters such as de or en")
        self.name = name


class HtmlWithoutArticle(ClaimcheckError, ValueError):
    """An HTML page has no article text in it."""

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"{origin} is an HTML page without an article: save the page of one article, or give its text as .txt"
        )
        self.origin = origin
