"""With which words a clause that is no sentence reads: those of its statement, or of its whole sentence.

Faithful before atomic: a German clause behind "dass" that could not be put in the order of a main clause keeps the
words that say who says it.
"""

from dataclasses import dataclass

from claimcheck.records import Span
from claimcheck.split.languages import Rules
from claimcheck.split.speech.left_out import from_source
from claimcheck.split.speech.statements import Sentence, Statement
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["Around", "dangles", "read_around"]

_FEW = 2  # words


@dataclass(frozen=True, slots=True)
class Around:
    """The words a clause reads with; ``source``: where "laut X" stands in them, which is left out."""

    stretch: Stretch | None
    whole: bool = False  # they are read in its stead
    told: bool = False  # they say who says it
    source: Span | None = None


def read_around(
    sentence: Sentence,
    unit: Unit,
    statement: Statement,
    source: Span | None,
    rules: Rules,
    *,
    verbal: bool,
    alone: bool,
) -> Around:
    """The words around a clause; ``verbal``: it has a verb, ``alone``: it is a sentence."""
    tokens = sentence.tokens
    told = rules.comma_bound and tokens[max(0, unit.stretches[0][0] - 1)].word in rules.that
    if dangles(tokens, unit, rules):
        return Around((0, len(tokens)), whole=True, told=True)
    verbal = verbal or (len(unit.stretches) > 1 and _is_related(tokens, unit))
    around = unit.around or (statement.stretch if verbal or told or _hangs(tokens, unit) else None)
    if around is None or alone:
        return Around(around, source=source)
    if rules.comma_bound and around[0] > 0 and tokens[around[0] - 1].word in rules.that:
        cut = sentence.quoted[0] or sentence.quoted[-1]  # one half of the quotation marks may be missing
        return Around(around, source=source) if cut else Around((0, len(tokens)), whole=True, told=True)
    if sum(token.is_word for token in tokens[slice(*around)]) <= _FEW:
        return Around(around, source=source)
    fronted = from_source(tokens, around, statement, rules)
    return Around(around, whole=True, source=source) if around == fronted else Around(fronted, whole=True)


def dangles(tokens: list[Token], unit: Unit, rules: Rules) -> bool:
    """Whether a relative clause stands behind its frame: "wie aus der Statistik hervorgeht, | die im Mai erschien"."""
    (start, end), *others = unit.stretches
    if others or unit.parts or unit.around or not rules.comma_bound:
        return False
    return tokens[start].tag == "rel" and is_finite(tokens, end - 1, rules)


def _is_related(tokens: list[Token], unit: Unit) -> bool:
    """Whether the last stretch of a unit is a relative clause, whose verb may look like none: "die … mitfinanziert"."""
    start = unit.stretches[-1][0]
    led = start + (tokens[start].tag == "prep" and start + 1 < len(tokens))
    return tokens[led].tag == "rel"


def _hangs(tokens: list[Token], unit: Unit) -> bool:
    """Whether a fragment hangs on the clause before: "for not using the brakes", which says nothing by itself."""
    first = tokens[unit.stretches[0][0]]
    return len(unit.stretches) == 1 and not unit.parts and first.tag in {"prep", "adv", "ing", "pp", "sub"}
