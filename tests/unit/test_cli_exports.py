"""``export`` and ``dataset validate`` as they are typed."""

import json
from pathlib import Path

import pytest

from claimcheck.cli.exports import DatasetFormat
from claimcheck.dataset import find_contacts, read_dataset, redact
from claimcheck.flows.export_forms import FORM_NAMES
from claimcheck.store import Store
from tests.made_desk import fill_desk


@pytest.fixture
def desk(tmp_path):
    with Store.open(tmp_path / "w", create=True, write=True) as store:
        fill_desk(store, 6)
    return tmp_path / "w"


def test_the_command_offers_every_form():
    assert tuple(DatasetFormat) == FORM_NAMES


def test_export_says_what_it_wrote_where_it_comes_from_and_what_was_lost(claimcheck, desk):
    done = claimcheck("export", "v.json", "--format", "fever", "-w", desk)
    assert (done.code, done.out) == (0, "")
    lines = done.said.splitlines()
    assert lines[0].startswith("v.json: ")
    assert "where it comes from: v.json.manifest.json" in lines
    assert any(line.startswith("fever has no place for ") for line in lines)
    assert any(line.startswith("not carried by fever: ") and "annotations (" in line for line in lines)
    assert claimcheck("dataset", "validate", "v.json", "--format", "fever").code == 0


def test_what_many_columns_of_a_csv_lose_alike_is_one_line_with_their_names(claimcheck, desk):
    done = claimcheck("export", "v.csv", "-w", desk)

    (line,) = (line for line in done.said.splitlines() if line.startswith("in csv: lists written as JSON"))
    begin, columns = line.rsplit(": ", 1)
    assert begin == "in csv: lists written as JSON inside one cell"
    assert {each.split(" (")[0] for each in columns.split(", ")} == {
        name for name, kind in read_dataset(Path("v.csv")).schema.items() if kind.is_nested()
    }


def test_a_second_export_needs_force(claimcheck, desk):
    assert claimcheck("export", "v.csv", "-w", desk).code == 0
    again = claimcheck("export", "v.csv", "-w", desk)
    assert again.code == 1
    assert again.said == "claimcheck: v.csv is there already: name another place, or replace it with --force\n"
    assert claimcheck("export", "v.csv", "-w", desk, "--force").code == 0


def test_every_option_reaches_the_dataset(claimcheck, desk, tmp_path):
    options = ["--no-context", "--redact", "--names", "--licence", "cc0-1.0", "--title", "Buses", "--report", "r.html"]
    done = claimcheck("export", "hf", "--format", "hf", "-w", desk, *options, "--split", "50/50", "--seed", "4")
    assert done.code == 0, done.said
    assert "split: train " in done.said
    assert "its figures: r.html" in done.said
    chosen = json.loads((tmp_path / "hf" / "manifest.json").read_text())["options"]
    assert chosen["split"] == {"shares": {"train": 0.5, "test": 0.5}, "seed": 4, "temporal": False}
    assert (chosen["context"], chosen["redact"], chosen["names"]) == (False, True, True)
    assert "# Buses" in (tmp_path / "hf" / "README.md").read_text()
    assert "<title>Buses: what is in the dataset</title>" in (tmp_path / "r.html").read_text()
    assert read_dataset(tmp_path / "hf", form="hf")["evidence"].list.len().sum() == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["export", "v.xyz"], 2, "v.xyz does not say its format"),
        (["export", "v.csv", "--temporal"], 2, "--temporal says how to split"),
        (["export", "missing/v.csv"], 1, "missing/v.csv cannot be written (No such file or directory)"),
        (["export", "v.csv", "--split", "80/30"], 1, "80/30"),
        (["export", "v", "--format", "claimreview"], 1, "publishing needs publisher_name and publisher_url"),
        (["dataset", "validate", "none.csv"], 1, "none.csv is no verdict dataset (there is no such file)"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_leaves_nothing(claimcheck, desk, tmp_path, arguments, code, said):
    where = ["-w", desk] if arguments[0] == "export" else []
    done = claimcheck(*arguments, *where)
    assert done.code == code
    assert said in " ".join(done.said.split())
    assert [each.name for each in tmp_path.iterdir()] == ["w"]


def test_validate_names_lines_and_fields_counts_the_rest_and_exits_one(claimcheck, desk, tmp_path):
    claimcheck("export", "v.jsonl", "-w", desk)
    lines = (tmp_path / "v.jsonl").read_text().splitlines()
    (tmp_path / "v.jsonl").write_text("\n".join([*lines, *lines, "{"]) + "\n")
    done = claimcheck("dataset", "validate", "v.jsonl")
    assert done.code == 1
    told = done.said.splitlines()
    assert len(told) == 21
    assert told[0].startswith("v.jsonl: line 31, claim_id: ")
    assert told[-1] == "31 findings, 11 of them not shown"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ada@example.org", ["e-mail"]),
        ("Ada.Müller+x@sub.example.co.uk, bob@b.de", ["e-mail", "e-mail"]),
        ("+49 (0)30 123456-78", ["telephone"]),
        ("0711/123 45 67", ["telephone"]),
        ("call 030 1234567 now", ["telephone"]),
        ("(202) 555-0143", ["telephone"]),
        ("202-555-0143", ["telephone"]),
        ("0049 171 1234567", ["telephone"]),
        ("am 11.04.2023, 01-02-2023 und 2023-04-11", []),
        ("1994-2023, 1.900 Sprengköpfe, 28,5 %", []),
        ("A/49/765 and RFC 2822", []),
        ("2 000 000 Menschen", []),
        ("@handle and a@b", []),
        ("ISBN 978-3-16-148410-0", []),
    ],
)  # fmt: skip
def test_addresses_and_telephone_numbers_are_told_from_days_years_and_amounts(text, kinds):
    assert [each.kind for each in find_contacts(text)] == kinds


def test_redacting_leaves_everything_else_as_it_was():
    assert redact("a ada@example.org b +49 30 1234567.") == "a [e-mail address] b [telephone number]."
    assert redact(None) is None
    assert redact("nothing here") == "nothing here"
