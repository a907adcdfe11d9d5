"""German relative clauses without which a main clause says something else: "die Zahl der Kinder, die hier leben"."""

from claimcheck.split.cutting.relative_clauses import Segment
from claimcheck.split.languages import Rules
from claimcheck.split.languages.word_lists import words
from claimcheck.split.words.stretches import last_word
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["of_bare_several", "only_exists", "restricts"]

_BELONGS = frozenset({"gehört", "gehören", "gehörte", "gehörten", "zählt", "zählen", "zählte", "zählten"})
_CONTRACTED = frozenset({"am", "im", "vom", "zum", "beim", "zur", "ins", "ans", "aufs"})
_DONE = frozenset({"wurde", "wurden"})
_PLURALS = ("n", "e", "er", "s")
_EXISTS = frozenset({"gibt", "gab", "gäbe", "gebe"})
_COUNTED = words("zahl anzahl teil großteil mehrheit hälfte anteil")
_MANNERS = words(  # of what the clause behind them tells: "die Häufigkeit, mit der es auftritt"
    """häufigkeit geschwindigkeit schnelligkeit art weise maß ausmaß umfang grad tempo leichtigkeit härte wucht eile
    intensität konsequenz präzision selbstverständlichkeit entschlossenheit wahrscheinlichkeit grund sinn"""
)
_OF_SEVERAL = frozenset({"die", "denen", "deren", "welche", "welchen"})
_REACH = 12  # tokens from a number to what is counted


def restricts(tokens: list[Token], segments: list[Segment], at: int, rules: Rules) -> bool:
    """Whether a relative clause says which of many are meant, so that no clause holds without it."""
    segment, before = segments[at], segments[at - 1] if at else None
    noun = segment.start - 2
    if before is None or noun < before.start or tokens[noun].tag not in {"noun", "name"}:
        return False
    led = tokens[segment.start].tag == "prep"
    if led and tokens[noun].word in _MANNERS and tokens[noun - 1].word in rules.definite:
        return True  # "Das Tempo, mit dem er fuhr"
    last = last_word(tokens, segment.start, segment.end)
    several = tokens[last].word.endswith("n") or tokens[last].word == "sind"
    if not several or tokens[segment.start + led].word not in _OF_SEVERAL:
        return False
    return _counts(tokens, before, noun, rules) or _of_its_kind(tokens, segments, at, rules)


def _counts(tokens: list[Token], before: Segment, noun: int, rules: Rules) -> bool:
    """Whether those told of are counted: "die Zahl der Kinder, die", "ein Teil der in Kiel gebauten Schiffe, die"."""
    for at in range(noun - 1, max(before.start + 1, noun - _REACH), -1):
        if is_finite(tokens, at, rules) or not tokens[at].is_word:
            return False
        if [token.word for token in tokens[at - 1 : at + 1]] == ["zu", "den"] and _belongs(tokens, before, at):
            return True
        if tokens[at].word == "der" and tokens[at - 1].word in _COUNTED and tokens[at - 2].tag in {"art", "adj"}:
            return True
    return False


def _belongs(tokens: list[Token], before: Segment, at: int) -> bool:
    """Whether someone is told to be one of those that follow: "Sie gehören zu den Firmen, die"."""
    return any(token.word in _BELONGS for token in tokens[before.start : at])


def of_bare_several(tokens: list[Token], before: Segment, segment: Segment, rules: Rules) -> bool:
    """Whether a relative clause tells of several of which nothing else is told: "meldeten sich Firmen an, die"."""
    led = tokens[segment.start].tag == "prep"
    pronoun, last = tokens[segment.start + led].word, tokens[last_word(tokens, segment.start, segment.end)].word
    one = pronoun == "die" and not led and not (last.endswith("n") or last == "sind")
    if pronoun not in _OF_SEVERAL or one:
        return False
    noun = segment.start - 2
    if tokens[noun].tag == "pp" and any(token.word in _DONE for token in tokens[before.start : noun]):
        return False  # "Es wurden Pläne gemacht, die …": that they were, is a fact by itself
    while noun > before.start and (not tokens[noun].is_word or tokens[noun].tag in {"pp", "inf", "sep", "fin"}):
        noun -= 1
    own = tokens[noun - 1]
    own = tokens[noun - 2] if own.tag == "noun" and own.capital and noun - 2 > before.start else own
    timed = tokens[noun - 1].word in rules.weekdays  # "stellten am Donnerstag Pläne vor"
    bare = timed or own.tag in {"fin", "adv", "pro"} or (own.tag == "prep" and own.word not in _CONTRACTED)
    return noun > before.start and tokens[noun].tag == "noun" and tokens[noun].word.endswith(_PLURALS) and bare


def only_exists(tokens: list[Token], segments: list[Segment], at: int, rules: Rules) -> bool:
    """Whether a clause only says that there is what the relative clause behind it tells of: "Es gibt Gäste, die"."""
    before, noun = segments[at - 1], segments[at].start - 2
    if at == 0 or noun < before.start or tokens[noun].tag != "noun":
        return False
    first = noun
    while first > before.start and tokens[first - 1].tag == "adj" and not tokens[first - 1].capital:
        first -= 1
    verb = first_finite(tokens, before.start, before.end, rules)
    if verb is None or tokens[verb].word not in _EXISTS or tokens[first - 1].word in rules.definite:
        return False
    return "es" in {token.word for token in tokens[max(before.start, verb - 1) : verb + 2]}


def _of_its_kind(tokens: list[Token], segments: list[Segment], at: int, rules: Rules) -> bool:
    """Whether several are told of in general, in both clauses: "Die Fahrer, die …, verdienen 300 Euro"."""
    segment, before, after = segments[at], segments[at - 1], segments[at + 1] if at + 1 < len(segments) else None
    if after is None or before.kind != "fragment" or tokens[before.start].word != "die":
        return False
    if after.kind != "goes_on" or not is_finite(tokens, after.start, rules):
        return False
    told = tokens[segment.start : after.end]
    named = any(
        token.tag in {"name", "num"} or token.text[:1].isdigit() for token in tokens[segment.start : segment.end]
    )
    return not named and not tells_past([token for token in told if token.is_word], rules)
