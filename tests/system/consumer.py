"""A small program that uses claimcheck as a library; the type checker reads it, and a test runs it."""

from datetime import date
from pathlib import Path

from claimcheck import ClaimcheckError, Workspace
from claimcheck.errors import WorkspaceMissing
from claimcheck.flows.import_reviews import ImportReport
from claimcheck.flows.ingest import ArticleOptions, Ingested, Refused
from claimcheck.records import Claim, Label, Match


def claims_of(folder: Path, article: str) -> list[Claim]:
    """The claims that are offered of an article."""
    found: list[Claim] = []
    with Workspace.open(folder, create=True, write=True) as desk:
        for done in desk.split([article], options=ArticleOptions(published=date(2023, 5, 3))):
            if isinstance(done, Refused):
                error: ClaimcheckError = done.error
                raise error
            ingested: Ingested = done
            found += ingested.offered
    return found


def best_check(folder: Path, text: str) -> tuple[Label | None, float | None]:
    """The label and the score of the first past check that fits."""
    with Workspace.open(folder) as desk:
        matches: list[Match] = desk.lookup([text], k=1)[0]
    review = matches[0].review
    return (review.rating if review else None, matches[0].score)


def import_file(folder: Path, file: Path) -> int:
    """How many past checks are new."""
    with Workspace.open(folder, create=True, write=True) as desk:
        report: ImportReport = desk.import_reviews(file)
        return report.new


def where_it_was_sought(folder: Path) -> str:
    """What an error keeps: the path that was asked for."""
    try:
        Workspace.open(folder)
    except WorkspaceMissing as error:
        return error.path
    raise AssertionError("there is a workspace")
