"""Relative clauses behind the noun they tell of, where the subject comes first: English."""

from claimcheck.split.cutting.limiting import in_general, says_which
from claimcheck.split.cutting.main_verbs import main_verb_behind
from claimcheck.split.cutting.named_heads import of_named, whole_name, without_day
from claimcheck.split.cutting.relative_heads import (
    CALLED,
    agreeing,
    around_name,
    of_both,
    of_chain,
    of_described,
    of_others,
    of_person,
    of_thing,
    unclear,
)
from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_nouns import SPELLS, WORKS
from claimcheck.split.words.nouns import Place, is_bare, noun_phrase_before, phrase_stop
from claimcheck.split.words.stretches import SHORTEST, Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, says

__all__ = ["is_needed", "is_telling", "relative_clause_at"]

_LED = frozenset({"led", "leads", "meant", "means", "caused", "prompted", "forced", "resulted", "triggered", "sparked"})
_FURTHER = ("among other", "namely ", "including ", "especially ", "notably ", "particularly ", "such as")
_ONE = frozenset({"one", "ones", "those"})
_AMOUNT = 3
_VERBAL = frozenset({"fin", "pp", "inf", "ing"})
_SHARES = frozenset({"percent", "cent", "million", "billion"})
_APART = frozenset({",", "–", "—"})  # what sets a clause off from its noun
_SUBJECTS = frozenset({"who", "which", "that"})
_TELLING = 5  # words from which what narrows a noun down is more than that


def relative_clause_at(
    tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules
) -> Place | None:
    """A relative clause behind its noun: "a network that sold …", "a hunter whose remains were found"."""
    word, form = tokens[at].word, tokens[at].tag
    relative = word in {"whose", "where"} or (word in rules.relatives and form in {"rel", "sub", "art"})
    near = _nearest(tokens, start, at, rules) if relative else None
    first = next((j for j in range(at + 1, end) if tokens[j].tag != "adv"), end)
    if near is None or first >= end or _told_inside(tokens, first, end, rules):
        return None
    apart = tokens[at - 1].word in _APART
    if apart and (_one_of_two(tokens, start, near) or _of_what_is_said(tokens, at, end, rules)):
        return None
    of_the_clause = apart and word == "which" and _is_date(tokens, near, rules)
    of_the_clause = of_the_clause or _follows_from_all(tokens, start, near, at, rules)
    head = _whole_head(tokens, start, at, near, tokens[first], rules)
    if word in _SUBJECTS:
        fits = agreeing(tokens, start, head, tokens[first], rules)
        if fits is None or _inside_other(tokens, start, at, fits, rules):
            return None
        head = fits
        if not of_the_clause and unclear(tokens, start, head, tokens[first], rules, word=word):
            return None
    subject = word in _SUBJECTS and is_finite(tokens, first, rules)
    if not subject and not _has_subject(tokens, at, first, end, rules):
        return None
    if subject and says(tokens[first], rules):
        return None
    clausal = of_the_clause and tokens[first].word in rules.with_clause  # "which means the pier stays shut"
    verb, verbs = (first + 1, 0) if subject else (at + 1, 1)
    stop = phrase_stop(tokens, quoted, at + 1, end)
    stop = main_verb_behind(tokens, verb, stop, rules, after=verbs + clausal)
    stop = _with_further(tokens, quoted, stop, end) if apart else stop
    if _cannot_part(tokens, start, at, head, stop, end, rules):
        return None
    hole = (at - apart, stop + (apart and stop < end and tokens[stop].word in _APART))
    body = (at + 1 if subject else at, stop)
    if apart and head[1] < at - 1 and tokens[head[1] + 1].word in CALLED:
        return ((head,), body, None)  # "Dr Sall, real name Theo Gell, who died, wrote"
    if of_the_clause:
        return ((), (at, stop), hole)
    over = tokens[head[0]].tag == "num" and tokens[head[0] - 1].word == "over" and head[0] - 2 >= start
    head = without_day(tokens, head, rules)
    head = (head[0] - (over and tokens[head[0] - 2].tag in _VERBAL), head[1])  # "freed over 2,000 hostages who"
    if not apart and stop + 1 < end and tokens[stop].text == "," and tokens[stop + 1].tag == "prep":
        return ((head,), body, None)  # "shops where men sell goods, from rice to tea"
    return ((head,), body, hole)


def _nearest(tokens: list[Token], start: int, at: int, rules: Rules) -> Stretch | None:
    """The noun phrase before a relative clause, or the person whom "who" can only mean; None where it tells of none."""
    word, apart = tokens[at].word, tokens[at - 1].word in _APART
    noun = at - apart
    head = noun_phrase_before(tokens, start, noun, rules)
    if head is None:
        return None
    head = of_described(tokens, start, head, noun, rules) if apart else head
    head = of_person(tokens, start, head, rules) if word in {"who", "whose", "whom"} else head
    if word in {"who", "whom"} and of_others(tokens, start, head, rules):
        return None
    told = head[0] - 2 - (tokens[head[0] - 2].text == ",") if tokens[head[0] - 1].word == "about" else -1
    if told > 0 and tokens[told].word in WORKS:
        return None  # "a novel about two sisters who flee": told in it
    if word == "where" and tokens[noun - 1].tag not in {"noun", "name"}:
        return None
    if apart and all(token.tag in {"adj", "adv"} and not token.capital for token in tokens[slice(*head)]):
        return None  # "The debt is too high, which slows the work"
    narrows = not apart and says_which(tokens, start, head, at, rules)
    return None if narrows or tokens[head[1] - 1].word in _ONE else head


def _whole_head(tokens: list[Token], start: int, at: int, head: Stretch, verb: Token, rules: Rules) -> Stretch:
    """The noun phrase with what belongs to it: another beside it, the rest of a name, what an amount is of."""
    word, apart = tokens[at].word, tokens[at - 1].word in _APART
    head = of_both(tokens, start, head, verb, rules) if apart else head
    amount = head[1] - head[0] < _AMOUNT and tokens[head[0]].tag == "num" and head[0] - 2 >= start
    if amount and tokens[head[0] - 1].tag in {"ing", "prep"}:  # "a rise averaging 4 percent, which"
        wider = noun_phrase_before(tokens, start, head[0] - 1, rules)
        head = (wider[0], head[1]) if wider and tokens[head[1] - 1].word in _SHARES else head
    head = whole_name(tokens, start, head, rules)
    if apart:
        return of_thing(tokens, start, of_chain(tokens, start, head, rules), rules) if word == "which" else head
    head = of_named(tokens, start, head, rules) if word in _SUBJECTS else head
    named = "name" in {tokens[head[0]].tag, tokens[head[1] - 1].tag}
    return around_name(tokens, start, head, rules) if named and word in {"that", "which"} else head


def _inside_other(tokens: list[Token], start: int, at: int, head: Stretch, rules: Rules) -> bool:
    """Whether a clause set off stands in what is told of another noun, or its "that" opens none."""
    if tokens[at - 1].word not in _APART:
        return False
    if tokens[at].word == "that":
        return True  # "in Mobile, Ala., that manages ports"
    comma = max((j for j in range(start, at - 1) if tokens[j].text == ","), default=at - 1)
    if tokens[comma + 1].word in rules.once:
        return True  # "The house, once home to a king, which burned, is"
    return tokens[at].word == "which" and _inside_relative(tokens, start, head, rules)


def _has_subject(tokens: list[Token], at: int, first: int, end: int, rules: Rules) -> bool:
    """Whether a relative clause has a subject of its own: "whose remains were found", "which he founded in 1981"."""
    word = tokens[at].word
    owned = word in {"whose", "where"} and any(is_finite(tokens, j, rules) for j in range(at + 1, min(end, at + 8)))
    if owned or not (word == "whom" or (word == "which" and tokens[at - 1].word in _APART)):
        return owned
    near = range(at + 2, min(end, at + 6))
    return tokens[first].tag in {"pro", "name", "art"} and any(is_finite(tokens, j, rules) for j in near)


def _with_further(tokens: list[Token], quoted: list[bool], stop: int, end: int) -> int:
    """Where a clause set off is over with what hangs on it behind a comma."""
    if stop + 1 < end and tokens[stop + 1].word == "according":  # "who is the eldest, according to Lee, won"
        stop = next((j for j in range(stop + 2, end) if tokens[j].text == ","), stop)
    further = " ".join(token.word for token in tokens[stop + 1 : min(stop + 3, end)])
    if further.startswith(_FURTHER):  # "the plant, which makes tea and pies, among other things"
        return phrase_stop(tokens, quoted, stop + 1, end)
    return stop


def _cannot_part(tokens: list[Token], start: int, at: int, head: Stretch, stop: int, end: int, rules: Rules) -> bool:
    """Whether a relative clause says nothing apart from its noun, or its noun nothing without it."""
    if stop - at <= SHORTEST:
        return True
    last = tokens[stop - 1]
    if last.word in rules.auxiliaries and not last.capital and stop < end and tokens[stop].text == ",":
        return True  # "The laws that have split the voters have, in part, torn families apart"
    if tokens[at - 1].word in _APART:  # "Set in York, where all is dead and even the air is sold, it": no verb in front
        opens = tokens[start + (tokens[start].text == '"')]
        return stop < end and tokens[stop].is_word and opens.tag in {"pp", "fin"}
    if in_general(tokens, head, at, stop, rules) or tokens[stop - 1].text == ")":
        return True  # "Twelve men who live there - among them two cooks - left": of them all
    if (is_bare(tokens, head) and head[1] == at) or tokens[head[0]].word in rules.negations:
        return True  # "any firm that sells tea"
    brought = head[0] > 0 and tokens[head[0] - 1].word in rules.bringing  # "with the firm which ran it closing a yard"
    doing = (j for j in range(at + 3, stop) if tokens[j].tag == "ing" and tokens[j - 1].word not in rules.auxiliaries)
    if brought and next(doing, None) is not None:
        return True
    return is_needed(tokens, start, head, stop, end, rules) or not is_telling(tokens, at, stop)


def _one_of_two(tokens: list[Token], start: int, head: Stretch) -> bool:
    """Whether it cannot be told which of two is meant: "mills and a yard, which", "a firm in Leeds, Kent, which"."""
    before = head[0] - 1
    if before <= start or tokens[head[0]].word in {"which"}:
        return False
    joined = (
        tokens[before].tag == "conj"
        and "name" not in {tokens[head[0]].tag, tokens[head[1] - 1].tag}
        and tokens[before - 1].tag in {"noun", "name"}
    )
    within = tokens[before].text == "," and tokens[before - 1].tag == "name" and tokens[head[0]].tag == "name"
    named = sum(token.is_word for token in tokens[slice(*head)])  # "a port in Dover, Del., which"
    return joined or (within and named == 1)


def _inside_relative(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> bool:
    """Whether the noun stands in a clause that narrows another: "shares in a firm that makes pumps, which rose"."""
    opens = max((j for j in range(start + 1, head[0]) if tokens[j].word in rules.relatives), default=None)
    opens = opens if opens is not None and tokens[opens].tag in {"rel", "sub"} else None
    bare = tokens[head[0]].tag in {"noun", "adj"} and tokens[head[0]].word not in rules.definite
    return bare and opens is not None and all(token.is_word for token in tokens[opens - 1 : head[0]])


def _of_what_is_said(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether "which" tells of all that was said: "left within a week, which is rare"."""
    if tokens[at].word != "which" or at + 2 >= end or tokens[at + 1].word not in rules.worth.copulas:
        return False
    said = [token for token in tokens[at + 2 : at + 6] if token.is_word]
    first = next((token for token in said if token.tag != "adv"), None)
    return first is not None and first.tag == "adj" and not any(token.tag in {"noun", "name"} for token in said[:3])


def _follows_from_all(tokens: list[Token], start: int, head: Stretch, at: int, rules: Rules) -> bool:
    """Whether "which" tells what all that was told led to: "shut the mill, which led to a strike"; not an event did."""
    led = tokens[at].word == "which" and tokens[at + 1].word in _LED
    noun = tokens[head[1] - 1]
    event = noun.word in rules.event_nouns or noun.word.endswith(rules.act_nouns)
    told = any(token.tag in {"fin", "pp"} for token in tokens[start : head[0]])
    return led and told and not event


def _told_inside(tokens: list[Token], first: int, end: int, rules: Rules) -> bool:
    """Whether a relative clause holds whose word it is: "a law which the council said would fail"."""
    verb = next((j for j in range(first + 1, min(end - 1, first + 5)) if says(tokens[j], rules)), None)
    if verb is None or tokens[first].tag not in {"art", "name", "noun", "pro"}:
        return False
    return is_finite(tokens, verb + 1, rules)


def _is_date(tokens: list[Token], head: Stretch, rules: Rules) -> bool:
    """Whether a phrase is a date, so that what follows tells of the clause: "will rise from May 2030, which means"."""
    named = rules.months.keys() | rules.weekdays.keys()
    spell = tokens[head[1] - 1].word in SPELLS and not tokens[head[1] - 1].capital
    return spell or all(token.word in named or token.text.isdigit() for token in tokens[slice(*head)])


def is_needed(tokens: list[Token], start: int, head: Stretch, stop: int, end: int, rules: Rules) -> bool:
    """Whether a clause says nothing without it: "They are the men who …", or a subject whose verb cannot be found."""
    verbs = [j for j in range(start, head[0]) if is_finite(tokens, j, rules)]
    start += not tokens[start].is_word  # “It was
    opens = tokens[start].word in rules.it and tokens[start + 1].word in rules.worth.copulas
    if opens and verbs == [start + 1] and tokens[head[1]].word in rules.relatives:
        return True  # "It was the mayor who signed the contract"
    figure = tokens[head[1]].tag == "pp" and any(token.text[:1].isdigit() for token in tokens[head[1] : stop])
    if not verbs:
        generic = head[0] <= start + 1 and tokens[head[0]].tag in {"noun", "adj"}  # "Residents who are on a lease can"
        return stop >= end or (generic and not figure)
    counted = any(token.text[:1].isdigit() for token in tokens[slice(*head)])
    several = head[1] - verbs[-1] <= _TELLING or (tokens[verbs[-1] + 1].word == "one" and not counted)
    cleft = several and stop >= end  # "She was one of three officers who …"
    return tokens[verbs[-1]].word in rules.worth.copulas and (verbs[-1] == head[0] - 1 or cleft)


def is_telling(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether what narrows a noun down is a fact by itself: it has some words, or a figure or name."""
    words = [token for token in tokens[at:stop] if token.is_word]
    return len(words) > _TELLING or any(token.text[:1].isdigit() or token.tag == "name" for token in words)
