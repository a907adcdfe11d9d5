"""What somebody installs: the wheel and the sdist, in an environment that has nothing else, far from the checkout."""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
WHEEL_LIMIT = 45_000_000  # bytes; the encoder is most of it
SDIST_LIMIT = 45_000_000
INSTALL_LIMIT = 1_400_000_000  # bytes on disk without claimcheck itself, torch and what comes with that
OF_TORCH = ("torch", "functorch", "triton", "nvidia", "cuda")

EVERY_MODULE = """
import importlib, json, pkgutil, claimcheck
missing = {}
for module in pkgutil.walk_packages(claimcheck.__path__, "claimcheck."):
    if "_shipped" not in module.name and not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as error:
            missing[module.name] = error.name
print(json.dumps(missing))
"""
EXTRAS = """
import json, re
from importlib.metadata import requires
names = {re.split(r"[^\\w.-]", each)[0].lower() for each in requires("claimcheck") if "extra" in each}
print(json.dumps(sorted(names)))
"""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def build(kind: str, source: Path, out: Path) -> Path:
    """A wheel or an sdist of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def contents(wheel: Path) -> Mapping[str, str]:
    """The files of a wheel with their digests; the list of them aside."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/RECORD")]
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", REPOSITORY, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the sdist makes: what pip would install where it found no wheel."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment that the wheel was installed into, with what it asks for and nothing else."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pins = ["-c", str(REPOSITORY / "constraints.txt")]
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    command = [*pip, "install", "--quiet", "--no-compile", *pins, str(wheel)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def run(installed: Path, program: str, *words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A program of that environment, with hardly an environment variable and no way to see the checkout."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        environ |= {name: os.environ[name]} if name in os.environ else {}
    command = [str(installed / "bin" / program), *words]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_the_sdist_makes_the_very_wheel_that_the_checkout_makes(wheel: Path, tmp_path: Path) -> None:
    ours = contents(build("wheel", REPOSITORY, tmp_path))

    assert contents(wheel) == ours


def test_sdist_and_wheel_hold_no_tests_and_no_leftovers(sdist: Path, wheel: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]

    assert {name.partition("/")[0] for name in names} <= {
        "",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "PKG-INFO",
        "README.md",
        "annotations",
        "claimcheck",
        "constraints.txt",
        "pyproject.toml",
        "seeds",
    }
    assert not [
        name for name in [*names, *contents(wheel)] if "__pycache__" in name or name.endswith((".pyc", ".orig"))
    ]


def test_wheel_and_install_stay_within_their_size(
    sdist: Path, wheel: Path, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes: Counter[str] = Counter()
    (packages,) = installed.glob("lib/python*/site-packages")
    for file in packages.rglob("*"):
        if file.is_file() and not file.is_symlink():
            sizes[file.relative_to(packages).parts[0]] += file.stat().st_size
    torch = sum(size for name, size in sizes.items() if name.startswith(OF_TORCH))
    rest = sizes.total() - torch - sizes["claimcheck"]
    with capsys.disabled():  # what CI is to report, whether or not it passes
        print(
            f"\nwheel {wheel.stat().st_size / 1e6:.1f} MB, sdist {sdist.stat().st_size / 1e6:.1f} MB; installed: "
            f"claimcheck {sizes['claimcheck'] / 1e6:.0f} MB, torch {torch / 1e6:.0f} MB, all else {rest / 1e6:.0f} MB"
        )

    assert wheel.stat().st_size < WHEEL_LIMIT
    assert sdist.stat().st_size < SDIST_LIMIT
    assert rest < INSTALL_LIMIT


def test_what_is_installed_fits_together(installed: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(installed / "bin" / "python"), "check"]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_every_module_loads_with_the_declared_libraries_alone(installed: Path, tmp_path: Path) -> None:
    missing = json.loads(run(installed, "python", "-c", EVERY_MODULE, folder=tmp_path).stdout)
    of_extras = json.loads(run(installed, "python", "-c", EXTRAS, folder=tmp_path).stdout)

    assert {module: name for module, name in missing.items() if name.partition(".")[0].lower() not in of_extras} == {}


def test_the_demo_runs_from_the_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "claimcheck", "demo", "--no-studio", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "claimcheck-demo/verdicts.parquet: " in done.stderr
    rows = (tmp_path / "claimcheck-demo" / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
    assert rows
    assert str(REPOSITORY) not in done.stdout + done.stderr
    asked = "Lukashenko has ruled Belarus for more than 25 years"
    found = run(installed, "claimcheck", "lookup", asked, "-w", "claimcheck-demo", "-k", "1", folder=tmp_path)
    assert json.loads(found.stdout)["relation"] == "same"


def test_the_doctor_calls_a_new_installation_well(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "claimcheck", "doctor", "--json", folder=tmp_path)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, [each for each in found if each["state"] != "ok"]
    assert {each["check"] for each in found if each["state"] == "warn"} <= {"workspace", "memory", "python"}
