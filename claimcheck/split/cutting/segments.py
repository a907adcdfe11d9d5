"""What stands between two marks of a German sentence and what it is to that: a main clause, a relative clause."""

from claimcheck.split.cutting.relative_clauses import Kind, Segment, lists
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch, last_word, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, first_finite, is_finite, is_subjunctive

__all__ = ["find_segments", "is_inside"]

_OBLIQUE = frozenset({"dem", "den", "einem", "einen", "einer"})  # articles that no subject has
_FOCUS = frozenset({"auch", "selbst", "nur", "erst", "besonders", "vor", "außer", "insbesondere"})  # before "wenn"
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
        joins = token is not None and (_joins(tokens, at, end) or _lists_verbs(tokens, start, at, end, rules))
        inside = inside or address or joins
        if token is None or (token.word in {",", ";", ":", "–", "—"} and not inside):
            a, b = skip_marks(tokens, last, at)
            before = found[-1] if a < b and found and mark == "," else None
            if before and (lists(tokens, before, a, b, rules) or _goes_on(tokens, before, a, b, rules)):
                a, mark = before.start, found.pop().mark
            if a < b:
                kind = _kind(tokens, a, b, mark, rules)
                depends = kind == "goes_on" and mark == "," and found and found[-1].kind == "main"
                kind = "bound" if depends and _opens_condition(tokens, a, b, rules) else kind
                if mark == "," and len(found) == 1 and _describes(tokens, found[0], (a, b), kind, rules):
                    found[0].end = b
                else:
                    found.append(Segment(a, b, kind, mark))
            last, mark = at + 1, token.word if token else ""
    return found


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


def _lists_verbs(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool:
    """Whether a comma stands in a list of verbs with one object: "kauft, saniert und vermietet drei Häuser"."""
    if tokens[at].text != "," or at + 3 >= end or at <= start or tokens[start].word in rules.subordinators:
        return False
    second = is_finite(tokens, at + 1, rules) or (tokens[at + 1].tag == "pp" and tokens[at + 1].word.endswith("t"))
    verbs = is_finite(tokens, at - 1, rules) and second and is_finite(tokens, at + 3, rules)
    return verbs and tokens[at + 2].word in rules.coordinators and all(token.is_word for token in tokens[start:at])


def _kind(tokens: list[Token], start: int, end: int, mark: str, rules: Rules) -> Kind:
    first = tokens[start].word
    second = tokens[start + 1].word if start + 1 < end else ""
    tags = [token.tag for token in tokens[start:end]]
    closing = next((at for at in range(end - 1, start, -1) if tokens[at].text == "("), end)
    final = (closing if tokens[end - 1].text == ")" else end) - 1  # "von denen 30 fehlen (Stand Mai)"
    while final > start and not tokens[final].is_word:
        final -= 1
    verbal = tokens[final].word.endswith(("t", "en", "te")) and tokens[final].tag not in {"sep", "prep"}
    verbal = verbal and tokens[final].word not in rules.not_verbs  # "…, dem Sprecher zufolge noch nicht bekannt"
    last_is_verb = not tokens[final].capital and (is_finite(tokens, final, rules) or verbal)
    led = first in rules.prepositions - rules.subordinators
    placed = first in rules.place_relatives and start > 1 and tokens[start - 2].tag in {"noun", "name", "pp", "sep"}
    asked = first.startswith(rules.interrogatives or ("\0",)) and not {"noun", "adj", "name"}.isdisjoint(tags[1:2])
    relative = (first in rules.relatives and not asked) or (led and second in rules.relatives) or placed
    infinitive = tokens[final - 1].word in rules.infinitive_marks or any(
        mark in tokens[final].word[2:-2] for mark in rules.infinitive_marks
    )
    last_is_verb = last_is_verb and not infinitive
    verb_last = last_is_verb and first_finite(tokens, start, final, rules) is None
    sure = is_finite(tokens, final, rules) or not _second_place(tokens, start, end, rules)
    sure = sure and not (tokens[start].tag == "art" and tokens[final].tag == "pp")  # "der Plan, die Häuser … verkauft"
    sure = sure and not _bracketed(tokens, start, final, rules)
    whole = tags[0] == "art" and tags[1:2] == ["noun"] and final == start + 2
    sure = sure and not (whole and is_subjunctive(tokens[final], rules))  # "…, die Stadt versuche, …": reported
    sure = sure or _two_last(tokens, start, final, rules)
    verbless = led and tokens[final].tag == "pp" and first_finite(tokens, start, end, rules) is None
    if verbless and tags[2:3] == ["noun"]:  # "…, Haus Sonne, in das Heim gebracht"
        relative = False
    nouns = sum(tag in {"noun", "name", "pro"} for tag in tags)
    if first in {"den", "dem"} and tags[:2] == ["art", "noun"] and nouns == 1:
        relative = False  # "bis Garcia, der Sieger, den Flur hinunter ging"
    if any(tokens[at].word in rules.coordinators and ends_infinitive(tokens, at - 1) for at in range(start + 2, final)):
        relative = False  # "…, die Kosten zu senken und Kiel zahlte"
    if mark == "," and relative and last_is_verb and sure and end - start >= SHORTEST:
        return "relative"
    if mark in {",", "–", "—"} and _tells_of_noun(tokens, start, end, rules):
        return "bound"
    if first in _FOCUS and second in rules.subordinators and (mark == "," or (not mark and verb_last)):
        return "bound"  # "…, auch wenn es regnet"
    if not mark and first in _WHOEVER and verb_last:
        return "bound"  # "Wen es an den Fluss zieht, der …"
    so_that = first == "so" and second in rules.that
    opens = so_that or first in rules.subordinators or (first in rules.coordinators and second in rules.subordinators)
    if mark == "," and asked and last_is_verb:
        return "bound"
    if opens and not (first in rules.prepositions and _second_place(tokens, start, end, rules)):
        compares = any(
            token.word in rules.worth.superlatives
            or (token.tag in {"adv", "adj"} and token.word.endswith(("er", "so")))
            for token in tokens[max(0, start - 12) : start]
        )
        came = first not in rules.ahead_of or tokens[final].word not in rules.possible  # "bevor er fliehen konnte"
        holds = (first in rules.separable and came) or so_that or (first == "als" and mark == "," and not compares)
        office = (
            tokens[min(start + 1, final)].tag == "name" and tokens[final - 1].capital
        )  # "als Ina Lehr Ministerin war"
        still = first == "als" and tokens[final].word in _STAYED and tokens[final - 1].tag != "pp" and not office
        separable = holds and not still and final - start >= SHORTEST and is_finite(tokens, final, rules)
        return "separable" if separable and not _second_place(tokens, start, end, rules) else "bound"
    verbs = [at for at in range(start, end) if is_finite(tokens, at, rules)]
    if not verbs:
        return "fragment"
    if verbs[0] == start:
        return "goes_on"
    if first in rules.coordinators and verbs[0] == start + 1:
        return "goes_on"
    return "main" if mark in {"", ";", "–", "—", ":"} or _second_place(tokens, start, end, rules) else "goes_on"


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
    return bool(verbs) and begin < verbs[0] <= begin + reach and verbs[0] < end - 1
