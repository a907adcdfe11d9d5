"""A workspace of several claims, the commands run on it, and annotators with accounts of their own."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.store import Store
from tests.integration.desks import make_article, make_claim, past_matches

__all__ = ["SharedDesk", "read_page", "submit"]


class SharedDesk:
    """A workspace in a folder with ``count`` claims that all have past checks; commands are run on it."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.title = f"shared {uuid4().hex[:8]}"
        self.mark = uuid4().hex[:8]
        self.ids = [f"{number:016x}" for number in range(1, count + 1)]
        article = make_article()
        claim = make_claim(article)
        with Store.open(folder, create=True, write=True) as store:
            store.add_article(article)
            store.record_split(article, [replace(claim, id=each, text=f"Behauptung {each[-2:]}.") for each in self.ids])
            found = past_matches()
            store.put_reviews([each.review for each in found if each.review], at=datetime(2023, 5, 1, tzinfo=UTC))
            for each in self.ids:
                text = f"Behauptung {each[-2:]}."
                store.put_matches(each, [replace(match, claim_id=each, query=text) for match in found])
        (folder / "claimcheck.toml").write_text(f'[studio]\nproject = "{self.title}"\n', encoding="utf-8")

    def email(self, name: str) -> str:
        """An address that no other test uses."""
        return f"{name}-{self.mark}@desk.invalid"

    def run(self, *arguments: str, code: int = 0) -> Any:
        """What a command prints; it must end as said."""
        yes = ["--yes"] if arguments[0] == "assign" else []
        done = CliRunner().invoke(app, [*arguments, *yes, "-w", str(self.folder)])
        assert done.exit_code == code, f"{arguments}: {done.output} {done.exception!r}"
        return done

    def assign(self, *names: str, **options: str) -> dict[str, str]:
        """Share out to these; their passwords by name, where an account was made."""
        accounts = self.folder / f"accounts-{uuid4().hex[:6]}"
        given = [part for key, value in options.items() for part in (f"--{key}", value)]
        emails = ",".join(map(self.email, names))
        self.run("assign", "--annotators", emails, "--seed", "7", "--accounts", str(accounts), *given)
        lines = accounts.read_text(encoding="utf-8").splitlines() if accounts.exists() else []
        return {line.split("-")[0]: line.split("\t")[1] for line in lines}

    def store(self) -> Store:
        """The store, to read."""
        return Store.open(self.folder, create=False, write=False)

    def project(self, purpose: str, name: str | None = None) -> int:
        """The id of the project of somebody."""
        with self.store() as store:
            wanted = self.email(name) if name else None
            (found,) = [each for each in store.roles() if (each.purpose, each.annotator) == (purpose, wanted)]
            return found.project_id

    def order(self, name: str) -> list[str]:
        """The wordings of somebody's claims in their order."""
        with self.store() as store:
            texts = {each.claim.id: each.claim.text for each in store.claims()}
            return [texts[each.claim_id] for each in store.assignments(annotator=self.email(name))]

    def progress(self) -> dict[str, dict[str, Any]]:
        """The table of who has done what, by name."""
        rows = map(json.loads, self.run("assign", "--progress").stdout.splitlines())
        return {row["annotator"].split("-")[0]: row for row in rows}


def read_page(page: Any) -> str:
    """What the labeling page says, once it shows a claim."""
    page.wait_for_selector(".cc-prose .htx-highlight")
    text: str = page.inner_text("body")
    return text


def submit(page: Any, key: str, justification: str) -> None:
    """Answer the open task with a key of the keyboard."""
    page.locator(".cc-judged").click()
    page.keyboard.press(key)
    page.fill("textarea[name=justification]", justification)
    with page.expect_response(lambda there: "/annotations" in there.url and there.request.method == "POST") as sent:
        page.get_by_test_id("bottombar-submit-button").or_(page.get_by_role("button", name="Submit")).first.click()
    assert sent.value.status == 201
