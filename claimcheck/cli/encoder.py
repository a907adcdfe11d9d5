"""``encoder``: what turns claims into vectors."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import EncoderOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_table
from claimcheck.cli.progress import progress_bar

__all__ = ["register"]

group = typer.Typer(help="What turns claims into vectors: look at it, train it.", no_args_is_help=True)


@group.command()
def info(encoder: EncoderOption = None, output: FormatOption = OutputFormat.AUTO) -> None:
    """Name, folder, width, fingerprint, languages and size."""
    from claimcheck.flows.encoder import encoder_info

    facts = encoder_info(encoder)
    if as_jsonl(output):
        write_json(facts)
    else:
        write_table(("what", "value"), ((key, str(value)) for key, value in facts.items()))


@group.command()
def train(
    data: Annotated[Path, typer.Argument(help="A folder with parallel/<xx>-en.tsv.gz: tag, TAB, text, TAB, English.")],
    out: Annotated[Path, typer.Argument(help="The folder to write the encoder to.")],
    languages: Annotated[str, typer.Option(help="Which languages, English among them.")] = "de,en",
    steps: Annotated[int | None, typer.Option(min=1, help="How many; default: as the bundled encoder.")] = None,
    batch: Annotated[int | None, typer.Option(min=2, help="Pairs a step.")] = None,
    dimension: Annotated[int | None, typer.Option(min=8, help="Width of the vectors.")] = None,
    vocabulary: Annotated[int | None, typer.Option(min=100, help="How many tokens.")] = None,
    teacher: Annotated[
        Path | None, typer.Option(help="A MiniLM folder; default: the development dependency's.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Where the teacher's vectors are kept for the next run.")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Processor threads.")] = None,
    seed: Annotated[int, typer.Option(help="The same data and seed give the same encoder on the same machine.")] = 0,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what is in OUT.")] = False,
) -> None:
    """Train a static multilingual encoder on sentence pairs; its model card says from what."""
    from claimcheck.flows.encoder import train_encoder

    with progress_bar() as progress:
        report = train_encoder(
            data,
            out,
            languages=[each.strip() for each in languages.split(",") if each.strip()],
            steps=steps,
            batch=batch,
            dimension=dimension,
            vocabulary=vocabulary,
            teacher=teacher,
            cache=cache,
            threads=threads,
            seed=seed,
            replace_out=overwrite,
            progress=progress,
        )
    say(f"{report.path}: {report.bytes / 1e6:.1f} MB, fingerprint {report.fingerprint}")
    for name, value in report.figures.items():
        say(f"{name}: {value:.3f}")


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="encoder")
