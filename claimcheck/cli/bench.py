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
    json_output: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Score lookup on a test collection: MAP@5, recall, MRR, through what ``lookup`` calls."""
    from claimcheck.embed import load_encoder
    from claimcheck.flows.bench_retrieval import bench_retrieval

    chosen = load_encoder(encoder)
    with progress_bar() as progress:
        figures = bench_retrieval(docs, queries, qrels, split=split_name, encoder=chosen, progress=progress, say=say)
    if json_output:
        write_json(figures.to_json())
    else:
        write_table(("what", "value"), ((key, str(value)) for key, value in figures.to_json().items()))


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="bench")
