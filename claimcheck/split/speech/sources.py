"""Frames that name a source beside what it says: "laut X", "according to X", "…, so X", "wie X berichtete"."""

from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.speech.agents import is_owned_view
from claimcheck.split.speech.frame import (
    MARKS,
    TAIL,
    Frame,
    filled,
    is_subject_apposed,
    is_usable,
    phrase_at,
    source_end,
    speaker_end,
)
from claimcheck.split.speech.relayed import is_heard, source_place
from claimcheck.split.speech.source_openers import opens_source, past_addressee, with_body
from claimcheck.split.words.pronouns import WHOSE
from claimcheck.split.words.tellers import can_speak, is_agent
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, is_finite, says_at, verb_positions

__all__ = ["as_reported", "source_after", "source_before"]

_NO_DATIVE = frozenset({"die", "das", "ein", "eine", "einen", "und", "genug", "werden"})
_NO_WORD = words(
    """legend tradition traditions myth custom lore belief schedule plan plans need needs size age law laws rules
    regulations principles instructions standards"""
)
_RANKED = words("title titles belt belts champion champions championship crown ranking rankings")
_LEARNED = frozenset({"erfuhr", "erfuhren"})
_NAMED = 7  # tokens of a source in front of its name


def source_before(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``laut X``, ``according to X``."""
    for at in range(len(tokens)):
        length = 0 if quoted[at] else phrase_at(tokens, at, rules.source_before)
        if not length and not quoted[at]:
            length = opens_source(tokens, at, rules)
        if not length or (tokens[at].word == "laut" and tokens[min(at + 1, len(tokens) - 1)].word in _NO_DATIVE):
            continue  # "lasen laut die Namen vor"
        start = at + length
        told = tokens[start - 1].word in {"angaben", "auskunft"} and start + 1 < len(tokens)
        start += told and tokens[start].word in {"von", "vom"}
        whose = start + 1 < len(tokens) and tokens[start].word in WHOSE  # "laut dessen Aussage"
        end = start + 2 if whose else source_end(tokens, start, rules)
        goes_on = start + 2 < len(tokens) and tokens[start + 2].word in rules.of_words  # "their account of the day"
        end = start + 2 if is_owned_view(tokens[start : start + 2], rules) and not goes_on else end
        end = with_body(tokens, end, rules) if at == 0 and rules.comma_bound else end
        end = _without_subject(tokens, start, end, rules) if at == 0 else end
        if at == 0 and end == start:
            return None  # "According to Leeds police officers were hurt"
        if not is_usable(tokens, start, end, rules) or tokens[end - 1].word in _NO_WORD:
            continue  # "according to tradition"
        if at and rules.subject_first and tokens[at - 1].word in _RANKED:
            continue  # "defended his title according to the WBC"
        if _in_relative_clause(tokens, at, rules):
            continue  # "eine Agenda, die laut Meier …": the rest is not Meier's word
        over = past_addressee(tokens, start, end, rules)
        rest = _past_apposition(tokens, over, rules)
        if _opens_clause(tokens, at, rest, rules):  # "Sie wurde gesperrt, laut BNT soll auch …"
            return Frame((start, end), (at, start), filled(((rest, len(tokens)),), tokens), ((0, at - 1),))
        content = _around(tokens, quoted, at, over, rules)
        if len(content) == 1 and (but := _turns(tokens, *content[0], rules)) is not None:
            apart = (0, but - (tokens[but - 1].text == ","))
            return Frame((start, end), (at, start), ((but + 1, content[0][1]),), (apart,))
        return Frame((start, end), (at, start), content)
    return None


def _turns(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where "but" parts a clause from the one that an English source behind it says: "It shut, but …, Lee said"."""
    if not rules.subject_first or start or end >= len(tokens) - 1:
        return None
    return next(
        (
            at
            for at in range(3, end - 3)
            if tokens[at].word == "but" and own_clause(tokens, 0, at, rules) and own_clause(tokens, at + 1, end, rules)
        ),
        None,
    )


def _without_subject(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """Where an English source is over that a subject follows without a comma: "According to Nordline | sales rose".

    ``start`` where it cannot be told: a noun for somebody behind a name may belong to it, "Leeds police officers".
    """
    verb = end < len(tokens) and is_finite(tokens, end, rules)
    verb = verb and (tokens[end].tag == "fin" or tokens[end].word in rules.auxiliaries)
    if not rules.subject_first or not verb:
        return end
    stop = max((at + 1 for at in range(start, end) if tokens[at].capital), default=end)
    subject = tokens[stop:end]
    return start if not subject or can_speak(subject, rules) or is_agent(subject[0].word, rules) else stop


def _in_relative_clause(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a source stands in a relative clause in the middle of a sentence, where the verb comes last."""
    opener = max((j + 1 for j in range(at) if tokens[j].text == ","), default=0)
    if not rules.comma_bound or not 1 < opener < at:
        return False
    related = tokens[opener + 1] if tokens[opener].tag == "prep" else tokens[opener]  # "mit denen laut Polizei …"
    return related.tag == "rel" or (related is not tokens[opener] and related.word in rules.relatives)


def _opens_clause(tokens: list[Token], at: int, rest: int, rules: Rules) -> bool:
    """Whether a source stands at the front of a second main clause."""
    if at < 4 or rest >= len(tokens) or not verb_positions(tokens[: at - 1], rules):
        return False
    if rules.comma_bound:
        joins = not tokens[at - 1].is_word or (tokens[at - 1].word in rules.coordinators and tokens[at - 2].text == ",")
        return joins and is_finite(tokens, rest, rules)
    return tokens[at - 1].word in rules.coordinators and bool(verb_positions(tokens[rest:], rules))


def _around(tokens: list[Token], quoted: list[bool], at: int, end: int, rules: Rules) -> tuple[tuple[int, int], ...]:
    """What a source that stands in ``[at, end)`` says: what follows it at the front, what precedes it elsewhere."""
    rest = _past_apposition(tokens, end, rules)
    front = at == 0 or (at == 1 and tokens[0].word in rules.coordinators)
    if front:
        return filled(((rest, len(tokens)),), tokens)
    closed = tokens[at - 1].text in MARKS
    before = (0, at - 1 if closed else at)
    if not closed and end < len(tokens) - 1:
        return ((0, len(tokens)),)
    inserted = closed and end < len(tokens) and tokens[end].text == "," and rest < len(tokens)
    if inserted and tokens[rest].tag in {"prep", "sub", "pp", "ing", "adv", "fin", "adj"} and not quoted[rest]:
        return ((0, len(tokens)),)  # "It was, according to Lee, shut"
    goes_on = rest < len(tokens) and rest > end and (quoted[rest] or tokens[rest].word in rules.coordinators)
    if goes_on or not verb_positions(tokens[: at - 1], rules):
        return filled((before, (rest, len(tokens))), tokens)
    return filled((before,), tokens)


def _past_apposition(tokens: list[Token], end: int, rules: Rules) -> int:
    """The place behind a source and what is put beside it between commas: "laut Max Meier, Leiter des Amts, …"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    close = next((j for j in range(end + 1, min(len(tokens), end + TAIL)) if tokens[j].text == ","), None)
    if close in {None, end + 1} or close + 2 >= len(tokens) or is_finite(tokens, end + 1, rules):
        return end + 1
    inner = tokens[end + 1 : close]
    if is_subject_apposed(tokens, close, rules):
        return end + 1  # "according to police, Lee, 43, died"
    related = inner[0].tag == "rel" or inner[0].word in rules.relatives
    nominal = not verb_positions(inner, rules)
    follows = is_finite(tokens, close + 1, rules) or rules.subject_first
    return close + 1 if (related or nominal) and follows else end + 1


def source_after(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X zufolge``, ``dem Bericht nach``: the sentence stays whole."""
    for at in range(1, len(tokens)):
        noun = tokens[at - 1].word
        by_document = tokens[at].word in rules.after_documents and noun in rules.documents | rules.views
        if quoted[at] or not (tokens[at].word in rules.source_after or by_document):
            continue
        start = at
        while start and at - start < 6 and tokens[start - 1].is_word and not is_finite(tokens, start - 1, rules):
            start -= 1
            linked = start > 1 and tokens[start].word in rules.genitives and tokens[start - 1].tag == "noun"
            if tokens[start].word in rules.determiners and (not linked or _is_study(tokens, start, at, rules)):
                break
        loose = rules.comma_bound and not any(token.tag == "art" for token in tokens[start:at])
        if loose and any(token.tag in {"adv", "num"} for token in tokens[start:at]):
            start = at - 1  # "Sie blieb drei Wochen lang Angaben zufolge"
            while tokens[start - 1].tag in {"adj", "name"}:
                start -= 1
        if tokens[start].word in rules.first_second_person - rules.pronouns:
            continue  # "unserer Meinung nach"
        apposed = _named_between(tokens, at)
        start = start if apposed is None else apposed
        while start < at - 1 and (tokens[start].tag == "adv" or tokens[start].word in rules.oneself):
            start += 1
        front = start == 0 and at + 1 < len(tokens) and is_finite(tokens, at + 1, rules)
        if tokens[at - 1].word in rules.object_pronouns:
            start = at - 1  # "ihm zufolge"
        return Frame(
            (start, at)
            if is_usable(tokens, start, at, rules)
            or tokens[at - 1].word in rules.object_pronouns
            or tokens[at - 1].word in rules.documents
            else (at, at),
            (at, at + 1),
            ((at + 1 if front else 0, len(tokens)),),
        )
    return None


def _is_study(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether a document is the source itself: "droht den Bäckern einer Studie zufolge", not "den Autoren einer …"."""
    before = tokens[start - 1].word
    documents = rules.documents | rules.reports
    studied = any(
        token.word in documents or token.word.endswith(rules.naming.surveys)
        for token in tokens[start + 1 : at]
        if token.tag == "noun"
    )
    return studied and tokens[start].word in rules.indefinite and before not in rules.views | documents


def _named_between(tokens: list[Token], at: int) -> int | None:
    """Where a source begins whose name stands between commas: "dem Sprecher des Amts, Jan Meier, zufolge"."""
    if tokens[at - 1].text != ",":
        return None
    comma = next((j for j in range(at - 2, max(0, at - 6), -1) if tokens[j].text == ","), None)
    if comma is None or not all(token.capital for token in tokens[comma + 1 : at - 1]):
        return None
    begin = comma
    while begin and comma - begin < _NAMED and tokens[begin - 1].is_word:
        begin -= 1
    return begin if tokens[begin].word in {"dem", "der"} else None


def as_reported(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, wie X berichtete``, ``as X reported``, ``wie aus dem Bericht hervorgeht``."""
    for at in range(len(tokens) - 2):
        if quoted[at] or tokens[at].word not in rules.as_reported or (at and tokens[at - 1].text != ","):
            continue
        stop = _clause_end(tokens, at + 1, rules)
        begin = at + 1
        while begin < stop and (tokens[begin].tag in {"prep", "adv"} or tokens[begin].word in rules.reflexives):
            begin += 1
        shows = [j for j in range(begin, stop) if tokens[j].word in rules.emerging]
        told = [
            j
            for j in range(begin + 1, stop)
            if says_at(tokens, j, rules)
            or _found_out(tokens, j, stop, rules)
            or (act_at(tokens, j, rules) and j + 1 == stop and rules.comma_bound)
        ]
        if rules.comma_bound and (passed := _passed_on(tokens, at + 1, stop, rules)):
            rest = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
            content = filled(((0, max(0, at - 1)), (rest, len(tokens))), tokens)
            return Frame(passed, (stop - 1, stop), content) if content else None
        if not (told or shows) or stop - at > TAIL + 8:
            continue
        said = (told or shows)[-1]
        if stop - said > 7 or (rules.comma_bound and stop - said > 2):
            continue
        end = _with_apposed(tokens, speaker_end(tokens, begin, rules, said), said)
        if is_usable(tokens, begin, end, rules):
            rest = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
            content = filled(((0, max(0, at - 1)), (rest, len(tokens))), tokens)
            return Frame((begin, end), (said, said + 1), content) if content else None
    return None


def _passed_on(tokens: list[Token], start: int, stop: int, rules: Rules) -> tuple[int, int] | None:
    """The source of "wie es in Kreisen hieß" or "wie von Meier zu erfahren war", empty where none is named."""
    verb = next((j for j in range(max(start, stop - 2), stop) if is_heard(tokens, j, rules)), None)
    learned = tokens[stop - 1].word in _LEARNED or (stop > 1 and tokens[stop - 2].word == "erfahren")
    passed = tokens[start].word in rules.expletives and tokens[stop - 1].word in rules.impersonal
    if verb is None and not passed and not learned:
        return None
    found = source_place(tokens, verb or stop - 1, stop, rules, clause=start)
    return found or (None if learned else (start, start))


def _with_apposed(tokens: list[Token], end: int, said: int) -> int:
    """Where a source ends with its name between commas: "wie die Leiterin, Ina Meier, sagte"."""
    close = next((j for j in range(end + 1, said) if tokens[j].text == ","), end)
    named = close > end and tokens[end].text == "," and all(token.capital for token in tokens[end + 1 : close])
    return close if named else end


def _clause_end(tokens: list[Token], start: int, rules: Rules) -> int:
    """Where the clause with who reported is over: behind its verb, past a name between commas."""
    ends = [j for j in range(start, min(len(tokens), start + TAIL + 8)) if _ends(tokens, j)]
    for end in ends[: 3 if rules.comma_bound else 1]:
        told = (says_at(tokens, j, rules) or act_at(tokens, j, rules) for j in range(start, end))
        if any(told) or any(token.word in rules.emerging for token in tokens[start:end]):
            return end
    return ends[0] if ends else len(tokens)


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether a mark ends a clause that names who reported."""
    return tokens[at].text in MARKS - {"-"} or (tokens[at].text == "." and at + 1 == len(tokens))


def _found_out(tokens: list[Token], at: int, stop: int, rules: Rules) -> bool:
    """Whether a verb at the end of a clause tells what somebody found: "wie Forscher herausgefunden haben"."""
    if tokens[at].word not in rules.that_verbs or tokens[at].capital or stop - at > 2:
        return False
    reported = any(token.word in rules.documents for token in tokens[max(0, at - TAIL) : at])
    return reported or tokens[at].tag == "pp"
