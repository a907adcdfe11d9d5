"""Shipped files are found in a wheel and in an editable checkout alike."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from claimcheck import resources
from claimcheck.errors import ResourceMissing

REPOSITORY = Path(__file__).resolve().parents[2]
SHIPPED = ("scheme.toml", "guide.de.md", "guide.en.md", "studio-constraints.txt")
DATA = (
    "claimcheck/_shipped/seeds/reviews.jsonl",
    "claimcheck/_shipped/annotations/scheme.toml",
    "claimcheck/article/vocabulary.toml",
    "claimcheck/reviews/ratings.tsv",
    "claimcheck/labelstudio/page.css",
    "claimcheck/embed/bundled/modules.json",
    "claimcheck/embed/bundled/pieces.bin",
    "claimcheck/py.typed",
)


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resources.annotations() == REPOSITORY / "annotations"
    assert resources.seeds() == REPOSITORY / "seeds"
    assert all((resources.annotations() / name).is_file() for name in SHIPPED)


def test_a_missing_folder_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "claimcheck")
    with pytest.raises(ResourceMissing, match="lacks its 'seeds' folder: install claimcheck again"):
        resources.seeds()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


def test_a_wheel_carries_every_shipped_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert [name for name in DATA if name not in names] == []
    assert not [name for name in names if name.startswith(("tests/", "notebooks/"))]


def test_a_wheel_finds_them_when_installed(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import claimcheck; "
        "from claimcheck import resources; from claimcheck.scheme import read_scheme; "
        "print(claimcheck.__file__); print(resources.seeds()); print(len(read_scheme().choices)); "
        "print((resources.encoder_folder() / 'modules.json').is_file())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    module, seeds, choices, encoder = done.stdout.split()
    assert Path(module).is_relative_to(tmp_path)
    assert seeds == str(tmp_path / "claimcheck" / "_shipped" / "seeds")
    assert (choices, encoder) == ("8", "True")
