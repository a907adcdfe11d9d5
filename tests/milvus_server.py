"""milvus-lite's server for tests: a process of its own on loopback and a free port, ended by its id."""

import base64
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import grpc
from pymilvus.grpc_gen import milvus_pb2

__all__ = ["LiteServer", "ScriptedMilvus", "free_port", "listening", "silent_port"]


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def listening(port: int) -> bool:
    """Whether something answers there."""
    with socket.socket() as asking:
        asking.settimeout(1)
        return asking.connect_ex(("127.0.0.1", port)) == 0


class LiteServer:
    """``milvus-lite server`` over a folder; its own default would be every address of the machine, for anybody."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.uri = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, on the same port each time, and wait until it answers."""
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--data-dir", str(self.folder)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "milvus_lite", "server", *place],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        until = time.monotonic() + 60
        while not listening(self.port):
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("milvus-lite did not start")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait(timeout=30)
            self._process = None

    def __enter__(self) -> "LiteServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says anything."""
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen(16)
        yield int(mute.getsockname()[1])


class ScriptedMilvus:
    """A server that speaks Milvus's protocol only so far: it tells its version to whoever shows the token it wants."""

    def __init__(
        self, *, version: str = "v2.6.0", wants: str | None = None, keys: tuple[bytes, bytes] | None = None
    ) -> None:
        """``keys`` are a private key and its certificate: then it speaks TLS."""
        self.version, self.wants, self.asked = version, wants, list[str]()
        self.server = grpc.server(futures.ThreadPoolExecutor(2))
        self.server.add_generic_rpc_handlers((_Script(self),))
        if keys:
            port = self.server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([keys]))
        else:
            port = self.server.add_insecure_port("127.0.0.1:0")
        self.uri = f"{'https' if keys else 'http'}://127.0.0.1:{port}"

    def __enter__(self) -> "ScriptedMilvus":
        self.server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.stop(grace=None).wait()


class _Script(grpc.GenericRpcHandler):
    def __init__(self, owner: ScriptedMilvus) -> None:
        self._owner = owner

    def service(self, details: Any) -> Any:
        name = details.method.rpartition("/")[2]
        self._owner.asked.append(name)

        def answer(_request: bytes, context: Any) -> bytes:
            shown = base64.b64decode(dict(context.invocation_metadata()).get("authorization", "")).decode()
            if self._owner.wants not in (None, shown):
                context.abort(grpc.StatusCode.UNAUTHENTICATED, f"auth check failure, please check {shown}")
            if name == "GetVersion":
                return milvus_pb2.GetVersionResponse(version=self._owner.version).SerializeToString()
            return milvus_pb2.ConnectResponse(identifier=1).SerializeToString()

        return grpc.unary_unary_rpc_method_handler(answer)
