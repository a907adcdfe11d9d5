"""What stands behind a noun or a clause without a comma that marks it: relative clauses and participles of English."""

from claimcheck.split.clauses import SHORTEST, Stretch
from claimcheck.split.languages import Rules
from claimcheck.split.nouns import Place, noun_phrase_before, phrase_stop
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite, says

__all__ = ["postmodifier"]

_PARTICIPLE = 4  # words of a participle with what belongs to it
_TELLING = 5  # words from which what narrows a noun down is more than that


def postmodifier(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """What begins at ``at`` in a clause from ``start`` to ``end``; None where nothing does."""
    return (
        _relative(tokens, quoted, start, at, end, rules)
        or _since(tokens, quoted, at, end, rules)
        or _participle(tokens, quoted, start, at, end, rules)
    )


def _relative(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A relative clause behind its noun: "a network that sold …", "a hunter whose remains were found"."""
    word = tokens[at].word
    if word not in rules.relatives | {"where"} or not (
        word in {"whose", "where"} or tokens[at].tag in {"rel", "sub", "art"}
    ):
        return None
    noun = at - 1 if tokens[at - 1].word in {",", "–", "—"} else at
    head = noun_phrase_before(tokens, start, noun, rules)
    head = _described(tokens, start, head, noun, rules) if head and noun < at else head
    if head is None:
        return None
    first = at + 1
    while first < end and tokens[first].tag == "adv":
        first += 1
    subject = word in {"who", "which", "that"} and first < end and is_finite(tokens, first, rules)
    own = word in {"whose", "where"} and any(is_finite(tokens, j, rules) for j in range(at + 1, min(end, at + 8)))
    if not own and noun < at and word in {"which", "whom"}:  # "his company, which he founded in 1981"
        near = range(at + 2, min(end, at + 6))
        own = tokens[first].tag in {"pro", "name", "art"} and any(is_finite(tokens, j, rules) for j in near)
    if not subject and not own:
        return None
    if subject and says(tokens[first], rules):
        return None
    stop = _main_verb(
        tokens,
        first + 1 if subject else at + 1,
        phrase_stop(tokens, quoted, at + 1, end),
        rules,
        after=0 if subject else 1,
    )
    if stop - at <= SHORTEST or (noun == at and _needed(tokens, start, head, stop, end, rules)):
        return None
    if noun == at and not _telling(tokens, at, stop):
        return None
    hole = (noun, stop + (stop < end and tokens[stop].word in {",", "–", "—"} and noun < at))
    return ((head,), (at + 1 if subject else at, stop), hole)


def _described(tokens: list[Token], start: int, head: Stretch, noun: int, rules: Rules) -> Stretch:
    """The noun phrase before an apposition that ends in ``head``: "Ann Wray, a baker of Leeds, who", "Ann, 45, who"."""
    comma = next((j for j in range(noun - 1, max(start, noun - 15), -1) if tokens[j].text == ","), None)
    if comma is None or comma + 1 >= noun or tokens[comma + 1].tag not in {"art", "num"}:
        return head
    if any(is_finite(tokens, j, rules) for j in range(comma, noun)):
        return head
    before = noun_phrase_before(tokens, start, comma, rules)
    return before if before and tokens[comma - 1].tag in {"name", "noun"} else head


def _main_verb(tokens: list[Token], at: int, stop: int, rules: Rules, *, after: int) -> int:
    """Where the clause around a relative clause goes on: at the finite verb that is one too many."""
    seen, open_aux = 0, tokens[at - 1].word in rules.auxiliaries
    for j in range(at, stop):
        open_aux = (open_aux or tokens[j].word in rules.auxiliaries) and tokens[j].tag not in {"pp", "inf", "ing"}
        if open_aux and tokens[j].word not in rules.auxiliaries and tokens[j].tag == "fin":  # "were on Monday found"
            open_aux = False
            continue
        follows = tokens[j + 1].tag == "fin" if j + 1 < stop else False
        if (
            tokens[j].tag in {"sub", "rel"}
            or tokens[j].word in rules.relatives
            or (tokens[j].tag == "conj" and follows)
        ):
            after += 1
            continue
        if tokens[j].tag == "fin" and is_finite(tokens, j, rules) and tokens[j - 1].word not in rules.auxiliaries:
            seen += 1
            if seen > after:
                return j
    return stop


def _needed(tokens: list[Token], start: int, head: Stretch, stop: int, end: int, rules: Rules) -> bool:
    """Whether a clause says nothing without it: "They are the men who …", or a subject whose verb cannot be found."""
    verbs = [j for j in range(start, head[0]) if is_finite(tokens, j, rules)]
    figure = any(token.text[:1].isdigit() for token in tokens[head[1] : stop])
    if not verbs:
        generic = head[0] <= start + 1 and tokens[head[0]].tag in {"noun", "adj"}  # "Residents who are on a lease can"
        return stop >= end or (generic and not figure)
    cleft = head[1] - verbs[-1] <= _TELLING and stop >= end  # "She was one of three officers who …"
    return tokens[verbs[-1]].word in rules.worth.copulas and (verbs[-1] == head[0] - 1 or cleft)


def _telling(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether what narrows a noun down is a fact by itself: it has some words, or a figure or name."""
    words = [token for token in tokens[at:stop] if token.is_word]
    return len(words) > _TELLING or any(token.text[:1].isdigit() or token.tag == "name" for token in words)


def _since(tokens: list[Token], quoted: list[bool], at: int, end: int, rules: Rules) -> Place | None:
    """What is taken for granted in "the first case since the office opened"; the clause around it keeps it."""
    if tokens[at].word != "since":
        return None
    stop = phrase_stop(tokens, quoted, at + 1, end)
    verb = next((j for j in range(at + 2, min(stop, at + 14)) if is_finite(tokens, j, rules)), None)
    if verb is None or stop - at <= SHORTEST or tokens[at + 1].tag not in {"art", "name", "noun", "adj"}:
        return None
    return ((), (at + 1, stop), None)


def _awaits_verb(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether the clause has had no verb of its own yet: "The fires, which killed 44 people, destroyed …"."""
    verbs = [j for j in range(start, at) if is_finite(tokens, j, rules)]
    return all(any(each.tag == "rel" for each in tokens[max(start, j - 3) : j]) for j in verbs)


def _participle(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A participle behind a noun or a comma: "a ring catering to …", "…, killing two"."""
    first = at
    while first < end and tokens[first].tag == "adv" and first - at < 2:
        first += 1
    if first >= end or tokens[first].tag not in {"ing", "pp"} or is_finite(tokens, first, rules):
        return None
    before = tokens[at - 1]
    if tokens[first].word.endswith("ed") and _awaits_verb(tokens, start, at, rules):
        return None
    comma = before.word in {",", "–", "—"}
    if not comma and before.tag not in {"noun", "name"}:
        return None
    if (
        any(each.word in rules.auxiliaries and each.tag == "fin" for each in tokens[max(start, at - 3) : at])
        and not comma
    ):
        return None
    stop = phrase_stop(tokens, quoted, first + 1, end)
    stop = _main_verb(tokens, first + 1, stop, rules, after=0)
    inner = (j for j in range(first + 2, stop) if _relative(tokens, quoted, start, j, end, rules))
    stop = next(inner, stop)
    if sum(token.is_word for token in tokens[at:stop]) < _PARTICIPLE:
        return None
    if not comma and _perceived(tokens, start, at, rules):
        return None
    noun = at - 1 if comma else at
    fin = next((j for j in range(start, noun) if is_finite(tokens, j, rules)), None)
    compares = stop >= end and any(token.text[:1].isdigit() for token in tokens[first:stop])
    if comma and fin is not None and (tokens[first].tag == "ing" or compares):
        head = subject_before(tokens, start, fin, rules)
    else:
        head = noun_phrase_before(tokens, start, noun, rules)
    if (
        head is None
        or not any(token.tag in {"noun", "name", "pro"} for token in tokens[slice(*head)])
        or (not comma and (_needed(tokens, start, head, stop, end, rules) or not _telling(tokens, at, stop)))
    ):
        return None
    if comma and tokens[first].tag == "pp" and tokens[head[0]].tag == "name" and tokens[head[0] - 1].tag == "prep":
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)  # "the debate in Leeds, hosted by …"
        head = (wider[0], head[1]) if wider else head
    return ((head,), (at, stop), (noun, stop + (comma and stop < end and tokens[stop].text == ",")))


def subject_before(tokens: list[Token], start: int, verb: int, rules: Rules) -> Stretch | None:
    """The subject that ends before ``verb``, adverbs between them passed over: "Ann Lee again won"; a pronoun too."""
    while verb - 1 > start and tokens[verb - 1].tag == "adv":
        verb -= 1
    if tokens[verb - 1].word in rules.subject_pronouns | rules.it and verb - 1 >= start:
        return (verb - 1, verb)
    return noun_phrase_before(tokens, start, verb, rules)


def _perceived(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether what the noun before does is what was seen: "Police saw two men leaving the bank"."""
    verb = max((j for j in range(start, at) if tokens[j].tag in {"fin", "pp", "inf", "ing"}), default=None)
    return verb is not None and tokens[verb].word in rules.perceiving and at - verb <= 8
