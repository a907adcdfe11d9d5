"""The workspace database: articles, claims and their versions, past checks, matches, tasks, verdicts, consensus.

SQLite is the truth. All SQL lives here; the folder holds ``workspace.db`` and the writer's ``workspace.lock``.
"""

from claimcheck.store.articles import ArticleSummary
from claimcheck.store.assignments import Assignment, ProjectRole, Question
from claimcheck.store.changes import ChangedReviews
from claimcheck.store.claims import ClaimEvent, ClaimVersion, StoredClaim
from claimcheck.store.counts import ReviewCount, WordCount
from claimcheck.store.imports import ReviewReport
from claimcheck.store.lock import lock_holder
from claimcheck.store.reviews import Kinds, ReviewVersion
from claimcheck.store.splits import SplitReport
from claimcheck.store.store import LOCK_FILE, Store
from claimcheck.store.tasks import ProjectRow, TaskKey, TaskState
from claimcheck.store.verdicts import VerdictReport, VerdictVersion

__all__ = [
    "LOCK_FILE",
    "ArticleSummary",
    "Assignment",
    "ChangedReviews",
    "ClaimEvent",
    "ClaimVersion",
    "Kinds",
    "ProjectRole",
    "ProjectRow",
    "Question",
    "ReviewCount",
    "ReviewReport",
    "ReviewVersion",
    "SplitReport",
    "Store",
    "StoredClaim",
    "TaskKey",
    "TaskState",
    "VerdictReport",
    "VerdictVersion",
    "WordCount",
    "lock_holder",
]
