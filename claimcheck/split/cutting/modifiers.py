"""What a clause says beside its main point: appositions, participles, relative clauses, a comparison put behind.

Each becomes a claim of its own together with the noun phrase it belongs to, and is taken out of the clause where that
still holds without it. Needs tagged tokens; without tags a clause stays as it is.
"""

from dataclasses import replace

from claimcheck.split.cutting.apposed_bound import counts_on
from claimcheck.split.cutting.between_commas import apposition
from claimcheck.split.cutting.brackets import bracketed
from claimcheck.split.cutting.copulas import described
from claimcheck.split.cutting.counted import begins_with_number
from claimcheck.split.cutting.enumerations import is_list_end
from claimcheck.split.cutting.holes import hangs, holds, is_name_of, joined, without
from claimcheck.split.cutting.joints import behind_and
from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.cutting.participles import participles_apart
from claimcheck.split.cutting.postmodifiers import postmodifier
from claimcheck.split.cutting.predicates import further_predicates, shared_participles, subject_before_verb
from claimcheck.split.cutting.set_off import set_off
from claimcheck.split.cutting.ties import known_now, tied
from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import NOMINAL, Place, noun_phrase_before, phrase_stop, sets_off_age
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, has_clause
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["detached"]

_FRAGMENT = 4  # words that something put behind a comma has at least


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
    subject = unit.stretches[0] if len(unit.stretches) == 2 and is_finite(tokens, start, rules) else None
    while at < end:
        place = _modifier(tokens, quoted, start, at, end, rules, subject)
        if place is None:
            at += 1
            continue
        if rules.subject_first:
            longer = tied(tokens, quoted, place, start, end, rules)
            if longer is not place and not _more_follows(tokens, quoted, start, end, place, rules, subject):
                place = longer
        heads, body, hole = place
        verbal = is_finite(tokens, body[0], rules) and tokens[body[0]].tag != "pp"
        if verbal and heads:
            bodies = _predicates(tokens, body, rules)
        else:
            bodies = [(each,) for each in participles_apart(tokens, body, rules)]
        verbal = verbal or (not heads and _stands(tokens, body, rules))
        narrows = bool(heads) and heads[-1][1] == at and tokens[at - 1].is_word
        apart = rules.subject_first and len(unit.stretches) == 1 and not narrows
        around = unit.stretches[0] if apart else None
        units = [
            Unit((*heads, *each), parts, True, narrows, verbal or bool(parts), around)
            for each in bodies
            for parts in [known_now(tokens, heads, each, rules)]
        ]
        if _bare(tokens, units, rules):
            around = (unit.stretches[0][0], end)  # it is read with the clause
            units = [Unit(each, presupposed=True, complete=False, around=around) for each in bodies]
        found += units
        if hole and holds(tokens, start, hole, rules) and not is_name_of(tokens, heads, body):
            holes.append(hole)
        elif len(units) == 1 and _unread(tokens, units[0], rules):
            found.pop()
        at = max(at + 1, body[1])
    if not found:
        return [unit]
    rest = without(tokens, (start, end), holes)
    stretches = (*unit.stretches[:-1], *rest)
    ends_in_verb = any(b < end and tokens[b].tag == "pp" and tokens[b].word.endswith("ed") for _, b in holes)
    whole = ends_in_verb or any(has_clause(tokens, a, b, rules) for a, b in joined(tokens, stretches))
    torn = rules.subject_first and any(hangs(tokens, a, holes) for a, _ in rest[1:])
    if not holes or not whole or torn:  # a participle would hang on the wrong noun
        return [unit, *(each for each in found if not _unread(tokens, each, rules))]
    main = Unit(stretches, presupposed=unit.presupposed, complete=unit.complete)
    heads, last = stretches[:-1], stretches[-1]
    opens = heads and rules.subject_first and is_finite(tokens, last[0], rules)
    bodies = _predicates(tokens, last, rules) if opens and len(heads) == 1 else [(last,)]
    return [*(replace(main, stretches=(*heads, *each)) for each in bodies), *found]


def _predicates(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[tuple[Stretch, ...]]:
    """The predicates of a stretch that begins with its verb, further ones with the auxiliary they share."""
    if len(bodies := further_predicates(tokens, stretch, rules)) > 1:
        return [(each,) for each in bodies]
    helper, (first, *others) = shared_participles(tokens, stretch, rules)
    return [(first,), *((helper, each) if helper else (each,) for each in others)]


def _bare(tokens: list[Token], units: list[Unit], rules: Rules) -> bool:
    """Whether a modifier would be read as a noun with a phrase behind it: "First Street - without reaching Hull"."""
    if not rules.subject_first or len(units) != 1 or units[0].around is not None:
        return False
    unit = units[0]
    put_in = tokens[unit.stretches[-1][0]].tag == "prep" and not unit.narrows
    return put_in and len(unit.stretches) == 2 and not unit.complete and described(tokens, unit, rules) is None


def _unread(tokens: list[Token], unit: Unit, rules: Rules) -> bool:
    """Whether a modifier of an English clause, which keeps it, could only read as that clause once more."""
    if unit.around is None or unit.complete or unit.parts or tokens[unit.stretches[-1][0]].word in rules.reasons:
        return False
    first = unit.stretches[0]
    shared = len(unit.stretches) > 1 and first[1] - first[0] == 1 and is_finite(tokens, first[0], rules)
    return not shared and described(tokens, unit, rules) is None


def _modifier(
    tokens: list[Token],
    quoted: list[bool],
    start: int,
    at: int,
    end: int,
    rules: Rules,
    subject: Stretch | None,
) -> Place | None:
    """What begins at ``at``: the noun phrase it belongs to, its own place, and what to take out of the clause."""
    if quoted[at] != quoted[start]:
        return None
    apart = tokens[at - 1].word in {",", "–", "—"}
    if tokens[at - 1].text == "(":
        place = bracketed(tokens, start, at, end, rules)
    elif apart and behind_and(tokens, start, at, rules):
        return None
    elif rules.subject_first and tokens[at - 1].word in rules.coordinators - rules.alternatives:
        place = _gapped(tokens, quoted, start, at, end, rules)
    else:
        english = rules.subject_first
        place = postmodifier(tokens, quoted, start, at, end, rules, subject) if english else None
        place = place or (_set_apart(tokens, quoted, start, at, end, rules) if apart else None)
    return None if place and _as_if(tokens, start, at, rules) else place


def _set_apart(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What begins at ``at`` behind a comma or a dash."""
    return (
        (set_off(tokens, quoted, start, at, end, rules) if rules.subject_first else None)
        or _attending(tokens, quoted, start, at, end, rules)
        or apposition(tokens, quoted, start, at, end, rules)
        or _fragment(tokens, quoted, start, at, end, rules)
    )


def _more_follows(
    tokens: list[Token], quoted: list[bool], start: int, end: int, place: Place, rules: Rules, subject: Stretch | None
) -> bool:
    """Whether what stands behind a hole is told apart too: "Ann Lee, who lives in York, the capital, left"."""
    hole = place[2]
    if hole is None or hole[1] >= end:
        return False
    at = hole[1] + (tokens[hole[1]].text == "," and hole[1] + 1 < end)
    return _modifier(tokens, quoted, start, at, end, rules, subject) is not None


def _as_if(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether what is told is only imagined: "It is as if the torch were a baton, passed on"."""
    pairs = zip(tokens[start:at], tokens[start + 1 : at], strict=False)
    return any(one.word in rules.as_reported and two.word in {"if", "though"} for one, two in pairs)


def _attending(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What goes on beside what the clause tells: "Prices fell, with three mills closing in May"."""
    if tokens[at].word not in rules.bringing or rules.comma_bound:
        return None
    stop = phrase_stop(tokens, quoted, at, end)
    doing = next((j for j in range(at + 2, stop) if tokens[j].tag in {"ing", "pp"}), None)
    if stop < end or doing is None or doing + 1 >= stop or sum(token.is_word for token in tokens[at:stop]) <= _FRAGMENT:
        return None
    before = tokens[doing - 1 - (tokens[doing - 1].tag == "adv")]
    if before.tag not in NOMINAL or not any(is_finite(tokens, j, rules) for j in range(start, at - 1)):
        return None
    return ((), (at, stop), (at - 1, stop))


def _gapped(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A clause that shares its verb with the one before: "Ann joined in May for 2 years, Bo in June for 3"."""
    if tokens[at - 2].tag == "num":
        return None  # "Die einen sprechen von 300, die anderen von 200 Booten": what is counted comes last
    stop = phrase_stop(tokens, quoted, at, end)
    if stop < end or tokens[at].tag not in {"name", "art"} or sum(t.is_word for t in tokens[at:stop]) < _FRAGMENT:
        return None
    if any(token.tag in {"fin", "inf", "pp", "rel", "sub", "to", "ing"} for token in tokens[at:stop]):
        return None
    verb = first_finite(tokens, start, at - 1, rules)
    if verb is None or not any(token.text[:1].isdigit() for token in tokens[at:stop]):
        return None
    linked = {token.word for token in tokens[verb:at] if token.tag == "prep"}
    shared = any(token.word in linked for token in tokens[at + 1 : stop] if token.tag == "prep")
    joined = tokens[at - 1].word in rules.coordinators
    again = tokens[stop - 1].word in {token.word for token in tokens[verb:at] if token.tag == "noun"}
    shared = (again and not shared) if joined else shared  # "uses 600 tons a year and Leeds 900 tons"
    counted = any(token.tag == "num" or token.text[:1].isdigit() for token in tokens[verb:at])
    alike = tokens[start].tag == tokens[at].tag
    return (((verb, verb + 1),), (at, stop), (at - 1, stop)) if shared and counted and alike else None


def _closes_apposition(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether the comma before ``at`` only ends a name or a clause put between commas: "the chair, Ann Wray, on"."""
    opens = next((j for j in range(at - 2, start, -1) if tokens[j].word in {",", "–", "—"}), None)
    if opens is not None and (tokens[opens + 1].tag in {"sub", "rel"} or tokens[opens + 1].word in rules.that):
        return True
    if opens is not None and rules.comma_bound and any(token.tag in {"to", "izu"} for token in tokens[opens:at]):
        return True  # "das Risiko, Zähne zu verlieren, um das Dreifache höher"
    if opens is not None and any(token.tag == "conj" for token in tokens[opens:at]):
        return False  # the comma before belongs to a list: "Leeds, York and Hull, with prices up by …"
    return opens is not None and at - opens < 12 and not any(is_finite(tokens, j, rules) for j in range(opens, at))


def _stands(tokens: list[Token], body: Stretch, rules: Rules) -> bool:
    """Whether an English clause is a sentence as it is: "since | the office opened in May"."""
    opens = tokens[body[0]].tag in {"art", "name", "noun", "num", "adj"}
    bare = tokens[body[0]].tag == "noun" and is_finite(tokens, body[0] + 1, rules)  # "… since birth is a pain"
    return rules.subject_first and opens and not bare and own_clause(tokens, *body, rules)


def _counts_part(tokens: list[Token], start: int, at: int, stop: int, rules: Rules) -> bool:
    """Whether "including" tells one or some of those counted before it: "four men, including a boy of 4"."""
    head = noun_phrase_before(tokens, start, at - 1, rules)
    counted = head is not None and begins_with_number(tokens, head[0], at, rules)
    counts = begins_with_number(tokens, at + 1, stop, rules) or tokens[at + 1].word in rules.indefinite
    return counted and counts and stop - at > SHORTEST - 1 and rules.subject_first


def _fragment(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A comparison or an adverbial put behind a clause: "…, up from 88", "…, nach 125 im Vorjahr"."""
    if gapped := _gapped(tokens, quoted, start, at, end, rules):
        return gapped
    if any(token.word in rules.that | rules.worth.question_words for token in tokens[at : min(end, at + 2)]):
        return None
    if tokens[at - 2].word in rules.weekdays and tokens[at].text[:1].isdigit():
        return None  # "on Tuesday, 6 October at 7 p.m."
    if sets_off_age(tokens, at - 1, end) or (tokens[at - 2].capital and tokens[at].is_year):
        return None  # "named the driver as Jo Ray, 34, of Leeds", "on the 25th of March, 1927"
    parts = any(token.word in rules.partitives for token in tokens[at : min(end, at + 4)])
    if (tokens[at].tag == "num" and is_list_end(tokens, at, end, rules)) or counts_on(tokens, start, at):
        return None
    dashed = tokens[at - 1].word in {"–", "—"} and any(token.tag == "prep" for token in tokens[at : min(end, at + 4)])
    counted = begins_with_number(tokens, at, end, rules)
    compared = tokens[at].tag == "adj" and at + 1 < end and tokens[at + 1].word in {"of", "than", "from"}  # "short of"
    if (tokens[at].tag not in {"prep", "adv", "num"} and not parts and not counted and not compared) or tokens[
        at
    ].word in rules.relatives | rules.subordinators - rules.prepositions:
        return None
    stop = phrase_stop(tokens, quoted, at, end)
    words = [token for token in tokens[at:stop] if token.is_word]
    if tokens[at].word in rules.partitives and stop < end and _counts_part(tokens, start, at, stop, rules):
        return ((), (at, stop), (at - 1, stop + 1))  # "Four men, including a boy of 4, were hurt"
    number = any(token.tag == "num" or token.text[:1].isdigit() or token.word in rules.number_words for token in words)
    verbal = any(tokens[j].tag in {"to", "izu", "inf"} or is_finite(tokens, j, rules) for j in range(at, stop))
    closes = rules.comma_bound and any(token.tag in {"sep", "pp"} for token in tokens[max(at, stop - 2) : stop])
    if stop < end or verbal or closes or _closes_apposition(tokens, start, at, rules):
        return None  # "nahmen 900 Menschen, einschließlich Studenten, an der Feier teil"
    least = SHORTEST if number or parts else _FRAGMENT if dashed else _FRAGMENT + 2
    if len(words) < least or not (parts or any(token.tag in NOMINAL for token in words)):
        return None
    fin = first_finite(tokens, start, at - 1, rules)
    if fin is None or (not number and not parts and not dashed and tokens[at].tag != "prep"):
        return None
    head = noun_phrase_before(tokens, start, fin, rules)
    inverted = rules.comma_bound and fin + 1 < at and tokens[fin + 1].tag in {"art", "name", "pro"}
    if parts:
        return ((), (at, stop), (at - 1, stop))
    if begins_with_number(tokens, at, stop, rules) and begins_with_number(tokens, start, fin, rules):
        return (((fin, fin + 1),), (at, stop), (at - 1, stop))  # "2000 came to Rome, more than 500 to Milan"
    if head is not None and rules.subject_first and not begins_with_number(tokens, start, fin, rules):
        whole = subject_before_verb(tokens, start, at - 1, rules)
        head = whole if whole and whole[1] - whole[0] <= head[1] - head[0] + 2 else head
    led = tokens[start].tag == "prep" and rules.subject_first
    if led and head is not None and tokens[head[0] - 1].text == ",":
        return ((head,), (at, stop), (at - 1, stop))  # "In May, Brenn earned 3 million, up 6 percent"
    if head is None or head[0] != start or inverted:
        head = (fin, at - 1) if tokens[start].tag != "prep" or fin - start < _FRAGMENT else (start, fin)
    return ((head,), (at, stop), (at - 1, stop))
