"""The commands of a desk whose index is in Milvus, here the file that milvus-lite serves inside the process."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from claimcheck.flows.milvus_place import milvus_place
from claimcheck.index.milvus import MilvusCollection
from claimcheck.settings import read_settings
from claimcheck.store import Store
from tests.unit.conftest import Claimcheck


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
        command = [str(Path(sys.executable).with_name("claimcheck")), "lookup", "bridge", "-w", str(settings.parent)]
        held = subprocess.run(command, capture_output=True, text=True, check=False)
    assert held.returncode == 1
    assert "another process holds it" in held.stderr
    assert held.stderr.count("\n") == 1
