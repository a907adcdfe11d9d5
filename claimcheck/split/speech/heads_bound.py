"""Frames of German whose verb of saying stands in front: "Meier sagte, dass …", "Am Montag sagte Meier: „…“"."""

from claimcheck.split.cutting.phrases import phrase_end, subject_of, with_name
from claimcheck.split.languages import Rules
from claimcheck.split.speech.apart import sayings, stands_apart, with_partner
from claimcheck.split.speech.asides import named_first, opens_subject
from claimcheck.split.speech.frame import SHORT_QUOTE, Frame, filled, is_usable
from claimcheck.split.speech.inverted import behind_object, is_unknown_name
from claimcheck.split.speech.relayed import is_heard, relayed_by, source_place
from claimcheck.split.speech.tails import behind_verb
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, denies, first_finite, is_finite, is_subjunctive, says_at

__all__ = ["comma_head"]

_HARDLY = frozenset({"kaum", "niemand", "keiner", "keine"})
_HOPES = ("hoff", "wünsch", "ersehn")
_SUPPOSES = ("vermut", "mutmass")
_GOES = frozenset({"geht", "gehen", "ging", "gingen"})  # "geht davon aus, dass"
_HOPED = ("hoffnung", "wunsch")
_FALSELY = frozenset({"fälschlich", "fälschlicherweise", "irrtümlich", "irrtümlicherweise", "unrecht"})


def comma_head(tokens: list[Token], quoted: list[bool], verb: int, rules: Rules) -> Frame | None:
    """A frame where the verb comes second, or its auxiliary does: "Meier hat gesagt, dass …"."""
    act = act_at(tokens, verb, rules)
    says = says_at(tokens, verb, rules)
    finds = tokens[verb].word in rules.that_verbs and not tokens[verb].capital
    heard = is_heard(tokens, verb, rules)
    if not (says or act or finds or heard) or (not says and _of_oneself(tokens, verb, rules)):
        return None
    second = _second(tokens, verb, rules)
    relayed = relayed_by(tokens, verb, rules) if second is None or heard else None
    if second is None or heard:
        if relayed is None or not (says or heard):
            return None
        second = verb
    cut = next((j for j in range(verb + 1, len(tokens)) if tokens[j].text in {",", ":"} or quoted[j]), len(tokens))
    if finds and not (says or act) and (cut + 1 >= len(tokens) or tokens[cut + 1].word not in rules.that):
        return None
    starts = _content_start(
        tokens,
        quoted,
        cut,
        rules,
        accusing=tokens[verb].word in rules.accusing,
        says=says,
        claims=tokens[verb].word.startswith(rules.framing.claiming),
    )
    if starts is None or denies(tokens[second:cut], rules) or _unsaid(tokens, verb, cut):
        return None
    if any(token.word == "man" for token in tokens[max(0, second - 1) : second + 2]):
        return None  # "Man geht davon aus, dass …" is nobody's word
    begin, start, end = (0, *relayed) if relayed else _speaker(tokens, second, verb, cut, rules)
    begin = verb if second < start < verb and tokens[verb - 1].word in rules.coordinators else begin
    if denies(tokens[begin:end], rules) or any(token.word in _HARDLY for token in tokens[max(0, start - 1) : end]):
        return None  # "Kaum ein Experte rechnet damit, dass …"
    usable = is_usable(tokens, start, end, rules) or ((start, end) == (0, 1) and is_unknown_name(tokens, rules))
    apart = tokens[verb].word in rules.split_speech and tokens[verb].word not in rules.speech_verbs
    if apart and usable and not act and not can_speak(tokens[start:end], rules):
        return None  # "Trotz der Drohungen führten Familien den Plan aus: …"
    shown = tokens[start:end]
    if end - start > 1 and shown[0].word in rules.demonstratives:
        shown = head_of(shown[1:], rules)  # "Dieses Bild des Malers Jan Holm zeigt, dass …"
    if finds and not (says or act or can_speak(shown, rules)):
        return None  # "Die Zahlen schlagen alle Erwartungen und zeigen, dass …"
    if not usable and not relayed and tokens[verb].word not in rules.impersonal:
        return None  # "Einiges ist bekannt, verkündet, erprobt: Dass …"
    speaker = (start, end) if usable else (verb + 1, verb + 1)
    content = filled(sayings(tokens, starts, quoted, rules), tokens)
    return Frame(speaker, (verb, verb + 1), content, stands_apart(tokens, begin, rules), act=act) if content else None


def _unsaid(tokens: list[Token], verb: int, cut: int) -> bool:
    """Whether what follows is only hoped for or supposed, or untrue: "hofft, dass", "behauptete fälschlich"."""
    supposed = tokens[verb].word.startswith((*_HOPES, *_SUPPOSES))
    supposed = supposed or (tokens[verb].word in _GOES and any(token.word == "davon" for token in tokens[verb:cut]))
    hoped = any(token.capital and token.word.startswith(_HOPED) for token in tokens[:cut])  # "die Hoffnung, dass"
    return supposed or hoped or any(token.word in _FALSELY for token in tokens[verb:cut])


def _of_oneself(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether a verb has "sich" behind it and then is none of saying: "erklärte sich bereit"."""
    return verb + 1 < len(tokens) and tokens[verb + 1].word in rules.oneself


def _second(tokens: list[Token], verb: int, rules: Rules) -> int | None:
    """Where the finite verb stands that a verb of saying is or belongs to; None for infinitives and nouns."""
    if tokens[verb].tag == "inf" and any(token.word in rules.auxiliaries for token in tokens[:verb]):
        return None  # "Er musste klagen, warten und hoffen, dass …"
    begin = max((j + 1 for j in range(verb) if tokens[j].text in {",", ":", ";"}), default=0)
    helper = next((j for j in range(begin, verb) if tokens[j].word in rules.auxiliaries), None)
    if helper is not None:
        closes = verb + 1 < len(tokens) and not tokens[verb + 1].is_word  # "hatte berichtet, …"
        perfect = tokens[helper].word in rules.perfects
        perfect = perfect and (closes or tokens[verb].tag == "pp" or "ge" in tokens[verb].word)
        return helper if perfect else None
    if tokens[verb].tag == "pp" and (shared := _shared_helper(tokens, begin, verb, rules)) is not None:
        return shared
    if begin < verb and any(token.tag in {"sub", "rel"} for token in tokens[begin : min(begin + 2, verb)]):
        return None  # "nachdem Meier sagte, …"
    if tokens[verb].tag == "pp" and (
        tokens[verb].word.startswith("ge") or any(token.tag == "fin" for token in tokens[begin:verb])
    ):
        return None
    return verb


def _shared_helper(tokens: list[Token], begin: int, verb: int, rules: Rules) -> int | None:
    """The helper of two participles behind a name between commas: "Das hat die Wirtin, Ina Lehr, gelobt und gesagt"."""
    if tokens[verb - 1].word not in rules.coordinators or tokens[verb - 2].tag != "pp" or begin < 4:
        return None
    opens = next((at for at in range(begin - 2, 0, -1) if tokens[at].text == ","), None)
    if opens is None or not all(token.capital for token in tokens[opens + 1 : begin - 1]):
        return None
    clause = tokens[:opens]
    finite = [at for at in range(len(clause)) if is_finite(clause, at, rules)]
    return finite[0] if len(finite) == 1 and tokens[finite[0]].word in rules.perfects else None


def _speaker(tokens: list[Token], second: int, verb: int, cut: int, rules: Rules) -> tuple[int, int, int]:
    """Where a frame begins, and its speaker: before the finite verb, else behind it, else the subject shared before."""
    if tokens[verb].word in rules.impersonal and (found := source_place(tokens, second, verb, rules)):
        return 0, *found
    before = subject_of(tokens, second, rules)
    if before and any(token.tag != "num" for token in tokens[slice(*before)]):  # "Bereits 2009 gab Meier zu"
        behind = behind_object(tokens, before, second, rules)
        joint = (before[0], with_partner(tokens, before[1], second, rules))
        return (0, behind[0], with_name(tokens, *behind, len(tokens), rules)) if behind else (before[0], *joint)
    begin = 0
    for at in range(second - 1, 0, -1):
        joins = tokens[at].word in rules.coordinators and any(is_finite(tokens, j, rules) for j in range(at))
        if (joins and (at + 1 == second or not tokens[at - 1].capital)) or tokens[at].text in {":", ";"}:
            begin = at + 1
            break
    start, end = behind_verb(tokens, second, rules)
    if end > start:
        return begin, start, min(end, cut) if end > verb > second else end
    if second == 1 and is_unknown_name(tokens, rules):
        return 0, 0, 1
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


def _content_start(
    tokens: list[Token], quoted: list[bool], cut: int, rules: Rules, *, accusing: bool, says: bool, claims: bool
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
            asked = tokens[at - 2].word == "zu" and tokens[at - 1].word in {"sagen", "behaupten"}
            return None if asked else at + 2  # "forderte ihn auf, nicht zu sagen, dass": nobody's word
        if quoted[at + 1] and tokens[at].text == ":":
            return at + 1
        stop = next(
            (j for j in range(at + 1, len(tokens)) if tokens[j].text in {",", ":", ";"} or quoted[j]), len(tokens)
        )
        clause = [token.word for token in tokens[at + 1 : stop] if token.is_word]
        marked = any(is_subjunctive(token, rules) for token in tokens[at + 1 : stop])
        opens = tokens[at + 1].tag != "art" and tokens[at + 1].word in rules.subordinators | rules.relatives
        opens = opens and not is_finite(tokens, min(at + 3, stop - 1), rules)
        opens = opens and not (tokens[at + 1].tag == "rel" and _has_verb_inside(tokens, at + 2, stop, rules))
        if not opens and (marked or any(word in rules.backshifted for word in clause)):
            return at + 1
        if says and opens_subject(tokens, at + 1, stop, rules):
            return at + 1
        if says and tokens[at + 1].tag in {"art", "noun", "name", "pro"} and _is_clause(tokens, at + 1, stop, rules):
            return at + 1  # "sagte, die Zahlen stiegen"
        if accusing and "zu" in clause[-4:]:
            return at + 1
        if says and clause[-2:-1] == ["zu"] and (clause[-1] in rules.infinitives_told or claims):
            return at + 1  # "gab zu, das Geld genommen zu haben", "behauptete, ihn zu kennen"
        if says and claims and tokens[stop - 1].tag == "izu":
            return at + 1
    return None


def _is_clause(tokens: list[Token], start: int, stop: int, rules: Rules) -> bool:
    """Whether a main clause begins at ``start``: a noun phrase and its finite verb."""
    end = phrase_end(tokens, start, stop, rules)
    if not start < end < stop:
        return False
    verbal = tokens[end].word.endswith(("e", "en", "t", "te", "ten")) and tokens[end].tag in {"", "fin", "inf", "adj"}
    return is_finite(tokens, end, rules) or (verbal and not tokens[end].capital)


def _has_verb_inside(tokens: list[Token], start: int, stop: int, rules: Rules) -> bool:
    """Whether a verb of reported speech stands inside a clause, not at its end: no relative clause has it there."""
    last = next((j for j in range(stop - 1, start, -1) if tokens[j].is_word), start)
    return any(tokens[j].word in rules.backshifted for j in range(start, last))
