"""Past checks for a claim: search, what differs, and when to say that nothing fits.

>>> clean_query("Gold is heavy https://example.org/x")
'Gold is heavy'
"""

from claimcheck.match.fuse import WEIGHTS, Parts, Weights, fuse
from claimcheck.match.language import guess_language
from claimcheck.match.matches import FITS, FITS_ABROAD, find_matches, fits
from claimcheck.match.query import clean_query
from claimcheck.match.relate import relate
from claimcheck.match.retrieve import Retriever
from claimcheck.match.vectors import Encodes, VectorCache, encode_documents, no_cache

__all__ = [
    "FITS",
    "FITS_ABROAD",
    "WEIGHTS",
    "Encodes",
    "Parts",
    "Retriever",
    "VectorCache",
    "Weights",
    "clean_query",
    "encode_documents",
    "find_matches",
    "fits",
    "fuse",
    "guess_language",
    "no_cache",
    "relate",
]
