"""``claimcheck.toml``: what a desk sets once."""

from pathlib import Path

import pytest

from claimcheck.errors import SettingsInvalid
from claimcheck.settings import TEMPLATE, Settings, parse_settings, read_settings


def test_a_workspace_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


def test_the_template_is_the_defaults() -> None:
    assert parse_settings(TEMPLATE) == Settings()


def test_the_template_uncommented_sets_every_key() -> None:
    lines = [line[2:] if line.startswith("# ") and " = " in line else line for line in TEMPLATE.splitlines()]
    settings = parse_settings("\n".join(lines))
    assert settings.publisher_name == "Example Desk"
    assert (settings.index_engine, settings.index_uri) == ("milvus", "http://milvus.example:19530")
    assert settings.scheme == "scheme.toml"
    assert settings.studio_url == "http://127.0.0.1:8080"
    assert settings.encoder_revision == "a commit hash"
    assert (settings.llm.model, settings.llm.price_out, settings.llm.max_tokens) == ("a model's name", 0.6, 1_000_000)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[desk", "is not TOML (Expected ']' at the end of a table declaration, at end of document)"),
        ("[index]\npostings = 5\n# [index]\n[desk]\n [ index ]\ncandidates = 5", "has [index] twice, in lines 1 and 5"),
        ("[desk]\nscheme = My scheme", "(Invalid value, at line 2, column 10; text stands in quotation marks)"),
        ("[dsk]\npublisher_name='x'", "did you mean 'desk'"),
        ("[desk]\npublisher='x'", "did you mean 'publisher_url'"),
        ("[lookup]\nk='five'", "lookup.k is 'five', wanted a int"),
        ("[lookup]\nk=0", "wanted at least 1"),
        ("[lookup]\nk=true", "lookup.k is True"),
        ("[lookup]\nmin_score=1.5", "a probability from 0 to 1"),
        ("[lookup]\nmin_score='high'", "lookup.min_score is 'high', wanted a float"),
        ("[lookup]\nvalidity_days=-1", "wanted a number of days"),
        ("[index]\npostings=0", "index.postings is 0, wanted at least 1"),
        ("[studio]\nurl='ftp://x'", "wanted an http or https URL"),
        ("[desk]\npublisher_url='javascript:alert(1)'", "wanted an http or https URL"),
        ("[llm]\nurl='llm.example.org/v1'", "wanted an http or https URL"),
        ("[llm]\nurl='https://me:secret@llm.example.org/v1'", "llm.url holds a password"),
        ("[llm]\nkey='secret'", "unknown key llm.key"),
        ("[llm]\ntimeout=0", "llm.timeout is 0, wanted seconds from 1 to 3600"),
        ("[llm]\ntemperature=3", "llm.temperature is 3, wanted a number from 0 to 2"),
        ("[llm]\nmax_output=0.5", "llm.max_output is 0.5, wanted a int"),
        ("[llm]\nparallel=99", "llm.parallel is 99, wanted a number from 1 to 32"),
        ("[llm]\nprice_in=-1", "llm.price_in is -1, wanted a number that is not negative"),
        ("[llm]\nmax_cost=inf", "llm.max_cost is inf"),
        ("[llm]\nmax_cost=nan", "llm.max_cost is nan"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(text: str, says: str) -> None:
    with pytest.raises(SettingsInvalid, match="correct the file") as caught:
        parse_settings(text, origin="claimcheck.toml")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(b"[desk]\npublisher_name = '\xff'")
    with pytest.raises(SettingsInvalid, match="is not UTF-8"):
        read_settings(tmp_path)


@pytest.mark.parametrize(("word", "languages"), [("de", ("de",)), ("en", ("en",)), ("both", ("en", "de"))])
def test_the_labeling_page_speaks_what_the_desk_wants(word, languages):
    assert parse_settings(f'[studio]\nlanguage = "{word}"\n').languages == languages
    assert parse_settings("").languages == ("en", "de")


def test_a_language_the_page_does_not_speak_is_named():
    with pytest.raises(SettingsInvalid, match=r"studio\.language is 'fr', wanted en, de or both"):
        parse_settings('[studio]\nlanguage = "fr"\n')
