"""What can go wrong on the way to Label Studio and back."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "AnnotationInvalid",
    "ClaimNotActive",
    "NothingPushed",
    "PortTaken",
    "ProjectForeign",
    "StudioError",
    "StudioFilesDamaged",
    "StudioInstallFailed",
    "StudioKeyMissing",
    "StudioKeyRefused",
    "StudioNameInvalid",
    "StudioNotFound",
    "StudioNotThere",
    "StudioRefused",
    "StudioStartFailed",
    "StudioTimeout",
    "StudioUnknown",
    "StudioUnreachable",
    "StudioUrlInvalid",
    "TaskInvalid",
]


class StudioError(ClaimcheckError):
    """Root of what can go wrong with a Label Studio, local or remote."""

    retry_after: float | None = None  # seconds it asks to be left alone


class StudioUnknown(StudioError, LookupError):
    """No Label Studio is set and none runs here; ``url`` is of one that was set before."""

    def __init__(self, name: str | None = None, *, url: str | None = None) -> None:
        if url:
            said = f"the Label Studio at {url} is set no longer: set LABEL_STUDIO_URL={url} and LABEL_STUDIO_API_KEY"
        elif name:
            said = f"the local studio {name!r} does not run: run `claimcheck studio up --name {name}`"
        else:
            said = "no Label Studio to talk to: run `claimcheck studio up`, or set LABEL_STUDIO_URL and "
            said += "LABEL_STUDIO_API_KEY"
        super().__init__(said)


class StudioKeyMissing(StudioError, LookupError):
    """A Label Studio is set, but no key for it."""

    def __init__(self, url: str) -> None:
        super().__init__(f"no key for the Label Studio at {url}: set LABEL_STUDIO_API_KEY")
        self.url = url


class StudioUrlInvalid(StudioError, ValueError):
    """The address of a Label Studio is not one of the web."""

    def __init__(self, url: str) -> None:
        super().__init__(f"{url!r} is no address of a Label Studio: wanted http:// or https:// and a host")
        self.url = url


class StudioKeyRefused(StudioError, PermissionError):
    """Label Studio does not take the key; ``status`` is 401 or 403."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(
            f"the Label Studio at {url} refuses the key ({status}): "
            "check LABEL_STUDIO_API_KEY and that its user may use this project"
        )
        self.url, self.status = url, status


class StudioUnreachable(StudioError, ConnectionError):
    """Nothing answers at the address of a Label Studio."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"nothing answers at {url} ({why}): start Label Studio (`claimcheck studio up`) or correct its address"
        )
        self.url, self.why = url, why


class StudioTimeout(StudioError, TimeoutError):
    """Label Studio took too long; what it was asked may have been done all the same."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(
            f"the Label Studio at {url} gave no answer within {seconds:g} s: run this again, it goes on; "
            "--timeout gives it longer"
        )
        self.url, self.seconds = url, seconds


class StudioNotThere(StudioError, ValueError):
    """Something answers at the address, but not Label Studio."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"{url} answers with something that is not Label Studio's API: "
            "correct the address (a login page or a proxy stands there?)"
        )
        self.url = url


class StudioNotFound(StudioError, LookupError):
    """Label Studio does not have what was asked for."""

    def __init__(self, url: str, what: str) -> None:
        super().__init__(
            f"the Label Studio at {url} has no {what} (404): was it deleted there? `claimcheck push` makes it again"
        )
        self.url, self.what = url, what


class StudioRefused(StudioError, ValueError):
    """Label Studio answers with an error; ``status`` is its HTTP status, ``detail`` its own short word."""

    def __init__(self, url: str, status: int | None, detail: str) -> None:
        said = f"{status}: {detail}" if status else detail
        remedy = "look into its log and try again" if status and status >= 500 else "correct what it names"
        super().__init__(f"the Label Studio at {url} refuses ({said}): {remedy}")
        self.url, self.status, self.detail = url, status, detail


class ProjectForeign(StudioError, ValueError):
    """A project of that name has a labeling config that is not ours."""

    def __init__(self, url: str, project_id: int, title: str) -> None:
        super().__init__(
            f"project {project_id} {title!r} at {url} has another labeling config than this scheme's: "
            "choose another project title, or rename that project"
        )
        self.url, self.project_id, self.title = url, project_id, title


class StudioInstallFailed(StudioError, RuntimeError):
    """Label Studio's own environment cannot be made."""

    def __init__(self, why: str, log: str) -> None:
        super().__init__(f"Label Studio cannot be installed ({why}): see {log}, then run `claimcheck studio up` again")
        self.why, self.log = why, log


class StudioStartFailed(StudioError, RuntimeError):
    """The local Label Studio does not come up."""

    def __init__(self, why: str, log: str) -> None:
        super().__init__(
            f"the local Label Studio did not start ({why}): see {log}, then run `claimcheck studio up` again"
        )
        self.why, self.log = why, log


class PortTaken(StudioError, OSError):
    """The port asked for is in use; ``free`` is how to ask for any that is not."""

    def __init__(self, port: int, option: str, free: str) -> None:
        super().__init__(f"port {port} of this machine is in use: give {option} N, or {free} for any free one")
        self.port, self.option, self.free = port, option, free


class TaskInvalid(ClaimcheckError, ValueError):
    """A claim cannot be made a task."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(f"claim {claim_id} {why}: split its article again, `claimcheck split ARTICLE`")
        self.claim_id, self.why = claim_id, why


class AnnotationInvalid(ClaimcheckError, ValueError):
    """An annotation is not an answer to our page, so no verdict can be read from it."""

    def __init__(self, annotation_id: int, task_id: int, why: str) -> None:
        super().__init__(
            f"annotation {annotation_id} of task {task_id} {why}: correct or delete it in Label Studio, then pull again"
        )
        self.annotation_id, self.task_id, self.why = annotation_id, task_id, why


class StudioNameInvalid(StudioError, ValueError):
    """A name no local studio can have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot name a studio: wanted lower-case letters, digits, - and _, at most 40")
        self.name = name


class StudioFilesDamaged(StudioError, ValueError):
    """A file of the local studio cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} {why}: restore it, or remove the file and start the studio again")
        self.path, self.why = path, why


class NothingPushed(StudioError, LookupError):
    """There is nothing to pull: no project of this workspace is known at this Label Studio."""

    def __init__(self, url: str, title: str) -> None:
        super().__init__(f"no project {title!r} of this workspace is at {url}: run `claimcheck push` first")
        self.url, self.title = url, title


class ClaimNotActive(ClaimcheckError, ValueError):
    """A claim was asked for that people dropped or a later split replaced."""

    def __init__(self, claim_id: str, status: str, successor: str | None) -> None:
        remedy = f"take its successor {successor}" if successor else f"`claimcheck claims restore {claim_id}` first"
        super().__init__(f"claim {claim_id} is {status}: {remedy}")
        self.claim_id, self.status, self.successor = claim_id, status, successor
