"""Articles in, claims out: read, split, and store what was found unless it is a dry run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.flows.reading import ArticleOptions, Refused, read_and_split
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim

if TYPE_CHECKING:
    from claimcheck.split import Splitter
    from claimcheck.store import SplitReport, Store

__all__ = ["ArticleOptions", "Ingested", "Refused", "ingest"]


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


def ingest(
    sources: Sequence[str],
    *,
    splitter: "Splitter",
    open_store: "Callable[[], Store] | None",
    options: ArticleOptions | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    progress: Progress = unseen,
) -> Iterator[Ingested | Refused]:
    """Each source in turn, read and split, and kept, an article a transaction, in the store that ``open_store`` gives.

    Reading and splitting is shared by ``jobs`` processes; what comes out and what is kept is the same for any number.

    A source that cannot be read is a ``Refused`` and does not stop the others; the store is asked for with the first
    that can, so that a mistake makes no workspace. With None nothing is written.
    """
    results = read_and_split(sources, splitter=splitter, options=options or ArticleOptions(), stdin=stdin, jobs=jobs)
    progress("splitting", 0, len(sources))
    for number, result in enumerate(results, start=1):
        if isinstance(result, Refused):
            yield result
            continue
        article, claims = result.article, result.claims
        report, earlier = None, tuple[str, ...]()
        if open_store is not None:
            store = open_store()
            with store.transaction():
                store.add_article(article)
                report = store.record_split(article, claims)
            earlier = _earlier(store, article)
        progress("splitting", number, len(sources))
        yield Ingested(article, claims, report, earlier)


def _earlier(store: "Store", article: Article) -> tuple[str, ...]:
    """The ids of other texts that came from the same file or address, oldest first."""
    places = {place for place in (article.origin, article.url) if place and place != "-"}
    return tuple(each for each in store.articles_from(places) if each != article.id) if places else ()
