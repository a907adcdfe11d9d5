"""What can be wrong with a test collection."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "BenchFellShort",
    "BenchFileInvalid",
    "BenchFileMissing",
    "GoldInvalid",
    "GoldMissing",
    "GoldSourceChanged",
    "GoldSourceMissing",
    "LabelledTextsInvalid",
    "PairsInvalid",
    "TimingFailed",
]


class GoldMissing(ClaimcheckError, FileNotFoundError):
    """There is no gold file of that name."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is no file {path}: give a gold file, or a folder of them, with --gold")
        self.path = path


class GoldInvalid(ClaimcheckError, ValueError):
    """A gold file does not have the form of splitter gold."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no splitter gold: {why}; wanted source, sha256, language, blocks and claims")
        self.path, self.why = path, why


class GoldSourceMissing(ClaimcheckError, FileNotFoundError):
    """The page that a gold file annotates is in none of the folders looked at."""

    def __init__(self, path: str, source: str, folders: list[str]) -> None:
        super().__init__(f"{path}: its page {source!r} is not in {', '.join(folders)}: name the folder that holds it")
        self.path, self.source, self.folders = path, source, folders


class GoldSourceChanged(ClaimcheckError, ValueError):
    """A page is not the one that was annotated."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__(f"{source} has changed since {path} annotated it: its digest differs; take the original page")
        self.path, self.source = path, source


class BenchFileMissing(ClaimcheckError, FileNotFoundError):
    """A file of a test collection is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"no file {path}: give documents with --docs, queries with --queries and judgements with --qrels"
        )
        self.path = path


class BenchFileInvalid(ClaimcheckError, ValueError):
    """A file of a test collection does not hold what it should; ``line`` counts from 1, None for the whole file."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        place = f"{path}, line {line}" if line else path
        super().__init__(f"{place}: {why}: correct the file (claimcheck.flows.bench_retrieval describes the formats)")
        self.path, self.line, self.why = path, line, why


class LabelledTextsInvalid(ClaimcheckError, ValueError):
    """A file of texts that others labelled cannot be scored."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} {why}: give a CSV file, and name its columns with --text and --label")
        self.path, self.why = path, why


class PairsInvalid(ClaimcheckError, ValueError):
    """A file of labelled pairs of claims cannot be scored."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} {why}: correct the file (claimcheck.flows.fit_relations, bench_duplicates say the form)"
        )
        self.path, self.why = path, why


class BenchFellShort(ClaimcheckError):
    """Figures are worse than what is asked of them, or could not be measured though their data are there."""

    def __init__(self, *, fell: int, broken: int) -> None:
        parts = [f"{fell} of the figures fell short of what is asked"] if fell else []
        parts += [f"{broken} could not be measured from data that are there"] if broken else []
        super().__init__(f"{' and '.join(parts)}: the table marks them; the command beside each prints it alone")
        self.fell, self.broken = fell, broken


class TimingFailed(ClaimcheckError):
    """A command that was to be timed does not run."""

    def __init__(self, command: str, why: str) -> None:
        super().__init__(f"timing {command!r} failed: {why}: run it by hand, or claimcheck doctor")
        self.command, self.why = command, why
