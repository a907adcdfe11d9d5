"""Articles: text and blocks exactly as read; the same text read again only adds to what is known about it."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from claimcheck.records import Article
from claimcheck.store.database import Database
from claimcheck.store.ids import ARTICLE, find_id
from claimcheck.store.packing import pack_article, unpack_article

__all__ = ["ArticleSummary", "Articles"]

_TOLD = ("title", "published", "outlet", "language", "url", "origin")


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What is known of an article, without its text; ``claims`` counts those that are offered."""

    id: str
    title: str | None
    published: date | None
    outlet: str | None
    language: str
    url: str | None
    origin: str | None
    sample: bool
    claims: int


class Articles:
    """The store's articles."""

    _database: Database

    def add_article(self, article: Article) -> bool:
        """Keep an article; whether it is new.

        A known text keeps its sample mark, takes the new blocks, language, media type and notes, and any title, date,
        outlet, byline, URL and origin that is given now; what is not given now stays as it was.

        Raises:
            ValueError: the id is another text's.
        """
        with self._database.transaction():
            row = self._database.row("SELECT id, text, record, sample FROM article WHERE id = ?", (article.id,))
            text = article.text.encode("utf-8", "surrogatepass")
            if row is None:
                self._database.run(
                    "INSERT INTO article (id, added_at, text, sample, record) VALUES (?, ?, ?, ?, ?)",
                    (article.id, datetime.now(UTC).isoformat(), text, article.sample, pack_article(article)),
                )
                return True
            if row["text"] != text:
                raise ValueError(f"article id {article.id} was given to two texts")
            merged = pack_article(_merged(self._article(row), article))
            if merged != row["record"]:
                self._database.run("UPDATE article SET record = ? WHERE id = ?", (merged, article.id))
            return False

    def article(self, wanted: str) -> Article:
        """The article with this id, or the only one whose id begins so.

        Raises:
            NotFound: there is none.
            AmbiguousId: there are several.
        """
        with self._database.snapshot():
            article_id = find_id(self._database, ARTICLE, wanted)
            row = self._database.rows("SELECT * FROM article WHERE id = ?", (article_id,))[0]
        return self._article(row)

    def articles(self) -> list[Article]:
        """All articles, in the order they came."""
        return [self._article(row) for row in self._database.rows("SELECT * FROM article ORDER BY place")]

    def article_summaries(self, *, limit: int | None = None, offset: int = 0) -> list[ArticleSummary]:
        """Articles in the order they came, at most ``limit`` from ``offset`` on; no text and no claim is read."""
        paths = ", ".join(f"'$.{name}'" for name in _TOLD)
        rows = self._database.rows(
            f"""
            SELECT id, sample,
                CASE typeof(record) WHEN 'text' THEN json_extract(record, {paths}) END AS told,
                CASE typeof(record) WHEN 'text' THEN NULL ELSE record END AS odd,
                (SELECT count(*) FROM claim WHERE article_id = article.id AND status = 'active' AND checkable) AS claims
            FROM article ORDER BY place LIMIT ? OFFSET ?
            """,
            (-1 if limit is None else limit, offset),
        )
        return [self._summary(row) for row in rows]

    def count_articles(self) -> int:
        """How many there are."""
        return int(self._database.value("SELECT count(*) FROM article"))

    def article_places(self) -> list[tuple[str, str | None, str | None]]:
        """The id, origin and URL of each article, in the order they came."""
        rows = self._database.rows(
            "SELECT id, CASE typeof(record) WHEN 'text' THEN json_extract(record, '$.origin') END AS origin, "
            "CASE typeof(record) WHEN 'text' THEN json_extract(record, '$.url') END AS url, "
            "CASE typeof(record) WHEN 'text' THEN NULL ELSE record END AS odd FROM article ORDER BY place"
        )
        found: list[tuple[str, str | None, str | None]] = []
        for row in rows:
            data = row if row["odd"] is None else self._database.unpack(row["odd"])
            found.append((row["id"], data["origin"], data["url"]))
        return found

    def articles_from(self, places: Collection[str]) -> list[str]:
        """The ids of the articles that were read from one of these files or addresses, in the order they came."""
        named = ("'$.origin'", "'$.url'")
        marks = ", ".join("?" * len(places))
        found = " OR ".join(f"json_extract(record, {name}) IN ({marks})" for name in named)
        # a record that is not text holds what SQLite cannot read as JSON
        sql = f"SELECT id FROM article WHERE CASE typeof(record) WHEN 'text' THEN {found} END ORDER BY place"
        return [row["id"] for row in self._database.rows(sql, tuple(places) * len(named))]

    def _summary(self, row: sqlite3.Row) -> ArticleSummary:
        told = self._database.unpack(row["told"] if row["odd"] is None else row["odd"])
        data = dict(zip(_TOLD, told, strict=True)) if row["odd"] is None else {name: told[name] for name in _TOLD}
        published = data.pop("published")
        return ArticleSummary(
            id=row["id"],
            published=date.fromisoformat(published) if published else None,
            sample=bool(row["sample"]),
            claims=row["claims"],
            **data,
        )

    def _article(self, row: sqlite3.Row) -> Article:
        data = self._database.unpack(row["record"])
        return unpack_article(row["id"], row["text"], data, sample=bool(row["sample"]))


def _merged(known: Article, now: Article) -> Article:
    """What is known of one text after reading it again."""
    return replace(
        now,
        title=known.title if now.title is None else now.title,
        published=known.published if now.published is None else now.published,
        outlet=known.outlet if now.outlet is None else now.outlet,
        byline=known.byline if now.byline is None else now.byline,
        url=known.url if now.url is None else now.url,
        origin=known.origin if now.origin is None else now.origin,
        sources=tuple((dict(known.sources) | dict(now.sources)).items()),
        sample=known.sample,
    )
