"""What tells a query's candidates apart beside their words: when a post was signed, and the order of its words."""

import numpy as np
import pytest
from fakes import HashingEncoder

from claimcheck.match import FEATURES, Retriever
from claimcheck.records import ClaimReview

CLAIMS = {
    "year": "A bridge was closed in Riverton in 2019",
    "month": "In July 2019 a bridge was closed in Riverton",
    "other": "In July 2018 a bridge was closed in Riverton",
    "none": "A bridge was closed in Riverton",
}
POST = "The bridge in Riverton is closed"


@pytest.fixture
def column(tmp_path):
    """A feature of each past check for one query, by the check's name."""

    def column(feature, query, texts, language="en", **fields):
        reviews = [ClaimReview(name, text, "desk", language=language, **fields) for name, text in texts.items()]
        with Retriever.open(tmp_path / "index", lambda: reviews, repr((texts, fields)), HashingEncoder()) as desk:
            (listed,) = desk.shortlists([query], [language])
        assert set(listed.ids) == set(texts)
        return dict(zip(listed.ids, listed.features[:, FEATURES.index(feature)].tolist(), strict=True))

    return column


@pytest.mark.parametrize("signature", ["— Ada Example (@AdaExample) July 6, 2019", "– Ada (@ada) 6. July 2019"])
def test_a_past_check_that_names_the_year_and_month_under_a_post_shows(column, signature):
    query = f"{POST} {signature}"

    assert column("year told", query, CLAIMS) == {"year": 1, "month": 1, "other": 0, "none": 0}
    assert column("month told", query, CLAIMS) == {"year": 0, "month": 1, "other": 0, "none": 0}


@pytest.mark.parametrize("query", [POST, f"{POST} — Ada Example (@AdaExample)", f"{POST} since July 6, 2019"])
def test_without_a_dated_signature_no_past_check_names_its_day(column, query):
    assert set(column("year told", query, CLAIMS).values()) == {0.0}
    assert set(column("month told", query, CLAIMS).values()) == {0.0}


def test_a_german_month_is_told_in_german(column):
    texts = {"a": "Im Juli 2019 wurde eine Brücke gesperrt", "b": "Im Juni 2019 wurde eine Brücke gesperrt"}

    told = column("month told", "Die Brücke ist gesperrt — Ada Muster (@ada) 6. Juli 2019", texts, language="de")

    assert told == {"a": 1, "b": 0}


def test_the_day_under_a_post_is_looked_for_in_every_field_of_a_past_check(column):
    query = f"{POST} — Ada Example (@AdaExample) July 6, 2019"
    texts = {"a": "A bridge was closed in Riverton"}

    assert column("month told", query, texts, title="What happened in July 2019") == {"a": 1}
    assert column("month told", query, texts, summary="It was closed in July 2019 for a day.") == {"a": 1}
    assert column("month told", query, texts, title="July", summary="2018") == {"a": 0}


def test_pairs_are_looked_for_in_claim_and_title_once(column):
    query, texts = "old bridges collapse", {"a": "Stones and towers"}

    assert column("in order", query, texts, title="Old bridges collapse") == {"a": 1}
    assert column("in order", query, texts, summary="Old bridges collapse") == {"a": 0}
    assert column("in order", query, {"a": "Old bridges collapse"}, title="Old bridges collapse") == {"a": 1}


def test_a_word_that_comes_again_counts_where_it_stood_first(column):
    assert column("in order", "old bridges old towers", {"a": "Old bridges and old towers"}) == {"a": 1}


def test_words_in_their_order_count_more_than_the_same_words_in_another(column):
    texts = {"same": "Old bridges collapse quickly", "turned": "Quickly collapse bridges old", "one": "Old stones"}

    shares = column("in order", "old bridges collapse quickly", texts)

    assert shares == {"same": 1.0, "turned": 0.0, "one": 0.0}
    assert column("in order", "old", texts, title="x") == {"same": 0.0, "turned": 0.0, "one": 0.0}


def test_the_share_in_order_is_that_of_pairs_at_most_three_words_apart(column):
    rng = np.random.default_rng(5)
    words = [f"w{letter}" for letter in "abcdefghij"]
    query = [words[at] for at in rng.permutation(10)]
    texts = {str(n): " ".join(words[at] for at in rng.permutation(10)[:8]) for n in range(6)}

    shares = column("in order", " ".join(query), texts)

    def pairs(said):
        return {(one, other) for at, one in enumerate(said) for other in said[at + 1 : at + 4]}

    wanted = {name: len(pairs(query) & pairs(text.split())) / len(pairs(query)) for name, text in texts.items()}
    assert len(pairs(query)) == 24
    assert shares == pytest.approx(wanted)
    assert max(wanted.values()) > 0
