"""Subjects of German that stand behind their verb: "Den Umbau stellte Meier vor", "Skeptisch zeigte sich die Stadt"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import is_usable
from claimcheck.split.speech.relayed import is_time
from claimcheck.split.words.tellers import can_speak, head_of
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, is_subjunctive, says_at

__all__ = [
    "behind",
    "behind_object",
    "inserted",
    "is_object",
    "is_unknown_name",
    "names_someone",
    "noble_name",
    "only_when",
]

_WHEN = frozenset({"wenn", "als", "nachdem", "bevor", "weil", "obwohl", "während", "sobald", "seitdem"})
_OF_THINGS = ("bericht", "erzähl", "spr", "schwärm", "schilder", "hör")  # "berichtete von Mängeln"


def is_object(tokens: list[Token], front: tuple[int, int], verb: int, rules: Rules) -> bool:
    """Whether a noun phrase before a verb is its object: somebody who can speak stands behind, or its case tells."""
    return behind_object(tokens, front, verb, rules) is not None


def behind_object(tokens: list[Token], front: tuple[int, int], verb: int, rules: Rules) -> tuple[int, int] | None:
    """The subject behind a verb whose object stands in front: "Die Schließung begründete Meier damit, dass …"."""
    if not rules.comma_bound:
        return None
    words = tokens[slice(*front)]
    if words and words[0].word in rules.first_second_person - rules.pronouns:
        return None  # "Ich bin ein alter Mann"
    object_case = bool(words) and words[0].word in rules.oblique - rules.either_case
    if not object_case and can_speak(head_of(words, rules), rules):
        return None
    return _speaker_behind(tokens, verb, rules)


def behind(tokens: list[Token], verb: int, rules: Rules) -> list[Token]:
    """The words of a subject behind its verb, where it can speak; empty for none."""
    found = _speaker_behind(tokens, verb, rules) if rules.comma_bound else None
    return tokens[slice(*found)] if found else []


def _speaker_behind(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int] | None:
    """The noun phrase of somebody who can speak right behind a verb, no object by its article."""
    start = verb + 1
    while start + 1 < len(tokens) and not tokens[start].capital:
        timed = tokens[start].tag == "prep" and is_time(tokens[start + 1], rules)
        if not (timed or tokens[start].tag == "num" or _light(tokens[start], rules)):
            break
        start += 1 + timed  # "stellte am Montag Meier vor"
    if start >= len(tokens) or tokens[start].tag == "prep" or tokens[start].word in rules.oblique - rules.either_case:
        return None
    if tokens[start].word in rules.pronouns:
        return (start, start + 1) if tokens[start].word in rules.nominatives else None
    end = phrase_end(tokens, start, len(tokens), rules, close=True)
    usable = end > start and is_usable(tokens, start, end, rules)
    alone = end == start + 1 and tokens[start].capital and end < len(tokens) and not tokens[end].is_word
    if usable and alone:
        return start, end  # "sagte Maier, er …": without an article it is a name
    return (start, end) if usable and can_speak(head_of(tokens[start:end], rules), rules) else None


def _light(token: Token, rules: Rules) -> bool:
    """Whether a word may stand between a verb and its subject: an adverb, "sich"."""
    return token.word in rules.adverbs | rules.reflexives | rules.oneself or token.tag == "adv"


def names_someone(tokens: list[Token], found: tuple[int, int], rules: Rules) -> bool:
    """Whether a noun phrase names one who can speak, or is one word without an article, as names are."""
    words = head_of(tokens[slice(*found)], rules)
    return can_speak(words, rules) or len(words) == 1


def noble_name(tokens: list[Token], at: int, verb: int, rules: Rules) -> tuple[int, int] | None:
    """A surname that begins with a preposition: "sagte von der Leyen", "sagte von Boer"; None where none stands."""
    if at + 1 >= len(tokens) or tokens[at].word not in rules.of_words:
        return None
    if tokens[at + 1].capital and rules.comma_bound:
        return None if tokens[verb].word.startswith(_OF_THINGS) else (at, at + 2)
    follows = tokens[at + 1].tag == "art" and at + 2 < len(tokens) and tokens[at + 2].capital
    return (at, at + 3) if follows else None


def inserted(tokens: list[Token], left: int, right: int, rules: Rules) -> bool:
    """Whether who says it stands between a German subject and its verb: "Die Halle, sagt Meier, ist zu"."""
    if not rules.comma_bound or right + 1 >= len(tokens) or tokens[left - 1].text != ",":
        return False
    return tokens[right].text == "," and says_at(tokens, left, rules) and is_finite(tokens, right + 1, rules)


def is_unknown_name(tokens: list[Token], rules: Rules) -> bool:
    """Whether a sentence begins with a word that no list knows, before its verb: a surname that the tagger mistook."""
    small = rules.starters | rules.adverbs | rules.deictics | rules.subordinators | rules.determiners | rules.pronouns
    word = tokens[0].word
    return tokens[0].capital and tokens[0].tag in {"adv", "adj", ""} and word.isalpha() and word not in small


def only_when(tokens: list[Token], left: int, right: int, rules: Rules) -> bool:
    """Whether a German clause in front only tells when somebody spoke: "Wenn er kam, erzählte er, wie …"."""
    opener = int(left > 2 and tokens[0].tag == "name" and tokens[1].capital)  # behind a place: "Wieden Als er …"
    front = tokens[opener : left - 1]
    if not rules.comma_bound or not front or front[0].word not in _WHEN:
        return False
    whole = not any(token.text == "," for token in front) and not any(is_subjunctive(token, rules) for token in front)
    return whole and right + 1 < len(tokens) and not is_finite(tokens, right + 1, rules)
