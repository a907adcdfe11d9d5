"""What a stretch of a sentence is cut into: clauses that each say one thing, or the stretch as it is.

Faithful before atomic: a cut is made only where both sides have a subject and a finite verb of their own, where the
subject is plainly shared, or at a relative clause. Conditions stay with what depends on them.
"""

from dataclasses import dataclass

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import CURRENCY, Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["LONGEST", "SHORTEST", "Stretch", "Unit", "has_clause", "last_word", "skip_marks"]

SHORTEST = 3  # words a clause has at least
LONGEST = 160  # tokens of a sentence that is still cut

_OPENS = f'"“„«»‘‚([#+-{CURRENCY}'
_CLOSES = f'"”“»«’)]%{CURRENCY}'

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause: its stretches of tokens in text order, and the words it takes to read alone.

    ``parts`` is the order in which to read it, where that is not the order of the text; a string is a word put in.
    ``presupposed``: the sentence takes it for granted. ``narrows``: it only says which of several is meant, without a
    comma. ``complete``: it reads as a sentence. ``around``: the clause to read where it does not.
    """

    stretches: tuple[Stretch, ...]
    parts: tuple[Stretch | str, ...] = ()
    presupposed: bool = False
    narrows: bool = False
    complete: bool = True
    around: Stretch | None = None

    def holds(self, cue: Stretch | None) -> bool:
        """Whether a cue begins in it."""
        return cue is not None and any(a <= cue[0] < b for a, b in self.stretches)


def has_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a stretch has a finite verb and enough words to say something."""
    stretch = tokens[start:end]
    return sum(token.is_word for token in stretch) >= SHORTEST and bool(verb_positions(stretch, rules))


def last_word(tokens: list[Token], start: int, end: int) -> int:
    """The place of the last word of a stretch; that of its first token where it has none."""
    last = end - 1
    while last > start and not tokens[last].is_word:
        last -= 1
    return last


def skip_marks(tokens: list[Token], start: int, end: int) -> Stretch:
    """The stretch without marks at its ends, but for brackets and quotation marks that belong to it."""
    while start < end and not tokens[start].is_word and tokens[start].text not in _OPENS:
        start += 1
    while end > start and not tokens[end - 1].is_word and tokens[end - 1].text not in _CLOSES:
        if tokens[end - 1].text == "'" and any(token.text == "'" for token in tokens[start : end - 1]):
            break  # it closes what was opened inside
        end -= 1
    return start, end
