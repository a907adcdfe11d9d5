"""Predicates and clauses that share a subject or an auxiliary, in a language whose verb comes second: German."""

from claimcheck.split.clauses import SHORTEST, Stretch, Unit, last_word
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import act_at, is_finite, says
from claimcheck.split.word_order import noun_phrase

__all__ = ["coordinated", "further_predicate", "participles", "predicates", "subject_of"]

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
    if start and tokens[start - 1].word in rules.that and (joined := _verb_last(tokens, stretch, rules)):
        return joined
    if parted := _parted(tokens, stretch, verbs, rules):
        return parted
    for at in range(start + SHORTEST, end - 2):
        if tokens[at].word not in rules.coordinators - rules.alternatives or not verbs or verbs[0] >= at:
            continue
        after = [verb for verb in verbs if verb > at]
        if not after:
            break
        left = Unit(((start, at),))
        if after[0] == at + 1:
            subject = subject_of(tokens, start, verbs[0], at, rules)
            if subject is None:
                continue
            return [left, *(Unit((subject, each)) for each in predicates(tokens, (at + 1, end), rules))]
        opens = (
            tokens[at + 1].word in rules.determiners or tokens[at + 1].capital or tokens[at + 1].word in rules.pronouns
        )
        if opens and after[0] <= at + 6 and after[0] < end - 1:
            return [left, *coordinated(tokens, (at + 1, end), rules)]
    return [Unit((stretch,))]


def _verb_last(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Unit]:
    """Two clauses that each end in their verb: "dass die Stadt plant und ab Mai baut"; the subject may be shared."""
    start, end = stretch
    last = last_word(tokens, start, end)
    for at in range(start + SHORTEST, last - 1):
        if (
            tokens[at].word in rules.coordinators - rules.alternatives
            and is_finite(tokens, at - 1, rules)
            and is_finite(tokens, last, rules)
        ):
            own = tokens[at + 1].tag not in {"prep", "adv"}
            subject = None if own else noun_phrase(tokens, start, at, rules)
            heads = ((start, subject),) if subject else ()
            return [Unit(((start, at),), complete=False), Unit((*heads, (at + 1, end)), complete=False)]
    return []


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
        if tokens[at].word in rules.coordinators - rules.alternatives and tokens[at - 1].tag in {"pp", "inf"}:
            if not verbs:
                return [Unit(((start, at),), complete=False), Unit(((at + 1, end),), complete=False)]
            subject = subject_of(tokens, start, verbs[0], at, rules)
            heads = _shared(tokens, subject, verbs[0], at + 1, rules)
            further = _sharing(heads, verbs[0], (at + 1, end))
            return [Unit(((start, at),)), further] if heads else []
    return []


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
        if (
            alone
            and tokens[at].word in rules.coordinators - rules.alternatives
            and tokens[at - 1].tag == tokens[last].tag
        ):
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
    if tokens[start].tag == "fin" and not spoken and words >= SHORTEST and not tokens[start].capital:
        subject = first if first[1] <= verb else subject_of(tokens, first[0], verb, first[1], rules)
        if subject is None or (subject[0] > verb and tokens[subject[0]].word in rules.nominatives):
            return []
        return [Unit((subject, each)) for each in predicates(tokens, stretch, rules)]
    last = last_word(tokens, start, end)
    form = tokens[before[1] - 1].tag
    helped = tokens[verb].word in rules.auxiliaries and form in {"pp", "inf"} and tokens[last - 1].tag != "to"
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
        if tokens[at].word in rules.coordinators - rules.alternatives and is_finite(tokens, at + 1, rules):
            return [(start, at), *predicates(tokens, (at + 1, end), rules)]
    return [stretch]


def subject_of(tokens: list[Token], start: int, verb: int, end: int, rules: Rules) -> Stretch | None:
    """The subject of a main clause: what stands before its verb, unless that is an adverbial; then None."""
    first = tokens[start]
    nominal = first.word in rules.determiners or first.word in rules.pronouns or first.capital or first.tag == "num"
    if first.word not in rules.prepositions | rules.adverbs and first.tag != "adv" and nominal and verb - start <= 12:
        return (start, verb)
    at = verb + 1
    if at < end and tokens[at].word in rules.nominatives:
        return (at, at + 1)
    if at < end and (tokens[at].word in rules.determiners or tokens[at].capital):
        while at < end and not tokens[at].capital:
            at += 1
        while at < end and tokens[at].capital:
            at += 1
        return (verb + 1, at) if at - verb <= 6 else None
    return None
