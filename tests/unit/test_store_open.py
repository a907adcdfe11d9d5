"""Opening a workspace: what is there, what is not, who writes, who may read, and bringing it up to date."""

import contextlib
import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimcheck.errors import (
    AlreadyWriting,
    ClaimcheckError,
    NotAWorkspace,
    WorkspaceDamaged,
    WorkspaceMissing,
    WorkspaceOutdated,
    WorkspaceTooNew,
    WorkspaceUnwritable,
)
from claimcheck.records import ClaimReview
from claimcheck.shapes import review_to_json
from claimcheck.store import Store, lock
from claimcheck.store.lock import WriterLock
from claimcheck.store.migrations import split_statements
from claimcheck.store.packing import pack
from claimcheck.store.schema import MIGRATIONS, Migration

NOW = len(MIGRATIONS)

REPOSITORY = Path(__file__).resolve().parents[2]
REVIEWS = [ClaimReview(id=f"r{number}", claim_reviewed="Tea is blue. " * 20, publisher="desk") for number in range(50)]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    with Store.open(folder, create=True, write=True) as store:
        store.put_reviews(REVIEWS)
    return folder


def read(folder: Path) -> Store:
    return Store.open(folder, create=False, write=False)


def write(folder: Path) -> Store:
    return Store.open(folder, create=False, write=True)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def other_process(desk: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the workspace open to write, in the midst of an import."""
    program = (
        "import sys; from pathlib import Path; from dataclasses import replace; from claimcheck.store import Store\n"
        "store = Store.open(Path(sys.argv[1]), create=False, write=True)\n"
        "def coming():\n"
        "    for review in list(store.iter_reviews()): yield replace(review, summary='new')\n"
        "    print('writing', flush=True); sys.stdin.readline()\n"
        "store.put_reviews(coming()); store.close(); print('done', flush=True); sys.stdin.readline()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(desk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    with process:
        yield process
        process.kill()


def test_a_missing_workspace_is_told_with_a_remedy_and_not_made(tmp_path: Path) -> None:
    for write_too in (False, True):
        with pytest.raises(WorkspaceMissing, match=r"claimcheck reviews import FILE -w .*or `claimcheck demo`"):
            Store.open(tmp_path / "none", create=False, write=write_too)
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "folder")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder"]


def test_a_writer_makes_the_folder_and_says_that_it_did(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with Store.open(folder, create=True, write=True) as store:
        assert store.created
        assert store.writable
    with Store.open(folder, create=True, write=True) as store:
        assert not store.created
    with read(folder) as store:
        assert (store.reviews(), store.claims(), store.articles(), store.writable) == ([], [], [], False)
    with pytest.raises(ValueError, match="only a writer"):
        Store.open(folder, create=True, write=False)


def test_a_reader_cannot_write(desk: Path) -> None:
    with read(desk) as store:
        with pytest.raises(WorkspaceUnwritable, match="opened for reading"):
            store.put_reviews([])
        with pytest.raises(WorkspaceUnwritable):
            store.drop_claim("c", "Kim")


def test_a_second_writer_is_told_who_writes(desk: Path, other_process: subprocess.Popen[str]) -> None:
    with pytest.raises(
        AlreadyWriting, match=rf"process {other_process.pid} \(-c .*\) since 20\d\d-.*stop it"
    ) as caught:
        write(desk)
    assert str(other_process.pid) in caught.value.holder


def test_a_second_writer_in_the_same_process_is_one_too_many(desk: Path) -> None:
    with write(desk), pytest.raises(AlreadyWriting, match=f"process {os.getpid()}"):
        write(desk)
    write(desk).close()


def test_readers_see_the_former_state_until_a_writer_is_done(desk: Path, other_process: subprocess.Popen[str]) -> None:
    assert other_process.stdin is not None
    assert other_process.stdout is not None
    with read(desk) as first, read(desk) as second:
        assert first.reviews() == second.reviews() == list(first.iter_reviews()) == REVIEWS
        with first.snapshot():
            before = first.reviews_digest()
            other_process.stdin.write("go on\n")
            other_process.stdin.flush()
            assert other_process.stdout.readline() == "done\n"
            assert second.reviews() == [replace(review, summary="new") for review in REVIEWS]
            assert (first.reviews(), first.reviews_digest()) == (REVIEWS, before)
        assert first.reviews() == second.reviews()
        assert first.reviews_digest() == second.reviews_digest() != before


def test_the_lock_goes_with_its_process_when_that_is_killed(desk: Path, other_process: subprocess.Popen[str]) -> None:
    other_process.kill()
    other_process.wait()
    with write(desk) as store:
        assert store.reviews() == REVIEWS  # what was not committed is not there
        assert store.find_faults() == []


def test_a_lock_file_that_names_nobody_is_no_obstacle_to_the_message(desk: Path) -> None:
    with write(desk):
        (desk / "workspace.lock").write_text("nonsense")
        with pytest.raises(AlreadyWriting, match="another process"):
            write(desk)


@contextlib.contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """The folder cannot be written meanwhile, not even by root, who becomes nobody."""
    folder.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)
    try:
        assert not os.access(folder, os.W_OK, effective_ids=True)
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def open_desk() -> Iterator[Path]:
    """A workspace that every user may enter; pytest's own folders are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    with Store.open(folder, create=True, write=True) as store:
        store.put_reviews(REVIEWS)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_can_be_read(open_desk: Path) -> None:
    with without_rights(open_desk):
        with read(open_desk) as store:
            assert store.reviews() == list(store.iter_reviews()) == REVIEWS
        with pytest.raises(WorkspaceUnwritable, match="cannot be written"):
            write(open_desk)
        with pytest.raises(WorkspaceUnwritable):
            Store.open(open_desk / "below", create=True, write=True)


def test_a_folder_that_cannot_be_written_can_be_read_beside_its_writer(open_desk: Path) -> None:
    with write(open_desk) as writer:
        writer.put_reviews([replace(REVIEWS[0], id="late")])
        with without_rights(open_desk), read(open_desk) as store:
            assert store.count_reviews() == len(list(store.iter_reviews())) == 51


def test_what_a_killed_writer_left_in_a_folder_that_cannot_be_written_is_told(open_desk: Path) -> None:
    left = open_desk / "left"
    with write(open_desk) as writer:
        writer.put_reviews([replace(REVIEWS[0], id="late")])
        left.mkdir()
        for name in ("workspace.db", "workspace.db-wal"):
            shutil.copy(open_desk / name, left)
    with without_rights(left), pytest.raises(WorkspaceUnwritable, match="stopped midway"):
        read(left)
    with read(left) as store:
        assert store.count_reviews() == 51


def test_a_workspace_of_a_later_version_is_left_as_it_is(desk: Path) -> None:
    with sqlite3.connect(desk / "workspace.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = files(desk)
    for write_too in (False, True):
        with pytest.raises(WorkspaceTooNew, match=f"format 99, this claimcheck knows up to {NOW}") as caught:
            Store.open(desk, create=write_too, write=write_too)
        assert (caught.value.found, caught.value.wanted) == (99, NOW)
    assert files(desk)["workspace.db"] == before["workspace.db"]


def foreign_tables(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def foreign_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def text_file(path: Path) -> None:
    path.write_text("Dear diary, " * 500)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


@pytest.mark.parametrize("make", [foreign_tables, foreign_version, text_file, zeros])
def test_what_is_not_a_workspace_is_told_and_left_as_it_is(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "workspace.db")
    before = (tmp_path / "workspace.db").read_bytes()
    for write_too in (False, True):
        with pytest.raises(NotAWorkspace, match="choose another folder with -w") as caught:
            Store.open(tmp_path, create=write_too, write=write_too)
        assert "\n" not in str(caught.value)
    assert (tmp_path / "workspace.db").read_bytes() == before
    assert not (tmp_path / "workspace.lock").exists()


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(NotAWorkspace, match="is a file or lies below one"):
            Store.open(folder, create=True, write=True)
    (tmp_path / "workspace.db").mkdir()
    with pytest.raises(NotAWorkspace, match="is not a file"):
        read(tmp_path)


def test_an_empty_file_is_a_workspace_not_yet_made(tmp_path: Path) -> None:
    (tmp_path / "workspace.db").touch()
    with pytest.raises(WorkspaceMissing):
        read(tmp_path)
    with Store.open(tmp_path, create=True, write=True) as store:
        assert store.created


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_workspace_cut_short_is_told_and_left_as_it_is(desk: Path, keep: float) -> None:
    path = desk / "workspace.db"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    before = path.read_bytes()
    for write_too in (False, True):
        with pytest.raises(WorkspaceDamaged, match="put a backup in its place"):
            Store.open(desk, create=write_too, write=write_too)
    assert path.read_bytes() == before


@pytest.mark.parametrize("page", range(1, 30, 4))
def test_a_workspace_with_a_page_of_noise_never_ends_in_a_traceback(desk: Path, page: int) -> None:
    path = desk / "workspace.db"
    content = bytearray(path.read_bytes())
    content[page * 4096 : page * 4096 + 4096] = bytes((7 * byte + page) % 256 for byte in range(4096))
    path.write_bytes(content)
    found: list[str] = []
    try:
        with read(desk) as store:
            found = store.find_faults()
            store.reviews()
    except ClaimcheckError as error:
        found.append(str(error))
    assert found


def test_a_missing_table_is_damage(desk: Path) -> None:
    with sqlite3.connect(desk / "workspace.db") as connection:
        connection.execute("DROP TABLE match")
    connection.close()
    with read(desk) as store, pytest.raises(WorkspaceDamaged, match="no such table"):
        store.matches("c")


ADD_COLUMN = Migration(
    NOW + 1, "ALTER TABLE project ADD COLUMN note TEXT; CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT;"
)
LATER = (*MIGRATIONS, ADD_COLUMN)


def test_an_older_workspace_is_brought_up_to_date_with_a_backup(desk: Path) -> None:
    with pytest.raises(WorkspaceOutdated, match=f"format {NOW}, this claimcheck reads {NOW + 1}") as caught:
        Store.open(desk, create=False, write=False, migrations=LATER)
    assert caught.value.found == NOW
    with Store.open(desk, create=False, write=True, migrations=LATER) as store:
        assert store.backup == desk / f"workspace-v{NOW}.backup.db"
        assert store.reviews() == REVIEWS
        assert store.find_faults() == []
        assert store._database.rows("SELECT note FROM project") == []
    with Store.open(desk, create=False, write=True, migrations=LATER) as store:
        assert store.backup is None
    with pytest.raises(WorkspaceTooNew):
        read(desk)
    restored = desk.parent / "restored"
    restored.mkdir()
    shutil.copy(desk / f"workspace-v{NOW}.backup.db", restored / "workspace.db")
    with read(restored) as store:
        assert store.reviews() == REVIEWS


def test_a_migration_that_fails_leaves_the_workspace_as_it_was(desk: Path) -> None:
    broken = (*MIGRATIONS, replace(ADD_COLUMN, sql=ADD_COLUMN.sql + "INSERT INTO nowhere VALUES (1);"))
    for _ in range(2):
        with pytest.raises(
            WorkspaceDamaged, match=f"cannot be brought from format {NOW} to {NOW + 1}: no such table: nowhere"
        ):
            Store.open(desk, create=False, write=True, migrations=broken)
    assert (desk / f"workspace-v{NOW}.backup-2.db").exists()
    with write(desk) as store:
        assert store.reviews() == REVIEWS
        assert store._database.value("SELECT count(*) FROM sqlite_master WHERE name = 'extra'") == 0


def test_a_migration_that_would_orphan_rows_is_refused(desk: Path) -> None:
    orphan = "INSERT INTO task VALUES ('s', 1, 'no claim', 1, 'd', '2024-05-01');"
    with pytest.raises(WorkspaceDamaged, match="rows that are not there"):
        Store.open(desk, create=False, write=True, migrations=(*MIGRATIONS, Migration(NOW + 1, orphan)))
    with write(desk) as store:
        assert store.tasks() == []


def test_a_workspace_of_the_first_format_is_counted_by_day_and_word_once_it_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path, create=True, write=True, migrations=MIGRATIONS[:1]) as store, store.transaction():
        for number, (day, word) in enumerate([("2024-05-06", "Falsch"), (None, None)]):
            review = ClaimReview(f"r{number}", "Gold is heavy.", "desk", alternate_name=word, language="en")
            record = pack({**review_to_json(review), "date_published": day})
            store._database.run(
                "INSERT INTO review (id, publisher, language, ours, sample, first_seen, updated, record) "
                "VALUES (?, 'desk', 'en', 0, 0, '2024-05-07', '2024-05-07', ?)",
                (review.id, record),
            )
    with Store.open(tmp_path, create=False, write=True) as store:
        assert store.review_months() == [("2024-05", 1), (None, 1)]
        assert [(each.word, each.count) for each in store.rating_words()] == [("Falsch", 1)]
        assert [review.id for review in store.reviews(since=date(2024, 5, 6))] == ["r0"]
        assert len(store.reviews()) == 2


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    assert [each.version for each in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_script_is_split_where_its_statements_end() -> None:
    script = "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END; SELECT ';'; SELECT 1"
    assert [each.strip() for each in split_statements(script)] == [
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END;",
        "SELECT ';';",
        "SELECT 1",
    ]


def test_a_backup_of_a_live_workspace_is_whole(desk: Path) -> None:
    with write(desk) as store:
        store.put_reviews([replace(REVIEWS[0], id="late")])
        target = store.back_up(desk.parent / "copy.db")
        assert store.back_up(desk.parent / "copy.db").name == "copy-2.db"
    copy = desk.parent / "copy"
    copy.mkdir()
    shutil.copy(target, copy / "workspace.db")
    with read(copy) as store:
        assert store.count_reviews() == 51


def test_several_writes_can_be_one(desk: Path) -> None:
    with write(desk) as store:
        with contextlib.suppress(ZeroDivisionError), store.transaction():
            store.put_reviews([replace(REVIEWS[0], id="late")])
            store.put_project("s", 1, "One", "d")
            _ = 1 / 0
        assert (store.count_reviews(), store.projects()) == (50, [])


def test_a_write_that_fails_inside_several_is_undone_alone_where_that_is_caught(desk: Path) -> None:
    def failing() -> Iterator[ClaimReview]:
        for number in range(3000):
            yield replace(REVIEWS[0], id=f"half{number}")
        raise OSError("the feed broke off")

    with write(desk) as store:
        before = store.reviews_digest()
        with store.transaction():
            store.put_project("s", 1, "One", "d")
            with contextlib.suppress(OSError):
                store.put_reviews(failing())
            store.put_project("s", 2, "Two", "d")
        assert (store.count_reviews(), len(store.projects()), store.reviews_digest()) == (50, 2, before)


def test_a_full_disk_is_told_and_costs_only_what_was_being_written(desk: Path) -> None:
    with write(desk) as store:
        pages = store._database.value("PRAGMA page_count")
        store._database.value(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(WorkspaceUnwritable, match=r"disk is full.*make room"):
            store.put_reviews(replace(review, id=f"{number}") for number in range(2000) for review in REVIEWS[:1])
        assert store.reviews() == REVIEWS
        assert store.find_faults() == []
    with write(desk) as store:
        assert store.put_reviews([replace(REVIEWS[0], id="late")]).new == 1


def test_a_forked_child_that_closes_its_copy_does_not_free_the_lock(tmp_path: Path) -> None:
    lock = WriterLock.acquire(tmp_path / "lock")
    child = os.fork()
    if child == 0:
        lock.release()
        os._exit(0)
    os.waitpid(child, 0)
    with pytest.raises(AlreadyWriting):
        WriterLock.acquire(tmp_path / "lock")
    lock.release()
    lock.release()
    WriterLock.acquire(tmp_path / "lock").release()


def test_the_store_needs_the_standard_library_only() -> None:
    program = "import sys, claimcheck.store; print(sorted({'numpy', 'torch', 'polars', 'lxml'} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=REPOSITORY
    ).stdout
    assert found == "[]\n"


def test_a_writer_waits_out_the_moment_that_somebody_takes_to_see_who_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "workspace.lock"
    path.touch()
    looker = os.open(path, os.O_RDONLY)
    fcntl.flock(looker, fcntl.LOCK_SH)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            os.close(looker)

    monkeypatch.setattr(lock.time, "sleep", wait)

    WriterLock.acquire(path).release()

    assert len(waits) == 2
