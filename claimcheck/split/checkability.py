"""How much a claim is worth checking: features, each with its weight and its reason, and what kind of statement it is.

The weights are set by hand; ``OFFERED`` is the score from which a claim is offered.
"""

from dataclasses import dataclass

from claimcheck.records import Assertion, ClaimDate, ClaimKind
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import act_at, is_finite

__all__ = ["OFFERED", "Judgement", "judge", "lower", "speaks_act"]

OFFERED = 0.45
_START = 0.5
_SHORT, _LONG = 4, 9  # words
_REPEAT = 0.2


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score in [0, 1], the reasons for it, strongest first, and the kind."""

    kind: ClaimKind
    score: float
    reasons: tuple[str, ...]

    @property
    def checkable(self) -> bool:
        """Whether it is offered."""
        return self.score >= OFFERED


def judge(
    tokens: list[Token],
    *,
    assertion: Assertion,
    date: ClaimDate | None,
    question: bool,
    named: bool,
    act: bool,
    complete: bool,
    vague: bool,
    governed: bool,
    rules: Rules,
) -> Judgement:
    """The judgement on a claim that consists of ``tokens``.

    ``question``: its sentence ends in a question mark. ``named``: it names someone or something. ``act``: an act of
    speaking is the news. ``complete``: it reads as a sentence. ``vague``: it leaves words open and names nothing.
    ``governed``: a verb of saying stands outside it.
    """
    found = _features(tokens, assertion, date, question, named, act, complete, vague, governed, rules)
    score = min(1.0, max(0.0, _START + sum(weight for _, weight in found)))
    ordered = sorted(found, key=lambda each: -abs(each[1]))
    reasons = tuple(f"{name} {weight:+.2f}" for name, weight in ordered)
    return Judgement(_kind({name for name, _ in found}, act, date), score, reasons)


def lower(judgement: Judgement, why: str) -> Judgement:
    """The judgement on a copy of another claim: lower by a fixed step, for the reason given."""
    score = max(0.0, judgement.score - _REPEAT)
    return Judgement(judgement.kind, score, (f"{why} {-_REPEAT:+.2f}", *judgement.reasons))


def _features(
    tokens: list[Token],
    assertion: Assertion,
    date: ClaimDate | None,
    question: bool,
    named: bool,
    act: bool,
    complete: bool,
    vague: bool,
    governed: bool,
    rules: Rules,
) -> list[tuple[str, float]]:
    words = [token for token in tokens if token.is_word]
    said = [token.word for token in words]
    known = set(said)
    text = " ".join(said)
    first = said[0] if said else ""
    found: list[tuple[str, float]] = []

    def add(name: str, weight: float, when: object) -> None:
        if when:
            found.append((name, weight))

    finite = [at for at in range(len(tokens)) if is_finite(tokens, at, rules)]
    opinions = known & rules.opinion_words
    personal = known & rules.first_second_person - (
        rules.pronouns if not words or not _addressed(words, rules) else set()
    )
    indirect = (
        first in rules.question_words
        and rules.clauses is Clauses.COMMA_BOUND
        and all(token.text != "," for token in tokens)
    )
    add("a question", -0.5, question or indirect)
    add("page furniture", -0.6, any(phrase in text for phrase in rules.furniture))
    add("asks the reader to do something", -0.4, first in rules.imperatives and finite[:1] != [1] and len(words) > 1)
    add("opinion words", -0.2 * min(2, len(opinions)), opinions)
    add("speaks of me or you", -0.15, personal)
    spoken_to = assertion is Assertion.ASSERTED and any(
        token.capital and token.word in rules.polite for token in words[1:]
    )
    add("addresses the reader", -0.3, spoken_to)
    add("says what should be", -0.1, known & rules.normative_words and assertion is not Assertion.ASSERTED)
    add("looks ahead", -0.05, known & rules.prediction_words)
    add("hedged", -0.05, known & rules.hedges)
    add("very short", -0.25, len(words) < _SHORT)
    add("no verb", -0.2, rules.finite_verbs and not finite and not act and not governed)
    add("leaves open what it is about", -0.1, vague and len(words) < _LONG - 1)
    add("reads only with its sentence", -0.05, not complete)
    add("a number", 0.15, any(token.text[:1].isdigit() for token in words) or known & rules.number_words)
    add("names someone or something", 0.1, named)
    add("an act of speaking", 0.1, act)
    add("a date", 0.05, date)
    add("in the past", 0.08, known & rules.past_forms or any(word.endswith("ed") for word in said if rules.month_first))
    add("law", 0.06, known & rules.legal_words)
    add("cause", 0.04, known & rules.causal_words)
    add("comparison", 0.04, known & rules.superlatives)
    add("long enough to say something", 0.05, len(words) >= _LONG)
    return found


def _addressed(words: list[Token], rules: Rules) -> bool:
    """Whether a polite "Sie" stands inside the sentence, where only its capital tells it from a pronoun."""
    return any(token.capital and token.word in rules.pronouns & rules.first_second_person for token in words[1:])


def _kind(features: set[str], act: bool, date: ClaimDate | None) -> ClaimKind:
    """The kind of a statement, the most telling feature first."""
    order = [
        ("a question", ClaimKind.QUESTION),
        ("opinion words", ClaimKind.OPINION),
        ("says what should be", ClaimKind.NORMATIVE),
        ("looks ahead", ClaimKind.PREDICTION),
        ("a number", ClaimKind.QUANTITY),
        ("law", ClaimKind.LEGAL),
        ("cause", ClaimKind.CAUSAL),
    ]
    if act and "a question" not in features:
        return ClaimKind.QUOTATION
    if date and date.precision == "year":
        return ClaimKind.HISTORICAL
    return next((kind for name, kind in order if name in features), ClaimKind.EVENT)


def speaks_act(tokens: list[Token], rules: Rules) -> int | None:
    """The place of an act of speaking that is a statement's own verb; None where there is none."""
    return next((at for at in range(1, len(tokens)) if act_at(tokens, at, rules)), None)
