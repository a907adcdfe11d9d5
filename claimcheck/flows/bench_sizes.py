"""Whether "nothing here fits" can be trusted where a desk begins: queries asked of small parts of a collection.

A part holds the past checks of some of the queries, of half of them at most and up to half of it, and others that
chance draws. Queries whose past check is in it should find it; the others are asked too, and should find nothing.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.match import Encodes
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimReview

if TYPE_CHECKING:
    from claimcheck.flows.bench_retrieval import Query

__all__ = ["SizeFigures", "bench_sizes"]

_ENOUGH = (150, 300)  # queries whose past check is there, and whose is not: so many parts of a size are drawn
_DRAWS = (2, 12)  # at least and at most
_ASKED = 150  # queries without a past check there, a part


@dataclass(frozen=True, slots=True)
class SizeFigures:
    """Of ``parts`` with so many ``documents``: ``recall`` of the queries whose check is ``there`` that find something,
    ``right`` that find it first; ``false_found`` of those whose check is ``gone``.
    """  # fmt: skip

    documents: int
    parts: int
    there: int
    recall: float
    right: float
    gone: int
    false_found: float

    def to_json(self) -> dict[str, Any]:
        """As ``bench retrieval --sizes`` prints it."""
        return {
            "documents": self.documents,
            "parts": self.parts,
            "there": self.there,
            "recall": round(self.recall, 4),
            "right": round(self.right, 4),
            "gone": self.gone,
            "false_found": round(self.false_found, 4),
        }


@dataclass(slots=True)
class _Counts:
    parts: int = 0
    there: int = 0
    found: int = 0
    right: int = 0
    gone: int = 0
    false: int = 0

    @property
    def enough(self) -> bool:
        return self.there >= _ENOUGH[0] and self.gone >= _ENOUGH[1]


def bench_sizes(
    documents: Sequence[ClaimReview],
    queries: Sequence["Query"],
    judged: Mapping[str, frozenset[str]],
    sizes: Sequence[int],
    *,
    encoder: Encodes,
    seed: int = 1,
    workspace_parent: Path | None = None,
    progress: Progress = unseen,
) -> list[SizeFigures]:
    """The figures of parts of these sizes, or of all documents where there are fewer; the same for the same ``seed``.

    Each part is a workspace in a temporary folder, below ``workspace_parent`` if given.
    """
    figures = []
    for place, asked in enumerate(sizes):
        progress("asking parts of the collection", place, len(sizes))
        size = min(asked, len(documents))
        draw = np.random.default_rng((seed, size))
        counts = _Counts()
        least, most = _DRAWS if size < len(documents) else (1, 1)  # the whole is the same however often it is drawn
        while counts.parts < least or (counts.parts < most and not counts.enough):
            part = _part(documents, queries, judged, size, draw)
            _ask(part, queries, judged, encoder, draw, workspace_parent, counts)
        figures.append(
            SizeFigures(
                size,
                counts.parts,
                counts.there,
                counts.found / max(counts.there, 1),
                counts.right / max(counts.there, 1),
                counts.gone,
                counts.false / max(counts.gone, 1),
            )
        )
    return figures


def _part(
    documents: Sequence[ClaimReview],
    queries: Sequence["Query"],
    judged: Mapping[str, frozenset[str]],
    size: int,
    draw: np.random.Generator,
) -> list[ClaimReview]:
    wanted: set[str] = set()
    for at in draw.permutation(len(queries))[: -(-len(queries) // 2)]:
        more = wanted | judged[queries[at].id]
        if len(more) > max(1, size // 2):
            break
        wanted = more
    chosen = [each for each in documents if each.id in wanted]
    rest = [each for each in documents if each.id not in wanted]
    return [*chosen, *(rest[at] for at in draw.permutation(len(rest))[: size - len(chosen)])]


def _ask(
    part: Sequence[ClaimReview],
    queries: Sequence["Query"],
    judged: Mapping[str, frozenset[str]],
    encoder: Encodes,
    draw: np.random.Generator,
    parent: Path | None,
    counts: _Counts,
) -> None:
    from claimcheck.store import Store

    inside = {each.id for each in part}
    there = [each for each in queries if judged[each.id] & inside]
    others = [each for each in queries if not judged[each.id] & inside]
    gone = [others[at] for at in draw.permutation(len(others))[:_ASKED]]
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-", dir=parent) as name:
        folder = Path(name)
        with Store.open(folder, create=True, write=True) as store:
            store.put_reviews(part)
            with open_retriever(store, folder / INDEX_FOLDER, encoder) as retriever:
                least = retriever.ranker.min_score
                asked = [*there, *gone]
                lists = retriever.shortlists([each.text for each in asked], [each.language for each in asked])
                for query, listed in zip(asked, lists, strict=True):
                    ranked = retriever.ranked(listed)
                    found = bool(ranked) and ranked[0].probability >= least
                    right = listed.right(judged[query.id])
                    if judged[query.id] & inside:
                        counts.found += found
                        counts.right += found and bool(right[ranked[0].place])
                    else:
                        counts.false += found
    counts.parts += 1
    counts.there += len(there)
    counts.gone += len(gone)
