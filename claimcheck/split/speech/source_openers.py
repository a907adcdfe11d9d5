"""Which German words open a source that stands beside what it says: "nach Polizeiangaben", "gemäß dem Ministerium"."""

from functools import lru_cache

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.agents import is_owned_view
from claimcheck.split.words.tellers import body_endings, can_speak, head_of
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, is_subjunctive

__all__ = ["opens_source", "past_addressee", "with_body"]

_ADDRESSED = frozenset({"art", "name", "noun"})
_STUDY = 7  # tokens behind "nach einer" in which the study is named
_BESIDE = 14  # tokens that tell between commas who somebody is


def opens_source(tokens: list[Token], at: int, rules: Rules) -> int:
    """How many tokens at ``at`` stand in front of a source and say that it is one; 0 where none follows."""
    if _compound(tokens, at, rules) or _by_somebody(tokens, at, rules) or _by_person(tokens, at, rules):
        return 1  # "nach Polizeiangaben", "gemäß dem Ministerium"
    return _by_view(tokens, at, rules)


def _by_somebody(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether somebody or a report follows "gemäß": "gemäß Meier", "gemäß dem Ministerium", not "gemäß Vertrag"."""
    if tokens[at].word not in rules.by_name or at + 1 >= len(tokens):
        return False
    if tokens[at + 1].tag == "name":
        return True
    told = head_of(tokens[at + 1 : phrase_end(tokens, at + 1, len(tokens), rules, close=True)], rules)
    noun = next((token for token in told if token.tag in {"noun", "name"}), None)
    if noun is None:
        return False
    if noun.word in rules.documents or noun.word.endswith(rules.naming.surveys):
        return noun.word in rules.reports | rules.framing.figures
    return noun.tag == "name" or _is_someone(noun, rules)


def _is_someone(noun: Token, rules: Rules) -> bool:
    """Whether a noun is one for somebody or for a body by itself, not only by an ending that agents share."""
    nouns, endings = _someone(rules)
    return noun.word in nouns or noun.word.endswith(endings)


@lru_cache(maxsize=8)
def _someone(rules: Rules) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns for somebody, and the endings of those for somebody or for a body."""
    people = rules.group_nouns | rules.person_nouns | rules.man_nouns | rules.woman_nouns
    return people | rules.tellers, (*rules.role_endings, *body_endings(rules))


def _by_person(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether "nach" opens a sentence before a person with an office: "Nach Ina Lehr, Leiterin des Amts, sind …".

    What follows is then told in the present; somebody else behind the verb comes after that person in time or rank.
    """
    if at or len(tokens) < _BESIDE // 2 or tokens[0].word not in rules.after_documents - rules.by_name:
        return False
    end = phrase_end(tokens, 1, len(tokens), rules, close=True)
    if not any(tokens[j].tag == tokens[j - 1].tag == "name" for j in range(2, end)):
        return False
    verb = with_body(tokens, end, rules)
    office = verb > end or any(_is_someone(token, rules) for token in tokens[1:end])
    if verb < len(tokens) and tokens[verb].text == ",":
        beside = tokens[verb + 1 : verb + _BESIDE]
        close = next((j for j, token in enumerate(beside) if token.text == ","), 0)
        office = office or can_speak(head_of(beside[:close], rules), rules)
        verb += close + 2
    if not office or verb + 1 >= len(tokens) or not is_finite(tokens, verb, rules):
        return False
    if is_subjunctive(tokens[verb], rules):
        return True
    subject = head_of(tokens[verb + 1 : phrase_end(tokens, verb + 1, len(tokens), rules, close=True)], rules)
    another = any(token.tag == "name" for token in subject) or any(_is_someone(each, rules) for each in subject[:3])
    follows = any(token.word in rules.framing.following for token in tokens[verb:])
    return not (another or follows or tells_past(tokens[verb : verb + 1], rules))


def _by_view(tokens: list[Token], at: int, rules: Rules) -> int:
    """How many tokens "nach ersten Erkenntnissen der" has, up to whose findings they are; 0 for none."""
    here = at + 1
    if tokens[at].word not in rules.source_openers:
        return 0
    if _by_survey(tokens, at, rules):
        return 1
    while (
        here < len(tokens) - 1 and here - at < 4 and (tokens[here].tag in {"adj", "art"} and not tokens[here].capital)
    ):
        here += 1
    if here >= len(tokens):
        return 0
    if is_owned_view(tokens[at + 1 : at + 3], rules):
        return 1  # "nach seinen Worten", "nach Meiers Ansicht"
    if tokens[here].word in rules.reports and tokens[here - 1].tag == "art":
        return 1  # "nach einem Bericht der Zeitung"
    if here + 1 >= len(tokens) or tokens[here].word not in rules.views or tokens[here - 1].word in rules.his:
        return 0
    if tokens[here + 1].word in rules.of_words | rules.genitives:
        return here + 2 - at
    if rules.comma_bound and tokens[here + 1].word in rules.demonstratives:
        return here + 1 - at  # "nach Informationen dieser Zeitung"
    return here + 1 - at if tokens[here + 1].tag == "name" else 0


def _by_survey(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a study follows: "nach einer vom Ministerium vorgelegten Studie", "nach einer Umfrage des Instituts"."""
    if at + 2 >= len(tokens) or tokens[at + 1].word not in rules.indefinite:
        return False
    for token in tokens[at + 2 : at + 2 + _STUDY]:
        if token.tag == "fin" or not token.is_word:
            return False
        if token.tag == "noun" and token.word.endswith(rules.naming.surveys):
            return True
    return False


def with_body(tokens: list[Token], end: int, rules: Rules) -> int:
    """Where a name that ends at ``end`` is over with the body it belongs to, in front of a verb: "Ina Lehr vom Amt"."""
    if end + 1 >= len(tokens) or tokens[end - 1].tag != "name" or tokens[end].word not in {"von", *rules.belonging}:
        return end
    last = phrase_end(tokens, end + 1, len(tokens), rules, close=True)
    body = can_speak(head_of(tokens[end + 1 : last], rules), rules)
    return last if body and last < len(tokens) and is_finite(tokens, last, rules) else end


def past_addressee(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """Where a German source ``[start, end)`` is over with whom it was sent: "einer Antwort des Amtes | an Ina Lehr"."""
    sent = rules.comma_bound and any(token.word in rules.framing.sent for token in tokens[max(0, start - 1) : end])
    if not sent or end + 1 >= len(tokens) or tokens[end].word != "an" or tokens[end + 1].tag not in _ADDRESSED:
        return end
    return phrase_end(tokens, end + 1, len(tokens), rules, close=True)


def _compound(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that names a source and its word in one follows: "nach Polizeiangaben"."""
    return (
        tokens[at].word in rules.source_openers
        and at + 1 < len(tokens)
        and tokens[at + 1].word.endswith(rules.source_endings)
        and tokens[at + 1].word not in rules.documents | {"angaben", "informationen"}
    )
