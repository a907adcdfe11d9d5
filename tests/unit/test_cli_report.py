"""``report`` and ``articles`` as they are typed: what is written where, and a clear line for every mistake."""

import re
import shutil
from dataclasses import replace

import pytest

from claimcheck.records import article_id
from claimcheck.store import Store
from tests.unit.reported_desk import ADA, SENTENCES, TEXT, reported_desk

ID = article_id(TEXT)


@pytest.fixture
def desk(tmp_path):
    with reported_desk(tmp_path / "w"):
        pass
    return tmp_path / "w"


def test_one_article_becomes_one_page(claimcheck, desk, tmp_path):
    done = claimcheck("report", ID[:6], "-w", desk, "-o", "kiel.html")
    size = (tmp_path / "kiel.html").stat().st_size / 1000
    assert (done.code, done.out) == (0, "")
    first, second = done.said.splitlines()
    assert first == f"kiel.html: 1 page, 5 claims of 1 article, {size:,.0f} kB"
    assert second == "1 e-mail address in what annotators wrote is on the page: --redact takes it out"
    assert SENTENCES["differs"] in (tmp_path / "kiel.html").read_text(encoding="utf-8")


def test_without_a_place_it_goes_to_report_html_or_the_folder_report(claimcheck, desk, tmp_path):
    assert claimcheck("report", ID, "-w", desk).code == 0
    assert (tmp_path / "report.html").is_file()
    assert claimcheck("report", "-w", desk).code == 0
    assert sorted(each.name for each in (tmp_path / "report").iterdir()) == [f"{ID}.html", "index.html"]


def test_a_workspace_as_a_file_is_the_overview_alone(claimcheck, desk, tmp_path):
    done = claimcheck("report", "-w", desk, "-o", "all.html")
    assert "all.html: 1 page, 5 claims of 1 article" in done.said
    page = (tmp_path / "all.html").read_text(encoding="utf-8")
    assert "Behauptungen aus einem Artikel" in page
    assert f"{ID}.html" not in page


def test_several_articles_as_a_folder_hold_just_these(claimcheck, desk, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} bridge was closed in May 2023.\n", encoding="utf-8")
        assert claimcheck("split", f"{name}.txt", "-w", desk).code == 0
    assert claimcheck("report", "one.txt", ID, "one.txt", "-w", desk, "-o", "some").code == 0
    pages = sorted(each.name for each in (tmp_path / "some").iterdir())
    assert len(pages) == 3
    assert f"{ID}.html" in pages
    assert "The two bridge" not in "".join(each.read_text() for each in (tmp_path / "some").iterdir())


def test_an_article_is_known_by_its_file_wherever_that_lies_and_by_its_address(claimcheck, desk, tmp_path):
    (tmp_path / "one.txt").write_text("The old bridge was closed in May 2023.\n", encoding="utf-8")
    assert claimcheck("split", "one.txt", "-w", desk).code == 0
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(tmp_path / "one.txt", tmp_path / "elsewhere" / "other.txt")
    for place, wanted in enumerate(("one.txt", "elsewhere/other.txt", tmp_path / "one.txt")):
        done = claimcheck("report", wanted, "-w", desk, "-o", f"{place}.html")
        assert done.code == 0, done.said
        assert "The old bridge" in (tmp_path / f"{place}.html").read_text()
    assert claimcheck("report", "https://foerde.example/kiel", "-w", desk, "-o", "url.html").code == 0
    (tmp_path / "one.txt").write_text("Rewritten since.\n", encoding="utf-8")
    assert claimcheck("report", "one.txt", "-w", desk, "-o", "now.html").code == 0
    assert "The old bridge" in (tmp_path / "now.html").read_text()


def test_nothing_is_replaced_without_force(claimcheck, desk, tmp_path):
    (tmp_path / "kiel.html").write_text("mine")
    done = claimcheck("report", ID, "-w", desk, "-o", "kiel.html")
    assert done.code == 1
    assert done.said == "claimcheck: kiel.html is there already: name another place, or replace it with --force\n"
    assert (tmp_path / "kiel.html").read_text() == "mine"
    assert claimcheck("report", ID, "-w", desk, "-o", "kiel.html", "--force").code == 0
    assert claimcheck("report", "-w", desk, "-o", "all").code == 0
    assert claimcheck("report", "-w", desk, "-o", "all").code == 1
    before = (tmp_path / "all" / "index.html").read_bytes()
    assert claimcheck("report", "-w", desk, "-o", "all", "--force").code == 0
    assert (tmp_path / "all" / "index.html").read_bytes() == before


@pytest.mark.parametrize("name", ["notes.txt", "index.html", f"{'a' * 16}.html"])
def test_force_spares_a_folder_that_holds_anything_else(claimcheck, desk, tmp_path, name):
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / name).write_text("mine")
    done = claimcheck("report", "-w", desk, "-o", "all", "--force")
    assert done.code == 1
    assert f"no report wrote {name} in it, and --force spares that" in done.said
    assert (tmp_path / "all" / name).read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["all", "w"]


def test_an_empty_folder_is_filled(claimcheck, desk, tmp_path):
    (tmp_path / "all").mkdir()
    assert claimcheck("report", "-w", desk, "-o", "all").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ffff"], "no article has the id 'ffff': `claimcheck articles` shows them"),
        (
            ["nowhere.txt"],
            "nowhere.txt is not in {w} (neither an id, a file nor an address it knows): `claimcheck articles",
        ),
        (
            ["note.txt"],
            "note.txt is not in {w} (no article was read from there): `claimcheck articles -w {w}` shows what is",
        ),
        (["https://x.example/"], "https://x.example/ is not in {w} (neither"),
        (["\x1b[31m"], "\ufffd[31m is not in {w}"),
        (["n" * 300], f"{'n' * 200} is not in {{w}} (neither"),
        (["\udcff.txt"], "\ufffd.txt is not in {w} (neither"),
        (["-o", "w/report.html"], "w/report.html: 1 page"),
        (["-o", "w/workspace.html"], "w/workspace.html cannot be written: it is the workspace's own file"),
        (["-o", "w"], "w is there already"),
        (["-o", "w", "--force"], "w cannot be written: no report wrote workspace."),
        (["-o", "none/report.html"], "none/report.html cannot be written: there is no such folder to write into"),
        (["-o", "note"], "note cannot be written: it is a file, and a folder is to be made"),
        (["-o", "dir.html", "--force"], "dir.html cannot be written: it is a folder"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(claimcheck, desk, tmp_path, arguments, said):
    (tmp_path / "note.txt").write_text("A note that was never split.\n")
    (tmp_path / "note").write_text("Another.\n")
    (tmp_path / "dir.html").mkdir()
    done = claimcheck("report", *arguments, "-w", "w")
    assert said.format(w="w") in done.said
    assert "Traceback" not in done.said
    if done.code:
        assert len(done.said.splitlines()) == 1
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.parametrize("name", ["r.pdf", "r.PDF", "r.html.docx", "r.xhtml", "none/r.md"])
def test_a_name_that_promises_another_kind_of_file_makes_no_folder_of_that_name(claimcheck, desk, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    done = claimcheck("report", ID, "-w", desk, "-o", name)
    assert (done.code, done.out) == (1, "")
    assert done.said == (
        f"claimcheck: {name} is no name for a report, which is HTML: end it with .html for one page, or leave the "
        "ending away for a folder\n"
    )
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_may_have_a_dot_where_it_is_there_or_its_name_is_a_day_or_version(claimcheck, desk, tmp_path):
    (tmp_path / "desk.reports").mkdir()
    for name in ("desk.reports", "2023.05", ".pages"):
        assert claimcheck("report", "-w", desk, "-o", name).code == 0
        assert (tmp_path / name / "index.html").is_file()


def test_two_articles_that_begin_alike_are_named(claimcheck, desk):
    with Store.open(desk, create=False, write=True) as store:
        [article] = store.articles()

        store.add_article(replace(article, id=ID[:15] + "0", text="another text"))
    done = claimcheck("report", ID[:8], "-w", desk)
    assert done.code == 1
    assert "begins the ids of 2 articles" in done.said


def test_an_empty_workspace_says_how_to_begin(claimcheck, tmp_path):
    with Store.open(tmp_path / "w", create=True, write=True):
        pass
    done = claimcheck("report", "-w", "w")
    assert done.code == 1
    assert claimcheck("report", "-w", "w", "-o", "-") == done
    assert done.said == ("claimcheck: w holds no article to report on: `claimcheck check ARTICLE -w w` brings one in\n")
    listed = claimcheck("articles", "-w", "w", "--format", "table")
    assert (listed.code, listed.out) == (0, "")
    assert "w holds no article yet: claimcheck check ARTICLE -w w brings one in" in listed.said
    assert not (tmp_path / "report").exists()


def test_no_workspace_is_no_report(claimcheck, tmp_path):
    done = claimcheck("report")
    assert done.code == 1
    assert "no workspace in claimcheck-workspace" in done.said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", [["--language", "fr"], ["--date", "yesterday"], ["--nonsense"]])
def test_wrong_usage_ends_with_two(claimcheck, desk, wrong):
    assert claimcheck("report", "-w", desk, *wrong).code == 2


def test_every_option_reaches_the_page(claimcheck, desk, tmp_path):
    options = ["--language", "en", "--names", "--redact", "--all", "--no-text", "--date", "2026-05-03"]
    assert claimcheck("report", ID, "-w", desk, "-o", "r.html", *options).code == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert f"<b>{ADA}</b>" in page
    assert "amt@kiel.example" not in page
    assert "[e-mail address]" in page
    assert SENTENCES["opinion"] in page
    assert 'id="text"' not in page
    assert "Dated 3 May 2026." in page


@pytest.mark.parametrize("wanted", [[], [ID], [ID, ID]], ids=["all", "one", "one twice"])
def test_a_dash_sends_to_stdout_what_a_file_would_hold(claimcheck, desk, tmp_path, wanted):
    with Store.open(desk, create=False, write=True) as store:
        store.add_article(replace(store.article(ID), title="Kiel \udcff sperrt"))  # as from a file of odd bytes
    sent = claimcheck("report", *wanted, "-w", desk, "-o", "-")
    written = claimcheck("report", *wanted, "-w", desk, "-o", "page.html")
    assert sent.code == 0
    assert sent.out == (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Kiel \ufffd sperrt" in sent.out
    assert sent.said == written.said.split("\n", 1)[1]  # what annotators wrote is on it, wherever it goes
    assert "--redact takes it out" in sent.said


def test_json_says_what_was_written(claimcheck, desk):
    [told] = claimcheck("report", ID, "-w", desk, "-o", "r.html", "--json", "--quiet").records
    assert (told["path"], told["pages"], told["articles"], told["claims"]) == ("r.html", 1, 1, 5)
    assert told["contacts"] == {"e-mail": 1}


def test_articles_without_a_claim_to_show_are_named(claimcheck, desk, tmp_path):
    (tmp_path / "short.txt").write_text("Hm?\n", encoding="utf-8")
    assert claimcheck("split", "short.txt", "-w", desk).code == 0
    done = claimcheck("report", "short.txt", "-w", desk, "-o", "r.html")
    assert done.code == 0
    assert re.search(r"note: no claim of [0-9a-f]{8} \(.*\) is shown: --all shows those not offered", done.said)
    assert "No claim" in (tmp_path / "r.html").read_text() or "Keine" in (tmp_path / "r.html").read_text()


def test_a_report_changes_nothing_in_the_workspace(claimcheck, desk):
    before = {path: path.read_bytes() for path in sorted(desk.rglob("*")) if path.suffix in {".db", ".toml"}}
    assert claimcheck("report", "-w", desk).code == 0
    assert before == {path: path.read_bytes() for path in before}


def test_articles_lists_what_there_is(claimcheck, desk):
    [told] = claimcheck("articles", "-w", desk, "--format", "jsonl").records
    assert told == {
        "id": ID,
        "title": "Kiel sperrt Brücken",
        "outlet": "Förde-Blatt",
        "published": "2026-04-02",
        "language": "de",
        "origin": "/srv/desk/texts/kiel.txt",
        "url": "https://foerde.example/kiel",
        "claims": 5,
        "sample": False,
    }
    assert "Kiel sperrt Brücken" in claimcheck("articles", "-w", desk, "--format", "table").out
