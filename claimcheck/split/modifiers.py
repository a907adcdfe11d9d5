"""What a clause says beside its main point: appositions, participles, relative clauses, a comparison put behind.

Each becomes a claim of its own together with the noun phrase it belongs to, and is taken out of the clause where that
still holds without it. Needs tagged tokens; without tags a clause stays as it is.
"""

from claimcheck.split.clauses import SHORTEST, Stretch, Unit, has_clause, skip_marks
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.nouns import noun_phrase_before
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["detached"]

_MARKS = frozenset(",;:–—()")
_NOMINAL = frozenset({"noun", "name", "num"})
_FRAGMENT = 4  # words that something put behind a comma has at least
_PARTICIPLE = 4


def detached(tokens: list[Token], quoted: list[bool], unit: Unit, rules: Rules) -> list[Unit]:
    """The unit without what it says beside its main point, and each of those as a unit, in text order.

    Only units of one stretch that read as they stand are taken apart.
    """
    if len(unit.stretches) > 2 or (unit.parts and len(unit.parts) != len(unit.stretches)):
        return [unit]
    start, end = unit.stretches[-1]
    if end - start < 2 * SHORTEST or not any(token.tag for token in tokens[start:end]):
        return [unit]
    found: list[Unit] = []
    holes: list[Stretch] = []
    at = start + 1
    while at < end:
        place = _modifier(tokens, quoted, start, at, end, rules)
        if place is None:
            at += 1
            continue
        heads, body, hole = place
        found.append(Unit((*heads, body), presupposed=True, complete=False))
        if hole and _holds(tokens, start, hole, rules):
            holes.append(hole)
        at = body[1]
    if not found:
        return [unit]
    rest = _without(tokens, (start, end), holes)
    stretches = (*unit.stretches[:-1], *rest)
    if not holes or not any(has_clause(tokens, a, b, rules) for a, b in _joined(tokens, stretches)):
        return [unit, *found]
    main = Unit(stretches, presupposed=unit.presupposed, complete=unit.complete)
    return [main, *found]


def _joined(tokens: list[Token], stretches: tuple[Stretch, ...]) -> list[Stretch]:
    """The stretch from the first to the last of them: whether a clause is left is asked of all its words."""
    words = sum(token.is_word for a, b in stretches for token in tokens[a:b])
    return [(stretches[0][0], stretches[-1][1])] if words >= SHORTEST else []


def _without(tokens: list[Token], stretch: Stretch, holes: list[Stretch]) -> tuple[Stretch, ...]:
    start, end = stretch
    kept = []
    for a, b in holes:
        kept.append(skip_marks(tokens, start, a))
        start = b
    kept.append(skip_marks(tokens, start, end))
    return tuple((a, b) for a, b in kept if a < b and any(token.is_word for token in tokens[a:b]))


def _holds(tokens: list[Token], start: int, hole: Stretch, rules: Rules) -> bool:
    """Whether the clause still holds without what stands in the hole: nothing before it is denied or counted out."""
    return not any(token.word in rules.negations for token in tokens[start : hole[0]])


Place = tuple[tuple[Stretch, ...], Stretch, Stretch | None]


def _modifier(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What begins at ``at``: the noun phrase it belongs to, its own place, and what to take out of the clause."""
    if quoted[at] != quoted[start]:
        return None
    behind_comma = tokens[at - 1].text in {",", "–", "—"}
    if rules.clauses is Clauses.SUBJECT_FIRST:
        if place := _relative(tokens, quoted, start, at, end, rules):
            return place
        if place := _participle(tokens, quoted, start, at, end, rules):
            return place
    if not behind_comma:
        return None
    return _apposition(tokens, quoted, start, at, end, rules) or _fragment(tokens, quoted, start, at, end, rules)


def _stop(tokens: list[Token], quoted: list[bool], at: int, end: int) -> int:
    """Where a stretch that begins at ``at`` is over: at a mark that no list runs across, else at the end."""
    depth = 0
    for j in range(at, end):
        depth += (tokens[j].text == "(") - (tokens[j].text == ")")
        if depth < 0:
            return j
        if tokens[j].text in _MARKS - {"(", ")"} and not depth and quoted[j] == quoted[at] and not _listed(tokens, j, end):
            return j
    return end


def _listed(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma parts the members of a list: "doctors, lawyers, and officers"."""
    if tokens[comma].text != ",":
        return False
    if comma + 1 < end and tokens[comma + 1].tag == "conj":
        return comma + 2 < end and tokens[comma + 2].tag in _NOMINAL | {"adj", "art"} and not _verb_soon(tokens, comma + 2, end)
    limit = min(end, comma + 6)
    for j in range(comma + 1, limit):
        if tokens[j].tag not in _NOMINAL | {"adj", "art", "conj"} and tokens[j].text != ",":
            return False
        if tokens[j].tag == "conj" or tokens[j].text == ",":
            return j > comma + 1 and (tokens[j].tag == "conj" or _listed(tokens, j, end))
    return False


def _verb_soon(tokens: list[Token], at: int, end: int) -> bool:
    for token in tokens[at : min(end, at + 5)]:
        if token.tag in {"fin", "rel", "sub"}:
            return token.tag == "fin"
    return False


def _relative(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A relative clause behind its noun: "a network that sold …", "a hunter whose remains were found"."""
    word = tokens[at].word
    if word not in rules.relatives | {"where"} or not (word in {"whose", "where"} or tokens[at].tag in {"rel", "sub", "art"}):
        return None
    noun = at - 1 if tokens[at - 1].text in {",", "–", "—"} else at
    head = noun_phrase_before(tokens, start, noun, rules)
    if head is None:
        return None
    first = at + 1
    while first < end and tokens[first].tag == "adv":
        first += 1
    subject = word in {"who", "which", "that"} and first < end and is_finite(tokens, first, rules)
    own = word in {"whose", "where"} and any(is_finite(tokens, j, rules) for j in range(at + 1, min(end, at + 8)))
    if not subject and not own:
        return None
    stop = _main_verb(tokens, first + 1 if subject else at + 1, _stop(tokens, quoted, at + 1, end), rules, after=0 if subject else 1)
    if stop - at <= SHORTEST or (noun == at and _needed(tokens, start, head, stop, end, rules)):
        return None
    hole = (noun, stop + (stop < end and tokens[stop].text in {",", "–", "—"} and noun < at))
    return ((head,), (at, stop), hole)


def _needed(tokens: list[Token], start: int, head: Stretch, stop: int, end: int, rules: Rules) -> bool:
    """Whether a clause says nothing without it: "They are the men who …", or a subject whose verb cannot be found."""
    verbs = [j for j in range(start, head[0]) if is_finite(tokens, j, rules)]
    if not verbs:
        generic = tokens[head[0]].tag in {"noun", "adj"}  # "Residents who are on a lease can …"
        return stop >= end or generic
    return verbs[-1] == head[0] - 1 and tokens[verbs[-1]].word in rules.auxiliaries


def _main_verb(tokens: list[Token], at: int, stop: int, rules: Rules, *, after: int) -> int:
    """Where the clause around a relative clause goes on: at the finite verb that is one too many."""
    seen, open_aux = 0, tokens[at - 1].word in rules.auxiliaries
    for j in range(at, stop):
        open_aux = (open_aux or tokens[j].word in rules.auxiliaries) and tokens[j].tag not in {"pp", "inf", "ing"}
        if open_aux and tokens[j].word not in rules.auxiliaries and tokens[j].tag == "fin":  # "were on Monday found"
            open_aux = False
            continue
        follows = tokens[j + 1].tag == "fin" if j + 1 < stop else False
        if tokens[j].tag in {"sub", "rel"} or tokens[j].word in rules.relatives or (tokens[j].tag == "conj" and follows):
            after += 1
            continue
        if tokens[j].tag == "fin" and is_finite(tokens, j, rules) and tokens[j - 1].word not in rules.auxiliaries:
            seen += 1
            if seen > after:
                return j
    return stop


def _participle(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A participle behind a noun or a comma: "a ring catering to …", "…, killing two"."""
    first = at
    while first < end and tokens[first].tag == "adv" and first - at < 2:
        first += 1
    if first >= end or tokens[first].tag not in {"ing", "pp"} or is_finite(tokens, first, rules):
        return None
    before = tokens[at - 1]
    comma = before.text in {",", "–", "—"}
    if not comma and before.tag not in {"noun", "name"}:
        return None
    if any(each.word in rules.auxiliaries and each.tag == "fin" for each in tokens[max(start, at - 3) : at]) and not comma:
        return None
    stop = _stop(tokens, quoted, first + 1, end)
    stop = _main_verb(tokens, first + 1, stop, rules, after=0)
    inner = (j for j in range(first + 2, stop) if _relative(tokens, quoted, start, j, end, rules))
    stop = next(inner, stop)
    if sum(token.is_word for token in tokens[at:stop]) < _PARTICIPLE:
        return None
    noun = at - 1 if comma else at
    fin = next((j for j in range(start, noun) if is_finite(tokens, j, rules)), None)
    if comma and fin is not None and tokens[first].tag == "ing":
        head: Stretch | None = noun_phrase_before(tokens, start, fin, rules)
    else:
        head = noun_phrase_before(tokens, start, noun, rules)
    if head is None or (not comma and _needed(tokens, start, head, stop, end, rules)):
        return None
    return ((head,), (at, stop), (noun, stop + (comma and stop < end and tokens[stop].text == ",")))


def _apposition(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A noun phrase between commas that describes the one before it: "Jane Doe, the head of the board, …"."""
    noun = at - 1
    if tokens[noun - 1].tag not in _NOMINAL and tokens[noun - 1].text not in {"”", "“", ")", "»", '"'}:
        return None
    stop = _stop(tokens, quoted, at, end)
    words = [token for token in tokens[at:stop] if token.is_word]
    opens = tokens[at].word in rules.determiners and tokens[at].tag in {"art", "num", "pro", ""}
    if not opens or len(words) < SHORTEST or any(is_finite(tokens, j, rules) for j in range(at, stop)):
        return None
    closed = stop >= end or tokens[stop].text in {",", "–", "—"}
    goes_on = stop + 1 < end and tokens[stop + 1].tag == "conj"
    head = noun_phrase_before(tokens, start, noun, rules)
    if head is None or not closed or goes_on or _members(tokens, at, stop, rules):
        return None
    return ((head,), (at, stop), (noun, stop + (stop < end)))


def _members(tokens: list[Token], at: int, stop: int, rules: Rules) -> bool:
    """Whether a phrase is the end of a list: "the mayor, the council and the board"."""
    conj = next((j for j in range(at, stop) if tokens[j].tag == "conj"), None)
    if conj is None or conj + 1 >= stop:
        return False
    return not any(tokens[j].tag == "prep" or tokens[j].word in rules.genitives for j in range(at, conj))


def _closes_apposition(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether the comma before ``at`` only ends a name put between commas: "the chairman, Douglas Wray, on …"."""
    opens = next((j for j in range(at - 2, start, -1) if tokens[j].text in {",", "–", "—"}), None)
    return opens is not None and at - opens < 12 and not any(is_finite(tokens, j, rules) for j in range(opens, at))


def _fragment(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A comparison or an adverbial put behind a clause: "…, up from 88 a year ago", "…, nach 125 Millionen im Vorjahr"."""
    if tokens[at].tag not in {"prep", "adv", "num"} or tokens[at].word in rules.relatives | rules.subordinators - rules.prepositions:
        return None
    stop = _stop(tokens, quoted, at, end)
    words = [token for token in tokens[at:stop] if token.is_word]
    number = any(token.tag == "num" or token.text[:1].isdigit() or token.word in rules.number_words for token in words)
    verbal = any(tokens[j].tag in {"to", "izu", "inf"} or is_finite(tokens, j, rules) for j in range(at, stop))
    if stop < end or verbal or _closes_apposition(tokens, start, at, rules):
        return None
    if len(words) < (_FRAGMENT if number else _FRAGMENT + 2) or not any(token.tag in _NOMINAL for token in words):
        return None
    fin = next((j for j in range(start, at - 1) if is_finite(tokens, j, rules)), None)
    if fin is None or (not number and tokens[at].tag != "prep"):
        return None
    head = noun_phrase_before(tokens, start, fin, rules)
    inverted = rules.clauses is Clauses.COMMA_BOUND and fin + 1 < at and tokens[fin + 1].tag in {"art", "name", "pro"}
    if head is None or head[0] != start or inverted:
        head = (fin, at - 1) if tokens[start].tag != "prep" or fin == start else (start, fin)
    return ((head,), (at, stop), (at - 1, stop))
