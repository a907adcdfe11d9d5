"""What can be wrong with a workspace, or with an id or an edit in it."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "AlreadyWriting",
    "AmbiguousId",
    "EditInvalid",
    "NotAWorkspace",
    "NotFound",
    "WorkspaceDamaged",
    "WorkspaceMissing",
    "WorkspaceOutdated",
    "WorkspaceTooNew",
    "WorkspaceUnwritable",
]


class AlreadyWriting(ClaimcheckError, RuntimeError):
    """Another process writes to this workspace."""

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(f"{path} is being written by {holder}: wait for it or stop it, then run this again")
        self.path, self.holder = path, holder


class WorkspaceMissing(ClaimcheckError, FileNotFoundError):
    """There is no workspace where one was to be read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"no workspace in {path}: run a command that writes, such as `claimcheck reviews import FILE -w {path}`, "
            "or `claimcheck demo`"
        )
        self.path = path


class WorkspaceTooNew(ClaimcheckError, RuntimeError):
    """A later claimcheck wrote this workspace."""

    def __init__(self, path: str, *, found: int, wanted: int) -> None:
        super().__init__(
            f"{path} has the workspace format {found}, this claimcheck knows up to {wanted}: "
            "update claimcheck, or choose another workspace with -w"
        )
        self.path, self.found, self.wanted = path, found, wanted


class WorkspaceOutdated(ClaimcheckError, RuntimeError):
    """An earlier claimcheck wrote this workspace, and a reader cannot bring it up to date."""

    def __init__(self, path: str, *, found: int, wanted: int) -> None:
        super().__init__(
            f"{path} has the workspace format {found}, this claimcheck reads {wanted}: run a command that writes once, "
            f"such as `claimcheck match -w {path}`; it keeps a backup and brings the workspace up to date"
        )
        self.path, self.found, self.wanted = path, found, wanted


class WorkspaceDamaged(ClaimcheckError, RuntimeError):
    """The workspace's database is broken."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} is damaged ({why}): put a backup in its place (`claimcheck doctor` looks for one), "
            "or choose another workspace with -w; the file was left as it is"
        )
        self.path, self.why = path, why


class NotAWorkspace(ClaimcheckError, ValueError):
    """Something else stands where the workspace should be."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} {why}, not a claimcheck workspace: choose another folder with -w; the file was left as it is"
        )
        self.path, self.why = path, why


class WorkspaceUnwritable(ClaimcheckError, OSError):
    """The workspace cannot be written, or not be opened."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"the workspace {path} cannot be written or opened ({why}): make room or give yourself the rights, "
            "or choose another folder with -w"
        )
        self.path, self.why = path, why


class NotFound(ClaimcheckError, LookupError):
    """No record has this id."""

    def __init__(self, what: str, wanted: str, remedy: str) -> None:
        super().__init__(f"no {what} has the id {wanted!r}: {remedy}")
        self.what, self.wanted, self.remedy = what, wanted, remedy


class AmbiguousId(ClaimcheckError, LookupError):
    """Several ids begin with what was given."""

    def __init__(self, what: str, prefix: str, candidates: tuple[str, ...], count: int) -> None:
        more = ", …" if count > len(candidates) else ""
        super().__init__(
            f"{prefix!r} begins the ids of {count} {what}s ({', '.join(candidates)}{more}): give more characters"
        )
        self.what, self.prefix, self.candidates, self.count = what, prefix, candidates, count


class EditInvalid(ClaimcheckError, ValueError):
    """A person's change to a claim cannot be taken."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(f"claim {claim_id} was not changed, for {why}: give another value; nothing else was touched")
        self.claim_id, self.why = claim_id, why
