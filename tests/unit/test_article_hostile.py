"""Reader and splitter on damaged and hostile pages: our errors or exact claims, in time, whatever the bytes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.article import parse_article
from claimcheck.errors import ArticleTooLarge
from claimcheck.records import CARRIERS
from tests.unit.hostile import PIECES, garbled, holds, mutations, shipped

SENTENCE = (
    "Der Rat in Harwick hat am Montag beschlossen, dass die Brücke 4,2 Millionen Euro kosten soll, sagte Ute Muster."
)
BODY = "".join(f"<p>{SENTENCE.replace('4,2', f'{n},2')}</p>" for n in range(1, 5))


def carried(article):
    return [article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS]


def read_html(source, **options):
    return holds(source if isinstance(source, bytes) else source.encode(), "text/html", **options)


def test_the_shipped_articles_hold_as_they_are():
    for media_type, data in shipped():
        assert holds(data, media_type) is not None


def test_garbled_prose_is_split_exactly():
    """A little; tests/system has more."""
    for data in garbled(16, seed=4):
        assert holds(data, "text/plain", language="de") is not None


def test_damaged_articles_are_read_exactly_or_refused():
    """A few; tests/system has hundreds."""
    for media_type, data in mutations(12, seed=3):
        holds(data, media_type)


piece = st.sampled_from([*PIECES, *(f"<p>{SENTENCE}</p>".encode(), SENTENCE.encode(), b"\n\n")]) | st.binary(max_size=6)


@given(st.lists(piece, min_size=1, max_size=30).map(b"".join), st.sampled_from(["text/plain", "text/html", None]))
@settings(max_examples=80, deadline=None)
def test_any_mixture_of_sentences_and_odd_bytes_holds(data, media_type):
    holds(data, media_type)


@pytest.mark.parametrize("tags", [("<div>",), ("<b>", "<i>"), ("<blockquote>",), ("<table><tr><td>",), ("<ul><li>",)])
def test_ten_thousand_levels_lose_no_sentence(tags):
    source = f"<html><body><h1>Rat beschließt Brücke</h1>{''.join(tags) * (10_000 // len(tags))}{BODY}"
    article = read_html(source)
    assert article is not None
    assert all(f"{n},2 Millionen" in article.text for n in range(1, 5))


def test_more_blocks_than_an_article_has_are_refused():
    items = "".join(f"<li><a href=/{n}>Meldung {n}</a></li>" for n in range(25_000))
    with pytest.raises(ArticleTooLarge):
        parse_article(f"<html><body>{BODY}<ul>{items}</ul>".encode(), origin="x", media_type="text/html")


def test_an_entity_bomb_stays_small():
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    source = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa">{entities}]><html><body><h1>T</h1><p>&j;</p>{BODY}'
    )
    article = read_html(source)
    assert article is not None
    assert len(article.text) < 10_000


def test_a_tag_of_fifty_thousand_attributes_takes_no_time():
    started = time.process_time()
    many = " ".join(f"a{n}=b" for n in range(50_000))
    article = read_html(f"<html><body><h1>Rat beschließt Brücke</h1><div {many}>{BODY}</div>")
    assert article is not None
    assert time.process_time() - started < 3


def test_a_long_attribute_is_no_reason_to_forget_the_others():
    data = "x=&quot;y " * 2_000
    comments = f'<div class=comments data-x="{data}">{BODY}</div>'
    source = f"<html><body><h1>Rat beschließt Brücke</h1><article>{BODY}</article>{comments}"
    article = read_html(source)
    assert article is not None
    assert sum("1,2 Millionen" in each for each in carried(article)) == 1


def test_broken_json_ld_without_end_is_passed_over():
    script = "<script type='application/ld+json'>{}</script>"
    source = (
        f"<html><head>{script.format('[' * 100_000)}{script.format('{&quot;@graph&quot;:' * 50_000)}</head><body>{BODY}"
    )
    assert read_html(source) is not None


def test_two_encodings_in_one_file_are_read_with_a_note():
    article = holds((SENTENCE + "\n\n").encode() * 8 + SENTENCE.encode("cp1252"), "text/plain")
    assert article is not None
    assert article.notes
    assert article.text.count(SENTENCE) == 8


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ראש הממשלה אמר ביום שני כי המחירים עלו ב-5 אחוזים. האופוזיציה דחתה את הדברים.\n\n", "he"),
        ("قال الرئيس يوم الاثنين إن الأسعار ارتفعت بنسبة 5 في المئة. ولم يقدم دليلا على ذلك.\n\n", "ar"),
        ("\u202eראש הממשלה אמר ביום שני כי המחירים עלו.\u202c\n\n", "he"),
        ("qaStaHvIS wa' ram loS SaD Hugh SIjlaH qetbogh loD. Heghlu'meH QaQ jajvam.\n\n", "und"),
        ("ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ᛫ᚠᛁᚱᚪ᛫ᚷᛖᚻᚹᛦᛚᚳᚢᛗ. ᛋᚳᛖᚪᛚ᛫ᚦᛖᚪᚻ᛫ᛗᚪᚾᚾᚪ.\n\n", "und"),
    ],
)
def test_any_script_and_a_language_no_rule_knows_are_split_by_sentence(text, language):
    article = holds((text * 5).encode(), "text/plain")
    assert article is not None
    assert article.language in (language, "und")
    assert holds(f"<html><body><h1>{text}</h1>{f'<p>{text * 3}</p>' * 5}".encode(), "text/html") is not None
