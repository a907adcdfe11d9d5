"""Fixtures for every test; with ``CI`` set, a skip is a failure."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.dont_write_bytecode = False  # compiled once, and not anew by every process that a test starts
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # a thread that waits leaves its core to other tests

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public data beside the repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("no ../shared beside the repository: this test reads public data that is not copied into it")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """With ``CI`` set, turn a skip into a failure, but for shared data that is not there."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        allowed = item.get_closest_marker("needs_shared_data") and not (SHARED / "data").is_dir()
        if not allowed:
            report.outcome = "failed"
            report.longrepr = f"skipped under CI: {report.longrepr}"
    return report
