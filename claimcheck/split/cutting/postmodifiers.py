"""What stands behind a noun or a clause without a comma that marks it: relative clauses and participles of English."""

from claimcheck.split.cutting.between_commas import is_time
from claimcheck.split.cutting.counted import begins_with_number
from claimcheck.split.cutting.enumerations import is_list_end
from claimcheck.split.cutting.own_clauses import awaits_verb, own_clause
from claimcheck.split.cutting.participles import is_gerund, leads_to, perceived, shown_doing, tells_nothing
from claimcheck.split.cutting.predicates import subject_before_verb
from claimcheck.split.cutting.reasons import PARTICIPLE, reason
from claimcheck.split.cutting.relative_heads import unclear
from claimcheck.split.cutting.relatives import is_needed, is_telling, main_verb_behind, relative_clause_at
from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_participles import ASKING, EVENTS, OF_A_THING, OF_PEOPLE
from claimcheck.split.words.nouns import NOMINAL, Place, is_bare, noun_phrase_before, phrase_stop
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["postmodifier"]

_OPENS = frozenset({"as", "when", "while", "because", "that", "if", "although", "though", "whether"})
_MEASURE = 4  # tokens from a figure to what it measures: "63 cm in height"
_AMOUNTS = frozenset({"million", "billion", "percent", "per", "cent", "thousand"})
_TIMED = frozenset({"since", "until", "before", "after", "during"})  # "the worst crisis since the war, driven by …"


def postmodifier(
    tokens: list[Token],
    quoted: list[bool],
    start: int,
    at: int,
    end: int,
    rules: Rules,
    subject: Stretch | None,
) -> Place | None:
    """What begins at ``at`` in a clause from ``start`` to ``end``; None where nothing does.

    ``subject``: what the clause is about, where it begins with its verb.
    """
    return (
        relative_clause_at(tokens, quoted, start, at, end, rules)
        or _since(tokens, quoted, start, at, end, rules)
        or reason(tokens, quoted, start, at, end, rules)
        or _participle(tokens, quoted, start, at, end, rules, subject)
    )


def _since(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What is taken for granted in "the first case since the office opened"; the clause around it keeps it."""
    if tokens[at].word != "since":
        return None
    stop = phrase_stop(tokens, quoted, at + 1, end)
    verb = first_finite(tokens, at + 2, min(stop, at + 14), rules)
    if verb is None or stop - at <= SHORTEST or tokens[at + 1].tag not in {"art", "name", "noun", "adj"}:
        return None
    if not any(is_finite(tokens, j, rules) for j in range(start, at)):
        stop = main_verb_behind(tokens, verb + 1, stop, rules, after=0)  # "The worst fire since Lee sold it hit 30 men"
        if stop >= end:
            return None
    return ((), (at + 1, stop), None)


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


def _participle(
    tokens: list[Token],
    quoted: list[bool],
    start: int,
    at: int,
    end: int,
    rules: Rules,
    subject: Stretch | None,
) -> Place | None:
    """A participle behind a noun or a comma: "a ring catering to …", "…, killing two"."""
    first = at
    while first < end and tokens[first].tag == "adv" and first - at < 2:
        first += 1
    if first + 1 >= end or tokens[first].tag not in {"ing", "pp"} or tokens[first].capital:
        return None
    if tells_nothing(tokens, at, first, rules):
        return None
    if tokens[first].word == "making" and tokens[first + 1].word in rules.object_pronouns:
        return None  # "won in May, making him the first": what made him so is the win
    if is_finite(tokens, first, rules) and not _reduced(tokens, start, first, end, rules):
        return None
    before = tokens[at - 2] if tokens[at - 1].text in '”"' and tokens[at - 2].text == "," else tokens[at - 1]
    if tokens[first].word.endswith("ed") and awaits_verb(tokens, start, at, rules):
        stop = phrase_stop(tokens, quoted, first + 1, end)
        apart = before.text == "," and tokens[start].tag == "prep" and stop < end
        if not (apart and own_clause(tokens, stop + 1, end, rules)):  # "Under the pact, signed in May, Leeds pays"
            return None
    comma = before.word in {",", "–", "—"}
    if not comma and (before.tag not in {"noun", "name"} or before.word.endswith(("'s", "’s"))):
        return None
    opens = next((j for j in range(at - 2, max(start, at - 5) - 1, -1) if tokens[j].tag not in {"adj", "noun"}), None)
    singular = opens is not None and tokens[opens].tag == "art" and not before.word.endswith("s")
    if not comma and singular and tokens[first].word in EVENTS and tokens[first + 1].tag == "prep":
        return None  # "at a campaign gathering in Leeds", "for an initial public offering in May"
    if not comma and tokens[first].word in rules.not_verbs and tokens[first + 1].tag in {"prep", "adv"}:
        return None  # "brought aid funding up to the average"
    if (
        any(each.word in rules.auxiliaries and each.tag == "fin" for each in tokens[max(start, at - 3) : at])
        and not comma
    ):
        return None
    stop = phrase_stop(tokens, quoted, first + 1, end)
    clausal = tokens[first].word in rules.with_clause and _clause_follows(tokens, first + 1, stop, end, rules)
    if clausal and not comma:
        return None  # "revealed plans to cut the contract saying the pier was unsafe": of nothing that stands beside it
    stop = stop if clausal else main_verb_behind(tokens, first + 1, stop, rules, after=0)
    inner = (j for j in range(first + 2, stop) if relative_clause_at(tokens, quoted, start, j, end, rules))
    stop = next(inner, stop)
    if comma and stop < end and tokens[stop].text == "," and is_list_end(tokens, stop + 1, end, rules):
        stop = stop if any(is_finite(tokens, j, rules) for j in range(stop, end)) else end
    if sum(token.is_word for token in tokens[at:stop]) < PARTICIPLE:
        return None
    if comma and (shown_doing(tokens, start, at, rules) or _ends_behind(tokens, first, stop, end)):
        return None
    if not comma and (perceived(tokens, start, at, rules) or is_gerund(tokens, start, at, first, rules)):
        return None
    noun = at - 1 if comma and before is tokens[at - 1] else at
    related = _behind_relative(tokens, start, at, rules) if comma and tokens[first].tag == "ing" else None
    fin = first_finite(tokens, start, noun, rules)
    if comma and fin is None and tokens[start].tag == "prep" and tokens[first].tag == "ing":
        return None  # "In addition, reporting rules remain tight"
    compares = stop >= end and any(token.text[:1].isdigit() for token in tokens[first:stop])
    if comma and fin is not None and first + 1 < end and tokens[first + 1].word in rules.that:
        return ((), (at, stop), (noun, stop))  # "…, ordering that he pay": who does may be who tells all that
    if related is not None:
        head = noun_phrase_before(tokens, start, related, rules)  # "a man, whom nobody saw, working in the yard"
    elif comma and fin is not None and (tokens[first].tag == "ing" or compares):
        head = (
            subject if subject and fin == start else _subject(tokens, *_last_clause(tokens, start, noun, rules), rules)
        )
    else:
        head = noun_phrase_before(tokens, start, noun, rules)
        of_someone = tokens[first].word in OF_PEOPLE and stop >= end
        if comma and fin is not None and head and (of_someone or tokens[head[1] - 1].word in rules.moments):
            head = _subject(tokens, start, fin, rules)  # "Smoke hung over the city for days, caused by fires"
    alone = head is not None and head[1] - head[0] == 1
    if (
        head
        and alone
        and head[0] - 1 > start
        and tokens[head[0]].tag == "num"
        and tokens[head[0] - 1].word in rules.of_words
    ):
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "his mark of 2:04:26, run in Rome"
        head = (wider[0], head[1]) if wider else head
    if (
        head is None
        or not any(token.tag in {"noun", "name", "pro"} for token in tokens[slice(*head)])
        or (not comma and (is_needed(tokens, start, head, stop, end, rules) or not is_telling(tokens, at, stop)))
    ):
        return None
    measured = any(token.text[:1].isdigit() for token in tokens[max(start, head[0] - _MEASURE) : head[0]])
    if comma and fin is None and measured and is_bare(tokens, head) and tokens[head[0] - 1].tag == "prep":
        return None  # "A panel, 2 metres in height, dating back to 1900, was sold"
    if comma and fin is not None and tokens[first].word in OF_A_THING:
        return None  # "Harwick has a tram line, comprising six stops": the line
    if comma and tokens[head[0]].tag == "to":
        return None  # "To go from 45 banks to 17 is hard, reducing the number"
    if all(token.text[:1].isdigit() or token.word in _AMOUNTS for token in tokens[slice(*head)]):
        return None  # "and 2.1 per cent in 2018, reducing its share"
    beside = (
        head[0] - 2 > start and tokens[head[0] - 1].word in rules.coordinators and tokens[head[0] - 2].tag in NOMINAL
    )
    if not comma and beside and tokens[first].tag == "pp":
        return None  # "of the guests and their guides captured in May": of both
    timed = tokens[head[1] - 1].word in rules.moments and tokens[head[0] - 1].tag == "prep"
    timed = timed or any(token.word in rules.weekdays for token in tokens[slice(*head)])  # "won Monday night taking"
    of_any = tokens[head[0]].word in rules.negations
    asked = tokens[head[0] - 1].word in ASKING and any(token.tag == "to" for token in tokens[first + 2 : stop])
    if not comma and (of_any or asked):
        return None  # "requires all builders working with lead to be licensed"
    if not comma and (timed or unclear(tokens, start, head, tokens[first], rules)):
        return None  # "has run stories in recent days painting farmers as smugglers"
    if not comma and head[0] > start and tokens[head[0] - 1].word in rules.subordinators - rules.prepositions | _OPENS:
        return None  # "as delegates focused on pay": a clause
    owned = head[0] - 2 >= start and tokens[head[0] - 1].word in rules.of_words
    if comma and owned and fin is None and (wider := noun_phrase_before(tokens, start, head[0] - 1, rules)):
        head = (wider[0], head[1])  # "the mills of Leeds, standing in York,": the mills
    led = tokens[head[0] - 1].word if head[0] > start and tokens[head[0] - 1].tag == "prep" else ""
    if comma and tokens[first].tag == "pp" and led and (tokens[head[0]].tag == "name" or led in _TIMED):
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "the debate in Leeds, hosted by …"
        head = (wider[0], head[1]) if wider else head
    if comma and fin is None and _only_says_when(tokens, head, rules):
        return None  # "On Tuesday, armed with a knife, they": of what stands behind
    often = stop + 2 < end and tokens[stop + 1].tag == "adv" and tokens[stop + 2].tag == "prep"
    if comma and often and tokens[first].tag == "ing" and first_finite(tokens, stop, end, rules) is None:
        return None  # "is on the rise, allowing them to use it, often at a discount"
    begin = noun if comma else _brought(tokens, start, head, noun, rules)
    hole = (begin, stop + (comma and stop < end and tokens[stop].text == ","))
    whole = not comma and leads_to(tokens, start, head[0])
    if (
        not comma
        and stop >= end
        and any(
            token.word == "by" and begins_with_number(tokens, j, end, rules)
            for j, token in enumerate(tokens[first:stop], first)
        )
    ):
        return None  # "cut rates paid to builders by 9 percent": what was cut by how much
    return ((head,), (at, stop), None if whole else hole)


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


def _ends_behind(tokens: list[Token], first: int, stop: int, end: int) -> bool:
    """Whether "to" follows behind an insertion: "climbing from 23 percent in May, before the debate, to 27"."""
    onward = any(tokens[j].word == "to" and tokens[j - 1].text == "," for j in range(stop + 1, end))
    return onward and any(token.word == "from" for token in tokens[first:stop])


def _behind_relative(tokens: list[Token], start: int, at: int, rules: Rules) -> int | None:
    """Where the relative clause has its comma that the one before ``at`` closes; None where none is closed."""
    opens = max((j for j in range(start + 1, at - 1) if tokens[j].text == ","), default=None)
    related = opens is not None and tokens[opens + 1].word in rules.relatives and tokens[opens + 1].tag == "rel"
    return opens if related else None


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
