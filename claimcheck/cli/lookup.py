"""``lookup`` and ``match``: similar past checks of any sentence, or of every claim of the workspace."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.article_rows import older, say_if_bare
from claimcheck.cli.clusters import shared_by
from claimcheck.cli.options import (
    DEFAULT_WORKSPACE,
    EncoderOption,
    FormatOption,
    SchedulerOption,
    WorkspaceOption,
    parse_day,
)
from claimcheck.cli.output import OutputFormat, as_jsonl, say, shorten, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.review_options import RatingOption
from claimcheck.errors import QueryFileUnreadable
from claimcheck.jsonl import write_lines
from claimcheck.progress import plural
from claimcheck.records import Label

if TYPE_CHECKING:
    from claimcheck.records import Match
    from claimcheck.workspace import Workspace

__all__ = ["lookup", "match", "register"]

KOption = Annotated[int | None, typer.Option("-k", min=1, help="Past checks per claim; default: the workspace's.")]
MinScoreOption = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, help="Show only past checks with this probability to be right; default: fitted, for the first."
    ),
]
LanguageOption = Annotated[str | None, typer.Option(help="Only past checks in this language, such as de.")]
PublisherOption = Annotated[str | None, typer.Option(help="Only this publisher's.")]
SinceOption = Annotated[str | None, typer.Option(help="Only published on this day or later, YYYY-MM-DD.")]
UntilOption = Annotated[str | None, typer.Option(help="Only published on this day or earlier, YYYY-MM-DD.")]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Say which words, fields, ranks and scores made it.")]
FileOption = Annotated[
    list[Path] | None, typer.Option("--file", "-f", help="A text file with one claim a line; may be repeated.")
]
RerankerOption = Annotated[
    str | None,
    typer.Option("--reranker", help="A sentence-transformers CrossEncoder by name or folder, for the first 50."),
]

NliOption = Annotated[
    str | None,
    typer.Option(
        "--nli", help="An NLI cross-encoder by name or folder that has a say in the relation; default: the workspace's."
    ),
]


_WANTED = "give a text file with one claim a line"


def _queries(given: Sequence[str], files: Sequence[Path]) -> list[str]:
    queries: list[str] = []
    for query in given:
        queries += sys.stdin.read().splitlines() if query == "-" else [query]
    for path in files:
        try:
            queries += path.read_text(encoding="utf-8-sig").splitlines()
        except FileNotFoundError:
            raise QueryFileUnreadable(str(path), "", _WANTED) from None
        except IsADirectoryError:
            raise QueryFileUnreadable(str(path), "is a folder", _WANTED) from None
        except OSError as error:
            raise QueryFileUnreadable(str(path), f"cannot be read ({error.strerror})", _WANTED) from None
        except UnicodeDecodeError as error:
            why = f"is not UTF-8 text (byte {error.start})"
            raise QueryFileUnreadable(str(path), why, "save it as UTF-8, one claim a line") from None
    queries = [query.strip() for query in queries if query.strip()]
    if not queries:
        raise typer.BadParameter("no query: give a claim in words, or - or --file and one a line")
    return queries


def _options(
    min_score: float | None,
    explain: bool,
    reranker: str | None,
    nli: str | None,
    language: str | None,
    publisher: str | None,
    rating: Label | None,
    since: str | None,
    until: str | None,
) -> dict[str, Any]:
    from claimcheck.flows.lookup import Filters
    from claimcheck.match import Wishes

    rerank = None
    if reranker is not None:
        from claimcheck.embed import CrossEncoderReranker

        rerank = CrossEncoderReranker.load(reranker)
    entails = None
    if nli is not None:
        from claimcheck.embed import CrossEncoderNli

        entails = CrossEncoderNli.load(nli)
    first, last = parse_day(since), parse_day(until)
    if first and last and first > last:
        raise typer.BadParameter(f"--since {first} is after --until {last}: no day lies between")
    return {
        "wishes": Wishes(min_score=min_score, explain=explain, rerank=rerank, entails=entails),
        "filters": Filters(language=language, publisher=publisher, rating=rating, since=first, until=last),
    }


def _narrow(desk: "Workspace", options: dict[str, Any]) -> str | None:
    """Read the filters as past checks have them; why no past check fits them, None where one does."""
    from claimcheck.flows.known_kinds import checked_filters, nothing_fits

    options["filters"] = checked_filters(desk.store, options["filters"])
    return nothing_fits(desk.store, options["filters"])


def _why(match: "Match") -> str:
    made = match.explain
    if made is None:
        return ""
    ranks = ", ".join(f"{name} #{rank}" for name, rank in made.ranks)
    scores = ", ".join(f"{name} {score:.2f}" for name, score in made.scores)
    words = ", ".join(made.words) or "no word"
    return f"\nwhy: {words}; in {', '.join(made.fields) or 'no field'}\n{ranks}\n{scores}"


def match_rows(matches: "Iterable[Match]", publishers: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    """The rows of a look-up's table; ``publishers`` names who published the copies of a past check, by id."""
    for match in matches:
        review = match.review
        score = "–" if match.score is None else f"{match.score:.2f}"
        if review is None:
            yield "–", "–", "nothing here fits", "–", "–", score
            continue
        score = "lead" if score == "0.00" else score
        marks = "".join(f" ({mark})" for mark, on in (("ours", review.ours), ("sample", review.sample)) if on)
        also = f"\nalso: {', '.join(publishers.get(each, each[:8]) for each in match.also)}" if match.also else ""
        old = f"\n{older(match.days_older)}" if match.days_older else ""
        differs = "; ".join(f"{each.kind.value}: {each.new or '–'} / {each.past or '–'}" for each in match.differences)
        yield (
            str(match.rank),
            review.alternate_name or (review.rating.value if review.rating else "unrated"),
            shorten(review.claim_reviewed, 200) + (f"\n{review.url}" if review.url else "") + _why(match),
            f"{review.publisher}{marks}\n{review.date_published or 'no date'}{old}{also}",
            (match.relation.value if match.relation else "–") + (f"\n{differs}" if differs else ""),
            score,
        )


def _write(
    found: "Iterable[Sequence[Match]]",
    titles: Sequence[str],
    output: OutputFormat,
    publishers: Mapping[str, str],
    *,
    hits_alone: bool = False,
) -> None:
    """JSON lines, or a table for each of the claims; with ``hits_alone`` none for one that nothing fits."""
    from claimcheck.shapes import match_to_json

    for title, matches in zip(titles, found, strict=True):
        if as_jsonl(output):
            write_lines((match_to_json(match) for match in matches), sys.stdout)
            continue
        shown = not hits_alone or any(match.review for match in matches)
        if shown:
            write_table(
                ("#", "rating", "past check", "publisher", "what differs", "score"),
                match_rows(matches, publishers),
                title=title,
            )
        open_claims = sorted({claim for match in matches for claim in match.being_checked})
        if open_claims:
            of = "" if shown else f"{shorten(title, 60)}: "
            say(f"{of}being checked here: {', '.join(claim[:8] for claim in open_claims)}")


def _publishers(desk: Any, found: "Iterable[Sequence[Match]]") -> dict[str, str]:
    """Who published the copies that a match names."""
    named = {each for matches in found for match in matches for each in match.also}
    return {review.id: review.publisher for review in desk.store.reviews(ids=named)} if named else {}


def lookup(
    queries: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT...", help="Claims in words; - reads one a line.")
    ] = None,
    file: FileOption = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    k: KOption = None,
    min_score: MinScoreOption = None,
    explain: ExplainOption = False,
    language: LanguageOption = None,
    publisher: PublisherOption = None,
    rating: RatingOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    said_on: Annotated[
        str | None, typer.Option("--date", help="When it was claimed, YYYY-MM-DD: much older past checks say so.")
    ] = None,
    reranker: RerankerOption = None,
    nli: NliOption = None,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Find past checks of similar claims, best first; say so where there is none."""
    from claimcheck.workspace import Workspace

    asked = _queries(queries or (), file or ())
    options = _options(min_score, explain, reranker, nli, language, publisher, rating, since, until)
    with progress_bar() as progress, Workspace.open(workspace, encoder=encoder, say=say) as desk:
        say_if_bare(desk)
        if nothing := _narrow(desk, options):
            say(nothing)
        found = desk.lookup(asked, k=k, progress=progress, day=parse_day(said_on), **options)
        publishers = _publishers(desk, found)
    _write(found, asked, output, publishers)


def match(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    k: KOption = None,
    article: Annotated[str | None, typer.Option(help="Only this article's claims, by id.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also claims for which nothing has changed.")] = False,
    min_score: MinScoreOption = None,
    explain: ExplainOption = False,
    language: LanguageOption = None,
    publisher: PublisherOption = None,
    rating: RatingOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    reranker: RerankerOption = None,
    nli: NliOption = None,
    encoder: EncoderOption = None,
    scheduler: SchedulerOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Look up every claim of the workspace and keep what was found; again only where something has changed."""
    from claimcheck.errors.reviews import NoReviewFits
    from claimcheck.workspace import Workspace

    options = _options(min_score, explain, reranker, nli, language, publisher, rating, since, until)
    with (
        progress_bar() as progress,
        shared_by(scheduler, workspace) as cluster,
        Workspace.open(workspace, write=True, encoder=encoder, say=say) as desk,
    ):
        say_if_bare(desk)
        if nothing := _narrow(desk, options):
            raise NoReviewFits(nothing)
        desk.share(cluster)
        pairs = desk.match(k=k, article=article, again=again, progress=progress, **options)
        found = [matches for _, matches in pairs]
        publishers = _publishers(desk, found)
    _write(found, [stored.claim.text for stored, _ in pairs], output, publishers, hits_alone=True)
    hits = sum(any(each.review for each in matches) for matches in found)
    say(f"{plural(len(found), 'claim')}, {hits:,} with a past check that fits")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(lookup)
    app.command()(match)
