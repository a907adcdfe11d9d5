"""What a desk's own answers teach: how likely a past check is right, given what ``lookup`` says of it.

Annotators say of each past check they are shown whether it is the same claim. The shipped probabilities are moved along
a line on the log-odds until they fit those answers; the line is kept in the workspace and used by every look-up.
"""

import json
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.errors import CalibrationInvalid, TooFewAnswers
from claimcheck.match import Ranker, Retriever, shipped_ranker
from claimcheck.progress import Progress, Say, silent, unseen

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = [
    "CALIBRATION_FILE",
    "FEWEST",
    "CalibrationReport",
    "answered_checks",
    "calibrate_lookup",
    "desk_ranker",
    "usable_ranker",
]

CALIBRATION_FILE = "calibration.json"
FEWEST = (40, 8)
"""How many answered pairs of claim and past check it takes, and how many of them the same, and not."""
_PARTS = 5


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """``pairs`` of a claim and a past check that were answered, the ``same`` among them, those ``lost`` to the index.

    ``brier_before`` and ``brier_after`` are the mean squared errors of the probabilities, the latter on fifths that the
    line was not fitted on; ``kept`` says whether that was better, so that the line is now in use.
    """

    pairs: int
    same: int
    lost: int
    scale: float
    start: float
    brier_before: float
    brier_after: float
    kept: bool


def calibrate_lookup(
    store: "Store", folder: Path, *, retriever: Retriever, progress: Progress = unseen
) -> CalibrationReport:
    """Fit the line on the workspace's answers and, where it helps on held-out ones, keep it in ``folder``.

    ``retriever`` must have the shipped weights. Answers to samples, on either side, are left out; several annotators'
    answers to one pair are their share. A past check the search no longer finds for the claim is left out and counted.

    Raises:
        TooFewAnswers: there are fewer than ``FEWEST``.
    """
    from claimcheck.match.fitting import fit_move
    from claimcheck.match.ranker import moved

    answers = answered_checks(store)
    likely, right, lost = [], [], 0
    for place, (claim_id, checks) in enumerate(sorted(answers.items())):
        progress("looking up answered claims", place, len(answers))
        claim = store.claim(claim_id).claim
        (listed,) = retriever.shortlists([claim.text], [claim.language])
        found = {each.review_id: each.probability for each in retriever.ranked(listed)}
        for review_id, share in sorted(checks.items()):
            if review_id in found:
                likely.append(found[review_id])
                right.append(share)
            else:
                lost += 1
    same = sum(share > 0.5 for share in right)
    if len(right) < FEWEST[0] or min(same, len(right) - same) < FEWEST[1]:
        raise TooFewAnswers(pairs=len(right), same=same, wanted=FEWEST)
    said, true = np.array(likely), np.array(right)
    after = np.empty(len(said))
    for part in range(_PARTS):
        held = np.arange(len(said)) % _PARTS == part
        line = fit_move(said[~held], true[~held])
        after[held] = [moved(each, *line) for each in said[held].tolist()]
    before_error, after_error = float(((said - true) ** 2).mean()), float(((after - true) ** 2).mean())
    scale, start = fit_move(said, true)
    kept = after_error < before_error
    report = CalibrationReport(len(right), same, lost, scale, start, before_error, after_error, kept)
    if kept:
        about = {"encoder": retriever.encoder.fingerprint, "fit": retriever.ranker.fit}
        text = json.dumps({**asdict(report), **about}, indent=1)
        fresh = folder / f".{CALIBRATION_FILE}-new"
        fresh.write_text(text + "\n", encoding="utf-8")
        fresh.replace(folder / CALIBRATION_FILE)
    elif _of_another_fit(folder, retriever.ranker):
        (folder / CALIBRATION_FILE).unlink()  # else every look-up would go on telling of it
    return report


def answered_checks(store: "Store") -> Mapping[str, Mapping[str, float]]:
    """By claim and past check, the share of annotators who said it is the same; samples left out."""
    given: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for verdict in store.verdicts(samples=False):
        shown = {each.review_id for each in verdict.shown}
        for answer in verdict.past_answers:
            if answer.review_id in shown or not shown:
                given[verdict.claim_id][answer.review_id].append(answer.answer == "same")
    asked = {review_id for checks in given.values() for review_id in checks}
    samples = {review.id for review in store.reviews(ids=asked, sample=True)} if asked else set()
    return {
        claim_id: {review_id: sum(said) / len(said) for review_id, said in checks.items() if review_id not in samples}
        for claim_id, checks in given.items()
    }


def _of_another_fit(folder: Path, ranker: Ranker) -> bool:
    """Whether the workspace has a line that was learnt on other probabilities than these."""
    try:
        return bool(json.loads((folder / CALIBRATION_FILE).read_bytes()).get("fit") != ranker.fit)
    except (OSError, ValueError, AttributeError):
        return False


def desk_ranker(folder: Path, encoder: str) -> Ranker:
    """The shipped weights, their probabilities moved as the workspace in ``folder`` has learnt with this encoder.

    Raises:
        CalibrationInvalid: the workspace's file cannot be read, or was learnt from probabilities of another fit.
    """
    path = folder / CALIBRATION_FILE
    try:
        data = json.loads(path.read_bytes())
        learnt_with, scale, start = str(data["encoder"]), float(data["scale"]), float(data["start"])
        fit = data.get("fit")
    except FileNotFoundError:
        return shipped_ranker()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CalibrationInvalid(str(path), f"{type(error).__name__}: {error}") from error
    if not (math.isfinite(scale) and math.isfinite(start) and scale > 0):
        raise CalibrationInvalid(str(path), f"a line of slope {scale} and start {start}")
    shipped = shipped_ranker()
    if fit != shipped.fit:
        raise CalibrationInvalid(str(path), "it was learnt on another claimcheck's probabilities than these")
    return shipped.with_calibration(scale, start) if learnt_with == encoder else shipped


def usable_ranker(folder: Path, encoder: str, say: Say = silent) -> Ranker:
    """``desk_ranker``; where what was learnt cannot be used, the shipped weights, and ``say`` is told in one line.

    A desk goes on looking things up after an update that gives other probabilities; ``doctor`` calls it wrong.
    """
    try:
        return desk_ranker(folder, encoder)
    except CalibrationInvalid as error:
        say(f"note: {error}; until then scores are as they ship")
        return shipped_ranker()
