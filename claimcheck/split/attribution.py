"""Who says it: the frame of a sentence ("laut X", "X said that", "…, sagte X") and the content that is left.

Only obvious patterns; where the frame cannot be told from the content, there is no frame.
"""

from claimcheck.split.frame import Frame
from claimcheck.split.languages import Rules
from claimcheck.split.sources import as_reported, source_after, source_before, source_so
from claimcheck.split.speech import speech_colon, speech_head, speech_tail
from claimcheck.split.tokens import Token

__all__ = ["find_frame"]

_PATTERNS = (source_before, source_so, as_reported, speech_tail, speech_head, speech_colon, source_after)


def find_frame(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """The frame of a sentence, or None; ``quoted`` says of each token whether it stands in a quotation.

    >>> from claimcheck.split.languages import rules_for
    >>> from claimcheck.split.tokens import tokenize
    >>> tokens = tokenize("Laut Stadtrat kostet sie 2 Millionen.", 0, 37)
    >>> frame = find_frame(tokens, [False] * len(tokens), rules_for("de"))
    >>> [token.text for token in tokens[slice(*frame.speaker)]]
    ['Stadtrat']
    """
    return next((frame for pattern in _PATTERNS if (frame := pattern(tokens, quoted, rules))), None)
