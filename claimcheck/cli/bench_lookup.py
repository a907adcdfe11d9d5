"""``bench retrieval`` and ``bench fit-lookup``: how good lookup is, and what it orders and trusts by, learnt anew."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import EncoderOption, ForceOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.files import demand_free, write_whole
from claimcheck.progress import plural

__all__ = ["register"]


def retrieval(
    docs: Annotated[Path, typer.Option("--docs", help="Documents, JSONL: id, text, title?, subtitle?, lang?")],
    queries: Annotated[Path, typer.Option("--queries", help="Queries, JSONL: id, text, split?, lang?")],
    qrels: Annotated[Path, typer.Option("--qrels", help="query id, TAB, document id.")],
    split_name: Annotated[str | None, typer.Option("--split", help="Only queries of this split.")] = None,
    encoder: EncoderOption = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Rows for BM25 and the cosine alone, too.")] = False,
    abstention: Annotated[bool, typer.Option("--abstention", help="Also with each query's check taken away.")] = False,
    sizes: Annotated[
        str, typer.Option(help="Also of small parts of the documents, so large: 20,100,1000.", metavar="N,N…")
    ] = "",
    diagram: Annotated[
        Path | None,
        typer.Option("--reliability", help="Draw what was said against what came true into this SVG file."),
    ] = None,
    force: ForceOption = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Score lookup on a test collection: MAP@5, recall, MRR, through what ``lookup`` calls."""
    from claimcheck.embed import load_encoder
    from claimcheck.flows.bench_retrieval import bench_retrieval

    if diagram is not None:
        demand_free(diagram, force=force)
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
            sizes=_numbers(sizes),
            progress=progress,
            say=say,
        )
    if diagram is not None and figures.abstention:
        from claimcheck.metrics.plot import reliability_svg

        title = f"{split_name or queries.name}: {2 * figures.n_queries} first candidates"
        write_whole(diagram, reliability_svg(figures.abstention.bins, title).encode(), force=force)
    if as_jsonl(output):
        write_json(figures.to_json())
        return
    rows = {"ours": figures.to_json()} | {name: each.to_json() for name, each in figures.baselines.items()}
    columns = ("map@5", "map@5 interval", "recall@1", "recall@10", "mrr")
    write_table(("by", *columns), ((name, *(str(row[each]) for each in columns)) for name, row in rows.items()))
    many = f"{plural(figures.n_queries, 'query', 'queries')}, {plural(figures.n_docs, 'document')}"
    say(f"{many}, {1000 * figures.seconds['a_query']:.1f} ms a query")
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
    if figures.by_size:
        write_table(
            ("past checks", "parts", "find something", "the right one first", "check elsewhere", "find something"),
            (
                (
                    f"{each.documents:,}",
                    str(each.parts),
                    f"{each.recall:.2f} of {each.there}",
                    f"{each.right:.2f}",
                    str(each.gone),
                    f"{each.false_found:.2f}",
                )
                for each in figures.by_size
            ),
        )


def _numbers(listed: str) -> list[int]:
    """Whole numbers from 1, with commas between."""
    cells = [each.strip() for each in listed.split(",") if each.strip()]
    for each in cells:
        if not each.isdecimal() or int(each) < 1:
            raise typer.BadParameter(f"{each!r} is no whole number from 1", param_hint="--sizes")
    return [int(each) for each in cells]


def fit_lookup(
    data: Annotated[
        Path, typer.Argument(help="The folder of public data: retrieval, similarity and parallel below it.")
    ],
    out: Annotated[Path | None, typer.Option("--out", help="Where to write; default: the file that ships.")] = None,
    encoder: EncoderOption = None,
) -> None:
    """Fit lookup's order and probabilities on the training splits, after the encoder has changed."""
    from dataclasses import asdict

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
            "by_size": [asdict(each) for each in report.by_size],
            "path": str(out or FITTED),
        }
    )
    counts = ", ".join(f"{name} {count}" for name, count in report.queries.items())
    say(
        f"fitted on {counts}: from a score of {report.ranker.min_score:.2f} {report.recall:.0%} of unseen queries find "
        f"something, {report.false_found:.0%} where their check is gone"
    )


def register(group: typer.Typer) -> None:
    """Add these to the group of benches."""
    group.command()(retrieval)
    group.command("fit-lookup")(fit_lookup)
