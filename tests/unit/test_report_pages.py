"""What a report says of a desk's claims, in which order, in whose name; and what it can never do."""

import base64
import hashlib
import re
import string
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import claimcheck.flows.report
from claimcheck.dataset import pseudonym
from claimcheck.flows.report import ReportWish, format_article, make_page
from claimcheck.flows.report.article import article_page, speller_of
from claimcheck.flows.report.checks import emphasise, web_link
from claimcheck.flows.report.facts import State, gather_article, settle_once
from claimcheck.flows.report.index import index_entry, index_page
from claimcheck.flows.report.wish import collection_of
from claimcheck.flows.report.words import LANGUAGES, words_in
from claimcheck.flows.settle import settle_verdicts
from claimcheck.records import (
    Assertion,
    ClaimDate,
    ClaimKind,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Match,
    Relation,
    Task,
    Verdict,
)
from claimcheck.scheme import read_scheme
from tests.integration.payloads import PAYLOADS, URLS
from tests.made_desk import fill_desk
from tests.unit.reported_desk import ADA, AT, BEN, SENTENCES, TEXT, Node, hostile, reported_desk

SCHEME = read_scheme()
DE = ReportWish(language="de")


@pytest.fixture
def desk(tmp_path):
    with reported_desk(tmp_path / "w") as made:
        yield made


def page_of(desk, **wishes):
    return format_article(desk.store, desk.article, SCHEME, ReportWish(**{"language": "de", **wishes}))


def words(text):
    return " ".join(text.split())


def told(page, wanted):
    return words(Node(page, wanted).spaced)


def overview_of(desk):
    page, _ = make_page(desk.store, scheme=SCHEME, wish=DE)
    return page.decode()


def rows(page):
    """The text of each row of the table of claims, in its order."""
    table = page[page.index('<table id="claims"') : page.index("</table>", page.index('<table id="claims"'))]
    return [words(re.sub("<[^>]+>", " ", row)) for row in table.split("<tr")[2:]]


def test_what_needs_attention_stands_first(desk):
    found = [next(name for name, text in SENTENCES.items() if text in row) for row in rows(page_of(desk))]
    assert found == ["false", "tied", "differs", "open", "true"]


def test_a_row_says_who_says_it_how_when_the_past_check_and_the_verdict(desk):
    false, tied, differs, open_, true = rows(page_of(desk))
    assert "Inge Iwersen indirekte Rede, nach dpa, „sagte“" in false
    assert "✗ Falsch 2 von 2" in false
    assert "2022" in tied
    assert "= Patt: Wahr / Irreführend 1 : 1" in tied
    assert "✓ Wahr „Stimmt“ Andere Zahl Zahl: 40 ⇄ , Frühere Prüfung: 55 Prüfstelle Nord , 1. Februar 2023" in differs
    assert "Quelle nicht genannt Hörensagen, „soll“" in open_
    assert "keine passt" in open_
    assert "○ offen nur übersprungen" in open_
    assert "○ offen noch niemandem vorgelegt" in differs
    assert "Förde-Blatt" in true
    assert "nicht nachgeschlagen" in true


def test_the_card_sets_both_numbers_side_by_side_and_says_how_old_the_check_is(desk):
    card = told(page_of(desk), "c-3")
    assert "Dieser Artikel Die Fähre braucht 40 Minuten." in card
    assert "Frühere Prüfung · 1. Februar 2023 Die Fähre braucht 55 Minuten." in card
    assert "Was abweicht Dieser Artikel Frühere Prüfung Zahl 40 55" in card
    assert "3 Jahre älter als die Behauptung" in card
    assert "zu 99 % über dieselbe Sache" in card
    assert "✓ Wahr „Stimmt“ Prüfstelle Nord" in card
    assert "1 weitere, weniger ähnlich In Kiel gibt es Brücken. Verwandt · Bewertung nicht bekannt" in card
    bold = [attrs for tag, attrs in Node(page_of(desk), "c-3").elements if attrs.get("class") == "differs"]
    assert len(bold) == 2


@pytest.mark.parametrize(
    ("own", "rating", "told"),
    [
        ("True", Label.TRUE, "✓ Wahr „True“ Prüfstelle Nord"),
        ("wahr", Label.TRUE, "✓ Wahr Prüfstelle Nord"),
        (None, Label.TRUE, "✓ Wahr Prüfstelle Nord"),
        ("Four Pinocchios", None, "„Four Pinocchios“ Prüfstelle Nord"),
        (None, None, "Bewertung nicht bekannt Prüfstelle Nord"),
    ],
)
def test_a_rating_is_told_in_the_page_s_words_and_its_publisher_s_own_are_quoted(desk, own, rating, told):
    review = replace(desk.review, alternate_name=own, rating=rating, language="en")
    found = [Match(SENTENCES["open"], 1, 0.8, review, score=0.9, relation=Relation.SAME)]
    desk.store.put_reviews([review], at=AT)
    desk.store.put_matches(desk.claims["open"].id, found)
    page = page_of(desk)
    assert f"{told} · auf Englisch" in words(Node(page, "c-4").spaced)
    in_row = told.replace("Prüfstelle Nord", "Wohl dieselbe Behauptung Prüfstelle Nord , 1. Februar 2023, auf Englisch")
    assert in_row in next(row for row in rows(page) if SENTENCES["open"] in row)


@pytest.mark.parametrize(
    ("relation", "score", "faint"), [(Relation.SAME, 0.9, 0), (Relation.RELATED, 0.9, 1), (Relation.SAME, 0.3, 1)]
)
def test_the_rating_of_a_mere_lead_is_lighter_than_that_of_a_hit(desk, relation, score, faint):
    found = [Match(SENTENCES["open"], 1, 0.8, desk.review, score=score, relation=relation)]
    desk.store.put_matches(desk.claims["open"].id, found)
    shown = [attrs.get("class", "") for _, attrs in Node(page_of(desk), "c-4").elements]
    assert sum("faint" in each.split() for each in shown) == faint


def test_that_something_was_said_is_called_the_statement_itself(desk):
    claim = replace(desk.claims["open"], kind=ClaimKind.QUOTATION, subject="Uwe Utz", cue="drohte")
    speller = speller_of(
        gather_article(desk.store, desk.article, SCHEME), collection_of(desk.store, SCHEME), DE, words_in("de")
    )
    assert speller.who(claim, None) == ("Uwe Utz", ["die Äußerung selbst", "„drohte“"])


def test_the_article_is_marked_where_its_claims_stand(desk):
    page = page_of(desk)
    node = Node(page, "text")
    assert node.text == TEXT
    for number, name in enumerate(["false", "tied", "differs", "open", "true"], start=1):
        place = page.index(f'data-c="{number}">')
        assert page[place:].split(">", 1)[1].startswith(SENTENCES[name])
    labels = [attrs["aria-label"] for tag, attrs in node.elements if tag == "a"]
    assert labels[:3] == ["Behauptung 1: Falsch", "Behauptung 2: Patt: Wahr / Irreführend", "Behauptung 3: offen"]


def test_the_head_counts_claims_checks_verdicts_ties_and_what_is_open(desk):
    tally = re.search('<ul class="tally">(.*?)</ul>', page_of(desk, language="en"), re.DOTALL)
    found = [words(re.sub("<[^>]+>", " ", each)) for each in tally[1].split("</li>")[:-1]]
    assert found == ["5 claims", "1 with a past check", "3 not looked up", "1 True", "1 False", "1 tie", "2 open"]


def test_agreement_is_that_of_the_measures_and_too_little_says_so(desk):
    page = told(page_of(desk, language="en"), "h-agreement") + page_of(desk, language="en")
    # one pair of two agrees: false twice; tied once each
    assert "On 2 claims with two or more answers, 50% of the pairs of answers agree." in page
    assert "Too few claims for a coefficient" in page
    assert "could see" not in page


def test_alpha_is_given_with_its_interval_where_there_are_claims_enough(tmp_path):
    from claimcheck.agree import answers_of, measure
    from claimcheck.store import Store

    with Store.open(tmp_path / "w", create=True, write=True) as store:
        fill_desk(store, 1, claims=15)
        [article] = store.articles()
        page = format_article(store, article, SCHEME, ReportWish(language="en"))
        counted = gather_article(store, article, SCHEME).counted
    alpha = measure(answers_of(counted), scale=SCHEME.scale).alpha
    assert alpha.low is not None
    assert f"α (nominal): {alpha.value:.2f}, 95 % interval {alpha.low:.2f} to {alpha.high:.2f}." in page
    assert "The annotators could see each other’s answers." in page


def test_people_are_known_by_the_beginning_of_their_name_in_exports(desk):
    page = page_of(desk)
    assert ADA not in page
    assert BEN not in page
    name = pseudonym(ADA, desk.store.pseudonym_key()).removeprefix("annotator-")
    assert f"Annotator {name[:4]}" in page
    named = page_of(desk, names=True)
    assert f"<b>{ADA}</b>" in named
    assert "nennt Annotatoren beim Namen" in named


def test_people_whose_names_would_begin_alike_are_told_apart(desk):
    facts = gather_article(desk.store, desk.article, SCHEME)
    first, *others = facts.claims
    held = replace(collection_of(desk.store, SCHEME), key="00" * 32)
    people = [f"person-{number}@desk.example" for number in range(500)]
    assert len({pseudonym(each, held.key)[:14] for each in people}) < 500
    given = tuple(replace(first.answers[0], annotator=each) for each in people)
    page = article_page(replace(facts, claims=(replace(first, answers=given), *others)), held, DE)
    assert len(set(re.findall(r"<b>Annotator ([0-9a-f]+)</b>", page))) == 500 + 2


def test_contacts_are_taken_out_when_asked(desk):
    mails = ["amt@kiel.example", "better@kiel.example", "quote@kiel.example", "link@kiel.example"]
    evidence = (Evidence("https://www.kiel.example/b", mails[2], date(2026, 5, 1)), Evidence(f"mailto:{mails[3]}"))
    desk.says(BEN, "true", Label.TRUE, better_wording=f"Ask {mails[1]}", evidence=evidence)
    page, redacted = page_of(desk), page_of(desk, redact=True)
    assert [each for each in mails if each not in page] == []
    assert [each for each in mails if each in redacted] == []
    assert redacted.count('href="https://www.kiel.example/b"') == page.count('href="https://www.kiel.example/b"') > 0
    _, done = make_page(desk.store, scheme=SCHEME)
    assert done.contacts == {"e-mail": 4}


def test_nothing_of_the_machine_it_was_made_on_is_on_it(desk):
    page = page_of(desk)
    assert "kiel.txt" in page
    assert "/home" not in page
    assert "somebody" not in page
    assert str(desk.store.folder) not in page
    assert desk.store.pseudonym_key() not in page


def test_the_same_workspace_gives_the_same_page_and_only_a_wished_day_is_on_it(desk):
    assert page_of(desk) == page_of(desk)
    assert "Datiert" not in page_of(desk)
    assert "Datiert auf den 3. Mai 2026." in page_of(desk, day=date(2026, 5, 3))
    assert "Letztes Urteil: 1. Mai 2026." in page_of(desk)


def test_the_page_speaks_the_articles_language_unless_told_otherwise(desk):
    auto = format_article(desk.store, desk.article, SCHEME)
    assert '<html lang="de">' in auto
    english = page_of(desk, language="en")
    assert '<html lang="en">' in english
    assert "What differs" in english
    other = replace(desk.article, language="fr")
    assert '<html lang="en">' in format_article(desk.store, other, SCHEME)


def test_what_is_not_shown_is_counted_and_shown_when_asked(desk):
    desk.store.drop_claim(desk.claims["open"].id, "ada", "twice")
    page = page_of(desk)
    assert "1 Aussage, die nicht zur Prüfung angeboten wird" in page
    assert "1 Behauptung, die ein Mensch verworfen hat" in page
    assert SENTENCES["opinion"] not in " ".join(rows(page))
    everything = page_of(desk, everything=True)
    assert SENTENCES["opinion"] in " ".join(rows(everything))
    assert "nicht angeboten: opinion words" in everything
    assert "von einem Menschen verworfen" in everything


def test_the_text_can_be_left_out_and_each_passage_stays(desk):
    desk.store.edit_claim(desk.claims["true"].id, author="ada", text="Das Kieler Rathaus wurde 1911 gebaut.")
    page = page_of(desk, text=False)
    assert 'id="text"' not in page
    assert "Im Artikel: Das Rathaus wurde 1911 gebaut." in told(page, "c-5")
    assert "von einem Menschen formuliert" in told(page, "c-5")
    assert "ada" not in told(page, "c-5")


def test_an_adjudicated_answer_decides_and_stands_first(desk):
    desk.says("lead@desk.example", "tied", Label.MISLEADING, adjudicated=True, justification="Der Verlust war kleiner.")
    card = told(page_of(desk), "c-2")
    assert "Irreführend 1 von 2 · durch Entscheid" in card
    assert card.index("Entscheid: ! Irreführend") < card.index("Annotator")


def test_samples_are_marked_on_the_page_and_in_the_overview(tmp_path):
    with reported_desk(tmp_path / "w", sample=True) as desk:
        page = page_of(desk)
        overview = overview_of(desk)
    assert "Diese Seite zeigt Muster" in page
    assert "Muster" in told(page, "c-1")
    assert "5 dieser Urteile sind Muster" in overview


def test_sample_verdicts_on_a_real_article_are_counted_at_the_head(desk):
    desk.says("one@sample.example", "open", Label.TRUE, sample=True)
    page = page_of(desk)
    assert "1 dieser Urteile ist ein Muster" in words(page)
    assert "○ offen" not in told(page, "c-4")


def test_a_method_that_learns_from_all_settles_the_page_too(desk):
    for who, label, sure in ((ADA, Label.TRUE, 5), (BEN, Label.MISLEADING, 2)):
        desk.says(who, "tied", label, confidence=sure)
        desk.says(who, "differs", label, confidence=3)
    settle_verdicts(desk.store, SCHEME, method="weighted")
    assert "nach Stimmen, gewichtet" in told(page_of(desk), "c-2")
    settled = settle_once(desk.store, SCHEME)
    assert settled.not_counted
    everywhere = gather_article(
        desk.store, desk.article, SCHEME, settled=replace(settled, not_counted={"of others": 3})
    )
    assert "verdicts" not in everywhere.left_out  # what did not count anywhere is not of this article


def test_state_of_a_claim_that_was_only_skipped_is_open(desk):
    facts = gather_article(desk.store, desk.article, SCHEME)
    assert [each.state for each in facts.claims] == [
        State.SETTLED,
        State.TIE,
        State.OPEN,
        State.OPEN,
        State.SETTLED,
    ]
    assert "nur übersprungen · 1-mal übersprungen" in told(page_of(desk), "c-4")


def test_an_article_without_claims_says_so(desk):
    for claim in desk.claims.values():
        desk.store.drop_claim(claim.id, "ada")
    page = page_of(desk, language="en")
    assert "No claim is shown." in page
    assert "<table" not in page
    assert Node(page, "text").text == TEXT


def test_the_overview_leads_to_what_needs_somebody_first(desk):
    page = overview_of(desk)
    first = page[page.index('<ol class="first">') : page.index("</ol>")]
    order = [first.index(SENTENCES[name]) for name in ("false", "tied", "differs", "open")]
    assert order == sorted(order)
    assert SENTENCES["true"] not in first
    assert "geprüft mit Abweichung (Zahl): Wahr" in first
    line = words(re.sub("<[^>]+>", " ", page[page.index('<table id="articles"') :].split("<tr")[2]))
    assert "Kiel sperrt Brücken Förde-Blatt 2. April 2026 Deutsch 5 1 (3 nicht nachgeschlagen) 3 1 1 2" in line


# --- what a page can never do

OURS = set(
    re.findall(
        r"\w+",
        """
    a article b bdi blockquote body button caption dd details div dl dt fieldset footer h1 h2 h3 h4 h5 head header html
    input label legend li main mark meta option output p q rect script section select span style summary svg table tbody
    td th thead time title tr ul
""",
    )
)


def test_the_overview_lists_the_newest_article_first_and_those_without_a_day_last(desk):
    facts = gather_article(desk.store, desk.article, SCHEME)
    days = {"a": None, "b": date(2026, 4, 2), "c": date(2024, 1, 1), "d": date(2026, 4, 3)}
    entries = [
        index_entry(replace(facts, article=replace(facts.article, id=name * 16, published=day)), page=f"{name}.html")
        for name, day in days.items()
    ]
    page = index_page(entries, collection_of(desk.store, SCHEME), DE)
    assert re.findall(r'<a href="(\w)\.html">', page) == ["d", "b", "c", "a"]


def test_the_policy_allows_just_the_style_and_script_that_are_there(desk):
    for page in (page_of(desk), overview_of(desk)):
        [policy] = re.findall('Content-Security-Policy" content="([^"]*)"', page)
        rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#39;", "'").split(";"))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
        assert rules["require-trusted-types-for"] == "'script'"
        for tag, rule in (("style", "style-src"), ("script", "script-src")):
            [code] = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
            digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            assert rules[rule] == f"'sha256-{digest}'"
        assert "unsafe" not in policy
        body = page[page.index("<body") :]
        assert not re.search(r"<[^>]*\s(style|on\w+)=", body)
        assert not re.search(r"(src|srcset|action|formaction|xlink:href)=", body[: body.index("<script>")])


def test_links_lead_to_the_web_alone_and_carry_nothing_along(desk):
    page = page_of(desk)
    links = re.findall(r'<a href="(?!#)([^"]*)"([^>]*)>', page)
    assert {url for url, _ in links} == {
        "https://foerde.example/kiel",
        "https://www.pruefstelle.example/faehre",
        "https://www.kiel.example/b",
    }
    assert all('rel="noopener noreferrer"' in rest for _, rest in links)
    assert '<bdi class="bare">javascript:alert(2)</bdi>' in page


def test_hostile_text_stays_text(desk):
    facts, held = gather_article(desk.store, desk.article, SCHEME), collection_of(desk.store, SCHEME)
    for payload in PAYLOADS:
        page = article_page(hostile(facts, payload), held, DE)
        assert {tag for tag, _ in Node(f'<div id="all">{page}</div>', "all").elements} <= OURS
        assert page.count("<script") == 1
        assert words(payload) in words(Node(page, "c-1").text)
        overview = index_page([index_entry(hostile(facts, payload), page=None)], held, DE)
        assert {tag for tag, _ in Node(f'<div id="all">{overview}</div>', "all").elements} <= {*OURS, "ol"}


@pytest.mark.parametrize("url", [*URLS, "", "https://", "//host/x", "ftp://host/x"])
def test_a_bad_address_is_no_link(url):
    found = web_link(url)
    assert found is None or found["url"].startswith("https://example.org/")
    if found:
        assert url.isprintable()


# --- words


FOLDER = Path(claimcheck.flows.report.__file__).parent


def tables():
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def names_in(wording):
    said = wording if isinstance(wording, list) else [wording]
    return {name for each in said for _, name, _, _ in string.Formatter().parse(each) if name}


def test_every_language_has_the_same_words_with_the_same_names():
    found = tables()
    assert tuple(found) == LANGUAGES
    for key, wording in found["en"].items():
        assert type(found["de"][key]) is type(wording), key
        assert names_in(found["de"][key]) == names_in(wording), key
    assert set(found["de"]) == set(found["en"])


def test_every_word_is_used():
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.suffix in (".py", ".html"))
    made = r"how_|kind_|when_|state_|past_|why_|left_|settled_by_|worth_|language_|column_|"
    made += "supports|refutes|dropped|superseded"
    unused = [key for key in tables()["en"] if f'"{key}"' not in code and not re.match(made, key)]
    assert unused == []


def test_every_member_of_a_closed_set_has_words():
    words_de = words_in("de")
    for kind in ClaimKind:
        assert words_de(f"kind_{kind.value}")
    for how in Assertion:
        assert words_de(f"how_{how.value}")
    for state in State:
        assert words_de(f"state_{state.value}")


@pytest.mark.parametrize(
    ("value", "precision", "said"),
    [
        ("2023-04-11", "day", "11 April 2023"),
        ("2023-04", "month", "April 2023"),
        ("2023", "year", "2023"),
        ("1994/2004", "interval", "1994 – 2004"),
        ("2020-08/2021-01-02", "interval", "August 2020 – 2 January 2021"),
        ("2019", "before", "before 2019"),
        ("2019", "since-before", "since before 2019"),
        ("2019-99", "approx", "about 2019-99"),
    ],
)
def test_a_claims_time_is_said_as_precisely_as_it_is_known(value, precision, said):
    assert words_in("en").when(ClaimDate(value, precision)) == said


def test_emphasis_takes_whole_words_and_loses_nothing():
    assert emphasise("4 of 40, 40", ["4", "40"]) == [
        (True, "4"),
        (False, " of "),
        (True, "40"),
        (False, ", "),
        (True, "40"),
    ]
    assert emphasise("plain", ["", " "]) == [(False, "plain")]
    assert emphasise("a+b (c)", ["(c)", "+b"])
    assert "".join(text for _, text in emphasise("a+b (c)", ["(c)", "+b"])) == "a+b (c)"


@pytest.mark.parametrize(
    ("relation", "rating", "against"),
    [
        (Relation.SAME, Label.FALSE, True),
        (Relation.SAME, Label.TRUE, False),
        (Relation.SAME, None, False),
        (Relation.CONTRADICTS, Label.TRUE, True),
        (Relation.CONTRADICTS, None, True),
        (Relation.CONTRADICTS, Label.UNVERIFIABLE, False),
        (Relation.CONTRADICTS, Label.FALSE, False),  # the opposite is false: that bears the claim out
        (Relation.DIFFERS_NUMBER, Label.MOSTLY_TRUE, True),
        (Relation.DIFFERS_NUMBER, Label.FALSE, False),  # another number is wrong: this one may be right
        (Relation.RELATED, Label.FALSE, False),
        (Relation.BROADER, Label.FALSE, False),
        (None, Label.FALSE, False),
    ],
)
def test_a_past_check_speaks_against_a_claim_only_where_both_cannot_be_true(desk, relation, rating, against):
    review = replace(desk.review, rating=rating)
    desk.store.put_reviews([review], at=AT)
    claim = desk.claims["differs"]
    desk.store.put_matches(claim.id, [Match(claim.text, 1, 0.9, review, score=0.9, relation=relation)])
    facts = gather_article(desk.store, desk.article, SCHEME)
    [found] = [each for each in facts.claims if each.claim.id == claim.id]
    assert found.spoken_against is against
    assert (found.urgency[0] == 2) is against
    words_told = re.findall("{(?!shown|all)[a-z]+}", page_of(desk).split("<body")[1].split("<script>")[0])
    assert words_told == []


def test_what_a_past_check_says_more_is_one_line(desk):
    scope = tuple(Difference(DifferenceKind.SCOPE, word, "") for word in ("drei", "Brücken"))
    text = SENTENCES["false"]
    found = [Match(text, 1, 0.8, desk.review, score=0.9, relation=Relation.BROADER, differences=scope)]
    desk.store.put_matches(desk.claims["false"].id, found)
    page = page_of(desk)
    assert "Umfang drei, Brücken –" in told(page, "c-1")
    assert re.search('<tr role="row" data-n="1"[^>]* data-past="found differs"', page)


def test_past_checks_of_an_earlier_wording_stand_apart_and_count_for_nothing(desk):
    assert "früheren Fassung" not in page_of(desk)
    desk.store.edit_claim(desk.claims["differs"].id, author="ada", text="Die Fähre braucht 45 Minuten.")
    page = page_of(desk)
    card = told(page, "c-3")
    assert "nur in einer früheren, „Die Fähre braucht 40 Minuten.“: claimcheck match sucht erneut" in card
    assert "2 frühere Prüfungen wurden zur früheren Fassung gefunden Die Fähre braucht 55 Minuten." in card
    assert "Andere Zahl" not in card[: card.index("nur in einer früheren")]
    [row] = [each for each in rows(page) if "45 Minuten" in each]
    assert "umformuliert, seither nicht nachgeschlagen" in row
    assert "Stimmt" not in row
    assert SENTENCES["open"] in rows(page)[2], "the more check-worthy claim comes before it"


def test_a_date_that_the_new_wording_does_not_give_is_said_to_be_of_the_earlier(desk):
    claim = desk.claims["tied"].id
    desk.store.edit_claim(claim, author="ada", text="2022 machte der Hafen 4 Millionen Euro Verlust.")
    assert "in der früheren Fassung" not in page_of(desk)
    desk.store.edit_claim(claim, author="ada", text="Der Hafen machte im Jahr 2022 mehr Verlust als im Jahr 2021.")
    assert "in der früheren Fassung" not in page_of(desk), "one of two years is still that year"
    desk.store.edit_claim(claim, author="ada", text="Der Hafen machte einen Verlust von 4 Millionen Euro.")
    page = page_of(desk)
    assert "Wann 2022 (in der früheren Fassung)" in told(page, "c-2")
    assert sum("2022 in der früheren Fassung" in row for row in rows(page)) == 1
    desk.store.edit_claim(claim, author="ada", date=ClaimDate("2021", "year"))
    assert "in der früheren Fassung" not in page_of(desk)


def test_where_nothing_was_looked_up_no_claim_is_said_to_be_without_a_past_check(desk):
    for each in desk.claims.values():
        desk.store.put_matches(each.id, [])
    tally = re.search('<ul class="tally">(.*?)</ul>', page_of(desk, language="en"), re.DOTALL)
    found = [words(re.sub("<[^>]+>", " ", each)) for each in tally[1].split("</li>")[:-1]]
    assert found[:2] == ["5 claims", "5 not looked up"]
    page = overview_of(desk)
    line = words(re.sub("<[^>]+>", " ", page[page.index('<table id="articles"') :].split("<tr")[2]))
    assert "Deutsch 5 nicht nachgeschlagen 3 1 1 2" in line
    assert 'offen</span> <span class="soft">nicht nachgeschlagen</span>' in page
    assert "mit früherer Prüfung" not in page[page.index('<ul class="tally">') : page.index("</header>")]


def test_open_claims_stand_by_what_their_past_checks_say_then_by_worth(desk):
    """Spoken against, then with any past check, a mere lead too, then the rest; in each the most check-worthy first."""
    others = {"open": (Relation.RELATED, Label.FALSE), "false": (Relation.SAME, Label.TRUE)}
    others["tied"] = (Relation.SAME, Label.FALSE)
    for at, (name, (relation, rating)) in enumerate(others.items()):
        review = replace(desk.review, id=f"{at}" * 16, claim_reviewed=name, rating=rating)
        desk.store.put_reviews([review], at=AT)
        text = SENTENCES[name]
        desk.store.put_matches(desk.claims[name].id, [Match(text, 1, 0.9, review, score=0.9, relation=relation)])
    facts = gather_article(desk.store, desk.article, SCHEME)
    unjudged = sorted((replace(each, consensus=None) for each in facts.claims), key=lambda each: each.urgency)
    names = [next(name for name, text in SENTENCES.items() if text == each.claim.text) for each in unjudged]
    # "tied" (0.70) was found false; of "differs" (0.50) another number was found true; only "true" (0.95) has none
    assert names == ["tied", "differs", "open", "false", "true"]


@pytest.mark.parametrize(("score", "against"), [(0.6, True), (0.4, False)])
def test_a_likely_second_check_that_speaks_against_the_claim_is_named_before_a_better_one(desk, score, against):
    claim, other = desk.claims["open"], replace(desk.review, id="d" * 16, rating=Label.FALSE, alternate_name="Falsch")
    desk.store.put_reviews([other], at=AT)
    first = Match(claim.text, 1, 0.9, desk.review, score=0.8, relation=Relation.SAME)
    desk.store.put_matches(claim.id, [first, replace(first, rank=2, review=other, score=score)])
    facts = gather_article(desk.store, desk.article, SCHEME)
    [found] = [each for each in facts.claims if each.claim.id == claim.id]
    assert found.spoken_against is against
    [row] = [each for each in rows(page_of(desk)) if claim.text in each]
    assert ("✗ Falsch" in row, "✓ Wahr „Stimmt“" in row) == (against, not against)


def test_a_verdict_on_an_earlier_wording_says_so(desk):
    desk.says(ADA, "true", Label.TRUE, wording=SENTENCES["true"])
    desk.store.edit_claim(desk.claims["true"].id, author="ada", text="Das Rathaus wurde 1913 gebaut.")
    card = told(page_of(desk), "c-5")
    assert f"Beurteilt in der Fassung: {SENTENCES['true']}" in card


def test_what_was_sent_to_annotators_and_is_not_answered_says_since_when(desk):
    desk.store.put_project("http://127.0.0.1:8080", 1, "claimcheck", "d")
    claim = desk.claims["differs"].id
    desk.store.put_tasks([Task("http://127.0.0.1:8080", 1, claim, 7, "d", AT)])
    assert "seit 1. Mai 2026 in Label Studio" in told(page_of(desk), "c-3")


def test_a_claim_cut_otherwise_since_keeps_its_verdict_and_says_so(desk):
    kept = [each for name, each in desk.claims.items() if name != "false"]
    desk.store.record_split(desk.article, kept)
    page = page_of(desk)
    assert SENTENCES["false"] in rows(page)[0]
    assert "der Zerleger schneidet diese Stelle inzwischen anders" in told(page, "c-1")


def test_an_adjudicated_answer_alone_is_a_verdict(desk):
    verdict = Verdict(desk.claims["open"].id, Label.TRUE, "7", AT, "s", 9, 9, 99, AT, adjudicated=True)
    desk.store.put_verdicts([verdict], {})
    assert "durch Entscheid" in told(page_of(desk), "c-4")
