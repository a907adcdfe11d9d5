"""Finding a record by its id or by the beginning of it, as people type it."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from claimcheck.errors import AmbiguousId, NotFound
from claimcheck.store.database import Database

__all__ = ["ARTICLE", "CLAIM", "REVIEW", "Noun", "find_id", "id_list", "ids_beginning", "require_id"]

_TOLD = 5  # candidates named in the message


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of record with ids: its table, its name and where its ids are shown."""

    table: str
    name: str
    remedy: str


ARTICLE = Noun("article", "article", "`claimcheck articles` shows them")
CLAIM = Noun("claim", "claim", "`claimcheck claims list` shows them, with `--all` those that were not offered too")
REVIEW = Noun("review", "past check", "`claimcheck reviews list` shows them")


def find_id(database: Database, noun: Noun, wanted: str) -> str:
    """The one id that is ``wanted`` or begins with it; a whole id wins over longer ones.

    Raises:
        NotFound: there is none.
        AmbiguousId: there are several.
    """
    if database.value(f"SELECT 1 FROM {noun.table} WHERE id = ?", (wanted,)):
        return wanted
    after = wanted + chr(0x10FFFF)
    where = f"FROM {noun.table} WHERE id >= ? AND id < ?"
    found = database.rows(f"SELECT id {where} ORDER BY id LIMIT {_TOLD}", (wanted, after)) if wanted else []
    if not found:
        raise NotFound(noun.name, wanted, noun.remedy)
    if len(found) > 1:
        count = database.value(f"SELECT count(*) {where}", (wanted, after))
        raise AmbiguousId(noun.name, wanted, tuple(row["id"] for row in found), count)
    return str(found[0]["id"])


def require_id(database: Database, noun: Noun, wanted: str) -> None:
    """Make sure that a record with exactly this id is there.

    Raises:
        NotFound: it is not.
    """
    if database.value(f"SELECT 1 FROM {noun.table} WHERE id = ?", (wanted,)) is None:
        raise NotFound(noun.name, wanted, noun.remedy)


def id_list(ids: Collection[str]) -> str:
    """Any number of ids as one parameter, for ``IN (SELECT value FROM json_each(?))``."""
    return json.dumps(list(ids))


def ids_beginning(database: Database, noun: Noun, beginning: str, *, most: int) -> list[str]:
    """The first ids that begin so, in their order, at most ``most``."""
    sql = f"SELECT id FROM {noun.table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    return [str(row["id"]) for row in database.rows(sql, (beginning, beginning + chr(0x10FFFF), most))]
