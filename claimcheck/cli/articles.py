"""``split`` and ``check``: an article's claims, and with each what was checked before."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.clusters import shared_by
from claimcheck.cli.model import NO_MODEL, ModelWish, asks_model
from claimcheck.cli.options import (
    DEFAULT_WORKSPACE,
    EncoderOption,
    FormatOption,
    SchedulerOption,
    WorkspaceOption,
    parse_day,
)
from claimcheck.cli.output import Marked, OutputFormat, as_jsonl, complain, say, shorten, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.jsonl import write_lines
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.ingest import ArticleOptions, Ingested, Refused
    from claimcheck.records import Claim, Match
    from claimcheck.store import Store

__all__ = ["check", "register", "split", "write_checked"]

ArticlesArgument = Annotated[
    list[str], typer.Argument(metavar="ARTICLE...", help="A .txt, .md or .html file, or a URL; - reads stdin.")
]
PublishedOption = Annotated[str | None, typer.Option(help="When it was published, YYYY-MM-DD.")]
OutletOption = Annotated[str | None, typer.Option(help="Who published it.")]
TitleOption = Annotated[str | None, typer.Option(help="Its headline.")]
UrlOption = Annotated[str | None, typer.Option(help="Where it stands.")]
LanguageOption = Annotated[str | None, typer.Option(help="Its language, such as de.")]
EncodingOption = Annotated[str | None, typer.Option(help="Its encoding, such as windows-1252; default: detected.")]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch URLs of this machine and its network too.")
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="Articles to split side by side.")]
SentenceOption = Annotated[
    bool, typer.Option("--sentence", help="With each claim the sentence it stands in, its own words marked.")
]


def _options(
    published: str | None,
    outlet: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    encoding: str | None,
    allow_private: bool,
) -> "ArticleOptions":
    from claimcheck.flows.ingest import ArticleOptions

    day = parse_day(published)
    return ArticleOptions(day, outlet, title, url, language, encoding, allow_private=allow_private)


def _who(claim: "Claim") -> str:
    said = claim.speaker or claim.subject or "–"
    return f"{said} (via {claim.via})" if claim.via else said


def _describe(done: "Ingested") -> str:
    article, report = done.article, done.report
    about = ", ".join(
        part for part in (article.language, str(article.published or "no date"), article.outlet or "") if part
    )
    many = f"{len(done.offered)} of {plural(len(done.claims), 'claim')}"
    line = f"{article.origin or article.id}: {many} offered ({about})"
    if report is not None:
        line += f"; {report.new} new, {report.unchanged} unchanged, {report.reworded} reworded"
        if report.superseded or report.removed:
            line += f", {report.superseded} superseded, {report.removed} removed"
    return line


def _note(done: "Ingested") -> None:
    for note in done.article.notes:
        say(f"note: {note}")
    if done.earlier:
        ids = ", ".join(each[:8] for each in done.earlier)
        say(f"note: this place had another text before; its claims stay: claimcheck claims list --article {ids}")


def _finish(refused: "list[Refused]") -> None:
    for each in refused:
        complain(f"claimcheck: {each.error}")
    if refused:
        raise typer.Exit(1)


@asks_model
def split(
    articles: ArticlesArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    language: LanguageOption = None,
    encoding: EncodingOption = None,
    allow_private: AllowPrivateOption = False,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    sentence: SentenceOption = False,
    show_all: Annotated[bool, typer.Option("--all", help="Also what is not offered, with the reason.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the claims, write nothing.")] = False,
    output: FormatOption = OutputFormat.AUTO,
    model: ModelWish = NO_MODEL,
) -> None:
    """Break articles into claims: what is said, who says it, where it stands. Best first."""
    from claimcheck.flows.ingest import Refused, ingest
    from claimcheck.flows.lines import split_line
    from claimcheck.workspace import Workspace

    options = _options(published, outlet, title, url, language, encoding, allow_private)
    refused = []
    with progress_bar() as progress, ExitStack() as stack:

        @cache
        def open_store() -> "Store":
            return stack.enter_context(Workspace.open(workspace, create=True, write=True, say=say)).store

        found = ingest(
            articles,
            splitter=model.splitter(workspace, prepare=None if dry_run else open_store),
            open_store=None if dry_run else open_store,
            options=options,
            stdin=sys.stdin.buffer,
            jobs=jobs,
            executor=stack.enter_context(shared_by(scheduler, workspace, worth=len(articles) > 1, jobs=jobs)),
            notes=workspace,
            progress=progress,
            say=say,
        )
        for done in found:
            if isinstance(done, Refused):
                refused.append(done)
                continue
            shown = done.claims if show_all else done.offered
            if as_jsonl(output):
                write_lines((split_line(done.article, claim, sentence=sentence) for claim in shown), sys.stdout)
            elif shown:
                write_table(
                    ("#", "id", "claim", "who", "kind", "when", "score"),
                    (
                        (
                            str(number),
                            claim.id[:8],
                            _worded(done, claim, sentence=sentence),
                            _who(claim),
                            f"{claim.kind.value}\n{claim.assertion.value}",
                            claim.date.value if claim.date else "–",
                            f"{claim.score:.2f}",
                        )
                        for number, claim in enumerate(shown, start=1)
                    ),
                    title=done.article.title,
                )
            say(_describe(done))
            _note(done)
    _finish(refused)


def _worded(done: "Ingested", claim: "Claim", *, sentence: bool) -> "str | Marked":
    """The cell that says the claim: why it is not offered, and the sentence it stands in, where these are wanted."""
    from claimcheck.split import find_passages

    text = claim.text
    if not claim.checkable:
        text += f"\n(not offered: {'; '.join(claim.reasons) or claim.kind.value})"
    if not sentence:
        return text
    marks = []
    for passage in find_passages(done.article, claim.spans):
        at = len(text) + 1
        text += "\n" + _one_line(passage.text)
        marks += [(at + mark.start, at + mark.end) for mark in passage.marks]
    return Marked(text, marks)


def _one_line(text: str) -> str:
    """The text with a space for each line end, as long as it was."""
    return "".join(" " if c in "\r\n\u2028\u2029" else c for c in text)


def _past(match: "Match | None") -> tuple[str, str]:
    """The two cells about a past check: the check, and how it stands to the claim."""
    if match is None or match.review is None:
        return "no past check", "–"
    review = match.review
    mark = " (ours)" if review.ours else ""
    rating = review.alternate_name or (review.rating.value if review.rating else "unrated")
    day = f", {review.date_published}" if review.date_published else ""
    check_cell = f"{rating}: {shorten(review.claim_reviewed, 140)}\n{review.publisher}{day}{mark}"
    differs = "; ".join(f"{each.kind.value}: {each.new or '–'} / {each.past or '–'}" for each in match.differences)
    relation = match.relation.value if match.relation else "–"
    return check_cell, f"{relation}\n{differs}" if differs else relation


@asks_model
def check(
    articles: ArticlesArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    language: LanguageOption = None,
    encoding: EncodingOption = None,
    allow_private: AllowPrivateOption = False,
    jobs: JobsOption = 1,
    scheduler: SchedulerOption = None,
    sentence: SentenceOption = False,
    top: Annotated[int | None, typer.Option(min=1, help="Only the best N claims of each article.")] = None,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
    model: ModelWish = NO_MODEL,
) -> None:
    """Split articles and look each claim up: claim, who, best past check, what differs."""
    from claimcheck.flows.ingest import Refused
    from claimcheck.workspace import Workspace

    options = _options(published, outlet, title, url, language, encoding, allow_private)
    refused = []
    with (
        progress_bar() as progress,
        shared_by(scheduler, workspace, worth=len(articles) > 1, jobs=jobs) as cluster,
        Workspace.open(workspace, create=True, write=True, encoder=encoder, say=say) as desk,
    ):
        desk.share(cluster)
        given: dict[str, Any] = {"stdin": sys.stdin.buffer, "jobs": jobs, "executor": cluster, "progress": progress}
        given |= {"notes": workspace, "kept_too": True, "say": say}
        given["splitter"] = model.splitter(workspace, prepare=lambda: None)
        found = desk.check(articles, options=options, top=top, **given)
        for done, matches in found:
            if isinstance(done, Refused):
                refused.append(done)
                continue
            write_checked(done, matches, top=top, sentence=sentence, output=output)
    _finish(refused)


def write_checked(
    done: "Ingested",
    matches: "Mapping[str, Sequence[Match]]",
    *,
    top: int | None,
    output: OutputFormat,
    sentence: bool = False,
) -> None:
    """An article's claims with the best past check of each, and a line that sums up."""
    from claimcheck.flows.lines import split_line
    from claimcheck.shapes import match_to_json

    shown = [claim for claim in done.offered[:top] if claim.id in matches]
    if as_jsonl(output):
        write_lines(
            (
                {
                    **split_line(done.article, claim, sentence=sentence),
                    "matches": [match_to_json(match) for match in matches[claim.id]],
                }
                for claim in shown
            ),
            sys.stdout,
        )
    elif shown:
        write_table(
            ("#", "id", "claim", "who", "past check", "what differs"),
            (
                (
                    str(number),
                    claim.id[:8],
                    _worded(done, claim, sentence=sentence),
                    _who(claim),
                    *_past(next(iter(matches[claim.id]), None)),
                )
                for number, claim in enumerate(shown, start=1)
            ),
            title=done.article.title,
        )
    found = sum(any(match.review for match in matches[claim.id]) for claim in shown)
    say(f"{_describe(done)}; {found} of the {len(shown)} shown have a past check")
    _note(done)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(check)
    app.command()(split)
