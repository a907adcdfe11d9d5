"""Annotations to verdicts: everything comes back, and nothing unreadable becomes a verdict."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import AnnotationInvalid
from claimcheck.labelstudio.config import EVIDENCE_SLOTS
from claimcheck.labelstudio.verdicts import annotation_results, is_sample_annotator, verdict_from
from claimcheck.records import Evidence, Label, PastAnswer, Relation, ShownCheck, Task, Verdict
from claimcheck.scheme import read_scheme

SCHEME = read_scheme()
NOON = datetime(2023, 5, 1, 12, tzinfo=UTC)
SHOWN = (ShownCheck("r1", 1, 0.8, None, Relation.SAME), ShownCheck("r2", 2, 0.5, 0.4, None))
TASK = Task("http://127.0.0.1:1", 3, "c" * 16, 7, "d", NOON, SHOWN)


def an_annotation(*results, **fields):
    return {
        "id": 11,
        "result": list(results),
        "was_cancelled": False,
        "created_at": "2023-05-01T12:00:00.000000Z",
        "updated_at": "2023-05-01T12:05:00.000000Z",
        "lead_time": 42.5,
    } | fields


def choose(name, *codes):
    return {"from_name": name, "to_name": "claim", "type": "choices", "value": {"choices": list(codes)}}


def write(name, *lines):
    return {"from_name": name, "to_name": "claim", "type": "textarea", "value": {"text": list(lines)}}


def read(annotation, **options) -> Verdict:
    return verdict_from(annotation, **({"task": TASK, "scheme": SCHEME, "annotator": "ada@example.org"} | options))


TRUE = choose("verdict", "TRUE")

words = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)


@given(
    label=st.none() | st.sampled_from(Label),
    justification=st.none() | words,
    better_wording=st.none() | words,
    evidence=st.lists(
        st.builds(Evidence, words, st.none() | words, stance=st.sampled_from([None, "supports", "refutes"])),
        max_size=EVIDENCE_SLOTS,
    ).map(tuple),
    confidence=st.none() | st.integers(1, 5),
    as_of=st.none() | st.dates(),
    problem=st.sampled_from([None, *(each.code for each in SCHEME.problems)]),
    answers=st.fixed_dictionaries(
        {}, optional={each: st.sampled_from(["same", "related", "unrelated"]) for each in ("r1", "r2")}
    ),
)
def test_what_a_verdict_answers_is_read_back_as_that_verdict(answers, **fields):
    past = tuple(PastAnswer(review, answer) for review, answer in sorted(answers.items()))
    verdict = replace(read(an_annotation(TRUE)), past_answers=past, **fields)

    annotation = an_annotation(*annotation_results(verdict), was_cancelled=verdict.label is None)

    assert read(annotation) == verdict


def test_a_skip_is_an_answer_without_a_label():
    verdict = read(an_annotation(was_cancelled=True))

    assert (verdict.label, verdict.skipped, verdict.annotation_id) == (None, True, 11)


def test_a_label_chosen_before_skipping_does_not_count_but_a_claim_problem_does():
    verdict = read(an_annotation(TRUE, choose("problem", "WRONG_SPAN"), was_cancelled=True))

    assert (verdict.label, verdict.problem) == (None, "wrong_span")


def test_times_and_place_are_the_annotations():
    verdict = read(an_annotation(TRUE))

    assert verdict.decided_at == NOON
    assert verdict.updated_at == datetime(2023, 5, 1, 12, 5, tzinfo=UTC)
    assert (verdict.server, verdict.project_id, verdict.task_id, verdict.claim_id) == (
        "http://127.0.0.1:1",
        3,
        7,
        "c" * 16,
    )
    assert (verdict.seconds, verdict.shown) == (42.5, SHOWN)


def test_several_lines_in_one_field_are_all_kept_and_blank_ones_dropped():
    annotation = an_annotation(TRUE, write("justification", " eins ", ""), write("justification", "zwei\ndrei"))

    assert read(annotation).justification == "eins\nzwei\ndrei"
    assert read(an_annotation(TRUE, write("justification", "  "))).justification is None


def test_the_same_choice_given_twice_is_one_answer():
    assert read(an_annotation(TRUE, TRUE)).label is Label.TRUE


def test_the_annotators_own_day_replaces_the_one_the_task_asks_about():
    given_day = {"from_name": "as_of", "to_name": "claim", "type": "datetime", "value": {"datetime": "2023-04-12"}}

    assert read(an_annotation(TRUE), as_of=date(2023, 4, 11)).as_of == date(2023, 4, 11)
    assert read(an_annotation(TRUE, given_day), as_of=date(2023, 4, 11)).as_of == date(2023, 4, 12)
    assert read(an_annotation(TRUE)).as_of is None


def test_a_quotation_without_an_address_is_still_evidence():
    assert read(an_annotation(TRUE, write("evidence_quote_2", "so steht es"))).evidence == (
        Evidence("", "so steht es"),
    )


def test_the_marked_claim_and_lines_between_regions_are_not_answers():
    region = {
        "from_name": "span",
        "to_name": "context",
        "type": "labels",
        "value": {"start": 1, "end": 2, "labels": ["CLAIM"]},
    }

    assert read(an_annotation(region, {"type": "relation", "from_id": "a", "to_id": "b"}, TRUE)).label is Label.TRUE


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ([], "has no verdict"),
        ([choose("verdict")], "has no verdict"),
        ([choose("verdict", "TRUE", "FALSE")], r"gives 2 answers to 'verdict' \(FALSE, TRUE\)"),
        ([TRUE, choose("verdict", "FALSE")], "gives 2 answers to 'verdict'"),
        ([choose("verdict", "PERHAPS")], "'PERHAPS', which is not offered"),
        ([choose("verdict", "true")], "'true', which is not offered"),
        ([TRUE, choose("problem", "UGLY")], "'UGLY', which is not offered"),
        ([TRUE, choose("mood", "GOOD")], "answers 'mood', which our page does not ask"),
        ([TRUE, choose("past_2", "SAME")], "answers 'past_2', but its task shows 2 past checks"),
        ([TRUE, choose("past_0", "MAYBE")], "'MAYBE', which is not offered"),
        ([{"zzz": 1}], "without a control or a value"),
        (["TRUE"], "not an object"),
        ([TRUE, {"from_name": "confidence", "value": {"rating": 6}}], "confidence that is not one number from 1 to 5"),
        ([TRUE, {"from_name": "confidence", "value": {"rating": True}}], "confidence that is not one number"),
        ([TRUE, {"from_name": "as_of", "value": {"datetime": "yesterday"}}], "judges as of 'yesterday'"),
        ([TRUE, {"from_name": "verdict", "value": {"choices": "TRUE"}}], "has no list of choices"),
        ([TRUE, {"from_name": "justification", "value": {"text": [1]}}], "something else than text"),
    ],
)
def test_an_answer_our_page_cannot_give_is_named_and_never_a_verdict(results, why):
    with pytest.raises(AnnotationInvalid, match=why) as caught:
        read(an_annotation(*results))

    assert str(caught.value).startswith("annotation 11 of task 7 ")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["choices", "text", "rating", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "from_name": st.sampled_from(["verdict", "justification", "confidence", "as_of", "past_0"]),
                "value": anything,
            }
        )
        | anything,
        max_size=4,
    )
)
def test_whatever_the_server_holds_is_a_verdict_with_a_label_or_one_error(results):
    try:
        verdict = read(an_annotation(*results))
    except AnnotationInvalid:
        return
    assert verdict.label in set(Label)


def test_an_unreadable_time_is_an_error():
    with pytest.raises(AnnotationInvalid, match="has no readable created_at"):
        read(an_annotation(TRUE, created_at=None))


def test_answers_to_past_checks_are_left_out_where_the_page_was_opened_before_a_refresh():
    annotation = an_annotation(TRUE, choose("past_0", "SAME"), lead_time=600)

    before = read(annotation, refreshed_at=datetime(2023, 5, 1, 11, 45, tzinfo=UTC))
    during = read(annotation, refreshed_at=datetime(2023, 5, 1, 11, 55, tzinfo=UTC))

    assert before.past_answers == (PastAnswer("r1", "same"),)
    assert (during.label, during.past_answers) == (Label.TRUE, ())


def test_only_addresses_nobody_can_own_are_sample_annotators():
    assert is_sample_annotator("Ada@samples.claimcheck.invalid")
    assert not is_sample_annotator("ada@claimcheck.invalid")
    assert not is_sample_annotator("samples.claimcheck.invalid@example.org")
