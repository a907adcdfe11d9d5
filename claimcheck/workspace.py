"""``Workspace``: a desk's folder, opened and wired; each method is a line onto a flow, the rest is in ``store``.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder, Workspace.open(folder, create=True, write=True) as desk:
...     desk.store.count_reviews()
0
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.scheme import Scheme, read_scheme
from claimcheck.settings import FILE_NAME, TEMPLATE, Settings, read_settings

if TYPE_CHECKING:
    from claimcheck.flows.calibrate import CalibrationReport
    from claimcheck.flows.check import Checked
    from claimcheck.flows.export import ExportReport
    from claimcheck.flows.ingest import Ingested, Refused
    from claimcheck.flows.publish import PublishReport
    from claimcheck.flows.pull import PullReport
    from claimcheck.flows.push import PushReport
    from claimcheck.flows.reviews import ImportReport
    from claimcheck.flows.settle import Settlement
    from claimcheck.labelstudio import StudioClient
    from claimcheck.match import Retriever
    from claimcheck.records import Match
    from claimcheck.store import Store, StoredClaim

__all__ = ["Workspace"]


class Workspace:
    """A workspace folder: its database, its indexes, its settings. Open to read by any number, to write by one.

    A context manager. ``say`` takes the lines a person should see, such as that an index is being rebuilt.
    """

    def __init__(self, folder: Path, store: "Store", settings: Settings, *, encoder: str | None, say: Say) -> None:
        self.folder, self.store, self.settings = folder, store, settings
        self._encoder, self._say = encoder or settings.encoder, say

    @classmethod
    def open(
        cls,
        folder: Path | str = "claimcheck-workspace",
        *,
        create: bool = False,
        write: bool = False,
        encoder: str | None = None,
        say: Say = silent,
    ) -> "Workspace":
        """Open the workspace in ``folder``; ``create`` makes it where there is none (only with ``write``) and says so.

        ``encoder`` is a sentence-transformers model by name or folder, instead of the settings' or the bundled one.

        Raises:
            WorkspaceMissing, WorkspaceTooNew, WorkspaceDamaged, NotAWorkspace, AlreadyWriting: as ``Store.open``.
            SettingsInvalid: ``claimcheck.toml`` cannot be read.
        """
        from claimcheck.store import Store

        folder = Path(folder)
        store = Store.open(folder, create=create, write=write)
        try:
            settings = read_settings(folder)
        except BaseException:
            store.close()
            raise
        if store.created:
            say(f"a new workspace: {folder}")
            if not (folder / FILE_NAME).exists():
                (folder / FILE_NAME).write_text(TEMPLATE, encoding="utf-8")
        if store.backup:
            say(f"{folder} was brought up to date; its former database is kept as {store.backup.name}")
        return cls(folder, store, settings, encoder=encoder, say=say)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and let others write; a second time does nothing."""
        self.store.close()

    @cached_property
    def scheme(self) -> Scheme:
        """The desk's verdict scheme."""
        return read_scheme(self.folder / self.settings.scheme if self.settings.scheme else None)

    def retriever(self, progress: Progress = unseen, *, learnt: bool = True) -> "Retriever":
        """The search over this workspace's past checks as they are now, with what the desk's answers taught it."""
        from claimcheck.embed import load_encoder
        from claimcheck.flows.calibrate import desk_ranker
        from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever

        encoder = load_encoder(self._encoder, revision=self.settings.encoder_revision)
        ranker = desk_ranker(self.folder, encoder.fingerprint) if learnt else None
        folder = self.folder / INDEX_FOLDER
        return open_retriever(self.store, folder, encoder, ranker=ranker, say=self._say, progress=progress)

    def studio(self, name: str = "default") -> "StudioClient":
        """The Label Studio this desk uses: the settings' or the environment's, else the local one of this name."""
        from claimcheck.flows.studio import connect

        return connect(self.settings, name=name)

    def split(self, sources: Sequence[str], **options: Any) -> "Iterator[Ingested | Refused]":
        """Read and split each source and keep its claims; options as ``flows.ingest.ingest``."""
        from claimcheck.flows.ingest import ingest
        from claimcheck.split import RuleSplitter

        return ingest(sources, splitter=RuleSplitter(), open_store=lambda: self.store, **options)

    def check(
        self, sources: Sequence[str], *, top: int | None = None, progress: Progress = unseen, **options: Any
    ) -> "Iterator[Checked]":
        """Split each source and find each offered claim's past checks; options as ``flows.ingest.ingest``."""
        from claimcheck.flows.check import check_articles

        with self.retriever(progress) as retriever:
            ingested = self.split(sources, progress=progress, **options)
            yield from check_articles(self.store, ingested, self.settings.k, retriever=retriever, top=top)

    def import_reviews(self, source: Path | str, **options: Any) -> "ImportReport":
        """Import a file's past checks; options as ``flows.reviews.import_reviews``."""
        from claimcheck.flows.reviews import import_reviews

        return import_reviews(self.store, source, own_publisher=self.settings.publisher_name, say=self._say, **options)

    def calibrate(self, progress: Progress = unseen) -> "CalibrationReport":
        """Learn from the desk's own answers how likely a past check is right."""
        from claimcheck.flows.calibrate import calibrate_lookup

        with self.retriever(progress, learnt=False) as retriever:
            return calibrate_lookup(self.store, self.folder, retriever=retriever, progress=progress)

    def lookup(
        self, queries: Sequence[str], *, k: int | None = None, progress: Progress = unseen, **options: Any
    ) -> "list[list[Match]]":
        """For each query the past checks that fit, best first; options as ``flows.lookup.lookup``."""
        from claimcheck.flows.lookup import lookup

        with self.retriever(progress) as retriever:
            return lookup(self.store, queries, k or self.settings.k, retriever=retriever, **options)

    def match(
        self, *, k: int | None = None, article: str | None = None, progress: Progress = unseen, **options: Any
    ) -> "list[tuple[StoredClaim, list[Match]]]":
        """Every offered claim, of one article or all, with its past checks, stored with the claim."""
        from claimcheck.flows.lookup import match_claims

        options |= {"article": self.store.article(article).id if article else None, "progress": progress}
        with self.retriever(progress) as retriever:
            return match_claims(self.store, k or self.settings.k, retriever=retriever, **options)

    def push(self, claims: "Sequence[StoredClaim]", *, studio: str = "default", **options: Any) -> "PushReport":
        """Send these claims to Label Studio with their past checks; options as ``flows.push.push_claims``."""
        from claimcheck.flows.push import push_claims

        client, title = self.studio(studio), self.settings.project
        return push_claims(self.store, client, claims, scheme=self.scheme, title=title, **options)

    def pull(self, *, studio: str = "default", progress: Progress = unseen) -> "PullReport":
        """Bring the verdicts back; every version is kept."""
        from claimcheck.flows.pull import pull_verdicts

        client, title = self.studio(studio), self.settings.project
        return pull_verdicts(self.store, client, scheme=self.scheme, title=title, progress=progress)

    def settle(self, *, samples: bool = False) -> "Settlement":
        """Settle each claim's verdicts, ties as ties, and keep the result."""
        from claimcheck.flows.settle import settle_verdicts

        return settle_verdicts(self.store, self.scheme, samples=samples)

    def publish(self, *, claims: Collection[str] | None = None) -> "PublishReport":
        """Make settled verdicts past checks of ours."""
        from claimcheck.flows.publish import publish_verdicts

        name, url = self.settings.publisher_name, self.settings.publisher_url
        return publish_verdicts(
            self.store, self.scheme, publisher_name=name, publisher_url=url, claim_ids=claims, at=datetime.now(UTC)
        )

    def export(self, out: Path, **options: Any) -> "ExportReport":
        """Write the verdict dataset; options as ``flows.export.export_verdicts``."""
        from claimcheck.flows.export import export_verdicts

        return export_verdicts(self.store, out, key=self.store.pseudonym_key(), scheme=self.scheme, **options)
