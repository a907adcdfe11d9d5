"""The command line in this process: what it printed, said and exited with."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
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


@pytest.fixture
def claimcheck(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Claimcheck:
    """Run a command in an empty folder, as ``claimcheck("split", "a.txt", stdin=b"…")``."""
    from claimcheck.cli import main

    monkeypatch.chdir(tmp_path)
    for name in ("CLAIMCHECK_WORKSPACE", "LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
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
