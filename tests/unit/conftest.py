"""The command line in this process: what it printed, said and exited with."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Run:
    """How a command went."""

    code: int
    out: str
    said: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """What went to stdout, as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Claimcheck = Callable[..., Run]


@cache
def command_line() -> Any:
    """The tree of commands, as a process has it: built once."""
    from typer.main import get_command

    from claimcheck.cli import app

    return get_command(app)


@pytest.fixture(scope="session", autouse=True)
def _stems_of_the_bundled_encoder() -> Iterator[None]:
    """Every new workspace stems the bundled encoder's whole vocabulary, each time alike: here once a language."""
    from claimcheck.embed import load_encoder
    from claimcheck.match.meanings import Meanings

    bundled, made = cache(lambda: load_encoder().fingerprint), Meanings._made
    kept: dict[str, Any] = {}

    def made_once(self: Meanings, language: str) -> Any:
        if self._fingerprint != bundled():
            return made(self, language)
        if language not in kept:
            kept[language] = made(self, language)
        return kept[language]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Meanings, "_made", made_once)
        yield


@pytest.fixture
def claimcheck(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Claimcheck:
    """Run a command in an empty folder, as ``claimcheck("split", "a.txt", stdin=b"…")``."""
    from claimcheck.cli import main

    monkeypatch.chdir(tmp_path)
    tree = command_line()
    monkeypatch.setattr("typer.main.get_command", lambda _: tree)
    for name in ("CLAIMCHECK_WORKSPACE", "LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "studio-home"))

    def run(*arguments: str | Path, stdin: bytes = b"") -> Run:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["claimcheck", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
        out, said = capfd.readouterr()
        return Run(code, out, said)

    return run
