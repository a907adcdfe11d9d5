"""A clause of a sentence as it is drafted: its place and words, who says it, and how much of a sentence it is."""

from dataclasses import dataclass
from datetime import date

from claimcheck.records import Assertion, Block, Span
from claimcheck.split.cutting.word_order import verb_first
from claimcheck.split.languages import Rules
from claimcheck.split.reference.references import Reference
from claimcheck.split.speech.left_out import behind_source, says_something
from claimcheck.split.speech.statements import Sentence, Statement
from claimcheck.split.wording.alone import place
from claimcheck.split.wording.around import Around, dangles
from claimcheck.split.wording.links import without_front_link
from claimcheck.split.wording.rewrite import Wording
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["Clause", "Place", "Worded", "read_clause", "read_link"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where clauses stand: their block and sentence, the sentence before, and what the sentence's words refer to."""

    block: Block
    sentence: Sentence
    before: str | None
    references: list[Reference]
    published: date | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its statement.

    ``spans`` and ``tokens``: where it stands, and its words. ``complete``: it reads as a sentence. ``verbal``: it has a
    verb. ``governed``: a verb of saying stands outside it. ``act``: an act of speaking is what it tells.
    """

    at: Place
    statement: Statement
    unit: Unit
    spans: tuple[Span, ...]
    tokens: list[Token]
    complete: bool
    verbal: bool
    governed: bool
    act: bool

    @property
    def quoted(self) -> bool:
        """Whether its words are the speaker's own."""
        return self.statement.assertion is Assertion.QUOTED

    @property
    def presupposed(self) -> bool:
        """Whether the outlet takes for granted what it says."""
        return self.unit.presupposed and self.statement.assertion is Assertion.ASSERTED

    def says_something(self, rules: Rules) -> bool:
        """Whether anything is left to claim: more than who says it, or when."""
        return bool(self.spans) and says_something(self.tokens, rules)


@dataclass(frozen=True, slots=True)
class Worded:
    """How a clause reads alone: its text, what was put in or left open, the words around it, and its unit as worded."""

    text: str
    wording: Wording
    around: Around
    unit: Unit

    @property
    def instead(self) -> Stretch | None:
        """The words that are read in its stead, where it is no sentence; None where it reads by its own."""
        return self.around.stretch if self.around.whole else None


def read_clause(text: str, at: Place, statement: Statement, unit: Unit, rules: Rules) -> Clause:
    """A unit of a sentence with what its statement and its words make of it."""
    within = at.sentence.tokens
    tokens = [token for a, b in unit.stretches for token in within[a:b]]
    verbal = bool(verb_positions(tokens, rules))
    governed = statement.cue is not None and statement.assertion is not Assertion.ASSERTED
    bare = governed and rules.finite_verbs and not verbal and not unit.parts
    return Clause(
        at,
        statement,
        unit,
        tuple(span for stretch in unit.stretches if (span := place(text, within, stretch))),
        tokens,
        complete=unit.complete and not bare and not dangles(within, unit, rules),
        verbal=verbal,
        governed=governed,
        act=statement.act and statement.assertion is not Assertion.QUOTED and unit.holds(statement.cue),
    )


def read_link(clause: Clause, source: Span | None, rules: Rules) -> tuple[Unit, Stretch | None]:
    """A clause's unit as it reads without its link to the sentence before, and where that link stands.

    ``source``: where "laut X" stands in it, which is left out as well.
    """
    tokens, unit = clause.at.sentence.tokens, clause.unit
    if not rules.comma_bound or not clause.complete or clause.at.sentence.question:
        return unit, None
    start = behind_source(tokens, unit, source)
    return without_front_link(tokens, verb_first(tokens, unit, start, rules), start, rules)
