"""The lock, the constraints and pyproject say the same."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.lock import CONSTRAINTS, LOCK, OF_CUDA, blocks

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(text: str) -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for pin, _ in blocks(text):
        requirement = Requirement(pin)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def asked_for() -> list[Requirement]:
    extras = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in [*PROJECT["dependencies"], *extras]]


def test_every_package_of_the_lock_is_one_version_with_the_hashes_of_its_files() -> None:
    for pin, block in blocks(LOCK.read_text(encoding="utf-8")):
        assert re.match(r"^[A-Za-z0-9._-]+==[^\s;]+( ; .+)?$", pin), pin
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", block)
        assert hashes, pin
        assert len(hashes) == len(set(hashes)), pin
        assert block.count("--hash") == len(hashes), pin


def test_the_constraints_are_the_lock_without_hashes_and_torch_besides() -> None:
    text = CONSTRAINTS.read_text(encoding="utf-8")
    locked = {pin for pin, _ in blocks(LOCK.read_text(encoding="utf-8"))}

    assert "--hash" not in text
    assert {pin for pin, _ in blocks(text)} - locked == {"torch==2.13.0"}
    assert locked - {pin for pin, _ in blocks(text)} == set()
    assert [pin for pin in locked if OF_CUDA.match(pin)] == []


@pytest.mark.parametrize("requirement", asked_for(), ids=str)
def test_what_pyproject_asks_for_is_locked_within_its_bounds(requirement: Requirement) -> None:
    locked = pins(CONSTRAINTS.read_text(encoding="utf-8")).get(canonicalize_name(requirement.name), [])

    assert locked, f"{requirement.name} is not locked: make lock"
    for each in locked:
        (pin,) = each.specifier
        assert requirement.specifier.contains(pin.version, prereleases=True), f"{each} is outside {requirement}"


def test_development_has_every_extra_s_libraries() -> None:
    dev = {canonicalize_name(Requirement(line).name) for line in PROJECT["optional-dependencies"]["dev"]}
    own = {
        canonicalize_name(Requirement(line).name)
        for extra, lines in PROJECT["optional-dependencies"].items()
        if extra != "dev"
        for line in lines
    }

    assert own - dev == set()


def test_neither_file_names_a_place() -> None:
    for file in (LOCK, CONSTRAINTS):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"https?://|file:|--index|--find-links|(^|\s)/\w", text, re.MULTILINE)


def test_every_library_that_is_imported_is_asked_for() -> None:
    """Not only brought along by another, which may drop it; what Label Studio's own Python runs is its own."""
    declared = {canonicalize_name(each.name) for each in asked_for()}
    whose = packages_distributions()
    missing: dict[str, set[str]] = {}
    for path in (REPOSITORY / "claimcheck").rglob("*.py"):
        if path.parent.name == "inside":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in (each.partition(".")[0] for each in names):
                if name in sys.stdlib_module_names | {"claimcheck"}:
                    continue
                if not {canonicalize_name(each) for each in whose.get(name, ())} & declared:
                    missing.setdefault(name, set()).add(path.relative_to(REPOSITORY).as_posix())

    assert {name: sorted(files) for name, files in missing.items()} == {}
