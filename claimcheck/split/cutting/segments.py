"""What stands between two marks of a German sentence and what it is to that: a main clause, a relative clause."""

from claimcheck.split.cutting.lists_bound import lists, lists_on, lists_verbs, opens_list
from claimcheck.split.cutting.relative_clauses import Kind, Segment
from claimcheck.split.languages import Rules
from claimcheck.split.languages.word_lists import words
from claimcheck.split.words.stretches import SHORTEST, Stretch, last_word, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, first_finite, is_finite, is_subjunctive

__all__ = ["find_segments", "is_inside"]

_OBLIQUE = frozenset({"dem", "den", "einem", "einen", "einer"})  # articles that no subject has
_FOCUS = words("auch selbst nur erst besonders vor außer insbesondere")  # before "wenn"
_WHOEVER = frozenset({"wer", "wen", "wem", "wessen"})
_OPENING = frozenset({"sub", "rel"})
_VERBAL = frozenset({"inf", "pp", "izu"})
_COMPARES = frozenset({"wie", "als", "um", "ohne", "statt", "anstatt"})  # no verb need follow, or an infinitive
_STAYED = frozenset({"war", "waren"})
_SUPPOSING = frozenset({"sollte", "sollten"})
_CONTRASTS = frozenset({"aber", "jedoch", "sondern"})
_CLEFT = 6  # tokens from "es" to the relative clause
_SUBJECT, _LONG_SUBJECT = 7, 14  # tokens before the verb of a main clause; behind a conjunction


def find_segments(tokens: list[Token], quoted: list[bool], stretch: Stretch, rules: Rules) -> list[Segment]:
    """The pieces of a stretch between its marks, in text order; marks in brackets and quotations part nothing."""
    start, end = stretch
    found: list[Segment] = []
    depth, last, mark = 0, start, ""
    for at in range(start, end + 1):
        token = tokens[at] if at < end else None
        if token:
            depth += (token.text in "([") - (token.text in ")]")
        inside = token is not None and (depth > 0 or (quoted[at] and not quoted[start]))
        address = token is not None and token.text == ":" and at + 1 < end and tokens[at + 1].text[:1] == "/"
        joins = token is not None and (_joins(tokens, at, end) or lists_verbs(tokens, start, at, end, rules))
        inside = inside or address or joins
        if token is None or (token.word in {",", ";", ":", "–", "—"} and not inside):
            a, b = skip_marks(tokens, last, at)
            before = found[-1] if a < b and found and mark == "," else None
            excepted = before is not None and before.end - before.start <= SHORTEST
            excepted = before is not None and excepted and _excepts(tokens, before.start, before.end)
            if before and (excepted or lists(tokens, before, a, b, rules) or _goes_on(tokens, before, a, b, rules)):
                a, mark = before.start, found.pop().mark
            if a < b:
                kind = _kind(tokens, a, b, mark, rules)
                depends = kind == "goes_on" and mark == "," and found and found[-1].kind == "main"
                kind = "bound" if depends and _opens_condition(tokens, a, b, rules) else kind
                opens = opens_list(tokens, found, (a, b), rules) if mark == "," and kind == "main" else None
                if opens is not None:
                    found[opens:] = [Segment(found[opens].start, b, kind, found[opens].mark)]
                elif mark == "," and len(found) == 1 and _describes(tokens, found[0], (a, b), kind, rules):
                    found[0].end = b
                else:
                    found.append(Segment(a, b, kind, mark))
            last, mark = at + 1, token.word if token else ""
    return found


def _excepts(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an exception begins, which no clause holds without: "…, es sei denn, es regnet"."""
    said = [token.word for token in tokens[start:end]]
    return said[:3] == ["es", "sei", "denn"] or said[:3] in (["sei", "es"], ["sei", "es", ","])


def is_inside(tokens: list[Token], group: list[Segment], segment: Segment, rules: Rules) -> bool:
    """Whether a segment that looks like a main clause stands in another: "weil sie, besonders er, Geld haben"."""
    opened = next((each for each in reversed(group) if tokens[each.start].tag in _OPENING), None)
    if opened is None or segment.mark == ";" or tokens[opened.start].word in _COMPARES:
        return False
    return first_finite(tokens, opened.start, group[-1].end, rules) is None and not any(
        token.tag in _VERBAL for token in tokens[opened.start : group[-1].end]
    )


def _describes(tokens: list[Token], before: Segment, stretch: Stretch, kind: Kind, rules: Rules) -> bool:
    """Whether a segment still belongs to the clause in front: "Da er in Ulm war, einem Ort, den er kannte, kam"."""
    closed = is_finite(tokens, last_word(tokens, before.start, before.end), rules)
    closed = closed or any(tokens[at].text == "," for at in range(before.start, before.end))
    described = kind == "fragment" and tokens[stretch[0]].word in _OBLIQUE
    return before.kind == "separable" and not before.mark and closed and (described or kind == "relative")


def _opens_condition(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a clause that begins with its verb has its own subject: "…, sollte es regnen", "…, hatte er doch"."""
    if start + 2 >= end:
        return False
    insists = tokens[start + 1].word in rules.nominatives and any(token.word == "doch" for token in tokens[start:end])
    return insists or tokens[start].word in _SUPPOSING


def _goes_on(tokens: list[Token], before: Segment, start: int, end: int, rules: Rules) -> bool:
    """Whether a relative clause goes on with verbs at their ends: "in dem er schlief, Artikel schrieb und kochte"."""
    if before.kind == "relative" and _carries_on(tokens, before.start, start, end, rules):
        return True
    if before.kind == "fragment" and tokens[before.start].tag == "rel" and tokens[start].word in _CONTRASTS:
        return first_finite(tokens, start, end, rules) == last_word(
            tokens, start, end
        )  # "die nicht ihn, sondern sie traf"
    if lists_on(tokens, before, start, end, rules):
        return True
    cuts = [at for at in range(start, end) if tokens[at].word in rules.coordinators]
    ends = [last_word(tokens, start, at) for at in (*cuts, end)]
    first = tokens[start]
    opens = first.tag in {"rel", "sub", "conj", "pro", "fin"} or first.word in rules.relatives | rules.subordinators
    return before.kind == "relative" and bool(cuts) and not opens and all(is_finite(tokens, at, rules) for at in ends)


def _carries_on(tokens: list[Token], before: int, start: int, end: int, rules: Rules) -> bool:
    """Whether a piece closes the clause before it with a verb at its end too: "der zahlen kann, aber nicht muss"."""
    last = last_word(tokens, start, end)
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    if any(token.word in _CONTRASTS for token in tokens[start + 1 : min(start + 3, last)]):
        return not verbs or (verbs == [last] and tokens[last - 1].word not in _CONTRASTS)  # "dort aber nie wohnte"
    if tokens[start].word in _CONTRASTS and not verbs:
        return True  # "die ein Rad haben, aber kein Auto"
    if tokens[start].word not in rules.coordinators or last - start < 2:
        return False
    cleft = any(token.word == "es" for token in tokens[max(0, before - _CLEFT) : before])  # "Es war der Rat, der …"
    return verbs == [last] and (tokens[start + 1].tag in {"adv", "prep"} or cleft)  # else its own subject may be there


def _joins(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a comma cuts nothing: "in den alten, bauchigen Gläsern", "je mehr kommen, desto teurer wird es"."""
    inside = tokens[at].text == "," and 0 < at < end - 2 and tokens[at - 1].tag == tokens[at + 1].tag == "adj"
    alike = inside and tokens[at + 2].tag in {"adj", "noun"} and tokens[at - 1].word[-1] == tokens[at + 1].word[-1]
    return alike or (at + 1 < end and tokens[at + 1].word in {"desto", "umso"})


def _kind(tokens: list[Token], start: int, end: int, mark: str, rules: Rules) -> Kind:
    """What the stretch behind a mark is to its sentence."""
    first, second = tokens[start].word, tokens[start + 1].word if start + 1 < end else ""
    final = _final(tokens, start, end)
    closed = _ends_in_verb(tokens, final, rules)
    asked = second != "" and first.startswith(rules.interrogatives)
    asked = asked and tokens[start + 1].tag in {"noun", "adj", "name"}  # "welchen Weg"
    long = end - start >= SHORTEST
    if mark == "," and closed and long and _is_relative(tokens, start, end, final, rules, asked=asked):
        return "relative"
    if mark in {",", "–", "—"} and _tells_of_noun(tokens, start, end, rules):
        return "bound"
    if mark and _excepts(tokens, start, end):
        return "bound"
    focused = first in _FOCUS and second in rules.subordinators
    front = not mark and closed and (focused or first in _WHOEVER)
    if (focused and mark == ",") or (front and first_finite(tokens, start, final, rules) is None):
        return "bound"  # "…, auch wenn es regnet", "Wen es an den Fluss zieht, der …"
    if mark == "," and asked and closed:
        return "bound"
    so_that = first == "so" and second in rules.that
    opens = so_that or first in rules.subordinators or (first in rules.coordinators and second in rules.subordinators)
    if opens and not (first in rules.prepositions and _second_place(tokens, start, end, rules)):
        holds = so_that or _holds(tokens, start, final, mark, rules)
        separable = holds and final - start >= SHORTEST and is_finite(tokens, final, rules)
        return "separable" if separable and not _second_place(tokens, start, end, rules) else "bound"
    verb = first_finite(tokens, start, end, rules)
    if verb is None:
        return "fragment"
    if verb == start or (first in rules.coordinators and verb == start + 1):
        return "goes_on"
    return "main" if mark in {"", ";", "–", "—", ":"} or _second_place(tokens, start, end, rules) else "goes_on"


def _final(tokens: list[Token], start: int, end: int) -> int:
    """The last word of a stretch, one in brackets left out: "von denen 30 fehlen (Stand Mai)"."""
    if tokens[end - 1].text == ")":
        end = next((at for at in range(end - 1, start, -1) if tokens[at].text == "("), end)
    return last_word(tokens, start, end)


def _ends_in_verb(tokens: list[Token], final: int, rules: Rules) -> bool:
    """Whether the last word of a stretch is a verb, or has the form of one; no infinitive with "zu"."""
    last, marks = tokens[final], rules.infinitive_marks
    if last.capital or tokens[final - 1].word in marks or any(mark in last.word[2:-2] for mark in marks):
        return False
    formed = last.word.endswith(("t", "en", "te")) and last.tag not in {"sep", "prep"}
    formed = formed and last.word not in rules.not_verbs  # "…, dem Sprecher zufolge noch nicht bekannt"
    return formed or is_finite(tokens, final, rules)


def _is_relative(tokens: list[Token], start: int, end: int, final: int, rules: Rules, *, asked: bool) -> bool:
    """Whether a stretch that ends in a verb is a relative clause; ``asked``: its first word only asks."""
    first, tags = tokens[start].word, [token.tag for token in tokens[start:end]]
    led = first in rules.prepositions - rules.subordinators
    placed = first in rules.place_relatives and start > 1 and tokens[start - 2].tag in {"noun", "name", "pp", "sep"}
    named = (first in rules.relatives and not asked) or (led and tokens[start + 1].word in rules.relatives)
    if not (named or placed):
        return False
    brought = led and tokens[final].tag == "pp" and tags[2:3] == ["noun"]
    if brought and first_finite(tokens, start, end, rules) is None:
        return False  # "…, Haus Sonne, in das Heim gebracht"
    nouns = sum(tag in {"noun", "name", "pro"} for tag in tags)
    if first in {"den", "dem"} and tags[:2] == ["art", "noun"] and nouns == 1:
        return False  # "bis Garcia, der Sieger, den Flur hinunter ging"
    if any(tokens[at].word in rules.coordinators and ends_infinitive(tokens, at - 1) for at in range(start + 2, final)):
        return False  # "…, die Kosten zu senken und Kiel zahlte"
    return _two_last(tokens, start, final, rules) or _has_verb_last(tokens, start, end, final, rules)


def _has_verb_last(tokens: list[Token], start: int, end: int, final: int, rules: Rules) -> bool:
    """Whether the verb that ends a stretch is its finite one, so that no other stands in the second place."""
    if not is_finite(tokens, final, rules) and _second_place(tokens, start, end, rules):
        return False
    if tokens[start].tag == "art" and tokens[final].tag == "pp":
        return False  # "der Plan, die Häuser … verkauft"
    whole = tokens[start].tag == "art" and tokens[start + 1].tag == "noun" and final == start + 2
    reported = whole and is_subjunctive(tokens[final], rules)  # "…, die Stadt versuche, …"
    return not reported and not _bracketed(tokens, start, final, rules)


def _holds(tokens: list[Token], start: int, final: int, mark: str, rules: Rules) -> bool:
    """Whether a subordinate clause holds by itself: a reason or a time, not "bevor er fliehen konnte"."""
    first, last = tokens[start].word, tokens[final]
    if first in rules.separable:
        return first not in rules.ahead_of or last.word not in rules.possible
    if first != "als" or mark != ",":
        return False
    compares = any(
        token.word in rules.worth.superlatives or (token.tag in {"adv", "adj"} and token.word.endswith(("er", "so")))
        for token in tokens[max(0, start - 12) : start]
    )
    return not compares and not _tells_what_was(tokens, start, final)


def _tells_what_was(tokens: list[Token], start: int, final: int) -> bool:
    """Whether "als" opens no more than what somebody was then; an office is told of: "als Ina Lehr Ministerin war"."""
    office = tokens[min(start + 1, final)].tag == "name" and tokens[final - 1].capital
    return tokens[final].word in _STAYED and tokens[final - 1].tag != "pp" and not office


def _tells_of_noun(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a stretch can only be a relative clause, its verb the last word or not: "die alt war wie …"."""
    verb = first_finite(tokens, start, end, rules)
    if tokens[start].word not in rules.relatives or verb is None or verb <= start + 1:
        return False
    if _bracketed(tokens, start, end - 1, rules):
        return False
    inside = [token.tag for token in tokens[start + 1 : verb]]
    led = inside[0] == "prep" and all(tag in {"art", "adj", "num"} for tag in inside[1:-1])  # "das in Kiel sitzt"
    other = inside[0] in {"noun", "name"}  # "der Nasdaq verlor": an article that was read as a pronoun
    return (tokens[start].tag == "rel" and not other) or (led and inside[-1] in {"noun", "name"})


def _bracketed(tokens: list[Token], start: int, final: int, rules: Rules) -> bool:
    """Whether an auxiliary behind a noun and the last word close a main clause: "die Dächer werden neu gedeckt"."""
    verb = first_finite(tokens, start + 1, final - 1, rules)
    if verb is None or tokens[verb].word not in rules.auxiliaries or tokens[verb - 1].tag != "noun":
        return False
    joined = any(token.word in rules.coordinators for token in tokens[verb:final])
    return not joined and tokens[final].tag in {"pp", "fin", "adj"} and tokens[final].word.endswith("t")


def _two_last(tokens: list[Token], start: int, final: int, rules: Rules) -> bool:
    """Whether two verbs each close their clause: "die früher Lehrer waren und jetzt Häuser verkaufen"."""
    joints = [at for at in range(start + 2, final - 1) if tokens[at].word in rules.coordinators]
    closed = any(tokens[at - 1].word in rules.auxiliaries for at in joints)
    return closed and tokens[final].tag in {"inf", "fin"} and first_finite(tokens, joints[-1], final, rules) is None


def _second_place(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a finite verb follows the first constituent, as in a main clause."""
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    joined = tokens[start].word in rules.coordinators
    begin = start + 1 if joined else start
    reach = _LONG_SUBJECT if joined and begin < end and tokens[begin].tag in {"art", "name", "num"} else _SUBJECT
    if verbs and verbs[0] - 1 > begin and tokens[verbs[0] - 1].word == "und":
        return False  # "…, besetzt drei Posten und verkauft Strom": its verb was read as another word
    if not verbs or not begin < verbs[0] < end - 1:
        return False
    return verbs[0] - _bracketed_words(tokens, begin, verbs[0]) <= begin + reach


def _bracketed_words(tokens: list[Token], start: int, end: int) -> int:
    """How many tokens of a stretch stand in brackets, with those."""
    depth = inside = 0
    for token in tokens[start:end]:
        depth += token.text == "("
        inside += depth > 0
        depth -= token.text == ")" and depth > 0
    return inside
