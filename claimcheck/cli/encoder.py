"""``encoder``: what turns claims into vectors."""

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import EncoderOption, FormatOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say, write_json, write_records, write_table
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
    places: Annotated[
        list[Path],
        typer.Argument(
            metavar="[DATA] OUT",
            help="DATA: a folder with parallel/<xx>-en.tsv.gz, lines of tag, TAB, text, TAB, English; not with --from. "
            "OUT: the folder to write the encoder to.",
            show_default=False,
        ),
    ],
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--from", help="Continue with the matches this workspace's annotators have called the same claim."
        ),
    ] = None,
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="With --from: the folder to begin with; default: the workspace's.")
    ] = None,
    languages: Annotated[str | None, typer.Option(help="Which languages, English among them; default: all.")] = None,
    steps: Annotated[
        int | None,
        typer.Option(
            min=1, help="How many; default: 1,500 for the first language, 2,400 with the others, with --from 200."
        ),
    ] = None,
    batch: Annotated[int | None, typer.Option(min=2, help="Pairs a step.")] = None,
    dimension: Annotated[int | None, typer.Option(min=8, help="Width of the vectors.")] = None,
    vocabulary: Annotated[
        str | None, typer.Option(help="How many tokens (at least 100), or the tokenizer.json to use.")
    ] = None,
    teacher: Annotated[
        Path | None, typer.Option(help="A MiniLM folder; default: the development dependency's.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Where the teacher's vectors are kept for the next run.")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Processor threads.")] = None,
    seed: Annotated[int, typer.Option(help="The same data and seed give the same encoder on the same machine.")] = 0,
    overwrite: Annotated[bool, typer.Option("--force", "--overwrite", help="Replace what is in OUT.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Train a static multilingual encoder on sentence pairs, or --from a workspace on what its annotators confirmed.

    The model card says from what it was made. Nothing starts to use the new encoder by itself.
    """
    if len(places) != (1 if workspace else 2):
        raise typer.BadParameter("give OUT alone" if workspace else "give DATA and OUT, or OUT and --from WORKSPACE")
    if workspace:
        own = {"--languages": languages, "--dimension": dimension, "--vocabulary": vocabulary, "--teacher": teacher}
        if given := [name for name, value in own.items() if value is not None]:
            raise typer.BadParameter(f"{given[0]} is the encoder's own and cannot change with --from")
        _tune(workspace, places[0], encoder, steps, batch, threads, seed, overwrite, output)
        return
    if encoder:
        raise typer.BadParameter("--encoder goes with --from")
    from claimcheck.flows.encoder import train_encoder

    with progress_bar() as progress:
        report = train_encoder(
            places[0],
            places[1],
            languages=[each.strip() for each in languages.split(",") if each.strip()] if languages else None,
            steps=steps,
            batch=batch,
            dimension=dimension,
            vocabulary=_vocabulary(vocabulary),
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


def _vocabulary(text: str | None) -> int | Path | None:
    if text is None or not text.isdigit():
        return Path(text) if text else None
    if int(text) < 100:
        raise typer.BadParameter(f"a vocabulary of {text} tokens is too small: give 100 or more")
    return int(text)


def _tune(
    workspace: Path,
    out: Path,
    encoder: str | None,
    steps: int | None,
    batch: int | None,
    threads: int | None,
    seed: int,
    overwrite: bool,
    output: OutputFormat,
) -> None:
    from dataclasses import asdict

    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, encoder=encoder, say=say) as desk:
        report = desk.tune_encoder(
            out, steps=steps, batch=batch, threads=threads, seed=seed, replace_out=overwrite, progress=progress
        )
    write_records(
        [{**asdict(report), "verdict": report.verdict}],
        chosen=output,
        columns=("trained on", "held out", "MRR before", "MRR after", "difference, 95 %"),
        row=lambda each: (
            str(each["trained"]),
            str(each["held_out"]),
            f"{each['mrr_before']:.3f}",
            f"{each['mrr_after']:.3f}",
            f"{each['interval'][0]:+.3f} to {each['interval'][1]:+.3f}",
        ),
        empty="",
    )
    told = {
        "better": f"better on the {report.held_out} claims held out: to use it, give --encoder {out} or write it into "
        "claimcheck.toml ([encoder], name), then claimcheck reviews calibrate",
        "worse": f"worse on the {report.held_out} claims held out: keep the encoder you have",
        "unclear": f"no clear difference on the {report.held_out} claims held out: keep the encoder you have",
    }
    say(f"{report.path}: {told[report.verdict]}")


def register(app: typer.Typer) -> None:
    """Add this group to the app."""
    app.add_typer(group, name="encoder")
