"""What a line says to do is what helps: in the words of the command that was run, of the file that is read."""

from pathlib import Path

import pytest

from claimcheck.store import ProjectRole, Store
from tests.unit.conftest import Claimcheck

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "reviews.jsonl"


@pytest.mark.parametrize("words", [("pull",), ("sync", "--rounds", "1")])
def test_verdicts_of_studios_none_of_which_runs_are_not_brought_back(
    claimcheck: Claimcheck, words: tuple[str, ...]
) -> None:
    claimcheck("reviews", "add", "A bridge", "--rating", "TRUE", "--publisher", "desk")
    with Store.open(Path("claimcheck-workspace"), create=False, write=True) as store:
        for name in ("ada", "ben"):
            store.put_role(ProjectRole(f"studio:{name}", 1, "assignment", f"{name}@desk.example", name))

    done = claimcheck(*words)

    assert (done.code, done.out) == (1, "")
    assert done.said == (
        "left out: the local studio 'ada' does not run: run `claimcheck studio up --name ada`\n"
        "claimcheck: the local studio 'ben' does not run: run `claimcheck studio up --name ben`\n"
    )


def test_a_local_studio_that_does_not_run_is_named_as_it_was_asked_for(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "add", "A bridge", "--rating", "TRUE", "--publisher", "desk")

    for words in (("push", "--name", "team"), ("pull", "--name", "team"), ("studio", "status", "--password")):
        done = claimcheck(*words, *(("--name", "team") if words[0] == "studio" else ()))

        assert done.code == 1
        assert "the local studio 'team' does not run: run `claimcheck studio up --name team`\n" in done.said


def test_duplicates_that_were_just_looked_for_are_not_to_be_looked_for(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "add", "The bridge is closed", "--rating", "TRUE", "--publisher", "desk")
    claimcheck("reviews", "add", "Cats eat mice", "--rating", "TRUE", "--publisher", "desk")

    before = claimcheck("reviews", "duplicates", "--format", "table")
    found = claimcheck("reviews", "duplicates", "--find", "--format", "table")

    assert before.said.splitlines()[-1] == "no near-duplicates are known here: claimcheck reviews duplicates --find"
    assert found.said.splitlines()[-1] == "no two of the 2 past checks here say the same"


def test_where_there_are_no_past_checks_they_are_to_be_brought_in(claimcheck: Claimcheck) -> None:
    claimcheck("split", "-", "-w", "claimcheck-workspace", stdin=b"The bridge in Kiel was closed on 3 May 2023.")

    done = claimcheck("reviews", "duplicates", "--find", "--format", "table")

    assert done.said.splitlines()[-1] == "no past check is here yet: claimcheck reviews import FILE"


@pytest.mark.parametrize("words", [("publish",), ("export", "out", "--format", "claimreview", "--samples")])
def test_a_publisher_that_is_not_set_is_missed_once_and_in_the_file_that_is_read(
    claimcheck: Claimcheck, words: tuple[str, ...]
) -> None:
    claimcheck("demo", "--no-studio", "-w", "desk")

    done = claimcheck(*words, "-w", "desk")

    assert (done.code, done.said.count("publisher_name")) == (1, 1)
    assert done.said.endswith("set them under [desk] in desk/claimcheck.toml\n")


def test_a_removal_that_cannot_ask_says_how_not_to_be_asked(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", SEEDS, "-q")

    done = claimcheck("reviews", "remove", "--language", "en")

    assert done.code == 1
    assert done.said.splitlines()[-1] == (
        "claimcheck: nothing was removed, for nobody answers: look at the past checks with `claimcheck reviews list`, "
        "then add --yes"
    )
    assert len(claimcheck("reviews", "list").records) == 86


def test_gold_that_is_not_there_is_no_broken_gold(claimcheck: Claimcheck) -> None:
    done = claimcheck("bench", "split", "--gold", "page.gold.json")

    assert (done.code, done.said) == (
        1,
        "claimcheck: there is no file page.gold.json: give a gold file, or a folder of them, with --gold\n",
    )


def test_benches_without_data_say_which_options_name_them(claimcheck: Claimcheck) -> None:
    done = claimcheck("bench", "--only", "splitter,newswire", "--json")

    assert {each["figure"] for each in done.records} == {None}
    assert done.code == 0
    assert done.said == (
        f"{len(done.records)} of {len(done.records)} rows have no data here: --data names the folder of public data "
        "(DATA in the rows), --quality one with the project's own gold, which its source has in tests/quality\n"
    )


@pytest.mark.parametrize(
    ("name", "made", "line"),
    [
        ("gone.txt", None, "there is no file gone.txt: give a text file with one claim a line"),
        (".", None, ". is a folder: give a text file with one claim a line"),
        ("old.txt", b"Br\xfccke", "old.txt is not UTF-8 text (byte 2): save it as UTF-8, one claim a line"),
    ],
)
def test_a_file_of_claims_that_cannot_be_read_is_an_error_like_an_article_that_cannot(
    claimcheck: Claimcheck, name: str, made: bytes | None, line: str
) -> None:
    if made is not None:
        Path(name).write_bytes(made)

    done = claimcheck("lookup", "--file", name)

    assert (done.code, done.said) == (1, f"claimcheck: {line}\n")
    assert claimcheck("check", "gone.md").code == done.code


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("claims list --format yaml", "Invalid value for '--format': 'yaml' is none of auto, table, jsonl"),
        ("reviews add x --rating GOOD --publisher p", "'GOOD' is none of TRUE, MOSTLY_TRUE, HALF_TRUE, "),
        ("lookup x -k many", "Invalid value for '-k': 'many' is no whole number"),
        ("lookup x -k 0", "Invalid value for '-k': 0 is too little: give 1 or more"),
        ("lookup x --min-score high", "Invalid value for '--min-score': 'high' is no number"),
        ("sync --webhook 70000", "Invalid value for '--webhook': 70000 is too much: give 65535 or less"),
        ("bench --reported --format yaml", "Invalid value for '--format': 'yaml' is none of auto, table, jsonl"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_in_words_of_the_command(
    claimcheck: Claimcheck, words: str, line: str
) -> None:
    done = claimcheck(*words.split())

    assert done.code == 2
    assert line in done.said.splitlines()[-1]
    assert "Value error" not in done.said
    assert "Input should" not in done.said


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("reviews disagreements", "no claim here is rated differently by two publishers"),
        ("reviews ratings", "no past check here has a rating word"),
        ("settle", "no verdicts to settle: claimcheck pull, or --samples"),
        (
            "articles",
            "claimcheck-workspace holds no article yet: claimcheck check ARTICLE -w claimcheck-workspace brings one in",
        ),
    ],
)
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_that_there_is_nothing_is_said_in_a_line_whatever_the_form(
    claimcheck: Claimcheck, words: str, line: str, form: str
) -> None:
    Store.open(Path("claimcheck-workspace"), create=True, write=True).close()
    done = claimcheck(*words.split(), "--format", form)
    assert (done.code, done.out, done.said) == (0, "", f"{line}\n")
    assert claimcheck(*words.split(), "--format", form, "--quiet").said == ""


@pytest.mark.parametrize("word", ["FALSE", "false", "Falsch", "falsch"])
def test_a_label_is_known_by_its_code_in_any_case_and_by_its_word(claimcheck: Claimcheck, word: str) -> None:
    given = ("--rating", word, "--publisher", "desk", "--language", "en")
    assert claimcheck("reviews", "add", "Eels can fly.", *given).code == 0
    for rating, found in ((word, ["FALSE"]), ("größtenteils-falsch", [])):
        done = claimcheck("reviews", "list", "--rating", rating)
        assert [each["rating"] for each in done.records] == found
    assert claimcheck("lookup", "Eels can fly.", "--rating", word, "--min-score", "0").records[0]["review"]


@pytest.mark.parametrize("name", ["sync", "adjudicate", "publish", "studio up"])
def test_a_command_without_a_table_says_what_takes_the_place_of_format(claimcheck: Claimcheck, name: str) -> None:
    done = claimcheck(*name.split(), "--format", "jsonl")

    assert done.code == 2
    assert done.said.splitlines()[-1] == (
        "Error: No such option: --format: there is no table here, what was done comes in words, with --json as JSON"
    )
