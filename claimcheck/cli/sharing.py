"""``assign`` and ``adjudicate``: several annotators on the same claims, blind, and who decides where they differ."""

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import (
    DEFAULT_WORKSPACE,
    CaOption,
    FormatOption,
    TimeoutOption,
    WorkspaceOption,
    YesOption,
)
from claimcheck.cli.output import OutputFormat, say, write_records, write_result
from claimcheck.cli.progress import progress_bar
from claimcheck.cli.pushing import agreed, push_counts
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.assign import AssignReport
    from claimcheck.labelstudio import StudioClient
    from claimcheck.store import Assignment
    from claimcheck.workspace import Workspace

__all__ = ["adjudicate", "assign", "register"]

ForceOption = Annotated[
    bool, typer.Option("--force", help="Apply a changed labeling config whatever answers lose their place.")
]
NameOption = Annotated[str, typer.Option("--name", help="Which local studio, where none else is set.")]


def _names(given: str | None) -> list[str]:
    return [each for each in (given or "").split(",") if each.strip()]


def assign(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    annotators: Annotated[
        str | None, typer.Option("--annotators", help="Who judges: e-mail addresses with commas between.")
    ] = None,
    overlap: Annotated[int, typer.Option(min=1, help="Annotators for each claim.")] = 2,
    seed: Annotated[int, typer.Option(help="Another seed, other pairs and orders.")] = 0,
    control: Annotated[
        float | None,
        typer.Option("--control", min=0, max=1, help="Share of tasks that hide past checks, to measure anchoring."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="How the projects' titles begin; default: the settings'.")] = None,
    claims: Annotated[list[str] | None, typer.Option("--claims", help="Only these, by id; may be repeated.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article's, by id.")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="Only the best N of each article.")] = None,
    min_score: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims with at least this score.")] = None,
    reassign: Annotated[
        str | None, typer.Option("--reassign", metavar="FROM", help="Hand on what somebody has not answered.")
    ] = None,
    to: Annotated[list[str] | None, typer.Option("--to", help="Who takes it over; may be repeated.")] = None,
    show: Annotated[bool, typer.Option("--progress", help="How far everybody is, as of the last pull.")] = False,
    accounts: Annotated[
        Path | None,
        typer.Option("--accounts", help="Make the missing accounts; their passwords go into this new file."),
    ] = None,
    studios: Annotated[
        str | None,
        typer.Option("--studios", help="Strictly blind: a local studio for each annotator, in the same order."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, keep and send nothing.")] = False,
    yes: YesOption = False,
    force: ForceOption = False,
    name: NameOption = "default",
    ca: CaOption = None,
    timeout: TimeoutOption = None,
    output: FormatOption = OutputFormat.AUTO,
) -> None:
    """Share claims out to several annotators, each with a project of their own; what was given out never moves.

    Without --annotators, everybody's project is brought up to date.
    """
    from claimcheck.flows import assign as flow
    from claimcheck.flows.sharing import check_annotators
    from claimcheck.flows.workload import is_strict
    from claimcheck.workspace import Workspace

    if show:
        with Workspace.open(workspace) as desk:
            _progress(desk, output)
        return
    if (reassign is None) != (not to):
        raise typer.BadParameter("--reassign FROM and --to TO go together")
    if accounts is not None and accounts.exists():
        raise typer.BadParameter(f"{accounts} is there already: name a new file")
    named = check_annotators(_names(annotators))
    where = flow.match_studios(named, _names(studios), name)
    with progress_bar() as progress, Workspace.open(workspace, write=True, say=say) as desk:

        def connect(studio: str) -> "StudioClient":
            from claimcheck.flows.studio import connect_local

            own = studio == name and not studios
            return desk.studio(studio, ca=ca, timeout=timeout) if own else connect_local(studio)

        if reassign is not None:
            moves, stuck = flow.plan_reassignment(desk.store, connect, reassign, to or [], seed=seed)
            _say_moves(reassign, [new for _, new in moves], stuck)
            if dry_run or not agreed(bool(moves), yes=yes):
                return
            desk.store.move_assignments(moves)
        elif named:
            chosen = flow.claims_to_assign(desk.store, ids=claims, article=article, top=top, min_score=min_score)
            new = flow.plan_assignment(desk.store, chosen, named, overlap=overlap, seed=seed, control=control)
            before = desk.store.assignments()
            _say_plan(new, named, len(chosen), before)
            if new and control is None and any(each.arm for each in before):
                say("earlier assignments have a control arm, these have none: --control gives them one")
            if dry_run or not agreed(bool(new), yes=yes):
                return
            desk.store.put_assignments(new)
        elif dry_run:
            return
        report = flow.push_assignments(
            desk.store,
            connect,
            scheme=desk.scheme,
            title=title or desk.settings.project,
            studios=where,
            languages=desk.settings.languages,
            on_account=None if accounts is None else _keeper(accounts),
            force=force,
            say=say,
            progress=progress,
        )
        _say_shares(report, strict=is_strict(desk.store))


def adjudicate(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    by: Annotated[
        str | None, typer.Option("--by", help="Who decides, by e-mail address; not what they judged.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="How the project's title begins; default: the settings'.")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Ask about sample verdicts too.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, send nothing.")] = False,
    force: ForceOption = False,
    name: NameOption = "default",
    ca: CaOption = None,
    timeout: TimeoutOption = None,
) -> None:
    """Put the disagreements to somebody who decides, the blind answers side by side; pull first, and again after."""
    from claimcheck.flows.adjudicate import adjudicate as put
    from claimcheck.flows.sharing import check_annotators
    from claimcheck.labelstudio import invite_link
    from claimcheck.workspace import Workspace

    (by,) = check_annotators([by]) if by else (None,)
    with progress_bar() as progress, Workspace.open(workspace, write=True, say=say) as desk:
        client = desk.studio(name, ca=ca, timeout=timeout)
        report = put(
            desk.store,
            client,
            scheme=desk.scheme,
            title=title or desk.settings.project,
            by=by,
            studio=name,
            languages=desk.settings.languages,
            samples=samples,
            dry_run=dry_run,
            force=force,
            say=say,
            progress=progress,
        )
        known = by is None or by in {each.lower() for each in client.users().values()}
        invitation = None if known else invite_link(client)
    write_result(
        {
            "to_decide": [each.claim_id for each in report.disagreements],
            "decided": report.decided,
            "own": report.own,
            "taken_away": report.taken_away,
            "projects": [push_counts(each) for each in report.pushed],
            "invitation": invitation,
        }
    )
    labels = sum(each.labels > 1 for each in report.disagreements)
    say(
        f"{plural(len(report.disagreements), 'claim')} to decide: {labels} with different labels, "
        f"{sum(each.problems > 0 for each in report.disagreements)} with a problem reported; {report.decided} decided"
    )
    would = "would be " if dry_run else ""
    for each in report.pushed:
        say(f"{each.created} {would}asked, {each.updated} {would}refreshed, {each.unchanged} open as they are")
        if each.conflicts:
            say(f"{len(each.conflicts)} answered there before their answers changed: pull, then run this again")
        if each.url:
            say(f"the project: {each.url}")
    if report.own:
        say(f"left out: {report.own} that {by} judged too; somebody else must decide them")
    if report.taken_away:
        say(f"{report.taken_away} taken away: nobody disagrees about them any more")
    if invitation:
        say(f"{by} has no account there yet; to sign up with this very address: {invitation}")


def _progress(desk: "Workspace", output: OutputFormat) -> None:
    from claimcheck.flows.workload import BLIND_BY_ARRANGEMENT, is_strict, workloads

    rows = workloads(desk.store)
    strict = is_strict(desk.store)
    write_records(
        map(asdict, rows),
        chosen=output,
        columns=("annotator", "assigned", "done", "skipped", "open", "median seconds"),
        row=lambda each: (
            each["annotator"],
            *(str(each[key]) for key in ("assigned", "done", "skipped", "open")),
            "–" if each["median_seconds"] is None else f"{each['median_seconds']:.0f}",
        ),
        empty="nothing assigned",
    )
    for each in rows:
        if each.by_others:
            answers, were = plural(each.by_others, "answer"), "was" if each.by_others == 1 else "were"
            say(f"{answers} in {each.annotator}'s project {were} given under another account")
    if not strict:
        say(BLIND_BY_ARRANGEMENT)


def _say_plan(new: "Sequence[Assignment]", named: Sequence[str], claims: int, before: "Sequence[Assignment]") -> None:
    say(f"{plural(claims, 'claim')}: {plural(len(new), 'new assignment')}, {len(before):,} stand as they are")
    for name in named:
        mine = [each for each in new if each.annotator == name]
        hidden = sum(each.arm == "control" for each in mine)
        say(f"  {name}: {len(mine)} more" + (f", {hidden} of them without past checks" if hidden else ""))


def _say_moves(leaving: str, new: "Sequence[Assignment]", stuck: "Sequence[Assignment]") -> None:
    tasks, go = plural(len(new), "open task"), "goes" if len(new) == 1 else "go"
    say(f"{tasks} of {leaving} {go} to others; what {leaving} answered stays")
    for name in dict.fromkeys(each.annotator for each in new):
        say(f"  {name}: {sum(each.annotator == name for each in new)} more")
    if stuck:
        say(f"{len(stuck)} stay with {leaving}: everybody named has had them")


def _keeper(path: Path) -> Callable[[str, str], None]:
    """Writes each password as it is made into a file that its owner alone can read."""

    def keep(email: str, password: str) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as out:
            out.write(f"{email}\t{password}\n")
        say(f"an account for {email}; its password, to be handed out and changed, is in {path}")

    return keep


def _say_shares(report: "AssignReport", *, strict: bool) -> None:
    from claimcheck.flows.workload import BLIND_BY_ARRANGEMENT

    for share in report.shares:
        done = share.report
        write_result(
            {
                "annotator": share.annotator,
                "assigned": share.assigned,
                "taken_away": share.taken_away,
                "invitation": share.invitation,
                **push_counts(done),
            }
        )
        words = f"{done.created} created, {done.updated} updated, {done.unchanged} unchanged"
        if share.taken_away:
            words += f", {share.taken_away} taken away"
        say(f"{share.annotator}: {plural(share.assigned, 'claim')} ({words}): {done.url}")
        if done.conflicts:
            say(f"  {len(done.conflicts)} changed here since they were answered; left as they are")
        if share.invitation:
            say(f"  no account there yet; to sign up with this very address: {share.invitation}")
    if not strict and len(report.shares) > 1:
        say(BLIND_BY_ARRANGEMENT)


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(assign)
    app.command()(adjudicate)
