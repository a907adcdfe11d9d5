"""A clause without what is taken out of it: whether it still holds, and whether what follows hangs on a wrong noun."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch, skip_marks
from claimcheck.split.words.tokens import Token

__all__ = ["hangs", "holds", "is_name_of", "joined", "without"]


def hangs(tokens: list[Token], at: int, holes: list[Stretch]) -> bool:
    """Whether what goes on at ``at`` would hang on the wrong noun without what stood before it."""
    if tokens[at - 1].word in {"who", "which"}:
        return True  # "the wife of Jo Ray, a clerk who works in York"
    if tokens[at].tag == "conj" and at + 1 < len(tokens) and tokens[at + 1].tag == "rel":
        return True  # "Lee - a clerk who works in York, and who wrote it - left"
    described = tokens[at].tag == "adj" and at + 1 < len(tokens) and tokens[at + 1].tag == "prep"
    if tokens[at].tag in {"ing", "rel"} or (described and tokens[at - 1].text == ","):
        return True  # "in a crash, which occurred near Palm Beach, popular with surfers"
    apart = all(at != b for _, b in holes) and tokens[at - 1].word in {":", "–", "—"}
    return apart or tokens[at].word in {"–", "—"}


def joined(tokens: list[Token], stretches: tuple[Stretch, ...]) -> list[Stretch]:
    """The stretch from the first to the last of them: whether a clause is left is asked of all its words."""
    words = sum(token.is_word for a, b in stretches for token in tokens[a:b])
    return [(stretches[0][0], stretches[-1][1])] if words >= SHORTEST else []


def without(tokens: list[Token], stretch: Stretch, holes: list[Stretch]) -> tuple[Stretch, ...]:
    """What is left of a stretch, in text order."""
    start, end = stretch
    kept = []
    for a, b in holes:
        kept.append(skip_marks(tokens, start, a))
        start = b
    kept.append(skip_marks(tokens, start, end))
    return tuple((a, b) for a, b in kept if a < b and any(token.is_word for token in tokens[a:b]))


def is_name_of(tokens: list[Token], heads: tuple[Stretch, ...], body: Stretch) -> bool:
    """Whether what is put behind a noun is its name, without which the clause leaves open who is meant."""
    if not heads or any(token.tag == "name" for token in tokens[slice(*heads[-1])]):
        return False
    first = body[0] + (tokens[body[0]].tag == "art")
    named = [token for token in tokens[first : body[1]] if token.is_word]
    return bool(named) and all(token.capital for token in named[:2]) and named[0].tag == "name"


def holds(tokens: list[Token], start: int, hole: Stretch, rules: Rules) -> bool:
    """Whether the clause still holds without what stands in the hole: nothing before it is denied or counted out."""
    marks = tokens[hole[0]].text + tokens[min(hole[1], len(tokens)) - 1].text
    between_commas = marks in {",,", "()"}
    counted = rules.negators if between_commas else rules.negations
    before = tokens[hole[0] - 1]
    if rules.subject_first and before.word in rules.auxiliaries and not before.capital and tokens[hole[0]].text == ",":
        return False  # "have, on a small scale, torn families apart"
    return not any(token.word in counted for token in tokens[start : hole[0]])
