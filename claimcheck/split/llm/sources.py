"""What a claim's wording may draw on: the sentences of its evidence, what stands before them, the days it is about."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claimcheck.records import Article, Claim, Span
from claimcheck.split.dates.mentions import find_dates
from claimcheck.split.languages import rules_for
from claimcheck.split.llm.guards import Source
from claimcheck.split.llm.numbered import Numbered
from claimcheck.split.words.tokens import plain

__all__ = ["draw", "overlap", "touched"]

_NEAR, _BEHIND = 5, 2  # sentences in which somebody is named who is meant
_BEFORE = 1  # sentences


def touched(sentences: Sequence[Numbered], spans: Sequence[Span]) -> list[Numbered]:
    """The sentences, given in text order, that hold any of the spans."""
    found: dict[int, Numbered] = {}
    for span in spans:
        at = bisect_right(sentences, span.start, key=lambda each: each.span.start)
        for each in sentences[max(0, at - 1) :]:
            if each.span.start >= span.end:
                break
            if overlap(each.span, span):
                found[each.number] = each
    return [found[number] for number in sorted(found)]


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def draw(
    article: Article, sentences: Sequence[Numbered], spans: Sequence[Span], rule_claims: Sequence[Claim]
) -> Source:
    """What a wording of these spans may draw on; ``rule_claims`` are those of the same sentences, for their days."""
    text = article.text
    here = touched(sentences, spans)
    first, last = (here[0].number, here[-1].number) if here else (1, 1)
    before = sentences[max(0, first - 1 - _BEFORE) : first - 1]
    around = [plain(text[each.span.start : each.span.end]) for each in before]
    rules = rules_for(article.language)
    days = {claim.date.value for claim in rule_claims if claim.date}
    told = {claim.context.date for claim in rule_claims if claim.context.date} | {article.published}
    stated = " ".join(text[each.span.start : each.span.end] for each in here)
    for day in filter(None, told):
        days |= {each.date.value for each in find_dates(stated, 0, len(stated), day, rules)}
        days |= {str(each) for each in _weekdays(stated, article.language, day)}
        days |= set() if days else {str(day)}
    whole, places = "", []
    for each in here:
        stretch = text[each.span.start : each.span.end]
        shift = len(whole) - each.span.start
        for span in spans:
            if overlap(each.span, span):
                start, end = max(span.start, each.span.start), min(span.end, each.span.end)
                places.append(Span(start + shift, end + shift))
        whole += stretch + " "
    return Source(
        evidence=" ".join(text[span.start : span.end] for span in spans).replace("\u00ad", ""),
        sentences=whole,
        around=(*around, *([article.title] if article.title else [])),
        days=tuple(sorted(days)),
        near=" ".join(
            text[each.span.start : each.span.end] for each in sentences[max(0, first - 1 - _NEAR) : last + _BEHIND]
        ),
        places=tuple(places),
        resolved=tuple(
            sorted(
                {
                    each.replacement
                    for claim in rule_claims
                    for each in claim.substitutions
                    if any(span.start <= each.span.start < span.end for span in spans)
                }
            )
        ),
    )


def _weekdays(text: str, language: str, day: date) -> Iterator[date]:
    """The days, within the week up to ``day``, whose weekday a text names."""
    weekdays = rules_for(language).weekdays
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        name = next((each for each in weekdays if word.startswith(each)), None)
        if name is not None:
            yield day - timedelta(days=(day.weekday() - weekdays[name]) % 7)
