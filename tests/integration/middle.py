"""What stands between a desk and its Label Studio: a proxy on loopback, under a path, behind TLS, or out of order.

Out of order it drops, delays, doubles and cuts, and answers 429, 500, 502 and HTML of its own, by a seed.
"""

import http.client
import random
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

__all__ = ["FAULTS", "Middle", "make_certificate", "standing_between"]

FAULTS = (
    "drop before",  # the request never arrives
    "drop after",  # it is done, the answer is lost
    "late",  # the answer comes, but slowly
    "too late",  # the request arrives when nobody waits any more
    "twice",  # it arrives two times
    "cut",  # the answer breaks off
    "429",
    "500",  # without being done
    "502",  # although it is done
    "html",
)
_HOP = {"connection", "keep-alive", "transfer-encoding", "proxy-connection", "content-length", "host", "date", "server"}


class Middle:
    """How requests get through; ``rate`` is the share of them that something happens to."""

    def __init__(self, upstream: str, *, prefix: str = "", rate: float = 0.0, seed: int = 0, slow: float = 0.3) -> None:
        parts = urlsplit(upstream)
        self.host, self.port_there = parts.hostname or "", parts.port or 80
        self.prefix, self.rate, self.slow = prefix, rate, slow
        self.limit: int | None = None  # longest address line that gets through
        self.largest: int | None = None  # largest body that gets through
        self.requests = 0
        self.happened: Counter[str] = Counter()
        self.seen: list[str] = []  # method and path
        self._chance, self._lock = random.Random(seed), threading.Lock()
        self.url = ""

    def fault(self) -> str | None:
        with self._lock:
            self.requests += 1
            found = self._chance.choice(FAULTS) if self._chance.random() < self.rate else None
            if found:
                self.happened[found] += 1
            return found

    def send(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Message, bytes]:
        """One request upstream and its answer."""
        there = http.client.HTTPConnection(self.host, self.port_there, timeout=120)
        try:
            there.request(method, path, body=body, headers=headers)
            answer = there.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            there.close()


def _handler(middle: Middle) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            self.close_connection = True
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            target = urlsplit(self.path)
            path = target.path + (f"?{target.query}" if target.query else "")  # an absolute one is a forward proxy's
            middle.seen.append(f"{self.command} {self.path.split('?')[0]}")
            if not path.startswith(middle.prefix):
                return self._answer(404, {"Content-Type": "text/html"}, b"<html>no such place</html>")
            path = path[len(middle.prefix) :] or "/"
            if middle.limit and len(path) > middle.limit:
                return self._answer(414, {"Content-Type": "text/html"}, b"<html>414 Request-URI Too Large</html>")
            if middle.largest and len(body) > middle.largest:
                return self._answer(413, {"Content-Type": "text/html"}, b"<html>413 Request Entity Too Large</html>")
            kept = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
            kept["Host"] = f"{middle.host}:{middle.port_there}"
            return self._through(middle.fault(), path, kept, body)

        def _through(self, fault: str | None, path: str, headers: dict[str, str], body: bytes) -> None:
            page = {"Content-Type": "text/html"}
            if fault == "drop before":
                return None
            if fault == "429":
                return self._answer(429, {**page, "Retry-After": "0"}, b"<html>slowly</html>")
            if fault == "500":
                return self._answer(500, page, b"<html>broken</html>")
            if fault == "html":
                return self._answer(200, page, b"<html>maintenance</html>")
            if fault == "too late":
                time.sleep(middle.slow * 4)
            status, given, answer = middle.send(self.command, path, headers, body)
            if fault == "twice":
                middle.send(self.command, path, headers, body)
            if fault == "drop after":
                return None
            if fault == "502":
                return self._answer(502, page, b"<html>bad gateway</html>")
            if fault == "late":
                time.sleep(middle.slow)
            return self._answer(status, given, answer, cut=fault == "cut")

        def _answer(self, status: int, headers: dict[str, str] | Message, body: bytes, *, cut: bool = False) -> None:
            try:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in _HOP:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body[: len(body) // 2] if cut else body)
            except OSError:
                pass  # nobody waits any more

        do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = _pass  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def standing_between(middle: Middle, *, certificate: Path | None = None) -> Iterator[Middle]:
    """Let a middle listen on a free port of loopback; with a certificate (and its key in one file) behind TLS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(middle))
    server.daemon_threads = True
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    middle.url = f"{scheme}://127.0.0.1:{server.server_port}{middle.prefix}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield middle
    finally:
        server.shutdown()
        server.server_close()


def make_certificate(folder: Path, *, name: str = "IP:127.0.0.1") -> Path:
    """A certificate signed by itself, with its key, for ``name``."""
    import subprocess

    path, key = folder / "server.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=claimcheck test"]
    command += ["-addext", f"subjectAltName={name}", "-keyout", str(key), "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    path.write_text(path.read_text() + key.read_text())
    return path
