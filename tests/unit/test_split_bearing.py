"""What a claim tells, as a whole: the encoder's part in the score."""

from dataclasses import replace

import numpy as np
import pytest

from claimcheck.embed.static import fingerprint_of
from claimcheck.records import ClaimKind
from claimcheck.resources import encoder_folder
from claimcheck.split.worth import bearing
from claimcheck.split.worth.bearing import BEARING, directions, with_bearing
from claimcheck.split.worth.checkability import NEVER, Judgement, weights

GOOD, BAD = (
    "Die Stadt zahlte 2019 zwei Millionen Euro für die Brücke.",
    "Das ist einfach wunderbar und rührt zu Tränen.",
)


@pytest.fixture
def towards_the_bridge(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights whose direction leads from one text to another."""
    one, other = directions([GOOD, BAD]).astype(float)
    leading = replace(weights(), direction=tuple((2 * (one - other)).tolist()))
    monkeypatch.setattr(bearing, "weights", lambda: leading)


def judged(score: float = 0.5) -> Judgement:
    return Judgement(ClaimKind.EVENT, score, ("a figure +0.70",), (("a figure", 1.0),))


def test_the_direction_that_ships_was_fitted_on_the_encoder_that_ships() -> None:
    assert weights().encoder == fingerprint_of(encoder_folder())
    assert len(weights().direction) == directions(["Brücke"]).shape[1]


@pytest.mark.usefixtures("towards_the_bridge")
def test_a_claim_rises_towards_what_is_checked_and_falls_away_from_it_and_says_so() -> None:
    up, down = with_bearing([judged(), judged()], [GOOD, BAD])

    assert down.score < 0.5 < up.score
    assert any(reason.startswith(f"{BEARING} +") for reason in up.reasons)
    assert any(reason.startswith(f"{BEARING} -") for reason in down.reasons)


@pytest.mark.usefixtures("towards_the_bridge")
def test_the_same_said_in_another_language_moves_the_same_way() -> None:
    up, down = with_bearing(
        [judged(), judged()],
        ["In 2019 the city paid two million euros for the bridge.", "That is simply wonderful and moves to tears."],
    )

    assert down.score < 0.5 < up.score


@pytest.mark.usefixtures("towards_the_bridge")
def test_what_is_no_statement_stays_none() -> None:
    assert with_bearing([judged(NEVER)], [GOOD]) == [judged(NEVER)]


def test_without_a_direction_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = replace(weights(), direction=())
    monkeypatch.setattr(bearing, "weights", lambda: plain)

    assert with_bearing([judged()], [GOOD]) == [judged()]


def test_a_text_of_which_the_encoder_knows_nothing_moves_nothing() -> None:
    assert not np.any(directions([""]))
    assert [each.score for each in with_bearing([judged()], [""])] == [0.5]
