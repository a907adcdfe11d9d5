"""The main job as a desk does it, command by command, against the real Label Studio and a real browser."""

import json
import os
import re
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from claimcheck.labelstudio import Studio
from tests.integration.conftest import NAME
from tests.integration.desks import OUTPUT
from tests.unit.test_readme import make_folder, run, steps

pytestmark = [pytest.mark.studio, pytest.mark.slow]

STORY = (
    "Brücke von Harwick wieder offen\n\n"
    "Die alte Brücke von Harwick ist nach elf Monaten Bauzeit wieder für den Verkehr frei.\n\n"
    "Die Arbeiten kosteten 4,2 Millionen Euro, teilte die Gemeinde am Montag mit. 🌉\n"
)
SETTINGS = '[desk]\npublisher_name = "Testdesk"\npublisher_url = "https://example.org/checks"\n'


def claimcheck(*arguments: str, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would, in a folder, and demand how it ends."""
    command = [str(Path(sys.executable).with_name("claimcheck")), *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == code, f"{arguments}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.mark.browser
def test_a_verdict_clicked_on_the_page_becomes_a_past_check_of_ours(studio: Studio, page: Any, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    claimcheck("split", "story.txt", "--published", "2024-05-14", cwd=tmp_path)
    settings = tmp_path / "claimcheck-workspace" / "claimcheck.toml"
    settings.write_text(SETTINGS + '[studio]\nproject = "whole job"\n', encoding="utf-8")
    claims = [json.loads(line) for line in claimcheck("claims", "list", cwd=tmp_path).stdout.splitlines()]
    claim = next(each for each in claims if "4,2 Millionen" in each["text"])

    refused = claimcheck("publish", "--claims", claim["id"][:8], cwd=tmp_path, code=1)
    assert refused.stderr.count("\n") == 1
    pushed = claimcheck("push", "--yes", "--claims", claim["id"][:8], "--name", NAME, cwd=tmp_path)
    assert "1 created" in pushed.stderr
    for _ in range(2):
        again = claimcheck("push", "--yes", "--claims", claim["id"][:8], "--name", NAME, cwd=tmp_path)
        assert "0 created, 0 updated, 1 unchanged" in again.stderr
    project = re.search(r"/projects/(\d+)", pushed.stderr)
    assert project
    checking = claimcheck("lookup", "Die Arbeiten an der Brücke kosteten 4,2 Millionen Euro", cwd=tmp_path)
    assert claim["id"] in json.loads(checking.stdout.splitlines()[0])["being_checked"]

    page.goto(f"{studio.url}/projects/{project[1]}/data")
    page.get_by_text("4,2 Millionen").first.click()
    page.wait_for_selector(".cc-prose .htx-highlight")
    assert "4,2 Millionen Euro" in page.inner_text(".cc-prose .htx-highlight")
    page.locator(".cc-judged").click()
    page.keyboard.press("1")
    page.fill("textarea[name=justification]", "Die Schlussrechnung der Gemeinde nennt 4,2 Millionen Euro.")
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / "whole-job.png")
    with page.expect_response(lambda answer: "/annotations" in answer.url and answer.request.method == "POST") as sent:
        page.get_by_role("button", name="Submit").click()
    assert sent.value.status == 201

    assert "1 new verdict" in claimcheck("pull", "--name", NAME, cwd=tmp_path).stderr
    (settled,) = [json.loads(line) for line in claimcheck("settle", cwd=tmp_path).stdout.splitlines()]
    assert (settled["claim_id"], settled["label"], settled["n_annotators"]) == (claim["id"], "TRUE", 1)
    assert "1 new past check of ours" in claimcheck("publish", cwd=tmp_path).stderr
    assert "0 new past checks of ours, 0 changed, 1 unchanged" in claimcheck("publish", cwd=tmp_path).stderr
    found = claimcheck("lookup", "Die Arbeiten an der Brücke kosteten 4,2 Millionen Euro", cwd=tmp_path)
    review = json.loads(found.stdout.splitlines()[0])["review"]
    assert review["ours"] is True
    assert (review["publisher"], review["rating"]) == ("Testdesk", "TRUE")
    assert review["url"].startswith("https://example.org/checks#")

    claimcheck("export", "verdicts.parquet", cwd=tmp_path)
    (row,) = pl.read_parquet(tmp_path / "verdicts.parquet").to_dicts()
    assert (row["claim_id"], row["label"], row["sample"]) == (claim["id"], "TRUE", False)
    spans = [(span["start"], span["end"]) if isinstance(span, dict) else tuple(span) for span in row["spans"]]
    assert row["evidence"] == [STORY[start:end] for start, end in spans]
    everything = b"".join(
        path.read_bytes() for path in (tmp_path / "claimcheck-workspace").rglob("*") if path.is_file()
    )
    assert studio.credentials.token.encode() not in everything


def test_the_demo_runs_whole_and_a_second_time_makes_nothing_twice(studio: Studio, tmp_path: Path) -> None:
    first = claimcheck("demo", "--require-studio", cwd=tmp_path)
    again = claimcheck("demo", "--require-studio", cwd=tmp_path)
    assert "86 new" in first.stderr
    assert re.search(r"[1-9]\d* created, 0 updated, 0 there already", first.stderr)
    assert "tie: " in first.stdout
    assert "sample" in first.stdout
    assert str(studio.url) in first.stderr
    assert "0 new, 0 changed, 86 there already" in again.stderr
    assert re.search(r"\b0 created, 0 updated, [1-9]\d* there already", again.stderr)
    assert "\n0 sample answers entered" in again.stderr
    rows = pl.read_parquet(tmp_path / "claimcheck-demo" / "verdicts.parquet")
    assert rows["sample"].all()
    assert max(len(tie) for tie in rows["tie"]) > 1
    assert len((tmp_path / "claimcheck-demo" / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()) == len(rows)
    refused = claimcheck("export", "x.csv", "-w", "claimcheck-demo", cwd=tmp_path, code=1)
    assert "there is no verdict to export" in refused.stderr


def test_the_tour_of_the_readme_runs_with_its_studio_steps(studio: Studio, tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    toured = [step for step in steps() if not step.command.startswith(("make", "git", "cd", "source"))]
    assert any(step.studio for step in toured)
    settings, ours = folder / "tour" / "claimcheck.toml", f'project = "tour {uuid.uuid4().hex[:8]}"'
    for step in toured:
        if step.studio:  # in a project of its own: other tests push too
            text = settings.read_text(encoding="utf-8")
            settings.write_text(text.replace('# project = "claimcheck"', ours), encoding="utf-8")
        run(step, folder)
