"""Claims that say again what the body says: headline, lead and caption copies are kept and scored down."""

from collections.abc import Sequence

from claimcheck.records import Role
from claimcheck.split.words.tokens import tokenize

__all__ = ["find_repeats"]

_BESIDE_BODY = frozenset({Role.HEADLINE, Role.LEAD, Role.CAPTION, Role.QUOTE_BOX})
_MOST = 60  # claims beside the body that are compared with each other claim
_STEM = 6
_SAME = 0.6


def find_repeats(claims: Sequence[tuple[Role, str]]) -> dict[int, int]:
    """Which claim says again what which other claim says, by position.

    The copy is the one beside the body; of two in the body, the later. Two say the same where the stems of their
    longer words overlap by six tenths; in the body only where they are the same words.

    >>> body = (Role.BODY, "Minsk bittet nun Moskau um Schutz.")
    >>> find_repeats([(Role.HEADLINE, "Minsk bittet Moskau um Schutz"), body])
    {0: 1}
    """
    stems = [_stems(text) for _, text in claims]
    found: dict[int, int] = {}
    first: dict[frozenset[str], int] = {}
    beside = [at for at, (role, _) in enumerate(claims) if role in _BESIDE_BODY]
    body = [at for at, (role, _) in enumerate(claims) if role not in _BESIDE_BODY]
    for at in body:
        original = first.setdefault(stems[at], at) if len(stems[at]) > 2 else at
        if original != at:
            found[at] = original
    for place, at in enumerate(beside[:_MOST]):
        others = (*body, *beside[:place])
        best = max(others, key=lambda other: (_overlap(stems[at], stems[other]), -other), default=None)
        if best is not None and _overlap(stems[at], stems[best]) >= _SAME:
            found[at] = best
    return found


def _stems(text: str) -> frozenset[str]:
    return frozenset(token.word[:_STEM] for token in tokenize(text, 0, len(text)) if len(token.word) > 3)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if len(one) > 1 and len(other) > 1 else 0.0
