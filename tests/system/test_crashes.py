"""Killed at any moment: nothing acknowledged is lost, and the next command works. ``make soak`` does it 200 times."""

from pathlib import Path

import pytest

from tests.benchmarks.crashes import Ledger, crash


@pytest.mark.slow
def test_twenty_kills_during_import_change_removal_update_and_rebuild_lose_nothing(tmp_path: Path) -> None:
    *_, ledger = crash(tmp_path / "desk", 20, seed=1, longest=0.3)

    assert ledger.kills == 20
    assert sum(texts != {None} for texts in ledger.claims.values()) > 20
    assert sum(count for work, count in ledger.by_work.items() if work != "between") >= 5


def test_the_ledger_notices_what_is_lost_and_what_nobody_wrote() -> None:
    ledger = Ledger()
    ledger.note({"what": "done", "put": {"a": "one"}})
    ledger.note({"what": "trying", "put": {"a": "two"}})

    ledger.hold({"a": "two"})
    with pytest.raises(AssertionError, match="lost"):
        ledger.hold({"a": "one"})  # settled as two
    with pytest.raises(AssertionError):
        ledger.hold({"a": "two", "b": "nobody's"})
