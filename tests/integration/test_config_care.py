"""A labeling config is replaced only where no answer loses its place, and never over what people edited there."""

from dataclasses import replace

import pytest

from claimcheck.errors import ConfigEdited, ConfigOrphans
from claimcheck.labelstudio import config_digest, labeling_config
from claimcheck.records import Label
from tests.integration.desks import Desk

pytestmark = [pytest.mark.studio]


def annotate(desk: Desk, label: str) -> None:
    result = [{"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": [label]}}]
    desk.client.create_annotation(desk.task_id(), result, user_id=1, seconds=1.0, skipped=False)


def config_there(desk: Desk) -> str:
    (row,) = desk.store.projects()
    project = desk.client.project(row.project_id)
    assert project
    return project.config


def edit_there(desk: Desk, old: str, new: str) -> str:
    """What somebody does in the project's settings."""
    config = config_there(desk)
    assert old in config
    (row,) = desk.store.projects()
    desk.client.set_config(row.project_id, config.replace(old, new))
    return config_there(desk)


def without(desk: Desk, label: Label) -> None:
    desk.scheme = replace(desk.scheme, choices=tuple(each for each in desk.scheme.choices if each.label is not label))


def test_a_choice_somebody_used_is_not_taken_from_under_them_unless_forced(make_desk):
    desk = make_desk()
    desk.push()
    annotate(desk, "FALSE")
    annotate(desk, "FALSE")
    annotate(desk, "TRUE")
    before = config_there(desk)
    without(desk, Label.FALSE)
    said: list[str] = []

    with pytest.raises(ConfigOrphans, match=r"\(2 × verdict FALSE\): pull first") as caught:
        desk.push()
    desk.push(dry_run=True, say=said.append)
    refused = config_there(desk)
    desk.push(force=True, say=said.append)

    assert caught.value.orphans == {("verdict", "FALSE"): 2}
    assert "\n" not in str(caught.value)
    assert refused == before
    assert any(line.startswith("2 answers would lose their place") for line in said)
    assert "2 answers lose their place: verdict FALSE" in said
    assert 'alias="FALSE"' not in config_there(desk)


def test_a_choice_nobody_used_may_go(make_desk):
    desk = make_desk()
    desk.push()
    annotate(desk, "TRUE")
    without(desk, Label.FALSE)

    desk.push()

    assert 'alias="FALSE"' not in config_there(desk)


def test_another_language_is_applied_for_no_answer_loses_its_place(make_desk):
    desk = make_desk()
    desk.push()
    annotate(desk, "FALSE")

    desk.push(languages=("de",))

    assert config_digest(config_there(desk)) == config_digest(labeling_config(desk.scheme, ("de",)))


def test_what_people_changed_in_what_is_asked_is_named_and_stays(make_desk):
    desk = make_desk()
    desk.push()
    edited = edit_there(desk, 'alias="MISLEADING"', 'alias="SATIRE"')

    with pytest.raises(ConfigEdited, match=r"\(verdict lacks MISLEADING; verdict offers SATIRE\)") as caught:
        desk.push()

    assert "--force" in str(caught.value)
    assert config_there(desk) == edited
    said: list[str] = []
    desk.push(force=True, say=said.append)
    assert config_digest(config_there(desk)) == config_digest(labeling_config(desk.scheme))
    assert any("was edited in Label Studio" in line for line in said)


def test_what_people_changed_in_its_looks_alone_stays_and_is_said(make_desk):
    desk = make_desk()
    desk.push()
    edited = edit_there(desk, "font-size: 15px", "font-size: 18px")
    said: list[str] = []

    report = desk.push(say=said.append)

    assert report.unchanged == 1
    assert config_there(desk) == edited
    assert any("in its looks alone; left as it is" in line for line in said)
    desk.push(force=True)
    assert config_digest(config_there(desk)) == config_digest(labeling_config(desk.scheme))
