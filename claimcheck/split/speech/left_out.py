"""A source inside what it says ("laut X"), which is left out of a claim: where it stands, and what stands behind it."""

from claimcheck.records import Span
from claimcheck.split.languages import Rules
from claimcheck.split.speech.source_openers import past_addressee
from claimcheck.split.speech.statements import Statement
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, first_finite, is_finite

__all__ = ["behind_source", "cue_words", "from_source", "is_outlet", "says_something", "source_span"]

_DASHES = frozenset({"–", "—", "-"})
_FILES = frozenset({"az", "aktenzeichen"})
_OPENS = frozenset({"plus", "set"})
_SAID = frozenset({"das", "dies", "es", "etwas", "nichts", "viel", "alles", "was", "wahrheit", "so"})
_SEASONS = frozenset({"frühling", "frühjahr", "sommer", "herbst", "winter", "anfang", "mitte", "ende", "jahr"})
_CLOCK = frozenset({"uhr", "am", "pm", "noon", "midnight", "mittags", "nachts", "ca", "circa", "about", "den", "dem"})


def behind_source(tokens: list[Token], unit: Unit, source: Span | None) -> int:
    """Where a unit begins, behind a source that stands in front of it."""
    start = unit.stretches[0][0]
    if source is None or source.start != tokens[start].start:
        return start
    return next((at for at in range(start, unit.stretches[0][1]) if tokens[at].start >= source.end), start)


def source_span(tokens: list[Token], statement: Statement, rules: Rules) -> Span | None:
    """Where "laut X" stands inside what X says; None for other frames."""
    if statement.cue is None or statement.speaker is None or statement.speaker.span is None:
        return None
    (first, last), span = statement.cue, statement.speaker.span
    cue = Span(tokens[first].start, tokens[last - 1].end)
    words = " ".join(token.word for token in tokens[first:last])
    beside = 0 <= span.start - cue.end <= 1 or 0 <= cue.start - span.end <= 1
    known = words in {*rules.source_before, *rules.source_after, *rules.source_so}
    known = known or tokens[first].word in {*rules.source_openers, *rules.source_so}
    if not known or not beside or words in rules.own_word:  # "Das will Meier laut eigener Aussage gesehen haben"
        return None
    start, end = min(cue.start, span.start), max(cue.end, span.end)
    inside = [at for at, token in enumerate(tokens) if start <= token.start < end]
    end = tokens[past_addressee(tokens, inside[0], inside[-1] + 1, rules) - 1].end if inside else end
    before = next((token for token in reversed(tokens) if token.end <= start), None)
    behind = next((token for token in tokens if token.start >= end), None)
    if before and behind and before.text == behind.text and before.text in _DASHES:
        return Span(before.start, behind.end)  # "Es war – so die Richter – nass"
    if before and behind and before.text == behind.text == ",":  # "It was, according to Lee, shut"
        return Span(before.start, behind.start if _before_infinitive(tokens, end, rules) else behind.end)
    return Span(start, _with_clause(tokens, end, rules))


def _before_infinitive(tokens: list[Token], end: int, rules: Rules) -> bool:
    """Whether the comma behind a source also opens an infinitive: "hält sie davon ab, so Holm, zu bauen"."""
    rest = [token for token in tokens if token.start >= end][1:]
    stop = next((at for at, token in enumerate(rest) if not token.is_word), len(rest))
    marked = stop > 1 and ends_infinitive(rest, stop - 1)
    return rules.comma_bound and marked and not any(token.tag == "fin" for token in rest[:stop])


def _with_clause(tokens: list[Token], end: int, rules: Rules) -> int:
    """Where a source is over with the clause that tells of it: "… laut den Zahlen, die der Rat vorlegte"."""
    comma = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    if not rules.comma_bound or comma + 2 >= len(tokens) or tokens[comma].text != ",":
        return end
    led = comma + 1 + (tokens[comma + 1].tag == "prep")
    closing = next((at for at in range(led, len(tokens)) if not tokens[at].is_word), len(tokens))
    final = closing + 1 >= len(tokens) and is_finite(tokens, closing - 1, rules)
    return tokens[closing - 1].end if tokens[led].tag == "rel" and final else end


def from_source(tokens: list[Token], stretch: Stretch, statement: Statement, rules: Rules) -> Stretch:
    """A stretch that begins with its verb, from the source in front of it on: "Laut Rat wird gebaut".

    Read by itself it would be a question.
    """
    start = stretch[0]
    if not rules.comma_bound or statement.cue is None or not is_finite(tokens, start, rules):
        return stretch
    cue, named = tokens[statement.cue[0]], statement.speaker.span if statement.speaker else None
    after = cue.word in rules.source_after or (named is not None and named.end <= cue.start)  # "Ihrer Ansicht nach"
    begin = 0 if after else next((at for at in range(start) if tokens[at].word in _fronts(rules)), start)
    return (begin, stretch[1]) if begin <= statement.cue[0] < start else stretch


def _fronts(rules: Rules) -> frozenset[str]:
    """The first words of what may stand in front of a verb to say whose word it is."""
    return (
        rules.source_openers | rules.as_reported | rules.by_name | {phrase.split()[0] for phrase in rules.source_before}
    )


def says_something(tokens: list[Token], rules: Rules) -> bool:
    """Whether a stretch holds a word that says something: not only the number of a court's file, or when it was."""
    said = [token for token in tokens if token.is_word]
    number = any(token.text[:1].isdigit() for token in said)
    if rules.comma_bound and len(said) > 2 and said[-2].word == "gesagt" and said[-1].word in rules.days.pluperfects:
        return any(token.tag == "num" or token.word in _SAID for token in said)  # ", nachdem er ihm gesagt hatte"
    if len(said) > 1 and rules.comma_bound and said[0].word in rules.speech_verbs and not said[0].capital:
        return any(token.tag not in {"art", "adj", "noun", "name"} for token in said[1:])  # "sagte der Wirt Jan Holm"
    if said and rules.subject_first and _is_loose(tokens, rules):
        return False
    return bool(said) and said[0].word not in _FILES and not (number and all(_says_when(each, rules) for each in said))


def _is_loose(tokens: list[Token], rules: Rules) -> bool:
    """Whether an English stretch has no main clause: "Which took place in York", "Plus 15 dollars", "Set in York"."""
    start = 0 if tokens[0].is_word else 1
    first = tokens[start : start + 2]
    if len(first) < 2 or not first[0].capital:
        return False
    verb = first_finite(tokens, start, len(tokens), rules)
    if first[0].word == "which":
        return verb == start + 1 and first[1].word not in rules.auxiliaries
    behind = any(token.tag in {"rel", "sub"} for token in tokens[start : verb or 0])
    behind = behind and sum(token.text == "," for token in tokens) < 2  # else a main clause may follow
    return first[0].word in _OPENS and first[1].word not in rules.pronouns and (verb is None or behind)


def _says_when(token: Token, rules: Rules) -> bool:
    """Whether a word can stand over a report to say when: "31.10.2023, gegen 23:40 Uhr."."""
    named = token.word in rules.weekdays or token.word in rules.months or token.word in _CLOCK | _SEASONS
    return named or token.text[:1].isdigit() or token.tag in {"prep", "num"}


def is_outlet(name: str | None, outlet: str | None) -> bool:
    """Whether a speaker is the outlet itself: "NationNews" is "NationNews Barbados"."""
    if not name or not outlet:
        return False
    one, other = name.casefold(), outlet.casefold()
    return one == other or (len(one) > 5 and other.startswith(one))


def cue_words(text: str, tokens: list[Token], statement: Statement) -> str | None:
    """The words of the text that say that someone speaks."""
    if statement.cue is None:
        return None
    first, last = statement.cue
    return text[tokens[first].start : tokens[last - 1].end]
