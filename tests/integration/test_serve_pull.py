"""``serve --pull`` with the real Label Studio: verdicts arrive while it answers, at once where a webhook comes."""

import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from claimcheck.labelstudio import Studio, StudioClient
from tests.integration.desks import Desk
from tests.served import Served, serving

pytestmark = [pytest.mark.studio, pytest.mark.slow]


def answer(desk: Desk, task: int, label: str) -> None:
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": [label]}}]
    desk.client._api.annotations.create(task, result=result, lead_time=5.0)


def verdicts(served: Served, count: int) -> list[dict]:
    """The verdicts as the API has them, once there are so many, or after a while."""
    until = time.monotonic() + 90
    with httpx.Client(base_url=served.url, trust_env=False, timeout=60) as client:
        while True:
            items = client.get("/v1/verdicts").json()["items"]
            if len(items) >= count or time.monotonic() > until:
                return items
            time.sleep(0.2)


def project_of(folder: Path, title: str) -> None:
    (folder / "claimcheck.toml").write_text(f'[studio]\nproject = "{title}"\n')


def test_a_verdict_given_while_it_serves_is_in_its_answers(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    report = desk.push()
    folder = desk.store.folder
    project_of(folder, desk.title)
    task = desk.task_id()
    desk.store.close()
    with serving(folder, "--pull", "--every", "1s") as served:
        assert verdicts(served, 0) == []
        answer(desk, task, "FALSE")
        (verdict,) = verdicts(served, 1)
    assert (verdict["label"], verdict["claim_id"]) == ("FALSE", desk.claim_id)
    assert any("1 new verdict" in line for line in served.said)
    assert any(line.startswith("no webhook, pulling alone: ") for line in served.said)  # by the studio's own rule
    assert served.process.returncode == 0
    assert desk.client.webhooks(report.project_id) == []


def test_label_studios_webhook_makes_the_server_pull_at_once(
    make_desk: Callable[..., Desk], calling_studio: Studio
) -> None:
    assert calling_studio.url
    key = calling_studio.credentials
    desk = make_desk()
    desk.client = StudioClient(calling_studio.url, key.token, server=key.server)
    report = desk.push()
    task = desk.task_id()
    folder = desk.store.folder
    project_of(folder, desk.title)
    desk.store.close()
    with serving(folder, "--pull", "--every", "1h", "--name", "calling") as served:
        until = time.monotonic() + 60
        while not any("0 new verdicts" in line for line in served.said) and time.monotonic() < until:
            time.sleep(0.2)
        ((_, url, headers),) = desk.client.webhooks(report.project_id)
        assert url == f"{served.url}/v1/webhooks/label-studio"
        stranger = httpx.post(url, json={"action": "ANNOTATION_CREATED"}, trust_env=False)
        answer(desk, task, "TRUE")
        (verdict,) = verdicts(served, 1)
    left = desk.client.webhooks(report.project_id)
    assert verdict["label"] == "TRUE"
    assert stranger.status_code == 401
    assert left == []
    assert not [line for line in served.said if headers["X-Claimcheck-Secret"] in line]
