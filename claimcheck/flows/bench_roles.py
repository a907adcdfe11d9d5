"""How well blocks of an article carry the roles that people gave the page's words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.article.visible import visible_words
from claimcheck.errors import GoldInvalid
from claimcheck.flows.bench_split import read_annotated
from claimcheck.flows.split_gold import read_split_gold
from claimcheck.metrics.splitting import words
from claimcheck.records import CARRIERS, Role

__all__ = ["RoleCounts", "count_roles"]

_CARRYING = {role.value for role in CARRIERS} | {Role.SUBHEADING.value}  # where gold claims may lie
_Words = list[tuple[str, str | None]]  # each with its role; None where nobody gave it one


@dataclass(frozen=True, slots=True)
class RoleCounts:
    """Words of annotated pages; counts add up."""

    words: int = 0
    right: int = 0  # the very role
    carried: int = 0  # gold says they may hold claims
    kept: int = 0  # so do we
    both: int = 0

    def __add__(self, other: "RoleCounts") -> "RoleCounts":
        return RoleCounts(
            self.words + other.words,
            self.right + other.right,
            self.carried + other.carried,
            self.kept + other.kept,
            self.both + other.both,
        )

    def figures(self) -> dict[str, float]:
        """``roles``: words with the very role. ``carriers``: words rightly kept or left. All in [0, 1]."""
        wrong = self.carried + self.kept - 2 * self.both
        return {
            "roles": self.right / max(1, self.words),
            "carriers": 1 - wrong / max(1, self.words),
            "carriers_precision": self.both / max(1, self.kept),
            "carriers_recall": self.both / max(1, self.carried),
        }


def count_roles(path: Path, sources: Sequence[Path] = ()) -> RoleCounts:
    """The counts of one annotated page, which is looked for as ``read_split_gold`` does.

    Our blocks are found in order among the gold's words; a word that we do not show (the browser's tab, hidden
    elements) is left out, and so is one that the gold gives no role.

    Raises:
        GoldInvalid, GoldSourceMissing, GoldSourceChanged: the gold file or its page is not usable.
    """
    gold = _gold_words(path, sources)
    spoken = [word for word, _ in gold]
    counts = RoleCounts()
    at = 0
    for role, block in _our_blocks(path, sources):
        start = _find(spoken, block, at)
        if start is None:
            continue
        at = start + len(block)
        for _, wanted in gold[start:at]:
            if wanted is not None:
                carried, kept = wanted in _CARRYING, role in _CARRYING
                counts += RoleCounts(1, wanted == role, carried, kept, carried and kept)
    return counts


def _gold_words(path: Path, sources: Sequence[Path]) -> _Words:
    """The words of an annotated page with the roles that people gave them."""
    page = read_split_gold(path, sources).page
    gold = json.loads(path.read_text(encoding="utf-8"))
    try:
        if gold.get("unit") == "token":
            found: _Words = [(word, None) for word in visible_words(page)]
            for block in gold["blocks"]:
                start, end = block["start"], block["end"]
                found[start:end] = [(word, block["role"]) for word, _ in found[start:end]]
            return found
        text = page.decode("utf-8-sig")
        return [(word, each["role"]) for each in gold["blocks"] for word in words(text[each["start"] : each["end"]])]
    except (KeyError, TypeError) as error:
        raise GoldInvalid(str(path), f"it lacks {error}") from error


def _our_blocks(path: Path, sources: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    """The blocks that we read in the same page: role and words."""
    article = read_annotated(read_split_gold(path, sources))
    for block in article.blocks:
        yield block.role.value, words(article.text[block.span.start : block.span.end])


def _find(text: Sequence[str], sequence: Sequence[str], start: int) -> int | None:
    size = len(sequence)
    for at in range(start, len(text) - size + 1 if size else 0):
        if text[at] == sequence[0] and list(text[at : at + size]) == list(sequence):
            return at
    return None
