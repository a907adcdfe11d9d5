"""Frames that name a source beside what it says: "laut X", "according to X", "…, so X", "wie X berichtete"."""

from claimcheck.split.frame import MARKS, TAIL, Frame, filled, is_usable, phrase_at, source_end, speaker_end
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite, says, verb_positions

__all__ = ["as_reported", "own_word", "source_after", "source_before", "source_so"]


def source_before(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``laut X``, ``according to X``."""
    for at in range(len(tokens)):
        length = 0 if quoted[at] else phrase_at(tokens, at, rules.source_before)
        if not length and not quoted[at] and _compound(tokens, at, rules):
            length = 1  # "nach Polizeiangaben"
        if not length:
            continue
        start = at + length
        end = source_end(tokens, start, rules)
        if not is_usable(tokens, start, end, rules) or tokens[start].word in rules.pronouns:
            continue
        return Frame((start, end), (at, start), _around(tokens, quoted, at, end, rules))
    return None


def _compound(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that names a source and its word in one follows: "nach Polizeiangaben"."""
    return (
        tokens[at].word in rules.source_openers
        and at + 1 < len(tokens)
        and tokens[at + 1].word.endswith(rules.source_endings or ("\0",))
        and tokens[at + 1].word not in rules.documents | {"angaben", "informationen"}
    )


def own_word(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X hat nach eigenen Angaben …``: what the subject says of itself; the sentence stays whole."""
    for at in range(1, len(tokens)):
        length = 0 if quoted[at] else phrase_at(tokens, at, rules.own_word)
        verbs = verb_positions(tokens[:at], rules) if length else []
        if verbs and is_usable(tokens, 0, verbs[0], rules) and tokens[0].word not in rules.prepositions:
            return Frame((0, verbs[0]), (at, at + length), ((0, len(tokens)),))
    return None


def _around(tokens: list[Token], quoted: list[bool], at: int, end: int, rules: Rules) -> tuple[tuple[int, int], ...]:
    """What a source that stands in ``[at, end)`` says: what follows it at the front, what precedes it elsewhere."""
    rest = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    front = at == 0 or (at == 1 and tokens[0].word in rules.coordinators)
    if front:
        return filled(((rest, len(tokens)),), tokens)
    closed = tokens[at - 1].text in MARKS
    before = (0, at - 1 if closed else at)
    if not closed and end < len(tokens) - 1:
        return ((0, len(tokens)),)
    goes_on = rest < len(tokens) and rest > end and (quoted[rest] or tokens[rest].word in rules.coordinators)
    if goes_on or not verb_positions(tokens[: at - 1], rules):
        return filled((before, (rest, len(tokens))), tokens)
    return filled((before,), tokens)


def source_after(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X zufolge``: the sentence stays whole."""
    for at in range(1, len(tokens)):
        if quoted[at] or tokens[at].word not in rules.source_after:
            continue
        start = at
        while start and at - start < 6 and tokens[start - 1].is_word and not is_finite(tokens, start - 1, rules):
            start -= 1
            if tokens[start].word in rules.determiners:
                break
        front = start == 0 and at + 1 < len(tokens) and is_finite(tokens, at + 1, rules)
        return Frame(
            (start, at) if is_usable(tokens, start, at, rules) or tokens[at - 1].word in rules.documents else (at, at),
            (at, at + 1),
            ((at + 1 if front else 0, len(tokens)),),
        )
    return None


def source_so(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, so X.`` and ``…, so X weiter: „…“``."""
    for at in range(2, len(tokens) - 1):
        if quoted[at] or tokens[at].word not in rules.source_so or tokens[at - 1].text not in {",", "“", '"', "”", "«"}:
            continue
        end = speaker_end(tokens, at + 1, rules)
        follows = tokens[end].word if end < len(tokens) else "."
        named = any(token.capital or "-jährig" in token.word for token in tokens[at + 1 : end])
        if (
            named
            and (follows in {".", ":", ","} or follows in rules.speaker_ends)
            and not verb_positions(tokens[at:end], rules)
        ):
            return Frame(
                (at + 1, end), (at, at + 1), filled(((0, at - 1), (_next_mark(tokens, end), len(tokens))), tokens)
            )
    return None


def _next_mark(tokens: list[Token], at: int) -> int:
    """The place after the next comma or colon, which ends a frame."""
    while at < len(tokens) and tokens[at].text not in MARKS:
        at += 1
    return min(at + 1, len(tokens))


def as_reported(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, wie X berichtete``, ``as X reported``."""
    for at in range(len(tokens) - 2):
        if quoted[at] or tokens[at].word not in rules.as_reported or (at and tokens[at - 1].text != ","):
            continue
        stop = next((j for j in range(at + 1, len(tokens)) if tokens[j].text in MARKS | {"."}), len(tokens))
        begin = at + 2 if tokens[at + 1].word in rules.prepositions else at + 1
        said = [j for j in range(at + 2, min(stop, at + TAIL)) if says(tokens[j], rules)]
        if not said or stop - said[-1] > 6 or stop - at > TAIL:
            continue
        end = speaker_end(tokens, begin, rules, said[0])
        if is_usable(tokens, begin, end, rules):
            rest = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
            return Frame(
                (begin, end),
                (said[0], said[0] + 1),
                filled(((0, max(0, at - 1)), (rest, len(tokens))), tokens),
                channel=True,
            )
    return None
