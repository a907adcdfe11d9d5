"""The dates of a claim that are its own, not those of a relative clause at its end, and the one they come to."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.records import ClaimDate
from claimcheck.split.dates.mentions import Mention
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token

__all__ = ["outside_relatives", "own_dates", "settle_date"]

_SIDE_BY_SIDE = 12  # characters between the two days of an interval
_RANKS = frozenset({"second", "third", "fourth", "fifth", "sixth", "only", "biggest", "worst"})
_NARROWING = 8  # tokens from what opens such a clause to its date
_CAUSING = frozenset({"by", "after", "since", "following"})  # before another event's date
_NEAR = 40  # characters from such a word to the date it leads to


def own_dates(mentions: Sequence[Mention], tokens: Sequence[Token], unit: Unit, rules: Rules) -> list[Mention]:
    """The dates of a unit without those in a relative clause that ends it: "Sie kaufte die Halle, die 1902 …".

    A unit that is a relative clause itself keeps them.
    """
    mentions = _without_inserted(_without_compared(mentions, tokens, rules), tokens, unit)
    mentions = [each for each in mentions if not _of_something(each, tokens, rules)]
    if rules.subject_first and len(unit.stretches) == 1:
        mentions = [each for each in mentions if not _of_subject(each, tokens, unit.stretches[0])]
    start, end = unit.stretches[-1]
    if len(unit.stretches) > 1 or unit.parts or unit.presupposed:
        return list(mentions)
    opens = next((at for at in range(end - 1, start, -1) if _opens_relative(tokens, at)), None)
    if opens is None or tokens[min(opens + 2, end - 1)].word in rules.days.led_to:
        return list(mentions)
    if any(token.text in {",", ";", ":"} for token in tokens[opens + 2 : end]):
        return list(mentions)
    return [each for each in mentions if each.span.start < tokens[opens].start]


def _without_inserted(mentions: Sequence[Mention], tokens: Sequence[Token], unit: Unit) -> list[Mention]:
    """Without those of an insertion that tells how something came to be: "The unit, created in 2011, is coupled".

    The clause around it has its verb behind it.
    """
    (start, end), kept = unit.stretches[0], list(mentions)
    if len(unit.stretches) > 1 or unit.parts:
        return kept
    commas = [at for at in range(start, end) if tokens[at].text == ","]
    for first, last in pairwise(commas):
        inner = tokens[first + 1 : last]
        told = bool(inner) and (inner[0].tag == "pp" or inner[-1].tag == "pp" or _opens_relative(tokens, first))
        own = any(token.tag == "fin" for token in inner) and not _opens_relative(tokens, first)
        if told and not own and last + 1 < end and tokens[last + 1].tag == "fin":
            kept = [each for each in kept if not tokens[first].start < each.span.start < tokens[last].start]
    return kept


def _without_compared(mentions: Sequence[Mention], tokens: Sequence[Token], rules: Rules) -> list[Mention]:
    """Without a date that only something is measured against: "in 2016 it rose compared to the same period of 2015"."""
    if len(mentions) < 2:
        return list(mentions)
    kept = list(mentions)
    for at in (at for at, token in enumerate(tokens) if token.word in rules.days.measured):
        stop = next((token.start for token in tokens[at:] if token.text == ","), tokens[at].end + _NEAR)
        near = [each for each in kept if tokens[at].end < each.span.start < min(stop, tokens[at].end + _NEAR)]
        kept = [each for each in kept if each not in near[:1]]
    return kept or list(mentions)


def _of_something(mention: Mention, tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a date is that of another event: "since his return in May 2008", "hurt by January's flood"."""
    at = next((at for at, token in enumerate(tokens) if token.start <= mention.span.start < token.end), 0)
    if not at or not rules.subject_first:
        return False
    last = next((j for j in range(at, len(tokens)) if tokens[j].end >= mention.span.end), at)
    opens = next((j for j in range(at - 1, -1, -1) if tokens[j].tag == "fin" or not tokens[j].is_word), -1)
    if tokens[last].word.endswith(("'s", "’s")):
        return opens >= 0 and any(token.word in _CAUSING for token in (tokens[at - 1], tokens[at]))
    since = next((j for j in range(opens + 1, at) if tokens[j].word == "since"), None)
    ranked = any(token.word in rules.records | _RANKS or token.word.endswith("est") for token in tokens[: since or 0])
    return since is not None and ranked and any(token.tag in {"noun", "name"} for token in tokens[since:at])


def _of_subject(mention: Mention, tokens: Sequence[Token], stretch: Stretch) -> bool:
    """Whether a date only says which one the subject is: "The report released on Friday is to be followed up"."""
    start, end = stretch
    at = next((j for j in range(start, end) if tokens[j].start <= mention.span.start < tokens[j].end), start)
    last = next((j for j in range(at, end) if tokens[j].end >= mention.span.end), end)
    opens = next((j for j in range(start + 1, at) if tokens[j].tag in {"rel", "pp", "fin"}), at)
    form = opens < at and (tokens[opens].tag != "fin" or tokens[opens].word.endswith("ed"))
    told = form and tokens[opens - 1].tag == "noun" and at - opens <= _NARROWING
    return told and last + 1 < end and tokens[last + 1].tag == "fin"


def outside_relatives(mentions: Sequence[Mention], tokens: Sequence[Token], cue: Stretch) -> list[Mention]:
    """The dates that stand in no relative clause but that of the ``cue``: "Lee, who was hired on Monday, announced"."""
    opens = [at for at in range(len(tokens)) if _opens_relative(tokens, at)]
    ends = [next((j for j in range(at + 2, len(tokens)) if tokens[j].text == ","), len(tokens) - 1) for at in opens]
    pairs = [(a, b) for a, b in zip(opens, ends, strict=True) if not a < cue[0] < b]
    inner = [(tokens[a].start, tokens[b].end) for a, b in pairs]
    return [each for each in mentions if not any(a < each.span.start < b for a, b in inner)]


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a relative clause begins with the comma at ``at``, with its pronoun or a preposition before that."""
    behind = tokens[at + 1 : at + 3]
    pronoun = any(token.tag == "rel" for token in behind[: 1 + (bool(behind) and behind[0].tag == "prep")])
    return tokens[at].text == "," and pronoun


def settle_date(mentions: list[Mention]) -> ClaimDate | None:
    """The one date of a claim: its only day, an interval of two days, else its only month, else its only year.

    Of two days said in different ways ("announced on 5 May that it shuts on Monday") it is the first.
    """
    for precision in ("day", "interval", "month", "year"):
        here = sorted((each for each in mentions if each.date.precision == precision), key=lambda each: each.span.start)
        values = sorted({each.date.value for each in here})
        if len(values) == 1:
            return ClaimDate(values[0], precision)
        if len(values) == 2 and precision == "day":
            near = any(b.span.start - a.span.end <= _SIDE_BY_SIDE for a, b in pairwise(here))
            alike = len({each.kind for each in here}) == 1
            return ClaimDate("/".join(values), "interval") if near or alike else here[0].date
        if values:
            return None
    return None
