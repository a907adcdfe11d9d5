"""The record of what an annotator saw is of the page they answered on, and every page we ship can be answered on."""

from dataclasses import replace
from datetime import date

import pytest

from claimcheck.flows.pull import pull_verdicts
from claimcheck.flows.push import push_claims
from claimcheck.labelstudio import Studio
from claimcheck.records import PastAnswer, Relation, Verdict
from tests.integration.desks import OUTPUT, Desk, make_review, past_matches
from tests.integration.shared_desk import read_page, submit

pytestmark = [pytest.mark.studio, pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def pulled(desk: Desk) -> list[Verdict]:
    pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    return desk.store.verdicts()


def refresh(desk: Desk) -> None:
    """Give the claim other past checks than it had, and its task with it."""
    (found,) = [
        replace(past_matches()[1], claim_id=desk.claim_id, rank=1, review=make_review(5, "Eine andere Prüfung.")),
    ]
    desk.store.put_reviews([found.review], at=desk.store.tasks()[0].pushed_at)
    desk.store.put_matches(desk.claim_id, [replace(found, score=0.25, similarity=0.75)])
    assert desk.push().updated == 1


def test_an_answer_on_a_page_opened_before_a_refresh_is_of_what_that_page_showed(make_desk, open_task):
    desk = make_desk()
    desk.push()
    page = open_task(desk)
    refresh(desk)

    assert page.locator(".cc-check-claim").all_inner_texts() == [
        "Den Vertrag von Musterstadt gibt es seit 1997.",
        "Musterstadt hat keinen Bahnhof.",
    ]
    page.locator(".cc-check").nth(1).locator("label").nth(2).click()
    submit(page, "5", "vor der Auffrischung geöffnet")

    (verdict,) = pulled(desk)
    assert [each.review_id for each in verdict.shown] == [f"{1:016x}", f"{2:016x}"]
    assert [(each.rank, each.relation) for each in verdict.shown] == [(1, Relation.DIFFERS_DATE), (2, Relation.RELATED)]
    assert [each.similarity for each in verdict.shown] == [0.83, 0.51]
    assert verdict.past_answers == (PastAnswer(f"{2:016x}", "unrelated"),)


def test_an_answer_after_a_refresh_is_of_what_the_page_shows_since(make_desk, open_task):
    desk = make_desk()
    desk.push()
    refresh(desk)
    page = open_task(desk)

    assert page.locator(".cc-check-claim").all_inner_texts() == ["Eine andere Prüfung."]
    page.locator(".cc-check").nth(0).locator("label").nth(0).click()
    submit(page, "1", "nach der Auffrischung geöffnet")

    (verdict,) = pulled(desk)
    (shown,) = verdict.shown
    assert (shown.review_id, shown.rank, shown.similarity, shown.score) == (f"{5:016x}", 1, 0.75, 0.25)
    assert verdict.past_answers == (PastAnswer(f"{5:016x}", "same"),)


def test_a_draft_begun_before_keeps_its_task_from_being_refreshed(make_desk, open_task):
    desk = make_desk()
    desk.push()
    page = open_task(desk)
    with page.expect_response(lambda there: "/drafts" in there.url and there.request.method == "POST"):
        page.locator(".cc-labels-list label").nth(0).click()
    desk.store.put_matches(desk.claim_id, [])

    report = desk.push()

    assert (report.updated, report.conflicts) == (0, (desk.claim_id,))
    submit(page, "2", "in zwei Anläufen")
    (verdict,) = pulled(desk)
    assert len(verdict.shown) == 2


def test_a_mark_the_annotator_deleted_costs_the_answer_nothing(make_desk, open_task):
    desk = make_desk()
    desk.push()
    page = open_task(desk)
    page.locator(".cc-prose .htx-highlight").first.click()
    page.keyboard.press("Backspace")
    page.locator(".cc-prose .htx-highlight").first.wait_for(state="detached")

    submit(page, "1", "ohne Markierung")

    (verdict,) = pulled(desk)
    assert len(verdict.shown) == 2


@pytest.mark.parametrize("adjudication", [False, True], ids=["verdict", "adjudication"])
@pytest.mark.parametrize("languages", [("en",), ("de",), ("en", "de")], ids="-".join)
def test_every_page_we_ship_is_there_whole_and_takes_an_answer(
    make_desk, page, studio: Studio, languages, adjudication
):
    desk = make_desk()
    said = Verdict(desk.claim_id, desk.scheme.choices[0].label, "x", *_when(), justification="Weil.", confidence=2)
    claims = desk.store.claims(ids=[desk.claim_id])
    answers = {desk.claim_id: [said, replace(said, label=desk.scheme.choices[4].label)]} if adjudication else None
    report = push_claims(
        desk.store, desk.client, claims, scheme=desk.scheme, title=desk.title, languages=languages, answers=answers
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    page.goto(f"{studio.url}/projects/{report.project_id}/data?labeling=1")
    text = read_page(page)
    OUTPUT.mkdir(exist_ok=True)
    name = f"page-{'adjudication' if adjudication else 'verdict'}-{'-'.join(languages)}.png"
    page.screenshot(path=OUTPUT / name)

    for word, language in (("Who says it", "en"), ("Wer sagt es", "de"), ("Evidence", "en"), ("Belege", "de")):
        assert (word in text) is (language in languages)
    assert page.locator(".cc-labels-list label").count() == len(desk.scheme.choices)
    assert page.locator(".cc-check").count() == 2
    assert page.locator(".cc-check label").count() == 6
    assert page.locator(".cc-problems label").count() == len(desk.scheme.problems)
    assert page.locator(".cc .ant-rate-star").count() == 5
    assert page.locator(".cc-answer").count() == (2 if adjudication else 0)
    for field in ("textarea[name=justification]", "input[name=evidence_url_1]", "textarea[name=better_wording]"):
        assert page.locator(field).count() == 1
    assert errors == []
    submit(page, "5", "Geht.")
    (verdict,) = pulled(desk) if not adjudication else _pull_project(desk, int(report.project_id or 0))
    assert (verdict.justification, verdict.adjudicated) == ("Geht.", adjudication)


def _when() -> tuple:
    at = date(2024, 3, 1)
    from datetime import UTC, datetime, time

    moment = datetime.combine(at, time(12), UTC)
    return (moment, "s", 1, 1, 1, moment)


def _pull_project(desk: Desk, project_id: int) -> list[Verdict]:
    from claimcheck.store import ProjectRole

    desk.store.put_role(ProjectRole(desk.client.server, project_id, "adjudication", None, "default"))
    return pulled(desk)
