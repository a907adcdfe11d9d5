"""The bundled encoder's figures on public data do not fall below ``floors.json``; each corpus is pinned by digest."""

import hashlib
import json
from pathlib import Path

import pytest

from claimcheck.embed import evaluate_encoder, load_encoder
from claimcheck.embed.data import read_corpus
from claimcheck.embed.evaluate import translations_found

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["encoder"]
pytestmark = pytest.mark.needs_shared_data


def stated_figures() -> dict[str, float]:
    """What the model card says."""
    figures: dict[str, float] = json.loads((Path(load_encoder().path or "") / "training.json").read_bytes())["figures"]
    return figures


def test_the_corpora_are_those_the_floors_were_measured_on(shared: Path) -> None:
    found = {name: hashlib.sha256((shared / "data" / name).read_bytes()).hexdigest() for name in FLOORS["corpora"]}
    assert found == FLOORS["corpora"]


def test_no_figure_falls_below_its_floor_and_the_card_says_what_is_measured(shared: Path) -> None:
    encoder, stated = load_encoder(), stated_figures()
    figures = evaluate_encoder(encoder, shared / "data", languages=encoder.languages)
    assert set(FLOORS["figures"]) == set(figures)
    assert {name: figure for name, figure in figures.items() if figure < FLOORS["figures"][name]} == {}
    assert figures == pytest.approx({name: stated[name] for name in figures}, abs=0.002)


@pytest.mark.slow
def test_held_out_translations_are_found_as_the_card_says(shared: Path) -> None:
    encoder, stated = load_encoder(), stated_figures()
    found: dict[str, float] = {}
    for language, (there, back) in translations_found(
        encoder, read_corpus(shared / "data", encoder.languages).held_out
    ).items():
        found |= {f"held out {language}→en": there, f"held out en→{language}": back}
    assert set(FLOORS["held out"]) == set(found)
    assert {name: figure for name, figure in found.items() if figure < FLOORS["held out"][name]} == {}
    told = {name: stated.get(f"news {name}", stated.get(f"other {name}")) for name in found}
    assert found == pytest.approx(told, abs=0.002)
