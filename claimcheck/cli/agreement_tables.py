"""The tables of ``agreement``: coefficients with intervals, who confuses what, and what seeing past checks did."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.output import shorten, write_table
from claimcheck.records import Label

if TYPE_CHECKING:
    from claimcheck.agree import Anchoring, Figure
    from claimcheck.flows.agreement import AgreementReport

__all__ = ["COEFFICIENTS", "write_anchoring", "write_tables"]

COEFFICIENTS = (
    ("alpha", "Krippendorff's α, nominal"),
    ("ordinal", "Krippendorff's α, ordinal"),
    ("fleiss", "Fleiss' κ"),
    ("percent", "percent agreement"),
)
"""What is measured over some claims: its name in JSON lines, and in words."""


def _number(value: float | None, *, percent: bool = False) -> str:
    if value is None:
        return "–"
    return f"{value:.0%}" if percent else f"{value:.2f}"


def _interval(found: "Figure", *, percent: bool = False) -> str:
    if found.low is None or found.high is None:
        return "–"
    return f"{_number(found.low, percent=percent)} to {_number(found.high, percent=percent)}"


def write_tables(report: "AgreementReport") -> None:
    """All tables that have a row."""
    if report.overall is not None:
        rows = []
        for name, words in COEFFICIENTS:
            found: Figure = getattr(report.overall, name)
            percent = name == "percent"
            value = found.why if found.value is None else _number(found.value, percent=percent)
            rows.append((words, value or "–", _interval(found, percent=percent), str(found.claims), str(found.answers)))
        write_table(("agreement", "value", "95 % interval", "claims", "answers"), rows)
    if report.labels:
        print()
        write_table(
            ("label", "given", "α against the rest", "95 % interval", "given again by another"),
            (
                (
                    each.label.value,
                    str(each.given),
                    _number(each.alpha.value),
                    _interval(each.alpha),
                    _number(each.again.value, percent=True),
                )
                for each in report.labels
            ),
        )
    for of, groups in report.groups.items():
        print()
        write_table(
            (of, "α", "95 % interval", "ordinal α", "percent", "claims", "answers"),
            (
                (
                    shorten(name, 40),
                    _number(each.alpha.value),
                    _interval(each.alpha),
                    _number(each.ordinal.value),
                    _number(each.percent.value, percent=True),
                    str(each.percent.claims),
                    str(each.percent.answers),
                )
                for name, each in groups.items()
            ),
        )
    if report.pairs:
        print()
        write_table(
            ("annotators", "Cohen's κ", "95 % interval", "percent", "claims"),
            (
                (
                    " / ".join(each.people),
                    _number(each.kappa.value),
                    _interval(each.kappa),
                    _number(each.percent.value, percent=True),
                    str(each.percent.claims),
                )
                for each in report.pairs
            ),
        )
    if report.people:
        print()
        write_table(
            ("annotator", "answers", "shared", "skips", "agree", "α without", "seconds", "sure"),
            (
                (
                    row.figures.person,
                    str(row.figures.answers),
                    str(row.figures.shared),
                    str(row.skips),
                    _number(row.figures.agreement, percent=True),
                    _number(row.figures.without),
                    "–" if row.seconds is None else f"{row.seconds:.0f}",
                    "–" if row.confidence is None else f"{row.confidence:.1f}",
                )
                for row in report.people
            ),
        )
    _write_confusion(report)


def _write_confusion(report: "AgreementReport") -> None:
    """Pairs of answers to one claim, by their two labels: a triangle, as neither of two answers comes first.

    Columns go by the rows' numbers, so that the table fits a narrow terminal.
    """
    given = {label for pair in report.confusion for label in pair}
    used = [label for label in Label if label in given]
    if not used:
        return
    print()

    def cells(row: int) -> Sequence[str]:
        pairs = ((used[row], other) for other in used)
        return [str(report.confusion.get(pair, 0)) if place >= row else "" for place, pair in enumerate(pairs)]

    write_table(
        ("pairs of answers", *(str(number) for number in range(1, len(used) + 1))),
        ((f"{row + 1} {each.value}", *cells(row)) for row, each in enumerate(used)),
    )


def write_anchoring(found: "Anchoring") -> None:
    """What changed between the arms, and the shares of the labels in both."""
    write_table(
        ("with past checks", "shown", "hidden", "difference", "95 % interval", "claims"),
        (
            (
                each.name,
                _number(each.shown),
                _number(each.hidden),
                each.difference.why or _signed(each.difference.value),
                _interval(each.difference),
                str(each.difference.claims),
            )
            for each in found.shifts
        ),
    )
    print()
    used = [label for label in Label if any(label in each for each in found.labels.values())]
    write_table(
        ("label", "shown", "hidden"),
        (
            (
                label.value,
                _number(found.labels["shown"].get(label, 0.0), percent=True),
                _number(found.labels["control"].get(label, 0.0), percent=True),
            )
            for label in used
        ),
    )


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}"
