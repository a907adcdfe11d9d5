"""English participles behind a noun or a comma, and whom they tell of: "a ring catering to …", "…, killing two"."""

from typing import NamedTuple

from claimcheck.split.cutting.between_commas import is_time
from claimcheck.split.cutting.counted import begins_with_number
from claimcheck.split.cutting.enumerations import is_list_end
from claimcheck.split.cutting.main_verbs import main_verb_behind
from claimcheck.split.cutting.own_clauses import awaits_verb, own_clause
from claimcheck.split.cutting.participles import (
    behind_relative,
    closes_perfect,
    ends_behind,
    is_gerund,
    leads_to,
    perceived,
    shown_doing,
    tells_nothing,
)
from claimcheck.split.cutting.predicates import subject_before_verb
from claimcheck.split.cutting.reasons import PARTICIPLE
from claimcheck.split.cutting.relative_heads import unclear
from claimcheck.split.cutting.relatives import is_needed, is_telling, relative_clause_at
from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_participles import ASKING, EVENTS, NAMED, OF_A_THING, OF_PEOPLE
from claimcheck.split.words.nouns import NOMINAL, Place, ends_as_plural, is_bare, noun_phrase_before, phrase_stop
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["participle"]

_OPENS = frozenset({"as", "when", "while", "because", "that", "if", "although", "though", "whether"})
_MEASURE = 4  # tokens from a figure to what it measures: "63 cm in height"
_AMOUNTS = frozenset({"million", "billion", "percent", "per", "cent", "thousand"})
_TIMED = frozenset({"since", "until", "before", "after", "during"})  # "the worst crisis since the war, driven by …"


class _Form(NamedTuple):
    """A participle in a clause from ``start`` to ``end``: its adverbs begin at ``at``, its verb is at ``verb``.

    ``apart``: behind a comma or a dash. ``noun``: where what stands before it ends.
    """

    start: int
    end: int
    at: int
    verb: int
    apart: bool
    noun: int


def participle(
    tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules, subject: Stretch | None
) -> Place | None:
    """The participle that begins at ``at`` in a clause from ``start`` to ``end``; None where none does, or it is not
    plain whom it tells of.

    ``subject``: what the clause is about, where it begins with its verb.
    """
    form = _form(tokens, start, at, end)
    if form is None or _tells_none(tokens, quoted, form, rules):
        return None
    stop = _stop(tokens, quoted, form, rules)
    if stop is None or _belongs_elsewhere(tokens, form, stop, rules):
        return None
    fin = first_finite(tokens, start, form.noun, rules)
    if form.apart and fin is not None and tokens[form.verb + 1].word in rules.that:
        return ((), (at, stop), (form.noun, stop))  # "…, ordering that he pay": who does may be who tells all that
    if form.apart and fin is None and tokens[start].tag == "prep" and tokens[form.verb].tag == "ing":
        return None  # "In addition, reporting rules remain tight"
    if form.apart and tokens[form.verb].tag == "ing" and stop < end and is_finite(tokens, stop, rules):
        return None  # "For one so shy, getting help from friends seems hard"
    head = _head(tokens, form, stop, fin, subject, rules)
    if head is None or not any(token.tag in {"noun", "name", "pro"} for token in tokens[slice(*head)]):
        return None
    if all(token.text[:1].isdigit() or token.word in _AMOUNTS for token in tokens[slice(*head)]):
        return None  # "and 2.1 per cent in 2018, reducing its share"
    if not form.apart:
        if _may_tell_of_another(tokens, form, head, stop, rules):
            return None
        begin, whole = _brought(tokens, start, head, form.noun, rules), leads_to(tokens, start, head[0])
        return ((head,), (at, stop), None if whole else (begin, stop))
    if _tells_of_another(tokens, form, head, fin):
        return None
    head = _whole_head(tokens, form, head, fin, rules)
    if fin is None and _only_says_when(tokens, head, rules):
        return None  # "On Tuesday, armed with a knife, they": of what stands behind
    return ((head,), (at, stop), (form.noun, stop + (stop < end and tokens[stop].text == ",")))


def _form(tokens: list[Token], start: int, at: int, end: int) -> _Form | None:
    """The participle whose adverbs begin at ``at``, behind a comma or right behind a noun; None where none does."""
    verb = at
    while verb < end and tokens[verb].tag == "adv" and verb - at < 2:
        verb += 1
    if verb + 1 >= end or tokens[verb].tag not in {"ing", "pp"} or tokens[verb].capital:
        return None
    inside = tokens[at - 1].text in '”"' and tokens[at - 2].text == ","  # the comma stands before the closing mark
    before = tokens[at - 2] if inside else tokens[at - 1]
    apart = before.word in {",", "–", "—"}
    if not apart and (before.tag not in {"noun", "name"} or before.word.endswith(("'s", "’s"))):
        return None
    return _Form(start, end, at, verb, apart, at - 1 if apart and not inside else at)


def _tells_none(tokens: list[Token], quoted: list[bool], form: _Form, rules: Rules) -> bool:
    """Whether a form tells nothing by itself, or is a verb of its clause or part of one."""
    start, end, at, verb, apart, _ = form
    word, after = tokens[verb].word, tokens[verb + 1]
    if tells_nothing(tokens, at, verb, rules):
        return True
    if apart and tokens[verb].tag == "pp" and closes_perfect(tokens, start, at, rules):
        return True  # "have, on a small scale, torn 300 families apart"
    if word in NAMED and (after.capital or not after.is_word):
        return True  # "a film called The Way", "a study entitled “Births”"
    if word == "making" and after.word in rules.object_pronouns:
        return True  # "won in May, making him the first": what made him so is the win
    if is_finite(tokens, verb, rules) and not _reduced(tokens, start, verb, end, rules):
        return True
    if word.endswith("ed") and awaits_verb(tokens, start, at, rules):
        stop = phrase_stop(tokens, quoted, verb + 1, end)
        comma = apart and tokens[at - 1].word not in {"–", "—"}
        fronted = comma and tokens[start].tag == "prep" and stop < end
        if not (fronted and own_clause(tokens, stop + 1, end, rules)):  # "Under the pact, signed in May, Leeds pays"
            return True
    if apart:
        return False
    first = at - 1
    while first > start and tokens[first].capital:
        first -= 1
    named = tokens[at - 1].capital and tokens[first].tag == "art"
    kind = tokens[verb].tag == "ing" and at == verb and named and after.tag == "noun"
    if kind and not ends_as_plural(after.word) and tokens[verb + 2].tag in {"prep", "fin"}:
        return True  # "the Blue Heron drilling platform in"
    opens = next((j for j in range(at - 2, max(start, at - 5) - 1, -1) if tokens[j].tag not in {"adj", "noun"}), None)
    singular = opens is not None and tokens[opens].tag == "art" and not tokens[at - 1].word.endswith("s")
    if singular and word in EVENTS and after.tag == "prep":
        return True  # "at a campaign gathering in Leeds", "for an initial public offering in May"
    if word in rules.not_verbs and after.tag in {"prep", "adv"}:
        return True  # "brought aid funding up to the average"
    return any(each.word in rules.auxiliaries and each.tag == "fin" for each in tokens[max(start, at - 3) : at])


def _stop(tokens: list[Token], quoted: list[bool], form: _Form, rules: Rules) -> int | None:
    """Where a participle is over with what belongs to it; None where it is too short, or a clause hangs on it."""
    start, end, at, verb, apart, _ = form
    stop = phrase_stop(tokens, quoted, verb + 1, end)
    clausal = tokens[verb].word in rules.with_clause and _clause_follows(tokens, verb + 1, stop, end, rules)
    if clausal and not apart:
        return None  # "revealed plans to cut the contract saying the pier was unsafe": of nothing that stands beside it
    stop = stop if clausal else main_verb_behind(tokens, verb + 1, stop, rules, after=0)
    inner = (j for j in range(verb + 2, stop) if relative_clause_at(tokens, quoted, start, j, end, rules))
    stop = next(inner, stop)
    if apart and stop < end and tokens[stop].text == "," and is_list_end(tokens, stop + 1, end, rules):
        stop = stop if any(is_finite(tokens, j, rules) for j in range(stop, end)) else end
    return stop if sum(token.is_word for token in tokens[at:stop]) >= PARTICIPLE else None


def _belongs_elsewhere(tokens: list[Token], form: _Form, stop: int, rules: Rules) -> bool:
    """Whether a participle is part of what was seen, of a list, or of what stands behind it."""
    start, end, at, verb, apart, _ = form
    if not apart:
        counted = (j for j in range(verb, stop) if tokens[j].word == "by" and begins_with_number(tokens, j, end, rules))
        if stop >= end and next(counted, None) is not None:
            return True  # "cut rates paid to builders by 9 percent": what was cut by how much
        return perceived(tokens, start, at, rules) or is_gerund(tokens, start, at, verb, rules)
    often = stop + 2 < end and tokens[stop + 1].tag == "adv" and tokens[stop + 2].tag == "prep"
    if often and tokens[verb].tag == "ing" and first_finite(tokens, stop, end, rules) is None:
        return True  # "is on the rise, allowing them to use it, often at a discount"
    return shown_doing(tokens, start, at, rules) or ends_behind(tokens, verb, stop, end)


def _head(
    tokens: list[Token], form: _Form, stop: int, fin: int | None, subject: Stretch | None, rules: Rules
) -> Stretch | None:
    """The noun phrase that a participle tells of: the one before it, or behind a comma the subject."""
    start, end, at, verb, apart, noun = form
    related = behind_relative(tokens, start, at, rules) if apart and tokens[verb].tag == "ing" else None
    compares = stop >= end and any(token.text[:1].isdigit() and not token.is_year for token in tokens[verb:stop])
    if related is not None:
        head = noun_phrase_before(tokens, start, related, rules)  # "a man, whom nobody saw, working in the yard"
    elif apart and fin is not None and (tokens[verb].tag == "ing" or compares):
        clause = _last_clause(tokens, start, noun, rules)
        head = subject if subject and fin == start else _subject(tokens, *clause, rules)
    else:
        head = noun_phrase_before(tokens, start, noun, rules)
        of_someone = tokens[verb].word in OF_PEOPLE and stop >= end
        if apart and fin is not None and head and (of_someone or tokens[head[1] - 1].word in rules.moments):
            head = _subject(tokens, start, fin, rules)  # "Smoke hung over the city for days, caused by fires"
    if head is None or head[1] - head[0] > 1 or head[0] - 1 <= start or tokens[head[0]].tag != "num":
        return head
    of_it = tokens[head[0] - 1].word in rules.of_words
    wider = noun_phrase_before(tokens, start, head[0] - 1, rules) if of_it else None
    return (wider[0], head[1]) if wider else head  # "his mark of 2:04:26, run in Rome"


def _may_tell_of_another(tokens: list[Token], form: _Form, head: Stretch, stop: int, rules: Rules) -> bool:
    """Whether a participle right behind a noun may as well tell of something else, or only says which is meant."""
    start, end, at, verb, _, _ = form
    before = tokens[head[0] - 1]
    if is_needed(tokens, start, head, stop, end, rules) or not is_telling(tokens, at, stop):
        return True
    beside = head[0] - 2 > start and before.word in rules.coordinators and tokens[head[0] - 2].tag in NOMINAL
    if beside and tokens[verb].tag == "pp":
        return True  # "of the guests and their guides captured in May": of both
    asked = before.word in ASKING and any(token.tag == "to" for token in tokens[verb + 2 : stop])
    if asked or tokens[head[0]].word in rules.negations:
        return True  # "requires all builders working with lead to be licensed"
    timed = tokens[head[1] - 1].word in rules.moments and before.tag == "prep"
    if timed or any(token.word in rules.weekdays for token in tokens[slice(*head)]):
        return True  # "won Monday night taking"
    if unclear(tokens, start, head, tokens[verb], rules):
        return True  # "has run stories in recent days painting farmers as smugglers"
    return (
        head[0] > start and before.word in rules.subordinators - rules.prepositions | _OPENS
    )  # "as delegates focused"


def _tells_of_another(tokens: list[Token], form: _Form, head: Stretch, fin: int | None) -> bool:
    """Whether a participle behind a comma tells of something else than the noun phrase found."""
    start, verb = form.start, form.verb
    measured = any(token.text[:1].isdigit() for token in tokens[max(start, head[0] - _MEASURE) : head[0]])
    if fin is None and measured and is_bare(tokens, head) and tokens[head[0] - 1].tag == "prep":
        return True  # "A panel, 2 metres in height, dating back to 1900, was sold"
    if fin is not None and tokens[verb].word in OF_A_THING:
        return True  # "Harwick has a tram line, comprising six stops": the line
    return tokens[head[0]].tag == "to"  # "To go from 45 banks to 17 is hard, reducing the number"


def _whole_head(tokens: list[Token], form: _Form, head: Stretch, fin: int | None, rules: Rules) -> Stretch:
    """The noun phrase around one that a preposition ties to it, where a participle behind a comma tells of that."""
    start, verb = form.start, form.verb
    owned = head[0] - 2 >= start and tokens[head[0] - 1].word in rules.of_words
    if owned and fin is None and (wider := noun_phrase_before(tokens, start, head[0] - 1, rules)):
        head = (wider[0], head[1])  # "the mills of Leeds, standing in York,": the mills
    led = tokens[head[0] - 1].word if head[0] > start and tokens[head[0] - 1].tag == "prep" else ""
    if tokens[verb].tag == "pp" and led and (tokens[head[0]].tag == "name" or led in _TIMED):
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "the debate in Leeds, hosted by …"
        head = (wider[0], head[1]) if wider else head
    return head


def _reduced(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> bool:
    """Whether a form that may be finite is no verb of the clause, which has another: "Letters sent in May warn of"."""
    if at + 1 >= end or tokens[at].tag != "pp" or tokens[at + 1].tag not in {"prep", "adv"}:
        return False
    for step, stop in ((-1, start - 1), (1, end)):
        for j in range(at + step, stop, step):
            if not tokens[j].is_word or tokens[j].tag in {"conj", "sub", "rel"}:
                break
            if tokens[j].tag == "fin" and is_finite(tokens, j, rules):
                return True
    return False


def _only_says_when(tokens: list[Token], head: Stretch, rules: Rules) -> bool:
    last = tokens[head[1] - 1].word
    return last in rules.weekdays or last in rules.months or last in rules.moments or is_time(tokens, head, rules)


def _brought(tokens: list[Token], start: int, head: Stretch, noun: int, rules: Rules) -> int:
    """Where "with Gov. Lee falling furthest" begins, which no clause keeps a part of; else ``noun``."""
    at = head[0] - 1
    while at > start and (tokens[at].capital or tokens[at].text == "."):
        at -= 1
    if at <= start:
        return noun
    beside = tokens[at].word in rules.bringing and tokens[at - 1].tag not in NOMINAL  # not "a meeting with a board"
    return at if beside else noun


def _clause_follows(tokens: list[Token], at: int, stop: int, end: int, rules: Rules) -> bool:
    """Whether a clause follows, its verb however far behind: "saying the meals given by the five groups did not do"."""
    if own_clause(tokens, at, end, rules):
        return True
    opens = at < stop and tokens[at].tag in {"art", "pro"}
    return opens and any(is_finite(tokens, j, rules) for j in range(at + 2, stop))


def _last_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch:
    """Where the last clause before ``end`` begins, and its verb: "… when a van hit a crowd, injuring 12"."""
    verbs = [j for j in range(start, end) if is_finite(tokens, j, rules)]
    opens = [j for j in range(verbs[0], verbs[-1]) if tokens[j].word in rules.separable | rules.time_openers]
    if opens and (later := [j for j in verbs if j > opens[-1]]):
        return opens[-1] + 1, later[0]
    return start, verbs[0]


def _subject(tokens: list[Token], start: int, verb: int, rules: Rules) -> Stretch | None:
    """The subject that ends before ``verb``, adverbs between them passed over: "Ann Lee again won"; a pronoun too."""
    if whole := subject_before_verb(tokens, start, verb + 1, rules):
        words = [token.word for token in tokens[slice(*whole)]]
        ours = tokens[whole[0]].tag == "prep" and words[-1] in rules.first_second_person  # "Like many people I know"
        return whole if not ours and any(word not in rules.not_speakers for word in words) else None
    while verb - 1 > start and tokens[verb - 1].tag == "adv":
        verb -= 1
    if tokens[verb - 1].word in rules.subject_pronouns | rules.it and verb - 1 >= start:
        return (verb - 1, verb)
    return noun_phrase_before(tokens, start, verb, rules)
