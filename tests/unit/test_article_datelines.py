"""The place, day and agency in front of a report are no part of a claim; a day in full is the report's own."""

from datetime import date

import pytest

from claimcheck.article import parse_article
from claimcheck.article.datelines import behind_dateline, dateline_day
from claimcheck.split import split_article


@pytest.mark.parametrize(
    ("front", "said"),
    [
        *(("Berlin (dpa) - ", "Die Zahl stieg."), ("LONDON (Reuters) – ", "“We won,” he said.")),
        *(("LONDON, May 3 (Reuters) - ", "The rate fell."), ("WASHINGTON, D.C. (AP) — ", "The rate fell.")),
        *(("Frankfurt/Main (dpa/lhe) - ", "Die Zahl stieg."), ("Kiel (ots) - ", "Am Montag stieg die Zahl.")),
        *(("Nürnberg (SID) ", "Der Club gewann."), ("(dpa) - ", "Die Zahl stieg."), ("BOSTON — ", "The rate fell.")),
        *(("Beuel · ", "Seit Mai ist die Brücke zu."), ("Moorland News – ", "Police found 300 boats.")),
        *(("Hamburg/Berlin - ", "Die Zahl stieg."), ("NEW YORK, Nov. 3 - ", "The rate fell.")),
        *(("Lindenau, 14. Mai 2025. ", "Die Zahl stieg."), ("Kiel, den 3.5.2021 – ", "Die Zahl stieg.")),
        *(
            ("London, May 3, 2021: ", "The rate fell."),
            ("HARWICK. ", "Die Zahl stieg."),
            ("LEEDS, England — ", "It fell."),
        ),
        *(("Hamburg/Berlin – ", "Die Zahl stieg."), ("Hamburg/Kiel · ", "Die Zahl stieg.")),
        *(("BAD HARWICK/NORDHEIM. ", "Die Zahl stieg."), ("SAN MARVEL, Calif. - ", "It fell.")),
        ("\u00ad\u00adHarwick.\u00ad\u00ad ", "Die Zahl stieg."),  # "**Harwick.** Die Zahl stieg." in Markdown
    ],
)
def test_a_dateline_is_left_behind(front: str, said: str) -> None:
    text = front + said

    assert text[behind_dateline(text, 0, len(text)) :] == said


@pytest.mark.parametrize(
    "text",
    [
        "Max Meier – Bürgermeister von Kiel – sagte ab.",
        "Meier (CDU) – die Kanzlerin – kam.",
        "Am 3. Mai 2021 stieg die Zahl.",
        "Im Mai 2021 stieg die Zahl.",
        "In Berlin (AP) sagte niemand etwas.",
        "Mai 2021. Die Zahl stieg.",
        "Die Stadt zahlte 3 Millionen Euro - zu viel.",
        "NATO. EU. UNO. Alle waren da.",
        "THE RATE FELL. NOBODY SAW IT.",
        "\u00ad\u00adHolm:\u00ad\u00ad Wir waren da.",
        "\u00ad\u00adJan Holm.\u00ad\u00ad Er kaufte 2023 die Brücke.",
        "HOLM. He bought the bridge.",
        "HOLM, Mayor of Leeds — and of Hull — came.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    assert behind_dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize("text", ["NORDLINE. The firm is shut.", "\u00ad\u00adNordline.\u00ad\u00ad The firm is shut."])
def test_a_name_alone_is_a_place_only_in_front_of_the_whole_text(text: str) -> None:
    assert behind_dateline(text, 0, len(text), opening=False) == 0
    assert behind_dateline(text, 0, len(text)) > 0


def test_a_paragraph_is_read_from_where_it_stands() -> None:
    text = "Brücke zu\n\nKiel (dpa) - Die Brücke ist zu."
    start = text.index("Kiel")

    assert text[behind_dateline(text, start, len(text)) :] == "Die Brücke ist zu."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lindenau, 14. Mai 2025. Die Zahl stieg.", date(2025, 5, 14)),
        ("LONDON, May 3, 2021 (Reuters) - The rate fell.", date(2021, 5, 3)),
        ("LONDON, May 3 (Reuters) - The rate fell.", None),
        ("Die Zahl stieg am 14. Mai 2025.", None),
    ],
)
def test_the_day_of_a_dateline_needs_its_year(text: str, day: date | None) -> None:
    assert dateline_day(text) == day


def test_a_report_without_another_date_is_of_the_day_in_its_dateline() -> None:
    text = (
        "Freibad bleibt in diesem Sommer zu\n\nLindenau, 14. Mai 2025. Das Bad verlor am Montag 300 Besucher an Kiel."
    )
    article = parse_article(text.encode(), origin="bad.txt", language="de")

    assert (article.published, dict(article.sources)["published"]) == (date(2025, 5, 14), "text")
    assert parse_article(text.encode(), origin="bad.txt", published=date(2024, 1, 2)).published == date(2024, 1, 2)
    [claim] = [each for each in split_article(article) if "300" in each.text]
    assert claim.evidence[0].startswith("Das Bad")
    assert claim.date
    assert claim.date.value == "2025-05-12"
