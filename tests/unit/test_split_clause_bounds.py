"""Where clauses of English news end: what must stay together, and what is a fact beside its clause."""

import pytest
from split_texts import evidence


def holds_together(text: str) -> bool:
    return (text.rstrip("."),) in evidence(text, "en")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The county will cut its grant by 30 per cent from June 2031, which means many farms will be closed.",
            {
                ("The county will cut its grant by 30 per cent from June 2031",),
                ("which means many farms will be closed",),
            },
        ),
        (
            "About 58 per cent of the 37,000 nurses who took part in a ballot had rejected the plan.",
            {("58 per cent of the 37,000 nurses", "took part in a ballot")},
        ),
        (
            "Employment in Leeds fell by 12,000 in May, with the number of those in work now standing at 612,000.",
            {
                ("Employment in Leeds fell by 12,000 in May",),
                ("with the number of those in work now standing at 612,000",),
            },
        ),
        (
            "The mills are short of staff, meaning thousands of orders are turned away from the valley each year.",
            {
                ("The mills are short of staff",),
                ("The mills", "meaning thousands of orders are turned away from the valley each year"),
            },
        ),
        (
            "Torvik, for its part, has cut hundreds of people from its staff and announced plans to shut ten ports.",
            {
                ("Torvik, for its part, has cut hundreds of people from its staff",),
                ("Torvik", "has", "announced plans to shut ten ports"),
            },
        ),
        (
            "Ray Marks, 29, was one of five men arrested last month after police tracked a ton of it from a yacht.",
            {
                ("Ray Marks, 29, was one of five men arrested last month",),
                ("police tracked a ton of it from a yacht",),
            },
        ),
        (
            "Sanders ran out of fuel while driving through the state, and was taken into custody by police near Bray.",
            {
                ("Sanders ran out of fuel while driving through the state",),
                ("Sanders", "was taken into custody by police near Bray"),
            },
        ),
        (
            "She missed the games with what was described as a back injury, but recovered to win in Berlin.",
            {
                ("She missed the games with what was described as a back injury",),
                ("She", "recovered to win in Berlin"),
            },
        ),
        (
            "Ivo Lund led the dockers' union for ten years and, like his father, joined the coast guard.",
            {
                ("Ivo Lund led the dockers' union for ten years",),
                ("Ivo Lund", "like his father, joined the coast guard"),
            },
        ),
        (
            "A cloud of smoke had hung over the city for days, caused by fires on the island of Moor.",
            {("A cloud of smoke", "caused by fires on the island of Moor")},
        ),
    ],
)
def test_what_stands_beside_a_clause_is_a_fact_of_its_own(text: str, facts: set[tuple[str, ...]]) -> None:
    assert facts <= {tuple(each.rstrip(",") for each in parts) for parts in evidence(text, "en")}


@pytest.mark.parametrize(
    "text",
    [
        "It was the mayor who signed the contract in 2031.",
        "The gel contains anywhere between 45 percent and 95 percent alcohol.",
        "The yard this year cut rates paid to its builders by about 9 percent because of weak demand.",
        "Lund has recommended parents and teachers use wipes.",
        "Last year, the county kept its promise to bring legal aid funding up to the national average.",
        "In addition, reporting restrictions for foreign media remain tight.",
        "Promises to lift limits on trade and travel have not been kept.",
        "He is a member of the Harbour Guard, a rescue group which, according to officials, had saved 600 people.",
        "Voters in the valley consider their ballot as a debt he must repay.",
    ],
)
def test_what_is_one_fact_stays_together(text: str) -> None:
    assert holds_together(text)


def test_no_claim_ends_before_the_verb_of_a_relative_clause_that_holds_its_source() -> None:
    found = evidence(
        "Texas passed laws requiring police to hold people on charges which the council said would rise.", "en"
    )

    assert not any(parts[-1].startswith("would rise") for parts in found)
