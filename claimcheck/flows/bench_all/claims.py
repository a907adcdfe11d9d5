"""What is done with claims: past checks looked up, relations told, near-duplicates joined, vectors, and how fast."""

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.flows.bench_all.plan import Bench, Figures, alone, command, digest_of, digest_of_files, numbers
from claimcheck.flows.bench_duplicates import bench_duplicates
from claimcheck.flows.bench_relations import bench_relations
from claimcheck.flows.bench_retrieval import bench_retrieval
from claimcheck.flows.bench_speed import cold_lookup_ratio, encoding_rate, write_made_up_checks
from claimcheck.flows.fit_lists import FILES, OWN_CUT, in_own_cut
from claimcheck.progress import Progress

if TYPE_CHECKING:
    from claimcheck.embed import Encoder

__all__ = ["duplicate_bench", "encoder_benches", "lookup_benches", "relation_benches", "speed_bench"]

_LOOKUP = ("map@5", "recall@1", "recall@10", "mrr")
_ABSTENTION = ("recall", "false_found", "calibration_error")
_COLLECTIONS = {  # by name: its folder, the split or the language of our own cut, whether it is only reported
    "clef2020 dev": ("clef2020_t2_en", "dev", False),
    "clef2020 test": ("clef2020_t2_en", "test", True),
    "clef2022 2a dev": ("clef2022_t2a_en", "dev", False),
    "clef2022 2b dev": ("clef2022_t2b_en", "dev", False),
    **{f"checkthat2025 {language}": (OWN_CUT, language, False) for language in ("de", "fr", "pl", "pt")},
}
_CHECKS = 5_000  # a cold lookup's

GetEncoder = Callable[[], "Encoder"]
"""The encoder, loaded when it is first asked for."""
_RELATIONS = ("relations", "relations_later", "relations_voices")


def lookup_benches(data: Path, floors: Mapping[str, Any], encoder: GetEncoder) -> list[Bench]:
    """Past checks found for the queries of public collections, and whether "nothing fits" can be trusted."""

    def look(name: str, progress: Progress) -> Mapping[str, Figures]:
        folder, part, _ = _COLLECTIONS[name]
        cut = folder == OWN_CUT
        told = bench_retrieval(
            *(data / "retrieval" / folder / each for each in FILES),
            split="train" if cut else part,
            encoder=encoder(),
            abstention=not cut,
            choose=(lambda query: query.language == part and in_own_cut(query.id)) if cut else None,
            progress=progress,
        ).to_json()
        left = told.get("abstention", {})
        return {
            name: {what: told[what] for what in _LOOKUP}
            | {f"abstention {what}": left[what] for what in _ABSTENTION if what in left}
        }

    def bench(name: str) -> Bench:
        folder, part, reported = _COLLECTIONS[name]
        files = [data / "retrieval" / folder / each for each in FILES]
        asked = floors.get("retrieval", {}).get(name, {})
        options = [
            word
            for option, file in zip(("--docs", "--queries", "--qrels"), files, strict=True)
            for word in (option, str(file))
        ]
        prints = command("bench", "retrieval", *options, "--split", part, "--abstention")
        limits = numbers(asked.get("abstention", {}), _ABSTENTION)
        return Bench(
            "lookup",
            [name],
            files,
            alone("lookup", data) if folder == OWN_CUT else prints,
            partial(look, name),
            {name: {**numbers(asked, _LOOKUP), **{f"abstention {what}": limit for what, limit in limits.items()}}},
            lambda: digest_of_files(files) == asked.get("digest"),
            reported=reported,
        )

    return [bench(name) for name in _COLLECTIONS]


def relation_benches(quality: Path, floors: Mapping[str, Any]) -> list[Bench]:
    """Pairs whose authors had not seen the rules."""
    names = ("macro_f1", "contradicts_as_same")

    def bench(path: Path, asked: Mapping[str, Any]) -> Bench:
        def measure(_: Progress) -> Mapping[str, Figures]:
            told = bench_relations(path)
            return {path.name: {what: getattr(told, what) for what in names}}

        return Bench(
            "relations",
            [path.name],
            [path],
            alone("relations", None, quality),
            measure,
            {path.name: numbers(asked, names)},
            lambda: digest_of([path]) == asked.get("digest"),
            reported=True,
        )

    return [bench(quality / f"{name}.tsv", floors.get(name, {})) for name in _RELATIONS]


def duplicate_bench(data: Path, quality: Path, floors: Mapping[str, Any], encoder: GetEncoder) -> Bench:
    """Pairs of published claims, the half that the threshold was not chosen on."""
    path, asked = quality / "near_duplicates.tsv", floors.get("near_duplicates", {})
    names = ("precision", "recall")

    def measure(_: Progress) -> Mapping[str, Figures]:
        told = bench_duplicates(path, data / "retrieval", encoder())
        return {path.name: {what: getattr(told, what) for what in names}}

    return Bench(
        "near-duplicates",
        [path.name],
        [path, data / "retrieval"],
        alone("near-duplicates", data, quality),
        measure,
        {path.name: numbers(asked, names)},
        lambda: digest_of([path]) == asked.get("digest"),
        reported=True,
    )


def encoder_benches(data: Path, floors: Mapping[str, Any], encoder: GetEncoder) -> list[Bench]:
    """The encoder on public data, and on the translations that were kept out of its training."""
    from claimcheck.embed.data import read_corpus
    from claimcheck.embed.evaluate import evaluate_encoder, translations_found

    asked = floors.get("encoder", {})

    def same(*folders: str) -> bool:
        wanted = {name: each for name, each in asked.get("corpora", {}).items() if name.startswith(folders)}
        return all((data / name).is_file() and _sha256(data / name) == each for name, each in wanted.items())

    def public(_: Progress) -> Mapping[str, Figures]:
        return {"public data": evaluate_encoder(encoder(), data, languages=encoder().languages)}

    def held_out(_: Progress) -> Mapping[str, Figures]:
        found = translations_found(encoder(), read_corpus(data, encoder().languages).held_out)
        ways = (((f"{each}→en", there), (f"en→{each}", back)) for each, (there, back) in found.items())
        return {"held-out translations": {f"held out {name}": figure for both in ways for name, figure in both}}

    return [
        Bench(
            "encoder",
            ["public data"],
            [data / "similarity"],
            alone("encoder", data),
            public,
            {"public data": asked.get("figures", {})},
            partial(same, "similarity", "retrieval"),
        ),
        Bench(
            "held-out",
            ["held-out translations"],
            [data / "parallel"],
            alone("held-out", data),
            held_out,
            {"held-out translations": asked.get("held out", {})},
            partial(same, "parallel"),
        ),
    ]


def speed_bench(floors: Mapping[str, Any], encoder: GetEncoder) -> Bench:
    """Ratios within one run, on made-up past checks: no data are needed."""
    names = ("claims a CPU second", "cold lookup over its imports")

    def measure(_: Progress) -> Mapping[str, Figures]:
        with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as name:
            checks = write_made_up_checks(Path(name) / "checks.jsonl", _CHECKS)
            lookup, imports = cold_lookup_ratio(checks, Path(name))
        return {"made up": dict(zip(names, (encoding_rate(encoder()), lookup / imports), strict=True))}

    return Bench(
        "speed", ["made up"], [], alone("speed"), measure, {"made up": numbers(floors.get("speed", {}), names)}
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
