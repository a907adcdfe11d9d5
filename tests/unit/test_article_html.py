import gzip
import json
from datetime import date

import pytest

from claimcheck.article import parse_article
from claimcheck.errors import HtmlWithoutArticle
from claimcheck.records import CARRIERS, Role

PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Regen in Kiel | Beispielblatt</title>
<meta property="og:site_name" content="Beispielblatt"><link rel="canonical" href="https://example.org/regen">
<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Regen in Kiel",
"datePublished": "2023-04-11T08:00:00+02:00", "author": [{"name": "Anna Beispiel"}]}]}</script>
<script type="application/ld+json">{broken</script></head>
<body class="has-comments newsletter"><header>
<nav><a href="/">Start</a> <a href="/p">Politik</a></nav></header>
<div id="cookie-banner"><p>Wir verwenden Cookies. Sie können zustimmen.</p><button>Alle akzeptieren</button></div>
<main><article class="post tag-comments">
<h1>Regen in <em>Kiel</em></h1><p class="byline">Von Anna Beispiel</p><time datetime="2023-04-11">11.04.2023</time>
<figure><img src="x.jpg">
<figcaption>Eine Straße unter Wasser. Foto: Max Muster</figcaption></figure>
<div class="article-body">
<p><b>In Kiel hat es zwei Tage lang geregnet. Die Feuer&shy;wehr rückte 40&nbsp;mal aus.</b></p>
<p>Die Stadt will nun die Kanäle ausbauen. Das sagte der <a href="/b">Bürger</a>meister am Montag.</p>
<aside class="teaser"><a href="/q"><h3>Wie sich Städte vorbereiten</h3></a>
<p>Ein Überblick über die Pläne der Städte.</p></aside>
<h2>Was die Stadt plant</h2>
<ul><li>Ein neues Pumpwerk entsteht bis 2025</li><li>Zwei Becken folgen im Jahr darauf</li></ul>
<p style="display:none">Versteckt. Das sieht niemand.</p><p hidden>Auch versteckt. Ganz und gar.</p>
<p>Der Umbau kostet drei Millionen Euro.<br><br>Er beginnt im Mai. So hat es der Rat beschlossen.</p>
<noscript>Bitte JavaScript einschalten.</noscript><script>var x = "nichts";</script></div>
</article><section class="related"><h2>Mehr zum Thema</h2><a href="/z">Deiche an der Küste halten stand</a></section>
<section id="comments"><h2>2 Kommentare</h2>
<p>Das war doch klar. Die haben nie etwas für uns getan.</p></section></main>
<footer><p>© Beispielblatt. Alle Rechte vorbehalten.</p></footer></body></html>"""


def read(html, **options):
    return parse_article(html.encode(), origin="a.html", media_type="text/html", **options)


def roles(html, **options):
    article = read(html, **options)
    return [(block.role, article.text[block.span.start : block.span.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Start Politik", Role.FURNITURE),
        ("Wir verwenden Cookies. Sie können zustimmen.", Role.CONSENT),
        ("Alle akzeptieren", Role.CONSENT),
        ("Regen in Kiel", Role.HEADLINE),
        ("Von Anna Beispiel", Role.BYLINE),
        ("Eine Straße unter Wasser.", Role.CAPTION),
        ("Foto: Max Muster", Role.CREDIT),
        ("In Kiel hat es zwei Tage lang geregnet. Die Feuer\u00adwehr rückte 40\u00a0mal aus.", Role.LEAD),
        ("Die Stadt will nun die Kanäle ausbauen. Das sagte der Bürgermeister am Montag.", Role.BODY),
        ("Wie sich Städte vorbereiten", Role.TEASER),
        ("Ein Überblick über die Pläne der Städte.", Role.TEASER),
        ("Was die Stadt plant", Role.SUBHEADING),
        ("Ein neues Pumpwerk entsteht bis 2025", Role.BODY),
        ("Der Umbau kostet drei Millionen Euro.", Role.BODY),
        ("Er beginnt im Mai. So hat es der Rat beschlossen.", Role.BODY),
        ("Deiche an der Küste halten stand", Role.RELATED),
        ("Das war doch klar. Die haben nie etwas für uns getan.", Role.COMMENT),
        ("© Beispielblatt. Alle Rechte vorbehalten.", Role.FURNITURE),
    ],
)
def test_each_visible_text_of_a_page_is_a_block_with_its_role(text, role):
    assert (role, text) in roles(PAGE)


def test_what_a_page_does_not_show_is_not_in_its_text():
    text = read(PAGE).text
    assert not [
        each for each in ("Versteckt", "Auch versteckt", "JavaScript", "nichts", "Beispielblatt |") if each in text
    ]


def test_a_block_names_the_element_it_stands_in():
    article = read(PAGE)
    paths = {article.text[block.span.start : block.span.end]: block.path for block in article.blocks}

    assert paths["Regen in Kiel"] == "/html/body[1]/main[1]/article[1]/h1[1]"
    assert paths["Er beginnt im Mai. So hat es der Rat beschlossen."].endswith("/article[1]/div[1]/p[5]")


def test_a_page_says_who_wrote_it_when_and_where():
    article = read(PAGE)

    assert (article.title, article.published, article.language) == ("Regen in Kiel", date(2023, 4, 11), "de")
    assert (article.outlet, article.byline, article.url) == (
        "Beispielblatt",
        "Anna Beispiel",
        "https://example.org/regen",
    )
    assert dict(article.sources) == {
        "byline": "metadata", "language": "metadata", "outlet": "metadata", "published": "metadata", "title": "text",
        "url": "metadata",
    }  # fmt: skip
    assert article.notes == ()


def test_a_printed_date_that_contradicts_the_metadata_is_noted():
    article = read(PAGE.replace(">11.04.2023<", ">15.06.2021<"))

    assert article.published == date(2023, 4, 11)
    assert any("2021-06-15" in note for note in article.notes)


def test_a_page_that_names_another_language_than_it_is_written_in_is_noted():
    article = read(PAGE.replace('lang="de"', 'lang="en"'))

    assert (article.language, dict(article.sources)["language"]) == ("de", "text")
    assert any("says its language is en" in note for note in article.notes)


def test_scrambled_text_behind_a_blur_is_no_article():
    html = PAGE.replace(
        '<div class="article-body">',
        '<div class="article-body"><div class="blur-sm"><p>Gru ycy ib. Xd oi fp wil dk.</p></div>',
    )
    assert (Role.FURNITURE, "Gru ycy ib. Xd oi fp wil dk.") in roles(html)


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><nav><a href=x>Start</a></nav><footer>Impressum</footer></body></html>",
        "<html><body><h1>404 Not Found</h1></body></html>",
        "<html><body><form><label>Name</label><input><button>Anmelden</button></form></body></html>",
        "<!-- nothing -->",
    ],
)
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(HtmlWithoutArticle):
        read(html)


def test_a_page_in_a_file_called_txt_is_still_a_page():
    article = parse_article(PAGE.encode(), origin="a.txt", media_type="text/plain")
    assert article.media_type == "text/html"


def test_words_a_site_builder_puts_over_everything_do_not_hide_the_article():
    body = "".join(
        f"<p>Der Rat hat am {day}. Mai über das Pumpwerk beraten. Er nahm den Plan an.</p>" for day in range(1, 6)
    )
    html = f"<h1>Rat berät über Pumpwerk</h1><div class='widget'><div class='widget-container'>{body}</div></div>"
    assert sum(role in (Role.LEAD, Role.BODY) for role, _ in roles(html)) == 5


@pytest.mark.needs_shared_data
def test_real_pages_are_told_from_their_furniture(shared):
    """Carrier tokens by our own tokeniser over the pages whose gold may be tuned on; floors, not targets."""
    pages = json.loads((shared / "gold" / "pages" / "halves.json").read_text(encoding="utf-8"))["tune"]
    for name in pages:
        gold = json.loads((shared / "gold" / "pages" / f"{name}.json").read_text(encoding="utf-8"))
        article = read_gzip(shared / "data" / "pages" / f"{name}.html.gz")
        carried = {block.role for block in article.blocks} & CARRIERS

        assert {Role.HEADLINE, Role.LEAD} <= carried, name
        assert article.language == gold["language"], name
        assert article.published == date.fromisoformat(gold["published"]), name


def read_gzip(path):
    return parse_article(gzip.decompress(path.read_bytes()), origin=path.name, media_type="text/html")


def test_a_line_in_bold_before_a_break_is_a_paragraph_of_its_own():
    page = "<article><h1>Brücke zu</h1><p>Die Brücke in Kiel ist seit Mai zu, sagt Anna Lehr im Interview.</p>"
    page += (
        "<p><b>Warum ist sie zu? </b><br/>\nSie hat 300 Risse. <b>Das</b> ist viel.<br/>Im Juni wird sie saniert.</p>"
    )
    page += "</article>"

    article = parse_article(page.encode(), origin="a.html", language="de")

    told = [article.text[each.span.start : each.span.end] for each in article.blocks if each.role is not Role.FURNITURE]
    assert told[2:] == ["Warum ist sie zu?", "Sie hat 300 Risse. Das ist viel.\nIm Juni wird sie saniert."]


def test_who_wrote_an_article_and_when_may_stand_among_what_a_site_calls_a_teaser():
    page = '<article><h1>Brücke zu</h1><div class="teaser__meta"><p class="byline">VON ANNA LEHR am 21. April 2020</p>'
    page += "</div>"
    page += "<p>Die Brücke in Kiel ist seit Mai zu, sie hat 300 Risse.</p><p>Im Juni wird sie saniert.</p></article>"

    article = parse_article(page.encode(), origin="a.html", language="de")

    assert article.published == date(2020, 4, 21)
    assert {each.role for each in article.blocks} == {Role.HEADLINE, Role.BYLINE, Role.LEAD, Role.BODY}
