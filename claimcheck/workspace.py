"""``Workspace``: a desk's folder, opened and wired; each method is a line onto a flow, the rest is in ``store``.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder, Workspace.open(folder, create=True, write=True) as desk:
...     desk.store.count_reviews()
0
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.scheme import Scheme, read_scheme
from claimcheck.settings import FILE_NAME, TEMPLATE, Settings, read_settings

if TYPE_CHECKING:
    from claimcheck.batch.cluster import Cluster
    from claimcheck.embed import CrossEncoderNli, Encoder
    from claimcheck.flows.calibrate import CalibrationReport
    from claimcheck.flows.check import Checked
    from claimcheck.flows.encoder import TuneReport
    from claimcheck.flows.export_wish import ExportReport
    from claimcheck.flows.import_reviews import ImportReport
    from claimcheck.flows.ingest import Ingested, Refused
    from claimcheck.flows.near_duplicates import ClusterReport
    from claimcheck.flows.publish import PublishReport
    from claimcheck.flows.pull import PullReport
    from claimcheck.flows.push import PushReport
    from claimcheck.flows.settle import Settlement
    from claimcheck.labelstudio import StudioClient
    from claimcheck.match import Retriever, Wishes
    from claimcheck.records import Match
    from claimcheck.reviews import Ratings
    from claimcheck.store import Store, StoredClaim

__all__ = ["Workspace"]


class Workspace:
    """A workspace folder: its database, its indexes, its settings. Open to read by any number, to write by one.

    A context manager. ``say`` takes the lines a person should see, such as that an index is being rebuilt.
    """

    def __init__(self, folder: Path, store: "Store", settings: Settings, *, encoder: str | None, say: Say) -> None:
        self.folder, self.store, self.settings = folder, store, settings
        self._encoder, self._say = encoder or settings.encoder, say
        self._nli: CrossEncoderNli | None = None
        self._kept: tuple[str, Retriever] | None = None  # the last search and the past checks it is of

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
        self._forget()
        self.store.close()

    @cached_property
    def scheme(self) -> Scheme:
        """The desk's verdict scheme."""
        return read_scheme(self.folder / self.settings.scheme if self.settings.scheme else None)

    @cached_property
    def ratings(self) -> "Ratings":
        """How this desk reads publishers' rating words: the shipped table, its own ``ratings.tsv`` before it."""
        from claimcheck.flows.ratings import desk_ratings

        return desk_ratings(self.folder)

    @cached_property
    def encoder(self) -> "Encoder":
        """What turns this workspace's claims and past checks into vectors."""
        from claimcheck.embed import load_encoder

        return load_encoder(**self._wanted_encoder)

    @property
    def _wanted_encoder(self) -> dict[str, Any]:
        settings, name = self.settings, self._encoder
        revision = settings.encoder_revision if name == settings.encoder else None  # it belongs to that model
        more = {"device": settings.encoder_device, "batch_size": settings.encoder_batch_size}
        return {"name": name, "revision": revision, **more}

    def share(self, cluster: "Cluster | None") -> None:
        """Let the workers of a cluster, if there is one, encode for this workspace, with the very same result."""
        from claimcheck.flows.spread import spread_encoder

        if cluster is not None:
            self.encoder = spread_encoder(cluster, self.encoder, **self._wanted_encoder)

    def _forget(self) -> None:
        if self._kept:
            self._kept[1].close()
            self._kept = None

    def searcher(self, progress: Progress = unseen) -> "Retriever":
        """``retriever``, kept open from one look-up to the next as long as the past checks stay as they are."""
        from claimcheck.flows.calibrate import usable_ranker

        store, in_files = self.store, self.settings.index_engine == "files"  # elsewhere what filters see counts too
        digest = store.reviews_digest() if in_files else str(store.reviews_stamp())
        if self._kept is None or self._kept[0] != digest:
            self._forget()
            self._kept = digest, self.retriever(progress)
        found = self._kept[1]
        ranker = usable_ranker(self.folder, found.encoder.fingerprint)
        least = self.settings.min_score
        found.ranker = ranker if least is None else replace(ranker, min_score=least)
        return found

    def asking(self, progress: Progress = unseen, *, wishes: "Wishes | None" = None) -> dict[str, Any]:
        """What every look-up here takes: the search, how long a past check holds, and the wishes with the NLI model."""
        from claimcheck.match import Wishes

        wishes = wishes or Wishes()
        if self.settings.nli is not None and wishes.entails is None:
            if self._nli is None:
                from claimcheck.embed import CrossEncoderNli

                self._nli = CrossEncoderNli.load(self.settings.nli)
            wishes = replace(wishes, entails=self._nli)
        return {"retriever": self.searcher(progress), "validity": self.settings.validity_days, "wishes": wishes}

    def retriever(self, progress: Progress = unseen, *, learnt: bool = True) -> "Retriever":
        """The search over this workspace's past checks as they are now, with what the desk's answers taught it."""
        from claimcheck.flows.calibrate import usable_ranker
        from claimcheck.flows.lookup import desk_retriever

        ranker = usable_ranker(self.folder, self.encoder.fingerprint, self._say) if learnt else None
        options: dict[str, Any] = {"ranker": ranker, "say": self._say, "progress": progress}
        return desk_retriever(self.store, self.folder, self.encoder, self.settings, **options)

    def tune_encoder(self, out: Path, *, progress: Progress = unseen, **options: Any) -> "TuneReport":
        """Continue this workspace's encoder on its confirmed matches into ``out``; options as ``flows.encoder``'s."""
        from claimcheck.flows.encoder import tune_encoder

        return tune_encoder(self.store, self.encoder, out, progress=progress, **options)

    def studio(self, name: str = "default", **options: Any) -> "StudioClient":
        """The Label Studio this desk uses: the settings' or the environment's, else the local one of this name."""
        from claimcheck.flows.studio import connect

        return connect(self.settings, name=name, folder=self.folder, **options)

    def split(self, sources: Sequence[str], **options: Any) -> "Iterator[Ingested | Refused]":
        """Read and split each source and keep its claims; options as ``flows.ingest.ingest``."""
        from claimcheck.flows.ingest import ingest
        from claimcheck.split import RuleSplitter

        return ingest(sources, open_store=lambda: self.store, **{"splitter": RuleSplitter(), **options})

    def check(
        self, sources: Sequence[str], *, top: int | None = None, progress: Progress = unseen, **options: Any
    ) -> "Iterator[Checked]":
        """Split each source and find each offered claim's past checks; options as ``flows.ingest.ingest``."""
        from claimcheck.flows.check import check_articles

        ingested = self.split(sources, progress=progress, **options)
        yield from check_articles(self.store, ingested, self.settings.k, top=top, **self.asking(progress))

    def import_reviews(self, source: Path | str, **options: Any) -> "ImportReport":
        """Import the past checks of a file, a folder or an archive; options as ``flows.import_reviews``."""
        from claimcheck.flows.import_reviews import import_reviews

        own = self.settings.publisher_name
        return import_reviews(self.store, source, own_publisher=own, ratings=self.ratings, say=self._say, **options)

    def find_duplicates(self, progress: Progress = unseen) -> "ClusterReport":
        """Find past checks of the same claim and keep which they are."""
        from claimcheck.flows.near_duplicates import find_clusters

        return find_clusters(self.store, self.encoder, progress=progress)

    def calibrate(self, progress: Progress = unseen) -> "CalibrationReport":
        """Learn from the desk's own answers how likely a past check is right."""
        from claimcheck.flows.calibrate import calibrate_lookup

        with self.retriever(progress, learnt=False) as retriever:
            return calibrate_lookup(self.store, self.folder, retriever=retriever, progress=progress)

    def lookup(
        self, queries: Sequence[str], *, k: int | None = None, progress: Progress = unseen, **options: Any
    ) -> "list[list[Match]]":
        """For each query the ``k`` past checks that fit best, best first; options as ``flows.lookup.lookup``."""
        from claimcheck.flows.lookup import lookup

        options |= self.asking(progress, wishes=options.get("wishes"))
        return lookup(self.store, queries, k or self.settings.k, **options)

    def match(
        self,
        *,
        k: int | None = None,
        article: str | None = None,
        again: bool = False,
        progress: Progress = unseen,
        **options: Any,
    ) -> "list[tuple[StoredClaim, list[Match]]]":
        """Every offered claim, of one article or all, with its past checks, stored with the claim.

        Claims keep what was found for them where nothing has changed since, unless ``again``.
        """
        from claimcheck.flows.lookup import match_claims

        options |= {"article": self.store.article(article).id if article else None}
        options |= {"progress": progress, "say": self._say, **self.asking(progress, wishes=options.get("wishes"))}
        folder = None if again else self.folder
        return match_claims(self.store, k or self.settings.k, folder=folder, **options)

    def push(self, claims: "Sequence[StoredClaim]", *, studio: str = "default", **options: Any) -> "PushReport":
        """Send these claims to Label Studio with their past checks; options as ``flows.push.push_claims``."""
        from claimcheck.flows.push import push_claims

        client, title = self.studio(studio), self.settings.project
        options = {"languages": self.settings.languages, "say": self._say, **options}
        return push_claims(self.store, client, claims, scheme=self.scheme, title=title, **options)

    def pull(
        self, *, studio: str = "default", sweep: bool = True, progress: Progress = unseen, **connection: Any
    ) -> "PullReport":
        """Bring the verdicts back, from every studio claims were assigned in; every version is kept."""
        from claimcheck.flows.collect import collect_verdicts
        from claimcheck.flows.studio import connect_local

        options = {"scheme": self.scheme, "title": self.settings.project, "languages": self.settings.languages}
        own = partial(self.studio, studio, **connection)
        more: dict[str, Any] = {"sweep": sweep, "progress": progress}
        return collect_verdicts(self.store, own, connect_local, say=self._say, **options, **more)

    def settle(self, *, samples: bool = False, method: str | None = None) -> "Settlement":
        """Settle each claim's verdicts, ties as ties, and keep the result; by majority, or the method last used."""
        from claimcheck.flows.settle import settle_verdicts

        return settle_verdicts(self.store, self.scheme, samples=samples, method=method)

    def publish(self, *, claims: Collection[str] | None = None) -> "PublishReport":
        """Make each settled, untied, non-sample claim, or these alone, a past check of ours; all or nothing."""
        from claimcheck.flows.publish import publish_verdicts

        name, url = self.settings.publisher_name, self.settings.publisher_url
        return publish_verdicts(
            self.store, self.scheme, publisher_name=name, publisher_url=url, claim_ids=claims, at=datetime.now(UTC)
        )

    def export(self, out: Path, **options: Any) -> "ExportReport":
        """Write the verdict dataset; options as ``flows.export.export_verdicts``."""
        from claimcheck.flows.export import export_verdicts

        options |= {"scheme": self.scheme, "settings": self.settings, "encoder": lambda: self.encoder}
        return export_verdicts(self.store, out, key=self.store.pseudonym_key(), **options)
