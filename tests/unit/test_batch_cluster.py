"""What a Dask cluster's answers mean where no cluster has to be started to see it."""

import pickle
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from claimcheck.batch.cluster import Cluster
from claimcheck.batch.installation import working_files
from claimcheck.cli.clusters import shared_by
from claimcheck.errors import ClaimcheckError
from claimcheck.errors.clusters import SchedulerLost
from claimcheck.flows import reading, spread
from claimcheck.reviews import pieces


class Client:
    """A connection to a scheduler; each piece of work fails in the way given."""

    status = "running"

    def __init__(self, error: Exception) -> None:
        self._error = error

    def nthreads(self) -> dict[str, int]:
        return {"tcp://127.0.0.1:1": 1}

    def submit(self, *_: Any, **__: Any) -> "Future[bytes]":
        done: Future[bytes] = Future()
        done.set_exception(self._error)
        return done

    def run(self, *_: Any, **__: Any) -> dict[str, Any]:
        raise self._error


def test_a_timeout_of_the_work_itself_is_raised_and_not_waited_for() -> None:
    cluster = Cluster("tcp://127.0.0.1:1", Client(TimeoutError("of the work")), patience=1)
    with pytest.raises(TimeoutError, match="of the work"):
        list(cluster.map(len, ["a"]))


def test_a_scheduler_that_is_gone_is_left_without_a_word_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(**_: Any) -> None:
        raise TimeoutError

    client = Client(ValueError("never asked"))
    monkeypatch.setattr(client, "close", gone, raising=False)

    Cluster("tcp://127.0.0.1:1", client, patience=1).close()


class JustInTime(Future[bytes]):
    """Work that ends between the end of a wait and the look at it."""

    def result(self, timeout: float | None = None) -> bytes:
        if not self.done():
            self.set_result(pickle.dumps("whole", protocol=5))
            raise TimeoutError
        return super().result(timeout)


def test_work_that_ends_just_as_the_wait_for_it_does_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(ValueError("never asked"))
    monkeypatch.setattr(client, "submit", lambda *_, **__: JustInTime())
    cluster = Cluster("tcp://127.0.0.1:1", client, patience=1)

    assert list(cluster.map(len, ["a"])) == ["whole"]


def test_a_scheduler_that_goes_away_while_workers_are_asked_is_one_line() -> None:
    cluster = Cluster("tcp://127.0.0.1:1", Client(OSError("Timed out trying to connect")), patience=1)
    with pytest.raises(SchedulerLost, match=r"at tcp://127\.0\.0\.1:1 went away"):
        cluster.demand(str, "1", "as the encoder e")


def test_the_code_that_workers_run_is_part_of_what_is_compared() -> None:
    home = Path(reading.__file__).parents[1]
    compared = working_files(home)
    work = (reading._several, spread._encode, spread._fingerprint, pieces._read_piece)
    assert {each.__code__.co_filename for each in work} <= {str(home / name) for name in compared}
    assert {"split/worth/checkability.json", "batch/cluster.py"} <= set(compared)
    assert len(compared) == len(set(compared))


def test_jobs_beside_a_scheduler_are_said_to_be_of_no_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for jobs, said in ((2, "--jobs 2 is left aside: the cluster's workers do the work"), (1, "")):
        with pytest.raises(ClaimcheckError), shared_by("nowhere", tmp_path, jobs=jobs):
            pass
        assert capsys.readouterr().err.startswith(said)
    with shared_by("", tmp_path, jobs=2) as nobody:
        assert nobody is None
    assert capsys.readouterr().err == ""


def test_a_scheduler_that_is_named_is_asked_for_also_where_one_in_the_environment_is_not_worth_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMCHECK_SCHEDULER", "foo")
    with shared_by(None, tmp_path, worth=False) as nobody:
        assert nobody is None
    with pytest.raises(ClaimcheckError, match="'foo' is no address"), shared_by("foo", tmp_path, worth=False):
        pass
