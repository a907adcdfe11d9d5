"""``lookup`` and ``match``: similar past checks of any sentence, or of every claim of the workspace."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, shorten, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.jsonl import write_lines

if TYPE_CHECKING:
    from claimcheck.records import Match

__all__ = ["lookup", "match", "register"]


def _queries(given: Sequence[str]) -> list[str]:
    queries: list[str] = []
    for query in given:
        queries += sys.stdin.read().splitlines() if query == "-" else [query]
    queries = [query.strip() for query in queries if query.strip()]
    if not queries:
        raise typer.BadParameter("no query: give a claim in words, or - and one a line on stdin")
    return queries


def _rows(matches: "Iterable[Match]") -> Iterable[tuple[str, ...]]:
    for match in matches:
        review = match.review
        if review is None:
            yield "–", "–", "nothing here fits", "–", "–", "–"
            continue
        marks = "".join(f" ({mark})" for mark, on in (("ours", review.ours), ("sample", review.sample)) if on)
        differs = "; ".join(f"{each.kind.value}: {each.new or '–'} / {each.past or '–'}" for each in match.differences)
        yield (
            str(match.rank),
            review.alternate_name or (review.rating.value if review.rating else "unrated"),
            shorten(review.claim_reviewed, 200),
            f"{review.publisher}{marks}\n{review.date_published or 'no date'}",
            (match.relation.value if match.relation else "–") + (f"\n{differs}" if differs else ""),
            f"{match.similarity:.2f}",
        )


def _write(found: "Iterable[Sequence[Match]]", titles: Sequence[str], output: OutputFormat) -> None:
    from claimcheck.shapes import match_to_json

    for title, matches in zip(titles, found, strict=True):
        if as_jsonl(output):
            write_lines((match_to_json(match) for match in matches), sys.stdout)
            continue
        write_table(
            ("#", "rating", "past check", "publisher", "what differs", "similarity"), _rows(matches), title=title
        )
        open_claims = sorted({claim for match in matches for claim in match.being_checked})
        if open_claims:
            say(f"being checked here: {', '.join(claim[:8] for claim in open_claims)}")


def lookup(
    queries: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Claims in words; - reads one a line.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    k: Annotated[int | None, typer.Option("-k", min=1, help="Past checks per claim; default: the workspace's.")] = None,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Find past checks of similar claims, best first; say so where there is none."""
    from claimcheck.workspace import Workspace

    asked = _queries(queries)
    with progress_bar() as progress, Workspace.open(workspace, encoder=encoder, say=say) as desk:
        _write(desk.lookup(asked, k=k, progress=progress), asked, output)


def match(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    k: Annotated[int | None, typer.Option("-k", min=1, help="Past checks per claim; default: the workspace's.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article's claims, by id.")] = None,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """The same for every claim of the workspace, stored with the claim."""
    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, write=True, encoder=encoder, say=say) as desk:
        found = desk.match(k=k, article=article, progress=progress)
        _write([matches for _, matches in found], [stored.claim.text for stored, _ in found], output)
    hits = sum(any(each.review for each in matches) for _, matches in found)
    say(f"{len(found)} claims, {hits} with a past check that fits")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(lookup)
    app.command()(match)
