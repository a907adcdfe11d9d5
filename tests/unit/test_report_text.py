"""A report marks claims in place and loses no character of the article, whatever stands in it."""

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.flows.report.article import article_page
from claimcheck.flows.report.facts import ArticleFacts, ClaimFacts
from claimcheck.flows.report.text import cut_text, fold_furniture
from claimcheck.flows.report.wish import Collection, ReportWish
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimKind,
    ClaimStatus,
    Role,
    Span,
    article_id,
)
from claimcheck.scheme import read_scheme
from claimcheck.store import StoredClaim
from tests.unit.reported_desk import Node

HELD = Collection(read_scheme(), "00" * 32, 0, "0" * 64, None)
SPACES = ("\r\n", "\r", "\n\n", "\t", " ", "\u00ad", "\u200d", "\ufeff", "\u2028", "\u0085", "\x00", "\x0b", "\x1b")
SIGNS = ("<", ">", "&", '"', "'", "&amp;", "&#13;", "</p>", "</div>", "<!--", "]]>", "{{", "%}")
SCRIPTS = (
    "e\u0301\u0301",
    "ก็",
    "👩\u200d👩\u200d👧",
    "🏳\ufe0f\u200d🌈",
    "🇩🇪",
    "שלום",
    "مرحبا",
    "\u202e",
    "\u2066",
    "今天",
    "İ",
    "ß",
    "ŉ",
)
ODD = (*SPACES, *SIGNS, *SCRIPTS, "a", "Kiel", "12")
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=4), min_size=1, max_size=30).map("".join)


@st.composite
def marked(draw):
    """A text, its blocks, and claims of one to three spans each, however they lie."""
    text = draw(TEXTS.filter(bool))
    size = len(text)
    edges = sorted(draw(st.sets(st.integers(0, size), max_size=8)) | {0, size})
    roles = st.sampled_from([None, Role.BODY, Role.HEADLINE, Role.FURNITURE, Role.CAPTION])
    blocks = [Block(Span(start, end), role) for start, end in pairwise(edges) if start < end and (role := draw(roles))]
    place = st.tuples(st.integers(0, size - 1), st.integers(1, size)).map(sorted).filter(lambda two: two[0] < two[1])
    spans = draw(st.lists(st.lists(place.map(lambda two: Span(*two)), min_size=1, max_size=3), max_size=6))
    return text, tuple(blocks), dict(enumerate(spans, start=1))


def article_of(text, blocks=()):
    return Article(article_id(text), text, tuple(blocks), "de")


def covered(spans):
    return {place for span in spans for place in range(span.start, span.end)}


@given(marked())
@settings(max_examples=200, deadline=None)
def test_pieces_joined_are_the_text_and_lie_in_just_the_claims_they_say(case):
    text, blocks, claims = case
    paragraphs = cut_text(article_of(text, blocks), claims)
    assert "".join(piece.text for each in paragraphs for piece in each.pieces) == text
    at = 0
    for piece in (piece for each in paragraphs for piece in each.pieces):
        for place in range(at, at + len(piece.text)):
            assert set(piece.claims) == {number for number, spans in claims.items() if place in covered(spans)}
        at += len(piece.text)
    folded = [each for fold in fold_furniture(paragraphs) for each in fold.paragraphs]
    assert folded == paragraphs


@given(marked())
@settings(max_examples=100, deadline=None)
def test_every_claim_begins_once_and_ends_for_good_once(case):
    text, blocks, claims = case
    pieces = [piece for each in cut_text(article_of(text, blocks), claims) for piece in each.pieces]
    begun = [number for piece in pieces for number in piece.begins]
    ended = [number for piece in pieces for number, last in piece.ends if last]
    assert sorted(begun) == sorted(ended) == sorted(claims)


def facts_of(text, blocks, claims):
    article = article_of(text, blocks)
    found = []
    for number, spans in claims.items():
        evidence = tuple(text[span.start : span.end] for span in spans)
        how = {"assertion": Assertion.ASSERTED, "kind": ClaimKind.EVENT, "role": Role.BODY, "language": "de"}
        told = {"text": f"Claim {number}", "checkable": True, "score": 0.5}
        claim = Claim(f"{number:016x}", article.id, tuple(spans), evidence, **how, **told)
        stored = StoredClaim(claim, claim, ClaimStatus.ACTIVE, 1, None, None, False)
        found.append(ClaimFacts(number, stored, (), None, (), (), claim.text, datetime(2026, 1, 1, tzinfo=UTC)))
    return ArticleFacts(article, tuple(found), {}, 0)


@given(marked())
@settings(max_examples=25, deadline=None)
def test_the_pages_text_is_the_articles_text(case):
    text, blocks, claims = case
    node = Node(article_page(facts_of(text, blocks, claims), HELD, ReportWish()), "text")
    assert node.text == re.sub("[\0\ud800-\udfff]", "\ufffd", text)
    marks = [attrs["data-c"].split() for tag, attrs in node.elements if tag == "mark"]
    assert {int(number) for each in marks for number in each} == set(claims)
    signs = [attrs for tag, attrs in node.elements if tag == "a"]
    assert sorted(int(each["href"].removeprefix("#c-")) for each in signs) == sorted(claims)
    assert all(each["aria-label"] for each in signs)


def test_a_nested_claim_is_the_innermost_and_both_are_marked():
    text = "Lee said the bridge fell in May."
    [paragraph] = cut_text(article_of(text), {1: [Span(0, 31)], 2: [Span(9, 24)]})
    assert [(piece.text, piece.claims) for piece in paragraph.pieces] == [
        ("Lee said ", (1,)),
        ("the bridge fell", (2, 1)),
        (" in May", (1,)),
        (".", ()),
    ]
    assert [piece.ends for piece in paragraph.pieces] == [(), ((2, True),), ((1, True),), ()]


def test_a_claim_of_two_spans_ends_for_good_behind_the_second():
    text = "Kiel, a port, grew."
    [paragraph] = cut_text(article_of(text), {1: [Span(0, 4), Span(14, 18)]})
    assert [(piece.text, piece.ends) for piece in paragraph.pieces if piece.claims] == [
        ("Kiel", ((1, False),)),
        ("grew", ((1, True),)),
    ]


@pytest.mark.parametrize("spans", [[Span(3, 90)], [Span(40, 50)]])
def test_spans_that_run_over_the_end_are_cut_there(spans):
    paragraphs = cut_text(article_of("short text"), {1: spans})
    assert "".join(piece.text for each in paragraphs for piece in each.pieces) == "short text"


def test_long_furniture_is_folded_and_what_holds_a_claim_is_not():
    parts = ["Home | News | Sport " * 10, "The bridge fell.", "More news " * 30, "Read also: it rained. " * 10]
    text, blocks, at = "\n\n".join(parts), [], 0
    for part, role in zip(parts, [Role.FURNITURE, Role.BODY, Role.TEASER, Role.RELATED], strict=True):
        blocks.append(Block(Span(at, at + len(part)), role))
        at += len(part) + 2
    rain = text.index("it rained")
    counts = [fold.count for fold in fold_furniture(cut_text(article_of(text, blocks), {}))]
    assert counts == [1, 0, 2]
    folds = fold_furniture(cut_text(article_of(text, blocks), {1: [Span(rain, rain + 9)]}))
    assert [fold.count for fold in folds] == [1, 0, 1, 0]
