"""Markdown's marks inside a line: hidden without moving a letter, and no part of a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.article import parse_article
from claimcheck.article.lines import HIDDEN, hide_marks
from claimcheck.flows.report.text import cut_text
from claimcheck.split import split_article

SEEN = [
    ("The **new** _bridge_ is `2.4` km long.", "The new bridge is 2.4 km long."),
    ("As [the town hall](https://a.example/x_(y) 'Town (hall)') said.", "As the town hall said."),
    ("See [the report][1], <https://b.example>.\n\n[1]: https://c.example", "See the report, https://b.example."),
    ("Fares rise by ~~10~~12 per cent[^1].", "Fares rise by 12 per cent."),
    ("![A *red* bus](bus.jpg) It costs 3\\* a day &amp; night.", " It costs 3* a day & night."),
    ("> The **council\n> cut** it.", "> The council\n> cut it."),
    ("| Line | **Cost** |\n|---|---|\n| *7* | 2 |", "| Line | Cost |\n|---|---|\n| 7 | 2 |"),
    ("Er sagte <b>nichts</b>.<br>Sie ging.", "Er sagte nichts.    Sie ging."),
]
KEPT = ["Schüler*innen und Lehrer*innen", "1 * 2 * 3", "a snake_case_name", "[not closed](", "```\n**code**\n```"]
ARTICLE = """---
date: 2026-03-02
---
# Council cuts **bus lines**

The council of Harwick cut **three bus lines** on Monday, the [town hall](https://a.example/news) said.

- Line 4 cost *2.1 million* pounds in 2025.
"""


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_marks_are_hidden_and_words_stay(text: str, seen: str) -> None:
    assert hide_marks(text).replace(HIDDEN, "").startswith(seen)


@pytest.mark.parametrize("text", KEPT)
def test_what_marks_nothing_stays(text: str) -> None:
    assert hide_marks(text) == text


@given(st.text(alphabet="ab *_`~[]()!<>\\&#;|\n^.-1é\u00ad", max_size=60))
def test_no_letter_moves(text: str) -> None:
    hidden = hide_marks(text)

    assert len(hidden) == len(text)
    assert all(one in {other, HIDDEN, " "} for one, other in zip(hidden, text, strict=True))


def test_claims_of_markdown_read_as_their_reader_sees_them_and_stand_in_the_file() -> None:
    article = parse_article(ARTICLE.encode(), origin="buses.md", media_type="text/markdown")
    claims = {claim.text: claim for claim in split_article(article)}

    cut = claims["The council of Harwick cut three bus lines on Monday, 2 March 2026."]
    assert cut.speaker == "town hall"
    assert cut.evidence == ("The council of Harwick cut **three bus lines** on Monday",)
    assert "Line 4 cost 2.1 million pounds in 2025." in claims
    for claim in claims.values():
        assert claim.evidence == tuple(article.text[span.start : span.end] for span in claim.spans)


@pytest.mark.parametrize("lead", ["**LINDAU (dpa).** ", "**LINDAU, 14. Mai (dpa) -** ", "*Lindau* (dpa) - "])
def test_a_marked_dateline_is_no_part_of_a_claim(lead: str) -> None:
    text = f"# Strom wird teurer\n\n{lead}Die [Stadtwerke](https://a.example) verloren **300 Kunden**.\n"
    article = parse_article(text.encode(), origin="power.md", media_type="text/markdown", language="de")

    assert "Die Stadtwerke verloren 300 Kunden." in {claim.text for claim in split_article(article)}
    shown = "".join(piece.text for paragraph in cut_text(article, {}) for piece in paragraph.pieces)
    assert "Die Stadtwerke verloren 300 Kunden." in shown


def test_the_header_of_a_table_is_no_claim() -> None:
    table = "| Ort 2023 | Kosten in Kiel |\n|---|---|\n| Kiel | 80 Millionen Euro |\n"
    text = "# Brücken\n\nDer Rat baut zwei Brücken.\n\n" + table
    article = parse_article(text.encode(), origin="a.md", media_type="text/markdown", language="de")

    assert [claim.text for claim in split_article(article) if "Euro" in claim.text or "Kosten" in claim.text] == [
        "Kiel | 80 Millionen Euro."
    ]


def test_a_sentence_ends_inside_bold_words_too_and_a_bold_place_in_front_is_no_claim() -> None:
    text = "**Harwick.** Der Rat gab 2023 **3 Millionen Euro aus.** *Am* **24.** *Mai* 2023 kam Holm nach Leeds."
    article = parse_article(text.encode(), origin="a.md", media_type="text/markdown", language="de")

    assert {claim.text for claim in split_article(article)} == {
        "Der Rat gab 2023 3 Millionen Euro aus.",
        "Am 24. Mai 2023 kam Holm nach Leeds.",
    }
