"""Noun phrases that take an event for granted, as sentences: "the arrest of Ann Lee" → "Ann Lee was arrested"."""

from claimcheck.split.cutting.copulas import is_many
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token

__all__ = ["event_sentence"]

_DONE = {
    "arrest": "arrested",
    "assassination": "assassinated",
    "conviction": "convicted",
    "deportation": "deported",
    "dismissal": "dismissed",
    "execution": "executed",
    "extradition": "extradited",
    "kidnapping": "kidnapped",
    "killing": "killed",
    "murder": "murdered",
    "shooting": "shot",
}
_DID = {"death": "died", "resignation": "resigned"}
_LASTING = frozenset({"assassination", "death", "killing", "murder", "shooting"})  # told of what was, never planned
_OPEN = words(
    """if would could may might should unless threat threatened threatens feared fears fear attempted plot plotted
    plotting possible potential risk deny denies denied denying"""
)
_AHEAD = words(
    """will shall plan plans planned planning before until ahead against prevent avoid stop seek accused suspected
    alleged"""
)


def event_sentence(tokens: list[Token], phrase: Stretch, sentence: Stretch, rules: Rules) -> Unit | None:
    """The event as a sentence; None where the phrase tells none, or the sentence leaves open whether it took place."""
    start, end = phrase
    linked = next((at for at in range(start + 1, end) if tokens[at].word in rules.of_words), None)
    if linked is None:
        return None
    noun, open_words = tokens[linked - 1].word, _OPEN if tokens[linked - 1].word in _LASTING else _OPEN | _AHEAD
    if noun not in _DONE.keys() | _DID.keys() or any(token.word in open_words for token in tokens[slice(*sentence)]):
        return None
    if any(token.word in rules.negators for token in tokens[sentence[0] : start]) or linked - start > 2:
        return None  # "the attempted murder of", "the involuntary manslaughter of"
    while end < sentence[1] and tokens[end].capital and tokens[end - 1].tag == "name":
        end += 1  # a surname that is known as another word
    who = (linked + 1, end)
    times = rules.months.keys() | rules.weekdays.keys()
    if all(token.word in times or token.text.isdigit() for token in tokens[slice(*who)]):
        return None  # "the shooting of March 1987": a day
    told = _DID.get(noun) or f"{'were' if is_many(tokens, who) else 'was'} {_DONE[noun]}"
    return Unit(((start, end),), parts=(who, f" {told}"), presupposed=True)
