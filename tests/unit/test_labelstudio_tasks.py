"""Claims to tasks: offsets hold, markup stays text, the server gets nothing it would show wrongly."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import TaskInvalid
from claimcheck.labelstudio.config import required_fields
from claimcheck.labelstudio.excerpt import find_excerpt, one_line_end
from claimcheck.labelstudio.tasks import (
    MAX_PAST_CHECKS,
    claim_prediction,
    import_task,
    shown_checks,
    shown_in,
    task_data,
    task_digest,
)
from claimcheck.labelstudio.wording import relation_word
from claimcheck.match import relate
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimContext,
    ClaimKind,
    ClaimReview,
    Difference,
    DifferenceKind,
    Label,
    Match,
    Relation,
    Role,
    Span,
)
from claimcheck.scheme import read_scheme

SCHEME = read_scheme()
PAYLOADS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg/onload=alert(1)>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "&lt;b&gt; &amp; </b>",
    "{{idx}} $claim",
]


def an_article(text: str, *blocks: tuple[int, int], **fields) -> Article:
    return Article("a" * 16, text, tuple(Block(Span(*each), Role.BODY) for each in blocks), "de", **fields)


def a_claim(article: Article, *spans: tuple[int, int], **fields) -> Claim:
    places = tuple(Span(*each) for each in spans)
    known = {"text": "Eine Behauptung.", "language": "de", "assertion": Assertion.ASSERTED} | fields
    return Claim(
        id="c" * 16,
        article_id=article.id,
        spans=places,
        evidence=tuple(article.text[each.start : each.end] for each in places),
        kind=ClaimKind.EVENT,
        role=Role.BODY,
        checkable=True,
        score=0.5,
        **known,
    )


def a_review(number: int = 1, **fields) -> ClaimReview:
    known = {"claim_reviewed": f"Frühere Behauptung {number}", "publisher": "Probe", "rating": Label.FALSE}
    return ClaimReview(id=f"{number:016x}", **(known | fields))


@st.composite
def articles_with_spans(draw):
    """Any text in blocks, with one to three places inside them."""
    pieces = draw(st.lists(st.text(st.sampled_from("ab \n\r😀ß"), min_size=1, max_size=900), min_size=1, max_size=4))
    blocks, text = [], ""
    for piece in pieces:
        blocks.append((len(text), len(text) + len(piece)))
        text += piece + draw(st.sampled_from(["", "\n\n", "\r\n\r\n", " Werbung "]))
    spans = []
    for _ in range(draw(st.integers(1, 3))):
        start, end = blocks[draw(st.integers(0, len(blocks) - 1))]
        place = draw(st.integers(start, end - 1))
        spans.append((place, draw(st.integers(place + 1, end))))
    return an_article(text, *blocks), spans


@given(articles_with_spans())
def test_every_region_of_an_excerpt_holds_the_articles_text_at_its_span(case):
    article, spans = case

    excerpt = find_excerpt(article, tuple(Span(*each) for each in spans))

    assert "\r" not in excerpt.text
    for region, (start, end) in zip(excerpt.regions, spans, strict=True):
        seen, stands = excerpt.text[region.start : region.end], one_line_end(article.text[start:end])
        # a span may begin or end inside a pair of carriage return and line feed, which is one line end here
        assert seen.strip("\n") == stands.strip("\n")


def test_an_excerpt_is_the_block_of_the_claim_and_the_one_before():
    text = "Eins.\n\nZwei.\n\nDrei hier.\n\nVier."
    article = an_article(text, (0, 5), (7, 12), (14, 24), (26, 31))

    excerpt = find_excerpt(article, (Span(19, 23),))

    assert excerpt.text == "Zwei.\n\nDrei hier."
    assert excerpt.regions == (Span(12, 16),)


def test_far_parts_of_a_claim_are_joined_and_what_stands_between_is_left_out():
    text = "Anfang.\n\nMitte.\n\nNoch mehr.\n\nEnde."
    article = an_article(text, (0, 7), (9, 15), (17, 27), (29, 34))

    excerpt = find_excerpt(article, (Span(0, 6), Span(29, 33)))

    assert excerpt.text == "Anfang.\n\n[…]\n\nNoch mehr.\n\nEnde."
    assert [excerpt.text[each.start : each.end] for each in excerpt.regions] == ["Anfang", "Ende"]


def test_a_block_of_a_million_characters_is_cut_at_words_around_the_claim():
    text = "wort " * 100_000 + "DIE STELLE " + "wort " * 100_000
    article = an_article(text, (0, len(text)))
    start = text.index("DIE")

    excerpt = find_excerpt(article, (Span(start, start + 10),))

    assert len(excerpt.text) < 1500
    assert excerpt.text.startswith("… ")
    assert excerpt.text.endswith(" …")
    assert set(excerpt.text.replace("DIE STELLE", "").strip("… ").split()) == {"wort"}


def test_an_article_without_blocks_is_its_own_context():
    article = an_article("Kurz und gut.")

    assert find_excerpt(article, (Span(0, 4),)).text == "Kurz und gut."


def test_a_task_has_every_field_the_page_reads_and_its_claim_marked():
    article = an_article(
        "Vorher 😀. Hier steht es.", (0, 24), published=date(2023, 4, 11), title="Titel", outlet="Blatt"
    )
    claim = a_claim(article, (10, 24), speaker="Erika Muster", via="Agentur", assertion=Assertion.QUOTED)

    task = import_task(claim, article, [], SCHEME)

    data, (prediction,) = task["data"], task["predictions"]
    assert set(required_fields()) <= set(data)
    assert data["claim_id"] == claim.id
    assert data["who"] == "Erika Muster (wörtlich zitiert, nach Agentur)"
    assert data["as_of"] == "11. April 2023 (Tag des Artikels)"
    assert data["as_of_date"] == "2023-04-11"
    assert data["source_html"] == "Titel · Blatt · 11. April 2023"
    (region,) = prediction["result"]
    assert region["value"] == {"start": 10, "end": 24, "text": "Hier steht es.", "labels": ["CLAIM"]}


def test_the_words_follow_the_claims_language_where_the_page_speaks_it():
    article = an_article("Text hier.", (0, 10), published=date(2023, 4, 1))

    def who(language: str) -> tuple[str, str]:
        data = task_data(a_claim(article, (0, 4), language=language), article, [], SCHEME)
        return data["who"], data["as_of"]

    assert who("de") == ("der Artikel selbst (behauptet)", "1. April 2023 (Tag des Artikels)")
    assert who("en") == who("fr") == ("the article itself (asserted)", "1 April 2023 (the article's day)")


def test_an_act_is_told_of_who_acts_and_hearsay_of_nobody_named():
    article = an_article("Text hier.", (0, 10))
    act = replace(a_claim(article, (0, 4), subject="Anna Lehr"), kind=ClaimKind.QUOTATION)
    hearsay = a_claim(article, (0, 4), assertion=Assertion.REPORTED)

    assert task_data(act, article, [], SCHEME)["who"] == "Anna Lehr (behauptet)"
    assert task_data(hearsay, article, [], SCHEME)["who"].startswith("Quelle nicht genannt (")


def test_without_a_date_the_page_asks_for_one_and_none_is_made_up():
    article = an_article("Text hier.", (0, 10))

    data = task_data(a_claim(article, (0, 4)), article, [], SCHEME)

    assert data["as_of_date"] is None
    assert "kein Datum bekannt" in data["as_of"]


def test_what_a_claim_leaves_open_is_said():
    article = an_article("Text hier.", (0, 10))
    claim = a_claim(article, (0, 4), needs_context=True, context=ClaimContext(unresolved=("er", "dort")))

    assert task_data(claim, article, [], SCHEME)["notes"] == [
        {"text": "Steht vielleicht nicht allein; offen: er, dort"}
    ]
    assert task_data(a_claim(article, (0, 4)), article, [], SCHEME)["notes"] == []


def test_at_most_five_past_checks_are_shown_best_first_and_abstentions_never():
    article = an_article("Text hier.", (0, 10))
    matches = [Match("q", rank, 1 - rank / 10, a_review(rank)) for rank in (3, 1, 2, 7, 5, 6, 4)] + [
        Match("q", 8, 0, None)
    ]

    data = task_data(a_claim(article, (0, 4)), article, matches, SCHEME)

    assert [each["rank"] for each in data["past_checks"]] == [1, 2, 3, 4, 5][:MAX_PAST_CHECKS]
    assert data["past_none"] == []
    assert shown_in(data) == shown_checks(matches)


def test_leads_that_are_as_good_as_never_right_and_little_alike_stay_off_the_page():
    article = an_article("Text hier.", (0, 10))
    said = [("first", 0.97, 0.4), ("likely", 0.005, 0.4), ("alike", 0.0, 0.6), ("far off", 0.004, 0.59)]
    matches = [
        Match("q", rank, similarity, a_review(rank, claim_reviewed=name), score=score)
        for rank, (name, score, similarity) in enumerate(said, start=1)
    ]
    unknown = Match("q", 5, 0.1, a_review(5, claim_reviewed="never scored"))

    data = task_data(a_claim(article, (0, 4)), article, [*matches, unknown], SCHEME)
    alone = task_data(a_claim(article, (0, 4)), article, matches[3:], SCHEME)

    assert [each["claim"] for each in data["past_checks"]] == ["first", "likely", "alike", "never scored"]
    assert [each.rank for each in shown_checks([*matches, unknown])] == [1, 2, 3, 5]
    assert alone["past_none"][0]["text"].startswith("Keine gefunden")


@pytest.mark.parametrize(
    ("new", "past", "told"),
    [
        ("", "2021", "Umfang: dort „2021“"),
        ("in Kiel", "", "Umfang: hier „in Kiel“"),
        ("in Kiel", "2021", "Umfang: hier „in Kiel“, dort „2021“"),
        ("", "", "Umfang"),
    ],
)
def test_a_side_that_says_nothing_is_not_quoted(new, past, told):
    article = an_article("Text hier.", (0, 10))
    difference = Difference(DifferenceKind.SCOPE, new, past)
    match = Match("q", 1, 0.5, a_review(), relation=Relation.NARROWER, differences=(difference,))

    html = task_data(a_claim(article, (0, 4)), article, [match], SCHEME)["past_checks"][0]["html"]

    assert html.endswith(f"<b>Enger gefasst</b> · {told}</div>")


@pytest.mark.parametrize(
    ("new", "past", "said"),
    [
        ("The treaty was signed on 21 March 2022.", "The treaty was signed in March 2022.", "More general"),
        ("The treaty was signed in March 2022.", "The treaty was signed on 21 March 2022.", "More specific"),
    ],
)
def test_a_past_check_that_leaves_more_open_is_called_more_general(new, past, said):
    relation, _ = relate(new, past, "en", "en")
    assert relation_word(relation, "en") == said


def test_an_abstention_alone_says_that_none_were_found():
    article = an_article("Text hier.", (0, 10))

    data = task_data(a_claim(article, (0, 4)), article, [Match("q", 1, 0.0, None)], SCHEME)

    assert data["past_checks"] == []
    assert data["past_none"][0]["text"].startswith("Keine gefunden")


class Tags(HTMLParser):
    """Every tag and link of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name == "href"]


@given(
    st.sampled_from(PAYLOADS) | st.text(max_size=60),
    st.sampled_from(
        ["javascript:alert(1)", "data:text/html,x", "https://example.org/a b", "https://", "//example.org", ""]
    )
    | st.text(max_size=30),
)
def test_nothing_of_others_becomes_a_tag_an_attribute_or_a_link_off_the_web(word, url):
    article = an_article("Text hier.", (0, 10), title=word, outlet=word, url=url)
    review = a_review(claim_reviewed=word or "x", publisher=word, alternate_name=word, url=url, summary=word)
    match = Match(
        word, 1, 0.5, review, relation=Relation.SAME, differences=(Difference(DifferenceKind.PERSON, word, word),)
    )

    data = task_data(a_claim(article, (0, 4), speaker=word), article, [match], SCHEME)

    for html in (data["source_html"], data["past_checks"][0]["html"]):
        found = Tags(html)
        assert found.tags <= {"a", "b", "div"}
        assert found.names <= {"class", "href", "target", "rel"}
        assert all(link.startswith(("http://", "https://")) for link in found.links)


def test_a_check_shows_rating_publisher_day_link_and_what_differs():
    review = a_review(
        alternate_name="Quatsch", date_published=date(2022, 3, 1), url="https://example.org/?a=1&b='2'", ours=True
    )
    match = Match(
        "q",
        1,
        0.5,
        review,
        relation=Relation.DIFFERS_NUMBER,
        differences=(Difference(DifferenceKind.NUMBER, "25 %", "30 %"),),
    )
    article = an_article("Text hier.", (0, 10))

    html = task_data(a_claim(article, (0, 4)), article, [match], SCHEME)["past_checks"][0]["html"]

    assert '<b class="cc-rating">Quatsch</b> (Falsch) · Probe · 1. März 2022 · eigene Prüfung' in html
    assert 'href="https://example.org/?a=1&amp;b=&#x27;2&#x27;"' in html
    assert "<b>Andere Zahl</b> · Zahl: hier „25 %“, dort „30 %“" in html


@pytest.mark.parametrize(
    ("claim", "past", "told"),
    [
        ("de", "en", "auf Englisch"),
        ("en", "de", "in German"),
        ("de", "uk", "auf Ukrainisch"),
        ("de", "sw", "Sprache: sw"),
        ("de", "de", None),
        ("de", "und", None),
    ],
)
def test_a_check_in_another_language_than_the_claim_says_in_which(claim: str, past: str, told: str | None):
    article = an_article("Text hier.", (0, 10))
    match = Match("q", 1, 0.5, a_review(language=past))

    (check,) = task_data(a_claim(article, (0, 4), language=claim), article, [match], SCHEME)["past_checks"]

    first = check["html"].split("</div>")[0]
    assert first.endswith(f"Probe · {told}" if told else "Probe")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "  "}, "has no text"),
        ({"evidence": ("etwas anderes",)}, r"does not stand at \[0, 4\)"),
        ({"evidence": ()}, "has 1 spans and 0 pieces of evidence"),
        ({"spans": (), "evidence": ()}, "has 0 spans"),
    ],
)
def test_a_claim_that_does_not_stand_in_its_article_is_refused_before_it_is_sent(change, why):
    article = an_article("Text hier.", (0, 10))

    with pytest.raises(TaskInvalid, match=why):
        task_data(replace(a_claim(article, (0, 4)), **change), article, [], SCHEME)


def test_the_prediction_marks_the_claim_and_never_predicts_a_verdict():
    article = an_article("Text hier.", (0, 10))

    prediction = claim_prediction(a_claim(article, (0, 4), (5, 9)), article)

    assert [each["from_name"] for each in prediction["result"]] == ["span", "span"]
    assert [each["value"]["text"] for each in prediction["result"]] == ["Text", "hier"]


def test_equal_data_has_one_digest_in_whatever_order():
    assert task_digest({"a": 1, "b": ["ß"]}) == task_digest({"b": ["ß"], "a": 1})
    assert task_digest({"a": 1}) != task_digest({"a": 2})
