"""Labels in front of what somebody says, which tell what it is about: "On Samuel Lindner: “…”", "Über Jan Holm: …"."""

from dataclasses import replace

from claimcheck.split.languages import Rules
from claimcheck.split.speech.said import Sentence, Statement
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["label_end", "titled_by", "without_label"]

_LONGEST = 9  # tokens of a label, its colon counted


def _colon(tokens: list[Token], quoted: list[bool], rules: Rules) -> int | None:
    """Where the colon of some words without a verb stands at the front of a sentence."""
    at = next((j for j in range(1, min(_LONGEST, len(tokens) - 1)) if tokens[j].text == ":"), None)
    if at is None or any(quoted[:at]) or any(is_finite(tokens, j, rules) for j in range(at)):
        return None
    return at


def label_end(tokens: list[Token], quoted: list[bool], rules: Rules) -> int:
    """Where a sentence begins behind a label that says what it is about; 0 where it has none."""
    colon = _colon(tokens, quoted, rules)
    if colon is None or tokens[0].word not in rules.framing.about:
        return 0
    words = tokens[1:colon]
    days = rules.weekdays.keys() | rules.months.keys() - {"jan"}  # a name too
    dated = any(token.text[:1].isdigit() or token.word in days for token in words)
    named = quoted[colon + 1] or any(token.tag == "name" for token in words)
    return colon + 1 if words and named and not dated else 0


def titled_by(tokens: list[Token], quoted: list[bool], rules: Rules) -> list[Token]:
    """Who speaks by the title of a quotation, "Ann Lee on Samuel Lindner: “…”"; empty where it does not say."""
    colon = _colon(tokens, quoted, rules)
    about = next((at for at in range(1, colon or 0) if tokens[at].word in rules.framing.about), None)
    if colon is None or about is None or not all(token.tag == "name" for token in tokens[:about]):
        return []
    return tokens[:about] if all(token.capital or token.tag == "art" for token in tokens[about + 1 : colon]) else []


def without_label(sentence: Sentence, found: list[Statement], rules: Rules) -> list[Statement]:
    """What a sentence states, its label left out."""
    end = label_end(sentence.tokens, sentence.quoted, rules)
    return [
        replace(each, stretch=(end, each.stretch[1])) if each.stretch[0] < end < each.stretch[1] else each
        for each in found
    ]
