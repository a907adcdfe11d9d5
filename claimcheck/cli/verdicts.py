"""``settle`` and ``publish``: what annotators agree on, and our own checks."""

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, say, write_records, write_result
from claimcheck.progress import as_many, plural
from claimcheck.records import ClaimStatus

__all__ = ["Method", "publish", "register", "settle"]

SamplesOption = Annotated[bool, typer.Option("--samples", help="Count sample verdicts too.")]


class Method(StrEnum):
    """The ways to settle blind answers."""

    MAJORITY = "majority"
    WEIGHTED = "weighted"
    DAWID_SKENE = "dawid-skene"


def settle(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    method: Annotated[
        Method | None,
        typer.Option("--method", help="majority, weighted (by confidence) or dawid-skene; default: as last time."),
    ] = None,
    samples: SamplesOption = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Settle each claim's verdicts: an adjudicated answer first, else by the method; a tie is said, never broken."""
    from claimcheck.flows.settle import only_skips
    from claimcheck.shapes import consensus_to_json
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True, say=say) as desk:
        settlement = desk.settle(samples=samples, method=method.value if method else None)
        settled = settlement.consensuses
        ids = {each.claim_id for each in settled}
        found = desk.store.claims(ids=ids, statuses=set(ClaimStatus))
        texts = {stored.claim.id: stored.claim.text for stored in found}
    empty = "no verdicts to settle: claimcheck pull, or --samples"
    if settlement.skips:
        empty = f"{only_skips(len(settlement.skips))}: there is no verdict to settle"
    write_records(
        (consensus_to_json(each) for each in settled),
        chosen=output,
        columns=("id", "claim", "consensus", "by", "verdicts"),
        row=lambda each: (
            each["claim_id"][:8],
            texts.get(each["claim_id"], "–"),
            each["label"] or f"tie: {' / '.join(each['tie'])}",
            each["method"],
            str(each["n_annotators"]),
        ),
        empty=empty,
    )
    ways = ", ".join(f"{count} {way}" for way, count in settlement.settled_by.items())
    if settled:
        say(f"{plural(len(settled), 'claim')} judged{f' ({ways})' if ways else ''}, {settlement.ties} of them tied")
    if settlement.thin and settled:
        say(f"settled by votes: {settlement.thin}")
    for reason, count in settlement.not_counted.items():
        say(f"not counted: {as_many(count, reason)}")


def publish(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    claims: Annotated[list[str] | None, typer.Option("--claims", help="Only these, by id; may be repeated.")] = None,
) -> None:
    """Turn settled verdicts into the desk's own past checks, found by lookup as ours."""
    from claimcheck.workspace import Workspace

    with Workspace.open(workspace, write=True, say=say) as desk:
        report = desk.publish(claims=claims)
    counts = {name: getattr(report, name) for name in ("new", "changed", "unchanged", "withdrawn")}
    write_result({**counts, "left_out": dict(report.left_out), "reviews": [each.id for each in report.reviews]})
    say(
        f"{plural(report.new, 'new past check')} of ours, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.withdrawn} withdrawn"
    )
    for reason, count in sorted(report.left_out.items()):
        say(f"left out: {as_many(count, reason)}")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(settle)
    app.command()(publish)
