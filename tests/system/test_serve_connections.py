"""Connections that hold a server without asking it anything, under both of uvicorn's readers of HTTP."""

import asyncio
import json
import time

import pytest
import uvicorn
from uvicorn.server import ServerState

from claimcheck.serve.connections import hurried
from tests.loops import in_a_thread

SECONDS = 0.4
HEAD = b"GET /%b HTTP/1.1\r\nHost: 127.0.0.1\r\n"


async def app(scope, receive, send):
    if scope["path"] == "/slow":
        await asyncio.sleep(2 * SECONDS)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"fine"})


def told(reader_of_http, converse):
    """What a client of a server on loopback gets by a conversation."""

    async def run():
        config = uvicorn.Config(app, http=reader_of_http, log_config=None, ws="none", lifespan="off")
        config.load()
        kind, state = hurried(config.http_protocol_class, SECONDS), ServerState()
        server = await asyncio.get_running_loop().create_server(
            lambda: kind(config=config, server_state=state, app_state={}), "127.0.0.1", 0
        )
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            try:
                return await asyncio.wait_for(converse(reader, writer), 20 * SECONDS)
            finally:
                writer.close()

    return in_a_thread(asyncio.run, run())


async def drip(reader, writer):
    """Seconds until the server hangs up on a head that never ends."""
    begun = time.monotonic()
    while not reader.at_eof():
        writer.write(b"X-More: and more\r\n")
        try:
            if not await asyncio.wait_for(reader.read(1), 0.02):
                break
        except TimeoutError:
            continue
        except ConnectionResetError:
            break
    return time.monotonic() - begun


async def silent(reader, writer):
    assert await reader.read() == b""


async def slow_head(reader, writer):
    writer.write(HEAD % b"")
    assert await drip(reader, writer) >= SECONDS / 2


async def slow_second_head(reader, writer):
    writer.write(HEAD % b"" + b"\r\n")
    assert (await reader.readuntil(b"fine")).startswith(b"HTTP/1.1 200")
    await asyncio.sleep(SECONDS / 2)  # within its time: the connection is kept
    writer.write(HEAD % b"" + b"\r\n")
    assert (await reader.readuntil(b"fine")).startswith(b"HTTP/1.1 200")
    writer.write(HEAD % b"")
    assert await drip(reader, writer) >= SECONDS / 2


async def slow_answer(reader, writer):
    writer.write(HEAD % b"slow" + b"\r\n")
    assert (await reader.readuntil(b"fine")).startswith(b"HTTP/1.1 200")


async def unreadable(reader, writer, sent):
    writer.write(sent)
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    status, *headers = head.decode().split("\r\n")
    assert status == "HTTP/1.1 400 Bad Request"
    assert {"Content-Type: application/problem+json", f"Content-Length: {len(body)}", "Connection: close"} <= {*headers}
    assert json.loads(body)["code"] == "RequestUnreadable"


async def no_http(reader, writer):
    await unreadable(reader, writer, b"\x16\x03\x01 hello\r\n\r\n")


async def long_address(reader, writer):
    await unreadable(reader, writer, HEAD % (b"?q=" + b"%F0%9F%98%8D" * 30_000) + b"\r\n")


_CONVERSATIONS = [silent, slow_head, slow_second_head, slow_answer, no_http, long_address]


@pytest.mark.parametrize("reader_of_http", ["h11", "httptools"])
@pytest.mark.parametrize("converse", _CONVERSATIONS, ids=lambda each: each.__name__)
def test_a_connection_is_closed_without_a_whole_request_and_never_during_one(reader_of_http, converse):
    if reader_of_http == "httptools":
        pytest.importorskip("httptools")
    told(reader_of_http, converse)
