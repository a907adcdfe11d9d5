"""The map of DESIGN.md: who may import whom, and which file is the door of each heavy library."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import claimcheck

PACKAGE = Path(claimcheck.__file__).resolve().parent
BASE = {"addresses", "files", "records", "errors", "resources", "jsonl", "shapes", "scheme", "settings", "progress"}
LEAVES = {"article", "batch", "reviews", "embed", "index", "store", "labelstudio", "agree", "dataset", "llm", "metrics"}
ENGINES = {"split", "match", "duplicates"}
MAY_IMPORT = (
    dict.fromkeys(BASE, BASE)
    | {leaf: BASE | {leaf} for leaf in LEAVES}
    | {engine: BASE | (LEAVES - {"store"}) | {engine} for engine in ENGINES}
    | {
        "flows": BASE | LEAVES | ENGINES | {"flows"},
        "workspace": BASE | LEAVES | ENGINES | {"flows"},
        "serve": BASE | LEAVES | ENGINES | {"flows", "workspace", "serve"},
        "cli": BASE | LEAVES | ENGINES | {"flows", "workspace", "serve", "cli"},
        "__main__": {"cli"},
    }
)
DOORS = {
    "faiss": {"index/hamming.py"},
    "tantivy": {"index/postings.py", "index/words.py"},
    "sentence_transformers": {"embed/transformers.py", "embed/cross_encoders.py"},
    "torch": {"embed/fitting.py", "embed/objective.py", "embed/transformers.py"},
    "tokenizers": {
        "embed/static.py",
        "embed/pieces.py",
        "embed/folding.py",
        "embed/vocabulary.py",
        "embed/train.py",
        "embed/card.py",
    },
    "sqlite3": {"store/", "labelstudio/backup.py", "labelstudio/inside/"},
    "crowdkit": {"agree/dawid_skene.py"},
    "matplotlib": {"agree/plot.py"},
    "label_studio_sdk": {"labelstudio/connection.py"},
    "HanTa": {"split/words/tagging.py"},
    "openai": {"llm/connection.py"},
    "rapidfuzz": {"split/llm/alike.py"},
    "py3langid": {"article/language.py", "reviews/detect.py"},
    "polars": {"dataset/", "reviews/table.py"},
    "pymilvus": {"index/milvus/connection.py"},
    "milvus_lite": {"index/milvus/connection.py"},
    "grpc": {"index/milvus/connection.py"},
    "lxml": {"article/", "reviews/items.py", "reviews/entries.py"},
    "httpcore": {"article/web/"},
    "jinja2": {"flows/pages.py"},
    "markupsafe": {"flows/pages.py"},
    "distributed": {"batch/cluster.py"},
    "psycopg": {"labelstudio/inside/"},
    "fastapi": {"serve/api/"},
    "pydantic": {"serve/api/", "labelstudio/connection.py"},
    "starlette": {"serve/api/"},
    "uvicorn": {"serve/run.py"},
    "typer": {"cli/"},
    "rich": {"cli/"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_shipped" not in path.parts:
            yield path.relative_to(PACKAGE).as_posix(), path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "claimcheck":
                found += [f"claimcheck.{alias.name}" for alias in node.names]
            else:
                found.append(node.module or "")
    return found


def part(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


def test_imports_point_one_way() -> None:
    wrong = [
        f"{name} imports claimcheck.{target}"
        for name, path in modules()
        if name != "__init__.py"
        for imported in imports(path)
        if imported.startswith("claimcheck.") and (target := imported.split(".")[1]) not in MAY_IMPORT[part(name)]
    ]
    assert wrong == []


def test_imports_point_one_way_inside_the_splitter() -> None:
    order = ["languages", "words", "names", "cutting", "dates", "worth", "reference", "speech", "wording"]
    wrong = [
        f"{name} imports {imported}"
        for name, path in modules()
        if name.startswith("split/") and (here := name.split("/")[1]) in order
        for imported in imports(path)
        if imported.startswith("claimcheck.split.")
        and ((there := imported.split(".")[2]) not in order or order.index(there) > order.index(here))
    ]
    assert wrong == []
    assert {each.name for each in (PACKAGE / "split").iterdir() if (each / "__init__.py").exists()} == {*order, "llm"}


def test_each_heavy_library_has_its_door() -> None:
    wrong = [
        f"{name} imports {library}"
        for name, path in modules()
        for imported in imports(path)
        if (library := imported.split(".")[0]) in DOORS
        and not any(name == door or (door.endswith("/") and name.startswith(door)) for door in DOORS[library])
    ]
    assert wrong == []


def test_base_modules_need_only_the_standard_library() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, path in modules()
        if part(name) in BASE
        for imported in imports(path)
        if imported.split(".")[0] not in sys.stdlib_module_names | {"claimcheck"}
    ]
    assert wrong == []


def test_modules_stay_under_300_lines() -> None:
    long = {name: lines for name, path in modules() if (lines := len(path.read_text().splitlines())) > 300}
    assert long == {}


def every_module() -> list[str]:
    found = [module.name for module in pkgutil.walk_packages([str(PACKAGE)], "claimcheck.")]
    return ["claimcheck", *(name for name in found if "_shipped" not in name and not name.endswith("__main__"))]


@pytest.mark.parametrize("name", every_module())
def test_all_is_sorted_and_complete(name: str) -> None:
    module = importlib.import_module(name)
    declared = list(module.__all__)
    assert declared == sorted(declared, key=lambda each: (not each.isupper(), not each[0].isupper(), each))
    assert [each for each in declared if not hasattr(module, each)] == []
    defined = {
        node.name
        for node in parsed(Path(module.__file__ or "").resolve()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    if not name.startswith("claimcheck.cli"):
        assert defined - set(declared) == set()


@pytest.mark.parametrize("module", ["claimcheck", "claimcheck.cli", "claimcheck.workspace"])
def test_importing_is_light(module: str) -> None:
    heavy = ["torch", "sentence_transformers", "transformers", "label_studio_sdk", "polars", "faiss", "tantivy", "lxml"]
    heavy += ["openai", "rapidfuzz", "fastapi", "starlette", "uvicorn", "pydantic", "pymilvus", "grpc", "distributed"]
    code = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
