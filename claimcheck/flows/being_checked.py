"""Which claims with an open task say what a query says: found by cosine, then judged as a past check's claim would be.

A cosine alone cannot tell a claim from its denial or from one with another figure: among pairs of like claims, one in
ten of those at 0.85 and above is the same. So those from ``_NEAR`` on are compared, the closest few.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.match import Retriever, clean_query, relate
from claimcheck.records import Relation

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["being_checked"]

_NEAR = 0.5  # the cosine that six of seven pairs of the same claim reach, on the pairs the relations are fitted on
_COMPARED = 3  # of a query's closest open claims: comparing two takes some milliseconds


def being_checked(
    store: "Store",
    queries: Sequence[str],
    claim_ids: Sequence[str | None],
    languages: Sequence[str | None],
    retriever: Retriever,
) -> list[tuple[str, ...]]:
    """For each query the claims with an open task that say the same, closest first; a claim is never its own double."""
    tasks = list(store.open_task_claims())
    if not tasks or not queries:
        return [() for _ in queries]
    texts = [clean_query(text) for _, text in tasks]
    asked = [clean_query(query) for query in queries]
    cosines = retriever.remembered(asked) @ retriever.remembered(texts).T
    worded: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        worded[text.casefold()].append(place)
    found = []
    for row, query, own, language in zip(cosines, asked, claim_ids, languages, strict=True):
        equal = [place for place in worded.get(query.casefold(), ()) if tasks[place][0] != own]
        close = np.flatnonzero(row >= _NEAR)
        close = close[np.argsort(-row[close], kind="stable")]
        near = [place for place in close.tolist() if tasks[place][0] != own and place not in equal][:_COMPARED]
        same = [place for place in near if _same(query, texts[place], language, float(row[place]))]
        found.append(tuple(tasks[place][0] for place in [*equal, *same]))
    return found


def _same(new: str, open_claim: str, language: str | None, cosine: float) -> bool:
    return relate(new, open_claim, language, similarity=cosine)[0] is Relation.SAME
