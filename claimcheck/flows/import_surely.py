"""Tasks made once each, on a server without unique keys and over a network that loses answers.

An import is one transaction there. Where its answer is lost it may have been done, be done later, or not at all; so the
server is asked, for as long as an answer could have taken, before anything is sent again. A request that came through
late or twice all the same leaves doubles: the oldest stays, ours that nobody has answered go.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.errors import StudioError, StudioNotThere, StudioRefused, StudioTimeout, StudioUnreachable
from claimcheck.labelstudio import RemoteTask, task_weight

if TYPE_CHECKING:
    from claimcheck.labelstudio import StudioClient

__all__ = ["Imported", "Tidied", "import_surely", "in_requests", "remove_doubles"]

_TRIES = 6
_LARGEST = 20_000_000  # bytes of one request
_PATIENCE = 20.0  # seconds at most that a lost request is waited for
_FIRST_LOOK = 0.2
_NEVER_SENT = {"ConnectError", "ConnectTimeout", "ProxyError", "UnsupportedProtocol"}

Tasks = Mapping[str, Mapping[str, Any]]
"""Tasks in the form of an import, by claim id."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The tasks made, claim id → task id; ``doubt`` where an answer was lost on the way."""

    ids: Mapping[str, int]
    doubt: bool


@dataclass(frozen=True, slots=True)
class Tidied:
    """The oldest task of each claim, how many doubles went, and the claims that keep several."""

    standing: Sequence[RemoteTask]
    removed: int
    left: Sequence[str]


def in_requests(tasks: Tasks, batch: int) -> Iterator[dict[str, Mapping[str, Any]]]:
    """The tasks in pieces of at most ``batch`` that no server should find too large."""
    piece: dict[str, Mapping[str, Any]] = {}
    size = 0
    for claim_id, task in tasks.items():
        more = 2 * task_weight(task)  # a character takes up to four bytes, most take one
        if piece and (len(piece) == batch or size + more > _LARGEST):
            yield piece
            piece, size = {}, 0
        piece[claim_id] = task
        size += more
    if piece:
        yield piece


def import_surely(client: "StudioClient", project_id: int, tasks: Tasks) -> Imported:
    """Make these tasks, each once, whatever happens to the answers.

    Raises:
        StudioError: the server refuses them, or nothing comes through for long.
    """
    made: dict[str, int] = {}
    doubt = False
    for number in range(_TRIES):
        left = {claim_id: task for claim_id, task in tasks.items() if claim_id not in made}
        if not left:
            break
        try:
            ids = client.import_tasks(project_id, list(left.values()))
            return Imported(made | dict(zip(left, ids, strict=True)), doubt)
        except StudioError as error:
            if isinstance(error, StudioRefused) and error.status == 413 and len(left) > 1:
                return _in_halves(client, project_id, left, made, doubt)
            wait = min(error.retry_after or client.pause * 2**number, 60.0)
            if not _is_open(error):
                if number == _TRIES - 1 or not _may_try_again(error):
                    raise
                time.sleep(wait)
                continue
            doubt = True
            made |= _look_for(client, project_id, list(left), patience=_patience(client, error))
            if len(made) < len(tasks) and number == _TRIES - 1:
                raise
    return Imported(made, doubt)


def remove_doubles(client: "StudioClient", project_id: int, claim_ids: Sequence[str], *, workspace: str) -> Tidied:
    """Of claims with several tasks remove the younger ones that are ours and that nobody has answered."""
    found: dict[str, list[RemoteTask]] = {}
    for task in client.tasks_of_claims(project_id, claim_ids):
        found.setdefault(task.claim_id, []).append(task)
    removed, left = 0, []
    younger = {task.id: claim_id for claim_id, tasks in found.items() for task in tasks[1:]}
    for task in client.tasks(project_id, sorted(younger)) if younger else ():  # answers may have come since
        if task.meta.get("workspace") == workspace and not task.answers:
            client.delete_task(task.id)
            removed += 1
        else:
            left.append(younger[task.id])
    return Tidied([tasks[0] for tasks in found.values()], removed, sorted(set(left)))


def _in_halves(client: "StudioClient", project_id: int, left: Tasks, made: Mapping[str, int], doubt: bool) -> Imported:
    """Too large for a proxy on the way: in two requests."""
    ids = list(left)
    for half in (ids[: len(ids) // 2], ids[len(ids) // 2 :]):
        done = import_surely(client, project_id, {claim_id: left[claim_id] for claim_id in half})
        made, doubt = {**made, **done.ids}, doubt or done.doubt
    return Imported(made, doubt)


def _is_open(error: StudioError) -> bool:
    """Whether the server may have made the tasks, or may still."""
    if isinstance(error, StudioRefused):
        return (error.status or 500) >= 500 or error.status == 408
    if isinstance(error, StudioUnreachable):
        return error.why not in _NEVER_SENT
    return isinstance(error, StudioTimeout | StudioNotThere)


def _may_try_again(error: StudioError) -> bool:
    """Whether something that was certainly not done may be done a moment later."""
    return isinstance(error, StudioUnreachable) or (isinstance(error, StudioRefused) and error.status in {425, 429})


def _patience(client: "StudioClient", error: StudioError) -> float:
    """How long a lost request may still be on its way. Label Studio's own 500 has rolled back what it did."""
    if isinstance(error, StudioRefused) and error.status == 500:
        return _FIRST_LOOK
    return min(client.timeout, _PATIENCE)


def _look_for(client: "StudioClient", project_id: int, claim_ids: Sequence[str], *, patience: float) -> dict[str, int]:
    """The tasks there are for these claims by now, as soon as there are any; an import comes whole or not at all."""
    deadline, pause = time.monotonic() + patience, _FIRST_LOOK
    while True:
        found: dict[str, int] = {}
        for task in client.tasks_of_claims(project_id, claim_ids):
            found.setdefault(task.claim_id, task.id)
        if found or time.monotonic() >= deadline:
            return found
        time.sleep(pause)
        pause *= 2
