"""What two readers found wrong with the claims of fourteen newswire articles nobody had seen, and reads right since."""

import pytest
from split_texts import read, texts

TOLD = {
    "of three towns": (
        "en",
        "Ann Lee likes the towns of Leeds, Hull and York that have preserved 30 mills in good condition.",
        "Ann Lee likes the towns of Leeds, Hull and York that have preserved 30 mills in good condition.",
    ),
    "over two thousand": (
        "en",
        "Rebels had freed over 2,000 hostages who had been held by the militants in Leeds.",
        "Over 2,000 hostages had been held by the militants in Leeds.",
    ),
    "the nearer noun": (
        "en",
        "Two firms claimed ownership of work underlying sofolin, the active ingredient in the drugs of Nordline.",
        "Sofolin is the active ingredient in the drugs of Nordline.",
    ),
    "a win, not its place": (
        "en",
        "The signing from Ulm started the 2-1 win in Dublin, the final game before the Cup, and scored in 2019.",
        "The signing from Ulm started the 2-1 win in Dublin, the final game before the Cup.",
    ),
    "what made her the first": (
        "en",
        "Ann Lee went first completing the race on time, making her the first woman to finish stage 4.",
        "Ann Lee went first completing the race on time, making her the first woman to finish stage 4.",
    ),
    "however, between two sentences": (
        "en",
        "Jo Ray went first on time, however, Ann Lee was three seconds faster.",
        "Jo Ray went first on time, however, Ann Lee was three seconds faster.",
    ),
    "no night took it home": (
        "en",
        "Jo Ray became the first man to win Mill Warrior Monday night taking home 3 dollars.",
        "Jo Ray became the first man to win Mill Warrior Monday night, 10 April 2023, taking home 3 dollars.",
    ),
    "compared to what": (
        "en",
        "Jo Ray noted that in 2016 the trade of Norland rose by 70 percent compared to 2015 and reached 3 dollars.",
        "In 2016 the trade of Norland rose by 70 percent compared to 2015.",
    ),
    "what a drama tells of": (
        "en",
        "The new drama, about a widowed father who decides to move to Leeds, had 1.2 million viewers.",
        "The new drama, about a widowed father who decides to move to Leeds, had 1.2 million viewers.",
    ),
    "behind an insertion": (
        "en",
        "Renting books is on the rise in Leeds, allowing 300 students to use them, often at a discount to buying.",
        "Renting books is on the rise in Leeds, allowing 300 students to use them, often at a discount to buying.",
    ),
    "according to a society for something": (
        "en",
        "According to the Society for Mill Owners, 3 mills opened in 2018.",
        "3 mills opened in 2018.",
    ),
    "Mr. in a translation": (
        "de",
        "Jan Holm traf Max Meier. Mr. Holm beendete 2019 den Anruf.",
        "Jan Holm beendete 2019 den Anruf.",
    ),
    "another may be meant": (
        "de",
        "Jan Holm traf Max Meier. Jan Holm beschimpfte ihn, weil er die Mauer in Kiel öffentlich angeprangert hatte.",
        "Er hatte die Mauer in Kiel öffentlich angeprangert.",
    ),
}

NEVER = {
    "not only they": (
        "de",
        "Es sind nicht nur die Menschen in Kiel, die diese 30 Spiele sehen wollen.",
        "Die Menschen in Kiel wollen",
    ),
    "what nobody is to say": (
        "de",
        "Am Montag forderte Jan Holm den Wirt Max Meier auf, öffentlich zu sagen, dass er die 30 Mauern nicht bezahle.",
        "Holm bezahlt",
    ),
    "said, but not what": (
        "de",
        "Jan Holm beendete am Montag den Anruf, nachdem er Herrn Meier gesagt hatte, „das ist der schlechteste Anruf“.",
        "Holm hatte Herrn Meier gesagt",
    ),
}

SPEAKERS = {
    "statistics are no document": (
        "en",
        "The mill in Leeds closed in 2020, the Office for National Statistics said.",
        "Office for National Statistics",
    ),
    "nor are studies": (
        "en",
        "The Institute for Fiscal Studies said 30 mills closed in 2019.",
        "Institute for Fiscal Studies",
    ),
    "figures of the office": (
        "en",
        "Office for National Statistics (ONS) figures showed prices rose by 3 percent in May 2022.",
        "Office for National Statistics",
    ),
    "an ambassador to somewhere": (
        "en",
        "Trade has grown 70 percent, according to Norland's ambassador to Exland, Levan Dorn.",
        "Levan Dorn",
    ),
    "the head of a chamber of somewhere": (
        "en",
        "Trade has grown 70 percent, according to the head of the Leeds Chamber of Trade, Ann Lee.",
        "Ann Lee",
    ),
    "no place behind a name": ("en", "Trade fell by 3 percent, according to Ann Lee, Leeds.", "Ann Lee"),
    "a paper is no he": (
        "en",
        'The Independent revealed that Jo Ray wanted three mills. "Three out of four is 1 good thing," he added.',
        "Jo Ray",
    ),
    "the edition of a paper": (
        "de",
        "Nach Angaben der Online-Ausgabe der Zeitung „Kieler Post“ hatte der Wirt Jan Holm am Montag 30 Euro gezahlt.",
        "Kieler Post",
    ),
}


@pytest.mark.parametrize(("language", "text", "claim"), TOLD.values(), ids=TOLD.keys())
def test_it_reads(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


@pytest.mark.parametrize(("language", "text", "never"), NEVER.values(), ids=NEVER.keys())
def test_it_never_reads_so(language: str, text: str, never: str) -> None:
    found = texts(text, language)
    assert found
    assert not [each for each in found if never in each]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_whose_word_it_is(language: str, text: str, speaker: str) -> None:
    assert speaker in {each.speaker for each in read(text, language)}


def test_the_ambassador_is_who_was_named_so() -> None:
    text = (
        "Trade has grown 70 percent, according to Norland's ambassador to Exland, Levan Dorn. Since 2015 there has "
        "been a surge in trade, the ambassador said."
    )

    assert {each.speaker for each in read(text, "en")} == {"Levan Dorn"}


def test_tonight_is_the_night_to_the_next_day() -> None:
    text = "Ein Zug mit 300 Reisenden ist auf dem Weg nach Kiel. Die Ankunft wurde für die Nacht auf Mittwoch erwartet."

    days = {each.text: each.date.value if each.date else None for each in read(text, "de")}
    assert days["Die Ankunft wurde für die Nacht auf Mittwoch (12. April 2023) erwartet."] == "2023-04-12"
