"""Articles in, claims out: read, split, and store what was found unless it is a dry run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.errors import ClaimcheckError
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim

if TYPE_CHECKING:
    from claimcheck.split import Splitter
    from claimcheck.store import SplitReport, Store

__all__ = ["ArticleOptions", "Ingested", "Refused", "ingest"]


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """What the caller knows about an article better than the article says; None: let it say."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    sample: bool = False
    allow_private: bool = False  # fetch from addresses of this machine and its network too


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article with all its claims, best first; ``report`` says what changed in the store, None on a dry run."""

    article: Article
    claims: tuple[Claim, ...]
    report: "SplitReport | None"
    earlier: tuple[str, ...] = ()  # articles from the same place with another text, whose claims stay as they are

    @property
    def offered(self) -> tuple[Claim, ...]:
        """The claims a desk is shown: the checkable ones, best first."""
        return tuple(claim for claim in self.claims if claim.checkable)


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that could not be read, and why."""

    source: str
    error: ClaimcheckError


def ingest(
    sources: Sequence[str],
    *,
    splitter: "Splitter",
    open_store: "Callable[[], Store] | None",
    options: ArticleOptions | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = unseen,
) -> Iterator[Ingested | Refused]:
    """Each source in turn, read and split, and kept, an article a transaction, in the store that ``open_store`` gives.

    A source that cannot be read is a ``Refused`` and does not stop the others; the store is asked for with the first
    that can, so that a mistake makes no workspace. With None nothing is written.
    """
    from claimcheck.article import read_article

    options = options or ArticleOptions()
    for number, source in enumerate(sources):
        progress("splitting", number, len(sources))
        try:
            article = read_article(
                source,
                stdin=stdin,
                published=options.published,
                outlet=options.outlet,
                title=options.title,
                url=options.url,
                language=options.language,
                encoding=options.encoding,
                sample=options.sample,
                allow_private=options.allow_private,
            )
        except ClaimcheckError as error:
            yield Refused(source, error)
            continue
        claims = tuple(splitter.split(article))
        report, earlier = None, tuple[str, ...]()
        if open_store is not None:
            store = open_store()
            with store.transaction():
                store.add_article(article)
                report = store.record_split(article, claims)
            earlier = _earlier(store, article)
        yield Ingested(article, claims, report, earlier)
    progress("splitting", len(sources), len(sources))


def _earlier(store: "Store", article: Article) -> tuple[str, ...]:
    """The ids of other texts that came from the same file or address, oldest first."""
    if article.origin in (None, "-") and article.url is None:
        return ()
    places = {place for place in (article.origin, article.url) if place and place != "-"}
    return tuple(each.id for each in store.articles() if each.id != article.id and places & {each.origin, each.url})
