"""Large jobs shared by a real Dask cluster on loopback: the same result as one process, whatever is killed."""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from claimcheck import resources
from claimcheck.batch import Here, Processes, installation
from claimcheck.batch.cluster import Cluster
from claimcheck.embed import load_encoder
from claimcheck.errors import ExtraMissing
from claimcheck.errors.clusters import (
    SchedulerAddressInvalid,
    SchedulerLost,
    SchedulerUnreachable,
    WorkerDiffers,
    WorkersMissing,
    WorkerUnfit,
)
from claimcheck.flows.spread import sharing, spread_encoder
from claimcheck.match import encode_documents
from claimcheck.match.vectors import VectorCache
from tests.cluster import LocalCluster, die_of, free_port, hold
from tests.unit.conftest import Claimcheck, claimcheck

__all__ = ["claimcheck"]  # a fixture

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+00:00")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(2) as found:
        found.wait_for_workers(2)
        yield found


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    """Articles that differ, one file of which cannot be read."""
    sample = (resources.seeds() / "article.en.md").read_text(encoding="utf-8")
    paths = []
    for number in range(12):
        path = tmp_path / f"story-{number}.md"
        path.write_text(sample.replace("2", str(number)) if number != 5 else "\x00", encoding="utf-8")
        paths.append(str(path))
    return paths


def reviews_file(path: Path, count: int) -> Path:
    """Markup lines, with one that is no JSON and one without a claim."""
    lines = [
        json.dumps(
            {
                "@type": "ClaimReview",
                "claimReviewed": f"Harwick has {number} bridges and {number * 7} boats, the mayor said.",
                "url": f"https://desk.example/{number}",
                "datePublished": "2023-01-02",
                "author": {"@type": "Organization", "name": "Example Desk"},
                "reviewRating": {
                    "@type": "Rating",
                    "alternateName": ("False", "Mostly true", "Unheard of")[number % 3],
                },
            }
        )
        for number in range(count)
    ]
    lines[count // 2] = "{no json"
    lines[count // 3] = '{"@type": "ClaimReview", "url": "https://desk.example/none"}'
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def dump(workspace: Path) -> list[str]:
    """All a workspace holds, as SQL, less the moments at which it was written and what names the workspace."""
    with sqlite3.connect(f"file:{workspace / 'workspace.db'}?mode=ro", uri=True) as database:
        tables = [
            row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        found = []
        for table in tables:
            for row in map(repr, database.execute(f"SELECT * FROM '{table}'")):
                if not row.startswith(("('id'", "('pseudonym_key'")):
                    found.append(f"{table}: {MOMENT.sub('(then)', row)}")
    return found


@pytest.mark.slow
def test_a_split_archive_is_the_same_workspace_byte_for_byte(
    claimcheck: Claimcheck, cluster: LocalCluster, stories: list[str]
) -> None:
    alone = claimcheck("split", *stories, "-w", "alone")
    shared = claimcheck("split", *stories, "-w", "shared", "--scheduler", cluster.address)
    assert (alone.code, shared.code) == (1, 1)  # of the one that cannot be read
    assert f"the Dask scheduler at {cluster.address} shares the work among 2 workers" in shared.said
    assert shared.out == alone.out
    assert len(alone.records) > 50
    assert dump(Path("shared")) == dump(Path("alone"))
    assert not list(Path("shared").glob("unfinished*"))


@pytest.mark.slow
def test_an_import_is_the_same_workspace_byte_for_byte_and_says_the_same(
    claimcheck: Claimcheck, cluster: LocalCluster, tmp_path: Path
) -> None:
    source = reviews_file(tmp_path / "checks.jsonl", 6_000)
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(30):
        markup = source.read_text(encoding="utf-8").splitlines()[number].replace("desk.example", "pages.example")
        (pages / f"{number:02}.html").write_text(f"<html><script type='application/ld+json'>{markup}</script></html>")
    (pages / "empty.html").write_text("<html><p>nothing</p></html>")
    alone = claimcheck("reviews", "import", source, pages, "-w", "alone", "--rejects", "a.jsonl")
    shared = claimcheck(
        "reviews", "import", source, pages, "-w", "shared", "--rejects", "b.jsonl", "--scheduler", cluster.address
    )
    there = [line for line in shared.said.splitlines() if "Dask" not in line and "a new workspace" not in line]
    assert there == [line for line in alone.said.splitlines() if "a new workspace" not in line]
    assert f"{source}: 5998 new" in alone.said
    assert Path("a.jsonl").read_text() == Path("b.jsonl").read_text()
    assert Path("a.jsonl").read_text().count("\n") == 3
    assert dump(Path("shared")) == dump(Path("alone"))


def test_vectors_made_by_workers_are_the_bytes_that_one_process_makes(cluster: LocalCluster) -> None:
    texts = [f"Harwick lost {number % 9000} buses in the strike of {1900 + number % 100}." for number in range(10_000)]
    encoder = load_encoder()

    def cached() -> tuple[VectorCache, dict[str, bytes]]:
        kept: dict[str, bytes] = {}
        return VectorCache(
            lambda _, digests: {each: kept[each] for each in digests if each in kept}, lambda _, new: kept.update(new)
        ), kept

    (one, alone), (two, shared) = cached(), cached()
    with Cluster.connect(cluster.address) as found:
        spread = spread_encoder(found, encoder, name=None)
        rows = encode_documents(texts, spread, two)
    expected = encode_documents(texts, encoder, one)
    assert rows.tobytes() == expected.tobytes()
    assert list(shared.items()) == list(alone.items())
    assert np.count_nonzero(expected.any(axis=1)) == len(texts)


def test_commands_that_encode_give_with_workers_what_they_give_alone(
    claimcheck: Claimcheck, cluster: LocalCluster, tmp_path: Path, stories: list[str]
) -> None:
    source = reviews_file(tmp_path / "checks.jsonl", 600)
    found: dict[str, list[str]] = {}
    for name, options in (("alone", ()), ("shared", ("--scheduler", cluster.address))):
        claimcheck("reviews", "import", source, "-w", name)
        runs = [
            claimcheck("check", *stories[:2], "-w", name, *options),
            claimcheck("match", "-w", name, "--again", *options),
            claimcheck("reviews", "duplicates", "--find", "-w", name, *options),
        ]
        assert [run.code for run in runs] == [0, 0, 0], [run.said for run in runs]
        assert all(("shares the work among 2 workers" in run.said) is bool(options) for run in runs)
        found[name] = [run.out for run in runs]
    assert found["shared"] == found["alone"]
    assert all(each.count("\n") > 10 for each in found["alone"][:2])
    assert dump(Path("shared")) == dump(Path("alone"))


def test_pieces_come_in_order_and_only_a_few_are_asked_for_ahead(cluster: LocalCluster) -> None:
    asked: list[int] = []

    def pieces() -> Iterator[float]:
        for number in range(60):
            asked.append(number)
            yield number / 10_000

    with Cluster.connect(cluster.address) as found:
        results = found.map(hold, pieces())
        first = [next(results) for _ in range(3)]
        assert first == [0.0, 0.0001, 0.0002]
        assert len(asked) <= 3 + 2 * 4
        assert [*first, *results] == [number / 10_000 for number in range(60)]


@pytest.mark.parametrize("executor", [Here(), Processes(2)], ids=["here", "processes"])
def test_every_executor_gives_the_same(executor: Any) -> None:
    assert list(executor.map(len, ["a" * number for number in range(9)])) == list(range(9))


@pytest.mark.slow
def test_a_killed_worker_costs_only_time(claimcheck: Claimcheck, stories: list[str], tmp_path: Path) -> None:
    alone = claimcheck("split", *stories, "-w", "alone")
    with LocalCluster(2) as own:
        own.wait_for_workers(2)
        begun = threading.Event()

        def kill() -> None:
            deadline = time.monotonic() + 60
            while not (tmp_path / "shared" / "workspace.db").exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            own.kill_worker(0)
            begun.set()

        killer = threading.Thread(target=kill)
        killer.start()
        shared = claimcheck("split", *stories, "-w", "shared", "--scheduler", own.address)
        killer.join()
        assert begun.is_set()
    assert shared.code == alone.code, shared.said
    assert shared.out == alone.out
    assert dump(Path("shared")) == dump(Path("alone"))


@pytest.mark.slow
def test_what_is_done_is_kept_when_the_scheduler_dies_and_only_the_rest_is_done_again(
    claimcheck: Claimcheck, tmp_path: Path
) -> None:
    sample = (resources.seeds() / "article.en.md").read_text(encoding="utf-8")
    stories = []
    for number in range(40):
        stories.append(str(tmp_path / f"story-{number:02}.md"))
        Path(stories[-1]).write_text(f"{sample}\n\nHarwick built {number} bridges in 2019, the council said.\n")
    command = [str(Path(sys.executable).with_name("claimcheck")), "split", *stories, "-w", "shared", "--scheduler"]
    with LocalCluster(2) as own:
        own.wait_for_workers(2)
        with (tmp_path / "before.jsonl").open("wb") as out:
            running = subprocess.Popen([*command, own.address], stdout=out, stderr=subprocess.PIPE, text=True)
        while running.poll() is None and not (tmp_path / "before.jsonl").stat().st_size:
            time.sleep(0.01)
        own.kill_scheduler()
        _, said = running.communicate(timeout=60)
    before = (tmp_path / "before.jsonl").read_text(encoding="utf-8")
    assert running.returncode == 1
    assert said.splitlines()[-1] == (
        f"claimcheck: the Dask scheduler at {own.address} went away: what was done is kept; start it and run the same "
        "again, which does the rest"
    )
    with LocalCluster(2, port=own.port) as again:
        again.wait_for_workers(2)
        after = claimcheck("split", *stories, "-w", "shared", "--scheduler", again.address)
    done = len({json.loads(line)["article_id"] for line in before.split("\n") if line})
    assert 0 < done < len(stories)
    assert f"{done} of 40 articles were done before" in after.said
    alone = claimcheck("split", *stories, "-w", "alone")
    assert before + after.out == alone.out
    assert dump(Path("shared")) == dump(Path("alone"))
    assert not list(Path("shared").glob("unfinished*"))


@pytest.mark.slow
def test_an_import_goes_on_where_its_scheduler_died(claimcheck: Claimcheck, tmp_path: Path) -> None:
    source = reviews_file(tmp_path / "checks.jsonl", 20_000)
    with LocalCluster(1) as own:
        own.wait_for_workers(1)

        def kill() -> None:
            deadline = time.monotonic() + 60
            while not list(tmp_path.glob("shared/unfinished-import-*.jsonl")) and time.monotonic() < deadline:
                time.sleep(0.01)
            own.kill_scheduler()

        killer = threading.Thread(target=kill)
        killer.start()
        broken = claimcheck("reviews", "import", source, "-w", "shared", "--scheduler", own.address)
        killer.join()
    assert broken.code == 1
    assert "went away: what was done is kept" in broken.said.splitlines()[-1]
    kept = sum(line.startswith("review: ") for line in dump(Path("shared")))
    assert 0 < kept < 19_998
    with LocalCluster(2, port=own.port) as again:
        again.wait_for_workers(2)
        after = claimcheck("reviews", "import", source, "-w", "shared", "--scheduler", again.address)
    assert "past checks were kept before and are not read again" in after.said
    claimcheck("reviews", "import", source, "-w", "alone")
    assert dump(Path("shared")) == dump(Path("alone"))


def test_a_scheduler_whose_last_worker_died_is_one_line_after_a_while() -> None:
    with LocalCluster(1) as own:
        own.wait_for_workers(1)
        with Cluster.connect(own.address, patience=1.5) as found:
            results = found.map(hold, [0.0, 30.0])
            assert next(results) == 0.0
            own.kill_worker(0)
            with pytest.raises(WorkersMissing, match=r"has had no worker for 1\.5 s: what was done is kept; start one"):
                next(results)
        with pytest.raises(WorkersMissing):
            Cluster.connect(own.address, patience=0.2)


def test_a_piece_that_every_worker_dies_of_is_done_in_this_process(cluster: LocalCluster) -> None:
    with LocalCluster(5) as own:
        own.wait_for_workers(5)
        with Cluster.connect(own.address) as found:
            assert list(
                found.map(die_of, [(1, os.getpid()), (2, os.getpid()), (13, os.getpid()), (4, os.getpid())])
            ) == [1, 2, 13, 4]


@pytest.mark.parametrize("address", ["localhost", "http://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://u:p@h:1"])
def test_what_is_no_address_of_a_scheduler_is_one_line(
    claimcheck: Claimcheck, stories: list[str], address: str
) -> None:
    run = claimcheck("split", *stories, "-w", "desk", "--scheduler", address)
    assert run.code == 1
    assert run.said.splitlines() == [
        f"claimcheck: {address!r} is no address of a Dask scheduler: wanted one like tcp://127.0.0.1:8786, or tls://…"
    ]
    assert not Path("desk").exists()
    with pytest.raises(SchedulerAddressInvalid):
        Cluster.connect(address)


def test_nobody_at_the_address_is_one_line_and_makes_no_workspace(
    claimcheck: Claimcheck, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("CLAIMCHECK_SCHEDULER", f"tcp://127.0.0.1:{port}")
    monkeypatch.setattr(
        "claimcheck.batch.cluster.Cluster.connect.__func__.__kwdefaults__", {"timeout": 1, "patience": 1}
    )
    run = claimcheck("split", *stories, "-w", "desk")
    assert run.code == 1
    (line,) = run.said.splitlines()
    assert line.startswith(f"claimcheck: no Dask scheduler answers at tcp://127.0.0.1:{port} (")
    assert line.endswith("start it, correct the address, or do without: --scheduler ''")
    assert not Path("desk").exists()
    assert claimcheck("split", stories[0], stories[1], "-w", "desk", "--scheduler", "").code == 0


def test_a_stranger_at_the_address_is_one_line() -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        with pytest.raises(SchedulerUnreachable, match="no Dask scheduler answers at"):
            Cluster.connect(f"tcp://127.0.0.1:{stranger.getsockname()[1]}", timeout=1)


def test_a_worker_without_claimcheck_or_with_another_is_named_before_any_work(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(Path(resources.__file__).parent, other / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "claimcheck" / "split" / "worth" / "stance.py").open("a") as file:
        file.write("\n# one that differs\n")
    empty = tmp_path / "empty" / "claimcheck"
    empty.mkdir(parents=True)
    (empty / "__init__.py").write_text("")
    for place, error, says in (
        (
            other,
            WorkerDiffers,
            r"the worker tcp://127\.0\.0\.1:\d+ has claimcheck \S+ \(code [0-9a-f]+\), this machine ",
        ),
        (empty.parent, WorkerUnfit, r"the worker tcp://127\.0\.0\.1:\d+ cannot do this work \(it lacks claimcheck"),
    ):
        with LocalCluster(0) as own:
            own.add_worker({"PYTHONPATH": str(place)})
            own.wait_for_workers(1)
            with pytest.raises(error, match=says) as caught:
                Cluster.connect(own.address)
            assert "\n" not in str(caught.value)
            if error is WorkerDiffers:
                assert installation()["claimcheck"] in str(caught.value)


def test_a_worker_without_the_encoder_or_with_another_of_that_name_is_named(
    tmp_path: Path, cluster: LocalCluster
) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder in (mine, theirs):
        shutil.copytree(resources.encoder_folder(), folder)
    with Cluster.connect(cluster.address) as found:
        encoder = load_encoder(str(mine))
        shutil.rmtree(mine)
        with pytest.raises(WorkerUnfit, match=r"the worker tcp://127\.0\.0\.1:\d+ cannot do this work .*mine"):
            spread_encoder(found, encoder, name=str(mine))
        tokenizer = json.loads((theirs / "modules.json").read_text())
        (theirs / "modules.json").write_text(json.dumps(tokenizer, indent=3))
        with pytest.raises(WorkerDiffers, match=f"as the encoder .* this machine {encoder.fingerprint}"):
            spread_encoder(found, encoder, name=str(theirs))


def test_a_worker_that_comes_later_with_another_installation_does_no_work(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(Path(resources.__file__).parent, other / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "claimcheck" / "split" / "worth" / "stance.py").open("a") as file:
        file.write("\n# one that differs\n")
    with LocalCluster(1) as own:
        own.wait_for_workers(1)
        with Cluster.connect(own.address) as found:
            own.add_worker({"PYTHONPATH": str(other)})
            own.wait_for_workers(2)
            with pytest.raises(WorkerDiffers, match="has claimcheck"):
                list(found.map(hold, [0.05] * 40))


def test_without_dask_the_line_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "claimcheck.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'claimcheck\[dask\]'"), sharing("tcp://127.0.0.1:1"):
        pass


def test_the_lost_scheduler_is_a_connection_error() -> None:
    assert issubclass(SchedulerLost, ConnectionError)
    assert str(SchedulerLost("tcp://h:1")).startswith("the Dask scheduler at tcp://h:1 went away")


def test_split_without_a_scheduler_imports_no_dask(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge in Harwick cost 3 million pounds in 2019, the council said.\n")
    code = (
        "import sys; sys.argv = ['claimcheck', 'split', 'a.txt', '--dry-run']\n"
        "from claimcheck.cli import main\ntry:\n    main()\nfinally:\n"
        "    print([m for m in ('distributed', 'dask') if m in sys.modules], file=sys.stderr)"
    )
    environ = {key: value for key, value in os.environ.items() if key != "CLAIMCHECK_SCHEDULER"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=environ)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_cluster_behind_tls_is_used_with_dasks_own_settings_and_refuses_who_has_none(
    stories: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = str(tmp_path / "certificate.pem"), str(tmp_path / "key.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate]
    subprocess.run([*made, "-days", "2", "-subj", "/CN=127.0.0.1"], check=True, capture_output=True)
    prefix = "DASK_DISTRIBUTED__COMM__TLS__"
    settings = {f"{prefix}CA_FILE": certificate}
    for who in ("SCHEDULER", "WORKER", "CLIENT"):
        settings |= {f"{prefix}{who}__CERT": certificate, f"{prefix}{who}__KEY": key}
    command = [str(Path(sys.executable).with_name("claimcheck")), "split", *stories[:2], "--dry-run", "--scheduler"]
    with monkeypatch.context() as there:
        for name, value in settings.items():
            there.setenv(name, value)
        with LocalCluster(1, protocol="tls") as own:
            run = subprocess.run([*command, own.address], capture_output=True, text=True, timeout=100)
            plain = {name: value for name, value in os.environ.items() if name not in settings}
            refused = subprocess.run([*command, own.address], capture_output=True, text=True, env=plain, timeout=100)
    assert run.returncode == 0, run.stderr
    assert f"the Dask scheduler at {own.address} shares the work among 1 worker" in run.stderr
    assert refused.returncode == 1
    (line,) = refused.stderr.splitlines()
    assert line.startswith(f"claimcheck: no Dask scheduler answers at {own.address} (")
