"""Past checks for a claim: search, what differs, and when to say that nothing fits.

>>> clean_query("Gold is heavy https://example.org/x")
'Gold is heavy'
"""

from claimcheck.match.features import FEATURES
from claimcheck.match.fuse import WEIGHTS, Parts, Weights, fuse
from claimcheck.match.language import guess_language
from claimcheck.match.matches import RERANKED, Wishes, find_matches
from claimcheck.match.query import clean_query
from claimcheck.match.ranker import Ranker, shipped_ranker
from claimcheck.match.relate import relate
from claimcheck.match.retrieve import Retriever
from claimcheck.match.shortlist import Candidate, Shortlist
from claimcheck.match.vectors import Encodes, VectorCache, encode_all, encode_documents, no_cache

__all__ = [
    "FEATURES",
    "RERANKED",
    "WEIGHTS",
    "Candidate",
    "Encodes",
    "Parts",
    "Ranker",
    "Retriever",
    "Shortlist",
    "VectorCache",
    "Weights",
    "Wishes",
    "clean_query",
    "encode_all",
    "encode_documents",
    "find_matches",
    "fuse",
    "guess_language",
    "no_cache",
    "relate",
    "shipped_ranker",
]
