"""A frame: who speaks in a sentence, in which words, and which stretches are what is said."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.asides import before_hearer
from claimcheck.split.words.quotes import OPENING_MARKS
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, says_at

__all__ = [
    "MARKS",
    "SHORT_QUOTE",
    "TAIL",
    "WHEN",
    "Frame",
    "filled",
    "is_judged",
    "is_measure",
    "is_subject_apposed",
    "is_usable",
    "long_quote",
    "phrase_at",
    "saying_verb",
    "source_end",
    "speaker_end",
]

_SPEAKER = 22  # tokens a speaker may have
TAIL = 14  # tokens a frame at the end may have
SHORT_QUOTE = 5  # tokens up to which quotation marks, counted, only set off a word
WHEN = frozenset({"this", "last", "that", "diese", "dieser", "letzte", "vergangene", "woche", "monat", "jahr"})
_PARTS = frozenset({"anfang", "mitte", "ende"})  # of a year
_TITLE = 7  # words of a title
_LINKS = frozenset({"of", "the", "and", "for", "in", "der", "die", "das", "und", "für", "zur"})
MARKS = frozenset(",:;–—-")


@dataclass(frozen=True, slots=True)
class Frame:
    """Who speaks and what is said; numbers are token positions, half-open.

    ``speaker`` is empty where the text names none. ``content`` are the stretches that hold what is said.
    ``apart`` are stretches of the sentence that the speaker has no part in. ``channel``: the source only passes on
    ("wie Belta berichtete"). ``act``: the speaking is itself the news.
    """

    speaker: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...] = ()
    act: bool = False
    channel: bool = False


@lru_cache(maxsize=64)
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The words of phrases, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        parts = phrase.split()
        found.setdefault(parts[0], []).append(parts)
    return found


def phrase_at(tokens: list[Token], at: int, phrases: tuple[str, ...]) -> int:
    """How many tokens the longest phrase takes that begins at ``at``; 0 for none."""
    for parts in _by_first(phrases).get(tokens[at].word, ()):
        if [token.word for token in tokens[at : at + len(parts)]] == parts:
            return len(parts)
    return 0


def speaker_end(tokens: list[Token], start: int, rules: Rules, stop: int | None = None, *, heard: bool = True) -> int:
    """Where a speaker that begins at ``start`` is over: at a mark, a verb, or a word that opens an adverbial.

    ``heard``: a paper behind it is who it was said to.
    """
    end = len(tokens) if stop is None else stop
    if start < end and (tokens[start].tag or tokens[start].text in OPENING_MARKS):
        last = phrase_end(tokens, start, end, rules, close=True)
        if last > start:
            return before_hearer(tokens, start, last, rules) if heard else last
    depth = 0
    for at in range(start, min(end, start + _SPEAKER)):
        token = tokens[at]
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")":
            continue
        if not token.is_word and token.text not in "-&'’/.":
            return at
        if token.text == "." and at == len(tokens) - 1:
            return at
        named = at - start > 1 and tokens[at - 1].capital and tokens[at - 2].capital
        hearer = tokens[at + 1].word if at + 1 < len(tokens) and token.word in rules.definite and at > start else ""
        if hearer and any(part in hearer for part in rules.media_words if len(part) > 3):
            return at  # "sagte ein Sprecher der Zeitung"
        if named and token.word in rules.definite:  # "sagte Max Meier der Zeitung": who it was said to
            return at
        if at > start and (
            (token.text[:1].isdigit() and "-jährig" not in token.word)
            or token.word in rules.speaker_ends
            or (not token.capital and is_finite(tokens, at, rules))
        ):
            return at
    return min(end, start + _SPEAKER)


def source_end(tokens: list[Token], start: int, rules: Rules) -> int:
    """Where a source is over, with who issued it ("a report by the council") and its name ("the supplier, Ferrow")."""
    end = speaker_end(tokens, start, rules, heard=False)
    end -= start < end - 1 < len(tokens) - 1 and tokens[end - 1].word in _PARTS and tokens[end].tag == "num"
    document = any(token.word in rules.documents for token in tokens[start:end])
    if document and end + 1 < len(tokens) and tokens[end].word in rules.issued_by:
        end = speaker_end(tokens, end + 1, rules)
    if document and end + 2 < len(tokens) and tokens[end].tag == "pp":  # "a timeline released on Monday by the city"
        by = next((j for j in range(end + 1, min(len(tokens) - 1, end + 5)) if tokens[j].word in rules.issued_by), None)
        end = speaker_end(tokens, by + 1, rules) if by else end
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].capital and start < end:
        named = any(token.capital for token in tokens[start:end]) and not rules.comma_bound
        named = named and not _is_office(tokens, start, end, rules)  # "Norland's ambassador to Exland, Ann Lee"
        after = end + 1
        while after < len(tokens) and tokens[after].capital and tokens[after].is_word:
            after += 1
        closed = after == len(tokens) or tokens[after].text in {",", ".", ";"}
        if closed and not named and not (rules.comma_bound and after - end < 3):
            return end if is_subject_apposed(tokens, after, rules) else after
    return end


def _is_office(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a source is named by an office and what that is of: "the head of the Chamber of Leeds"."""
    offices = (rules.person_nouns, rules.man_nouns, rules.woman_nouns)
    for at in range(start, end - 1):
        if tokens[at + 1].word in rules.prepositions and not tokens[at].capital:
            word = tokens[at].word
            if word.endswith(rules.role_endings) or any(word in nouns for nouns in offices):
                return True
    return False


def is_subject_apposed(tokens: list[Token], comma: int, rules: Rules) -> bool:
    """Whether a name before a comma is a subject, with what tells of it before its verb: "Lee, 43, died"."""
    if not rules.subject_first:
        return False
    close = next((at for at in range(comma + 1, min(len(tokens) - 1, comma + TAIL)) if tokens[at].text == ","), None)
    return close is not None and is_finite(tokens, close + 1, rules)


def saying_verb(tokens: list[Token], at: int, rules: Rules) -> int | None:
    """Where the verb of saying is that begins at ``at``, behind adverbs and "has": "has often said"; None for none."""
    while at < len(tokens) - 1 and (tokens[at].tag == "adv" or tokens[at].word in rules.perfects):
        at += 1
    return at if at < len(tokens) and says_at(tokens, at, rules) else None


def is_judged(tokens: list[Token], rules: Rules) -> bool:
    """Whether a sentence ends with what is to be thought of a claim: "… is not true"."""
    said = [token.word for token in tokens if token.is_word][-3:]
    return len(said) > 2 and said[-1] in rules.framing.verdicts and any(word in rules.passives for word in said[:-1])


def is_measure(words: list[Token], rules: Rules) -> bool:
    """Whether words measure rather than name someone: "40 Prozent der Befragten", "Wenige Stunden"."""
    shares = any(token.word in rules.naming.shares for token in words[: 3 if rules.comma_bound else 6])
    shares = shares or any(token.text.endswith("%") for token in words[:3])
    return shares or any(token.word in rules.naming.spells for token in words[-1:])


def is_usable(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a stretch can name a speaker."""
    said = [token for token in tokens[start:end] if token.is_word]
    if len(said) == 1 and said[0].word in rules.first_second_person - rules.pronouns:
        return False  # "as I said"
    if any(token.text in {"!", "?"} for token in tokens[start:end]):
        return False  # "sagen laut „Saugen!“"
    linked = bool(said) and (said[0].tag in {"prep", "sub", "conj"} or said[0].word in rules.of_words)
    if linked and not (said[0].word in rules.of_words and len(said) < 4 and said[-1].capital):  # "von der Leyen"
        return False
    plain = rules.determiners - rules.crowd
    if all(token.word in plain and not token.capital for token in said):
        return False
    if rules.comma_bound and (_for_a_thing(said, rules) or all(token.tag in {"adv", "adj"} for token in said)):
        return False
    if len(said) == 1 and said[0].tag == "adv":
        return False  # "Sadly, the mill, which Lee had expected to open, shut"
    if is_measure(said, rules) or (rules.comma_bound and [token.tag for token in said[:2]] == ["adv", "prep"]):
        return False  # "sonst für Kampagnen"
    if not rules.comma_bound and any(each.word in {"after", "before"} for each in said[1:3]):
        return False  # "a day after the firm said"
    if not said or len(said) > _SPEAKER or all(token.word in rules.not_speakers for token in said):
        return False
    if all(token.word in rules.weekdays or token.word in rules.moments or token.word in WHEN for token in said):
        return False  # ", the hospital's director, said Tuesday", "said this week"
    return (
        any(token.capital or token.word in rules.pronouns or "-jährig" in token.word for token in said)
        or rules.subject_first
    )


def _for_a_thing(said: list[Token], rules: Rules) -> bool:
    """Whether a phrase names what is done, with what it is for: "Entschuldigung für …", not "Amt für …"."""
    for noun, preposition in pairwise(said[:3]):
        if preposition.word in rules.thing_prepositions:
            body = noun.word.endswith(tuple(rules.body_words | rules.body_nouns))
            return not body and (not noun.capital or noun.word.endswith((*rules.act_nouns, "ik", "heit")))
    return False


def filled(stretches: tuple[tuple[int, int], ...], tokens: list[Token]) -> tuple[tuple[int, int], ...]:
    """The stretches that hold a word."""
    return tuple((a, b) for a, b in stretches if a < b and any(token.is_word for token in tokens[a:b]))


def long_quote(tokens: list[Token], quoted: list[bool], after: int) -> int | None:
    """Where the first quotation of some length behind ``after`` begins."""
    start = None
    for at in range(after, len(tokens) + 1):
        if at < len(tokens) and quoted[at]:
            start = at if start is None else start
        elif start is not None:
            if at - start > SHORT_QUOTE and not _is_title(tokens[start:at]):
                return start
            start = None
    return None


def _is_title(quoted: list[Token]) -> bool:
    """Whether a quotation only names a work: "im „Journal of Marine Research“"."""
    words = [token for token in quoted if token.is_word]
    return len(words) < _TITLE and all(token.capital or token.word in _LINKS for token in words)
