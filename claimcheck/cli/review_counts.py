"""``reviews stats`` and ``reviews export``: past checks counted, and written to a file."""

import sys
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, ForceOption, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, shorten, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.review_options import (
    LanguageOption,
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

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["register"]

_WIDTH = 40  # characters of the longest bar
_ROWS = 24  # bars of one chart; the rest is one line
_EIGHTHS = " ▏▎▍▌▋▊▉"


class By(StrEnum):
    """What past checks are counted by."""

    LANGUAGE = "language"
    PUBLISHER = "publisher"
    RATING = "rating"
    MONTH = "month"


class As(StrEnum):
    """How past checks are written to a file."""

    JSONL = "jsonl"
    DATAFEED = "datafeed"


def stats(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    by: Annotated[By | None, typer.Option(help="Count by this alone.")] = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """How many past checks there are: a small chart by language, publisher, rating and month of publication."""
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace) as desk:
        if as_jsonl(output) and by is None:
            rows: list[dict[str, Any]] = [asdict(each) for each in desk.store.review_stats()]
            write_lines(rows, sys.stdout)
            return
        counted = {each: _counted(desk.store, each) for each in ([by] if by else By)}
        total = desk.store.count_reviews()
    if as_jsonl(output):
        rows = [{str(by): name, "count": count} for name, count in counted[by]] if by else []
        write_lines(rows, sys.stdout)
        return
    if not total:
        say("no past checks here yet: claimcheck reviews import FILE")
        return
    for kind, pairs in counted.items():
        _draw(kind, pairs, total)


def _counted(store: "Store", by: By) -> list[tuple[str | None, int]]:
    """Values with their counts: months in order, labels in the order of the scheme, the rest most frequent first."""
    if by is By.MONTH:
        return store.review_months()
    counts: Counter[str | None] = Counter()
    for each in store.review_stats():
        name = getattr(each, by)
        marks = (" (ours)" if each.ours else "") + (" (sample)" if each.sample else "")
        counts[name + marks if by is By.PUBLISHER else name] += each.count
    if by is By.RATING:
        return [(label, counts[label]) for label in (*Label, None) if counts[label]]
    return sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))


def _draw(by: By, pairs: list[tuple[str | None, int]], total: int) -> None:
    shown = pairs[-_ROWS:] if by is By.MONTH else pairs[:_ROWS]
    most = max(count for _, count in shown)
    rows = [(shorten(name, 40), str(count), _percent(count / total), bar(count / most)) for name, count in shown]
    write_table((str(by), "count", "share", ""), rows)
    if len(pairs) > len(shown):
        left = sum(count for _, count in pairs) - sum(count for _, count in shown)
        say(f"and {plural(left, 'past check')} under {len(pairs) - len(shown)} more: --by {by} --format jsonl has all")


def _percent(share: float) -> str:
    """A share as people read it; what is there is never 0 %."""
    return f"{share:.0%}" if share >= 0.005 or share == 0 else "<1%"


def bar(share: float) -> str:
    """A bar of a share of the whole width, to an eighth of a character.

    >>> bar(0.1), bar(0.001), bar(0)
    ('████', '▏', '')
    """
    eighths = round(share * _WIDTH * 8) or (1 if share > 0 else 0)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def export(
    out: Annotated[Path, typer.Argument(help="The file to write; - writes to stdout.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    form: Annotated[As, typer.Option("--as", help="Our own lines, or a ClaimReview DataFeed.")] = As.JSONL,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    rating: RatingOption = None,
    text: TextOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unrated: UnratedOption = False,
    samples: Annotated[bool, typer.Option("--samples", help="Samples too.")] = False,
    force: ForceOption = False,
) -> None:
    """Write past checks to a file, every field; importing it again brings them back as they were."""
    from claimcheck.flows.export_reviews import ReviewFormat, export_reviews
    from claimcheck.workspace import Workspace

    kinds = chosen_by(publisher, language, rating, text, since, until, unrated)
    with progress_bar() as progress, Workspace.open(workspace) as desk:
        count = export_reviews(
            desk.store,
            None if str(out) == "-" else out,
            form=ReviewFormat(form),
            samples=samples,
            force=force,
            progress=progress,
            **kinds,
        )
        left = 0 if samples else sum(each.count for each in desk.store.review_stats() if each.sample)
    write_result({"path": None if str(out) == "-" else str(out), "count": count, "samples_left_out": left})
    say(f"{plural(count, 'past check')} written" + ("" if str(out) == "-" else f" to {out}"))
    if left:
        say(f"{plural(left, 'sample here is', 'samples here are')} left out: --samples writes them too")


def register(group: typer.Typer) -> None:
    """Add these commands to ``reviews``."""
    group.command()(stats)
    group.command()(export)
