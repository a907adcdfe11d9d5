"""Rating words → labels: exact, keyed by publisher and language, never by part of a word or a number."""

import csv
from pathlib import Path

import pytest

from claimcheck.errors import RatingsInvalid
from claimcheck.records import Label
from claimcheck.reviews import How, label_for, read_ratings
from claimcheck.reviews.ratings import __file__ as module

TABLE = Path(module).with_name("ratings.tsv")


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("False", "en", Label.FALSE),
        ("FALSE", "hi", Label.FALSE),
        ("Pants on Fire!", "en", Label.FALSE),
        ("Mostly False", "en", Label.MOSTLY_FALSE),
        ("barely-true", "en", Label.MOSTLY_FALSE),
        ("MOSTLY_FALSE", "en", Label.MOSTLY_FALSE),
        ("„Größtenteils falsch“", "de", Label.MOSTLY_FALSE),
        ("GRÖSSTENTEILS FALSCH", "de", Label.MOSTLY_FALSE),
        ("Fehlender Kontext", "de", Label.MISLEADING),
        ("Falso.", "es", Label.FALSE),
        ("verdadero pero…", "es", Label.MOSTLY_TRUE),
        ("C’est faux", "fr", Label.FALSE),
        ("não_é_bem_assim", "pt", Label.MISLEADING),
        ("錯誤", "zh", Label.FALSE),
        ("證據不足", "zh", Label.UNVERIFIABLE),
        ("زائف", "ar", Label.FALSE),
        ("No evidence", "en", Label.UNVERIFIABLE),
        ("Satire", "de", Label.NOT_A_CLAIM),
    ],
)
def test_a_known_word_means_its_label(word: str, language: str, wanted: Label) -> None:
    assert label_for(word, language=language).label is wanted


def test_devanagari_signs_are_part_of_the_word() -> None:
    assert label_for("भ्रामक", language="hi").label is Label.MISLEADING
    assert label_for("भरमक", language="hi").label is None  # what a pattern of \w makes of it


def test_turkish_words_are_found_in_capitals_of_either_alphabet() -> None:
    for word in ("Yanlış", "YANLIŞ", "yanliş", "YANLIŞ."):
        assert label_for(word, language="tr").label is Label.FALSE, word
    assert label_for("BELİRSİZ", language="tr").label is Label.UNVERIFIABLE
    assert label_for("YANILTICI", language="tr").label is Label.MISLEADING


def test_a_zero_width_joint_and_a_space_make_the_same_persian_word() -> None:
    joined, spaced = "نیمه\u200cدرست", "نیمه درست"
    assert label_for(joined, language="fa").label is label_for(spaced, language="fa").label is Label.HALF_TRUE


def test_decomposed_and_composed_letters_are_the_same() -> None:
    assert label_for("irrefu\u0308hrend", language="de").label is Label.MISLEADING


@pytest.mark.parametrize(
    "word",
    [
        "false context",  # MISLEADING, as a whole; a prefix would make it FALSE
        "false connection",
    ],
)
def test_a_longer_word_is_not_its_beginning(word: str) -> None:
    assert label_for(word, language="en").label is Label.MISLEADING


@pytest.mark.parametrize(
    "word",
    [
        "falsehood",
        "true story about a lie",
        "falsk men ikke helt",
        "True - but misses the point",
        "Wahr: aber nicht ganz",
        "правда и манипуляция",
        "False: misleading",
        "misleading/partially false",
        "Not really, charts say",
        "1",
        "4 of 5",
        "50/50",
        "3.5",
        "-1",
        "https://desk.example/false",
        "really_false",
        "",
        "   ",
        "...",
        None,
    ],
)
def test_what_is_no_known_word_gets_no_label(word: str | None) -> None:
    assert label_for(word, language="fr" if word == "really_false" else "en").label is None


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("FALSO: As imagens foram retiradas do canal de um corretor", "pt", Label.FALSE),
        ("Prawda. Według danych urzędu", "pl", Label.TRUE),
        ("Falsch – das Bild ist alt", "de", Label.FALSE),
        ("Misleading - the photo is from 2012", "en", Label.MISLEADING),
        ("False. False.", "en", Label.FALSE),
    ],
)
def test_the_head_of_a_sentence_is_read_and_marked_as_derived(word: str, language: str, wanted: Label) -> None:
    found = label_for(word, language=language)
    assert (found.label, found.derived) == (wanted, True)


def test_the_same_word_means_what_its_language_and_publisher_mean() -> None:
    assert label_for("karma", language="tr").label is Label.HALF_TRUE
    assert label_for("karma", language="en").label is None
    assert label_for("mali", language="tl").label is Label.FALSE
    assert label_for("mali", language="id").label is None
    assert label_for("Inaccurate", publisher="FactCheckNI", language="en").label is Label.FALSE
    assert label_for("Inaccurate", publisher="Another desk", language="en").how is How.REFUSED
    assert label_for("Salah", language="id").label is Label.FALSE
    assert label_for("Salah", publisher="turnbackhoax.id", language="id").label is None


def test_a_refused_word_does_not_fall_through_to_english() -> None:
    table = read_ratings()
    assert label_for("impreciso", language="pt").how is How.REFUSED
    assert table.label_for("Legend", publisher="Snopes", language="en").how is How.REFUSED


def test_english_words_are_read_in_other_languages_but_not_the_other_way() -> None:
    assert label_for("False", language="ur").how is How.ENGLISH
    assert label_for("Falsch", language="en").label is None


def test_a_label_that_loses_something_says_so() -> None:
    assert label_for("partly false", language="en").approximate
    assert not label_for("false", language="en").approximate


def test_the_shipped_table_has_one_meaning_a_word_and_only_known_labels() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 550
    keys = [(row["publisher"], row["language"], row["word"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row["label"] for row in rows} == {label.value for label in Label} | {"DO_NOT_GUESS"}
    for row in rows:
        house = row["publisher"].split("|")[0] or None
        found = label_for(row["word"], publisher=house, language=row["language"])
        assert (found.label.value if found.label else "DO_NOT_GUESS") == row["label"], row


def test_a_table_of_ones_own_is_read_or_its_wrong_line_named(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("publisher\tlanguage\tword\tlabel\tnote\nA desk\tde\tGeht so\tHALF_TRUE\t\n", encoding="utf-8")
    assert read_ratings(own).label_for("geht so!", publisher="A Desk", language="de").label is Label.HALF_TRUE
    assert read_ratings(own).digest != read_ratings().digest
    own.write_text("publisher\tlanguage\tword\tlabel\tnote\n\tde\tGeht so\tSOSO\t\n", encoding="utf-8")
    with pytest.raises(RatingsInvalid, match=r"line 2, has the label 'SOSO'"):
        read_ratings(own)


CHANGED = {
    ("en", "barely-true"), ("en", "impostor content"), ("en", "misattributed"), ("pl", "raczej fałsz"),
    ("it", "pinocchio andante"), ("it", "immagine modificata"), ("es", "montaje"), ("pt", "montagem"),
    ("fr", "montage"),
    ("ar", "مركب"), ("ar", "مركبة"), ("ru", "не факт"), ("ru", "дезинформация"), ("el", "παραπληροφόρηση"),
    ("ka", "მეტწილად მცდარი"), ("sr/hr/bs", "skoro neistina"), ("en", "likely false"), ("fr", "infondé"),
    ("ru", "видимо так"),
}  # fmt: skip


@pytest.mark.needs_shared_data
def test_the_collected_words_mean_what_the_collection_suggests_but_for_the_changes_listed(shared: Path) -> None:
    wrong = []
    lines = (shared / "data/ratings/suggested-mapping.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        languages, word, label, *_ = line.split("\t")
        if languages == "any" or "(" in word or (languages, word) in CHANGED:
            continue
        for language in languages.split("/"):
            found = label_for(word, language=language).label
            if (found.value if found else "DO_NOT_GUESS") != label:
                wrong.append((language, word, label, found))
    assert wrong == []


@pytest.mark.parametrize("language", "de en es fr it nl pl pt ru tr uk".split())  # noqa: SIM905
def test_each_of_eleven_languages_has_a_word_for_every_label(language: str) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    labels = {row["label"] for row in rows if row["language"] == language and not row["publisher"]}
    assert labels >= {label.value for label in Label}


def test_no_row_of_the_shipped_table_is_a_bare_number_or_a_sentence() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert any(map(str.isalpha, row["word"])), row
            assert len(row["word"]) <= 40, row
