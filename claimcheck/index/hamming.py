"""FAISS's scan of binary codes: the one door to it.

It is imported when a search first has codes to compare: a small workspace never needs it. One query on one thread is
the quickest on a busy machine.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["hamming_distances"]


def hamming_distances(codes: NDArray[np.uint8], code: NDArray[np.uint8]) -> NDArray[np.int32]:
    """In how many bits each of ``codes`` ``(n, bytes)`` differs from one ``code`` ``(1, bytes)``; ``(n,)``.

    Mapped codes are scanned where they are.

    >>> hamming_distances(np.array([[0b1011], [0b0000]], np.uint8), np.array([[0b0011]], np.uint8)).tolist()
    [1, 2]

    Raises:
        ValueError: the codes differ in width.
    """
    if codes.shape[1:] != code.shape[1:] or len(code) != 1:
        raise ValueError(f"codes of {codes.shape[1:]} bytes, a query of {code.shape}")
    found = np.empty(len(codes), np.int32)
    if not len(codes):
        return found
    faiss = _faiss()
    rows, query = np.ascontiguousarray(codes), np.ascontiguousarray(code)
    faiss.hammings(faiss.swig_ptr(query), faiss.swig_ptr(rows), 1, len(rows), rows.shape[1], faiss.swig_ptr(found))
    return found


def _faiss() -> Any:
    import faiss

    faiss.omp_set_num_threads(1)
    return faiss
