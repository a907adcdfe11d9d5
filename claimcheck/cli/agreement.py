"""``agreement``: how far annotators agree, in tables, JSON lines and plots; and whether past checks moved them."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.agreement_tables import COEFFICIENTS, write_anchoring, write_tables
from claimcheck.cli.options import DEFAULT_WORKSPACE, ForceOption, FormatOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, as_jsonl, say
from claimcheck.files import demand_free, write_whole
from claimcheck.jsonl import write_lines
from claimcheck.progress import as_many, plural

if TYPE_CHECKING:
    from claimcheck.agree import Anchoring, Figure, Measures
    from claimcheck.flows.agreement import AgreementReport

__all__ = ["agreement", "register"]


def agreement(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", help="language, kind, outlet or article; may be repeated. Default: the first three."),
    ] = None,
    anchoring: Annotated[
        bool, typer.Option("--anchoring", help="Did past checks move verdicts? Compares those who saw them.")
    ] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it too, as .svg or .png (extra plots).")
    ] = None,
    force: ForceOption = False,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Name annotators as exports do, not as they are.")
    ] = False,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the draws that intervals come from.")] = 0,
    samples: Annotated[bool, typer.Option("--samples", help="Measure sample verdicts, and only them.")] = False,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """How far annotators agree: α, κ and percent with intervals, by label, language, kind, outlet and pair."""
    from claimcheck.flows.agreement import GROUPS, find_agreement, find_arms
    from claimcheck.workspace import Workspace

    wrong = [each for each in by or () if each not in GROUPS]
    if wrong:
        raise typer.BadParameter(f"claims cannot be grouped by {wrong[0]!r}: use {', '.join(GROUPS)}")
    if anchoring and plot:
        raise typer.BadParameter("--plot draws agreement: leave out --anchoring")
    if plot is not None:
        from claimcheck.agree.plot import plot_form

        form = plot_form(str(plot))
        demand_free(plot, force=force)
    with Workspace.open(workspace, say=say) as desk:
        if anchoring:
            _tell_anchoring(find_arms(desk.store, desk.scheme, samples=samples, seed=seed), output)
            return
        report = find_agreement(
            desk.store, desk.scheme, by=by or GROUPS[:3], samples=samples, pseudonyms=pseudonyms, seed=seed
        )
    if as_jsonl(output):
        write_lines(_records(report), sys.stdout)
    else:
        write_tables(report)
    if report.overall and report.overall.off_scale:
        answers = plural(report.overall.off_scale, "answer is", "answers are")
        say(f"{answers} off the scale: the ordinal α leaves them out")
    for line in report.remarks if not report.why else ():
        say(line)
    for reason, count in report.not_counted.items():
        say(f"not counted: {as_many(count, reason)}")
    if report.why:
        say(report.why)
    if plot is not None and report.overall is None:
        say(f"nothing to draw: {plot} was not written")
    elif plot is not None and report.overall is not None:
        from claimcheck.agree.plot import draw_agreement

        write_whole(plot, draw_agreement(report.overall, report.labels, report.confusion, form=form), force=force)
        say(f"{plot} written")


def _records(report: "AgreementReport") -> Iterator[Mapping[str, Any]]:
    """A line a figure: ``of`` says of what, ``name`` of whom or which."""

    def record(of: str, name: str | None, measure: str, found: "Figure") -> Mapping[str, Any]:
        return {
            "of": of,
            "name": name,
            "measure": measure,
            "value": found.value,
            "low": found.low,
            "high": found.high,
            "claims": found.claims,
            "answers": found.answers,
            "why": found.why,
        }

    if report.overall is None:
        yield {"of": "all", "name": None, "measure": None, "value": None, "claims": 0, "why": report.why}
    for of, name, measures in _slices(report):
        for measure, _ in COEFFICIENTS:
            yield record(of, name, measure, getattr(measures, measure))
    for label in report.labels:
        yield record("label", label.label.value, "alpha", label.alpha)
        yield record("label", label.label.value, "specific", label.again)
    for pair in report.pairs:
        yield record("pair", " / ".join(pair.people), "cohen", pair.kappa)
        yield record("pair", " / ".join(pair.people), "percent", pair.percent)
    for row in report.people:
        yield {
            "of": "annotator",
            "name": row.figures.person,
            "answers": row.figures.answers,
            "shared": row.figures.shared,
            "agreement": row.figures.agreement,
            "alpha_without": row.figures.without,
            "skips": row.skips,
            "seconds": row.seconds,
            "confidence": row.confidence,
        }
    for (one, other), count in report.confusion.items():
        yield {"of": "confusion", "name": f"{one.value} / {other.value}", "pairs": count}


def _slices(report: "AgreementReport") -> "Iterator[tuple[str, str | None, Measures]]":
    if report.overall is not None:
        yield "all", None, report.overall
    for of, groups in report.groups.items():
        for name, measures in groups.items():
            yield of, name, measures


def _tell_anchoring(found: "Anchoring", output: OutputFormat) -> None:
    if as_jsonl(output):
        write_lines([_arms_record(found)], sys.stdout)
    elif not found.why:
        write_anchoring(found)
    if found.why:
        say(f"no figures: {found.why}")
    else:
        say(
            f"{plural(found.claims, 'claim was', 'claims were')} judged both with past checks shown and hidden; an "
            "interval that holds 0 does not show that checks moved verdicts, nor that they did not"
        )


def _arms_record(found: "Anchoring") -> Mapping[str, Any]:
    return {
        "claims": found.claims,
        "answers": dict(found.answers),
        "labels": {arm: {label.value: share for label, share in each.items()} for arm, each in found.labels.items()},
        "shifts": [
            {
                "name": each.name,
                "shown": each.shown,
                "hidden": each.hidden,
                "difference": each.difference.value,
                "low": each.difference.low,
                "high": each.difference.high,
                "claims": each.difference.claims,
                "why": each.difference.why,
            }
            for each in found.shifts
        ],
        "why": found.why,
    }


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(agreement)
