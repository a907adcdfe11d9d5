"""What an annotator sees and answers, on the real labeling page in a real browser."""

from datetime import date

import pytest

from claimcheck.flows.pull import pull_verdicts
from claimcheck.labelstudio import Studio
from claimcheck.records import Evidence, Label, Match, PastAnswer
from tests.integration.desks import EVIDENCE, MARKUP, OUTPUT, make_article, make_claim, make_review

pytestmark = [pytest.mark.studio, pytest.mark.browser, pytest.mark.slow]


def test_the_page_shows_claim_context_past_checks_and_choices(make_desk, open_task):
    desk = make_desk()
    desk.push()

    page = open_task(desk)

    OUTPUT.mkdir(exist_ok=True)
    for width, height in ((1600, 1000), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        page.screenshot(path=OUTPUT / f"labeling-{width}.png")
    assert page.inner_text(".cc-judged").splitlines() == [
        words for _, words in sorted(desk.scheme.judged, reverse=True)
    ]
    assert page.inner_text(".cc-big").strip() == "Drei Staaten sagten 1994 zu, die Grenzen zu achten."
    assert "Erika Muster (indirekte Rede)" in page.inner_text(".cc-claim")
    assert "11. April 2023" in page.inner_text(".cc-claim")
    assert page.inner_text(".cc-prose .htx-highlight") == EVIDENCE
    checks = page.locator(".cc-check")
    assert checks.count() == 2
    first = checks.nth(0).inner_text()
    for words in ("seit 1997", "Falsch", "claimcheck samples", "1. März 2022", "hier „1994“, dort „1997“", "Gleich"):
        assert words in first
    assert page.locator(".cc-labels-list label").all_inner_texts() == [
        f"{choice.name('en')} · {choice.name('de')}[{choice.hotkey}]" for choice in desk.scheme.choices
    ]
    assert page.locator(".cc-none").count() == 0


def test_a_claim_without_past_checks_says_that_none_were_found(make_desk, open_task):
    desk = make_desk(matches=[Match("q", 1, 0.0, None)])
    desk.push()

    page = open_task(desk)

    assert "Keine gefunden" in page.inner_text(".cc-none")
    assert page.locator(".cc-check").count() == 0


def test_a_verdict_clicked_and_submitted_comes_back_with_everything_in_it(make_desk, open_task, studio: Studio):
    desk = make_desk()
    desk.push()
    page = open_task(desk)

    page.locator(".cc-judged").click()
    page.keyboard.press("5")
    page.fill("textarea[name=justification]", 'Im Archiv steht "1994" <b>nicht</b>.\nSeite 3 🕊️')
    page.fill("input[name=evidence_url_1]", "https://example.org/akte?a=1&b=2")
    page.fill("input[name=evidence_quote_1]", "unterzeichnet 1997")
    page.locator(".cc-evidence").nth(0).locator("label").nth(1).click()
    page.locator(".cc .ant-rate-star").nth(3).click()
    page.fill("input[name=as_of-date]", "2023-04-12")
    page.locator(".cc-check").nth(1).locator("label").nth(2).click()
    page.locator(".cc-problems label").nth(2).click()
    page.fill("textarea[name=better_wording]", "Drei Staaten sagten Musterstadt zu …")
    page.screenshot(path=OUTPUT / "labeling-filled.png")
    with page.expect_response(lambda answer: "/annotations" in answer.url and answer.request.method == "POST") as sent:
        page.get_by_role("button", name="Submit").click()
    assert sent.value.status == 201
    report = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)

    assert (report.new, report.skipped, report.gone, report.problems) == (1, 0, 0, ())
    (verdict,) = desk.store.verdicts()
    assert verdict.claim_id == desk.claim_id
    assert verdict.label is Label.FALSE
    assert verdict.annotator == studio.email
    assert verdict.justification == 'Im Archiv steht "1994" <b>nicht</b>.\nSeite 3 🕊️'
    assert verdict.evidence == (Evidence("https://example.org/akte?a=1&b=2", "unterzeichnet 1997", stance="refutes"),)
    assert verdict.confidence == 4
    assert verdict.as_of == date(2023, 4, 12)
    assert verdict.past_answers == (PastAnswer(f"{2:016x}", "unrelated"),)
    assert [each.review_id for each in verdict.shown] == [f"{1:016x}", f"{2:016x}"]
    assert verdict.problem == "needs_context"
    assert verdict.better_wording == "Drei Staaten sagten Musterstadt zu …"
    assert verdict.seconds
    assert not verdict.sample


def test_markup_in_a_claim_or_a_past_check_stays_text_and_nothing_of_it_runs(make_desk, open_task):
    article = make_article(title=MARKUP, url="https://example.org/?a=1&b='2'")
    matches = [
        Match(
            MARKUP,
            1,
            0.9,
            make_review(9, MARKUP, alternate_name=MARKUP, url="javascript:window.__ran=4", summary=MARKUP, rating=None),
        )
    ]
    desk = make_desk(article=article, claim=make_claim(article, MARKUP, speaker=MARKUP, via=MARKUP), matches=matches)
    desk.push()

    page = open_task(desk)
    page.wait_for_timeout(800)

    assert page.inner_text(".cc-big").strip() == MARKUP
    check = page.locator(".cc-check")
    assert check.inner_text().count(MARKUP) == 3
    assert page.locator(".cc img, .cc iframe, .cc script, .cc a[href^=javascript]").count() == 0
    assert page.evaluate("window.__ran") is None


def test_a_task_skipped_on_the_page_comes_back_as_a_skip(make_desk, page, studio: Studio):
    desk = make_desk()
    report = desk.push()

    page.goto(f"{studio.url}/projects/{report.project_id}/data?labeling=1")
    page.wait_for_selector(".cc-prose .htx-highlight")
    with page.expect_response(lambda answer: "/annotations" in answer.url and answer.request.method == "POST"):
        page.get_by_role("button", name="Skip").click()
    pulled = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)

    assert (pulled.new, pulled.skipped) == (0, 1)
    (verdict,) = desk.store.verdicts()
    assert verdict.skipped
    assert verdict.label is None


def test_a_draft_is_not_a_verdict(make_desk, open_task):
    desk = make_desk()
    desk.push()
    page = open_task(desk)

    with page.expect_response(lambda answer: "/drafts" in answer.url):
        page.locator(".cc-labels-list label").nth(0).click()
    pulled = pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)

    assert (pulled.new, pulled.skipped, desk.store.verdicts()) == (0, 0, [])


def test_the_page_asks_nobody_but_this_machine(make_desk, open_task, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    desk = make_desk()
    desk.push()

    open_task(desk)

    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []
