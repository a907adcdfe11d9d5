"""``export --report``: a dataset's figures as one page, which needs no network and runs no script.

Every text is escaped, and a policy in the page itself forbids whatever is not in it. Bars are SVG in per cent of their
cell, so that they and the words beside them fit a telephone as well as a desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.agree import Figure
from claimcheck.errors import DatasetNotWritable, FileNotWritable
from claimcheck.files import write_whole
from claimcheck.flows.export_figures import agreement_of, blindness
from claimcheck.flows.pages import encode_page, render_page
from claimcheck.flows.splits import tell_split
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.dataset import Statistics
    from claimcheck.flows.export_wish import ExportReport

__all__ = ["format_report", "write_report"]

_TEMPLATE, _STYLES = "export_report.html", ("page.css", "export_report.css")
_OUTLETS = 15  # of the most frequent
_TENTHS = ("quickest", *(f"{tenth}0 %" for tenth in range(1, 10)), "slowest")


@dataclass(frozen=True, slots=True)
class _Bar:
    """A line of a chart: its words, its number, and how much of the cell it fills."""

    name: str
    count: str
    width: float
    share: str = ""


@dataclass(frozen=True, slots=True)
class _Interval:
    """A coefficient on a line from -1 to 1 in per cent of the cell; ``why`` where there is none."""

    name: str
    told: str
    low: float = 0
    value: float = 0
    high: float = 0
    why: str = ""


def write_report(
    path: Path, report: "ExportReport", *, scheme: Scheme, title: str, form: str, force: bool = False
) -> None:
    """Write the page, whole or not at all; ``force`` replaces a file that is there.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
        DatasetNotWritable: the place cannot be written.
    """
    page = format_report(report, scheme=scheme, title=title, form=form)
    try:
        write_whole(path, encode_page(page), force=force)
    except FileNotWritable as error:
        raise DatasetNotWritable(str(path), error.why) from error


def format_report(report: "ExportReport", *, scheme: Scheme, title: str, form: str) -> str:
    """The page of an export's figures as HTML: complete in itself, every text of people escaped."""
    counted = report.statistics
    return render_page(
        _TEMPLATE,
        styles=_STYLES,
        title=title,
        form=form,
        report=report,
        counted=counted,
        labels=_label_bars(counted.labels, scheme),
        languages=_bars(counted.languages),
        outlets=_bars(counted.outlets, most=_OUTLETS),
        more_outlets=max(0, len(counted.outlets) - _OUTLETS),
        methods=_bars(counted.methods),
        judged_by=_bars({f"{many} annotator{'s' if many != 1 else ''}": n for many, n in counted.judged_by.items()}),
        confidences=_bars({f"{level} of 5": n for level, n in counted.confidences.items()}),
        licences=_bars(counted.licences, most=_OUTLETS),
        times=_time_bars(counted.seconds),
        people=[(each.name, each.labels, each.skips, _seconds(each.seconds)) for each in counted.annotators],
        splits=_sides(report, scheme),
        split_lines=tell_split(report.split) if report.split else [],
        blindness=blindness(report.in_sight),
        **_agreement(counted, scheme),
    )


def _bars(counts: Mapping[str, int], *, most: int | None = None) -> list[_Bar]:
    whole, longest = sum(counts.values()), max(counts.values(), default=1)
    return [
        _Bar(name, f"{count:,}", 100 * count / (longest or 1), f"{100 * count / (whole or 1):.0f} %")
        for name, count in list(counts.items())[:most]
    ]


def _label_bars(counts: Mapping[str, int], scheme: Scheme) -> list[_Bar]:
    """The labels in the scheme's order, those nobody gave too; then ties."""
    order = {choice.label.value: counts.get(choice.label.value, 0) for choice in scheme.choices}
    return _bars(order | {name: count for name, count in counts.items() if name not in order})


def _sides(report: "ExportReport", scheme: Scheme) -> list[tuple[str, int, list[_Bar]]]:
    """Each side of a split with its size and labels, in the order they were asked for."""
    found = report.statistics.by_split
    order = [*(report.split.report.sizes if report.split else ()), *found]
    return [
        (side, sum(found[side].values()), _label_bars(found[side], scheme))
        for side in dict.fromkeys(order)
        if side in found
    ]


def _time_bars(deciles: Sequence[float]) -> list[_Bar]:
    longest = max(deciles, default=1) or 1
    return [
        _Bar(name, _seconds(each), 100 * each / longest) for name, each in zip(_TENTHS, deciles, strict=bool(deciles))
    ]


def _seconds(value: float | None) -> str:
    """A time as a person says it."""
    if value is None:
        return "–"
    if value < 120:
        return f"{value:.0f} s"
    return f"{value / 60:.0f} min" if value < 7200 else f"{value / 3600:.1f} h"


def _agreement(counted: "Statistics", scheme: Scheme) -> dict[str, Any]:
    found = agreement_of(counted, scheme)
    if found is None:
        who = "one annotator" if len(counted.annotators) == 1 else f"{len(counted.annotators)} annotators"
        why = f"Nothing to measure: {who}, and no claim that two of them judged without seeing each other's answers."
        return {"measures": [], "by_label": [], "no_agreement": why}
    measures, labels = found
    overall = [
        _interval("Krippendorff's α, nominal", measures.alpha),
        _interval("Krippendorff's α, ordinal (the scale's labels)", measures.ordinal),
        _interval("Fleiss' κ", measures.fleiss),
        _interval("share of pairs that agree", measures.percent),
    ]
    return {
        "measures": overall,
        "by_label": [_interval(each.label.value, each.alpha) for each in labels],
        "no_agreement": "",
        "shared": measures.alpha.claims,
    }


def _interval(name: str, figure: Figure) -> _Interval:
    if figure.value is None:
        return _Interval(name, "–", why=figure.why or "")
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    left, middle, right = (50 * (1 + max(-1.0, min(1.0, each))) for each in (low, figure.value, high))
    between = "" if figure.low is None else f" ({low:.2f} to {high:.2f})"
    return _Interval(name, f"{figure.value:.2f}{between}", left, middle, right)
