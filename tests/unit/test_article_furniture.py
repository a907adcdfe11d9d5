"""What stands around an article carries no claims: notices, cards, comments, boxes; and what belongs to it does."""

import pytest

from claimcheck.article import parse_article
from claimcheck.records import CARRIERS, Role
from tests.unit.test_article_live import page


def test_a_gallery_of_dated_captions_is_captions_between_the_paragraphs():
    gallery = "".join(
        f"<figure><img src={n}.jpg><figcaption>{n}. Mai 2024, 1{n}:00 Uhr: Die Brücke von Harwick nach dem Sturm. "
        "Foto: Ute Muster</figcaption></figure>"
        for n in range(1, 5)
    )
    body = "<p>Die Brücke in Harwick ist gesperrt. Der Sturm hat sie beschädigt, sagte die Stadt.</p>"
    article = parse_article(
        page(body, f"<div class=gallery>{gallery}</div>", body.replace("gesperrt", "zu"), title="Sturm").encode(),
        origin="x", media_type="text/html",
    )  # fmt: skip
    roles = [block.role for block in article.blocks]
    assert roles.count(Role.CAPTION) == 4
    assert roles.count(Role.CREDIT) == 4
    assert Role.LIVE_UPDATE not in roles


def test_a_comment_that_repeats_the_article_carries_nothing():
    sentence = "Die Brücke in Harwick ist seit Montag gesperrt. Der Sturm hat sie beschädigt."
    for heading in ("3 Kommentare", "2 Beiträge im Forum", "Your comments"):
        source = page(
            f"<div><p>{sentence}</p><p>Der Rat will bald entscheiden. Das sagte die Bürgermeisterin.</p></div>",
            f"<section><h3>{heading}</h3><div><b>leser</b><p>{sentence} Typisch!</p></div></section>", title="Sturm",
        )  # fmt: skip
        article = parse_article(source.encode(), origin="x", media_type="text/html")
        carried = [article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS]
        assert sum(sentence in each for each in carried) == 1


@pytest.mark.parametrize(
    "notice",
    [
        "Erst mit Ihrer Zustimmung laden wir Karten nach. Dabei kann Ihre IP-Adresse an Server des Anbieters gehen.",
        "We and our 12 partners store data on your device. You can change your choices at any time.",
        "Einmal pro Woche das Beste aus der Region. Abmeldung jederzeit möglich.",
        "Das Wichtigste des Tages in Ihrem Postfach. Jetzt kostenlos bestellen.",
        "Sign up for our weekly digest. You can unsubscribe at any time.",
        "Dieser Artikel ist nur für unsere Abonnenten. Sie sind bereits Abonnent? Melden Sie sich an.",
        "Alle Entwicklungen und Hintergründe im Überblick.",
        "Ute Muster ist Redakteurin im Ressort Lokales und schreibt über Verkehr.",
    ],
)
def test_a_notice_after_the_text_carries_nothing(notice):
    source = (
        "Rat beschließt Haushalt\n\nDer Rat hat den Haushalt beschlossen. Er ist 40 Millionen Euro groß.\n\n"
        f"Die Opposition stimmte dagegen. Sie will sparen.\n\nHaushalt der Stadt\n{notice}\n"
    )
    article = parse_article(source.encode(), origin="x", media_type="text/plain")
    carried = [article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS]
    assert notice not in carried
    assert len(carried) == 3


def test_titles_and_blurbs_below_a_notice_carry_nothing():
    source = (
        "Rat beschließt Haushalt\n\nDer Rat hat den Haushalt beschlossen. Er ist 40 Millionen Euro groß.\n\n"
        "Lesen Sie auch\nNeue Brücke wird teurer\nDie Kosten steigen auf acht Millionen Euro.\nStreit um Schule\n\n"
        "Zweite Lesung\n\nDie Opposition stimmte dagegen. Sie will sparen.\n"
    )
    article = parse_article(source.encode(), origin="x", media_type="text/plain")
    carried = [article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS]
    assert not any("acht Millionen" in each or "Schule" in each for each in carried)
    assert carried[-1] == "Die Opposition stimmte dagegen. Sie will sparen."


def test_cards_at_the_end_carry_nothing_and_a_last_section_does():
    text = (
        "Rat beschließt Haushalt\n\nDer Rat hat den Haushalt beschlossen. Er ist 40 Millionen Euro groß.\n\n"
        "Mehr zum Thema\n\nNeue Brücke wird teurer\n\n"
        "Wie es weitergeht\nDie Opposition stimmte dagegen. Sie will sparen.\nDas Land prüft den Haushalt bis Mai.\n\n"
    )
    cards = (
        "Weitere Nachrichten\n\nNeue Brücke wird teurer\nDie Kosten steigen auf acht Millionen Euro.\n\n"
        "Streit um Schule\nDie Eltern klagen vor dem Gericht in Harwick.\n"
    )
    article = parse_article((text + cards).encode(), origin="x", media_type="text/plain")
    carried = [article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS]
    assert carried[-1] == "Das Land prüft den Haushalt bis Mai."
    assert carried[-2] == "Die Opposition stimmte dagegen. Sie will sparen."


def test_sentences_beside_the_headline_are_the_lead_even_where_the_site_calls_them_teaser():
    lead = "<p class=teaser>Die Brücke in Harwick wird teurer. Der Rat stimmte zu.</p>"
    body = (
        "<p>Die Brücke in Harwick kostet nun vier Millionen Euro. Das sagte die Stadt.</p>"
        "<p>Die Arbeiten beginnen im Mai. Sie dauern ein Jahr, sagte die Bürgermeisterin.</p>"
    )
    source = (
        "<html><head><title>Rat beschließt Brücke</title></head><body>"
        "<nav><a href=/>Start Politik Sport Kultur</a></nav>"
        f"<main><header><h1>Rat beschließt Brücke</h1>{lead}</header><section>{body}</section></main></body>"
    )
    article = parse_article(source.encode(), origin="x", media_type="text/html")
    roles = {article.text[each.span.start : each.span.start + 9]: each.role for each in article.blocks}
    assert roles["Die Brück"] is Role.BODY
    assert [each.role for each in article.blocks][1:3] == [Role.HEADLINE, Role.LEAD]


def test_a_row_of_site_labels_is_no_headline():
    source = (
        "Home  News  Court  Sport  Weather\n\nBridge reopens\n\nThe bridge in Harwick reopened on Monday. "
        "It had been shut for a year.\n\nImpressum Datenschutz Kontakt\n"
    )
    article = parse_article(source.encode(), origin="x", media_type="text/plain")
    assert [each.role for each in article.blocks] == [Role.FURNITURE, Role.HEADLINE, Role.LEAD, Role.FURNITURE]


@pytest.mark.parametrize(
    "group",
    [
        "Leserstimmen\nmaxi77: Die Stadt hat 40 Millionen Euro verschwendet. Das ist zu viel!",
        "What readers say\nBob77: The council wasted 40 million pounds. That is too much!",
        "Anzeige\nMit dem neuen Tarif sparen Sie 40 Euro im Monat. Wechseln Sie jetzt.",
        "Sponsored: Save 40 pounds a month with our new tariff. Switch today.",
        "Read on with a digital subscription from one pound a week. Cancel any time.",
        "Jane Doe covers business for the Journal.",
        "Die Autorin hält keine Aktien der genannten Unternehmen.",
        "This story first appeared in the Sunday Journal on 3 May.",
        "After this story was published the council withdrew the budget.",
        "Related: Bridge costs rise. The new bridge will cost eight million pounds.",
        "Im Podcast: Warum der Rat so viel Geld braucht. Jetzt hören.",
        "Das könnte Sie auch interessieren:\n• Neue Brücke: Die Kosten steigen auf acht Millionen.\n• Streit um Schule",
        "Latest\nCouncil withdraws budget\nThe council has withdrawn its budget after protests. The mayor resigned.",
    ],
)
def test_a_group_of_lines_that_is_not_the_article_s_carries_nothing(group):
    story = "Council passes budget\n\nThe council passed its budget on Monday. It is worth 40 million pounds.\n\n"
    source = f"{story}The opposition voted against it. It wants to save money, its leader said on Monday.\n\n{group}\n"
    article = parse_article(source.encode(), origin="x", media_type="text/plain")
    end = source.index(group)
    assert [each.role for each in article.blocks if each.role in CARRIERS and each.span.start >= end] == []
    assert sum(each.role in CARRIERS for each in article.blocks) == 3


@pytest.mark.parametrize(
    "paragraph",
    [
        "Der Konzern hält keine eigenen Lager mehr vor, sagte sein Sprecher am Montag dem Stadtrat.",
        "Die Partner der Koalition haben sich auf einen Haushalt geeinigt. Er ist 40 Millionen Euro groß.",
        "Jeder Bürger kann den Plan jederzeit einsehen. Die Stadt will ihn im Mai ändern.",
        "The company said that users can cancel their orders. It has 40 shops on the coast.",
        "The forum of mayors meets in May. It has 300 members from 40 countries.",
    ],
)
def test_a_last_paragraph_of_the_article_still_carries(paragraph):
    source = f"Rat beschließt Haushalt\n\nDer Rat hat den Haushalt beschlossen. Er ist groß wie nie.\n\n{paragraph}\n"
    article = parse_article(source.encode(), origin="x", media_type="text/plain")
    assert article.blocks[-1].role is Role.BODY
