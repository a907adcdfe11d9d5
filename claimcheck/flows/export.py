"""``export``: settled and tied claims → a verdict dataset in the form asked for, with its manifest beside it.

One row a claim, traceable to characters of its article. Rows stream: from the workspace into Parquet, and from there
into any other form, a few thousand at a time. The same workspace and wishes give the same bytes.
"""

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimcheck.dataset as dataset
from claimcheck.agree import person_of
from claimcheck.dataset import Loss, VerdictRow, pseudonym, redact_row, row_contacts, without_context
from claimcheck.errors import DatasetNotWritable, NothingToExport, OutputTaken
from claimcheck.files import demand_free
from claimcheck.flows.export_figures import agreement_sentence
from claimcheck.flows.export_manifest import manifest_of, manifest_path, write_manifest
from claimcheck.flows.export_report import write_report
from claimcheck.flows.export_rows import RowReport, iter_rows
from claimcheck.flows.export_wish import ContactReport, ExportReport, ExportWish
from claimcheck.flows.publish import publisher_of
from claimcheck.flows.push_tasks import TaskMaker
from claimcheck.flows.splits import tell_split
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimStatus, Verdict
from claimcheck.scheme import Scheme, read_scheme
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.dataset import Context, Form, Split, Statistics
    from claimcheck.flows.splits import SplitWish
    from claimcheck.match import Encodes
    from claimcheck.store import Store

__all__ = ["export_verdicts"]


@dataclass(slots=True)
class _Seen:
    """What passed by while the rows were made."""

    rows: RowReport = field(default_factory=RowReport)
    unencodable: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    claims: list[str] = field(default_factory=list)

    def look(self, row: VerdictRow, wish: ExportWish) -> VerdictRow:
        """The row as it is to be written; what annotators wrote in it is looked through."""
        found = row_contacts(row)
        if found:
            self.kinds.update(each.kind for each in found)
            self.claims.append(row.claim_id)
            row = redact_row(row) if wish.redact else row
        return row if wish.context else without_context(row)

    def contacts(self, *, redacted: bool) -> ContactReport:
        return ContactReport(self.kinds["e-mail"], self.kinds["telephone"], tuple(self.claims), redacted)


def export_verdicts(
    store: "Store",
    out: Path,
    *,
    key: str,
    format: str | None = None,
    wish: ExportWish | None = None,
    scheme: Scheme | None = None,
    settings: Settings | None = None,
    encoder: "Callable[[], Encodes] | None" = None,
    progress: Progress = unseen,
    **wishes: Any,
) -> ExportReport:
    """Write what the verdicts settle to now, ties included; the same workspace gives the same bytes.

    ``format`` is one of ``export_forms.FORM_NAMES``, by default what the name of ``out`` ends with; ``wishes`` are the
    fields of ``wish`` by name. Annotators appear under pseudonyms made with ``key`` (``dataset.new_key``). An
    ``encoder`` is needed to split. File or folder appear whole or not at all, then the manifest.

    Raises:
        NothingToExport: no claim has a verdict that may be exported; nothing is written.
        DatasetFormatUnknown, DatasetNotWritable, OutputTaken: as ``dataset.write_batches``.
        PublisherMissing: ClaimReview needs to know who publishes.
        SplitImpossible: as ``flows.splits.split_claims``.
    """
    from claimcheck.flows.export_forms import forms_of

    wish = wish or ExportWish(**wishes)
    scheme, settings = scheme or read_scheme(), settings or Settings()
    if wish.split and encoder is None:
        raise ValueError("a split compares claims: give an encoder")
    form = dataset.format_of(out, format, forms_of(scheme))
    manifest = manifest_path(out, folder=form.folder)
    _check_places(out, manifest, wish, form)
    seen, split, split_by = _Seen(), None, ""
    with store.snapshot(), _spooled(out, needed=form.name != "parquet" or wish.split is not None) as spool:
        batches = _batches(store, scheme, key, wish, seen, progress)
        if spool:
            dataset.write_parquet(batches, spool)
            if wish.split and encoder:
                comparing = encoder()
                split, split_by = _split(spool, wish.split, comparing, progress), comparing.fingerprint
            batches = dataset.iter_batches(spool)
        if form.name.startswith("claimreview"):
            publisher_of(settings.publisher_name, settings.publisher_url, store.folder)
        context = _context(store, scheme, settings, wish)
        if spool and form.name == "hf":
            counted = dataset.count_dataset(dataset.iter_batches(spool))
            context = replace(context, facts=_facts(counted, scheme, seen.rows, wish, split))
        progress(f"writing {form.title}", 0, None)
        written = dataset.write_batches(batches, out, form, context=context, force=wish.force)
        statistics = dataset.count_dataset(dataset.iter_batches(spool or out))
        contacts = seen.contacts(redacted=wish.redact)
        found = manifest_of(
            store,
            form=form.name,
            scheme=scheme,
            settings=settings,
            rows=seen.rows,
            statistics=statistics,
            written=written,
            options=_options(wish),
            contacts=asdict(contacts),
            split=asdict(split.report) | {"encoder": split_by} if split else None,
        )
    write_manifest(manifest, found)
    unencodable = (Loss(what, column, count) for (what, column), count in seen.unencodable.items())
    report = ExportReport(
        path=written.path,
        rows=written.carried,
        size=written.size,
        digest=written.digest,
        left_out={reason: count for reason, count in sorted(seen.rows.left_out.items()) if count},
        losses=(*unencodable, *written.losses),
        manifest=manifest,
        contacts=contacts,
        statistics=statistics,
        in_sight=_in_sight(seen.rows, statistics),
        split=split,
    )
    if wish.report:
        write_report(wish.report, report, scheme=scheme, title=wish.title, form=form.title, force=wish.force)
    return report


def _check_places(out: Path, manifest: Path, wish: ExportWish, form: "Form") -> None:
    """Before any work: nothing that is there is written over unasked, and there is a folder to write into."""
    if wish.report and wish.report.resolve() in (out.resolve(), manifest.resolve()):
        raise DatasetNotWritable(str(wish.report), "the dataset or its manifest goes there, so the report cannot")
    beside = [] if form.folder else [manifest]
    for path in (out, *beside, *([wish.report] if wish.report else [])):
        if not path.parent.is_dir():
            raise DatasetNotWritable(str(path), "No such file or directory")
        demand_free(path, force=wish.force)
    if form.folder and out.is_dir() and any(out.iterdir()) and not wish.force:
        raise OutputTaken(str(out))


@contextlib.contextmanager
def _spooled(out: Path, *, needed: bool) -> Iterator[Path | None]:
    """A place for the rows on their way into another form, beside where that goes; None where none is needed."""
    if not needed:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix=".claimcheck-", dir=out.parent) as folder:
        yield Path(folder) / "rows.parquet"


def _batches(
    store: "Store", scheme: Scheme, key: str, wish: ExportWish, seen: _Seen, progress: Progress
) -> "Iterator[dataset.Frame]":
    """The workspace's rows as frames, as the wish wants them.

    Raises:
        NothingToExport: there is none.
    """

    def name(verdict: Verdict) -> str:
        return verdict.annotator if wish.names else pseudonym(person_of(verdict), key)

    groups = iter_rows(store, scheme, samples=wish.samples, name=name, report=seen.rows, progress=progress)
    rows = 0
    for group in groups:
        made = [seen.look(row, wish) for row in group]
        rows += len(made)
        for loss in dataset.find_unencodable(made):
            seen.unencodable[loss.what, loss.column] += loss.count
        yield dataset.verdict_frame(made)
    if not rows:
        raise NothingToExport({reason: count for reason, count in seen.rows.left_out.items() if count})


def _split(spool: Path, wish: "SplitWish", encoder: "Encodes", progress: Progress) -> "Split":
    """Deal the spooled claims onto sides, and put the sides into the spool."""
    from claimcheck.flows.splits import split_claims

    items, texts = dataset.split_items_in(spool)
    split = split_claims(items, texts, wish, encoder, progress=progress)
    sided = spool.with_name("sided.parquet")
    dataset.write_parquet(dataset.with_sides(dataset.iter_batches(spool), split.sides), sided)
    sided.replace(spool)
    return split


def _context(store: "Store", scheme: Scheme, settings: Settings, wish: ExportWish) -> "Context":
    """What forms ask for beside the rows; other people's texts only where they are wanted."""

    @lru_cache(maxsize=64)
    def article(article_id: str) -> str | None:
        return store.article(article_id).text if wish.context else None

    maker = TaskMaker(store, scheme, any_wording=True)  # what was judged is as it was worded then

    def task(claim_id: str) -> Mapping[str, Any] | None:
        if not wish.context:
            return None
        stored = store.claims(ids={claim_id}, statuses=set(ClaimStatus))
        return maker.make(stored)[claim_id]

    return dataset.Context(
        scheme=scheme,
        title=wish.title,
        publisher=settings.publisher_name,
        publisher_url=settings.publisher_url,
        licence=wish.licence,
        article=article,
        task=task,
    )


def _facts(
    counted: "Statistics", scheme: Scheme, rows: RowReport, wish: ExportWish, split: "Split | None"
) -> dict[str, Any]:
    """What a dataset card tells."""
    return {
        "claims_by_label": counted.labels,
        "languages": counted.languages,
        "splits": counted.splits,
        "samples": counted.samples,
        "annotators": len(counted.annotators),
        "names": wish.names,
        "methods": counted.methods,
        "agreement": agreement_sentence(counted, scheme, in_sight=_in_sight(rows, counted)),
        "left_out": {reason: count for reason, count in sorted(rows.left_out.items()) if count},
        "split": tell_split(split) if split else None,
    }


def _in_sight(rows: RowReport, counted: "Statistics") -> int:
    """Of the claims that agreement is measured on, those whose annotators could see each other's answers."""
    return rows.in_sight[counted.samples == counted.rows]


def _options(wish: ExportWish) -> dict[str, Any]:
    split = wish.split
    return {
        "samples": wish.samples,
        "names": wish.names,
        "context": wish.context,
        "left_out_of_rows": [] if wish.context else list(dataset.WITHOUT_CONTEXT),
        "redact": wish.redact,
        "licence": wish.licence,
        "title": wish.title,
        "split": None if split is None else {"shares": split.shares, "seed": split.seed, "temporal": split.temporal},
    }
