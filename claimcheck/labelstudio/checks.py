"""What Label Studio would take without a word, or refuse a whole batch for, is refused here, for each task by itself.

Pure. The server accepts marks out of place, controls and choices its page does not have, and stores them.
"""

import json
from collections.abc import Mapping
from typing import Any

from claimcheck.errors import TaskInvalid
from claimcheck.labelstudio.controls import read_controls, read_fields

__all__ = ["MAX_TASK_SIZE", "TaskCheck", "task_weight"]

MAX_TASK_SIZE = 2_000_000
"""How large one task may be, in characters: 500 such are more than any server takes, one never comes near."""


class TaskCheck:
    """Holds tasks against the labeling config of the project they go to."""

    def __init__(self, config: str) -> None:
        self._controls, self._fields = read_controls(config), read_fields(config)

    def check(self, claim_id: str, task: Mapping[str, Any]) -> int:
        """How large the task is, in characters.

        Raises:
            TaskInvalid: a field is missing, a mark is out of place or of nothing the page asks, or it is too large.
        """
        data = task["data"]
        missing = sorted(self._fields - data.keys())
        if missing:
            raise TaskInvalid(claim_id, f"lacks {', '.join(missing)}, which the labeling page reads")
        for prediction in task["predictions"]:
            if not prediction.get("model_version"):
                raise TaskInvalid(claim_id, "has a mark without the version of what made it")
            for result in prediction["result"]:
                self._check_mark(claim_id, result, data)
        size = task_weight(task)
        if size > MAX_TASK_SIZE:
            raise TaskInvalid(claim_id, f"makes a task of {size:,} characters, wanted at most {MAX_TASK_SIZE:,}")
        return size

    def _check_mark(self, claim_id: str, result: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        control = self._controls.get(result["from_name"])
        if control is None:
            raise TaskInvalid(claim_id, f"is marked with {result['from_name']!r}, which the labeling page does not ask")
        value = result["value"]
        strange = [code for code in value.get("labels", ()) if control.codes is not None and code not in control.codes]
        if strange:
            raise TaskInvalid(claim_id, f"is marked as {strange[0]!r}, which the labeling page does not offer")
        start, end, text = value["start"], value["end"], str(data.get(result["to_name"], ""))
        if not 0 <= start < end <= len(text):
            raise TaskInvalid(claim_id, f"is marked at [{start}, {end}) of a context of {len(text)} characters")
        if text[start:end] != value["text"]:
            raise TaskInvalid(claim_id, "is marked at a place that does not hold its evidence")


def task_weight(task: Mapping[str, Any]) -> int:
    """How large a task is on the wire, in characters.

    >>> task_weight({"data": {"claim": "x"}})
    24
    """
    return len(json.dumps(task, ensure_ascii=False))
