"""An export for Label Studio, imported into a real one: the tasks and every annotator's answers are there."""

import json
from typing import Any

import httpx
import pytest

from claimcheck.flows.export import export_verdicts
from claimcheck.labelstudio import LANGUAGES, Studio, StudioClient, labeling_config
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.made_desk import fill_desk

pytestmark = pytest.mark.studio


def test_label_studio_imports_the_tasks_with_their_answers(tmp_path, studio: Studio, client: StudioClient) -> None:
    with Store.open(tmp_path / "w", create=True, write=True) as store:
        fill_desk(store, 2)
        report = export_verdicts(store, tmp_path / "tasks.json", key="ab" * 32, format="label-studio")
    config = labeling_config(read_scheme(), LANGUAGES)
    project = client.create_project("imported", config, description="", instruction="")
    headers = {"Authorization": f"Token {studio.credentials.token}"}
    try:
        with httpx.Client(base_url=studio.url or "", headers=headers, timeout=120) as api:
            sent = {"file": ("tasks.json", report.path.read_bytes(), "application/json")}
            imported: dict[str, Any] = api.post(f"/api/projects/{project.id}/import", files=sent).json()
            assert imported["task_count"] == report.rows, imported
            there = api.get(f"/api/projects/{project.id}/export", params={"exportType": "JSON"}).json()
    finally:
        client.delete_project(project.id)
    wanted = {task["data"]["claim_id"]: task for task in json.loads(report.path.read_text())}
    assert {task["data"]["claim_id"] for task in there} == set(wanted)
    for task in there:
        given = wanted[task["data"]["claim_id"]]
        assert task["meta"] == given["meta"]
        assert sorted(map(answers, task["annotations"])) == sorted(map(answers, given["annotations"]))


def answers(annotation: dict[str, Any]) -> str:
    """What an annotation says, but for the ids that a server gives."""
    said = sorted((each["from_name"], json.dumps(each["value"], sort_keys=True)) for each in annotation["result"])
    return json.dumps([said, annotation["was_cancelled"], annotation["lead_time"]])
