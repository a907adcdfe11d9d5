"""Dense and lexical search over past checks, and the cache that keeps both on disk.

tantivy loads when an index is first built or opened, FAISS when one too large to compare every vector is searched;
neither when this package is imported.
"""

from claimcheck.index.cache import IndexCache, Source
from claimcheck.index.dense import DenseIndex
from claimcheck.index.documents import Documents, Ids
from claimcheck.index.examine import examine_index, index_state
from claimcheck.index.generation import SEGMENT, Changes, make_generation
from claimcheck.index.indexes import Effort, Indexes, joined_indexes
from claimcheck.index.lexical import LexicalField, LexicalIndex
from claimcheck.index.manifest import Manifest, Wanted
from claimcheck.index.outlines import FIELDS, NAMES, NUMBERS, Outline, Outlines, hashed, outline
from claimcheck.index.search import Among, Ask, Candidates, Found, Kinds, Search
from claimcheck.index.segment import Built
from claimcheck.index.words import Passage, plain_words

__all__ = [
    "FIELDS",
    "NAMES",
    "NUMBERS",
    "SEGMENT",
    "Among",
    "Ask",
    "Built",
    "Candidates",
    "Changes",
    "DenseIndex",
    "Documents",
    "Effort",
    "Found",
    "Ids",
    "IndexCache",
    "Indexes",
    "Kinds",
    "LexicalField",
    "LexicalIndex",
    "Manifest",
    "Outline",
    "Outlines",
    "Passage",
    "Search",
    "Source",
    "Wanted",
    "examine_index",
    "hashed",
    "index_state",
    "joined_indexes",
    "make_generation",
    "outline",
    "plain_words",
]
