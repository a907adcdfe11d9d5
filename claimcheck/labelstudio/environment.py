"""Label Studio's own environment: its pins exclude ours, so it never shares one with claimcheck.

Made with ``venv --without-pip`` and this Python's own pip, so it also works where Debian's ensurepip is missing. A
marker written last says that it is whole: anything without it is made again.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from claimcheck import resources
from claimcheck.errors import StudioInstallFailed
from claimcheck.labelstudio.home import data_home
from claimcheck.labelstudio.process import alone
from claimcheck.progress import Progress, Say, silent, unseen

__all__ = ["REQUIREMENT", "environment_home", "install_studio", "is_installed"]

REQUIREMENT = "label-studio==1.23.2"
_SIZE = "about 1 GB on disk, one to five minutes"
_MARKER = "claimcheck-complete.json"
_UNSET = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_CONSTRAINT", "PIP_REQUIREMENT")


def _constraints() -> Path:
    return resources.annotations() / "studio-constraints.txt"


def _digest() -> str:
    """Of the pins and of the Python they go into."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}".encode()
    return hashlib.sha256(_constraints().read_bytes() + b"\x00" + python).hexdigest()[:12]


def environment_home() -> Path:
    """The folder of the environment: ``$CLAIMCHECK_STUDIO_ENV``, else one per set of pins under the data home."""
    given = os.environ.get("CLAIMCHECK_STUDIO_ENV")
    return Path(given).expanduser().absolute() if given else data_home() / "studio-env" / _digest()


def is_installed(folder: Path | None = None) -> bool:
    """Whether the environment is whole and of today's pins."""
    folder = folder or environment_home()
    try:
        made = json.loads((folder / _MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    program = folder / "bin" / "label-studio"
    return bool(made == {"digest": _digest()} and program.is_file() and (folder / "bin" / "python").exists())


def install_studio(*, say: Say = silent, progress: Progress = unseen) -> Path:
    """Make the environment where it is missing or half-made; its folder. Several processes may ask at once.

    ``say`` hears what is fetched and how large it is before the first byte comes.

    Raises:
        StudioInstallFailed: no pip, no network, no room; the log says more.
    """
    folder = environment_home()
    log = folder.with_name(folder.name + ".log")
    if is_installed(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.with_name(folder.name + ".lock")):
            if not is_installed(folder):
                say(f"installing {REQUIREMENT} into an environment of its own, once: {_SIZE}")
                _make(folder, log, progress)
    except OSError as error:
        raise StudioInstallFailed(f"{error.strerror or error}", str(log)) from error
    return folder


def _make(folder: Path, log: Path, progress: Progress) -> None:
    if folder.exists():
        _remove_half_made(folder, log)
    total = sum(1 for line in _constraints().read_text().splitlines() if "==" in line) + 1
    environ = {key: value for key, value in os.environ.items() if key not in _UNSET}
    environ |= {"PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1"}
    with log.open("w", encoding="utf-8") as out:
        _run([sys.executable, "-m", "venv", "--without-pip", str(folder)], environ, out.fileno(), log, "venv failed")
    python = folder / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-warn-script-location"]
    command += ["--progress-bar", "off", "-c", str(_constraints()), REQUIREMENT]
    seen: set[str] = set()
    with (
        log.open("a", encoding="utf-8") as out,
        subprocess.Popen(
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as pip,
    ):
        last = ""
        for line in pip.stdout or ():
            out.write(line)
            last = line.strip() or last
            found = re.match(r"\s*(?:Collecting|Requirement already satisfied:)\s+([\w.-]+)", line)
            if found:
                seen.add(found[1].lower())
                progress("fetching Label Studio", min(len(seen), total - 1), total)
            elif line.startswith("Installing collected"):
                progress("installing Label Studio", total - 1, total)
    if pip.returncode != 0:
        raise StudioInstallFailed(_shorten(last) or f"pip ended with {pip.returncode}", str(log))
    (folder / _MARKER).write_text(json.dumps({"digest": _digest()}), encoding="utf-8")
    progress("installing Label Studio", total, total)


def _remove_half_made(folder: Path, log: Path) -> None:
    """Remove what an interrupted installation left; never a folder that holds something else."""
    ours = (folder / "pyvenv.cfg").is_file() or not any(folder.iterdir())
    if not ours:
        raise StudioInstallFailed(f"{folder} holds other files: empty it or choose another folder", str(log))
    shutil.rmtree(folder)


def _run(command: list[str], environ: dict[str, str], out: int, log: Path, why: str) -> None:
    done = subprocess.run(
        command, env=environ, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        raise StudioInstallFailed(why, str(log))


def _shorten(line: str) -> str:
    """One line of pip's, without addresses: they can hold a name and a password."""
    return re.sub(r"\b\w+://\S+", "(address)", line)[:200]
