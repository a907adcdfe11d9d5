"""``make lock``: the versions everything is tested with, twice: with hashes, and as constraints without.

``requirements.lock`` is for a machine that is to get these very files: ``pip install --require-hashes --no-deps -r
requirements.lock``. ``constraints.txt`` has the same versions without hashes, which pip cannot mix with an editable
install. torch stands in the constraints alone, and what only its CUDA build brings in neither: which build fits is for
the machine to say, so it is installed first.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
LOCK = REPOSITORY / "requirements.lock"
CONSTRAINTS = REPOSITORY / "constraints.txt"
TORCH = "torch==2.13.0"
OF_CUDA = re.compile(r"(torch|triton|nvidia-|cuda-)")

LOCK_HEAD = """\
# Every version the tests run with, and the hashes of its files: pip install --require-hashes --no-deps -r this, after
# torch (constraints.txt). Made by `make lock`.
"""
CONSTRAINTS_HEAD = """\
# The versions of requirements.lock without their hashes, which an editable install cannot have. Made by `make lock`.
# torch is installed first, so that no dependency pulls another build of it.
"""


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each requirement of a compiled file, with its hashes: the pin with its marker, and the whole block.

    >>> list(blocks("a==1 ; python_version < '3.12' \\\\\\n    --hash=sha256:00\\n"))
    [("a==1 ; python_version < '3.12'", "a==1 ; python_version < '3.12' \\\\\\n    --hash=sha256:00")]
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for block in re.split(r"\n(?=\S)", "\n".join(lines)):
        yield block.splitlines()[0].removesuffix("\\").strip(), block


def compile_requirements(
    extras: Iterable[str], *, resolution: str = "highest", hashes: bool = True, known: str = ""
) -> str:
    """What pyproject and its extras resolve to on Linux, for the oldest Python.

    ``known`` is a former result, to be kept. Later Pythons take the same versions: the hashes are of every file.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.txt")
        if known:
            out.write_text(known, encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate"]
        command += ["--python-version", "3.11", "--python-platform", "linux"]
        command += ["--resolution", resolution, "--output-file", str(out)]
        command += ["--generate-hashes"] if hashes else []
        command += [f"--extra={each}" for each in extras]
        subprocess.run([*command, "pyproject.toml"], cwd=REPOSITORY, check=True)
        return out.read_text(encoding="utf-8")


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions instead of those locked now")
    known = (
        "" if parser.parse_args().upgrade else "\n".join([TORCH, *(pin for pin, _ in blocks(CONSTRAINTS.read_text()))])
    )
    found = [
        (pin, block) for pin, block in blocks(compile_requirements(["dev"], known=known)) if not OF_CUDA.match(pin)
    ]
    LOCK.write_text(LOCK_HEAD + "\n".join(block for _, block in found) + "\n", encoding="utf-8")
    CONSTRAINTS.write_text("\n".join([CONSTRAINTS_HEAD + TORCH, *(pin for pin, _ in found)]) + "\n", encoding="utf-8")
    print(f"{len(found)} packages in {LOCK.name} and, with torch, in {CONSTRAINTS.name}")


if __name__ == "__main__":
    main()
