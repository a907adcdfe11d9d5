"""English frames whose verb is none of saying, or whose saying depends on another verb.

"Lee is convinced that …", "In Lee's view, …", "Lee went on to say that …", "Lee replied by saying …".
"""

from claimcheck.split.cutting.phrases import subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.speech.apart import stands_apart
from claimcheck.split.speech.frame import Frame, filled, is_usable
from claimcheck.split.speech.heads import clause_follows
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import denies, is_finite, verb_positions

__all__ = ["speech_at_length", "speech_in_view", "speech_state"]

_LEAST = 3  # tokens of what is said
_FAR = 10  # tokens between a verb and the infinitive that says it


def _frame(
    tokens: list[Token], speaker: tuple[int, int], cue: int, start: int, rules: Rules, *, bare: bool = False
) -> Frame | None:
    """The frame of what begins at ``start``, behind "that" or, where it is ``bare``, as a clause."""
    if start >= len(tokens) - _LEAST + 1 or not (bare or tokens[start].word in rules.that):
        return None
    start += tokens[start].word in rules.that
    content = filled(((start, len(tokens)),), tokens)
    if not content or not verb_positions(tokens[start:], rules) or not is_usable(tokens, *speaker, rules):
        return None
    return Frame(speaker, (cue, cue + 1), content, stands_apart(tokens, speaker[0], rules))


def speech_state(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Lee is convinced (that) …``, ``Lee made (it) clear that …``."""
    if not rules.subject_first:
        return None
    for at in range(2, len(tokens) - _LEAST):
        if quoted[at] or tokens[at].word not in rules.framing.sure:
            continue
        verb = at - 1
        while verb > 1 and (tokens[verb].tag == "adv" or tokens[verb].word in {"it", "been"}):
            verb -= 1
        is_so = tokens[verb].word in rules.passives or tokens[verb].word in rules.perfects
        told = is_so or (tokens[at].word == "clear" and tokens[verb].word in {"made", "makes"})
        bare = is_so and clause_follows(tokens, at + 1, rules)
        found = subject_of(tokens, verb, rules) if told and (bare or tokens[at + 1].word in rules.that) else None
        someone = found and tokens[found[0]].word not in rules.expletives and _somebody(tokens, found, rules)
        if found and someone and not denies(tokens[verb : at + 1], rules):
            return _frame(tokens, found, at, at + 1, rules, bare=bare)
    return None


def speech_in_view(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``In Lee's view, …``: what the rest of the sentence says is Lee's word."""
    if not rules.subject_first or tokens[0].word not in {"in", "by", "from"} or quoted[0]:
        return None
    noun = next((at for at in range(2, min(len(tokens) - 1, _FAR)) if tokens[at].word in rules.views), None)
    owner = next((at for at in range(1, noun or 1) if tokens[at].word.endswith(("'s", "’s"))), None)
    own = noun is not None and tokens[1].word in rules.his and noun <= _LEAST
    comma = noun is not None and tokens[noun + 1].text == ","
    if noun is None or not (owner or own) or not (comma or clause_follows(tokens, noun + 1, rules)):
        return None
    speaker = (1, (owner or 1) + 1)
    return Frame(speaker, (noun, noun + 1), filled(((noun + 1 + comma, len(tokens)),), tokens))


def speech_at_length(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Lee went on to say (that) …``, ``Lee responded by saying (that) …``."""
    if not rules.subject_first:
        return None
    for at in range(3, len(tokens) - _LEAST):
        aims = tokens[at - 1].tag == "to" and tokens[at].word in rules.framing.going_to_say
        by = tokens[at - 1].word == "by" and tokens[at].word in rules.framing.by_saying
        if quoted[at] or not (aims or by):
            continue
        verb = next((j for j in range(at - 1, max(0, at - _FAR), -1) if is_finite(tokens, j, rules)), None)
        if verb is None or (aims and tokens[verb].word not in rules.framing.leading_on):
            continue
        found = subject_of(tokens, verb, rules)
        bare = clause_follows(tokens, at + 1, rules)
        if found and _somebody(tokens, found, rules) and (bare or tokens[at + 1].word in rules.that):
            return _frame(tokens, found, at, at + 1, rules, bare=bare)
    return None


def _somebody(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a subject can have a view."""
    return can_speak(tokens[slice(*found)], rules)
