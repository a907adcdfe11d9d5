"""Pieces of large jobs: how many are under way, what is noted as done, and stretches of a file that several read."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from claimcheck.batch.executor import kept_ahead
from claimcheck.errors.clusters import SchedulerLost
from claimcheck.flows import import_reviews as importing
from claimcheck.flows.ingest import Ingested, Refused, ingest
from claimcheck.flows.unfinished import KeptPieces, Unfinished
from claimcheck.records import Article, Claim, ClaimReview
from claimcheck.reviews import Rejected, pieces, read_reviews, read_reviews_shared
from claimcheck.split import RuleSplitter
from claimcheck.store import Store


class Begun:
    """A piece under way."""

    def __init__(self, number: int, log: list[str]) -> None:
        self.number, self._log = number, log

    def cancel(self) -> None:
        self._log.append(f"cancelled {self.number}")


def test_a_window_of_pieces_is_under_way_and_what_is_not_handed_out_is_cancelled() -> None:
    log: list[str] = []

    def begin(number: int) -> Begun:
        log.append(f"begun {number}")
        return Begun(number, log)

    going = kept_ahead(range(6), begin, lambda: 3)
    assert next(going)[0] == 0
    assert log == ["begun 0", "begun 1", "begun 2"]
    assert next(going)[0] == 1
    assert log[3:] == ["begun 3"]
    going.close()
    assert log[4:] == ["cancelled 2", "cancelled 3"]
    assert [number for number, _ in kept_ahead(range(6), begin, lambda: 3)] == list(range(6))


def test_notes_survive_a_line_cut_off_and_go_when_the_job_is_whole(tmp_path: Path) -> None:
    notes = Unfinished(tmp_path, "split")
    one, two = notes.key(b"text", "a.md"), notes.key(b"text", "b.md")
    assert one != two
    notes.note([(one, 3), (two, 0)], "then")
    path = tmp_path / "unfinished-split.jsonl"
    path.write_bytes(path.read_bytes() + b'["half a li')
    again = Unfinished(tmp_path, "split")
    assert (again.known(one), again.known(two), again.known("other")) == ((3, "then"), (0, "then"), None)
    again.note([("other", 1)], "now")
    after = Unfinished(tmp_path, "split")
    assert (after.known(one), after.known("other"), after.last_mark) == ((3, "then"), (1, "now"), "now")
    again.finish()
    again.finish()
    assert list(tmp_path.iterdir()) == []


def test_a_piece_counts_as_kept_only_with_its_last_past_check(tmp_path: Path) -> None:
    kept = KeptPieces(Unfinished(tmp_path, "import"), lambda: "then")
    for piece, count in (("a", 3), ("b", 0), ("c", 4)):
        assert not kept.is_done(piece)
        kept.on_piece(piece, count)
    kept.on_kept(5)
    later = KeptPieces(Unfinished(tmp_path, "import"), lambda: "then")
    assert [later.is_done(piece) for piece in "abc"] == [True, True, False]
    assert later.left_out == 3


class Far:
    """Machines elsewhere, which go away after so many pieces."""

    near = False

    def __init__(self, lasts: int = 1_000) -> None:
        self.lasts = lasts

    def map(self, work: Any, several: Iterable[Any]) -> Iterator[Any]:
        for number, piece in enumerate(several):
            if number == self.lasts:
                raise SchedulerLost("tcp://127.0.0.1:1")
            yield work(piece)


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 40 past checks, five to a piece and to a transaction."""
    monkeypatch.setattr(importing, "_KEPT_AT_ONCE", 5)
    monkeypatch.setattr(pieces, "_STRETCH", 350)
    path = tmp_path / "checks.jsonl"
    path.write_text(
        "".join(
            f"{json.dumps({'claim_reviewed': f'Harwick has {n} bridges.', 'publisher': 'Desk', 'rating': 'FALSE'})}\n"
            for n in range(10, 50)
        )
    )
    return path


def import_far(desk: Path, checks: Path, lasts: int = 1_000) -> tuple[int, list[str]]:
    """How many past checks are there after an import by machines elsewhere, and what it said."""
    said: list[str] = []
    with Store.open(desk, create=True, write=True) as store:
        with suppress(SchedulerLost):
            importing.import_reviews(store, checks, executor=Far(lasts), say=said.append)
        return store.count_reviews(), said


def put_back(desk: Path, copy: Path) -> None:
    """An older copy of the database in its place."""
    for each in desk.glob("workspace.db*"):
        each.unlink()
    shutil.copy(copy, desk / "workspace.db")


def test_an_import_that_broke_off_goes_on_where_it_was(tmp_path: Path, checks: Path) -> None:
    done, _ = import_far(tmp_path / "desk", checks, lasts=4)
    assert 0 < done < 40
    count, said = import_far(tmp_path / "desk", checks)
    assert count == 40
    assert any("past checks were kept before and are not read again" in line for line in said)
    assert not list((tmp_path / "desk").glob("unfinished*"))


def test_of_several_files_the_one_that_broke_off_goes_on_though_those_before_it_are_read_again(
    tmp_path: Path, checks: Path
) -> None:
    desk, first = tmp_path / "desk", tmp_path / "first.jsonl"
    first.write_text(checks.read_text().replace("Harwick", "Carrow"))
    import_far(desk, first)
    done, _ = import_far(desk, checks, lasts=5)
    assert 40 < done < 80
    assert import_far(desk, first) == (done, [])
    count, said = import_far(desk, checks)
    assert count == 80
    known = re.fullmatch(rf"{re.escape(str(checks))}: (\d+) past checks were kept before and are not read again", *said)
    assert known
    assert 0 < int(known[1]) <= done - 40  # a piece that was kept in part is read again
    assert not list(desk.glob("unfinished*"))


def test_an_import_leaves_out_nothing_where_an_older_database_was_put_back(tmp_path: Path, checks: Path) -> None:
    desk, copy = tmp_path / "desk", tmp_path / "copy.db"
    Store.open(desk, create=True, write=True).close()
    shutil.copy(desk / "workspace.db", copy)
    assert import_far(desk, checks, lasts=6)[0] > import_far(tmp_path / "other", checks, lasts=2)[0]
    put_back(desk, copy)
    import_far(desk, checks, lasts=2)  # breaks off again: what it notes says nothing for what stood there before
    assert import_far(desk, checks)[0] == 40


def test_an_import_leaves_out_nothing_that_was_removed_since(tmp_path: Path, checks: Path) -> None:
    desk = tmp_path / "desk"
    import_far(desk, checks, lasts=6)
    with Store.open(desk, create=False, write=True) as store:
        store.remove_reviews(sorted(store.review_ids())[:2])
    assert import_far(desk, checks)[0] == 40


def test_a_split_leaves_out_only_articles_that_are_there_as_it_left_them(tmp_path: Path) -> None:
    desk, copy = tmp_path / "desk", tmp_path / "copy.db"
    stories = [tmp_path / f"story-{number}.txt" for number in range(4)]
    for number, path in enumerate(stories):
        path.write_text(f"The Harwick bridge cost {number + 5} million pounds in 2019.\n")

    def split(lasts: int = 1_000) -> list[str]:
        with Store.open(desk, create=True, write=True) as store, suppress(SchedulerLost):
            names = list(map(str, stories))
            found = ingest(names, splitter=RuleSplitter(), open_store=lambda: store, executor=Far(lasts), notes=desk)
            done = []
            for each in found:
                assert isinstance(each, Ingested)
                done.append(Path(each.article.origin or "").name)
            return done
        return []

    split(lasts=1)
    shutil.copy(desk / "workspace.db", copy)
    split(lasts=3)
    with Store.open(desk, create=False, write=False) as store:
        assert len(store.articles()) == 3
    put_back(desk, copy)
    assert split() == ["story-1.txt", "story-2.txt", "story-3.txt"]
    split(lasts=3)
    with Store.open(desk, create=False, write=True) as store:
        one = store.articles()[1]
        store.record_split(one, ())  # as another splitter would
    assert split() == ["story-1.txt", "story-3.txt"]
    with Store.open(desk, create=False, write=False) as store:
        assert len({stored.claim.article_id for stored in store.claims()}) == 4


def test_a_check_that_broke_off_gives_all_articles_and_splits_only_the_rest(tmp_path: Path) -> None:
    stories = [tmp_path / f"story-{number}.txt" for number in range(4)]
    for number, path in enumerate(stories):
        path.write_text(
            f"The Harwick bridge cost {number + 5} million pounds in 2019.\nIt opened on 4 May 202{number}.\n"
        )

    class Counting(RuleSplitter):
        def __init__(self) -> None:
            self.split_now: list[str] = []

        def split(self, article: Article) -> list[Claim]:
            self.split_now.append(Path(article.origin or "").name)
            return super().split(article)

    def check(desk: Path, lasts: int = 1_000) -> tuple[list[Ingested | Refused], list[str], list[str]]:
        splitter, done, said = Counting(), list[Ingested | Refused](), list[str]()
        with Store.open(desk, create=True, write=True) as store, suppress(SchedulerLost):
            names = [*map(str, stories[:2]), str(tmp_path / "missing.txt"), *map(str, stories[2:])]
            far: dict[str, Any] = {"executor": Far(lasts), "notes": desk, "kept_too": True, "say": said.append}
            done += ingest(names, splitter=splitter, open_store=lambda: store, **far)
        return done, splitter.split_now, said

    whole, _, _ = check(tmp_path / "one")
    check(tmp_path / "two", lasts=4)
    with Store.open(tmp_path / "two", create=False, write=True) as store:
        store.edit_claim(store.claims()[0].claim.id, author="ada", text="A person's wording.")
    again, split_now, said = check(tmp_path / "two")
    assert split_now == ["story-3.txt"]
    assert said == ["3 of 5 articles were split before and are not split again"]
    assert [getattr(each, "article", None) for each in again] == [getattr(each, "article", None) for each in whole]
    assert [getattr(each, "claims", None) for each in again] == [getattr(each, "claims", None) for each in whole]
    assert [each.report.unchanged for each in again if isinstance(each, Ingested) and each.report] == [2, 2, 2, 0]
    assert not list((tmp_path / "two").glob("unfinished*"))


@pytest.mark.parametrize("stretch", [1, 200, 5_000, 1_000_000])
def test_stretches_give_what_the_whole_file_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(pieces, "_STRETCH", stretch)
    known = {"publisher": "Desk", "rating": "FALSE", "language": "en"}
    lines = [json.dumps({"claim_reviewed": f"Harwick has {number} bridges.", **known}) for number in range(40)]
    lines[7], lines[20], lines[33] = "{no", "", '{"publisher": "Desk"}'
    data = ("\ufeff" + "\r\n".join(lines)).encode()
    path = tmp_path / "checks.jsonl"
    path.write_bytes(data[:-1] + b"\xff\n" + data[-1:])

    def told(read: Any, *more: Any) -> tuple[list[ClaimReview | Rejected], list[str]]:
        said: list[str] = []
        return list(read(path, *more, say=said.append)), said

    shared = told(read_reviews_shared, lambda work, several: map(work, several))
    assert shared == told(read_reviews)
    assert [each.line for each in shared[0] if isinstance(each, Rejected)] == [8, 34, 40, 41]


def test_a_cluster_that_breaks_is_not_taken_for_a_file_that_does(tmp_path: Path) -> None:
    path = tmp_path / "checks.jsonl"
    path.write_text('{"claim_reviewed": "Harwick has 2 bridges.", "publisher": "Desk"}\n' * 2)

    def broken(work: Any, several: Any) -> Any:
        yield work(next(iter(several)))
        raise SchedulerLost("tcp://127.0.0.1:1")

    with pytest.raises(SchedulerLost):
        list(read_reviews_shared(path, broken))
