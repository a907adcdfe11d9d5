"""One Label Studio for each annotator: separate homes, ports and databases, shared out and collected as one."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.flows.workload import is_strict
from claimcheck.labelstudio import Studio, StudioClient, find_studio, start_studio, stop_studio, studio_home
from claimcheck.labelstudio.home import write_private
from tests.integration.conftest import NAME
from tests.integration.shared_desk import SharedDesk

pytestmark = [pytest.mark.studio, pytest.mark.slow, pytest.mark.timeout(600)]
OTHER = "second"


@pytest.fixture
def other(studio: Studio) -> Iterator[StudioClient]:
    """A second local studio; its database begins as a copy of the first, which spares the minute of a first start."""
    home = studio_home(OTHER)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    database = "label_studio.sqlite3"
    with sqlite3.connect(studio.home / database) as first, sqlite3.connect(home / database) as copy:
        first.backup(copy)
    write_private(home / "credentials.json", asdict(replace(studio.credentials, id="0123456789ab")))
    try:
        made = start_studio(OTHER)
        yield StudioClient(str(made.url), made.credentials.token, server=made.credentials.server)
    finally:
        stop_studio(OTHER)


def test_two_annotators_with_a_studio_each_share_nothing_and_one_pull_brings_both(
    studio: Studio, client: StudioClient, other: StudioClient, tmp_path
):
    first, second = find_studio(NAME), find_studio(OTHER)
    assert first
    assert second
    assert first.home != second.home
    up = CliRunner().invoke(app, ["studio", "up", "--name", OTHER])
    assert up.stderr.endswith(f"the password: claimcheck studio status --password --name {OTHER}\n")
    assert first.url != second.url
    assert first.pid != second.pid
    desk = SharedDesk(tmp_path, 2)

    passwords = desk.assign("ada", "ben", studios=f"{NAME},{OTHER}")

    assert set(passwords) == {"ada", "ben"}
    assert desk.email("ada") in client.users().values()
    assert desk.email("ada") not in other.users().values()
    assert desk.email("ben") not in client.users().values()
    for where, name in ((client, "ada"), (other, "ben")):
        project = desk.project("assignment", name)
        assert len(list(where.all_tasks(project))) == 2
        users = {email: number for number, email in where.users().items()}
        for task in where.all_tasks(project):
            choice = {"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}
            where.create_annotation(task.id, [choice], user_id=users[desk.email(name)], seconds=3.0, skipped=False)
    told = desk.run("pull").stderr
    assert "4 new verdicts" in told
    with desk.store() as store:
        assert is_strict(store)
        assert {(each.server, each.annotator) for each in store.verdicts()} == {
            (client.server, desk.email("ada")),
            (other.server, desk.email("ben")),
        }
    shown = desk.run("assign", "--progress")
    assert "blind by arrangement" not in shown.stderr
    assert [json.loads(line)["done"] for line in shown.stdout.splitlines()] == [2, 2]

    # brought up to date without naming the studios again; and what does not run is said and left for later
    again = desk.run("assign").stderr
    assert again.count("2 unchanged") == 2
    assert "blind by arrangement" not in again
    assert stop_studio(OTHER)
    later = desk.run("pull").stderr
    assert f"left out: the local studio {OTHER!r} does not run" in later
    assert later.count("0 new verdicts") == 1
