"""Frames whose verb of saying stands in front: "X sagte, dass …", "X said (that) …", "Am Montag sagte X: „…“"."""

from claimcheck.split.asides import named_first, opens_subject
from claimcheck.split.frame import SHORT_QUOTE, Frame, filled, is_usable
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.phrases import phrase_end, subject_of
from claimcheck.split.speech import behind_verb, is_time
from claimcheck.split.speech_apart import of_another, second_predicate, stands_apart
from claimcheck.split.speech_beside import as_saying
from claimcheck.split.tellers import can_speak, only_shows
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import act_at, denies, first_finite, is_finite, is_subjunctive, says_at, verb_positions

__all__ = ["speech_head"]

_FAR = 60  # tokens within which a head has its verb
_NOT_SAID = frozenset({"to", "of", "for", "by", "from", "as"})


def speech_head(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X sagte, dass …``, ``X sagte: „…“``, ``X said (that) …``."""
    if rules.as_saying and (frame := as_saying(tokens, quoted, rules)):
        return frame
    found = _comma_head if rules.clauses is Clauses.COMMA_BOUND else _open_head
    for verb in range(min(len(tokens), _FAR)):
        if not quoted[verb] and (frame := found(tokens, quoted, verb, rules)):
            return frame
    return None


def _comma_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the verb comes second, or its auxiliary does: "Meier hat gesagt, dass …"."""
    act = act_at(tokens, verb, rules)
    says = says_at(tokens, verb, rules)
    finds = tokens[verb].word in rules.that_verbs and not tokens[verb].capital
    if not (says or act or finds) or (verb + 1 < len(tokens) and tokens[verb + 1].word in rules.oneself):
        return None
    second = _second(tokens, verb, rules)
    if second is None:
        return None
    cut = next((j for j in range(verb + 1, len(tokens)) if tokens[j].text in {",", ":"} or quoted[j]), len(tokens))
    if finds and not (says or act) and (cut + 1 >= len(tokens) or tokens[cut + 1].word not in rules.that):
        return None
    starts = _content_start(tokens, quoted, cut, rules, accusing=tokens[verb].word in rules.accusing, says=says)
    if starts is None or denies(tokens[second:cut], rules):
        return None
    begin, start, end = _speaker(tokens, second, verb, cut, rules)
    usable = is_usable(tokens, start, end, rules)
    apart = tokens[verb].word in rules.split_speech and tokens[verb].word not in rules.speech_verbs
    if apart and usable and not act and not can_speak(tokens[start:end], rules):
        return None  # "Trotz der Drohungen führten Familien den Plan aus: …"
    if finds and not (says or act or can_speak(tokens[start:end], rules)):
        return None  # "Die Zahlen schlagen alle Erwartungen und zeigen, dass …"
    speaker = (start, end) if usable else (verb + 1, verb + 1)
    content = filled(_sayings(tokens, starts, quoted, rules), tokens)
    return Frame(speaker, (verb, verb + 1), content, stands_apart(tokens, begin, rules), act=act) if content else None


def _second(tokens: list[Token], verb: int, rules: Rules) -> int | None:
    """Where the finite verb stands that a verb of saying is or belongs to; None for infinitives and nouns."""
    if tokens[verb].tag == "inf" and any(token.word in rules.auxiliaries for token in tokens[:verb]):
        return None  # "Er musste klagen, warten und hoffen, dass …"
    begin = max((j + 1 for j in range(verb) if tokens[j].text in {",", ":", ";"}), default=0)
    helper = next((j for j in range(begin, verb) if tokens[j].word in rules.auxiliaries), None)
    if helper is not None:
        perfect = tokens[helper].word in rules.perfects and (tokens[verb].tag == "pp" or "ge" in tokens[verb].word)
        return helper if perfect else None
    if begin < verb and any(token.tag in {"sub", "rel"} for token in tokens[begin : min(begin + 2, verb)]):
        return None  # "nachdem Meier sagte, …"
    if tokens[verb].tag == "pp" and (
        tokens[verb].word.startswith("ge") or any(token.tag == "fin" for token in tokens[begin:verb])
    ):
        return None
    return verb


def _speaker(tokens: list[Token], second: int, verb: int, cut: int, rules: Rules) -> tuple[int, int, int]:
    """Where a frame begins, and its speaker: before the finite verb, else behind it, else the subject shared before."""
    if tokens[verb].word in rules.impersonal and (found := _place(tokens, second, verb, rules)):
        return found
    before = subject_of(tokens, second, rules)
    if before and any(token.tag != "num" for token in tokens[slice(*before)]):  # "Bereits 2009 gab Meier zu"
        return before[0], *before
    begin = 0
    for at in range(second - 1, 0, -1):
        joins = tokens[at].word in rules.coordinators and any(is_finite(tokens, j, rules) for j in range(at))
        if (joins and (at + 1 == second or not tokens[at - 1].capital)) or tokens[at].text in {":", ";"}:
            begin = at + 1
            break
    start, end = behind_verb(tokens, second, rules)
    if end > start:
        return begin, start, min(end, cut) if end > verb > second else end
    if (comma := named_first(tokens, second)) is not None:
        return 0, 0, comma
    if second and (begin or tokens[second - 1].text == ","):
        return begin, *_first_subject(tokens, second, rules)
    return begin, second, second


def _first_subject(tokens: list[Token], stop: int, rules: Rules) -> tuple[int, int]:
    """The subject that a predicate at ``stop`` shares: that of the first finite verb, before it or behind it."""
    first = first_finite(tokens, 1, stop, rules)
    if first is None:
        return stop, stop
    return subject_of(tokens, first, rules) or behind_verb(tokens, first, rules)


def _place(tokens: list[Token], second: int, verb: int, rules: Rules) -> tuple[int, int, int] | None:
    """The source of what "is said", before the verb or behind it: "In dem Papier heißt es", "Es hieß aus Kreisen"."""
    for at in (*range(second), *range(second + 1, len(tokens))):
        if tokens[at].text in {",", ":"} and at > verb:
            break
        if tokens[at].word in rules.prepositions and not is_time(tokens[min(at + 1, len(tokens) - 1)], rules):
            end = phrase_end(tokens, at + 1, second if at < second else len(tokens), rules, close=True)
            if end > at + 1:
                return 0, at + 1, end
    pronoun = any(token.word in rules.expletives for token in tokens[: verb + 3])
    return (0, verb, verb) if pronoun else None


def _content_start(
    tokens: list[Token], quoted: list[bool], cut: int, rules: Rules, *, accusing: bool, says: bool
) -> int | None:
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
        clause = [token.word for token in tokens[at + 1 : stop] if token.is_word]
        marked = any(is_subjunctive(token, rules) for token in tokens[at + 1 : stop])
        opens = tokens[at + 1].tag != "art" and tokens[at + 1].word in rules.subordinators | rules.relatives
        opens = opens and not is_finite(tokens, min(at + 3, stop - 1), rules)
        if not opens and (marked or any(word in rules.backshifted for word in clause)):
            return at + 1
        if says and opens_subject(tokens, at + 1, stop, rules):
            return at + 1
        if says and tokens[at + 1].tag in {"art", "noun", "name", "pro"} and _is_clause(tokens, at + 1, stop, rules):
            return at + 1  # "sagte, die Zahlen stiegen"
        if accusing and "zu" in clause[-4:]:
            return at + 1
        if says and clause[-2:-1] == ["zu"] and clause[-1] in rules.infinitives_told:
            return at + 1  # "gab zu, das Geld genommen zu haben"
    return None


def _sayings(tokens: list[Token], start: int, quoted: list[bool], rules: Rules) -> tuple[tuple[int, int], ...]:
    """What is said from ``start`` on, parted where the speaker goes on: "…, und fügte hinzu, dass …"."""
    for at in range(start + 3, len(tokens) - 3):
        joins = tokens[at].word in rules.coordinators or (
            tokens[at].text == "," and tokens[at + 1].word in rules.adding
        )
        if not joins or quoted[at]:
            continue
        verb = next((j for j in (at + 1, at + 2) if says_at(tokens, j, rules) or tokens[j].word in rules.adding), None)
        that = verb and next(
            (j for j in range(verb + 1, min(len(tokens), verb + 7)) if tokens[j].word in rules.that), None
        )
        if that:
            before = at - 1 if tokens[at - 1].text == "," else at
            return ((start, before), *_sayings(tokens, that + 1, quoted, rules))
    return ((start, len(tokens)),)


def _is_clause(tokens: list[Token], start: int, stop: int, rules: Rules) -> bool:
    """Whether a main clause begins at ``start``: a noun phrase and its finite verb."""
    end = phrase_end(tokens, start, stop, rules)
    if not start < end < stop:
        return False
    verbal = tokens[end].word.endswith(("e", "en", "t", "te", "ten")) and tokens[end].tag in {"", "fin", "inf", "adj"}
    return is_finite(tokens, end, rules) or (verbal and not tokens[end].capital)


def _open_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the subject comes first: "X said (that) …"."""
    act = act_at(tokens, verb, rules)
    follows = tokens[verb + 1].word if verb + 1 < len(tokens) else ""
    says = says_at(tokens, verb, rules) or act
    finds = tokens[verb].word in rules.that_verbs and not tokens[verb].capital
    if not verb or not (says or finds):
        return None
    found = subject_of(tokens, verb, rules)
    begin = found[0] if found else verb
    if found is None:
        begin, found = _shared(tokens, verb, rules)
    elif (again := second_predicate(tokens, found[1], verb, rules)) is not None:
        begin = again
    if found is None or quoted[found[0]] or _denied(tokens, *found, verb, rules):
        return None
    start, end = found
    reported = any(token.word in rules.documents for token in tokens[start:end])
    clause = tokens[verb].word in rules.clause_verbs and _clause_follows(tokens, verb + 1, rules)
    if not (says or clause or (follows in rules.that and can_speak(tokens[start:end], rules)) or reported):
        return None  # "two seasons show that"
    ends = tokens[verb].word in {"concluded", "concludes"} and follows not in rules.that
    if ends or only_shows(tokens[start:end], tokens[verb], rules):
        return None  # "The summit concluded today without a word"
    if any(tokens[j].word in rules.passives for j in range(max(end, verb - 2), verb)):
        return None  # "It is hoped that"
    at = _said_from(tokens, quoted, verb, rules, bare=reported)
    if at is None or not is_usable(tokens, start, end, rules):
        return None
    content = filled(_sayings(tokens, at, quoted, rules), tokens)
    return (
        Frame((start, end), (verb, verb + 1), content, stands_apart(tokens, begin, rules), act=act) if content else None
    )


def _clause_follows(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a subject and its finite verb begin at ``at``: "ruled the plan was legal"."""
    end = phrase_end(tokens, at, len(tokens), rules)
    verb = end
    if at < len(tokens) and tokens[at].word == "there":
        end = verb = at + 1
    while verb < len(tokens) and tokens[verb].tag == "adv":
        verb += 1
    return at < end <= verb < len(tokens) and is_finite(tokens, verb, rules)


def _denied(tokens: list[Token], start: int, end: int, verb: int, rules: Rules) -> bool:
    """Whether nobody says it, or whoever is named does not: "nobody said", "Lee did not say"."""
    near = verb
    while near > end and tokens[near - 1].is_word:
        near -= 1
    stop = next((at for at in range(start, end) if tokens[at].word in rules.relatives), end)
    return denies(tokens[start:stop], rules) or denies(tokens[near:verb], rules)


def _shared(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, tuple[int, int] | None]:
    """Where a second predicate begins, and the subject it shares: "Lee denied it and said that …"."""
    at = verb - 1
    while at > 0 and (tokens[at].tag == "adv" or tokens[at].word in rules.auxiliaries):
        at -= 1
    if at < 2 or tokens[at].word not in rules.coordinators:
        return verb, None
    first = next((j for j in verb_positions(tokens[:at], rules) if j), None)
    return at + 1, subject_of(tokens, first, rules) if first else None


def _said_from(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules, *, bare: bool) -> int | None:
    """Where what is said begins: behind "that", at a quotation, else behind the hearer, if a clause follows."""
    for at in range(verb + 1, min(len(tokens), verb + 20)):
        if quoted[at] and not quoted[at - 1]:
            run = next((j for j in range(at, len(tokens)) if not quoted[j]), len(tokens))
            if run - at > SHORT_QUOTE:
                return at
        if at > verb + 1 and is_finite(tokens, at - 1, rules):
            break
        if tokens[at].word in rules.coordinators and says_at(tokens, min(at + 1, len(tokens) - 1), rules):
            return None  # "demanded higher pay and complained that …": another verb's
        if tokens[at].word in rules.that and at + 1 < len(tokens):
            if at > verb + 1 and tokens[at - 1].tag == "noun" and tokens[at + 1].tag == "fin":
                return None  # "praised the sources that allowed it"
            rest = tokens[at + 1 :]
            verbal = verb_positions(rest, rules) or any(token.tag in {"to", "inf"} for token in rest)
            return at + 1 if verbal and sum(token.is_word for token in rest) > 2 else None
        if tokens[at].text == ":" and at + 1 < len(tokens) and quoted[at + 1]:
            return at + 1
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
    while at < len(tokens) and tokens[at].tag == "prep":  # "said in a memo the plan was dead"
        end = phrase_end(tokens, at + 1, len(tokens), rules, close=True)
        at = end if end > at + 1 else len(tokens)
    if at >= len(tokens) or tokens[at].word in _NOT_SAID | rules.subordinators | rules.relatives:
        return None
    if tokens[verb].word not in rules.bare_speech_verbs and not bare:
        return at if tokens[verb].word in rules.clause_verbs and _clause_follows(tokens, at, rules) else None
    end = phrase_end(tokens, at, len(tokens), rules)
    if at < end < len(tokens) and tokens[end].word in rules.infinitive_marks | {"to"}:
        return None  # "told them to stay"
    if tokens[verb].word in {"said", "says"} and at < end < len(tokens) - 1 and tokens[end].tag in {"fin", "pp", "inf"}:
        return at
    plain_said = tokens[verb].word in {"said", "says"} and tokens[at].word in rules.determiners | rules.pronouns
    if plain_said and sum(token.is_word for token in tokens[at:]) > 3:
        return at
    following = verb_positions(tokens[at : at + 25], rules)
    following = [j for j in following if tokens[at + j - 1].tag != "rel" or j == 0]  # "said little of a man who is"
    if following and of_another(tokens, at, at + following[0], rules):
        return None  # "reported poor results, and the firm cut 300 jobs"
    contracted = bool(following) and "’" in tokens[at].word.replace("'", "’")
    return at if following and (following[0] > 0 or contracted) else None
