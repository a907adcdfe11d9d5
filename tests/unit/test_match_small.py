"""Small collections: what has nothing to do with any past check finds none, what was only reworded finds its own."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from claimcheck.embed import load_encoder
from claimcheck.flows.lookup import INDEX_FOLDER, Filters, lookup, open_retriever
from claimcheck.match import Wishes
from claimcheck.match.features import FEATURES
from claimcheck.match.ranker import LARGE, LEADS, Calibration, Line, ranker_from_json, shipped_ranker, smallness
from claimcheck.records import ClaimReview
from claimcheck.store import Store

DAY = date(2021, 3, 4)
CHECKS = {
    "de": [
        "Das Hallenbad in Oberwiesen wird wegen Schimmels geschlossen.",
        "Die Stadt Kronach hat 40 Millionen Euro Schulden.",
        "Rentner zahlen in Deutschland keine Krankenversicherung.",
        "Windräder verbrauchen mehr Strom, als sie erzeugen.",
        "Der Bürgermeister von Dallwitz hat seinen Urlaub aus der Stadtkasse bezahlt.",
        "In der Grundschule am Anger wird kein Schweinefleisch mehr serviert.",
        "Milch verschleimt die Lunge.",
        "Die Polizei in Görnau hat 2023 weniger Einbrüche gezählt als im Jahr davor.",
        "Das Virus wurde in einem Labor in Nordkorea gezüchtet.",
        "Jede zweite Brücke an der A45 muss neu gebaut werden.",
        "Der Landkreis schließt drei von fünf Krankenhäusern.",
        "Flüchtlinge bekommen ein Auto geschenkt.",
    ],
    "en": [
        "The mayor of Millport sold the town hall to her brother.",
        "Eating carrots lets people see in the dark.",
        "The county spent nine million dollars on a bridge that nobody uses.",
        "Goats were elected to the council of Dunmore in 2019.",
        "Every second school in the state has lead in its drinking water.",
        "A photo shows a whale in the Thames at Westminster.",
        "Vaccinated people shed the virus through their skin.",
        "The prime minister has never paid income tax.",
        "Wages of nurses fell by ten percent between 2010 and 2020.",
        "Lightning struck the same church three times in one night.",
        "The airline charges passengers for using the toilet.",
        "Tap water in Harrow contains traces of cocaine.",
    ],
}
UNRELATED = {
    "de": [
        "Der Verein sucht einen neuen Trainer für die erste Mannschaft.",
        "Österreich hat im Mai einen neuen Botschafter nach Kairo geschickt.",
        "Die Ernte fiel wegen der Trockenheit geringer aus.",
        "Ein Museum in Lissabon zeigt Bilder von Frida Kahlo.",
        "Bei Bauarbeiten wurde eine Bombe aus dem Zweiten Weltkrieg gefunden.",
        "Die Band gab am Samstag ihr letztes Konzert.",
        "Im Juli kostete ein Liter Benzin 1,78 Euro.",
        "Der Zoll beschlagnahmte 300 Kilogramm Tabak.",
        "Fast die Hälfte der Studierenden arbeitet neben dem Studium.",
        "Ein Erdbeben der Stärke 6,1 erschütterte Chile.",
    ],
    "en": [
        "The orchestra will tour Asia next spring.",
        "Two climbers were found alive after a week on the mountain.",
        "The central bank left its key rate unchanged.",
        "A panda was born in the zoo of Madrid.",
        "Exports of wine from Moldova grew by a fifth.",
        "The novel was translated into forty languages.",
        "Police closed the motorway after a lorry overturned.",
        "More than half of the forest fires were started by people.",
        "The chess champion withdrew from the tournament.",
        "Unemployment in Greece is at its lowest since 2009.",
    ],
}
OTHER_STORIES = [
    "Der Bürgermeister von Kronach hat das neue Rathaus eröffnet.",
    "Das Hallenbad in Kronach bleibt im Sommer geöffnet.",
    "Die Stadt Görnau plant 40 neue Wohnungen.",
    "Rentner dürfen in Dallwitz kostenlos Bus fahren.",
    "Die Polizei in Kronach sucht zwei Zeugen eines Unfalls.",
    "In der Grundschule am Anger wird ein neues Dach gebaut.",
    "Der Landkreis stellt drei neue Lehrer ein.",
    "Das Virus hat in Nordkorea 2023 zwei Menschen getötet.",
    "Milch ist im Supermarkt teurer geworden.",
    "Die Brücke an der A45 ist seit Montag gesperrt.",
    "The mayor of Millport opened a new school.",
    "The county has hired nine new teachers.",
    "The prime minister visited Harrow on Monday.",
    "The airline flies to forty cities.",
    "Nurses went on strike in 2019.",
    "A whale was found dead on a beach in Norway.",
    "The church in Dunmore was built in 1820.",
    "Carrots are cheaper than last year.",
    "The council of Millport voted for a new bridge.",
    "Lightning killed ten cows in Texas.",
]
REWORDED = {
    "de": [
        ("Wegen Schimmel macht das Hallenbad Oberwiesen zu.", 0),
        ("Kronach ist mit 40 Mio. Euro verschuldet", 1),
        ("Windkraftanlagen verbrauchen mehr Strom, als sie selbst erzeugen", 3),
        ("Von Milch verschleimt einem die Lunge", 6),
        ("Flüchtlinge kriegen vom Staat ein Auto geschenkt", 11),
    ],
    "en": [
        ("Carrots help you to see in the dark", 1),
        ("A goat was elected to Dunmore council", 3),
        ("Picture: a whale swims in the Thames near Westminster", 5),
        ("The PM has never paid any income tax at all", 7),
        ("The airline makes passengers pay to use the toilet", 10),
    ],
}


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


@pytest.fixture
def ask(tmp_path, encoder):
    def asked(checks, queries, **more):
        with Store.open(tmp_path / f"desk{len(list(tmp_path.iterdir()))}", create=True, write=True) as store:
            store.put_reviews(
                ClaimReview(f"{language}{at}", claim, "desk", language=language, date_published=None if at > 1 else DAY)
                for language, claims in checks.items()
                for at, claim in enumerate(claims)
            )
            with open_retriever(store, store.folder / INDEX_FOLDER, encoder) as retriever:
                return [found[0] for found in lookup(store, queries, 1, retriever=retriever, **more)]

    return asked


@pytest.mark.parametrize("checks", [CHECKS, {"de": CHECKS["de"]}, {"en": CHECKS["en"]}], ids=["both", "de", "en"])
def test_unrelated_claims_find_nothing(ask, checks):
    queries = [claim for claims in UNRELATED.values() for claim in claims]

    found = ask(checks, queries)

    assert [(match.query, match.review.claim_reviewed) for match in found if match.review] == []


def test_most_other_stories_of_the_same_people_and_places_find_nothing(ask):
    found = ask(CHECKS, OTHER_STORIES)

    assert sum(match.review is not None for match in found) <= 10  # as in a large collection it would be 15 of 20


@pytest.mark.parametrize("language", ["de", "en"])
def test_reworded_claims_find_their_own_check(ask, language):
    found = ask(CHECKS, [query for query, _ in REWORDED[language]])

    assert [match.review and match.review.id for match in found] == [f"{language}{at}" for _, at in REWORDED[language]]


@pytest.mark.parametrize("claim", [CHECKS["de"][3], CHECKS["en"][1]])
def test_the_same_words_are_found_in_a_collection_of_one_and_others_are_not(ask, claim):
    language = "de" if claim in CHECKS["de"] else "en"
    only = {language: [claim]}

    assert ask(only, [claim])[0].review.claim_reviewed == claim
    assert [match.review for match in ask(only, UNRELATED[language])] == [None] * len(UNRELATED[language])


def test_much_the_same_words_are_no_accident_of_a_small_collection():
    names = ("cosine", "covered")
    calibration = Calibration(Line({"cosine": 1.0}), smaller=Line({"covered": -1.0}))

    def lowered(*row):
        few, many = (calibration.probability(names, np.array(row), documents=each) for each in (50, LARGE))
        return few < many

    assert [lowered(0.85, 0.95), lowered(0.7, 0.95), lowered(0.85, 0.5)] == [False, True, True]


def test_an_explanation_says_how_small_the_collection_is(ask):
    (found,) = ask(CHECKS, [CHECKS["en"][1]], wishes=Wishes(explain=True))

    # ln(10001 / 25) by hand, for 24 past checks
    assert dict(found.explain.scores)["smallness"] == pytest.approx(5.9915, abs=1e-3)


@pytest.mark.parametrize(
    ("filters", "small"),
    [
        (Filters(language="de"), 6.6454),  # ln(10001 / 13) by hand, for the 12 in German
        (Filters(language="de", since=date(2020, 1, 1)), 8.1123),  # ln(10001 / 3), for the 2 of them with a date
        (Filters(publisher="desk"), 5.9915),  # ln(10001 / 25): all 24
    ],
    ids=str,
)
def test_filters_make_a_collection_as_small_as_what_they_leave(ask, filters, small):
    (found,) = ask(CHECKS, [CHECKS["de"][0]], wishes=Wishes(explain=True), filters=filters)

    assert dict(found.explain.scores)["smallness"] == pytest.approx(small, abs=1e-3)


def test_smallness_counts_logarithms_below_a_large_collection_and_nothing_above():
    assert smallness(LARGE) == smallness(10 * LARGE) == 0.0
    assert smallness(36) == pytest.approx(5.5995, abs=1e-3)  # ln(10001 / 37)
    assert smallness(0) == pytest.approx(9.2104, abs=1e-3)


def test_a_calibration_adds_its_second_line_as_often_as_the_collection_is_smaller():
    names = ("cosine",)
    calibration = Calibration(Line({"cosine": 1.0}), smaller=Line({"cosine": -0.5}, 0.1))
    row = np.array([2.0])
    large = calibration.probability(names, row)
    small = calibration.probability(names, row, documents=99)

    assert large == pytest.approx(0.8808, abs=1e-4)  # logistic of 2
    assert small == pytest.approx(1 / (1 + np.exp(-(2.0 + 4.6053 * -0.9))), abs=1e-4)  # ln(10001 / 100)
    likelier = Calibration(Line({"cosine": 1.0}), smaller=Line({"cosine": 0.5}))
    assert likelier.probability(names, row, documents=99) == large


def test_what_ships_changes_nothing_in_a_large_collection_and_something_in_a_small_one():
    shipped = shipped_ranker()

    names = (*FEATURES, *LEADS)
    for each in shipped.calibrations.values():
        assert set(each.smaller.weights) <= set(names)
        alone, rows = replace(each, smaller=Line({})), np.random.default_rng(1).random((200, len(names)))
        for documents in (LARGE, 100 * LARGE):
            said = [each.probability(names, row, documents=documents) for row in rows]
            assert said == [alone.probability(names, row) for row in rows]
        small = [each.probability(names, row, documents=12) for row in rows]
        assert all(one <= other for one, other in zip(small, said, strict=True))
        assert np.mean(small) < np.mean(said)
    assert ranker_from_json(json.loads(json.dumps(shipped.to_json()))).fit == shipped.fit
    assert shipped.with_calibration(2.0, 0.0).fit != shipped.fit


def test_a_search_is_told_how_many_past_checks_there_are(tmp_path, encoder):
    shipped, said = shipped_ranker(), []
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews(ClaimReview(f"en{at}", claim, "desk", language="en") for at, claim in enumerate(CHECKS["en"]))
        for added in (0.0, -0.1):
            lines = {
                kind: Calibration(each.line, smaller=Line({}, added)) for kind, each in shipped.calibrations.items()
            }
            ranker = replace(shipped, calibrations=lines)
            with open_retriever(store, tmp_path / INDEX_FOLDER, encoder, ranker=ranker) as retriever:
                ((first, *_),) = retriever.search([UNRELATED["en"][0]])
                said.append(np.log(first.score / (1 - first.score)))

    assert said[1] - said[0] == pytest.approx(-0.1 * 6.6454, abs=0.01)  # ln(10001 / 13), for 12 past checks
