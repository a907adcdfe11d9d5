"""Predicates and clauses that share a subject or an auxiliary, in a language whose verb comes second: German."""

from claimcheck.split.cutting.constituents import count_objects, past_genitive
from claimcheck.split.cutting.side_by_side import (
    has_subject,
    joins,
    leads_to_clause,
    share_all,
    verbs_last,
)
from claimcheck.split.cutting.word_order import verb_second
from claimcheck.split.languages import Rules
from claimcheck.split.words.quotes import CLOSING_MARKS, OPENING_MARKS
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, ends_infinitive, first_finite, is_finite, says

__all__ = ["coordinated", "further_predicate", "participles", "predicates", "subject_of"]

_SPELLS = frozenset({"jahr", "woche", "monat", "tag", "sommer", "winter", "herbst", "frühjahr"})  # "dieses Jahr"
_FOCUS = frozenset({"insbesondere", "auch", "nur", "selbst", "sogar", "gerade", "besonders", "allein"})  # before a noun
_NEAR = 6  # tokens before a verb in which its subject may stand
_REST = 40  # tokens behind "und" in which an object is looked for
_AIMS = frozenset({"um", "ohne", "statt", "anstatt"})
_CLOSING = frozenset({"worden", "werden", "lassen", "können", "müssen", "dürfen", "sollen", "wollen", "haben", "sein"})
_TOPIC = 6  # tokens before the verb of a clause whose participles are parted


def coordinated(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Unit]:
    """Two predicates or clauses joined by "und" inside one segment, cut where both have their verb."""
    start, end = stretch
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    if start and tokens[start - 1].word in rules.that:  # "dass … und dass …"
        again = next(
            (at for at in range(start, end - 1) if tokens[at].tag == "conj" and tokens[at + 1].word in rules.that), None
        )
        if again and again - start >= SHORTEST:
            return [Unit(((start, again),), complete=False), Unit(((again + 2, end),), complete=False)]
    if start and tokens[start - 1].word in rules.that and (joined := verbs_last(tokens, stretch, rules)):
        return joined
    if parted := _parted(tokens, stretch, verbs, rules):
        return parted
    for at in range(start + SHORTEST, end - 2):
        if not joins(tokens, start, at, rules) or not verbs or verbs[0] >= at:
            continue
        after = [verb for verb in verbs if verb > at]
        if not after:
            break
        left = Unit(((start, at),))
        if after[0] == at + 1 and start and tokens[start - 1].word in rules.that:
            return _behind_that(tokens, start, at, end, rules)
        alone = all(tokens[j].text == "," or j in verbs or tokens[j].tag == "pp" for j in range(verbs[0], at))
        if after[0] == at + 1 and alone and share_all(tokens, at, end, rules):
            continue  # "können und wollen die Kosten nicht erklären"
        if after[0] == at + 1:
            first = verbs[0] > start  # else it shares its own: "…, griff eine Stange und machte einen Sprung"
            subject = subject_of(tokens, start, verbs[0], at, rules) if first else None
            if subject is None or has_subject(tokens, at, subject):
                continue
            return [left, *(Unit((subject, each)) for each in predicates(tokens, (at + 1, end), rules))]
        opens = (
            tokens[at + 1].word in rules.determiners or tokens[at + 1].capital or tokens[at + 1].word in rules.pronouns
        )
        further = tokens[after[0] - 1].word in rules.coordinators  # "wirbt Lehrer und Ärzte an und zahlt gut"
        opens = opens and not further
        if (opens and after[0] <= at + 6 and after[0] < end - 1) or leads_to_clause(tokens, at, after[0], end, rules):
            return [left, *coordinated(tokens, (at + 1, end), rules)]
    return [Unit((stretch,))]


def _behind_that(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> list[Unit]:
    """A clause behind "dass", and what its main clause goes on with: "…, dass es brennt, und rief den Notruf"."""
    begin = next((j for j in range(start - 2, -1, -1) if tokens[j].text in {":", ";", "–", "—"}), -1) + 1
    content = verb_second(tokens, start, at, rules) or Unit(((start, at),), complete=False)
    return [content, Unit(((at + 1, end),), complete=False, around=(begin, end))]


def _parted(tokens: list[Token], stretch: Stretch, verbs: list[int], rules: Rules) -> list[Unit]:
    """Two participles that share their auxiliary: "Wir haben sie im Juni bekommen und kein Wort geändert"."""
    start, end = stretch
    last = last_word(tokens, start, end)
    having = tokens[last].word in rules.auxiliaries and tokens[last - 1].tag == "to"
    if tokens[last].tag not in {"pp", "inf"} or len(verbs) > 1 or (not verbs and not having):
        return []
    if verbs and (tokens[verbs[0]].word not in rules.auxiliaries | rules.subjunctive or verbs[0] - start > _TOPIC):
        return []
    for at in range(start + SHORTEST, last - 1):
        if joins(tokens, start, at, rules) and tokens[at - 1].tag in {"pp", "inf"}:
            if not verbs:
                return [Unit(((start, at),), complete=False), Unit(((at + 1, end),), complete=False)]
            subject = subject_of(tokens, start, verbs[0], at, rules)
            if _shares_object(tokens, verbs[0], at, end, rules):
                return []
            heads = _shared(tokens, subject, verbs[0], at + 1, rules)
            further = _sharing(heads, verbs[0], (at + 1, end))
            tail = _closing(tokens, at, last)
            first = Unit(((start, at), (tail, last + 1)) if tail <= last else ((start, at),))
            return [first, further] if heads else []
    return []


def _closing(tokens: list[Token], at: int, last: int) -> int:
    """Where the words begin that close both halves: "ist gefunden und abgeholt | worden"; behind ``last`` for none."""
    first = last + 1
    while first - 1 > at + 1 and tokens[first - 1].word in _CLOSING and tokens[first - 2].tag in {"pp", "inf"}:
        first -= 1
    alike = tokens[first - 1].tag == tokens[at - 1].tag == "pp" and tokens[at - 1].word not in _CLOSING
    return first if alike else last + 1


def _shares_object(tokens: list[Token], verb: int, at: int, end: int, rules: Rules) -> bool:
    """Whether what follows "und" has its object before it: "müssen ihre Pläne ändern und bis Mai umsetzen".

    Or it has a subject of its own: "sollten gekauft werden und die Ärzte sie dann erhalten".
    """
    if tokens[at + 1].word in {"die", "der", "das"}:
        noun = next((j for j in range(at + 2, min(end - 1, at + 5)) if tokens[j].tag in {"noun", "name"}), None)
        if noun and tokens[noun + 1].word in rules.pronouns | rules.demonstratives | {"sich"}:
            return True
    if tokens[verb].word in rules.passives | rules.worth.copulas:
        return False
    behind = tokens[at + 1 : min(end, at + _REST)]
    if any(token.tag == "pro" or token.word == "sich" for token in behind) or count_objects(behind):
        return False
    fronted = any(token.tag in {"noun", "name", "pro"} for token in tokens[max(0, verb - _NEAR) : verb])
    opens = tokens[verb - 1].tag if verb else ""  # "In Kiel hat die Stadt die Räume …": the subject follows
    return not any(t.tag in {"noun", "name"} for t in behind) or count_objects(tokens[verb + 1 : at]) > (
        not fronted or tokens[max(0, verb - _NEAR)].tag == "prep" or opens == "adv"
    )


def _shared(tokens: list[Token], subject: Stretch | None, verb: int, at: int, rules: Rules) -> tuple[Stretch, ...]:
    """What a participle at ``at`` shares with one before: the auxiliary, and the subject unless it has its own.

    Behind a passive a new noun phrase is a new subject: "wurde ein Mann getötet und zwei weitere verletzt".
    """
    passive = tokens[verb].word in rules.passives
    if passive and tokens[at].word in rules.either_case:
        return ()
    if passive and tokens[at].tag in {"art", "num", "name", "noun", "adj"} and tokens[at].word not in rules.oblique:
        return ((verb, verb + 1),)
    if subject is None:
        return ()
    if subject[1] == verb:
        return ((subject[0], verb + 1),)
    return ((verb, subject[1]),) if subject[0] == verb + 1 else (subject, (verb, verb + 1))


def _sharing(heads: tuple[Stretch, ...], verb: int, piece: Stretch) -> Unit:
    """A participle with what it shares, read with its subject first: "haben sie | 30 Autos gekauft"."""
    stretches = (*heads, piece)
    if len(heads) != 1 or heads[0][0] != verb:
        return Unit(stretches, complete=bool(heads))
    if heads[0][1] > verb + 1:
        return Unit(stretches, parts=((verb + 1, heads[0][1]), (verb, verb + 1), piece))
    return Unit(stretches, complete=False)  # its own subject may have another number than the auxiliary


def participles(tokens: list[Token], stretch: Stretch, subject: Stretch, rules: Rules) -> tuple[Stretch, list[Unit]]:
    """A predicate that begins with its auxiliary, and the participles behind "und": "wurde gefunden und abgeholt"."""
    start, end = stretch
    last = last_word(tokens, start, end)
    if tokens[start].word not in rules.auxiliaries or tokens[last].tag not in {"pp", "inf"}:
        return stretch, []
    for at in range(start + 2, last - 1):
        alone = not any(is_finite(tokens, j, rules) for j in range(at + 1, end))
        if alone and joins(tokens, start, at, rules) and tokens[at - 1].tag == tokens[last].tag:
            if _shares_object(tokens, start, at, end, rules) or _closing(tokens, at, last) <= last:
                continue
            heads = _shared(tokens, subject, start, at + 1, rules)
            further = [_sharing(heads, start, (at + 1, end))] if heads else []
            return (start, at) if heads else stretch, further
    return stretch, []


def further_predicate(
    tokens: list[Token], first: Stretch, before: Stretch, stretch: Stretch, verb: int | None, rules: Rules
) -> list[Unit]:
    """Further predicates behind a comma, with the subject of ``first``; none where they cannot be told.

    "Niemand pfeift ihn zurück, verlangt eine Entschuldigung", "…, Brücken gesperrt". ``before`` stands right before.
    """
    if verb is None:
        return []
    start, end = stretch
    words = sum(token.is_word for token in tokens[start:end])
    spoken = says(tokens[start], rules) or act_at(tokens, start, rules)
    if first[1] <= verb and tokens[first[0]].tag == "prep":
        return []  # "Mit der Begründung, die Halle sei alt, schloss …"
    if tokens[start].tag == "fin" and not spoken and words >= SHORTEST and not tokens[start].capital:
        subject = first if first[1] <= verb else subject_of(tokens, first[0], verb, first[1], rules)
        if subject is None or (subject[0] > verb and tokens[subject[0]].word in rules.nominatives):
            return []
        return [Unit((subject, each)) for each in predicates(tokens, stretch, rules)]
    last = last_word(tokens, start, end)
    form = tokens[before[1] - 1].tag
    helped = tokens[verb].word in rules.auxiliaries and form in {"pp", "inf"} and tokens[last - 1].tag != "to"
    helped = helped and first_finite(tokens, start, last, rules) is None  # "doch 1991 (…) waren sie schon enthoben"
    if helped and tokens[last].tag == form and any(token.tag == "noun" for token in tokens[start:end]):
        subject = subject_of(tokens, first[0], verb, first[1], rules)
        cuts = [j for j in range(start + 2, last - 1) if tokens[j].tag == "conj" and tokens[j - 1].tag == form]
        pieces = zip([start, *(j + 1 for j in cuts)], [*cuts, end], strict=True)
        return [_sharing(_shared(tokens, subject, verb, a, rules), verb, (a, b)) for a, b in pieces]
    return []


def predicates(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Stretch]:
    """A predicate, cut where "und" leads to a second finite verb."""
    start, end = stretch
    for at in range(start + 2, end - 2):
        if joins(tokens, start, at, rules) and is_finite(tokens, at + 1, rules):
            return [(start, at), *predicates(tokens, (at + 1, end), rules)]
    return [stretch]


def subject_of(tokens: list[Token], start: int, verb: int, end: int, rules: Rules) -> Stretch | None:
    """The subject of a main clause: what stands before its verb, unless that is an adverbial; then None."""
    quotes = not tokens[start].is_word and all(token.is_word or token.text == "," for token in tokens[start + 1 : end])
    while (tokens[start].word in _FOCUS or (quotes and not tokens[start].is_word)) and start + 1 < verb:
        start += 1
    first = tokens[start]
    if first.word not in _AIMS and first.tag != "prep" and verb - start <= 12 and ends_infinitive(tokens, verb - 1):
        return (start, verb)  # "Nicht zu rauchen ist gut"
    if first.text in OPENING_MARKS and tokens[verb - 1].is_word and verb - start <= 12:
        closing = next((at for at in range(start + 2, verb) if tokens[at].text in CLOSING_MARKS), None)
        return (start, verb) if closing and tokens[start + 1].tag not in {"prep", "adv"} else None
    nominal = first.word in rules.determiners or first.word in rules.pronouns | rules.nominatives
    away = tokens[verb - 1].tag in {"adv", "pp"} and not tokens[verb - 1].capital  # "30 Kilometer entfernt liegen"
    nominal = nominal or first.capital or (first.tag == "num" and not away)
    if (
        first.word not in rules.prepositions | rules.adverbs | rules.subordinators
        and first.tag != "adv"
        and nominal
        and verb - start <= 12
        and not (first.tag == "art" and verb - start < 4 and tokens[verb - 1].word in _SPELLS)
    ):
        return (start, verb)
    at = verb + 1
    if at < end and tokens[at].word in rules.nominatives:
        return (at, at + 1)
    if at < end and (tokens[at].word in rules.determiners or tokens[at].capital):
        while at < end and not tokens[at].capital:
            at += 1
        while at < end and tokens[at].capital and not _other_noun(tokens, verb + 1, at):
            at += 1
        return (verb + 1, past_genitive(tokens, at, end)) if at - verb <= 6 else None
    return None


def _other_noun(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a noun is none of the phrase that begins at ``start``: "verwies das Unternehmen Investoren auf …"."""
    led = tokens[start].tag == "art" and at > start + 1 and tokens[at - 1].tag == tokens[at].tag == "noun"
    return led and tokens[at].word.endswith(("en", "er", "e"))
