"""The search page of a server that runs, in a real browser: what a desk sees, by mouse, keys and screen reader."""

import json
import subprocess
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

from claimcheck.store import Store
from tests.integration.conftest import PATIENCE
from tests.integration.payloads import HOST, PAYLOADS
from tests.made_desk import fill_desk
from tests.served import CLAIMCHECK, serving

pytestmark = pytest.mark.browser
SHOTS = Path(__file__).resolve().parents[1] / "output"

CHECKS = [
    {
        "claim_reviewed": "The ferry of Pellworth carried 90 cyclists on 4 May 2021.",
        "rating": "False",
        "publisher": "Lakeshore Checks",
        "url": "https://checks.example/ferry",
        "date_published": "2021-06-01",
        "language": "en",
    },
    {
        "claim_reviewed": "Die Fähre von Pellworth sinkt jedes Jahr um drei Zentimeter.",
        "rating": "Falsch",
        "publisher": "Seeblatt",
        "url": "javascript:top.__ran=1",
        "language": "de",
    },
    *(
        {"claim_reviewed": f"The ferry of Oldenau number {at} {each}", "rating": each[:90], "publisher": each[:90]}
        for at, each in enumerate(PAYLOADS)
    ),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with Store.open(folder / "desk", create=True, write=True) as store:
        fill_desk(store, 2)
    (folder / "checks.jsonl").write_text("".join(json.dumps(each) + "\n" for each in CHECKS), encoding="utf-8")
    subprocess.run([CLAIMCHECK, "reviews", "import", folder / "checks.jsonl", "-w", folder / "desk"], check=True)
    with serving(folder / "desk") as running:
        yield running


class Window:
    """A page of a browser window, with what it asked for and what it complained of."""

    def __init__(self, browser, url, **options):
        self.context = browser.new_context(**{"viewport": {"width": 1000, "height": 900}, "locale": "en-GB", **options})
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.asked, self.told = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.goto(url)

    def search(self, claim):
        self.page.fill("#claim", claim)
        self.page.click("#go")
        self.wait()

    def wait(self):
        self.page.wait_for_function(
            "() => { const told = document.getElementById('status').textContent;"
            " return told && !/^(Searching|Suche)/.test(told); }"
        )

    @property
    def status(self):
        return self.page.inner_text("#status")


@pytest.fixture
def open_page(browser, served):
    windows = []

    def open_(path="/", **options):
        windows.append(Window(browser, served.url + path, **options))
        return windows[-1]

    yield open_
    for each in windows:
        each.context.close()


def test_a_desk_sees_relation_difference_rating_publisher_date_and_link(open_page):
    window = open_page()
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    card = window.page.locator("#list > li").first
    assert card.locator("h3").inner_text() == CHECKS[0]["claim_reviewed"]
    assert card.locator(".rating").inner_text() == "False"
    assert card.locator(".relation").inner_text() == "another number"
    assert card.locator("tbody tr").first.locator("th, td").all_inner_texts()[0] == "number"
    row = card.locator("tbody tr").first.locator("td").all_inner_texts()
    assert ("140" in row[0], "90" in row[1]) == (True, True)
    assert "Lakeshore Checks · 1 June 2021" in card.locator(".meta").inner_text()
    link = card.get_by_role("link")
    assert link.get_attribute("href") == "https://checks.example/ferry"
    assert "noopener" in link.get_attribute("rel")
    assert "found" in window.status
    assert window.told == []


def test_leads_are_counted_apart_from_what_was_found(open_page, served):
    claim = "The ferry of Pellworth"
    with urlopen(f"{served.url}/v1/lookup?q={quote(claim)}&k=5") as answer:
        scores = [match["score"] for match in json.load(answer)["results"][0]["matches"]]
    assert scores[0] > 0.5 > scores[-1], "found and leads both"
    leads = sum(score < 0.5 for score in scores)
    window = open_page()
    window.search(claim)
    assert window.page.locator("#list > li").count() == len(scores)
    one = leads == 1
    assert window.status == f"{len(scores) - leads} past check found, and {leads} weak lead{'' if one else 's'}."
    told = window.page.locator("#list .meta").all_inner_texts()
    assert ["weak lead" in each for each in told] == [score < 0.5 for score in scores]
    window.page.click("[data-tongue=de]")
    told = "schwacher Hinweis" if one else "schwache Hinweise"
    assert window.status == f"{len(scores) - leads} früherer Faktencheck gefunden, dazu {leads} {told}."


def test_where_there_is_none_it_says_so(open_page):
    window = open_page()
    window.search("The emperor of the moon has twelve golden umbrellas in his bathroom.")
    assert window.status == "No past check found."
    assert window.page.locator("#results").is_hidden()


def test_german_is_spoken_where_the_browser_speaks_it_and_either_at_a_click(open_page):
    window = open_page(locale="de-DE")
    assert window.page.inner_text("h1") == "Wurde das schon geprüft?"
    assert window.page.get_attribute("html", "lang") == "de"
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    card = window.page.locator("#list > li").first
    assert (card.locator(".relation").inner_text(), card.locator("tbody th").first.inner_text()) == (
        "andere Zahl",
        "Zahl",
    )
    assert "1. Juni 2021" in card.locator(".meta").inner_text()
    assert card.locator("h3").get_attribute("lang") == "en"
    window.page.get_by_role("button", name="English").click()
    assert card.locator(".relation").inner_text() == "another number"
    assert window.page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"
    assert not [word for word in window.page.locator("body").inner_text().split() if word in ("Suchen", "Faktencheck")]


def test_it_works_by_keys_alone(open_page):
    window = open_page()
    page = window.page
    assert page.evaluate("document.activeElement.id") == "claim"
    page.keyboard.type("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    page.keyboard.press("Control+Enter")
    window.wait()
    seen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert seen[0] == "SUMMARY"
    assert "go" in seen
    assert "A" in seen[seen.index("go") :]
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_screen_reader_hears_labels_and_what_changes(open_page):
    window = open_page()
    page = window.page
    assert page.get_by_role("textbox", name="The claim, in a sentence").count() == 1
    assert page.get_by_role("search").count() == 1
    page.get_by_text("Narrow it down").click()
    for name in ("Language of the past check", "Published by", "Not before", "Not after", "How many"):
        assert page.get_by_label(name).is_visible(), name
    status = page.locator("#status")
    assert (status.get_attribute("role"), status.get_attribute("aria-live")) == ("status", "polite")
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    assert page.get_by_role("table", name="What differs").count() >= 1
    assert page.get_by_role("heading", level=1).count() == 1


def test_narrowing_goes_to_the_lookup(open_page):
    window = open_page()
    window.page.get_by_text("Narrow it down").click()
    window.page.fill("#publisher", "Nobody Checks")
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    assert window.status == "No past check here is like that: narrow it down less."
    window.page.fill("#publisher", "")
    window.page.fill("#until", "2021-01-01")
    window.page.click("#go")
    window.wait()
    window.page.fill("#since", "2022-01-01")
    window.page.click("#go")
    window.page.wait_for_function("() => document.getElementById('status').className === 'bad'")
    assert window.status.startswith("since 2022-01-01 is after until 2021-01-01")


def test_language_and_publisher_are_chosen_among_those_that_are_there(open_page, served):
    with urlopen(f"{served.url}/v1/review-stats") as answer:
        items = json.load(answer)["items"]
    window = open_page(locale="de-DE")
    page = window.page
    page.get_by_text("Eingrenzen").click()
    page.wait_for_function("() => document.getElementById('language').options.length > 1")
    told = page.locator("#language option").all_inner_texts()
    english = sum(each["count"] for each in items if each["language"] == "en")
    assert told[0] == "alle"
    assert f"Englisch ({english})" in told
    offered = page.eval_on_selector_all("#publishers option", "all => all.map(one => one.value)")
    assert sorted(offered) == sorted({each["publisher"] for each in items})
    sinking = "Die Fähre von Pellworth sinkt jedes Jahr um drei Zentimeter."
    page.select_option("#language", "de")
    window.search(sinking)
    assert page.locator("#list h3").all_inner_texts() == [sinking]
    page.select_option("#language", "en")
    window.search(sinking)
    assert not page.locator("#list h3[lang=de]").count()
    page.select_option("#language", "de")
    page.click("[data-tongue=en]")
    assert f"English ({english})" in page.locator("#language option").all_inner_texts()
    assert page.input_value("#language") == "de"
    assert window.told == []


def test_a_rating_is_in_the_page_s_words_the_publisher_s_own_in_quotes_and_the_language_named(open_page):
    window = open_page(locale="de-DE")
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    card = window.page.locator("#list > li").first
    assert card.locator(".rating").inner_text() == "Falsch"
    assert card.locator(".own").inner_text() == "„False“"
    assert "1. Juni 2021 · auf Englisch" in card.locator(".meta").inner_text()
    window.page.click("[data-tongue=en]")
    assert card.locator(".own").count() == 0
    assert "English" not in card.locator(".meta").inner_text()


def test_a_weak_lead_looks_lighter_than_what_was_found(open_page):
    window = open_page()
    window.search("The ferry of Pellworth")
    first, last = window.page.locator("#list > li").first, window.page.locator("#list > li").last
    assert (first.get_attribute("class"), last.get_attribute("class")) == ("check", "check faint")
    weight = "one => Number(getComputedStyle(one).fontWeight)"
    assert first.locator("h3").evaluate(weight) > last.locator("h3").evaluate(weight)


def test_an_address_with_a_claim_searches_at_once(open_page):
    window = open_page("/?q=The+ferry+of+Pellworth+carried+140+cyclists+on+4+May+2021.")
    window.wait()
    assert window.page.locator("#list > li").count() >= 1


def test_hostile_past_checks_stay_text_and_reach_nothing(open_page):
    window = open_page()
    window.page.get_by_text("Narrow it down").click()
    window.page.fill("#many", "100")
    for number in range(0, len(PAYLOADS), 6):
        window.search(CHECKS[2 + number]["claim_reviewed"])
        assert window.page.locator("#list > li").count() >= 1
        assert window.page.locator("#list h3").first.inner_text().startswith("The ferry of Oldenau number ")
    window.search("Die Fähre von Pellworth sinkt jedes Jahr um drei Zentimeter.")
    assert window.page.locator("#list > li").first.get_by_role("link").count() == 0
    assert window.page.evaluate("top.__ran") is None
    assert not [each for each in window.asked if HOST in each or "127.0.0.1" not in each]
    assert window.told == []
    assert window.page.locator("#list").locator("script, img, svg, iframe, style, [style]").count() == 0


def test_the_policy_stops_what_a_page_could_be_made_to_run(open_page):
    window = open_page()
    window.page.evaluate(
        "() => { const s = document.createElement('script');"
        " try { s.text = 'top.__ran = 1'; document.body.append(s); } catch { /* trusted types */ } }"
    )
    assert window.page.evaluate("top.__ran") is None
    assert window.page.evaluate("fetch('https://example.invalid/').then(() => 1, () => 0)") == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 1000), ("light", 360), ("dark", 360)])
def test_it_fits_and_can_be_read_in_light_and_dark_and_on_a_telephone(open_page, scheme, width):
    window = open_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
    SHOTS.mkdir(exist_ok=True)
    window.page.screenshot(path=SHOTS / f"search-{scheme}-{width}.png", full_page=True)
    assert window.page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(window.page).response
    assert len(found["passes"]) > 15
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_with_a_token_the_page_asks_for_it_once(browser, served, tmp_path):
    desk = next(each for each in served.said if each.startswith("serving ")).split()[1]
    with serving(Path(desk), "--token-file", str(tmp_path / "token")) as guarded:
        window = Window(browser, guarded.url)
        window.page.fill("#claim", "The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
        window.page.click("#go")
        window.page.wait_for_selector("#token:visible")
        assert window.status == "This server wants its token."
        assert window.page.evaluate("document.activeElement.id") == "token"
        window.page.fill("#token", (tmp_path / "token").read_text().strip())
        window.page.keyboard.press("Enter")
        window.page.wait_for_selector("#list > li")
        window.page.reload()
        window.search("The ferry of Pellworth carried 140 cyclists on 4 May 2021.")
        assert window.page.locator("#token").is_hidden()
        assert window.page.locator("#list > li").count() >= 1
        window.context.close()


def test_a_server_that_is_gone_is_said(browser, served):
    desk = next(each for each in served.said if each.startswith("serving ")).split()[1]
    with serving(Path(desk)) as short:
        window = Window(browser, short.url)
    time.sleep(0.2)
    window.search("The ferry of Pellworth.")
    assert window.status == "The server does not answer."
    window.context.close()
