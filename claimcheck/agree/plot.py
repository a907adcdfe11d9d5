"""Agreement drawn: coefficients with their intervals, each label's alpha, and which labels stand against which.

matplotlib (extra ``plots``) draws SVG and PNG from one description; the same figures give the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.agree.intervals import Figure
from claimcheck.agree.measures import LabelFigures, Measures
from claimcheck.errors import ExtraMissing, PlotFormatUnknown
from claimcheck.records import Label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["PLOT_FORMS", "draw_agreement", "plot_form"]

PLOT_FORMS = (".svg", ".png")
"""The endings of what can be drawn."""

_INK, _PALE = "#1f6f8b", "#c7dbe2"


def plot_form(path: str) -> str:
    """``svg`` or ``png``, as the path ends.

    >>> plot_form("agreement.PNG")
    'png'

    Raises:
        PlotFormatUnknown: it ends otherwise.
    """
    for ending in PLOT_FORMS:
        if path.lower().endswith(ending):
            return ending[1:]
    raise PlotFormatUnknown(path, PLOT_FORMS)


def draw_agreement(
    overall: Measures, labels: Sequence[LabelFigures], confusion: Mapping[tuple[Label, Label], int], *, form: str
) -> bytes:
    """Two panels as the bytes of a ``form`` file; ``confusion`` counts pairs of answers, either way round.

    Raises:
        ExtraMissing: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure as Canvas
    except ImportError as error:
        raise ExtraMissing("matplotlib, which draws plots,", "plots") from error
    style = {"svg.hashsalt": "claimcheck", "svg.fonttype": "none", "font.size": 10, "font.family": ["DejaVu Sans"]}
    with matplotlib.rc_context(style):  # type: ignore[arg-type]  # its stubs name every key
        canvas = Canvas(figsize=(12, 5.6), layout="constrained")
        left, right = canvas.subplots(1, 2)
        _draw_intervals(left, overall, labels)
        _draw_confusion(right, confusion)
        out = io.BytesIO()
        canvas.savefig(out, format=form, dpi=150, metadata={"Date": None} if form == "svg" else {"Software": None})
    return out.getvalue()


def _draw_intervals(axes: "Axes", overall: Measures, labels: Sequence[LabelFigures]) -> None:
    rows: list[tuple[str, Figure]] = [
        ("α, nominal", overall.alpha),
        ("α, ordinal", overall.ordinal),
        ("Fleiss' κ", overall.fleiss),
        ("percent agreement", overall.percent),
        *((f"α of {each.label.value}", each.alpha) for each in labels),
    ]
    for place, (_, found) in enumerate(rows):
        if found.value is None:
            axes.text(0.5, place, "no figure", ha="center", va="center", color="#777")
            continue
        if found.low is not None and found.high is not None:
            axes.plot([found.low, found.high], [place, place], color=_PALE, linewidth=7, solid_capstyle="butt")
        axes.plot([found.value], [place], "o", color=_INK)
        axes.annotate(
            f"{found.value:.2f}", (found.value, place), xytext=(0, 7), textcoords="offset points", ha="center"
        )
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_ylim(len(rows) - 0.4, -0.8)  # the first on top, its number below the frame
    lowest = min((found.low if found.low is not None else found.value or 0.0 for _, found in rows), default=0.0)
    axes.set_xlim(min(-0.05, lowest - 0.05), 1.05)
    axes.axvline(0, color="#999", linewidth=0.8, linestyle="--")
    axes.set_title(f"Agreement on {overall.alpha.claims} claims, with 95 % intervals")
    axes.set_xlabel("0: as by chance (percent: never) · 1: always")


def _draw_confusion(axes: "Axes", confusion: Mapping[tuple[Label, Label], int]) -> None:
    used = [label for label in Label if any(label in pair for pair in confusion)]
    counts: list[list[Any]] = [
        [confusion.get((one, other), confusion.get((other, one), 0)) for other in used] for one in used
    ]
    largest = max((max(row) for row in counts), default=1) or 1
    axes.imshow([[(each / largest) ** 0.5 for each in row] for row in counts], cmap="Blues", vmin=0, vmax=1.2)
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            dark = (count / largest) ** 0.5 > 0.7
            axes.text(column, row, str(count), ha="center", va="center", color="white" if dark else "#222")
    names = [label.value for label in used]
    axes.set_xticks(range(len(used)), names, rotation=40, ha="right")
    axes.set_yticks(range(len(used)), names)
    axes.set_title("Pairs of answers to one claim, by their two labels")
