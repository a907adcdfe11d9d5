"""Two German verbs beside "und" or "doch": what they have in common, and whether the second has its own subject."""

from claimcheck.split.cutting.constituents import count_objects, first_constituent, noun_phrase
from claimcheck.split.cutting.last_verbs import final_verb, parted_verb
from claimcheck.split.cutting.word_order import verb_second
from claimcheck.split.languages import Rules
from claimcheck.split.words.quotes import QUOTE_MARKS
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["has_subject", "helped_twice", "joins", "leads_to_clause", "share_all", "verbs_last"]

_BETWEEN = 7  # tokens from "zwischen" to its "und"
_NO_SUBJECT = frozenset({"den", "dem", "einen", "einem", "sich", "ihn", "ihm", "ihnen"})  # words no subject begins with
_FRONT = 8  # tokens between "und" and the verb of a clause with its subject behind that


def share_all(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether verbs beside "und" have all behind them in common: "können und wollen …", "kauft und saniert drei …"."""
    if {tokens[at - 1].word, tokens[at + 1].word} <= rules.auxiliaries:
        return True
    parted = tokens[last_word(tokens, at, end)].tag == "sep"  # "flüchtete und ließ den Wagen zurück"
    return not parted and at + 2 < end and tokens[at + 2].tag in {"art", "num", "noun", "name", "adj"}


def has_subject(tokens: list[Token], at: int, subject: Stretch) -> bool:
    """Whether the verb behind a conjunction has a pronoun as its own subject: "doch gibt es kein Hindernis"."""
    own = tokens[at + 2].word if at + 2 < len(tokens) else ""
    same = own == tokens[subject[0]].word or tokens[at].word in {"doch", "denn"}
    return own in {"er", "man", "wir", "ich"} or (own in {"es", "sie"} and same)


def leads_to_clause(tokens: list[Token], at: int, verb: int, end: int, rules: Rules) -> bool:
    """Whether "und" leads to a clause with its subject behind its verb: "…, und hinter den Bäumen stand ein Wagen"."""
    led = tokens[at + 1].tag in {"prep", "adv"} and at + 2 < verb <= at + _FRONT and verb + 2 < end
    if not led or any(
        not token.is_word or token.tag in {"conj", "sub", "rel", "pp"} for token in tokens[at + 1 : verb]
    ):
        return False
    last = tokens[last_word(tokens, verb, end)].tag
    if last == "pp" and tokens[verb].word not in rules.auxiliaries:
        return False  # "… und am Abend begleitet von Wachen nach Kiel gebracht"
    if tokens[at + 1].tag == "prep" and tokens[at - 1].tag in {"pp", "inf", "sep"}:
        return True  # the clause before is closed: "… erneuert werden und in Kiel musste …"
    own = tokens[verb + 1 + (tokens[verb + 1].word == "sich")]
    nominative = own.word in rules.nominatives or (own.word in rules.determiners and own.word not in rules.oblique)
    return nominative or (own.capital and own.tag in {"noun", "name"})


def helped_twice(tokens: list[Token], start: int, last: int, rules: Rules) -> list[Unit]:
    """Two participles that share their subject and the auxiliary at ``last``, as main clauses; none where they do not.

    "dass Max Roth 1985 eingestellt und 1988 befördert wurde" → "Max Roth wurde 1985 eingestellt", "… 1988 befördert".
    """
    helper, subject = (last, last + 1), first_constituent(tokens, start, last, rules)
    if tokens[last].word not in rules.auxiliaries or tokens[last - 1].tag != "pp" or subject is None:
        return []
    for at in range(subject + 2, last - 1):
        joins = tokens[at].word in rules.coordinators - rules.alternatives and tokens[at - 1].tag == "pp"
        if joins and (tokens[at + 1].tag in {"adv", "prep", "num"} or tokens[at + 1].text[:1].isdigit()):
            pieces = ((subject, at), (at + 1, last))
            return [
                Unit(((start, subject), piece, helper), parts=((start, subject), helper, piece)) for piece in pieces
            ]
    return []


def joins(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a word can join two clauses: not the "und" of "zwischen Jagst und Kinzig", nor one in a title."""
    if tokens[at].word not in rules.coordinators - rules.alternatives:
        return False
    title = _opened(tokens, start, at)
    if title is not None and first_finite(tokens, title, at, rules) is None:
        return False
    between = next((j for j in range(at - 1, max(start, at - _BETWEEN) - 1, -1) if tokens[j].word == "zwischen"), None)
    return between is None or any(token.tag == "conj" or not token.is_word for token in tokens[between:at])


def _opened(tokens: list[Token], start: int, at: int) -> int | None:
    """Where the quotation marks open within which ``at`` stands; None where it stands in none that close behind it."""
    opened: int | None = None
    for j in range(start, at):
        if tokens[j].text in QUOTE_MARKS:
            opened = j if opened is None or tokens[j].text in "„»" else None
    return opened if any(token.text in QUOTE_MARKS for token in tokens[at:]) else None


def verbs_last(tokens: list[Token], stretch: Stretch, rules: Rules) -> list[Unit]:
    """Two clauses that each end in their verb: "dass die Stadt plant und ab Mai baut"; the subject may be shared."""
    start, end = stretch
    last = last_word(tokens, start, end)
    if helped := helped_twice(tokens, start, last, rules):
        return helped
    for at in range(start + SHORTEST, last - 1):
        own = tokens[at + 1].tag not in {"prep", "adv"} and tokens[at + 1].word not in _NO_SUBJECT
        plural = own and tokens[at - 1].tag == "inf" and tokens[at - 2].tag not in {"to", "pp", "inf"}
        plural = plural and tokens[last - 1].tag not in {"inf", "pp"}  # "Gebrauch machen und … anstreben wird"
        if (
            joins(tokens, start, at, rules)
            and (is_finite(tokens, at - 1, rules) or plural)
            and is_finite(tokens, last, rules)
        ):
            subject = None if own else noun_phrase(tokens, start, at, rules)
            heads = ((start, subject),) if subject else ()
            rest = _with_object(tokens, heads, (at + 1, end), rules) or Unit((*heads, (at + 1, end)), complete=False)
            turned = verb_second(tokens, at + 1, end, rules) if own else None
            return [verb_second(tokens, start, at, rules) or Unit(((start, at),), complete=False), turned or rest]
    return []


def _with_object(tokens: list[Token], heads: tuple[Stretch, ...], rest: Stretch, rules: Rules) -> Unit | None:
    """A clause that begins with its only object, behind the subject of the one before: "und den Chor bezahlt"."""
    verb = final_verb(tokens, *rest, rules) if heads and tokens[rest[0]].word in {"den", "einen"} else None
    words = parted_verb(tokens, verb, rules) if verb is not None else None
    if verb is None or words is None or count_objects(tokens[rest[0] : verb]) != 1:
        return None
    if any(tokens[j].tag in {"pro", "conj"} or tokens[j].text == "," for j in range(rest[0], verb)):
        return None
    parts = (*heads, *words[:1], (rest[0], verb), *words[1:], (verb + 1, rest[1]))
    return Unit((*heads, rest), parts=tuple(part for part in parts if isinstance(part, str) or part[0] < part[1]))
