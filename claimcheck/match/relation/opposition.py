"""Whether two words are likely opposites though no list says so, by what the lists have taught of word vectors.

"eases" and "worsens" stand close in any encoder, as do "eases" and "soothes". Two maps of the vectors, fitted on the
lists of opposites and of words that say the same (``claimcheck.flows.fit_opposition``), tell the one from the other
better than closeness does: not surely, so it is a signal among others.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["OPPOSITION_FILE", "Opposition", "shipped_opposition"]

OPPOSITION_FILE = Path(__file__).with_name("opposition.npy")
Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Opposition:
    """How likely two words are opposites: what they share under ``turned`` less what they share under ``alike``."""

    turned: Rows
    alike: Rows
    shift: float
    closeness: float  # the weight of the cosine

    def chances(self, new: Rows, past: Rows) -> Rows:
        """For unit vectors of words, a row each: how likely each of the one is an opposite of each of the other."""
        heights = (new @ self.turned) @ (past @ self.turned).T - (new @ self.alike) @ (past @ self.alike).T
        heights += self.shift + self.closeness * (new @ past.T)
        made: Rows = 1 / (1 + np.exp(-np.clip(heights, -30, 30)))
        return made

    @classmethod
    def read(cls, path: Path) -> "Opposition":
        """What a file holds: the two maps side by side, and in its last row the two numbers."""
        table = np.load(path, allow_pickle=False).astype(np.float32)
        half = table.shape[1] // 2
        return cls(table[:-1, :half], table[:-1, half:], float(table[-1, 0]), float(table[-1, 1]))

    def write(self, path: Path) -> None:
        """Into a file, in half the digits."""
        last = np.zeros((1, 2 * self.turned.shape[1]), np.float32)
        last[0, :2] = self.shift, self.closeness
        np.save(path, np.concatenate((np.hstack((self.turned, self.alike)), last)).astype(np.float16))


@cache
def shipped_opposition() -> Opposition:
    """What ships."""
    return Opposition.read(OPPOSITION_FILE)
