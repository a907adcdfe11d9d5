"""``pull`` and ``sync``: verdicts back, once or again and again."""

import re
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE, CaOption, TimeoutOption, WorkspaceOption
from claimcheck.cli.output import OutputFormat, say, write_json, write_result, write_table
from claimcheck.cli.progress import progress_bar
from claimcheck.progress import plural

if TYPE_CHECKING:
    from claimcheck.flows.pull import PullReport
    from claimcheck.flows.sync import Round

__all__ = ["parse_span", "pull", "pull_lines", "register", "round_line", "sync"]

_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}
NameOption = Annotated[str, typer.Option("--name", help="Which local studio, where none else is set.")]


def parse_span(text: str) -> float:
    """A span of time in seconds, given as ``90``, ``90s``, ``2m`` or ``1h``.

    >>> parse_span("2m")
    120.0
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smh]?)", text.strip().lower())
    seconds = float(found[1]) * _UNITS[found[2]] if found else 0.0
    if not 1 <= seconds <= 86_400:
        raise typer.BadParameter(f"{text!r} is no span of time from 1s to 24h; write 60s, 5m or 1h")
    return seconds


def pull(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    name: NameOption = "default",
    ca: CaOption = None,
    timeout: TimeoutOption = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", help="Also its counts, as a table or as JSON; auto: in words alone.")
    ] = OutputFormat.AUTO,
) -> None:
    """Bring verdicts back: new, changed and withdrawn ones; skips stay skips."""
    from claimcheck.workspace import Workspace

    with progress_bar() as progress, Workspace.open(workspace, write=True, say=say) as desk:
        report = desk.pull(studio=name, progress=progress, ca=ca, timeout=timeout)
    if output is OutputFormat.JSONL:
        write_json(_result(report))
    elif output is OutputFormat.TABLE:
        write_table(("verdicts", "count"), _counts(report))
    for line in pull_lines(report):
        say(line)


def _counts(report: "PullReport") -> list[tuple[str, str]]:
    """What came back in rows; what seldom happens only where it did."""
    told = {"new": report.new, "changed": report.changed, "unchanged": report.unchanged, "withdrawn": report.gone}
    seldom = {
        "not of this workspace": report.foreign,
        "left out": report.unmapped + len(report.problems),
        "of tasks deleted there": report.lost,
        "studios not reached": report.unreached,
    }
    told |= {"skips": report.skipped} | {what: count for what, count in seldom.items() if count}
    return [(what, str(count)) for what, count in told.items()]


def pull_lines(report: "PullReport") -> Iterator[str]:
    """What a pull brought, then what it did not bring, and why."""
    yield _brought(report)
    if report.samples:
        everything = report.samples == report.new + report.changed + report.unchanged
        some = "all are samples" if everything else f"{report.samples} of them from samples"
        yield f"{some}: they count only where --samples asks for them"
    if report.unreached:
        yield f"{plural(report.unreached, 'studio')} left out: their verdicts come with a later pull"
    if report.foreign:
        yield f"{plural(report.foreign, 'task there is', 'tasks there are')} not of this workspace"
    if report.lost:
        tasks = plural(report.lost, "answered task was", "answered tasks were")
        yield f"{tasks} deleted there; their verdicts stay here"
    if report.unmapped:
        answers = plural(report.unmapped, "answer to past checks", "answers to past checks")
        yield f"{answers} left out: the task was refreshed while its page was open"
    yield from (f"left out: {problem}" for problem in report.problems)


def _result(report: "PullReport") -> dict[str, Any]:
    return {**asdict(replace(report, problems=())), "problems": [str(each) for each in report.problems]}


def _brought(report: "PullReport") -> str:
    return (
        f"{plural(report.new, 'new verdict')}, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.gone} withdrawn; {plural(report.skipped, 'skip')}"
    )


def sync(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    every: Annotated[str, typer.Option("--every", help="How often: 60s, 5m, 1h.")] = "60s",
    settle: Annotated[bool, typer.Option("--settle", help="Settle after each round that brought something.")] = False,
    rounds: Annotated[int | None, typer.Option("--rounds", min=1, help="Stop after so many.")] = None,
    webhook: Annotated[
        int | None,
        typer.Option("--webhook", min=0, max=65535, help="Also listen on this port of 127.0.0.1; 0: any free one."),
    ] = None,
    webhook_url: Annotated[
        str | None, typer.Option("--webhook-url", help="Where Label Studio reaches it, if not on 127.0.0.1.")
    ] = None,
    name: NameOption = "default",
    ca: CaOption = None,
    timeout: TimeoutOption = None,
) -> None:
    """Pull again and again until stopped, one line a round; nothing is ever pushed.

    A server that is away is asked again, after a longer wait each time. With --webhook its changes come at once; the
    rounds go on, since a webhook can be lost.
    """
    from claimcheck.flows import sync as flow
    from claimcheck.workspace import Workspace

    seconds = parse_span(every)
    stop, hint = threading.Event(), threading.Event()
    settled: list[int] = []

    def pull_once(sweep: bool) -> "PullReport":
        settled.clear()
        with Workspace.open(workspace, write=True, say=say) as desk:
            report = desk.pull(studio=name, sweep=sweep, ca=ca, timeout=timeout)
            if settle and (report.new or report.changed or report.gone):
                settled.append(len(desk.settle().consensuses))
        return report

    with ExitStack() as stack:
        stack.enter_context(_told_to_stop(stop))
        if webhook is not None:
            with Workspace.open(workspace, say=say) as desk:
                client = desk.studio(name, ca=ca, timeout=timeout)
                ids = [row.project_id for row in desk.store.projects() if row.server == client.server]
                ours = desk.store.workspace_id()
            receiver = stack.enter_context(
                flow.listening(client, ids, workspace=ours, port=webhook, hint=hint, url=webhook_url, say=say)
            )
            if receiver.expected:
                say(f"listening for Label Studio on {receiver.url}")
        for done in flow.sync(pull_once, every=seconds, stop=stop, hint=hint, rounds=rounds):
            if done.report is None:
                write_result({"trouble": str(done.trouble), "again_in": done.pause})
            else:
                write_result({**_result(done.report), "settled": sum(settled)})
            say(round_line(done, settled))
    say("stopped")


@contextmanager
def _told_to_stop(stop: threading.Event) -> Iterator[None]:
    """Ctrl-C and SIGTERM set ``stop``, and the round is finished; a second one does not wait for that."""

    def heard(*_: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def round_line(done: "Round", settled: Sequence[int] = ()) -> str:
    """What a round brought, or what kept it from doing so, with the time of day."""
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    if done.report is None:
        return f"{now} {done.trouble}; again in {done.pause:g} s"
    words = [_brought(done.report)]
    words += [f"{plural(count, 'claim')} settled" for count in settled]
    if done.report.problems:
        words.append(f"{len(done.report.problems)} left out: claimcheck pull says why")
    if done.report.lost:
        words.append(f"{plural(done.report.lost, 'answered task')} deleted there")
    if done.report.unreached:
        words.append(f"{plural(done.report.unreached, 'studio')} not reached")
    return f"{now} {'; '.join(words)}"


def register(app: typer.Typer) -> None:
    """Add these commands to the app."""
    app.command()(pull)
    app.command()(sync)
