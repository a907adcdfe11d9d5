"""The labeling config: what the front end would choke on is not in it."""

from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest

from claimcheck.errors import SchemeInvalid
from claimcheck.labelstudio.config import (
    ANSWERS,
    EVIDENCE_SLOTS,
    MARKER,
    config_digest,
    labeling_config,
    required_fields,
)
from claimcheck.labelstudio.wording import LANGUAGES
from claimcheck.records import Label
from claimcheck.scheme import read_scheme

SCHEME = read_scheme()
CONFIG = labeling_config(SCHEME)
ROOT = Xml.fromstring(CONFIG)

# what Label Studio keeps beside a task's data: a field of that name shows that instead
TASK_KEYS = {
    "id",
    "data",
    "meta",
    "source",
    "annotations",
    "predictions",
    "drafts",
    "project",
    "updated_at",
    "created_at",
}


def test_the_scheme_orders_truth_first_and_leaves_the_nominal_labels_off_the_scale():
    assert SCHEME.scale == (Label.TRUE, Label.MOSTLY_TRUE, Label.HALF_TRUE, Label.MOSTLY_FALSE, Label.FALSE)
    assert {each.label for each in SCHEME.choices} == set(Label)
    assert [each.rating_value for each in SCHEME.choices] == [5, 4, 3, 2, 1, None, None, None]


def test_no_stored_code_reads_as_a_boolean_or_a_number():
    codes = [tag.get("alias") for tag in ROOT.iter() if tag.tag in {"Choice", "Label"}]

    assert len(codes) == len(SCHEME.choices) + len(SCHEME.problems) + 2 * EVIDENCE_SLOTS + len(ANSWERS) + 1
    for code in codes:
        assert code == code.upper()
        assert code not in {"true", "false"}
        assert not code.isdigit()


@pytest.mark.parametrize(
    ("languages", "marked"),
    [
        (("de",), ["Urteil (Pflichtangabe)", "Begründung (Pflichtangabe)"]),
        (
            ("en", "de"),
            ["Verdict · Urteil (required · Pflichtangabe)", "Justification · Begründung (required · Pflichtangabe)"],
        ),
    ],
)
def test_what_must_be_answered_is_marked_and_nothing_else(languages, marked):
    root = Xml.fromstring(labeling_config(SCHEME, languages))

    titles = [tag.get("value", "") for tag in root.iter("Header")]
    required = [tag.get("name") for tag in root.iter() if tag.get("required") == "true"]

    assert [each for each in titles if each.endswith("Pflichtangabe)")] == marked
    assert required == ["verdict", "justification"]


def test_the_verdict_offers_the_schemes_labels_in_order_with_their_keys():
    (verdict,) = [tag for tag in ROOT.iter("Choices") if tag.get("name") == "verdict"]

    assert [(tag.get("alias"), tag.get("hotkey")) for tag in verdict] == [
        (choice.label.value, choice.hotkey) for choice in SCHEME.choices
    ]
    assert verdict.get("required") == "true"


def test_every_control_has_a_name_of_its_own_and_a_target_that_exists():
    names = [tag.get("name") for tag in ROOT.iter() if tag.get("name")]
    targets = {tag.get("toName") for tag in ROOT.iter() if tag.get("toName")}

    assert len(names) == len(set(names))
    assert targets <= set(names)


def test_it_reads_exactly_the_fields_a_task_must_have_and_none_that_label_studio_means_otherwise():
    read = {
        value.removeprefix("$").split("[")[0]
        for tag in ROOT.iter()
        for key, value in tag.attrib.items()
        if key in {"value", "on"} and value.startswith("$")
    }

    assert read == set(required_fields())
    assert read.isdisjoint(TASK_KEYS)


def test_foreign_text_meets_no_tag_that_renders_markup_but_the_two_we_escape_for():
    assert not list(ROOT.iter("Markdown"))
    assert {tag.get("value") for tag in ROOT.iter("HyperText")} == {"$source_html", "$past_checks[{{idx}}].html"}


def test_the_head_says_what_is_judged_in_every_language_of_the_page():
    heads = [tag.get("value") for tag in ROOT.iter("Header")]

    assert heads[:2] == [dict(SCHEME.judged)[language] for language in LANGUAGES]
    assert dict(SCHEME.judged)["de"] not in labeling_config(SCHEME, ("en",))


def test_a_config_of_ours_is_told_by_its_digest_whatever_the_white_space_between_tags():
    squeezed = "".join(line.strip() for line in CONFIG.split("\n")) if "\n" in CONFIG else CONFIG
    other = labeling_config(replace(SCHEME, version="2"))

    assert MARKER in CONFIG
    assert config_digest(CONFIG) == config_digest(CONFIG.replace("\n  <", "\n <"))
    assert config_digest(CONFIG) != config_digest(other)
    assert config_digest("<View") != config_digest(squeezed)


def test_a_wording_that_would_be_taken_for_task_data_is_refused():
    first = replace(SCHEME.choices[0], names=(("en", "$claim"),))

    with pytest.raises(SchemeInvalid, match="starts with a dollar sign"):
        labeling_config(replace(SCHEME, choices=(first, *SCHEME.choices[1:])), ("en",))


def test_markup_in_a_desks_own_wording_stays_one_attribute():
    name = 'a "b" <Choice value="x"/> & c'
    first = replace(SCHEME.choices[0], names=(("en", name),))

    config = labeling_config(replace(SCHEME, choices=(first, *SCHEME.choices[1:])), ("en",))

    assert name in [tag.get("value") for tag in Xml.fromstring(config).iter("Choice")]
