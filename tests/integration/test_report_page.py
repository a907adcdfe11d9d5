"""Reports in a real browser: the text in place, filter and sort, without script, printed, for every eye, and safe."""

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from claimcheck.flows.pages import encode_page
from claimcheck.flows.report import ReportWish, format_article, write_report
from claimcheck.flows.report.article import article_page
from claimcheck.flows.report.facts import gather_article
from claimcheck.flows.report.wish import collection_of
from claimcheck.records import Article, Assertion, Block, Claim, ClaimKind, Role, Span, article_id, claim_id
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.integration.desks import OUTPUT
from tests.integration.payloads import HOST, PAYLOADS, URLS
from tests.unit.reported_desk import SENTENCES, TEXT, hostile, reported_desk

pytestmark = pytest.mark.browser

SCHEME = read_scheme()
ODD = (
    "Überschrift: „Ein Tag“ 👩\u200d👩\u200d👧\r\n\r\n"
    "Die Stadt\u00adver\u00adwaltung zählte 🇩🇪 41 Bru\u0308cken, sagte Ada.\r\nZwei davon sind gesperrt.\r"
    "Ende. <b>&amp;</b>\n\n"
    "\u202bقال الوزير إن الجسر أغلق في مايو.\u202c שלום עולם, der Satz geht weiter.\t\n\n"
    "   e\u0301\u0301 ก็ 今天下雨。\x0b\u2028Schluss"
)
MARKED = {
    "the sentence around another claim": ["Die Stadt\u00adver\u00adwaltung zählte 🇩🇪 41 Bru\u0308cken, sagte Ada"],
    "a claim inside one": ["41 Bru\u0308cken"],
    "one that overlaps": ["Bru\u0308cken, sagte Ada.\r\nZwei davon sind gesperrt"],
    "one in two places": ["👩\u200d👩\u200d👧", "Zwei davon"],
    "from right to left": ["الجسر أغلق في مايو"],
    "over two blocks": ["Ende. <b>&amp;</b>\n\n\u202bقال"],
    "cut between a letter and its mark": ["\u0301 ก"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report over a workspace of two articles, one of them with odd text."""
    made = tmp_path_factory.mktemp("reports")
    with reported_desk(made / "w") as desk:
        add_odd_article(desk.store)
        write_report(desk.store, made / "report", scheme=SCHEME, wish=ReportWish(language="de"))
    return made / "report"


def add_odd_article(store: Store) -> Article:
    blocks, at = [], 0
    for part in ODD.split("\n\n"):
        blocks.append(Block(Span(at, at + len(part)), Role.BODY))
        at += len(part) + 2
    article = Article(article_id(ODD), ODD, tuple(blocks), "de", title="Ein Tag")
    claims = []
    for text, pieces in MARKED.items():
        spans = tuple(Span(start := ODD.index(each), start + len(each)) for each in pieces)
        key = claim_id(article.id, spans, Assertion.ASSERTED)
        how = (Assertion.ASSERTED, ClaimKind.EVENT, Role.BODY, "de", True, 0.5)
        claims.append(Claim(key, article.id, spans, tuple(pieces), text, *how))
    store.add_article(article)
    store.record_split(article, claims)
    return article


def opened(browser, path, *, width=1280, scheme="light", **options):
    window = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
    page = window.new_page()
    page.told = []
    page.on("console", lambda message: page.told.append(message.text))
    page.on("pageerror", lambda error: page.told.append(str(error)))
    page.on("request", lambda request: page.told.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(Path(path).as_uri())
    return page


def kiel(folder):
    return folder / f"{article_id(TEXT)}.html"


def test_the_text_on_the_page_is_the_article_and_its_marks_are_the_evidence(folder, browser):
    page = opened(browser, folder / f"{article_id(ODD)}.html")
    assert page.evaluate("document.querySelector('#text').textContent") == ODD
    for number in range(1, len(MARKED) + 1):
        said = page.locator(f"#k-{number}").inner_text()
        marks = page.eval_on_selector_all(
            f"#text mark[data-c~='{number}']", "all => all.map(one => one.textContent).join('')"
        )
        assert marks == "".join(MARKED[said])
        sign = page.get_by_role("link", name=f"Behauptung {number}: offen", exact=True)
        assert sign.count() == 1
        sign.click()
        assert page.locator(f"#c-{number}").evaluate("card => card.matches(':target')")
    assert page.told == []
    page.context.close()


def shown(page):
    return [row.get_attribute("data-n") for row in page.locator("#claims tbody tr:visible").all()]


def test_filter_and_sort_work_and_hold_for_text_and_cards_too(folder, browser):
    page = opened(browser, kiel(folder))
    assert shown(page) == ["1", "2", "3", "4", "5"]
    page.get_by_label("Stand").select_option("offen")
    assert shown(page) == ["3", "4"]
    assert page.get_by_role("status").inner_text() == "2 von 5 gezeigt"
    assert page.locator("article.card:visible").count() == 2
    assert page.locator("#text mark:not(.off)").all_inner_texts() == [SENTENCES["differs"], SENTENCES["open"]]
    page.get_by_label("Frühere Prüfung").select_option("gefunden, etwas weicht ab")
    assert shown(page) == ["3"]
    page.get_by_role("button", name="Filter leeren").click()
    page.get_by_label("Wörter").fill("IWERSEN dpa")
    assert shown(page) == ["1"]
    page.get_by_role("button", name="Filter leeren").click()
    page.get_by_label("Gesagt von").select_option("Uwe Utz")
    assert shown(page) == ["3"]
    page.evaluate("location.hash = 'c-1'")  # a claim that the filter hides is shown when it is asked for
    page.locator("#c-1:visible").wait_for()
    assert len(shown(page)) == 5

    by_worth = page.get_by_role("columnheader", name="Prüfwürdig")
    by_worth.get_by_role("button").click()
    assert shown(page) == ["3", "1", "2", "4", "5"]
    by_worth.get_by_role("button").press("Enter")
    assert shown(page) == ["5", "4", "2", "1", "3"]
    assert by_worth.get_attribute("aria-sort") == "descending"
    page.get_by_role("columnheader", name="Wann").get_by_role("button").click()
    assert shown(page)[0] == "2"  # the only one with a time; those without stand last
    assert page.told == []
    page.context.close()


def test_it_says_the_same_without_script(folder, browser):
    page = opened(browser, kiel(folder), java_script_enabled=False)
    assert page.locator("#claims tbody tr:visible").count() == 5
    assert page.locator(".filters:visible").count() == 0
    assert page.locator("#text mark").first.is_visible()
    before = page.locator("#text mark.v-OPEN").first.evaluate("one => getComputedStyle(one).borderBottomStyle")
    page.get_by_label("früherer Prüfung").check()
    after = page.locator("#text mark.v-OPEN").first.evaluate("one => getComputedStyle(one).borderBottomStyle")
    assert (before, after) == ("dotted", "double")
    page.context.close()


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("kiel", "light", 1280),
        ("kiel", "dark", 1280),
        ("kiel", "light", 390),
        ("kiel", "dark", 390),
        ("odd", "light", 1280),
        ("index", "light", 1280),
        ("index", "dark", 390),
    ],
)
def test_it_fits_and_axe_finds_nothing_that_keeps_anybody_out(folder, browser, name, scheme, width):
    path = {"kiel": kiel(folder), "odd": folder / f"{article_id(ODD)}.html", "index": folder / "index.html"}[name]
    page = opened(browser, path, scheme=scheme, width=width)
    found = Axe().run(page).response
    assert len(found["passes"]) > 30
    assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / f"report-{name}-{scheme}-{width}.png")
    page.context.close()


def test_axe_would_have_found_something(folder, browser, tmp_path):
    poor = kiel(folder).read_text(encoding="utf-8").replace('<html lang="de">', "<html>").replace("<label>", "<i>")
    (tmp_path / "r.html").write_text(poor, encoding="utf-8")
    page = opened(browser, tmp_path / "r.html")
    assert {"html-has-lang", "label"} <= {each["id"] for each in Axe().run(page).response["violations"]}
    page.context.close()


def test_no_state_is_told_by_colour_alone(folder, browser):
    page = opened(browser, kiel(folder))
    signs = page.eval_on_selector_all(
        "#text a.pill", "all => all.map(one => getComputedStyle(one, '::before').content)"
    )
    assert signs == ['"1 ✗"', '"2 ="', '"3 ↺"', '"4"', '"5 ✓"']
    lines = page.eval_on_selector_all("#text mark", "all => all.map(one => getComputedStyle(one).borderBottomStyle)")
    assert lines == ["double", "dashed", "dotted", "dotted", "solid"]
    page.context.close()


def test_the_keyboard_reaches_every_claim(folder, browser):
    page = opened(browser, kiel(folder))
    reached = []
    while reached[1:][-1:] != ["#article"] and len(reached) < 100:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
    assert reached[0] == reached[-1] == "#article"
    assert reached.count("#c-2") == 2  # in the table and in the text
    page.context.close()


def test_it_prints_in_black_on_white_with_every_claim_and_no_controls(folder, browser):
    page = opened(browser, kiel(folder), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.locator(".filters:visible, fieldset:visible").count() == 0
    assert page.locator("article.card:visible").count() == 5
    assert page.evaluate("getComputedStyle(document.querySelector('.cards')).overflowY") == "visible"
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.context.close()


def test_the_overview_leads_to_each_article_and_back(folder, browser):
    page = opened(browser, folder / "index.html")
    assert page.locator("#articles tbody tr").count() == 2
    page.locator("ol.first a").first.click()
    page.locator("#c-1:target").wait_for()
    page.get_by_role("link", name="Überblick über alle Artikel").click()
    page.get_by_label("Wörter").fill("förde")
    assert page.locator("#articles tbody tr:visible").count() == 1
    assert page.told == []
    page.context.close()


def test_no_payload_runs_or_reaches_out(browser, tmp_path):
    with reported_desk(tmp_path / "w") as desk:
        facts, held = gather_article(desk.store, desk.article, SCHEME), collection_of(desk.store, SCHEME)
    texts = (*PAYLOADS, *URLS)
    count = len(facts.claims)
    pages = [texts[at : at + count] for at in range(0, len(texts), count)]
    for number, group in enumerate(pages):
        claims = [
            replace(hostile(replace(facts, claims=(each,)), text).claims[0], number=each.number)
            for each, text in zip(facts.claims, group, strict=False)
        ]
        article = hostile(facts, group[0]).article
        page = article_page(replace(facts, article=article, claims=tuple(claims)), held, ReportWish(language="en"))
        (tmp_path / f"{number}.html").write_bytes(encode_page(page))
    page = opened(browser, tmp_path / "0.html")
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for number in range(len(pages)):
        page.goto((tmp_path / f"{number}.html").as_uri())
        page.mouse.move(300, 300)
        assert page.evaluate("top.__ran") is None
        assert page.locator("script, style").count() == 2
        links = page.eval_on_selector_all("a", "all => all.map(one => one.protocol + one.rel)")
        assert set(links) <= {"file:", "https:noopener noreferrer", "http:noopener noreferrer"}
    assert dialogs == []
    assert [each for each in page.told if HOST in each] == []
    page.context.close()


def test_nothing_could_run_even_where_escaping_failed(folder, browser, tmp_path):
    text = kiel(folder).read_text(encoding="utf-8")
    attack = "<script>top.__ran=1</script><img src=x onerror=top.__ran=2><style>h1{display:none}</style>"
    (tmp_path / "r.html").write_text(text.replace("</main>", f"{attack}</main>"), encoding="utf-8")
    page = opened(browser, tmp_path / "r.html")
    assert page.evaluate("top.__ran") is None
    assert page.locator("h1").is_visible()
    assert any("Content Security Policy" in each for each in page.told)
    page.context.close()


def houses(tmp_path: Path, count: int) -> Path:
    """A report on an article of so many claims."""
    sentences = [f"Im Jahr {1900 + n % 100} zählte der Ort Nummer {n} genau {n * 7} Häuser." for n in range(count)]
    text = " ".join(sentences)
    article = Article(article_id(text), text, (Block(Span(0, len(text)), Role.BODY),), "de", title="Häuser")
    claims = []
    for each in sentences:
        span = Span(text.index(each), text.index(each) + len(each))
        key = claim_id(article.id, (span,), Assertion.ASSERTED)
        how = (Assertion.ASSERTED, ClaimKind.QUANTITY, Role.BODY, "de", True, 0.5)
        claims.append(Claim(key, article.id, (span,), (each,), each, *how))
    with Store.open(tmp_path / "w", create=True, write=True) as store:
        store.add_article(article)
        store.record_split(article, claims)
        made = format_article(store, replace(article), SCHEME)
    (tmp_path / "r.html").write_bytes(encode_page(made))
    return tmp_path / "r.html"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_long_table_shows_ten_rows_then_all_and_never_scrolls_by_itself(browser, tmp_path, width):
    page = opened(browser, houses(tmp_path, 30), width=width)
    box = "() => { const box = document.querySelector('.scroll'); return box.scrollHeight - box.clientHeight }"
    assert (len(shown(page)), page.evaluate(box)) == (10, 0)
    assert page.get_by_role("status").inner_text() == "10 von 30 gezeigt"
    assert page.locator("article.card:visible").count() == 30
    page.get_by_label("Wörter").fill("191")  # the years from 1910 to 1919
    assert page.get_by_role("status").inner_text() == "10 von 30 gezeigt"
    assert page.get_by_role("button", name="Alle").count() == 0
    page.get_by_role("button", name="Filter leeren").click()
    page.get_by_role("button", name="Alle 30 zeigen").press("Enter")
    assert (len(shown(page)), page.evaluate(box)) == (30, 0)
    assert page.get_by_role("status").inner_text() == "30 von 30 gezeigt"
    page.get_by_role("button", name="Nur die ersten zehn zeigen").click()
    assert len(shown(page)) == 10
    page.emulate_media(media="print")
    assert len(shown(page)) == 30
    assert page.told == []
    page.context.close()


@pytest.mark.slow
def test_five_hundred_claims_stay_usable(browser, tmp_path):
    made = houses(tmp_path, 500)
    assert made.stat().st_size < 3_000_000
    page = opened(browser, made)
    took = page.evaluate(
        "() => { const box = document.querySelector('[data-filter-text]'); box.value = '3493 häuser';"
        " const from = performance.now(); box.dispatchEvent(new Event('input', {bubbles: true}));"
        " document.body.offsetHeight; return performance.now() - from }"
    )
    assert len(shown(page)) == 1
    assert took < 5_000  # a tenth of that on a machine that does nothing else
    page.context.close()
