"""Verdict datasets: rows of one schema, as Parquet, JSON lines or CSV, with a report of what a format cannot carry.

Rows and pseudonyms need the standard library only; what needs polars is imported when it is first asked for.
"""

from typing import TYPE_CHECKING, Any

from claimcheck.dataset.pseudonyms import new_key, pseudonym
from claimcheck.dataset.schema import AnnotationRow, EvidenceLink, LabelShare, Loss, PastCheck, VerdictRow

if TYPE_CHECKING:
    from claimcheck.dataset.formats import FORMATS, Written, format_of, read_dataset, write_dataset
    from claimcheck.dataset.frame import find_unencodable, verdict_frame, verdict_schema

__all__ = [
    "FORMATS",
    "AnnotationRow",
    "EvidenceLink",
    "LabelShare",
    "Loss",
    "PastCheck",
    "VerdictRow",
    "Written",
    "find_unencodable",
    "format_of",
    "new_key",
    "pseudonym",
    "read_dataset",
    "verdict_frame",
    "verdict_schema",
    "write_dataset",
]

_LATE = {
    "FORMATS": "formats",
    "Written": "formats",
    "find_unencodable": "frame",
    "format_of": "formats",
    "read_dataset": "formats",
    "verdict_frame": "frame",
    "verdict_schema": "frame",
    "write_dataset": "formats",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
