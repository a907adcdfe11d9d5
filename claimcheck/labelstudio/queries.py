"""Questions about a project's tasks, through the filters of Label Studio's data manager.

A filter travels in the address line, whose length proxies limit: lists of ids go in pieces, which become smaller when
the server refuses one for its length.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from claimcheck.errors import StudioError, StudioNotFound, StudioNotThere, StudioRefused, StudioUnreachable
from claimcheck.labelstudio.connection import Connection
from claimcheck.labelstudio.remote import RemoteTask, parse_task

__all__ = ["TaskQueries"]

_PAGE = 1_000
_PIECES = (1_000, 200, 50)  # ids in one address line: 25 kB, 5 kB, 1.6 kB
_TOO_LONG = {400, 413, 414, 431, 502}
_BASIC = "id,data,meta,updated_at,total_annotations,cancelled_annotations"
# the server looks for these names inside annotations too, and leaves out what is not among them
_ANSWERS = (
    f"{_BASIC},annotations,result,completed_by,was_cancelled,lead_time,created_at,unique_id,ground_truth,result_count,"
    "draft_created_at,parent_prediction,parent_annotation,updated_by,last_action"
)
_Filter = tuple[str, str, str, object]
"""Column, operator, type of the column, value."""


class TaskQueries:
    """What can be asked about the tasks of a project."""

    url: str

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._piece = 0  # which of the lengths this server takes

    def tasks_of_claims(self, project_id: int, claim_ids: Sequence[str]) -> list[RemoteTask]:
        """The tasks there are for these claims, by ascending id: what is on the server, whatever we remember."""
        return [task for some in self.pieces(claim_ids) for task in self.tasks_of_some(project_id, some)]

    def tasks_of_some(self, project_id: int, claim_ids: Sequence[str]) -> list[RemoteTask]:
        """``tasks_of_claims`` for a list as short as those of ``pieces``."""
        return self._of(project_id, ("data.claim_id", "in_list", "List"), claim_ids, _BASIC)

    def tasks(self, project_id: int, task_ids: Sequence[int]) -> list[RemoteTask]:
        """Those of these tasks that still stand, with their annotations and drafts, by ascending id."""
        include = f"{_ANSWERS},drafts"
        pieces = self.pieces(task_ids)
        return [task for some in pieces for task in self._of(project_id, ("id", "in_list", "List"), some, include)]

    def tasks_changed_since(self, project_id: int, since: datetime) -> list[RemoteTask]:
        """The tasks whose answers or data changed after a moment of the server's clock, with their annotations."""
        moment = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # the server takes no other form
        return list(self._listed(project_id, ("updated_at", "greater", "Datetime", moment), _ANSWERS))

    def all_tasks(self, project_id: int) -> Iterator[RemoteTask]:
        """Every task of a project, by ascending id, without annotations."""
        return self._listed(project_id, None, _BASIC)

    def standing(self, project_id: int, task_ids: Sequence[int]) -> set[int]:
        """Which of these tasks still stand."""
        where = ("id", "in_list", "List")
        return {task.id for some in self.pieces(task_ids) for task in self._of(project_id, where, some, "id")}

    def annotations_standing(self, project_id: int, task_ids: Sequence[int]) -> dict[int, set[int]]:
        """Which annotations stand at those of these tasks that still do: task id → annotation ids."""
        found: dict[int, set[int]] = {}
        for some in self.pieces(task_ids):
            for task in self._of(project_id, ("id", "in_list", "List"), some, "id,annotations"):
                found[task.id] = {int(each["id"]) for each in task.annotations}
        return found

    def count_tasks(self, project_id: int, *, ids: Sequence[int] | None = None, above: int | None = None) -> int:
        """How many tasks a project has: all, those of ``ids``, or those with an id greater than ``above``."""
        if ids is not None:
            pieces = self.pieces(ids)
            return sum(self._total(project_id, ("id", "in_list", "List", list(some))) for some in pieces)
        return self._total(project_id, None if above is None else ("id", "greater", "Number", above))

    def newest_task_id(self, project_id: int) -> int:
        """The highest id among a project's tasks; 0 where it has none."""
        found = self._page(project_id, None, "id", page_size=1, ordering="-tasks:id")["tasks"]
        return int(found[0]["id"]) if found else 0

    def pieces(self, ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
        """A list of ids in pieces that fit an address line of this server."""
        start = 0
        while start < len(ids):
            some = ids[start : start + _PIECES[self._piece]]
            yield some
            start += len(some)

    def _of(self, project_id: int, where: tuple[str, str, str], ids: Sequence[Any], include: str) -> list[RemoteTask]:
        """Tasks by a list of ids; a list too long for this server is asked for in smaller pieces from now on."""
        try:
            return list(self._listed(project_id, (*where, list(ids)), include))
        except (StudioRefused, StudioNotThere, StudioUnreachable) as error:
            shorter = next((n for n, length in enumerate(_PIECES) if length < len(ids)), None)
            if shorter is None or not _may_be_too_long(error):
                raise
            self._piece = max(self._piece, shorter)
        return [task for some in self.pieces(ids) for task in self._of(project_id, where, some, include)]

    def _total(self, project_id: int, where: _Filter | None) -> int:
        return int(self._page(project_id, where, "id", page_size=1)["total"])

    def _listed(self, project_id: int, where: _Filter | None, include: str) -> Iterator[RemoteTask]:
        page = 1
        while True:
            try:
                answer = self._page(project_id, where, include, page=page)
            except StudioNotFound:
                if page == 1:
                    raise
                return  # tasks went while we read: the page is past the end
            yield from map(parse_task, answer["tasks"])
            if len(answer["tasks"]) < _PAGE or page * _PAGE >= int(answer.get("total") or 0):
                return
            page += 1

    def _page(
        self,
        project_id: int,
        where: _Filter | None,
        include: str,
        *,
        page: int = 1,
        page_size: int = _PAGE,
        ordering: str = "tasks:id",
    ) -> dict[str, Any]:
        query: dict[str, Any] = {"ordering": [ordering]}
        if where:
            column, operator, kind, value = where
            item = {"filter": f"filter:tasks:{column}", "operator": operator, "type": kind, "value": value}
            query["filters"] = {"conjunction": "and", "items": [item]}
        parameters = {
            "project": project_id,
            "query": json.dumps(query, separators=(",", ":")),
            "fields": "all" if "annotations," in f"{include}," else "task_only",
            "include": include,
            "page": page,
            "page_size": page_size,
        }
        answer = self._connection.get(f"project {project_id}", "api/tasks/", parameters)
        if not isinstance(answer, dict) or not isinstance(answer.get("tasks"), list):
            raise StudioNotThere(self.url)
        return answer


def _may_be_too_long(error: StudioError) -> bool:
    """Whether this can mean an address line longer than a server or a proxy before it takes."""
    return not isinstance(error, StudioRefused) or error.status in _TOO_LONG
