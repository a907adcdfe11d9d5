"""Many requests at once to a server that runs, more than it takes in at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from claimcheck.store import Store
from tests.made_desk import fill_desk
from tests.served import serving


@pytest.mark.slow
def test_two_hundred_requests_at_once_get_answers_or_problems_the_too_large_ones_too(tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        fill_desk(store, 6)
    bodies = [{"text": "Harwick lost 4 buses in 2021.", "dry_run": True}, {"text": "x" * 3_000_000}, {"text": " "}]
    with serving(tmp_path / "desk", "--max-body", "1") as served, ThreadPoolExecutor(100) as threads:

        def ask(number: int) -> httpx.Response:
            return httpx.post(f"{served.url}/v1/split", json=bodies[number % 3], timeout=120)

        answers = list(threads.map(ask, range(200)))
        assert httpx.get(f"{served.url}/v1/health").status_code == 200
    found = [(each.status_code, each.headers["content-type"]) for each in answers]
    problem = "application/problem+json"
    assert set(found[0::3]) <= {(200, "application/json"), (503, problem)}
    assert set(found[1::3]) == {(413, problem)}
    assert set(found[2::3]) <= {(422, problem), (503, problem)}
    assert all(each.json()["detail"].startswith("the request's body has") for each in answers[1::3])
