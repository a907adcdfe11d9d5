"""The clauses of a stretch of a sentence, by the way its language marks them."""

from dataclasses import replace

from claimcheck.split.cutting.comma_bound import comma_bound_units
from claimcheck.split.cutting.counted import counted_apart
from claimcheck.split.cutting.gapped import gapped_apart
from claimcheck.split.cutting.infinitives import infinitives_apart
from claimcheck.split.cutting.insertions import as_brackets
from claimcheck.split.cutting.modifiers import detached
from claimcheck.split.cutting.nominals import occasion, taken_for_granted
from claimcheck.split.cutting.own_clauses import of_the_past
from claimcheck.split.cutting.subject_first import subject_first_units
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import LONGEST, SHORTEST, Stretch, Unit, last_word, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["find_units"]

_MEANS = frozenset({"by"})
_OPENERS = frozenset({"that", "because", "although", "though", "when", "while", "whereas"})
_CORRECTS = frozenset({"sondern"})


def find_units(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Unit]:
    """The clauses of ``tokens`` from ``stretch[0]`` to ``stretch[1]``, in text order.

    One unit, the whole stretch, where the language has no rules, the stretch is too long, or no cut is safe.
    """
    if stretch[1] - stretch[0] > LONGEST:
        return [Unit((stretch,))]
    stretch = _without_means(tokens, stretch)
    tokens = as_brackets(tokens, stretch, rules)
    if rules.comma_bound:
        found = comma_bound_units(tokens, quoted, stretch, rules)
    elif rules.subject_first:
        found = subject_first_units(tokens, quoted, stretch, rules)
    else:
        return [Unit((skip_marks(tokens, *stretch),))]
    found = [
        each
        for unit in found
        for gapped in gapped_apart(tokens, unit, rules)
        for one in occasion(tokens, gapped, rules)
        for counted in counted_apart(tokens, one, rules)
        for infinitive in infinitives_apart(tokens, counted, rules)
        for each in detached(tokens, quoted, infinitive, rules)
    ]
    if tokens[stretch[0]].tag:
        found += taken_for_granted(tokens, stretch, rules)
    found = [_without_opener(tokens, _without_contrast(tokens, unit, rules), rules) for unit in found]
    kept = [unit for unit in found if any(token.is_word for a, b in unit.stretches for token in tokens[a:b])]
    return kept or [Unit((stretch,))]


def _without_means(tokens: list[Token], stretch: Stretch) -> Stretch:
    """A stretch without the "by" in front of a participle that is told apart: "Lee defends the fee by | saying"."""
    start, end = stretch
    last = last_word(tokens, start, end)
    apart = last + 1 < len(tokens) and tokens[last + 1].tag == "ing" and last > start + SHORTEST
    return (start, last) if apart and tokens[last].word in _MEANS else stretch


def _without_opener(tokens: list[Token], unit: Unit, rules: Rules) -> Unit:
    """An English clause that reads as a sentence without what opens it: "that Ann Lee was charged"."""
    start, end = unit.stretches[0]
    if not rules.subject_first or len(unit.stretches) > 1 or unit.parts or tokens[start].word not in _OPENERS:
        return unit
    verbs = [at for at in range(start + 1, end) if is_finite(tokens, at, rules)]
    if tokens[start].word == "when" and not of_the_past(tokens, start + 1, end, rules):
        return unit
    single = len(verbs) == 1 and not any(token.text == "," for token in tokens[start : verbs[0]])
    opens = tokens[start].tag == "sub" and tokens[start + 1].tag in {"art", "name", "noun", "pro", "num"}
    return replace(unit, stretches=((start + 1, end),)) if single and opens and verbs[0] > start + 1 else unit


def _without_contrast(tokens: list[Token], unit: Unit, rules: Rules) -> Unit:
    """A unit whose rest began with "sondern", where what that corrects is in another unit: "Er wollte | sanieren"."""
    heads, (start, end) = unit.stretches[:-1], unit.stretches[-1]
    denied = any(token.word in rules.negators for a, b in heads for token in tokens[a:b])
    if not heads or unit.parts or denied or tokens[start].word not in _CORRECTS:
        return unit
    return replace(unit, stretches=(*heads, (start + 1, end)))
