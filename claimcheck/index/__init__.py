"""Dense and lexical search over past checks, and the cache that keeps both on disk.

faiss and tantivy load when an index is first built or opened, never when this package is imported.
"""

from claimcheck.index.cache import Built, IndexCache, Indexes
from claimcheck.index.dense import DenseIndex
from claimcheck.index.lexical import LexicalField, LexicalIndex, Passage, plain_words
from claimcheck.index.manifest import Manifest, Wanted
from claimcheck.index.outlines import FIELDS, NAMES, NUMBERS, Outline, Outlines, hashed, outline
from claimcheck.index.search import Search

__all__ = [
    "FIELDS",
    "NAMES",
    "NUMBERS",
    "Built",
    "DenseIndex",
    "IndexCache",
    "Indexes",
    "LexicalField",
    "LexicalIndex",
    "Manifest",
    "Outline",
    "Outlines",
    "Passage",
    "Search",
    "Wanted",
    "hashed",
    "outline",
    "plain_words",
]
