"""What can be wrong with an article."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "ArticleAddressRefused",
    "ArticleBinary",
    "ArticleEmpty",
    "ArticleHttpStatus",
    "ArticleIsFolder",
    "ArticleMissing",
    "ArticleNotText",
    "ArticleRedirects",
    "ArticleTimeout",
    "ArticleTooLarge",
    "ArticleUnreachable",
    "ArticleUnreadable",
    "ArticleUrlInvalid",
    "EncodingUnknown",
    "HtmlWithoutArticle",
    "LanguageInvalid",
    "Undecodable",
]


class ArticleMissing(ClaimcheckError, FileNotFoundError):
    """There is nothing at the path of an article."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is no file {path}: give the path of a .txt, .md or .html file, a URL, or - for stdin")
        self.path = path


class ArticleIsFolder(ClaimcheckError, IsADirectoryError):
    """The path of an article is a folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is a folder, not an article: give the files in it one by one, such as FOLDER/*.html")
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
    """A name is no language code; ``known`` tells of the languages that there are, where it is to choose by."""

    def __init__(self, name: str, *, known: str = "") -> None:
        there = f"; the past checks here are in: {known}" if known else ""
        super().__init__(f"{name!r} is no language code: write two letters such as de or en{there}")
        self.name = name


class HtmlWithoutArticle(ClaimcheckError, ValueError):
    """An HTML page has no article text in it."""

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"{origin} is an HTML page without an article: save the page of one article, or give its text as .txt"
        )
        self.origin = origin


class ArticleUrlInvalid(ClaimcheckError, ValueError):
    """An address is none that a page can be asked for at."""

    def __init__(self, url: str, why: str) -> None:
        shown = "".join(char if char.isprintable() else "\ufffd" for char in url)
        super().__init__(f"{shown} {why}: give an address such as https://example.org/article")
        self.url, self.why = url, why


class ArticleAddressRefused(ClaimcheckError, PermissionError):
    """A host stands for an address that is not the public internet's."""

    def __init__(self, host: str, address: str) -> None:
        named = f"{host} is" if host.strip("[]") == address else f"{host} is {address}, which is"
        super().__init__(f"{named} no public address: add --allow-private if the page is on your own network")
        self.host, self.address = host, address


class ArticleUnreachable(ClaimcheckError, ConnectionError):
    """There is no answer, or a broken one, from where a page should be."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url} cannot be read ({why}): check the address, or save the page and give the file")
        self.url, self.why = url, why


class ArticleTimeout(ClaimcheckError, TimeoutError):
    """A page did not come in time."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(f"{url} took too long (over {seconds:g} s): try again, or save the page and give the file")
        self.url, self.seconds = url, seconds


class ArticleHttpStatus(ClaimcheckError, ConnectionError):
    """A server answers, but not with a page."""

    def __init__(self, url: str, status: int) -> None:
        if status in (404, 410):
            what = "there is no such page: check the address"
        elif status in (401, 402, 403, 407, 429, 451):
            what = "the server does not give us the page: save it in your browser and give the file"
        else:
            what = "the server does not answer with the page: try again later, or save it and give the file"
        super().__init__(f"{url} answers {status}; {what}")
        self.url, self.status = url, status


class ArticleNotText(ClaimcheckError, ValueError):
    """What an address holds is no HTML and no text."""

    def __init__(self, url: str, media_type: str) -> None:
        shown = "".join(char for char in media_type[:60] if char.isprintable())
        super().__init__(f"{url} holds {shown}, not HTML or text: give the address of an article's page")
        self.url, self.media_type = url, media_type


class ArticleRedirects(ClaimcheckError, ConnectionError):
    """A page is always somewhere else."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(f"{url} is redirected more than {limit} times: open it in a browser and give its last address")
        self.url, self.limit = url, limit
