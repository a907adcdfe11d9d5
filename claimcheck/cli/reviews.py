"""``reviews``: the past checks of the workspace."""

import sys
from contextlib import ExitStack, suppress
from typing import Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption, WorkspaceOption, YesOption, parse_day
from claimcheck.cli.output import OutputFormat, say, shorten, write_records
from claimcheck.cli.progress import progress_bar
from claimcheck.errors import WorkspaceMissing
from claimcheck.records import Label

__all__ = ["register"]

group = typer.Typer(help="Import, add, list and remove past checks.", no_args_is_help=True)

PublisherOption = Annotated[str | None, typer.Option(help="Only this publisher's.")]
LanguageOption = Annotated[str | None, typer.Option(help="Only in this language.")]


@group.command("import")
def import_reviews(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="JSONL, ClaimReview JSON or HTML, CSV, TSV, Parquet; - reads stdin."),
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    publisher: Annotated[str | None, typer.Option(help="Whose checks they are, where the file does not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Their language, where the file does not say.")] = None,
    licence: Annotated[str | None, typer.Option(help="Their licence, where the file does not say.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, write nothing.")] = False,
) -> None:
    """Import past checks; a broken line is named and the rest imported. Importing again changes nothing."""
    from claimcheck.flows.reviews import demand_files
    from claimcheck.flows.reviews import import_reviews as import_file
    from claimcheck.workspace import Workspace

    given: dict[str, Any] = {"publisher": publisher, "language": language, "licence": licence}
    given["stdin"] = sys.stdin.buffer
    rejected = 0
    with progress_bar() as progress, ExitStack() as stack:
        desk = None
        demand_files(sources)
        if not dry_run:
            desk = stack.enter_context(Workspace.open(workspace, create=True, write=True, say=say))
        else:
            with suppress(WorkspaceMissing):  # then everything is new
                desk = stack.enter_context(Workspace.open(workspace, say=say))
        for source in sources:
            if desk is not None:
                report = desk.import_reviews(source, dry_run=dry_run, progress=progress, **given)
            else:
                report = import_file(None, source, dry_run=True, progress=progress, say=say, **given)
            for each in report.rejected[:20]:
                say(f"{source}, line {each.line}: {each.reason}" if each.line else f"{source}: {each.reason}")
            if len(report.rejected) > 20:
                say(f"{source}: and {len(report.rejected) - 20} more rejected")
            rejected += len(report.rejected)
            would = "would be " if dry_run else ""
            say(
                f"{source}: {report.new} {would}new, {report.changed} changed, {report.unchanged} unchanged, "
                f"{len(report.rejected)} rejected"
            )
            if report.unmapped:
                words = ", ".join(f"{shorten(word, 40)} ({count})" for word, count in report.unmapped[:8])
                say(f"{source}: rating words without a label, kept as they are: {words}")
    if rejected:
        raise typer.Exit(1)


@group.command()
def add(
    claim: Annotated[str, typer.Argument(help="The claim that was checked.")],
    rating: Annotated[Label, typer.Option(help="What the check found.")],
    publisher: Annotated[str, typer.Option(help="Who checked it.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    url: Annotated[str | None, typer.Option(help="Where the check stands.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, YYYY-MM-DD.")] = None,
    language: Annotated[str | None, typer.Option(help="The claim's language, such as de; default: detected.")] = None,
    summary: Annotated[str | None, typer.Option(help="What it found, in a sentence.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
) -> None:
    """Add one past check by hand."""
    from claimcheck.flows.reviews import add_review
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, create=True, write=True, say=say) as desk:
        review, new = add_review(
            desk.store,
            claim,
            rating=rating,
            publisher=publisher,
            url=url,
            date_published=parse_day(published),
            language=language,
            summary=summary,
            title=title,
        )
    say(f"{review.id[:8]}: {'added' if new else 'was there already'}")


def _row(each: dict[str, Any]) -> list[str]:
    return [
        each["id"][:8],
        each["claim_reviewed"],
        each["alternate_name"] or each["rating"] or "–",
        each["publisher"] + (" (ours)" if each["ours"] else "") + (" (sample)" if each["sample"] else ""),
        each["date_published"] or "–",
        each["language"],
    ]


@group.command("list")
def list_reviews(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    rating: Annotated[Label | None, typer.Option(help="Only with this label.")] = None,
    text: Annotated[str | None, typer.Option(help="Only claims that hold these words.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """The past checks of the workspace."""
    from claimcheck.shapes import review_to_json
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        found = desk.store.reviews(publisher=publisher, language=language, rating=rating, text=text, limit=limit)
    write_records(
        (review_to_json(review) for review in found),
        chosen=output,
        columns=("id", "claim", "rating", "publisher", "date", "language"),
        row=_row,
        empty="no past check fits",
    )


@group.command()
def remove(
    reviews: Annotated[
        list[str] | None, typer.Argument(metavar="[REVIEW]...", help="Ids, or enough of their start.")
    ] = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    yes: YesOption = False,
) -> None:
    """Remove past checks by id, or all of a publisher or language, after saying how many that is."""
    from claimcheck.flows.reviews import choose_reviews, remove_reviews
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True) as desk:
        doomed = choose_reviews(desk.store, reviews or (), publisher=publisher, language=language)
        say(f"{len(doomed)} of {desk.store.count_reviews()} past checks would be removed")
        if doomed and not yes and not typer.confirm("Remove them?", err=True):
            raise typer.Exit(1)
        say(f"{remove_reviews(desk.store, doomed)} removed")


@group.command()
def stats(workspace: WorkspaceOption = DEFAULT_WORKSPACE, output: FormatOption = OutputFormat.AUTO) -> None:
    """How many past checks there are, by publisher, language and rating."""
    from dataclasses import asdict

    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        counted = [asdict(each) for each in desk.store.review_stats()]
    write_records(
        counted,
        chosen=output,
        columns=("publisher", "language", "rating", "count"),
        row=lambda each: (
            each["publisher"] + (" (ours)" if each["ours"] else "") + (" (sample)" if each["sample"] else ""),
            each["language"],
            each["rating"] or "–",
            str(each["count"]),
        ),
        empty="no past checks here yet: claimcheck reviews import FILE",
    )


@group.command()
def calibrate(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    encoder: EncoderOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Learn from this desk's own Same, Related and Unrelated answers how likely a past check is right."""
    from dataclasses import asdict

    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, write=True, encoder=encoder, say=say) as desk:
        report = desk.calibrate(progress)
    write_records(
        [asdict(report)],
        chosen=output,
        columns=("answered", "the same", "error before", "error after"),
        row=lambda each: (
            str(each["pairs"]),
            str(each["same"]),
            f"{each['brier_before']:.3f}",
            f"{each['brier_after']:.3f}",
        ),
        empty="",
    )
    say(
        "the scores of lookup and match now follow these answers"
        if report.kept
        else "these answers would not make the scores better on ones held out: nothing was changed"
    )


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="reviews")
