"""``bench``: quality and speed, through the same code as the commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import EncoderOption, FormatOption
from claimcheck.cli.output import Marked, OutputFormat, as_jsonl, say, shorten, write_json, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.jsonl import write_lines

__all__ = ["register"]

group = typer.Typer(
    help="How good it is: the splitter on annotated pages, lookup on a test collection.", no_args_is_help=True
)


@group.command()
def split(
    gold: Annotated[list[Path], typer.Option("--gold", help="A gold file; may be repeated.")],
    more: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="More gold files.")] = None,
    sources: Annotated[
        list[Path] | None, typer.Option("--sources", help="Folders with the pages, where they are not beside the gold.")
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, help="No figures: draw so many offered claims for a reader to judge."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Which claims --sample draws.")] = 1,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Score the splitter: P, coverage, F1, speakers, dates, rejected kept, furniture leaked, text."""
    import sys
    from dataclasses import asdict

    from claimcheck.flows.bench_split import bench_split
    from claimcheck.split import RuleSplitter

    if sample is not None:
        _write_sample([*gold, *(more or ())], sample, seed, sources or (), output)
        return
    with progress_bar() as progress:
        rows = bench_split([*gold, *(more or ())], splitter=RuleSplitter(), sources=sources or (), progress=progress)
    if as_jsonl(output):
        write_lines((asdict(row) for row in rows), sys.stdout)
        return
    figures = [asdict(row) for row in rows]
    write_table(
        list(figures[0]) if figures else [],
        ([f"{value:.2f}" if isinstance(value, float) else str(value) for value in each.values()] for each in figures),
    )


def _write_sample(gold: Sequence[Path], count: int, seed: int, sources: Sequence[Path], output: OutputFormat) -> None:
    """Claims beside their sentences, with two empty columns for the reader."""
    import sys

    from claimcheck.flows.sample_claims import sample_claims
    from claimcheck.split import RuleSplitter

    with progress_bar() as progress:
        drawn = sample_claims(gold, count, seed, splitter=RuleSplitter(), sources=sources, progress=progress)
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
    json_output: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
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
    if json_output:
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
    counts = ", ".join(f"{name} {count}" for name, count in report.queries.items())
    say(
        f"fitted on {counts}: from a score of {report.ranker.min_score:.2f} {report.recall:.0%} of unseen queries find "
        f"something, {report.false_found:.0%} where their check is gone"
    )


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="bench")
