"""Who says it: the frame of a sentence ("laut X", "X said that", "…, sagte X") and the content that is left.

Only obvious patterns; where the frame cannot be told from the content, there is no frame.
"""

from claimcheck.split.languages import Rules
from claimcheck.split.speech.argued import speech_argued
from claimcheck.split.speech.beside import speech_beside
from claimcheck.split.speech.by_noun import speech_described, speech_noun, speech_related
from claimcheck.split.speech.frame import Frame
from claimcheck.split.speech.heads import speech_head
from claimcheck.split.speech.led import speech_led
from claimcheck.split.speech.own_words import own_word
from claimcheck.split.speech.pointed import speech_behind_colon, speech_behind_indirect, speech_pointed
from claimcheck.split.speech.relayed import read_in
from claimcheck.split.speech.so import source_so
from claimcheck.split.speech.sources import as_reported, source_after, source_before
from claimcheck.split.speech.states import speech_at_length, speech_in_view, speech_state
from claimcheck.split.speech.tails import speech_colon, speech_tail
from claimcheck.split.speech.titles import speech_impersonal, speech_title
from claimcheck.split.words.tokens import Token

__all__ = ["find_frame"]

_PATTERNS = (
    *(own_word, source_before, source_so, as_reported, speech_tail, speech_head, speech_colon, source_after),
    *(
        speech_led,
        speech_beside,
        speech_pointed,
        speech_behind_colon,
        speech_behind_indirect,
        speech_argued,
        speech_impersonal,
    ),
    *(speech_state, speech_in_view, speech_at_length, speech_noun, speech_related, speech_described, speech_title),
)

_SPEECH = (speech_tail, speech_head, speech_colon)


def find_frame(tokens: list[Token], quoted: list[bool], rules: Rules, *, speech: bool = False) -> Frame | None:
    """The frame of a sentence, or None; ``quoted`` says of each token whether it stands in a quotation.

    ``speech``: only frames with a verb of saying count.

    >>> from claimcheck.split.languages import rules_for
    >>> from claimcheck.split.words.tokens import tokenize
    >>> tokens = tokenize("Laut Stadtrat kostet sie 2 Millionen.", 0, 37)
    >>> frame = find_frame(tokens, [False] * len(tokens), rules_for("de"))
    >>> [token.text for token in tokens[slice(*frame.speaker)]]
    ['Stadtrat']
    """
    found = next(
        (frame for pattern in (_SPEECH if speech else _PATTERNS) if (frame := pattern(tokens, quoted, rules))), None
    )
    if found and rules.comma_bound and any(quoted) and (tail := speech_tail(tokens, quoted, rules)):
        passed_on = any(a <= tail.cue[0] < b for a, b in found.content)
        found = tail if passed_on else found  # "„…“, sagte Meier laut Polizei"
    return read_in(tokens, found, rules) if found and rules.comma_bound else found
