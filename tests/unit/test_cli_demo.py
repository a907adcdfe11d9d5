"""``demo`` without Label Studio: the rest is finished all the same."""

import json
from pathlib import Path

import polars as pl

from tests.unit.conftest import Claimcheck


def test_without_a_studio_the_tasks_become_a_file_and_the_rest_is_finished(
    claimcheck: Claimcheck, tmp_path: Path
) -> None:
    first = claimcheck("demo", "--no-studio")
    folder = tmp_path / "claimcheck-demo"
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    rows = pl.read_parquet(folder / "verdicts.parquet")
    assert first.code == 0
    assert [line[0] for line in first.said.splitlines() if line[1:3] == ". "] == list("12345678")
    assert len(tasks) >= 20
    assert all(task["data"]["claim"] for task in tasks)
    assert "<View" in (folder / "tasks.json.labeling.xml").read_text(encoding="utf-8")
    assert rows["sample"].all()
    assert max(len(tie) for tie in rows["tie"]) > 1
    page = (folder / "report.html").read_bytes()
    assert "Diese Seite zeigt Muster" in page.decode()
    again = claimcheck("demo", "--no-studio")
    assert "0 sample verdicts and skips entered" in again.said
    assert pl.read_parquet(folder / "verdicts.parquet").equals(rows)
    assert (folder / "report.html").read_bytes() == page


def test_a_studio_that_cannot_start_is_one_line_unless_it_is_required(
    claimcheck: Claimcheck, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", "/dev/null/nowhere")
    done = claimcheck("demo")
    assert done.code == 0
    assert done.said.count("without Label Studio: ") == 1
    assert (tmp_path / "claimcheck-demo" / "verdicts.jsonl").exists()
    required = claimcheck("demo", "--require-studio")
    assert required.code == 1
    assert required.said.splitlines()[-1].startswith("claimcheck: ")
