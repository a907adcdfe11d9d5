"""Claims as a whole: their place, their score and reasons, what they leave open, their ids."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from split_texts import article, split

from claimcheck.records import Article, Assertion, Block, ClaimKind, Role, Span, article_id, claim_id
from claimcheck.shapes import claim_from_json, claim_to_json
from claimcheck.split import RuleSplitter, Splitter, find_sentences, split_article
from claimcheck.split.worth.checkability import weights

PIECES = st.sampled_from(
    [
        "Der Rat ",
        "sagte, ",
        "dass ",
        "„",
        "“",
        '"',
        "laut ",
        "Anna Huber ",
        " said ",
        "that ",
        "who ",
        "und ",
        ", ",
        ". ",
        "… ",
        "? ",
        "\r\n",
        "\n\n",
        "24. ",
        "April ",
        "2.000 ",
        "(dpa) ",
        "U.S. ",
        "\u00ad",
        "e\u0301",
        "🙂",
        "👨‍👩‍👧",
        "مرحبا ",
        "\u202e",
        "我们走。",
        "«",
        "»",
        ";",
        ":",
        "–",
        " and ",
        "has ",
        "\u00a0",
        "\t",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en", "ru", "und", "zh", ""]))
def test_evidence_is_the_text_at_its_span_for_any_text(text: str, language: str) -> None:
    claims = split_article(article(text, language))

    for claim in claims:
        assert claim.evidence == tuple(text[span.start : span.end] for span in claim.spans)
        assert all(each == each.strip() and each for each in claim.evidence)
        assert 0 <= claim.score <= 1
        assert claim.text
        if claim.speaker_span:
            assert text[claim.speaker_span.start : claim.speaker_span.end].strip()
        assert claim_from_json(claim_to_json(claim)) == claim
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims == split_article(article(text, language))
    assert claims == sorted(claims, key=lambda claim: (-claim.score, claim.spans, claim.id))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en", "xx"]))
def test_sentences_hold_every_character_that_is_not_white_space_once(text: str, language: str) -> None:
    spans = find_sentences(text, 0, len(text), language)

    assert all(one.end <= other.start for one, other in pairwise(spans))
    inside = "".join(text[span.start : span.end] for span in spans)
    assert "".join(inside.replace("\u00ad", "").split()) == "".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "As"),
        ("en", "The mill was shut in 2010, which"),
        ("en", "The test, which consists of X-rays of teeth, then"),
        ("en", "Ann Lee tells them: which facts are cut out of each, and"),
        ("en", "The 8-year-old boy has a rule been"),
        ("en", "The mill was shut because of a leak, and Leeds and"),
        ("de", "Die Tests sind da, den"),
        ("de", "Der Rat fragte, welchen"),
    ],
)
def test_a_text_may_break_off_at_any_word(language: str, text: str) -> None:
    assert split_article(article(text, language))


def test_the_rule_splitter_keeps_the_protocol() -> None:
    splitter: Splitter = RuleSplitter()

    assert splitter.split(article("", "de")) == []
    assert splitter.name == "rules"


def test_only_blocks_that_carry_claims_give_claims() -> None:
    text = "Die Brücke in Kiel wurde 1994 gebaut."

    silent = {role for role in Role if not split(text, "de", role=role)}

    assert silent == {
        Role.SUBHEADING,
        Role.EMBED,
        Role.TEASER,
        Role.RELATED,
        Role.NEWSLETTER,
        Role.CONSENT,
        Role.COMMENT,
        Role.BYLINE,
        Role.CREDIT,
        Role.CORRECTION,
        Role.FURNITURE,
    }


def test_ids_stand_for_article_place_assertion_and_ordinal() -> None:
    text = "Die Brücke in Kiel wurde 1994 gebaut."
    (claim,) = split(text, "de").values()

    assert claim.id == claim_id(article_id(text), claim.spans, Assertion.ASSERTED, 0)


def test_ids_do_not_move_with_the_publication_date_or_the_outlet() -> None:
    text = "Am Montag kaufte Kiel 100 Busse. Laut Polizei starben 2 Menschen."
    one = article(text, "de")

    assert [each.id for each in split_article(one)] == [
        each.id for each in split_article(replace(one, published=None, outlet="Der Morgenbote"))
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Warum ist die Brücke in Kiel gesperrt?", ClaimKind.QUESTION),
        ("de", "Leider ist das Ganze ein peinlicher Skandal.", ClaimKind.OPINION),
        ("en", "Unfortunately this is a ridiculous and absurd mess.", ClaimKind.OPINION),
        ("en", "Subscribe to our newsletter for more information", ClaimKind.EVENT),
    ],
)
def test_what_cannot_be_checked_is_kept_and_says_why(language: str, text: str, kind: ClaimKind) -> None:
    (claim,) = split(text, language).values()

    assert not claim.checkable
    assert claim.kind is kind
    assert claim.reasons


def test_a_fact_with_a_number_and_a_name_ranks_above_a_vague_remark() -> None:
    claims = split_article(article("Das ist so. Kiel kaufte 2022 genau 100 neue Busse.", "de"))

    assert [claim.text for claim in claims] == ["Kiel kaufte 2022 genau 100 neue Busse.", "Das ist so."]
    assert any("figure" in reason for reason in claims[0].reasons)


def test_the_reasons_add_up_to_the_score_in_log_odds() -> None:
    claim = split("Kiel kaufte 2022 genau 100 neue Busse.", "de")["Kiel kaufte 2022 genau 100 neue Busse."]

    odds = weights().intercept + sum(float(reason.rsplit(" ", 1)[1]) for reason in claim.reasons)
    assert claim.score == pytest.approx(1 / (1 + exp(-odds)), abs=0.01)


def test_a_headline_that_the_body_repeats_is_kept_and_scored_down() -> None:
    head, body = "Kiel kauft 100 neue Busse", "Kiel kauft im Herbst 100 neue Busse."
    text = f"{head}\n\n{body}"
    blocks = (Block(Span(0, len(head)), Role.HEADLINE), Block(Span(len(head) + 2, len(text)), Role.BODY))
    claims = {claim.role: claim for claim in split_article(Article(article_id(text), text, blocks, "de"))}

    assert claims[Role.HEADLINE].score < claims[Role.BODY].score
    assert any(reason.startswith("repeats “Kiel kauft im Herbst") for reason in claims[Role.HEADLINE].reasons)
    assert not any(reason.startswith("repeats") for reason in claims[Role.BODY].reasons)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("de", "Er kaufte 100 Busse in Kiel.", "Er"),
        ("de", "Kiel hatte damals auf 100 Busse verzichtet.", "damals"),
        ("en", "They bought 100 buses in Leeds.", "They"),
        ("en", "The two men bought buses.", "The two men"),
    ],
)
def test_a_claim_that_needs_what_came_before_says_which_word_is_open(language: str, text: str, word: str) -> None:
    (claim,) = split(text, language).values()

    assert claim.needs_context
    assert word in claim.context.unresolved


def test_a_claim_carries_the_sentence_before_it() -> None:
    claims = split("Anna Huber kam nach Kiel. Dort kaufte sie 100 Busse.", "de")

    assert claims["Dort kaufte Anna Huber 100 Busse."].context.previous == "Anna Huber kam nach Kiel."


def test_a_weekday_is_dated_in_the_wording_and_the_change_is_recorded() -> None:
    text = "Am Montag kaufte Kiel 100 Busse."
    claim = split(text, "de")["Am Montag, dem 10. April 2023, kaufte Kiel 100 Busse."]

    assert [(text[each.span.start : each.span.end], each.replacement) for each in claim.substitutions] == [
        ("Montag", "Montag, dem 10. April 2023,")
    ]
    assert claim.evidence == (text,)


def test_line_ends_inside_a_sentence_stay_in_the_evidence_and_leave_the_wording() -> None:
    text = "Kiel kaufte 2022\r\ngenau 100 neue Busse."
    (claim,) = split(text, "de").values()

    assert claim.evidence == (text,)
    assert claim.text == "Kiel kaufte 2022 genau 100 neue Busse."


def test_splitting_needs_only_the_standard_library() -> None:
    code = (
        "import sys; from claimcheck.split import RuleSplitter; "
        "from claimcheck.split.languages import rules_for; rules_for('de');"
        "names = {name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names);"
        "print(sorted(name for name in names if not name.startswith('_') and name != 'sitecustomize'))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['claimcheck']"
