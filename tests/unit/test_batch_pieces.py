"""Pieces of large jobs: how many are under way, what is noted as done, and stretches of a file that several read."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.batch.executor import kept_ahead
from claimcheck.errors.clusters import SchedulerLost
from claimcheck.flows.unfinished import KeptPieces, Unfinished
from claimcheck.records import ClaimReview
from claimcheck.reviews import Rejected, pieces, read_reviews, read_reviews_shared


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
    notes.note([(one, 3), (two, 0)])
    path = tmp_path / "unfinished-split.jsonl"
    path.write_bytes(path.read_bytes() + b'["half a li')
    again = Unfinished(tmp_path, "split")
    assert (again.known(one), again.known(two), again.known("other")) == (3, 0, None)
    again.finish()
    again.finish()
    assert list(tmp_path.iterdir()) == []


def test_a_piece_counts_as_kept_only_with_its_last_past_check(tmp_path: Path) -> None:
    kept = KeptPieces(Unfinished(tmp_path, "import"))
    for piece, count in (("a", 3), ("b", 0), ("c", 4)):
        assert not kept.is_done(piece)
        kept.on_piece(piece, count)
    kept.on_kept(5)
    later = KeptPieces(Unfinished(tmp_path, "import"))
    assert [later.is_done(piece) for piece in "abc"] == [True, True, False]
    assert later.left_out == 3


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
