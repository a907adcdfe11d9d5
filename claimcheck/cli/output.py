"""How commands speak: records to stdout (a table on a terminal, JSON lines when piped), words to stderr."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.jsonl import write_lines
from claimcheck.progress import plural

if TYPE_CHECKING:
    from rich.text import Text

__all__ = [
    "Marked",
    "OutputFormat",
    "Row",
    "as_jsonl",
    "ask",
    "be",
    "complain",
    "contacts_told",
    "is_quiet",
    "printable",
    "say",
    "shorten",
    "wants_json",
    "write_json",
    "write_records",
    "write_result",
    "write_table",
]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell with stretches that stand out: bold on a terminal, in ⟦brackets⟧ elsewhere; ``marks`` do not overlap."""

    text: str
    marks: Sequence[tuple[int, int]]

    def in_brackets(self) -> str:
        """The text with a bracket at each end of each mark.

        >>> Marked("a bridge fell", [(2, 8)]).in_brackets()
        'a ⟦bridge⟧ fell'
        """
        pieces, at = [], 0
        for start, end in sorted(self.marks):
            pieces += [self.text[at:start], "⟦", self.text[start:end], "⟧"]
            at = end
        return "".join([*pieces, self.text[at:]])


Row = Sequence[str | Marked]


class OutputFormat(StrEnum):
    """How records are written."""

    AUTO = "auto"
    TABLE = "table"
    JSONL = "jsonl"


@dataclass(slots=True)
class _Manners:
    quiet: bool = False
    json: bool = False


_manners = _Manners()  # of the command that runs: a process runs one


def be(*, quiet: bool, json: bool) -> None:
    """How the command that runs now is to speak, as its ``--quiet`` and ``--json`` say."""
    _manners.quiet, _manners.json = quiet, json


def is_quiet() -> bool:
    """Whether words and progress are unwanted."""
    return _manners.quiet


def wants_json() -> bool:
    """Whether ``--json`` was given."""
    return _manners.json


def say(line: str) -> None:
    """One line to a person, on stderr; none where it was asked for quiet."""
    if not _manners.quiet:
        complain(line)


def complain(line: str) -> None:
    """One line to a person, on stderr, of what went wrong: also where it was asked for quiet."""
    print(line, file=sys.stderr, flush=True)


def ask(question: str) -> bool | None:
    """Whether a person says yes, at a terminal or through a pipe; None where nobody answers.

    Not by typer's ``confirm``, which leaves a space on stdout.
    """
    print(f"{question} [y/N]: ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not (answer and sys.stdin.isatty()):
        print(file=sys.stderr, flush=True)  # nobody typed the end of the line
    return answer.strip().casefold() in {"y", "yes"} if answer else None


def as_jsonl(chosen: OutputFormat, out: TextIO | None = None) -> bool:
    """Whether to write JSON lines: asked for, or nobody is looking at a terminal."""
    out = out or sys.stdout
    return chosen is OutputFormat.JSONL or (chosen is OutputFormat.AUTO and not out.isatty())


def shorten(text: str | None, width: int) -> str:
    """The text on one line, cut at ``width`` with an ellipsis; a dash for None.

    >>> shorten("one  two\\nthree", 9)
    'one two …'
    """
    if text is None:
        return "–"
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def contacts_told(emails: int, telephones: int) -> str:
    """How many addresses and numbers were found in a text, of those that were.

    >>> contacts_told(2, 1), contacts_told(1, 0)
    ('2 e-mail addresses and 1 telephone number', '1 e-mail address')
    """
    words = [plural(emails, "e-mail address", "e-mail addresses")] if emails else []
    words += [plural(telephones, "telephone number")] if telephones else []
    return " and ".join(words)


def write_table(columns: Sequence[str], rows: Iterable[Row], *, title: str | None = None) -> None:
    """A table to stdout; hostile text stays text (no markup is read in it)."""
    from rich.console import Console
    from rich.table import Table

    from claimcheck.cli.progress import bars_put_away

    columns_given = os.environ.get("COLUMNS", "")
    piped = int(columns_given) if columns_given.isdigit() and int(columns_given) >= 40 else 120
    width = None if sys.stdout.isatty() else piped
    console = Console(file=sys.stdout, width=width, highlight=False)
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        numeric = column in {"#", "score", "similarity", "count", "version"}
        table.add_column(column, overflow="fold", justify="right" if numeric else "left", no_wrap=column in {"id", "#"})
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    with bars_put_away():
        console.print(table)


def _cell(cell: str | Marked) -> "Text":
    from rich.text import Text

    if isinstance(cell, str):
        return Text(printable(cell))
    if not sys.stdout.isatty():
        return Text(printable(cell.in_brackets()))
    text = Text(printable(cell.text))
    for start, end in cell.marks:
        text.stylize("bold underline", start, end)
    return text


def printable(text: str) -> str:
    """The text without control characters, which could drive a terminal."""
    return "".join(c if c == "\n" or c.isprintable() or c in "\u00ad\u200d" else "\ufffd" for c in text)


def write_records(
    records: Iterable[Mapping[str, Any]],
    *,
    chosen: OutputFormat,
    columns: Sequence[str],
    row: Callable[[Any], Row],
    empty: str,
) -> None:
    """Records as JSON lines or as a table with ``row(record)`` for each; ``empty`` is said of none."""
    if as_jsonl(chosen):
        found = write_lines(records, sys.stdout)
    else:
        rows = [row(each) for each in records]
        found = len(rows)
        if rows:
            write_table(columns, rows)
    if not found:
        say(empty)


def write_json(record: Mapping[str, Any]) -> None:
    """One JSON object, on one line."""
    print(json.dumps(record, ensure_ascii=False))


def write_result(record: Mapping[str, Any]) -> None:
    """With ``--json``, what a command did as one object; without, its words on stderr are all there is to say."""
    if wants_json():
        print(json.dumps(record, ensure_ascii=False, default=str))
