"""Records ↔ the JSON shapes others build on (stable; additions allowed).

One pair of functions per record; ``*_from_json`` reads exactly what ``*_to_json`` wrote.
"""

from claimcheck.shapes.claims import claim_from_json, claim_to_json
from claimcheck.shapes.reviews import (
    indexed_number,
    match_from_json,
    match_to_json,
    review_from_json,
    review_to_json,
    shown_from_json,
    shown_to_json,
)
from claimcheck.shapes.verdicts import consensus_from_json, consensus_to_json, verdict_from_json, verdict_to_json

__all__ = [
    "claim_from_json",
    "claim_to_json",
    "consensus_from_json",
    "consensus_to_json",
    "indexed_number",
    "match_from_json",
    "match_to_json",
    "review_from_json",
    "review_to_json",
    "shown_from_json",
    "shown_to_json",
    "verdict_from_json",
    "verdict_to_json",
]
