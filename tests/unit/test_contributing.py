"""What CONTRIBUTING.md sends people to is there."""

import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:claimcheck|tests|annotations)/[\w./-]+|[\w-]+\.(?:md|toml|lock|txt))`", TEXT))

    assert len(named) >= 15
    assert [name for name in named if not (REPOSITORY / name).exists()] == []


def test_every_make_target_it_names_is_one() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    named = set(re.findall(r"\bmake ([a-z-]+)", TEXT)) - {"sure"}
    assert named - targets == set()
    assert named >= {"setup", "test", "check", "lock", "licences", "types"}


def test_the_readme_sends_people_to_it() -> None:
    assert "CONTRIBUTING.md" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
