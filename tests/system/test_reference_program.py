"""The splitter's scores against those of the program that came with the gold, as a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.flows.bench_split import bench_split, offered_claims
from claimcheck.flows.split_gold import read_split_gold
from claimcheck.shapes import claim_to_json
from claimcheck.split import RuleSplitter


@pytest.mark.needs_shared_data
def test_the_figures_are_those_of_the_reference_program(shared: Path, tmp_path: Path) -> None:
    paths = [shared / "gold" / "seed_claims.json", *sorted((shared / "gold" / "pages").glob("*.json"))]
    paths = [path for path in paths if path.name != "halves.json"]
    for path in paths:
        offered = offered_claims(read_split_gold(path), RuleSplitter())
        lines = (json.dumps(claim_to_json(each)) for each in offered)
        (tmp_path / f"{path.stem}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    program = shared / "tools" / "score_gold.py"
    done = subprocess.run(
        [sys.executable, "-B", str(program), str(tmp_path), *map(str, paths)],
        capture_output=True,
        text=True,
        check=True,
    )

    ours = [row for row in bench_split(paths, splitter=RuleSplitter()) if not row.name.startswith("half ")]

    row = (
        "{0:44s} P {1:.2f} coverage {2:.2f} F1 {3:.2f} | speaker F1 {4:.2f} date F1 {5:.2f} | "
        "rejected kept {6:.2f} leaked {7:.0f} "
        "| text {9:.2f} bare {10:.2f} needs context {8:.2f} | offered {11:.0f}"
    )
    expected = [
        row.format(
            each.name[:44],
            each.precision,
            each.coverage,
            each.f1,
            each.speaker_f1,
            each.day_f1,
            each.rejected_kept,
            each.leaked,
            each.needs_context,
            each.text,
            each.bare_evidence,
            each.offered,
        )
        for each in ours
    ]
    assert done.stdout.splitlines() == expected
