"""``settle``, ``publish`` and ``export``: what annotators agree on, our own checks, and datasets."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, say, write_records
from claimcheck.records import ClaimStatus

__all__ = ["DatasetFormat", "export", "publish", "register", "settle"]

SamplesOption = Annotated[bool, typer.Option("--samples", help="Count sample verdicts too.")]


class DatasetFormat(StrEnum):
    """The forms a verdict dataset can take."""

    PARQUET = "parquet"
    JSONL = "jsonl"
    CSV = "csv"


def settle(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    samples: SamplesOption = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Settle each claim's verdicts by majority; a tie is said, never broken."""
    from claimcheck.shapes import consensus_to_json
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True, say=say) as desk:
        settlement = desk.settle(samples=samples)
        settled = settlement.consensuses
        ids = {each.claim_id for each in settled}
        found = desk.store.claims(ids=ids, statuses=set(ClaimStatus))
        texts = {stored.claim.id: stored.claim.text for stored in found}
    write_records(
        (consensus_to_json(each) for each in settled),
        chosen=output,
        columns=("id", "claim", "consensus", "verdicts"),
        row=lambda each: (
            each["claim_id"][:8],
            texts.get(each["claim_id"], "–"),
            each["label"] or f"tie: {' / '.join(each['tie'])}",
            str(each["n_annotators"]),
        ),
        empty="no verdicts to settle: claimcheck pull, or --samples",
    )
    say(f"{len(settled)} claims judged, {settlement.ties} of them tied")
    for reason, count in settlement.not_counted.items():
        say(f"not counted: {count} {reason}")


def publish(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    claims: Annotated[list[str] | None, typer.Option("--claims", help="Only these, by id; may be repeated.")] = None,
) -> None:
    """Turn settled verdicts into the desk's own past checks, found by lookup as ours."""
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True, say=say) as desk:
        report = desk.publish(claims=claims)
    say(
        f"{report.new} new past checks of ours, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.withdrawn} withdrawn"
    )
    for reason, count in sorted(report.left_out.items()):
        say(f"left out: {count} {reason}")


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    dataset_format: Annotated[
        DatasetFormat | None, typer.Option("--format", help="Default: by the name of OUT.")
    ] = None,
    samples: SamplesOption = False,
    names: Annotated[bool, typer.Option("--names", help="Keep annotators' names instead of pseudonyms.")] = False,
) -> None:
    """Write the verdict dataset: one row a claim, each traceable to characters of its article."""
    from claimcheck.workspace import Workspace

    if dataset_format is None:
        suffix = out.suffix.lstrip(".").lower()
        if suffix not in list(DatasetFormat):
            raise typer.BadParameter(f"{out} does not say its format: give --format {'|'.join(DatasetFormat)}")
        dataset_format = DatasetFormat(suffix)
    with Workspace.open(workspace, say=say) as desk:
        report = desk.export(out, format=dataset_format.value, samples=samples, names=names)
    say(f"{report.path}: {report.rows} rows, SHA-256 {report.digest}")
    for reason, count in sorted(report.left_out.items()):
        say(f"left out: {count} {reason}")
    for loss in report.losses:
        say(f"not carried by {dataset_format.value}: {loss}")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(settle)
    app.command()(publish)
    app.command()(export)
