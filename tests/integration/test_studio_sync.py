"""``sync`` against the real server: rounds, restarts, webhooks, and an end when it is told to."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import AlreadyWriting, StudioKeyRefused, StudioRefused
from claimcheck.flows.pull import PullReport, pull_verdicts
from claimcheck.flows.sync import Round, listening, sync
from claimcheck.labelstudio import SECRET_HEADER, Studio, StudioClient, start_studio, stop_studio
from tests.integration.conftest import NAME
from tests.integration.desks import Desk

pytestmark = [pytest.mark.studio]


def answer(desk: Desk, client: StudioClient | None = None) -> int:
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
    api = (client or desk.client)._api
    made: int = api.annotations.create(desk.task_id(), result=result, lead_time=5.0).id
    return made


def pull(desk: Desk, sweep: bool = True) -> PullReport:
    return pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title, sweep=sweep)


def test_rounds_bring_what_came_and_go_on_after_trouble(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.push()
    troubles = iter([None, AlreadyWriting("w", "a test"), StudioRefused("u", 502, "x"), None])
    sweeps: list[bool] = []

    def once(sweep: bool) -> PullReport:
        sweeps.append(sweep)
        trouble = next(troubles)
        if trouble:
            raise trouble
        if len(sweeps) == 1:
            answer(desk)
        return pull(desk, sweep)

    found: list[Round] = list(sync(once, every=0.05, stop=threading.Event(), rounds=4))

    assert [each.report.new if each.report else None for each in found] == [1, None, None, 0]
    assert [each.pause for each in found] == [0.05, 0.1, 0.2, 0.05]
    assert sweeps == [True, False, False, False]


def test_what_no_waiting_mends_ends_the_rounds(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.push()
    reports = iter([pull(desk)])

    def once(sweep: bool) -> PullReport:
        for report in reports:
            return report
        raise StudioKeyRefused("u", 401)

    rounds = sync(once, every=0.01, stop=threading.Event())

    assert next(rounds).report
    with pytest.raises(StudioKeyRefused):
        next(rounds)


def test_what_a_sweep_notices_waits_for_the_next_sweep(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.push()
    annotation = answer(desk)
    pull(desk)
    desk.client._api.annotations.delete(annotation)

    assert (pull(desk, sweep=False).gone, pull(desk).gone) == (0, 1)


@pytest.mark.slow
def test_the_command_outlives_a_restart_of_the_server_and_ends_when_told_to(make_desk, studio: Studio) -> None:
    desk = make_desk()
    (desk.store.folder / "claimcheck.toml").write_text(f'[studio]\nproject = "{desk.title}"\n', encoding="utf-8")
    desk.push()
    desk.store.close()
    command = [str(Path(sys.executable).with_name("claimcheck")), "sync", "--every", "1s", "--settle"]
    command += ["-w", str(desk.store.folder), "--timeout", "20"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    lines: list[str] = []

    def until(words: str, patience: float = 120) -> None:
        deadline = time.monotonic() + patience
        while words not in (line := process.stderr.readline()):  # type: ignore[union-attr]
            lines.append(line)
            assert line, "".join(lines)
            assert time.monotonic() < deadline, "".join(lines)
        lines.append(line)

    try:
        until("0 new verdicts")
        stop_studio(NAME)
        until("; again in ")
        start_studio(NAME)
        (annotated,) = desk.client.find_projects(desk.title)
        (task,) = desk.client.all_tasks(annotated.id)
        result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
        desk.client._api.annotations.create(task.id, result=result, lead_time=5.0)
        until("1 new verdict")
        assert "1 claim settled" in lines[-1]
        process.send_signal(signal.SIGTERM)
        until("stopped")
        assert process.wait(20) == 0
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stderr.close()
        start_studio(NAME)  # the other tests need it


def test_a_server_that_will_not_call_this_machine_leaves_the_pull(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    report = desk.push()
    said: list[str] = []

    with listening(
        desk.client, [report.project_id], workspace="w", port=0, hint=threading.Event(), say=said.append
    ) as receiver:
        assert receiver.expected == 0

    (line,) = said
    assert line.startswith("no webhook, pulling alone: ")
    assert "reserved network address" in line
    (desk.store.folder / "claimcheck.toml").write_text(f'[studio]\nproject = "{desk.title}"\n', encoding="utf-8")
    desk.store.close()
    arguments = ["sync", "--webhook", "0", "--rounds", "1", "--webhook-url", "http://127.0.0.1:9/"]
    told = CliRunner().invoke(app, [*arguments, "-w", str(desk.store.folder)])
    assert told.exit_code == 0
    assert "no webhook, pulling alone" in told.stderr
    assert "0 new verdicts" in told.stderr
    assert told.stderr.endswith("stopped\n")


@pytest.mark.slow
def test_a_webhook_makes_the_next_round_come_at_once_in_a_copy_of_the_studio_that_may_call_loopback(
    make_desk: Callable[..., Desk], studio: Studio, calling_studio: Studio
) -> None:
    assert calling_studio.url
    assert calling_studio.url != studio.url
    client = StudioClient(calling_studio.url, calling_studio.credentials.token, server="calling")
    desk = make_desk()
    desk.client = client
    report = desk.push()
    hint, stop = threading.Event(), threading.Event()
    left = client.add_webhook(
        report.project_id, "http://127.0.0.1:9/", {"X-Claimcheck-Workspace": "w"}, ["ANNOTATION_CREATED"]
    )
    with listening(client, [report.project_id], workspace="w", port=0, hint=hint) as receiver:
        (registered,) = client.webhooks(report.project_id)
        rounds = sync(lambda sweep: pull(desk, sweep), every=3600, stop=stop, hint=hint)
        first = next(rounds)
        answer(desk)
        second = next(rounds)
        stranger = httpx.post(receiver.url, json={"action": "ANNOTATION_CREATED"}, trust_env=False)
    after = client.webhooks(report.project_id)

    assert registered[0] != left  # what a killed run had left is gone
    assert registered[1] == receiver.url
    assert SECRET_HEADER in registered[2]
    assert first.report is not None
    assert second.report is not None
    assert (first.report.new, second.report.new) == (0, 1)
    assert stranger.status_code == 401
    assert after == []
