"""The index in Milvus against milvus-lite's server on loopback: what it finds, follows, survives and refuses."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimcheck.errors.indexes import (
    MilvusCollectionUnfit,
    MilvusRefused,
    MilvusTooOld,
    MilvusUnreachable,
)
from claimcheck.flows.doctor.findings import Finding
from claimcheck.flows.doctor.milvus import check_milvus, find_drift
from claimcheck.flows.doctor.workspace import Patient
from claimcheck.flows.lookup import Filters, match_texts, open_retriever
from claimcheck.flows.milvus import Follower, open_milvus
from claimcheck.index.counts import same_counts
from claimcheck.index.milvus import MilvusCollection, MilvusPlace, State
from claimcheck.index.milvus.connection import Connection
from claimcheck.match import Retriever, no_cache
from claimcheck.records import ClaimReview, Label
from claimcheck.settings import Settings
from claimcheck.store import Store
from tests.benchmarks.corpus import made_up
from tests.benchmarks.milvus_ranks import compared, queries_for
from tests.fakes import HashingEncoder
from tests.integration.middle import make_certificate
from tests.milvus_server import LiteServer, ScriptedMilvus, silent_port

ENCODER = HashingEncoder(32, languages=("en", "de"))
LABELS = [Label.TRUE, Label.FALSE, None]


def reviews(count: int, first: int = 0) -> Iterator[ClaimReview]:
    for number, each in enumerate(made_up(count, first=first), first):
        yield ClaimReview(
            id=f"{number:016x}",
            claim_reviewed=each["claim_reviewed"],
            publisher=f'desk "{number % 5}"',
            rating=LABELS[number % 3],
            date_published=date(2020, 1, 1 + number % 28) if number % 4 else None,
            title=each.get("title"),
            summary=each.get("summary"),
            language=each["language"],
        )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiteServer]:
    with LiteServer(tmp_path_factory.mktemp("milvus")) as running:
        yield running


@pytest.fixture
def place(server: LiteServer, request: pytest.FixtureRequest) -> MilvusPlace:
    name = "".join(each if each.isalnum() else "_" for each in request.node.name)
    return MilvusPlace(server.uri, name[:100], timeout=20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk", create=True, write=True) as opened:
        opened.put_reviews(reviews(200))
        yield opened


@pytest.fixture
def few(tmp_path: Path) -> Iterator[Store]:
    """A workspace of few past checks, where their number does not matter."""
    with Store.open(tmp_path / "desk", create=True, write=True) as opened:
        opened.put_reviews(reviews(40))
        yield opened


@pytest.fixture(scope="module")
def desk(server: LiteServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, MilvusPlace, Path]]:
    """A workspace that is only read, its collection, the folder of its index."""
    folder = tmp_path_factory.mktemp("read")
    with Store.open(folder, create=True, write=True) as opened:
        opened.put_reviews(reviews(200))
        yield opened, MilvusPlace(server.uri, "read", timeout=20), folder / "m"


def holds_exactly(store: Store, place: MilvusPlace) -> bool:
    """Whether the collection's rows, and the counts over them, are those of the store, row by row."""
    with MilvusCollection(place) as collection:
        state = collection.state()
        assert state is not None
        follower = Follower(store, collection, ENCODER, no_cache())
        drift, tally = find_drift(follower, state)
        assert not drift, str(drift)
        assert same_counts(collection.states.counts(state), tally.counts())
        return state.whole and tally.count == store.count_reviews() == len(collection)


def test_lookups_are_those_of_an_index_in_files(store: Store, place: MilvusPlace, tmp_path: Path) -> None:
    queries = queries_for(15, real=False)
    with (
        open_retriever(store, tmp_path / "files", ENCODER) as ours,
        open_milvus(store, tmp_path / "m", ENCODER, place) as theirs,
    ):
        agreement = compared(ours, theirs, queries)
        assert agreement.recall >= 0.95
        assert agreement.apart <= 0.02
        one = match_texts(store, queries[:3], 3, retriever=ours)
        other = match_texts(store, queries[:3], 3, retriever=theirs)
    assert [[(each.review, each.relation, each.differences) for each in found] for found in one] == [
        [(each.review, each.relation, each.differences) for each in found] for found in other
    ]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(language="de"),
        Filters(publisher='desk "3"'),
        Filters(publisher='x" or id != "'),
        Filters(rating=Label.FALSE, since=date(2020, 1, 10)),
        Filters(until=date(2020, 1, 5)),
        Filters(language='e" or language == "de'),
    ],
    ids=str,
)
def test_filters_choose_what_they_choose_in_sqlite(desk: tuple[Store, MilvusPlace, Path], filters: Filters) -> None:
    store, place, folder = desk
    wanted = filters.chosen(store)
    with open_milvus(store, folder, ENCODER, place) as retriever:
        (listed,) = retriever.shortlists(["a video of the euro"], depth=200, among=filters.chosen(store, kinds=True))
    assert set(listed.ids) <= set(wanted or ())
    assert bool(listed.ids) == bool(wanted)
    assert listed.documents == len(wanted or ()), "how small a collection is depends on what the filter leaves"


def test_what_came_changed_and_went_is_followed(store: Store, place: MilvusPlace, tmp_path: Path) -> None:
    said: list[str] = []
    with open_milvus(store, tmp_path / "m", ENCODER, place, say=said.append):
        pass
    first = next(reviews(1))
    store.put_reviews([replace(first, claim_reviewed="An otter stole the mayor's chain."), *reviews(20, first=200)])
    store.put_reviews([replace(next(reviews(1, first=7)), rating=Label.MISLEADING)])
    store.remove_reviews([f"{number:016x}" for number in range(50, 60)])
    store.put_reviews([replace(first, id='or id != "" \' Ü', claim_reviewed="A heron stole the mayor's hat.")])
    with open_milvus(store, tmp_path / "m", ENCODER, place, say=said.append) as retriever:
        assert len(retriever) == 211
        (listed,) = retriever.shortlists(["heron stole the hat"], among=['or id != "" \' Ü'])
        assert listed.ids == ('or id != "" \' Ü',)
        assert retriever.search(["otter stole the chain of the mayor"], 1)[0][0].review_id == first.id
        among = Filters(rating=Label.MISLEADING).chosen(store, kinds=True)
        asked = next(reviews(1, first=7)).claim_reviewed
        assert retriever.shortlists([asked], among=among)[0].ids == (f"{7:016x}",)
    assert [line for line in said if "updating" in line] == [
        "updating the search index in Milvus: 33 past checks have changed"
    ]
    assert holds_exactly(store, place)
    with open_milvus(store, tmp_path / "m", ENCODER, place, say=said.append):
        pass
    assert len(said) == 2  # nothing to do, nothing said


def test_a_change_to_a_collection_that_drifted_ends_in_comparing_everything(
    few: Store, place: MilvusPlace, tmp_path: Path
) -> None:
    said: list[str] = []
    with open_milvus(few, tmp_path / "m", ENCODER, place):
        pass
    with MilvusCollection(place) as collection:
        assert collection.state() is not None
        collection.remove([f"{5:016x}", f"{6:016x}"])
    few.put_reviews([replace(next(reviews(1, first=5)), claim_reviewed="An otter stole the mayor's chain.")])
    with open_milvus(few, tmp_path / "m", ENCODER, place, say=said.append):
        pass
    assert said[-1] == "comparing every past check with Milvus: the collection has drifted"
    assert holds_exactly(few, place)


KILLED = """
import os, signal, sys
from pathlib import Path
from claimcheck.flows.milvus import Follower, open_milvus
from claimcheck.flows.milvus_place import milvus_place
from claimcheck.index.milvus import MilvusPlace
from claimcheck.index.milvus.state import StateRows
from claimcheck.store import Store
from tests.fakes import HashingEncoder
from tests.integration.middle import make_certificate
folder, uri, name, moment = sys.argv[1:]
die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
if moment == "before the counts":
    StateRows.finish = die
def progress(what, done, total):
    if moment == "in the middle" and done >= 100:
        die()
from claimcheck.flows import milvus
milvus._BATCH = 64
with Store.open(Path(folder), create=False, write=False) as store:
    open_milvus(store, Path(folder) / "m", HashingEncoder(32, languages=("en", "de")),
                MilvusPlace(uri, name, timeout=20), progress=progress)
"""


def killed(store: Store, place: MilvusPlace, folder: Path, moment: str) -> None:
    """An indexing process that is killed at a moment."""
    arguments = [str(folder / "desk"), place.uri, place.collection, moment]
    done = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("moment", ["in the middle", "before the counts"])
def test_indexing_that_was_killed_goes_on(store: Store, place: MilvusPlace, tmp_path: Path, moment: str) -> None:
    killed(store, place, tmp_path, moment)
    with MilvusCollection(place) as collection:
        state, there = collection.state(), len(collection)
    assert state is not None
    assert not state.whole
    assert 64 <= there <= 200
    store.remove_reviews([f"{number:016x}" for number in (3, 4)])  # what it has written is not all wanted any more
    encoder = HashingEncoder(32, languages=("en", "de"))
    with open_milvus(store, tmp_path / "m", encoder, place) as retriever:
        assert len(retriever) == 198
    assert holds_exactly(store, place)
    kept = {each.claim_reviewed for each in reviews(there)} & set(encoder.encoded)
    assert kept == set()  # what was written is not encoded again


@pytest.mark.parametrize("moment", ["in the middle", "before the counts"])
def test_a_change_that_was_killed_goes_on(store: Store, place: MilvusPlace, tmp_path: Path, moment: str) -> None:
    with open_milvus(store, tmp_path / "m", ENCODER, place):
        pass
    store.put_reviews(replace(each, claim_reviewed=f"{each.claim_reviewed} Again.") for each in reviews(150))
    store.remove_reviews([f"{number:016x}" for number in range(160, 180)])
    killed(store, place, tmp_path, moment)
    with open_milvus(store, tmp_path / "m", ENCODER, place) as retriever:
        assert len(retriever) == 180
    assert holds_exactly(store, place)


def answers_again(retriever: Retriever) -> bool:
    """Whether a search succeeds within the time that the connection takes to be tried again."""
    for _ in range(40):
        try:
            return len(retriever.search([next(reviews(1)).claim_reviewed], 1)[0]) == 1
        except MilvusUnreachable:
            time.sleep(0.5)
    return False


def test_a_server_that_dies_mid_way_is_one_line_and_the_rest_goes_on(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.flows.milvus._BATCH", 64)
    with LiteServer(tmp_path / "data") as server:
        place = MilvusPlace(server.uri, "mid_way", timeout=4)
        before = store.reviews_digest()

        def cut(_what: str, done: int, _total: int | None) -> None:
            if done >= 100:
                server.kill()

        with pytest.raises(MilvusUnreachable) as raised:
            open_milvus(store, tmp_path / "m", ENCODER, place, progress=cut)
        assert "\n" not in str(raised.value)
        assert "goes on from there" in str(raised.value)
        assert store.reviews_digest() == before
        server.start()
        with open_milvus(store, tmp_path / "m", ENCODER, replace(place, timeout=20)) as retriever:
            assert len(retriever) == 200
            server.kill()
            with pytest.raises(MilvusUnreachable):
                retriever.search(["euro"], 1)
            server.start()
            assert answers_again(retriever)  # by itself, where a process lives on, as `serve` does
        assert holds_exactly(store, replace(place, timeout=20))


READING = """
import sys
from pathlib import Path
from claimcheck.flows.milvus import open_milvus
from claimcheck.index.milvus import MilvusPlace
from claimcheck.store import Store
from tests.fakes import HashingEncoder
from tests.integration.middle import make_certificate
folder, uri, name = sys.argv[1:]
with Store.open(Path(folder), create=False, write=False) as store:
    encoder, place = HashingEncoder(32, languages=("en", "de")), MilvusPlace(uri, name, timeout=30)
    with open_milvus(store, Path(folder).parent / "m", encoder, place) as retriever:
        print(len(retriever))
"""


def test_two_processes_at_once_make_one_index(few: Store, place: MilvusPlace, tmp_path: Path) -> None:
    command = [sys.executable, "-c", READING, str(tmp_path / "desk"), place.uri, place.collection]
    started = [
        subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    assert [each.communicate(timeout=120)[0] for each in started] == ["40\n", "40\n"]
    assert holds_exactly(few, place)


def test_a_workspace_that_cannot_be_written_searches_the_collection_as_it_is(
    few: Store, place: MilvusPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_milvus(few, tmp_path / "m", ENCODER, place):
        pass
    few.put_reviews(reviews(1, first=40))
    monkeypatch.setattr("claimcheck.flows.milvus.os.access", lambda *_: False)
    said: list[str] = []
    with open_milvus(few, tmp_path / "m", ENCODER, place, say=said.append) as retriever:
        assert len(retriever) == 40
    assert said == [f"searching the Milvus collection as it is: {tmp_path / 'm'} cannot be written"]


def states(place: MilvusPlace, change: Callable[[State], State]) -> None:
    """Write another state over a collection's."""
    with MilvusCollection(place) as collection:
        state = collection.state()
        assert state is not None
        collection.states.write(change(state))


def test_a_collection_that_is_not_this_indexs_is_refused_and_left(
    few: Store, place: MilvusPlace, tmp_path: Path
) -> None:
    with open_milvus(few, tmp_path / "m", ENCODER, place):
        pass
    with MilvusCollection(place) as collection:
        good = collection.state()
    assert good is not None

    def refusal(encoder: HashingEncoder = ENCODER) -> str:
        with pytest.raises(MilvusCollectionUnfit) as raised:
            open_milvus(few, tmp_path / "m", encoder, place)
        assert "\n" not in str(raised.value)
        return str(raised.value)

    assert "was made with the encoder" in refusal(HashingEncoder(32, salt="other"))
    assert "holds vectors of 32 dimensions, the encoder's have 16" in refusal(HashingEncoder(16))
    states(place, lambda state: replace(state, format=99))
    assert "has format 99" in refusal()
    states(place, lambda _: replace(good, workspace="0" * 16))
    assert "belongs to another workspace" in refusal()
    states(place, lambda _: replace(good, stamp=good.stamp + 1))
    assert "has followed another copy of this workspace" in refusal()
    with MilvusCollection(place) as collection:
        there = collection.name
        collection.name = "of_earlier_fields"
        fields = {"id": {"datatype": "VARCHAR", "max_length": 8}, "claim": {"datatype": "FLOAT_VECTOR", "dim": 32}}
        collection.connection.create(collection.name, fields, {})
        assert "has other fields" in str(collection.outdated(good, encoder=good.encoder, dimension=32))
        collection.name = there
    states(place, lambda _: good)
    with open_milvus(few, tmp_path / "m", ENCODER, place) as retriever:
        assert len(retriever) == 40  # none of it touched the rows
    assert holds_exactly(few, place)


def lose_counts(place: MilvusPlace) -> None:
    with MilvusCollection(place) as collection:
        state = collection.state()
        assert state is not None
        collection.connection.delete(collection.states.name, [f"{state.counts}-000000"])


def examined(store: Store, place: MilvusPlace, folder: Path, encoder: HashingEncoder, *, repair: bool) -> Finding:
    settings = Settings(index_engine="milvus", index_uri=place.uri, index_collection=place.collection)
    (found,) = check_milvus(Patient(folder, store, encoder, repair, settings=settings))
    return found


@pytest.mark.parametrize(
    ("damage", "dimension", "found"),
    [
        (
            lambda place: states(place, lambda state: state.changing()),
            32,
            "making or changing it was stopped, 40 rows",
        ),
        (lambda place: states(place, lambda state: replace(state, stamp=state.stamp + 5)), 32, "followed another copy"),
        (lambda place: states(place, lambda state: replace(state, format=0)), 32, "has format 0"),
        (lambda _: None, 16, "holds vectors of 32 dimensions"),
        (lose_counts, 32, "its counts of terms are missing"),
    ],
    ids=["stopped", "copy", "format", "encoder", "counts"],
)
def test_doctor_finds_and_mends_what_is_wrong(
    few: Store,
    server: LiteServer,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    damage: Callable[[MilvusPlace], None],
    dimension: int,
    found: str,
) -> None:
    place = MilvusPlace(server.uri, f"mended_{request.node.callspec.id}", timeout=20)
    encoder = HashingEncoder(dimension, languages=("en", "de"))
    with open_milvus(few, tmp_path / "m", ENCODER, place):
        pass
    damage(place)
    ill = examined(few, place, tmp_path, encoder, repair=False)
    assert (ill.well, found in ill.found) == (False, True)
    assert examined(few, place, tmp_path, encoder, repair=True).found.startswith("whole, 40 past checks")
    with open_milvus(few, tmp_path / "m", encoder, place) as retriever:
        assert len(retriever) == 40


def test_doctor_does_not_mend_what_is_anothers_and_waits_for_a_lookup_where_it_is_behind(
    few: Store, place: MilvusPlace, tmp_path: Path
) -> None:
    with open_milvus(few, tmp_path / "m", ENCODER, place):
        pass
    few.put_reviews(reviews(3, first=900))
    behind = examined(few, place, tmp_path, ENCODER, repair=False)
    assert (behind.well, behind.found.startswith("behind the past checks, otherwise whole")) == (True, True)
    states(place, lambda state: replace(state, workspace="f" * 16))
    with pytest.raises(MilvusCollectionUnfit, match="belongs to another workspace"):
        examined(few, place, tmp_path, ENCODER, repair=True)
    with MilvusCollection(place) as collection:
        assert collection.state() is not None
        assert len(collection) == 40


def test_a_collection_that_claimcheck_did_not_make_is_refused(few: Store, place: MilvusPlace, tmp_path: Path) -> None:
    with MilvusCollection(place) as collection:
        fields = {"id": {"datatype": "VARCHAR", "max_length": 8}, "x": {"datatype": "FLOAT_VECTOR", "dim": 2}}
        collection.connection.create(place.collection, fields, {})
    with pytest.raises(MilvusCollectionUnfit, match="was not made by claimcheck"):
        open_milvus(few, tmp_path / "m", ENCODER, place)


def test_a_server_that_cannot_serve_is_one_line(few: Store, tmp_path: Path) -> None:
    with ScriptedMilvus(wants="root:right") as server:
        Connection(MilvusPlace(server.uri, "c", token="root:right")).close()
        for token, told in ((None, "a call without a token"), ("root:secret", "the token in CLAIMCHECK_MILVUS_TOKEN")):
            with pytest.raises(MilvusRefused, match=told) as raised:
                open_milvus(few, tmp_path / "m", ENCODER, MilvusPlace(server.uri, "c", token=token))
            assert "secret" not in str(raised.value)  # the server says it, we do not
    with (
        ScriptedMilvus(version="v2.4.9") as server,
        pytest.raises(MilvusTooOld, match=r"has version v2\.4\.9, wanted 2\.5"),
    ):
        open_milvus(few, tmp_path / "m", ENCODER, MilvusPlace(server.uri, "c"))
    with silent_port() as port, pytest.raises(MilvusUnreachable, match="does not answer while connecting"):
        open_milvus(few, tmp_path / "m", ENCODER, MilvusPlace(f"http://127.0.0.1:{port}", "c", timeout=1))
    with pytest.raises(MilvusUnreachable):
        open_milvus(few, tmp_path / "m", ENCODER, MilvusPlace("http://127.0.0.1:1", "c", timeout=2))


@pytest.mark.parametrize("variable", ["http_proxy", "grpc_proxy"])
def test_a_proxy_is_never_asked_for_what_is_on_this_machine(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    with ScriptedMilvus() as server:
        Connection(MilvusPlace(server.uri, "c", timeout=5)).close()


def test_tls_takes_the_authority_of_the_settings_and_no_other(tmp_path: Path) -> None:
    own, other = (make_certificate(folder) for folder in (tmp_path / "own", tmp_path / "other") if not folder.mkdir())
    keys = (own.with_name("key.pem").read_bytes(), own.read_bytes())
    with ScriptedMilvus(keys=keys) as server:
        Connection(MilvusPlace(server.uri, "c", ca=str(own), timeout=10)).close()
        with pytest.raises(MilvusUnreachable, match=r"a certificate that the authority in index\.ca"):
            Connection(MilvusPlace(server.uri, "c", ca=str(other), timeout=2))
