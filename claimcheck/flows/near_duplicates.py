"""Clusters of past checks of the same claim: the same words, or nearly the same meaning with no fact that differs."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.duplicates import cluster_pairs, near_pairs, same_words
from claimcheck.match import Encodes, encode_all, relate
from claimcheck.progress import Progress, unseen
from claimcheck.records import Relation

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["LEAST", "ClusterReport", "find_clusters", "says_the_same"]

LEAST = 0.885
"""The cosine from which two claims may be near-duplicates; fitted on half of a labelled set, see tests/quality."""

_BATCH = 4_096
# Two claims this close that nothing tells apart; ``related`` is what the relation says where it is in doubt.
_ALIKE = frozenset({Relation.SAME, Relation.RELATED})
_CLOSE = 0.93  # the cosine from which one may say a word or name more, such as a title; fitted on the same half
_WIDER = frozenset({Relation.BROADER, Relation.NARROWER})
_FIGURE = re.compile(r"\d")
_OWN = re.compile(r"\b(?:i|my|me|he|she|his|her|ich|mein\w{0,2}|er|sein\w{0,2}|ihr\w{0,2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClusterReport:
    """How many past checks were looked at, how many clusters they make, and how many stand in one."""

    reviews: int
    clusters: int
    clustered: int


@dataclass(frozen=True, slots=True)
class _Wording:
    """One way to say a claim, and the checks that say it so."""

    text: str
    language: str
    claimant: str | None
    ids: list[str]


def says_the_same(
    one: str,
    other: str,
    languages: tuple[str | None, str | None] = (None, None),
    *,
    similarity: float,
    claimants: tuple[str | None, str | None] = (None, None),
) -> bool:
    """Whether two claims are near-duplicates: close enough, and no number, date, name, place or negation differs.

    Of two that are closer still, one may say one thing more, as long as it is no figure.
    What a "he" or an "I" says depends on who said it: with two known claimants that differ, it is not the same.
    """
    if similarity < LEAST:
        return False
    if all(claimants) and claimants[0] != claimants[1] and (_OWN.search(one) or _OWN.search(other)):
        return False
    for new, past, tongues in ((one, other, languages), (other, one, languages[::-1])):
        found, differences = relate(new, past, *tongues, similarity=similarity)
        if found in _WIDER and similarity >= _CLOSE and len(differences) == 1:
            (more,) = differences
            if not _FIGURE.search(more.new + more.past):
                continue
        if differences or found not in _ALIKE:
            return False
    return True


def find_clusters(store: "Store", encoder: Encodes, *, progress: Progress = unseen) -> ClusterReport:
    """Find the clusters of all past checks and keep them in place of the former ones.

    Languages that the encoder does not know take part by their words alone. The same store gives the same clusters.
    """
    wordings = _wordings(store, progress)
    known = [each for each in wordings if each.language in encoder.languages]
    rest = [each for each in wordings if each.language not in encoder.languages]
    vectors = encode_all([each.text for each in known], encoder, progress)
    pairs = near_pairs(vectors, LEAST) if len(known) > 1 else []

    def same(first: int, second: int, cosine: float) -> bool:
        one, other = known[first], known[second]
        return says_the_same(
            one.text,
            other.text,
            (one.language, other.language),
            similarity=cosine,
            claimants=(one.claimant, other.claimant),
        )

    progress("near-duplicates", 0, len(pairs))
    near = cluster_pairs(pairs, same)
    progress("near-duplicates", len(pairs), len(pairs))
    taken = {member for cluster in near for member in cluster}
    clusters = [[each for member in cluster for each in known[member].ids] for cluster in near]
    clusters += [each.ids for number, each in enumerate(known) if number not in taken and len(each.ids) > 1]
    clusters += [each.ids for each in rest if len(each.ids) > 1]
    store.put_clusters(clusters)
    return ClusterReport(sum(len(each.ids) for each in wordings), len(clusters), sum(map(len, clusters)))


def _wordings(store: "Store", progress: Progress) -> list[_Wording]:
    """Each way a claim is worded in a language, in the order they came."""
    found: dict[tuple[str, str], _Wording] = {}
    number = 0
    for number, review in enumerate(store.iter_reviews(), start=1):
        key = (same_words(review.claim_reviewed), review.language)
        if key in found:
            found[key].ids.append(review.id)
        else:
            found[key] = _Wording(review.claim_reviewed, review.language, review.claimant, [review.id])
        if number % _BATCH == 0:
            progress("past checks", number, None)
    progress("past checks", number, number)
    return list(found.values())
