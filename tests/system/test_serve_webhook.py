"""Label Studio's webhooks at the server, and the process that pulls: what is let in, what it leads to, how it ends."""

import asyncio
import json
import multiprocessing
import signal
import threading
import time

import httpx
import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.flows.sync import Round
from claimcheck.serve import ServeOptions
from claimcheck.serve.api import create_app
from claimcheck.serve.pulling import HOOK_PATH, Puller, PullOrders, pull_on
from claimcheck.store import Store
from tests.loops import in_a_thread
from tests.made_desk import fill_desk

SECRET = "the-secret-of-these-tests"
TOLD = {"action": "ANNOTATION_CREATED", "annotation": {"id": 7, "updated_at": "2026-05-01T12:00:00Z"}}


def sent(folder, messages, **options):
    """The status that each (headers, body) gets, and how often it led to a hint."""
    hints = []
    app = create_app(ServeOptions(folder, **options), hint=lambda: hints.append(1))

    async def send():
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8642") as client:
            return [
                (await client.post(HOOK_PATH, content=body, headers=headers)).status_code for headers, body in messages
            ]

    return in_a_thread(asyncio.run, send()), len(hints)


def message(secret=SECRET, **changes):
    return {"X-Claimcheck-Secret": secret}, json.dumps({**TOLD, **changes}).encode()


def orders(folder):
    return PullOrders(folder / "desk", "default", 0.3, f"http://127.0.0.1:1{HOOK_PATH}", SECRET)


def wait_for(rounds, count):
    until = time.monotonic() + 60
    while len(rounds) < count:
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("token", [None, "a-token-of-the-tests-and-nobody-else"])
def test_a_message_with_the_secret_is_a_hint_once_and_needs_no_token(tmp_path, token):
    options = {"webhook_secret": SECRET, "token": token}
    assert sent(tmp_path, [message(), message()], **options) == ([200, 200], 1)


def test_what_is_not_label_studios_leads_to_nothing(tmp_path):
    bodies = [message("wrong"), ({}, message()[1]), message(action="PROJECT_CREATED"), (message()[0], b"[" * 100_000)]
    assert sent(tmp_path, bodies, webhook_secret=SECRET) == ([401, 401, 400, 400], 0)
    assert sent(tmp_path, [(message()[0], b"x" * 2_000)], webhook_secret=SECRET, max_body=1_000) == ([413], 0)


def test_without_pull_there_is_no_receiver_and_a_token_is_asked_for(tmp_path):
    assert sent(tmp_path, [message()]) == ([404], 0)
    assert sent(tmp_path, [message()], token="a-token-of-the-tests-and-nobody-else") == ([401], 0)


def test_a_studio_that_is_not_there_is_told_each_time_and_the_pull_goes_on_until_it_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "studios"))
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        fill_desk(store, 1)
    rounds: list[Round] = []
    with Puller(orders(tmp_path), rounds.append, lambda _: None) as puller:
        wait_for(rounds, 2)
    assert all(each.report is None and isinstance(each.trouble, ClaimcheckError) for each in rounds)
    assert not puller._process.is_alive()
    with Store.open(tmp_path / "desk", create=False, write=True):
        pass  # it holds no lock


def test_a_pull_process_that_is_killed_is_said_and_started_again(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "studios"))
    rounds: list[Round] = []  # each tells that there is no workspace
    said: list[str] = []
    with Puller(orders(tmp_path), rounds.append, said.append) as puller:
        wait_for(rounds, 1)
        first = puller._process
        first.kill()
        first.join(10)
        wait_for(rounds, len(rounds) + 2)
    assert said == ["the process that brings verdicts back was ended: starting it again"]
    assert first is not puller._process
    assert not puller._process.is_alive()


def test_a_mistake_of_ours_while_pulling_is_a_line_without_its_words_and_the_pull_goes_on(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise KeyError("an article's words")

    monkeypatch.setattr("claimcheck.workspace.Workspace.open", broken)
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # this process keeps its own
    ours, theirs = multiprocessing.Pipe()
    pulling = threading.Thread(target=pull_on, args=(theirs, orders(tmp_path)))
    pulling.start()
    lines = [ours.recv(), ours.recv()]
    ours.send("stop")
    pulling.join(10)
    assert not pulling.is_alive()
    assert {line.partition(" at ")[0] for line in lines} == {"claimcheck: bringing verdicts back failed: KeyError"}
    assert "words" not in "".join(lines)
