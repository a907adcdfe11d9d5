"""Reading labeling configs: what they ask, in what two differ, and which answers one would lose."""

from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest

from claimcheck.labelstudio import config_differences, count_orphans, labeling_config, read_controls, read_fields
from claimcheck.labelstudio.config import required_fields
from claimcheck.records import Label
from claimcheck.scheme import read_scheme

SCHEME = read_scheme()
WITHOUT_FALSE = replace(SCHEME, choices=tuple(each for each in SCHEME.choices if each.label is not Label.FALSE))


def answer(name: str, *codes: str, key: str = "choices") -> dict:
    return {"from_name": name, "to_name": "claim", "type": "choices", "value": {key: list(codes)}}


@pytest.mark.parametrize("adjudication", [False, True])
@pytest.mark.parametrize("languages", [("en",), ("de",), ("en", "de")])
def test_every_shipped_config_asks_the_same_and_reads_what_its_tasks_have(languages, adjudication):
    config = labeling_config(SCHEME, languages, adjudication=adjudication)

    controls = read_controls(config)
    assert controls["verdict"].codes == {label.value for label in Label}
    assert controls["past_{{idx}}"].codes == {"SAME", "RELATED", "UNRELATED"}
    assert controls["justification"].codes is None
    assert read_fields(config) == set(required_fields(adjudication=adjudication))
    assert ("blind_answers" in read_fields(config)) is adjudication
    assert controls == read_controls(labeling_config(SCHEME))
    names = [each.get("name") for each in Xml.fromstring(config).iter() if each.get("name")]
    assert len(names) == len(set(names))
    assert "Markdown" not in {each.tag for each in Xml.fromstring(config).iter()}


def test_a_config_in_another_language_differs_in_nothing_that_is_asked():
    assert config_differences(labeling_config(SCHEME, ("de",)), labeling_config(SCHEME, ("en",))) == []


def test_what_was_taken_out_put_in_or_changed_is_named():
    ours = labeling_config(SCHEME)
    theirs = ours.replace('alias="FALSE"', 'alias="WRONG"').replace('name="confidence"', 'name="sureness"')
    theirs = theirs.replace('value="$who"', 'value="$speaker"')

    assert config_differences(theirs, ours) == [
        "confidence is gone",
        "sureness is new",
        "verdict lacks FALSE",
        "verdict offers WRONG",
        "it reads $speaker, which our tasks do not have",
    ]
    assert config_differences("<View", ours) == ["it is not XML"]


def test_answers_with_a_choice_that_went_are_counted_once_an_annotation():
    annotations = [
        {"result": [answer("verdict", "FALSE"), answer("past_0", "SAME")]},
        {"result": [answer("verdict", "FALSE"), answer("verdict", "FALSE")]},
        {"result": [answer("verdict", "TRUE"), answer("span", "CLAIM", key="labels")]},
        {"result": []},
        {"result": None},
    ]

    assert count_orphans(annotations, labeling_config(SCHEME)) == {}
    assert count_orphans(annotations, labeling_config(WITHOUT_FALSE)) == {("verdict", "FALSE"): 2}


def test_answers_of_a_control_that_went_are_counted_under_its_name_without_place():
    config = labeling_config(SCHEME).replace('name="past_{{idx}}"', 'name="former_{{idx}}"')

    lost = count_orphans([{"result": [answer("past_0", "SAME"), answer("past_4", "RELATED")]}], config)

    assert lost == {("past_…", None): 1}


def test_text_and_stars_have_a_place_as_long_as_their_control_has():
    annotation = {
        "result": [
            {"from_name": "justification", "type": "textarea", "value": {"text": ["x"]}},
            {"from_name": "confidence", "type": "rating", "value": {"rating": 3}},
            {"type": "relation"},
        ]
    }

    assert count_orphans([annotation], labeling_config(SCHEME)) == {}
