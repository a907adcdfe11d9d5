"""Training in two stages: the first language meets English, then all train on around what those two have settled.

All at once, ten languages pull English away from where its own meanings are best told apart. So the pieces that are the
first two's own stay where they are, and the others come to them; what languages share, such as endings, all train on.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from claimcheck.embed.data import Corpus
from claimcheck.embed.fitting import Bags, Plan, fit, settled
from claimcheck.progress import Progress

__all__ = ["Pairs", "fit_in_stages"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is trained on, pair by pair, and how often each is drawn."""

    foreign: Bags
    english: Bags
    same: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]
    topics: npt.NDArray[np.int64]

    def of(self, rows: npt.NDArray[np.int64]) -> "Pairs":
        """Some of them."""
        one, other = self.foreign.take(rows), self.english.take(rows)
        return Pairs(one, other, self.same[rows], self.weights[rows], self.topics[rows])


def fit_in_stages(
    corpus: Corpus,
    pairs: Pairs,
    teacher: npt.NDArray[np.float16] | None,
    start: npt.NDArray[np.float32],
    plans: tuple[Plan, Plan],
    say: Progress,
) -> tuple[npt.NDArray[np.float32], float]:
    """The vectors after the first language and English have met, then the others joined; the loss at the end."""
    is_first = np.array([pair.language == corpus.languages[0] for pair in corpus.pairs])
    first = pairs.of(np.flatnonzero(is_first))
    rows, loss = _fit(first, teacher, start, plans[0], say)
    if len(corpus.languages) == 1:
        return rows, loss
    still = _settled(first, pairs.of(np.flatnonzero(~is_first)), len(start))
    return _fit(pairs, teacher, rows, plans[1], say, still)


def _fit(
    pairs: Pairs,
    teacher: npt.NDArray[np.float16] | None,
    start: npt.NDArray[np.float32],
    plan: Plan,
    say: Progress,
    still: npt.NDArray[np.bool_] | None = None,
) -> tuple[npt.NDArray[np.float32], float]:
    vocabulary, dimension = start.shape
    return fit(
        pairs.foreign,
        pairs.english,
        pairs.same,
        pairs.weights,
        teacher,
        vocabulary=vocabulary,
        dimension=dimension,
        plan=plan,
        topics=pairs.topics,
        start=start,
        still=still,
        progress=say,
    )


def _settled(first: Pairs, rest: Pairs, vocabulary: int) -> npt.NDArray[np.bool_]:
    met = np.concatenate((first.foreign.ids, first.english.ids))
    return settled(*(np.bincount(ids, minlength=vocabulary) for ids in (met, rest.english.ids, rest.foreign.ids)))
