"""A receiver for Label Studio's webhooks: it takes nothing from them but that it is time to pull.

A webhook is sent once and never again, unsigned but for a header of our choosing, so it is a hint and the pull is the
truth. What does not bear the secret, was seen before, or is too large is turned away.
"""

import hashlib
import hmac
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from claimcheck.errors import PortTaken

__all__ = ["ACTIONS", "SECRET_HEADER", "WORKSPACE_HEADER", "Inbox", "Receiver", "Seen"]

ACTIONS = ("ANNOTATION_CREATED", "ANNOTATION_UPDATED", "ANNOTATIONS_DELETED", "TASKS_DELETED")
"""What the server is asked to tell of."""

SECRET_HEADER = "X-Claimcheck-Secret"
WORKSPACE_HEADER = "X-Claimcheck-Workspace"
_HOST = "127.0.0.1"
_LARGEST = 4_000_000  # bytes: it holds the whole task and the labeling config
_REMEMBERED = 2_000
_SLOW = 5.0  # seconds


class Seen:
    """What was received before, so that a message sent again, or an older one, does nothing."""

    def __init__(self) -> None:
        self._newest: OrderedDict[int, str] = OrderedDict()  # annotation → when it was last changed
        self._bodies: OrderedDict[bytes, None] = OrderedDict()

    def is_new(self, body: bytes, message: Mapping[str, Any]) -> bool:
        """Whether this tells something; an annotation in a state no newer than one seen does not."""
        annotation = message.get("annotation")
        if isinstance(annotation, Mapping) and isinstance(annotation.get("id"), int):
            number, changed = annotation["id"], str(annotation.get("updated_at"))
            if changed <= self._newest.get(number, ""):
                return False
            self._newest[number] = changed
            self._newest.move_to_end(number)
        else:
            digest = hashlib.sha256(body).digest()
            if digest in self._bodies:
                return False
            self._bodies[digest] = None
        for kept in (self._newest, self._bodies):
            while len(kept) > _REMEMBERED:
                kept.popitem(last=False)
        return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A connection that breaks off is nobody's concern."""


class Inbox:
    """Takes messages, wherever they come in; ``hint`` is called for each that tells something."""

    def __init__(self, secret: str, hint: Callable[[], None]) -> None:
        self._secret, self._hint = secret.encode(), hint
        self._seen, self._lock = Seen(), threading.Lock()

    def take(self, headers: Mapping[str, str], body: bytes) -> int:
        """The HTTP status that a message gets: 200 where it is a hint or an old one, else why not."""
        given = next((value for name, value in headers.items() if name.lower() == SECRET_HEADER.lower()), "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret):
            return 401
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            return 400
        if not isinstance(message, Mapping) or message.get("action") not in ACTIONS:
            return 400
        with self._lock:
            new = self._seen.is_new(body, message)
        if new:
            self._hint()
        return 200


class Receiver:
    """Listens on loopback, in a thread of its own; ``hint`` is called for each message that tells something."""

    def __init__(self, port: int, secret: str, hint: Callable[[], None]) -> None:
        """Raises PortTaken: the port is in use."""
        self._inbox = Inbox(secret, hint)
        self.expected = 0  # webhooks that the server was asked to send here
        try:
            self._server = _Server((_HOST, port), self._handler())
        except OSError:
            raise PortTaken(port, "--webhook", "--webhook 0") from None
        self.port = int(self._server.server_address[1])
        self.url = f"http://{_HOST}:{self.port}/"
        threading.Thread(target=self._server.serve_forever, name="claimcheck-webhook", daemon=True).start()

    def __enter__(self) -> "Receiver":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening and give the port back, once the request that is being answered is."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        inbox = self._inbox

        class Handler(BaseHTTPRequestHandler):
            timeout = _SLOW
            server_version, sys_version = "claimcheck", ""

            def do_POST(self) -> None:  # the name http.server asks for
                length = self.headers.get("Content-Length", "")
                if not length.isdecimal():
                    return self._answer(411)
                if len(length) > len(str(_LARGEST)) or int(length) > _LARGEST:
                    return self._answer(413)
                body = self.rfile.read(int(length))
                if len(body) < int(length):
                    return self._answer(400)
                return self._answer(inbox.take(dict(self.headers.items()), body))

            def _answer(self, status: int) -> None:
                self.close_connection = True
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing is said of what strangers send."""

        return Handler
