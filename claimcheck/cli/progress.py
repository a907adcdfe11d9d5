"""Progress bars on stderr, only on a terminal and only for what takes longer than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.cli.output import is_quiet
from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

__all__ = ["bars_put_away", "progress_bar"]

_showing: "list[Bars]" = []


@contextmanager
def progress_bar(*, after: float = 1.0) -> Iterator[Progress]:
    """A callback that shows what is being done once a second has passed; silent where stderr is not a terminal.

    Silent too where it was asked for quiet.
    """
    if is_quiet() or not sys.stderr.isatty():
        yield unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # records that go into a pipe or a file never go round by the terminal
    )
    tasks: dict[str, int] = {}
    begun = time.monotonic()
    shown = False

    def update(what: str, done: int, total: int | None) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun >= after:
            bars.start()
            _showing.append(bars)
            shown = True
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]

    try:
        yield update
    finally:
        if shown:
            _showing.remove(bars)
            bars.stop()


@contextmanager
def bars_put_away() -> Iterator[None]:
    """No bars on the terminal, so that a question can be asked and answered there; then they are back."""
    for each in _showing:
        each.stop()
    try:
        yield
    finally:
        for each in _showing:
            each.start()
