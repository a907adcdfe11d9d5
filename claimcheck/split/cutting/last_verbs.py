"""The finite verb at the end of a German clause, and how it reads at the second place of a main clause."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.de_particles import BASES, FURTHER_PARTICLES, LOOSE_PARTICLES, UNPARTED
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tagging import particle_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["final_verb", "parted_verb"]

_MODALS = words("können müssen dürfen sollen wollen mögen lassen")
_HAVING = words("hat habe haben hatte hatten hätte hätten")
_LISTED = frozenset({"noun", "name", "adj", "num", "conj", ""})
_DAYS = words("anfang mitte ende im am")


def final_verb(tokens: list[Token], start: int, end: int, rules: Rules, *, lists: bool = False) -> int | None:
    """Where the finite verb at the end of a clause stands, before infinitives too; None where none does.

    ``lists``: commas may stand in the clause where they only part what is listed.
    """
    final = end - 1
    while final > start and not tokens[final].is_word:
        final -= 1
    if (helping := _before_infinitives(tokens, start, final)) is not None:
        final = helping
    verb = final
    last = tokens[final].word in rules.auxiliaries and tokens[final - 1].tag == "pp"
    last = last or (tokens[final].tag == "inf" and tokens[final - 1].tag not in {"to", "inf", "pp"})
    last = last and not any(token.tag == "fin" for token in tokens[start:final])  # "dass sie geschlossen werden"
    if last and tokens[final].tag == "inf" and _two_verbs(tokens, start, final):
        return None  # "die alt sind | fühlen und sich nun verbünden"
    while not last and verb > start and tokens[verb].tag in {"inf", "pp", "izu"} and not is_finite(tokens, verb, rules):
        verb -= 1
    if not last and _is_alone(tokens, start, final, rules):
        verb, last = final, True
    if tokens[verb].capital or not (
        last or is_finite(tokens, verb, rules) or tokens[verb].word in rules.auxiliaries | rules.subjunctive
    ):
        return None
    if any(token.text in {":", ";", "–", "—"} for token in tokens[start:verb]):
        return None
    if tokens[verb - 1].word in rules.infinitive_marks and verb == end - 1:
        return None  # "zu rauchen"
    commas = [at for at in range(start, verb) if tokens[at].text == "," and not _of_a_date(tokens, at, rules)]
    if commas and not (lists and _is_list(tokens, commas, verb, rules)):
        return None
    before = any(is_finite(tokens, at, rules) and tokens[at].tag == "fin" for at in range(start, verb))
    return None if before else verb


def _two_verbs(tokens: list[Token], start: int, final: int) -> bool:
    """Whether another verb stands before "und", so that a plural at the end has a clause of its own."""
    return any(tokens[at].tag == "conj" and tokens[at - 1].tag == "inf" for at in range(start + 1, final))


def _before_infinitives(tokens: list[Token], start: int, final: int) -> int | None:
    """Where "haben" stands before its infinitives: "haben warten müssen", "hätte gebaut werden dürfen"."""
    at = final - 1
    while at > start and tokens[at].tag in {"inf", "pp", "izu"} and not tokens[at].word.startswith("hätt"):
        at -= 1
    had = tokens[at].word in _HAVING and final - at > 1
    return at if had and tokens[final].word in _MODALS and tokens[final - 1].tag == "inf" else None


def _is_alone(tokens: list[Token], start: int, final: int, rules: Rules) -> bool:
    """Whether a clause has no other verb than a last word that looks like a participle or an infinitive.

    "dass Korrenien den Plan befürwortet", "dass Firmen Geld erhalten", "dass 300 Hektar verloren gehen"; not the first
    half of "saniert und verkauft werden".
    """
    word, tag = tokens[final].word, tokens[final].tag
    helping = rules.auxiliaries | rules.subjunctive
    if any(token.tag == "fin" or token.word in helping for token in tokens[start:final]):
        return False
    if final + 1 < len(tokens) and tokens[final + 1].word in rules.coordinators:
        return False
    if tag == "inf":
        return tokens[final - 1].tag in {"pp", "inf"}
    joined = any(word.startswith(f"{each}ge") for each in (*rules.particles, *FURTHER_PARTICLES, *LOOSE_PARTICLES))
    return tag == "pp" and word.endswith(("t", "en")) and not word.startswith("ge") and not joined


def _is_list(tokens: list[Token], commas: list[int], verb: int, rules: Rules) -> bool:
    """Whether commas only stand in a list: "von Lärm, Staub und Gestank", "teuer, aber nötig"."""
    linked = any(token.word in rules.coordinators | {"aber", "sondern"} for token in tokens[commas[-1] + 1 : verb])
    verbal = any(token.tag in {"rel", "sub", "to", "izu"} for token in tokens[commas[0] : verb])
    opens = all(tokens[at + 1].tag in _LISTED or tokens[at + 1].word in {"aber", "sondern"} for at in commas)
    return linked and opens and not verbal and not any(is_finite(tokens, at, rules) for at in range(commas[0], verb))


def _of_a_date(tokens: list[Token], comma: int, rules: Rules) -> bool:
    """Whether a comma only sets off a date: "am Freitag, dem 7. April, in"."""
    after = [token.word for token in tokens[comma + 1 : comma + 3]]
    before = [token.word for token in tokens[max(0, comma - 2) : comma]]
    dated = len(before) == 2 and before[1] in rules.months and before[0] in {".", *_DAYS}
    opens = len(after) == 2 and after[0] in {"dem", "den"} and after[1][:1].isdigit()
    beside = tokens[comma - 1 : comma + 2 : 2]
    if all(token.tag == "name" and token.capital for token in beside):
        return True  # "in Raqqa, Syrien"
    return opens or dated


def parted_verb(tokens: list[Token], verb: int, rules: Rules) -> tuple[Stretch | str, ...] | None:
    """A verb at its new place, with the particle it leaves behind: "angehört" → "gehört … an"; None if unsure."""
    word = tokens[verb].word
    if word in rules.auxiliaries:
        return ((verb, verb + 1),)
    if word in UNPARTED:
        return ((verb, verb + 1),)
    if rules.particles and (particle := particle_of(tokens[verb].text)):
        again = "wieder " if particle.startswith("wieder") and particle != "wieder" else ""  # "stellte … wieder her"
        return (f" {tokens[verb].text.removeprefix(particle)} ", f" {again}{particle.removeprefix(again.strip())} ")
    particles = (*rules.particles, *FURTHER_PARTICLES) if rules.particles else ()
    for particle in sorted((*particles, *LOOSE_PARTICLES), key=len, reverse=True):
        base = word.removeprefix(particle)
        if base != word and base in BASES:
            return (f" {base} ", f" {particle} ")
    return None if word.startswith(particles) and word not in rules.finite_verbs else ((verb, verb + 1),)
