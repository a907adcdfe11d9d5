"""The index in Milvus (extra ``milvus``), for past checks that outgrow a machine; connecting loads ``pymilvus``."""

from claimcheck.index.milvus.candidates import MilvusCandidates
from claimcheck.index.milvus.collection import MilvusCollection
from claimcheck.index.milvus.connection import MilvusPlace
from claimcheck.index.milvus.rows import Kind, columns_of, make_rows, mark_of
from claimcheck.index.milvus.state import State
from claimcheck.index.milvus.tally import Tally

__all__ = [
    "Kind",
    "MilvusCandidates",
    "MilvusCollection",
    "MilvusPlace",
    "State",
    "Tally",
    "columns_of",
    "make_rows",
    "mark_of",
]
