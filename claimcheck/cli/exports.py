"""``export``: verdict datasets in the forms others read; ``dataset``: is a file of one well?"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, ForceOption, RedactOption, WorkspaceOption
from claimcheck.cli.output import contacts_told, say, write_result
from claimcheck.cli.progress import progress_bar
from claimcheck.progress import as_many, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.dataset import Loss
    from claimcheck.flows.export_wish import ExportReport

__all__ = ["DatasetFormat", "export", "register", "validate"]

group = typer.Typer(name="dataset", no_args_is_help=True, help="Verdict datasets in files: is one well?")

_TOLD = 20  # findings that are printed


class DatasetFormat(StrEnum):
    """The forms a verdict dataset can take."""

    PARQUET = "parquet"
    JSONL = "jsonl"
    CSV = "csv"
    HF = "hf"
    CROISSANT = "croissant"
    FEVER = "fever"
    AVERITEC = "averitec"
    CHECKTHAT = "checkthat"
    CLAIMREVIEW = "claimreview"
    CLAIMREVIEW_SINGLE = "claimreview-single"
    WEB_ANNOTATION = "web-annotation"
    LABEL_STUDIO = "label-studio"


_BY_ENDING = {"parquet": DatasetFormat.PARQUET, "csv": DatasetFormat.CSV}
_BY_ENDING |= dict.fromkeys(("jsonl", "ndjson"), DatasetFormat.JSONL)


def _form(path: Path, chosen: DatasetFormat | None) -> DatasetFormat:
    """The form that was chosen, else the one the name says."""
    found = chosen or _BY_ENDING.get(path.suffix.lstrip(".").lower())
    if found is None:
        raise typer.BadParameter(f"{path} does not say its format: give --format {'|'.join(DatasetFormat)}")
    return found


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file or folder to write.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    dataset_format: Annotated[
        DatasetFormat | None, typer.Option("--format", help="Default: by the name of OUT.")
    ] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Count sample verdicts too.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Keep annotators' names instead of pseudonyms.")] = False,
    no_context: Annotated[
        bool,
        typer.Option("--no-context", help="Leave out other people's texts; offsets, digests and addresses stay."),
    ] = False,
    redact: RedactOption = False,
    split: Annotated[
        str | None, typer.Option("--split", help="Deal claims onto sides that do not leak, such as 80/10/10.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="What the split is drawn with.")] = 0,
    temporal: Annotated[bool, typer.Option("--temporal", help="Split in time: train strictly before test.")] = False,
    licence: Annotated[
        str | None, typer.Option("--licence", help="The dataset's licence, such as cc-by-4.0, for its card.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="The dataset's title, for its card and report.")] = "Verdicts",
    report: Annotated[
        Path | None, typer.Option("--report", metavar="HTML", help="Also write a page with the dataset's figures.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """Write the verdict dataset: one row a claim, each traceable to characters of its article; a manifest beside it."""
    from claimcheck.dataset import parse_shares
    from claimcheck.flows.export_wish import ExportWish
    from claimcheck.flows.splits import SplitWish
    from claimcheck.workspace import Workspace

    form = _form(out, dataset_format)
    if temporal and split is None:
        raise typer.BadParameter("--temporal says how to split: give --split too")
    wish = ExportWish(
        samples=samples,
        names=names,
        force=force,
        context=not no_context,
        redact=redact,
        split=SplitWish(parse_shares(split), seed=seed, temporal=temporal) if split else None,
        licence=licence,
        title=title,
        report=report,
    )
    with progress_bar() as progress, Workspace.open(workspace, say=say) as desk:
        done = desk.export(out, format=form.value, wish=wish, progress=progress)
    _tell(done, form)
    if report:
        say(f"its figures: {report}")


def _tell(done: "ExportReport", form: DatasetFormat) -> None:
    from claimcheck.flows.splits import tell_split

    write_result(
        {
            "path": str(done.path),
            "format": form.value,
            "rows": done.rows,
            "bytes": done.size,
            "sha256": done.digest,
            "manifest": str(done.manifest),
            "left_out": dict(done.left_out),
            "losses": [str(loss) for loss in done.losses],
        }
    )
    say(f"{done.path}: {plural(done.rows, 'row')}, SHA-256 {done.digest}")
    say(f"where it comes from: {done.manifest}")
    for line in tell_split(done.split) if done.split else ():
        say(line)
    for reason, count in sorted(done.left_out.items()):
        say(f"left out: {as_many(count, reason)}")
    _tell_losses(done.losses, form)
    found = done.contacts
    if found.claims:
        what = contacts_told(found.emails, found.telephones)
        where = ", ".join(each[:8] for each in found.claims[:10]) + (", …" if len(found.claims) > 10 else "")
        they_are, them = ("it is", "it") if found.emails + found.telephones == 1 else ("they are", "them")
        end = "taken out" if found.redacted else f"{they_are} in the dataset: --redact takes {them} out"
        say(f"{what} in what annotators wrote of {plural(len(found.claims), 'claim')} ({where}); {end}")


def _tell_losses(losses: "Sequence[Loss]", form: DatasetFormat) -> None:
    """A line for each way in which something is lost, with the columns it is lost in; what is not there at all last."""
    from claimcheck.dataset import NOT_CARRIED

    columns: dict[str, list[str]] = {}
    for loss in sorted(losses, key=lambda each: each.what == NOT_CARRIED):
        if loss.refused:
            say(f"{form.value} has no place for {as_many(loss.count, loss.what)}")
        else:
            columns.setdefault(loss.what, []).append(
                f"{loss.column} ({loss.count:,})" if loss.column else str(loss.count)
            )
    for what, where in columns.items():
        begin = f"not carried by {form.value}" if what == NOT_CARRIED else f"in {form.value}: {what}"
        say(f"{begin}: {', '.join(where)}")


@group.command()
def validate(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file or folder to look at.")],
    dataset_format: Annotated[
        DatasetFormat | None, typer.Option("--format", help="Default: by the name of FILE.")
    ] = None,
) -> None:
    """Say what is wrong with a dataset file, by line and field; exit status 1 where anything is. Needs no network."""
    from claimcheck.dataset import examine_dataset
    from claimcheck.flows.export_forms import forms_of
    from claimcheck.scheme import read_scheme

    form = _form(path, dataset_format)
    findings = examine_dataset(path, form=form.value, forms=forms_of(read_scheme()))
    count = 0
    for count, each in enumerate(findings, start=1):
        write_result({"path": str(path), "place": each.place, "field": each.field, "what": each.what})
        if count <= _TOLD:
            say(f"{path}: {each}")
    if count:
        say(f"{plural(count, 'finding')}{f', {count - _TOLD} of them not shown' if count > _TOLD else ''}")
        raise typer.Exit(1)
    say(f"{path}: well, as {form.value}")


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(export)
    app.add_typer(group, name="dataset")
