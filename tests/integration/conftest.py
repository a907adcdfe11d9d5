"""One real Label Studio and one real Chromium for all of these tests, both on loopback and both ours to stop."""

import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.labelstudio import Studio, StudioClient, install_studio, start_studio, stop_studio, studio_python
from claimcheck.labelstudio.backup import back_up_studio, restore_studio
from claimcheck.records import Article, Claim, Match
from claimcheck.scheme import read_scheme
from claimcheck.store import Store
from tests.integration.desks import Desk, make_article, make_claim, past_matches

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIEWPORT = {"width": 1600, "height": 1500}
PATIENCE = 90_000  # milliseconds: a machine that is busy with more than these tests is slow, not broken
NAME = "default"  # the one that the commands use when none is named


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """The Label Studio of this test session; stopped at its end, unless ``CLAIMCHECK_TEST_STUDIO`` names its folder."""
    install_studio()
    if kept := os.environ.get("CLAIMCHECK_TEST_STUDIO"):  # to run a few tests again and again without its first start
        os.environ["CLAIMCHECK_STUDIO_HOME"] = kept
        yield start_studio(NAME)
        return
    before = os.environ.get("CLAIMCHECK_STUDIO_HOME")
    os.environ["CLAIMCHECK_STUDIO_HOME"] = str(tmp_path_factory.mktemp("studio"))
    try:
        yield start_studio(NAME)
    finally:
        stop_studio(NAME)
        if before is None:
            del os.environ["CLAIMCHECK_STUDIO_HOME"]
        else:
            os.environ["CLAIMCHECK_STUDIO_HOME"] = before


@pytest.fixture(scope="session")
def client(studio: Studio) -> StudioClient:
    """A client with the studio's own key."""
    assert studio.url
    return StudioClient(studio.url, studio.credentials.token, server=studio.credentials.server)


@pytest.fixture
def calling_studio(studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A copy of the studio that may call loopback with its webhooks, under the name ``calling``."""
    back_up_studio(tmp_path / "studio.tar.gz", NAME)
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "studios"))
    monkeypatch.setattr(studio_python, "KEPT", (*studio_python.KEPT, "SSRF_PROTECTION_ENABLED"))
    monkeypatch.setenv("SSRF_PROTECTION_ENABLED", "false")
    restore_studio(tmp_path / "studio.tar.gz", "calling")
    try:
        yield start_studio("calling")
    finally:
        stop_studio("calling")


@pytest.fixture
def make_desk(tmp_path: Path, client: StudioClient) -> Iterator[Callable[..., Desk]]:
    """Makes workspaces, each with one claim and the matches given."""
    stores: list[Store] = []

    def make(*, article: Article | None = None, claim: Claim | None = None, matches: list[Match] | None = None) -> Desk:
        store = Store.open(tmp_path / uuid.uuid4().hex, create=True, write=True)
        stores.append(store)
        article = article or make_article()
        claim = claim or make_claim(article)
        store.add_article(article)
        store.record_split(article, [claim])
        found = past_matches() if matches is None else matches
        store.put_reviews([each.review for each in found if each.review], at=datetime(2023, 5, 1, tzinfo=UTC))
        store.put_matches(claim.id, [replace(each, claim_id=claim.id, query=claim.text) for each in found])
        return Desk(store, client, read_scheme(), f"tests {uuid.uuid4().hex[:12]}", claim.id)

    yield make
    for store in stores:
        store.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The Chromium of this test session."""
    if not CHROMIUM.exists():
        pytest.skip("no /usr/bin/chromium: these tests look at the labeling page (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


def _enter(window: Any, url: str, email: str, password: str) -> Any:
    """A page of this window whose owner has logged in to a studio."""
    window.set_default_timeout(PATIENCE)
    opened = window.new_page()
    opened.goto(f"{url}/user/login/")
    opened.fill("input[name=email]", email)
    opened.fill("input[name=password]", password)
    opened.click("button[type=submit]")
    opened.wait_for_url(lambda there: "/user/login" not in there)
    return opened


@pytest.fixture
def log_in(browser: Any) -> Iterator[Callable[[str, str, str], Any]]:
    """Opens a page of somebody who has logged in to a studio, in a browser window that shares nothing with others."""
    windows: list[Any] = []

    def open_(url: str, email: str, password: str) -> Any:
        windows.append(browser.new_context(viewport=VIEWPORT))
        return _enter(windows[-1], url, email, password)

    yield open_
    for window in windows:
        window.close()


@pytest.fixture(scope="session")
def owners_window(browser: Any, studio: Studio) -> Iterator[Any]:
    """The browser window of the studio's owner, logged in once: what it has loaded, it need not load again."""
    window = browser.new_context(viewport=VIEWPORT)
    _enter(window, str(studio.url), studio.email, studio.credentials.password).close()
    yield window
    window.close()


@pytest.fixture
def page(owners_window: Any) -> Iterator[Any]:
    """A page of the studio's owner, logged in."""
    opened = owners_window.new_page()
    yield opened
    opened.close()


@pytest.fixture
def open_task(page: Any, studio: Studio) -> Callable[[Desk], Any]:
    """Opens a desk's task on the labeling page."""

    def open_(desk: Desk) -> Any:
        (project,) = desk.store.projects()
        page.goto(f"{studio.url}/projects/{project.project_id}/data?task={desk.task_id()}")
        page.wait_for_selector(".cc-prose .htx-highlight")
        return page

    return open_
