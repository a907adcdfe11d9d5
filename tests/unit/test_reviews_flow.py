"""Importing, adding, choosing and removing past checks, against the real store."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import NoReviewFound, NoReviewSelected, ReviewInvalid, WorkspaceUnwritable
from claimcheck.flows.import_reviews import import_reviews
from claimcheck.flows.reviews import add_review, choose_reviews, remove_reviews
from claimcheck.records import ClaimReview, Label
from claimcheck.shapes import review_to_json
from claimcheck.store import ReviewReport, Store

AT = datetime(2023, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk", create=True, write=True) as opened:
        yield opened


def line(number: int, **changes: Any) -> str:
    record = {
        "claim_reviewed": f"Claim number {number}",
        "publisher": "A desk",
        "url": f"https://desk.example/{number}",
        "language": "en",
        "alternate_name": "False",
    }
    return json.dumps(record | changes)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def counts(report: Any) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, len(report.rejected)


def test_importing_twice_changes_nothing_and_a_new_word_is_a_change(store: Store, tmp_path: Path) -> None:
    feed = write(tmp_path / "a.jsonl", line(1), line(2), "broken", line(4, claim_reviewed=""))
    first = import_reviews(store, feed, at=AT)
    assert counts(first) == (2, 0, 0, 2)
    assert [(each.line, each.reason.split(" (")[0]) for each in first.rejected] == [
        (3, "not JSON"),
        (4, "no claim text"),
    ]
    assert counts(import_reviews(store, write(tmp_path / "b.jsonl", line(1), line(2)), at=AT)) == (0, 0, 2, 0)
    later = write(tmp_path / "c.jsonl", line(1, alternate_name="True"), line(3))
    assert counts(import_reviews(store, later, at=AT)) == (1, 1, 0, 0)
    assert store.count_reviews() == 3
    assert {review.rating for review in store.reviews()} == {Label.TRUE, Label.FALSE}


def test_a_dry_run_counts_the_same_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    import_reviews(store, write(tmp_path / "a.jsonl", line(1), line(2)), at=AT)
    feed = write(
        tmp_path / "b.jsonl",
        line(1, alternate_name="True"),
        line(2),
        line(3),
        line(3),
        line(3, title="now with one"),
        "x",
    )
    before = store.reviews()
    dry = import_reviews(store, feed, dry_run=True)
    assert store.reviews() == before
    real = import_reviews(store, feed, at=AT)
    assert counts(dry) == counts(real) == (1, 2, 2, 1)
    assert (dry.dry_run, real.dry_run) == (True, False)
    assert counts(import_reviews(None, feed, dry_run=True)) == (3, 1, 1, 1)


def test_of_a_file_that_breaks_off_what_was_read_stays_and_the_rest_is_named(store: Store, tmp_path: Path) -> None:
    import gzip

    whole = gzip.compress("\n".join(line(number) for number in range(12_000)).encode(), compresslevel=1)
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(whole[: len(whole) // 2])
    report = import_reviews(store, cut, at=AT)
    assert 5_000 < report.new == store.count_reviews() < 12_000
    assert report.n_rejected == 1
    assert "gzip" in report.rejected[0].reason
    assert f"the {report.new} records before that were read" in report.rejected[0].reason
    assert import_reviews(store, cut, at=AT).unchanged == report.new
    cut.write_text("{}", encoding="utf-8")
    with pytest.raises(NoReviewFound):
        import_reviews(store, cut.rename(tmp_path / "a.json"), at=AT)


def test_the_report_says_what_was_read_of_the_ratings(store: Store, tmp_path: Path) -> None:
    words = ["False", "Partly false", "False: here is why", "Odd word", "Odd word", "3 of 5", None]
    feed = write(tmp_path / "a.jsonl", *(line(number, alternate_name=word) for number, word in enumerate(words)))
    report = import_reviews(store, feed, at=AT)
    assert (report.mapped, report.approximate, report.unrated) == (3, 2, 1)
    assert report.unmapped == (("Odd word", 2), ("3 of 5", 1))


def test_ours_stays_only_under_this_desks_own_name(store: Store, tmp_path: Path) -> None:
    feed = write(tmp_path / "a.jsonl", line(1, ours=True), line(2, ours=True, publisher="Our desk"))
    said: list[str] = []
    import_reviews(store, feed, own_publisher="Our desk", say=said.append, at=AT)
    assert {(review.publisher, review.ours) for review in store.reviews()} == {("A desk", False), ("Our desk", True)}
    assert len(said) == 1
    assert "1 past check that another desk calls its own" in said[0]


def test_standard_input_progress_and_samples(store: Store) -> None:
    seen: list[tuple[str, int, int | None]] = []
    data = "\n".join(line(number) for number in range(450)).encode()
    report = import_reviews(
        store, "-", stdin=io.BytesIO(data), sample=True, progress=lambda *each: seen.append(each), at=AT
    )
    assert counts(report) == (450, 0, 0, 0)
    assert seen == [("past checks", 200, None), ("past checks", 400, None), ("past checks", 450, 450)]
    assert all(review.sample for review in store.reviews())


def test_a_check_added_by_hand_is_new_once(store: Store) -> None:
    values: dict[str, Any] = {
        "rating": Label.FALSE,
        "publisher": "A desk",
        "url": "https://desk.example/1",
        "date_published": date(2023, 4, 1),
        "summary": "It is rock.",
    }
    review, new = add_review(store, "Der Mond besteht aus Käse", **values, at=AT)
    assert (new, review.language, review.ours, review.sample) == (True, "de", False, False)
    assert store.review(review.id) == review
    assert add_review(store, "Der Mond besteht aus Käse", **values, at=AT) == (review, False)
    changed, new = add_review(store, "Der Mond besteht aus Käse", **(values | {"rating": Label.TRUE}), at=AT)
    assert (new, store.review(review.id)) == (False, replace(review, rating=Label.TRUE))
    assert changed.id == review.id


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"url": "javascript:alert(1)"}, "'javascript:alert.1.' is not a whole http or https one"),
        ({"claim": " "}, "the claim text is empty"),
        ({"publisher": " "}, "no publisher"),
    ],
)
def test_a_check_that_is_none_is_refused(store: Store, change: dict[str, Any], why: str) -> None:
    values = {"claim": "Cheese", "publisher": "A desk", "rating": Label.FALSE} | change
    with pytest.raises(ReviewInvalid, match=why):
        add_review(store, values.pop("claim"), **values)
    assert store.count_reviews() == 0


def test_what_is_chosen_is_counted_and_then_removed(store: Store, tmp_path: Path) -> None:
    feed = write(tmp_path / "a.jsonl", line(1), line(2, language="de"), line(3, publisher="Another desk"))
    import_reviews(store, feed, at=AT)
    with pytest.raises(NoReviewSelected):
        choose_reviews(store)
    chosen = choose_reviews(store, publisher="A desk")
    assert [store.review(each).claim_reviewed for each in chosen] == ["Claim number 1", "Claim number 2"]
    assert [store.review(each).language for each in choose_reviews(store, publisher="A desk", language="de")] == ["de"]
    assert choose_reviews(store, [chosen[0][:10]]) == [chosen[0]]
    assert remove_reviews(store, chosen, dry_run=True) == 2
    assert store.count_reviews() == 3
    assert remove_reviews(store, chosen) == 2
    assert remove_reviews(store, chosen) == 0
    assert [review.publisher for review in store.reviews()] == ["Another desk"]


def test_what_the_store_lists_is_read_back_as_it_was(store: Store, tmp_path: Path) -> None:
    import_reviews(store, write(tmp_path / "a.jsonl", line(1), line(2, title="Größe")), at=AT)
    out = write(tmp_path / "out.jsonl", *(json.dumps(review_to_json(review)) for review in store.reviews()))
    assert counts(import_reviews(store, out, at=AT)) == (0, 0, 2, 0)


def test_a_disk_that_fails_midway_keeps_the_batches_before_and_says_how_many(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = write(tmp_path / "a.jsonl", *(line(number) for number in range(11_000)))
    keep, calls = store.put_reviews, []

    def failing(reviews: list[ClaimReview], *, at: datetime | None = None) -> ReviewReport:
        calls.append(len(reviews))
        if len(calls) == 2:
            raise WorkspaceUnwritable("desk", "the disk is full")
        return keep(reviews, at=at)

    monkeypatch.setattr(store, "put_reviews", failing)
    said: list[str] = []
    with pytest.raises(WorkspaceUnwritable):
        import_reviews(store, feed, say=said.append, at=AT)
    assert store.count_reviews() == calls[0] == 5_000
    assert said == [f"{feed}: 5,000 past checks were kept before this; import it again for the rest"]


def test_a_check_that_comes_twice_far_apart_with_other_content_is_counted(store: Store, tmp_path: Path) -> None:
    rows = [line(number) for number in range(6_000)]
    feed = write(tmp_path / "a.jsonl", *rows, line(0, title="Corrected"))
    assert (lambda report: (report.new, report.changed, report.repeated))(import_reviews(store, feed)) == (6_000, 1, 1)
