"""The notebooks, run from top to bottom as a reader would, on what ships with claimcheck."""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
HERE = re.compile(r"/(?:work|root|home|tmp|var/folders)/")


def test_there_are_three_and_they_are_kept_without_outputs():
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03"]
    for path in NOTEBOOKS:
        text = path.read_text(encoding="utf-8")
        assert not HERE.search(text)
        for cell in json.loads(text)["cells"]:
            assert cell["cell_type"] != "code" or (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.slow
@pytest.mark.timeout(280)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom_and_shows_what_it_promises(path, tmp_path, monkeypatch):
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    text = json.dumps(shown)
    assert str(tmp_path) not in text
    assert "Error" not in text
    assert [each["name"] for each in shown if each.output_type == "stream" and each["name"] == "stderr"] == []
    pictures = sum("image/png" in each.get("data", {}) for each in shown)
    assert pictures == {"01": 0, "02": 2, "03": 3}[path.name[:2]]
    tables = sum("text/html" in each.get("data", {}) for each in shown)
    assert tables >= 2
