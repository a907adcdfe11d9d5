"""Many damaged pages and very large ones: read exactly or refused, in time."""

import pytest

from tests.unit.hostile import garbled, holds, mutations
from tests.unit.test_article_hostile import BODY, SENTENCE, carried, read_html

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("count", "seed"), [(60, 3), (300, 17)])
def test_many_damaged_articles_are_read_exactly_or_refused(count, seed):
    for media_type, data in mutations(count, seed=seed):
        holds(data, media_type)


@pytest.mark.parametrize("language", ["de", "en"])
def test_much_garbled_prose_is_split_exactly(language):
    for data in garbled(120, seed=23):
        assert holds(data, "text/plain", language=language) is not None


def test_a_hundred_thousand_links_take_seconds_and_carry_nothing():
    links = "".join(f"<a href=/{n}>Meldung Nummer {n}</a> " for n in range(100_000))
    article = read_html(f"<html><body><h1>Rat beschließt Brücke</h1><article>{BODY}</article><div>{links}</div>")
    assert article is not None
    assert carried(article)
    assert not any("Meldung" in each for each in carried(article))


def test_a_page_of_two_megabytes_is_read_and_split_in_time():
    article = "".join(f"<p data-id='{n}'>{SENTENCE.replace('4,2', f'{n},2')} {SENTENCE}</p>" for n in range(1_500))
    cards = "".join(
        f"<div class='teaser item-{n}'><a href='/a/{n}' data-track='{'t' * 155}'><h3>Noch eine Meldung {n}</h3></a>"
        f"<p>{SENTENCE}</p></div>"
        for n in range(5_000)
    )
    title = "Rat beschließt Brücke"
    head = f"<html lang=de><head><title>{title}</title></head><body><h1>{title}</h1>"
    source = f"{head}<article>{article}</article>{cards}"
    assert len(source) > 2_000_000
    read_html(source, seconds=20.0)
