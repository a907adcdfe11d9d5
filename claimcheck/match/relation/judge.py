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
_NAMED = 0.99  # how sure it is where two have names of their own, and others
_DOUBT = 14  # how much likelier than a denial "same" must be: a denial called the same is the worst answer
_TURNED_DOUBT = 60  # and where something was found that denies
_APART = 0.2  # what is left of "same" where one side has a small word that matters: most, only, against
_DEEP_DOUBT = 30  # and where one side denies, and an opposite seems to take it back
_LIKELY, _LIKELIER = 0.4, 0.6  # how likely a denial must be where nothing was found that denies; and little is shared
_WIDTHS = (Relation.BROADER, Relation.NARROWER)
_WIDE = 0.3  # how likely it must be that one claim is wider, where nothing was found that is
_WHOLE = 0.89  # the likeness from which a word is the other's form, spelling or equal
_SHARED = 0.5  # the share of words held up to which little is shared


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
    """The likeliest relation that the findings allow; "same" must be far likelier than a denial.

    Where a number, date or place does not fit, the claims are never the same. A slot differs only where one was found.
    Two slots that differ leave them related. A denial that nothing but the wording suggests must be likelier, most
    where little is shared; so must one claim's being wider. Where both say the same words they are the same.
    """
    worth = judge.chances(seen.row)
    signal = dict(zip(SIGNALS, seen.row.tolist(), strict=True))
    quiet = not (signal["turned"] or signal["swapped"])
    if quiet and _nothing_left(seen, signal):
        return Relation.SAME
    for relation, name in _SLOTS.items():
        if signal[name] <= 0:
            worth[relation] = 0.0
    if seen.told_apart and not signal["negations"] and _all_held(seen):
        worth[Relation.SAME] *= _APART
    if any(each.kind == "date" and not (each.new and each.past) for each in seen.found.scopes):
        worth[Relation.SAME] = 0.0
    sure = [name for name in _SLOTS.values() if signal[name] >= _SURE]
    answered = signal["negations"] % 2 == 1 and not signal["turned"]  # a denial that an opposite takes back
    doubt = _TURNED_DOUBT if not quiet else _DEEP_DOUBT if answered else _DOUBT
    doubtful = worth[Relation.SAME] < doubt * worth[Relation.CONTRADICTS]
    if doubtful or any(name != "person" or signal[name] >= _NAMED for name in sure):
        worth[Relation.SAME] = 0.0
    turned_elsewhere = signal["turned"] and ("date" in sure or "place" in sure)
    if (len(sure) >= 2 or turned_elsewhere) and not signal["corrected"]:
        return Relation.RELATED
    best = max(worth, key=lambda each: worth[each])
    if seen.found.unsettled and best in (Relation.SAME, *_WIDTHS):
        return Relation.RELATED
    likely = _LIKELY if signal["least cover"] >= _SHARED else _LIKELIER
    if best is Relation.CONTRADICTS and quiet and worth[best] < likely:
        return Relation.RELATED
    if best in _WIDTHS and not seen.found.scopes and worth[best] < _WIDE:
        return Relation.RELATED
    return best


def _nothing_left(seen: View, signal: Mapping[str, float]) -> bool:
    """Whether each side's words all stand on the other side too, and so does what leaves a claim open."""
    found = seen.found.conflicts or seen.found.scopes or signal["hedged"] or signal["planned"] or signal["corrected"]
    if found or seen.told_apart or not seen.alignment.likeness.size:
        return False
    return _all_held(seen)


def _all_held(seen: View) -> bool:
    """Whether each side's words all stand on the other side too."""
    return bool(seen.alignment.likeness.size) and all(
        float(seen.alignment.held(side).min()) >= _WHOLE for side in (0, 1)
    )
