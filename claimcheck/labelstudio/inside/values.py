"""A cell of Label Studio's tables as SQLite and as PostgreSQL hold it, and the form in which the two are compared."""

import hashlib
import json
import math
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

__all__ = ["KINDS", "Digest", "parsed", "plain", "to_postgres", "to_sqlite"]

KINDS = frozenset(
    ["bool", "date", "float8", "int2", "int4", "int8", "json", "jsonb", "text", "timestamptz", "uuid", "varchar"]
)
"""The types of column that are carried; one of another type stops a move before it begins."""

_JSON = {"json", "jsonb"}
_EXACT = 2**53


class Digest:
    """Of the rows of a table in whatever order: how many, and the sum of their hashes."""

    def __init__(self) -> None:
        self.rows = self._sum = 0

    def add(self, row: Iterable[str]) -> None:
        """One more row, its cells as ``plain`` gives them."""
        self.rows += 1
        whole = hashlib.sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).digest()
        self._sum = (self._sum + int.from_bytes(whole[:16], "big")) % 2**128

    def __str__(self) -> str:
        return f"{self.rows}:{self._sum:032x}"


def to_postgres(value: Any, kind: str) -> Any:
    """A cell of SQLite as PostgreSQL takes it; a moment without a zone is UTC, as Django keeps it there."""
    if value is None:
        return None
    if kind == "bool":
        return bool(value)
    if kind == "timestamptz":
        return _moment(value).isoformat()
    if kind == "uuid":
        return str(uuid.UUID(str(value)))
    return value if kind in {"float8", "int2", "int4", "int8"} else str(value)


def to_sqlite(value: Any, kind: str) -> Any:
    """A cell of PostgreSQL as Django keeps it in SQLite."""
    if value is None:
        return None
    if kind == "bool":
        return int(value)
    if kind == "timestamptz":
        return str(_moment(value).replace(tzinfo=None))
    if kind == "date":
        return str(value)
    if kind == "uuid":
        return uuid.UUID(str(value)).hex
    return json.dumps(value, ensure_ascii=False) if kind in _JSON else value


def plain(value: Any, kind: str) -> str:
    """A cell of either as text, equal where they mean the same."""
    if value is None:
        return "\x00"
    if kind == "bool":
        return str(int(value))
    if kind == "timestamptz":
        return _moment(value).isoformat(timespec="microseconds")
    if kind == "uuid":
        return uuid.UUID(str(value)).hex
    if kind == "float8":
        return repr(float(value))
    if kind in _JSON:
        return json.dumps(_settled(json.loads(value) if isinstance(value, str) else value), sort_keys=True)
    return value.isoformat() if isinstance(value, date) else str(value)


def parsed(row: Sequence[Any], kinds: Sequence[str]) -> list[str]:
    """A row of SQLite or PostgreSQL for its digest."""
    return [plain(value, kind) for value, kind in zip(row, kinds, strict=True)]


def _moment(value: Any) -> datetime:
    found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _settled(value: Any) -> Any:
    """JSON whose numbers are written one way: PostgreSQL keeps 1e2 as 100."""
    if isinstance(value, dict):
        return {key: _settled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_settled(each) for each in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    number = float(value) if abs(value) < 1e308 else math.inf
    return int(number) if number.is_integer() and abs(number) < _EXACT else number
