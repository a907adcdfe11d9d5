"""The bundled encoder's figures on public data do not fall below ``floors.json``; each corpus is pinned by digest."""

import hashlib
import json
from pathlib import Path

import pytest

from claimcheck.embed import evaluate_encoder, load_encoder
from claimcheck.embed.data import read_corpus
from claimcheck.embed.evaluate import translation_accuracy

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["encoder"]
pytestmark = pytest.mark.needs_shared_data


def test_the_corpora_are_those_the_floors_were_measured_on(shared: Path) -> None:
    found = {name: hashlib.sha256((shared / "data" / name).read_bytes()).hexdigest() for name in FLOORS["corpora"]}
    assert found == FLOORS["corpora"]


def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    figures = evaluate_encoder(load_encoder(), shared / "data")
    assert set(FLOORS["figures"]) == set(figures)
    assert {name: figure for name, figure in figures.items() if figure < FLOORS["figures"][name]} == {}


@pytest.mark.slow
def test_held_out_news_is_found_as_the_card_says(shared: Path) -> None:
    encoder = load_encoder()
    held_out = read_corpus(shared / "data").held_out
    there, back = translation_accuracy(
        encoder, [pair.foreign for pair in held_out], [pair.english for pair in held_out]
    )
    card = json.loads((Path(encoder.path or "") / "training.json").read_text(encoding="utf-8"))["figures"]
    stated = (card["news held out xx→en"], card["news held out en→xx"])
    assert (there, back) == pytest.approx(stated, abs=0.002)
    assert min(there, back) >= FLOORS["news held out"]


def test_the_cards_figures_are_the_encoders(shared: Path) -> None:
    encoder = load_encoder()
    card = json.loads((Path(encoder.path or "") / "training.json").read_text(encoding="utf-8"))["figures"]
    figures = evaluate_encoder(encoder, shared / "data")
    assert figures == pytest.approx({name: card[name] for name in figures}, abs=0.002)
