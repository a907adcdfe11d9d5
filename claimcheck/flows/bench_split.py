"""How good the splitter is on annotated pages, through the same reading and splitting as every command."""

import json
from collections.abc import Sequence
from pathlib import Path

from claimcheck.article import parse_article
from claimcheck.errors import GoldInvalid
from claimcheck.flows.split_gold import SplitGold, read_split_gold
from claimcheck.metrics.splitting import SplitCounts, SplitFigures, score_page, split_figures
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim
from claimcheck.split import Splitter

__all__ = ["HALVES", "bench_split", "gold_files", "offered_claims", "read_annotated"]

HALVES = "halves.json"
"""Beside the gold: which pages may be tuned on and which only reported."""


def bench_split(
    gold_files: Sequence[Path], *, splitter: Splitter, sources: Sequence[Path] = (), progress: Progress = unseen
) -> list[SplitFigures]:
    """The figures of each page, then of each language, of each half (``halves.json`` beside the gold), and of all.

    A page is looked for in ``sources``, then beside its gold file, then in the ``data`` and ``seeds`` folders around
    it. Pages are read with the language, outlet and date that the gold gives. No gold files give no figures.

    Raises:
        GoldInvalid, GoldSourceMissing, GoldSourceChanged: a gold file or its page is not usable.
    """
    rows: list[SplitFigures] = []
    sums: dict[str, SplitCounts] = {}
    for done, path in enumerate(gold_files):
        progress("scoring annotated pages", done, len(gold_files))
        gold = read_split_gold(path, sources)
        counts = score_page(gold.body, gold.furniture, gold.claims, offered_claims(gold, splitter), gold.tail)
        rows.append(split_figures(gold.name, counts))
        for name in (gold.language, *_halves(path, gold.name), "all"):
            sums[name] = sums.get(name, SplitCounts()) + counts
    progress("scoring annotated pages", len(gold_files), len(gold_files))
    order = sorted(sums, key=lambda name: (name == "all", name.startswith("half "), name))
    return rows + [split_figures(name, sums[name]) for name in order]


def gold_files(path: Path, half: str | None = None) -> list[Path]:
    """The gold files of a folder in the order of their names, or those of a half; of a file, that file.

    Raises:
        GoldInvalid: the folder holds none, or nothing says what belongs to the half.
    """
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.glob("*.json") if each.name != HALVES)
    if half is not None:
        found = [each for each in found if f"half {half}" in _halves(each, each.stem)]
    if not found:
        raise GoldInvalid(str(path), f"the folder holds none{f' of half {half!r}' if half else ''}")
    return found


def read_annotated(gold: SplitGold) -> Article:
    """The annotated page as an article, read as a user's file would be."""
    return parse_article(
        gold.page, origin=gold.source, published=gold.published, outlet=gold.outlet, language=gold.language
    )


def offered_claims(gold: SplitGold, splitter: Splitter) -> list[Claim]:
    """The claims that the splitter offers for a page, best first."""
    return [claim for claim in splitter.split(read_annotated(gold)) if claim.checkable]


def _halves(path: Path, name: str) -> list[str]:
    """The half a page belongs to; none where nothing says so."""
    halves = path.parent / HALVES
    if not halves.is_file():
        return []
    return [f"half {half}" for half, names in json.loads(halves.read_text(encoding="utf-8")).items() if name in names]
