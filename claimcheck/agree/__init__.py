"""What annotators agree on: verdicts → consensus, or an explicit tie; and how far they agree, with intervals.

What needs numpy is imported when it is first asked for.
"""

from typing import TYPE_CHECKING, Any

from claimcheck.agree.counting import by_claim, counted_verdicts, judged_in_sight, person_of
from claimcheck.agree.settle import ADJUDICATED, METHODS, settle
from claimcheck.agree.weigh import too_thin

if TYPE_CHECKING:
    from claimcheck.agree.anchoring import Anchoring, ArmAnswer, Shift, find_anchoring
    from claimcheck.agree.answers import LABELS, SCALE, Answers, answers_of
    from claimcheck.agree.intervals import Figure
    from claimcheck.agree.measures import (
        LabelFigures,
        Measures,
        PairFigures,
        PersonFigures,
        by_label,
        by_pair,
        by_person,
        confusion,
        measure,
    )

__all__ = [
    "ADJUDICATED",
    "LABELS",
    "METHODS",
    "SCALE",
    "Anchoring",
    "Answers",
    "ArmAnswer",
    "Figure",
    "LabelFigures",
    "Measures",
    "PairFigures",
    "PersonFigures",
    "Shift",
    "answers_of",
    "by_claim",
    "by_label",
    "by_pair",
    "by_person",
    "confusion",
    "counted_verdicts",
    "find_anchoring",
    "judged_in_sight",
    "measure",
    "person_of",
    "settle",
    "too_thin",
]

_LATE = (
    dict.fromkeys(("Anchoring", "ArmAnswer", "Shift", "find_anchoring"), "anchoring")
    | dict.fromkeys(("LABELS", "SCALE", "Answers", "answers_of"), "answers")
    | {"Figure": "intervals"}
    | dict.fromkeys(("LabelFigures", "Measures", "PairFigures", "PersonFigures"), "measures")
    | dict.fromkeys(("by_label", "by_pair", "by_person", "confusion", "measure"), "measures")
)


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
