"""The workspace database: articles, claims and their versions, past checks, matches, tasks, verdicts, consensus.

SQLite is the truth. All SQL lives here; the folder holds ``workspace.db`` and the writer's ``workspace.lock``.
"""

from claimcheck.store.claims import ClaimEvent, ClaimVersion, StoredClaim
from claimcheck.store.imports import ReviewReport
from claimcheck.store.reviews import ReviewCount, ReviewVersion
from claimcheck.store.splits import SplitReport
from claimcheck.store.store import Store
from claimcheck.store.tasks import ProjectRow, TaskKey
from claimcheck.store.verdicts import VerdictReport, VerdictVersion

__all__ = [
    "ClaimEvent",
    "ClaimVersion",
    "ProjectRow",
    "ReviewCount",
    "ReviewReport",
    "ReviewVersion",
    "SplitReport",
    "Store",
    "StoredClaim",
    "TaskKey",
    "VerdictReport",
    "VerdictVersion",
]
