"""A server with chat completions on this machine that answers as a test says, and keeps what it was asked."""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = [
    "Asked",
    "Drop",
    "Raw",
    "Script",
    "Wait",
    "chat",
    "claims",
    "failure",
    "rewrites",
    "row",
    "scripted_model",
    "sentences_of",
]

USAGE = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}


@dataclass(frozen=True)
class Raw:
    """An answer of any kind."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Wait:
    """An answer that comes late; ``drip``: a byte at a time, with hardly a pause, or one in so many seconds."""

    seconds: float
    drip: bool | float = False
    status: int = 200


@dataclass(frozen=True)
class Drop:
    """No answer: the line is cut, at once or in the middle of one."""

    halfway: bool = False


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    body: dict[str, Any]
    headers: Mapping[str, str]
    path: str

    @property
    def user(self) -> str:
        return str(self.body["messages"][1]["content"])

    @property
    def form(self) -> str:
        return str(self.body.get("response_format", {}).get("type", "text"))


Reply = Raw | Wait | Drop
Script = Callable[[Asked], Reply]


def chat(content: str | None, *, finish: str = "stop", usage: Any = USAGE, refusal: str | None = None) -> Raw:
    """An answer as servers give it."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    data = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Raw(200, json.dumps(data).encode(), {"Content-Type": "application/json"})


def failure(status: int, message: str, *, code: str | None = None, **headers: str) -> Raw:
    """A refusal as servers give it."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": code}}).encode()
    return Raw(
        status, body, {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
    )


def claims(*rows: Mapping[str, Any]) -> str:
    return json.dumps({"claims": list(rows)}, ensure_ascii=False)


def rewrites(*rows: Mapping[str, Any]) -> str:
    return json.dumps({"rewrites": list(rows)}, ensure_ascii=False)


def row(sentence: int, quote: str, text: str, **more: Any) -> dict[str, Any]:
    """A claim as a model gives it."""
    plain = {"speaker": None, "assertion": "asserted", "open": []}
    return {"sentences": [sentence], "quotes": [quote], "text": text, **plain, **more}


def sentences_of(user: str) -> dict[int, str]:
    """The numbered sentences that a model is shown."""
    _, material, *_ = user.split("===== ")
    found = {}
    for line in material.splitlines()[1:]:
        number, _, words = line.partition(": ")
        if number.isdigit():
            found[int(number)] = json.loads(words)
    return found


@dataclass
class Served:
    """A running server: its address and what it was asked."""

    url: str
    asked: list[Asked]


@contextmanager
def scripted_model(script: Script | Sequence[Reply]) -> Iterator[Served]:
    """A server that answers by a function, or in turn from a list whose last reply it repeats."""
    asked: list[Asked] = []
    lock = threading.Lock()
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            request = Asked(body, {name.lower(): value for name, value in self.headers.items()}, self.path)
            with lock:
                asked.append(request)
                number = len(asked)
            reply = script(request) if callable(script) else script[min(number, len(script)) - 1]
            if isinstance(reply, Drop):
                self._drop(halfway=reply.halfway)
            elif isinstance(reply, Wait):
                self._wait(reply)
            else:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

        def _drop(self, *, halfway: bool) -> None:
            if halfway:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"choices"')
                self.wfile.flush()
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True

        def _wait(self, reply: Wait) -> None:
            self.close_connection = True
            if not reply.drip:
                ended.wait(reply.seconds)
                return
            self.send_response(reply.status)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            until = time.monotonic() + reply.seconds
            while time.monotonic() < until and not ended.wait(0.05 if reply.drip is True else reply.drip):
                try:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                except OSError:
                    return

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_address[1]}/v1", asked)
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
