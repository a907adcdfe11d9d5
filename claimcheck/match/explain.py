"""Why a past check was found: the words it shares, where they stand, its rank in each search and its numbers."""

from claimcheck.index import outline
from claimcheck.match.features import FEATURES
from claimcheck.match.language import guess_language
from claimcheck.match.query import clean_query
from claimcheck.match.ranker import Ranker, smallness
from claimcheck.match.shortlist import Candidate, Shortlist
from claimcheck.records import ClaimReview, Explanation

__all__ = ["explain"]

_MOST_WORDS = 8
_SEARCHES = {"cosine": "dense", "grams": "grams", "words": "words"}


def explain(listed: Shortlist, candidate: Candidate, review: ClaimReview, ranker: Ranker) -> Explanation:
    """The explanation of one candidate of a shortlist.

    A rank is the place among the shortlist's by that search alone; a search that did not find it gives none. Scores are
    the shares of each search, under ``order`` the linear score the list is ordered by, and under ``smallness`` how much
    smaller than a large one the collection is, for which the probability makes up; none for a large one.
    """
    asked = listed.asked
    row = listed.features[candidate.place]
    language = review.language if review.language != "und" else guess_language(review.claim_reviewed, sure=False)
    texts = {"claim": review.claim_reviewed, "title": review.title, "summary": review.summary}
    held = {
        name: set(asked.outline.stems) & set(outline(clean_query(text), language or "und").stems)
        for name, text in texts.items()
        if text
    }
    shared = set().union(*held.values()) if held else set()
    ranks = []
    scores = []
    for name, attribute in _SEARCHES.items():
        values = getattr(listed.parts, attribute)
        value = float(values[candidate.place])
        scores.append((name, round(value, 4)))
        if value > 0:
            ranks.append((name, int((values > value).sum()) + 1))
    for name in ("held of claim", "held of title", "covered", "names covered", "numbers covered"):
        value = float(row[FEATURES.index(name)])
        if value >= 0:
            scores.append((name, round(value, 4)))
    order = ranker.scores(listed.features, listed.foreign, listed.reading)[candidate.place]
    scores.append(("order", round(float(order), 4)))
    if (small := smallness(listed.documents)) > 0:
        scores.append(("smallness", round(small, 4)))
    weighty = sorted(shared, key=lambda stem: (-asked.weights[stem], stem))
    return Explanation(
        words=tuple(weighty[:_MOST_WORDS]),
        fields=tuple(name for name, stems in held.items() if stems),
        ranks=tuple(ranks),
        scores=tuple(scores),
    )
