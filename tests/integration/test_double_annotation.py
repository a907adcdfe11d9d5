"""Two annotators on the same claims, blind, in two real browsers; then somebody who decides where they differ."""

import json

import pytest

from claimcheck.flows.assign import plan_reassignment
from claimcheck.labelstudio import Studio, StudioClient
from claimcheck.records import Label
from claimcheck.store import Store
from tests.integration.desks import OUTPUT
from tests.integration.shared_desk import SharedDesk, read_page, submit

pytestmark = [pytest.mark.studio, pytest.mark.slow, pytest.mark.timeout(600)]


def answer(client: StudioClient, task_id: int, label: str, user_id: int, **fields) -> None:
    """Answer a task as somebody would, without a browser."""
    region = list(client.task(task_id).region)
    choice = {"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": [label]}}
    client.create_annotation(task_id, [*region, choice], user_id=user_id, seconds=fields.get("seconds"), skipped=False)


def tasks_of(desk: SharedDesk, name: str) -> dict[str, int]:
    with desk.store() as store:
        found = store.tasks(project_id=desk.project("assignment", name))
    return {each.claim_id: each.task_id for each in found}


@pytest.mark.browser
def test_two_annotators_judge_blind_in_two_browsers_and_a_third_decides(studio: Studio, log_in, tmp_path):
    desk = SharedDesk(tmp_path, 3)
    passwords = desk.assign("ada", "ben", control="0.5")
    assert set(passwords) == {"ada", "ben"}
    pages = {name: log_in(str(studio.url), desk.email(name), passwords[name]) for name in ("ada", "ben")}
    OUTPUT.mkdir(exist_ok=True)

    # each sees their own tasks alone, in their own order, in the list and in the stream
    texts: dict[str, list[str]] = {"ada": [], "ben": []}
    keys = {"ada": dict.fromkeys(desk.order("ada"), "1"), "ben": dict.fromkeys(desk.order("ben"), "1")}
    keys["ben"]["Behauptung 02."] = "5"
    for name, page in pages.items():
        page.goto(f"{studio.url}/projects/{desk.project('assignment', name)}/data")
        page.get_by_text(desk.order(name)[-1]).first.wait_for()
        listed = page.inner_text("body")
        places = [listed.index(words) for words in desk.order(name)]
        assert places == sorted(places)
        texts[name].append(listed)
    for turn in range(3):
        for name, page in pages.items():
            if turn == 0:
                page.goto(f"{studio.url}/projects/{desk.project('assignment', name)}/data?labeling=1")
            words = desk.order(name)[turn]
            page.get_by_text(words, exact=True).first.wait_for()
            texts[name].append(read_page(page))
            page.screenshot(path=OUTPUT / f"blind-{name}-{turn}.png")
            hidden = page.locator(".cc-check").count() == 0
            assert hidden is ("keine früheren Prüfungen gezeigt" in texts[name][-1])
            submit(page, keys[name][words], f"Begründung von {name} zu {words}")
    for name, other in (("ada", "ben"), ("ben", "ada")):
        seen = "\n".join(texts[name])
        assert f"Begründung von {other}" not in seen
        assert desk.email(other) not in seen

    # back in one pull, with the arm each was in and what it showed
    assert "6 new verdicts" in desk.run("pull").stderr
    with desk.store() as store:
        verdicts = store.verdicts()
        arms = {(each.claim_id, each.annotator): each.arm for each in store.assignments()}
    assert {(v.claim_id, v.annotator): v.arm for v in verdicts} == arms
    assert all(len(v.shown) == (0 if v.arm == "control" else 2) for v in verdicts)
    for claim_id in desk.ids:
        assert sorted(v.arm or "" for v in verdicts if v.claim_id == claim_id) == ["control", "shown"]
    rows = desk.progress()
    assert [(rows[n]["assigned"], rows[n]["done"], rows[n]["open"]) for n in ("ada", "ben")] == [(3, 3, 0)] * 2
    assert all(rows[name]["median_seconds"] > 0 for name in rows)

    # the one they differ on is put to a third, who sees both answers and no name
    told = desk.run("adjudicate", "--by", desk.email("eve")).stderr
    assert "1 claim to decide: 1 with different labels, 0 with a problem reported; 0 decided" in told
    assert "/user/signup/?token=" in told
    again = desk.run("adjudicate", "--by", desk.email("eve")).stderr
    assert "0 asked, 0 refreshed, 1 open as they are" in again
    eve = log_in(str(studio.url), studio.email, studio.credentials.password)
    eve.goto(f"{studio.url}/projects/{desk.project('adjudication', 'eve')}/data?labeling=1")
    said = read_page(eve)
    eve.screenshot(path=OUTPUT / "adjudication.png")
    for words in ("Antwort A", "Antwort B", "Begründung von ada", "Begründung von ben", "Behauptung 02."):
        assert words in said
    for name in ("ada", "ben"):
        assert desk.email(name) not in eve.inner_text(".cc")
    boxes = [eve.locator(".cc-answer").nth(place).bounding_box() for place in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]  # side by side
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    submit(eve, "4", "Der Vertrag nennt zwei.")

    assert "1 new verdict" in desk.run("pull").stderr
    with desk.store() as store:
        (decision,) = [each for each in store.verdicts() if each.adjudicated]
    assert (decision.label, decision.claim_id, decision.arm) == (Label.MOSTLY_FALSE, desk.ids[1], None)
    settled = {row["claim_id"]: row for row in map(json.loads, desk.run("settle").stdout.splitlines())}
    assert [settled[each]["label"] for each in desk.ids] == ["TRUE", "MOSTLY_FALSE", "TRUE"]
    assert [settled[each]["method"] for each in desk.ids] == ["majority", "adjudicated", "majority"]
    measured = desk.run("agreement")
    (percent,) = [
        row
        for row in map(json.loads, measured.stdout.splitlines())
        if (row["of"], row.get("measure")) == ("all", "percent")
    ]
    assert (percent["value"], percent["claims"], percent["answers"]) == (2 / 3, 3, 6)  # the decision is no answer
    assert "blind by arrangement only" in measured.stderr
    assert "3 claims with past checks were judged both" in desk.run("agreement", "--anchoring").stderr
    assert "; 1 decided" in desk.run("adjudicate", "--by", desk.email("eve")).stderr


def test_a_decision_is_asked_for_again_only_when_the_answers_change(client: StudioClient, studio: Studio, tmp_path):
    desk = SharedDesk(tmp_path, 2)
    desk.assign("ada", "ben")
    users = {email: number for number, email in client.users().items()}
    for name, label in (("ada", "TRUE"), ("ben", "FALSE")):
        for task_id in tasks_of(desk, name).values():
            answer(client, task_id, label, users[desk.email(name)])
    desk.run("pull")
    assert "2 asked" in desk.run("adjudicate").stderr
    first = desk.project("adjudication")
    with desk.store() as store:
        asked = {each.claim_id: each.task_id for each in store.tasks(project_id=first)}
    answer(client, asked[desk.ids[0]], "HALF_TRUE", users[studio.email])
    desk.run("pull")

    unchanged = desk.run("adjudicate").stderr
    (annotation,) = client.task(tasks_of(desk, "ben")[desk.ids[0]]).annotations
    client._api.annotations.update(
        annotation["id"],
        result=[
            {**each, "value": {"choices": ["MISLEADING"]}} if each["from_name"] == "verdict" else each
            for each in annotation["result"]
        ],
    )
    (other,) = client.task(tasks_of(desk, "ben")[desk.ids[1]]).annotations
    client._api.annotations.update(
        other["id"],
        result=[
            {**each, "value": {"choices": ["TRUE"]}} if each["from_name"] == "verdict" else each
            for each in other["result"]
        ],
    )
    desk.run("pull")
    changed = desk.run("adjudicate").stderr

    assert "0 asked, 0 refreshed, 1 open as they are" in unchanged
    assert "1 decided" in unchanged
    assert "1 asked, 0 refreshed" in changed
    assert "1 taken away: nobody disagrees about them any more" in changed
    with desk.store() as store:
        projects = [each.project_id for each in store.roles() if each.purpose == "adjudication"]
    assert len(projects) == 2
    assert len(client.task(asked[desk.ids[0]]).annotations) == 1  # what was decided stays as it was seen
    (second,) = set(projects) - {first}
    (task,) = client.all_tasks(second)
    assert "Irreführend" in [each["label"] for each in task.data["blind_answers"]]


def test_who_judged_a_claim_does_not_decide_about_it(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 1)
    desk.assign("ada", "ben")
    users = {email: number for number, email in client.users().items()}
    for name, label in (("ada", "TRUE"), ("ben", "FALSE")):
        (task_id,) = tasks_of(desk, name).values()
        answer(client, task_id, label, users[desk.email(name)])
    desk.run("pull")

    told = desk.run("adjudicate", "--by", desk.email("ben")).stderr

    assert "0 claims to decide" in told
    assert f"left out: 1 that {desk.email('ben')} judged too" in told


def test_when_somebody_leaves_what_is_open_moves_and_what_is_answered_or_begun_stays(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 6)
    desk.assign("ada", "ben", control="0.5")
    users = {email: number for number, email in client.users().items()}
    mine = tasks_of(desk, "ada")
    answered, begun = desk.ids[0], desk.ids[1]
    answer(client, mine[answered], "TRUE", users[desk.email("ada")])
    draft = {
        "result": [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["TRUE"]}}]
    }
    client._connection.post_once("draft", f"api/tasks/{mine[begun]}/drafts", json.dumps(draft).encode(), {})
    with desk.store() as store:
        arms = {each.claim_id: each.arm for each in store.assignments(annotator=desk.email("ada"))}

    dry = desk.run("assign", "--reassign", desk.email("ada"), "--to", desk.email("cyd"), "--dry-run").stderr
    told = desk.run("assign", "--reassign", desk.email("ada"), "--to", desk.email("cyd")).stderr
    again = desk.run("assign", "--reassign", desk.email("ada"), "--to", desk.email("cyd")).stderr

    assert f"5 open tasks of {desk.email('ada')} go to others" in dry
    assert f"5 open tasks of {desk.email('ada')} go to others" in told
    assert "4 taken away" in told
    assert "no account there yet" in told
    assert f"0 open tasks of {desk.email('ada')}" in again
    left = list(client.all_tasks(desk.project("assignment", "ada")))
    assert {each.claim_id for each in left} == {answered, begun}
    assert {each.claim_id for each in client.all_tasks(desk.project("assignment", "cyd"))} == set(desk.ids[1:])
    with desk.store() as store:
        cyd = store.assignments(annotator=desk.email("cyd"))
    assert {each.claim_id: each.arm for each in cyd} == {each: arms[each] for each in desk.ids[1:]}
    assert desk.run("pull").stderr.startswith("1 new verdict")
    assert (desk.progress()["ada"]["assigned"], desk.progress()["ada"]["done"]) == (1, 1)


def test_claims_that_come_later_are_added_and_no_task_moves(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 5)
    chosen = [part for each in desk.ids[:3] for part in ("--claims", each)]
    emails = ",".join(map(desk.email, ("ada", "ben", "cyd")))
    desk.run("assign", "--annotators", emails, "--seed", "7", "--control", "0.5", *chosen)
    before = {name: tasks_of(desk, name) for name in ("ada", "ben", "cyd")}

    told = desk.run("assign", "--annotators", emails, "--seed", "7").stderr

    assert "earlier assignments have a control arm, these have none: --control gives them one" in told
    after = {name: tasks_of(desk, name) for name in ("ada", "ben", "cyd")}
    for name, tasks in before.items():
        assert {claim_id: after[name][claim_id] for claim_id in tasks} == tasks
    counts = [len(tasks) for tasks in after.values()]
    assert (sum(counts), max(counts) - min(counts)) == (10, 1)
    assert len(client.users()) == len(set(client.users().values()))


def test_an_annotators_project_that_was_deleted_is_made_anew_and_no_verdict_is_lost(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 2)
    desk.assign("ada", "ben")
    users = {email: number for number, email in client.users().items()}
    answer(client, tasks_of(desk, "ada")[desk.ids[0]], "TRUE", users[desk.email("ada")])
    desk.run("pull")
    lost = desk.project("assignment", "ada")
    client.delete_project(lost)

    desk.run("assign")
    pulled = desk.run("pull").stderr

    assert desk.project("assignment", "ada") != lost
    assert len(list(client.all_tasks(desk.project("assignment", "ada")))) == 2
    assert pulled.startswith("0 new verdicts")
    with desk.store() as store:
        assert len(store.verdicts()) == 1


def test_an_interrupted_run_goes_on_from_what_the_workspace_knows(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 3)
    emails = [desk.email("ada"), desk.email("ben")]
    with Store.open(tmp_path, create=False, write=True) as store:
        from claimcheck.flows.assign import claims_to_assign, plan_assignment

        new = plan_assignment(store, claims_to_assign(store), emails, overlap=2, seed=7)
        store.put_assignments(new)  # and there the machine stopped

    told = desk.run("assign").stderr

    assert told.count("3 created") == 2
    assert desk.run("assign", "--annotators", ",".join(emails), "--seed", "7").stderr.count("0 created") == 2


def test_one_studio_for_everybody_cannot_be_two_studios(tmp_path):
    desk = SharedDesk(tmp_path, 1)
    emails = f"{desk.email('ada')},{desk.email('ben')}"

    mismatch = desk.run("assign", "--annotators", emails, "--studios", "ada", code=1)
    not_there = desk.run("assign", "--annotators", emails, "--studios", "ada,ben", code=1)

    assert "1 studio for 2 annotators" in str(mismatch.exception)
    assert "run `claimcheck studio up --name ada`" in str(not_there.exception)


def test_a_plan_of_nothing_assigned_says_so(client: StudioClient, tmp_path):
    desk = SharedDesk(tmp_path, 1)

    nobody = desk.run("assign", "--reassign", desk.email("ada"), "--to", desk.email("ben"), code=1)

    assert f"no claim is assigned to {desk.email('ada')}" in str(nobody.exception)
    assert "no claim is assigned to anybody" in str(desk.run("assign", "--progress", code=1).exception)
    with desk.store() as store, pytest.raises(Exception, match="no claim is assigned"):
        plan_reassignment(store, lambda _: client, desk.email("ada"), [desk.email("ben")], seed=0)
