"""What is read in an article: claims of annotated pages and newswire, roles of blocks, what is worth checking."""

import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from claimcheck.flows.bench_all.plan import Bench, Figures, alone, command, digest_of, numbers
from claimcheck.flows.bench_checkworthy import bench_checkworthy
from claimcheck.flows.bench_roles import RoleCounts, count_roles
from claimcheck.flows.bench_split import HALVES, bench_split, gold_files
from claimcheck.flows.newswire_gold import PARALLEL, write_newswire
from claimcheck.progress import Progress
from claimcheck.split import RuleSplitter

__all__ = ["checkworthy_benches", "newswire_benches", "role_benches", "splitter_benches"]

_SPLIT = ("f1", "precision", "coverage", "speaker_f1", "day_f1", "text", "rejected_kept", "leaked", "needs_context")
_LABELLED = {  # by name: file, language, columns
    "GermEval 2021": ("germeval2021-train.csv.gz", "de", "comment_text", "Sub3_FactClaiming"),
    "ClaimBuster": ("claimbuster-25ncs.csv.gz", "en", "text", "label"),
}


def splitter_benches(data: Path, quality: Path, floors: Mapping[str, Any], *, reported: bool) -> list[Bench]:
    """The project's own gold, the annotated page it began with, and annotated pages from the web."""
    asked = floors.get("split", {})
    own, gold = quality / "gold", data / ".." / "gold"
    half = None if reported else "tune"
    pages = [f"pages {name}" for name in ("half tune", "half report", "all") if reported or name == "half tune"]

    def split(folder: Path, names: Mapping[str, str], progress: Progress) -> Mapping[str, Figures]:
        rows = bench_split(gold_files(folder, half if folder.is_dir() else None), splitter=RuleSplitter(),
                           sources=[data, data / "pages"], progress=progress)  # fmt: skip
        return {names[row.name]: {what: getattr(row, what) for what in _SPLIT} for row in rows if row.name in names}

    def bench(place: Path, sets: Mapping[str, str], kind: str, needs: Sequence[Path]) -> Bench:
        floor = asked.get(kind, {})
        return Bench(
            "splitter",
            list(sets.values()),
            needs,
            command("bench", "split", "--gold", str(place)),
            partial(split, place, sets),
            {name: numbers(floor.get(row, floor), _SPLIT) for row, name in sets.items()},
            lambda: (reported or kind != "own") and digest_of(gold_files(place)) == floor.get("digest"),
        )

    return [
        bench(own, {"all": "own"}, "own", [own]),
        bench(gold / "seed_claims.json", {"all": "seed"}, "seed", [gold / "seed_claims.json"]),
        bench(
            gold / "pages", {each.removeprefix("pages "): each for each in pages}, "pages", [gold / "pages" / HALVES]
        ),
    ]


def newswire_benches(data: Path, quality: Path, floors: Mapping[str, Any]) -> list[Bench]:
    """Annotated newswire: what was tuned on, and what was not."""
    asked = floors.get("newswire", {})
    annotations = quality / "newswire"

    def split(half: str, progress: Progress) -> Mapping[str, Figures]:
        with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as folder:
            paths = write_newswire(annotations, data, Path(folder), half=half)
            figures = bench_split(paths, splitter=RuleSplitter(), progress=progress)[-1]
        return {f"newswire {half}": {what: getattr(figures, what) for what in _SPLIT if what != "text"}}

    return [
        Bench(
            "newswire",
            [f"newswire {half}"],
            [annotations / "gold.jsonl", data / PARALLEL],
            alone("newswire", data, quality),
            partial(split, half),
            {f"newswire {half}": {"leaked": 0.0, **numbers(asked.get(half, {}), _SPLIT)}},
            lambda: digest_of([annotations / "gold.jsonl"]) == asked.get("digest"),
            reported=half == "check",
        )
        for half in ("tune", "check")
    ]


def role_benches(data: Path, quality: Path, floors: Mapping[str, Any]) -> list[Bench]:
    """Words of annotated pages whose block has the role that people gave them."""

    def roles(folder: Path, half: str, name: str, progress: Progress) -> Mapping[str, Figures]:
        counts, paths = RoleCounts(), gold_files(folder, half)
        for done, path in enumerate(paths):
            progress(f"roles of {name}", done, len(paths))
            counts += count_roles(path, [data, data / "pages"])
        return {name: counts.figures()}

    def bench(kind: str, folder: Path, half: str) -> Bench:
        name = f"{kind} {half}"
        asked = floors.get("roles", {}).get(name, {})
        return Bench(
            "roles",
            [name],
            [folder / HALVES],
            alone("roles", data, quality),
            partial(roles, folder, half, name),
            {name: numbers(asked, ("roles", "carriers"))},
            lambda: digest_of(gold_files(folder, half)) == asked.get("digest"),
            reported=half == "report",
        )

    places = {"own": quality / "gold", "pages": data / ".." / "gold" / "pages"}
    return [bench(kind, folder, half) for kind, folder in places.items() for half in ("tune", "report")]


def checkworthy_benches(data: Path) -> list[Bench]:
    """Texts that others labelled, on which nothing was fitted."""

    def score(name: str, path: Path, _: Progress) -> Mapping[str, Figures]:
        language, text, label = _LABELLED[name][1:]
        told = bench_checkworthy(path, language=language, text=text, label=label)
        return {name: {"auc": told.auc, "f1": told.f1, "macro_f1": told.macro_f1}}

    found = []
    for name, (file, language, text, label) in _LABELLED.items():
        path = data / "checkworthy" / file
        options = ("--language", language, "--text", text, "--label", label)
        prints = command("bench", "checkworthy", str(path), *options)
        found.append(Bench("check-worthiness", [name], [path], prints, partial(score, name, path), reported=True))
    return found
