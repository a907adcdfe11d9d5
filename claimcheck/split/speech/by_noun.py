"""English frames in which a noun or a description says it, not a verb of saying alone.

"Advocates expressed concern that …", "Lee's claim that …", "three men who said they …", "Jo was described as kind by
Lee".
"""

from claimcheck.split.cutting.phrases import phrase_end, subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, filled, is_judged, is_usable, saying_verb
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import denies, is_finite, verb_positions

__all__ = ["speech_described", "speech_noun", "speech_related"]

_FAR = 8  # tokens between such a verb, its noun and "that"
_LEAST = 3  # tokens of what is said


def speech_noun(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Advocates expressed concern (last week) that …``, ``Lee's claim that …``."""
    if not rules.subject_first:
        return None
    for noun in range(1, len(tokens) - _LEAST):
        if quoted[noun] or tokens[noun].word not in rules.framing.saying_nouns or tokens[noun].tag != "noun":
            continue
        that = next((at for at in range(noun + 1, min(len(tokens), noun + 5)) if tokens[at].word in rules.that), None)
        if that is None or any(not token.is_word for token in tokens[noun + 1 : that]) or is_judged(tokens, rules):
            continue  # "Lee's claim that crime doubled is false" is not what Lee says
        verbs = verb_positions(tokens[that + 1 :], rules)
        found = _giver(tokens, noun, rules) or _owner(tokens, noun, that, rules)
        if found and verbs and is_usable(tokens, *found, rules) and not denies(tokens[found[1] : noun], rules):
            comma = next((at for at in range(that, len(tokens)) if tokens[at].text == ","), len(tokens))
            fronted = tokens[0].tag == "prep" and comma < len(tokens)
            content = filled(((that + 1, comma if fronted else len(tokens)),), tokens)
            return Frame(found, (noun, noun + 1), content) if content else None
    return None


def _giver(tokens: list[Token], noun: int, rules: Rules) -> tuple[int, int] | None:
    """The subject that has a view: "Advocates" of "Advocates expressed concern"."""
    near = range(noun - 1, max(0, noun - _FAR), -1)
    verb = next((at for at in near if tokens[at].word in rules.framing.giving and is_finite(tokens, at, rules)), None)
    found = subject_of(tokens, verb, rules) if verb else None
    return found if found and can_speak(tokens[slice(*found)], rules) else None


def _owner(tokens: list[Token], noun: int, that: int, rules: Rules) -> tuple[int, int] | None:
    """Whose view a noun right before "that" is, at the front of its sentence: "Lee's claim that …"."""
    owner = next((at for at in range(noun - 1, max(-1, noun - 3), -1) if tokens[at].word.endswith(("'s", "’s"))), None)
    if owner is None or that != noun + 1 or owner > _LEAST or not tokens[owner].capital:
        return None
    fronted = tokens[0].tag == "prep"
    if not fronted and verb_positions(tokens[that + 1 :], rules)[1:]:
        return None
    return (int(fronted), owner + 1)


def speech_related(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``It includes neighbours who said they were charmed``: said by those whom a clause at the end tells of."""
    if not rules.subject_first:
        return None
    for at in range(_LEAST, len(tokens) - _LEAST):
        if quoted[at] or tokens[at].word != "who" or tokens[at].tag != "rel":
            continue
        verb = saying_verb(tokens, at + 1, rules)
        if verb is None:
            continue
        start = verb + 1 + (tokens[min(verb + 1, len(tokens) - 1)].word in rules.that)
        end = at - 1 if tokens[at - 1].text == "," else at
        begin = next((j for j in range(max(0, end - _FAR), end) if phrase_end(tokens, j, end, rules) == end), None)
        if begin is None or not verb_positions(tokens[start:], rules) or not verb_positions(tokens[:begin], rules):
            continue
        if can_speak(tokens[begin:end], rules) and is_usable(tokens, begin, end, rules):
            return Frame((begin, end), (verb, verb + 1), filled(((start, len(tokens)),), tokens), ((0, end),))
    return None


def speech_described(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Jo Lee was described as kind by her neighbours``: the whole sentence is their word."""
    if not rules.subject_first:
        return None
    for verb in range(2, len(tokens) - _LEAST):
        passive = tokens[verb - 1].word in rules.passives and tokens[verb].word in rules.framing.describing
        if not passive or quoted[verb] or len(verb_positions(tokens[:verb], rules)) != 1:
            continue
        by = next((at for at in range(verb + 1, len(tokens) - 1) if tokens[at].word == "by" and not quoted[at]), None)
        described = any(token.word == "as" for token in tokens[verb:])
        end = phrase_end(tokens, by + 1, len(tokens), rules, close=True) if by else 0
        if by and described and end > by + 1 and can_speak(tokens[by + 1 : end], rules):
            return Frame((by + 1, end), (verb, verb + 1), ((0, len(tokens)),))
    return None
