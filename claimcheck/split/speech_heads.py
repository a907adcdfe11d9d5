"""Frames whose verb of saying stands in front: "X sagte, dass …", "X said (that) …", "Am Montag sagte X: „…“"."""

from claimcheck.split.frame import SHORT_QUOTE, TAIL, Frame, filled, is_usable
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.phrases import phrase_end, subject_of, with_name
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import act_at, denies, is_finite, says, verb_positions

__all__ = ["speech_head"]

_FAR = 60  # tokens within which a head has its verb
_OPENING = frozenset('"“„»«”‘')
_NOT_SAID = frozenset({"to", "of", "for", "by", "from", "as"})


def speech_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X sagte, dass …``, ``X sagte: „…“``, ``X said (that) …``."""
    found = _comma_head if rules.clauses is Clauses.COMMA_BOUND else _open_head
    for verb in range(min(len(tokens), _FAR)):
        if not quoted[verb] and (frame := found(tokens, quoted, verb, rules)):
            return frame
    return None


def _apart(tokens: list[Token], start: int, rules: Rules) -> tuple[tuple[int, int], ...]:
    """What stands before a frame and is no part of it: a main clause, joined by a conjunction or a mark."""
    if start < 2 or tokens[0].tag in {"sub", "prep"} or tokens[0].word in rules.subordinators | rules.prepositions:
        return ()
    end = start
    while end and (not tokens[end - 1].is_word or tokens[end - 1].word in rules.coordinators | rules.adverbs):
        end -= 1
    joined = any(tokens[at].word in rules.coordinators or tokens[at].text in ";:–" for at in range(end, start))
    return ((0, end),) if joined and verb_positions(tokens[:end], rules) else ()


def _comma_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the verb comes second, or its auxiliary does: "Meier hat gesagt, dass …"."""
    act = act_at(tokens, verb, rules)
    if not (says(tokens[verb], rules) or act or _says_apart(tokens, verb, rules)):
        return None
    if verb + 1 < len(tokens) and tokens[verb + 1].word == "sich" and tokens[verb].word.startswith("erklär"):
        return None  # "erklärte sich bereit"
    second = _second(tokens, verb, rules)
    if second is None:
        return None
    cut = next((j for j in range(verb + 1, len(tokens)) if tokens[j].text in {",", ":"} or quoted[j]), len(tokens))
    starts = _content_start(tokens, quoted, cut, rules, accusing=tokens[verb].word in rules.accusing)
    if starts is None or denies(tokens[second:cut], rules):
        return None
    found = _speaker(tokens, second, cut, rules)
    if found is None:
        return None
    begin, start, end = found
    usable = is_usable(tokens, start, end, rules)
    speaker = (start, end) if usable else (verb + 1, verb + 1)
    content = filled(((starts, len(tokens)),), tokens)
    return Frame(speaker, (verb, verb + 1), content, _apart(tokens, begin, rules), act=act) if content else None


def _second(tokens: list[Token], verb: int, rules: Rules) -> int | None:
    """Where the finite verb stands that a verb of saying is or belongs to; None for infinitives and nouns."""
    begin = max((j + 1 for j in range(verb) if tokens[j].text in {",", ":", ";"}), default=0)
    helper = next((j for j in range(begin, verb) if tokens[j].word in rules.auxiliaries), None)
    if helper is not None:
        perfect = tokens[helper].word in rules.perfects and (tokens[verb].tag == "pp" or tokens[verb].word[:2] == "ge")
        return helper if perfect else None
    if tokens[begin].tag in {"sub", "rel"} and begin < verb and tokens[begin].word in rules.subordinators | rules.relatives:
        return None  # "nachdem Meier sagte, …"
    if tokens[verb].tag == "pp" and not is_finite(tokens, verb, rules) and verb and tokens[verb - 1].tag != "noun":
        return None
    return verb


def _speaker(tokens: list[Token], second: int, cut: int, rules: Rules) -> tuple[int, int, int] | None:
    """Where a frame begins, and its speaker: before the finite verb, else behind it, else the subject shared before."""
    found = subject_of(tokens, second, rules)
    if found:
        return found[0], *found
    begin = 0
    for at in range(second - 1, 0, -1):
        joins = tokens[at].word in rules.coordinators and any(is_finite(tokens, j, rules) for j in range(at))
        if joins and not tokens[at - 1].capital or tokens[at].text in {":", ";"}:
            begin = at + 1
            break
    at = second + 1
    while at < cut and (tokens[at].word in rules.adverbs | rules.reflexives or tokens[at].tag == "adv"):
        at += 1
    end = phrase_end(tokens, at, cut, rules, close=True) if at < len(tokens) else at
    if end > at and tokens[at].tag != "prep":
        return begin, at, with_name(tokens, at, end, len(tokens), rules)
    shared = phrase_end(tokens, 0, second, rules)
    if second and (begin or tokens[second - 1].text == ","):
        return begin, 0, shared
    return begin, second, second


def _says_apart(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether a verb is one of saying with its particle: "gab an", "stellte fest"."""
    particle = rules.split_speech.get(tokens[verb].word)
    return particle is not None and any(
        token.word == particle and j + 1 < len(tokens) and tokens[j + 1].text in {",", ":"}
        for j, token in enumerate(tokens[verb + 1 : verb + TAIL], verb + 1)
    )


def _content_start(tokens: list[Token], quoted: list[bool], cut: int, rules: Rules, *, accusing: bool) -> int | None:
    """Where what is said begins: behind "dass", at a quotation, or at a clause in reported speech."""
    for at in range(cut, len(tokens)):
        if quoted[at] and not quoted[at - 1]:
            run = next((j for j in range(at, len(tokens)) if not quoted[j]), len(tokens))
            if run - at > SHORT_QUOTE:
                return at
        if tokens[at].text not in {",", ":"} or quoted[at] or at + 1 >= len(tokens):
            continue
        if tokens[at + 1].word in rules.that:
            return at + 2
        if quoted[at + 1] and tokens[at].text == ":":
            return at + 1
        stop = next(
            (j for j in range(at + 1, len(tokens)) if tokens[j].text in {",", ":", ";"} or quoted[j]), len(tokens)
        )
        clause = [token.word for token in tokens[at + 1 : stop]]
        opens = tokens[at + 1].word in rules.subordinators | rules.relatives and not is_finite(
            tokens, min(at + 3, stop - 1), rules
        )
        if not opens and any(
            word in rules.subjunctive or word.startswith(("hätte", "wäre", "würde")) for word in clause
        ):
            return at + 1
        if accusing and "zu" in clause[-4:]:
            return at + 1
    return None


def _open_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the subject comes first: "X said (that) …"."""
    act = act_at(tokens, verb, rules)
    follows = tokens[verb + 1].word if verb + 1 < len(tokens) else ""
    if not verb or not (
        says(tokens[verb], rules) or act or (tokens[verb].word in rules.that_verbs and follows in rules.that)
    ):
        return None
    found = subject_of(tokens, verb, rules)
    if found is None or any(quoted[found[0] : verb]) or denies(tokens[found[0] : verb], rules):
        return None
    start, end = found
    at = _said_from(tokens, quoted, verb, rules)
    if at is None or not is_usable(tokens, start, end, rules):
        return None
    content = filled(((at, len(tokens)),), tokens)
    return Frame((start, end), (verb, verb + 1), content, _apart(tokens, start, rules), act=act) if content else None


def _said_from(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> int | None:
    """Where what is said begins: behind "that", at a quotation, else behind the hearer, if a clause follows."""
    for at in range(verb + 1, min(len(tokens), verb + 20)):
        if quoted[at] and not quoted[at - 1]:
            run = next((j for j in range(at, len(tokens)) if not quoted[j]), len(tokens))
            if run - at > SHORT_QUOTE:
                return at
        if tokens[at].word in rules.that and at + 1 < len(tokens):
            return at + 1 if verb_positions(tokens[at + 1 :], rules) else None
        if tokens[at].text in {";", ".", ":"}:
            break
    at = verb + 1
    skipped = rules.adverbs | rules.relative_days.keys() | rules.weekdays.keys()
    while at < len(tokens) and (tokens[at].word in skipped or tokens[at].text == ","):
        at += 1
    if at + 2 < len(tokens) and tokens[at].capital and tokens[at + 1].word in rules.pronouns:
        at += 1
    hearer = tokens[verb].word in rules.needs_hearer and at + 1 < len(tokens) and not tokens[at].capital
    if hearer and tokens[at].word in rules.group_nouns:
        at += 1  # "told police the man ran"
    if at >= len(tokens) or tokens[at].word in _NOT_SAID | rules.subordinators:
        return None
    if tokens[verb].word not in rules.bare_speech_verbs:
        return None
    plain_said = tokens[verb].word in {"said", "says"} and tokens[at].word in rules.determiners | rules.pronouns
    if plain_said and sum(token.is_word for token in tokens[at:]) > 3:
        return at
    following = verb_positions(tokens[at : at + 25], rules)
    return at if following and following[0] > 0 else None
