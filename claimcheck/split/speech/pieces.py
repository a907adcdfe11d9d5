"""What is said in a sentence, cut where a quotation of some length begins or ends."""

from collections.abc import Iterator

from claimcheck.split.languages import Rules
from claimcheck.split.speech.contents import begins_with_predicate
from claimcheck.split.speech.said import Sentence
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["hangs", "pieces"]

_QUOTE = 5  # tokens, marks counted, below which quotation marks only set off a word


def pieces(sentence: Sentence, stretch: Stretch, rules: Rules) -> Iterator[tuple[int, int, bool]]:
    """A stretch cut where a quotation of some length begins or ends; True where it is quoted."""
    start, end = stretch
    at = start
    while at < end:
        stop = at
        inside = sentence.quoted[at]
        while stop < end and sentence.quoted[stop] == inside:
            stop += 1
        opens = at == start or sentence.tokens[at - 1].text in {":", ","}
        long_quote = inside and opens and (stop - at > _QUOTE or at == 0)
        long_quote = long_quote and not _completes(sentence.tokens, start, at, stop, rules)
        if long_quote:
            if any(token.is_word for token in sentence.tokens[start:at]):
                yield start, at, False
            yield at, stop, True
            start = stop
        at = stop
    if any(token.is_word for token in sentence.tokens[start:end]):
        yield start, end, False


def _completes(tokens: list[Token], start: int, at: int, stop: int, rules: Rules) -> bool:
    """Whether a quotation is the predicate of what stands in front of it: "The manager, Jo Lee, “drew a gun and …”"."""
    verbs = any(is_finite(tokens, j, rules) for j in range(start, at))
    english = rules.subject_first
    return english and start < at and not verbs and begins_with_predicate(tokens, at, stop, rules)


def hangs(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a piece beside a quotation says nothing alone: "“Cod could collapse,” without the limits, Lee said"."""
    opens = next((token for token in tokens[start:end] if token.is_word), tokens[start])
    return opens.tag == "prep" and not any(is_finite(tokens, at, rules) for at in range(start, end))
