"""What a report says of an article: its claims in text order, with past checks, answers and what they settle to."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.agree import by_claim, judged_in_sight
from claimcheck.flows.settle import Settlement, find_consensuses, is_dropped, judged_wording
from claimcheck.records import (
    Article,
    Claim,
    ClaimReview,
    ClaimStatus,
    Consensus,
    DifferenceKind,
    Label,
    Match,
    Relation,
    Verdict,
)
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["ADVERSE", "LIKELY", "ArticleFacts", "ClaimFacts", "State", "Why", "gather_article", "settle_once"]

ADVERSE = frozenset({Label.FALSE, Label.MOSTLY_FALSE, Label.HALF_TRUE, Label.MISLEADING})
"""Labels that a reader must hear of first."""

_BORNE_OUT = frozenset({Label.TRUE, Label.MOSTLY_TRUE})
_LEFT_OVER = frozenset({Label.UNVERIFIABLE, Label.NOT_A_CLAIM})
LIKELY = 0.5  # a past check less likely to be about the claim is a weak lead, unless it stands first
_IN_FULL = 2  # past checks that are shown side by side with the claim
_SEPARATE = {
    Relation.DIFFERS_NUMBER: DifferenceKind.NUMBER,
    Relation.DIFFERS_DATE: DifferenceKind.DATE,
    Relation.DIFFERS_PLACE: DifferenceKind.PLACE,
    Relation.DIFFERS_PERSON: DifferenceKind.PERSON,
}


class State(StrEnum):
    """Where a claim stands for a desk."""

    SETTLED = "settled"
    TIE = "tie"
    OPEN = "open"
    LEFT = "left"  # neither offered nor judged


class Why(StrEnum):
    """Why somebody should look at a claim."""

    JUDGED = "judged"
    TIE = "tie"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    RATED = "rated"
    LEAD = "lead"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim, numbered from 1 by its place in the text, and all that is known of it.

    ``matches`` is None where it was never looked up as it is worded now; ``earlier`` were found for a wording that it
    had before. ``level`` is the third of the page's claims, 0 the highest, in which its check-worthiness lies.
    """

    number: int
    stored: "StoredClaim"
    matches: tuple[Match, ...] | None
    consensus: Consensus | None
    answers: tuple[Verdict, ...]
    skips: tuple[Verdict, ...]
    wording: str
    sent: datetime | None
    level: int = 0
    earlier: tuple[Match, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim as it counts now."""
        return self.stored.claim

    @property
    def past(self) -> tuple[tuple[Match, ClaimReview], ...]:
        """The past checks that were found, best first."""
        return _with_review(self.matches or ())

    @property
    def past_before(self) -> tuple[tuple[Match, ClaimReview], ...]:
        """The past checks that were found for a wording that it had before, best first."""
        return _with_review(self.earlier)

    @property
    def close(self) -> tuple[tuple[Match, ClaimReview], ...]:
        """The past checks to be shown side by side with it: the best, and the next one where that is likely too."""
        found = self.past[:_IN_FULL]
        return tuple(each for each in found if each is found[0] or each[0].score is None or each[0].score >= LIKELY)

    @property
    def telling(self) -> tuple[Match, ClaimReview] | None:
        """The past check to name first: one of the close that speaks against the claim, else the best."""
        return next((each for each in self.close if _speaks_against(*each)), self.past[0] if self.past else None)

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.consensus is not None:
            return State.TIE if self.consensus.label is None else State.SETTLED
        return State.OPEN if _offered(self.stored) else State.LEFT

    @property
    def label(self) -> Label | None:
        """What it was settled to."""
        return self.consensus.label if self.consensus else None

    @property
    def difference(self) -> DifferenceKind | None:
        """The slot in which the telling past check says something else; None where none does, or says the opposite."""
        relation = self.telling[0].relation if self.telling else None
        return _SEPARATE.get(relation) if relation else None

    @property
    def why(self) -> Why:
        """The first reason to look at it."""
        if self.state is State.TIE:
            return Why.TIE
        if self.state is State.SETTLED:
            return Why.JUDGED
        if self.telling is None:
            return Why.OPEN
        relation = self.telling[0].relation
        if relation is Relation.CONTRADICTS:
            return Why.CONTRADICTS
        if self.difference:
            return Why.DIFFERS
        return Why.RATED if relation in {Relation.SAME, None} else Why.LEAD

    @property
    def spoken_against(self) -> bool:
        """Whether a close past check found the same false, or says what cannot be true beside it and was not found so.

        That the opposite, or another number, was found false says nothing against the claim.
        """
        return self.telling is not None and _speaks_against(*self.telling)

    @property
    def urgency(self) -> tuple[int, float, int]:
        """What sorts claims by how much they need somebody; lower is more.

        Judged false or misleading, tied, open and spoken against, open with a past check, open, judged otherwise, not
        to be judged; the most check-worthy first in each.
        """
        if self.state is State.LEFT:
            rank = 7
        elif self.state is State.SETTLED:
            rank = 0 if self.label in ADVERSE else 5 if self.label in _LEFT_OVER else 6
        elif self.state is State.TIE:
            rank = 1
        else:
            rank = 2 if self.spoken_against else 3 if self.past else 4
        return rank, -self.claim.score, self.number


def _with_review(matches: Sequence[Match]) -> tuple[tuple[Match, ClaimReview], ...]:
    return tuple((match, match.review) for match in matches if match.review)


def _speaks_against(match: Match, review: ClaimReview) -> bool:
    if match.relation is Relation.SAME:
        return review.rating in ADVERSE
    if match.relation is Relation.CONTRADICTS:
        return review.rating is None or review.rating in _BORNE_OUT
    return match.relation in _SEPARATE and review.rating in _BORNE_OUT


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article with the claims a report shows, in text order; ``left_out`` counts the others by reason.

    ``counted`` are the verdicts that the consensuses rest on, ``in_sight`` how many of the claims were judged where
    annotators could see each other's answers.
    """

    article: Article
    claims: tuple[ClaimFacts, ...]
    left_out: Mapping[str, int]
    in_sight: int

    @property
    def counted(self) -> list[Verdict]:
        """Every verdict that counts."""
        return [each for facts in self.claims for each in facts.answers]

    @property
    def last_verdict(self) -> date | None:
        """The day of the newest verdict that counts."""
        return max((each.updated_at.date() for each in self.counted), default=None)

    @property
    def not_looked_up(self) -> int:
        """How many claims were not looked up as they are worded now."""
        return sum(each.matches is None for each in self.claims)

    def number_of(self, *states: State) -> int:
        """How many claims are in one of these states."""
        return sum(each.state in states for each in self.claims)


def settle_once(store: "Store", scheme: Scheme) -> Settlement | None:
    """What all verdicts come to, where the way of settling learns from all; None where each claim stands alone."""
    if store.settle_method() == "majority":
        return None
    return find_consensuses(store, scheme, samples=True)


def gather_article(
    store: "Store", article: Article, scheme: Scheme, *, everything: bool = False, settled: Settlement | None = None
) -> ArticleFacts:
    """What there is to say of an article; with ``everything`` also claims that are not offered, dropped or replaced.

    To be called inside one snapshot. ``settled`` is what ``settle_once`` gave.
    """
    stored = store.claims(article_id=article.id, statuses=set(ClaimStatus))
    ids = {each.claim.id for each in stored}
    found = settled or find_consensuses(store, scheme, samples=True, claim_ids=ids)
    consensuses = {each.claim_id: each for each in found.consensuses if each.claim_id in ids}
    counted = by_claim(each for each in found.counted if each.claim_id in ids)
    skips = by_claim(each for each in found.skips if each.claim_id in ids)
    left_out: Counter[str] = Counter()
    shown = []
    for each in stored:
        reason = _left_out(store, each, judged=each.claim.id in consensuses)
        if reason and not everything:
            left_out[reason] += 1
        else:
            shown.append(each)
    kept = {each.claim.id for each in shown}
    if not settled:
        aside = sum(count for reason, count in found.not_counted.items() if reason != "skips")
        left_out["verdicts"] += aside
    sent = _sent(store, kept)
    matches = store.matches_of(kept)
    levels = _levels(shown)
    facts = []
    shown.sort(key=lambda each: (each.claim.spans, each.claim.id))
    for number, each in enumerate(shown, start=1):
        claim_id = each.claim.id
        answers = tuple(counted.get(claim_id, ()))
        given = matches.get(claim_id, [])
        now = tuple(match for match in given if match.query == each.claim.text)
        facts.append(
            ClaimFacts(
                number=number,
                stored=each,
                matches=now or None,
                consensus=consensuses.get(claim_id),
                answers=answers,
                skips=tuple(skips.get(claim_id, ())),
                wording=judged_wording(each.claim, answers),
                sent=sent.get(claim_id),
                level=levels[claim_id],
                earlier=tuple(match for match in given if match.query != each.claim.text),
            )
        )
    in_sight = judged_in_sight(answer for each in facts for answer in each.answers)
    return ArticleFacts(article, tuple(facts), {why: n for why, n in sorted(left_out.items()) if n}, in_sight)


def _offered(stored: "StoredClaim") -> bool:
    return stored.status is ClaimStatus.ACTIVE and stored.claim.checkable


def _left_out(store: "Store", stored: "StoredClaim", *, judged: bool) -> str | None:
    """Why a claim is not shown unless everything is."""
    if is_dropped(store, stored):
        return "dropped"
    if judged or _offered(stored):
        return None
    return "superseded" if stored.status is ClaimStatus.SUPERSEDED else "not_offered"


def _sent(store: "Store", claim_ids: Collection[str]) -> dict[str, datetime]:
    """When each claim that was sent to annotators was sent first."""
    found: dict[str, datetime] = {}
    for task in store.tasks(claim_ids=claim_ids):
        found[task.claim_id] = min(found.get(task.claim_id, task.pushed_at), task.pushed_at)
    return found


def _levels(shown: "Sequence[StoredClaim]") -> dict[str, int]:
    ranked = sorted(shown, key=lambda each: (-each.claim.score, each.claim.id))
    return {each.claim.id: 3 * place // len(ranked) for place, each in enumerate(ranked)}
