"""What somebody says of themselves: "Meier hat nach eigenen Angaben …", "by her own account"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
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
        own = length > 1 and any(token.word in rules.his for token in tokens[at : at + 2])
        if own and subject and not can_speak(tokens[slice(*subject)], rules):
            continue  # "Der Bus kam ihren Angaben zufolge …"
        if subject and is_usable(tokens, *subject, rules) and tokens[subject[0]].word not in rules.prepositions:
            return Frame(subject, (at, at + length), ((0, len(tokens)),))
    return None


def _own_subject(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int]:
    """Who acts: before the finite verb, or right behind it where something else stands in front."""
    if verb and tokens[0].tag in {"adv", "adj", "prep", "sub"} and rules.clauses is Clauses.COMMA_BOUND:
        pronoun = tokens[verb + 1].word in rules.pronouns
        return verb + 1, verb + 2 if pronoun else phrase_end(tokens, verb + 1, len(tokens), rules, close=True)
    return 0, verb
