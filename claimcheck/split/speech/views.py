"""German sentences that give somebody's view without a verb of saying: "Für Meier ist der Umbau ein Fehler"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.speakers import Speaker, Speakers
from claimcheck.split.words.quotes import OPENING_MARKS
from claimcheck.split.words.tokens import Token

__all__ = ["held_by"]

_FOR = frozenset({"für"})
_EYES = ("in", "den", "augen")  # "in den Augen von Meier"


def held_by(tokens: list[Token], speakers: Speakers, rules: Rules) -> Speaker | None:
    """Whose view a sentence is: a person's behind "für", beside a verb of being; None where it is nobody's."""
    if not rules.comma_bound:
        return None
    for at in range(len(tokens) - 2):
        eyes = tuple(token.word for token in tokens[at : at + 3]) == _EYES
        start = at + 4 if eyes else at + 1
        if not eyes and tokens[at].word not in _FOR:
            continue
        end = phrase_end(tokens, start, len(tokens), rules, close=True)
        person = speakers.people.at(tokens, end - 1) if start < end < len(tokens) else None
        beside = tokens[end].word if at == 0 and end < len(tokens) else tokens[at - 1].word
        judges = rules.framing.judging | rules.indefinite
        judged = eyes or any(token.word in judges or token.text in OPENING_MARKS for token in tokens[end:])
        if person and not person[3] and beside in rules.framing.holding and judged:
            return speakers.resolve(tokens[start:end])
    return None
