"""News articles to checkable claims, past checks, Label Studio tasks, verdicts and datasets others can trust.

The command line is ``claimcheck``; from Python, ``Workspace`` opens a desk's folder and does the same jobs on the same
records. The other names are these records, frozen and hashable, and the error that every failure of ours is.

>>> import tempfile
>>> from claimcheck import ClaimReview, Workspace
>>> with tempfile.TemporaryDirectory() as folder, Workspace.open(folder, create=True, write=True) as desk:
...     _ = desk.store.put_reviews([ClaimReview("r1", "The bridge was closed on 3 May.", "Example Desk")])
...     [[best]] = desk.lookup(["The bridge closed on 3 May"])
...     best.review.id
'r1'
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
