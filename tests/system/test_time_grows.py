"""Four times as much takes about four times as long, whatever it is made of: CPU seconds, two sizes in one run."""

import time

import pytest

from claimcheck.split import split_article
from tests.unit.split_texts import article, read, split
from tests.unit.test_reviews_hostile import holds, hostile

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "piece",
    [
        *("Anna Huber sagte, dass Kiel 100 Busse kaufte. ", "A", "„a ", "1. ", "wort ", "Er kam, weil er ging und "),
        *("und kaufte Busse ", "Amt-", "Anna "),
    ],
)
def test_a_text_four_times_as_long_takes_no_more_than_eight_times_the_time(piece: str) -> None:
    def seconds(size: int) -> float:
        one = article(piece * (size // len(piece)), "de")
        start = time.process_time()
        split_article(one)
        return time.process_time() - start

    seconds(5_000)
    assert seconds(120_000) < 8 * max(seconds(30_000), 0.02)


def test_a_text_with_four_times_as_many_names_takes_no_more_than_eight_times_the_time() -> None:
    def seconds(many: int) -> float:
        names = [
            f"Anna {chr(65 + at % 26)}el{chr(97 + at // 26 % 26)}ner{chr(97 + at // 676 % 26)}" for at in range(many)
        ]
        text = " ".join(
            f"Direktorin {name} sagte, der Sprecher des Amtes habe {at} Briefe." for at, name in enumerate(names)
        )
        start = time.process_time()
        split(text, "de")
        return time.process_time() - start

    seconds(50)
    assert seconds(1200) < 8 * seconds(300)


def test_many_pronouns_and_nouns_are_read_in_time_that_grows_with_the_text() -> None:
    def seconds(times: int) -> float:
        one = article("The club said it sold the boats of the club, and they left. " * times, "en")
        start = time.process_time()
        split_article(one)
        return time.process_time() - start

    seconds(10)
    assert seconds(600) < 8 * max(seconds(150), 0.05)


def test_many_words_that_announce_take_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read("Er kam davon, daran, damit er ging und " * times + "blieb.", "de")
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 10 * max(seconds(200), 0.05)


@pytest.mark.parametrize("name", [name for name, _ in hostile(1_000)])
def test_four_times_as_long_takes_about_four_times_as_long(name: str) -> None:
    def seconds(size: int) -> float:
        data = dict(hostile(size))[name].encode()
        taken = []
        for _ in range(2):  # the garbage of other tests may be collected in one of them
            begun = time.process_time()
            holds(data)
            taken.append(time.process_time() - begun)
        return min(taken)

    seconds(4_000)  # what is loaded once
    short, long = seconds(100_000), seconds(400_000)
    assert long < 0.4 or long < 9 * short + 0.1
