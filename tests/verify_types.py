"""``make types``: how much of what claimcheck's modules offer has a type, as another type checker sees it.

basedpyright reads the wheel. What is unknown must come from a library whose types this check does not follow, named
below; what is ambiguous are attributes set from typed parameters several on a line, which type checkers infer alike.
"""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from tests.lock import REPOSITORY

CHECKER = REPOSITORY / ".venv" / "type-checker"

UNTYPED = {
    "article/web/connection.py": "httpcore",
    "cli/": "typer's own click",
    "embed/": "tokenizers",
    "serve/": "fastapi",
}
"""Where types are unknown because of the library that stands there, and which that is."""


def _checker() -> Path:
    """basedpyright, in an environment of its own."""
    program = CHECKER / "bin" / "basedpyright"
    if not program.exists():
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "--quiet", "--clear", str(CHECKER)], check=True)
        into = [*uv, "pip", "install", "--quiet", "--python", str(CHECKER / "bin" / "python")]
        subprocess.run([*into, "basedpyright"], check=True)
    return program


def main() -> int:
    """Print the figures; 1 where a type of our own is unknown."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
        zipfile.ZipFile(next(Path(folder).glob("*.whl"))).extractall(site)
        command = [str(_checker()), "--pythonpath", sys.executable]
        command += ["--verifytypes", "claimcheck", "--ignoreexternal"]
        environ = {**os.environ, "PYTHONPATH": str(site)}
        done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    symbols = done.stdout.partition("Symbols used in public interface")[2]
    unknown: Counter[str] = Counter()
    ours = []
    for block in re.split(r"\n(?=claimcheck[.\w]*$)", symbols, flags=re.MULTILINE):
        name = block.splitlines()[0] if block else ""
        if re.search(r"error: .*(is|metaclass|class|Type) unknown", block):
            place = name.removeprefix("claimcheck.").replace(".", "/")
            library = next(
                (each for start, each in UNTYPED.items() if place.startswith(start.removesuffix(".py"))), None
            )
            unknown[library or "ours"] += 1
            ours += [] if library else [block]
    print("\n".join(re.findall(r"^(?:Symbols exported.*|  With .*|Type completeness.*)$", done.stdout, re.MULTILINE)))
    print("unknown, by library:", dict(unknown) or "none")
    print("\n".join(ours))
    return int(bool(ours) or not symbols)


if __name__ == "__main__":
    sys.exit(main())
