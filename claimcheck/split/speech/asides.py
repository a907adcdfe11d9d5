"""Words beside a verb of saying that are neither who speaks nor what is said: who hears it, what it is about."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.words.quotes import OPENING_MARKS
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, is_subjunctive, says_at, verb_positions

__all__ = ["before_hearer", "front_of", "named_first", "nothing_behind", "only_about", "opens_subject", "when_end"]

_WHICH = frozenset({"this", "last", "that", "next", "earlier"})  # before a spell of time: "this week"


def before_hearer(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """Where a speaker ends before the paper that hears it: "der Manager" of "sagte der Manager der „Morgenpost“"."""
    for at in range(start + 1, end - 1):
        if tokens[at].word not in rules.oblique | rules.definite or not tokens[at - 1].capital:
            continue
        quoted = tokens[at + 1].text in OPENING_MARKS and at + 2 < end
        works = tokens[at - 1].word.endswith(rules.naming.journalists)
        if quoted and not works:
            return at
    return end


def named_first(tokens: list[Token], second: int) -> int | None:
    """Where a name ends whose apposition was not closed: "Ina Meier, Leiterin des Amts sagte, …"; None for none."""
    comma = next((at for at in range(2, min(4, second)) if tokens[at].text == ","), None)
    if comma is None or not all(token.capital and token.tag != "art" for token in tokens[:comma]):
        return None
    return None if any(token.text == "," for token in tokens[comma + 1 : second]) else comma


def only_about(tokens: list[Token], begin: int, right: int, rules: Rules) -> bool:
    """Whether what stands before a verb of saying only tells what it is about: "Zur Frage, ob …, sagte sie, …"."""
    if not rules.comma_bound or tokens[0].tag != "prep" or right + 2 >= len(tokens):
        return False
    comma = next((at for at in range(begin) if tokens[at].text == ","), begin)
    verbal = any(is_finite(tokens, at, rules) for at in range(comma))
    told = any(is_subjunctive(token, rules) for token in tokens[right + 1 : right + 5])
    return not verbal and told and tokens[right].text == ","


def front_of(tokens: list[Token], before: tuple[int, int], rest: int, rules: Rules) -> bool:
    """Whether a frame stands between what opens a German clause and its verb."""
    opens = next((at for at in range(rest, min(rest + 2, len(tokens))) if tokens[at].is_word), None)
    if not rules.comma_bound or opens is None or verb_positions(tokens[slice(*before)], rules):
        return False
    return is_finite(tokens, opens, rules) and tokens[opens].tag == "fin"


def opens_subject(tokens: list[Token], start: int, stop: int, rules: Rules) -> bool:
    """Whether a subject in front of a clause of its own begins what is said: "sagte, die Frage, wer zahle, sei …"."""
    if tokens[start].tag != "art" or stop + 1 >= len(tokens) or verb_positions(tokens[start:stop], rules):
        return False
    asked = tokens[stop + 1].tag in {"sub", "rel", "prep"} or tokens[stop + 1].word in rules.subordinators
    return (
        asked
        and phrase_end(tokens, start, stop, rules) == stop
        and any(is_subjunctive(token, rules) for token in tokens[stop:])
    )


def nothing_behind(tokens: list[Token], verb: int, right: int, rules: Rules, *, left_quoted: bool) -> bool:
    """Whether nothing that is said follows a verb of saying: at most a hearer or an adverbial.

    ``left_quoted``: a quotation ends right before the speaker.
    """
    behind = tokens[verb + 1 : right]
    weak = not left_quoted and not says_at(tokens, verb, rules)  # "…, critics called it a farce"
    days = rules.weekdays.keys() | rules.months.keys() | rules.relative_days.keys() | rules.time_words
    if weak and behind and behind[0].tag in {"art", "noun", "name", "adj", "pro", "num"} and behind[0].word not in days:
        return False
    if not behind or (behind[0].tag in {"sub", "prep"} and left_quoted):
        return True
    if behind[0].tag == "sub" and behind[0].word not in rules.that:
        return True
    written = tokens[verb].word in {"wrote", "writes"} and behind[0].tag not in {"adv", "prep", "pro"}
    if behind[0].tag == "to" or (written and not left_quoted):
        return False  # "continues to contest", "wrote two books"
    verbs = verb_positions(behind, rules)
    if not verbs:
        return not any(token.word in rules.that for token in behind)
    if behind[0].tag == "prep" and all(behind[at].word.endswith("ed") for at in verbs):
        return True  # "said in a report issued on Monday"
    related = any(token.tag in {"rel", "sub"} and token.word not in rules.that for token in behind[: verbs[0]])
    return related and behind[0].tag == "prep"


def when_end(tokens: list[Token], at: int, rules: Rules) -> int:
    """Where words that only say when are over: "Tuesday", "yesterday", "this week"; ``at`` where none stand there."""
    words = [token.word for token in tokens[at : at + 2]]
    if words and (words[0] in rules.weekdays or words[0] in rules.relative_days):
        return at + 1
    spell = len(words) > 1 and words[0] in _WHICH and words[1] in rules.moments | rules.time_words
    return at + 2 if spell else at
