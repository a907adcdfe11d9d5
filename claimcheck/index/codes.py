"""Vectors narrowed twice: to a byte a dimension with a scale, and to the signs of a fixed rotation.

Both depend on the vector alone: nothing is trained, so a vector added later is stored as if it had always been there.
The signs (512 bits of up to 512 dimensions) say which few thousand vectors to compare in earnest; the bytes, whose
cosine is off by about 0.0005, say how close these are. Products are of whole numbers, so that they are the same however
the vectors are laid out.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["NEAR", "codes_of", "narrowed", "near_products", "query_levels", "widened_products"]

_STEP = 1 << 15  # what one is in a query's whole numbers
_BLOCK = 1_024
_CACHED = 512  # rows that stay in a processor's cache
NEAR = 1e-4
"""What a quick product may be off by, with a wide margin."""


def narrowed(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A byte for each number of each row, and what each row's bytes are multiplied by."""
    levels, scales = np.empty(vectors.shape, np.int8), np.empty(len(vectors), np.float32)
    for at in range(0, len(vectors), _BLOCK):
        rows = vectors[at : at + _BLOCK]
        scale = np.abs(rows).max(axis=1, initial=0.0).astype(np.float32) / np.float32(127)
        scales[at : at + _BLOCK] = scale
        scale[scale == 0] = 1.0  # a row of zeros
        levels[at : at + _BLOCK] = np.rint(rows / scale[:, None])
    return levels, scales


def query_levels(query: NDArray[np.float32]) -> NDArray[np.float64]:
    """A query rounded to the steps that stored vectors are made of, so that products have no rounding of their own."""
    return np.asarray(np.rint(query.astype(np.float64) * _STEP), dtype=np.float64)


def widened_products(
    levels: NDArray[np.float64], vectors: NDArray[np.int8], scales: NDArray[np.float32]
) -> NDArray[np.float64]:
    """The products of a query in whole numbers with narrowed rows; exact up to the last multiplication."""
    whole = vectors.astype(np.float64) @ levels
    return np.asarray(whole * scales.astype(np.float64) / _STEP, dtype=np.float64)


def near_products(
    levels: NDArray[np.float64], vectors: NDArray[np.int8], scales: NDArray[np.float32], rows: NDArray[np.intp]
) -> NDArray[np.float32]:
    """The same of chosen rows, quicker and off by no more than ``NEAR``."""
    query = (levels / _STEP).astype(np.float32)
    found = np.empty(len(rows), np.float32)
    for at in range(0, len(rows), _CACHED):
        chosen = rows[at : at + _CACHED]
        found[at : at + _CACHED] = (vectors[chosen].astype(np.float32) @ query) * scales[chosen]
    return found


@cache
def _rotation(wide: int) -> NDArray[np.float32]:
    """Rows of Hadamard's matrix, at least 512 wide, each with a fixed random sign: ``(wide, width)`` of ones."""
    width = max(512, 1 << (wide - 1).bit_length()) if wide else 512
    matrix: NDArray[np.float32] = np.ones((1, 1), np.float32)
    while len(matrix) < width:
        matrix = np.asarray(np.block([[matrix, matrix], [matrix, -matrix]]), np.float32)
    state, drawn = 0x9E3779B97F4A7C15, []
    for _ in range(width):  # of a generator that will not change
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        drawn.append(state >> 32)
    signs = np.array([1.0 if each >> 31 else -1.0 for each in drawn[:wide]], np.float32)
    # the first rows say the same of several columns where they are half of them or fewer: then any rows
    rows = np.argsort(drawn, kind="stable")[:wide] if 2 * wide <= width else np.arange(wide)
    return np.ascontiguousarray(signs[:, None] * matrix[rows])


def codes_of(levels: NDArray[np.int8]) -> NDArray[np.uint8]:
    """The signs of narrowed rows turned round, eight to a byte: ``(n, width / 8)``; sums of whole numbers are exact."""
    rotation = _rotation(levels.shape[1])
    blocks = [
        np.packbits(levels[at : at + _BLOCK].astype(np.float32) @ rotation > 0, axis=1)
        for at in range(0, max(len(levels), 1), _BLOCK)
    ]
    return np.ascontiguousarray(np.concatenate(blocks))
