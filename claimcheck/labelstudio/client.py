"""The wire to a Label Studio: thin calls, no decisions; every failure is one line and never shows a key or a header.

The one file that imports ``label_studio_sdk``, and only when a client is made.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from claimcheck import errors
from claimcheck.errors import StudioNotFound, StudioNotThere, StudioTimeout, StudioUnreachable, StudioUrlInvalid
from claimcheck.labelstudio.failures import failure

__all__ = ["Project", "RemoteTask", "StudioClient", "clean_url", "studio_errors"]

_PAGE = 500
_IN_LIST = 200
_ONCE: Any = {"max_retries": 0}  # a retried import could make every task twice


@dataclass(frozen=True, slots=True)
class Project:
    """A project as far as we look at it."""

    id: int
    title: str
    config: str


@dataclass(frozen=True, slots=True)
class RemoteTask:
    """A task as the server has it; ``answers`` counts annotations, skips and drafts."""

    id: int
    data: Mapping[str, Any]
    meta: Mapping[str, Any] = field(default_factory=dict)
    updated_at: datetime | None = None
    answers: int = 0
    annotations: tuple[Mapping[str, Any], ...] = ()
    region: tuple[Mapping[str, Any], ...] = ()  # the result of its prediction: the claim marked in its context


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


class StudioClient:
    """A Label Studio at ``url``; ``server`` is the name its tasks and verdicts are kept under.

    A local studio changes its port, so it is named by its own id; any other server by its address.
    """

    def __init__(self, url: str, key: str, *, server: str | None = None, timeout: float = 60) -> None:
        self.url = clean_url(url)
        if not (key.isascii() and key.isprintable()):
            raise errors.StudioKeyRefused(self.url, 401)
        self.server = server or self.url
        self._key, self._timeout = key, timeout
        self._made: Any = None

    def __repr__(self) -> str:
        return f"StudioClient({self.url!r})"

    def whoami(self) -> str:
        """The e-mail address of the key's user."""
        with self._calling("user of this key"):
            try:
                email = getattr(self._api.users.whoami(), "email", None)
            except TypeError:  # the SDK takes any JSON for a user
                email = None
        if not isinstance(email, str):
            raise StudioNotThere(self.url)
        return email

    def users(self) -> dict[int, str]:
        """Everyone who may annotate: id → e-mail address."""
        with self._calling("list of users"):
            return {int(user.id): str(user.email) for user in self._api.users.list()}

    def create_user(self, email: str, first_name: str, last_name: str) -> int:
        """A user who cannot log in: annotations can be entered in their name. Their id."""
        with self._calling("users"):
            made = self._api.users.create(email=email, username=email, first_name=first_name, last_name=last_name)
            return int(made.id)

    def project(self, project_id: int) -> Project | None:
        """A project by its id; None where it is gone."""
        try:
            with self._calling(f"project {project_id}"):
                return _project(self._api.projects.get(project_id))
        except StudioNotFound:
            return None

    def find_projects(self, title: str) -> list[Project]:
        """The projects of exactly this title, oldest first."""
        with self._calling("list of projects"):
            found = [_project(each) for each in self._api.projects.list(title=title)]
        return sorted((each for each in found if each.title == title), key=lambda each: each.id)

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

    def set_config(self, project_id: int, config: str) -> None:
        """Replace a project's labeling config; the server refuses one its annotations do not fit."""
        with self._calling(f"project {project_id}"):
            self._api.projects.update(project_id, label_config=config)

    def import_tasks(self, project_id: int, tasks: Sequence[Mapping[str, Any]]) -> list[int]:
        """Make tasks in one transaction, without a retry; their ids, in order."""
        with self._calling(f"project {project_id}"):
            request: Any = [dict(task) for task in tasks]
            made = self._api.projects.import_tasks(
                project_id, request=request, return_task_ids=True, request_options=_ONCE
            )
            return [int(each) for each in made.task_ids or []]

    def tasks_of_claims(self, project_id: int, claim_ids: Sequence[str]) -> list[RemoteTask]:
        """The tasks there are for these claims, by ascending id: what is on the server, whatever we remember."""
        return [
            _remote(row)
            for some in _chunks(claim_ids)
            for row in self._list(project_id, "tasks:data.claim_id", "in_list", "List", some, "id,data,meta,updated_at")
        ]

    def task(self, task_id: int) -> RemoteTask:
        """A task with its answers."""
        with self._calling(f"task {task_id}"):
            return _remote(_plain(self._api.tasks.get(str(task_id))))

    def update_task(
        self, task_id: int, *, data: Mapping[str, Any], prediction: Mapping[str, Any], meta: Mapping[str, Any]
    ) -> datetime:
        """Replace a task's data, prediction and meta; the server's own time of it, which goes into the meta too."""
        with self._calling(f"task {task_id}"):
            done = self._api.tasks.update(str(task_id), data=dict(data))
            at = _moment(done.updated_at) or datetime.now(UTC)
            self._api.tasks.update(str(task_id), meta={**meta, "refreshed_at": at.isoformat()})
            # changed in place: an annotator who has the page open refers to it by its id
            for each in self._api.predictions.list(task=task_id)[:1]:
                self._api.predictions.update(int(each.id or 0), result=prediction["result"])
            return at

    def tasks_changed_since(self, project_id: int, since: datetime) -> list[RemoteTask]:
        """The tasks whose answers or data changed after a moment, with their annotations."""
        moment = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # the server takes no other form
        rows = self._list(project_id, "tasks:updated_at", "greater", "Datetime", moment, None)
        return [_remote(row) for row in rows]

    def annotation_ids(self, project_id: int, task_ids: Sequence[int]) -> set[int]:
        """The annotations that still stand at these tasks."""
        return {
            int(each["id"])
            for some in _chunks(task_ids)
            for row in self._list(project_id, "tasks:id", "in_list", "List", some, "id,annotations")
            for each in row.get("annotations") or []
        }

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

    def project_url(self, project_id: int) -> str:
        """Where people see a project."""
        return f"{self.url}/projects/{project_id}/data"

    @property
    def _api(self) -> Any:
        if self._made is None:
            import httpx
            from label_studio_sdk import LabelStudio

            # a proxy of the environment is for the net outside, never for this machine
            local = urlsplit(self.url).hostname in {"localhost", "127.0.0.1", "::1"}
            http = httpx.Client(
                timeout=self._timeout,
                follow_redirects=True,
                trust_env=not local,
                limits=httpx.Limits(max_keepalive_connections=0),  # nothing stays open between calls
            )
            make: Any = LabelStudio  # its constructor has no types
            self._made = make(base_url=self.url + "/", api_key=self._key, timeout=self._timeout, httpx_client=http)
        return self._made

    def _list(
        self, project_id: int, field_name: str, operator: str, kind: str, value: object, include: str | None
    ) -> list[dict[str, Any]]:
        item = {"filter": f"filter:{field_name}", "operator": operator, "type": kind, "value": value}
        query = {"ordering": ["tasks:id"], "filters": {"conjunction": "and", "items": [item]}}
        with self._calling(f"project {project_id}"):
            pager = self._api.tasks.list(
                project=project_id, query=json.dumps(query), include=include, fields="all", page_size=_PAGE
            )
            return [_plain(task) for task in pager]

    def _calling(self, what: str) -> AbstractContextManager[None]:
        return studio_errors(self.url, what, timeout=self._timeout)


@contextmanager
def studio_errors(url: str, what: str, *, timeout: float) -> Iterator[None]:
    """Any failure inside as one of ours; ``what`` is what was asked for.

    No cause is attached: the SDK's errors print the headers of the response, a session's cookie among them.
    """
    import httpx
    from label_studio_sdk.core.api_error import ApiError
    from pydantic import ValidationError

    try:
        yield
    except ApiError as error:
        raise failure(url, error.status_code, error.body, what) from None
    except httpx.TimeoutException:
        raise StudioTimeout(url, timeout) from None
    except httpx.TransportError as error:
        raise StudioUnreachable(url, type(error).__name__) from None
    except ValidationError:
        raise StudioNotThere(url) from None


def _chunks(ids: Sequence[Any]) -> Iterator[list[Any]]:
    """In pieces that fit an address line."""
    for start in range(0, len(ids), _IN_LIST):
        yield list(ids[start : start + _IN_LIST])


def _project(found: Any) -> Project:
    return Project(int(found.id), str(found.title), str(found.label_config or ""))


def _plain(model: Any) -> dict[str, Any]:
    fields: dict[str, Any] = model.model_dump()
    return fields


def _moment(value: object) -> datetime | None:
    """The SDK gives a time now as a datetime, now as text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value if isinstance(value, datetime) else None


def _remote(row: Mapping[str, Any]) -> RemoteTask:
    annotations, predictions = tuple(row.get("annotations") or ()), tuple(row.get("predictions") or ())
    return RemoteTask(
        id=int(row["id"]),
        data=row.get("data") or {},
        meta=row.get("meta") or {},
        updated_at=_moment(row.get("updated_at")),
        answers=len(annotations) + len(row.get("drafts") or ()),
        annotations=annotations,
        region=tuple(predictions[0].get("result") or ()) if predictions else (),
    )
