"""One ``claimcheck lookup`` as a process: how long it takes, and what it loads."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.served import CLAIMCHECK


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a thousand past checks and its index on disk."""
    folder = tmp_path_factory.mktemp("thousand")
    lines = [
        json.dumps(
            {"claim_reviewed": f"In {1000 + n} the town of Harwick had {n * 37 % 991} bakeries.", "publisher": "P"}
        )
        for n in range(1000)
    ]
    (folder / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for command in (["reviews", "import", "feed.jsonl"], ["lookup", "bakeries in Harwick"]):
        subprocess.run([CLAIMCHECK, *command], cwd=folder, check=True, capture_output=True)
    return folder


def test_lookup_over_a_thousand_reviews_answers_at_once_as_a_whole_process(thousand: Path) -> None:
    seconds = []
    for _ in range(5):  # seconds of the processor: those on the wall tell what else the machine is doing
        begun = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        subprocess.run([CLAIMCHECK, "lookup", "Harwick had 37 bakeries"], cwd=thousand, check=True, capture_output=True)
        seconds.append(sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - begun)
    assert min(seconds) < 0.7


def test_lookup_imports_neither_torch_nor_the_label_studio_client(thousand: Path) -> None:
    code = (
        "import sys\nfrom claimcheck.cli import main\nsys.argv = ['claimcheck', 'lookup', 'Harwick had 37 bakeries']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'label_studio_sdk', 'polars', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=thousand, capture_output=True, text=True, check=True)
    assert "Harwick had 37 bakeries" in done.stdout
    assert done.stderr.splitlines()[-1] == "[]"
