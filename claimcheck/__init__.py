"""News articles to checkable claims, past checks, Label Studio tasks, verdicts and datasets others can trust.

The command line is ``claimcheck``; from Python, ``Workspace`` does the same jobs on the same records.
"""

from claimcheck.errors import ClaimcheckError
from claimcheck.records import (
    Article,
    Assertion,
    Claim,
    ClaimReview,
    Consensus,
    Label,
    Match,
    Relation,
    Role,
    Span,
    Task,
    Verdict,
)
from claimcheck.workspace import Workspace

__all__ = [
    "Article",
    "Assertion",
    "Claim",
    "ClaimReview",
    "ClaimcheckError",
    "Consensus",
    "Label",
    "Match",
    "Relation",
    "Role",
    "Span",
    "Task",
    "Verdict",
    "Workspace",
]
