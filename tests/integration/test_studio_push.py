"""A push against the real server when things go wrong: kills, a bad network, a second pusher, hands in the project."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import ClaimcheckError, TaskInvalid
from claimcheck.flows.pull import pull_verdicts
from claimcheck.flows.push import push_claims
from claimcheck.flows.push_plan import PushPlan, Step, plan_push
from claimcheck.flows.push_tasks import TaskMaker
from claimcheck.labelstudio import Studio, StudioClient
from claimcheck.records import Claim, Label
from claimcheck.store import Store
from tests.integration.desks import Desk, past_matches
from tests.integration.middle import FAULTS, Middle, standing_between
from tests.integration.pushers import Pusher

pytestmark = [pytest.mark.studio]


def fill(desk: Desk, count: int) -> list[Claim]:
    """Give a desk so many claims in all."""
    article = desk.store.article(desk.store.claims()[0].claim.article_id)
    (stored,) = desk.store.claims()
    more = [replace(stored.claim, id=f"{n:016x}", text=f"Behauptung {n}") for n in range(1, count)]
    claims = [stored.claim, *more]
    desk.store.record_split(article, claims)
    return claims


def on_server(client: StudioClient, project_id: int) -> Counter[str]:
    """How many tasks each claim has there."""
    return Counter(task.claim_id for task in client.all_tasks(project_id))


def plan(desk: Desk, client: StudioClient | None = None) -> PushPlan:
    maker = TaskMaker(desk.store, desk.scheme)
    return plan_push(desk.store, client or desk.client, desk.store.claims(), maker, title=desk.title)


def push(desk: Desk, client: StudioClient | None = None, **options: Any) -> Any:
    claims = desk.store.claims()
    return push_claims(desk.store, client or desk.client, claims, scheme=desk.scheme, title=desk.title, **options)


def push_with(desk: Desk, studio: Studio, fault: str, **options: Any) -> tuple[Any, list[str]]:
    """Push with this fault at each import; the report, and what was asked of the server."""
    middle = Middle(str(studio.url))
    middle.fault = lambda: fault if middle.seen[-1].endswith("/import") else None  # type: ignore[method-assign]
    with standing_between(middle):
        client = StudioClient(middle.url, studio.credentials.token, server=desk.client.server, **options)
        return push(desk, client), middle.seen


def answer(desk: Desk, task_id: int) -> int:
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
    made: int = desk.client._api.annotations.create(task_id, result=result, lead_time=5.0).id
    return made


@pytest.mark.slow
def test_after_kills_at_random_moments_no_task_is_there_twice_and_the_next_push_makes_what_is_missing(
    make_desk: Callable[..., Desk], studio: Studio
) -> None:
    desk = make_desk()
    claims = fill(desk, 120)
    desk.store.close()
    chance, hit = random.Random(3), 0

    with Pusher(desk.store.folder, desk.client, studio.credentials.token, desk.title, batch=10) as pusher:
        for _ in range(10):
            hit += pusher.kill_after(chance.uniform(0.1, 2.0))
            projects = desk.client.find_projects(desk.title)
            assert len(projects) <= 1
            if projects:
                assert not [each for each, count in on_server(desk.client, projects[0].id).items() if count > 1]

    desk.store = Store.open(desk.store.folder, create=False, write=True)
    try:
        report = push(desk)
        again = push(desk)
        (project,) = desk.client.find_projects(desk.title)
        assert hit
        assert report.created + report.unchanged == len(claims)
        assert (again.created, again.unchanged) == (0, len(claims))
        assert on_server(desk.client, project.id) == Counter(each.id for each in claims)
        assert {each.claim_id for each in desk.store.tasks()} == {each.id for each in claims}
    finally:
        desk.store.close()


@pytest.mark.slow
def test_over_a_network_that_loses_doubles_and_cuts_nothing_is_lost_and_nothing_is_there_twice(
    make_desk: Callable[..., Desk], studio: Studio
) -> None:
    desk = make_desk()
    claims = fill(desk, 60)
    middle, said = Middle(str(studio.url), rate=0.3, seed=11), list[str]()
    with standing_between(middle):
        client = StudioClient(middle.url, studio.credentials.token, server=desk.client.server, timeout=3, pause=0.05)
        client.whoami = lambda: ""  # type: ignore[method-assign]  # met before things went wrong
        client._connection._met = True
        while middle.requests < 50:
            try:
                push(desk, client, batch=6)
                pull_verdicts(desk.store, client, scheme=desk.scheme, title=desk.title)
            except ClaimcheckError as error:  # the desk reads the line and runs it again
                said.append(str(error))
    report = push(desk)

    (project,) = desk.client.find_projects(desk.title)
    assert sum(middle.happened.values()) >= 10
    assert all(len(each.splitlines()) == 1 for each in said)
    assert set(middle.happened) <= set(FAULTS)
    assert report.created == 0
    assert on_server(desk.client, project.id) == Counter(each.id for each in claims)


def test_an_import_that_came_through_twice_is_tidied_up_by_the_push_itself(make_desk, studio: Studio) -> None:
    desk = make_desk()
    claims = fill(desk, 8)

    report, _ = push_with(desk, studio, "twice")

    (project,) = desk.store.projects()
    assert (report.created, report.removed, report.duplicates) == (8, 8, ())
    assert on_server(desk.client, project.project_id) == Counter(each.id for each in claims)


def test_an_import_whose_answer_was_lost_is_found_on_the_server_and_not_sent_again(make_desk, studio: Studio) -> None:
    desk = make_desk()
    claims = fill(desk, 8)

    report, seen = push_with(desk, studio, "drop after", timeout=5)

    assert (report.created, report.removed) == (8, 0)
    assert sum(each.endswith("/import") for each in seen) == 1
    assert {each.claim_id for each in desk.store.tasks()} == {each.id for each in claims}


def test_two_workspaces_that_push_the_same_claims_end_with_one_task_each(make_desk) -> None:
    first, second = make_desk(), make_desk()
    fill(first, 5)
    fill(second, 5)
    second.title = first.title
    push(first)
    (project,) = first.store.projects()
    late = plan(second)  # sees all; now the second one imports as if it had looked before the first was there
    tasks = [late.wanted[each] for each in late.wanted]
    second.client.import_tasks(project.project_id, tasks)

    seen = plan(second)
    report = push(second)

    assert late.count(Step.CREATED) == 0
    assert [each.why for each in seen.of(Step.DUPLICATE)] == [
        "a second task of the claim, which nobody has answered: it goes"
    ] * 5
    assert (report.removed, report.duplicates) == (5, ())
    assert set(on_server(first.client, project.project_id).values()) == {1}
    assert push(first).unchanged == 5


def test_a_double_that_somebody_has_answered_is_named_and_kept_and_its_verdict_counts(make_desk) -> None:
    desk = make_desk()
    desk.push()
    (project,) = desk.store.projects()
    wanted = plan(desk).wanted
    (double,) = desk.client.import_tasks(project.project_id, list(wanted.values()))
    answer(desk, double)

    report = desk.push()
    pulled = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)

    assert (report.removed, report.duplicates) == (0, (desk.claim_id,))
    assert on_server(desk.client, project.project_id)[desk.claim_id] == 2
    assert pulled.new == 1
    assert desk.task_id() < double


def test_what_hands_did_in_the_project_is_named_in_the_plan_and_nothing_is_destroyed(make_desk) -> None:
    desk = make_desk()
    claims = fill(desk, 6)
    push(desk)
    (project,) = desk.store.projects()
    tasks = {each.claim_id: each.task_id for each in desk.store.tasks()}
    kept, lost, dropped, answered_and_dropped, foreign = (each.id for each in claims[1:6])
    answer(desk, tasks[lost])
    answer(desk, tasks[answered_and_dropped])
    pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    desk.client.delete_task(tasks[lost])
    for each in (dropped, answered_and_dropped):
        desk.store.drop_claim(each, author="tester", reason="a test")
    desk.client._api.tasks.update(str(tasks[foreign]), meta={"workspace": "another"})
    desk.store.drop_tasks([(desk.client.server, project.project_id, foreign)])
    desk.store.drop_claim(foreign, author="tester", reason="a test")
    data = {"claim": "von Hand", "who": "", "as_of": "", "source_html": "", "notes": [], "context": "x"}
    by_hand = {"data": {**data, "past_checks": [], "past_none": []}}
    desk.client.import_tasks(project.project_id, [by_hand])
    desk.client._api.projects.update(project.project_id, title="renamed by hand")
    claims_to_push = [each for each in desk.store.claims() if each.claim.id in {desk.claim_id, kept}]
    maker = TaskMaker(desk.store, desk.scheme)

    found = plan_push(desk.store, desk.client, claims_to_push, maker, title=desk.title)

    whys = {each.claim_id: each.why for each in found.of(Step.ORPHAN)}
    assert found.count(Step.UNCHANGED) == 2
    assert "deleted there; its verdicts stay here" in whys[lost]
    assert "dropped here; --prune removes it" in whys[dropped]
    assert "somebody has answered it: kept" in whys[answered_and_dropped]
    assert "of another workspace" in whys[foreign]
    assert "made there, of no claim" in whys[None]
    assert found.count(Step.ORPHAN) == 5
    assert any("'renamed by hand'" in each for each in found.notices)
    before = desk.client.count_tasks(project.project_id)
    pulled = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    report = push_claims(desk.store, desk.client, claims_to_push, scheme=desk.scheme, title=desk.title, prune=True)
    assert (pulled.gone, pulled.lost) == (0, 1)
    assert len(desk.store.verdicts()) == 2
    assert (report.removed, report.created) == (1, 0)
    assert desk.client.count_tasks(project.project_id) == before - 1


def test_a_plan_names_a_server_that_was_upgraded_and_a_clock_that_is_off(make_desk, monkeypatch) -> None:
    desk = make_desk()
    desk.push()
    now = desk.client.version()
    desk.store.put_server_version(desk.client.server, "1.20.0")
    upgraded = plan(desk).notices
    monkeypatch.setattr(StudioClient, "version", lambda self: "2.0.0")
    strange = plan(desk).notices
    monkeypatch.undo()
    from datetime import timedelta

    monkeypatch.setattr(StudioClient, "skew", timedelta(seconds=-300))
    slow = plan(desk).notices
    monkeypatch.undo()
    desk.push()

    assert any(f"is {now} now, it was 1.20.0 when last used" in each for each in upgraded)
    assert any("is 2.0.0 now" in each and "tested with 1.23" in each for each in strange)
    assert any("the server's clock is 300 s behind this machine's" in each for each in slow)
    assert plan(desk).notices == ()


def test_a_plan_names_an_annotator_who_was_renamed_and_keeps_what_they_gave(make_desk, monkeypatch) -> None:
    desk = make_desk()
    desk.push()
    (task,) = desk.store.tasks()
    mark = uuid4().hex[:8]
    old, new = f"old-{mark}@desk.invalid", f"new-{mark}@desk.invalid"
    user = desk.client.create_user(old, "Ada", "Probe")
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
    desk.client.create_annotation(task.task_id, result, user_id=user, seconds=3, skipped=False)
    pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    assert plan(desk).notices == ()

    people = desk.client.users()
    assert people[user] == old
    monkeypatch.setattr(StudioClient, "users", lambda self: {**people, user: new})  # no call of the server's renames

    (named,) = plan(desk).notices
    assert named.startswith(f"user {user} is {new} now and was {old} when giving 1 verdict:")
    assert named.endswith(f"assign --reassign {old} --to {new}")
    assert [each.annotator for each in desk.store.verdicts()] == [old]


def test_a_task_that_would_not_fit_the_page_stops_everything_before_anything_is_sent(make_desk) -> None:
    desk = make_desk()
    (stored,) = desk.store.claims()
    article = desk.store.article(stored.claim.article_id)
    wrong = replace(stored.claim, id="f" * 16, evidence=("something else",))
    desk.store.record_split(article, [stored.claim, wrong])

    with pytest.raises(TaskInvalid, match=r"claim f{16} does not stand at"):
        push(desk)

    assert desk.client.find_projects(desk.title) == []


def test_a_proxy_that_takes_only_short_lines_and_small_bodies_gets_shorter_and_smaller_ones(make_desk, studio) -> None:
    desk = make_desk()
    claims = fill(desk, 260)
    middle = Middle(str(studio.url))
    middle.limit, middle.largest = 8_000, 200_000
    with standing_between(middle):
        client = StudioClient(middle.url, studio.credentials.token, server=desk.client.server, pause=0.05)
        first, again = push(desk, client), push(desk, client)

    assert (first.created, again.unchanged) == (len(claims), len(claims))
    (project,) = desk.store.projects()
    assert set(on_server(desk.client, project.project_id).values()) == {1}


def test_a_refresh_cut_short_is_done_again_by_the_next_push(make_desk, studio: Studio) -> None:
    desk = make_desk()
    desk.push()
    desk.store.put_matches(desk.claim_id, [replace(each, claim_id=desk.claim_id) for each in past_matches()[:1]])
    middle = Middle(str(studio.url))
    middle.fault = lambda: "drop before" if middle.seen[-1].startswith("PATCH /api/tasks") else None  # type: ignore
    with standing_between(middle):
        client = StudioClient(middle.url, studio.credentials.token, server=desk.client.server, pause=0.01)
        with pytest.raises(Exception, match="nothing answers"):
            push(desk, client)

    report = desk.push()

    task = desk.client.task(desk.task_id())
    assert (report.updated, report.unchanged) == (1, 0)
    assert len(task.data["past_checks"]) == 1
    assert task.meta["workspace"] == desk.store.workspace_id()


@pytest.mark.slow
def test_a_thousand_tasks_are_pushed_answered_pulled_and_pushed_again_unchanged(make_desk) -> None:
    desk = make_desk()
    claims = fill(desk, 1_000)

    first = push(desk)
    answered = [each.task_id for each in desk.store.tasks()][:4]
    for task_id in answered:
        answer(desk, task_id)
    pulled = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    again = push(desk)

    assert (first.created, again.created, again.updated, again.unchanged) == (1_000, 0, 0, 1_000)
    assert (pulled.new, pulled.problems) == (4, ())
    assert {each.label for each in desk.store.verdicts()} == {Label.TRUE}
    (project,) = desk.store.projects()
    assert on_server(desk.client, project.project_id) == Counter(each.id for each in claims)
    (sample,) = desk.client.tasks(project.project_id, [answered[0]])
    predictions = desk.client._api.predictions.list(task=answered[0])
    assert [each.model_version for each in predictions] == ["claimcheck"]
    assert sample.answers == 1


def test_the_command_shows_the_plan_and_sends_nothing_unasked(make_desk, studio: Studio) -> None:
    desk = make_desk()
    (desk.store.folder / "claimcheck.toml").write_text(f'[studio]\nproject = "{desk.title}"\n', encoding="utf-8")
    desk.store.close()
    there = ["-w", str(desk.store.folder)]

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(app, [*arguments, *there])

    command = [str(Path(sys.executable).with_name("claimcheck")), "push", *there]
    asked = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    dry = run("push", "--dry-run", "--format", "table")
    nothing_there = desk.client.find_projects(desk.title) == []
    sent, again = run("push", "--yes"), run("push")
    dropped = run("claims", "drop", desk.claim_id)
    left, gone = run("push", "--yes"), run("push", "--yes", "--prune")

    assert asked.returncode == 1
    assert asked.stderr.startswith("claimcheck: nothing was sent, for there is no terminal to ask at")
    line = json.loads(asked.stdout)
    assert (line["step"], line["count"], line["claims"]) == ("created", 1, [desk.claim_id])
    assert [each.exit_code for each in (dry, sent, again, dropped, left, gone)] == [0] * 6
    assert "created" in dry.stdout
    assert nothing_there
    assert "1 claim: 1 created, 0 updated, 0 unchanged" in sent.stderr
    assert "0 created, 0 updated, 1 unchanged" in again.stderr  # nothing to send: nobody is asked
    assert json.loads(left.stdout)["why"].startswith("its claim was dropped here; --prune removes it")
    assert "removed" not in left.stderr
    assert "1 unanswered task removed" in gone.stderr
    (project,) = desk.client.find_projects(desk.title)
    assert desk.client.count_tasks(project.id) == 0
