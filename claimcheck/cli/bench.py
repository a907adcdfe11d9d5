"""``bench``: quality and speed, through the same code as the commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import bench_lookup
from claimcheck.cli.manners import well_mannered
from claimcheck.cli.model import NO_MODEL, ModelWish, asks_model
from claimcheck.cli.options import DEFAULT_WORKSPACE, FormatOption
from claimcheck.cli.output import Marked, OutputFormat, as_jsonl, say, shorten, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.jsonl import write_lines
from claimcheck.progress import Progress, plural

if TYPE_CHECKING:
    from claimcheck.flows.bench_all import BenchRow
    from claimcheck.split import Splitter

__all__ = ["register"]

group = typer.Typer(
    help="How good it is: every figure in one table, or one of them by a command of its own.",
    epilog="claimcheck bench --data data\nclaimcheck bench --only splitter,speed --json",
    invoke_without_command=True,
)


def whole(
    context: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            help="The folder of public data (retrieval, similarity, checkworthy, parallel), with gold beside it.",
        ),
    ] = None,
    quality: Annotated[
        Path, typer.Option(help="The folder with floors.json, the project's own gold and labelled pairs.")
    ] = Path("tests/quality"),
    only: Annotated[str | None, typer.Option(help="Only these groups of figures, such as splitter,lookup.")] = None,
    reported: Annotated[
        bool, typer.Option(help="Also what nobody tunes on: test splits, halves of gold kept for reporting.")
    ] = True,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """How good it is: every figure that can be measured from what is at hand, or one of them by a command of its own.

    Beside each figure stands what is asked of it, on which data, and the command that prints it alone. What is not at
    hand is named and does no harm; a figure worse than what is asked of it does.
    """
    if context.invoked_subcommand is not None:
        return
    import sys

    from claimcheck.errors import BenchFellShort
    from claimcheck.flows.bench_all import GROUPS, bench_all, plan_benches

    groups = GROUPS if only is None else [each.strip() for each in only.split(",")]
    if unknown := [each for each in groups if each not in GROUPS]:
        raise typer.BadParameter(f"{unknown[0]!r} is none of {', '.join(GROUPS)}", param_hint="--only")
    rows = []
    benches = plan_benches(data, quality, reported=reported)
    with progress_bar() as progress:
        for row in bench_all(benches, only=groups, progress=progress):
            rows.append(row)
            if as_jsonl(output):
                write_lines([row.to_json()], sys.stdout)
    if not as_jsonl(output):
        _write_figures(rows)
    if lacking := [each for each in benches if each.group in groups and not each.at_hand]:
        say(
            f"{sum(len(each.sets) for each in lacking)} of {plural(len(rows), 'row has', 'rows have')} no data here: "
            "--data names the folder of public data (DATA in the rows), --quality one with the project's own "
            "gold, which its source has in tests/quality"
        )
    fell, broken = sum(row.fell for row in rows), sum(row.broken for row in rows)
    if fell or broken:
        raise BenchFellShort(fell=fell, broken=broken)


def _write_figures(rows: "Sequence[BenchRow]") -> None:
    """The table; a command stands once for all figures that it prints."""
    cells, before = [], None
    for row in rows:
        value = "–" if row.figure is None else f"{row.figure:.0f}" if row.whole else f"{row.figure:.3f}"
        asked = f"{'≤' if row.at_most else '≥'} {row.asked:g}" if row.asked is not None else ""
        if row.figure is not None and row.why:
            asked = "(other data)"
        place = (row.group, row.data)
        told = (row.figure is None and row.why) or ("" if place == before else row.command)
        cells.append((row.group, row.data, row.what, value, f"{asked} FELL SHORT" if row.fell else asked, told))
        before = place
    write_table(("bench", "data", "figure", "value", "asked", "printed alone by"), cells)


@group.command()
@asks_model
def split(
    gold: Annotated[list[Path], typer.Option("--gold", help="A gold file, or a folder of them; may be repeated.")],
    more: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="More of them.")] = None,
    sources: Annotated[
        list[Path] | None, typer.Option("--sources", help="Folders with the pages, where they are not beside the gold.")
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, help="No figures: draw so many offered claims for a reader to judge."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Which claims --sample draws.")] = 1,
    output: FormatOption = OutputFormat.AUTO,
    model: ModelWish = NO_MODEL,
) -> None:
    """Score the splitter: P, coverage, F1, speakers, dates, rejected kept, furniture leaked, text."""
    import sys
    from dataclasses import asdict

    from claimcheck.flows.bench_split import bench_split, gold_files, read_annotated
    from claimcheck.flows.split_gold import read_split_gold

    pages = [page for each in [*gold, *(more or ())] for page in gold_files(each)]
    asked = model.splitter_for(
        DEFAULT_WORKSPACE, lambda: [read_annotated(read_split_gold(page, sources or ())) for page in pages]
    )
    with asked as splitter, progress_bar() as progress:
        if sample is not None:
            _write_sample(pages, sample, seed, sources or (), output, splitter, progress)
            return
        rows = bench_split(pages, splitter=splitter, sources=sources or (), progress=progress)
    if as_jsonl(output):
        write_lines((asdict(row) for row in rows), sys.stdout)
        return
    figures = [asdict(row) for row in rows]
    write_table(
        list(figures[0]) if figures else [],
        ([f"{value:.2f}" if isinstance(value, float) else str(value) for value in each.values()] for each in figures),
    )


def _write_sample(
    gold: Sequence[Path],
    count: int,
    seed: int,
    sources: Sequence[Path],
    output: OutputFormat,
    splitter: "Splitter",
    progress: Progress,
) -> None:
    """Claims beside their sentences, with two empty columns for the reader."""
    import sys

    from claimcheck.flows.sample_claims import sample_claims

    drawn = sample_claims(gold, count, seed, splitter=splitter, sources=sources, progress=progress)
    if as_jsonl(output):
        write_lines((each.to_json() for each in drawn), sys.stdout)
        return
    write_table(
        ("#", "claim", "speaker, date", "passage", "before", "page", "faithful", "stands alone"),
        (
            (
                str(each.number),
                each.claim.text,
                ", ".join(filter(None, (each.claim.speaker, each.claim.date.value if each.claim.date else None))),
                Marked(each.passage, each.marks),
                shorten(each.claim.context.previous, 160),
                each.page,
                "",
                "",
            )
            for each in drawn
        ),
    )


@group.command()
def checkworthy(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV, packed by gzip or not, a text a row.")],
    language: Annotated[str, typer.Option(help="The texts' language, such as de.")],
    text: Annotated[str, typer.Option(help="The column with the text.")] = "text",
    label: Annotated[str, typer.Option(help="The column with the label; 1 is worth checking.")] = "label",
) -> None:
    """Score check-worthiness on texts that others labelled: AUC, F1, macro-F1; a JSON line a file."""
    import sys
    from dataclasses import asdict

    from claimcheck.flows.bench_checkworthy import bench_checkworthy

    found = (bench_checkworthy(each, language=language, text=text, label=label) for each in files)
    write_lines((asdict(each) for each in found), sys.stdout)


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    group.callback()(well_mannered(whole, {}))
    bench_lookup.register(group)
    app.add_typer(group, name="bench")
