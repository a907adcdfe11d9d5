"""What can go wrong, each in one line: found, wanted, remedy. Facts stay on the exception as attributes."""

__all__ = [
    "AlreadyWriting",
    "AmbiguousId",
    "AnnotationInvalid",
    "ArticleBinary",
    "ArticleEmpty",
    "ArticleIsFolder",
    "ArticleMissing",
    "ArticleTooLarge",
    "ArticleUnreadable",
    "BenchFileInvalid",
    "BenchFileMissing",
    "ClaimNotActive",
    "ClaimcheckError",
    "DatasetFormatUnknown",
    "DatasetNotWritable",
    "DatasetUnreadable",
    "DimensionMismatch",
    "EditInvalid",
    "EncoderInvalid",
    "EncoderMissing",
    "EncodingUnknown",
    "GoldInvalid",
    "GoldSourceChanged",
    "GoldSourceMissing",
    "HtmlWithoutArticle",
    "LanguageInvalid",
    "MethodUnknown",
    "NoReviewFound",
    "NoReviewSelected",
    "NotAWorkspace",
    "NotFound",
    "NotPublishable",
    "NothingPushed",
    "NothingToExport",
    "PortTaken",
    "ProjectForeign",
    "PublisherMissing",
    "RatingsInvalid",
    "ResourceMissing",
    "ReviewColumnsUnknown",
    "ReviewFileEncoding",
    "ReviewFileMissing",
    "ReviewFileUnreadable",
    "ReviewFormatUnknown",
    "ReviewInvalid",
    "SchemeInvalid",
    "SettingsInvalid",
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
    "TrainingDataInvalid",
    "TrainingDataMissing",
    "TrainingOutputTaken",
    "Undecodable",
    "WorkspaceDamaged",
    "WorkspaceMissing",
    "WorkspaceOutdated",
    "WorkspaceTooNew",
    "WorkspaceUnwritable",
]


class ClaimcheckError(Exception):
    """Root of everything claimcheck raises on purpose; its text is one line for a person."""


class ResourceMissing(ClaimcheckError, FileNotFoundError):
    """A file that ships with claimcheck is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the installation lacks its {name!r} folder: install claimcheck again")
        self.name = name

    def __str__(self) -> str:
        return str(self.args[0])


class SchemeInvalid(ClaimcheckError, ValueError):
    """A verdict scheme cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"the verdict scheme {path} {why}: correct it (annotations/scheme.toml shows the form)")
        self.path, self.why = path, why


class SettingsInvalid(ClaimcheckError, ValueError):
    """``claimcheck.toml`` cannot be read or holds a wrong value."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}: correct the file")
        self.path, self.why = path, why


class AlreadyWriting(ClaimcheckError, RuntimeError):
    """Another process writes to this workspace."""

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(f"{path} is being written by {holder}: wait for it or stop it, then run this again")
        self.path, self.holder = path, holder


class ArticleMissing(ClaimcheckError, FileNotFoundError):
    """There is nothing at the path of an article."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is no file {path}: give the path of a .txt, .md or .html file, or - for stdin")
        self.path = path


class ArticleIsFolder(ClaimcheckError, IsADirectoryError):
    """The path of an article is a folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is a folder, not an article: give the files in it one by one")
        self.path = path


class ArticleUnreadable(ClaimcheckError, OSError):
    """The system does not let us read an article's file."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be read ({why}): check the path and its permissions")
        self.path, self.why = path, why


class ArticleEmpty(ClaimcheckError, ValueError):
    """A file holds no text."""

    def __init__(self, origin: str) -> None:
        super().__init__(f"{origin} holds no text: give a file with an article in it")
        self.origin = origin


class ArticleBinary(ClaimcheckError, ValueError):
    """A file is not text; ``kind`` names what it looks like, where that is known."""

    def __init__(self, origin: str, kind: str | None = None) -> None:
        what = f"a {kind} file" if kind else "a binary file"
        super().__init__(f"{origin} is {what}, not text: save its text as .txt, .md or .html and give that")
        self.origin, self.kind = origin, kind


class ArticleTooLarge(ClaimcheckError, ValueError):
    """A file or its text is larger than an article can be; ``size`` is None where reading stopped at the limit."""

    def __init__(self, origin: str, *, size: int | None, limit: int, unit: str = "bytes") -> None:
        found = f"{size:,} {unit}" if size is not None else f"more than {limit:,} {unit}"
        super().__init__(f"{origin} holds {found}, an article at most {limit:,}: cut it into single articles")
        self.origin, self.size, self.limit, self.unit = origin, size, limit, unit


class Undecodable(ClaimcheckError, ValueError):
    """A file's bytes are not text in the encoding it was said to have."""

    def __init__(self, origin: str, encoding: str, position: int) -> None:
        super().__init__(
            f"{origin} is not {encoding}: byte {position:,} does not fit; name its encoding with --encoding, "
            "or leave that out to have it detected"
        )
        self.origin, self.encoding, self.position = origin, encoding, position


class EncodingUnknown(ClaimcheckError, LookupError):
    """A name is no text encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no known text encoding: write one such as utf-8, utf-16, cp1252 or latin-1")
        self.name = name


class LanguageInvalid(ClaimcheckError, ValueError):
    """A name is no language code."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no language code: write two letters such as de or en")
        self.name = name


class HtmlWithoutArticle(ClaimcheckError, ValueError):
    """An HTML page has no article text in it."""

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"{origin} is an HTML page without an article: save the page of one article, or give its text as .txt"
        )
        self.origin = origin


class WorkspaceMissing(ClaimcheckError, FileNotFoundError):
    """There is no workspace where one was to be read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"no workspace in {path}: run a command that writes, such as `claimcheck reviews import FILE -w {path}`, "
            "or `claimcheck demo`"
        )
        self.path = path

    def __str__(self) -> str:
        return str(self.args[0])


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
            f"{path} is damaged ({why}): put a backup in its place, or choose another workspace with -w; "
            "the file was left as it is"
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

    def __str__(self) -> str:
        return str(self.args[0])


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
        super().__init__(f"claim {claim_id} was not changed: {why}")
        self.claim_id, self.why = claim_id, why


class NoReviewFound(ClaimcheckError, ValueError):
    """A readable file holds no past check at all."""

    def __init__(self, path: str, wanted: str = "ClaimReview objects, a feed of them or our own lines") -> None:
        super().__init__(f"{path} holds no past check: wanted is {wanted}")
        self.path, self.wanted = path, wanted


class NoReviewSelected(ClaimcheckError, ValueError):
    """A removal names no past check: everything would go."""

    def __init__(self) -> None:
        super().__init__("no past check is selected for removal: name ids, a publisher, a language, or samples")


class RatingsInvalid(ClaimcheckError, ValueError):
    """A rating table cannot be read."""

    def __init__(self, path: str, line: int, why: str) -> None:
        super().__init__(f"the rating table {path}, line {line}, {why}: correct the line")
        self.path, self.line, self.why = path, line, why


class ReviewColumnsUnknown(ClaimcheckError, ValueError):
    """A table of past checks has no column that holds the claim, or lacks a column it was said to have."""

    def __init__(self, path: str, found: tuple[str, ...], wanted: str) -> None:
        shown = ", ".join(repr(name) for name in found[:12]) + (", …" if len(found) > 12 else "")
        super().__init__(f"{path} has the columns {shown or '(none)'} but {wanted}: say which column is which")
        self.path, self.found, self.wanted = path, found, wanted


class ReviewFileEncoding(ClaimcheckError, ValueError):
    """A file of past checks is not UTF-8."""

    def __init__(self, path: str, at: int) -> None:
        super().__init__(f"{path} is not UTF-8 (byte {at}): save it as UTF-8")
        self.path, self.at = path, at


class ReviewFileMissing(ClaimcheckError, FileNotFoundError):
    """The file of past checks is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is no file {path}: check the path")
        self.path = path

    def __str__(self) -> str:
        return str(self.args[0])


class ReviewFileUnreadable(ClaimcheckError, ValueError):
    """A file of past checks cannot be read at all."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        super().__init__(f"{path} {why}: {remedy}")
        self.path, self.why, self.remedy = path, why, remedy


class ReviewFormatUnknown(ClaimcheckError, ValueError):
    """A file of past checks is in no format that is read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is in no known format: give JSON, JSON lines, CSV, TSV, Parquet or an HTML page")
        self.path = path


class ReviewInvalid(ClaimcheckError, ValueError):
    """An object or a set of values makes no past check."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not a usable past check: {why}")
        self.why = why


class EncoderInvalid(ClaimcheckError, ValueError):
    """What is there cannot serve as an encoder."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"the encoder {name} {why}: give a sentence-transformers folder or model with safetensors weights"
        )
        self.name, self.why = name, why


class EncoderMissing(ClaimcheckError, FileNotFoundError):
    """No encoder of this name is here or to be had."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"no encoder {name} ({why}): check the name, or give the folder of a model that is here")
        self.name, self.why = name, why

    def __str__(self) -> str:
        return str(self.args[0])


class TrainingDataInvalid(ClaimcheckError, ValueError):
    """Training data cannot be used."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} {why}: training wants gzipped lines of tag, sentence and English sentence, tab apart")
        self.path, self.why = path, why


class TrainingDataMissing(ClaimcheckError, FileNotFoundError):
    """A file to train on is not there."""

    def __init__(self, folder: str, name: str) -> None:
        super().__init__(
            f"{folder} holds no {name}: give the folder with the sentence pairs of every language asked for"
        )
        self.folder, self.name = folder, name

    def __str__(self) -> str:
        return str(self.args[0])


class StudioError(ClaimcheckError):
    """Root of what can go wrong with a Label Studio, local or remote."""


class StudioUnknown(StudioError, LookupError):
    """No Label Studio is set and none runs here."""

    def __init__(self) -> None:
        super().__init__(
            "no Label Studio to talk to: run `claimcheck studio up`, or set LABEL_STUDIO_URL and LABEL_STUDIO_API_KEY"
        )


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

    def __str__(self) -> str:
        return str(self.args[0])


class StudioUnreachable(StudioError, ConnectionError):
    """Nothing answers at the address of a Label Studio."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"nothing answers at {url} ({why}): start Label Studio or correct its address")
        self.url, self.why = url, why

    def __str__(self) -> str:
        return str(self.args[0])


class StudioTimeout(StudioError, TimeoutError):
    """Label Studio took too long; what it was asked may have been done all the same."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(f"the Label Studio at {url} gave no answer within {seconds:g} s: run this again, it goes on")
        self.url, self.seconds = url, seconds

    def __str__(self) -> str:
        return str(self.args[0])


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
        super().__init__(f"the Label Studio at {url} has no {what} (404): was it deleted there? push again")
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
        super().__init__(f"the local Label Studio did not start ({why}): see {log}")
        self.why, self.log = why, log


class PortTaken(StudioError, OSError):
    """The port asked for is in use."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} of this machine is in use: choose another, or leave the choice to claimcheck")
        self.port = port

    def __str__(self) -> str:
        return str(self.args[0])


class TaskInvalid(ClaimcheckError, ValueError):
    """A claim cannot be made a task."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(f"claim {claim_id} {why}: split its article again")
        self.claim_id, self.why = claim_id, why


class AnnotationInvalid(ClaimcheckError, ValueError):
    """An annotation is not an answer to our page, so no verdict can be read from it."""

    def __init__(self, annotation_id: int, task_id: int, why: str) -> None:
        super().__init__(
            f"annotation {annotation_id} of task {task_id} {why}: correct or delete it in Label Studio, then pull again"
        )
        self.annotation_id, self.task_id, self.why = annotation_id, task_id, why


class DimensionMismatch(ClaimcheckError, ValueError):
    """Vectors and index come from encoders of different width."""

    def __init__(self, *, got: int, want: int) -> None:
        super().__init__(f"vectors have {got} dimensions, the index {want}: rebuild it with this encoder")
        self.got, self.want = got, want


class MethodUnknown(ClaimcheckError, ValueError):
    """A way of settling verdicts that claimcheck does not know."""

    def __init__(self, method: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{method!r} is no way to settle verdicts: use {' or '.join(known)}")
        self.method, self.known = method, known


class PublisherMissing(ClaimcheckError, ValueError):
    """Publishing needs to say who publishes and where; ``missing`` names the settings."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        lines = " and ".join(missing)
        super().__init__(f"publishing needs {lines}: set {lines} under [desk] in claimcheck.toml")
        self.missing = missing


class NotPublishable(ClaimcheckError, ValueError):
    """A claim that was named for publishing cannot be; ``why`` is the rest of the sentence, remedy included."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(f"claim {claim_id} {why}")
        self.claim_id, self.why = claim_id, why


class NothingToExport(ClaimcheckError, ValueError):
    """No claim of the workspace has a verdict that may be exported; ``left_out`` counts claims by reason."""

    def __init__(self, left_out: dict[str, int]) -> None:
        counts = ", ".join(f"{count} {reason}" for reason, count in sorted(left_out.items()))
        found = f" (left out: {counts})" if counts else ""
        super().__init__(f"there is no verdict to export{found}: pull verdicts first, or ask for --samples")
        self.left_out = left_out


class DatasetFormatUnknown(ClaimcheckError, ValueError):
    """A dataset format that claimcheck does not write."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} is no dataset format: use one of {', '.join(known)}")
        self.name, self.known = name, known


class DatasetNotWritable(ClaimcheckError, OSError):
    """A dataset file cannot be written; what stood there before still does."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why}): choose another place")
        self.path, self.why = path, why


class DatasetUnreadable(ClaimcheckError, ValueError):
    """A file is not a verdict dataset of ours."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no verdict dataset ({why}): export it again")
        self.path, self.why = path, why


class TrainingOutputTaken(ClaimcheckError, FileExistsError):
    """Training would write over what is there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already: give another folder, or say that it may be replaced")
        self.path = path

    def __str__(self) -> str:
        return str(self.args[0])


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
        remedy = f"take its successor {successor}" if successor else "restore it first"
        super().__init__(f"claim {claim_id} is {status}: {remedy}")
        self.claim_id, self.status, self.successor = claim_id, status, successor


class GoldInvalid(ClaimcheckError, ValueError):
    """A gold file does not have the form of splitter gold."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no splitter gold: {why}; wanted source, sha256, language, blocks and claims")
        self.path, self.why = path, why


class GoldSourceMissing(ClaimcheckError, FileNotFoundError):
    """The page that a gold file annotates is in none of the folders looked at."""

    def __init__(self, path: str, source: str, folders: list[str]) -> None:
        super().__init__(f"{path}: its page {source!r} is not in {', '.join(folders)}: name the folder that holds it")
        self.path, self.source, self.folders = path, source, folders

    def __str__(self) -> str:
        return str(self.args[0])


class GoldSourceChanged(ClaimcheckError, ValueError):
    """A page is not the one that was annotated."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__(f"{source} has changed since {path} annotated it: its digest differs; take the original page")
        self.path, self.source = path, source


class BenchFileMissing(ClaimcheckError, FileNotFoundError):
    """A file of a test collection is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no file {path}: bench retrieval needs documents, queries and relevance judgements")
        self.path = path

    def __str__(self) -> str:
        return str(self.args[0])


class BenchFileInvalid(ClaimcheckError, ValueError):
    """A file of a test collection does not hold what it should; ``line`` counts from 1, None for the whole file."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        place = f"{path}, line {line}" if line else path
        super().__init__(f"{place}: {why}: correct the file (claimcheck.flows.bench_retrieval describes the formats)")
        self.path, self.line, self.why = path, line, why
