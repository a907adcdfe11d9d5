"""Frames of German whose word of saying is a noun: "Das Argument der Firma, dass …", "der Vorwurf von Meier, …"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, filled, is_usable
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["speech_argued"]

_CLAUSE = 40  # tokens that a clause behind the noun may have


def speech_argued(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Das Argument der Firma, dass es an Platz fehlt, überzeugt nicht``: the clause is the firm's word."""
    if not rules.comma_bound:
        return None
    for at in range(len(tokens) - 4):
        follower = tokens[at + 1].word
        if (
            quoted[at]
            or tokens[at].word not in rules.framing.saying_nouns
            or follower not in rules.genitives | rules.of_words
        ):
            continue
        start = at + 1 + (follower in rules.of_words)
        end = phrase_end(tokens, start, len(tokens), rules, close=True)
        if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].word not in rules.that:
            continue
        close = next(
            (j for j in range(end + 2, min(len(tokens), end + _CLAUSE)) if _ends_clause(tokens, j, rules)), None
        )
        speaks = is_usable(tokens, start, end, rules) and can_speak(head_of(tokens[start:end], rules), rules)
        if speaks and close is not None:
            return Frame((start, end), (at, at + 1), filled(((end + 2, close),), tokens))
    return None


def _ends_clause(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a mark ends a clause whose verb stands before it."""
    ends = tokens[at].text in {",", "."} and tokens[at - 1].tag in {"fin", "inf", "pp", ""}
    return ends and bool(verb_positions(tokens[max(0, at - 2) : at], rules) or tokens[at].text == ".")
