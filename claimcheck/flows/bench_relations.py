"""How well the relation of a past claim to a new one is told, on pairs that people judged."""

from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.errors import PairsInvalid
from claimcheck.flows.fit_relations import Confusion, confusion, macro_f1, read_pairs
from claimcheck.match import relate
from claimcheck.records import Relation

__all__ = ["RelationFigures", "bench_relations"]


@dataclass(frozen=True, slots=True)
class RelationFigures:
    """``macro_f1`` over the relations that occur; ``contradicts_as_same``: the share of denials read as the same."""

    pairs: int
    macro_f1: float
    contradicts_as_same: float
    counts: Confusion = field(default_factory=dict, repr=False)

    def table(self) -> str:
        """Rows are what a person said, columns what was read."""
        head = " " * 15 + "".join(f"{each.removeprefix('differs_')[:8]:>9}" for each in Relation)
        rows = [f"{want:15}" + "".join(f"{self.counts.get((want, got), 0):9}" for got in Relation) for want in Relation]
        return "\n".join(["", head, *rows])


def bench_relations(path: Path) -> RelationFigures:
    """The figures on a TSV file of pairs, in the form that ``fit_relations`` reads.

    Raises:
        PairsInvalid: the file cannot be read, or holds no pair.
    """
    try:
        pairs = read_pairs(path)
    except (OSError, ValueError) as error:
        raise PairsInvalid(str(path), f"cannot be read ({error})") from error
    if not pairs:
        raise PairsInvalid(str(path), "holds no pair")
    counts = confusion([(want, relate(new, past, here, there)[0]) for want, here, there, new, past in pairs])
    denied = sum(count for (want, _), count in counts.items() if want is Relation.CONTRADICTS)
    slips = counts.get((Relation.CONTRADICTS, Relation.SAME), 0)
    return RelationFigures(len(pairs), macro_f1(counts), slips / max(1, denied), counts)
