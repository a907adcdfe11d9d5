"""What a claim leaves to its article: the name the story is about and the month it is told in, put behind the claim.

A linear model over the name and the claim says whether a reader needs the name; its weights lie in ``story.json`` and
are fitted by ``claimcheck.flows.fit_story`` on the project's own annotations.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

from claimcheck.records import Assertion, Claim, ClaimKind, Role
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token, tokenize
from claimcheck.split.topics import Topic

__all__ = ["MONTH", "TOPIC", "Model", "Story", "chance", "models"]

_NEAR = 300  # characters, about two sentences
_FAR = 1000

TOPIC = (
    "headline", "opening", "person", "place", "first", "share", "often", "same sentence", "near", "not far", "far",
    "claim names it in part", "claim names someone", "claim names a place", "claim names another topic", "person beside person", "place beside place",
    "place beside name", "first beside none", "opens with the", "open words", "short", "quoted", "speaker", "speaks", "presupposed", "numbers",
)  # fmt: skip
MONTH = ("present", "perfect", "past", "quoted", "reported", "headline", "legal", "quantity", "now", "short", "names", "presupposed", "german")


@dataclass(frozen=True, slots=True)
class Model:
    """A weight for each feature, in log odds, and the chance from which the answer is yes."""

    intercept: float
    of: dict[str, float]
    threshold: float


def chance(model: Model, values: dict[str, float]) -> float:
    """The chance, in (0, 1), that the answer is yes."""
    total = model.intercept + sum(model.of.get(name, 0.0) * value for name, value in values.items())
    return 1 / (1 + exp(-total))


@lru_cache(maxsize=1)
def models() -> dict[str, Model]:
    """The models that ship beside this module."""
    read = json.loads(Path(__file__).with_name("story.json").read_text(encoding="utf-8"))
    return {
        name: Model(float(each["intercept"]), dict(each["weights"]), float(each["threshold"]))
        for name, each in read.items()
    }


class Story:
    """The topics of an article that is read to its end."""

    def __init__(self, topics: Sequence[Topic], rules: Rules) -> None:
        self.topics, self.rules = topics, rules
        self._all = sum(len(each.places) for each in topics)

    def candidates(self, claim: Claim) -> list[tuple[Topic, dict[str, float]]]:
        """The topics that a claim does not name, each with its features."""
        words = {token.word for token in tokenize(claim.text, 0, len(claim.text))}
        bare = {word.removesuffix("’s").removesuffix("'s") for word in words} | words
        named = [each for each in self.topics if self._names(bare, each)]
        found = []
        for rank, topic in enumerate(self.topics):
            if topic in named:
                continue
            found.append((topic, self._features(claim, bare, topic, rank, named)))
        return found

    def _names(self, words: set[str], topic: Topic) -> bool:
        last = topic.name.split()[-1].casefold()
        german = self.rules.ordinal_dots and (last + "s" in words or any(word.startswith(last + "-") for word in words))
        return last in words or (not topic.person and bool(topic.words & words) and german) or german

    def _features(self, claim: Claim, words: set[str], topic: Topic, rank: int, named: Sequence[Topic]) -> dict[str, float]:
        start, end = claim.spans[0].start, claim.spans[-1].end
        before = topic.last_before(start)
        gap = start - before if before is not None else None
        count = len(topic.places)
        someone = any(each.person for each in named)
        place = any(each.place for each in named)
        values = {
            "headline": topic.headline,
            "opening": topic.opening,
            "person": topic.person,
            "place": topic.place,
            "first": rank == 0,
            "share": count / max(1, self._all),
            "often": log(count),
            "same sentence": gap is not None and gap < 80,
            "near": gap is not None and gap < _NEAR,
            "not far": gap is not None and gap < _FAR,
            "far": gap is None,
            "claim names it in part": bool(topic.words & words),
            "claim names someone": someone,
            "claim names a place": place,
            "claim names another topic": bool(named),
            "person beside person": topic.person and someone,
            "place beside place": topic.place and place,
            "place beside name": topic.place and bool(named),
            "first beside none": rank == 0 and not named,
            "opens with the": claim.text.split()[0].casefold() in self.rules.definite,
            "open words": bool(claim.context.unresolved),
            "short": len(claim.text.split()) < 9,
            "quoted": claim.assertion is Assertion.QUOTED,
            "speaker": claim.speaker == topic.name,
            "speaks": claim.speaker is not None,
            "presupposed": claim.assertion is Assertion.PRESUPPOSED,
            "numbers": any(word[:1].isdigit() for word in words),
        }
        return {name: float(value) for name, value in values.items() if value}

    def tense(self, claim: Claim, tokens: Sequence[Token]) -> dict[str, float]:
        """What tells whether a claim holds at the time the article appeared."""
        rules = self.rules
        words = {token.word for token in tokens}
        ending = "ed" if rules.month_first else ("te", "ten")
        perfect = bool(words & rules.perfect_auxiliaries)
        past = bool(words & (rules.past_forms - rules.perfect_auxiliaries | rules.strong_past)) or any(
            token.word.endswith(ending) and not token.capital and len(token.word) > 4 and token.tag == "fin" for token in tokens
        )
        values = {
            "present": not past and not perfect,
            "perfect": perfect and not past,
            "past": past,
            "quoted": claim.assertion is Assertion.QUOTED,
            "reported": claim.assertion is Assertion.REPORTED,
            "headline": claim.role in {Role.HEADLINE, Role.CAPTION, Role.LEAD},
            "legal": claim.kind is ClaimKind.LEGAL,
            "quantity": claim.kind is ClaimKind.QUANTITY,
            "now": any(phrase in claim.text.casefold() for phrase in rules.now_words),
            "short": len(claim.text.split()) < 9,
            "names": any(topic.words & words for topic in self.topics),
            "presupposed": claim.assertion is Assertion.PRESUPPOSED,
            "german": rules.ordinal_dots,
        }
        return {name: float(value) for name, value in values.items() if value}
