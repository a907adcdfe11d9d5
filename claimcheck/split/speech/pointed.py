"""Frames of German that point back or ahead: "…, das legt eine Studie nahe", "Meier zweifelt nicht: Es sei …"."""

from claimcheck.split.cutting.phrases import phrase_end, subject_of
from claimcheck.split.languages import Rules
from claimcheck.split.languages.word_lists import words
from claimcheck.split.speech.frame import Frame, filled, is_usable, speaker_end
from claimcheck.split.speech.relayed import shown_by
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, is_subjunctive, says_at, verb_positions

__all__ = ["pointed_source", "speech_behind_colon", "speech_behind_indirect", "speech_pointed"]

_ONWARD = words("weiter und er sie heißt hieß es so")  # words that only carry speech on
_EMERGES = frozenset({"geht", "ging", "gehe", "gehen", "gingen"})  # "Das geht aus einem Papier hervor"
_LEAST = 3  # tokens of what is said


def speech_pointed(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, das legt eine Studie nahe``, ``… – dies teilte die Stadt mit``: the clause in front is what is said."""
    if not rules.comma_bound:
        return None
    for at in range(_LEAST, len(tokens) - 2):
        if tokens[at].text not in {",", "-", "–", "—", ";"} or quoted[at] or tokens[at + 1].word not in rules.pointing:
            continue
        found = pointed_source(tokens, at + 1, rules)
        if found and verb_positions(tokens[:at], rules):
            return Frame(found, (at + 2, at + 3), filled(((0, at),), tokens))
    return None


def pointed_source(tokens: list[Token], at: int, rules: Rules) -> tuple[int, int] | None:
    """Who is said to have said what a word at ``at`` points at: "Das hat das Gericht entschieden"; None for none."""
    verb = at + 1
    if verb + 1 >= len(tokens):
        return None
    word, start = tokens[verb].word, verb + 1
    emerged = None
    if word in _EMERGES and tokens[start].word == "aus":
        start += 1
        stop = next((j for j in range(start, len(tokens)) if not tokens[j].is_word), len(tokens))
        emerged = stop - 1 if tokens[stop - 1].word == "hervor" else None
    elif shown_by(tokens, verb, len(tokens), rules):
        return start, phrase_end(tokens, start, len(tokens), rules, close=True)
    elif word in rules.perfects:
        last = next((j for j in range(start + 1, len(tokens)) if not tokens[j].is_word), len(tokens))
        if tokens[last - 1].word not in rules.speech_verbs | rules.that_verbs:
            return None
    elif not (says_at(tokens, verb, rules) or word in rules.telling_verbs | rules.that_verbs):
        return None
    end = emerged or speaker_end(tokens, start, rules)
    usable = end > start and is_usable(tokens, start, end, rules) and can_speak(tokens[start:end], rules)
    if usable and word in rules.that_verbs and not emerged:  # "Das zeigt der Auftritt von Lee": it is no source
        usable = can_speak(head_of(tokens[start:end], rules), rules)
    return (start, end) if usable else None


def speech_behind_colon(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Zweifel zeigte die Ministerin nicht: Der Einsatz sei …``: what follows in reported speech is the subject's."""
    if not rules.comma_bound:
        return None
    for at in range(1, len(tokens) - _LEAST):
        if tokens[at].text != ":" or quoted[at] or quoted[at + 1]:
            continue
        if {"weiter"} <= {token.word for token in tokens[:at]} <= _ONWARD:  # "Und weiter: …"
            return Frame((at, at), (0, at), ((at + 1, len(tokens)),))
        verbs = verb_positions(tokens[at + 1 :], rules)
        if not verbs or not is_subjunctive(tokens[at + 1 + verbs[0]], rules):
            continue
        found = _teller(tokens, at, rules)
        indirect = any(is_subjunctive(tokens[j], rules) for j in verb_positions(tokens[:at], rules))
        if found and not indirect:  # "Der Grund sei einfach: Es fehle Geld" is whole the word of somebody else
            apart = ((0, at),) if verb_positions(tokens[:at], rules) else ()
            return Frame(found, (at, at + 1), ((at + 1, len(tokens)),), apart)
    return None


def speech_behind_indirect(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``Am Südpol müsse es Wasser geben, schlossen die Forscher``: any verb voices what is in reported speech."""
    if not rules.comma_bound:
        return None
    for at in range(_LEAST, len(tokens) - 2):
        verb = at + 1
        if tokens[at].text != "," or quoted[at] or tokens[verb].tag != "fin" or tokens[verb].word in rules.auxiliaries:
            continue
        verbs = verb_positions(tokens[:at], rules)
        end = phrase_end(tokens, verb + 1, len(tokens), rules, close=True)
        closes = end == len(tokens) or not tokens[end].is_word or tokens[end].tag in {"prep", "adv"}
        found = (verb + 1, end)
        indirect = verbs and (is_subjunctive(tokens[verbs[0]], rules) or tokens[verbs[0]].word in rules.backshifted)
        if not indirect or not closes or end == verb + 1:
            continue
        usable = tokens[verb + 1].word not in rules.oblique and is_usable(tokens, *found, rules)
        if usable and can_speak(tokens[slice(*found)], rules):
            return Frame(found, (verb, verb + 1), ((0, at),))
    return None


def _teller(tokens: list[Token], stop: int, rules: Rules) -> tuple[int, int] | None:
    """The subject of a clause that ends at ``stop``, before its verb or behind it, where it can be one who speaks."""
    verb = next((j for j in range(1, stop) if is_finite(tokens, j, rules)), None)
    if verb is None:
        return None
    before = subject_of(tokens, verb, rules)
    end = phrase_end(tokens, verb + 1, stop, rules, close=True)
    for found in (before, (verb + 1, end)):
        if found and found[0] < found[1] and is_usable(tokens, *found, rules) and _someone(tokens, found, rules):
            return found
    return None


def _someone(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a noun phrase names one who speaks, not a thing beside a name: "Zweifel an Meier"."""
    start, end = found
    inner = next((j for j in range(start + 1, end) if tokens[j].tag == "prep"), end)
    return can_speak(tokens[start:inner], rules)
