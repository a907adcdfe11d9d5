"""Google's Fact Check Tools API over a scripted server: pages, patience, refusals, and a key that is never said."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from claimcheck.errors import FactCheckApiRefused, FactCheckApiUnreachable
from claimcheck.reviews import ClaimSearch, search_claims
from tests.unit.conftest import Claimcheck

KEY = "a-secret-key-0123456789"


def claim(number: int) -> dict[str, Any]:
    review = {
        "publisher": {"name": "A desk", "site": "desk.example"},
        "url": f"https://desk.example/{number}",
        "title": "No",
        "reviewDate": "2022-07-11T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
    }
    return {"text": f"Claim number {number}", "claimant": "Somebody", "claimReview": [review]}


class Server(ThreadingHTTPServer):
    """Answers as it was told, one after the other, the last one again and again; keeps what it was asked."""

    answers: list[tuple[int, Any, dict[str, str]]]
    asked: list[tuple[dict[str, list[str]], dict[str, str]]]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.server.asked.append((parse_qs(parts.query), {name.lower(): value for name, value in self.headers.items()}))
        answers = self.server.answers
        status, body, headers = answers.pop(0) if len(answers) > 1 else answers[0]
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status if parts.path == "/v1alpha1/claims:search" else 404)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


Serve = Callable[..., tuple[Server, str]]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Server] = []

    def start(*answers: Any) -> tuple[Server, str]:
        server = Server(("127.0.0.1", 0), Handler)
        server.answers = [each if isinstance(each, tuple) else (200, each, {}) for each in answers]
        server.asked = []
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return server, f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def ask(address: str, search: ClaimSearch = ClaimSearch("moon"), waits: list[float] | None = None) -> list[Any]:  # noqa: B008
    sleep = (waits if waits is not None else []).append
    return list(search_claims(search, key=KEY, endpoint=address, sleep=sleep))


def test_every_page_is_asked_for_and_the_key_stands_in_a_header_alone(serve: Serve) -> None:
    server, address = serve(
        {"claims": [claim(1), claim(2)], "nextPageToken": "t1"},
        {"claims": [claim(3)], "nextPageToken": "t2"},
        {},
    )
    search = ClaimSearch("moon cheese", publisher_site="desk.example", language="de", max_age_days=9)
    assert [each["text"] for each in ask(address, search)] == ["Claim number 1", "Claim number 2", "Claim number 3"]
    assert [query.get("pageToken") for query, _ in server.asked] == [None, ["t1"], ["t2"]]
    query, headers = server.asked[0]
    assert query == {
        "query": ["moon cheese"],
        "reviewPublisherSiteFilter": ["desk.example"],
        "languageCode": ["de"],
        "maxAgeDays": ["9"],
        "pageSize": ["100"],
    }
    assert headers["x-goog-api-key"] == KEY


def test_a_server_that_gives_the_same_page_for_ever_is_left(serve: Serve) -> None:
    server, address = serve({"claims": [claim(1)], "nextPageToken": "again"})
    assert len(ask(address)) == 2
    assert len(server.asked) == 2


def test_a_busy_server_is_asked_again_later_each_time_and_in_the_end_given_up(serve: Serve) -> None:
    waits: list[float] = []
    _, address = serve((503, {}, {}), (500, b"oops", {"Retry-After": "7"}), {"claims": [claim(1)]})
    assert len(ask(address, waits=waits)) == 1
    assert waits == [1.0, 7.0]
    server, address = serve((503, {"error": {"message": "backend busy"}}, {}))
    with pytest.raises(FactCheckApiRefused, match=r"answers 503 \(backend busy\): try again later"):
        ask(address)
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("status", "message", "says"),
    [
        (400, f"API key not valid: {KEY}.", r"answers 400 \(API key not valid: …\.\): check the key"),
        (403, "Fact Check Tools API has not been used", "403 .*: allow the Fact Check Tools API for this key"),
        (429, "Quota exceeded", "429 .*: the quota is used up: wait, or ask for more"),
    ],
)
def test_a_refusal_says_why_and_what_to_do_but_never_the_key(
    serve: Serve, status: int, message: str, says: str
) -> None:
    server, address = serve((status, {"error": {"code": status, "message": message}}, {}))
    with pytest.raises(FactCheckApiRefused, match=says) as caught:
        ask(address)
    assert KEY not in str(caught.value)
    assert len(server.asked) == 1


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"[1]", b"{", b"[" * 100_000])
def test_an_answer_that_is_no_object_is_one_line(serve: Serve, body: bytes) -> None:
    _, address = serve((200, body, {}))
    with pytest.raises(FactCheckApiUnreachable, match="its answer is not a JSON object"):
        ask(address)


def test_odd_answers_give_what_is_usable_of_them(serve: Serve) -> None:
    _, address = serve({"claims": ["no", None, claim(1)], "nextPageToken": 7})
    assert [each["text"] for each in ask(address)] == ["Claim number 1"]
    _, address = serve({"claims": "none"})
    assert ask(address) == []


def test_no_server_at_all_is_one_line_without_the_key() -> None:
    with pytest.raises(FactCheckApiUnreachable, match="check the connection") as caught:
        ask("http://127.0.0.1:9")
    assert KEY not in str(caught.value)


def test_fetch_keeps_what_it_finds_once_and_wants_a_key(
    serve: Serve, claimcheck: Claimcheck, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.delenv("GOOGLE_FACTCHECK_API_KEY", raising=False)
    done = claimcheck("reviews", "fetch", "moon")
    assert (done.code, "GOOGLE_FACTCHECK_API_KEY is not set" in done.said) == (1, True)
    assert not (tmp_path / "claimcheck-workspace").exists()
    nobody = {"text": "", "claimReview": [{"textualRating": "False"}]}
    _, address = serve({"claims": [claim(1), nobody, claim(2)]})
    monkeypatch.setenv("GOOGLE_FACTCHECK_API_KEY", KEY)
    monkeypatch.setenv("GOOGLE_FACTCHECK_ENDPOINT", address)
    assert "2 would be new" in claimcheck("reviews", "fetch", "moon", "--dry-run").said
    first = claimcheck("reviews", "fetch", "moon", "--rejects", "no.jsonl")
    assert "2 new, 0 changed, 0 unchanged, 1 rejected" in first.said
    assert json.loads((tmp_path / "no.jsonl").read_text())["reason"] == "the claim text is empty"
    again = claimcheck("reviews", "fetch", "moon", "--limit", "1")
    assert "0 new, 0 changed, 1 unchanged, 0 rejected" in again.said
    assert KEY not in first.said + first.out + again.said
    (review, _) = claimcheck("reviews", "list").records
    assert (review["publisher"], review["rating"], review["source"]) == (
        "A desk",
        "FALSE",
        "Google Fact Check Tools API",
    )
    assert claimcheck("reviews", "fetch", "").code == 2
    _, empty = serve({})
    monkeypatch.setenv("GOOGLE_FACTCHECK_ENDPOINT", empty)
    assert "holds no past check" in claimcheck("reviews", "fetch", "nothing").said
