"""German frames whose noun leads to a colon: "Kritik kommt von der FDP: …", "Das Fazit von Jan Holm: …"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, is_usable
from claimcheck.split.words.pronouns import WHOSE
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_subjunctive, verb_positions

__all__ = ["speech_led"]

_COLON = 24  # tokens in front of which the colon stands
_LEAST = 3  # tokens of what is said
_FROM = frozenset({"von", "vom", "aus", "bei", "beim"})


def speech_led(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Kritik kommt von der FDP: Der Umbau sei zu teuer``, ``Der Vorwurf der FDP: Es fehle Geld``."""
    if not rules.comma_bound:
        return None
    near = range(2, min(_COLON, len(tokens) - _LEAST))
    colon = next((at for at in near if tokens[at].text == ":" and not quoted[at]), None)
    if colon is None or any(quoted[:colon]):
        return None
    said = [colon + 1 + at for at in verb_positions(tokens[colon + 1 :], rules)]
    if not said or any(token.text == "," for token in tokens[colon : said[0]]):
        return None  # "Seine Botschaft: Lachen, denn es gibt zu viel Leid"
    content = ((colon + 1, len(tokens)),)
    reported = quoted[colon + 1] or is_subjunctive(tokens[said[0]], rules) or tokens[said[0]].word in rules.backshifted
    verbs = verb_positions(tokens[:colon], rules)
    if not verbs and (found := _labelled(tokens, colon, rules)):
        return Frame(found, (colon, colon + 1), content)
    came = len(verbs) == 1 and reported and tokens[verbs[0]].word in rules.framing.coming
    if came and (found := _from_whom(tokens, verbs[0], colon, rules)):
        return Frame(found, (colon, colon + 1), content, ((0, colon),))
    return None


def _from_whom(tokens: list[Token], verb: int, colon: int, rules: Rules) -> tuple[int, int] | None:
    """From whom a reaction comes that a clause before a colon tells of: "Kritik kam am Montag von der FDP: …"."""
    reaction = next((at for at in range(colon) if tokens[at].word in rules.framing.reactions), None)
    start = next((at + 1 for at in range(colon - 1, -1, -1) if tokens[at].word in _FROM and at != verb), None)
    if reaction is None or start is None or not (start > verb or start == 1):
        return None
    stop = colon if start > verb else verb
    stop -= 3 * (tokens[stop - 1].text == ")" and tokens[stop - 3].text == "(")  # "von Jan Holm (FDP)"
    return (start, stop) if _someone(tokens, start, stop, rules) else None


def _labelled(tokens: list[Token], colon: int, rules: Rules) -> tuple[int, int] | None:
    """Whose word it is that a noun without a verb names before a colon: "Der Vorwurf der FDP", "Ihr Fazit"."""
    noun = next((at for at in range(min(colon, 4)) if tokens[at].word in rules.framing.labels), None)
    if noun is None or not tokens[noun].capital:
        return None
    if noun + 1 == colon:  # "Sein Fazit", "Holms Fazit"
        owned = noun == 1 and (tokens[0].word in rules.his - WHOSE or tokens[0].tag == "name")
        return (0, 2) if owned else None
    by = tokens[noun + 1].word
    if by not in rules.genitives | {"von", "vom", "aus"}:
        return None
    start = noun + 1 + (by in {"von", "vom", "aus"})
    return (start, colon) if _someone(tokens, start, colon, rules) else None


def _someone(tokens: list[Token], start: int, stop: int, rules: Rules) -> bool:
    """Whether a noun phrase fills a stretch and names somebody who can speak."""
    end = phrase_end(tokens, start, stop, rules, close=True)
    bracket = end < stop and tokens[end].text == "(" and tokens[stop - 1].text == ")"
    speaks = end > start and can_speak(head_of(tokens[start:end], rules), rules)
    return (end == stop or bracket) and speaks and is_usable(tokens, start, end, rules)
