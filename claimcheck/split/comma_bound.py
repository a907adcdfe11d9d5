"""Clauses of a language where a comma stands at every subordinate clause and its verb comes last: German."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from claimcheck.split.clauses import SHORTEST, Stretch, Unit, skip_marks
from claimcheck.split.coordination import coordinated, further_predicate, participles, predicates, subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite
from claimcheck.split.word_order import reordered, verb_second

__all__ = ["comma_bound_units"]

_SUBJECT, _LONG_SUBJECT = 7, 14  # tokens before the verb of a main clause; behind a conjunction

Kind = Literal["main", "goes_on", "relative", "separable", "bound", "fragment"]


@dataclass(slots=True)
class _Segment:
    start: int
    end: int
    kind: Kind
    mark: str  # what stands before it


def comma_bound_units(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Unit]:
    """The clauses of a stretch, in text order; the stretch itself where it is not safely cut."""
    segments = _segments(tokens, quoted, stretch, rules)
    units: list[Unit] = []
    group: list[_Segment] = []
    extra: list[Unit] = []
    trails = False  # whether the unit before is a further predicate, which takes what depends on it
    for at, segment in enumerate(segments):
        if (
            (segment.kind == "main" or segment.mark == ";")
            and _closed(tokens, group, segment, rules)
            and not _leads_on(tokens, segment, rules)
        ):
            units += _close(tokens, group, rules)
            group = []
        if segment.kind == "separable" and (at == len(segments) - 1 or at == 0 or segments[at + 1].kind == "main"):
            extra.append(_subordinate(tokens, segment, rules))
            continue
        if further := _further(tokens, group, segment, segments[at - 1] if at else None, rules):
            extra += further
            trails = True
            continue
        if trails and segment.kind == "bound" and segment.mark == ",":
            extra[-1] = replace(
                extra[-1], stretches=(*extra[-1].stretches[:-1], (extra[-1].stretches[-1][0], segment.end))
            )
            continue
        trails = False
        if segment.kind == "relative" and (unit := _relative(tokens, segments, at, rules)):
            extra += _two_relatives(tokens, unit, rules)
            if _droppable(tokens, segment, unit, rules, last=at == len(segments) - 1):
                continue
        group.append(segment)
    units += _close(tokens, group, rules)
    if not any(unit.complete for unit in units):
        return [reordered(tokens, Unit((skip_marks(tokens, *stretch),)), rules)]
    units = [reordered(tokens, unit, rules) if unit.stretches[0][0] == stretch[0] else unit for unit in units]
    return sorted(units + extra, key=lambda unit: unit.stretches)


def _closed(tokens: list[Token], group: list[_Segment], segment: _Segment, rules: Rules) -> bool:
    """Whether a group has its main clause, so that a further one begins: "Als er kam, regnete es, und der Platz …"."""
    opened = bool(group) and group[0].kind == "goes_on" and not group[0].mark and group[0].start > 0  # behind "laut X"
    if opened or any(each.kind == "main" for each in group):
        return True
    joined = tokens[segment.start].word in rules.coordinators or segment.mark in {";", "–", "—"}
    return joined and len(group) > 1 and any(each.kind == "goes_on" for each in group)


def _further(
    tokens: list[Token], group: list[_Segment], segment: _Segment, before: _Segment | None, rules: Rules
) -> list[Unit]:
    """Further predicates of the clause that the group holds, where the segment is that."""
    told = segment.mark == "," and before is not None and before.kind in {"main", "goes_on"} and bool(group)
    if (
        not told
        or before is None
        or group[0].kind not in {"main", "fragment"}
        or segment.kind not in {"goes_on", "fragment"}
    ):
        return []
    ends = group[-1].end
    verb = next((at for at in range(group[0].start, ends) if is_finite(tokens, at, rules)), None)
    first = (group[0].start, group[0].end)
    return further_predicate(tokens, first, (before.start, before.end), (segment.start, segment.end), verb, rules)


def _leads_on(tokens: list[Token], segment: _Segment, rules: Rules) -> bool:
    """Whether a segment behind a colon is what the one before announces: "Ein Besuch zeigt: …"."""
    return segment.mark == ":" and is_finite(tokens, segment.start - 2, rules)


def _segments(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[_Segment]:
    start, end = stretch
    found: list[_Segment] = []
    depth, last, mark = 0, start, ""
    for at in range(start, end + 1):
        token = tokens[at] if at < end else None
        if token:
            depth += (token.text in "([") - (token.text in ")]")
        inside = token is not None and (depth > 0 or (quoted[at] and not quoted[start]))
        if token is None or (token.word in {",", ";", ":", "–", "—"} and not inside):
            a, b = skip_marks(tokens, last, at)
            if a < b:
                found.append(_Segment(a, b, _kind(tokens, a, b, mark, rules), mark))
            last, mark = at + 1, token.word if token else ""
    return found


def _kind(tokens: list[Token], start: int, end: int, mark: str, rules: Rules) -> Kind:
    first = tokens[start].word
    second = tokens[start + 1].word if start + 1 < end else ""
    final = end - 1
    while final > start and not tokens[final].is_word:
        final -= 1
    last_is_verb = not tokens[final].capital and (
        is_finite(tokens, final, rules) or tokens[final].word.endswith(("t", "en", "te"))
    )
    led = first in rules.prepositions - rules.subordinators
    placed = first in rules.place_relatives and start > 1 and tokens[start - 2].tag in {"noun", "name", "pp", "sep"}
    relative = first in rules.relatives or (led and second in rules.relatives) or placed
    infinitive = tokens[final - 1].word in rules.infinitive_marks or any(
        mark in tokens[final].word[2:-2] for mark in rules.infinitive_marks
    )
    last_is_verb = last_is_verb and not infinitive
    sure = is_finite(tokens, final, rules) or not _second_place(tokens, start, end, rules)
    if mark == "," and relative and last_is_verb and sure and end - start >= SHORTEST:
        return "relative"
    so_that = first == "so" and second in rules.that
    opens = so_that or first in rules.subordinators or (first in rules.coordinators and second in rules.subordinators)
    if opens and not (first in rules.prepositions and _second_place(tokens, start, end, rules)):
        compares = any(
            token.word in rules.worth.superlatives
            or (token.tag in {"adv", "adj"} and token.word.endswith(("er", "so")))
            for token in tokens[max(0, start - 12) : start]
        )
        holds = first in rules.separable or so_that or (first == "als" and mark == "," and not compares)
        separable = holds and final - start >= SHORTEST and is_finite(tokens, final, rules)
        return "separable" if separable and not _second_place(tokens, start, end, rules) else "bound"
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    if not verbs:
        return "fragment"
    if verbs[0] == start:
        return "goes_on"
    if first in rules.coordinators and verbs[0] == start + 1:
        return "goes_on"
    return "main" if mark in {"", ";", "–", "—", ":"} or _second_place(tokens, start, end, rules) else "goes_on"


def _second_place(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a finite verb follows the first constituent, as in a main clause."""
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    joined = tokens[start].word in rules.coordinators
    begin = start + 1 if joined else start
    reach = _LONG_SUBJECT if joined and begin < end and tokens[begin].tag in {"art", "name", "num"} else _SUBJECT
    return bool(verbs) and begin < verbs[0] <= begin + reach and verbs[0] < end - 1


def _close(tokens: list[Token], group: list[_Segment], rules: Rules) -> list[Unit]:
    """The units of the segments between two cuts."""
    if not group:
        return []
    start, end = group[0].start, group[-1].end
    if tokens[start].word in rules.coordinators and end - start > SHORTEST:
        start += 1
    if group[0].kind == "bound" and len(group) == 1:
        return [Unit(((start, end),), complete=False)]
    holes = [(one.end, other.start) for one, other in pairwise(group) if other.start - one.end > 2]
    stretches: list[Stretch] = []
    for hole in holes:
        stretches.append((start, hole[0]))
        start = hole[1]
    stretches.append((start, end))
    if len(group) == 1 and len(stretches) == 1:
        return coordinated(tokens, stretches[0], rules)
    if len(stretches) == 1 and group[0].kind == "main":
        parted = coordinated(tokens, (start, group[0].end), rules)
        if len(parted) > 1 and parted[-1].complete:
            (*heads, (a, _)) = parted[-1].stretches
            return [*parted[:-1], Unit((*heads, (a, stretches[0][1])))]
    final = group[-1]
    if final.end == end and final.kind == "goes_on" and (subject := _owner(tokens, group, rules)):
        first, rest = participles(tokens, (final.start, final.end), subject, rules)
        if rest:
            stretches[-1] = (stretches[-1][0], first[1])
            return [Unit(tuple(stretches)), *rest]
    one, *others = predicates(tokens, (final.start, final.end), rules)
    if others and final.end == end and final.kind in {"goes_on", "main"} and (subject := _owner(tokens, group, rules)):
        stretches[-1] = (stretches[-1][0], one[1])
        return [Unit(tuple(stretches)), *(Unit((subject, other)) for other in others)]
    complete = any(segment.kind in {"main", "goes_on"} for segment in group)
    return [Unit(tuple(stretches), complete=complete)]


def _owner(tokens: list[Token], group: list[_Segment], rules: Rules) -> Stretch | None:
    """The subject of the last segment of a group: in front of it, or behind its verb where that comes first."""
    final = group[-1]
    verb = next((at for at in range(final.start, final.end) if is_finite(tokens, at, rules)), final.start)
    if final.kind == "main":
        return subject_of(tokens, final.start, verb, final.end, rules)
    if tokens[final.start].tag != "fin":
        return None
    if group[0].kind == "fragment" and tokens[group[0].start].tag in {"art", "name", "noun"}:
        return (group[0].start, group[0].end)
    return subject_of(tokens, final.start, verb, final.end, rules)


def _subordinate(tokens: list[Token], segment: _Segment, rules: Rules) -> Unit:
    """A clause behind "weil" or "nachdem" as a main clause: its verb behind its first noun phrase, if that is sure."""
    start, end = segment.start + 1 + (tokens[segment.start + 1].word in rules.that), segment.end
    return verb_second(tokens, start, end, rules) or Unit(((start, end),), complete=False)


def _relative(tokens: list[Token], segments: list[_Segment], at: int, rules: Rules) -> Unit | None:
    """A relative clause with the noun phrase it belongs to; None where that cannot be told."""
    segment = segments[at]
    noun = segment.start - 2  # before the comma
    if noun < 0 or at == 0 or segments[at - 1].kind == "relative":
        return None
    while noun > segments[at - 1].start and tokens[noun].text in '”“"»«)':
        noun -= 1
    last = segment.start - 1
    if noun > segments[at - 1].start and tokens[noun].tag in {"pp", "inf", "izu", "sep"}:  # "hat … vorgeschlagen, der"
        while noun > segments[at - 1].start and tokens[noun].tag in {"pp", "inf", "izu", "sep", "fin", "to"}:
            noun -= 1
        while noun > segments[at - 1].start and tokens[noun].text in '”“"»«)':
            noun -= 1
        last = noun + 1
    begin = noun
    while begin > segments[at - 1].start and tokens[begin].is_word and tokens[begin].word not in rules.determiners:
        if is_finite(tokens, begin, rules) or tokens[begin].word in rules.prepositions:
            begin += 1
            break
        begin -= 1
    if tokens[begin].word in rules.prepositions:
        begin += 1
    counted = [at for at in range(begin + 1, noun) if tokens[at].text[:1].isdigit()]
    begin = counted[-1] if counted and tokens[begin].tag != "art" else begin
    if begin == noun and tokens[noun].text[:1].isdigit():  # "einer Untersuchung von 2019, die"
        while begin > segments[at - 1].start and tokens[begin - 1].tag in {"prep", "noun", "adj", "art"}:
            begin -= 1
            if tokens[begin].tag == "art":
                break
    vague = tokens[begin].word.startswith("ein") and segment.end - segment.start <= SHORTEST + 1
    pronoun = tokens[segment.start + (tokens[segment.start].word in rules.prepositions)].word
    if tokens[begin].word in rules.agreement.get(pronoun, frozenset()):
        return None
    if any(token.word in rules.negations for token in tokens[begin:noun]):
        return None
    if vague or begin > noun or not (tokens[noun].capital or tokens[noun].text[:1].isdigit()) or noun - begin > 8:
        return None
    stretches = ((begin, last), (segment.start, segment.end))
    parts = (stretches[0], ", ", stretches[1])
    return Unit(stretches, parts=parts, presupposed=True, complete=False)


def _two_relatives(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """A relative clause as two where "und" joins two that each have their verb: "das es plant und die Stadt baut"."""
    head, (start, end) = unit.stretches
    for at in range(start + SHORTEST, end - SHORTEST):
        plural = tokens[at - 1].tag == "inf" and tokens[end - 2].tag != "inf"
        final = is_finite(tokens, end - 1, rules) or (tokens[end - 1].tag == "pp" and is_finite(tokens, at - 1, rules))
        both = (is_finite(tokens, at - 1, rules) or plural) and final
        if tokens[at].word in rules.coordinators and both:
            return [replace(unit, stretches=(head, each), parts=()) for each in ((start, at), (at + 1, end))]
    return [unit]


def _droppable(tokens: list[Token], segment: _Segment, unit: Unit, rules: Rules, *, last: bool) -> bool:
    """Whether a main clause still holds without the relative clause: nothing denied or counted, the noun known."""
    main = tokens[max(0, segment.start - 30) : segment.start - 1]
    if (
        not main
        or not (main[-1].capital or main[-1].tag in {"sep", "pp", "inf"})
        or any(token.word in rules.negations for token in main)
    ):
        return False
    begin = tokens[unit.stretches[0][0]]
    return last or begin.word in rules.definite or "name" in {begin.tag, main[-1].tag}
