"""Blind answers side by side, the mark of what a page showed, and what a control arm sees."""

import zlib
from dataclasses import replace
from datetime import UTC, date, datetime

from claimcheck.labelstudio import answer_fields, answers_digest, import_task, in_blind_order, page_state, pseudonym
from claimcheck.labelstudio.tasks import shown_in, task_digest
from claimcheck.records import Evidence, Label, Verdict
from claimcheck.scheme import read_scheme
from tests.integration.desks import make_article, make_claim, past_matches

SCHEME = read_scheme()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MARKUP = '<img src=x onerror="a()"><script>b()</script>'


def said(who: str, label: Label | None, **fields) -> Verdict:
    return Verdict("c1", label, who, NOON, "s", 1, 1, zlib.crc32(who.encode()), NOON, **fields)


def test_a_card_says_everything_but_who():
    answer = said(
        "ada@desk.example",
        Label.FALSE,
        justification="Im Archiv steht 1997.",
        evidence=(Evidence("https://example.org/a?b=1&c=2", "seit 1997", stance="refutes"),),
        confidence=4,
        problem="needs_context",
        better_wording="Drei Staaten …",
        as_of=date(2023, 4, 11),
    )
    other = said("ben@desk.example", None, as_of=date(2023, 4, 12))

    first, second = answer_fields([answer, other], SCHEME, "de")

    assert (first["head"], first["label"], first["text"]) == ("Antwort A", "Falsch", "Im Archiv steht 1997.")
    for words in ("<b>Widerlegt</b>", 'href="https://example.org/a?b=1&amp;c=2"', "„seit 1997“", "★★★★☆ 4/5"):
        assert words in first["html"]
    assert "Allein nicht verständlich" in first["html"]
    assert "11. April 2023" in first["html"]
    assert (second["head"], second["label"], second["text"]) == ("Antwort B", "übersprungen", "(ohne Begründung)")
    assert "desk.example" not in str([first, second])


def test_the_day_is_shown_only_where_days_differ():
    day = date(2023, 4, 11)
    cards = answer_fields([said("a", Label.TRUE, as_of=day), said("b", Label.FALSE, as_of=day)], SCHEME, "en")

    assert [each["html"] for each in cards] == ["<div></div>", "<div></div>"]


def test_markup_in_answers_is_text_and_an_address_of_no_web_is_no_link():
    answer = said(
        "a",
        Label.TRUE,
        justification=MARKUP,
        evidence=(Evidence("javascript:alert(1)", MARKUP, stance=MARKUP), Evidence(MARKUP)),
        problem=MARKUP,
        better_wording=MARKUP,
    )

    (card,) = answer_fields([answer], SCHEME, "en")

    assert card["text"] == MARKUP  # a tag that renders text takes it as it is
    assert "<img" not in card["html"]
    assert "<script" not in card["html"]
    assert "<a " not in card["html"]


def test_the_order_of_answers_depends_on_the_seed_and_the_claim_and_not_on_the_order_given():
    answers = [said(f"p{number}", Label.TRUE) for number in range(6)]

    assert in_blind_order(answers, seed="k") == in_blind_order(answers[::-1], seed="k")
    orders = {tuple(e.annotator for e in in_blind_order(answers, seed=str(seed))) for seed in range(20)}
    assert len(orders) > 10
    others = [replace(each, claim_id="c2") for each in answers]
    firsts = [each.annotator for each in in_blind_order(others, seed="k")]
    assert firsts != [each.annotator for each in in_blind_order(answers, seed="k")]


def test_the_digest_of_answers_changes_with_what_is_said_and_not_with_order_or_time():
    one, two = said("a", Label.TRUE), said("b", Label.FALSE, justification="x")

    same = answers_digest([two, replace(one, seconds=9.0, updated_at=datetime(2027, 1, 1, tzinfo=UTC))])
    assert answers_digest([one, two]) == same
    for other in (replace(two, justification="y"), replace(two, label=Label.TRUE), replace(two, confidence=1)):
        assert answers_digest([one, other]) != same


def test_names_of_answers_go_on_after_z():
    assert [pseudonym(n) for n in (0, 1, 25, 26, 51, 52)] == ["A", "B", "Z", "A2", "Z2", "A3"]


def test_a_task_of_the_control_arm_shows_nothing_and_says_the_same_whether_there_is_something_or_not():
    article = make_article()
    claim = make_claim(article)

    with_checks = import_task(claim, article, past_matches(), SCHEME, hidden=True)
    without = import_task(claim, article, [], SCHEME, hidden=True)

    assert with_checks["data"] == without["data"]
    assert shown_in(with_checks["data"]) == ()
    (said_so,) = with_checks["data"]["past_none"]
    assert "gezeigt" in said_so["text"]
    assert import_task(claim, article, [], SCHEME)["data"]["past_none"] != [said_so]


def test_an_annotation_names_the_state_its_page_had():
    article = make_article()
    task = import_task(make_claim(article), article, past_matches(), SCHEME)
    other = import_task(make_claim(article), article, past_matches()[:1], SCHEME)

    (region,) = task["predictions"][0]["result"]
    assert page_state({"result": [{"from_name": "verdict", "id": "x"}, region]}) == task_digest(task["data"])
    assert page_state({"result": other["predictions"][0]["result"]}) == task_digest(other["data"])
    assert task_digest(task["data"]) != task_digest(other["data"])


def test_a_mark_that_was_deleted_or_drawn_anew_names_no_state():
    for result in (None, [], ["x"], [{"from_name": "span", "id": "Ab3"}], [{"from_name": "span", "id": "claim-0"}]):
        assert page_state({"result": result}) is None
    assert page_state({"result": [{"from_name": "verdict", "id": "claim-0-0123456789abcdef"}]}) is None
