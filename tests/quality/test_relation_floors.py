"""The relation of a past claim to a new one keeps what it reached on pairs whose author had not seen the rules."""

import hashlib
import json
from pathlib import Path

from claimcheck.flows.fit_relations import Confusion, confusion, macro_f1, read_pairs
from claimcheck.match import relate
from claimcheck.records import Relation

HERE = Path(__file__).parent
PAIRS = HERE / "relations.tsv"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["relations"]


def table(counts: Confusion) -> str:
    """Rows are what a person said, columns what was read."""
    head = " " * 15 + "".join(f"{each.removeprefix('differs_')[:8]:>9}" for each in Relation)
    rows = [f"{want:15}" + "".join(f"{counts.get((want, got), 0):9}" for got in Relation) for want in Relation]
    return "\n".join(["", head, *rows])


def test_relations_of_unseen_pairs_are_read_as_well_as_before() -> None:
    assert hashlib.sha256(PAIRS.read_bytes()).hexdigest()[:16] == FLOORS["digest"]
    pairs = read_pairs(PAIRS)
    counts = confusion([(want, relate(new, past, here, there)[0]) for want, here, there, new, past in pairs])
    denied = sum(count for (want, _), count in counts.items() if want is Relation.CONTRADICTS)
    slips = counts.get((Relation.CONTRADICTS, Relation.SAME), 0)

    assert len(pairs) == FLOORS["pairs"]
    assert macro_f1(counts) >= FLOORS["macro_f1"], table(counts)
    assert slips / denied <= FLOORS["contradicts_as_same"], table(counts)
