"""Verdict datasets: rows of one schema, in the forms that others read, with a report of what a form cannot carry.

Rows and pseudonyms need the standard library only; what needs polars is imported when it is first asked for.
"""

from typing import TYPE_CHECKING, Any

from claimcheck.dataset.contacts import Contact, find_contacts, redact, redact_row, row_contacts
from claimcheck.dataset.context import WITHOUT_CONTEXT, without_context
from claimcheck.dataset.leakage import LeakageReport, NearestPair, Split, SplitItem
from claimcheck.dataset.pseudonyms import new_key, pseudonym
from claimcheck.dataset.schema import (
    MANIFEST,
    NOT_CARRIED,
    AnnotationRow,
    EvidenceLink,
    LabelShare,
    Loss,
    PastCheck,
    VerdictRow,
)
from claimcheck.dataset.splits import binds, parse_shares, split_items

if TYPE_CHECKING:
    from claimcheck.dataset.batches import count_rows, iter_batches, write_parquet
    from claimcheck.dataset.form import Batches, Context, Finding, Form, Frame, Written
    from claimcheck.dataset.formats import (
        FORMATS,
        examine_dataset,
        format_of,
        read_dataset,
        write_batches,
        write_dataset,
    )
    from claimcheck.dataset.frame import find_unencodable, join_frames, verdict_frame, verdict_schema
    from claimcheck.dataset.objects import Objects, form_of_objects
    from claimcheck.dataset.sides import split_items_in, with_sides
    from claimcheck.dataset.stats import AnnotatorCount, Statistics, count_dataset
    from claimcheck.dataset.tally import NotCarried

__all__ = [
    "FORMATS",
    "MANIFEST",
    "NOT_CARRIED",
    "WITHOUT_CONTEXT",
    "AnnotationRow",
    "AnnotatorCount",
    "Batches",
    "Contact",
    "Context",
    "EvidenceLink",
    "Finding",
    "Form",
    "Frame",
    "LabelShare",
    "LeakageReport",
    "Loss",
    "NearestPair",
    "NotCarried",
    "Objects",
    "PastCheck",
    "Split",
    "SplitItem",
    "Statistics",
    "VerdictRow",
    "Written",
    "binds",
    "count_dataset",
    "count_rows",
    "examine_dataset",
    "find_contacts",
    "find_unencodable",
    "form_of_objects",
    "format_of",
    "iter_batches",
    "join_frames",
    "new_key",
    "parse_shares",
    "pseudonym",
    "read_dataset",
    "redact",
    "redact_row",
    "row_contacts",
    "split_items",
    "split_items_in",
    "verdict_frame",
    "verdict_schema",
    "with_sides",
    "without_context",
    "write_batches",
    "write_dataset",
    "write_parquet",
]

_LATE = {
    "FORMATS": "formats",
    "Context": "form",
    "Finding": "form",
    "Batches": "form",
    "Form": "form",
    "Frame": "form",
    "join_frames": "frame",
    "Written": "form",
    "count_rows": "batches",
    "iter_batches": "batches",
    "write_parquet": "batches",
    "NotCarried": "tally",
    "AnnotatorCount": "stats",
    "Objects": "objects",
    "Statistics": "stats",
    "count_dataset": "stats",
    "split_items_in": "sides",
    "with_sides": "sides",
    "examine_dataset": "formats",
    "form_of_objects": "objects",
    "find_unencodable": "frame",
    "format_of": "formats",
    "read_dataset": "formats",
    "verdict_frame": "frame",
    "verdict_schema": "frame",
    "write_batches": "formats",
    "write_dataset": "formats",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
