"""Clauses of a language where a comma stands at every subordinate clause and its verb comes last: German."""

from dataclasses import replace
from itertools import pairwise

from claimcheck.split.cutting.coordination import coordinated, further_predicate, participles, predicates, subject_of
from claimcheck.split.cutting.headings import behind_heading
from claimcheck.split.cutting.relative_clauses import (
    Segment,
    awaits_infinitive,
    chained,
    droppable,
    is_infinitive,
    relative_clause,
    two_relatives,
)
from claimcheck.split.cutting.restrictive import of_bare_several, only_exists, restricts
from claimcheck.split.cutting.segments import find_segments, is_inside
from claimcheck.split.cutting.side_by_side import has_subject
from claimcheck.split.cutting.word_order import before_a_clause, reordered, verb_second
from claimcheck.split.languages import Rules
from claimcheck.split.languages.word_lists import words
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, first_finite, is_finite, says

__all__ = ["comma_bound_units"]

_LIGHT = frozenset({"adv", "conj"})
_ARGUMENTS = frozenset({"argument", "begründung", "hinweis", "worten", "vorwurf", "verweis"})
_FACTS = frozenset({"tatsache", "umstand"})
_ASKED = frozenset({"sollte", "sollten", "müsste", "müssten", "könnte", "könnten", "dürfte", "dürften"})
_ADDED = words("jedoch aber zudem außerdem auch dagegen hingegen")  # in a second "dass" clause


def comma_bound_units(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Unit]:
    """The clauses of a stretch, in text order; the stretch itself where it is not safely cut."""
    stretch = (behind_heading(tokens, *stretch, rules), stretch[1])
    if again := _said_too(tokens, stretch, rules):
        parts = ((stretch[0], again), (again + 2, stretch[1]))
        return [unit for part in parts for unit in comma_bound_units(tokens, quoted, part, rules)]
    segments = find_segments(tokens, quoted, stretch, rules)
    if _argues(tokens, segments):
        return comma_bound_units(tokens, quoted, (segments[1].start, stretch[1]), rules)
    units: list[Unit] = []
    group: list[Segment] = []
    extra: list[Unit] = []
    trails = False  # whether the unit before is a further predicate, which takes what depends on it
    for at, segment in enumerate(segments):
        if (
            (segment.kind == "main" or segment.mark == ";")
            and _closed(tokens, group, segment, rules)
            and not _leads_on(tokens, segment, rules)
            and not _is_said(tokens, group, segment, rules)
            and not is_inside(tokens, group, segment, rules)
        ):
            opening = _opening(tokens, group, rules)
            units += _close(tokens, group[: len(group) - len(opening)], rules)
            group = opening
        bare = at > 0 and is_finite(tokens, segment.start - 2, rules)  # "… und kommt, nachdem …"
        bare = bare and tokens[segment.start - 3].word in rules.coordinators
        if (
            segment.kind == "separable"
            and not bare
            and (at == len(segments) - 1 or at == 0 or segments[at + 1].kind == "main")
        ):
            extra.append(_subordinate(tokens, segment, rules))
            continue
        if further := _further(tokens, group, segment, segments[at - 1] if at else None, rules):
            extra += further
            trails = True
            continue
        if trails and segment.mark == "," and (segment.kind in {"bound", "fragment"} or is_infinitive(tokens, segment)):
            extra[-1] = _longer(extra[-1], segment.end)
            continue
        extra += _fact(tokens, segment, rules)
        behind, trails = trails and segment.mark == ",", False
        which = segment.kind == "relative" and restricts(tokens, segments, at, rules)
        if segment.kind == "relative" and not which and (unit := relative_clause(tokens, segments, at, rules)):
            extra += two_relatives(tokens, unit, rules)
            kept = chained(tokens, segments, at) or only_exists(tokens, segments, at, rules)
            kept = kept or of_bare_several(tokens, segments[at - 1], segment, rules)
            if not kept and droppable(tokens, segments, at, unit, rules):
                trails = at + 1 < len(segments) and is_infinitive(tokens, segments[at + 1])
                trails = trails and not awaits_infinitive(tokens, group[-1] if group else None, segments[at + 1])
                continue
        elif behind and at == len(segments) - 1 and (segment.kind == "relative" or tokens[segment.start].tag == "rel"):
            extra[-1] = _longer(extra[-1], segment.end)  # "…, warf ihn um und nahm den Wein, den sie kannte"
            continue
        group.append(segment)
    units += _close(tokens, group, rules)
    if not any(unit.complete for unit in units):
        alone = all(token.tag in _LIGHT for unit in units for a, b in unit.stretches for token in tokens[a:b])
        if alone and not stretch[0] and len(extra) == 1 and extra[0].complete and extra[0].parts:
            return extra  # "Zumal es im Mai brannte", "Zunächst, als es brannte"
        facts = [each for each in extra if each.complete and each.presupposed]
        return [reordered(tokens, Unit((skip_marks(tokens, *stretch),)), rules), *facts]
    units, extra = _verb_first(tokens, units, extra, stretch, rules)
    return sorted(units + extra, key=lambda unit: unit.stretches)


def _argues(tokens: list[Token], segments: list[Segment]) -> bool:
    """Whether a stretch begins with what it is said for: "Mit dem Argument, die Halle sei alt"."""
    if len(segments) < 2 or segments[0].kind != "fragment" or segments[1].kind != "main" or segments[1].mark != ",":
        return False
    start, end = segments[0].start, segments[0].end
    if any(each.kind in {"main", "goes_on"} for each in segments[2:]):
        return False  # "Mit der Begründung, die Halle sei alt, schloss er sie"
    return end - start < SHORTEST + 2 and tokens[start].tag == "prep" and tokens[end - 1].word in _ARGUMENTS


def _longer(unit: Unit, end: int) -> Unit:
    """A unit that goes on to ``end`` with what depends on it."""
    return replace(unit, stretches=(*unit.stretches[:-1], (unit.stretches[-1][0], end)))


def _verb_first(
    tokens: list[Token], units: list[Unit], extra: list[Unit], stretch: Stretch, rules: Rules
) -> tuple[list[Unit], list[Unit]]:
    """Main clauses in the order of a main clause; where that is not plain, with the clause in front of them."""
    found: list[Unit] = []
    for unit in units:
        start = unit.stretches[0][0]
        front = next((each for each in extra if each.stretches[0][0] <= stretch[0] + 2 < start), None)
        led = front is not None and start != stretch[0] and is_finite(tokens, start, rules)
        one = reordered(tokens, unit, rules) if led or start == stretch[0] else unit
        if front is not None and led and not one.complete and len(unit.stretches) == 1:
            extra = [each for each in extra if each is not front]
            one = replace(unit, stretches=((stretch[0], unit.stretches[0][1]),), complete=True)
        found.append(one)
    return found, extra


def _closed(tokens: list[Token], group: list[Segment], segment: Segment, rules: Rules) -> bool:
    """Whether a group has its main clause, so that a further one begins: "Als er kam, regnete es, und der Platz …"."""
    opened = bool(group) and group[0].kind == "goes_on" and not group[0].mark and group[0].start > 0  # behind "laut X"
    if opened or any(each.kind == "main" for each in group):
        return True
    told = len(group) > 1 and group[0].kind == "fragment" and group[-1].kind == "goes_on"
    if told and is_finite(tokens, group[-1].start, rules):
        return True  # "Der Rat, der 2012 tagte, stimmte zu, die Stadt aber zahlte nicht"
    joined = tokens[segment.start].word in rules.coordinators or segment.mark in {";", "–", "—"}
    return joined and len(group) > 1 and any(each.kind == "goes_on" for each in group)


def _opening(tokens: list[Token], group: list[Segment], rules: Rules) -> list[Segment]:
    """The end of a group that opens the next clause: "…, aber die Chefs des Heeres, der Marine und … wurden …"."""
    last = group[-1] if len(group) > 1 else None
    if last is None or last.kind != "fragment" or tokens[last.start].word not in rules.coordinators:
        return []
    return [last] if tokens[last.start + 1].tag in {"art", "noun", "name", "num"} else []


def _further(
    tokens: list[Token], group: list[Segment], segment: Segment, before: Segment | None, rules: Rules
) -> list[Unit]:
    """Further predicates of the clause that the group holds, where the segment is that."""
    if unit := _goes_on_behind(tokens, group, segment, rules):
        return [unit]
    told = segment.mark == "," and before is not None and before.kind in {"main", "goes_on"} and bool(group)
    if (
        not told
        or before is None
        or group[0].kind not in {"main", "fragment"}
        or segment.kind not in {"goes_on", "fragment"}
    ):
        return []
    ends = group[-1].end
    verb = first_finite(tokens, group[0].start, ends, rules)
    first = (group[0].start, group[0].end)
    return further_predicate(tokens, first, (before.start, before.end), (segment.start, segment.end), verb, rules)


def _fact(tokens: list[Token], segment: Segment, rules: Rules) -> list[Unit]:
    """What is called a fact, as a main clause: "die Tatsache, dass es im Mai brannte"; empty where that is not sure."""
    named = segment.start > 1 and tokens[segment.start - 2].word in _FACTS and tokens[segment.start].word in rules.that
    found = verb_second(tokens, segment.start + 1, segment.end, rules) if named else None
    return [replace(found, presupposed=True)] if found else []


def _goes_on_behind(tokens: list[Token], group: list[Segment], segment: Segment, rules: Rules) -> Unit | None:
    """A further predicate behind what depends on the first: "…, weil Schnee lag, und stürzte in den Fluss"."""
    joined = segment.mark == "," and tokens[segment.start].word in rules.coordinators - rules.alternatives
    if not joined or len(group) < 2 or group[0].kind != "main" or segment.end - segment.start < SHORTEST:
        return None
    conditions = any(tokens[each.start].word in rules.worth.conditions for each in group)
    if conditions or not is_finite(tokens, segment.start + 1, rules):
        return None
    verb = first_finite(tokens, group[0].start, group[0].end, rules)
    subject = subject_of(tokens, group[0].start, verb, group[0].end, rules) if verb is not None else None
    own = subject is not None and has_subject(tokens, segment.start, subject)
    return Unit((subject, (segment.start + 1, segment.end))) if subject and not own else None


def _said_too(tokens: list[Token], stretch: Stretch, rules: Rules) -> int | None:
    """Where a comma stands before a second "dass" of what is said: "dass es brennt, dass aber niemand dort ist"."""
    start, end = stretch
    if not start or tokens[start - 1].word not in rules.that:
        return None
    at = next((at for at in range(start, end) if tokens[at].text == ","), end)
    again = at < end - SHORTEST and at - start >= SHORTEST - 1 and tokens[at + 1].word in rules.that
    added = any(token.word in _ADDED for token in tokens[at + 2 : at + 5])
    return at if again and added and is_finite(tokens, at - 1, rules) else None


def _is_said(tokens: list[Token], group: list[Segment], segment: Segment, rules: Rules) -> bool:
    """Whether a segment is what someone says in the one before: "Manchmal sagte ihm ein Kunde, er sei zu teuer"."""
    if segment.mark != "," or not group or group[-1].kind not in {"main", "goes_on"}:
        return False
    verb = first_finite(tokens, group[-1].start, group[-1].end, rules)
    told = first_finite(tokens, segment.start, segment.end, rules)
    if verb is None or told is None:
        return False
    if says(tokens[verb], rules) and tokens[told].word in rules.subjunctive:
        return True
    return act_at(tokens, verb, rules) and tokens[told].word in rules.subjunctive | _ASKED  # "schlug vor, sie sollten"


def _leads_on(tokens: list[Token], segment: Segment, rules: Rules) -> bool:
    """Whether a segment behind a colon is what the one before announces: "Ein Besuch zeigt: …"."""
    if segment.mark != ":" or not is_finite(tokens, segment.start - 2, rules):
        return False
    begin = max((j for j in range(segment.start - 2) if not tokens[j].is_word), default=-1)
    if tokens[begin + 1].tag in {"sub", "rel"} or tokens[begin + 1].word in rules.subordinators:
        return False  # "…, als er kam: es brannte"
    return not any(is_finite(tokens, j, rules) for j in range(begin + 1, segment.start - 2))


def _close(tokens: list[Token], group: list[Segment], rules: Rules) -> list[Unit]:
    """The units of the segments between two cuts."""
    if not group:
        return []
    start, end = group[0].start, group[-1].end
    if tokens[start].word in rules.coordinators and end - start > SHORTEST:
        start += 1
    hangs = group[0].kind == "fragment" and tokens[start].tag == "pp"  # "…; gefolgt von Kiel"
    if len(group) == 1 and (group[0].kind == "bound" or hangs):
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
        whole = parted[-1].complete or (start > 0 and tokens[start - 1].word in rules.that)
        if len(parted) > 1 and whole:
            (*heads, (a, b)) = parted[-1].stretches
            longer = tuple((a, stretches[0][1]) if part == (a, b) else part for part in parted[-1].parts)
            if longer and longer == parted[-1].parts and len(group) > 1:
                longer = (*longer, ", ", (group[1].start, stretches[0][1]))  # what depends on its verb
            return [*parted[:-1], replace(parted[-1], stretches=(*heads, (a, stretches[0][1])), parts=longer)]
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


def _owner(tokens: list[Token], group: list[Segment], rules: Rules) -> Stretch | None:
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


def _subordinate(tokens: list[Token], segment: Segment, rules: Rules) -> Unit:
    """A clause behind "weil" or "nachdem" as a main clause: its verb behind its first noun phrase, if that is sure."""
    start, end = segment.start + 1 + (tokens[segment.start + 1].word in rules.that), segment.end
    apposed = tokens[start - 1].tag == "sub" and any(tokens[at].text == "," for at in range(start, end))
    found = verb_second(tokens, start, end, rules)
    found = found or (before_a_clause(tokens, start, end, rules) if apposed else None)
    return found or Unit(((start, end),), complete=False)
