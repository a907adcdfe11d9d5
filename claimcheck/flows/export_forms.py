"""The forms of an export by name: those of ``dataset``, and those that speak the words of other parts of claimcheck."""

from typing import TYPE_CHECKING

import claimcheck.dataset as dataset
from claimcheck.flows.export_claim_review import claim_review_feed, claim_review_pages
from claimcheck.flows.export_tasks import label_studio_form
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.dataset import Form

__all__ = ["FORM_NAMES", "forms_of"]

FORM_NAMES = (
    *("parquet", "jsonl", "csv", "hf", "croissant", "fever", "averitec", "checkthat", "claimreview"),
    *("claimreview-single", "web-annotation", "label-studio"),
)
"""Every form's name, in the order they are told."""


def forms_of(scheme: Scheme) -> "dict[str, Form]":
    """Every form by its name; labels are read by this scheme."""
    own = (claim_review_feed(scheme), claim_review_pages(scheme), label_studio_form(scheme))
    found = {**dataset.FORMATS, **{form.name: form for form in own}}
    return {name: found[name] for name in FORM_NAMES}
