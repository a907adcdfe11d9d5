"""Fitting what the relation of two claims is judged by, on pairs in TSV files: ``match/relation/judge.json``.

    python -m claimcheck.flows.fit_relations PAIRS.tsv…

A line is a pair: relation, language of the new claim, of the past one, new claim, past claim. Lines that begin with #
are comments. Pairs of a file whose name ends in ``_fresh`` were written after the word lists and count twice: they tell
best what the signals are worth. Every pair is also read twice more with half of the opposites and senses unknown, drawn
anew: the lists know these pairs' words better than those of a desk, and a fit on what they know trusts "nothing denies"
too far. Run ``claimcheck.flows.fit_opposition`` first when the lists have changed.
``judge.json`` also says how pairs of each file are read when only the others are fitted on.
"""

import json
import random
import sys
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.flows.fit_opposition import fit_opposition
from claimcheck.match.relation.align import bundled_vectors
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.fitting import Pair, fit_judge, signals_of
from claimcheck.match.relation.judge import JUDGE_FILE, Judge, decide
from claimcheck.match.relation.opposition import Opposition
from claimcheck.match.relation.signals import SIGNALS, view
from claimcheck.records import Relation

__all__ = ["confusion", "held_out", "macro_f1", "main", "read_pairs"]

Confusion = dict[tuple[Relation, Relation], int]
Table = tuple[NDArray[np.float64], list[Relation]]
_DRAWS = 2  # readings of a pair with opposites unknown, beside the one that knows them all
_HIDDEN = 0.5  # the share of scales that are unknown in a draw
_RIDGE = 10.0  # for pairs read once


def read_pairs(path: Path) -> list[Pair]:
    """The pairs in a file; a column between relation and languages that says "yes" or "no" (hard) is passed over."""
    pairs: list[Pair] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            relation, *rest = line.split("\t")
            here, there, new, past = rest[-4:]
            if relation != "relation":
                pairs.append((Relation(relation), here, there, new, past))
    return pairs


def confusion(found: Sequence[tuple[Relation, Relation]]) -> Confusion:
    """How often each wanted relation was read as each."""
    counts: Confusion = {}
    for pair in found:
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def macro_f1(counts: Confusion) -> float:
    """The mean over the relations that occur of F1."""
    scores = []
    for each in Relation:
        wanted = sum(count for (want, _), count in counts.items() if want is each)
        given = sum(count for (_, got), count in counts.items() if got is each)
        if wanted + given:
            scores.append(2 * counts.get((each, each), 0) / (wanted + given))
    return sum(scores) / len(scores) if scores else 0.0


def held_out(files: Sequence[Sequence[Pair]], tables: Sequence[Sequence[Table]]) -> list[Confusion]:
    """For each file how its pairs are read by lines fitted on the tables of the others."""
    results = []
    for number, pairs in enumerate(files):
        judge = _fitted([table for at, some in enumerate(tables) for table in some if at != number])
        results.append(confusion([(pair[0], _read(pair, judge)) for pair in pairs]))
    return results


def _tables(pairs: Sequence[Pair]) -> list[Table]:
    """The signals of pairs with all opposites and senses known, then with a part unknown, each time another."""
    tables = [signals_of(pairs)]
    for draw in range(_DRAWS):
        tables.append(signals_of(pairs, unknown=partial(_unknown, draw), opposition=_learnt(draw)))
    return tables


@cache
def _learnt(draw: int) -> Opposition:
    """What word vectors tell of opposites when it is learnt from the lists that a draw knows."""
    return fit_opposition(partial(_unknown, draw))


def _unknown(draw: int, entry: int | str) -> bool:
    """Whether a scale (a number) or a sense (its key) is unknown in a draw; the same each time."""
    return random.Random(f"{draw + 1}-{entry}").random() < _HIDDEN


def _fitted(tables: Sequence[Table]) -> Judge:
    rows = np.concatenate([rows for rows, _ in tables])
    return fit_judge(rows, [each for _, relations in tables for each in relations], ridge=_RIDGE * (1 + _DRAWS))


def _read(pair: Pair, judge: Judge) -> Relation:
    _, here, there, new, past = pair
    return decide(view(claim_of(new, here), claim_of(past, there), bundled_vectors()), judge)


def main(paths: Sequence[str]) -> None:
    """Fit on all files and write the lines, with the figures of each file when only the others are fitted on."""
    files = [read_pairs(Path(path)) for path in paths]
    counts = [2 if Path(path).stem.endswith("_fresh") else 1 for path in paths]
    tables = [_tables(pairs) * often for pairs, often in zip(files, counts, strict=True)]
    figures = {}
    for path, found in zip(paths, held_out(files, tables) if len(files) > 1 else [], strict=False):
        slips = found.get((Relation.CONTRADICTS, Relation.SAME), 0)
        macro = round(macro_f1(found), 3)
        figures[Path(path).name] = {"pairs": sum(found.values()), "macro-f1": macro, "contradicts as same": slips}
    judge = _fitted([table for some in tables for table in some])
    lines = {
        relation.value: {"shift": round(float(shift), 4), "weights": [round(float(each), 4) for each in weights]}
        for relation, weights, shift in zip(judge.relations, judge.weights, judge.shift, strict=True)
    }
    told = {"held out": figures, "signals": list(SIGNALS), "lines": lines}
    JUDGE_FILE.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
