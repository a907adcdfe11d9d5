"""The judgement: how likely each relation is, by a line per relation over the signals, and what it may never say.

The lines are fitted on pairs written for the purpose (``claimcheck.flows.fit_relations``) and ship as ``judge.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.relation.signals import SIGNALS, View
from claimcheck.records import Relation

__all__ = ["JUDGE_FILE", "Judge", "decide", "shipped_judge"]

JUDGE_FILE = Path(__file__).with_name("judge.json")
_SLOTS = {
    Relation.DIFFERS_NUMBER: "number",
    Relation.DIFFERS_DATE: "date",
    Relation.DIFFERS_PLACE: "place",
    Relation.DIFFERS_PERSON: "person",
}
_SURE = 0.8
_CLOSE = 0.85  # the share of words held from which names in the other order mean the reverse
_DOUBT, _DEEP_DOUBT = 0.1, 0.06  # what "same" is worth beside the others: a denial called the same is the worst answer
_LIKELY, _LIKELIER = 0.5, 0.75  # how likely a denial must be where nothing was found that denies; and little is shared
_SHARED = 0.5  # the share of words held up to which little is shared
_LITTLE = 0.3  # the weight of words left, up to which nothing is left
_OPEN = 0.9  # the weight of words left on both sides from which they may deny each other unnoticed


@dataclass(frozen=True, slots=True)
class Judge:
    """A line a relation: ``weights`` over the signals, ``shift`` what stands alone."""

    relations: tuple[Relation, ...]
    weights: NDArray[np.float64]
    shift: NDArray[np.float64]

    def chances(self, row: NDArray[np.float64]) -> dict[Relation, float]:
        """How likely each relation is; they add up to one."""
        heights = self.weights @ row + self.shift
        raised = np.exp(heights - heights.max())
        return dict(zip(self.relations, (raised / raised.sum()).tolist(), strict=True))

    @classmethod
    def of(cls, data: Mapping[str, object]) -> "Judge":
        """What ``judge.json`` holds."""
        lines = data["lines"]
        assert isinstance(lines, dict)
        assert data["signals"] == list(SIGNALS), "judge.json was fitted on other signals: fit again"
        return cls(
            tuple(map(Relation, lines)),
            np.array([line["weights"] for line in lines.values()], float),
            np.array([line["shift"] for line in lines.values()], float),
        )


@lru_cache(maxsize=1)
def shipped_judge() -> Judge:
    """The lines that ship."""
    return Judge.of(json.loads(JUDGE_FILE.read_text(encoding="utf-8")))


def decide(seen: View, judge: Judge) -> Relation:
    """The likeliest relation that the findings allow.

    Where a number, date or place does not fit, the claims are never the same; where only one of them is denied, "same"
    has to be far likelier. A slot differs only where one was found. Two slots that differ leave them related; so does a
    denial that is merely a guess. Where nothing is left on either side they are the same.
    """
    chances = judge.chances(seen.row)
    worth = dict(chances)
    signal = dict(zip(SIGNALS, seen.row.tolist(), strict=True))
    quiet = not (signal["turned"] or signal["swapped"])
    if quiet and _nothing_left(seen, signal):
        return Relation.SAME
    for relation, name in _SLOTS.items():
        if signal[name] <= 0:
            worth[relation] = 0.0
    sure = [name for name in _SLOTS.values() if signal[name] >= _SURE]
    worth[Relation.SAME] *= _DEEP_DOUBT if signal["least left"] >= _OPEN else _DOUBT
    if any(name != "person" for name in sure):
        worth[Relation.SAME] = 0.0
    elif signal["turned"]:
        worth[Relation.SAME] *= 0.3
    if signal["swapped"] == 1 and signal["least cover"] >= _CLOSE:
        worth[Relation.SAME] *= 0.2
    turned_elsewhere = signal["turned"] and ("date" in sure or "place" in sure)
    if (len(sure) >= 2 or turned_elsewhere) and not signal["corrected"]:
        return Relation.RELATED
    best = max(worth, key=lambda each: worth[each])
    likely = _LIKELY if signal["least cover"] >= _SHARED else _LIKELIER
    if best is Relation.CONTRADICTS and quiet and chances[best] < likely:
        return Relation.RELATED
    return best


def _nothing_left(seen: View, signal: Mapping[str, float]) -> bool:
    """Whether each side holds all that the other says, and neither leaves anything open that the other does not."""
    found = seen.found.conflicts or seen.found.scopes or signal["hedged"] or signal["planned"] or signal["corrected"]
    return not found and max(signal["new left"], signal["past left"]) < _LITTLE
