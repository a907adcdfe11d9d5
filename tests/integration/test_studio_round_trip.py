"""Push and pull against the real server."""

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import (
    NothingPushed,
    ProjectForeign,
    StudioKeyRefused,
    StudioNotFound,
    StudioNotThere,
    StudioTimeout,
    StudioUnreachable,
)
from claimcheck.flows.pull import PullReport, pull_verdicts
from claimcheck.flows.push import push_claims, write_task_file
from claimcheck.flows.studio import SampleAnswer, add_sample_verdicts
from claimcheck.labelstudio import StudioClient, annotation_results
from claimcheck.records import Evidence, Label, PastAnswer
from tests.integration.desks import EVIDENCE, TEXT, Desk, make_article, make_review, past_matches

pytestmark = [pytest.mark.studio]


def pull(desk: Desk) -> PullReport:
    return pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)


def api(desk: Desk):
    """The SDK itself, for what an annotator or the server's owner does and we do not."""
    return desk.client._api


def tasks_on_server(desk: Desk) -> list:
    (project,) = desk.store.projects()
    return list(api(desk).tasks.list(project=project.project_id, fields="all"))


def annotate(desk: Desk, label: str = "TRUE", **fields) -> int:
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": [label]}}]
    return api(desk).annotations.create(desk.task_id(), result=result, lead_time=5.0, **fields).id


def test_three_pushes_make_each_task_once(make_desk):
    desk = make_desk()

    reports = [desk.push() for _ in range(3)]

    assert [(each.created, each.updated, each.unchanged) for each in reports] == [(1, 0, 0), (0, 0, 1), (0, 0, 1)]
    assert len(tasks_on_server(desk)) == 1


def test_a_push_after_the_local_map_is_lost_finds_the_task_on_the_server(make_desk):
    desk = make_desk()
    desk.push()
    before = desk.store.tasks()
    desk.store.drop_tasks([(each.server, each.project_id, each.claim_id) for each in before])
    desk.store._database.run("DELETE FROM project")

    report = desk.push()

    assert (report.created, report.unchanged) == (0, 1)
    assert len(tasks_on_server(desk)) == 1
    (after,) = desk.store.tasks()
    assert (after.task_id, after.digest, after.shown) == (before[0].task_id, before[0].digest, before[0].shown)


def test_a_dry_run_sends_nothing(make_desk):
    desk = make_desk()

    report = desk.push(dry_run=True)

    assert (report.created, report.project_id, report.url) == (1, None, None)
    assert desk.client.find_projects(desk.title) == []
    assert desk.store.projects() == []


def test_offsets_hold_through_the_server_with_emoji_and_windows_line_ends(make_desk):
    desk = make_desk()
    desk.push()

    (task,) = tasks_on_server(desk)

    value = task.model_dump()["predictions"][0]["result"][0]["value"]
    assert task.data["context"][value["start"] : value["end"]] == EVIDENCE == value["text"]
    assert "🍰" in task.data["context"][: value["start"]]


def test_a_task_nobody_answered_is_refreshed_and_its_mark_with_it(make_desk):
    desk = make_desk()
    desk.push()
    task_id = desk.task_id()
    desk.store.put_matches(desk.claim_id, [replace(each, claim_id=desk.claim_id) for each in past_matches()[:1]])

    report = desk.push()

    assert (report.created, report.updated, report.conflicts) == (0, 1, ())
    (task,) = tasks_on_server(desk)
    assert (task.id, len(task.data["past_checks"]), len(task.predictions)) == (task_id, 1, 1)
    assert [len(each.shown) for each in desk.store.tasks()] == [1]


def test_a_claim_reworded_since_it_was_looked_up_shows_no_past_checks_and_push_says_so(make_desk):
    desk = make_desk()
    desk.push()
    said = []
    desk.store.edit_claim(desk.claim_id, author="ada", text="Drei Staaten achten die Grenzen seit 1994.")

    assert desk.push(say=said.append).updated == 1

    (task,) = tasks_on_server(desk)
    assert (task.data["claim"], task.data["past_checks"]) == ("Drei Staaten achten die Grenzen seit 1994.", [])
    told = "1 claim was reworded since it was looked up, so no past checks are shown: claimcheck match looks again"
    assert said[-1] == told
    desk.store.put_matches(desk.claim_id, past_matches("Drei Staaten achten die Grenzen seit 1994."))
    assert desk.push(say=said.append).updated == 1
    (task,) = tasks_on_server(desk)
    assert len(task.data["past_checks"]) == 2
    assert said.count(told) == 1


def test_a_task_somebody_answered_is_left_as_they_saw_it(make_desk):
    desk = make_desk()
    desk.push()
    annotation = annotate(desk)
    desk.store.put_matches(desk.claim_id, [])

    reports = [desk.push(dry_run=True), desk.push()]

    assert [(each.updated, each.conflicts) for each in reports] == [(0, (desk.claim_id,))] * 2
    (task,) = tasks_on_server(desk)
    assert len(task.data["past_checks"]) == 2
    assert [each["id"] for each in task.annotations] == [annotation]
    assert [len(each.shown) for each in desk.store.tasks()] == [2]


def test_an_edited_verdict_comes_back_changed_and_a_deleted_one_is_gone(make_desk):
    desk = make_desk()
    desk.push()
    annotation = annotate(desk, "TRUE")
    first = pull(desk)
    again = pull(desk)
    api(desk).annotations.update(
        annotation,
        result=[{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["FALSE"]}}],
    )

    edited = pull(desk)
    label = desk.store.verdicts()[0].label
    api(desk).annotations.delete(annotation)
    deleted = pull(desk)

    assert (first.new, first.changed, first.gone) == (1, 0, 0)
    assert (again.new, again.changed) == (0, 0)
    assert (edited.new, edited.changed) == (0, 1)
    assert label is Label.FALSE
    assert (deleted.gone, desk.store.verdicts()) == (1, [])
    history = desk.store.verdict_history(desk.client.server, annotation)
    assert [each.verdict.label for each in history] == [Label.TRUE, Label.FALSE]
    assert history[0].raw["result"][0]["value"] == {"choices": ["TRUE"]}
    shown = CliRunner().invoke(
        app, ["claims", "show", desk.claim_id, "-w", str(desk.store.folder), "--format", "jsonl"]
    )
    (told,) = json.loads(shown.stdout)["verdicts"]
    assert told["gone"]
    assert [each["label"] for each in told["versions"]] == ["TRUE", "FALSE"]


def test_an_annotation_no_verdict_can_be_read_from_is_named_and_stops_nothing(make_desk):
    desk = make_desk()
    desk.push()
    good = annotate(desk, "TRUE")
    bad = annotate(desk, "PERHAPS")

    report = pull(desk)

    assert report.new == 1
    assert [each.annotation_id for each in desk.store.verdicts()] == [good]
    (problem,) = report.problems
    assert problem.annotation_id == bad
    assert "'PERHAPS', which is not offered" in str(problem)


def test_sample_annotators_are_users_of_their_own_and_their_verdicts_are_samples(make_desk):
    desk = make_desk()
    desk.push()
    answers = [
        SampleAnswer(
            desk.claim_id,
            "Ada",
            Label.MOSTLY_TRUE,
            justification="Der Vertrag nennt es.",
            evidence=(Evidence("https://example.org/1", "Artikel 1", stance="supports"),),
            confidence=4,
            past=(PastAnswer(f"{1:016x}", "related"), PastAnswer("not shown", "same")),
        ),
        SampleAnswer(desk.claim_id, "Ben", None),
    ]

    entered = [add_sample_verdicts(desk.store, desk.client, answers) for _ in range(2)]
    report = pull(desk)

    assert entered == [2, 0]
    assert (report.new, report.skipped) == (1, 1)
    ada, ben = sorted(desk.store.verdicts(), key=lambda each: each.annotator)
    assert (ada.annotator, ben.annotator) == (
        "ada@samples.claimcheck.invalid",
        "ben@samples.claimcheck.invalid",
    )
    assert (ada.sample, ben.sample, ben.skipped) == (True, True, True)
    assert (ada.label, ada.confidence) == (Label.MOSTLY_TRUE, 4)
    assert ada.past_answers == (PastAnswer(f"{1:016x}", "related"),)
    assert desk.store.verdicts(samples=False) == []


def test_what_the_page_would_answer_is_read_back_by_the_server_unchanged(make_desk):
    desk = make_desk()
    desk.push()
    add_sample_verdicts(desk.store, desk.client, [SampleAnswer(desk.claim_id, "Eva", Label.FALSE, "a\nb")])
    pull(desk)

    (verdict,) = desk.store.verdicts()
    (annotation,) = tasks_on_server(desk)[0].annotations

    assert annotation_results(replace(verdict, as_of=None), annotation["result"][:1]) == annotation["result"]


def test_a_wrong_key_is_one_line_and_shows_no_key(make_desk):
    desk = make_desk()
    wrong = StudioClient(desk.client.url, "not-the-key-of-anybody", server=desk.client.server)

    with pytest.raises(StudioKeyRefused) as caught:
        push_claims(desk.store, wrong, desk.store.claims(), scheme=desk.scheme, title=desk.title)

    assert str(caught.value).startswith(f"the Label Studio at {desk.client.url} refuses the key (401)")
    assert "not-the-key" not in str(caught.value) + repr(caught.value) + repr(wrong)
    assert "\n" not in str(caught.value)


def test_a_server_that_is_down_is_one_line(make_desk):
    desk = make_desk()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"

    with pytest.raises(StudioUnreachable, match=f"^nothing answers at {url} "):
        push_claims(desk.store, StudioClient(url, "k" * 40), [], scheme=desk.scheme, title=desk.title)


@pytest.fixture
def other_server() -> Iterator[tuple[str, dict[str, bytes]]]:
    """A server that answers everything alike: HTML at first."""
    answer = {"type": b"text/html", "body": b"<html><body>Please log in</body></html>"}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", answer["type"].decode())
            self.end_headers()
            self.wfile.write(answer["body"])

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", answer
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("body", [b"<html>Please log in</html>", b'{"hello": 1}', b"[1, 2]", b'"word"', b"null", b""])
def test_a_server_that_is_not_label_studio_is_one_line(make_desk, other_server, body):
    desk = make_desk()
    url, answer = other_server
    answer["body"] = body

    with pytest.raises(StudioNotThere, match=f"^{url} answers with something that is not Label Studio's API"):
        push_claims(desk.store, StudioClient(url, "k" * 40), [], scheme=desk.scheme, title=desk.title)


def test_a_server_that_does_not_answer_in_time_is_one_line(make_desk):
    desk = make_desk()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        client = StudioClient(f"http://127.0.0.1:{silent.getsockname()[1]}", "k" * 40, timeout=0.3)
        with pytest.raises(StudioTimeout, match=r"gave no answer within 0\.3 s"):
            push_claims(desk.store, client, [], scheme=desk.scheme, title=desk.title)


def test_a_project_with_a_foreign_labeling_config_is_refused_before_anything_is_sent(make_desk):
    desk = make_desk()
    config = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
    project = api(desk).projects.create(title=desk.title, label_config=config)

    with pytest.raises(ProjectForeign, match=f"^project {project.id} '{desk.title}'"):
        desk.push()

    assert list(api(desk).tasks.list(project=project.id)) == []


def test_a_project_whose_config_was_changed_by_others_is_refused(make_desk):
    desk = make_desk()
    report = desk.push()
    api(desk).projects.update(report.project_id, label_config='<View><Text name="t" value="$claim"/></View>')

    with pytest.raises(ProjectForeign):
        desk.push()


def test_an_earlier_config_of_ours_is_brought_up_to_date(make_desk):
    desk = make_desk()
    report = desk.push()
    desk.scheme = replace(desk.scheme, version="2")

    later = desk.push()

    assert later.project_id == report.project_id
    assert "claimcheck 2" in desk.client.project(report.project_id).config


def test_a_project_deleted_on_the_server_is_made_anew_by_push_and_named_by_pull(make_desk):
    desk = make_desk()
    report = desk.push()
    api(desk).projects.delete(report.project_id)

    with pytest.raises(StudioNotFound, match=rf"has no project {report.project_id} \(404\)"):
        pull(desk)
    again = desk.push()

    assert again.created == 1
    assert len(list(api(desk).tasks.list(project=again.project_id))) == 1
    assert pull(desk).new == 0


def test_a_pull_before_any_push_says_what_to_do(make_desk):
    desk = make_desk()

    with pytest.raises(NothingPushed, match="run `claimcheck push` first"):
        pull(desk)


def test_the_written_task_file_imports_as_it_is(make_desk, tmp_path):
    desk = make_desk()
    path = tmp_path / "tasks.json"

    count = write_task_file(path, desk.store, desk.store.claims(), scheme=desk.scheme)

    project = api(desk).projects.create(
        title="from file", label_config=path.with_name(f"{path.name}.labeling.xml").read_text()
    )
    made = api(desk).projects.import_tasks(project.id, request=json.loads(path.read_text()), return_task_ids=True)
    assert count == 1 == len(made.task_ids)


def test_a_thousand_claims_are_pushed_in_batches_and_found_again(make_desk, client):
    desk = make_desk()
    article = desk.store.article(desk.store.claims()[0].claim.article_id)
    (stored,) = desk.store.claims()
    many = [replace(stored.claim, id=f"{number:016x}", text=f"Behauptung {number}") for number in range(1, 601)]
    desk.store.record_split(article, [stored.claim, *many])

    reports = [
        push_claims(desk.store, client, desk.store.claims(), scheme=desk.scheme, title=desk.title, batch=250)
        for _ in range(2)
    ]

    assert [(each.created, each.unchanged) for each in reports] == [(601, 0), (0, 601)]
    by_claim = {task.claim_id: task.task_id for task in desk.store.tasks()}
    assert len(by_claim) == len(set(by_claim.values())) == 601
    row = client.task(by_claim[f"{77:016x}"])
    assert row.data["claim"] == "Behauptung 77"


def test_answers_given_on_a_page_opened_before_a_refresh_are_not_mapped_to_the_wrong_checks(make_desk):
    desk = make_desk()
    desk.push()
    desk.store.put_reviews([make_review(5, "Eine andere Prüfung.")], at=desk.store.tasks()[0].pushed_at)
    desk.store.put_matches(desk.claim_id, [replace(past_matches()[1], claim_id=desk.claim_id, rank=1)])
    desk.push()
    result = [
        {"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}},
        {"from_name": "past_0", "to_name": "pc_0", "type": "choices", "value": {"choices": ["SAME"]}},
    ]
    api(desk).annotations.create(desk.task_id(), result=result, lead_time=600.0)  # ten minutes ago: before the refresh

    report = pull(desk)

    (verdict,) = desk.store.verdicts()
    assert (verdict.label, verdict.past_answers, report.unmapped) == (Label.TRUE, (), 1)


def test_a_task_of_another_workspace_is_found_and_left_as_it_is(make_desk):
    first = make_desk()
    first.push()
    second = replace(make_desk(matches=[]), title=first.title)

    report = second.push()

    assert (report.created, report.updated, report.unchanged) == (0, 0, 1)
    assert len(tasks_on_server(first)[0].data["past_checks"]) == len(past_matches())


def test_verdicts_on_a_claim_that_comes_to_a_workspace_later_are_not_passed_by(make_desk):
    first = make_desk()
    first.push()
    article = make_article(f"{TEXT}\r\nEin zweiter Bericht.\r\n")
    second = replace(make_desk(article=article), title=first.title)
    second.push()
    annotate(first)
    annotate(second)

    before = pull(second)
    known = first.store.article(first.store.claims()[0].claim.article_id)
    second.store.add_article(known)
    second.store.record_split(known, [first.store.claims()[0].claim])
    after = pull(second)

    assert (before.new, before.foreign) == (1, 1)
    assert (after.new, after.foreign) == (1, 0)
    assert first.claim_id in {each.claim_id for each in second.store.verdicts()}
    assert all(each.wording for each in second.store.verdicts())
