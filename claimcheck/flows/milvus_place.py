"""Where a desk has its index in Milvus: from its settings, the token from the environment."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from claimcheck.errors import CertificatesUnreadable
from claimcheck.errors.indexes import MilvusAddressInvalid
from claimcheck.index.milvus import MilvusPlace
from claimcheck.settings import Settings

__all__ = ["TOKEN", "milvus_place"]

TOKEN = "CLAIMCHECK_MILVUS_TOKEN"
"""The environment variable that holds the token."""


def milvus_place(settings: Settings, folder: Path, workspace: str) -> MilvusPlace:
    """Where the settings of the workspace in ``folder`` have the collection; the token comes from the environment.

    Raises:
        MilvusAddressInvalid: ``index.uri`` is missing, no address, or holds a password.
        CertificatesUnreadable: ``index.ca`` names no file of certificates.
    """
    uri = settings.index_uri or ""
    collection = settings.index_collection or f"claimcheck_{workspace}"
    if "://" not in uri:
        if not uri.endswith(".db"):
            raise MilvusAddressInvalid(_shown(uri), "is neither an address nor a file that ends in .db")
        return MilvusPlace(str((folder / uri).resolve()), collection, timeout=settings.index_timeout)
    try:
        parts = urlsplit(uri)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise MilvusAddressInvalid(_shown(uri), "is no http or https address")
    if "@" in parts.netloc:
        raise MilvusAddressInvalid(_shown(uri), f"was given with a password, which belongs into {TOKEN}")
    return MilvusPlace(
        uri,
        collection,
        token=os.environ.get(TOKEN) or None,
        database=settings.index_database,
        ca=_certificates(folder / settings.index_ca) if settings.index_ca else None,
        timeout=settings.index_timeout,
    )


def _shown(uri: str) -> str:
    """An address, however wrong, without who logs in.

    >>> _shown("tcp://root:pass@word@milvus.example:19530")
    'tcp://milvus.example:19530'
    """
    scheme, between, rest = uri.rpartition("://")
    return f"{scheme.rpartition('@')[2]}{between}{rest.rpartition('@')[2]}"


def _certificates(path: Path) -> str:
    try:
        if b"BEGIN CERTIFICATE" not in path.read_bytes():
            raise CertificatesUnreadable(str(path), "holds no certificate")
    except OSError as error:
        raise CertificatesUnreadable(str(path), f"cannot be read ({error.strerror})") from error
    return str(path)
