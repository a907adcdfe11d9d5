"""The local studio as a job, the way to whichever Label Studio a desk uses, and sample answers for the demo."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import StudioFilesDamaged, StudioKeyMissing, StudioUnknown
from claimcheck.labelstudio import (
    SAMPLE_DOMAIN,
    Studio,
    StudioClient,
    annotation_results,
    clean_url,
    environment_home,
    find_studio,
    install_studio,
    is_installed,
    start_studio,
    stop_studio,
)
from claimcheck.labelstudio.home import studio_names
from claimcheck.labelstudio.move import SQLITE, MoveReport, move_studio
from claimcheck.labelstudio.postgres import Postgres, read_postgres
from claimcheck.labelstudio.server import demand_port
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Evidence, Label, PastAnswer, Task, Verdict

if TYPE_CHECKING:
    from claimcheck.settings import Settings
    from claimcheck.store import Store

__all__ = [
    "SampleAnswer",
    "add_sample_verdicts",
    "connect",
    "connect_local",
    "local_studio_password",
    "local_studio_status",
    "move_local_studio",
    "start_local_studio",
    "stop_local_studio",
]


def start_local_studio(
    name: str = "default",
    *,
    port: int | None = None,
    database: Postgres | None = None,
    say: Say = silent,
    progress: Progress = unseen,
) -> Studio:
    """Install it where it is missing, start it, wait until it answers; one that runs is returned as it is.

    A new one keeps its tasks in the ``database`` given, one that is known where it does.

    Raises:
        StudioInstallFailed: its environment cannot be made.
        StudioStartFailed: it does not come up.
        PortTaken: the port asked for is in use.
    """
    demand_port(port, name)  # before minutes are spent
    install_studio(say=say, progress=progress)
    known = find_studio(name)
    if known is None or not known.running:
        say(f"starting the local studio {name!r}, which takes some seconds, and about a minute the first time")
    return start_studio(name, port=port, database=database, progress=progress)


def move_local_studio(
    database: Postgres, name: str = "default", *, say: Say = silent, progress: Progress = unseen
) -> MoveReport:
    """Move a studio's tasks from SQLite to PostgreSQL; see ``labelstudio.move``."""
    install_studio(say=say, progress=progress)
    return move_studio(database, name, say=say, progress=progress)


def stop_local_studio(name: str = "default") -> bool:
    """Stop it, if it is the process we started; False where it did not run."""
    return stop_studio(name)


def local_studio_status(name: str = "default") -> dict[str, Any]:
    """Whether it runs, where, and where its files are; never a password or a key."""
    studio = find_studio(name)
    return {
        "name": name,
        "running": bool(studio and studio.running),
        "url": studio.url if studio else None,
        "pid": studio.pid if studio else None,
        "email": studio.email if studio else None,
        "home": str(studio.home) if studio else None,
        "database": str(read_postgres(studio.home) or studio.home / SQLITE) if studio else None,
        "key_file": str(studio.key_file) if studio else None,
        "installed": is_installed(),
        "environment": str(environment_home()),
    }


def local_studio_password(name: str = "default") -> str:
    """The password to log in with: the caller decides who sees it.

    Raises:
        StudioUnknown: this studio was never started.
    """
    studio = find_studio(name)
    if studio is None:
        raise StudioUnknown(name)
    return studio.credentials.password


def connect(
    settings: "Settings",
    *,
    name: str = "default",
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
    ca: Path | None = None,
    timeout: float | None = None,
) -> StudioClient:
    """A client for the Label Studio this desk uses; nothing is sent yet.

    The address is ``LABEL_STUDIO_URL``, else the settings', else the local studio's; the key is
    ``LABEL_STUDIO_API_KEY``, else, for a local studio, its own file's. Whose certificates are trusted besides the
    usual ones is ``ca``, else ``LABEL_STUDIO_CA``, else the settings', from ``folder``. A ``timeout`` that is not
    given is the settings', else a minute.

    Raises:
        StudioUnknown: no address, and no local studio runs.
        StudioKeyMissing: an address, but no key for it.
    """
    given = environ.get("LABEL_STUDIO_URL") or settings.studio_url
    key = environ.get("LABEL_STUDIO_API_KEY")
    url = clean_url(given) if given else None
    local = _local(name, url)
    if ca is None and environ.get("LABEL_STUDIO_CA"):
        ca = Path(environ["LABEL_STUDIO_CA"])
    elif ca is None and settings.studio_ca:
        ca = (folder or Path()) / settings.studio_ca
    options: dict[str, Any] = {"ca": ca, "timeout": timeout or settings.studio_timeout or 60.0}
    if local is not None and local.url is not None and url in {None, local.url}:
        return StudioClient(local.url, key or local.credentials.token, server=local.credentials.server, **options)
    if url is None:
        raise StudioUnknown(None if name == "default" else name)
    if not key:
        raise StudioKeyMissing(url)
    return StudioClient(url, key, **options)


def _local(name: str, url: str | None) -> Studio | None:
    """The local studio of this name; where an address is set, whichever runs there."""
    named = find_studio(name)
    if url is None or (named is not None and named.url == url):
        return named
    for each in studio_names():
        with suppress(StudioFilesDamaged):  # of one that is not asked for
            found = find_studio(each)
            if found is not None and found.url == url:
                return found
    return named


def connect_local(name: str) -> StudioClient:
    """A client for the local studio of this name, whatever the settings say.

    Raises:
        StudioUnknown: it does not run.
    """
    local = find_studio(name)
    if local is None or local.url is None:
        raise StudioUnknown(name)
    return StudioClient(local.url, local.credentials.token, server=local.credentials.server)


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What a sample annotator answers; ``annotator`` is their first name, ``past`` says what of which review."""

    claim_id: str
    annotator: str
    label: Label | None
    justification: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: int | None = None
    as_of: date | None = None
    past: tuple[PastAnswer, ...] = ()
    problem: str | None = None
    better_wording: str | None = None
    seconds: float = 60.0


def add_sample_verdicts(
    store: "Store", client: StudioClient, answers: Sequence[SampleAnswer], *, progress: Progress = unseen
) -> int:
    """Enter answers in the name of sample annotators; how many were not there yet.

    Each annotator is a user of their own, who cannot log in, with an address under ``SAMPLE_DOMAIN``: by it, ``pull``
    stores their verdicts as samples. Claims without a task at this server are left out, and so are answers to past
    checks a task does not show.
    """
    wanted = {answer.claim_id for answer in answers}
    tasks = {task.claim_id: task for task in store.tasks(server=client.server, claim_ids=wanted)}
    users = {email: user_id for user_id, email in client.users().items()}
    entered = 0
    for done, answer in enumerate(answers):
        progress("entering sample verdicts", done, len(answers))
        task = tasks.get(answer.claim_id)
        if task is None:
            continue
        email = f"{answer.annotator.casefold()}@{SAMPLE_DOMAIN}"
        if email not in users:
            users[email] = client.create_user(email, answer.annotator, "(sample)")
        there = client.task(task.task_id)
        if any(_author(annotation) == users[email] for annotation in there.annotations):
            continue
        results = annotation_results(_verdict(answer, task, email), there.region)
        client.create_annotation(
            task.task_id, results, user_id=users[email], seconds=answer.seconds, skipped=answer.label is None
        )
        entered += 1
    progress("entering sample verdicts", len(answers), len(answers))
    return entered


def _author(annotation: Mapping[str, Any]) -> int | None:
    by = annotation.get("completed_by")
    return by.get("id") if isinstance(by, Mapping) else by


def _verdict(answer: SampleAnswer, task: Task, email: str) -> Verdict:
    now = datetime.now(UTC)
    shown = {each.review_id for each in task.shown}
    return Verdict(
        claim_id=answer.claim_id,
        label=answer.label,
        annotator=email,
        decided_at=now,
        server=task.server,
        project_id=task.project_id,
        task_id=task.task_id,
        annotation_id=0,
        updated_at=now,
        justification=answer.justification,
        evidence=answer.evidence,
        confidence=answer.confidence,
        as_of=answer.as_of,
        past_answers=tuple(each for each in answer.past if each.review_id in shown),
        problem=answer.problem,
        better_wording=answer.better_wording,
        shown=task.shown,
        sample=True,
    )
