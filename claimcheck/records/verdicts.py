"""Tasks, what annotators answered, and what they settle to."""

from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.records.closed import Label, Relation

__all__ = ["Consensus", "Evidence", "PastAnswer", "ShownCheck", "Task", "Verdict"]


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A past check as a task showed it."""

    review_id: str
    rank: int
    similarity: float
    score: float | None
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Task:
    """A claim sent to a Label Studio project; keyed by (``server``, ``project_id``, ``claim_id``)."""

    server: str
    project_id: int
    claim_id: str
    task_id: int
    digest: str  # of the data it was sent with
    pushed_at: datetime
    shown: tuple[ShownCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on."""

    url: str
    quote: str | None = None
    accessed: date | None = None
    stance: str | None = None  # supports or refutes


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An annotator's answer to one past check: ``same``, ``related`` or ``unrelated``."""

    review_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One annotator's label on one claim; ``label`` is None where they skipped."""

    claim_id: str
    label: Label | None
    annotator: str
    decided_at: datetime
    server: str
    project_id: int
    task_id: int
    annotation_id: int
    updated_at: datetime
    justification: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: int | None = None  # 1 to 5
    seconds: float | None = None
    as_of: date | None = None
    past_answers: tuple[PastAnswer, ...] = ()
    problem: str | None = None  # a code of the scheme's claim problems
    better_wording: str | None = None
    shown: tuple[ShownCheck, ...] = ()
    wording: str | None = None  # the claim's text as the task showed it: what was judged
    adjudicated: bool = False  # given with the blind answers in sight, to settle them: it outweighs them
    arm: str | None = None  # "shown" or "control" where an assignment hid past checks from some; else None
    sample: bool = False

    @property
    def skipped(self) -> bool:
        """Whether the annotator skipped the task: an answer, but not a verdict."""
        return self.label is None


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the verdicts on a claim settle to: a ``label``, or an explicit ``tie`` (then ``label`` is None).

    ``soft_label`` holds each given label's share, summing to 1, in ``Label`` order; ``scores`` what ``method`` weighed
    the labels at where it does more than count, summing to 1 too.
    """

    claim_id: str
    label: Label | None
    tie: tuple[Label, ...]
    soft_label: tuple[tuple[Label, float], ...]
    method: str
    n_annotators: int
    as_of: date | None
    sample: bool = False
    scores: tuple[tuple[Label, float], ...] = ()
