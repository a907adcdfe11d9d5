"""Sources behind "so": "…, so Meier", "…, so die Polizei weiter: „…“", "Er will, so Meier, bis Mai bauen"."""

from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import MARKS, Frame, filled, speaker_end
from claimcheck.split.speech.relayed import place_behind
from claimcheck.split.words.quotes import CLOSING_MARKS
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, is_finite, says_at, verb_positions

__all__ = ["source_so"]

_DASHES = frozenset({"–", "—", "-"})


def source_so(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, so X.`` and ``…, so X weiter: „…“``."""
    for at in range(2, len(tokens) - 1):
        if tokens[at].word not in rules.source_so:
            continue
        if tokens[at - 1].text in _DASHES and (end := _between_dashes(tokens, at, rules)):
            return Frame((at + 1, end), (at, at + 1), ((0, len(tokens)),))
        if quoted[at] or tokens[at - 1].text not in CLOSING_MARKS | {","}:
            continue
        if tokens[at + 1].word in rules.as_reported | rules.that:
            continue  # "…, so wie Kiel und Husum"
        said = at + 2 < len(tokens) and says_at(tokens, at + 1, rules)  # "so berichtet Meier"
        opens = said and (tokens[at + 2].capital or (rules.comma_bound and tokens[at + 2].tag == "art"))
        if opens and (end := speaker_end(tokens, at + 2, rules)) != at + 2:
            rest = _next_mark(tokens, end)
            whole = rest < len(tokens) and (
                not verb_positions(tokens[rest:], rules)
                or (tokens[end].text == "," and _carries_on(tokens, quoted, at, rest, rules))
            )
            stretches = ((0, len(tokens)),) if whole else ((0, at - 1), (rest, len(tokens)))
            return Frame((at + 2, end), (at, at + 2) if whole else (at + 1, at + 2), filled(stretches, tokens))
        passed = rules.comma_bound and at + 3 < len(tokens) and tokens[at + 1].word in rules.impersonal
        if passed and tokens[at + 2].word in rules.expletives:
            found = place_behind(tokens, at + 3, rules)  # "so heißt es im Rathaus"
            return Frame(found, (at + 1, at + 2), ((0, len(tokens)),))
        end = speaker_end(tokens, at + 1, rules)
        if tokens[at + 1].word in rules.crowd or tokens[at + 1].tag in {"adj", "adv"}:
            continue  # "so viele Menschen"
        follows = tokens[end].word if end < len(tokens) else "."
        named = any(token.capital or "-jährig" in token.word for token in tokens[at + 1 : end])
        rest = _next_mark(tokens, end)
        if named and follows == "," and _carries_on(tokens, quoted, at, rest, rules):
            return Frame((at + 1, end), (at, at + 1), ((0, len(tokens)),))
        told = rest < len(tokens) and (tokens[rest].tag == "rel" or tokens[rest].word in rules.relatives)
        behind = len(tokens) if told and tokens[end].text == "," and rules.comma_bound else rest
        if (
            named
            and (follows in {".", ":", ","} or follows in rules.speaker_ends or tokens[end].tag == "prep")
            and not verb_positions(tokens[at:end], rules)
        ):
            goes_on = any(quoted[behind:]) or verb_positions(tokens[behind:], rules)
            more = filled(((behind, len(tokens)),), tokens)
            content = filled(((0, at - 1),), tokens) + (more if goes_on else ())
            apart = () if goes_on else more  # "…, so Meier, Leiter des Amts": no word of his
            return Frame((at + 1, end), (at, at + 1), content, apart)
    return None


def _between_dashes(tokens: list[Token], at: int, rules: Rules) -> int:
    """Where a source between dashes is over: "Es war – so die Richter – nass"; 0 where none stands there."""
    end = speaker_end(tokens, at + 1, rules)
    closed = at + 1 < end < len(tokens) - 1 and tokens[end].text in _DASHES
    return end if closed and can_speak(tokens[at + 1 : end], rules) else 0


def _carries_on(tokens: list[Token], quoted: list[bool], at: int, rest: int, rules: Rules) -> bool:
    """Whether a clause goes on behind "…, so X, …": "Er will, so X, bis Mai bauen"."""
    if any(quoted) or rest >= len(tokens) - 2 or not rules.comma_bound:
        return False
    opens = tokens[rest]
    stop = next((j for j in range(rest, len(tokens)) if not tokens[j].is_word), len(tokens))
    if ends_infinitive(tokens, stop - 1):
        return not verb_positions(tokens[rest:stop], rules)  # "hält sie davon ab, so X, zu bauen, was fehlt"
    if opens.tag in {"prep", "adv", "pp", "inf", "izu", "num"} or opens.word in rules.that:
        return True
    return is_finite(tokens, rest, rules) and not verb_positions(tokens[: at - 1], rules)


def _next_mark(tokens: list[Token], at: int) -> int:
    """The place after the next comma or colon, which ends a frame."""
    while at < len(tokens) and tokens[at].text not in MARKS:
        at += 1
    return min(at + 1, len(tokens))
