"""JSON lines: one object a line, UTF-8, written as they come; a broken line is named by its number."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

__all__ = ["BrokenLine", "parse_lines", "write_lines"]


class BrokenLine(ValueError):
    """A line that is not one JSON object; ``number`` counts from 1."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"line {number}: {why}")
        self.number, self.why = number, why


def parse_lines(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any] | BrokenLine]]:
    """Each non-empty line's number, from 1, with its object or with what is wrong with it.

    >>> [(number, type(got).__name__) for number, got in parse_lines(['{"a": 1}', "", "oops"])]
    [(1, 'dict'), (3, 'BrokenLine')]
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, BrokenLine(number, f"not JSON ({error})")
            continue
        if isinstance(found, dict):
            yield number, found
        else:
            yield number, BrokenLine(number, f"a JSON {type(found).__name__}, not an object")


def write_lines(records: Iterable[Mapping[str, Any]], out: IO[str]) -> int:
    """Write one object a line; how many there were."""
    count = 0
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
        count += 1
    return count
