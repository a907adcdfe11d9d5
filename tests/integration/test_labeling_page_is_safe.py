"""Nothing that an article, a past check or an annotator says runs on the page, reaches out of it, or is a bad link."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from claimcheck.flows.push import push_claims
from claimcheck.labelstudio import Studio
from claimcheck.records import (
    ClaimContext,
    ClaimReview,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Match,
    Relation,
    Verdict,
)
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.integration.desks import EVIDENCE, OUTPUT, make_article, make_claim
from tests.integration.payloads import HOST, PAYLOADS, URLS

pytestmark = [pytest.mark.studio, pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
GROUPS = [PAYLOADS[at : at + 5] for at in range(0, len(PAYLOADS), 5)]
OURS = {"DIV", "SPAN", "B", "A", "BR"}  # what may stand in what shows foreign text
TRAP = "() => { for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { top.__ran = name } }"


def put_hostile_claim(store: Store, number: int, group: tuple[str, ...]) -> tuple[str, list[Verdict]]:
    """A claim whose every foreign text is one of the group's, and answers to it that are no better."""
    text = f"{number}\r\n\r\n{' '.join(group)} {EVIDENCE} {group[0]}\r\n"
    url = URLS[number % len(URLS)]
    article = make_article(text, title=group[2], outlet=group[3], url=url)
    claim = make_claim(article, " ".join(group), speaker=group[0], via=group[1])
    claim = replace(claim, needs_context=True, context=ClaimContext(unresolved=group))
    matches = [
        Match(
            claim.text,
            place + 1,
            0.9 - place / 10,
            ClaimReview(
                f"{number * 10 + place:016x}",
                group[place],
                group[place - 1],
                alternate_name=group[place - 2],
                summary=group[place - 3],
                url=URLS[(number + place) % len(URLS)],
                language="de",
            ),
            claim_id=claim.id,
            relation=Relation.DIFFERS_DATE,
            differences=(Difference(DifferenceKind.DATE, group[place - 4], group[place]),),
        )
        for place in range(5)
    ]
    store.add_article(article)
    store.record_split(article, [claim])
    store.put_reviews([each.review for each in matches if each.review], at=NOON)
    store.put_matches(claim.id, matches)
    answers = [
        Verdict(
            claim.id,
            Label.TRUE if place % 2 else Label.FALSE,
            f"p{place}",
            NOON,
            "s",
            1,
            1,
            place,
            NOON,
            justification=group[place],
            evidence=(Evidence(URLS[place * 3 % len(URLS)], group[place - 1]), Evidence(group[place - 2])),
            problem=group[place - 3],
            better_wording=group[place - 4],
        )
        for place in range(5)
    ]
    return claim.id, answers


def test_no_payload_runs_reaches_out_or_becomes_a_bad_link(studio: Studio, client, log_in, tmp_path):
    assert len(PAYLOADS) + len(URLS) >= 40
    with Store.open(tmp_path, create=True, write=True) as store:
        answers = dict(put_hostile_claim(store, number, group) for number, group in enumerate(GROUPS))
        title = f"hostile {uuid4().hex[:12]}"
        report = push_claims(
            store, client, store.claims(), scheme=read_scheme(), title=title, languages=("en", "de"), answers=answers
        )
        tasks = {each.claim_id: each.task_id for each in store.tasks()}
    assert report.created == len(GROUPS)
    page = log_in(str(studio.url), studio.email, studio.credentials.password)
    page.context.add_init_script(f"({TRAP})()")
    reached: list[str] = []
    assert PAYLOADS[6].startswith("<img src=x onerror=")
    dialogs: list[str] = []
    page.context.on("request", lambda request: reached.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    page.goto(f"{studio.url}/projects/{report.project_id}/data")
    page.get_by_text(GROUPS[0][0][:20]).first.wait_for()
    frames_ran = [frame.evaluate("window.__ran") for frame in page.frames]
    for group, (claim_id, said) in zip(GROUPS, answers.items(), strict=True):
        page.goto(f"{studio.url}/projects/{report.project_id}/data?task={tasks[claim_id]}")
        page.wait_for_selector(".cc-prose .htx-highlight")
        page.locator(".cc-check").nth(4).wait_for()
        page.mouse.move(400, 400)
        page.wait_for_timeout(150)

        frames_ran += [frame.evaluate("window.__ran") for frame in page.frames]
        inside = page.eval_on_selector_all(".cc .lsf-richtext__container *", "all => all.map(one => one.tagName)")
        assert set(inside) <= OURS
        links = page.eval_on_selector_all(".cc .lsf-richtext__container a", "all => all.map(one => one.href)")
        assert all(link.startswith(("http://", "https://")) for link in links)
        handlers = page.eval_on_selector_all(
            ".cc .lsf-richtext__container *",
            "all => all.flatMap(one => one.getAttributeNames()).filter(name => name.startsWith('on'))",
        )
        assert handlers == []
        # nothing was lost on the way to the eye either: what looks like markup is read as it stands
        assert _words(page.inner_text(".cc-big")) == _words(" ".join(group))
        checks = [_words(text) for text in page.locator(".cc-check-claim").all_inner_texts()]
        assert checks == [_words(each) for each in group]
        texts = [_words(text) for text in page.locator(".cc-answer-text").all_inner_texts()]
        assert sorted(texts) == sorted(_words(each.justification or "") for each in said)
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / "hostile.png")

    # the trap itself holds: the same text, put in as markup, runs
    page.eval_on_selector(".cc-big", "(box, text) => { box.innerHTML = text }", PAYLOADS[6])
    page.wait_for_function("window.__ran === 1")

    assert set(frames_ran) == {None}
    assert dialogs == []
    outside = [url for url in reached if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert outside == []
    assert not any(HOST in url.split("?")[0] for url in reached)


def _words(text: str) -> str:
    return " ".join(text.replace("\x00", "\ufffd").split())
