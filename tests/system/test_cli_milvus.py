"""The commands of a desk whose index is in Milvus, here the file that milvus-lite serves inside each process."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from claimcheck.flows.milvus_place import milvus_place
from claimcheck.index.milvus import MilvusCollection
from claimcheck.settings import read_settings
from claimcheck.store import Store
from tests.served import CLAIMCHECK
from tests.unit.conftest import Claimcheck, Run


@pytest.fixture
def claimcheck(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Claimcheck:
    """Run a command in an empty folder as a process of its own: the library must not outlive it in this one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMCHECK_WORKSPACE", raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Run:
        done = subprocess.run([CLAIMCHECK, *arguments], input=stdin, capture_output=True, check=False)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def doctor(claimcheck: Claimcheck, *more: str) -> dict[str, Any]:
    """What ``doctor`` finds of the index in Milvus."""
    (found,) = (each for each in claimcheck("doctor", *more, "--format", "jsonl").records if "Milvus" in each["check"])
    return found


def test_the_commands_work_with_an_embedded_file_and_doctor_mends_what_drifted(claimcheck: Claimcheck) -> None:
    claims = [
        {"claim_reviewed": f"Bridge {n} of Riverton cost {n} million euro", "publisher": "desk"} for n in range(9)
    ]
    Path("feed.jsonl").write_text("\n".join(map(json.dumps, claims)))
    assert claimcheck("reviews", "import", "feed.jsonl").code == 0
    asked = ("lookup", "bridge 7 of Riverton cost 7 million euro", "--explain", "--format", "jsonl")
    in_files = claimcheck(*asked)
    settings = Path("claimcheck-workspace") / "claimcheck.toml"
    settings.write_text('[index]\nengine = "milvus"\nuri = "milvus.db"\n')

    in_milvus = claimcheck(*asked)
    assert in_milvus.records == in_files.records
    assert in_milvus.records[0]["review"]["claim_reviewed"] == claims[7]["claim_reviewed"]
    assert in_milvus.said == "building the search index in Milvus\n"
    assert doctor(claimcheck)["found"].startswith("whole, 9 past checks (milvus_lite-")

    with Store.open(settings.parent, create=False, write=False) as store:
        place = milvus_place(read_settings(settings.parent), settings.parent, store.workspace_id())
        ids = sorted(store.review_ids())
    with MilvusCollection(place) as collection:
        assert collection.state() is not None
        columns = ["claim", "title", "stems", "grams", "language", "publisher", "rating", "day", "mark", "card"]
        rows = collection.connection.rows(place.collection, ids[:3], columns)
        changed, broken, spare = rows
        changed["mark"] = int(changed["mark"]) ^ 1
        broken["card"] = ["damaged"]
        spare["id"] = "nobodys"
        collection.connection.upsert(place.collection, [changed, broken, spare])
        collection.remove([ids[5]])
    found = doctor(claimcheck)
    assert found["state"] == "bad"
    assert found["found"] == (
        "1 row missing, 1 row of an earlier or another content, 1 row of no past check, 1 row damaged"
    )
    assert found["remedy"] == "it is a cache: `claimcheck doctor --repair` mends it"
    assert doctor(claimcheck, "--repair")["found"].startswith("whole, 9 past checks")
    assert claimcheck(*asked).records == in_files.records

    with MilvusCollection(place):  # an embedded file is one process's at a time
        held = claimcheck("lookup", "bridge", "-w", settings.parent)
    assert held.code == 1
    assert "another process holds it" in held.said
    assert held.said.count("\n") == 1
