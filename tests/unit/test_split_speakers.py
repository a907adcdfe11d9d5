"""Who says it, construction by construction: each sentence has one speaker that only its construction gives away."""

import pytest
from split_texts import article, split

from claimcheck.records import Assertion
from claimcheck.split import split_article


def speakers(text: str, language: str) -> set[str | None]:
    """All speakers; None for what the outlet says itself."""
    return {claim.speaker for claim in split_article(article(text, language))}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # what stands between a subject and its verb
        ("Ann Lee, who owns the brewery, said profits rose by 5 percent.", "Ann Lee"),
        ("Ann Lee, 54, who owns the brewery, said profits rose by 5 percent.", "Ann Lee"),
        ("The council's chairwoman, Ann Lee, has since said the bridge cost 4 million pounds.", "Ann Lee"),
        (
            "A resident who asked not to be named said the bridge was shut in 2019.",
            "resident who asked not to be named",
        ),
        ("Officials involved in the talks said the bridge was shut in 2019.", "Officials involved in the talks"),
        ("One relative said that the bridge was shut in 2019.", "relative"),
        ("Voters, aides and mayors said the bridge was shut in 2019.", "Voters, aides and mayors"),
        # what stands in front of a subject
        ("In a statement, the council said the bridge was shut in 2019.", "council"),
        (
            "When asked about the bridge, a spokesman for the council said it was shut in 2019.",
            "spokesman for the council",
        ),
        ("Last month, the council testified that the bridge was shut in 2019.", "council"),
        ("However, Ann Lee added that the bridge was shut in 2019.", "Ann Lee"),
        # behind what is said
        ("The bridge was shut in 2019, Ann Lee told reporters in Leeds on Monday.", "Ann Lee"),
        ("“The bridge was shut by the council in 2019,” Ann Lee, who lives beside it, said.", "Ann Lee"),
        ("The bridge, engineers say, was shut in 2019.", "engineers"),
        ("When the bridge reopened, Ann Lee said, traffic rose by 5 percent.", "Ann Lee"),
        ("‘The bridge was shut by the council in 2019,’ Ann Lee said.", "Ann Lee"),
        ("The bridge was, according to the council, shut in 2019.", "council"),
        ("Ann Lee was quoted by the Leeds Post as saying the bridge was shut in 2019.", "Ann Lee"),
        ("The Leeds Post quoted Ann Lee as saying that the bridge was shut in 2019.", "Ann Lee"),
        # documents
        ("A study published last year by Leeds University found that traffic rose by 5 percent.", "Leeds University"),
        ("Traffic rose by 5 percent, according to figures released by the council on Monday.", "council"),
        ("Traffic rose by 5 percent in Leeds, research shows.", "research"),
        # beliefs and forecasts
        ("Economists had expected sales in Leeds to rise by 5 percent.", "Economists"),
        ("Ann Lee suspects that the council shut the bridge in 2019.", "Ann Lee"),
    ],
)
def test_english_speakers(text: str, speaker: str) -> None:
    assert speakers(text, "en") - {None} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # was zwischen Subjekt und Verb steht
        ("Anna Huber, die das Amt leitet, sagte, die Brücke sei seit 2019 gesperrt.", "Anna Huber"),
        ("Die Leiterin des Amts (BAV), Anna Huber, hat gesagt, dass die Brücke seit 2019 gesperrt sei.", "Anna Huber"),
        ("Die meisten Befragten gaben an, dass sie 2019 umgezogen seien.", "meisten Befragten"),
        # hinter dem Verb
        ("Gegenüber der dpa sagte Huber, die Brücke sei seit 2019 gesperrt.", "Huber"),
        ("Die Brücke sei seit 2019 gesperrt, räumte die Bahn am Montag ein.", "Bahn"),
        ("„Die Brücke ist seit 2019 gesperrt“, hatte Anna Huber vor der Sitzung des Rats versprochen.", "Anna Huber"),
        ("Die Bahn habe, sagte Huber, im Jahr 2019 in Kiel 20 Stellen gestrichen.", "Huber"),
        ("Huber: „Die Brücke ist in Kiel seit 2019 gesperrt.“", "Huber"),
        # gesagt wird, was in einer Mitteilung steht
        ("Die Brücke ist seit 2019 gesperrt, hieß es am Montag in einem Papier der Bahn.", "Bahn"),
        ("Aus dem Umfeld der Ministerin verlautete, dass die Brücke seit 2019 gesperrt sei.", "Umfeld der Ministerin"),
        (
            "Aus einer Antwort der Landesregierung geht hervor, dass die Brücke seit 2019 gesperrt ist.",
            "Landesregierung",
        ),
        ("Wie aus einem Gutachten der Bahn hervorgeht, ist die Brücke seit 2019 gesperrt.", "Bahn"),
        # Quellen
        ("Nach ersten Erkenntnissen der Polizei war die Brücke in Kiel seit 2019 gesperrt.", "Polizei"),
        ("Die Brücke war nach Schätzung des Ministeriums seit 2019 gesperrt.", "Ministerium"),
        ("Die Brücke war nach Angaben eines Sprechers seit 2019 gesperrt.", "Sprecher"),
        ("Einer Studie der Universität Kiel zufolge stiegen die Mieten um 5 Prozent.", "Universität Kiel"),
        ("Die Mieten stiegen um 5 Prozent, wie Forscher aus Kiel herausgefunden haben.", "Forscher aus Kiel"),
        ("Laut Max Meier, Leiter des Amts, stiegen die Mieten in Kiel um 5 Prozent.", "Max Meier"),
        ("Laut Max Meier einen Rekord meldete die Stadt Kiel mit 5 Prozent.", "Max Meier"),
        # Ansichten
        ("Die Firma Gleisbau, die Schienen herstellt, spricht von einem Messfehler in 20 Fällen.", "Gleisbau"),
        ("Die Ermittler gehen davon aus, dass der Mann 2019 in Kiel war.", "Ermittler"),
    ],
)
def test_german_speakers(text: str, speaker: str) -> None:
    (found,) = speakers(text, "de") - {None}

    assert speaker in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The announced walkout will last 20 hours in Leeds."),
        ("en", "The proportion who believe it works is 41 percent in Leeds."),
        ("en", "It is hoped that 20 hotels in Leeds will open in 2019."),
        ("en", "Two winning seasons show that Leeds has won 20 matches."),
        ("de", "Man muss sagen, dass die Brücke in Kiel seit 2019 gesperrt ist."),
        ("de", "Wie Sie wissen, ist die Brücke in Kiel seit 2019 gesperrt."),
        ("de", "Die Bahn erklärte sich bereit, 20 Stellen in Kiel zu schaffen."),
        ("de", "Es sei wichtig, so viele Menschen wie möglich zu retten."),
        ("de", "Von 100 Bussen gibt der Handel nur 20 an Kiel ab, meldet niemand."),
    ],
)
def test_nobody_is_the_speaker_of_what_only_looks_like_speech(language: str, text: str) -> None:
    assert speakers(text, language) == {None}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Anna Huber sagte, die Brücke sei zu. Sie koste 20 Millionen Euro.", "Anna Huber"),
        ("de", "Die Brücke existiere seit 1990. Sie sei marode, sagte Anna Huber.", "Anna Huber"),
        ("de", "Anna Huber sagte, die Brücke sei zu. Der Neubau kostet demnach 20 Millionen Euro.", "Anna Huber"),
        ("de", "Anna Huber sagte, die Brücke sei zu. Der Neubau würde 20 Millionen Euro kosten.", "Anna Huber"),
        ("en", "Ann Lee said the bridge was shut. The new one would cost 20 million pounds.", "Ann Lee"),
    ],
)
def test_reporting_carries_on_over_sentences(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language) == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Profits fell, Ann Lee said, adding that the brewery cut 20 jobs.", "The brewery cut 20 jobs."),
        ("en", "Ann Lee denied any fault and said that the brewery cut 20 jobs.", "The brewery cut 20 jobs."),
        (
            "de",
            "Huber sagte, die Bahn bleibe in Kiel, und fügte hinzu, dass 20 Stellen entstünden.",
            "20 Stellen entstünden.",
        ),
    ],
)
def test_what_somebody_adds_is_a_claim_of_its_own(language: str, text: str, said: str) -> None:
    claim = split(text, language)[said]

    assert claim.speaker in {"Ann Lee", "Huber"}
    assert claim.assertion is Assertion.REPORTED


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The bridge was, according to the council, shut in 2019.", "The bridge was shut in 2019."),
        ("de", "Die Brücke wurde, laut Polizei, im Jahr 2019 gesperrt.", "Die Brücke wurde im Jahr 2019 gesperrt."),
    ],
)
def test_a_source_put_between_commas_leaves_no_trace_in_what_it_says(language: str, text: str, said: str) -> None:
    assert list(split(text, language)) == [said]


def test_what_one_says_that_another_said_is_the_others_word_through_the_one() -> None:
    (claim,) = split("Ann Lee said that police told her the bridge was shut in 2019.", "en").values()

    assert (claim.speaker, claim.via) == ("police", "Ann Lee")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Siemens hat 20 Stellen gestrichen. Das Unternehmen teilte mit, es bleibe in Kiel.", "Siemens"),
        ("de", "Die Zeitung „Kurier“ druckt in Kiel. 20 Stellen seien weg, schrieb die Zeitung.", "Zeitung „Kurier“"),
        (
            "de",
            "Das Bundesamt für Brücken (BFB) prüfte den Bau. 20 Brücken seien marode, teilte das Amt mit.",
            "BFB",
        ),
        ("de", "Die Nordwerft in Kiel baut. 20 Stellen seien weg, sagte eine Sprecherin.", "Sprecherin"),
        ("en", "Mayor Ann Lee spoke. The bridge was shut in 2019, the mayor said.", "Ann Lee"),
        ("en", "Police Chief Ann Lee spoke. The bridge was shut in 2019, police said.", "police"),
    ],
)
def test_a_general_noun_is_the_one_that_the_text_means(language: str, text: str, speaker: str) -> None:
    last = [claim for claim in split_article(article(text, language)) if claim.assertion is Assertion.REPORTED]

    assert {claim.speaker for claim in last} == {speaker}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Max Meier warf Kiel vor, den Kanalvertrag von 1987 in 20 Fällen gebrochen zu haben."),
        ("de", "Anna Huber sagte, das Land Kiel habe den Hafenvertrag von 1987 gekündigt."),
    ],
)
def test_what_a_sentence_takes_for_granted_in_a_noun_phrase_is_not_the_speakers_word(language: str, text: str) -> None:
    treaties = [claim for claim in split_article(article(text, language)) if claim.assertion is Assertion.PRESUPPOSED]

    assert [claim.speaker for claim in treaties] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There is no evidence that the bridge in Leeds was unsafe."),
        ("en", "Jane Doe denied claims that she took 5 million pounds."),
        ("en", "Jane Doe dismissed as untrue a report that she quit in 2019."),
        ("en", "The report that 20 people died in Leeds could not be confirmed."),
        ("en", "Nobody from the council said Leeds bought 100 buses."),
        ("de", "Die Polizei widersprach Berichten, wonach der Mann in Kiel betrunken war."),
        ("de", "Die Angaben, dass 20 Menschen starben, konnten nicht bestätigt werden."),
        ("de", "Anna Huber wies den Vorwurf zurück, Kiel habe 100 Busse gekauft."),
        ("de", "Die Bahn wollte nicht sagen, ob 20 Stellen wegfallen."),
    ],
)
def test_what_is_denied_or_open_is_never_offered_without_saying_so(language: str, text: str) -> None:
    assert [(claim.text, claim.speaker) for claim in split(text, language).values()] == [(text, None)]
