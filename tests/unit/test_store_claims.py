"""Claims keep their ids and their history: splits, edits, drops, successors, and ids as people type them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimcheck.errors import AmbiguousId, EditInvalid, NotFound
from claimcheck.records import (
    Article,
    Assertion,
    Claim,
    ClaimContext,
    ClaimDate,
    ClaimKind,
    ClaimStatus,
    Consensus,
    Label,
    Role,
    Span,
    Substitution,
    Task,
    Verdict,
)
from claimcheck.store import SplitReport, Store, StoredClaim
from claimcheck.store.splits import find_successor

TEXT = "Der Turm ist 90 Meter hoch. Er wurde 1891 gebaut. Ihn sahen Tausende."
ARTICLE = Article(id="a1", text=TEXT, blocks=(), language="de")
EVERY = frozenset(ClaimStatus)
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def claim(identifier: str, start: int, end: int, text: str | None = None, score: float = 0.5) -> Claim:
    return Claim(
        id=identifier,
        article_id="a1",
        spans=(Span(start, end),),
        evidence=(TEXT[start:end],),
        text=text or TEXT[start:end],
        assertion=Assertion.ASSERTED,
        kind=ClaimKind.EVENT,
        role=Role.BODY,
        language="de",
        checkable=True,
        score=score,
    )


TOWER = claim("c1", 0, 27, score=0.9)
BUILT = claim("c2", 28, 49, score=0.7)
SEEN = claim("c3", 50, 69, score=0.2)


def verdict(claim_id: str, annotation_id: int = 1, label: Label | None = Label.TRUE, sample: bool = False) -> Verdict:
    return Verdict(
        claim_id, label, "ann", NOON, "http://127.0.0.1:8080", 1, 5, annotation_id, NOON, sample=sample
    )  # fmt: skip


def task(claim_id: str) -> Task:
    return Task("http://127.0.0.1:8080", 1, claim_id, 5, "d", NOON)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True, write=True) as opened:
        opened.record_split(ARTICLE, [TOWER, BUILT, SEEN])
        yield opened


def status(store: Store, claim_id: str) -> tuple[ClaimStatus, str | None]:
    found = store.claim(claim_id)
    return found.status, found.successor_id


def test_a_split_keeps_the_article_and_its_claims_best_first(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True, write=True) as store:
        report = store.record_split(ARTICLE, [SEEN, BUILT, TOWER])
        assert report == SplitReport(new=3, unchanged=0, reworded=0, superseded=0, removed=0)
        assert store.article("a1") == ARTICLE
        assert store.claims() == [
            StoredClaim(each, each, ClaimStatus.ACTIVE, 1, None, None, False) for each in (TOWER, BUILT, SEEN)
        ]


def test_articles_are_listed_in_parts_with_the_claims_they_offer_and_no_claim_is_read(store: Store) -> None:
    store.add_article(replace(ARTICLE, id="a2", text="Nichts.", title="Zwei"))
    store.record_split(ARTICLE, [TOWER, replace(BUILT, checkable=False), SEEN])
    store.drop_claim("c3", "Kim")
    store._database.connection.execute("UPDATE claim_version SET record = 'damaged'")
    store._database.connection.execute("UPDATE article SET text = x'ff'")

    listed = [(each.id, each.title, each.claims) for each in store.article_summaries()]

    assert listed == [("a1", None, 1), ("a2", "Zwei", 0)]
    assert store.count_articles() == 2
    assert [each.id for each in store.article_summaries(limit=1, offset=1)] == ["a2"]
    assert store.article_summaries(limit=5, offset=2) == []


def test_the_same_split_again_changes_nothing(store: Store) -> None:
    assert store.record_split(ARTICLE, [TOWER, BUILT, SEEN]) == SplitReport(0, 3, 0, 0, 0)
    assert [version.version for version in store.history("c1")] == [1]


def test_better_wording_of_a_known_id_is_a_new_version_that_counts(store: Store) -> None:
    better = replace(BUILT, text="Der Turm wurde 1891 gebaut.", checkable=False)
    assert store.record_split(ARTICLE, [TOWER, better, SEEN]) == SplitReport(0, 2, 1, 0, 0)
    found = store.claim("c2")
    assert (found.claim, found.machine, found.version, found.author) == (better, better, 2, None)
    assert [version.claim for version in store.history("c2")] == [BUILT, better]
    assert [each.claim.id for each in store.claims(offered=False)] == ["c2"]
    assert [each.claim.id for each in store.claims(offered=True)] == ["c1", "c3"]


def test_an_edit_stays_current_when_the_splitter_changes_its_mind(store: Store) -> None:
    edited = store.edit_claim("c2", author="Kim", text="Der Turm wurde 1891 gebaut.", at=NOON)
    reworded = replace(BUILT, text="Er (der Turm) wurde 1891 gebaut.")
    store.record_split(ARTICLE, [TOWER, reworded, SEEN])
    found = store.claim("c2")
    assert (found.claim, found.machine) == (edited.claim, reworded)
    assert (found.version, found.author) == (2, "Kim")
    history = store.history("c2")
    assert [(version.version, version.author) for version in history] == [(1, None), (2, "Kim"), (3, None)]
    assert history[1].at == NOON


def test_an_edit_changes_what_it_names_and_nothing_else(store: Store) -> None:
    when = ClaimDate("1891", "year")
    found = store.edit_claim(
        "c2", author="Kim", speaker="Amt", kind=ClaimKind.HISTORICAL, date=when, needs_context=True, checkable=False
    )
    expected = replace(BUILT, speaker="Amt", kind=ClaimKind.HISTORICAL, date=when, needs_context=True, checkable=False)
    assert found.claim == expected
    assert found.machine == BUILT
    assert store.edit_claim("c2", author="Kim", speaker=None).claim == replace(expected, speaker=None)


def test_an_edit_that_changes_nothing_makes_no_version(store: Store) -> None:
    assert store.edit_claim("c2", author="Kim", text=BUILT.text).version == 1
    assert len(store.history("c2")) == 1


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Der Turm sah ihn dort 1891.", ("ihn", "dort")),
        ("Der Turm sah Ihn 1891.", ("ihn",)),
        ("Der Turm sah Hennes 1891 in Köln.", ()),
    ],
)
def test_a_wording_of_a_person_leaves_open_only_what_it_still_says(
    store: Store, text: str, open_: tuple[str, ...]
) -> None:
    unclear = replace(BUILT, context=ClaimContext(title="Turm", unresolved=("ihn", "dort")), needs_context=True)
    store.record_split(ARTICLE, [TOWER, unclear, SEEN])
    found = store.edit_claim("c2", author="Kim", text=text).claim
    assert (found.context.unresolved, found.needs_context) == (open_, bool(open_))
    assert found.context.title == "Turm"


def test_that_a_claim_needs_its_context_stays_where_no_word_is_open_or_a_person_says_so(store: Store) -> None:
    store.record_split(ARTICLE, [TOWER, replace(BUILT, needs_context=True), SEEN])
    assert store.edit_claim("c2", author="Kim", text="Der Turm steht.").claim.needs_context
    unclear = replace(SEEN, context=ClaimContext(unresolved=("ihn",)), needs_context=True)
    store.record_split(ARTICLE, [TOWER, BUILT, unclear])
    edited = store.edit_claim(unclear.id, author="Kim", text="Tausende sahen den Turm.", needs_context=True)
    assert edited.claim.needs_context


def test_an_edit_takes_back_what_it_makes_untrue(store: Store) -> None:
    swapped = replace(
        BUILT,
        text="Der Turm wurde am 3. Mai 1891 gebaut.",
        speaker="Amt",
        speaker_span=Span(0, 8),
        substitutions=(Substitution(Span(28, 30), "Er", "Der Turm"), Substitution(Span(31, 36), "wurde", "am 3. Mai")),
    )
    store.record_split(ARTICLE, [TOWER, swapped, SEEN])
    found = store.edit_claim("c2", author="Kim", text="Der Turm steht seit 1891.", speaker="Museum").claim
    assert found.speaker_span is None
    assert [each.replacement for each in found.substitutions] == ["Der Turm"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": "  \n"}, "text would be empty"),
        ({"speaker": ""}, "speaker would be empty"),
        ({"author": " "}, "author's name"),
        ({"date": ClaimDate("1891", "roughly")}, "no precision"),
        ({"date": ClaimDate("last May", "month")}, "no date"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_in_one_line(store: Store, changes: dict[str, object], words: str) -> None:
    with pytest.raises(EditInvalid, match=words) as caught:
        store.edit_claim("c2", **{"author": "Kim", **changes})  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert len(store.history("c2")) == 1


def test_an_untouched_claim_that_is_no_longer_found_is_removed(store: Store) -> None:
    assert store.record_split(ARTICLE, [TOWER]) == SplitReport(0, 1, 0, 0, 2)
    assert [each.claim.id for each in store.claims(statuses=EVERY)] == ["c1"]
    with pytest.raises(NotFound):
        store.history("c2")


def touch_push(store: Store) -> None:
    store.put_tasks([task("c2")])


def touch_judge(store: Store) -> None:
    store.put_verdicts([verdict("c2")], {})


def touch_edit(store: Store) -> None:
    store.edit_claim("c2", author="Kim", text="Anders.")


def touch_drop_and_restore(store: Store) -> None:
    store.drop_claim("c2", "Kim")
    store.restore_claim("c2", "Kim")


@pytest.mark.parametrize("touch", [touch_push, touch_judge, touch_edit, touch_drop_and_restore])
def test_a_touched_claim_that_is_no_longer_found_is_superseded_by_what_overlaps_it_most(store: Store, touch) -> None:  # type: ignore[no-untyped-def]
    touch(store)
    near, far = claim("n1", 31, 49), claim("n2", 45, 69)
    assert store.record_split(ARTICLE, [TOWER, far, near]) == SplitReport(2, 1, 0, 1, 1)
    assert status(store, "c2") == (ClaimStatus.SUPERSEDED, "n1")
    assert "c2" not in [each.claim.id for each in store.claims()]
    assert [event.what for event in store.events("c2")][-1] == "superseded"


def test_a_dropped_claim_stays_dropped_when_split_again_and_superseded_when_not_found(store: Store) -> None:
    store.drop_claim("c2", "Kim", "too vague", at=NOON)
    store.record_split(ARTICLE, [TOWER, replace(BUILT, text="Neu."), SEEN])
    assert status(store, "c2") == (ClaimStatus.DROPPED, None)
    store.record_split(ARTICLE, [TOWER, SEEN])
    assert status(store, "c2") == (ClaimStatus.SUPERSEDED, None)
    store.record_split(ARTICLE, [TOWER, BUILT, SEEN])
    assert status(store, "c2") == (ClaimStatus.DROPPED, None)
    first = store.events("c2")[0]
    assert (first.what, first.author, first.reason, first.at) == ("dropped", "Kim", "too vague", NOON)
    assert store.restore_claim("c2", "Kim").status is ClaimStatus.ACTIVE


def test_a_superseded_claim_that_is_found_again_is_active_and_has_no_successor(store: Store) -> None:
    touch_push(store)
    store.record_split(ARTICLE, [TOWER, claim("n1", 31, 49)])
    assert store.record_split(ARTICLE, [TOWER, BUILT]) == SplitReport(0, 2, 0, 0, 1)
    assert status(store, "c2") == (ClaimStatus.ACTIVE, None)


def test_a_successor_that_is_removed_is_followed_by_the_next_best(store: Store) -> None:
    touch_push(store)
    store.record_split(ARTICLE, [TOWER, claim("n1", 31, 49)])
    store.record_split(ARTICLE, [TOWER, claim("n2", 32, 49)])
    assert status(store, "c2") == (ClaimStatus.SUPERSEDED, "n2")
    store.record_split(ARTICLE, [TOWER])
    assert status(store, "c2") == (ClaimStatus.SUPERSEDED, None)


def test_the_successor_of_equal_overlaps_is_the_one_put_the_same_way() -> None:
    reported = replace(claim("n1", 28, 49), assertion=Assertion.REPORTED)
    asserted = claim("n2", 28, 49)
    assert find_successor(BUILT, [reported, asserted]) is asserted
    assert find_successor(BUILT, [asserted, reported]) is asserted
    assert find_successor(BUILT, [TOWER, SEEN]) is None


def test_a_split_that_cannot_be_stored_leaves_the_former_one_whole(store: Store) -> None:
    before = store.claims(statuses=EVERY)
    for wrong in ([TOWER, TOWER], [TOWER, replace(BUILT, article_id="b")], [replace(TOWER, score=2.0)]):
        with pytest.raises(ValueError, match="the split of article a1"):
            store.record_split(ARTICLE, wrong)
    assert store.claims(statuses=EVERY) == before


def test_dropping_and_restoring_twice_is_told_once(store: Store) -> None:
    for _ in range(2):
        store.drop_claim("c1", "Kim")
    for _ in range(2):
        store.restore_claim("c1", "Kim")
    assert [event.what for event in store.events("c1")] == ["dropped", "restored"]
    with pytest.raises(EditInvalid, match="author"):
        store.drop_claim("c1", "")


def test_claims_of_a_sample_article_are_samples(store: Store) -> None:
    store.record_split(replace(ARTICLE, id="s1", text="x", sample=True), [replace(TOWER, id="s", article_id="s1")])
    assert {each.claim.id: each.sample for each in store.claims()} == {"c1": False, "c2": False, "c3": False, "s": True}
    assert [each.claim.id for each in store.claims(article_id="s1")] == ["s"]


def test_claims_are_chosen_by_id_and_an_empty_choice_chooses_none(store: Store) -> None:
    assert [each.claim.id for each in store.claims(ids={"c3", "c1", "zz"})] == ["c1", "c3"]
    assert store.claims(ids=()) == []


def test_an_id_is_found_by_a_beginning_that_only_it_has(store: Store) -> None:
    store.record_split(replace(ARTICLE, id="b", text="y"), [replace(TOWER, id="c", article_id="b")])
    assert store.claim("c2").claim == BUILT
    assert store.claim("c").claim.id == "c"  # a whole id, though others begin so
    with pytest.raises(NotFound, match="claims list") as missing:
        store.claim("d")
    with pytest.raises(NotFound):
        store.claim("")
    store.record_split(replace(ARTICLE, id="bb", text="z"), [])
    store.record_split(replace(ARTICLE, id="ba", text="w"), [])
    assert store.article("b").text == "y"
    with pytest.raises(NotFound):
        store.article("c")
    assert (missing.value.what, missing.value.wanted) == ("claim", "d")


def test_a_beginning_that_several_ids_have_is_answered_with_them(store: Store) -> None:
    with pytest.raises(AmbiguousId, match=r"3 claims \(c1, c2, c3\)") as caught:
        store.drop_claim("c", "Kim")
    assert caught.value.candidates == ("c1", "c2", "c3")
    assert store.claim("c1").status is ClaimStatus.ACTIVE


def test_open_tasks_are_those_of_claims_without_a_verdict(store: Store) -> None:
    store.put_tasks([task("c1"), task("c2"), task("c3")])
    store.edit_claim("c1", author="Kim", text="Der Turm ist hoch.")
    store.put_verdicts([verdict("c2"), verdict("c3", 2, label=None)], {})
    assert store.open_task_claims() == [("c1", "Der Turm ist hoch."), ("c3", SEEN.text)]
    store.drop_claim("c3", "Kim")
    store.mark_verdicts_gone("http://127.0.0.1:8080", 1, [2])
    assert store.open_task_claims() == [("c1", "Der Turm ist hoch."), ("c2", BUILT.text)]


def test_verdicts_keep_every_version_and_the_deleted_ones(store: Store) -> None:
    first, second = verdict("c1"), verdict("c2", 2)
    report = store.put_verdicts([first, second], {1: {"v": 1}}, at=NOON)
    assert (report.new, report.changed, report.unchanged) == (2, 0, 0)
    changed = replace(first, label=Label.FALSE)
    report = store.put_verdicts([changed, second], {1: {"v": 2}})
    assert (report.new, report.changed, report.unchanged) == (0, 1, 1)
    assert store.verdicts() == [changed, second]
    history = store.verdict_history(first.server, 1)
    assert [(version.verdict, version.raw) for version in history] == [(first, {"v": 1}), (changed, {"v": 2})]
    assert history[0].at == NOON
    assert store.verdict_history(first.server, 2)[0].raw is None
    assert store.mark_verdicts_gone(first.server, 1, [2]) == 1
    assert store.mark_verdicts_gone(first.server, 1, [2]) == 0
    assert store.verdicts() == [second]
    assert len(store.verdict_history(first.server, 1)) == 2
    assert store.put_verdicts([changed], {}).changed == 1
    assert store.verdicts(claim_ids=["c1"]) == [changed]
    assert store.verdicts(claim_ids=[]) == []


def test_samples_are_left_out_of_verdicts_and_consensuses_where_not_wanted(store: Store) -> None:
    store.record_split(replace(ARTICLE, id="s1", text="x", sample=True), [replace(TOWER, id="s", article_id="s1")])
    kept, marked, on_sample = verdict("c1"), verdict("c2", 2, sample=True), verdict("s", 3)
    store.put_verdicts([kept, marked, on_sample], {})
    assert store.verdicts() == [kept, marked, on_sample]
    assert store.verdicts(samples=False) == [kept]
    settled = [
        Consensus(each.claim_id, Label.TRUE, (), ((Label.TRUE, 1.0),), "majority", 1, None, sample=each.sample)
        for each in (kept, marked, on_sample)
    ]
    store.put_consensus(settled)
    assert store.consensuses(samples=True) == settled
    assert store.consensuses(samples=False) == settled[:1]
    store.put_consensus(settled[:1])
    assert store.consensuses(samples=True) == settled[:1]
    with pytest.raises(ValueError, match="settled twice"):
        store.put_consensus([settled[0], settled[0]])


def test_nothing_is_kept_of_a_batch_that_names_an_unknown_claim(store: Store) -> None:
    settled = Consensus("c1", Label.TRUE, (), ((Label.TRUE, 1.0),), "majority", 1, None)
    for put in (
        lambda: store.put_tasks([task("c1"), task("nope")]),
        lambda: store.put_verdicts([verdict("c1"), verdict("nope", 2)], {}),
        lambda: store.put_consensus([settled, replace(settled, claim_id="nope")]),
    ):
        with pytest.raises(NotFound, match="nope"):
            put()
    assert (store.tasks(), store.verdicts(), store.consensuses(samples=True)) == ([], [], [])


def test_a_task_is_one_per_server_project_and_claim(store: Store) -> None:
    again = replace(task("c1"), task_id=9, digest="e")
    other = replace(task("c1"), project_id=2)
    store.put_tasks([task("c1"), again, other, task("c2")])
    assert store.tasks() == [task("c2"), again, other]
    assert store.tasks(project_id=2) == store.tasks(project_id=2, claim_ids=["c1"]) == [other]
    assert store.tasks(server="http://elsewhere") == []
    assert store.drop_tasks([(again.server, 1, "c1"), (again.server, 7, "c1")]) == 1
    assert store.tasks(claim_ids=["c1"]) == [other]


def test_the_project_of_a_server_is_the_one_last_used(store: Store) -> None:
    assert store.project("s") is None
    store.put_project("s", 1, "One", "d1")
    store.put_project("s", 2, "Two", "d2")
    store.put_project("t", 1, "Else", "d3")
    assert store.project("s").project_id == 2  # type: ignore[union-attr]
    store.put_project("s", 1, "One again", "d4")
    found = store.project("s")
    assert found is not None
    assert (found.project_id, found.title, found.config_digest) == (1, "One again", "d4")
    assert [(row.server, row.project_id) for row in store.projects()] == [("s", 1), ("t", 1), ("s", 2)]


def test_a_pull_cursor_is_remembered_for_each_project(store: Store) -> None:
    store.put_project("s", 1, "One", "d1")
    assert store.pull_cursor("s", 1) is None
    store.set_pull_cursor("s", 1, "2024-05-01T12:00:00Z")
    store.set_pull_cursor("s", 2, "later")
    store.put_project("s", 1, "One", "d1")
    assert (store.pull_cursor("s", 1), store.pull_cursor("s", 2)) == ("2024-05-01T12:00:00Z", "later")
