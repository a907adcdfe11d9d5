"""Claims as tasks in the form of an import, each checked before anything is sent."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimcheck.labelstudio import LANGUAGES, TaskCheck, import_task, labeling_config
from claimcheck.progress import plural
from claimcheck.records import Article, Claim, Match, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["TaskMaker"]


class TaskMaker:
    """Makes the tasks of one project; ``config`` is the labeling config they are for.

    ``arms`` says by claim id which arm of an assignment a task is of: ``control`` hides its past checks. With
    ``answers``, by claim id, it is a project of an adjudication, which shows them. A claim that was reworded since it
    was looked up shows no past checks, unless ``any_wording``; ``reworded`` are those that would have shown some.
    """

    def __init__(
        self,
        store: "Store",
        scheme: Scheme,
        *,
        languages: tuple[str, ...] = LANGUAGES,
        arms: Mapping[str, str] | None = None,
        answers: Mapping[str, Sequence[Verdict]] | None = None,
        any_wording: bool = False,
    ) -> None:
        self.config = labeling_config(scheme, languages, adjudication=answers is not None)
        self.workspace = store.workspace_id()
        self._store, self._scheme, self._languages = store, scheme, languages
        self._arms, self._answers = arms or MappingProxyType({}), answers
        self._any_wording = any_wording
        self.reworded: set[str] = set()
        self._check = TaskCheck(self.config)
        self._articles: dict[str, Article] = {}

    def make(self, claims: "Sequence[StoredClaim]") -> dict[str, dict[str, Any]]:
        """Each claim's task, by claim id, in the order given.

        Raises:
            TaskInvalid: a claim does not stand in its article, or its task would not fit the page.
        """
        matches = self._store.matches_of([each.claim.id for each in claims])
        tasks: dict[str, dict[str, Any]] = {}
        for each in claims:
            claim = each.claim
            article = self._articles.get(claim.article_id)
            if article is None:
                article = self._articles[claim.article_id] = self._store.article(claim.article_id)
            arm = self._arms.get(claim.id)
            task = import_task(
                claim,
                article,
                self._of_this_wording(claim, matches.get(claim.id, ())),
                self._scheme,
                languages=self._languages,
                hidden=arm == "control",
                answers=None if self._answers is None else self._answers.get(claim.id, ()),
            )
            task["meta"] = {"workspace": self.workspace} | ({"arm": arm} if arm else {})
            self._check.check(claim.id, task)
            tasks[claim.id] = task
        return tasks

    def _of_this_wording(self, claim: Claim, matches: Sequence[Match]) -> Sequence[Match]:
        """What was found for the claim as it is worded now."""
        if self._any_wording or all(each.query == claim.text for each in matches):
            return matches
        if any(each.review for each in matches):
            self.reworded.add(claim.id)
        return [each for each in matches if each.query == claim.text]

    def told(self) -> tuple[str, ...]:
        """What somebody should know of the tasks made so far."""
        if not (many := len(self.reworded)):
            return ()
        were = "was reworded since it was" if many == 1 else "were reworded since they were"
        return (f"{plural(many, 'claim')} {were} looked up, so no past checks are shown: claimcheck match looks again",)
