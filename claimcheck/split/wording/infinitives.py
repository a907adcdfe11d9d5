"""What someone says in an infinitive, as a sentence: "Holm versichert, gelernt zu haben" → "Holm hat gelernt".

Only where the subject and the form of the verb are plain; else the infinitive is read with the clause that says it.
"""

from dataclasses import replace

from claimcheck.split.cutting.coordination import subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["told_infinitive"]

_OBLIQUE = frozenset({"dem", "den", "des", "einem", "einen", "ihm", "ihn", "ihnen"})
_MARKS = frozenset(",;:–—")
_SEVERAL = {"sein": "sind"}
_NO_THIRD_PERSON = frozenset({"ich", "wir", "du", "ihr", "man", "das", "dies"})


def told_infinitive(tokens: list[Token], unit: Unit, cue: Stretch, rules: Rules) -> Unit | None:
    """The unit as a sentence with the subject of its ``cue``, or with that clause; None where it is no infinitive."""
    start, end = unit.stretches[0]
    if unit.parts or len(unit.stretches) > 1 or cue[1] > start or tokens[start - 1].text != ",":
        return None
    stop = next((at for at in range(start, end) if tokens[at].text == ","), end)
    last = last_word(tokens, start, stop)
    marked = tokens[last].tag == "izu" or tokens[last - 1].word in rules.infinitive_marks
    if last - start < 2 or not marked or any(is_finite(tokens, at, rules) for at in range(start, stop)):
        return None
    begin = max((at + 1 for at in range(cue[0]) if not tokens[at].is_word), default=0)
    whole = replace(unit, complete=False, around=(begin, end))
    verb = cue[0] if tokens[cue[0]].tag != "pp" else first_finite(tokens, begin, cue[0], rules)
    goes_on = stop + 1 < end and tokens[stop + 1].word in rules.coordinators  # "…, und ging"
    goes_on = goes_on or any(token.text in _MARKS for token in tokens[cue[1] : start - 1])  # "gab an, wer hofft, zu …"
    of_another = tokens[cue[0]].word in rules.accusing or verb is None or tokens[verb].word in rules.passives
    if goes_on or verb is None or of_another or tokens[last].word not in rules.infinitives_told:
        return whole
    subject = subject_of(tokens, begin, verb, start - 1, rules)
    several = tokens[verb].word.endswith("n")
    finite = _SEVERAL.get(tokens[last].word, tokens[last].word) if several else rules.third_person[tokens[last].word]
    if subject is None or _may_be_object(tokens, subject, verb):
        return whole
    behind: tuple[Stretch | str, ...] = (", ", (stop + 1, end)) if stop + 1 < end else ()
    parts = (subject, f" {finite} ", (start, last - 1), *behind)
    return replace(unit, stretches=(subject, (start, end)), parts=parts, complete=True)


def _may_be_object(tokens: list[Token], subject: Stretch, verb: int) -> bool:
    """Whether a phrase may be no third person that speaks: "Den Gästen versichert Holm", "Der Zeitung sagte Holm"."""
    first, behind = tokens[subject[0]], tokens[verb + 1]
    named = subject[1] == verb and behind.tag in {"name", "noun", "art", "pro"} and behind.word != "sich"
    return first.word in _OBLIQUE | _NO_THIRD_PERSON or (named and first.word == "der")
