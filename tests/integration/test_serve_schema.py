"""Schemathesis over the API's description: made-up requests, right and wrong, and chains of them; it finds nothing.

Under CI its requests are the same each time, as Hypothesis does it; elsewhere each run makes up others. One setting
stands beside its own: 422 is what a request gets that has the form described and cannot be done, such as an
article without a word in it. What it counts as wrong otherwise, it counts here.
"""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from claimcheck.store import Store
from tests.made_desk import fill_desk
from tests.served import serving

SCHEMATHESIS = str(Path(sys.executable).with_name("schemathesis"))
_SETTINGS = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "401", "403", "404", "409", "422"]
"""


@pytest.mark.slow
@pytest.mark.parametrize("guarded", [False, True], ids=["open", "with a token"])
def test_schemathesis_finds_nothing(tmp_path, guarded):
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        fill_desk(store, 6)
    (tmp_path / "schemathesis.toml").write_text(_SETTINGS)
    limits = ["--phases", "coverage"] if guarded else ["--max-examples", "8"]
    if os.environ.get("CI"):
        limits += ["--seed", "1"]
    command = [SCHEMATHESIS, "--config-file", str(tmp_path / "schemathesis.toml"), "run", "--checks", "all", *limits]
    command += [
        "--continue-on-failure",
        "--no-color",
        "--suppress-health-check",
        "all",
        "--generation-database",
        "none",
    ]
    options = ["--token-file", str(tmp_path / "token")] if guarded else []
    with serving(tmp_path / "desk", *options) as served:
        right = {}
        if guarded:
            right = {"Authorization": f"Bearer {(tmp_path / 'token').read_text().strip()}"}
            command += ["--header", f"Authorization:{right['Authorization']}"]
        described = httpx.get(f"{served.url}/openapi.json", headers=right).json()["paths"]
        done = subprocess.run([*command, f"{served.url}/openapi.json"], capture_output=True, text=True, cwd=tmp_path)
    told = done.stdout + done.stderr
    assert done.returncode == 0, told[-8_000:]
    count = sum(len(operations) for operations in described.values())
    assert f"Selected: {count}/{count}\n  Tested: {count}\n" in told, told[-3_000:]
    assert not [line for line in served.said if "failed" in line or "Traceback" in line]
