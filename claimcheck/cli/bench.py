"""``bench``: quality and speed, through the same code as the commands."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import EncoderOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_table
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
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Score the splitter: P, coverage, F1, speakers, dates, rejected kept, furniture leaked, text."""
    import sys
    from dataclasses import asdict

    from claimcheck.flows.bench_split import bench_split
    from claimcheck.split import RuleSplitter

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


@group.command()
def retrieval(
    docs: Annotated[Path, typer.Option("--docs", help="Documents, JSONL: id, text, title?, subtitle?, lang?")],
    queries: Annotated[Path, typer.Option("--queries", help="Queries, JSONL: id, text, split?, lang?")],
    qrels: Annotated[Path, typer.Option("--qrels", help="query id, TAB, document id.")],
    split_name: Annotated[str | None, typer.Option("--split", help="Only queries of this split.")] = None,
    encoder: EncoderOption = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Rows for BM25 and the cosine alone, too.")] = False,
    abstention: Annotated[bool, typer.Option("--abstention", help="Also with each query's check taken away.")] = False,
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
            abstention=abstention,
            progress=progress,
            say=say,
        )
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
            f"first; with the check taken away {told.false_found:.0%}; calibration error {told.error:.3f}"
        )


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
