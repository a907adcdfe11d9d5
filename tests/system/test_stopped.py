"""A command that is told to stop takes its temporary folders with it."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.served import CLAIMCHECK


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_bench_that_is_stopped_midway_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    texts = [f"The {number}th mayor of Town{number} sold bridge {number * 7}" for number in range(20_000)]
    options = []
    for name, lines in (
        ("docs", (json.dumps({"id": f"d{at}", "text": text, "lang": "en"}) for at, text in enumerate(texts))),
        ("queries", (json.dumps({"id": f"q{at}", "text": text}) for at, text in enumerate(texts))),
        ("qrels", (f"q{at}\td{at}" for at in range(len(texts)))),
    ):
        path = tmp_path / f"{name}.{'tsv' if name == 'qrels' else 'jsonl'}"
        path.write_text("\n".join(lines) + "\n")
        options += [f"--{name}", str(path)]
    with subprocess.Popen(
        [CLAIMCHECK, "bench", "retrieval", *options],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    ) as run:
        until = time.monotonic() + 60
        while not list(scratch.glob("claimcheck-bench-*/*")):
            assert run.poll() is None
            assert time.monotonic() < until
            time.sleep(0.02)
        run.send_signal(how)
        _, said = run.communicate(timeout=60)

    assert run.returncode == 130
    assert b"Traceback" not in said
    assert list(scratch.iterdir()) == []
