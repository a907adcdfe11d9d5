"""Articles in, claims out: read, split, and store what was found unless it is a dry run."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, runtime_checkable

from claimcheck.batch import Executor
from claimcheck.errors import NotFound
from claimcheck.flows.places import Places
from claimcheck.flows.reading import ArticleOptions, LeftOut, Outcome, Refused, SplitArticle, read_and_split
from claimcheck.flows.unfinished import Unfinished
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Article, Claim, ClaimStatus

if TYPE_CHECKING:
    from claimcheck.article import ArticleSource
    from claimcheck.split import Splitter
    from claimcheck.store import SplitReport, Store

__all__ = ["ArticleOptions", "Ingested", "Refines", "Refused", "ingest"]


@runtime_checkable
class Refines(Protocol):
    """A splitter that works on what others found in all articles, so that it can say first what that will cost."""

    rules: "Splitter"

    def refine_all(self, found: Sequence[Outcome]) -> Iterator[Outcome]:
        """What was found, in its order, articles with their claims refined."""
        ...


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
    executor: Executor | None = None,
    notes: Path | None = None,
    kept_too: bool = False,
    progress: Progress = unseen,
    say: Say = silent,
) -> Iterator[Ingested | Refused]:
    """Each source in turn, read and split, and kept, an article a transaction, in the store that ``open_store`` gives.

    Reading and splitting is shared by ``jobs`` processes or done by an ``executor``; what comes out and what is kept is
    the same whoever does it. Work that other machines share is noted in the folder ``notes`` until all is done: run
    again after it broke off, articles that are there as it left them are not split again: they are left out or, with
    ``kept_too``, given with the claims that are kept. ``say`` hears how many.

    A source that cannot be read is a ``Refused`` and does not stop the others; the store is asked for with the first
    that can, so that a mistake makes no workspace. With None nothing is written. An article without a day that the
    store knows with one is split by that, unless a model has a say: it would have to be asked again.
    """
    options = options or ArticleOptions()
    far = executor is not None and not executor.near
    job = _Job(Unfinished(notes, "split"), open_store, options, splitter) if far and open_store and notes else None
    results = read_and_split(
        sources,
        splitter=splitter.rules if isinstance(splitter, Refines) else splitter,
        options=options,
        stdin=stdin,
        jobs=jobs,
        executor=executor,
        is_done=job.is_done if job else None,
    )
    if isinstance(splitter, Refines):
        results = splitter.refine_all(list(results))
    progress("splitting", 0, len(sources))
    left_out, places = 0, None
    for number, result in enumerate(results, start=1):
        if isinstance(result, LeftOut):
            left_out += 1
            if kept_too and job:
                yield job.kept_before(result.source)
            continue
        if isinstance(result, Refused):
            yield result
            continue
        report, earlier = None, tuple[str, ...]()
        if open_store is not None:
            store = open_store()
            result = result if isinstance(splitter, Refines) else _on_known_day(result, store, splitter)
            article, claims = result.article, result.claims
            with store.transaction():
                store.add_article(article)
                report = store.record_split(article, claims)
            places = places or Places(store)
            earlier = places.add(article)
            if job:
                job.kept(article, len(claims))
        progress("splitting", number, len(sources))
        yield Ingested(result.article, result.claims, report, earlier)
    progress("splitting", len(sources), len(sources))
    if left_out and kept_too:
        say(f"{left_out} of {len(sources)} articles were split before and are not split again")
    elif left_out:
        say(f"{left_out} of {len(sources)} articles were done before: `claimcheck claims list` shows their claims")
    if job:
        job.notes.finish()


def _on_known_day(found: SplitArticle, store: "Store", splitter: "Splitter") -> SplitArticle:
    """An article, where it has no day split again by the one that was given for its text before."""
    if found.article.published is not None:
        return found
    with contextlib.suppress(NotFound):
        known = store.article(found.article.id)
        if known.published is not None:
            article = replace(found.article, published=known.published)
            return SplitArticle(article, tuple(splitter.split(article)))
    return found


class _Job:
    """What of a shared job is done."""

    def __init__(
        self, notes: Unfinished, open_store: "Callable[[], Store]", options: ArticleOptions, splitter: "Splitter"
    ) -> None:
        self.notes, self._open_store = notes, open_store
        self._facts, self._keys, self._ids = (options, splitter.name), dict[str, str](), dict[str, str]()

    def is_done(self, source: "ArticleSource") -> bool:
        """Whether an earlier run kept what comes of this source, and it is there; else remember it by its origin."""
        key = self.notes.key(source.data, source.origin, source.address, *self._facts)
        self._keys[source.origin] = key
        known = self.notes.known(key)
        if known is None:
            return False
        self._ids[source.origin] = article_id = known[1].partition(" ")[0]
        return known[1] == _mark(self._open_store(), article_id)

    def kept_before(self, origin: str) -> Ingested:
        """What is kept of a source that is done."""
        from claimcheck.store import SplitReport

        store = self._open_store()
        article = store.article(self._ids[origin])
        claims = sorted(_last_split(store, article.id), key=lambda claim: (-claim.score, claim.spans, claim.id))
        return Ingested(article, tuple(claims), SplitReport(0, len(claims), 0, 0, 0))

    def kept(self, article: Article, claims: int) -> None:
        """An article is in the store."""
        if article.origin in self._keys:
            self.notes.note([(self._keys[article.origin], claims)], _mark(self._open_store(), article.id))


def _mark(store: "Store", article_id: str) -> str:
    """An article's id, and a digest of it and of what a splitter last made of it; empty where it is not there."""
    try:
        article = store.article(article_id)
    except NotFound:
        return ""
    claims = sorted(_last_split(store, article_id), key=lambda claim: claim.id)
    return f"{article_id} {hashlib.sha256(repr((article, claims)).encode('utf-8', 'replace')).hexdigest()}"


def _last_split(store: "Store", article_id: str) -> Iterator[Claim]:
    """What a splitter last made of an article, whatever people made of that."""
    found = store.claims(article_id=article_id, statuses=(ClaimStatus.ACTIVE, ClaimStatus.DROPPED))
    return (each.machine for each in found)
