"""Frames whose verb of saying stands behind what is said, and verbs before a colon: "…, sagte X", "…, X said"."""

from collections.abc import Set

from claimcheck.split.cutting.phrases import behind_insertion, listed_end, phrase_end, subject_of, with_name
from claimcheck.split.languages import Rules
from claimcheck.split.speech.apart import led_apart
from claimcheck.split.speech.appositions import beside_age, named_before
from claimcheck.split.speech.asides import before_hearer, front_of, nothing_behind, only_about, when_end
from claimcheck.split.speech.frame import MARKS, SHORT_QUOTE, Frame, filled, is_usable, long_quote
from claimcheck.split.speech.inverted import behind_object, inserted, names_someone, noble_name, only_when
from claimcheck.split.speech.relayed import place_behind, shown_by, told_in
from claimcheck.split.speech.tail_verbs import tail_verb
from claimcheck.split.words.pronouns import WHOSE
from claimcheck.split.words.quotes import SPOKEN_MARKS
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, denies, says_at, verb_positions

__all__ = ["behind_verb", "speech_colon", "speech_tail"]

_BOUNDS = MARKS | frozenset(".?!()")
_FURTHER = frozenset({"weiter", "ferner"})  # "…, lautete die Mitteilung weiter"
_ASKED = frozenset({"asked", "pressed", "questioned"})
_ASKED_UNTIL = 16  # tokens of what somebody was asked


def speech_tail(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``…, sagte X.``, ``…, said X``, ``…, X said``, in the middle of a sentence too."""
    marks = [j for j in range(len(tokens)) if tokens[j].text in _BOUNDS and not quoted[j]]
    bounds = {j for j in marks if not beside_age(tokens, j) and not _abbreviates(tokens, j, rules)}
    closing = [j for j in range(SHORT_QUOTE, len(tokens)) if all(quoted[j - SHORT_QUOTE : j]) and not quoted[j]]
    for left in sorted({*(b + 1 for b in bounds), *closing}):
        if left < 2 or left >= len(tokens) or quoted[left] or tokens[left].text in MARKS:
            continue
        right = _next(bounds, quoted, left)
        told = any(quoted[:left]) or verb_positions(tokens[:left], rules) or _ends_told(tokens, left, right, rules)
        if not (told or inserted(tokens, left, right, rules)) and not (
            rules.comma_bound and any(token.tag == "inf" for token in tokens[:left])
        ):
            if not _between(tokens, left, right, rules):
                continue
            cue = left if says_at(tokens, left, rules) else right - 1
            return Frame((left + (cue == left), right - (cue != left)), (cue, cue + 1), ((0, len(tokens)),))
        verb = tail_verb(tokens, quoted, left, right, rules)
        if verb is None and (source := told_in(tokens, left, right, rules)):
            return Frame(source, (right - 1, right), ((0, left - 1),))
        right = max(right, _next(bounds, quoted, verb or left))
        found = None if verb is None else _tail_speaker(tokens, quoted, left, verb, right, rules)
        if verb is None or found is None or only_when(tokens, left, right, rules):
            continue
        begin, start, end = found
        usable = is_usable(tokens, start, end, rules)
        if not usable and tokens[verb].word not in rules.impersonal:
            continue
        speaker = (start, end) if usable else (verb + 1, verb + 1)
        right = max(right, _next(bounds, quoted, end))
        if tokens[0].word in _ASKED and left < _ASKED_UNTIL:
            return None  # "Asked whether he would go, Lee said no"
        content, apart = led_apart(tokens, quoted, _said(tokens, quoted, begin, verb, end, right, rules), rules)
        return Frame(speaker, (verb, verb + 1), content, apart) if content else None
    return None


def _ends_told(tokens: list[Token], left: int, right: int, rules: Rules) -> bool:
    """Whether nothing but a subject and its verb of saying ends a sentence: "…, they added."."""
    if not rules.subject_first or left <= SHORT_QUOTE:
        return False
    verbs = verb_positions(tokens[left:], rules)
    if len(verbs) == 1 and says_at(tokens, left + verbs[0], rules) and tokens[left].tag in {"fin", "name"}:
        return True  # "The bill cost 3 million, said Ann Lee", "…, Ann Lee, a trustee, said on Monday"
    said = right + 1 >= len(tokens) and right - left > 1 and says_at(tokens, right - 1, rules)
    return said and phrase_end(tokens, left, right - 1, rules) == right - 1


def _abbreviates(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a full stop belongs to the word before it: "Mr. Lee"."""
    short = at > 0 and (tokens[at - 1].word in rules.abbreviations or len(tokens[at - 1].text) == 1)
    return tokens[at].text == "." and short and at + 1 < len(tokens)


def _tail_speaker(
    tokens: list[Token], quoted: list[bool], left: int, verb: int, right: int, rules: Rules
) -> tuple[int, int, int] | None:
    """Where a frame begins, and its speaker; None where it is none."""
    behind_day = when_end(tokens, verb + 1, rules)  # "said Tuesday", "said this week during"
    dated = behind_day > verb + 1 and tokens[min(behind_day, len(tokens) - 1)].tag == "prep"
    last = behind_day >= len(tokens) or not tokens[behind_day].is_word or dated
    voiced = tokens[verb].word in rules.framing.voicing
    voiced = voiced and _ends_with_name(tokens, left, phrase_end(tokens, verb + 1, right, rules, close=True), rules)
    hears = tokens[verb].word in rules.needs_hearer and not voiced
    if verb == left and (hears or (last and not rules.comma_bound)):
        named = named_before(tokens, quoted, left, rules)
        if named is None or (not any(quoted[named[0] - 1 : named[0]]) and tokens[named[0] - 1].text != ","):
            return None
        return named[0], *named
    if verb == left:
        start, end = behind_verb(tokens, verb, rules)
        if start < end and tokens[start].word in rules.worth.second_person:
            return None  # "If you agree, call your senators, tweeted Lee"
        return (left, start, end) if _tells_behind(tokens, quoted, (start, end), verb, right, rules) else None
    if not rules.subject_first:
        return None
    first = tokens[left]
    if first.word in rules.coordinators | rules.subordinators | rules.prepositions or first.tag in {"rel", "ing"}:
        return None
    end = listed_end(tokens, left, verb, rules)
    if (
        end == left
        or not behind_insertion(tokens, end, verb, rules)
        or not nothing_behind(tokens, verb, right, rules, left_quoted=quoted[left - 1])
    ):
        return None
    return left, left, with_name(tokens, left, end, verb, rules)


def _tells_behind(
    tokens: list[Token], quoted: list[bool], found: tuple[int, int], verb: int, right: int, rules: Rules
) -> bool:
    """Whether a phrase behind a verb that follows a mark is who says what stands before it: "…, sagte Meier"."""
    start, end = found
    words = tokens[start:end]
    owner = None if any(quoted[:verb]) else subject_of(tokens, verb, rules)
    closed = rules.comma_bound and _closes_told(tokens, found, verb, right, rules)
    if owner and owner[0] < 2 and not (closed or _ends_with_name(tokens, verb, end, rules)):
        return False  # "Lee, who owns it, criticised the plan"
    if rules.subject_first and end < len(tokens) and _says_more(tokens, verb, end, rules):
        return False  # "Lee, who owns it, said profits rose"
    objects = rules.object_pronouns | rules.it if rules.subject_first else frozenset()
    if end == start + 1 < len(tokens) - 1 and tokens[start].word in objects:
        return False  # "Lee, an official, declared it “fairly good”"
    known = says_at(tokens, verb, rules) or act_at(tokens, verb, rules) or rules.comma_bound
    if not known and not (end > start and (tokens[end - 1].capital or can_speak(tokens[end - 1 : end], rules))):
        return False  # "The “cook,” … produces the cream", "“…,” survives Ely shooting"
    apart = tokens[verb].word not in rules.speech_verbs | rules.act_verbs and tokens[verb].word in rules.split_speech
    announces = closed and tokens[verb].word.startswith("teil") and words[0].tag == "art"  # "…, teilte der Zoo mit"
    if apart and not (announces or can_speak(words, rules)):
        return False  # "sie gehen die Listen durch, stellen die Kosten fest und …"
    hears = end < len(tokens) and tokens[end].word in rules.oblique and tokens[end - 1].capital
    behind = tokens[end].tag if end < len(tokens) else ""
    return not apart or hears or behind not in {"art", "adj", "num", "noun"}  # "gibt der Handel nur 25 Prozent an"


def _closes_told(tokens: list[Token], found: tuple[int, int], verb: int, right: int, rules: Rules) -> bool:
    """Whether a German verb of saying and who says it close a sentence that has a verb of its own before them."""
    start, end = found
    told = says_at(tokens, verb, rules) or tokens[verb].word in rules.framing.voicing
    behind = tokens[min(end, len(tokens) - 1)]
    ended = (
        end == min(right, len(tokens) - 1)
        or behind.tag == "prep"
        or (behind.tag == "sep" and tokens[start].word not in rules.oblique)
        or behind.word in rules.coordinators | _FURTHER
    )
    if not (told or shown_by(tokens, verb, right, rules)) or not ended or not verb_positions(tokens[:verb], rules):
        return False
    words = tokens[start:end]
    someone = words[0].tag == "art" or any(token.tag == "name" for token in words) if words else False
    someone = someone or can_speak(head_of(words, rules), rules)
    return someone or end - start == 1  # "…, erklärte Zusammenhänge und überbrückte Jahre"


def _ends_with_name(tokens: list[Token], left: int, end: int, rules: Rules) -> bool:
    """Whether an English sentence ends with a name behind a predicate: "Gulls, which fly, nest here, says Lee"."""
    if not rules.subject_first or not tokens[end - 1].capital or end < len(tokens) - 1:
        return False
    start = max((at + 1 for at in range(left - 1) if tokens[at].text == ","), default=0)
    said = tokens[start : left - 1]
    if not said or said[0].tag in {"rel", "sub", "prep", "conj"}:
        return False
    return (start > 0 and said[0].tag == "pp") or bool(verb_positions(said, rules))


def _says_more(tokens: list[Token], verb: int, end: int, rules: Rules) -> bool:
    """Whether what follows a verb is a clause: what is said, not who says it."""
    return tokens[verb + 1].word in rules.that or (
        tokens[end].is_word and (tokens[end].tag in {"fin", "inf", "pp"} or tokens[end].word in rules.auxiliaries)
    )


def behind_verb(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int]:
    """The speaker behind a verb of saying: "sagte auch Max Meier", "hieß es in der Mitteilung"."""
    at = verb + 1
    while (
        at < len(tokens)
        and not tokens[at].capital
        and (tokens[at].word in rules.adverbs | rules.reflexives or tokens[at].tag == "adv")
    ):
        at += 1
    at += at + 1 < len(tokens) and tokens[at].word in WHOSE  # "sagte deren Sprecher Meier"
    if at + 2 < len(tokens) and tokens[verb].word in rules.impersonal:
        passed = tokens[at].word in rules.expletives or tokens[at].word in rules.source_places
        if passed and (tokens[at].word in rules.expletives or tokens[verb].word.startswith("verlaut")):
            return place_behind(tokens, at, rules)
    if at >= len(tokens) or tokens[at].tag == "prep":
        return noble_name(tokens, at, verb, rules) or (verb + 1, verb + 1)
    end = before_hearer(tokens, at, phrase_end(tokens, at, len(tokens), rules, close=True), rules)
    return at, with_name(tokens, at, end, len(tokens), rules)


def _said(
    tokens: list[Token], quoted: list[bool], begin: int, verb: int, end: int, right: int, rules: Rules
) -> tuple[tuple[int, int], ...]:
    """What a frame in ``[begin, right)`` frames: what stands before it, and behind it what goes on."""
    opened = long_quote(tokens, quoted, verb)
    fronted = tokens[0].tag in {"sub", "prep", "pp", "ing"} or tokens[0].word in rules.subordinators
    if opened is not None and fronted and not any(quoted[:begin]):  # "Asked why, Smith said, “…”"
        return ((opened, len(tokens)),)
    if only_about(tokens, begin, right, rules):
        return filled(((right + 1, len(tokens)),), tokens)
    before = (0, begin - 1 if tokens[begin - 1].text == "," else begin)
    if begin and right + 1 < len(tokens) and tokens[right].text == "," and not any(quoted):
        fronted = rules.subject_first and tokens[0].tag == "sub"
        halved = tokens[begin - 2].word in rules.auxiliaries | rules.subjunctive  # "Die Bank habe, sagte …"
        fronted = fronted or (halved and tokens[right + 1].tag != "rel")
        if fronted or tokens[right + 1].word in rules.that:  # "When it shut, Lee said, sales fell"
            return ((0, len(tokens)),)
    rest = right + 1 if right < len(tokens) and tokens[right].text in MARKS | {"."} else right
    if front_of(tokens, before, rest, rules):
        return ((0, len(tokens)),)  # "Anders als im Traum, sagt Meier, bleibe …"
    if rest < len(tokens) and tokens[rest].word in rules.adding:
        rest += 1 + (rest + 1 < len(tokens) and tokens[rest + 1].word in rules.that)
        return filled((before, (rest, len(tokens))), tokens)
    added = any(says_at(tokens, at, rules) for at in range(max(end, verb + 1), right))
    if added and rest < len(tokens) and tokens[rest].word in rules.that:  # "sagte Meier und ergänzte, dass …"
        return filled((before, (rest + 1, len(tokens))), tokens)
    quotes = rest < len(tokens) and quoted[rest] and long_quote(tokens, quoted, rest) == rest
    goes_on = rest < len(tokens) and (quotes or tokens[rest].word in rules.coordinators)
    return filled((before, (rest, len(tokens))) if goes_on else (before,), tokens)


def _between(tokens: list[Token], left: int, right: int, rules: Rules) -> bool:
    """Whether a subject and its verb of saying stand between a subject and its verb: "The plan, she says, is dead"."""
    if not rules.subject_first or right + 1 >= len(tokens) or right - left < 2:
        return False
    marks = tokens[left - 1].text == tokens[right].text == ","
    told = says_at(tokens, right - 1, rules) or tokens[right - 1].word in rules.that_verbs
    said = told and phrase_end(tokens, left, right - 1, rules) == right - 1
    said = said or (says_at(tokens, left, rules) and phrase_end(tokens, left + 1, right, rules) == right)  # ", says Jo"
    follower = right + 1 + (tokens[right + 1].text in SPOKEN_MARKS and right + 2 < len(tokens))
    follows = tokens[follower].tag == "fin" or tokens[follower].word in rules.auxiliaries
    return marks and said and follows and is_usable(tokens, left + says_at(tokens, left, rules), right - 1, rules)


def _next(bounds: Set[int], quoted: list[bool], at: int) -> int:
    """The next mark or quotation from ``at`` on."""
    return next((j for j in range(at, len(quoted)) if quoted[j] or j in bounds), len(quoted))


def speech_colon(tokens: list[Token], quoted: list[bool], rules: Rules) -> Frame | None:
    """``X spottete: „…“``: any verb may stand before a colon and a quotation."""
    colon = next(
        (at for at in range(1, len(tokens) - 1) if tokens[at].text == ":" and quoted[at + 1] and not quoted[at]), None
    )
    opened = long_quote(tokens, quoted, colon) if colon else None
    if colon is None or opened != colon + 1:
        return None
    name = all(token.capital for token in tokens[:colon]) and any(token.tag == "name" for token in tokens[:colon])
    if name and colon < 5 and tokens[0].word not in rules.framing.about:  # "Huber: „…“"
        return Frame((0, colon), (colon, colon + 1), ((opened, len(tokens)),))
    beside = next((at + 1 for at in range(colon - 2, 0, -1) if tokens[at].word in rules.bringing), colon)
    if tokens[colon - 1].tag == "ing" and phrase_end(tokens, beside, colon, rules) == colon - 1:
        apart = filled(((0, beside - 1),), tokens)  # "They had to be parted, with Lee declaring: “…”"
        return Frame((beside, colon - 1), (colon - 1, colon), ((opened, len(tokens)),), apart)
    for verb in verb_positions(tokens[:colon], rules):
        linking = tokens[verb].word in rules.worth.copulas
        found = None if not verb or quoted[verb] or linking else subject_of(tokens, verb, rules)
        found = (behind_object(tokens, found, verb, rules) or found) if found else None
        if found and rules.comma_bound and not names_someone(tokens, found, rules):
            continue  # "Ihre Aufwartung machten die Sänger: „…“"
        if found and is_usable(tokens, *found, rules) and not denies(tokens[:colon], rules):
            goes_on = (
                tokens[colon - 1].word.endswith("ing") and colon - verb > SHORT_QUOTE
            )  # "left a letter saying: “…”"
            return Frame(found, (verb, verb + 1), ((opened, len(tokens)),), ((0, colon - 1),) if goes_on else ())
    return None
