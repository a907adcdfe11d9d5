"""The wire to a Label Studio: thin calls, no decisions; every failure is one line and never shows a key or a header."""

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimcheck.errors import StudioError, StudioKeyRefused, StudioNotFound, StudioNotThere, StudioUrlInvalid
from claimcheck.labelstudio.connection import Connection, studio_errors
from claimcheck.labelstudio.queries import TaskQueries
from claimcheck.labelstudio.remote import Project, RemoteTask, parse_moment, parse_task

__all__ = ["Project", "RemoteTask", "StudioClient", "clean_url", "studio_errors"]

_ONCE: Any = {"max_retries": 0}


def clean_url(url: str) -> str:
    """The address of a Label Studio without a trailing slash.

    >>> clean_url("http://127.0.0.1:8080/")
    'http://127.0.0.1:8080'

    Raises:
        StudioUrlInvalid: not http(s), no host, or a name and password inside.
    """
    try:
        parts = urlsplit(url.strip())
        good = parts.scheme in {"http", "https"} and parts.hostname and not (parts.username or parts.password)
        _ = parts.port
    except ValueError:
        good = False
    if not good:
        shown = url.rsplit("@", 1)[-1] if "@" in url else url
        raise StudioUrlInvalid(shown)
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


class StudioClient(TaskQueries):
    """A Label Studio at ``url``; ``server`` is the name its tasks and verdicts are kept under.

    A local studio changes its port, so it is named by its own id; any other server by its address. ``timeout`` is how
    long one call may take, in seconds; ``ca`` a file with the certificate of the authority that signed the server's.
    """

    def __init__(
        self,
        url: str,
        key: str,
        *,
        server: str | None = None,
        timeout: float = 60,
        ca: Path | None = None,
        pause: float = 0.5,
    ) -> None:
        self.url = clean_url(url)
        if not (key.isascii() and key.isprintable()):
            raise StudioKeyRefused(self.url, 401)
        self.server = server or self.url
        self.timeout, self.pause = timeout, pause
        super().__init__(Connection(self.url, key, timeout=timeout, ca=ca, pause=pause))

    def __repr__(self) -> str:
        return f"StudioClient({self.url!r})"

    def whoami(self) -> str:
        """The e-mail address of the key's user."""
        try:
            user = self._connection.ask("user of this key", lambda: self._api.users.whoami())
        except TypeError:  # the SDK takes any JSON for a user
            user = None
        email = getattr(user, "email", None)
        if not isinstance(email, str):
            raise StudioNotThere(self.url)
        return email

    def version(self) -> str | None:
        """The release of the Label Studio there; None where it does not say."""
        try:
            found = self._connection.get("version", "api/version")
        except StudioError:
            return None
        release = found.get("release") if isinstance(found, Mapping) else None
        return release if isinstance(release, str) else None

    @property
    def skew(self) -> timedelta | None:
        """How far the server's clock was ahead of this machine's at its last answer; None before the first."""
        return self._connection.skew

    def users(self) -> dict[int, str]:
        """Everyone who may annotate: id → e-mail address."""
        found = self._connection.ask("list of users", lambda: list(self._api.users.list()))
        return {int(user.id): str(user.email) for user in found}

    def create_user(self, email: str, first_name: str, last_name: str) -> int:
        """A user who cannot log in: annotations can be entered in their name. Their id."""
        with self._calling("users"):
            made = self._api.users.create(email=email, username=email, first_name=first_name, last_name=last_name)
            return int(made.id)

    def project(self, project_id: int) -> Project | None:
        """A project by its id; None where it is gone."""
        what = f"project {project_id}"
        try:
            return _project(self._connection.ask(what, lambda: self._api.projects.get(project_id)))
        except StudioNotFound:
            return None

    def find_projects(self, title: str) -> list[Project]:
        """The projects of exactly this title, oldest first."""
        listed = self._connection.ask("list of projects", lambda: list(self._api.projects.list(title=title)))
        return sorted((_project(each) for each in listed if str(each.title) == title), key=lambda each: each.id)

    def create_project(self, title: str, config: str, *, description: str, instruction: str) -> Project:
        """A new project with our labeling config and the guide as its instruction."""
        with self._calling("projects"):
            made = self._api.projects.create(
                title=title,
                label_config=config,
                description=description,
                expert_instruction=instruction,
                show_instruction=False,
                enable_empty_annotation=False,
                show_skip_button=True,
                request_options=_ONCE,
            )
            return Project(int(made.id), title, config)

    def delete_project(self, project_id: int) -> None:
        """Delete a project with everything in it; one that is gone is fine."""
        with suppress(StudioNotFound):
            self._connection.ask(f"project {project_id}", lambda: self._api.projects.delete(project_id))

    def set_config(self, project_id: int, config: str) -> None:
        """Replace a project's labeling config; the server refuses one its annotations do not fit."""
        what = f"project {project_id}"
        self._connection.ask(what, lambda: self._api.projects.update(project_id, label_config=config))

    def import_tasks(self, project_id: int, tasks: Sequence[Mapping[str, Any]]) -> list[int]:
        """Make tasks in one transaction; their ids, in order. Sent once: twice would make them twice.

        Raises:
            StudioError: it failed, or nobody knows: the server may have made them all the same, or make them later.
        """
        what, path = f"project {project_id}", f"api/projects/{project_id}/import"
        made = self._connection.post_once(what, path, _encoded(tasks), {"return_task_ids": "true"})
        ids = made.get("task_ids") if isinstance(made, Mapping) else None
        if not isinstance(ids, list) or len(ids) != len(tasks):
            raise StudioNotThere(self.url)
        return [int(each) for each in ids]

    def task(self, task_id: int) -> RemoteTask:
        """A task with every annotation given to it so far, skips among them.

        Raises:
            StudioNotFound: it was deleted there.
        """
        found = self._connection.get(f"task {task_id}", f"api/tasks/{task_id}/")
        if not isinstance(found, Mapping) or "id" not in found:
            raise StudioNotThere(self.url)
        return parse_task(found)

    def update_task(
        self, task_id: int, *, data: Mapping[str, Any], prediction: Mapping[str, Any], meta: Mapping[str, Any]
    ) -> datetime:
        """Replace a task's prediction, data and meta; the server's own time of it, which goes into the meta too.

        The data comes last but for that time: a refresh that was cut short is seen as not done and done again.
        """
        what, api, ask = f"task {task_id}", self._api, self._connection.ask
        # changed in place: an annotator who has the page open refers to it by its id
        standing = ask(what, lambda: list(api.predictions.list(task=task_id)))
        if standing:
            ask(what, lambda: api.predictions.update(int(standing[0].id or 0), **prediction))
        late = datetime.now(UTC) + (self.skew or timedelta()) + timedelta(minutes=1)  # until the true time is known
        first = {**meta, "refreshed_at": late.isoformat()}
        done = ask(what, lambda: api.tasks.update(str(task_id), data=dict(data), meta=first))
        at = parse_moment(done.updated_at) or late
        ask(what, lambda: api.tasks.update(str(task_id), meta={**meta, "refreshed_at": at.isoformat()}))
        return at

    def delete_task(self, task_id: int) -> None:
        """Delete a task with its answers; one that is gone is fine."""
        with suppress(StudioNotFound):
            self._connection.ask(f"task {task_id}", lambda: self._api.tasks.delete(str(task_id)))

    def create_annotation(
        self, task_id: int, result: Sequence[Mapping[str, Any]], *, user_id: int, seconds: float | None, skipped: bool
    ) -> int:
        """Enter an annotation in somebody's name; its id."""
        with self._calling(f"task {task_id}"):
            made = self._api.annotations.create(
                task_id,
                result=[dict(each) for each in result],
                completed_by=user_id,
                lead_time=seconds,
                was_cancelled=skipped,
                request_options=_ONCE,
            )
            return int(made.id or 0)

    def webhooks(self, project_id: int) -> list[tuple[int, str, dict[str, str]]]:
        """The webhooks of a project: id, address and headers."""
        what = f"project {project_id}"
        found = self._connection.ask(what, lambda: list(self._api.webhooks.list(project=str(project_id))))
        return [(int(each.id), str(each.url), dict(each.headers or {})) for each in found]

    def add_webhook(self, project_id: int, url: str, headers: Mapping[str, str], actions: Sequence[str]) -> int:
        """Ask the server to call an address when answers of a project change; the webhook's id."""
        with self._calling(f"project {project_id}"):
            make: Any = self._api.webhooks.create
            made = make(
                url=url,
                project=project_id,
                headers=dict(headers),
                actions=list(actions),
                send_payload=True,
                send_for_all_actions=False,
                request_options=_ONCE,
            )
            return int(made.id)

    def remove_webhook(self, webhook_id: int) -> None:
        """Remove a webhook; one that is gone is fine."""
        with suppress(StudioNotFound):
            self._connection.ask(f"webhook {webhook_id}", lambda: self._api.webhooks.delete(webhook_id))

    def project_url(self, project_id: int) -> str:
        """The address at which people see a project's tasks in their browser."""
        return f"{self.url}/projects/{project_id}/data"

    @property
    def _api(self) -> Any:
        return self._connection.api

    def _calling(self, what: str) -> AbstractContextManager[None]:
        return studio_errors(self.url, what, timeout=self.timeout)


def _encoded(tasks: Sequence[Mapping[str, Any]]) -> bytes:
    """As JSON; half of a surrogate pair, which UTF-8 cannot hold, as an escape."""
    text = json.dumps([dict(task) for task in tasks], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def _project(found: Any) -> Project:
    return Project(int(found.id), str(found.title), str(found.label_config or ""))
