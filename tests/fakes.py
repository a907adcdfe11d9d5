"""Small honest stand-ins for unit tests."""

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


class HashingEncoder:
    """Unit vectors from hashed words: texts that share words are close. Counts what it was asked to encode."""

    name, path, bytes = "hashing", None, 0

    def __init__(self, dimension: int = 64, languages: tuple[str, ...] = (), salt: str = "") -> None:
        self.dimension, self.languages, self.salt = dimension, languages, salt
        self.fingerprint = hashlib.sha256(f"hashing {dimension} {salt}".encode()).hexdigest()
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], *, kind: str) -> npt.NDArray[np.float32]:
        self.encoded += texts
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                digest = hashlib.sha256(f"{self.salt}{word}".encode()).digest()
                row[int.from_bytes(digest[:4], "little") % self.dimension] += 1 if digest[4] % 2 else -1
            length = float(np.linalg.norm(row))
            if length:
                row /= length
        return rows
