"""Lists whose commas part no clauses of a German sentence: in a relative clause, of verbs, in front of the verb."""

from claimcheck.split.cutting.relative_clauses import Segment
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["lists", "lists_on", "lists_verbs", "opens_list"]

_LISTED = 3  # tokens of a relative pronoun and the first of a list
_OBLIQUE = frozenset({"dem", "den", "der", "einem", "einen", "einer"})


def lists(tokens: list[Token], before: Segment, start: int, end: int, rules: Rules) -> bool:
    """Whether a comma only stands in a list in a relative clause: "die Tugend, Gesetz und Ordnung predigt"."""
    opens = before.mark == "," and before.kind == "fragment" and tokens[before.start].word in rules.relatives
    short = before.end - before.start <= _LISTED and tokens[before.end - 1].tag == "noun"
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    plain = tokens[start].tag in {"noun", "adj"} and verbs == [last_word(tokens, start, end)]
    return opens and short and plain and any(token.tag == "conj" for token in tokens[start:end])


def lists_on(tokens: list[Token], before: Segment, start: int, end: int, rules: Rules) -> bool:
    """Whether a list goes on in a relative clause, up to its verb: "das Geld des Bundes, der Stadt und … erhält"."""
    last = last_word(tokens, start, end)
    opened = tokens[before.start].tag == "rel" and before.kind in {"bound", "fragment"}
    opened = opened and not is_finite(tokens, last_word(tokens, before.start, before.end), rules)
    phrase = start < last and tokens[start].tag == "art" and tokens[start + 1].tag in {"noun", "name", "adj"}
    joined = any(tokens[at].word in rules.coordinators for at in range(start, last))
    return opened and phrase and joined and first_finite(tokens, start, end, rules) == last


def opens_list(tokens: list[Token], found: list[Segment], stretch: Stretch, rules: Rules) -> int | None:
    """Which segment begins the list that a main clause has in front: "Mit dem Rat, dem Chor und der Schule lud er"."""
    verb = first_finite(tokens, *stretch, rules)
    if tokens[stretch[0]].word not in _OBLIQUE or verb is None:
        return None
    if not any(tokens[at].word in rules.coordinators for at in range(stretch[0], verb)):
        return None
    at = len(found) - 1
    while at > 0 and found[at].kind == "fragment" and found[at].mark == "," and tokens[found[at].start].tag == "art":
        at -= 1
    opens = at >= 0 and found[at].kind == "fragment" and tokens[found[at].start].tag == "prep"
    return at if opens else None


def lists_verbs(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool:
    """Whether a comma stands in a list of verbs with one object: "kauft, saniert und vermietet drei Häuser"."""
    if tokens[at].text != "," or at + 3 >= end or at <= start or tokens[start].word in rules.subordinators:
        return False
    second = is_finite(tokens, at + 1, rules) or (tokens[at + 1].tag == "pp" and tokens[at + 1].word.endswith("t"))
    verbs = is_finite(tokens, at - 1, rules) and second and is_finite(tokens, at + 3, rules)
    return verbs and tokens[at + 2].word in rules.coordinators and all(token.is_word for token in tokens[start:at])
