"""The tables of ``agreement``: coefficients with intervals, who confuses what, and what seeing past checks did."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.output import shorten, write_table
from claimcheck.records import Label

if TYPE_CHECKING:
    from claimcheck.agree import Anchoring, Figure, Measures
    from claimcheck.flows.agreement import AgreementReport

__all__ = ["COEFFICIENTS", "write_anchoring", "write_tables"]

COEFFICIENTS = (
    ("alpha", "Krippendorff's α, nominal"),
    ("ordinal", "Krippendorff's α, ordinal"),
    ("fleiss", "Fleiss' κ"),
    ("percent", "percent agreement"),
)
"""What is measured over some claims: its name in JSON lines, and in words."""

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Columns, and rows of cells."""


def _number(value: float | None, *, percent: bool = False) -> str:
    if value is None:
        return "–"
    return f"{value:.0%}" if percent else f"{value:.2f}"


def _interval(found: "Figure", *, percent: bool = False) -> str:
    if found.low is None or found.high is None:
        return "–"
    return f"{_number(found.low, percent=percent)} to {_number(found.high, percent=percent)}"


def write_tables(report: "AgreementReport") -> None:
    """All tables that have a row, an empty line between them."""
    for number, (columns, rows) in enumerate(_tables(report)):
        if number:
            print()
        write_table(columns, rows)


def _tables(report: "AgreementReport") -> "Iterator[Table]":
    if report.overall is not None:
        yield _coefficients(report.overall)
    if report.labels:
        yield (
            ("label", "given", "α against the rest", "95 % interval", "given again by another"),
            [
                (
                    each.label.value,
                    str(each.given),
                    _number(each.alpha.value),
                    _interval(each.alpha),
                    _number(each.again.value, percent=True),
                )
                for each in report.labels
            ],
        )
    for of, groups in report.groups.items():
        yield (
            (of, "α", "95 % interval", "ordinal α", "percent", "claims", "answers"),
            [
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
            ],
        )
    if report.pairs:
        yield (
            ("annotators", "Cohen's κ", "95 % interval", "percent", "claims"),
            [
                (
                    " / ".join(each.people),
                    _number(each.kappa.value),
                    _interval(each.kappa),
                    _number(each.percent.value, percent=True),
                    str(each.percent.claims),
                )
                for each in report.pairs
            ],
        )
    if report.people:
        yield (
            ("annotator", "answers", "shared", "skips", "agree", "α without", "seconds", "sure"),
            [
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
            ],
        )
    if report.confusion:
        yield _confusion(report)


def _coefficients(overall: "Measures") -> Table:
    rows = []
    for name, words in COEFFICIENTS:
        found: Figure = getattr(overall, name)
        percent = name == "percent"
        value = found.why if found.value is None else _number(found.value, percent=percent)
        rows.append((words, value or "–", _interval(found, percent=percent), str(found.claims), str(found.answers)))
    return ("agreement", "value", "95 % interval", "claims", "answers"), rows


def _confusion(report: "AgreementReport") -> Table:
    """Pairs of answers to one claim, by their two labels: a triangle, as neither of two answers comes first.

    Columns go by the rows' numbers, so that the table fits a narrow terminal.
    """
    given = {label for pair in report.confusion for label in pair}
    used = [label for label in Label if label in given]

    def cells(row: int) -> Sequence[str]:
        pairs = ((used[row], other) for other in used)
        return [str(report.confusion.get(pair, 0)) if place >= row else "" for place, pair in enumerate(pairs)]

    return (
        ("pairs of answers", *(str(number) for number in range(1, len(used) + 1))),
        [(f"{row + 1} {each.value}", *cells(row)) for row, each in enumerate(used)],
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
