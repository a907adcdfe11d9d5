"""Whatever the bytes: an error of ours, or an article whose blocks stand exactly where they say."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.article import parse_article
from claimcheck.article.page import read_page
from claimcheck.errors import ClaimcheckError
from claimcheck.records import article_id

ODD = [
    "😀",
    "👩‍👩‍👧",
    "\u00a0",
    "\u00ad",
    "e\u0301",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "שלום",
    "مرحبا",
    "\u202e",
    "\u200b",
    "\ufeff",
    "Ü",
    "ß",
]
WORDS = [
    "Der Rat tagt.",
    "Foto: dpa",
    "Von Ute Muster",
    "Titel ohne Punkt",
    "• ",
    "- ",
    "# ",
    "> ",
    "|",
    "1. ",
    "```",
    "---",
    "Kommentare",
]
TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<h1>",
    "</h1>",
    "<li>",
    "<td>",
    "<a href=x>",
    "</a>",
    "<!--",
    "-->",
]

odd_text = st.lists(st.sampled_from(ODD + WORDS) | st.text(max_size=8), min_size=1, max_size=40).map("".join)
odd_html = st.lists(st.sampled_from(ODD + WORDS + TAGS) | st.text(max_size=8), min_size=1, max_size=60).map("".join)
media = st.sampled_from(["text/plain", "text/markdown", "text/html", None])


def check(article):
    end = 0
    for block in article.blocks:
        part = article.text[block.span.start : block.span.end]
        assert part
        assert part == part.strip()
        assert block.span.start >= end
        end = block.span.end
    assert end <= len(article.text)
    assert article.id == article_id(article.text)


@given(st.binary(max_size=400), media)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_an_article_or_one_of_our_errors(data, media_type):
    try:
        article = parse_article(data, origin="x", media_type=media_type)
    except ClaimcheckError as caught:
        lines = str(caught).splitlines()
    else:
        check(article)
        return
    assert len(lines) == 1


@given(odd_text, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["text/plain", "text/markdown"]))
@settings(max_examples=300, deadline=None)
def test_a_text_comes_back_as_it_was_and_its_blocks_stand_in_it(text, encoding, media_type):
    text = text.encode("utf-8", "ignore").decode().lstrip("\ufeff")
    try:
        article = parse_article(text.encode(encoding), origin="x", media_type=media_type, encoding=encoding)
    except ClaimcheckError:
        assert not text.strip() or article_looks_like_html(text)
        return
    if article.media_type != "text/html":
        assert article.text == text
    check(article)


def article_looks_like_html(text):
    from claimcheck.article.charset import looks_like_html

    return looks_like_html(text)


@given(odd_text)
@settings(max_examples=200, deadline=None)
def test_every_word_of_a_plain_text_is_in_some_block(text):
    text = text.encode("utf-8", "ignore").decode().lstrip("\ufeff")
    try:
        article = parse_article(text.encode(), origin="x", media_type="text/plain", encoding="utf-8")
    except ClaimcheckError:
        return
    if article.media_type == "text/plain":
        outside = list(article.text)
        for block in article.blocks:
            outside[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
        assert not "".join(outside).strip()


@given(odd_html)
@settings(max_examples=300, deadline=None)
def test_pieces_of_a_page_stand_where_they_say(source):
    page = read_page(source)
    for piece in page.pieces if page else ():
        assert page.text[piece.start : piece.start + len(piece.text)] == piece.text
        assert 0 <= piece.linked <= len(piece.text)


@given(st.lists(st.text(alphabet="abc ü😀\u00ad\u00a0ש", min_size=1, max_size=20), min_size=1, max_size=10))
@settings(max_examples=200, deadline=None)
def test_every_visible_word_of_a_page_is_in_its_text_in_order(parts):
    page = read_page("<body>" + "".join(f"<div>{html.escape(each)}</div>" for each in parts))
    expected = [word for each in parts for word in each.split(" ") if word.strip("\u00ad\u00a0")]
    found = [word for word in (page.text if page else "").replace("\n", " ").split(" ") if word.strip("\u00ad\u00a0")]
    assert found == expected
