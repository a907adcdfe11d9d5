"""``demo``: the whole pipeline on the shipped samples, step by step, each a command one could type."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.article_rows import write_checked
from claimcheck.cli.output import OutputFormat, say, wants_json, write_records
from claimcheck.cli.progress import progress_bar
from claimcheck.errors import ClaimcheckError
from claimcheck.progress import plural
from claimcheck.records import ClaimStatus

if TYPE_CHECKING:
    from claimcheck.labelstudio import Studio
    from claimcheck.progress import Progress
    from claimcheck.workspace import Workspace

__all__ = ["demo", "register"]

_STUDIO = "default"


def demo(
    workspace: Annotated[Path, typer.Option("--workspace", "-w", help="The demo's own workspace.")] = Path(
        "claimcheck-demo"
    ),
    no_studio: Annotated[bool, typer.Option("--no-studio", help="Leave Label Studio out: it takes seconds.")] = False,
    require_studio: Annotated[
        bool, typer.Option("--require-studio", help="Fail where Label Studio cannot be installed or started.")
    ] = False,
) -> None:
    """The whole pipeline on the shipped samples: article, claims, past checks, tasks, verdicts, dataset."""
    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, create=True, write=True, say=say) as desk:
        _import(desk, progress)
        _check(desk, progress)
        if no_studio:
            _step(3, "Label Studio: left out, as asked")
        studio = None if no_studio else _start(require_studio, progress)
        if studio is None:
            _write_tasks(desk)
        else:
            _round_trip(desk, progress)
        _export(desk)
        _report(desk)
    _next(workspace, studio)


def _form() -> OutputFormat:
    """Tables, also where nobody looks at a terminal: a demonstration is to be read."""
    return OutputFormat.JSONL if wants_json() else OutputFormat.TABLE


def _step(number: int, title: str) -> None:
    say(f"\n{number}. {title}")


def _import(desk: "Workspace", progress: "Progress") -> None:
    from claimcheck.flows.samples import sample_reviews

    _step(1, "Past checks: importing the starter set (publisher “claimcheck samples”)")
    report = desk.import_reviews(sample_reviews(), sample=True, progress=progress)
    say(f"{report.new} new, {report.changed} changed, {report.unchanged} there already")


def _check(desk: "Workspace", progress: "Progress") -> None:
    from claimcheck.flows.ingest import Refused
    from claimcheck.flows.samples import sample_article

    _step(2, "The sample article: its claims, who says them, what was checked before")
    sample = sample_article()
    for done, matches in desk.check([str(sample.path)], options=sample.options, progress=progress):
        if isinstance(done, Refused):
            raise done.error
        write_checked(done, matches, top=12, output=_form())


def _start(required: bool, progress: "Progress") -> "Studio | None":
    from claimcheck.flows.studio import start_local_studio

    _step(3, "Label Studio: a local one, in its own environment, on 127.0.0.1 only")
    try:
        studio = start_local_studio(_STUDIO, say=say, progress=progress)
    except ClaimcheckError as error:
        if required:
            raise
        say(f"without Label Studio: {error}")
        return None
    say(f"it runs at {studio.url}")
    return studio


def _write_tasks(desk: "Workspace") -> None:
    from claimcheck.flows.push import choose_claims, write_task_file
    from claimcheck.flows.samples import keep_sample_verdicts, sample_answers

    _step(4, "Tasks: each offered claim with its past checks, as a file that Label Studio imports")
    path = desk.folder / "tasks.json"
    written = write_task_file(path, desk.store, choose_claims(desk.store), scheme=desk.scheme, force=True)
    say(f"{plural(written, 'task')} in {path}, their labeling config beside it")

    _step(5, "Verdicts: two SAMPLE annotators, entered here instead of in Label Studio (sample = true in the data)")
    kept = keep_sample_verdicts(desk.store, sample_answers(desk.store.claims(offered=True)))
    say(f"{plural(kept, 'sample verdict or skip', 'sample verdicts and skips')} entered")


def _round_trip(desk: "Workspace", progress: "Progress") -> None:
    from claimcheck.flows.push import choose_claims
    from claimcheck.flows.samples import sample_answers
    from claimcheck.flows.studio import add_sample_verdicts

    _step(4, "Tasks: each offered claim with its past checks, marked in its context")
    pushed = desk.push(choose_claims(desk.store), studio=_STUDIO, progress=progress)
    say(f"{pushed.created} created, {pushed.updated} updated, {pushed.unchanged} there already: {pushed.url}")

    _step(5, "Verdicts: two SAMPLE annotators answer through the API (sample = true in the data)")
    answers = sample_answers(desk.store.claims(offered=True))
    entered = add_sample_verdicts(desk.store, desk.studio(_STUDIO), answers, progress=progress)
    pulled = desk.pull(studio=_STUDIO, progress=progress)
    say(
        f"{plural(entered, 'sample answer')} entered; pulled {pulled.new} new, {pulled.changed} changed, "
        f"{pulled.unchanged} unchanged verdicts and {plural(pulled.skipped, 'skip')}"
    )


def _export(desk: "Workspace") -> None:
    from claimcheck.shapes import consensus_to_json

    settlement = desk.settle(samples=True)
    if not settlement.consensuses:
        say("\nNo verdicts yet, so there is nothing to settle or export.")
        return
    _step(6, "Consensus: by majority; a tie is said, never broken")
    ids = {each.claim_id for each in settlement.consensuses}
    texts = {each.claim.id: each.claim.text for each in desk.store.claims(ids=ids, statuses=set(ClaimStatus))}
    write_records(
        (consensus_to_json(each) for each in settlement.consensuses),
        chosen=_form(),
        columns=("claim", "consensus", "verdicts"),
        row=lambda each: (
            texts[each["claim_id"]],
            each["label"] or f"tie: {' / '.join(each['tie'])}",
            f"{each['n_annotators']} (sample)" if each["sample"] else str(each["n_annotators"]),
        ),
        empty="",
    )
    _step(7, "The dataset, samples asked for: each row traceable to characters of the article")
    for name in ("verdicts.parquet", "verdicts.jsonl"):
        report = desk.export(desk.folder / name, samples=True, force=True)
        say(f"{report.path}: {plural(report.rows, 'row')}")


def _report(desk: "Workspace") -> None:
    from claimcheck.flows.report import write_report
    from claimcheck.flows.samples import sample_article

    _step(8, "The report: one page to send around, the article with its claims, past checks and verdicts")
    source = [str(sample_article().path)]
    done = write_report(desk.store, desk.folder / "report.html", source, scheme=desk.scheme, force=True)
    say(f"{done.path}: open it in a browser; {plural(done.claims, 'claim')}, {done.size / 1000:,.0f} kB")


def _next(workspace: Path, studio: "Studio | None") -> None:
    say("\nNext:")
    if shutil.which("claimcheck") is None:
        say(f"  make the command known to this shell: source {_bin()}/activate")
    if studio is not None:
        say(f"  log in at {studio.url} as {studio.email}; the password: claimcheck studio status --password")
        say("  judge a claim there, then bring it back:")
        say(f"    claimcheck pull -w {workspace}")
        say(f"    claimcheck settle -w {workspace}")
        say("  stop Label Studio: claimcheck studio down")
    say("  look something up:")
    say(f'    claimcheck lookup "Lukashenko has ruled Belarus for more than 25 years" -w {workspace}')
    say("  your own article, in a workspace of your own:")
    say("    claimcheck check ARTICLE.txt")


def _bin() -> Path:
    """The folder of this environment's programs, as short as it can be written."""
    folder = Path(sys.executable).parent
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def register(app: typer.Typer) -> None:
    """Add this command to the app."""
    app.command()(demo)
