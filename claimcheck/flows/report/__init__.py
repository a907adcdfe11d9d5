"""Reports: an article's claims, past checks and verdicts as a page to send around, and an overview of many."""

from claimcheck.flows.report.wish import ReportWish
from claimcheck.flows.report.write import ReportDone, format_article, make_page, write_report

__all__ = ["ReportDone", "ReportWish", "format_article", "make_page", "write_report"]
