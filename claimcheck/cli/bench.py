"""``bench``: quality and speed, through the same code as the commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.manners import well_mannered
from claimcheck.cli.model import NO_MODEL, ModelWish, asks_model
from claimcheck.cli.options import DEFAULT_WORKSPACE, EncoderOption, FormatOption
from claimcheck.cli.output import Marked, OutputFormat, as_jsonl, say, shorten, write_json, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.jsonl import write_lines
from claimcheck.progress import Progress

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
def retrieval(
    docs: Annotated[Path, typer.Option("--docs", help="Documents, JSONL: id, text, title?, subtitle?, lang?")],
    queries: Annotated[Path, typer.Option("--queries", help="Queries, JSONL: id, text, split?, lang?")],
    qrels: Annotated[Path, typer.Option("--qrels", help="query id, TAB, document id.")],
    split_name: Annotated[str | None, typer.Option("--split", help="Only queries of this split.")] = None,
    encoder: EncoderOption = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Rows for BM25 and the cosine alone, too.")] = False,
    abstention: Annotated[bool, typer.Option("--abstention", help="Also with each query's check taken away.")] = False,
    diagram: Annotated[
        Path | None,
        typer.Option("--reliability", help="Draw what was said against what came true into this SVG file."),
    ] = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Score lookup on a test collection: MAP@5, recall, MRR, through what ``lookup`` calls."""
    from claimcheck.embed import load_encoder
    from claimcheck.flows.bench_retrieval import bench_retrieval

    chosen = load_encoder(encoder)
    with progress_bar() as progress:
        figures = bench_retrieval(
            docs,
            queries,
            qrels,
            split=split_name,
            encoder=chosen,
            baselines=baselines,
            abstention=abstention or diagram is not None,
            progress=progress,
            say=say,
        )
    if diagram is not None and figures.abstention:
        from claimcheck.metrics.plot import reliability_svg

        title = f"{split_name or queries.name}: {2 * figures.n_queries} first candidates"
        diagram.write_text(reliability_svg(figures.abstention.bins, title), encoding="utf-8")
    if as_jsonl(output):
        write_json(figures.to_json())
        return
    rows = {"ours": figures.to_json()} | {name: each.to_json() for name, each in figures.baselines.items()}
    columns = ("map@5", "map@5 interval", "recall@1", "recall@10", "mrr")
    write_table(("by", *columns), ((name, *(str(row[each]) for each in columns)) for name, row in rows.items()))
    say(f"{figures.n_queries} queries, {figures.n_docs} documents, {1000 * figures.seconds['a_query']:.1f} ms a query")
    if figures.abstention:
        write_table(
            ("first candidates", "said", "true"),
            ((str(each.count), f"{each.said:.2f}", f"{each.true:.2f}") for each in figures.abstention.bins),
        )
        told = figures.abstention
        say(
            f"from a score of {told.threshold:.2f}: {told.recall:.0%} find something, {told.right:.0%} the right one "
            f"first; with the check taken away {told.false_found:.0%} "
            f"({told.intervals['false_found'][0]:.0%}–{told.intervals['false_found'][1]:.0%}); "
            f"calibration error {told.error:.3f}"
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


@group.command("fit-lookup")
def fit_lookup(
    data: Annotated[Path, typer.Argument(help="The folder with the retrieval collections.")],
    out: Annotated[Path | None, typer.Option("--out", help="Where to write; default: the file that ships.")] = None,
    encoder: EncoderOption = None,
) -> None:
    """Fit lookup's order and probabilities on the training splits, after the encoder has changed."""
    from claimcheck.embed import load_encoder
    from claimcheck.flows.fit_lookup import fit_lookup as fit
    from claimcheck.flows.fit_lookup import write_fitted
    from claimcheck.match.ranker import FITTED

    with progress_bar() as progress:
        report = fit(data, load_encoder(encoder), progress=progress)
    write_fitted(report.ranker, out or FITTED)
    write_result(
        {
            "queries": dict(report.queries),
            "min_score": report.ranker.min_score,
            "recall": report.recall,
            "false_found": report.false_found,
            "path": str(out or FITTED),
        }
    )
    counts = ", ".join(f"{name} {count}" for name, count in report.queries.items())
    say(
        f"fitted on {counts}: from a score of {report.ranker.min_score:.2f} {report.recall:.0%} of unseen queries find "
        f"something, {report.false_found:.0%} where their check is gone"
    )


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    group.callback()(well_mannered(whole, {}))
    app.add_typer(group, name="bench")
