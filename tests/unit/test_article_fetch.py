"""Pages of the web: only from public addresses, bounded in every direction, from a server that means no good."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from claimcheck.article import parse_article, read_article
from claimcheck.article.web import REDIRECTS, fetch_page, find_addresses, is_public
from claimcheck.errors import (
    ArticleAddressRefused,
    ArticleHttpStatus,
    ArticleNotText,
    ArticleRedirects,
    ArticleTimeout,
    ArticleTooLarge,
    ArticleUnreachable,
    ArticleUrlInvalid,
)
from tests.unit.conftest import Claimcheck

STORY = (
    "<!doctype html><html lang=de><title>Brücke wieder offen</title><h1>Die Brücke in Harwick ist wieder offen</h1>"
    "<p>Die alte Brücke in Harwick ist seit dem 13. Mai 2024 wieder offen. Die Arbeiten dauerten elf Monate.</p>"
    "<p>Der Umbau kostete 4,2 Millionen Euro, sagte Bürgermeisterin Ute Muster am Montag dem Stadtrat.</p>"
)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path as the test says, and remembers what was asked."""

    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        with suppress(BrokenPipeError, ConnectionResetError):
            self.answers[self.path](self)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def send(body: bytes = b"", status: int = 200, **headers: str) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def move(to: str, status: int = 302) -> Answer:
    return send(b"", status, Location=to)


@dataclass
class Site:
    """A server on this machine."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Site(server.server_address[1])
    server.RequestHandlerClass = type("Bound", (Handler,), {"answers": found.answers, "asked": found.asked})
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def to(*addresses: str) -> Callable[[str, int], list[str]]:
    """A resolver that knows one answer."""
    return lambda host, port: list(addresses)


def test_a_page_becomes_an_article_at_its_address(site: Site) -> None:
    site.answers["/a"] = send(STORY.encode())
    article = read_article(site.url("/a#top"), allow_private=True)
    assert article.url == site.url("/a")
    assert article.origin == site.url("/a#top")
    assert article.title == "Die Brücke in Harwick ist wieder offen"
    assert dict(article.sources)["url"] == "fetched"
    assert read_article(site.url("/a"), allow_private=True, url="https://example.org/a").url == "https://example.org/a"


def test_the_request_names_the_tool_and_carries_nothing_of_this_machine(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.answers["/"] = move("/b")
    site.answers["/b"] = send(STORY.encode(), Set_Cookie="a=b")
    fetch_page(site.url(), allow_private=True)
    fetch_page(site.url("/b"), allow_private=True)
    for _, headers in site.asked:
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert headers["user-agent"].startswith("claimcheck/")
        assert headers["host"] == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
     "fec0::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
     "2002:7f00:1::", "2001:0:a9fe:a9fe::", "no address"],
)  # fmt: skip
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(ArticleAddressRefused) as caught:
        find_addresses("news.example", 443, resolve=to("93.184.215.14", address))
    assert address in str(caught.value)
    assert "--allow-private" in str(caught.value)


def test_a_host_that_is_an_address_is_named_once() -> None:
    with pytest.raises(ArticleAddressRefused) as caught:
        find_addresses("127.0.0.1", 443, resolve=to("127.0.0.1"))
    assert str(caught.value).startswith("127.0.0.1 is no public address: add --allow-private")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_a_public_address_passes(address: str) -> None:
    assert find_addresses("news.example", 443, resolve=to(address)) == [address]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_no_spelling_of_this_machine_passes(site: Site, host: str) -> None:
    site.answers["/"] = send(STORY.encode())
    with pytest.raises((ArticleAddressRefused, ArticleUnreachable)):
        fetch_page(site.url(host=host))
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["10.255.255.1"]])
    asked = []

    def rebind(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return next(answers)

    site.answers["/"] = send(STORY.encode())
    fetch_page(site.url(host="news.example"), allow_private=True, resolve=rebind)
    assert asked == [("news.example", site.port)]
    assert site.asked[0][1]["host"] == f"news.example:{site.port}"


def test_a_redirect_is_checked_like_the_first_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "news.example" else ["169.254.169.254"]

    monkeypatch.setattr("claimcheck.article.web.addresses.is_public", lambda address: address == "127.0.0.1")
    site.answers["/"] = move("http://metadata.example/latest")
    with pytest.raises(ArticleAddressRefused) as caught:
        fetch_page(site.url(host="news.example"), resolve=resolve)
    assert (caught.value.host, caught.value.address) == ("metadata.example", "169.254.169.254")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "http://u:p@example.org/"])
def test_a_redirect_to_what_is_no_page_is_refused(site: Site, target: str) -> None:
    site.answers["/"] = move(target)
    with pytest.raises(ArticleUrlInvalid):
        fetch_page(site.url(), allow_private=True)


def test_five_redirects_are_followed_and_not_a_sixth(site: Site) -> None:
    for number in range(REDIRECTS + 1):
        site.answers[f"/{number}"] = move(f"/{number + 1}", (301, 302, 303, 307, 308, 302)[number])
    site.answers[f"/{REDIRECTS + 1}"] = send(STORY.encode())
    assert fetch_page(site.url("/1"), allow_private=True).url == site.url(f"/{REDIRECTS + 1}")
    with pytest.raises(ArticleRedirects):
        fetch_page(site.url("/0"), allow_private=True)


def test_a_redirect_to_another_host_is_said(site: Site) -> None:
    site.answers["/a"] = move(site.url("/b", host="localhost"))
    site.answers["/b"] = send(STORY.encode())
    article = read_article(site.url("/a"), allow_private=True)
    assert article.notes[0] == f"{site.url('/a')} sends its readers to {site.url('/b', host='localhost')}"


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"<p>")
        time.sleep(0.03)


def drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        handler.wfile.write(b"X-%d: 1\r\n" % number)
        time.sleep(0.03)


@pytest.mark.parametrize("answer", [drip, drip_headers, lambda handler: time.sleep(2)])
def test_a_server_that_drips_wins_no_time(site: Site, answer: Answer) -> None:
    site.answers["/"] = answer
    started = time.monotonic()
    with pytest.raises(ArticleTimeout):
        fetch_page(site.url(), allow_private=True, seconds=0.3)
    assert time.monotonic() - started < 1


def test_a_resolver_that_never_answers_wins_no_time() -> None:
    def never(host: str, port: int) -> list[str]:
        time.sleep(5)
        return []

    with pytest.raises(ArticleUnreachable, match="in time"):
        fetch_page("https://news.example/", resolve=never, seconds=0.2)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>word</p>" * 10_000)


def test_a_body_without_end_is_cut_off(site: Site) -> None:
    site.answers["/"] = endless
    with pytest.raises(ArticleTooLarge):
        fetch_page(site.url(), allow_private=True, limit=1_000_000)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", raw_deflate)]
)
def test_packed_pages_are_unpacked(site: Site, coding: str, pack: Callable[[bytes], bytes]) -> None:
    site.answers["/"] = send(pack(STORY.encode()), Content_Encoding=coding)
    assert fetch_page(site.url(), allow_private=True).data == STORY.encode()


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_bomb_is_not_unpacked_past_the_limit(site: Site, coding: str, pack: Callable[[bytes], bytes]) -> None:
    site.answers["/"] = send(pack(b"<p>" * 3_000_000), Content_Encoding=coding)
    with pytest.raises(ArticleTooLarge):
        fetch_page(site.url(), allow_private=True, limit=1_000_000)


@pytest.mark.parametrize(
    "answer",
    [
        send(b"not packed at all", Content_Encoding="gzip"),
        send(gzip.compress(STORY.encode())[:-20], Content_Encoding="gzip"),
        send(b"x", Content_Encoding="br"),
        lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfew"),
        lambda handler: handler.wfile.write(b"\x00\x01 what is this\r\n\r\n"),
        lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n"),
        lambda handler: None,
    ],
)
def test_a_broken_answer_is_one_error(site: Site, answer: Answer) -> None:
    site.answers["/"] = answer
    with pytest.raises(ArticleUnreachable) as caught:
        fetch_page(site.url(), allow_private=True, seconds=5)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("status", [204, 206, 304, 401, 403, 404, 410, 429, 500, 503])
def test_a_status_that_is_no_page_is_said(site: Site, status: int) -> None:
    site.answers["/"] = send(b"", status)
    with pytest.raises(ArticleHttpStatus, match=f"answers {status}; "):
        fetch_page(site.url(), allow_private=True)


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json", "video/mp4"])
def test_what_is_no_text_is_not_read(site: Site, media_type: str) -> None:
    site.answers["/"] = send(b"x", Content_Type=media_type)
    with pytest.raises(ArticleNotText, match=media_type):
        fetch_page(site.url(), allow_private=True)


def test_bytes_without_a_content_type_speak_for_themselves(site: Site) -> None:
    site.answers["/"] = send(STORY.encode(), Content_Type="")
    assert read_article(site.url(), allow_private=True).media_type == "text/html"


def test_the_server_s_charset_stands_above_the_page_s(site: Site) -> None:
    page = STORY.replace("<title>", "<meta charset=koi8-r><title>")
    site.answers["/"] = send(page.encode("cp1250"), Content_Type='text/html; charset="windows-1250"')
    assert "Die alte Brücke" in read_article(site.url(), allow_private=True).text


@pytest.mark.parametrize("charset", ["klingon-8", "utf-16", "", "us-ascii"])
def test_a_charset_that_the_bytes_contradict_is_passed_over(charset: str) -> None:
    for media_type in ("text/html", "text/plain", None):
        article = parse_article(STORY.encode(), origin="x", media_type=media_type, charset=charset)
        assert "Die alte Brücke" in article.text


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "http:///path", "https://", "http://a:99999/",
     "http://user:secret@example.org/", "http://user@example.org/", "https://exa mple.org/", "http://[::1/",
     "https://example.org/" + "a" * 5_000, "https://example.org/\n", "https://xn--/", "http://" + "a" * 300],
)  # fmt: skip
def test_an_address_that_is_none_is_one_line(url: str) -> None:
    with pytest.raises((ArticleUrlInvalid, ArticleUnreachable)) as caught:
        read_article(url)
    assert len(str(caught.value).splitlines()) == 1
    assert "secret" not in str(caught.value)


def test_a_port_where_nobody_listens_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(ArticleUnreachable):
        fetch_page(f"http://127.0.0.1:{port}/", allow_private=True)


def test_https_without_a_trusted_certificate_is_said(site: Site) -> None:
    with pytest.raises(ArticleUnreachable):
        fetch_page(site.url().replace("http:", "https:"), allow_private=True, seconds=5)


def test_split_reads_a_url_and_refuses_this_machine_unless_told(claimcheck: Claimcheck, site: Site) -> None:
    site.answers["/a"] = send(STORY.encode())
    refused = claimcheck("split", site.url("/a"), "--dry-run")
    assert refused.code == 1
    assert "--allow-private" in refused.said
    done = claimcheck("split", site.url("/a"), "--allow-private")
    assert done.code == 0
    assert any("4,2 Millionen" in claim["text"] for claim in done.records)
