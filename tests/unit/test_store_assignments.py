"""Assignments, roles and questions in the store, what tasks showed in each of their states, and who has done what."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import NotFound, NothingAssigned, StudioKeyRefused, StudioUnknown
from claimcheck.flows.adjudicate import find_disagreements
from claimcheck.flows.assign import plan_reassignment
from claimcheck.flows.collect import collect_verdicts
from claimcheck.flows.workload import is_strict, workloads
from claimcheck.labelstudio import RemoteTask
from claimcheck.records import Label, Relation, ShownCheck, Task, Verdict
from claimcheck.scheme import read_scheme
from claimcheck.store import Assignment, ProjectRole, Question, Store
from claimcheck.store.schema import MIGRATIONS
from tests.integration.desks import make_article, make_claim

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SCHEME = read_scheme()
IDS = [f"{number:016x}" for number in range(1, 6)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "w", create=True, write=True) as opened:
        fill(opened)
        yield opened


def fill(opened: Store) -> None:
    article = make_article()
    claim = make_claim(article)
    opened.add_article(article)
    opened.record_split(article, [replace(claim, id=each, text=f"Behauptung {each}") for each in IDS])


def given(claim: int, who: str, place: int = 0, arm: str | None = None) -> Assignment:
    return Assignment(IDS[claim], who, place, arm, NOON)


def said(claim: int, who: str, label: Label | None = Label.TRUE, *, hour: int = 0, **fields) -> Verdict:
    at = NOON + timedelta(hours=hour)
    number = zlib.crc32(f"{claim} {who} {hour} {label}".encode())
    known = {"server": "s", "project_id": 1, "task_id": claim, "annotation_id": number}
    return Verdict(IDS[claim], label, who, at, updated_at=at, **(known | fields))


def put(store: Store, *verdicts: Verdict) -> None:
    store.put_verdicts(verdicts, {})


def test_what_was_assigned_first_stays(store: Store):
    store.put_assignments([given(0, "ada@x"), given(1, "ada@x", 1)])
    store.put_assignments([given(0, "ada@x", 9, "control"), given(2, "ada@x", 2)])

    assert [(each.claim_id, each.place, each.arm) for each in store.assignments(annotator="ada@x")] == [
        (IDS[0], 0, None),
        (IDS[1], 1, None),
        (IDS[2], 2, None),
    ]


def test_an_assignment_of_a_claim_that_is_not_there_is_refused_and_nothing_is_kept(store: Store):
    with pytest.raises(NotFound):
        store.put_assignments([given(0, "ada@x"), replace(given(0, "ada@x"), claim_id="none")])

    assert store.assignments() == []


def test_what_is_handed_on_stays_on_record(store: Store):
    store.put_assignments([given(0, "ada@x", 0, "control")])
    (old,) = store.assignments()

    store.move_assignments([(old, replace(old, annotator="ben@x", place=4))])

    assert [each.annotator for each in store.assignments()] == ["ben@x"]
    assert store.assignments(moved=True) == [
        replace(old, moved_to="ben@x"),
        replace(old, annotator="ben@x", place=4),
    ]


def test_roles_and_questions_are_kept_and_replaced(store: Store):
    role = ProjectRole("s", 3, "assignment", "ada@x", "default")
    store.put_role(role)
    store.put_role(replace(role, studio="ada"))
    store.put_role(ProjectRole("t", 1, "adjudication", None, "default"))
    store.put_questions([Question("s", 9, IDS[0], "d1")])
    store.put_questions([Question("s", 9, IDS[0], "d2")])

    assert store.roles(server="s") == [replace(role, studio="ada")]
    assert len(store.roles()) == 2
    assert store.questions() == [Question("s", 9, IDS[0], "d2")]
    store.drop_role("s", 3)
    assert store.roles(server="s") == []


def test_each_state_of_a_task_stays_known_when_it_is_refreshed_and_when_it_goes(store: Store):
    first = (ShownCheck("r1", 1, 0.123456789, 0.5, Relation.SAME), ShownCheck("r2", 2, 0.1, None, None))
    task = Task("s", 1, IDS[0], 7, "a" * 16, NOON, first)
    store.put_tasks([task])
    store.put_tasks([replace(task, digest="b" * 16, pushed_at=NOON + timedelta(hours=1), shown=())])
    store.put_tasks([replace(task, pushed_at=NOON + timedelta(hours=2))])
    store.drop_tasks([("s", 1, IDS[0])])

    states = store.task_states("s", 1)

    assert states[IDS[0], "a" * 16].shown == first
    assert states[IDS[0], "a" * 16].since == NOON
    assert states[IDS[0], "b" * 16].shown == ()
    assert len(states) == 2


def test_a_workspace_of_the_former_format_keeps_what_its_tasks_showed(tmp_path: Path):
    shown = (ShownCheck("r2", 1, 0.25, None, Relation.RELATED), ShownCheck("r1", 2, 0.125, 0.5, None))
    with Store.open(tmp_path, create=True, write=True, migrations=MIGRATIONS[:3]) as old:
        fill(old)
        key = ("s", 1, IDS[0])
        with old.transaction():
            old._database.run("INSERT INTO task VALUES (?, ?, ?, 7, 'dddd', ?)", (*key, NOON.isoformat()))
            for place, each in enumerate(shown):
                row = (*key, place, each.review_id, each.rank, each.similarity, each.score, each.relation)
                old._database.run("INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    with Store.open(tmp_path, create=False, write=True) as now:
        assert now.task_states("s", 1)[IDS[0], "dddd"].shown == shown
        assert now.assignments() == []


def test_the_table_counts_what_is_done_skipped_and_open_and_the_median_time(store: Store):
    store.put_assignments([given(n, "ada@x", n, "control" if n == 0 else "shown") for n in range(4)])
    store.put_assignments([given(0, "ben@x")])
    store.put_role(ProjectRole("s", 1, "assignment", "ada@x", "default"))
    put(
        store,
        said(0, "Ada@x", seconds=10.0),
        said(1, "ada@x", seconds=30.0),
        said(2, "ada@x", None, seconds=99.0),
        said(3, "lead@x", seconds=1.0),
        said(0, "ben@x", Label.FALSE, seconds=5.0, project_id=2),
    )

    ada, ben = workloads(store)

    assert (ada.assigned, ada.done, ada.skipped, ada.open) == (4, 2, 1, 1)
    assert (ada.median_seconds, ada.control, ada.by_others) == (20.0, 1, 1)
    assert (ben.assigned, ben.done, ben.open, ben.median_seconds, ben.by_others) == (1, 1, 0, 5.0, 0)


def test_a_table_of_nothing_says_what_to_do(store: Store):
    with pytest.raises(NothingAssigned, match="claimcheck assign --annotators"):
        workloads(store)


def test_strict_is_a_studio_for_each(store: Store):
    assert not is_strict(store)
    store.put_role(ProjectRole("s", 1, "assignment", "ada@x", "ada"))
    store.put_role(ProjectRole("t", 1, "assignment", "ben@x", "ben"))
    assert is_strict(store)
    store.put_role(ProjectRole("t", 2, "assignment", "cyd@x", "ben"))
    assert not is_strict(store)


class Standing:
    """A server on which these tasks stand."""

    def __init__(self, server: str, *tasks: RemoteTask) -> None:
        self.server, self._tasks = server, tasks

    def tasks(self, project_id: int, task_ids: list[int]) -> list[RemoteTask]:
        return [each for each in self._tasks if each.id in task_ids]


def test_what_was_answered_is_not_handed_on_though_its_task_is_gone_and_what_was_taken_back_is(store: Store):
    store.put_role(ProjectRole("s", 1, "assignment", "ada@x", "default"))
    store.put_assignments([given(n, "ada@x", n) for n in range(4)])
    store.put_tasks([Task("s", 1, IDS[n], n, "d", NOON) for n in range(4)])
    put(store, said(0, "ada@x"), said(1, "ada@x"))
    there = Standing("s", RemoteTask(1, {}), RemoteTask(2, {}, annotations=({"id": 5},)), RemoteTask(3, {}))

    moves, _ = plan_reassignment(store, lambda _: there, "ada@x", ["ben@x"], seed=0)  # type: ignore[arg-type,return-value]
    elsewhere = Standing("t")
    by_memory, _ = plan_reassignment(store, lambda _: elsewhere, "ada@x", ["ben@x"], seed=0)  # type: ignore[arg-type,return-value]

    assert {old.claim_id for old, _ in moves} == {IDS[1], IDS[3]}
    assert {old.claim_id for old, _ in by_memory} == {IDS[2], IDS[3]}


def test_of_two_servers_that_went_by_one_name_the_one_that_runs_is_collected_from(store: Store):
    class Refusing(Standing):
        def whoami(self) -> str:
            raise StudioKeyRefused("u", 401)  # it was asked

    def away() -> Standing:
        raise StudioUnknown

    store.put_role(ProjectRole("a", 1, "assignment", "ada@x", "default"))
    store.put_role(ProjectRole("z", 1, "assignment", "ben@x", "default"))

    for server in ("a", "z"):
        with pytest.raises(StudioKeyRefused):
            collect_verdicts(store, away, lambda _, server=server: Refusing(server), scheme=SCHEME, title="t")  # type: ignore[arg-type,misc,return-value]


class Answering(Standing):
    """A server that knows its projects and where nobody has answered anything."""

    url = "u"

    def whoami(self) -> str:
        return "owner@x"

    def project(self, project_id: int) -> object:
        return object()

    def find_projects(self, title: str) -> list[object]:
        return []

    def tasks_changed_since(self, *_: object) -> list[RemoteTask]:
        return []


def runs_no(name: str | None = None) -> Any:
    raise StudioUnknown(name)


def test_a_pull_that_reaches_none_of_its_studios_is_no_pull_without_news(store: Store):
    store.put_role(ProjectRole("a", 1, "assignment", "ada@x", "ada"))
    store.put_role(ProjectRole("b", 1, "assignment", "ben@x", "ben"))
    heard: list[str] = []

    with pytest.raises(StudioUnknown, match="'ben' does not run"):
        collect_verdicts(store, runs_no, runs_no, say=heard.append, scheme=SCHEME, title="t")

    assert [line[:42] for line in heard] == ["left out: the local studio 'ada' does not "]


def test_studios_that_a_pull_did_not_reach_are_counted_beside_what_the_others_brought(store: Store):
    for name in ("ada", "ben", "cyd"):
        store.put_role(ProjectRole(f"server of {name}", 1, "assignment", f"{name}@x", name))
    heard: list[str] = []

    def local(name: str) -> Any:
        return Answering("server of ada") if name == "ada" else runs_no(name)

    report = collect_verdicts(store, runs_no, local, say=heard.append, scheme=SCHEME, title="t")

    assert (report.new, report.unreached) == (0, 2)
    assert len(heard) == 2


@pytest.mark.parametrize(("pushed_to", "unreached"), [("the desk's own", 1), ("server of ada", 0)])
def test_the_desk_s_own_studio_with_pushed_tasks_is_counted_too_where_only_another_runs(
    store: Store, pushed_to: str, unreached: int
):
    store.put_role(ProjectRole("server of ada", 1, "assignment", "ada@x", "ada"))
    store.put_project(pushed_to, 7, "t", "digest")
    heard: list[str] = []

    report = collect_verdicts(
        store,
        lambda: runs_no("default"),
        lambda name: Answering(f"server of {name}"),
        say=heard.append,
        scheme=SCHEME,
        title="t",
    )

    assert report.unreached == unreached
    assert [line[:46] for line in heard] == ["left out: the local studio 'default' does not "] * unreached


def test_a_studio_that_was_made_anew_under_its_name_is_not_the_one_that_claims_were_given_out_in(store: Store):
    store.put_role(ProjectRole("before", 1, "assignment", "ada@x", "ada"))
    store.put_role(ProjectRole("there", 1, "assignment", "ben@x", "ben"))
    heard: list[str] = []

    def local(name: str) -> Any:
        return Answering({"ada": "made anew", "ben": "there"}[name])

    report = collect_verdicts(store, runs_no, local, say=heard.append, scheme=SCHEME, title="t")

    assert report.unreached == 1
    assert heard == ["left out: the local studio 'ada' that runs is another than the one where claims were given out"]


def test_of_a_server_on_the_net_that_is_set_no_longer_its_address_is_said(store: Store):
    store.put_role(ProjectRole("https://labels.example", 1, "assignment", "ada@x", "default"))

    with pytest.raises(StudioUnknown, match=r"LABEL_STUDIO_URL=https://labels\.example"):
        collect_verdicts(store, runs_no, runs_no, scheme=SCHEME, title="t")


def test_two_labels_or_a_reported_problem_are_to_be_decided(store: Store):
    put(
        store,
        said(0, "ada@x", Label.TRUE),
        said(0, "ben@x", Label.FALSE),
        said(1, "ada@x", Label.TRUE),
        said(1, "ben@x", Label.TRUE),
        said(2, "ada@x", Label.TRUE, problem="wrong_span"),
        said(3, "ada@x", Label.TRUE),
        said(3, "ben@x", None),
        said(4, "ada@x", Label.FALSE),
        said(4, "ada@x", Label.TRUE, hour=1),
        said(4, "ben@x", Label.TRUE),
    )

    found = find_disagreements(store, SCHEME)

    assert [(each.claim_id, each.labels, each.problems) for each in found] == [(IDS[0], 2, 0), (IDS[2], 1, 1)]
    assert sorted(each.annotator for each in found[0].answers) == ["ada@x", "ben@x"]


def test_an_adjudication_is_no_answer_to_be_adjudicated(store: Store):
    put(
        store,
        said(0, "ada@x", Label.TRUE),
        said(0, "ben@x", Label.TRUE),
        said(0, "lead@x", Label.FALSE, adjudicated=True, project_id=9),
    )

    assert find_disagreements(store, SCHEME) == []


def test_samples_are_asked_about_only_on_request_and_never_beside_real_answers(store: Store):
    put(
        store,
        said(0, "a@s", Label.TRUE, sample=True),
        said(0, "b@s", Label.FALSE, sample=True),
        said(1, "a@s", Label.FALSE, sample=True),
        said(1, "ada@x", Label.TRUE),
    )

    assert find_disagreements(store, SCHEME) == []
    assert [each.claim_id for each in find_disagreements(store, SCHEME, samples=True)] == [IDS[0]]


def test_answers_on_an_earlier_wording_are_left_out(store: Store):
    put(
        store,
        said(0, "ada@x", Label.TRUE, wording="Drei Staaten"),
        said(0, "ben@x", Label.FALSE, wording="Vier Staaten", hour=1),
    )

    assert find_disagreements(store, SCHEME) == []
