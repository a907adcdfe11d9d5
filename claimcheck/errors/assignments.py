"""What can go wrong when claims are shared out, answers decided between, and labeling configs replaced."""

from collections.abc import Mapping, Sequence

from claimcheck.errors.root import ClaimcheckError
from claimcheck.errors.studios import ProjectForeign, StudioError
from claimcheck.progress import plural

__all__ = [
    "AnnotatorInvalid",
    "ConfigEdited",
    "ConfigOrphans",
    "NothingAssigned",
    "OverlapImpossible",
    "SharingInvalid",
    "StudiosMismatch",
]

_TOLD = 6


class AnnotatorInvalid(ClaimcheckError, ValueError):
    """An annotator was not named by an e-mail address, or was named twice."""

    def __init__(self, given: str, why: str) -> None:
        super().__init__(f"annotator {given!r} {why}: name each once, by the e-mail address of their account")
        self.given, self.why = given, why


class OverlapImpossible(ClaimcheckError, ValueError):
    """Each claim was to go to more annotators than there are."""

    def __init__(self, overlap: int, annotators: int) -> None:
        super().__init__(
            f"{overlap} answers a claim need {overlap} annotators, {annotators} named: "
            "name more with --annotators, or lower --overlap"
        )
        self.overlap, self.annotators = overlap, annotators


class SharingInvalid(ClaimcheckError, ValueError):
    """The share of tasks that hide past checks is no share."""

    def __init__(self, share: float) -> None:
        super().__init__(f"a control arm of {share:g} is no share: wanted a number from 0 to 1, such as 0.5")
        self.share = share


class NothingAssigned(ClaimcheckError, LookupError):
    """Nothing was assigned to whom a question is about."""

    def __init__(self, annotator: str | None) -> None:
        who = f"to {annotator}" if annotator else "to anybody"
        super().__init__(f"no claim is assigned {who}: `claimcheck assign --annotators A,B` shares claims out")
        self.annotator = annotator


class StudiosMismatch(StudioError, ValueError):
    """Studios were named, but not one for each annotator."""

    def __init__(self, studios: int, annotators: int) -> None:
        super().__init__(
            f"{plural(studios, 'studio')} for {plural(annotators, 'annotator')}: "
            "with --studios name one local studio for each annotator, in the same order"
        )
        self.studios, self.annotators = studios, annotators


class ConfigEdited(ProjectForeign):
    """People changed in Label Studio what a project's page asks."""

    def __init__(self, url: str, project_id: int, title: str, differences: Sequence[str]) -> None:
        super().__init__(url, project_id, title)
        told = "; ".join(differences[:_TOLD]) + ("; …" if len(differences) > _TOLD else "")
        self.args = (
            f"the labeling config of project {project_id} {title!r} at {url} was edited there ({told}): "
            "undo that there, choose another project title, or put ours back with --force",
        )
        self.differences = tuple(differences)


class ConfigOrphans(StudioError, ValueError):
    """Answers that were given would have no place in a new labeling config."""

    def __init__(self, url: str, project_id: int, title: str, orphans: Mapping[tuple[str, str | None], int]) -> None:
        named = [
            f"{count} × {control} {code or ''}".rstrip() for (control, code), count in sorted(orphans.items(), key=str)
        ]
        told = ", ".join(named[:_TOLD]) + (", …" if len(named) > _TOLD else "")
        super().__init__(
            f"the new labeling config of project {project_id} {title!r} at {url} has no place for answers given "
            f"({told}): pull first and keep these choices in the scheme, or apply it all the same with --force"
        )
        self.url, self.project_id, self.title, self.orphans = url, project_id, title, dict(orphans)
