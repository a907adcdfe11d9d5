"""Live updates: every entry of a stack has its own day; and what only looks like one does not."""

from datetime import date

import pytest

from claimcheck.article import parse_article
from claimcheck.article.stamps import read_stamp
from claimcheck.records import Role

OCT = {day: date(2025, 10, day) for day in range(1, 9)}
BASE = date(2025, 10, 3)


def updates(source, *, media_type="text/plain", **options):
    article = parse_article(source.encode(), origin="x", media_type=media_type, **options)
    return [
        (block.date, article.text[block.span.start : block.span.end])
        for block in article.blocks
        if block.role is Role.LIVE_UPDATE
    ]


def page(*entries, title="Hochwasser im Liveticker", head=""):
    return (
        f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{''.join(entries)}</main></body>"
    )


@pytest.mark.parametrize(
    ("text", "day", "minute"),
    [
        ("14:05", None, 845),
        ("14.05 Uhr", None, 845),
        ("+++ 14:05 Uhr +++", None, 845),
        ("4.20pm BST", None, 980),
        ("12:10 a.m.", None, 10),
        ("Friday 3 October 2025, 16:20", OCT[3], 980),
        ("Freitag, 3. Oktober 2025", OCT[3], None),
        ("2. Oktober, 16.20 Uhr", OCT[2], 980),
        ("2.10., 9:15 Uhr", OCT[2], 555),
        ("Oct 2, 2025 at 3:14 p.m. ET", OCT[2], 914),
        ("Gestern, 16.20 Uhr", OCT[2], 980),
        ("Thu 2 October 12:10", OCT[2], 730),
        ("16:20, 1 October", OCT[1], 980),
    ],
)
def test_a_stamp_says_its_day_and_minute(text, day, minute):
    stamp = read_stamp(text, BASE)
    assert stamp is not None
    assert (stamp.day, stamp.minute, stamp.alone) == (day, minute, True)


@pytest.mark.parametrize(
    "text",
    ["Am Montag um 14:05 Uhr kam er.", "12.50 Euro kostet es", "3:2 gegen Bremen", "Der Zug kam um 14:05",
     "2025 war es so", "14.300 Menschen kamen", "99:99", "24,5 Grad", "1. FC Harwick gewinnt",
     "3. Oktober ist Feiertag"],
)  # fmt: skip
def test_what_is_no_stamp_is_none(text):
    assert read_stamp(text, BASE) is None


def test_entries_of_a_page_have_the_day_of_their_time_element():
    entries = [
        f'<section><p class="t"><time datetime="2025-10-0{day}T{hour}:00">{hour}.00 Uhr</time></p><h3>Lage {day}</h3>'
        f"<p>Der Pegel stieg gestern auf {day} Meter und {hour} Zentimeter.</p></section>"
        for day, hour in ((3, 16), (3, 11), (2, 18))
    ]
    found = updates(page(*entries), media_type="text/html")
    assert [day for day, _ in found] == [OCT[3], OCT[3], OCT[3], OCT[3], OCT[2], OCT[2]]
    assert [text for _, text in found][::2] == ["Lage 3", "Lage 3", "Lage 2"]


def test_a_title_above_its_time_belongs_to_that_time():
    entries = [
        f'<div class="e"><h2>Titel {day}</h2><time datetime="2025-10-0{day}T12:00">{day}. Oktober 2025, 12:00</time>'
        f"<p>Der Pegel stieg am Abend um {day} Meter, sagte ein Sprecher der Stadt.</p></div>"
        for day in (3, 2, 1)
    ]
    found = updates(page(*entries), media_type="text/html")
    assert [(day, text) for day, text in found if text.startswith("Titel")] == [
        (OCT[3], "Titel 3"), (OCT[2], "Titel 2"), (OCT[1], "Titel 1"),
    ]  # fmt: skip


def test_dated_headings_give_their_day_to_the_times_below():
    source = (
        "Hochwasser: der Liveticker\n\nFreitag, 3. Oktober 2025\n\n16:20 Uhr: Der Pegel sinkt. Das sagte die Stadt.\n\n"
        "09:10 Uhr: Zwei Straßen sind wieder frei, sagte die Polizei.\n\nDonnerstag, 2. Oktober 2025\n\n"
        "21:45 Uhr: Der Fluss steht bei vier Metern, sagte die Stadt.\n"
    )
    assert [day for day, _ in updates(source)] == [OCT[3], OCT[3], OCT[2]]


def test_times_alone_count_back_over_midnight_from_the_day_of_publication():
    source = "\n\n".join(
        ["Sturm: alle Entwicklungen im Ticker", "Der Sturm hat den Norden erreicht. Drei Orte sind ohne Strom."]
        + [
            f"{time}\n\nDie Feuerwehr rückte zum {number}. Mal aus, sagte ihr Sprecher."
            for number, time in enumerate(("08:30", "00:10", "23:50", "19:00"), start=1)
        ]
    )
    assert [day for day, _ in updates(source, published=OCT[3])] == [OCT[3], OCT[3], OCT[2], OCT[2]]


def test_times_alone_count_forward_where_the_oldest_stands_first():
    told = "Das Ergebnis liegt vor, sagte der Wahlleiter der Stadt."
    times = ("20:00", "22:30", "23:59", "00:40")
    source = "\n\n".join(["Wahlnacht: so lief sie", *(f"{time} Uhr: {told}" for time in times)])
    assert [day for day, _ in updates(source, published=OCT[2])] == [OCT[2], OCT[2], OCT[2], OCT[3]]


def test_without_any_day_an_update_has_none():
    source = "\n\n".join(
        ["Ticker", *(f"1{n}:00 Uhr: Der Zug {n} fiel aus, sagte die Bahn am Abend." for n in range(4))]
    )
    found = updates(source)
    assert len(found) == 4
    assert {day for day, _ in found} == {None}


def test_one_line_about_the_page_s_own_time_makes_no_stack():
    source = (
        "Rat beschließt Haushalt\n\nStand: 03.10.2025 17:42 Uhr\n\nAktualisiert: 03.10.2025, 18:00 Uhr\n\n"
        "Veröffentlicht: 03.10.2025, 16:00 Uhr\n\nDer Rat hat den Haushalt beschlossen. Er ist groß wie nie.\n"
    )
    assert updates(source) == []


def test_comments_with_times_are_no_updates():
    comments = "".join(
        f"<div><b>leser{n}</b> <time datetime='2025-10-03T1{n}:00'>3. Oktober 2025, 1{n}:00 Uhr</time>"
        f"<p>Das glaube ich nicht. Die haben {n} Jahre lang nichts getan.</p></div>"
        for n in range(5)
    )
    body = "".join(f"<p>Der Rat hat am {n}. Mai getagt. Er beschloss den Haushalt des Jahres.</p>" for n in range(1, 9))
    source = page(body, f"<section id=kommentare><h2>5 Kommentare</h2>{comments}</section>", title="Rat tagt")
    assert updates(source, media_type="text/html") == []
