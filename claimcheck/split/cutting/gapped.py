"""German clauses that share the verb of the one before: "Der Gewinn sank um 4 Prozent, der Umsatz um 18 Prozent"."""

from claimcheck.split.cutting.agreement import kinds_of
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import CURRENCY, Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["gapped_apart"]

_SUBJECT = 6  # tokens of the subject of such a clause
_OBLIQUE = frozenset({"den", "dem", "des", "einen", "einem", "eines", "einer"})
_NOMINAL = frozenset({"adj", "noun", "name", "num"})


def gapped_apart(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """The clause, and each that shares its verb with the verb put in; the clause as it is where one is not plain."""
    if not rules.comma_bound or unit.parts or not unit.complete or len(unit.stretches) > 1:
        return [unit]
    start, end = unit.stretches[0]
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    if len(verbs) != 1 or verbs[0] == start or not any(token.text == "," for token in tokens[start:end]):
        return [unit]
    pieces = _pieces(tokens, verbs[0], end, rules)
    verb = verbs[0]
    if (
        len(pieces) < 2
        or tokens[end - 1].tag in {"pp", "inf", "sep"}
        or tokens[start].tag not in {"art", "name", "noun"}
    ):
        return [unit]
    if not all(_counts(tokens, piece) for piece in pieces):
        return [unit]  # "stieg um 40, die Miete um 8 Prozent"
    found = [Unit(((start, pieces[0][1]),))]
    for piece in pieces[1:]:
        subject = _subject(tokens, piece, verb, rules)
        if subject is None or tokens[subject].word != tokens[verb + 1].word:
            return [unit]
        a, b = piece
        parts = ((a, subject), (verb, verb + 1), (subject, b))
        found.append(Unit(((verb, verb + 1), piece), parts=parts))
    return found


def _pieces(tokens: list[Token], verb: int, end: int, rules: Rules) -> list[Stretch]:
    """What stands behind a verb, parted at commas and at an "und" before another subject."""
    cuts = [at for at in range(verb + 2, end) if tokens[at].text == ","]
    if not cuts:
        return []
    joints = (at for at in range(cuts[-1] + 2, end - 3) if tokens[at].word == "und" and tokens[at + 1].tag == "art")
    cuts += [at for at in joints if _subject(tokens, (at + 1, end), verb, rules) is not None]
    bounds = [verb + 1, *(at + 1 for at in cuts)]
    return [(a, b) for a, b in zip(bounds, [*cuts, end], strict=True) if a < b]


def _counts(tokens: list[Token], piece: Stretch) -> bool:
    """Whether a piece says of what its number is: "um 4 Prozent", not "um 4"."""
    number = next((at for at in range(*piece) if tokens[at].text[:1].isdigit() or tokens[at].tag == "num"), None)
    behind = tokens[number : piece[1]] if number is not None else []
    return any(token.tag in {"noun", "name"} or token.text in CURRENCY or token.text[-1:] == "%" for token in behind)


def _subject(tokens: list[Token], piece: Stretch, verb: int, rules: Rules) -> int | None:
    """Where the subject of a piece is over; None where it is none of the number of the verb, or no figure follows."""
    start, end = piece
    at = start + (tokens[start].tag == "art")
    while at < end and tokens[at].tag in _NOMINAL and not tokens[at].text[:1].isdigit() and at - start < _SUBJECT:
        at += 1
    led = at < end and tokens[at].tag == "prep"
    figure = any(token.text[:1].isdigit() or token.tag == "num" for token in tokens[at:end])
    verbal = any(token.tag in {"fin", "pp", "inf", "rel", "sub", "to"} for token in tokens[start:end])
    if not led or not figure or verbal or at == start or tokens[start].word in _OBLIQUE:
        return None
    kinds = kinds_of(tokens, (start, at), rules)
    several = tokens[verb].word.endswith("en") or tokens[verb].word == "sind"
    one = "p" not in kinds or all(token.tag == "name" for token in tokens[start:at])
    return at if (kinds == {"p"} if several else one) else None
