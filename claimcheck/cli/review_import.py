"""``reviews import`` and ``reviews fetch``: past checks from files and from Google's Fact Check Tools API."""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from itertools import groupby, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.clusters import shared_by
from claimcheck.cli.options import DEFAULT_WORKSPACE, ForceOption, SchedulerOption, WorkspaceOption
from claimcheck.cli.output import complain, say, shorten, write_result
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.review_options import LimitOption
from claimcheck.errors import ClaimcheckError, WorkspaceMissing
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.import_reviews import ImportReport
    from claimcheck.workspace import Workspace

__all__ = ["register"]

_SHOWN = 20

RejectsOption = Annotated[
    Path | None,
    typer.Option(help="Write every refused record here as JSON lines: file, line, reason, its beginning."),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what would change, write nothing.")]


def import_reviews(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="JSONL, ClaimReview JSON, HTML pages, RSS, CSV, TSV, Parquet, .gz and .zip of these; folders and "
            "patterns such as 'pages/*.html'; - reads stdin.",
        ),
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    publisher: Annotated[str | None, typer.Option(help="Whose checks they are, where the file does not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Their language, where the file does not say.")] = None,
    licence: Annotated[str | None, typer.Option(help="Their licence, where the file does not say.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Which column or key holds a field, such as claim_reviewed=Statement; again for more. FIELD= alone: "
            "none does. What is not given is guessed, and said.",
        ),
    ] = None,
    rejects: RejectsOption = None,
    force: ForceOption = False,
    scheduler: SchedulerOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Import past checks; what cannot be read is named and the rest imported. Importing again changes nothing."""
    from claimcheck.flows.import_reviews import demand_files
    from claimcheck.flows.import_reviews import import_reviews as import_file
    from claimcheck.flows.reviews import language_of
    from claimcheck.reviews import parse_map
    from claimcheck.store import Store

    given: dict[str, Any] = {"publisher": publisher, "language": language_of(language), "licence": licence}
    given |= {"stdin": sys.stdin.buffer, "column_map": parse_map(columns or ()) or None}
    demand_files(sources)
    refused = failed = 0
    unread = False
    with progress_bar() as progress, ExitStack() as stack:
        file = _open_rejects(rejects, stack, force=force)
        given["executor"] = stack.enter_context(shared_by(scheduler, workspace))
        if not dry_run and not Store.is_in(workspace):
            _look_into(sources, given)
        desk = _open_desk(workspace, stack, dry_run=dry_run)
        for source in sources:
            options = given | {"on_reject": _writer(file, source), "progress": progress, "dry_run": dry_run}
            try:
                if desk is not None:
                    report = desk.import_reviews(source, **options)
                else:
                    report = import_file(None, source, say=say, **options)
            except ClaimcheckError as error:
                if len(sources) == 1:
                    raise
                complain(f"claimcheck: {error}")
                failed += 1
                continue
            _say(report)
            refused += report.n_rejected
            unread = unread or bool(report.unmapped)
    if unread:
        _say_remedy(desk)
    if refused or failed:
        raise typer.Exit(1)


def fetch(
    query: Annotated[str, typer.Argument(help="What the claims are about, in words; may be '' with --site.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    language: Annotated[str | None, typer.Option(help="Only checks in this language, such as de.")] = None,
    site: Annotated[str | None, typer.Option(help="Only this publisher's, by its site, such as desk.example.")] = None,
    days: Annotated[int | None, typer.Option(min=1, help="Only checks at most so many days old.")] = None,
    limit: LimitOption = None,
    rejects: RejectsOption = None,
    force: ForceOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Ask Google's Fact Check Tools API and keep what it finds. The key comes from GOOGLE_FACTCHECK_API_KEY."""
    from claimcheck.flows.fetch_reviews import fetch_reviews, read_key
    from claimcheck.flows.reviews import language_of
    from claimcheck.reviews import ClaimSearch

    if not query.strip() and not site:
        raise typer.BadParameter("say what to ask for, or whose checks with --site")
    read_key()  # before a workspace is made
    search = ClaimSearch(query.strip() or None, publisher_site=site, language=language_of(language), max_age_days=days)
    with progress_bar() as progress, ExitStack() as stack:
        on_reject = _writer(_open_rejects(rejects, stack, force=force), "")
        desk = _open_desk(workspace, stack, dry_run=dry_run)
        report = fetch_reviews(
            desk.store if desk else None,
            search,
            limit=limit,
            ratings=desk.ratings if desk else None,
            own_publisher=desk.settings.publisher_name if desk else None,
            dry_run=dry_run,
            on_reject=on_reject,
            progress=progress,
            say=say,
        )
    _say(report)
    if report.unmapped:
        _say_remedy(desk)
    if report.n_rejected:
        raise typer.Exit(1)


def _look_into(sources: Sequence[str], given: Mapping[str, Any]) -> None:
    """See that there is a record, good or bad, in one of the sources, before a workspace is made for it.

    Raises:
        ClaimcheckError: none of them can be read; of the last, the others are told.
    """
    from claimcheck.reviews import read_reviews

    names = ("publisher", "language", "licence", "column_map")
    known = {name: given[name] for name in names}
    errors: list[ClaimcheckError] = []
    for source in sources:
        try:
            if source == "-" or next(iter(read_reviews(source, **known)), None) is not None:
                return
        except ClaimcheckError as error:
            errors.append(error)
    for each in errors[:-1]:
        complain(f"claimcheck: {each}")
    if errors:
        raise errors[-1]


def _open_desk(workspace: Path, stack: ExitStack, *, dry_run: bool) -> "Workspace | None":
    """The workspace to write to; on a dry run the one to compare with, None where there is none: all is new then."""
    from claimcheck.workspace import Workspace

    if not dry_run:
        return stack.enter_context(Workspace.open(workspace, create=True, write=True, say=say))
    with suppress(WorkspaceMissing):
        return stack.enter_context(Workspace.open(workspace, say=say))
    return None


def _open_rejects(path: Path | None, stack: ExitStack, *, force: bool) -> IO[bytes] | None:
    from claimcheck.files import writing_whole

    return stack.enter_context(writing_whole(path, force=force)) if path else None


def _writer(file: IO[bytes] | None, source: str) -> Any:
    if file is None:
        return None

    def write(rejected: Any) -> None:
        line = {"file": rejected.file or source, "line": rejected.line, "reason": rejected.reason, "raw": rejected.raw}
        file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")

    return write


def _say(report: "ImportReport") -> None:
    """What an import did, a line each."""
    source = report.source
    write_result(
        {
            "source": source,
            "new": report.new,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "rejected": report.n_rejected,
            "approximate": report.approximate,
            "unmapped": dict(report.unmapped),
            "dry_run": report.dry_run,
        }
    )
    shown = 0
    for _, alike in islice(groupby(report.rejected, key=lambda each: (each.file, each.reason)), _SHOWN):
        first, *others = alike
        shown += 1 + len(others)
        more = f" and {len(others)} more" if others else ""
        where = f", line {first.line}{more}" if first.line else more
        say(f"{first.file or source}{where}: {first.reason}")
    if report.n_rejected > shown:
        say(f"{source}: and {report.n_rejected - shown} more rejected; --rejects FILE writes all of them")
    would = "would be " if report.dry_run else ""
    say(
        f"{source}: {report.new} {would}new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.n_rejected} rejected"
    )
    if report.approximate:
        say(
            f"{source}: {report.approximate} of {plural(report.mapped, 'label')} "
            f"{'is' if report.approximate == 1 else 'are'} approximate: "
            "claimcheck reviews ratings shows which"
        )
    if report.unmapped:
        words = ", ".join(f"{shorten(word, 40)} ({count})" for word, count in report.unmapped[:8])
        say(f"{source}: rating words without a label, kept as they are: {words}")


def _say_remedy(desk: "Workspace | None") -> None:
    """What to do about words without a label, where there is a workspace to do it in."""
    if desk is not None:
        say("claimcheck reviews ratings --unknown lists them; --set WORD --label LABEL gives one a label")


def register(group: typer.Typer) -> None:
    """Add these commands to ``reviews``."""
    group.command("import")(import_reviews)
    group.command()(fetch)
