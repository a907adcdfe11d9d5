"""What can keep a report from being written."""

from claimcheck.errors.root import ClaimcheckError

__all__ = ["ArticleNotHeld", "NothingToReport", "ReportNameUnfit"]


class ArticleNotHeld(ClaimcheckError, LookupError):
    """A report was asked of an article that the workspace does not hold; ``why`` says what was looked for."""

    def __init__(self, wanted: str, folder: str, why: str) -> None:
        shown = "".join(char if char.isprintable() else "\ufffd" for char in wanted[:200])
        super().__init__(
            f"{shown} is not in {folder} ({why}): `claimcheck articles -w {folder}` shows what is, "
            "`claimcheck check ARTICLE` brings one in"
        )
        self.wanted, self.folder, self.why = wanted, folder, why


class NothingToReport(ClaimcheckError, LookupError):
    """The workspace holds no article."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"{folder} holds no article to report on: `claimcheck check ARTICLE -w {folder}` brings one in"
        )
        self.folder = folder


class ReportNameUnfit(ClaimcheckError, ValueError):
    """A report was to have a name that promises another kind of file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is no name for a report, which is HTML: end it with .html for one page, or leave the ending away "
            "for a folder"
        )
        self.path = path
