"""Every error is one line with what to do next, and every command that is named anywhere is one that there is."""

import ast
import inspect
import pickle
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import claimcheck
from claimcheck import errors
from claimcheck.cli import app

PACKAGE = Path(claimcheck.__file__).resolve().parent
NAMED = re.compile(r"claimcheck ([a-z]+(?:-[a-z]+)?)(?: ([a-z]+(?:-[a-z]+)?))?")
OPTION = re.compile(r"claimcheck [^`\n:;,)]*?(--[a-z][a-z-]+)")
NOT_A_COMMAND = {"command", "commands", "itself", "is", "error", "wrote", "reads", "knows", "runs", "writes", "again"}


def every_error() -> list[type[errors.ClaimcheckError]]:
    """All that are raised; the roots of a family have no sentence of their own."""
    found = [getattr(errors, name) for name in errors.__all__]
    return [each for each in found if isinstance(each, type) and inspect.isfunction(each.__init__)]


def something(kind: Any) -> Any:
    """A value of an annotated type, as an error might get it."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if type(None) in inner:
        return something(next(each for each in inner if each is not type(None)))
    if origin in {Mapping, dict}:
        return {something(inner[0]): something(inner[1])}
    if origin is tuple and Ellipsis not in inner:
        return tuple(something(each) for each in inner)
    if origin in {tuple, list, Sequence}:
        return (origin if origin in {tuple, list} else tuple)([something(inner[0])])
    return {str: "a thing", int: 7, float: 0.5, bool: True}.get(kind, "a thing")


def made(kind: type[errors.ClaimcheckError]) -> errors.ClaimcheckError:
    hints = typing.get_type_hints(kind.__init__)
    given = {
        name: something(hints[name])
        for name, each in inspect.signature(kind).parameters.items()
        if each.default is inspect.Parameter.empty and name in hints
    }
    return kind(**given)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_an_error_is_one_line_that_says_what_to_do_and_survives_a_process(kind: type[errors.ClaimcheckError]) -> None:
    error = made(kind)
    words = str(error)

    assert words == error.args[0]  # no family of Python's says it in its own way
    assert "\n" not in words
    assert not words.endswith(".")
    remedy = re.split(r"[:;)?] |, (?=or |give |check |wait|run )|a thing", words)[-1]
    assert len(remedy.split()) >= 2 or "a thing" in words[-12:], words  # the rest may be what the caller gives
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.__dict__) == (kind, words, error.__dict__)


def strings() -> Iterator[tuple[str, str]]:
    """Every text in the sources, docstrings of modules and functions among them, with where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "claimcheck " in node.value:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value
    readme = (PACKAGE.parent / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"`([^`]*)`|```[a-z]*\n(.*?)```", readme, re.DOTALL):
        yield "README.md", "\n".join(block)


def test_every_command_and_option_that_is_named_is_there() -> None:
    top: Any = get_command(app)
    wrong = []
    for where, text in strings():
        for line in text.splitlines():
            for found in NAMED.finditer(line):
                first, second = found[1], found[2]
                if first not in top.commands:
                    if re.search(r"[`$] ?" + re.escape(found[0]), line) and first not in NOT_A_COMMAND:
                        wrong.append(f"{where}: {found[0]}")
                    continue
                command = top.commands[first]
                if hasattr(command, "commands"):
                    if second and second not in command.commands and f"`claimcheck {first} {second}" in line:
                        wrong.append(f"{where}: {found[0]}")
                    command = command.commands.get(second, command)
                known = {name for each in command.params for name in each.opts + each.secondary_opts}
                rest = line[found.start() :].split("`")[0]
                for option in OPTION.findall(rest) if not hasattr(command, "commands") else ():
                    if option not in known | {"--help", "--version"}:
                        wrong.append(f"{where}: claimcheck {first} {second or ''} {option}")
    assert wrong == []
