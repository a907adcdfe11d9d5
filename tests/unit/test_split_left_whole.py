"""English clauses that stay in their sentence where it is not plain whose they are, and what is cut out safely."""

import pytest
from split_texts import texts


@pytest.mark.parametrize(
    "text",
    [
        # a survey, or the fees; a house, or the town; one picture or one wall
        "The firm published a report on wage gaps that won two prizes in 2019.",
        "The union is based in Salem, Mass., that counts 1,400 members.",
        "The firm hired a guard for the yard who had served for 12 years.",
        "Jo Ray wrote a novel about two sisters who flee York in 1940.",
        "The report lists 30 cases of abuse by guards documented by nurses in 2012.",
        "A map of the coast that was drawn in 1502 hangs in the hall.",
        "Ann Lee married a cook from a village in Wales who died in 2012.",
        "Doctors are looking into an outbreak at a school in Kent that has left 30 pupils ill.",
        # what a participle tells of
        "Ann Lee wrote letters to two ministers asking for an inquiry into 30 fires.",
        "The station has aired films in recent weeks showing 40 farmers as thieves.",
        # people who did it, not the thing next to them
        "Many residents broke rules who had paid their rent for 30 years.",
        "Norway buys half of its tea from Kenyan growers, a large share of which comes by sea.",
        # a list up to its last name
        "The crew made up of Ann Lee, Jo Ray and Bo Hill was honoured in 2015.",
        # a name between commas, and what is told of several
        "Despite warnings from the union, the head of the plant, Ann Lee, shut two lines in May.",
        "Ann Lee named Jo Ray, and the former mayor, Bo Hill, the founders of a club with 300 members.",
        "English cheese sold in Lagos - that is the hope of 300 dairies.",
        "Bakers signed, as did the cooks at the time, their bread with 12 marks.",
        "Besides the mayor, the head of the council, Jo Ray, and 12 others signed the letter.",
        "Two years after the fire, the owner of the mill, Nordline, has rebuilt 30 homes.",
        "The house, once home to a king, which burned in 1912, is now a school.",
        "At 30, the youngest mayor in Kent, Ann Lee runs a town of 3,000.",
        "Born in Hull, the son of a baker, he moved to Leeds in 1990.",
        "Bread and butter - a cheap meal in 1930 - fed 300 men.",
        # one fact with its condition, or with what only looks like one
        "The club saved 300 pounds when it came to buying new boats.",
        "As the clerk Ann Lee showed the council, it was cheaper to buy 30 buses.",
        "The law requires all shops selling tea to be closed by 10.",
        "A lorry hit and injured a cyclist in Hull.",
        "It is as if the lamp were a golden ball, thrown from hand to hand in Leeds.",
        "He hoped to marry before he turned 30.",
        "They will leave the flat before the owner sells it to a bank.",
        "As is clear from the files, the firm lost 3 million pounds.",
        "As they did in 2012, the unions went on strike.",
        "Any firm that sells more than 300 tons of tea a year pays a fee.",
        # what does not read by itself
        "Sales fell, with three mills closing in 2019.",
        "Berlin, at 28 percent, has the lowest share of sales.",
        "The clerks did not answer the letter, apparently hoping to avoid a fine of 300 pounds.",
        "The choir left Leeds after the digs of 1894.",
    ],
)
def test_a_clause_that_more_than_one_can_own_stays_in_its_sentence(text: str) -> None:
    assert texts(text, "en") == [text]


@pytest.mark.parametrize(
    ("main", "text"),
    [
        ("Ann Lee bought a house near Leeds.", "Ann Lee bought a house near Leeds, which was built in 1890."),
        ("The town runs a clinic in Hull.", "The town runs a clinic in Hull, which employs 400 people."),
        (
            "Jo Ray took a photo of the wall of the yard.",
            "Jo Ray took a photo of the wall of the yard - which included a clock.",
        ),
        (
            "Ann Lee bought stock in a firm that makes pumps.",
            "Ann Lee bought stock in a firm that makes pumps, which rose by 30 percent.",
        ),
        (
            "The trust runs a port in Dover, Del.",
            "The trust runs a port in Dover, Del., which handles 14 million tons a year.",
        ),
        ("The guests drink soup from Leeds.", "The guests drink soup from Leeds, some of which is served cold."),
        ("The road to the dam is open again.", "The road to the dam, which was flooded in May 2021, is open again."),
        ("Sales of cocoa are falling.", "Sales of cocoa, which rose by 3 percent in 2021, are falling."),
    ],
)
def test_what_is_set_off_and_has_no_sure_noun_is_read_with_the_sentence(main: str, text: str) -> None:
    assert sorted(texts(text, "en")) == sorted([main, text])


def test_a_denied_clause_keeps_what_is_set_off() -> None:
    text = "The town does not run a clinic in Hull, which employs 400 people."
    assert texts(text, "en") == [text]


@pytest.mark.parametrize("that", ["", "that "])
def test_a_verb_of_another_number_has_who_says_it_for_its_subject(that: str) -> None:
    text = f"Ann Lee says {that}the shops are full and is planning a bar in Leeds."
    assert sorted(texts(text, "en")) == ["Ann Lee is planning a bar in Leeds.", "The shops are full."]


def test_an_event_of_a_day_or_a_year_happened_to_nobody() -> None:
    for text in ("The murder of 1974 shocked the town.", "The shooting of March 1987 shook all 300 people of Leeds."):
        assert texts(text, "en") == [text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the nearer noun is meant where its verb, or the other noun, leaves no choice
        (
            "There were complaints about the owner, who sold the mill in 2012.",
            {"There were complaints about the owner.", "The owner sold the mill in 2012."},
        ),
        (
            "They found a box of coins that was buried in 1642.",
            {"They found a box of coins.", "A box of coins was buried in 1642."},
        ),
        (
            "For instance, a cook, who mostly starts at six, is staying at home.",
            {"A cook mostly starts at six.", "A cook is staying at home."},
        ),
        (
            "While most of the snow fell in big cities such as Leeds, York and Hull, it closed 30 schools in Bath.",
            {"Most of the snow fell in big cities such as Leeds, York and Hull.", "It closed 30 schools in Bath."},
        ),
        (
            "The singer who made her name by pleading for fair rents and access to parks is now mayor of York.",
            {
                "The singer made her name by pleading for fair rents and access to parks.",
                "The singer is now mayor of York.",
            },
        ),
        (
            "A spokesman for the firm, which employs 4,000 people, denied the report.",
            {"A spokesman for the firm denied the report.", "The firm employs 4,000 people."},
        ),
        (
            "More than 500 people work at the plant, which makes tea and pies, among other goods.",
            {
                "More than 500 people work at the plant.",
                "The plant makes tea and pies, among other goods.",
            },
        ),
        (
            "The fee, which is paid by all, namely by 300 firms, rose by half.",
            {"The fee is paid by all, namely by 300 firms.", "The fee rose by half."},
        ),
        # a subject is shared only where it stands in the sentence
        (
            "She has a broken arm, he says, and was treated in a clinic in Bath.",
            {"She has a broken arm.", "She was treated in a clinic in Bath."},
        ),
        (
            "The clerk was 22 then, and had learnt to row in Leeds - and had never won such a cup.",
            {
                "The clerk was 22 then.",
                "The clerk had learnt to row in Leeds.",
                "The clerk had never won such a cup.",
            },
        ),
        (
            "The painter, the baker and the cook left Hull in 2010 and moved to York.",
            {
                "The painter, the baker and the cook left Hull in 2010.",
                "The painter, the baker and the cook moved to York.",
            },
        ),
        (
            "The pier, she wrote, is old and was closed in 2012.",
            {"The pier, she wrote, is old.", "The pier was closed in 2012."},
        ),
        (
            "The thief broke a window, took 300 pounds - and then called the police.",
            {"The thief broke a window.", "The thief took 300 pounds.", "The thief then called the police."},
        ),
        (
            "The bank made a loss in 2012, and, after two years, was sold to a fund.",
            {"The bank made a loss in 2012.", "The bank, after two years, was sold to a fund."},
        ),
        (
            "Visitors tried spinning wool, and at the Leeds stand, they got to ride a pony.",
            {"Visitors tried spinning wool.", "At the Leeds stand, they got to ride a pony."},
        ),
        # an event that is taken for granted
        (
            "The march was called off after the killing of baker Jo Peek.",
            {"The march was called off after the killing of baker Jo Peek.", "Baker Jo Peek was killed."},
        ),
        (
            "Lee spoke of the arrest of Ann Peek and Jo Hill.",
            {"Lee spoke of the arrest of Ann Peek and Jo Hill.", "Ann Peek was arrested."},
        ),
        # nothing is torn from what it belongs to
        (
            "Two men died in the fire, which broke out near Brenn Bay, popular with surfers.",
            {"Two men died in the fire.", "The fire broke out near Brenn Bay, popular with surfers."},
        ),
        (
            "There are a total of nine crews that are rowing in the cup: six from Leeds and three from York.",
            {
                "There are a total of nine crews that are rowing in the cup: six from Leeds and three from York.",
                "Nine crews are rowing in the cup.",
            },
        ),
        (
            "The bones of a bear from 300 years ago were also found, and were left behind in clay.",
            {
                "The bones of a bear from 300 years ago were found.",
                "The bones of a bear from 300 years ago were left behind in clay.",
            },
        ),
        (
            "Moser defends the fee by saying that all plants are small and burn 300 tons of wood a year.",
            {"Moser defends the fee.", "All plants are small and burn 300 tons of wood a year."},
        ),
        (
            "The rise in rents isn't doing much to lift incomes in York, where taxes make up a fifth of bills.",
            {
                "The rise in rents isn't doing much to lift incomes in York.",
                "In York, taxes make up a fifth of bills.",
            },
        ),
    ],
)
def test_what_is_cut_out_has_the_subject_that_its_sentence_gives_it(text: str, wanted: set[str]) -> None:
    assert set(texts(text, "en")) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The town fears the arrest of Ann Lee.",
        "The council will discuss the dismissal of Ann Lee.",
        "The pact could prevent the murder of Ann Lee.",
        "Ann Lee denied the attempted murder of Bo Hill.",
        "Police deny the shooting of Bo Hill.",
        "Jo Ray is accused of the kidnapping of Bo Hill.",
    ],
)
def test_an_event_that_may_never_have_come_is_no_claim(text: str) -> None:
    assert texts(text, "en") == [text]


def test_no_claim_is_offered_twice_in_the_same_words() -> None:
    found = texts("All plants are small and burn little wood, namely between 300 and 400 tons a year.", "en")

    assert found == ["All plants are small and burn little wood, namely between 300 and 400 tons a year."]


def test_who_is_only_said_to_have_had_a_part_leaves_the_death_a_fact() -> None:
    text = "Warrants were issued for Bo Hill, 42, for his alleged part in the death of Ann Lee."
    assert "Ann Lee died." in texts(text, "en")
    assert texts("The alleged killing of Ann Lee shocked Leeds.", "en") == [
        "The alleged killing of Ann Lee shocked Leeds."
    ]
