"""Where a dataset came from: inputs, versions, people, choices, counts, digests; clockless, beside each export."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.dataset import MANIFEST
from claimcheck.files import write_whole
from claimcheck.labelstudio import LANGUAGES, labeling_config
from claimcheck.scheme import Scheme
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.dataset import Statistics, Written
    from claimcheck.flows.export_rows import RowReport
    from claimcheck.store import Store

__all__ = ["index_encoder", "manifest_of", "manifest_path", "write_manifest"]

_FORMAT = "claimcheck-export/1"
_INDEX = Path("index") / "manifest.json"
_CALIBRATION = "calibration.json"


def manifest_path(out: Path, *, folder: bool) -> Path:
    """Where an export's manifest stands: in a folder, or beside a file as its name and ``manifest.json``."""
    return out / MANIFEST if folder else out.with_name(f"{out.name}.{MANIFEST}")


def manifest_of(
    store: "Store",
    *,
    form: str,
    scheme: Scheme,
    settings: Settings,
    rows: "RowReport",
    statistics: "Statistics",
    written: "Written",
    options: Mapping[str, Any],
    contacts: Mapping[str, Any],
    split: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The manifest: the same workspace, options and seed give the same.

    ``statistics`` are of the dataset before its form left anything out; ``options`` are the caller's choices.
    """
    config = labeling_config(scheme, LANGUAGES)
    libraries = (
        ("polars", "crowd-kit") if "dawid-skene" in statistics.methods else ("polars",)
    )  # whose results they are
    projects = {(each.server, each.project_id): each.config_digest for each in store.projects()}
    return {
        "format": _FORMAT,
        "form": form,
        "options": dict(options),
        "made_with": {
            "claimcheck": version("claimcheck"),
            "libraries": {name: version(name) for name in libraries},
            "scheme": {"name": scheme.name, "version": scheme.version, "digest": _digest(repr(scheme))},
            "splitter": dict(sorted(rows.splitters.items())),
            "encoder": index_encoder(store.folder),
            "labeling_config": {
                "now": _digest(config),
                "of_the_projects": sorted({projects[each] for each in rows.projects if each in projects}),
            },
            "rating_tables": sorted(each for each in rows.rating_tables if each),
            "settled_by": dict(statistics.methods),
        },
        "thresholds": {
            "past_checks_a_claim": settings.k,
            "min_score": settings.min_score,
            "validity_days": settings.validity_days,
            "calibration": _file_digest(store.folder / _CALIBRATION),
        },
        "inputs": {
            "workspace": store.workspace_id(),
            "articles": rows.articles,
            "verdicts": rows.verdicts,
            "digest": rows.digest.hexdigest(),
            "past_checks": {"count": store.count_reviews(), "digest": store.reviews_digest()},
        },
        "people": {
            "named": bool(options["names"]),
            "annotators": [asdict(each) for each in statistics.annotators],
        },
        "shown": {
            "answers_that_saw_past_checks": statistics.shown,
            "answers_of_the_control_arm": statistics.hidden,
            "claims_judged_in_sight_of_others_answers": sum(rows.in_sight.values()),
            "past_checks": statistics.past_checks,
            "licences": dict(statistics.licences),
        },
        "counts": {
            "claims_answered": rows.answered,
            "left_out": {reason: count for reason, count in sorted(rows.left_out.items()) if count},
            "rows": statistics.rows,
            "rows_the_form_has_no_place_for": statistics.rows - written.carried,
            "labels": dict(statistics.labels),
            "languages": dict(statistics.languages),
        },
        "split": split,
        "contacts": dict(contacts),
        "losses": [asdict(loss) for loss in written.losses],
        "files": {
            name: {"sha256": digest, "bytes": _place(written.path, name).stat().st_size}
            for name, digest in sorted(written.digests.items())
        },
    }


def _place(path: Path, name: str) -> Path:
    return path / name if path.is_dir() else path


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _file_digest(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest()[:16] if path.is_file() else None


def index_encoder(folder: Path) -> str | None:
    """The fingerprint of the encoder that the past checks were found with; None where there is no index."""
    try:
        found = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
        return str(found["encoder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_manifest(path: Path, manifest: Mapping[str, Any]) -> None:
    """Write a manifest, whole or not at all; its dataset is there by now, so one of a former dataset is replaced."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
    write_whole(path, text.encode(), force=True)
