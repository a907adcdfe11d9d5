"""The page of a dataset's figures in a real browser: what it says, that nothing runs or is fetched, that it fits."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from claimcheck.dataset import parse_shares, read_dataset
from claimcheck.flows.export import export_verdicts
from claimcheck.flows.splits import SplitWish
from claimcheck.store import Store
from tests.fakes import HashingEncoder
from tests.made_desk import ATTACK, fill_desk

pytestmark = pytest.mark.browser
TITLE = 'Buses <b>and</b> "trams"'


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    wish = SplitWish(parse_shares("70/15/15"), least=0.999)
    with Store.open(folder / "w", create=True, write=True) as store:
        fill_desk(store, 20)
        options = {"split": wish, "encoder": HashingEncoder, "title": TITLE, "report": folder / "r.html"}
        export_verdicts(store, folder / "v.parquet", key="ab" * 32, **options)
    return folder


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_says_the_datasets_figures_fits_and_runs_nothing(made, browser, width):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto((made / "r.html").as_uri())

    rows = read_dataset(made / "v.parquet")
    facts = page.locator(".facts li").all_inner_texts()
    assert [text.split()[0] for text in facts[:3]] == ["100", "20", "4"]
    bars = {
        row.locator("th").inner_text(): int(row.locator("td").last.inner_text().split()[0])
        for row in page.locator("section", has=page.get_by_role("heading", name="Labels")).locator("tbody tr").all()
    }
    counted = {label: rows["label"].to_list().count(label) for label in bars if label != "tie"}
    assert {label: count for label, count in bars.items() if label != "tie"} == counted
    assert bars["tie"] == rows["label"].null_count()
    sides = page.get_by_role("heading", name="train:").inner_text()
    assert sides == f"train: {rows['split'].to_list().count('train')}"
    assert "Krippendorff" in page.locator("section", has=page.get_by_role("heading", name="Agreement")).inner_text()

    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert ATTACK in page.get_by_text("onerror").first.inner_text()
    assert page.title() == f"{TITLE}: what is in the dataset"
    assert page.locator("script, img").count() == 0
    assert told == []
    assert [url for url in asked if not url.startswith("file:")] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    over = page.evaluate(
        "[...document.querySelectorAll('section, td, th, p, li, h1, h2, h3')]"
        ".filter(each => each.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert over == 0
    assert page.locator("html").get_attribute("lang") == "en"
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    page.context.close()


def test_nothing_could_run_even_where_escaping_failed(made, browser, tmp_path):
    page = browser.new_context().new_page()
    hostile = (made / "r.html").read_text().replace("</main>", "<script>document.title='owned'</script></main>")
    (tmp_path / "r.html").write_text(hostile)
    page.goto((tmp_path / "r.html").as_uri())
    assert page.title() != "owned"
    page.context.close()
