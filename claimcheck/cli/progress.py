"""Progress bars on stderr, only on a terminal and only for what takes longer than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.progress import Progress, unseen

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(*, after: float = 1.0) -> Iterator[Progress]:
    """A callback that shows what is being done once a second has passed; silent where stderr is not a terminal."""
    if not sys.stderr.isatty():
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
    )
    tasks: dict[str, int] = {}
    begun = time.monotonic()
    shown = False

    def update(what: str, done: int, total: int | None) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun >= after:
            bars.start()
            shown = True
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]

    try:
        yield update
    finally:
        if shown:
            bars.stop()
