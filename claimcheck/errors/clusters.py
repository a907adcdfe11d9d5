"""What can go wrong where a Dask cluster shares the work."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "ClusterError",
    "SchedulerAddressInvalid",
    "SchedulerLost",
    "SchedulerUnreachable",
    "WorkerDiffers",
    "WorkerUnfit",
    "WorkersMissing",
]


class ClusterError(ClaimcheckError):
    """Root of what can go wrong with a Dask cluster; what was kept before it stays."""


class SchedulerAddressInvalid(ClusterError, ValueError):
    """An address that no Dask scheduler can have."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address!r} is no address of a Dask scheduler: wanted one like tcp://127.0.0.1:8786, or tls://…"
        )
        self.address = address


class SchedulerUnreachable(ClusterError, ConnectionError):
    """No Dask scheduler answers at the address."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"no Dask scheduler answers at {address} ({why}): start it, correct the address, or do without: "
            "--scheduler ''"
        )
        self.address, self.why = address, why


class SchedulerLost(ClusterError, ConnectionError):
    """The scheduler went away while work was under way."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"the Dask scheduler at {address} went away: what was done is kept; start it and run the same again, "
            "which does the rest"
        )
        self.address = address


class WorkersMissing(ClusterError, LookupError):
    """A scheduler without workers, for longer than a worker takes to come back."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(
            f"the Dask scheduler at {address} has had no worker for {seconds:g} s: what was done is kept; start one "
            f"(dask worker {address}) and run the same again, which does the rest"
        )
        self.address, self.seconds = address, seconds


class WorkerDiffers(ClusterError, ValueError):
    """A worker has another version of something that results depend on."""

    def __init__(self, worker: str, what: str, there: str, here: str) -> None:
        super().__init__(
            f"the worker {worker} has {what} {there}, this machine {here}: install the same on both, start it again"
        )
        self.worker, self.what, self.there, self.here = worker, what, there, here


class WorkerUnfit(ClusterError, RuntimeError):
    """A worker cannot do the work: it has no claimcheck, or lacks the encoder."""

    def __init__(self, worker: str, why: str, remedy: str) -> None:
        super().__init__(f"the worker {worker} cannot do this work ({why}): {remedy}")
        self.worker, self.why, self.remedy = worker, why, remedy
