"""Fitting what tells opposites from words that say the same by their vectors: ``match/relation/opposition.npy``.

    python -m claimcheck.flows.fit_opposition

Learnt from the two ends of each scale of ``opposites.txt`` and from the entries of ``senses.txt``; run it again when
these lists have grown, and ``claimcheck.flows.fit_relations`` after it.
"""

import random
from collections.abc import Callable, Iterable
from itertools import combinations, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.relation.align import WordVectors, bundled_vectors
from claimcheck.match.relation.opposition import OPPOSITION_FILE, Opposition
from claimcheck.match.relation.polarity import scales

__all__ = ["fit_opposition", "main"]

_LISTS = OPPOSITION_FILE.parent
_ACROSS, _WITHIN, _SENSES, _ANY = 60, 30, 15, 12_000  # pairs a scale, a scale's end, an entry, and of any words
_BEGINNING = 5  # letters: two forms of one word teach nothing
_WIDTH, _EPOCHS, _BATCH, _STEP, _DECAY = 32, 10, 512, 0.01, 5e-4
_MOMENTUM, _SPREAD = 0.9, 0.999


def _pairs(unknown: Callable[[int | str], bool] | None) -> tuple[list[tuple[str, str]], NDArray[np.float32]]:
    """Pairs of words, and which are opposites; what the lists call both is left out."""
    draw = random.Random(0)
    found: dict[tuple[str, str], bool | None] = {}

    def add(some: Iterable[tuple[str, str]], most: int, *, opposite: bool) -> None:
        for one, other in draw.sample(every := list(some), min(most, len(every))):
            if one[:_BEGINNING] != other[:_BEGINNING]:
                key = (min(one, other), max(one, other))
                found[key] = opposite if found.get(key, opposite) is opposite else None

    for axis, sense, ends in scales():
        if sense in {"place", "time"} or (unknown and unknown(axis)):
            continue
        add(product(ends[0], ends[1]), _ACROSS, opposite=True)
        for end in ends:
            add(combinations(end, 2), _WITHIN, opposite=False)
    for line in (_LISTS / "senses.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not (unknown and unknown(line.partition(" = ")[0])):
            add(combinations(line.partition(" = ")[2].split(), 2), _SENSES, opposite=False)
    words = sorted({word for pair in found for word in pair})
    for _ in range(_ANY):
        add([(draw.choice(words), draw.choice(words))], 1, opposite=False)
    known = [(pair, opposite) for pair, opposite in found.items() if opposite is not None]
    return [pair for pair, _ in known], np.array([opposite for _, opposite in known], np.float32)


def _vectors(words: list[str], vectors: WordVectors) -> NDArray[np.float32]:
    """A unit vector a spelling; of several words, what they add up to."""
    made = []
    for word in words:
        rows = vectors(word.replace("·", " ").replace("*", "").split())
        whole = (rows[:, :-1] * rows[:, -1:]).sum(0)
        made.append(whole / (np.linalg.norm(whole) or 1.0))
    return np.array(made, np.float32)


def fit_opposition(unknown: Callable[[int | str], bool] | None = None) -> Opposition:
    """By gradient descent (Adam) on the likelihood of the pairs; the same each time.

    ``unknown`` says which scales of opposites and which senses are not learnt from.
    """
    pairs, wanted = _pairs(unknown)
    words = sorted({word for pair in pairs for word in pair})
    table = _vectors(words, bundled_vectors())
    at = {word: number for number, word in enumerate(words)}
    ends = np.array([[at[one], at[other]] for one, other in pairs])
    draw = np.random.default_rng(0)
    size = table.shape[1]
    parts = [draw.normal(0, 0.3, (size, _WIDTH)) for _ in range(2)] + [np.zeros(2)]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    step = 0
    for _ in range(_EPOCHS):
        for some in np.array_split(draw.permutation(len(pairs)), len(pairs) // _BATCH):
            step += 1
            one, other = table[ends[some, 0]], table[ends[some, 1]]
            maps = [(one @ part, other @ part) for part in parts[:2]]
            near = (one * other).sum(1)
            heights = (maps[0][0] * maps[0][1]).sum(1) - (maps[1][0] * maps[1][1]).sum(1)
            heights += parts[2][0] + parts[2][1] * near
            error = ((1 / (1 + np.exp(-np.clip(heights, -30, 30))) - wanted[some]) / len(some))[:, None]
            slopes = [
                sign * (one.T @ (error * right) + other.T @ (error * left)) + _DECAY * part
                for sign, (left, right), part in zip((1, -1), maps, parts, strict=False)
            ]
            slopes.append(np.array([error.sum(), (error[:, 0] * near).sum()]))
            for number, slope in enumerate(slopes):
                first[number] = _MOMENTUM * first[number] + (1 - _MOMENTUM) * slope
                second[number] = _SPREAD * second[number] + (1 - _SPREAD) * slope**2
                pace = (first[number] / (1 - _MOMENTUM**step)) / (np.sqrt(second[number] / (1 - _SPREAD**step)) + 1e-8)
                parts[number] = parts[number] - _STEP * pace
    turned, alike, shift = parts
    return Opposition(turned.astype(np.float32), alike.astype(np.float32), float(shift[0]), float(shift[1]))


def main(path: Path = OPPOSITION_FILE) -> None:
    """Fit and write."""
    fit_opposition().write(path)


if __name__ == "__main__":
    main()
