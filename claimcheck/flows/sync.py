"""Pulling again and again until told to stop: through restarts of the server, beside other commands, on a hint."""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.errors import AlreadyWriting, ClaimcheckError, NothingPushed, StudioError, StudioUnknown
from claimcheck.labelstudio import ACTIONS, SECRET_HEADER, WORKSPACE_HEADER, Receiver, is_passing
from claimcheck.progress import Say, silent

if TYPE_CHECKING:
    from claimcheck.flows.pull import PullReport
    from claimcheck.labelstudio import StudioClient

__all__ = ["Round", "announced", "listening", "sync"]

_SWEEP_EVERY = 600.0  # seconds between two looks for deletions
_LONGEST_PAUSE = 600.0
_GATHER = 1.0  # seconds a hint waits for others to come with it


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what it brought, or what kept it from doing so; the next comes after ``pause`` seconds."""

    report: "PullReport | None"
    trouble: ClaimcheckError | None
    pause: float


def sync(
    pull: "Callable[[bool], PullReport]",
    *,
    every: float,
    stop: threading.Event,
    hint: threading.Event | None = None,
    rounds: int | None = None,
) -> Iterator[Round]:
    """Pull, tell, wait, until ``stop`` is set, or so many ``rounds`` were made.

    ``pull`` opens the workspace for itself, so that others get in between; it is told whether to look for deletions
    too, which happens in the first round and every ten minutes. A round that fails is tried again, each time after
    twice the wait, at most ten minutes; so is one while somebody else writes to the workspace. What no waiting mends,
    such as a key that is refused, ends it. ``hint`` makes the next round come at once.

    Raises:
        ClaimcheckError: the first round fails, or what fails later does not pass.
    """
    swept, pause, done = 0.0, every, 0
    while not stop.is_set():
        sweep = not swept or time.monotonic() - swept >= _SWEEP_EVERY
        try:
            report = pull(sweep)
        except ClaimcheckError as error:
            if not done or not _passes(error):
                raise
            pause = min(pause * 2, max(_LONGEST_PAUSE, every))
            yield Round(None, error, pause)
        else:
            swept = time.monotonic() if sweep else swept
            pause = every
            yield Round(report, None, pause)
        done += 1
        if rounds is not None and done >= rounds:
            return
        _wait(pause, stop, hint)


@contextmanager
def listening(
    client: "StudioClient",
    project_ids: "list[int]",
    *,
    workspace: str,
    port: int,
    hint: threading.Event,
    url: str | None = None,
    say: Say = silent,
) -> Iterator[Receiver]:
    """Receive the webhooks of these projects: the server is told the address and a secret, and forgets them after.

    ``url`` is where the server reaches the receiver, where that is not this machine's loopback. A server that refuses
    the address is said, and only the pull remains.

    Raises:
        PortTaken: the port is in use.
    """
    secret = secrets.token_urlsafe(24)
    with (
        Receiver(port, secret, hint.set) as receiver,
        announced(client, project_ids, url or receiver.url, secret, workspace=workspace, say=say) as made,
    ):
        receiver.expected = len(made)
        yield receiver


@contextmanager
def announced(
    client: "StudioClient", project_ids: "list[int]", url: str, secret: str, *, workspace: str, say: Say = silent
) -> Iterator[list[int]]:
    """Have the server tell of changes in these projects at an address, and forget it after; the webhooks' ids.

    A server that refuses is said: what it was asked before stays, the rest is left to the pull.
    """
    made: list[int] = []
    headers = {SECRET_HEADER: secret, WORKSPACE_HEADER: workspace}
    try:
        for project_id in project_ids:
            _forget_former(client, project_id, workspace)
            made.append(client.add_webhook(project_id, url, headers, ACTIONS))
    except StudioError as error:
        say(f"no webhook, pulling alone: {error}")
    try:
        yield made
    finally:
        _remove(client, made)


def _forget_former(client: "StudioClient", project_id: int, workspace: str) -> None:
    """Remove what a run of this workspace that was killed has left."""
    for webhook_id, _, headers in client.webhooks(project_id):
        if headers.get(WORKSPACE_HEADER) == workspace:
            client.remove_webhook(webhook_id)


def _remove(client: "StudioClient", made: "list[int]") -> None:
    for webhook_id in made:
        try:
            client.remove_webhook(webhook_id)
        except StudioError:
            return  # the server is away: the next run removes what is left


def _passes(error: ClaimcheckError) -> bool:
    """Whether waiting may mend it."""
    # a local studio that was stopped is not known while it is away
    if isinstance(error, AlreadyWriting | NothingPushed | StudioUnknown):
        return True
    return isinstance(error, StudioError) and is_passing(error)


def _wait(pause: float, stop: threading.Event, hint: threading.Event | None) -> None:
    """Until it is time, or told to stop, or a hint came and a moment has passed in which others come with it."""
    until = time.monotonic() + pause
    while not stop.is_set() and time.monotonic() < until:
        if hint is not None and hint.is_set():
            stop.wait(_GATHER)
            hint.clear()
            return
        stop.wait(min(0.2, max(0.0, until - time.monotonic())))
