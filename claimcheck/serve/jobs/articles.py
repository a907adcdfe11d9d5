"""Lookups, and articles: split, checked, read."""

import io
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.article import MEDIA_TYPES, media_type_of
from claimcheck.errors import ArticleAddressRefused, ClaimcheckError, RequestImpossible
from claimcheck.flows.aside import aside_line, find_asides
from claimcheck.flows.check import match_ingested
from claimcheck.flows.ingest import ArticleOptions, Ingested, Refused, ingest
from claimcheck.flows.known_kinds import checked_filters, nothing_fits
from claimcheck.flows.lines import article_line, split_line
from claimcheck.flows.lookup import Filters
from claimcheck.match import Wishes
from claimcheck.records import Article, Label
from claimcheck.serve.desk import Desk
from claimcheck.serve.jobs.values import Json, parse_day, parse_days, part
from claimcheck.shapes import match_to_json

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["article", "articles", "check", "lookup", "ready", "split"]


def _told_claims(done: Ingested) -> Json:
    return {"article": _told_article(done.article), "offered": len(done.offered), "total": len(done.claims)}


def _told_article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "notes": list(article.notes),
    }


def _sources(text: str | None, address: str | None, about: Mapping[str, Any]) -> tuple[list[str], Json]:
    """What to read and how, as ``ingest`` takes it: a text as if it came through standard input, or an address.

    Addresses of this machine and its network are never fetched.
    """
    kind = _media_type(about.get("media_type"))
    told = {**about, "published": parse_day(about.get("published")), "media_type": kind}
    if address is not None:
        if not address.lower().startswith(("http://", "https://")):  # else it would be a path on this machine
            raise RequestImpossible("the address is not http or https", "give a page's address, or its text")
        return [address], {"options": ArticleOptions(**told)}
    stdin = io.BytesIO((text or "").encode("utf-8", "replace"))
    return ["-"], {"options": ArticleOptions(**told, encoding="utf-8"), "stdin": stdin}


def _media_type(said: str | None) -> str | None:
    """One that is read, of what a request says it is."""
    if said is None:
        return None
    kind = media_type_of(said)
    if kind is None:
        known = f"{', '.join(MEDIA_TYPES[:-1])} or {MEDIA_TYPES[-1]}"
        raise RequestImpossible(f"{said[:80]!a} is no media type of an article", f"give {known}")
    return kind


def ready(desk: Desk) -> Json:
    """How many past checks there are, once a worker can look them up."""
    store = desk.reading.store
    return {"ready": True, "reviews": store.count_reviews(), "workspace": store.workspace_id()}


def lookup(
    desk: Desk,
    queries: list[str],
    k: int | None = None,
    min_score: float | None = None,
    explain: bool = False,
    said_on: str | None = None,
    language: str | None = None,
    publisher: str | None = None,
    rating: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Json:
    """What ``lookup`` prints, query by query."""
    asked = [query.strip() for query in queries]
    if not all(asked):
        raise RequestImpossible("a query holds nothing but white space", "give a claim in words")
    first, last = parse_days(since, until)
    wishes = Wishes(min_score=min_score, explain=explain)
    label = Label(rating) if rating else None
    filters = Filters(language=language, publisher=publisher, rating=label, since=first, until=last)
    reading = desk.reading
    filters = checked_filters(reading.store, filters)
    found = reading.lookup(asked, k=k, wishes=wishes, filters=filters, day=parse_day(said_on))
    return {
        "results": [
            {"query": query, "matches": [match_to_json(match) for match in matches]}
            for query, matches in zip(asked, found, strict=True)
        ],
        "note": nothing_fits(reading.store, filters),
    }


def _read(
    desk: Desk, stack: ExitStack, text: str | None, address: str | None, about: Mapping[str, Any], *, keep: bool
) -> tuple[Ingested, "Callable[[], Store]"]:
    """The article read and split, and how the workspace it is kept in is opened: only once it could be read."""
    from claimcheck.split import RuleSplitter

    @cache
    def open_store() -> "Store":
        return stack.enter_context(desk.writing()).store

    sources, how = _sources(text, address, about)
    (done,) = ingest(sources, splitter=RuleSplitter(), open_store=open_store if keep else None, **how)
    if isinstance(done, Refused):
        if isinstance(done.error, ArticleAddressRefused):  # the command's remedy is an option that only commands have
            raise RequestImpossible(
                f"{done.error.host} is no address of the public internet, and no other is fetched",
                "give the page's text",
            )
        raise done.error if text is None else _of_a_text(done.error)
    return done, open_store


def _of_a_text(error: ClaimcheckError) -> ClaimcheckError:
    """The error with the name that a request knows the text by."""
    error.args = tuple(str(each).replace("standard input", "the text", 1) for each in error.args)
    if getattr(error, "origin", None) == "standard input":
        vars(error)["origin"] = "the text"
    return error


def split(
    desk: Desk,
    text: str | None = None,
    address: str | None = None,
    everything: bool = False,
    sentence: bool = False,
    dry_run: bool = False,
    **about: Any,
) -> Json:
    """What ``split`` prints, and what it changed in the workspace."""
    with ExitStack() as stack:
        done, _ = _read(desk, stack, text, address, about, keep=not dry_run)
    shown = done.claims if everything else done.offered
    asides = find_asides(done.article, done.claims) if everything else []
    return {
        **_told_claims(done),
        "changes": asdict(done.report) if done.report else None,
        "claims": [split_line(done.article, claim, sentence=sentence) for claim in shown],
        "asides": [aside_line(done.article, aside) for aside in asides],
    }


def check(
    desk: Desk,
    text: str | None = None,
    address: str | None = None,
    sentence: bool = False,
    top: int | None = None,
    **about: Any,
) -> Json:
    """What ``check`` prints."""
    reading = desk.reading
    asking = reading.asking()
    with ExitStack() as stack:
        done, open_store = _read(desk, stack, text, address, about, keep=True)
        matches = match_ingested(open_store(), done, reading.settings.k, top=top, **asking)
    shown = [claim for claim in done.offered[:top] if claim.id in matches]
    return {
        **_told_claims(done),
        "claims": [
            {
                **split_line(done.article, claim, sentence=sentence),
                "matches": [match_to_json(match) for match in matches[claim.id]],
            }
            for claim in shown
        ],
    }


def articles(desk: Desk, limit: int, offset: int) -> Json:
    """What ``articles`` prints, in parts."""
    store = desk.reading.store
    with store.snapshot():
        found, total = store.article_summaries(limit=limit, offset=offset), store.count_articles()
    return part([article_line(each) for each in found], total, offset)


def article(desk: Desk, article: str) -> Json:
    """One article with its text and blocks."""
    found = desk.reading.store.article(article)
    blocks = [
        {"span": [each.span.start, each.span.end], "role": each.role.value, "path": each.path} for each in found.blocks
    ]
    told = _told_article(found)
    return {**told, "byline": found.byline, "sample": found.sample, "text": found.text, "blocks": blocks}
