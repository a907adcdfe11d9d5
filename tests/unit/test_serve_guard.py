"""What stands before every request: names, origins, tokens, sizes, times, and what a failure tells."""

import asyncio
import json
import re
from contextlib import nullcontext
from pathlib import Path

import pytest

from claimcheck import errors
from claimcheck.errors import ClaimcheckError, TokenInvalid, TokenMissing
from claimcheck.scheme import read_scheme
from claimcheck.serve import ServeOptions, find_token, run
from claimcheck.serve import guard as guarding
from claimcheck.serve.guard import Guard
from claimcheck.serve.page import page, policy
from claimcheck.serve.problems import problem_of, status_of
from claimcheck.store import Store
from tests.loops import in_a_thread

TOKEN = "a-token-of-the-tests-and-nobody-else"


def guarded(scope, chunks=(b"",), *, app=None, stalls=False, **options):
    """The status, headers and body that a request gets, and how many bytes of it the app saw."""
    seen = []

    async def read_all(scope, receive, send):
        while True:
            message = await receive()
            seen.append(message["body"])
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"fine"})

    messages = [
        {"type": "http.request", "body": each, "more_body": stalls or at < len(chunks) - 1}
        for at, each in enumerate(chunks)
    ]
    sent = []

    async def receive():
        if not messages:
            await asyncio.sleep(60)
        return messages.pop(0)

    async def send(message):
        sent.append(message)

    said = []
    guard = Guard(app or read_all, ServeOptions(Path("w"), **options), said.append)
    in_a_thread(asyncio.run, guard(scope, receive, send))
    start, body = sent[0], b"".join(each["body"] for each in sent[1:])
    return start["status"], dict(start["headers"]), body, b"".join(seen), said


def request(path="/v1/lookup", method="GET", **headers):
    given = {"host": "127.0.0.1:8642", **{name.replace("_", "-"): value for name, value in headers.items()}}
    pairs = [(name.encode(), value.encode()) for name, value in given.items()]
    return {"type": "http", "method": method, "path": path, "headers": pairs}


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "LOCALHOST", "[::1]:8642", "127.0.0.1"])
def test_the_names_of_this_machine_are_answered(host):
    assert guarded(request(host=host))[0] == 200


@pytest.mark.parametrize("host", ["evil.example:8642", "127.0.0.1.evil.example", "localhost.", "", "192.168.1.5:8642"])
def test_a_foreign_name_in_the_host_header_is_refused_on_loopback(host):
    status, _, body, seen, _ = guarded(request(host=host))
    assert (status, json.loads(body)["code"], seen) == (421, "HostRefused", b"")


def test_a_name_that_is_allowed_is_answered():
    assert guarded(request(host="checks.example"), hosts=("Checks.example",))[0] == 200


@pytest.mark.parametrize("host", ["Desk.example", "FE80::1", "fe80:0:0:0:0:0:0:1"])
def test_the_server_is_called_by_its_own_address_however_that_is_written(host):
    options = {"host": host, "token": TOKEN, "hosts": ("checks.example",)}
    for sent in (host, host.lower()):
        name = f"[{sent}]:8642" if ":" in sent else f"{sent}:8642"
        assert guarded(request(host=name, authorization=f"Bearer {TOKEN}"), **options)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"},
    ],
)
def test_a_page_from_elsewhere_may_not_call(headers):
    status, answer, body, _, _ = guarded(request(method="POST", **headers))
    assert (status, json.loads(body)["code"]) == (403, "OriginRefused")
    assert not [name for name in answer if name.startswith(b"access-control")]


def test_the_servers_own_page_may_call_and_a_link_may_lead_to_it():
    own = {"origin": "http://127.0.0.1:8642", "sec_fetch_site": "same-origin"}
    assert guarded(request(method="POST", **own))[0] == 200
    assert guarded(request("/", sec_fetch_site="cross-site", sec_fetch_mode="navigate"))[0] == 200


@pytest.mark.parametrize("given", [None, "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer", "Bearer ä"])
def test_without_the_token_nothing_is_answered(given):
    headers = {} if given is None else {"authorization": given.encode().decode("latin-1")}
    status, answer, body, seen, _ = guarded(request(**headers), token=TOKEN)
    assert (status, json.loads(body)["code"], seen) == (401, "TokenRefused", b"")
    assert json.loads(body)["remedy"] == "send it in the Authorization header, after the word Bearer"
    assert answer[b"www-authenticate"].startswith(b"Bearer")
    assert TOKEN.encode() not in body


def test_with_the_token_a_request_is_answered_and_health_and_page_need_none():
    assert guarded(request(authorization=f"bearer {TOKEN}"), token=TOKEN)[0] == 200
    assert guarded(request("/v1/health"), token=TOKEN)[0] == 200
    assert guarded(request("/"), token=TOKEN)[0] == 200
    assert guarded(request("/openapi.json"), token=TOKEN)[0] == 401


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_read():
    status, answer, body, seen, _ = guarded(request(method="POST", content_length="1001"), max_body=1000)
    assert (status, json.loads(body)["code"], seen) == (413, "BodyTooLarge", b"")
    assert answer[b"connection"] == b"close"


def test_a_chunked_body_is_refused_where_it_passes_the_limit():
    status, _, body, seen, _ = guarded(request(method="POST"), [b"x" * 400] * 5, max_body=1000)
    assert (status, json.loads(body)["code"], len(seen)) == (413, "BodyTooLarge", 800)


def test_what_a_client_still_sends_is_taken_off_the_line_before_it_is_closed_but_not_for_ever(monkeypatch):
    left, told = [b"x" * 400] * 5, []

    async def ask(stalls):
        async def receive():
            if not left:
                await asyncio.sleep(60)
            told.append("read")
            return {"type": "http.request", "body": left.pop(), "more_body": stalls or bool(left)}

        async def send(message):
            told.append("answered" if message.get("body") else message["type"])

        guard = Guard(None, ServeOptions(Path("w"), max_body=1000), lambda _: None)
        await guard(request(method="POST", content_length="2000"), receive, send)

    in_a_thread(asyncio.run, ask(False))
    assert told == ["http.response.start", "answered", *["read"] * 5, "http.response.body"]
    monkeypatch.setattr(guarding, "_LINGER", 0.05)
    left, told = [b"x"], []
    in_a_thread(asyncio.run, asyncio.wait_for(ask(True), 5))
    assert told == ["http.response.start", "answered", "read", "http.response.body"]


@pytest.mark.parametrize(("sizes", "taken"), [((600, 600, 600, 600), 4), ((600, 600), 2)])
def test_a_body_too_large_that_the_app_tells_of_is_taken_off_the_line_and_closed_too(sizes, taken):
    left, sent = [b"x" * each for each in sizes], []

    async def telling(scope, receive, send):
        try:
            while True:
                await receive()
        except errors.BodyTooLarge:
            await send({"type": "http.response.start", "status": 413, "headers": []})
            await send({"type": "http.response.body", "body": b"too large"})

    async def receive():
        assert left, "the whole body was read, and nothing more is to come"
        body = left.pop()
        return {"type": "http.request", "body": body, "more_body": bool(left)}

    async def send(message):
        sent.append((message, len(sizes) - len(left)))

    guard = Guard(telling, ServeOptions(Path("w"), max_body=1000), lambda _: None)
    in_a_thread(asyncio.run, guard(request(method="POST"), receive, send))

    assert (b"connection", b"close") in sent[0][0]["headers"]
    assert [(each["body"], each.get("more_body", False), read) for each, read in sent[1:]] == [
        (b"too large", True, 2),
        (b"", False, taken),
    ]


def test_a_body_of_the_limit_is_taken_whole():
    assert guarded(request(method="POST"), [b"x" * 400, b"x" * 600], max_body=1000)[3] == b"x" * 1000


def test_a_body_that_does_not_come_is_not_waited_for():
    status, _, body, seen, _ = guarded(request(method="POST"), [b"begun"], stalls=True, timeout=0.05)
    assert (status, json.loads(body)["code"], seen) == (408, "BodyTooSlow", b"begun")


def test_a_mistake_of_ours_is_told_without_its_words():
    async def broken(scope, receive, send):
        raise RuntimeError("the minister's secret article")

    status, _, body, _, said = guarded(request(), app=broken)
    assert (status, json.loads(body)["code"]) == (500, "ServerFailed")
    assert b"secret" not in body
    assert said == ["claimcheck: GET /v1/lookup failed: RuntimeError"]


def test_every_answer_keeps_caches_and_sniffing_out():
    for status, headers, *_ in (guarded(request()), guarded(request(host="evil.example"))):
        assert headers[b"cache-control"] == b"no-store", status
        assert headers[b"x-content-type-options"] == b"nosniff", status


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "checks.example"])
def test_an_address_that_others_reach_demands_a_token(host):
    with pytest.raises(TokenMissing, match="--token-file"):
        ServeOptions(Path("w"), host=host).demand_token()
    ServeOptions(Path("w"), host=host, token=TOKEN).demand_token()


def test_loopback_needs_none():
    for host in ("127.0.0.1", "127.3.2.1", "::1", "localhost"):
        ServeOptions(Path("w"), host=host).demand_token()


def test_label_studio_is_told_the_address_that_the_server_listens_on(tmp_path, monkeypatch):
    called, listening = [], []

    class Listed(nullcontext):
        def __init__(self, orders, *_):
            super().__init__(self)
            called.append(orders.url)

        def hint(self):
            """Never called: nobody answers."""

    monkeypatch.setattr(run, "Puller", Listed)
    monkeypatch.setattr(run, "_answer", lambda options, bound, *_: listening.append(bound.getsockname()))
    Store.open(tmp_path / "w", create=True, write=True).close()
    for host in ("127.0.0.1", "127.0.0.2", "0.0.0.0"):
        run.serve(ServeOptions(tmp_path / "w", host=host, port=0, token=TOKEN), pull_every=60.0)
    ports = [port for _, port in listening]
    assert [host for host, _ in listening] == ["127.0.0.1", "127.0.0.2", "0.0.0.0"]
    hosts = ("127.0.0.1", "127.0.0.2", "127.0.0.1")
    path = "/v1/webhooks/label-studio"
    assert called == [f"http://{host}:{port}{path}" for host, port in zip(hosts, ports, strict=True)]


def test_a_token_file_is_made_for_its_owner_alone_and_then_read(tmp_path):
    said = []
    made = find_token(tmp_path / "t", said.append)
    assert made is not None
    assert len(made) >= 40
    assert (tmp_path / "t").stat().st_mode & 0o777 == 0o600
    assert find_token(tmp_path / "t", said.append) == made
    assert said == [f"a new token is in {tmp_path / 't'}"]
    assert made not in repr(ServeOptions(Path("w"), token=made))


def test_a_token_that_others_may_read_is_said(tmp_path):
    (tmp_path / "t").write_text(TOKEN)
    (tmp_path / "t").chmod(0o644)
    said = []
    assert find_token(tmp_path / "t", said.append) == TOKEN
    assert said == [f"others on this machine may read the token: chmod 600 {tmp_path / 't'}"]


@pytest.mark.parametrize("text", ["short", "", "x" * 10 + " " + "y" * 20, "ä" * 30])
def test_what_is_no_secret_is_refused(tmp_path, monkeypatch, text):
    (tmp_path / "t").write_text(text)
    with pytest.raises(TokenInvalid):
        find_token(tmp_path / "t")
    if text:
        monkeypatch.setenv("CLAIMCHECK_SERVE_TOKEN", text)
        with pytest.raises(TokenInvalid, match="CLAIMCHECK_SERVE_TOKEN"):
            find_token(None)


def test_the_environment_gives_a_token_too(monkeypatch):
    monkeypatch.delenv("CLAIMCHECK_SERVE_TOKEN", raising=False)
    assert find_token(None) is None
    monkeypatch.setenv("CLAIMCHECK_SERVE_TOKEN", TOKEN)
    assert find_token(None) == TOKEN


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "ClaimcheckError"])
def test_every_failure_has_a_status_that_its_meaning_allows(name):
    kind = getattr(errors, name)
    assert issubclass(kind, ClaimcheckError)
    assert status_of(kind.__new__(kind)) in {400, 401, 403, 404, 408, 409, 413, 421, 422, 500, 503, 504}


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "ClaimcheckError"])
def test_a_problems_title_is_a_sentence_without_markup(name):
    kind = getattr(errors, name)
    title = problem_of(kind.__new__(kind))["title"]
    assert title.endswith(".")
    assert "`" not in title


def test_a_problem_tells_what_was_found_and_what_to_do():
    told = problem_of(errors.WorkspaceTooNew("desk", found=9, wanted=7))
    assert told["status"] == 503
    assert told["code"] == "WorkspaceTooNew"
    assert told["facts"] == {"path": "desk", "found": 9, "wanted": 7}
    assert told["remedy"] == "update claimcheck, or choose another workspace with -w"
    assert told["detail"].endswith(told["remedy"])
    assert json.dumps(told)


def test_the_pages_policy_has_the_hash_of_its_own_style_and_script_and_no_unsafe_word():
    import base64
    import hashlib

    html = page().decode()
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy()
    assert "unsafe" not in policy()
    assert "default-src 'none'" in policy()
    assert not re.search(r'\son\w+=|\sstyle=|(src|href)="https?:', html)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_search_page_calls_the_labels_as_the_scheme_does(language):
    html = page().decode()
    words = html[html.index(f"\n  {language}: {{") :]
    told = dict(
        re.findall(r'(\w+): "([^"]+)"', words[words.index("label: {") : words.index("},", words.index("label: {"))])
    )
    assert told == {choice.label.value: choice.name(language) for choice in read_scheme().choices}
