"""What can keep an index on a server from being used; the workspace itself is whole whenever one of these is raised."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "MilvusAddressInvalid",
    "MilvusBusy",
    "MilvusCollectionUnfit",
    "MilvusError",
    "MilvusFailed",
    "MilvusRefused",
    "MilvusTooOld",
    "MilvusUnreachable",
]


class MilvusError(ClaimcheckError):
    """Root of what can be wrong with an index in Milvus."""


class MilvusAddressInvalid(MilvusError, ValueError):
    """``index.uri`` is no address of a Milvus."""

    def __init__(self, uri: str, why: str) -> None:
        super().__init__(
            f"index.uri {uri!r} {why}: write http://HOST:PORT, https://HOST:PORT, or a file such as milvus.db, "
            "in claimcheck.toml"
        )
        self.uri, self.why = uri, why


class MilvusUnreachable(MilvusError, ConnectionError):
    """No Milvus answers there, or not any more."""

    def __init__(self, uri: str, doing: str, why: str) -> None:
        super().__init__(
            f"Milvus at {uri} does not answer while {doing} ({why}): start it or correct index.uri in claimcheck.toml, "
            "then run this again; what was indexed stays, the rest goes on from there"
        )
        self.uri, self.doing, self.why = uri, doing, why


class MilvusRefused(MilvusError, PermissionError):
    """Milvus does not let this user in, or not do this."""

    def __init__(self, uri: str, why: str, *, given: bool) -> None:
        token = "the token in CLAIMCHECK_MILVUS_TOKEN" if given else "a call without a token"
        remedy = "a right one (USER:PASSWORD or an API key)" if given else "one (USER:PASSWORD or an API key)"
        super().__init__(f"Milvus at {uri} refuses {token} ({why}): set CLAIMCHECK_MILVUS_TOKEN to {remedy}")
        self.uri, self.why, self.given = uri, why, given


class MilvusTooOld(MilvusError, RuntimeError):
    """The server lacks what the index needs."""

    def __init__(self, uri: str, *, found: str, wanted: str) -> None:
        super().__init__(f"Milvus at {uri} has version {found}, wanted {wanted} or newer (full-text search): update it")
        self.uri, self.found, self.wanted = uri, found, wanted


class MilvusBusy(MilvusError, RuntimeError):
    """Another process has the embedded file open, or it cannot be opened at all."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be opened: another process holds it, or it is no folder of milvus-lite 3; wait for that "
            "process, or start `milvus-lite server --host 127.0.0.1` on it for several"
        )
        self.path = path


class MilvusCollectionUnfit(MilvusError, RuntimeError):
    """The collection is not this workspace's index as it should be."""

    def __init__(self, collection: str, why: str, remedy: str) -> None:
        super().__init__(f"the Milvus collection {collection} {why}: {remedy}")
        self.collection, self.why, self.remedy = collection, why, remedy


class MilvusFailed(MilvusError, RuntimeError):
    """Milvus answered that it could not do it."""

    def __init__(self, uri: str, doing: str, why: str) -> None:
        super().__init__(
            f"Milvus at {uri} failed while {doing}: {why}: look at its log, then run this again; it goes on from there"
        )
        self.uri, self.doing, self.why = uri, doing, why
