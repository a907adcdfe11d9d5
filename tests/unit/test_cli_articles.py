"""``split``, ``check`` and ``claims`` on a user's own input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import resources
from claimcheck.store import Store
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


@pytest.mark.parametrize(("command", "name"), [*(("split", name) for name in BAD), ("check", "empty.txt")])
def test_bad_input_is_one_line_and_exit_1(claimcheck: Claimcheck, tmp_path: Path, command: str, name: str) -> None:
    options = ("--encoding", "utf-16-le") if name == "broken.txt" else ()
    done = claimcheck(command, make(tmp_path, name, BAD[name]), *options)
    assert done.code == 1
    assert done.out == ""
    lines = done.said.splitlines()
    assert not (tmp_path / "claimcheck-workspace").exists()
    assert len(lines) == 1
    assert lines[0].startswith("claimcheck: ")
    assert name in lines[0]


@pytest.mark.parametrize(
    "wrong",
    [
        ("check", "nofile.txt"),
        ("check", "nofile.txt", "nor.this"),
        ("split", "nofile.txt"),
        ("reviews", "import", "nofile.jsonl"),
        ("reviews", "import", "story.txt"),
        ("reviews", "import", "story.txt", "./story.txt"),
        ("reviews", "add", " ", "--rating", "TRUE", "--publisher", "desk"),
        ("reviews", "add", "A claim.", "--rating", "TRUE", "--publisher", "desk", "--published", "yesterday"),
        ("check", "story.txt", "--encoder", "no-such-encoder"),
        ("check", "story.txt", "--scheduler", "foo"),
        ("split", "story.txt", "--scheduler", "foo"),
    ],
)
def test_a_mistake_makes_no_workspace(
    claimcheck: Claimcheck, story: Path, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    done = claimcheck(*wrong)
    assert done.code in {1, 2}
    assert done.out == ""
    assert "a new workspace" not in done.said
    assert [each.name for each in tmp_path.iterdir()] == [story.name]


@pytest.mark.parametrize("command", [("check", "story.txt"), ("match",)])
def test_where_there_are_no_past_checks_that_is_said(
    claimcheck: Claimcheck, story: Path, command: tuple[str, ...]
) -> None:
    claimcheck("split", story)
    assert "no past checks in claimcheck-workspace yet: claimcheck reviews import FILE" in claimcheck(*command).said
    claimcheck("reviews", "add", "A bridge fell.", "--rating", "TRUE", "--publisher", "desk")
    assert "no past checks" not in claimcheck(*command).said


def test_check_keeps_what_can_be_read_beside_what_cannot(claimcheck: Claimcheck, story: Path) -> None:
    done = claimcheck("check", "nofile.txt", story)
    assert done.code == 1
    assert done.records
    assert "there is no file nofile.txt" in done.said.splitlines()[-1]


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


def test_match_shows_a_table_for_each_claim_that_has_a_past_check_and_counts_the_others(
    claimcheck: Claimcheck, story: Path
) -> None:
    words = "The old bridge in Harwick reopened after eleven months of repairs."
    given = ("--rating", "TRUE", "--publisher", "desk", "--language", "en")
    assert claimcheck("reviews", "add", words, *given).code == 0
    texts = {each["id"]: each["text"] for each in claimcheck("split", story, "--published", "2024-05-14").records}
    found = [each for each in claimcheck("match").records if each["rank"] == 1]
    hits = [each for each in found if each["review"]]
    assert (len(found), len(hits)) == (len(texts), 1)
    table = claimcheck("match", "--format", "table")
    assert table.out.count("what differs") == 1
    assert table.out.startswith(texts[hits[0]["claim_id"]])
    assert "nothing here fits" not in table.out
    assert table.said.splitlines()[-1] == f"{len(texts)} claims, 1 with a past check that fits"


def test_check_says_what_is_too_old_after_as_many_days_as_the_workspace_says(
    claimcheck: Claimcheck, story: Path, tmp_path: Path
) -> None:
    words = "The old bridge in Harwick reopened after eleven months of repairs."
    given = ("--rating", "TRUE", "--publisher", "desk", "--published", "2019-04-01", "--language", "en")
    assert claimcheck("reviews", "add", words, *given).code == 0
    told = []
    for settings in ("", "[lookup]\nvalidity_days = 10000\n"):
        (tmp_path / "claimcheck-workspace" / "claimcheck.toml").write_text(settings, encoding="utf-8")
        found = claimcheck("check", story, "--published", "2024-05-14").records
        told.append([match["days_older"] for claim in found for match in claim["matches"] if match["review"]])
        assert told[-1] == [each["days_older"] for each in claimcheck("match", "--again").records if each["review"]]
        table = claimcheck("check", story, "--published", "2024-05-14", "--format", "table").out
        assert ("5 years older than" in " ".join(table.replace("│", " ").split())) is any(told[-1])
    assert any(told[0])
    assert not any(told[1])


@pytest.mark.parametrize(("shown", "told"), [(1, "; 1 of the 1 shown has a past check"), (3, "; 1 of the 3 shown has")])
def test_one_of_the_shown_claims_has_a_past_check_several_have(
    claimcheck: Claimcheck, story: Path, shown: int, told: str
) -> None:
    words = "The old bridge in Harwick reopened after eleven months of repairs."
    given = ("--rating", "TRUE", "--publisher", "desk", "--language", "en")
    assert claimcheck("reviews", "add", words, *given).code == 0
    assert told in claimcheck("check", story, "--top", str(shown), "--published", "2024-05-14").said


def test_where_every_claim_was_dropped_the_list_says_so_and_what_shows_them(
    claimcheck: Claimcheck, story: Path
) -> None:
    Store.open(Path("claimcheck-workspace"), create=True, write=True).close()
    none = claimcheck("claims", "list")
    assert (none.out, none.said) == ("", "no claims here yet: claimcheck split ARTICLE\n")
    ids = [each["id"] for each in claimcheck("split", story).records]
    assert claimcheck("claims", "drop", *ids).code == 0
    dropped = claimcheck("claims", "list")
    assert (dropped.out, dropped.said) == ("", "no claim here is offered and not dropped: --all shows the others\n")
    every = {each["id"]: each["status"] for each in claimcheck("claims", "list", "--all").records}
    assert {every[each] for each in ids} == {"dropped"}


def test_people_edit_drop_and_restore_claims(claimcheck: Claimcheck, story: Path) -> None:
    claim = claimcheck("split", story).records[0]
    start = claim["id"][:8]
    assert claimcheck("claims", "edit", start, "--text", "Better words.", "--author", "ada").code == 0
    shown = claimcheck("claims", "show", start).records[0]
    assert (shown["text"], shown["version"], shown["author"]) == ("Better words.", 2, "ada")
    assert shown["versions"][0]["text"] == claim["text"]
    assert claimcheck("claims", "drop", start, "zzzz", "--reason", "trivial").code == 1
    assert claimcheck("claims", "show", start).records[0]["status"] == "active", "a wrong id drops none"
    assert claimcheck("claims", "drop", start, "--reason", "trivial").said == f"{start}: dropped\n"
    again = claimcheck("claims", "drop", start, "--reason", "dull")
    assert again.said == f"{start}: was dropped already: the reason stays as it was\n"
    assert start not in {each["id"][:8] for each in claimcheck("claims", "list").records}
    assert {"dropped"} == {
        each["status"] for each in claimcheck("claims", "list", "--all").records if each["id"].startswith(start)
    }
    claimcheck("split", story)
    assert start not in {each["id"][:8] for each in claimcheck("claims", "list").records}
    edited = claimcheck("claims", "edit", start, "--text", "Even better words.")
    assert f"note: {start} is dropped, so nothing is done with it: claimcheck claims restore {start}" in edited.said
    assert "trivial" in claimcheck("claims", "show", start, "--format", "table").out
    (event,) = claimcheck("claims", "show", start).records[0]["events"]
    assert (event["what"], event["reason"]) == ("dropped", "trivial")
    assert claimcheck("claims", "restore", start, "zzzz").code == 1
    assert claimcheck("claims", "show", start).records[0]["status"] == "dropped"
    assert claimcheck("claims", "restore", start).code == 0
    assert claimcheck("claims", "show", start, "--format", "table").code == 0
    assert "dropped" not in claimcheck("claims", "edit", start, "--text", "The best words.").said
    assert start in {each["id"][:8] for each in claimcheck("claims", "list").records}


DATED = "Harbour\n\nThe harbour of Harwick opened on 3 May 1994. Its crane was sold in 2003 for 2 million pounds.\n"


def test_a_reworded_claim_says_what_is_left_of_its_earlier_wording(claimcheck: Claimcheck, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(DATED, encoding="utf-8")
    check = '{"claim_reviewed": "The harbour of Harwick opened in May 1994.", "publisher": "desk", "language": "en"}\n'
    (tmp_path / "checks.jsonl").write_text(check, encoding="utf-8")
    assert claimcheck("reviews", "import", "checks.jsonl").code == 0
    found = claimcheck("check", "harbour.txt").records
    [claim] = [each["id"] for each in found if "1994" in each["text"]]
    assert next(each for each in found if each["id"] == claim)["date"]["value"] == "1994-05-03"

    same = claimcheck("claims", "edit", claim, "--text", "On 3 May 1994 the harbour of Harwick opened.")
    assert "date" not in same.said
    assert "looked up in an earlier wording only: claimcheck match looks again" in same.said
    other = claimcheck("claims", "edit", claim, "--text", "The harbour of Harwick was opened by the mayor.")
    assert "its date, 1994-05-03, is still that of the earlier wording: --date sets another" in other.said
    shown = claimcheck("claims", "show", claim, "--format", "table").out
    assert "earlier wording" in " ".join(shown.replace("│", " ").split())
    sent = claimcheck("push", "--to-file", "tasks.json")
    assert "1 claim was reworded since it was looked up, so no past checks are shown" in sent.said

    dated = claimcheck("claims", "edit", claim, "--date", "1994-05")
    assert "its date" not in dated.said
    assert dated.code == 0
    assert claimcheck("claims", "show", claim).records[0]["date"] == {"value": "1994-05", "precision": "month"}
    assert claimcheck("claims", "edit", claim, "--date", "").code == 0
    assert claimcheck("claims", "show", claim).records[0]["date"] is None

    assert claimcheck("match").code == 0
    assert "earlier wording" not in claimcheck("claims", "show", claim, "--format", "table").out
    again = claimcheck("push", "--to-file", "tasks.json", "--force")
    assert (again.code, "reworded" in again.said) == (0, False)


@pytest.mark.parametrize("day", ["2023-02-30", "2023-13", "May", "2023-1-1", "2020/2023-99"])
def test_a_claims_date_that_there_is_not_is_refused_in_one_line(claimcheck: Claimcheck, story: Path, day: str) -> None:
    claim = claimcheck("split", story).records[0]
    done = claimcheck("claims", "edit", claim["id"], "--date", day)
    assert done.code == 1
    assert f"{day!r} is no date like 2023-04-11" in done.said
    assert claimcheck("claims", "show", claim["id"]).records[0]["date"] == claim["date"]


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


CORRECTED = """# Bridge reopens in Harwick

By Ann Other

The old bridge in Harwick reopened on Monday after eleven months. Why did it take so long? The works cost 4.2 million
pounds, the council said.

Read more: Trains in Harwick

Correction: An earlier version gave another sum. The works cost 4.2 million pounds.

Sign up to our newsletter.
"""


def test_every_sentence_of_an_article_is_in_some_row_of_all(claimcheck: Claimcheck, tmp_path: Path) -> None:
    (tmp_path / "bridge.md").write_text(CORRECTED, encoding="utf-8")
    rows = claimcheck("split", "bridge.md", "--all", "--dry-run").records
    offered = claimcheck("split", "bridge.md", "--dry-run").records
    assert rows[: len(offered)] == offered

    shown = {at for row in rows for start, end in row["spans"] for at in range(start, end)}
    sentences = [
        each for line in CORRECTED.split("\n\n") for each in line.replace("? ", "?|").replace(". ", ".|").split("|")
    ]
    assert len(sentences) == 9
    for each in sentences:
        start = CORRECTED.index(each)
        assert shown & set(range(start, start + len(each))), each

    bare = [row for row in rows if row["id"] is None]
    assert [(row["text"], row["reasons"]) for row in bare if row["role"] == "correction"] == [
        ("Correction: An earlier version gave another sum.", ["correction of the article"]),
        ("The works cost 4.2 million pounds.", ["correction of the article"]),
    ]
    assert [row["text"] for row in bare] == [CORRECTED[start:end] for row in bare for start, end in row["spans"]]
    assert not any(row["checkable"] for row in bare)
    table = claimcheck("split", "bridge.md", "--all", "--dry-run", "--format", "table").out
    assert "(no claim: newsletter)" in table


@pytest.mark.parametrize("name", ["article.de.md", "article.en.md"])
def test_rows_without_a_claim_share_no_character_with_a_claim(claimcheck: Claimcheck, name: str) -> None:
    rows = claimcheck("split", resources.seeds() / name, "--all", "--dry-run").records
    claims, bare = (
        {at for row in rows if bool(row["id"]) is made for a, b in row["spans"] for at in range(a, b)}
        for made in (True, False)
    )
    assert claims
    assert bare
    assert not claims & bare


def test_the_table_says_kind_and_assertion_of_each_claim(claimcheck: Claimcheck, story: Path) -> None:
    table = claimcheck("split", story, "--format", "table").out
    assert {"#", "claim", "who", "kind", "when", "score"} <= set(table.splitlines()[1].replace("┃", " ").split())
    assert "quantity" in table
    assert "reported" in table
