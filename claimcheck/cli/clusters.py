"""Who shares a command's work: nobody, or the workers of a Dask cluster."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.output import say

if TYPE_CHECKING:
    from claimcheck.batch.cluster import Cluster

__all__ = ["shared_by"]


def shared_by(
    scheduler: str | None, workspace: Path, *, worth: bool = True, jobs: int = 1
) -> "AbstractContextManager[Cluster | None]":
    """The cluster that the option, the environment or the workspace's settings name; None where none.

    Where it is not ``worth`` it, one is asked for by the option alone, so that a wrong address never goes unseen. It
    comes before the workspace is made, so that a mistake makes none. ``jobs`` asked for are then of no use: said.
    """
    from claimcheck.flows.spread import scheduler_address, sharing
    from claimcheck.settings import read_settings

    address = scheduler_address(scheduler, read_settings(workspace)) if worth or scheduler else None
    if address and jobs > 1:
        say(
            f"--jobs {jobs} is left aside: the cluster's workers do the work (--scheduler '' for {jobs} processes here)"
        )
    return sharing(address, say=say)
