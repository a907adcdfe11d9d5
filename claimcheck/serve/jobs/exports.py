"""Verdict datasets, and reports on articles."""

import shutil
from pathlib import Path
from typing import Any

from claimcheck.errors import RequestImpossible
from claimcheck.serve.desk import Desk
from claimcheck.serve.jobs.values import Json

__all__ = ["export", "report"]


def export(
    desk: Desk, form: str, out: str, bundle: bool, split: str | None, seed: int, temporal: bool, **wishes: Any
) -> Json:
    """The verdict dataset as a file in ``out``: the form's own, or all of it with its manifest in an archive."""
    from claimcheck.dataset import parse_shares
    from claimcheck.flows.export_wish import ExportWish
    from claimcheck.flows.splits import SplitWish

    if temporal and split is None:
        raise RequestImpossible("temporal says how to split", "give split too, such as 80/10/10")
    dealt = SplitWish(parse_shares(split), seed=seed, temporal=temporal) if split else None
    made = Path(out) / "made"
    made.mkdir()
    done = desk.reading.export(made / "verdicts", format=form, wish=ExportWish(split=dealt, **wishes))
    path = done.path
    if bundle or path.is_dir():
        path = Path(shutil.make_archive(str(Path(out) / "verdicts"), "zip", made))
    return {"path": str(path), "rows": done.rows, "digest": done.digest}


def report(desk: Desk, article: str, **wishes: Any) -> str:
    """The page that ``report`` writes of one article."""
    from claimcheck.flows.report import ReportWish, format_article

    reading = desk.reading
    return format_article(reading.store, reading.store.article(article), reading.scheme, ReportWish(**wishes))
