"""Asking a model: what a server may answer, against one that does, on this machine."""

import inspect
import pickle
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from claimcheck import errors
from claimcheck.errors import models
from claimcheck.errors.models import (
    LlmAddressInvalid,
    LlmAnswerCutOff,
    LlmAnswerUnusable,
    LlmBudgetSpent,
    LlmBusy,
    LlmCreditSpent,
    LlmError,
    LlmFormatRefused,
    LlmGivenUp,
    LlmKeyRefused,
    LlmKeyUnusable,
    LlmModelUnknown,
    LlmMoved,
    LlmPriceUnknown,
    LlmQuestionTooLong,
    LlmRefused,
    LlmTimeout,
    LlmUnreachable,
)
from claimcheck.llm import AnswerCache, Asker, Form, Limits, Meter, Question, Terms, Threads, Usage, read_key
from claimcheck.llm.connection import OpenAiChat
from claimcheck.llm.reading import read_rows
from claimcheck.llm.waiting import parse_retry_after, wait_before
from tests.unit.scripted_model import Asked, Drop, Raw, Reply, Script, Served, Wait, chat, failure, scripted_model
from tests.unit.test_errors import made

QUESTION = Question("test-1", "List words.", "one two", "words", {"type": "object"}, expected=10)
GOOD = chat('{"words": ["one", "two"]}')
KEY = "sk-very-secret-0123456789"


class Line:
    """An asker on a line to a scripted server, what it waited, and what the server was asked."""

    def __init__(self, served: Served, asker: Asker, waits: list[float]) -> None:
        self.served, self.asker, self.waits = served, asker, waits

    @property
    def forms(self) -> list[str]:
        return [each.form for each in self.served.asked]


@contextmanager
def line(
    script: Script | Sequence[Reply], folder: Path | None = None, *, key: str | None = KEY, **terms: object
) -> Iterator[Line]:
    with scripted_model(script) as served:
        given = {"timeout": 5.0, "max_output": 300, "price_in": 1.0, "price_out": 10.0, **terms}
        limits = given.pop("limits", None)
        agreed = Terms(served.url, "m", **given)  # type: ignore[arg-type]
        waits: list[float] = []
        chat_line = OpenAiChat(agreed, key)
        asker = Asker(chat_line, Meter(agreed, limits), AnswerCache(folder), sleep=waits.append)  # type: ignore[arg-type]
        try:
            yield Line(served, asker, waits)
        finally:
            chat_line.close()


def test_a_question_carries_the_settings_and_the_key_in_its_header_only() -> None:
    with line([GOOD], temperature=0.0, seed=11) as on:
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        (asked,) = on.served.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in str(asked.body)
    assert (asked.body["temperature"], asked.body["seed"], asked.body["max_tokens"]) == (0.0, 11, 300)
    assert asked.body["response_format"]["json_schema"]["strict"] is True


def test_nothing_of_this_machine_or_of_another_account_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "of-another-account")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with line([GOOD], key=None) as on:
        on.asker.ask(QUESTION)
        (asked,) = on.served.asked
    assert "of-another-account" not in str(asked.headers)
    assert {name for name in asked.headers if name.startswith("x-stainless")} <= {
        "x-stainless-retry-count",
        "x-stainless-read-timeout",
        "x-stainless-raw-response",
    }


def test_an_answer_that_was_given_is_not_asked_for_again_also_by_the_next_run(tmp_path: Path) -> None:
    with line([GOOD], tmp_path) as on:
        first = on.asker.ask(QUESTION)
        again = on.asker.ask(QUESTION)
        assert (first.kept, again.kept, len(on.served.asked)) == (False, True, 1)
    with line([failure(500, "down")], tmp_path) as on:
        assert on.asker.knows(QUESTION)
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        assert on.served.asked == []
        assert (on.asker.meter.used, on.asker.meter.kept) == (Usage(), 1)


@pytest.mark.parametrize(
    "changed",
    [
        Question("test-2", "List words.", "one two", "words", {"type": "object"}),
        Question("test-1", "List words.", "one two three", "words", {"type": "object"}),
        Question("test-1", "List words.", "one two", "words", {"type": "array"}),
    ],
)
def test_another_prompt_version_text_or_schema_is_another_question(changed: Question, tmp_path: Path) -> None:
    with line([GOOD], tmp_path) as on:
        on.asker.ask(QUESTION)
        assert not on.asker.knows(changed)


def test_another_model_is_another_question(tmp_path: Path) -> None:
    with line([GOOD], tmp_path) as on:
        on.asker.ask(QUESTION)
        other = Terms(on.served.url, "another")
        assert not Asker(on.asker.chat, Meter(other), AnswerCache(tmp_path)).knows(QUESTION)


@pytest.mark.parametrize("damage", [b"", b"{", b'{"format": 1}', b"[[[[", b"\xff\xfe"])
def test_a_damaged_kept_answer_is_asked_for_again_and_mended(damage: bytes, tmp_path: Path) -> None:
    with line([GOOD], tmp_path) as on:
        on.asker.ask(QUESTION)
        (kept,) = tmp_path.rglob("*.json")
        kept.write_bytes(damage)
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        assert len(on.served.asked) == 2
        assert on.asker.ask(QUESTION).kept
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_a_folder_that_cannot_be_written_costs_the_keeping_not_the_answer(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should")
    with line([GOOD], tmp_path / "taken") as on:
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        assert on.asker.ask(QUESTION).kept


def test_a_server_without_structured_output_is_asked_more_plainly_and_that_is_remembered() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form == "json_schema":
            return failure(400, "response_format.type json_schema is not supported by this model")
        if asked.form == "json_object":
            return failure(422, "unknown field response_format")
        return chat('Sure!\n```json\n{"words": ["one"]}\n```\nAnything else?')

    with line(script) as on:
        assert on.asker.ask(QUESTION).rows == ("one",)
        other = Question("test-1", "List words.", "three", "words", {"type": "object"})
        on.asker.ask(other)
        assert on.forms == ["json_schema", "json_object", "text", "text"]
        assert on.asker.chat.form is Form.TEXT


def test_a_server_that_ignores_structured_output_is_asked_more_plainly_once_a_step() -> None:
    with line([chat("Well, one and two."), GOOD]) as on:
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        assert on.forms == ["json_schema", "json_object"]


def test_a_model_that_takes_no_temperature_seed_or_max_tokens_is_asked_without() -> None:
    def script(asked: Asked) -> Reply:
        for name in ("temperature", "seed"):
            if name in asked.body:
                return failure(400, f"Unsupported value: '{name}' does not support 0 with this model.")
        if "max_tokens" in asked.body:
            return failure(400, "Unsupported parameter: use 'max_completion_tokens' instead of 'max_tokens'.")
        return GOOD

    with line(script) as on:
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        last = on.served.asked[-1]
        assert last.body["max_completion_tokens"] == 300
        assert last.form == "json_schema"
        on.asker.ask(Question("test-1", "List words.", "three", "words", {"type": "object"}))
        assert len(on.served.asked) == 5  # what it does not take is known by now


@pytest.mark.parametrize(
    "text",
    [
        '{"words": ["one"]}',
        '```\n{"words": ["one"]}\n```',
        'Thoughts {about} it: {"words": ["one"]} done.',
        '["one"]',
        '\ufeff {"words": ["one"], "more": 1}'.lstrip("\ufeff"),
    ],
)
def test_json_is_found_bare_fenced_and_between_words(text: str) -> None:
    assert read_rows(text, "words") == ("one",)


@pytest.mark.parametrize("text", ["", "no", '{"other": []}', '{"words": "one"}', "[" * 100_000, '{"words": [' * 500])
def test_what_holds_no_list_of_that_name_gives_none(text: str) -> None:
    assert read_rows(text, "words") is None


def test_retry_after_is_read_in_seconds_and_as_a_date() -> None:
    now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    assert parse_retry_after("7", now) == 7.0
    assert parse_retry_after("0.5", now) == 0.5
    assert parse_retry_after(format_datetime(now + timedelta(seconds=20), usegmt=True), now) == 20.0
    assert parse_retry_after(format_datetime(now - timedelta(hours=1), usegmt=True), now) == 0.0
    far, off = f"Mon, 05 Jan {'9' * 20} 12:00:30 GMT", f"Mon, 05 Jan 2026 12:00:30 +{'9' * 14}"
    assert [parse_retry_after(each, now) for each in (None, "", "soon", "-3", far, off)] == [None] * 6
    assert wait_before(9, None) == 60.0


def test_a_busy_server_is_left_alone_as_long_as_it_asks_then_longer_each_time() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    replies = [
        failure(429, "slow down", Retry_After="3"),
        failure(503, "busy", Retry_After=soon),
        failure(500, "oh"),
        GOOD,
    ]
    with line(replies) as on:
        assert on.asker.ask(QUESTION).rows == ("one", "two")
        assert on.waits[0] == 3.0
        assert 25 < on.waits[1] <= 30
        assert on.waits[2] == 4.0  # the fourth try: 1, 2, 4


@pytest.mark.parametrize("asked_at_once", [1, 2])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_what_a_busy_server_asks_for_is_waited_once_and_no_longer(asked_at_once: int, form: str) -> None:
    came: dict[str, list[float]] = {}

    def script(asked: Asked) -> Reply:
        came.setdefault(asked.user, []).append(time.time())
        if len(came[asked.user]) > 1:
            return GOOD
        then = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
        return failure(429, "slow down", Retry_After="1" if form == "seconds" else format_datetime(then, usegmt=True))

    with line(script) as on:
        asker = Asker(on.asker.chat, on.asker.meter, AnswerCache())  # with the waiting that a run has
        threads = Threads(asked_at_once, asker.ask)
        coming = [
            threads.submit(Question("test-1", "List words.", str(number), "words", {"type": "object"}))
            for number in range(asked_at_once)
        ]
        assert [each.result().rows for each in coming] == [("one", "two")] * asked_at_once
        threads.end(wait=True)
    assert [len(times) for times in came.values()] == [2] * asked_at_once
    for first, second in came.values():
        wanted = 1.0 if form == "seconds" else int(first) + 2 - first  # a date has whole seconds
        assert wanted - 0.05 <= second - first < wanted + 0.8


def test_a_server_that_stays_busy_is_given_up_after_four_tries() -> None:
    with line([failure(429, "slow down")]) as on:
        with pytest.raises(LlmBusy, match=r"is busy \(429\)"):
            on.asker.ask(QUESTION)
        assert (len(on.served.asked), on.waits) == (4, [1.0, 2.0, 4.0])


def test_a_server_that_asks_for_an_hour_is_not_waited_for() -> None:
    with line([failure(429, "slow down", Retry_After="3600")]) as on:
        with pytest.raises(LlmBusy, match="left alone for 3600 s"):
            on.asker.ask(QUESTION)
        assert (len(on.served.asked), on.waits) == (1, [])


@pytest.mark.parametrize(
    ("reply", "error", "says"),
    [
        (failure(401, f"Incorrect API key provided: {KEY}"), LlmKeyRefused, "refused the key (401)"),
        (failure(403, "no"), LlmKeyRefused, "refused the key (403)"),
        (failure(404, "The model `m` does not exist"), LlmModelUnknown, "has no model 'm'"),
        (failure(429, "You exceeded your current quota", code="insufficient_quota"), LlmCreditSpent, "is used up"),
        (failure(402, "pay"), LlmCreditSpent, "is used up"),
        (failure(400, "This model's maximum context length is 8192 tokens"), LlmQuestionTooLong, "longer than"),
        (failure(413, "too large"), LlmQuestionTooLong, "longer than"),
        (failure(400, "messages: bad"), LlmFormatRefused, "messages: bad"),
        (failure(418, "teapot"), LlmRefused, "418, teapot"),
        (failure(418, f"I was sent 'Bearer {KEY}'"), LlmRefused, "418, I was sent 'Bearer …'"),
        (Raw(302, b"", {"Location": f"https://elsewhere.example/{KEY}"}), LlmMoved, "https://elsewhere.example/…"),
        (chat(None, refusal=f"Your key is {KEY}."), LlmRefused, "Your key is …"),
        (
            Raw(302, b"", {"Location": "https://elsewhere.example/v1"}),
            LlmMoved,
            "sends on to https://elsewhere.example",
        ),
        (Raw(200, b"<html>Sign in</html>", {"Content-Type": "text/html"}), LlmAnswerUnusable, "a web page"),
        (Raw(200, b'{"choices": []}'), LlmAnswerUnusable, "no chat completion"),
        (Raw(200, b'{"choices": [{"message": 5}]}'), LlmAnswerUnusable, "no chat completion"),
        (Raw(200, b"[" * 100_000), LlmAnswerUnusable, "no chat completion"),
        (Raw(200, b" " * 3_000_000), LlmAnswerUnusable, "longer than 2 MB"),
        (Raw(502, b"<html>Bad gateway</html>"), LlmBusy, "is busy (502)"),
        (failure(429, "Rate limit reached. Add a card at /account/billing to raise it."), LlmBusy, "is busy (429)"),
        (Raw(418, b'{"error": "teapot' + b" " * 30_000_000 + b'"}'), LlmRefused, "418, no reason given"),
        (chat("blah"), LlmAnswerUnusable, "no JSON"),
        (chat(None), LlmAnswerUnusable, "nothing"),
        (chat('{"words": ["on', finish="length"), LlmAnswerCutOff, "broke off"),
        (chat(None, refusal="I cannot help with that."), LlmRefused, "I cannot help"),
        (chat("", finish="content_filter"), LlmRefused, "content filter"),
        (Drop(), LlmUnreachable, "cannot be reached"),
        (Drop(halfway=True), LlmUnreachable, "cannot be reached"),
    ],
)
def test_whatever_a_server_answers_ends_in_one_clear_line_without_the_key(
    reply: Reply, error: type[LlmError], says: str
) -> None:
    with line([reply]) as on:
        with pytest.raises(error) as caught:
            on.asker.ask(QUESTION)
        assert len(on.served.asked) <= 4
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_a_server_that_wants_a_key_where_none_is_set_says_so() -> None:
    with (
        line([failure(401, "no")], key=None) as on,
        pytest.raises(LlmKeyRefused, match=r"wants a key \(401\) and none is"),
    ):
        on.asker.ask(QUESTION)


@pytest.mark.parametrize("drip", [False, True])
def test_an_answer_that_does_not_come_in_time_is_given_up_and_counted_as_paid(drip: bool) -> None:
    with line([Wait(20.0, drip=drip)], timeout=0.4) as on:
        begun = time.monotonic()
        with pytest.raises(LlmTimeout, match=r"within 0\.4 s"):
            on.asker.ask(QUESTION)
        assert time.monotonic() - begun < 8
        assert len(on.served.asked) == 2
        assert on.asker.meter.used == Usage(2 * QUESTION.tokens, 600, estimated=True)


@pytest.mark.parametrize("drip", [True, 30.0], ids=["never ends", "never comes"])
def test_a_refusal_whose_reason_stays_out_is_waited_for_only_so_long(
    drip: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.llm.connection._REASON_WAIT", 0.3)
    with line([Wait(40.0, drip=drip, status=418)], timeout=30.0) as on:
        begun = time.monotonic()
        with pytest.raises(LlmRefused, match="418, no reason given"):
            on.asker.ask(QUESTION)
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("reply", "times"),
    [(Drop(), 3), (Drop(halfway=True), 3), (failure(504, "gateway timeout"), 4), (failure(503, "busy"), 0)],
)
def test_a_line_that_breaks_after_the_question_was_sent_counts_as_paid(reply: Reply, times: int) -> None:
    with line([reply]) as on:
        with pytest.raises(LlmError):
            on.asker.ask(QUESTION)
        assert on.asker.meter.used == Usage(times * QUESTION.tokens, times * 300, estimated=times > 0)


def test_a_line_that_keeps_breaking_does_not_pass_a_limit() -> None:
    limit = 2 * (QUESTION.tokens + 300)
    with line([Drop()], limits=Limits(tokens=limit)) as on:
        for number in range(9):
            with pytest.raises(LlmError):
                on.asker.ask(Question("test-1", "List words.", f"{number}", "words", {"type": "object"}, expected=10))
        assert on.asker.meter.used.total <= limit
        assert len(on.served.asked) <= 3


def test_nobody_at_the_address_is_one_clear_line() -> None:
    with line([GOOD]) as on:
        url = on.served.url
    terms = Terms(url, "m")
    asker = Asker(OpenAiChat(terms), Meter(terms), AnswerCache(), sleep=lambda _: None)
    with pytest.raises(LlmUnreachable, match=r"cannot be reached \(.*look whether it runs"):
        asker.ask(QUESTION)
    assert asker.meter.used == Usage()


def test_a_model_that_answers_nonsense_is_given_up_after_three_questions() -> None:
    with line([chat("Lorem ipsum.")]) as on:
        for number in range(10):
            with pytest.raises((LlmAnswerUnusable, LlmGivenUp)):
                on.asker.ask(Question("test-1", "List words.", f"{number}", "words", {}))
        assert len(on.served.asked) == 5  # three forms for the first question, then one for each of two more
        with pytest.raises(LlmGivenUp, match=r"3 questions in a row failed.*of no use"):
            on.asker.ask(QUESTION)


def test_an_answer_that_was_worth_something_begins_the_count_anew() -> None:
    with line([failure(418, "no"), failure(418, "no"), GOOD, failure(418, "no"), failure(418, "no"), GOOD]) as on:
        for number in range(6):
            try:
                on.asker.ask(Question("test-1", "", f"{number}", "words", {}))
                on.asker.note(None)
            except LlmRefused:
                pass
        assert len(on.served.asked) == 6


def test_the_cost_is_the_tokens_that_the_server_counts_times_the_price() -> None:
    with line([chat('{"words": []}', usage={"prompt_tokens": 2000, "completion_tokens": 500})]) as on:
        on.asker.ask(QUESTION)
        assert on.asker.meter.used == Usage(2000, 500)
        assert on.asker.meter.terms.cost(on.asker.meter.used) == pytest.approx((2000 * 1 + 500 * 10) / 1e6)


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        {"prompt_tokens": "many", "completion_tokens": 1},
        {"prompt_tokens": -1},
        {"prompt_tokens": 10**400, "completion_tokens": 1},
    ],
)
def test_a_server_that_does_not_count_is_estimated(usage: object) -> None:
    with line([chat('{"words": []}', usage=usage)]) as on:
        on.asker.ask(QUESTION)
        assert on.asker.meter.used.estimated
        assert on.asker.meter.used.prompt == QUESTION.tokens


def test_no_question_is_asked_that_could_pass_the_limit_on_tokens() -> None:
    def script(asked: Asked) -> Reply:
        return chat(
            '{"words": []}', usage={"prompt_tokens": 60, "completion_tokens": min(100, asked.body["max_tokens"])}
        )

    with line(script, limits=Limits(tokens=500), max_output=200) as on:
        for number in range(3):  # 60 + 100 each, so that 20 are left
            on.asker.ask(Question("test-1", "", f"{number}", "words", {}, expected=50))
        with pytest.raises(LlmBudgetSpent, match="limit of 500 tokens"):
            on.asker.ask(Question("test-1", "", "4", "words", {}, expected=50))
        assert len(on.served.asked) == 3
        assert on.asker.meter.used.total == 480


def test_an_answer_near_a_limit_on_cost_may_only_be_as_long_as_is_paid_for() -> None:
    cost = 0.001  # 100 tokens of answer at 10 a million, less the question's
    with line([GOOD], limits=Limits(cost=cost), max_output=300) as on:
        on.asker.ask(QUESTION)
        (asked,) = on.served.asked
    assert asked.body["max_tokens"] == 100 - (QUESTION.tokens + 9) // 10
    assert QUESTION.tokens * 1e-6 + asked.body["max_tokens"] * 1e-5 <= cost


def test_what_was_spent_before_counts_towards_a_limit_on_cost() -> None:
    reply = chat('{"words": []}', usage={"prompt_tokens": 0, "completion_tokens": 290})
    with line([reply], limits=Limits(cost=0.005)) as on:  # of answers, 500 tokens
        on.asker.ask(QUESTION)
        on.asker.ask(Question("test-1", "List words.", "three", "words", {"type": "object"}, expected=10))
        assert on.served.asked[0].body["max_tokens"] == 300
        assert 10 < on.served.asked[1].body["max_tokens"] < 210
        with pytest.raises(LlmBudgetSpent):
            on.asker.ask(Question("test-1", "List words.", "four", "words", {"type": "object"}, expected=10))
        assert len(on.served.asked) == 2


def test_after_a_stop_nothing_is_asked_until_a_run_begins() -> None:
    with line([GOOD]) as on:
        on.asker.stop()
        with pytest.raises(LlmGivenUp, match="stopped"):
            on.asker.ask(QUESTION)
        assert on.served.asked == []
        on.asker.begin()
        assert on.asker.ask(QUESTION).rows == ("one", "two")


def test_what_waits_for_a_busy_server_is_given_up_at_a_stop() -> None:
    with line([failure(503, "busy")]) as on:
        on.asker._sleep = lambda _: on.asker.stop()
        with pytest.raises(LlmGivenUp, match="stopped"):
            on.asker.ask(QUESTION)
        assert len(on.served.asked) == 1


def test_a_limit_on_cost_without_a_price_is_refused() -> None:
    with pytest.raises(LlmPriceUnknown, match="set price_in and price_out"):
        Meter(Terms("http://127.0.0.1/v1", "m"), Limits(cost=1.0))


def test_the_key_comes_from_the_environment_or_from_a_file_of_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMCHECK_LLM_KEY", raising=False)
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    file.chmod(0o600)
    assert read_key() is None
    assert read_key(file) == KEY
    monkeypatch.setenv("CLAIMCHECK_LLM_KEY", "another")
    assert read_key(file) == "another"


@pytest.mark.parametrize(
    ("data", "mode", "says"),
    [
        (KEY.encode(), 0o644, "can be read by others: chmod 600"),
        (b"", 0o600, "is no key"),
        (b"two words", 0o600, "is no key"),
        (b"one\ntwo", 0o600, "is no key"),
        ("schlüssel".encode(), 0o600, "is no key"),
        (None, 0o600, "cannot be read (No such file or directory)"),
    ],
)
def test_a_key_file_that_cannot_serve_is_named_and_never_quoted(
    data: bytes | None, mode: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMCHECK_LLM_KEY", raising=False)
    file = tmp_path / "key"
    if data is not None:
        file.write_bytes(data)
        file.chmod(mode)
    with pytest.raises(LlmKeyUnusable) as caught:
        read_key(file)
    assert says in str(caught.value)
    assert KEY not in str(caught.value)


def test_where_texts_go_is_told_by_host_and_port() -> None:
    terms = Terms("https://llm.example.org:8443/v1?key=secret", "m")
    assert (terms.host, terms.encrypted, terms.local) == ("llm.example.org:8443", True, False)
    assert (Terms("http://[::1]:8000/v1", "m").local, Terms("http://localhost/v1", "m").local) == (True, True)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://llm.example.org", "is none"),
        ("llm.example.org/v1", "is none"),
        ("https://", "is none"),
        ("https://llm.example.org:port/v1", "is none"),
        ("https://[::1/v1", "is none"),
        ("https://llm.example.org/v1 x", "is none"),
        ("https://who:secret@llm.example.org/v1", "holds a password"),
    ],
)
def test_an_address_that_is_none_or_holds_a_password_is_refused_and_not_said(url: str, says: str) -> None:
    with pytest.raises(LlmAddressInvalid, match=says) as caught:
        Terms(url, "m")
    assert "secret" not in str(caught.value)


MADE = [kind for name in models.__all__ if inspect.isfunction((kind := getattr(models, name)).__init__)]


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_every_error_about_a_model_is_one_line_and_survives_a_process(kind: type[LlmError]) -> None:
    error = made(kind)
    again = pickle.loads(pickle.dumps(error))
    assert "\n" not in str(error)
    assert (type(again), str(again), again.__dict__) == (kind, str(error), error.__dict__)
    assert isinstance(error, errors.LlmError)
