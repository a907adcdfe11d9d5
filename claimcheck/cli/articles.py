"""``split`` and ``check``: an article's claims, and with each what was checked before."""

import sys
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.article_rows import describe, note_on, say_if_bare, write_checked, write_split
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
from claimcheck.cli.output import OutputFormat, complain, say
from claimcheck.cli.progress import progress_bar

if TYPE_CHECKING:
    from claimcheck.flows.ingest import ArticleOptions, Refused
    from claimcheck.store import Store
    from claimcheck.workspace import Workspace

__all__ = ["check", "register", "split"]

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
    show_all: Annotated[
        bool,
        typer.Option("--all", help="Also what is not offered and sentences without a claim, each with the reason."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the claims, write nothing.")] = False,
    output: FormatOption = OutputFormat.AUTO,
    model: ModelWish = NO_MODEL,
) -> None:
    """Break articles into claims: what is said, who says it, where it stands. Best first."""
    from claimcheck.flows.ingest import Refused, ingest
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
            write_split(done, everything=show_all, sentence=sentence, output=output)
            say(describe(done))
            note_on(done)
    _finish(refused)


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
    from claimcheck.embed import load_encoder
    from claimcheck.flows.check import match_ingested
    from claimcheck.flows.ingest import Refused, ingest
    from claimcheck.store import Store
    from claimcheck.workspace import Workspace

    options = _options(published, outlet, title, url, language, encoding, allow_private)
    refused = []
    with progress_bar() as progress, ExitStack() as stack:
        cluster = stack.enter_context(shared_by(scheduler, workspace, worth=len(articles) > 1, jobs=jobs))

        @cache
        def open_desk() -> "Workspace":
            """The workspace, once there is something to keep: a mistake makes none."""
            if encoder is not None and not Store.is_in(workspace):
                load_encoder(encoder)
            given: dict[str, Any] = {"create": True, "write": True, "encoder": encoder, "say": say}
            desk = stack.enter_context(Workspace.open(workspace, **given))
            say_if_bare(desk)
            desk.share(cluster)
            desk.asking(progress)  # what is wrong with a model or an index, before anything is kept
            return desk

        found = ingest(
            articles,
            splitter=model.splitter(workspace, prepare=open_desk),
            open_store=lambda: open_desk().store,
            options=options,
            stdin=sys.stdin.buffer,
            jobs=jobs,
            executor=cluster,
            notes=workspace,
            kept_too=True,
            progress=progress,
            say=say,
        )
        for done in found:
            if isinstance(done, Refused):
                refused.append(done)
                continue
            desk = open_desk()
            matches = match_ingested(desk.store, done, desk.settings.k, top=top, **desk.asking(progress))
            write_checked(done, matches, top=top, sentence=sentence, output=output)
    _finish(refused)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(check)
    app.command()(split)
