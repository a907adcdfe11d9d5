"""Nothing that claimcheck runs on is under a licence that would bind whoever uses it."""

import importlib.metadata
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution

import pytest

from tests import licences
from tests.licences import PERMISSIVE, WEAK, Row, found, reviewed


def test_everything_it_runs_on_is_in_the_table_that_was_read() -> None:
    assert [name for name in found() if name not in reviewed()] == []
    assert [each.package for each in reviewed().values() if each.licence in {"", "?"}] == []


def test_no_package_has_changed_what_it_says_of_its_licence() -> None:
    now = found()
    both = {name: (row.says, now[name].says) for name, row in reviewed().items() if name in now}

    assert {name: words for name, words in both.items() if words[0] != words[1]} == {}


def test_every_licence_is_permissive_or_a_weak_one_of_a_library_that_can_be_replaced() -> None:
    assert [(each.package, each.licence) for each in reviewed().values() if not each.acceptable] == []
    assert "hanta" in {each.package for each in reviewed().values() if each.licence in WEAK}


def test_development_s_libraries_are_not_counted_as_run_with() -> None:
    assert {"krippendorff", "pytest", "mypy"} & set(found()) == set()


@dataclass
class Package:
    """What an installed package says of itself."""

    metadata: Message
    requires: list[str]


def test_torch_s_build_for_a_graphics_card_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = found()

    def distribution(name: str) -> Package | Distribution:
        if name.startswith(("nvidia-", "triton")):
            about = Message()
            about["Name"], about["License"] = name, "NVIDIA Proprietary"
            return Package(about, [])
        real = importlib.metadata.distribution(name)
        cuda = ["nvidia-cudnn-cu13==9.19 ; platform_system == 'Linux'", "triton==3.6"]
        return Package(real.metadata, [*(real.requires or ()), *cuda]) if name == "torch" else real

    monkeypatch.setattr(licences, "distribution", distribution)

    assert found() == before


@pytest.mark.parametrize(
    ("licence", "fine"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("LGPL-3.0-or-later", True),
        ("?", False),
        ("Proprietary", False),
    ],
)
def test_what_is_acceptable(licence: str, fine: bool) -> None:
    assert Row("a", licence, "", "").acceptable is fine
    assert not {"GPL-3.0-or-later", "AGPL-3.0-only"} & (PERMISSIVE | WEAK)
