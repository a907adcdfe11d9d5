"""Which claims were looked up already, and with what: so that ``match`` does again only what may come out differently.

``matched.json`` beside the database is a cache: without it, or where it cannot be read, everything is looked up again.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.match import Retriever
from claimcheck.records import Claim, Match

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["MATCHED_FILE", "Matched"]

MATCHED_FILE = "matched.json"
_RULES = 1  # one more whenever the same claim and past checks may come out with other relations


class Matched:
    """The claims whose stored matches still stand, for one state of past checks, encoder and weights."""

    def __init__(self, path: Path, state: str, claims: dict[str, str]) -> None:
        self._path, self._state, self._claims = path, state, claims

    @classmethod
    def read(cls, folder: Path, store: "Store", retriever: Retriever, k: int) -> "Matched":
        """What ``folder`` remembers; nothing where anything that the matches depend on has changed since."""
        parts = [store.reviews_digest(), retriever.encoder.fingerprint, retriever.ranker.to_json(), k, _RULES]
        parts += ["milvus"] if retriever.knows_kinds else []
        state = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        try:
            data = json.loads((folder / MATCHED_FILE).read_bytes())
            claims = {str(claim): str(text) for claim, text in data["claims"].items()} if data["state"] == state else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            claims = {}
        return cls(folder / MATCHED_FILE, state, claims)

    def holds(self, claim: Claim, kept: Sequence[Match]) -> bool:
        """Whether this very claim, as it is worded now, was looked up, and what is kept of it is what was found then.

        Another command, or filters, may have put something else in its place.
        """
        return bool(kept) and self._claims.get(claim.id) == _digest(claim, kept)

    def remember(self, found: Iterable[tuple[Claim, Sequence[Match]]]) -> None:
        """Note what was looked up and found; a folder that cannot be written forgets."""
        self._claims |= {claim.id: _digest(claim, matches) for claim, matches in found}
        fresh = self._path.with_name(f".{self._path.name}-new")
        with contextlib.suppress(OSError):
            fresh.write_text(json.dumps({"state": self._state, "claims": self._claims}), encoding="utf-8")
            fresh.replace(self._path)


def _digest(claim: Claim, matches: Sequence[Match]) -> str:
    told: list[object] = [claim.text, claim.language, claim.date and claim.date.value, str(claim.context.date)]
    told += [(each.review.id if each.review else None, each.score) for each in matches]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
