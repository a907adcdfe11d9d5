"""Two German verbs beside "und" or "doch": what they have in common, and whether the second has its own subject."""

from claimcheck.split.cutting.constituents import first_constituent
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token

__all__ = ["has_subject", "helped_twice", "leads_to_clause", "share_all"]

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
