"""Who shares a large job: the workers of a Dask cluster where an address is given, and what they encode with."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from functools import cache, partial
from os import environ
from typing import TYPE_CHECKING, Any, TypeAlias

from claimcheck.embed import Embeddings, Encoder, Kind, load_encoder
from claimcheck.errors import ClaimcheckError, EncoderInvalid, ExtraMissing
from claimcheck.progress import Say, plural, silent

if TYPE_CHECKING:
    from claimcheck.batch.cluster import Cluster
    from claimcheck.settings import Settings

__all__ = ["scheduler_address", "sharing", "spread_encoder"]

_VARIABLE = "CLAIMCHECK_SCHEDULER"
Wanted: TypeAlias = tuple[tuple[str, Any], ...]  # what ``load_encoder`` is asked for


def scheduler_address(given: str | None, settings: "Settings") -> str | None:
    """The address given, else ``CLAIMCHECK_SCHEDULER``, else the settings'; an empty one means none."""
    found = given if given is not None else environ.get(_VARIABLE, settings.scheduler)
    return found or None


@contextmanager
def sharing(address: str | None, *, say: Say = silent) -> "Iterator[Cluster | None]":
    """The cluster at an address, every worker of it found fit; None where there is no address.

    Raises:
        ExtraMissing: Dask is not installed.
        ClusterError: it cannot be reached, or a worker is not fit.
    """
    if address is None:
        yield None
        return
    try:
        from claimcheck.batch.cluster import Cluster
    except ImportError as error:
        raise ExtraMissing("distributed", "dask") from error
    with Cluster.connect(address) as cluster:
        say(f"the Dask scheduler at {address} shares the work among {plural(cluster.workers, 'worker')}")
        yield cluster


def spread_encoder(cluster: "Cluster", encoder: Encoder, **wanted: Any) -> Encoder:
    """The same encoder, whose ``encode_batches`` has batches encoded by a cluster, each in one call: the same vectors.

    ``wanted`` is what ``load_encoder`` was asked for; every worker must find the same by it.

    Raises:
        WorkerUnfit, WorkerDiffers: a worker lacks it, or has another under that name.
    """
    facts = tuple(sorted(wanted.items()))
    cluster.demand(partial(_fingerprint, facts), encoder.fingerprint, f"as the encoder {encoder.name}")
    spread = copy(encoder)  # of the same class, for those who ask what it is

    def encode_batches(batches: Iterable[Sequence[str]], *, kind: Kind) -> Iterator[Embeddings]:
        return cluster.map(partial(_encode, facts, encoder.fingerprint, kind), batches)

    vars(spread)["encode_batches"] = encode_batches
    return spread


@cache
def _loaded(wanted: Wanted) -> Encoder:
    return load_encoder(**dict(wanted))


def _fingerprint(wanted: Wanted) -> str:
    return _loaded(wanted).fingerprint


def _encode(wanted: Wanted, fingerprint: str, kind: Kind, texts: Sequence[str]) -> Embeddings:
    """A batch, by a worker."""
    encoder = _loaded(wanted)
    if encoder.fingerprint != fingerprint:
        found: ClaimcheckError = EncoderInvalid(encoder.name, f"is not the one this desk uses ({fingerprint[:12]})")
        raise found
    return encoder.encode(texts, kind=kind)
