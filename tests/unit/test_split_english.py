"""English sentences as the wire writes them: which facts are cut out of each, and that none loses its subject."""

from datetime import date

import pytest
from split_texts import evidence, read, texts


@pytest.mark.parametrize(
    ("text", "told", "never"),
    [
        (
            "In spring the Brenn group closed the Hull mill, which led to the loss of 200 jobs in Leeds.",
            "In spring the Brenn group closed the Hull mill, which led to the loss of 200 jobs in Leeds.",
            "The Hull mill led to the loss of 200 jobs in Leeds.",
        ),
        (
            "The ferry line registered with regulators for an initial public offering in January 2014.",
            "The ferry line registered with regulators for an initial public offering in January 2014.",
            "An initial public offered in January 2014.",
        ),
        (
            "Detectives hid the notes that led them to conclude the thefts are related and the work of a gang.",
            "Detectives hid the notes.",
            "Detectives hid the notes are related and the work of a gang.",
        ),
        (
            "Lawyers of the Center for Coastal Rights, which sued to block the law for 3 clinics, met in Leeds.",
            "The Center for Coastal Rights sued to block the law for 3 clinics.",
            "Coastal Rights sued to block the law for 3 clinics.",
        ),
        (
            "Police got a call from the manager, who had a tip that said something had occurred in flight 8.",
            "The manager had a tip that said something had occurred in flight 8.",
            "Police got a call from the manager had occurred in flight 8.",
        ),
        (
            "Ann Lee is one of those people who keeps track of every goal she scored.",
            "Ann Lee is one of those people who keeps track of every goal she scored.",
            "Those people keeps track of every goal she scored.",
        ),
        (
            "A bomber has attacked a convoy in Leeds, killing a soldier and wounding four others.",
            "A bomber killed a soldier.",
            "A bomber is killing a soldier.",
        ),
        (
            "The clerks who took the trip from a camp in Salem, Mass., to Leeds lit 300 lamps.",
            "The clerks took the trip from a camp in Salem, Mass., to Leeds.",
            "The clerks Mass.",
        ),
        (
            "In 1992, Ann Lee, owner of Lee Lamps in Perry, Maine, lit 40 lamps.",
            "Ann Lee is owner of Lee Lamps in Perry, Maine.",
            "In 1992, Ann Lee Maine, lit 40 lamps.",
        ),
        (
            "Britain, which stayed unbeaten after defeating Japan, 2-0, on Thursday, will meet Chile on Friday.",
            "Britain stayed unbeaten after defeating Japan, 2-0, on Thursday, 6 April 2023.",
            "Britain 2-0, on Thursday.",
        ),
        (
            "The idea came from Michele de Wit, who runs two shops in Leeds.",
            "Michele de Wit runs two shops in Leeds.",
            "Wit runs two shops in Leeds.",
        ),
        (
            "The book was made for pupils of the lower grades who did not learn to read.",
            "Pupils of the lower grades did not learn to read.",
            "The lower grades did not learn to read.",
        ),
        (
            "The council set fees for large parcels, which rise in winter.",
            "Fees for large parcels rise in winter.",
            "Large parcels rise in winter.",
        ),
        (
            "The plan brings rate hikes averaging 4.9 percent that will take effect in the summer.",
            "Rate hikes averaging 4.9 percent will take effect in the summer.",
            "4.9 percent will take effect in the summer.",
        ),
        (
            "More than 1,000 people had gathered outside a mill, some of them throwing stones.",
            "More than 1,000 people had gathered outside a mill, some of them throwing stones.",
            "A mill is some of them throwing stones.",
        ),
        (
            "Ann Lee beat Jo Kwame, who finished second in 2:05:36, improving his best by nearly five minutes.",
            "Jo Kwame improved his best by nearly five minutes.",
            "Ann Lee improved his best by nearly five minutes.",
        ),
        (
            "She died of a drug given by a man, whom nobody saw, working in a house in Leeds.",
            "She died of a drug given by a man, whom nobody saw, working in a house in Leeds.",
            "Nobody worked in a house in Leeds.",
        ),
        (
            "Ann Lee was one of the many mothers wiping tears from her eyes in front of the grave.",
            "Ann Lee was one of the many mothers wiping tears from her eyes in front of the grave.",
            "The many mothers wiped tears from Ann Lee’s eyes in front of the grave.",
        ),
        (
            "The group met in Leeds. A cultural change, a mental change, a physical change.",
            "The group met in Leeds.",
            "A cultural change is a mental change.",
        ),
        (
            "The number of cells rose by 50 percent but when the dose was halved, the number of cells fell by half.",
            "When the dose was halved, the number of cells fell by half.",
            "The number of cells rose by 50 percent but.",
        ),
        (
            "When police caught up with Lee near Leeds, Lee ran into the woods and shot three men.",
            "Lee shot three men.",
            "When police shot three men.",
        ),
        (
            "The test, which consists of X-rays of teeth, then having nurses and doctors study them, is under fire.",
            "The test consists of X-rays of teeth.",
            "Doctors study them, is under fire.",
        ),
        (
            "The manager, Jo Lee, “drew a gun, put his finger on the trigger, and drove off,” Wray said in May.",
            "The manager, Jo Lee, “drew a gun, put his finger on the trigger, and drove off”.",
            "Drew a gun.",
        ),
        (
            "Brenn said the decision to close the yard “does not affect its ability to build 300 ships a year.”",
            "The decision to close the yard “does not affect its ability to build 300 ships a year.”",
            "Does not affect its ability to build 300 ships a year.",
        ),
        (
            "The family told the station the boy of 6 is expected to recover.",
            "The boy of 6 is expected to recover.",
            "The station the boy of 6 is expected to recover.",
        ),
        (
            "Lamps Across Leeds, which has lit 400 graves, is a charity.",
            "Lamps Across Leeds has lit 400 graves.",
            "Leeds has lit 400 graves.",
        ),
        (
            "The supply deals are so-called 'hedging contracts' that were due to start in the autumn, Brenn said.",
            "Hedging contracts were due to start in the autumn.",
            "Hedging contracts' were due to start in the autumn.",
        ),
        (
            "The files name the death of Ann H. Wray, a nurse.",
            "Ann H. Wray died.",
            "Ann H. died.",
        ),
        (
            "Norda Mills reported poor results for the quarter, and the firm cut its forecast by 5 percent.",
            "The firm cut its forecast by 5 percent.",
            "Poor results for the quarter, and the firm cut its forecast by 5 percent.",
        ),
        (
            "He kept silent on the case of Ann Lee getting a ladder and 30 lamps.",
            "He kept silent on the case of Ann Lee getting a ladder and 30 lamps.",
            "Ann Lee got a ladder.",
        ),
        (
            "They found it in tissues such as the bladder, which are not exposed to light.",
            "They found it in tissues such as the bladder, which are not exposed to light.",
            "The bladder are not exposed to light.",
        ),
        (
            "Jo Isner, who played his best as he leveled at one all and forced a decider, also paid his tribute.",
            "Jo Isner played his best as he leveled at one all and forced a decider.",
            "He forced a decider, also paid his tribute.",
        ),
        (
            "They will only be paid if, for instance, the owner is not a member of Norda.",
            "They will only be paid if the owner is not a member of Norda.",
            "They will only be paid if.",
        ),
        (
            "“The 30 men will be paid in May 2023,” Lee said, if, for instance, the owner is not a member of Norda.",
            "The 30 men will be paid in May 2023.",
            "The owner is not a member of Norda.",
        ),
        (
            "The party fell below the line; garnering about 2 percent support each in Leeds.",
            "The party fell below the line; garnering about 2 percent support each in Leeds.",
            "Garnering about 2 percent support each in Leeds.",
        ),
        (
            "Police said that in 243 cases a doctor had said the child was ill.",
            "In 243 cases a doctor had said the child was ill.",
            "The child was ill.",
        ),
        (
            "Built in Leeds in 1970, what the boat needed was a new mast.",
            "Built in Leeds in 1970, what the boat needed was a new mast.",
            "What the boat was built in Leeds in 1970.",
        ),
        (
            "As the film makes clear, the Lees were reluctant to leave Leeds.",
            "As the film makes clear, the Lees were reluctant to leave Leeds.",
            "The film makes clear.",
        ),
        (
            "Two years later, Jo Lee is on trial at the High Court of Leeds, charged with two counts of murder.",
            "Jo Lee was charged with two counts of murder.",
            "The High Court of Leeds was charged with two counts of murder.",
        ),
        (
            "The team met with 300 lobbyists, inviting men from Uber, the Film Guild of Leeds and other groups.",
            "The team invited men from Uber, the Film Guild of Leeds and other groups.",
            "Uber is the Film Guild of Leeds and other groups.",
        ),
        (
            "They work for American bakers whose jobs it might harm in May.",
            "They work for American bakers.",
            "American bakers’ jobs it might harm in May.",
        ),
        (
            "The worst blast since Jo Lee left the town in 2001 hurt 300 men.",
            "The worst blast since Jo Lee left the town in 2001 hurt 300 men.",
            "Jo Lee left the town in 2001 hurt 300 men.",
        ),
        (
            "He stands alone in front of 300 men and, ultimately, he has to fight.",
            "He stands alone in front of 300 men.",
            "He stands alone in front of 300 men and, ultimately.",
        ),
        (
            "There are three trees overlooking the sea, which represent the love of the people for their land.",
            "There are three trees overlooking the sea, which represent the love of the people for their land.",
            "The sea represent the love of the people for their land.",
        ),
        (
            "He was parted from the actress but carried the torch for 30 years.",
            "He was parted from the actress but carried the torch for 30 years.",
            "He was carried the torch for 30 years.",
        ),
        (
            "In Leeds, he fell in love with Ann Garrard who was boarding with Trix at Hull.",
            "Ann Garrard was boarding with Trix at Hull.",
            "Love with Ann Garrard was boarding with Trix at Hull.",
        ),
        (
            "The report on the battle praised the sources that allowed the town to be built again in 1903.",
            "The report on the battle praised the sources.",
            "Allowed the town to be built again in 1903.",
        ),
        (
            "It was as though he was juggling three cups at the fair.",
            "It was as though he was juggling three cups at the fair.",
            "It was as.",
        ),
        (
            "The tests are only carried out in cases where the age of 300 men is in question.",
            "The tests are only carried out in cases where the age of 300 men is in question.",
            "The tests are only carried out in cases.",
        ),
        (
            "Expectant mother Ann Boemer, of Plano, Texas, was told of it in May.",
            "Expectant mother Ann Boemer is from Plano, Texas.",
            "Expectant mother Ann Boemer, of Plano, Texas.",
        ),
        (
            "Volunteers, wrapped in layers of warm clothing, walked across the 300 lawns.",
            "Volunteers, wrapped in layers of warm clothing, walked across the 300 lawns.",
            "Volunteers, wrapped in layers of warm clothing.",
        ),
        (
            "Some believe it got its name in 1802.",
            "It got its name in 1802.",
            "Some got its name in 1802.",
        ),
        (
            "A spokesman told the Leeds Press there was “an exchange of some words” in the yard.",
            "There was “an exchange of some words” in the yard.",
            "The Leeds Press there was “an exchange of some words” in the yard.",
        ),
        (
            "Although the town still lags behind, the report showed pupils making gains of 3 points.",
            "The town still lags behind.",
            "Although the town still lags behind.",
        ),
    ],
)
def test_no_claim_has_a_subject_that_its_sentence_does_not_give_it(text: str, told: str, never: str) -> None:
    found = texts(text, "en")

    assert told in found
    assert never not in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "After shooting and killing his brother in Leeds on Monday morning, Lee drove 300 miles to Hull.",
            ("After shooting and killing his brother in Leeds on Monday morning", "Lee"),
        ),
        ("When police spotted the van they called 30 officers from Leeds.", ("police spotted the van",)),
        ("Four people, including a 4-year-old boy, were killed in Wales.", ("including a 4-year-old boy",)),
        ("Four people, including a 4-year-old boy, were killed in Wales.", ("Four people", "were killed in Wales")),
        (
            "Work on a law has been underway since 2008, but the council sped it up after the flood of 2015.",
            ("Work on a law has been underway since 2008",),
        ),
        (
            "The two men were not in the car and police are investigating whether they shot.",
            ("police are investigating whether they shot",),
        ),
        (
            "Eighty percent were judged to be 18, while in a further 25 cases the agency judged the test was wrong.",
            ("in a further 25 cases the agency judged the test was wrong",),
        ),
        (
            "The blast is the latest violence of the month - on Tuesday more than 30 people were killed in Leeds.",
            ("on Tuesday more than 30 people were killed in Leeds",),
        ),
        (
            "Profit per share came to $2.42, short of the $2.44 forecast of Norda.",
            ("Profit per share came to $2.42",),
        ),
        (
            "In the quarter that ended in May, Norda earned $692 million, up 6 percent from a year earlier.",
            ("Norda", "up 6 percent from a year earlier"),
        ),
        (
            "New York: Norda's council was sued for 3 million dollars.",
            ("Norda's council was sued for 3 million dollars",),
        ),
        (
            "In May, the agency released the results of 581 tests and said that there were 442 cases of fraud.",
            ("In May, the agency released the results of 581 tests",),
        ),
        (
            "When the newspaper looked into the 581 results, it found that 243 of the men had lied.",
            ("the newspaper looked into the 581 results",),
        ),
        (
            "Portland uses around 600 megawatts a year and Tomago around 900 megawatts.",
            ("uses", "Tomago around 900 megawatts"),
        ),
        (
            "Ann Lee was the wife of Jo Ray, a former Leeds police officer who works for the Norda Commission.",
            ("Jo Ray", "works for the Norda Commission"),
        ),
    ],
)
def test_a_fact_beside_the_main_point_is_cut_out(text: str, fact: tuple[str, ...]) -> None:
    assert fact in evidence(text, "en")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Born in Leeds in 1927, Ann Lee moved to York.",
            "Ann Lee was born in Leeds in 1927.",
        ),
        (
            "Buried 100 meters underground, the Norda Metro is one of the deepest in the world.",
            "The Norda Metro is buried 100 meters underground.",
        ),
        (
            "The shares closed down 11 percent for the year and 17 percent below a record high.",
            "The shares closed 17 percent below a record high.",
        ),
        (
            "After shooting and killing his brother in Leeds on Monday, Lee drove to Hull.",
            "Lee shot and killed his brother in Leeds on Monday, 10 April 2023.",
        ),
        (
            "Revenue rose 5 percent, to $12.3 billion.",
            "Revenue rose 5 percent, to $12.3 billion.",
        ),
        (
            "The firm beat the forecast of 12 analysts surveyed by Norda Research in the spring.",
            "12 analysts were surveyed by Norda Research in the spring.",
        ),
        (
            "The US company said it signed a 20-year contract with Norda in 2010.",
            "The US company signed a 20-year contract with Norda in 2010.",
        ),
        (
            "Thursday evening's blast killed two soldiers in Leeds.",
            "Thursday evening's blast killed two soldiers in Leeds.",
        ),
    ],
)
def test_a_clause_is_worded_as_its_sentence_has_it(text: str, wanted: str) -> None:
    assert wanted in texts(text, "en")


def test_while_waiting_a_while_is_no_fact_of_its_own() -> None:
    assert evidence("After waiting a while, they left for Leeds with 30 men.", "en") == {
        ("After waiting a while, they left for Leeds with 30 men",)
    }


def test_the_next_year_of_a_tale_is_not_the_year_after_its_publication() -> None:
    told, ahead = (
        read(text, "en", date(2023, 4, 11))
        for text in ("The next year, Ann Lee was named the coach of the club.", "Prices will rise next year in Leeds.")
    )

    assert [claim.date for claim in told] == [None]
    assert [claim.date.value for claim in ahead if claim.date] == ["2024"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "CBS Leeds says two aunts told CBS Leeds about the boy. A boy of 6 has been shot in Leeds.",
            "A boy of 6 has been shot in Leeds.",
        ),
        (
            "Four Hurt as Police Fire Foam Bullets\n\nFoam bullets hit four men, Lee said. The police used gas.",
            "The police used gas.",
        ),
    ],
)
def test_what_a_headline_or_a_station_is_called_is_no_persons_name(text: str, kept: str) -> None:
    assert kept in texts(text, "en")
