"""Push and pull at full size against a real Label Studio: rate, planning, kills, a bad network, ten thousand tasks.

``python -m tests.benchmarks.studio_soak`` runs it alone and prints the table. Each figure is a ratio to the bare server
in the same run, since times on a shared machine are not worth much by themselves.
"""

import argparse
import json
import os
import random
import shutil
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from claimcheck.errors import ClaimcheckError
from claimcheck.flows.pull import pull_verdicts
from claimcheck.flows.push import push_claims
from claimcheck.flows.push_plan import PushPlan, plan_push
from claimcheck.flows.push_tasks import TaskMaker
from claimcheck.labelstudio import Studio, StudioClient, install_studio, start_studio, stop_studio
from claimcheck.records import Claim
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.benchmarks.scale import Row
from tests.integration.desks import make_article, make_claim, past_matches
from tests.integration.middle import Middle, standing_between
from tests.integration.pushers import Pusher

__all__ = ["studio_rows"]

SCHEME = read_scheme()
BATCH = 500
PIECE = 1_000


def studio_rows(*, tasks: int = 10_000, kills: int = 100, operations: int = 500) -> Iterator[Row]:
    """All figures, with a studio of its own that is removed at the end, or the one ``CLAIMCHECK_TEST_STUDIO`` names."""
    install_studio()
    before, kept = os.environ.get("CLAIMCHECK_STUDIO_HOME"), os.environ.get("CLAIMCHECK_TEST_STUDIO")
    with tempfile.TemporaryDirectory(prefix="claimcheck-soak-") as folder:
        os.environ["CLAIMCHECK_STUDIO_HOME"] = kept or folder
        try:
            studio = start_studio(patience=900)
            yield from _speed(Path(folder), studio, tasks)
            yield from _kills(Path(folder), studio, kills)
            yield from _faults(Path(folder), studio, operations)
        finally:
            if not kept:
                stop_studio()
            if before is None:
                del os.environ["CLAIMCHECK_STUDIO_HOME"]
            else:
                os.environ["CLAIMCHECK_STUDIO_HOME"] = before


def _client(studio: Studio, **options: Any) -> StudioClient:
    return StudioClient(str(studio.url), studio.credentials.token, server=studio.credentials.server, **options)


def _make_store(folder: Path, count: int) -> tuple[Store, list[Claim]]:
    """A workspace of so many claims, each with two past checks."""
    store = Store.open(folder / f"desk-{uuid.uuid4().hex[:8]}", create=True, write=True)
    article = make_article()
    claim = make_claim(article)
    claims = [replace(claim, id=f"{number:016x}", text=f"Behauptung {number}") for number in range(1, count + 1)]
    store.add_article(article)
    store.record_split(article, claims)
    matches = past_matches()
    store.put_reviews([each.review for each in matches if each.review], at=datetime.now(UTC))
    with store.transaction():
        for each in claims:
            store.put_matches(each.id, [replace(match, claim_id=each.id, query=each.text) for match in matches])
    return store, claims


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def _speed(folder: Path, studio: Studio, count: int) -> Iterator[Row]:
    """The rate of a push beside the bare endpoint's, planning beside the bare queries, and the round trip."""
    store, claims = _make_store(folder, count)
    client, title = _client(studio), f"soak {uuid.uuid4().hex[:8]}"
    maker = TaskMaker(store, SCHEME)
    tasks = list(maker.make(store.claims()).values())
    bare = httpx.Client(
        base_url=str(studio.url),
        headers={"Authorization": f"Token {studio.credentials.token}"},
        timeout=600,
        trust_env=False,
    )

    def import_bare() -> None:
        project = client.create_project(f"bare {uuid.uuid4().hex[:8]}", maker.config, description="", instruction="")
        for start in range(0, count, BATCH):
            address = f"/api/projects/{project.id}/import?return_task_ids=true"
            bare.post(address, json=tasks[start : start + BATCH]).raise_for_status()

    agreed = 0.0

    def agree(plan: PushPlan) -> bool:
        nonlocal agreed
        agreed = time.perf_counter()
        return True

    def push() -> Any:
        return push_claims(store, client, store.claims(), scheme=SCHEME, title=title, batch=BATCH, agree=agree)

    first, _ = _timed(import_bare)
    begun = time.perf_counter()
    pushed, report = _timed(push)
    sent = pushed - (agreed - begun)
    second, _ = _timed(import_bare)
    assert report.created == count
    rate = (first + second) / 2
    yield (
        f"push {count:,} tasks with predictions, {BATCH} a request",
        f"{count / sent:,.0f} a second once agreed to, {rate / sent:.2f} of the bare endpoint's rate "
        f"({count / first:,.0f} before, {count / second:,.0f} after); with their making {rate / pushed:.2f}",
    )

    def ask_bare(project_id: int) -> None:
        ids = [each.id for each in claims]
        for start in range(0, count, PIECE):
            item = {"filter": "filter:tasks:data.claim_id", "operator": "in_list", "type": "List"}
            items = [{**item, "value": ids[start : start + PIECE]}]
            query = {"ordering": ["tasks:id"], "filters": {"conjunction": "and", "items": items}}
            include = "id,data,meta,updated_at,total_annotations,cancelled_annotations"
            parameters = {"project": project_id, "query": json.dumps(query), "include": include, "page_size": PIECE}
            bare.get("/api/tasks/", params={**parameters, "fields": "task_only"}).raise_for_status()

    def plan() -> Any:
        return plan_push(store, client, store.claims(), TaskMaker(store, SCHEME), title=title)

    ratios, last = [], 0.0
    for _ in range(3):
        asked, _ = _timed(lambda: ask_bare(int(report.project_id)))
        last, planned = _timed(plan)
        ratios.append(last / asked)
        assert {step.value for step, _, _ in planned.groups()} == {"unchanged"}
    yield (
        f"planning {count:,} unchanged claims",
        f"{last:.1f} s, {sorted(ratios)[1]:.2f} times the server's own time for the queries (median of three)",
    )
    again = push()
    assert (again.created, again.updated, again.unchanged) == (0, 0, count)
    answered = [each.task_id for each in store.tasks()][:: count // 20][:20]
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
    for task_id in answered:
        client._api.annotations.create(task_id, result=result, lead_time=5.0)
    took, pulled = _timed(lambda: pull_verdicts(store, client, scheme=SCHEME, title=title))
    next_took, nothing = _timed(lambda: pull_verdicts(store, client, scheme=SCHEME, title=title))
    assert (pulled.new, nothing.new, nothing.changed) == (len(answered), 0, 0)
    assert push().unchanged == count
    assert set(_counted(client, int(report.project_id)).values()) == {1}
    yield (
        f"{count:,} tasks pushed, pulled and pushed again",
        f"unchanged, each there once; first pull {took:.1f} s, the next {next_took:.1f} s",
    )
    store.close()
    bare.close()


def _counted(client: StudioClient, project_id: int) -> Counter[str]:
    return Counter(task.claim_id for task in client.all_tasks(project_id))


def _kills(folder: Path, studio: Studio, kills: int) -> Iterator[Row]:
    """Pushes killed at random moments of their work; once one comes through, or after ten, a fresh workspace."""
    chance, client, killed, workspaces = random.Random(7), _client(studio), 0, 0
    while killed < kills:
        store, claims = _make_store(folder, 500)
        desk, title = store.folder, f"killed {uuid.uuid4().hex[:8]}"
        store.close()
        workspaces += 1
        with Pusher(desk, client, studio.credentials.token, title, batch=10) as pusher:
            for _ in range(min(10, kills - killed)):
                if not pusher.kill_after(chance.uniform(0.1, 2.5)):
                    break
                killed += 1
                for project in client.find_projects(title):
                    assert max(_counted(client, project.id).values(), default=0) <= 1, "a task is there twice"
        with Store.open(desk, create=False, write=True) as store:
            push_claims(store, client, store.claims(), scheme=SCHEME, title=title)
        (project,) = client.find_projects(title)
        assert _counted(client, project.id) == Counter(each.id for each in claims), "not each task is there once"
        shutil.rmtree(desk)
    yield (
        f"a push killed {killed} times while at work",
        f"in {workspaces} workspaces of 500 claims; no task twice, none missing after the next push",
    )


def _faults(folder: Path, studio: Studio, operations: int) -> Iterator[Row]:
    """Requests through a proxy of which one in four goes wrong."""
    middle, lines, runs = Middle(str(studio.url), rate=0.25, seed=5), 0, 0
    with standing_between(middle):
        while middle.requests < operations:
            store, claims = _make_store(folder, 120)
            title = f"faults {uuid.uuid4().hex[:8]}"
            client = StudioClient(middle.url, studio.credentials.token, server="soak", timeout=5, pause=0.05)
            done = False
            while not done:
                try:
                    push_claims(store, client, store.claims(), scheme=SCHEME, title=title, batch=12)
                    pull_verdicts(store, client, scheme=SCHEME, title=title)
                    done = True
                except ClaimcheckError:
                    lines += 1
            runs += 1
            straight = StudioClient(str(studio.url), studio.credentials.token, server="soak")
            push_claims(store, straight, store.claims(), scheme=SCHEME, title=title)
            (row,) = store.projects()
            counted = _counted(straight, row.project_id)
            assert counted == Counter(each.id for each in claims), "lost or there twice"
            store.close()
    wrong = ", ".join(f"{count} {what}" for what, count in sorted(middle.happened.items()))
    yield (
        f"{middle.requests} requests through a proxy out of order",
        f"{sum(middle.happened.values())} of them went wrong ({wrong}); {runs} pushes of 120, {lines} of them begun "
        "again, none lost, none there twice",
    )


def main() -> None:
    """Run it alone."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--tasks", type=int, default=10_000)
    reader.add_argument("--kills", type=int, default=100)
    reader.add_argument("--operations", type=int, default=500)
    chosen = reader.parse_args()
    for what, figure in studio_rows(tasks=chosen.tasks, kills=chosen.kills, operations=chosen.operations):
        print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
