"""``bench split --sample``: offered claims beside their sentences, for a reader to judge."""

from pathlib import Path

from tests.unit.conftest import Claimcheck

GOLD = Path(__file__).parent.parent / "quality" / "gold"
PAGES = ("--gold", GOLD / "fenwick-herald-treasurer.json", GOLD / "messpunkt-rasengleise.json")


def test_the_same_seed_draws_the_same_claims_and_another_seed_others(claimcheck: Claimcheck) -> None:
    first = claimcheck("bench", "split", *PAGES, "--sample", "8", "--seed", "7")
    again = claimcheck("bench", "split", *PAGES, "--sample", "8", "--seed", "7")
    other = claimcheck("bench", "split", *PAGES, "--sample", "8", "--seed", "8")
    assert first.code == 0
    assert [each["number"] for each in first.records] == list(range(1, 9))
    assert first.records == again.records
    assert [each["id"] for each in first.records] != [each["id"] for each in other.records]


def test_a_drawn_claim_stands_in_the_passage_it_is_shown_with(claimcheck: Claimcheck) -> None:
    drawn = claimcheck("bench", "split", *PAGES, "--sample", "40", "--seed", "3").records
    assert {each["page"] for each in drawn} == {"fenwick-herald-treasurer", "messpunkt-rasengleise"}
    for each in drawn:
        assert each["evidence"][0] in each["passage"]
        assert each["faithful"] is None
        assert each["stands_alone"] is None


def test_more_than_there_are_draws_all_once(claimcheck: Claimcheck) -> None:
    drawn = claimcheck("bench", "split", *PAGES[:2], "--sample", "9999").records
    assert 20 < len(drawn) == len({(each["id"]) for each in drawn}) < 100


def test_a_table_marks_the_claim_in_its_passage(claimcheck: Claimcheck) -> None:
    done = claimcheck("bench", "split", *PAGES[:2], "--sample", "2", "--format", "table")
    assert "faithful" in done.out
    assert "⟦" in done.out
