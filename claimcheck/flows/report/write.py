"""``report``: an article's claims, past checks and verdicts as one page to send around; an overview of many as another.

A page needs no network and no other file; the same workspace and wishes give the same bytes. Nothing is written to the
workspace.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.dataset import find_contacts
from claimcheck.errors import (
    ArticleNotHeld,
    ClaimcheckError,
    FileNotWritable,
    NothingToReport,
    OutputTaken,
    ReportNameUnfit,
)
from claimcheck.files import demand_free, making_folder, write_whole
from claimcheck.flows.pages import encode_page
from claimcheck.flows.report.article import article_page
from claimcheck.flows.report.checks import web_link
from claimcheck.flows.report.facts import ArticleFacts, gather_article, settle_once
from claimcheck.flows.report.index import IndexEntry, index_entry, index_page
from claimcheck.flows.report.wish import ReportWish, collection_of
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article
from claimcheck.scheme import Scheme
from claimcheck.store import Store

__all__ = ["ReportDone", "ReportWish", "format_article", "make_page", "write_report"]

_INDEX = "index.html"
_PAGE = re.compile(r"[0-9a-f]{16}\.html")
_ID = re.compile(r"[0-9a-f]{1,16}")
_OURS = '<meta name="generator" content="claimcheck '
_ENDINGS = {".html", ".htm"}


@dataclass(slots=True)
class ReportDone:
    """What was written: how many ``pages`` of how many ``claims``, in ``size`` bytes.

    ``contacts`` counts the e-mail addresses and telephone numbers in what annotators wrote, ``empty`` are articles of
    which no claim is shown.
    """

    path: Path
    pages: int = 0
    articles: int = 0
    claims: int = 0
    size: int = 0
    contacts: Counter[str] = field(default_factory=Counter)
    empty: list[Article] = field(default_factory=list)


def _find_article(store: Store, wanted: str) -> Article:
    """The article that is meant: by its id or the beginning of one, its file, or the address it was read from.

    A file is known by its text, wherever it lies; one that reads otherwise than when it was split, by its path.

    Raises:
        ArticleNotHeld: the workspace has none of that.
        NotFound, AmbiguousId: what looks like an id begins none, or several.
    """
    path = Path(wanted)
    there = _is_there(path)
    if _ID.fullmatch(wanted) and not there:
        return store.article(wanted)
    places = {wanted}
    if not wanted.startswith(("http://", "https://")):
        places.add(str(path.resolve()))
        held = _by_text(store, path) if there and path.is_file() else None
        if held:
            return held
    found = store.articles_from({each for each in places if _is_text(each)})
    if not found:
        what = "no article was read from there" if there else "neither an id, a file nor an address it knows"
        raise ArticleNotHeld(wanted, str(store.folder), what)
    return store.article(found[-1])


def _is_there(path: Path) -> bool:
    """Whether something is at the path; a name that no file can have names none."""
    try:
        return path.exists()
    except OSError:
        return False


def _is_text(name: str) -> bool:
    """Whether a database can be asked for it: a file's name may hold bytes that no text has."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _by_text(store: Store, path: Path) -> Article | None:
    from claimcheck.article import read_article

    try:
        return store.article(read_article(str(path)).id)
    except ClaimcheckError:  # not readable as it stands, or another text: its path may be known
        return None


def format_article(
    store: Store, article: Article, scheme: Scheme, wish: ReportWish | None = None, *, overview: bool = False
) -> str:
    """The page of one article, as HTML; with ``overview`` it leads back to ``index.html`` beside it."""
    wish = wish or ReportWish()
    with store.snapshot():
        facts = gather_article(store, article, scheme, everything=wish.everything, settled=settle_once(store, scheme))
        held = collection_of(store, scheme)
    return article_page(facts, held, wish, overview=overview)


def make_page(
    store: Store, wanted: Sequence[str] = (), *, scheme: Scheme, wish: ReportWish | None = None
) -> tuple[bytes, ReportDone]:
    """What ``write_report`` would write to a file, without writing it; and what is on it.

    Raises:
        NothingToReport, ArticleNotHeld, NotFound, AmbiguousId: as ``write_report``.
    """
    done = ReportDone(Path("-"))
    with store.snapshot():
        articles = _wanted_articles(store, wanted)
        writer = _Writer(store, scheme, wish or ReportWish(), done)
        return writer.only_page(articles, alone=bool(wanted)), done


def write_report(
    store: Store,
    out: Path,
    wanted: Sequence[str] = (),
    *,
    scheme: Scheme,
    wish: ReportWish | None = None,
    force: bool = False,
    progress: Progress = unseen,
) -> ReportDone:
    """Write a report on the ``wanted`` articles, or on all: a file where ``out`` is named as a page, else a folder.

    A file holds the page of one wanted article, or the overview of several; a folder the overview as ``index.html`` and
    a page for each. It appears whole or not at all.

    Raises:
        NothingToReport: the workspace holds no article.
        ArticleNotHeld: it does not hold one of the wanted.
        NotFound, AmbiguousId: what looks like an id begins none, or several.
        ReportNameUnfit: ``out`` is named as another kind of file, and is no folder that is there.
        OutputTaken: something is there, and ``force`` was not said.
        FileNotWritable: the place cannot be written, or the folder holds what no report of ours wrote.
    """
    page = out.suffix.lower() in _ENDINGS
    _check_place(out, page=page, force=force)
    done = ReportDone(out)
    with store.snapshot():
        articles = _wanted_articles(store, wanted)
        writer = _Writer(store, scheme, wish or ReportWish(), done)
        if page:
            write_whole(out, writer.only_page(articles, alone=bool(wanted)), force=force)
        else:
            with making_folder(out) as folder:
                entries = []
                for number, each in enumerate(articles, start=1):
                    progress("writing pages", number, len(articles))
                    (folder / f"{each.id}.html").write_bytes(writer.page(each, overview=True))
                    entries.append(writer.entry(each, linked=True))
                (folder / _INDEX).write_bytes(writer.overview(entries))
    return done


def _wanted_articles(store: Store, wanted: Sequence[str]) -> list[Article]:
    """The articles that are meant, each once; all where none is named."""
    if wanted:
        return list({each.id: each for each in (_find_article(store, one) for one in wanted)}.values())
    articles = store.articles()
    if not articles:
        raise NothingToReport(str(store.folder))
    return articles


class _Writer:
    """Makes pages of one workspace and counts them."""

    def __init__(self, store: Store, scheme: Scheme, wish: ReportWish, done: ReportDone) -> None:
        self._store, self._scheme, self._wish, self._done = store, scheme, wish, done
        self._settled, self._held = settle_once(store, scheme), collection_of(store, scheme)
        self._last: ArticleFacts | None = None

    def _facts(self, article: Article) -> ArticleFacts:
        if self._last is None or self._last.article.id != article.id:
            wish, done = self._wish, self._done
            self._last = gather_article(
                self._store, article, self._scheme, everything=wish.everything, settled=self._settled
            )
            done.articles += 1
            done.claims += len(self._last.claims)
            done.contacts.update(each.kind for text in _written(self._last) for each in find_contacts(text))
            if not self._last.claims:
                done.empty.append(article)
        return self._last

    def only_page(self, articles: Sequence[Article], *, alone: bool) -> bytes:
        """A report that is one page: of one article where it is to stand ``alone``, else the overview."""
        if alone and len(articles) == 1:
            return self.page(articles[0])
        return self.overview([self.entry(each, linked=False) for each in articles])

    def page(self, article: Article, *, overview: bool = False) -> bytes:
        return self._count(article_page(self._facts(article), self._held, self._wish, overview=overview))

    def entry(self, article: Article, *, linked: bool) -> IndexEntry:
        return index_entry(self._facts(article), page=f"{article.id}.html" if linked else None)

    def overview(self, entries: Sequence[IndexEntry]) -> bytes:
        return self._count(index_page(entries, self._held, self._wish))

    def _count(self, page: str) -> bytes:
        data = encode_page(page)
        self._done.pages += 1
        self._done.size += len(data)
        return data


def _written(facts: ArticleFacts) -> Iterable[str]:
    """What annotators wrote, as far as a page shows it."""
    for each in facts.counted:
        yield from (text for text in (each.justification, each.better_wording) if text)
        yield from (link.quote for link in each.evidence if link.quote)
        yield from (link.url for link in each.evidence if link.url and not web_link(link.url))


def _check_place(out: Path, *, page: bool, force: bool) -> None:
    """Before any work: nothing that is there is replaced unasked, and nothing but our own pages with a folder."""
    ending = out.suffix.removeprefix(".")
    if ending and not page and not ending.isdigit() and not out.is_dir():  # a folder may be named after a month
        raise ReportNameUnfit(str(out))
    if not out.parent.is_dir():
        raise FileNotWritable(str(out), "there is no such folder to write into")
    if page:
        demand_free(out, force=force)
    if not page and out.is_dir() and any(out.iterdir()):
        if not force:
            raise OutputTaken(str(out))
        strange = sorted(each.name for each in out.iterdir() if not _is_ours(each))
        if strange:
            raise FileNotWritable(str(out), f"no report wrote {strange[0]} in it, and --force spares that")


def _is_ours(path: Path) -> bool:
    if not path.is_file() or not (path.name == _INDEX or _PAGE.fullmatch(path.name)):
        return False
    with path.open(encoding="utf-8", errors="replace") as page:
        return _OURS in page.read(4_000)
