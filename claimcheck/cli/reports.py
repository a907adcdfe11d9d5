"""``report``: a page to send around; ``articles``: what there is to report on."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    DEFAULT_WORKSPACE,
    ForceOption,
    FormatOption,
    RedactOption,
    WorkspaceOption,
    parse_day,
)
from claimcheck.cli.output import OutputFormat, contacts_told, say, shorten, write_records, write_result
from claimcheck.cli.progress import progress_bar
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.report import ReportDone

__all__ = ["ReportLanguage", "articles", "register", "report"]

_ONE, _MANY = Path("report.html"), Path("report")


class ReportLanguage(StrEnum):
    """The languages a report speaks."""

    AUTO = "auto"
    DE = "de"
    EN = "en"


def report(
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE]...", help="Ids, or files and addresses that were split; default: all."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="A .html file: the page of one article, or the overview of several; without an ending, a folder with "
            "both; - for stdout. Default: report.html for one article, else the folder report.",
        ),
    ] = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    language: Annotated[
        ReportLanguage, typer.Option("--language", help="The report's own words; auto: the article's language.")
    ] = ReportLanguage.AUTO,
    everything: Annotated[
        bool, typer.Option("--all", help="Also claims that are not offered, dropped or replaced.")
    ] = False,
    names: Annotated[bool, typer.Option("--names", help="Show annotators' names instead of pseudonyms.")] = False,
    redact: RedactOption = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave out the article's full text; each claim's passage stays.")
    ] = False,
    day: Annotated[
        str | None, typer.Option("--date", help="A day to print on it, YYYY-MM-DD; default: none, no clock is asked.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """One page to send around: an article, its claims marked, who says them, past checks, verdicts, what is open."""
    from claimcheck.flows.report import ReportWish, make_page, write_report
    from claimcheck.workspace import Workspace

    wish = ReportWish(
        language=language.value,
        names=names,
        everything=everything,
        text=not no_text,
        redact=redact,
        day=parse_day(day),
    )
    ids = list(wanted or ())
    place = out or (_ONE if len(ids) == 1 else _MANY)
    with progress_bar() as progress, Workspace.open(workspace, say=say) as desk:
        if str(place) == "-":
            page, done = make_page(desk.store, ids, scheme=desk.scheme, wish=wish)
            sys.stdout.write(page.decode())
        else:
            done = write_report(desk.store, place, ids, scheme=desk.scheme, wish=wish, force=force, progress=progress)
            _tell_written(done)
    _tell_what_is_on_it(done, redacted=redact)


def _tell_written(done: "ReportDone") -> None:
    write_result(
        {
            "path": str(done.path),
            "pages": done.pages,
            "articles": done.articles,
            "claims": done.claims,
            "bytes": done.size,
            "contacts": dict(done.contacts),
        }
    )
    claims = f"{plural(done.claims, 'claim')} of {plural(done.articles, 'article')}"
    say(f"{done.path}: {plural(done.pages, 'page')}, {claims}, {done.size / 1000:,.0f} kB")


def _tell_what_is_on_it(done: "ReportDone", *, redacted: bool) -> None:
    for article in done.empty[:5]:
        say(
            f"note: no claim of {article.id[:8]} ({shorten(article.title, 60)}) is shown: --all shows those not offered"
        )
    if len(done.empty) > 5:
        say(f"note: nor of {plural(len(done.empty) - 5, 'more article')}")
    if found := done.contacts.total():
        is_, them = ("is", "it") if found == 1 else ("are", "them")
        end = "taken out" if redacted else f"on the page: --redact takes {them} out"
        say(
            f"{contacts_told(done.contacts['e-mail'], done.contacts['telephone'])} in what annotators wrote {is_} {end}"
        )


def articles(workspace: WorkspaceOption = DEFAULT_WORKSPACE, output: FormatOption = OutputFormat.AUTO) -> None:
    """The articles of the workspace, in the order they came."""
    from claimcheck.flows.lines import article_line
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, say=say) as desk:
        found = [article_line(each) for each in desk.store.article_summaries()]
    write_records(
        found,
        chosen=output,
        columns=("id", "title", "outlet", "published", "claims", "from"),
        row=lambda each: (
            each["id"][:8],
            shorten(each["title"], 70) + (" (sample)" if each["sample"] else ""),
            each["outlet"] or "–",
            each["published"] or "–",
            str(each["claims"]),
            each["origin"] or "–",
        ),
        empty=f"{workspace} holds no article yet: claimcheck check ARTICLE -w {workspace} brings one in",
    )


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(report)
    app.command()(articles)
