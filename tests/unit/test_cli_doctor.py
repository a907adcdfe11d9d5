"""``doctor`` through the command line in this process."""

import json
import os
from pathlib import Path

import pytest

from claimcheck.flows import doctor as flow
from claimcheck.store import Store
from claimcheck.store.lock import WriterLock
from tests.unit.conftest import Claimcheck

FEED = "".join(
    json.dumps({"claim_reviewed": f"Claim {n}", "publisher": "desk", "language": "en"}) + "\n" for n in range(5)
)


@pytest.fixture
def desk(claimcheck: Claimcheck) -> Claimcheck:
    Path("feed.jsonl").write_text(FEED)
    assert claimcheck("reviews", "import", "feed.jsonl").code == 0
    return claimcheck


def test_a_fresh_workspace_is_well_and_has_no_index_yet(desk: Claimcheck) -> None:
    done = desk("doctor", "--format", "jsonl")

    assert (done.code, done.said) == (0, "all is well\n")
    assert [each["check"] for each in done.records] == ["writer", "database", "index", "leftovers", "disk"]
    assert {each["check"]: each["found"] for each in done.records}["index"].startswith("none yet")
    assert all(each["remedy"] is None for each in done.records)


def test_without_a_workspace_it_says_how_to_make_one(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor")

    assert done.code == 1
    assert done.said.startswith("claimcheck: no workspace in claimcheck-workspace: run a command that writes")


def test_it_says_who_writes_and_still_looks_but_does_not_repair(desk: Claimcheck) -> None:
    lock = WriterLock.acquire(Path("claimcheck-workspace/workspace.lock"))
    try:
        looked, repaired = desk("doctor", "--format", "jsonl"), desk("doctor", "--repair")
    finally:
        lock.release()

    assert looked.code == 0
    assert looked.records[0]["found"].startswith("process ")
    assert repaired.code == 1
    assert "is being written by process" in repaired.said


def test_a_row_without_its_parent_is_a_finding_with_a_remedy(desk: Claimcheck) -> None:
    with Store.open(Path("claimcheck-workspace"), create=False, write=True) as store:
        store._database.connection.execute("PRAGMA foreign_keys = OFF")
        store._database.connection.execute(
            "INSERT INTO consensus (claim_id, sample, record) VALUES ('nobody', 0, '{}')"
        )

    done = desk("doctor", "--format", "jsonl")

    (wrong,) = [each for each in done.records if not each["well"]]
    assert done.code == 1
    assert wrong["check"] == "database"
    assert "refers to a claim that is not there" in wrong["found"]
    assert "workspace.db" in wrong["remedy"]
    assert done.said == "1 of 5 findings need a remedy\n"


def test_a_disk_without_room_for_a_rebuild_is_a_finding(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_LEAST_FREE", 1 << 60)

    done = desk("doctor", "--format", "jsonl")

    assert [each["check"] for each in done.records if not each["well"]] == ["disk"]


def test_another_check_can_be_added(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(patient: flow.Patient) -> list[flow.Finding]:
        return [flow.Finding("weather", False, f"rain over {patient.folder.name}", "wait")]

    monkeypatch.setitem(flow.CHECKS, "weather", ask)

    done = desk("doctor", "--format", "table")

    assert done.code == 1
    assert "rain over claimcheck-workspace" in done.out
    assert "WRONG" in done.out


def test_a_folder_that_cannot_be_written_is_a_finding(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow.os, "access", lambda _path, mode: mode != os.W_OK)

    done = desk("doctor", "--format", "jsonl")

    (wrong,) = [each for each in done.records if not each["well"]]
    assert (done.code, wrong["check"]) == (1, "rights")
    assert "cannot be written" in wrong["found"]
    assert wrong["remedy"] == "give yourself the right to write there"
