"""``split``, ``check`` and ``claims`` on a user's own input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import resources
from tests.unit.conftest import Claimcheck

STORY = (
    "Bridge reopens\n\nThe old bridge in Harwick reopened on Monday after eleven months of repairs.\n\n"
    "The works cost 4.2 million pounds, the council said. Some residents are unhappy.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_split_writes_claims_whose_evidence_is_the_text_at_the_span(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("split", story, "--published", "2024-05-14")
    assert done.code == 0
    assert "a new workspace: claimcheck-workspace" in done.said
    assert len(done.records) >= 2
    for claim in done.records:
        assert claim["evidence"] == [STORY[start:end] for start, end in claim["spans"]]
    assert any("4.2 million" in claim["text"] for claim in done.records)


def test_split_again_says_that_nothing_changed(claimcheck: Claimcheck, story: Path) -> None:
    first = claimcheck("split", story)
    again = claimcheck("split", story)
    assert again.records == first.records
    assert " 0 new" in again.said
    assert "a new workspace" not in again.said


def test_a_dry_run_writes_nothing(claimcheck: Claimcheck, story: Path, tmp_path: Path) -> None:
    done = claimcheck("split", story, "--dry-run")
    assert done.code == 0
    assert done.records
    assert not (tmp_path / "claimcheck-workspace").exists()


def test_stdin_and_an_encoding_that_was_named(claimcheck: Claimcheck) -> None:
    text = "Die Brücke in Überlingen ist seit dem 3. Mai 2021 gesperrt. Die Stadt hat 12.000 Einwohner.\n" * 2
    done = claimcheck("split", "-", "--encoding", "cp1252", "--language", "de", stdin=text.encode("cp1252"))
    assert done.code == 0
    assert any("Überlingen" in claim["text"] for claim in done.records)


def test_one_unreadable_article_does_not_stop_the_others(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("split", "missing.txt", story)
    assert done.code == 1
    assert done.records
    assert done.said.splitlines()[-1].startswith("claimcheck: there is no file missing.txt")


def make(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 64,
    "one-line.txt": b"word " * 10_000_000,
    "broken.txt": "Größe".encode("utf-16-le")[:-1] + b"\xd8\x00",
    "menu.html": b"<html><body><nav><a href='/'>Home</a> <a href='/b'>Sport</a></nav></body></html>",
    "truncated.gz": b"\x1f\x8b\x08\x00" + b"\x00" * 50,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_1(claimcheck: Claimcheck, tmp_path: Path, name: str) -> None:
    options = ("--encoding", "utf-16-le") if name == "broken.txt" else ()
    done = claimcheck("split", make(tmp_path, name, BAD[name]), *options)
    assert done.code == 1
    assert done.out == ""
    lines = done.said.splitlines()
    assert not (tmp_path / "claimcheck-workspace").exists()
    assert len(lines) == 1
    assert lines[0].startswith("claimcheck: ")
    assert name in lines[0]


def test_an_encoding_that_does_not_fit_is_named(claimcheck: Claimcheck, tmp_path: Path) -> None:
    path = make(tmp_path, "latin.txt", "Die Größe beträgt 12 Meter.".encode("latin-1"))
    assert "utf-8" in claimcheck("split", path, "--encoding", "utf-8").said
    unknown = claimcheck("split", path, "--encoding", "klingon-8")
    assert unknown.code == 1
    assert "klingon-8" in unknown.said


def test_a_date_that_is_none_is_wrong_usage(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("split", story, "--published", "14.5.2024")
    assert done.code == 2
    assert "write YYYY-MM-DD" in done.said


def test_a_file_where_the_workspace_should_be_is_left_alone(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("split", story, "-w", story)
    assert done.code == 1
    assert story.read_text(encoding="utf-8") == STORY


def test_check_shows_each_claim_with_its_best_past_check(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", resources.seeds() / "reviews.jsonl")
    done = claimcheck("check", resources.seeds() / "article.de.md", "--published", "2023-04-11")
    assert done.code == 0
    best = {claim["text"]: claim["matches"][0] for claim in done.records}
    treaty = next(match for text, match in best.items() if "Unionsstaat" in text)
    assert "Unionsstaat" in treaty["review"]["claim_reviewed"]
    assert treaty["relation"] == "same"
    table = claimcheck("check", resources.seeds() / "article.de.md", "--top", "3", "--format", "table")
    assert "past check" in table.out
    assert "3 shown" in table.said


def test_people_edit_drop_and_restore_claims(claimcheck: Claimcheck, story: Path) -> None:
    claim = claimcheck("split", story).records[0]
    start = claim["id"][:8]
    assert claimcheck("claims", "edit", start, "--text", "Better words.", "--author", "ada").code == 0
    shown = claimcheck("claims", "show", start).records[0]
    assert (shown["text"], shown["version"], shown["author"]) == ("Better words.", 2, "ada")
    assert shown["versions"][0]["text"] == claim["text"]
    assert claimcheck("claims", "drop", start, "--reason", "trivial").code == 0
    assert start not in {each["id"][:8] for each in claimcheck("claims", "list").records}
    assert {"dropped"} == {
        each["status"] for each in claimcheck("claims", "list", "--all").records if each["id"].startswith(start)
    }
    claimcheck("split", story)
    assert start not in {each["id"][:8] for each in claimcheck("claims", "list").records}
    assert claimcheck("claims", "restore", start).code == 0
    assert claimcheck("claims", "show", start, "--format", "table").code == 0
    assert start in {each["id"][:8] for each in claimcheck("claims", "list").records}


def test_a_claim_that_is_not_there_is_one_line(claimcheck: Claimcheck, story: Path) -> None:
    claimcheck("split", story)
    done = claimcheck("claims", "show", "zzzz")
    assert done.code == 1
    assert done.said.count("\n") == 1


def test_hostile_text_cannot_drive_the_terminal(claimcheck: Claimcheck, tmp_path: Path) -> None:
    text = "The mayor \x1b[31mof Harwick[/bold] said on 3 May 2021 that 40 [red]houses burned down.\n" * 2
    done = claimcheck("split", make(tmp_path, "x.txt", text.encode()), "--format", "table")
    assert done.code == 0
    assert "\x1b[31m" not in done.out
    assert "[red]" in done.out


def test_an_edited_article_says_that_its_former_text_is_still_there(claimcheck: Claimcheck, story: Path) -> None:
    claimcheck("split", story)
    story.write_text(STORY.replace("4.2", "4.3"), encoding="utf-8")
    done = claimcheck("split", story)
    assert "had another text before" in done.said


@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "abc"}]
)
def test_any_locale_prints_every_claim(story: Path, tmp_path: Path, locale: dict[str, str]) -> None:
    story.write_text("Die Brücke in Überlingen ist seit dem 3. Mai 2021 gesperrt.\n" * 2, encoding="utf-8")
    command = [
        str(Path(sys.executable).with_name("claimcheck")),
        "split",
        "story.txt",
        "--language",
        "de",
        "--format",
        "table",
    ]
    environment = {**os.environ, "PYTHONCOERCECLOCALE": "0", **locale}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Überlingen" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "> /dev/full"])
def test_a_closed_or_full_stream_is_no_traceback(story: Path, tmp_path: Path, closed: str) -> None:
    command = f"{Path(sys.executable).with_name('claimcheck')} split story.txt {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if "full" in closed else 0)


def test_the_sentence_of_a_claim_is_shown_with_its_own_words_marked(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("split", story, "--sentence")
    for claim in done.records:
        marked = [each["text"][start:end] for each in claim["sentences"] for start, end in each["marks"]]
        assert marked == claim["evidence"]
    works = next(claim for claim in done.records if "4.2 million" in claim["text"])
    assert [each["text"] for each in works["sentences"]] == ["The works cost 4.2 million pounds, the council said."]
    table = claimcheck("split", story, "--sentence", "--format", "table").out
    assert "⟦The works cost 4.2 million" in " ".join(table.replace("│", " ").split())


def test_the_table_says_kind_and_assertion_of_each_claim(claimcheck: Claimcheck, story: Path) -> None:
    table = claimcheck("split", story, "--format", "table").out
    assert {"#", "claim", "who", "kind", "when", "score"} <= set(table.splitlines()[1].replace("┃", " ").split())
    assert "quantity" in table
    assert "reported" in table
