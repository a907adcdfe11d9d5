from datetime import date

import pytest

from claimcheck.article import parse_article
from claimcheck.article.lines import find_lines
from claimcheck.article.vocabulary import credit_at
from claimcheck.records import CARRIERS, Role

NEWS = """Regen in Kiel: Feuerwehr im Dauereinsatz

    |

Von Anna Beispiel
Stand: 11.04.2023, 14:30 Uhr

In Kiel hat es zwei Tage lang geregnet. Die Feuerwehr rückte 40-mal aus.

Überflutete Straße in Kiel (Archivfoto)
Foto: dpa

Die Stadt will nun die Kanäle ausbauen. Das sagte der Bürgermeister am Montag.
Hafenreporterin Ute Muster in Kiel
"Das Wasser stand in den Kellern", so Ute Muster aus dem Hafen. 10.04.2023 | 1:20 min
• Wie sich Städte auf Starkregen vorbereiten
• Deiche an der Küste: Was sie aushalten

Was die Stadt plant

Sie nennt drei Vorhaben:
- ein neues Pumpwerk
- zwei Rückhaltebecken

Cookie-Hinweise beschäftigen derweil die Verwaltung. Das Amt hat 3000 davon geprüft.

Wir benötigen Ihre Zustimmung
Um diesen externen Inhalt zu laden, müssen Sie der Übertragung Ihrer IP-Adresse zustimmen. Cookies können Sie ablehnen.
Alle akzeptieren

Korrektur: In einer früheren Version stand ein falscher Tag.

Alle Meldungen zum Wetter finden Sie in unserem Liveblog:

Sturm und Regen
Die neuesten Bilder aus dem Norden, laufend im Ticker.
Wetter
Newsletter abonnieren

Kommentare (2)
Otto
Das war doch klar. Die haben nie etwas getan.
"""


def roles(text, **options):
    article = parse_article(text.encode(), origin="a.txt", **options)
    return [(block.role, article.text[block.span.start : block.span.end]) for block in article.blocks]


def role_of(text, part, **options):
    return next(role for role, found in roles(text, **options) if part in found)


@pytest.mark.parametrize(
    ("part", "role"),
    [
        ("Regen in Kiel", Role.HEADLINE),
        ("|", Role.FURNITURE),
        ("Von Anna", Role.BYLINE),
        ("Stand: 11", Role.BYLINE),
        ("In Kiel hat", Role.LEAD),
        ("Überflutete", Role.CAPTION),
        ("Foto: dpa", Role.CREDIT),
        ("Die Stadt will", Role.BODY),
        ("Hafenreporterin", Role.EMBED),
        ('"Das Wasser', Role.EMBED),
        ("• Wie sich", Role.RELATED),
        ("Was die Stadt plant", Role.SUBHEADING),
        ("- ein neues Pumpwerk", Role.BODY),
        ("Cookie-Hinweise", Role.BODY),
        ("Um diesen externen", Role.CONSENT),
        ("Alle akzeptieren", Role.CONSENT),
        ("Korrektur", Role.CORRECTION),
        ("Alle Meldungen", Role.TEASER),
        ("Sturm und Regen", Role.TEASER),
        ("Die neuesten Bilder", Role.TEASER),
        ("Newsletter", Role.NEWSLETTER),
        ("Kommentare (2)", Role.COMMENT),
        ("Das war doch klar", Role.COMMENT),
    ],
)
def test_each_line_of_a_news_page_has_its_role(part, role):
    assert role_of(NEWS, part) is role


def test_a_page_with_windows_line_ends_has_the_same_roles():
    assert [role for role, _ in roles(NEWS.replace("\n", "\r\n"))] == [role for role, _ in roles(NEWS)]


def test_every_word_of_a_text_is_in_some_block():
    assert "".join(text for _, text in roles(NEWS)).split() == NEWS.split() or (
        sorted(" ".join(text for _, text in roles(NEWS)).split()) == sorted(NEWS.split())
    )


def test_an_english_page_is_read_by_the_same_rules():
    page = "\n\n".join(
        [
            "Council approves new bridge",
            "By Jane Example",
            "The council approved the bridge on Tuesday. It will cost 3 million.",
            "The old bridge, pictured in March (file photo)\nPhoto: Example News",
            "Work starts in May. It lasts two years.",
            "Read more: Why the ferry stopped",
            "Sign up for our newsletter",
            "Comments\nBob\nI do not believe it. It is late.",
        ]
    )
    assert [role.value for role, _ in roles(page)] == [
        "headline", "byline", "lead", "caption", "credit", "body", "related", "newsletter",
        "comment", "comment", "comment",
    ]  # fmt: skip


def test_correction_officers_and_cookies_in_the_news_stay_in_the_body():
    page = "\n\n".join(
        [
            "Prison in the news",
            "The prison was closed on Monday. It had 40 cells.",
            "Correction officers said the prison was unsafe. They had warned the state in 2019.",
            "The regulator fined the site over its cookies and its tracking. It had asked for consent only once.",
            "Newsletters sent by the prison stopped in 2020. Nobody noticed.",
        ]
    )
    assert {role for role, _ in roles(page)} <= CARRIERS


def test_a_live_text_is_known_by_its_times_of_day():
    page = "\n\n".join(["Sturm über Kiel"] + [f"{hour}:15 Uhr: Der Zug steht. Er fährt nicht." for hour in (9, 10, 11)])
    assert [role.value for role, _ in roles(page)] == ["headline"] + ["live_update"] * 3


def test_claims_one_a_line_without_full_stops_are_all_carriers():
    page = "Lukashenko has ruled Belarus for 25 years\nKyiv has three million people\nThe Dnieper is 2200 km long"
    assert all(role in CARRIERS for role, _ in roles(page))


def test_a_text_wrapped_at_a_fixed_width_has_paragraphs_not_lines():
    text = (
        "The council approved the plan on Tuesday by a vote of 7 to 2, after more\n"
        "than four hours of debate in which residents spoke against the project and\n"
        "asked for a delay. The mayor said the work would begin in March 2024, and\n"
        "that it would cost about 3 million dollars.\n\n"
        "Opponents announced that they would take the matter to court, where a\n"
        "ruling is expected within six months of the complaint being filed.\n"
    )
    assert [line.text for line in find_lines(text)] == [each.strip() for each in text.split("\n\n")]


def test_a_credit_at_the_end_of_a_paragraph_is_a_block_of_its_own():
    page = (
        "Rain in Kiel\n\nIt rained for two days in Kiel. The fire brigade came. Source: dpa\n\nIt went on. It was wet."
    )
    assert (Role.CREDIT, "Source: dpa") in roles(page)
    assert (Role.LEAD, "It rained for two days in Kiel. The fire brigade came.") in roles(page)


def test_what_a_text_prints_about_itself_is_metadata_with_its_source():
    article = parse_article(NEWS.encode(), origin="a.txt")

    assert (article.title, article.byline) == ("Regen in Kiel: Feuerwehr im Dauereinsatz", "Anna Beispiel")
    assert (article.published, article.language) == (date(2023, 4, 11), "de")
    assert dict(article.sources) == {"byline": "text", "language": "text", "published": "text", "title": "text"}


def test_the_callers_word_stands_above_the_texts_and_a_contradiction_is_noted():
    article = parse_article(NEWS.encode(), origin="a.txt", published=date(2024, 1, 1), title="Regen", language="de-AT")

    assert (article.published, article.title, article.language) == (date(2024, 1, 1), "Regen", "de")
    assert {"published": "option", "title": "option", "language": "option"}.items() <= dict(article.sources).items()
    assert any("2023-04-11" in note for note in article.notes)


MARKDOWN = """---
title: Rain in Kiel
date: 2023-04-11
author: A. Example
---

# Rain in *Kiel*

It rained for two days in Kiel,
and the fire brigade was called out 40 times.

What the city plans
-------------------

- A new pumping station will open in 2025.
- Two basins follow.

> We did what we could.

![Flooded street](x.jpg)

[Read on](http://example.org/x)

| place | mm |
|-------|----|
| Kiel  | 80 |

```
code
```
"""


def test_markdown_is_read_by_its_grammar_and_its_marks_are_in_no_block():
    assert [(role.value, text) for role, text in roles(MARKDOWN, media_type="text/markdown")][1:] == [
        ("headline", "Rain in *Kiel*"),
        ("lead", "It rained for two days in Kiel,\nand the fire brigade was called out 40 times."),
        ("subheading", "What the city plans"),
        ("body", "A new pumping station will open in 2025."),
        ("body", "Two basins follow."),
        ("quote_box", "We did what we could."),
        ("furniture", "![Flooded street](x.jpg)"),
        ("related", "[Read on](http://example.org/x)"),
        ("subheading", "| place | mm |"),
        ("furniture", "|-------|----|"),
        ("fact_box", "| Kiel  | 80 |"),
        ("furniture", "```\ncode\n```"),
    ]


def test_front_matter_is_furniture_and_metadata():
    article = parse_article(MARKDOWN.encode(), origin="a.md", media_type="text/markdown")

    assert article.blocks[0].role is Role.FURNITURE
    assert (article.title, article.published, article.byline) == ("Rain in Kiel", date(2023, 4, 11), "A. Example")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_markdown_stands_in_the_file_whatever_its_line_ends(end):
    text = MARKDOWN.replace("\n", end)
    article = parse_article(text.encode(), origin="a.md", media_type="text/markdown")

    assert article.text == text
    assert [block.role for block in article.blocks] == [role for role, _ in roles(MARKDOWN, media_type="text/markdown")]


@pytest.mark.needs_shared_data
def test_every_line_of_the_real_page_has_the_role_its_annotator_gave_it(shared):
    import json

    gold = json.loads((shared / "gold" / "seed_claims.json").read_text(encoding="utf-8"))["blocks"]
    article = parse_article((shared / "seeds" / "000_ffb780124a92d929.txt").read_bytes(), origin="seed.txt")

    found = [(block.span.start, block.span.end, block.role.value) for block in article.blocks]
    assert found == [(block["start"], block["end"], block["role"]) for block in gold]


def test_a_last_paragraph_that_ends_in_a_picture_is_still_body():
    text = "Bridge opens\n\nThe bridge is open to traffic again.\n\nThe works cost 4.2 million, the town said. 🌉️\n"
    article = parse_article(text.encode(), origin="a.txt")
    assert [block.role for block in article.blocks] == [Role.HEADLINE, Role.LEAD, Role.BODY]


@pytest.mark.parametrize("credit", ["picture alliance | Ann Lee", "dpa/Ann Lee", "imago images / Nordbild"])
def test_the_house_of_a_picture_behind_its_caption_is_a_credit(credit: str) -> None:
    caption = "Auch die Brücke in Kiel ist seit Mai noch nicht offen."

    assert credit_at(f"{caption} {credit}") == len(caption) + 1
    assert credit_at(f"{caption} Die dpa/Reuters-Meldung kam 2019.") is None
