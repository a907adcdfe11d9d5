"""Whether a date lies ahead: by the clause it stands in, not by what the rest of its sentence speaks of.

"Die am Mittwoch vorgelegte Studie erwartet, dass …" is over, "The board met on Friday and will meet again" too.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from claimcheck.split.languages import Rules
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, is_finite, says_at

__all__ = ["Horizon", "is_over", "looks_ahead"]

_MARKS = frozenset(",;:–—()")
_HAVING = frozenset({"hat", "haben", "habe"})
_BEHIND = 7  # tokens behind a date in which its participle may stand
_STEM = 5  # letters that a word for what is to come has less than where a participle holds it: "geplante"


def looks_ahead(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause speaks of what is still to come: "will", "is due on", "soll bis zum".

    Hearsay about the past does not: "soll am Montag gegangen sein".
    """
    words = [token for token in tokens if token.is_word]
    said = [token.word for token in words]
    if is_over(tokens, rules):
        return False
    for at, word in enumerate(said):
        if words[at].tag == "adj" and at + 1 < len(words) and words[at + 1].tag == "noun":
            continue  # "expected standards"
        if at and said[at - 1] in rules.days.likening:
            continue  # "resumed as planned", "wie geplant"
        if word == "ahead" and said[at + 1 : at + 2] == ["of"]:
            return True
        if word not in rules.ahead_words:
            continue
        causal = word == "due" and said[at + 1 : at + 2] == ["to"] and said[at + 2 : at + 3] != ["be"]
        was = at > 0 and said[at - 1] in rules.past_forms
        if not causal and not was:
            return True
    return False


def is_over(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause with "soll" is about what is over: "soll gegangen sein", not "soll fertig sein"."""
    for at in range(1, len(tokens)):
        last = at + 1 == len(tokens) or not tokens[at + 1].is_word
        before = tokens[at - 1].word
        if last and tokens[at].word in rules.days.perfect_ends and before.endswith(("t", "en")) and len(before) > 4:
            return True
    return False


class Horizon:
    """What the clauses of some tokens tell of the dates in them, each asked for by its offset.

    A date behind the last token is judged by all of them. Without tokens nothing lies ahead and nothing is told.
    ``story``: the present tense speaks of what is to come; under a picture it tells what the picture shows.
    """

    def __init__(self, tokens: Sequence[Token], rules: Rules, *, story: bool = True) -> None:
        self._tokens, self._rules, self._story = tokens, rules, story

    def is_ahead(self, at: int, *, soon: bool = False) -> bool:
        """Whether a date lies ahead; ``soon``: the present tense alone puts it there, as in "am Freitag beginnt"."""
        tokens, rules, clause = self._tokens, self._rules, self._clause(at)
        behind = bisect_right(tokens, at, key=_start)
        if rules.subject_first and _was_done(tokens, behind, rules):
            return False
        told, now = _outlook(clause, rules, whole=self._whole) if clause else (self._whole, False)
        if (participle := _participle(tokens[behind : behind + _BEHIND], rules)) is not None:
            planned = any(each in participle for each in rules.ahead_words if len(each) > _STEM)
            over = not (told or now) and bool(clause) and tells_past(clause, rules)
            return planned and not over  # "der für Freitag geplanten Wahl", but not "das … geplante Konzert fiel aus"
        until = any(token.word in rules.days.until for token in tokens[max(0, behind - 3) : max(0, behind - 1)])
        if until and _is_to_do(clause, at, rules):
            return True  # "versprach, sie bis zum 1. Dezember zu öffnen"
        return told or (now and self._story and (soon or until))

    def may_be_ahead(self, at: int) -> bool:
        """Whether a date may be one that something is set for: "voted to close the pool by 30 September"."""
        return _aims(self._clause(at), at, self._rules)

    def is_past(self, at: int) -> bool:
        """Whether what is told of a date is past; a clause without a verb goes with all the tokens."""
        clause = self._clause(at)
        if not any(token.tag in {"fin", "pp"} for token in clause):
            return not self._whole and _is_past(list(self._tokens), self._rules)
        return not _outlook(clause, self._rules, whole=self._whole)[0] and _is_past(clause, self._rules)

    def comes_round(self, at: int) -> bool:
        """Whether what is told of a date is a habit: "usually meets on Friday"."""
        return _comes_round(self._clause(at), self._tokens, self._rules)

    def _clause(self, at: int) -> list[Token]:
        """The clause in which an offset lies; empty behind the last."""
        number = bisect_right(self._clauses, at, key=_end)
        return self._clauses[number] if number < len(self._clauses) else []

    @cached_property
    def _clauses(self) -> list[list[Token]]:
        return _clauses(self._tokens, self._rules)

    @cached_property
    def _whole(self) -> bool:
        return looks_ahead(self._tokens, self._rules)


def _start(token: Token) -> int:
    return token.start


def _end(clause: list[Token]) -> int:
    return clause[-1].end


def _was_done(tokens: Sequence[Token], behind: int, rules: Rules) -> bool:
    """Whether a day near ``behind`` is that of a participle in the subject: "The pact signed on Friday will"."""
    near = range(max(0, behind - 1), min(len(tokens) - 1, behind + 2))
    day = next((at for at in near if tokens[at].word in rules.weekdays), None)
    if day is None or tokens[day + 1].tag != "fin":
        return False
    done = day - 1 - (tokens[day - 1].word == "on")
    form = done > 0 and tokens[done].tag in {"pp", "fin"} and tokens[done].word.endswith(("ed", "en"))
    return form and tokens[done - 1].tag == "noun" and not any(token.tag == "fin" for token in tokens[:done])


def _aims(clause: list[Token], at: int, rules: Rules) -> bool:
    """Whether an offset is what something is set for, or when someone is to do it: "plant, am 20. August zu öffnen"."""
    if any(token.word in rules.days.pluperfects for token in clause):
        return False  # "By 30 September 300 people had signed"
    before = [token.word for token in clause if token.start < at][-2:]
    return (not rules.days.aimed.isdisjoint(before) and "bis" not in before) or _is_to_do(clause, at, rules)


def _is_to_do(clause: list[Token], at: int, rules: Rules) -> bool:
    """Whether an infinitive stands before an offset, in German anywhere in its clause; not of what someone has done."""
    told = [each for each in clause if rules.comma_bound or each.start < at]
    infinitives = [two for one, two in pairwise(told) if one.tag == "to" and two.tag in {"inf", "fin"}]
    done = rules.comma_bound and any(
        each.word in rules.days.perfect_ends for each in infinitives
    )  # "überfallen zu haben"
    must = any(token.word == "must" for token in told)
    return not done and bool(infinitives or must or any(token.tag == "izu" for token in told))


def _is_past(clause: list[Token], rules: Rules) -> bool:
    """Whether a clause tells of the past, or a participle without a verb does: "surgery undergone in Harwick"."""
    tags = {token.tag for token in clause}
    done = rules.subject_first and "pp" in tags and "fin" not in tags
    return tells_past(clause, rules) or (done and rules.ahead_words.isdisjoint(token.word for token in clause))


def _comes_round(clause: list[Token], tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause tells a habit: "usually meets on Friday", "the work week starts on Sunday".

    In the present, with a weekday at either end, it tells one too: "between Friday evening and sunset on Saturday".
    """
    words = rules.about_weekdays
    said = {token.word for token in clause}
    if said & words.habits or (said & words.weeks and said & words.bounds):
        return True
    days = sum(token.word in rules.weekdays for token in clause)
    if not said & words.between or days < 2 or looks_ahead(tokens, rules) or tells_past(list(tokens), rules):
        return False
    if rules.subject_first:
        return not any(token.word.endswith("ed") for token in tokens)
    return any(_present(clause, at, rules) for at in range(len(clause)) if is_finite(clause, at, rules))


def _clauses(tokens: Sequence[Token], rules: Rules) -> list[list[Token]]:
    """The tokens cut at marks and before words that open a clause, none empty."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        opens = token.tag in {"sub", "rel"} or token.word in rules.that
        if opens and found[-1]:
            found.append([])
        found[-1].append(token)
        if token.text in _MARKS:
            found.append([])
    kept = [each for each in found if each]
    return _with_participles(kept) if rules.comma_bound else kept


def _with_participles(clauses: list[list[Token]]) -> list[list[Token]]:
    """German clauses, each with the participle that closes it behind a comma: "hat am Montag, wie immer, geöffnet"."""
    found: list[list[Token]] = []
    at = 0
    while at < len(clauses):
        stop = at + 1
        if any(token.word in _HAVING for token in clauses[at]) and not any(token.tag == "pp" for token in clauses[at]):
            bare = [j for j in range(at + 1, len(clauses)) if any(token.tag == "fin" for token in clauses[j])]
            reach = range(at + 1, bare[0] if bare else len(clauses))
            closed = next((j for j in reach if any(token.tag == "pp" for token in clauses[j][-2:])), None)
            stop = closed + 1 if closed is not None else stop
        found.append([token for clause in clauses[at:stop] for token in clause])
        at = stop
    return found


def _outlook(clause: list[Token], rules: Rules, *, whole: bool) -> tuple[bool, bool]:
    """Whether a clause says that it speaks of what is to come, and whether it is in the present tense.

    What has no verb goes with its sentence.
    """
    if looks_ahead(clause, rules) or (rules.comma_bound and clause[0].word in {"sollte", "sollten", "falls"}):
        return True, False
    verbs = [at for at in range(len(clause)) if is_finite(clause, at, rules)]
    if not verbs:
        aims = rules.comma_bound and any(token.tag == "izu" for token in clause)  # "ab Dezember Leute einzustellen"
        return (whole or aims) and not is_over(clause, rules), False
    done = any(token.tag == "pp" for token in clause) and not _is_now_done(clause, verbs, rules)
    over = done or tells_past(clause, rules)  # "ist gestorben"
    return False, not over and any(_present(clause, at, rules) for at in verbs)


def _is_now_done(clause: list[Token], verbs: list[int], rules: Rules) -> bool:
    """Whether an English passive is of the present: "The prizes are handed over in December".

    With a weekday it tells the news: "Two men are charged over the fire on Friday".
    """
    if not rules.subject_first:
        return False
    if any(token.word in rules.weekdays for token in clause) and not any(token.word == "forecast" for token in clause):
        return False
    return bool(verbs) and all(clause[at].word in {"is", "are"} for at in verbs)


def _present(clause: list[Token], at: int, rules: Rules) -> bool:
    """Whether a finite verb is plainly in the present, and none of saying, which tells of what was said."""
    word = clause[at].word
    if says_at(clause, at, rules) or act_at(clause, at, rules) or word in rules.telling_verbs:
        return False
    if rules.subject_first:
        passive = _is_now_done(clause, [at], rules) and any(token.tag == "pp" for token in clause[at + 1 : at + 3])
        passive = passive or (word in rules.about_weekdays.coming and clause[at].tag == "fin")
        return passive or (word.endswith("s") and word not in rules.auxiliaries and clause[at].tag == "fin")
    past = word in rules.simple_past or tells_past(clause[at : at + 1], rules)
    plural = word in rules.days.musts | {"sind"} or word in rules.about_weekdays.coming
    return (word.endswith("t") or plural) and not past and clause[at].tag == "fin"


def _participle(behind: Sequence[Token], rules: Rules) -> str | None:
    """The participle before a noun that a date belongs to: "am Mittwoch vorgelegte Studie"; None for none."""
    if not rules.comma_bound:
        return None
    for at, token in enumerate(behind[:-1]):
        noun = behind[at + 1]
        if not token.is_word or token.tag in {"fin", "prep", "art"}:
            continue
        formed = token.word.endswith(rules.days.participles) and len(token.word) > 6 and not token.capital
        if formed and token.tag in {"adj", "pp", ""} and noun.capital and noun.tag in {"noun", "name"}:
            return token.word
    return None
