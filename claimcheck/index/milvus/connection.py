"""The door to ``pymilvus`` (extra ``milvus``): one connection, every failure as one line of ours.

An address is a server's, or a file's whose name ends in ``.db``: then milvus-lite serves it inside this process, on
loopback. Every read asks for strong consistency: it sees whatever any process was told is written.
"""

import importlib.util
import json
import logging
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from claimcheck.addresses import is_loopback
from claimcheck.errors import ExtraMissing, MilvusError
from claimcheck.errors.indexes import MilvusBusy, MilvusFailed, MilvusRefused, MilvusTooOld, MilvusUnreachable

__all__ = ["MOST", "WANTED", "Connection", "MilvusPlace", "Wish", "one_of"]

MOST = 16_384
"""What a server lets one search, or several that are fused, be asked for."""
WANTED = (2, 5)
"""The first version with full-text search."""
_NOBODY = "no connection"
_UNTRUSTED = "no connection, or a certificate that the authority in index.ca, or of this machine, did not sign"
_LITE = "milvus_lite-"
_Made = TypeVar("_Made")
_SERVED: Counter[str] = Counter()
"""How many connections of this process each address has."""
_REFUSED = re.compile(r"unauthenticated|auth check failure|missing authorization|permission ?denied|privilege", re.I)
_UNLOADED = re.compile(r"not loaded|released|call load", re.I)
_GONE = re.compile(
    r"unavailable|deadline.?exceeded|retry timeout|retry run out|fail(?:ed)? connecting|not connected", re.I
)


@dataclass(frozen=True, slots=True)
class MilvusPlace:
    """Where the collection is and what to show there; the token is in no message."""

    uri: str
    collection: str
    token: str | None = field(default=None, repr=False)
    database: str | None = None
    ca: str | None = None
    timeout: float = 30.0

    @property
    def embedded(self) -> bool:
        """Whether it is a file that milvus-lite serves inside this process."""
        return "://" not in self.uri

    @property
    def local(self) -> bool:
        """Whether it is on this machine."""
        return self.embedded or is_loopback(urlsplit(self.uri).hostname or "")

    def hushed(self, told: str) -> str:
        """What a server told, without the token or the password in it."""
        for secret in filter(None, (self.token, (self.token or "").partition(":")[2])):
            told = told.replace(secret, "…")
        return told


@dataclass(frozen=True, slots=True)
class Wish:
    """One search of several: the field, what to search it with, how many."""

    field: str
    value: Any
    limit: int


class Connection:
    """An open connection."""

    def __init__(self, place: MilvusPlace) -> None:
        """Connect, and see whether the server knows what is needed.

        Raises:
            ExtraMissing: ``pymilvus``, or for a file milvus-lite, is not installed.
            MilvusUnreachable, MilvusRefused, MilvusTooOld, MilvusBusy: as they say.
        """
        self.place, self._closed = place, False
        pymilvus = _pymilvus(place)
        options: dict[str, Any] = {"token": place.token or "", "timeout": place.timeout, "dedicated": True}
        if place.database:
            options["db_name"] = place.database
        if place.ca:
            options["server_pem_path"] = place.ca
        if place.local:
            options["grpc_options"] = {"grpc.enable_http_proxy": 0}  # a proxy is never asked for what is here
        self._client = self._said("connecting", lambda: pymilvus.MilvusClient(place.uri, **options))
        _SERVED[place.uri] += 1
        try:
            version = self._said("asking its version", lambda: self._client.get_server_version(**self._patience))
            self.version = str(version)
            number = re.search(r"(\d+)\.(\d+)", self.version)
            if not self.version.startswith(_LITE) and number and (int(number[1]), int(number[2])) < WANTED:
                raise MilvusTooOld(place.uri, found=self.version, wanted=".".join(map(str, WANTED)))
        except BaseException:
            self.close()
            raise

    @property
    def _patience(self) -> dict[str, Any]:
        return {"timeout": self.place.timeout}

    def close(self) -> None:
        """Let go; a file's server ends with the last connection to it. A second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self._client.close()
        _SERVED[self.place.uri] -= 1
        if self.place.embedded and _SERVED[self.place.uri] < 1:
            from milvus_lite.server_manager import server_manager_instance

            server_manager_instance.release_server(self.place.uri)

    def _said(self, doing: str, call: Callable[[], _Made]) -> _Made:
        """What a call gives; what goes wrong as an error of ours."""
        import grpc
        from pymilvus.exceptions import MilvusException

        try:
            return call()
        except (MilvusException, grpc.RpcError, ValueError, OSError) as error:
            raise self._failure(doing, error) from error

    def _failure(self, doing: str, error: Exception) -> Exception:
        place = self.place
        told = [place.hushed(_one_line(each)) for each in _behind(error)]
        if place.embedded and any("Open local milvus failed" in each for each in told):
            return MilvusBusy(place.uri)
        if refused := next(filter(_REFUSED.search, told), None):
            return MilvusRefused(place.uri, refused, given=bool(place.token))
        if gone := next(filter(_GONE.search, told), None):
            unsure = _UNTRUSTED if place.uri.startswith("https:") else _NOBODY
            return MilvusUnreachable(place.uri, doing, unsure if "Fail connecting" in gone else gone)
        return MilvusFailed(place.uri, doing, told[-1])

    def _read(self, doing: str, name: str, call: Callable[[], _Made]) -> _Made:
        """What a call that reads a collection gives; one that was let go, as by a restart, is loaded first."""
        try:
            return self._said(doing, call)
        except MilvusFailed as error:
            if not _UNLOADED.search(error.why):
                raise
        self.load(name)
        return self._said(doing, call)

    def has(self, name: str) -> bool:
        """Whether there is such a collection."""
        return bool(self._said("looking for it", lambda: self._client.has_collection(name, **self._patience)))

    def drop(self, name: str) -> None:
        """Remove a collection with all it holds."""
        self._said("dropping a collection", lambda: self._client.drop_collection(name, **self._patience))

    def create(self, name: str, fields: Mapping[str, Mapping[str, Any]], analysed: Mapping[str, str]) -> None:
        """A new collection, loaded; of ``fields`` each with its type, options and index, the first being the key.

        ``analysed`` names for each text field the sparse field that full-text search fills and searches.
        """
        from pymilvus import DataType, Function, FunctionType, MilvusClient

        schema = MilvusClient.create_schema(auto_id=False, enable_dynamic_field=False)
        indexes = MilvusClient.prepare_index_params()
        for place, (column, told) in enumerate(fields.items()):
            options = {**told, "datatype": DataType[told["datatype"]]}
            if "element_type" in told:
                options["element_type"] = DataType[told["element_type"]]
            index = options.pop("index", None)
            schema.add_field(column, is_primary=place == 0, **options)
            if index:
                indexes.add_index(column, **index)
        for text, sparse in analysed.items():
            full = {"input_field_names": [text], "output_field_names": [sparse]}
            schema.add_function(Function(name=f"{text}_bm25", function_type=FunctionType.BM25, **full))
        options = {"schema": schema, "index_params": indexes, "consistency_level": "Strong", **self._patience}
        self._said("making a collection", lambda: self._client.create_collection(name, **options))

    def columns(self, name: str) -> dict[str, int | None]:
        """The fields of a collection, and how wide the dense ones are."""
        told = self._said("describing a collection", lambda: self._client.describe_collection(name, **self._patience))
        found: dict[str, int | None] = {}
        for each in told["fields"]:
            width = (each.get("params") or {}).get("dim")
            found[str(each["name"])] = None if width is None else int(width)
        return found

    def load(self, name: str) -> None:
        """Make a collection ready to search."""
        self._said("loading a collection", lambda: self._client.load_collection(name, **self._patience))

    def upsert(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows in place of any with their keys; returns when the server has them."""
        if rows:
            self._said("writing past checks", lambda: self._client.upsert(name, list(rows), **self._patience))

    def delete(self, name: str, keys: Sequence[str]) -> None:
        """Remove the rows with these keys."""
        if keys:
            chosen = one_of("id", keys)
            self._said("removing past checks", lambda: self._client.delete(name, filter=chosen, **self._patience))

    def settle(self, name: str) -> None:
        """Have what was written sealed and indexed soon; a server that is busy may leave it for later."""
        with suppress(MilvusError):
            self._said("sealing", lambda: self._client.flush(name, **self._patience))

    def count(self, name: str, where: str = "") -> int:
        """How many rows a collection has, or that fit a condition."""
        options: dict[str, Any] = {"output_fields": ["count(*)"], "consistency_level": "Strong", **self._patience}
        found = self._read("counting", name, lambda: self._client.query(name, filter=where, **options))
        return int(found[0]["count(*)"])

    def rows(self, name: str, keys: Sequence[str], columns: Sequence[str]) -> list[dict[str, Any]]:
        """The rows with these keys, of those that are there."""
        if not keys:
            return []
        options: dict[str, Any] = {"output_fields": ["id", *columns], "consistency_level": "Strong", **self._patience}
        return list(self._read("reading", name, lambda: self._client.query(name, filter=one_of("id", keys), **options)))

    def pages(self, name: str, columns: Sequence[str], size: int) -> Iterator[list[dict[str, Any]]]:
        """All rows, some at a time, as they are when each page is read."""
        options: dict[str, Any] = {"output_fields": ["id", *columns], "batch_size": size, "consistency_level": "Strong"}
        pages = self._read("reading", name, lambda: self._client.query_iterator(name, **options, **self._patience))
        try:
            while page := self._said("reading", pages.next):
                yield list(page)
        finally:
            pages.close()

    def search(
        self, name: str, wishes: Sequence[Wish], columns: Sequence[str], *, where: str, limit: int
    ) -> list[dict[str, Any]]:
        """The rows that any of the searches names, each once, ``limit`` and ``MOST`` at most; cut by fused rank."""
        from pymilvus import AnnSearchRequest, RRFRanker

        asked = [
            AnnSearchRequest([each.value], each.field, _effort(each), each.limit, expr=where or None) for each in wishes
        ]
        options: dict[str, Any] = {"output_fields": list(columns), "consistency_level": "Strong", **self._patience}
        most = min(limit, MOST)
        found = self._read(
            "searching", name, lambda: self._client.hybrid_search(name, asked, RRFRanker(60), limit=most, **options)
        )
        return [each["entity"] for each in found[0]]


def one_of(name: str, values: Iterable[str]) -> str:
    """The expression that a field has one of these values; they may hold anything, quotes too."""
    return f"{name} in {json.dumps(sorted(values), ensure_ascii=False)}"


def _effort(wish: Wish) -> dict[str, Any]:
    return {"params": {"ef": max(2 * wish.limit, 256)}} if not isinstance(wish.value, str | dict) else {}


def _pymilvus(place: MilvusPlace) -> Any:
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")  # it would write to stderr beside our own line
    try:
        import pymilvus
    except ImportError as error:
        raise ExtraMissing("pymilvus, which speaks to Milvus,", "milvus") from error
    if place.embedded and importlib.util.find_spec("milvus_lite") is None:
        raise ExtraMissing("milvus-lite, which serves a .db file,", "milvus")
    for name in ("pymilvus", "milvus_lite", "grpc._server"):  # what they log is in the error we raise
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return pymilvus


def _one_line(error: BaseException) -> str:
    """What the server or the wire said, short."""
    details = getattr(error, "details", None)
    text = str(details() if callable(details) else getattr(error, "message", "") or error)
    return " ".join(text.split())[:200].rstrip(" .,:;")


def _behind(error: BaseException) -> list[BaseException]:
    """An error and those it came from, the first of them first: the client puts its own words over the server's."""
    chain: list[BaseException] = []
    last: BaseException | None = error
    while last is not None and last not in chain:  # the client raises some from themselves
        chain.append(last)
        last = last.__cause__ or last.__context__
    return chain[::-1]
