"""Adjudicated answers first; votes weighed by confidence; Dawid–Skene where there is enough, ties never by alphabet."""

import builtins
import random
from itertools import permutations

import pytest

from claimcheck.agree import METHODS, settle, too_thin
from claimcheck.agree.dawid_skene import label_probabilities
from claimcheck.cli.verdicts import Method
from claimcheck.errors import ExtraMissing
from claimcheck.records import Label
from tests.unit.test_agree_settle import said

A, B, C, D = "ada@example.org", "bob@example.org", "cem@example.org", "dom@example.org"


def test_the_command_offers_every_method():
    assert [each.value for each in Method] == list(METHODS)


# --- adjudicated


@pytest.mark.parametrize("method", METHODS)
def test_an_adjudicated_answer_settles_and_the_blind_ones_stay_the_soft_label(method):
    (found,) = settle(
        [
            said(Label.TRUE, A, annotation=1),
            said(Label.TRUE, B, annotation=2),
            said(Label.FALSE, C, annotation=3),
            said(Label.FALSE, D, annotation=4, adjudicated=True),
        ],
        method=method,
    )
    assert (found.label, found.method, found.n_annotators, found.tie) == (Label.FALSE, "adjudicated", 3, ())
    assert dict(found.soft_label) == {Label.TRUE: pytest.approx(2 / 3), Label.FALSE: pytest.approx(1 / 3)}


def test_the_newest_adjudication_decides_whoever_gave_it_and_a_blind_answer_of_the_adjudicator_stays():
    (found,) = settle(
        [
            said(Label.TRUE, A, hour=1),
            said(Label.FALSE, A, hour=2, adjudicated=True),
            said(Label.HALF_TRUE, B, hour=3, adjudicated=True),
        ]
    )
    assert (found.label, found.n_annotators, found.soft_label) == (Label.HALF_TRUE, 1, ((Label.TRUE, 1.0),))


def test_adjudication_alone_is_its_own_soft_label():
    (found,) = settle([said(Label.TRUE, A, adjudicated=True)])
    assert (found.method, found.n_annotators, found.soft_label) == ("adjudicated", 1, ((Label.TRUE, 1.0),))


# --- weighted


def test_a_firm_answer_outweighs_two_doubtful_ones_of_people_who_are_sure_elsewhere():
    verdicts = [
        said(Label.FALSE, A, annotation=1, confidence=5),
        said(Label.TRUE, B, annotation=2, confidence=1),
        said(Label.TRUE, C, annotation=3, confidence=1),
        said(Label.TRUE, A, claim="c2", annotation=4, confidence=1),
        said(Label.TRUE, B, claim="c2", annotation=5, confidence=5),
        said(Label.TRUE, C, claim="c2", annotation=6, confidence=5),
    ]
    one, other = settle(verdicts, method="weighted")
    # means are 3, so the weights on c1 are 5/3 against 1/3 + 1/3
    assert (one.label, one.method) == (Label.FALSE, "weighted")
    assert dict(one.scores) == {Label.FALSE: pytest.approx(5 / 7), Label.TRUE: pytest.approx(2 / 7)}
    assert dict(one.soft_label)[Label.TRUE] == pytest.approx(2 / 3)
    assert other.label is Label.TRUE
    assert settle(verdicts)[0].label is Label.TRUE


def test_who_is_always_sure_has_no_more_say():
    loud = [said(Label.TRUE, A, claim=f"c{n}", annotation=n, confidence=5) for n in range(1, 5)]
    shy = [said(Label.FALSE, B, claim=f"c{n}", annotation=10 + n, confidence=1) for n in range(1, 5)]
    for found in settle(loud + shy, method="weighted"):
        assert (found.label, found.tie) == (None, (Label.TRUE, Label.FALSE))


def test_thirds_that_floats_would_miss_are_a_tie():
    # A and B each weigh 1/3 + ... : 0.1 + 0.2 against 0.3 in tenths of confidence
    verdicts = [said(Label.TRUE, A, annotation=1, confidence=1), said(Label.TRUE, B, annotation=2, confidence=2)]
    verdicts += [said(Label.FALSE, C, annotation=3, confidence=3)]
    for n, (who, rest) in enumerate([(A, 19), (B, 18), (C, 17)]):
        verdicts.append(said(Label.TRUE, who, claim="c2", annotation=10 + n, confidence=rest))
    (found, _) = settle(verdicts, method="weighted")
    assert found.tie == (Label.TRUE, Label.FALSE)


def test_without_any_confidence_a_claim_is_settled_by_votes_and_says_so():
    verdicts = [
        said(Label.TRUE, A, annotation=1),
        said(Label.TRUE, B, annotation=2),
        said(Label.FALSE, C, annotation=3),
    ]
    verdicts.append(said(Label.TRUE, A, claim="c2", annotation=4, confidence=2))
    votes, weighed = settle(verdicts, method="weighted")
    assert (votes.method, votes.label, votes.scores) == ("majority", Label.TRUE, ())
    assert (weighed.method, weighed.scores) == ("weighted", ((Label.TRUE, 1.0),))


def test_a_missing_confidence_weighs_what_is_usual_for_its_annotator():
    verdicts = [
        said(Label.TRUE, A, annotation=1),
        said(Label.FALSE, B, annotation=2, confidence=4),
        said(Label.TRUE, B, claim="c2", annotation=3, confidence=4),
    ]
    assert settle(verdicts, method="weighted")[0].tie == (Label.TRUE, Label.FALSE)


# --- Dawid–Skene


def answers(error_rates, claims=60, seed=1, labels=(Label.TRUE, Label.FALSE, Label.MISLEADING)):
    """Verdicts of people who err at random at these rates, and the truth they erred from."""
    chance = random.Random(seed)
    truth = {f"c{n:03}": chance.choice(labels) for n in range(claims)}
    given = [
        said(
            true if chance.random() >= rate else chance.choice([each for each in labels if each is not true]),
            who,
            claim=claim,
            annotation=1_000 * number + int(claim[1:]),
        )
        for number, (who, rate) in enumerate(error_rates.items())
        for claim, true in truth.items()
    ]
    return given, truth


def right(found, truth) -> float:
    return sum(each.label is truth[each.claim_id] for each in found) / len(truth)


def test_dawid_skene_is_right_more_often_than_votes_where_one_of_four_is_careful():
    given, truth = answers({A: 0.03, B: 0.45, C: 0.45, D: 0.45}, claims=80, labels=(Label.TRUE, Label.FALSE))
    by_votes, by_rates = settle(given), settle(given, method="dawid-skene")
    assert right(by_rates, truth) > right(by_votes, truth) + 0.05
    assert {each.method for each in by_rates} == {"dawid-skene"}
    for each in by_rates:
        assert sum(score for _, score in each.scores) == pytest.approx(1)


def test_the_probabilities_are_those_of_an_em_written_out_by_hand():
    given, _ = answers({A: 0.1, B: 0.2, C: 0.3, D: 0.3}, claims=40, labels=(Label.TRUE, Label.FALSE))
    rows = [(each.claim_id, each.annotator, int(each.label is Label.FALSE)) for each in given]
    claims, people = sorted({row[0] for row in rows}), sorted({row[1] for row in rows})
    votes = {claim: [sum(r[0] == claim and r[2] == k for r in rows) for k in (0, 1)] for claim in claims}
    chance = {claim: [each / sum(votes[claim]) for each in votes[claim]] for claim in claims}
    found = label_probabilities(rows)
    furthest = []
    for _ in range(20):
        prior = [sum(chance[claim][k] for claim in claims) / len(claims) for k in (0, 1)]
        rate = {}
        for who in people:
            for true in (0, 1):
                weights = [sum(chance[c][true] for c, p, label in rows if (p, label) == (who, k)) for k in (0, 1)]
                for k in (0, 1):
                    rate[who, true, k] = weights[k] / sum(weights)
        for claim in claims:
            product = list(prior)
            for c, who, label in rows:
                if c == claim:
                    product = [product[true] * rate[who, true, label] for true in (0, 1)]
            chance[claim] = [each / sum(product) for each in product]
        furthest.append(max(abs(chance[claim][0] - found[claim][0]) for claim in claims))
    assert min(furthest) < 1e-9  # crowd-kit stopped after one of these rounds
    assert furthest.index(min(furthest)) >= 3


def test_known_labels_stay_as_they_are_and_teach_error_rates():
    given, truth = answers({A: 0.1, B: 0.2, C: 0.2}, claims=16)
    decided = {claim: truth[claim] for claim in sorted(truth)[:8]}
    adjudicated = [
        said(label, D, claim=claim, annotation=9_000 + n, adjudicated=True)
        for n, (claim, label) in enumerate(decided.items())
    ]
    found = settle([*given, *adjudicated], method="dawid-skene")
    assert [each.method for each in found] == ["adjudicated"] * 8 + ["dawid-skene"] * 8
    assert all(each.label is decided[each.claim_id] for each in found[:8])
    alone = {each.claim_id: each.scores for each in settle(given, method="dawid-skene")}
    assert any(each.scores != alone[each.claim_id] for each in found[8:])


def test_two_annotators_one_label_or_few_answers_are_settled_by_votes_and_say_why():
    two, _ = answers({A: 0.1, B: 0.1})
    few, _ = answers({A: 0.1, B: 0.1, C: 0.1}, claims=9)
    same, _ = answers({A: 0.0, B: 0.0, C: 0.0}, labels=(Label.TRUE, Label.TRUE))
    for given, why in (
        (two, "needs 3 annotators with 10 answers each on claims that others judged too; here are 2"),
        (few, "here are 0"),
        (same, "here all answers are the same"),
    ):
        found = settle(given, method="dawid-skene")
        assert found == settle(given)
        by_claim = {each.claim_id: [v for v in given if v.claim_id == each.claim_id] for each in found}
        assert why in (too_thin(by_claim) or "")


def test_a_claim_with_one_answer_is_settled_by_it_alone():
    given, _ = answers({A: 0.05, B: 0.3, C: 0.3}, claims=20)
    alone = said(Label.UNVERIFIABLE, B, claim="z", annotation=9_999)
    found = settle([*given, alone], method="dawid-skene")[-1]
    assert (found.claim_id, found.label, found.method, found.scores) == ("z", Label.UNVERIFIABLE, "majority", ())


def test_a_label_that_nobody_gave_never_settles_a_claim():
    for seed in range(1, 2):
        given, _ = answers({A: 0.3, B: 0.5, C: 0.6, D: 0.6}, claims=30, seed=seed, labels=tuple(Label)[:6])
        by_claim = {}
        for each in given:
            by_claim.setdefault(each.claim_id, set()).add(each.label)
        for found in settle(given, method="dawid-skene"):
            assert {*found.tie, *([found.label] if found.label else [])} <= by_claim[found.claim_id]


def test_what_nothing_tells_apart_is_a_tie_whatever_the_labels_are_called():
    # three annotators, two labels, everything the other way round just as often: no label can lead on a 1-1 claim
    for one, other in permutations([Label.TRUE, Label.FALSE, Label.UNVERIFIABLE], 2):
        given, number = [], 0
        for mirrored in (False, True):
            for n in range(12):
                for who in (A, B, C):
                    number += 1
                    label = one if mirrored else other
                    given.append(said(label, who, claim=f"m{mirrored}{n:02}", annotation=number))
        for n, (first, second) in enumerate([(A, B), (B, A)]):
            given.append(said(one, first, claim=f"x{n}", annotation=900 + 2 * n))
            given.append(said(other, second, claim=f"x{n}", annotation=901 + 2 * n))
        found = {each.claim_id: each for each in settle(given, method="dawid-skene")}
        ordered = tuple(label for label in Label if label in (one, other))
        assert (found["x0"].method, found["x0"].tie) == ("dawid-skene", ordered)
        assert found["x1"].tie == ordered


def test_the_same_verdicts_in_any_order_give_the_same_result():
    given, _ = answers({A: 0.05, B: 0.2, C: 0.2}, claims=14)
    shuffled = list(given)
    random.Random(4).shuffle(shuffled)
    assert settle(shuffled, method="dawid-skene") == settle(given, method="dawid-skene")


def test_samples_teach_nothing_about_real_claims():
    given, _ = answers({A: 0.05, B: 0.1, C: 0.15}, claims=14)
    samples, _ = answers({A: 0.9, B: 0.0, C: 0.0}, claims=14, seed=7)
    moved = [
        said(each.label, each.annotator, claim=f"s{each.claim_id}", annotation=50_000 + n, sample=True)
        for n, each in enumerate(samples)
    ]
    found = settle([*given, *moved], method="dawid-skene")
    assert [each for each in found if not each.sample] == settle(given, method="dawid-skene")


def test_without_crowd_kit_one_line_says_what_to_install(monkeypatch):
    given, _ = answers({A: 0.05, B: 0.1, C: 0.15}, claims=14)
    real = builtins.__import__

    def absent(name, *rest, **more):
        if name.startswith("crowdkit"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ExtraMissing, match=r"is not installed: pip install 'claimcheck\[aggregate\]'"):
        settle(given, method="dawid-skene")
