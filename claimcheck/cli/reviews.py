"""``reviews``: the past checks of the workspace."""

import sys
from itertools import islice
from typing import Annotated, Any

import typer

from claimcheck.cli import review_counts, review_import, review_words
from claimcheck.cli.labels import read_label
from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption, WorkspaceOption, YesOption, parse_day
from claimcheck.cli.output import OutputFormat, as_jsonl, ask, say, write_records, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.review_options import (
    LanguageOption,
    LimitOption,
    PublisherOption,
    RatingOption,
    SinceOption,
    TextOption,
    UnratedOption,
    UntilOption,
    chosen_by,
)
from claimcheck.jsonl import write_lines
from claimcheck.progress import plural
from claimcheck.records import Label

__all__ = ["register"]

group = typer.Typer(help="Import, fetch, list, compare, export and remove past checks.", no_args_is_help=True)

review_import.register(group)


@group.command()
def add(
    claim: Annotated[str, typer.Argument(help="The claim that was checked.")],
    rating: Annotated[
        Label, typer.Option(parser=read_label, metavar="LABEL", help="What the check found, such as FALSE or Falsch.")
    ],
    publisher: Annotated[str, typer.Option(help="Who checked it.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    url: Annotated[str | None, typer.Option(help="Where the check stands.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, YYYY-MM-DD.")] = None,
    language: Annotated[str | None, typer.Option(help="The claim's language, such as de; default: detected.")] = None,
    summary: Annotated[str | None, typer.Option(help="What it found, in a sentence.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
) -> None:
    """Add one past check by hand."""
    from claimcheck.flows.reviews import add_review, language_of
    from claimcheck.reviews import make_review
    from claimcheck.shapes import review_to_json
    from claimcheck.workspace import Workspace

    given: dict[str, Any] = {"rating": rating, "publisher": publisher, "url": url, "title": title, "summary": summary}
    given |= {"date_published": parse_day(published), "language": language_of(language)}
    make_review(claim, **given)  # a mistake makes no workspace
    with Workspace.open(workspace, create=True, write=True, say=say) as desk:
        review, new = add_review(desk.store, claim, **given)
    write_result({**review_to_json(review), "new": new})
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
    rating: RatingOption = None,
    text: TextOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unrated: UnratedOption = False,
    limit: LimitOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """The past checks of the workspace, in the order they came."""
    from claimcheck.flows.known_kinds import nothing_fits
    from claimcheck.flows.lookup import Filters
    from claimcheck.shapes import review_to_json
    from claimcheck.workspace import Workspace

    kinds = chosen_by(publisher, language, rating, text, since, until, unrated)
    asked = Filters(kinds["language"], publisher, rating, kinds["since"], kinds["until"])
    with Workspace.open(workspace) as desk:
        write_records(
            (review_to_json(review) for review in islice(desk.store.iter_reviews(**kinds), limit)),
            chosen=output,
            columns=("id", "claim", "rating", "publisher", "date", "language"),
            row=_row,
            empty=nothing_fits(desk.store, asked) or "no past check fits",
        )


@group.command()
def show(
    review: Annotated[str, typer.Argument(help="Its id, or enough of its start; of a removed one, the whole id.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    history: Annotated[bool, typer.Option("--history", help="Every state it had, oldest first.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """One past check with all its fields, when it first came and last changed, and what it was before."""
    from claimcheck.flows.lines import review_states
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        states = review_states(desk.store, review)
    records = states if history else states[-1:]
    if as_jsonl(output):
        write_lines(records, sys.stdout)
        return
    for record in records:
        write_table(
            ("field", "value"),
            [(name, "–" if value is None else str(value)) for name, value in record.items()],
        )


@group.command()
def remove(
    reviews: Annotated[
        list[str] | None, typer.Argument(metavar="[REVIEW]...", help="Ids, or enough of their start.")
    ] = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    rating: RatingOption = None,
    text: TextOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unrated: UnratedOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say how many, remove none.")] = False,
    yes: YesOption = False,
) -> None:
    """Remove past checks by id, or all that fit, after saying how many that is. Their history is kept."""
    from claimcheck.errors.reviews import RemovalNotConfirmed
    from claimcheck.flows.reviews import choose_reviews, remove_reviews
    from claimcheck.workspace import Workspace

    kinds = chosen_by(publisher, language, rating, text, since, until, unrated)
    with Workspace.open(workspace, write=not dry_run) as desk:
        doomed = choose_reviews(desk.store, reviews or (), **kinds)
        say(f"{len(doomed):,} of {plural(desk.store.count_reviews(), 'past check')} would be removed")
        if dry_run:
            write_result({"chosen": len(doomed), "removed": 0})
            return
        if doomed and not yes:
            agreed = ask("Remove them?")
            if agreed is None:
                raise RemovalNotConfirmed
            if not agreed:
                say("nothing was removed")
                raise typer.Exit(1)
        gone = remove_reviews(desk.store, doomed)
        write_result({"chosen": len(doomed), "removed": gone})
        say(f"{gone} removed" + ("; claimcheck reviews show ID --history still has what they said" if gone else ""))


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


review_counts.register(group)
review_words.register(group)


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="reviews")
