"""What goes over the wire to a Label Studio and what comes back, as far as no server is needed."""

import http.client
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.cli.pulling import parse_span, pull_lines, round_line
from claimcheck.errors import (
    AnnotationInvalid,
    PortTaken,
    SettingsInvalid,
    StudioCertificateUntrusted,
    StudioError,
    StudioKeyExpired,
    StudioKeyRefused,
    StudioLegacyKeyOff,
    StudioMoved,
    StudioNotThere,
    StudioRefused,
    StudioTimeout,
    StudioUnreachable,
    TaskInvalid,
)
from claimcheck.flows.import_surely import import_surely, in_requests, remove_doubles
from claimcheck.flows.pull import PullReport
from claimcheck.flows.sync import Round
from claimcheck.labelstudio import ACTIONS, SECRET_HEADER, Receiver, RemoteTask, StudioClient, TaskCheck
from claimcheck.labelstudio.failures import failure, is_passing, unreachable
from claimcheck.settings import parse_settings
from claimcheck.store import Store
from claimcheck.workspace import Workspace
from tests.unit.conftest import Claimcheck

CONFIG = (
    '<View><Text name="context" value="$context"/><Labels name="span" toName="context">'
    '<Label value="Claim" alias="CLAIM"/></Labels></View>'
)


def task(**changes: Any) -> dict[str, Any]:
    value = {"start": 4, "end": 9, "text": "house", "labels": ["CLAIM"]} | changes
    mark = {"from_name": "span", "to_name": "context", "type": "labels", "value": value}
    return {"data": {"context": "the house 🏠"}, "predictions": [{"model_version": "m", "result": [mark]}]}


def test_a_task_that_fits_the_page_passes() -> None:
    assert TaskCheck(CONFIG).check("c", task()) > 100


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (task(end=50), r"is marked at \[4, 50\) of a context of 11 characters"),
        (task(start=-1), r"is marked at \[-1, 9\)"),
        (task(text="horse"), "at a place that does not hold its evidence"),
        (task(labels=["OTHER"]), "is marked as 'OTHER', which the labeling page does not offer"),
        ({**task(), "data": {}}, "lacks context, which the labeling page reads"),
        ({**task(), "predictions": [{"result": []}]}, "a mark without the version of what made it"),
        ({"data": {"context": "x" * 2_000_001}, "predictions": []}, "makes a task of 2,000,0.. characters"),
    ],
)
def test_a_task_the_server_would_take_without_a_word_is_refused_here(wrong: dict[str, Any], why: str) -> None:
    with pytest.raises(TaskInvalid, match=why):
        TaskCheck(CONFIG).check("c", wrong)


def test_a_mark_the_page_does_not_ask_is_refused() -> None:
    wrong = task()
    wrong["predictions"][0]["result"][0]["from_name"] = "other"

    with pytest.raises(TaskInvalid, match="is marked with 'other', which the labeling page does not ask"):
        TaskCheck(CONFIG).check("c", wrong)


@pytest.mark.parametrize(
    ("status", "detail", "kind"),
    [
        (
            401,
            "Authentication token no longer valid: legacy token authentication has been disabled",
            StudioLegacyKeyOff,
        ),
        (401, "API key has expired. Please obtain a new refresh token.", StudioKeyExpired),
        (401, "Invalid token.", StudioKeyRefused),
        (403, "URL resolves to a reserved network address", StudioRefused),
        (429, "slow down", StudioRefused),
    ],
)
def test_an_answer_of_the_server_is_named_for_what_it_means(status: int, detail: str, kind: type[StudioError]) -> None:
    assert type(failure("http://h", status, {"detail": detail}, "task 5")) is kind


def test_what_the_server_repeats_of_a_task_is_not_told_on() -> None:
    said = "Error at item 0: \"who\" key is expected :: {'data': {'claim': 'a private sentence'}}"

    found = failure("http://h", 400, {"detail": "Validation error", "validation_errors": {"x": [said]}}, "project 5")

    assert str(found).endswith('Validation error x: Error at item 0: "who" key is expected): correct what it names')


def test_a_login_page_is_no_new_address_and_another_host_is() -> None:
    login = failure("http://h", 302, None, "x", {"location": "/user/login/?next=/api"})
    moved = failure("http://h", 301, None, "x", {"Location": "https://ada:secret@h/api/x?key=1"})

    assert isinstance(login, StudioNotThere)
    assert isinstance(moved, StudioMoved)
    assert moved.to == "https://h"


def test_a_certificate_that_is_not_trusted_says_why_in_one_line() -> None:
    words = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006)"

    found = unreachable("https://h", OSError(words))

    assert isinstance(found, StudioCertificateUntrusted)
    assert found.why == "self-signed certificate"
    assert type(unreachable("https://h", OSError("refused"))) is StudioUnreachable


def test_only_what_may_pass_is_asked_again() -> None:
    passing = [StudioTimeout("u", 1), StudioUnreachable("u", "ReadError"), StudioRefused("u", 502, "x")]
    lasting = [StudioRefused("u", 400, "x"), StudioKeyRefused("u", 401), StudioNotThere("u")]

    assert all(map(is_passing, passing))
    assert not any(map(is_passing, lasting))


class Server:
    """A project in memory: its imports answer as told, the tasks are made or not."""

    timeout, pause = 0.5, 0.001

    def __init__(self, *answers: tuple[bool, StudioError | None]) -> None:
        self.answers, self.rows = list(answers), list[RemoteTask]()
        self.asked = self.sent = 0

    def import_tasks(self, project_id: int, tasks: Sequence[Mapping[str, Any]]) -> list[int]:
        self.sent += 1
        made, error = self.answers.pop(0) if self.answers else (True, None)
        first = len(self.rows) + 1
        if made:
            self.rows += [RemoteTask(first + n, each["data"], each["meta"]) for n, each in enumerate(tasks)]
        if error:
            raise error
        return list(range(first, first + len(tasks)))

    def tasks_of_claims(self, project_id: int, claim_ids: Sequence[str]) -> list[RemoteTask]:
        self.asked += 1
        return [each for each in self.rows if each.claim_id in claim_ids]

    def tasks(self, project_id: int, task_ids: Sequence[int]) -> list[RemoteTask]:
        return [each for each in self.rows if each.id in task_ids]

    def delete_task(self, task_id: int) -> None:
        self.rows = [each for each in self.rows if each.id != task_id]


TASKS = {name: {"data": {"claim_id": name}, "predictions": [], "meta": {"workspace": "w"}} for name in "abc"}


@pytest.mark.parametrize(
    "error",
    [
        StudioTimeout("u", 1),
        StudioUnreachable("u", "RemoteProtocolError"),
        StudioNotThere("u"),
        StudioRefused("u", 502, ""),
    ],
)
@pytest.mark.parametrize("made", [True, False])
def test_tasks_whose_answer_was_lost_are_made_once(error: StudioError, made: bool) -> None:
    server = Server((made, error))

    done = import_surely(server, 1, TASKS)  # type: ignore[arg-type]

    assert done.doubt
    assert dict(done.ids) == {"a": 1, "b": 2, "c": 3}
    assert server.sent == (1 if made else 2)
    assert len(server.rows) == 3


def test_what_was_certainly_not_done_is_sent_again_without_asking() -> None:
    server = Server((False, StudioRefused("u", 429, "")), (False, StudioUnreachable("u", "ConnectError")))

    done = import_surely(server, 1, TASKS)  # type: ignore[arg-type]

    assert (done.doubt, server.sent, server.asked) == (False, 3, 0)


def test_what_the_server_refuses_for_good_is_sent_once() -> None:
    server = Server((False, StudioRefused("u", 400, "bad")))

    with pytest.raises(StudioRefused):
        import_surely(server, 1, TASKS)  # type: ignore[arg-type]

    assert server.sent == 1


def test_a_request_too_large_goes_in_halves() -> None:
    too_large = StudioRefused("u", 413, "")
    server = Server((False, too_large), (True, None), (False, too_large), (True, None), (True, None))

    done = import_surely(server, 1, {**TASKS, "d": {**TASKS["a"], "data": {"claim_id": "d"}}})  # type: ignore[arg-type]

    assert sorted(done.ids) == ["a", "b", "c", "d"]
    assert len(server.rows) == 4


def test_of_doubles_only_ours_that_nobody_answered_go_and_the_oldest_stays() -> None:
    server = Server()
    server.rows = [
        RemoteTask(1, {"claim_id": "a"}, {"workspace": "w"}),
        RemoteTask(2, {"claim_id": "b"}, {"workspace": "other"}),
        RemoteTask(3, {"claim_id": "a"}, {"workspace": "w"}),
        RemoteTask(4, {"claim_id": "b"}, {"workspace": "w"}, answers=1),
        RemoteTask(5, {"claim_id": "c"}, {"workspace": "w"}),
        RemoteTask(6, {"claim_id": "c"}, {"workspace": "other"}),
    ]

    done = remove_doubles(server, 1, ["a", "b", "c"], workspace="w")  # type: ignore[arg-type]

    assert (done.removed, list(done.left)) == (1, ["b", "c"])
    assert [each.id for each in done.standing] == [1, 2, 5]
    assert [each.id for each in server.rows] == [1, 2, 4, 5, 6]


def test_requests_hold_so_many_tasks_and_no_more_bytes_than_a_server_takes() -> None:
    small = {f"{n}": {"data": {"x": "y"}} for n in range(5)}
    large = {f"{n}": {"data": {"x": "y" * 6_000_000}} for n in range(3)}

    assert [len(each) for each in in_requests(small, 2)] == [2, 2, 1]
    assert [len(each) for each in in_requests(large, 500)] == [1, 1, 1]


def test_lists_of_ids_go_in_pieces() -> None:
    client = StudioClient("http://127.0.0.1:9", "k")

    assert [len(each) for each in client.pieces(list(range(2_500)))] == [1_000, 1_000, 500]


@pytest.fixture
def receiver() -> Iterator[tuple[Receiver, threading.Event]]:
    hint = threading.Event()
    with Receiver(0, "the secret", hint.set) as made:
        yield made, hint


def post(receiver: Receiver, body: bytes, secret: str = "the secret", **headers: str) -> int:
    there = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=10)
    there.request("POST", "/", body=body, headers={SECRET_HEADER: secret, **headers})
    status = there.getresponse().status
    there.close()
    return status


def message(number: int, changed: str, action: str = ACTIONS[0]) -> bytes:
    return json.dumps({"action": action, "annotation": {"id": number, "updated_at": changed}}).encode()


def test_a_webhook_with_the_secret_is_a_hint_and_one_seen_before_is_none(receiver) -> None:
    made, hint = receiver
    told = []
    for body in (
        message(1, "2026-01-02"),
        message(1, "2026-01-02"),
        message(1, "2026-01-01"),
        message(1, "2026-01-03"),
    ):
        hint.clear()
        assert post(made, body) == 200
        told.append(hint.is_set())
    gone = json.dumps({"action": "ANNOTATIONS_DELETED", "annotations": [{"id": 1}]}).encode()
    for _ in range(2):
        hint.clear()
        assert post(made, gone) == 200
        told.append(hint.is_set())

    assert told == [True, False, False, True, True, False]


@pytest.mark.parametrize(
    ("body", "secret", "status"),
    [
        (message(1, "x"), "another", 401),
        (message(1, "x"), "", 401),
        (b"not json", "the secret", 400),
        (b"[1]", "the secret", 400),
        (message(1, "x", "PROJECT_CREATED"), "the secret", 400),
        (b"x" * 4_000_001, "the secret", 413),
    ],
)
def test_what_strangers_send_is_turned_away_and_is_no_hint(receiver, body: bytes, secret: str, status: int) -> None:
    made, hint = receiver
    try:
        found = post(made, body, secret)
    except (BrokenPipeError, ConnectionResetError):
        found = 413  # it closed before reading all of that

    assert found == status
    assert not hint.is_set()


def test_a_message_without_a_length_and_a_question_are_turned_away(receiver) -> None:
    made, hint = receiver
    there = http.client.HTTPConnection("127.0.0.1", made.port, timeout=10)
    there.putrequest("POST", "/")
    there.endheaders()
    without = there.getresponse().status
    there.close()
    there.request("GET", "/")

    assert (without, there.getresponse().status) == (411, 501)
    assert not hint.is_set()


@pytest.mark.parametrize(("length", "status"), [("-1", 411), ("²", 411), ("9" * 5_000, 413)])
def test_a_length_that_is_none_is_turned_away_without_a_word(receiver, capfd, length: str, status: int) -> None:
    made, hint = receiver

    assert post(made, b"", **{"Content-Length": length}) == status
    assert not hint.is_set()
    assert capfd.readouterr().err == ""


def test_a_port_in_use_is_one_line(receiver) -> None:
    with pytest.raises(PortTaken, match="is in use"):
        Receiver(receiver[0].port, "s", lambda: None)


@pytest.mark.parametrize(("text", "seconds"), [("60", 60), ("60s", 60), ("1.5m", 90), ("2H", 7200)])
def test_a_span_of_time_is_read_as_people_write_it(text: str, seconds: float) -> None:
    assert parse_span(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "-1s", "soon", "2d", "25h", "1e3"])
def test_what_is_no_span_of_time_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="is no span of time"):
        parse_span(text)


def test_a_round_says_what_it_brought_and_what_it_did_not_reach_one_as_one() -> None:
    report = PullReport(1, 0, 2, 1, 0, 0, 0, (), lost=1, unreached=1)

    _, said = round_line(Round(report, None, 1.0), [1]).split(" ", 1)

    assert said == (
        "1 new verdict, 0 changed, 2 unchanged, 0 withdrawn; 1 skip; 1 claim settled; 1 answered task deleted there; "
        "1 studio not reached"
    )


def test_a_pull_says_everything_that_it_did_not_bring() -> None:
    wrong = AnnotationInvalid(7, 8, "answers 'x'")

    assert list(pull_lines(PullReport(2, 1, 0, 0, 1, 1, 1, (wrong,), lost=2, unreached=2))) == [
        "2 new verdicts, 1 changed, 0 unchanged, 1 withdrawn; 0 skips",
        "2 studios left out: their verdicts come with a later pull",
        "1 task there is not of this workspace",
        "2 answered tasks were deleted there; their verdicts stay here",
        "1 answer to past checks left out: the task was refreshed while its page was open",
        f"left out: {wrong}",
    ]
    assert list(pull_lines(PullReport(0, 0, 0, 0, 0, 0, 0, ()))) == [
        "0 new verdicts, 0 changed, 0 unchanged, 0 withdrawn; 0 skips"
    ]


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (3, "all are samples: they count only where --samples asks for them"),
        (2, "2 of them from samples: they count only where --samples asks for them"),
    ],
)
def test_a_pull_says_that_verdicts_are_samples(samples: int, said: str) -> None:
    assert list(pull_lines(PullReport(2, 0, 1, 0, 0, 0, 0, (), samples=samples)))[1:] == [said]


COUNTS = ("new", "changed", "unchanged", "skipped", "gone", "foreign", "unmapped", "problems")
COUNTS += ("lost", "unreached", "samples")


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ((), ""),
        (("--json",), dict(zip(COUNTS, (2, 1, 0, 0, 1, 1, 0, [], 0, 0, 0), strict=True))),
        (("--format", "jsonl"), dict(zip(COUNTS, (2, 1, 0, 0, 1, 1, 0, [], 0, 0, 0), strict=True))),
        (("--format", "table"), "new 2 changed 1 unchanged 0 withdrawn 1 skips 0 not of this workspace 1"),
    ],
)
def test_pull_prints_what_it_brought_in_the_form_that_was_asked_for(
    claimcheck: Claimcheck, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], printed: object
) -> None:
    monkeypatch.setattr(Workspace, "pull", lambda *_, **__: PullReport(2, 1, 0, 0, 1, 1, 0, ()))
    Store.open(Path("claimcheck-workspace"), create=True, write=True).close()

    done = claimcheck("pull", *options)

    assert done.code == 0
    assert "2 new verdicts, 1 changed" in done.said
    if options[-1:] == ("table",):
        _, _, *rows = done.out.splitlines()
        assert " ".join(" ".join(rows).replace("│", " ").split()) == printed
    else:
        assert (json.loads(done.out) if done.out else "") == printed


def test_the_settings_hold_certificate_and_timeout() -> None:
    found = parse_settings('[studio]\nca = "ca.pem"\ntimeout = 2.5\n')

    assert (found.studio_ca, found.studio_timeout) == ("ca.pem", 2.5)
    assert parse_settings("[studio]\ntimeout = 30\n").studio_timeout == 30
    for wrong in ("0", "-1", "3601", '"long"'):
        with pytest.raises(SettingsInvalid, match=r"studio\.timeout is"):
            parse_settings(f"[studio]\ntimeout = {wrong}\n")


def test_a_task_read_without_its_annotations_has_the_servers_own_count() -> None:
    from claimcheck.labelstudio.remote import parse_task

    row = {"id": "5", "data": {"claim_id": "c"}, "meta": None, "updated_at": "2026-01-02T03:04:05Z"}
    found = parse_task({**row, "total_annotations": 2, "cancelled_annotations": 1})

    assert (found.id, found.claim_id, found.meta, found.answers) == (5, "c", {}, 3)
    assert found.updated_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert parse_task({**row, "annotations": [{"id": 1}], "drafts": [{"id": 2}]}).answers == 2
