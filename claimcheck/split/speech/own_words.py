"""What somebody says of themselves: "Meier hat nach eigenen Angaben …", "by her own account"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame, is_usable, phrase_at
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, verb_positions

__all__ = ["own_word"]


def own_word(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X hat nach eigenen Angaben …``: what the subject says of itself; the sentence stays whole."""
    for at in range(len(tokens)):
        length = 0 if quoted[at] else phrase_at(tokens, at, rules.own_word)
        front = at == 0 < length < len(tokens) - 1 and is_finite(tokens, length, rules)  # "… hat der Verein"
        verbs = [length] if front else verb_positions(tokens[:at], rules) if length else []
        subject = _own_subject(tokens, verbs[0], rules) if verbs else None
        if 0 < length < len(tokens) - at and not verbs and rules.subject_first:
            subject = _subject_around(tokens, at, length, rules)
        own = length > 1 and any(token.word in rules.his for token in tokens[at : at + 2])
        if own and subject and not can_speak(tokens[slice(*subject)], rules):
            continue  # "Der Bus kam ihren Angaben zufolge …"
        if subject and is_usable(tokens, *subject, rules) and tokens[subject[0]].word not in rules.prepositions:
            return Frame(subject, (at, at + length), ((0, len(tokens)),))
    return None


def _own_subject(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int]:
    """Who acts: before the finite verb, or right behind it where something else stands in front."""
    if not verb or not rules.comma_bound or verb + 1 >= len(tokens):
        return 0, verb
    pronoun = tokens[verb + 1].word in rules.pronouns
    behind = (verb + 1, verb + 2 if pronoun else phrase_end(tokens, verb + 1, len(tokens), rules, close=True))
    if tokens[0].tag in {"adv", "adj", "prep", "sub"} or tokens[verb + 1].word == "er":
        return behind
    speaks = pronoun or can_speak(tokens[slice(*behind)], rules)
    return behind if speaks and not can_speak(tokens[:verb], rules) else (0, verb)  # "3 Kilo will sie laut …"


def _subject_around(tokens: list[Token], at: int, length: int, rules: Rules) -> tuple[int, int] | None:
    """Who acts in English behind or before the words themselves: "By her own account, Lee …", "Lee, by her own …"."""
    start, stop = 0, at - (tokens[at - 1].text == ",")
    if at == 0:
        start = length + (tokens[length].text == ",")
        stop = next((j for j in range(start, len(tokens)) if is_finite(tokens, j, rules)), start)
    return (start, stop) if stop > start else None
