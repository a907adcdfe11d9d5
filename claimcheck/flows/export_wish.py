"""What an export is asked to be, and what it then says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.dataset import Loss

if TYPE_CHECKING:
    from claimcheck.dataset import Split, Statistics
    from claimcheck.flows.splits import SplitWish

__all__ = ["ContactReport", "ExportReport", "ExportWish"]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What an export is to be like.

    ``samples`` are left out, annotators' ``names`` replaced by pseudonyms, and what is there already is not replaced
    (``force``) unless asked for. ``context`` keeps other people's texts; ``redact`` takes addresses and telephone
    numbers out of what annotators wrote. ``split`` deals the claims onto sides. ``licence`` and ``title`` are the
    dataset's; ``report`` is where a page of statistics goes.
    """

    samples: bool = False
    names: bool = False
    force: bool = False
    context: bool = True
    redact: bool = False
    split: "SplitWish | None" = None
    licence: str | None = None
    title: str = "Verdicts"
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class ContactReport:
    """E-mail addresses and telephone numbers in what annotators wrote: how many, in which claims; whether removed."""

    emails: int
    telephones: int
    claims: tuple[str, ...]
    redacted: bool


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: ``digest`` is the file's SHA-256, ``left_out`` counts what is not in it, by reason.

    ``rows`` are those written; ``losses`` also count rows that the form has no place for. Of the claims that agreement
    is measured on, ``in_sight`` were judged by annotators who could see each other's answers.
    """

    path: Path
    rows: int
    size: int
    digest: str
    left_out: Mapping[str, int]
    losses: tuple[Loss, ...]
    manifest: Path
    contacts: ContactReport
    statistics: "Statistics"
    in_sight: int = 0
    split: "Split | None" = None
