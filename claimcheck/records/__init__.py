"""The nouns of the pipeline: frozen, hashable, standard library only.

``Article ─► Claim ─► Match ─► Task ─► Verdict ─► Consensus``. Offsets are code points into ``Article.text``,
half-open. What is unknown is ``None`` or an empty tuple.
"""

from claimcheck.records.articles import Article, Block, Span
from claimcheck.records.claims import Claim, ClaimContext, ClaimDate, Substitution
from claimcheck.records.closed import CARRIERS, Assertion, ClaimKind, ClaimStatus, DifferenceKind, Label, Relation, Role
from claimcheck.records.identity import article_id, claim_id, review_id
from claimcheck.records.reviews import ClaimReview, Difference, Explanation, Hit, Match
from claimcheck.records.verdicts import Consensus, Evidence, PastAnswer, ShownCheck, Task, Verdict

__all__ = [
    "CARRIERS",
    "Article",
    "Assertion",
    "Block",
    "Claim",
    "ClaimContext",
    "ClaimDate",
    "ClaimKind",
    "ClaimReview",
    "ClaimStatus",
    "Consensus",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Explanation",
    "Hit",
    "Label",
    "Match",
    "PastAnswer",
    "Relation",
    "Role",
    "ShownCheck",
    "Span",
    "Substitution",
    "Task",
    "Verdict",
    "article_id",
    "claim_id",
    "review_id",
]
