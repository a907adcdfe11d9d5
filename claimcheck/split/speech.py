"""Frames with a verb of saying: "…, sagte X", "…, X said", "X sagte, dass …", "X said (that) …", quotations."""

from claimcheck.split.appositions import beside_age, named_before
from claimcheck.split.frame import MARKS, SHORT_QUOTE, TAIL, Frame, filled, is_usable, speaker_end
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import act_at, denies, is_finite, says, verb_positions

__all__ = ["speech_colon", "speech_head", "speech_tail"]

_OPENING = frozenset('"“„»«”')
_FAR = 40  # tokens within which a head has its verb


def speech_tail(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, sagte X.``, ``…, said X``, ``…, X said``, in the middle of a sentence too."""
    bounds = [j for j in range(len(tokens)) if tokens[j].text in MARKS | {".", "?", "!", "(", ")"} and not quoted[j]]
    bounds = [j for j in bounds if not beside_age(tokens, j)]
    closing = [j for j in range(SHORT_QUOTE, len(tokens)) if all(quoted[j - SHORT_QUOTE : j]) and not quoted[j]]
    for left in sorted({*(b + 1 for b in bounds), *closing}):
        if left < 2 or left >= len(tokens) or quoted[left] or tokens[left].text in MARKS:
            continue
        if not verb_positions(tokens[:left], rules) and not any(quoted[:left]):
            continue
        right = next((j for j in range(left, len(tokens)) if j in bounds or quoted[j]), len(tokens))
        verbs = [j for j in range(left, min(right, left + TAIL)) if says(tokens[j], rules) or act_at(tokens, j, rules)]
        if not verbs or right - left > TAIL + 8:
            continue
        verb = verbs[0]
        last = verb + 1 >= len(tokens) or not tokens[verb + 1].is_word
        if verb == left and (tokens[verb].word in rules.needs_hearer or (last and not rules.ordinal_dots)):
            speaker = named_before(tokens, quoted, left, rules)
            if speaker is None:
                continue
            left = speaker[0]
            if any(quoted[left - 1 : left]) is False and tokens[left - 1].text != ",":
                continue
        elif verb == left:
            end = speaker_end(tokens, verb + 1, rules)
            speaker = (verb + 1, end)
            right = max(right, next((j for j in bounds if j >= end), len(tokens)))
        elif (
            rules.clauses is Clauses.SUBJECT_FIRST
            and verb - left <= 10
            and _only_verb(tokens, left, verb, right, rules)
        ):
            speaker = (left, verb)
        else:
            continue
        if not is_usable(tokens, *speaker, rules):
            if not says(tokens[verb], rules):
                continue
            speaker = (verb + 1, verb + 1)
        rest = right + 1 if right < len(tokens) and tokens[right].text in MARKS | {"."} else right
        said = (0, left - 1 if tokens[left - 1].text == "," else left)
        opened = _long_quote(tokens, quoted, verb)
        if opened is not None and not any(quoted[:left]):  # "Asked why, Smith said, “…”"
            return Frame(speaker, (verb, verb + 1), ((opened, len(tokens)),))
        goes_on = rest < len(tokens) and (quoted[rest] or tokens[rest].word in rules.coordinators)
        content = filled((said, (rest, len(tokens))) if goes_on else (said,), tokens)
        return Frame(speaker, (verb, verb + 1), content) if content else None
    return None


def _long_quote(tokens: list[Token], quoted: list[bool], after: int) -> int | None:
    """Where the first quotation of some length behind ``after`` begins."""
    start = None
    for at in range(after, len(tokens) + 1):
        if at < len(tokens) and quoted[at]:
            start = at if start is None else start
        elif start is not None:
            if at - start > SHORT_QUOTE:
                return start
            start = None
    return None


def _only_verb(tokens: list[Token], left: int, verb: int, right: int, rules: Rules) -> bool:
    """Whether a stretch is a speaker and its verb of saying, with at most an adverbial behind."""
    first = tokens[left].word
    if first in rules.coordinators or first in rules.subordinators or first in rules.prepositions:
        return False
    if verb_positions(tokens[left:verb], rules):
        return False
    behind = tokens[verb + 1 : right]
    return (
        not behind
        or behind[0].word in rules.speaker_ends
        or behind[0].word in rules.adverbs
        or (len(behind) <= 4 and not verb_positions(behind, rules))
    )


def speech_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X sagte, dass …``, ``X sagte: „…“``, ``X said (that) …``."""
    found = _comma_head if rules.clauses is Clauses.COMMA_BOUND else _open_head
    return found(tokens, quoted, rules)


def speech_colon(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X spottete: „…“``: any verb may stand before a colon and a quotation."""
    colon = next(
        (at for at in range(2, len(tokens) - 1) if tokens[at].text == ":" and quoted[at + 1] and not quoted[at]), None
    )
    opened = _long_quote(tokens, quoted, colon) if colon else None
    if colon is None or opened != colon + 1:
        return None
    verb = next((at for at in verb_positions(tokens[:colon], rules) if at and not quoted[at]), None)
    if verb is None or denies(tokens[:colon], rules) or tokens[0].word in rules.prepositions | rules.subordinators:
        return None
    start = _subject_start(tokens, verb, rules)
    end = _trim_adverbs(tokens, start, verb, rules)
    if not is_usable(tokens, start, end, rules):
        return None
    return Frame((start, end), (verb, verb + 1), ((opened, len(tokens)),))


def _comma_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    for verb in range(min(len(tokens), _FAR)):
        act = act_at(tokens, verb, rules)
        if quoted[verb] or not (says(tokens[verb], rules) or act or _says_apart(tokens, verb, rules)):
            continue
        cut = next((j for j in range(verb + 1, len(tokens)) if tokens[j].text in {",", ":"} or quoted[j]), len(tokens))
        starts = _content_start(tokens, quoted, cut, rules, accusing=tokens[verb].word in rules.accusing)
        if starts is None or denies(tokens[:cut], rules):
            continue
        before = [j for j in range(verb) if is_finite(tokens, j, rules) and tokens[j].word not in rules.auxiliaries]
        inverted = tokens[0].word in rules.prepositions | rules.adverbs or verb == 0
        if before and not inverted:
            return None
        start = verb + 1 if inverted else _subject_start(tokens, verb, rules)
        end = speaker_end(tokens, start, rules, cut) if inverted else _trim_adverbs(tokens, start, verb, rules)
        helper = next((j for j in range(start, end) if tokens[j].word in rules.auxiliaries), None)
        end = _trim_adverbs(tokens, start, helper, rules) if helper and not inverted else end
        speaker = (start, end) if is_usable(tokens, start, end, rules) else (verb + 1, verb + 1)
        content = filled(((starts, len(tokens)),), tokens)
        return Frame(speaker, (verb, verb + 1), content, act=act) if content else None
    return None


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


def _open_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    verbs = [
        j
        for j in range(1, min(len(tokens), _FAR))
        if not quoted[j]
        and (
            says(tokens[j], rules)
            or act_at(tokens, j, rules)
            or (tokens[j].word in rules.that_verbs and j + 1 < len(tokens) and tokens[j + 1].word in rules.that)
        )
    ]
    for verb in verbs:
        others = [
            j for j in verb_positions(tokens[:verb], rules) if not quoted[j] and tokens[j].word not in rules.auxiliaries
        ]
        start = _subject_start(tokens, verb, rules)
        others = [j for j in others if not any(token.word in rules.relatives for token in tokens[start:j])]
        if any(j >= start for j in others) or any(quoted[start:verb]):
            continue
        if denies(tokens[start:verb], rules):
            continue
        end = _trim_adverbs(tokens, start, verb, rules)
        at = _said_from(tokens, quoted, verb, rules)
        if (
            at is None
            or not is_usable(tokens, start, end, rules)
            or tokens[start].word in rules.relatives | rules.subordinators
        ):
            continue
        content = filled(((at, len(tokens)),), tokens)
        own = start and tokens[start - 1].word in rules.coordinators and verb_positions(tokens[:start], rules)
        apart = ((0, start - 1),) if own else ()
        act = act_at(tokens, verb, rules)
        return Frame((start, end), (verb, verb + 1), content, apart=apart, act=act) if content else None
    return None


def _said_from(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> int | None:
    """Where what is said begins: behind "that", at a quotation, else behind the hearer, if a clause follows."""
    for at in range(verb + 1, min(len(tokens), verb + 14)):
        if quoted[at] and not quoted[at - 1]:
            run = next((j for j in range(at, len(tokens)) if not quoted[j]), len(tokens))
            if run - at > SHORT_QUOTE:
                return at
        if tokens[at].word in rules.that:
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
    if at >= len(tokens) or tokens[at].word in {"to", "of", "for", "by", "from", "as"} | rules.subordinators:
        return None
    if tokens[verb].word not in rules.bare_speech_verbs:
        return None
    plain_said = tokens[verb].word in {"said", "says"} and tokens[at].word in rules.determiners | rules.pronouns
    if plain_said and sum(token.is_word for token in tokens[at:]) > 3:
        return at
    following = verb_positions(tokens[at : at + 25], rules)
    return at if following and following[0] > 0 else None


def _subject_start(tokens: list[Token], verb: int, rules: Rules) -> int:
    """Where the subject before a verb begins: behind an adverbial in front of it."""
    start = 0
    while start < verb and (
        tokens[start].word in rules.coordinators | rules.adverbs or tokens[start].text in _OPENING | MARKS
    ):
        start += 1
    first = tokens[start].word if start < len(tokens) else ""
    opens = (
        first in rules.prepositions | rules.subordinators
        or first.endswith(("ing", "ed"))
        or first in {"last", "late", "earlier"}
    )
    commas = [j for j in range(start, verb) if tokens[j].text in {",", ";"}]
    ands = [
        j for j in range(start, verb) if tokens[j].word in rules.coordinators and verb_positions(tokens[start:j], rules)
    ]
    if ands and (rules.clauses is Clauses.SUBJECT_FIRST):
        return ands[-1] + 1
    return commas[0] + 1 if opens and commas and rules.clauses is Clauses.SUBJECT_FIRST else start


def _trim_adverbs(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    while end > start and (tokens[end - 1].word in rules.adverbs | rules.auxiliaries or tokens[end - 1].text == ","):
        end -= 1
    return end
