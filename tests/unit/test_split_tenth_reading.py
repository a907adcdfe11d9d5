"""What two readers found wrong with the claims of eighteen more newswire articles, and reads right since."""

import pytest
from split_texts import read, texts

TOLD = {
    "armed, not the day": (
        "en",
        "Two boys hid in Leeds. On Monday, armed with two knives, they robbed a mill in York.",
        "On Monday, 10 April 2023, armed with two knives, they robbed a mill in York.",
    ),
    "the body with its place": (
        "en",
        "Ann Lee opened the Moor Centre for Peace in Leeds, which is dedicated to the study of war.",
        "The Moor Centre for Peace in Leeds is dedicated to the study of war.",
    ),
    "the worst since": (
        "en",
        "Norland faces its worst drought since the Great War, largely driven by the heat in the north.",
        "Its worst drought since the Great War was largely driven by the heat in the north.",
    ),
    "where a place lies": (
        "en",
        "The car was found in the village of Elmwood, 15 miles to the north of the port of Hull.",
        "Elmwood is 15 miles to the north of the port of Hull.",
    ),
    "between dashes": (
        "en",
        "The officer -- who was answering a call in Leeds -- was driving at 40 miles an hour.",
        "The officer was answering a call in Leeds.",
    ),
    "heard in court": (
        "en",
        "The driver had been drinking and had slept for two hours, Leeds Crown Court heard.",
        "The driver had been drinking.",
    ),
    "the 27-year-old": (
        "en",
        "Ann Lee lives in Leeds. The 27-year-old won 12 cups in 2019.",
        "Ann Lee won 12 cups in 2019.",
    ),
    "a firm of its own word": (
        "en",
        "Nordline said it will match the first 3 million dollars of gifts until May.",
        "Nordline will match the first 3 million dollars of gifts until May.",
    ),
    "a firm's own sales": (
        "en",
        "Nordline AG said its sales rose by 4 percent in 2019.",
        "Nordline AG’s sales rose by 4 percent in 2019.",
    ),
    "an authority with its article": (
        "en",
        "The Mill Authority said it had closed 30 mills in 2019.",
        "The Mill Authority had closed 30 mills in 2019.",
    ),
    "the parcel service": (
        "en",
        "US parcel service UPS hired 900 men. In 2013 a court in Leeds fined the parcel service.",
        "In 2013 a court in Leeds fined UPS.",
    ),
    "the airline beside the carmaker": (
        "en",
        "The carmaker Verno sold 300 cars. British airline Moorjet cut 30 flights. The airline was sold in 2019.",
        "Moorjet was sold in 2019.",
    ),
    "with its age between commas": (
        "en",
        "Joe Ray, 29, who is about to enter the Moor Law School, recommends three books.",
        "Joe Ray, 29, recommends three books.",
    ),
    "to where it climbed": (
        "en",
        "Voters back Ray in large numbers, climbing from 23 percent in the last poll, held in Leeds, to 27 percent.",
        "Voters back Ray in large numbers, climbing from 23 percent in the last poll, held in Leeds, to 27 percent.",
    ),
    "a day and its number": (
        "en",
        "The match will kick off on Tuesday, 2 May at 7 p.m. in the Moor Stadium in Leeds.",
        "The match will kick off on Tuesday, 2 May 2023 at 7 p.m. in the Moor Stadium in Leeds.",
    ),
    "aged between": (
        "en",
        "Young people aged between 14 and 20 with a migrant and refugee background will get 300 books.",
        "Young people aged between 14 and 20 with a migrant and refugee background will get 300 books.",
    ),
    "as was announced": (
        "en",
        "As the council said on Monday, Ann Lee, as well as Jo Ray and the actor Bo Hill are among 12 winners.",
        "Ann Lee, as well as Jo Ray and the actor Bo Hill are among 12 winners.",
    ),
    "handed over in December": (
        "en",
        "The 12 prizes are handed over in Leeds at the beginning of December.",
        "The 12 prizes are handed over in Leeds at the beginning of December 2023.",
    ),
    "and, of course, the children": (
        "en",
        "The 300 helpers included parents, friends and, of course, the teachers and children themselves.",
        "The 300 helpers included parents, friends and the teachers and children themselves.",
    ),
    "a name in quotation marks": (
        "de",
        "Nachdem das Lokal „Linde“ dem Verein in Ulm nicht mehr genügt hat, zog er 1988 um.",
        "Das Lokal „Linde“ hat dem Verein in Ulm nicht mehr genügt.",
    ),
    "the year of its sentence": (
        "de",
        "Der Name stammt aus dem Jahr 1907, als am 21. März der Verein in Kiel gegründet worden ist.",
        "Der Name stammt aus dem Jahr 1907, als am 21. März 1907 der Verein in Kiel gegründet worden ist.",
    ),
    "not until 1964": (
        "de",
        "Erst 1964 haben sich 19 Männer gefunden, die am 30. April in Kiel den Verein gegründet haben.",
        "19 Männer haben am 30. April 1964 in Kiel den Verein gegründet.",
    ),
    "by then": (
        "de",
        "Die Schützen, die mittlerweile in sieben Mannschaften organisiert waren, gewannen 1980 in Ulm.",
        "Die Schützen waren mittlerweile in sieben Mannschaften organisiert.",
    ),
    "a mark behind the quotation": (
        "en",
        "Lee called the plan for the 30 mills “a very bad joke,” and left Leeds on Monday.",
        "Lee called the plan for the 30 mills “a very bad joke”.",
    ),
    "called it so and said": (
        "en",
        "Ray called it “a victory for the town” and said that 30 mills would open in May.",
        "Ray called it “a victory for the town”.",
    ),
    "tomorrow": (
        "de",
        "Der FC Ulm spielt morgen ab 11 Uhr in Kiel gegen den SV Lenz.",
        "Der FC Ulm spielt am 12. April 2023 ab 11 Uhr in Kiel gegen den SV Lenz.",
    ),
    "only from tomorrow on": (
        "de",
        "Ab morgen gilt in Kiel auf 30 Straßen Tempo 30.",
        "Ab morgen (12. April 2023) gilt in Kiel auf 30 Straßen Tempo 30.",
    ),
    "Sta. is short": (
        "de",
        "Nach der Messe in Sta. Katharina zogen 300 Leute durch die Stadt Ulm.",
        "Nach der Messe in Sta. Katharina zogen 300 Leute durch die Stadt Ulm.",
    ),
    "three of her houses": (
        "de",
        "Max Lenz verkaufte drei ihrer Häuser, die in Kiel stehen, für 3 Millionen Euro.",
        "Drei ihrer Häuser stehen in Kiel.",
    ),
    "in his own words": (
        "de",
        "Am Montag hat Max Lenz laut eigener Aussage in Kiel 20 Kilo Blei gekauft.",
        "Am Montag, dem 10. April 2023, hat Max Lenz laut eigener Aussage in Kiel 20 Kilo Blei gekauft.",
    ),
}
NEVER = {
    "a list of titles": (
        "en",
        "Twice a champion of Norland, three times a cup winner, four times a league winner, once a coach - Ray's list "
        "is long.",
        "cup winner is",
    ),
    "a list of cups": (
        "en",
        "She won three cups in 2012, winning the Moor Cup, the Lee Shield, the final race of the Tour, and the Games.",
        "Shield is",
    ),
    "a firm is nobody": (
        "en",
        "Moor Media said two mills were sold in 2019. The Leeds Press, Media and Arts committee met in York.",
        "Press, Moor Media",
    ),
    "the land's people": (
        "de",
        "Korreniens Raser fürchten neue Geräte. Deutschlands Raser zahlen 300 Euro. Der Raser steht seit 2015 in Kiel.",
        "Deutschlands Raser steht",
    ),
    "using is how": (
        "en",
        "It must be possible to fulfil the wish using wood from Leeds worth 2,000 dollars.",
        "wish is using",
    ),
    "who edged out whom": (
        "en",
        "The poll also found Lee doing well across 12 groups, edging out Ray among women in Leeds.",
        "The poll edged",
    ),
    "what she needed": (
        "de",
        "Lenz führte den Verein durch eine Zeit, in der es darum ging, in Kiel 300 Leute zu finden.",
        "ging es darum.",
    ),
    "called for ending": (
        "en",
        "The mayor of Leeds has called for ending the strike at the two mills.",
        "has called.",
    ),
    "no name": (
        "de",
        "Die Lenz-Werke warben mit CO2-freien Motoren in Kiel. Die neuen Motoren kosten 300 Euro.",
        "neuen CO2-freien",
    ),
}
SPEAKERS = {
    "a notice was read": (
        "de",
        "Wer bis Mai nicht zahlt, werde aus der Liste gestrichen, lautete eine Mitteilung des Amtes weiter.",
        "Amt",
    ),
    "told in a notice": (
        "de",
        "Die Brücke sei seit Mai gesperrt, wurde in einer Pressemitteilung bekannt gegeben.",
        "Pressemitteilung",
    ),
    "who asks is not who tells": (
        "de",
        "Die Stadt Kiel hat 3 Millionen Euro gefordert. Das teilte ein Gerichtssprecher am Montag mit.",
        "Gerichtssprecher",
    ),
    "by his own word": (
        "de",
        "Tim Wiese lebt in Ulm. 30 Kilo Speck will er laut eigener Aussage im Jahr 2019 zugelegt haben.",
        "Tim Wiese",
    ),
    "by her own account": ("en", "By her own account Ann Lee paid 20 million dollars in 2019.", "Ann Lee"),
    "the 26-year-old": (
        "en",
        "Ann Lee left the team in 2014. “In Leeds 300 medals were not won in 12 years,” the 26-year-old wrote.",
        "Ann Lee",
    ),
    "heard": ("en", "The mill had been sold twice in 2019, Leeds Crown Court heard.", "Leeds Crown Court"),
}


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD.values(), ids=TOLD.keys())
def test_it_reads_so(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(("language", "text", "never"), NEVER.values(), ids=NEVER.keys())
def test_it_never_reads_so(language: str, text: str, never: str) -> None:
    found = texts(text, language)
    assert found
    assert not [each for each in found if never in each]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_whose_word_it_is(language: str, text: str, speaker: str) -> None:
    assert speaker in {each.speaker for each in read(text, language)}


def test_another_spokeswoman_does_not_speak_for_the_first() -> None:
    text = (
        "Drei Erben klagen in Kiel. Das teilte eine Gerichtssprecherin mit. Zwei Männer überfielen einen Laden in Ulm. "
        "Das teilte eine Polizeisprecherin mit."
    )

    assert {each.speaker for each in read(text, "de")} == {"Gerichtssprecherin", "Polizeisprecherin", None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It remains to be seen whether the 30 mills in Leeds will open in May."),
        ("de", "Ob die 30 Mühlen in Kiel im Mai öffnen, bleibt abzuwarten."),
    ],
)
def test_what_only_time_will_tell_is_no_claim(language: str, text: str) -> None:
    assert not [each.text for each in read(text, language) if each.checkable]


def test_the_day_after_is_not_the_day_of_the_story() -> None:
    text = "On Monday two men burned down a mill in Leeds. They were found the following night in York."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    [later] = [told for told in days if "following night" in told]
    assert days[later] != "2023-04-10"


def test_a_date_beside_the_claim_is_not_its_own() -> None:
    text = "Among the few to defend Ann Lee was Jo Ray, who was convicted of robbing a mill in Leeds in 2007."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    assert days[text] is None
    assert days["Jo Ray was convicted of robbing a mill in Leeds in 2007."] == "2007"
