"""Articles read and split, one after the other or side by side by an executor; always in the order given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from claimcheck.batch import Executor, Processes
from claimcheck.errors import ClaimcheckError
from claimcheck.records import Article, Claim

if TYPE_CHECKING:
    from claimcheck.article import ArticleSource
    from claimcheck.split import Splitter

__all__ = ["ArticleOptions", "LeftOut", "Outcome", "Refused", "SplitArticle", "read_and_split"]

_TOGETHER = 4  # articles of one piece of work, where what it needs is sent along
_SPREAD = 16  # pieces at least, before any holds more than one article: there may be many workers
_WEIGHT = 200_000  # bytes of one such piece, if it holds more than one article
_FAILED = "so the claims are whole sentences without speakers; a bug report with the text would help"


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
    media_type: str | None = None  # one of ``article.MEDIA_TYPES``; None: by a file's name or a page's server


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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that an earlier run has done."""

    source: str


Outcome: TypeAlias = SplitArticle | Refused | LeftOut
Given: TypeAlias = "str | ArticleSource | Refused | LeftOut"  # to read, what was read, or why nothing is to be done


def read_and_split(
    sources: Sequence[str],
    *,
    splitter: "Splitter",
    options: ArticleOptions,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    is_done: "Callable[[ArticleSource], bool] | None" = None,
) -> Iterator[Outcome]:
    """Each source in order; one that cannot be read is a ``Refused`` and does not stop the others.

    With an ``executor``, or more ``jobs`` than one, the work is shared; what comes out is the same. Files and pages are
    read in this process where the executor is on other machines; there, those that ``is_done`` knows are ``LeftOut``.
    """
    if executor is None and (jobs < 2 or len(sources) < 2):
        for source in sources:
            yield _one(source, splitter, options, stdin)
        return
    sharing = executor or Processes(min(jobs, len(sources)))
    work = partial(_several, splitter=splitter, options=options)
    if sharing.near:
        pieces: Iterable[tuple[Given, ...]] = ((_here(source, stdin),) for source in sources)
    else:
        together = max(1, min(_TOGETHER, len(sources) // _SPREAD))
        pieces = _packed((_loaded(source, options, stdin, is_done) for source in sources), together)
    for outcomes in sharing.map(work, pieces):
        yield from outcomes


def _here(source: str, stdin: BinaryIO | None) -> Given:
    """Standard input is read in this process; a file by whoever splits it."""
    return _loaded(source, ArticleOptions(), stdin, None) if source == "-" else source


def _loaded(
    source: str,
    options: ArticleOptions,
    stdin: BinaryIO | None,
    is_done: "Callable[[ArticleSource], bool] | None",
) -> "ArticleSource | Refused | LeftOut":
    from claimcheck.article import load_source

    try:
        found = load_source(source, stdin=stdin, allow_private=options.allow_private)
    except ClaimcheckError as error:
        return Refused(source, error)
    return LeftOut(source) if is_done and is_done(found) else found


def _packed(coming: "Iterable[ArticleSource | Refused | LeftOut]", together: int) -> Iterator[tuple[Given, ...]]:
    """Articles in pieces of work that are neither many small ones nor a heavy one."""
    piece: list[Given] = []
    weight = 0
    for each in coming:
        more = 0 if isinstance(each, Refused | LeftOut) else len(each.data)
        if piece and (len(piece) == together or weight + more > _WEIGHT):
            yield tuple(piece)
            piece, weight = [], 0
        piece.append(each)
        weight += more
    if piece:
        yield tuple(piece)


def _several(given: tuple[Given, ...], *, splitter: "Splitter", options: ArticleOptions) -> list[Outcome]:
    return [_one(each, splitter, options, None) for each in given]


def _one(given: Given, splitter: "Splitter", options: ArticleOptions, stdin: BinaryIO | None) -> Outcome:
    if isinstance(given, Refused | LeftOut):
        return given
    from claimcheck.article import load_source, parse_source
    from claimcheck.split import WHOLE_SENTENCES

    origin = given if isinstance(given, str) else given.origin
    try:
        loaded = (
            load_source(given, stdin=stdin, allow_private=options.allow_private) if isinstance(given, str) else given
        )
        article = parse_source(
            replace(loaded, media_type=options.media_type) if options.media_type else loaded,
            published=options.published,
            outlet=options.outlet,
            title=options.title,
            url=options.url,
            language=options.language,
            encoding=options.encoding,
            sample=options.sample,
        )
    except ClaimcheckError as error:
        return Refused(origin, error)
    claims = tuple(splitter.split(article))
    if failed := next((claim.reasons[0] for claim in claims if claim.method == WHOLE_SENTENCES), None):
        article = replace(article, notes=(*article.notes, f"{failed}; {_FAILED}"))
    return SplitArticle(article, claims)
