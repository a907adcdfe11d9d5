"""Which prepositional phrase behind a German noun belongs to it, and which to the verb: "der Preis für Strom | stieg".

Only in the first constituent of a clause whose verb comes last: what belongs to the verb goes behind it.
"""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.tellers import is_agent
from claimcheck.split.words.tokens import Token

__all__ = ["attaches"]

_ATTACHED = frozenset({"von", "vom", "für", "zum", "zur", "zwischen"})
_QUANTITIES = words(
    """teil teile zahl anzahl hälfte drittel viertel fünftel zehntel mehrheit mehrzahl reihe gruppe serie menge dutzend
    hunderte tausende paar großteil rest team mannschaft trupp bande kolonne delegation bündnis allianz konvoi kette
    liste flotte netz netzwerk bild bilder foto fotos mitglied mitglieder spitze schar masse bewohner bürger gebiet
    grenze"""
)
_ACTS = words(
    "verkauf kauf bau ausbau abbau export import abzug einsatz transport umzug besuch rückzug umbau verbrauch"
)
_TAKES = {  # preposition → ends of nouns that it belongs to: "Änderungen am Gesetz", "Angriff auf die Stadt"
    "an": words("änderung änderungen kritik interesse mangel zweifel bedarf beteiligung arbeiten teilnahme schuld"),
    "auf": words(
        "angriff angriffe anschlag anschläge hinweise anspruch recht verzicht hoffnung einfluss verdacht zölle"
    ),
    "gegen": words("ermittlungen verfahren klage klagen vorwürfe sanktionen kampf protest proteste verstoß verstöße"),
    "über": words("debatte diskussion streit vertrag bericht berichte gespräche verhandlungen abstimmung"),
}
_FUSED = {"am": "an", "ans": "an", "aufs": "auf", "übers": "über"}
_OF_VERBS = words(  # behind "zum", "zur": "zum Tode verurteilt", "zur Verfügung stellt"
    """tode tod verfügung opfer welt folge kenntnis wehr rede einsatz stillstand erliegen ausdruck sprache seite last
    vorschein rücktritt verantwortung schau neige"""
)
_PRONOUNS = words("ihn ihm ihnen ihr sie uns mich mir dich dir euch sich es")
_HELPERS = frozenset({"worden", "werden", "werde", "würde", "würden"})
_VERBAL = frozenset({"pp", "inf", "izu", "fin", "sep", "to"})


def attaches(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool | None:
    """Whether the phrase with the preposition at ``at`` belongs to the noun before; None where it may or may not.

    The noun phrase begins at ``start``, the clause ends with its verb at ``end``.
    """
    word = tokens[at].word
    if tokens[at + 1].word in _PRONOUNS:
        return False  # "dass Sachsen für ihn keine Stelle hatte"
    if tokens[at - 1].word.endswith(tuple(_TAKES.get(_FUSED.get(word, word), ()))):
        return True
    if word == "zu":
        return tokens[at + 1].tag == "name"  # "die Beziehungen zu Korrenien"
    if word in {"nach", "an"}:  # "der Umzug von Ulm nach Kiel", "der Verkauf von Waffen an Korrenien"
        before = tokens[start:at]
        carried = any(each.word in _ACTS for each in before) and any(each.word in {"von", "vom"} for each in before)
        return carried and tokens[at + 1].tag == "name"
    if word in {"aus", "mit"}:
        behind = _behind(tokens, at + 1, end)
        inside = behind < end and tokens[behind].tag not in _VERBAL
        if word == "aus":  # "ein Fahrer aus Kiel von einem Stein getroffen wurde"
            return inside and all(token.tag == "name" for token in tokens[at + 1 : behind])
        bare = all(token.tag in {"noun", "name"} for token in tokens[at + 1 : behind])
        return inside and bare and _is_passive(tokens, start, at, end, rules) and _names_doer(tokens, behind, end)
    if word not in _ATTACHED or tokens[at + 1].word in rules.months:
        return False  # "steigt von Oktober bis Dezember"
    if word in {"zum", "zur"}:
        return tokens[at + 1].word not in _OF_VERBS and not _is_person(tokens[at - 1], rules)
    return _of(tokens, start, at, end, rules) if word in {"von", "vom"} else True


def _is_person(noun: Token, rules: Rules) -> bool:
    return noun.word in rules.person_nouns | rules.man_nouns | rules.woman_nouns or is_agent(noun.word, rules)


def _behind(tokens: list[Token], at: int, end: int) -> int:
    """Where the nouns that begin at ``at`` are over, with what stands before them."""
    while at < end and tokens[at].tag in {"art", "adj", "num", "pro"} and not tokens[at].capital:
        at += 1
    while at < end and (tokens[at].tag in {"noun", "name"} or tokens[at].capital):
        at += 1
    return at


def _is_passive(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool:
    near = [*tokens[max(0, start - 2) : start], *tokens[end - 1 : end + 2]]
    helped = any(token.word in rules.passives | _HELPERS for token in near)
    return helped and any(token.tag == "pp" for token in tokens[at + 1 : end + 1])


def _names_doer(tokens: list[Token], start: int, end: int) -> bool:
    return any(token.word in {"von", "vom", "durch"} for token in tokens[start:end])


def _of(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool | None:
    """Whether "von …" belongs to the noun before it: in the passive the last one is by whom it was done."""
    head, behind = tokens[at - 1].word, _behind(tokens, at + 1, end)
    if head in _QUANTITIES or head in rules.number_words:
        return True
    led = tokens[at].word == "vom" or tokens[at + 1].tag == "art"
    counted = any(token.tag == "num" or token.text[:1].isdigit() for token in tokens[at + 1 : behind])
    named = [token for token in tokens[at + 1 : behind] if token.tag == "name"]
    office = head.endswith(rules.role_endings) or is_agent(head, rules)
    if not _is_passive(tokens, start, at, end, rules):
        final = behind >= end or tokens[behind].tag in _VERBAL
        if not led or not final or counted:
            return True
        return None if office else False  # "ein Kind vom Dach fiel"
    if _names_doer(tokens, behind, end):
        return True
    if named and not led:
        if len(named) > 1:
            return False  # "das Werk von Max Roth gebaut wurde"
        return True if office else None
    act = head in _ACTS or head in rules.event_nouns or head.endswith(rules.act_nouns)
    people = rules.person_nouns | rules.man_nouns | rules.woman_nouns | rules.group_nouns
    doers = any(token.word in people or is_agent(token.word, rules) for token in tokens[at + 1 : behind])
    return not led and (act or (office and not doers))
