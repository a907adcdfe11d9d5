"""Projects and tasks as a Label Studio has them, as far as we look at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

__all__ = ["Project", "RemoteTask", "parse_moment", "parse_task"]


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

    @property
    def claim_id(self) -> str:
        """The claim it is of; the word None where it is of none."""
        return str(self.data.get("claim_id"))


def parse_moment(value: object) -> datetime | None:
    """The SDK gives a time now as a datetime, now as text."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, datetime) else None


def parse_task(row: Mapping[str, Any]) -> RemoteTask:
    """A task from the server's JSON. Without its annotations and drafts the server's own counts must do."""
    annotations, predictions = tuple(row.get("annotations") or ()), tuple(row.get("predictions") or ())
    data, meta = row.get("data"), row.get("meta")
    counted = int(row.get("total_annotations") or 0) + int(row.get("cancelled_annotations") or 0)
    return RemoteTask(
        id=int(row["id"]),
        data=data if isinstance(data, Mapping) else {},
        meta=meta if isinstance(meta, Mapping) else {},
        updated_at=parse_moment(row.get("updated_at")),
        answers=max(counted, len(annotations)) + len(row.get("drafts") or ()),
        annotations=annotations,
        region=tuple(predictions[0].get("result") or ()) if predictions else (),
    )
