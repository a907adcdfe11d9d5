"""A report's overview of many articles: each a line, and above them the claims that need somebody first."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.flows.pages import render_page
from claimcheck.flows.report.article import SCRIPT, STYLES, speller_of
from claimcheck.flows.report.facts import ADVERSE, ArticleFacts, ClaimFacts, State
from claimcheck.flows.report.made import chosen_words, made_facts
from claimcheck.flows.report.wish import Collection, ReportWish
from claimcheck.flows.report.words import LANGUAGES, Words
from claimcheck.records import Article, Label

__all__ = ["IndexEntry", "index_entry", "index_page"]

_FIRST = 20  # claims to look at first
_DONE = 5  # from this urgency on nobody need look


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An article in an overview: its figures and most urgent claims; ``page`` is its file, if it has one.

    ``past`` are its claims with a past check, ``unknown`` those that were not looked up.
    """

    article: Article
    page: str | None
    claims: int
    past: int
    unknown: int
    judged: int
    adverse: int
    ties: int
    open: int
    labels: tuple[tuple[Label, int], ...]
    samples: int
    methods: frozenset[str]
    last_verdict: date | None
    urgent: tuple[ClaimFacts, ...]


def index_entry(facts: ArticleFacts, *, page: str | None) -> IndexEntry:
    """What an overview keeps of an article: little, so that it can be of many."""
    given = [each.label for each in facts.claims if each.label]
    urgent = heapq.nsmallest(_FIRST, facts.claims, key=lambda each: each.urgency)
    return IndexEntry(
        article=facts.article,
        page=page,
        claims=len(facts.claims),
        past=sum(bool(each.past) for each in facts.claims),
        unknown=facts.not_looked_up,
        judged=facts.number_of(State.SETTLED, State.TIE),
        adverse=sum(label in ADVERSE for label in given),
        ties=facts.number_of(State.TIE),
        open=facts.number_of(State.OPEN),
        labels=tuple((label, given.count(label)) for label in Label if label in given),
        samples=sum(each.sample for each in facts.counted),
        methods=frozenset(each.claim.method for each in facts.claims),
        last_verdict=facts.last_verdict,
        urgent=tuple(each for each in urgent if each.urgency[0] < _DONE),
    )


def index_page(entries: Iterable[IndexEntry], held: Collection, wish: ReportWish) -> str:
    """The overview's page, the newest article first."""
    found = sorted(entries, key=lambda each: (each.article.published or date.min, each.article.id), reverse=True)
    words = chosen_words(wish, [each.article.language for each in found])
    first = heapq.nsmallest(
        _FIRST,
        ((claim, entry) for entry in found for claim in entry.urgent),
        key=lambda pair: (*pair[0].urgency[:2], pair[1].article.id, pair[0].number),
    )
    last = max((each.last_verdict for each in found if each.last_verdict), default=None)
    title = words("overview_of_one") if len(found) == 1 else words("overview_of", n=words.number(len(found)))
    samples = sum(each.samples for each in found)
    return render_page(
        "report/index.html",
        styles=STYLES,
        script=SCRIPT,
        words=words,
        title=title,
        banner=words.count("sample_some", samples) if samples else None,
        tally_facts=_tally(found, words),
        first=[_urgent(claim, entry, held, wish, words) for claim, entry in first],
        articles=[_line(each, words) for each in found],
        languages=sorted({(each.article.language, _language(each.article, words)) for each in found}),
        made=made_facts(held, wish, words, methods=frozenset().union(*(each.methods for each in found)), last=last),
    )


def _urgent(claim: ClaimFacts, entry: IndexEntry, held: Collection, wish: ReportWish, words: Words) -> dict[str, Any]:
    facts = ArticleFacts(entry.article, (claim,), {}, 0)
    view = speller_of(facts, held, wish, words).claim(claim, entry.article.outlet)
    return view | {"title": entry.article.title or words("no_title"), "page": entry.page}


def _line(entry: IndexEntry, words: Words) -> dict[str, Any]:
    article = entry.article
    has = [
        *(["open"] if entry.open else []),
        *(["false"] if entry.adverse else []),
        *(["tie"] if entry.ties else []),
        *(["done"] if entry.claims and not entry.open and not entry.ties else []),
    ]
    return {
        "title": article.title or words("no_title"),
        "page": entry.page,
        "lang": article.language if article.language != "und" else None,
        "language": _language(article, words),
        "language_code": article.language,
        "outlet": article.outlet,
        "day": words.day(article.published) if article.published else None,
        "iso": article.published.isoformat() if article.published else "",
        "sample": article.sample,
        "numbers": (
            ("claims", entry.claims, None),
            ("with_past", *_past(entry, words)),
            ("judged", entry.judged, None),
            ("false", entry.adverse, None),
            ("ties", entry.ties, None),
            ("open", entry.open, None),
        ),
        "has": " ".join(has),
    }


def _past(entry: IndexEntry, words: Words) -> tuple[int | None, str | None]:
    """How many claims have a past check, which nobody knows where none was looked up; and what is not known."""
    if not entry.unknown:
        return entry.past, None
    if entry.unknown == entry.claims:
        return None, words("past_unknown")
    return entry.past, f"({words.number(entry.unknown)} {words('past_unknown')})"


def _language(article: Article, words: Words) -> str:
    return words(f"language_{article.language}") if article.language in LANGUAGES else article.language


def _tally(found: Sequence[IndexEntry], words: Words) -> list[tuple[str, str, str]]:
    unknown = sum(each.unknown for each in found)
    figures = [
        (len(found), "n_articles", ""),
        (sum(each.claims for each in found), "n_claims", ""),
        (sum(each.past for each in found), "n_past", ""),
        (unknown, "n_unknown", ""),
        (sum(each.judged for each in found), "n_settled", ""),
        (sum(each.adverse for each in found), "n_adverse", "FALSE"),
        (sum(each.ties for each in found), "n_tie", "TIE"),
        (sum(each.open for each in found), "n_open", "OPEN"),
    ]
    nothing = {"n_adverse", "n_tie", "n_unknown"}  # not told where there is none
    nothing |= {"n_past"} if unknown == sum(each.claims for each in found) > 0 else set()
    told = [(n, noun, code) for n, noun, code in figures if n or noun not in nothing]
    return [(words.number(n), words.noun(noun, n), code) for n, noun, code in told]
