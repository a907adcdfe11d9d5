"""Articles read and split, one after the other or side by side in processes of their own; always in the order given."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.errors import ClaimcheckError
from claimcheck.records import Article, Claim

if TYPE_CHECKING:
    from claimcheck.split import Splitter

__all__ = ["ArticleOptions", "Refused", "SplitArticle", "read_and_split"]

_AHEAD = 3  # sources a process may be ahead of the one that is wanted, so that memory stays flat


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
class Refused:
    """An article that could not be read, and why."""

    source: str
    error: ClaimcheckError


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """An article with all its claims, best first."""

    article: Article
    claims: tuple[Claim, ...]


def read_and_split(
    sources: Sequence[str],
    *,
    splitter: "Splitter",
    options: ArticleOptions,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
) -> Iterator[SplitArticle | Refused]:
    """Each source in order; one that cannot be read is a ``Refused`` and does not stop the others.

    With more ``jobs`` than one the work is shared by that many processes; what comes out is the same. A process that
    dies costs time only: what it had not finished is done in this one.
    """
    if jobs < 2 or len(sources) < 2:
        for source in sources:
            yield _one(source, splitter, options, stdin)
        return
    waiting = deque(sources)
    ahead: deque[tuple[str, Future[SplitArticle | Refused] | None]] = deque()
    # a fresh interpreter each: a fork would copy the threads and locks of whoever calls
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(sources)), mp_context=context, initializer=_leave_interrupts)
    try:
        while waiting or ahead:
            while waiting and len(ahead) < jobs * _AHEAD:
                source = waiting.popleft()
                ahead.append((source, _submitted(pool, source, splitter, options)))
            source, future = ahead.popleft()
            yield _result(future) or _one(source, splitter, options, stdin)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, source: str, splitter: "Splitter", options: ArticleOptions
) -> "Future[SplitArticle | Refused] | None":
    """The work on a source, under way; None where it has to be done here: standard input, or the pool has broken."""
    if source == "-":
        return None
    try:
        return pool.submit(_one, source, splitter, options, None)
    except BrokenProcessPool:
        return None


def _result(future: "Future[SplitArticle | Refused] | None") -> SplitArticle | Refused | None:
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _one(source: str, splitter: "Splitter", options: ArticleOptions, stdin: BinaryIO | None) -> SplitArticle | Refused:
    from claimcheck.article import read_article

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
        return Refused(source, error)
    return SplitArticle(article, tuple(splitter.split(article)))


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that waits; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
