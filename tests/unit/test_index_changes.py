"""An index that was changed finds exactly what one made of the same documents from nothing does."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.index import Built, Changes, IndexCache, Indexes, Passage, Wanted, generation
from tests.fakes import HashingEncoder
from tests.unit.built_index import chunk

ENCODER = HashingEncoder(64)
NOUNS = ("gold", "silver", "Häuser", "bridges", "taxes", "vaccines", "floods", "schools")
QUERIES = ["gold bridges in 1994", "vaccines and the floods", "Haus", "taxes", "number 7", "nothing here at all"]


class Shelf:
    """Documents that come, change and go, each with a number of the change; the index's source."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.log: list[str] = []

    def put(self, name: str, text: str) -> None:
        self.texts[name] = text
        self.log.append(name)

    def drop(self, name: str) -> None:
        if self.texts.pop(name, None) is not None:
            self.log.append(name)

    def built(self, names: Iterable[str]) -> Built:
        passages = []
        for name in names:
            title = f"About {name}" if len(name) % 2 else ""
            told = ". ".join(part for part in (self.texts[name], title) if part)
            passages.append(Passage(name, told, "de" if "Häuser" in told else "en", (self.texts[name], title, "")))
        texts, owners = [], []
        for place, passage in enumerate(passages):
            for field in passage.fields[:2]:
                if field:
                    texts.append(field)
                    owners.append(place)
        made = chunk(passages, ENCODER.encode(texts, kind="document"), owners)
        return Built(made.passages, made.languages, made.vectors, made.owners, self._digests(passages))

    def _digests(self, passages: Iterable[Passage]) -> np.ndarray:
        return np.array([hash((each.id, each.text)) % (1 << 64) for each in passages], np.uint64)

    @property
    def wanted(self) -> Wanted:
        total = int(self.built(self.texts).digests.sum(dtype=np.uint64)) if self.texts else 0
        return Wanted("e", 64, f"{total:064x}", 1 + len(self.log), "desk")

    def everything(self) -> Iterator[Built]:
        names = list(self.texts)
        yield from (self.built(names[at : at + 10]) for at in range(0, len(names), 10))

    def since(self, stamp: int) -> Changes:
        changed = list(dict.fromkeys(self.log[stamp - 1 :]))
        here = [name for name in changed if name in self.texts]
        gone = [name for name in changed if name not in self.texts]
        return Changes(self.wanted.reviews, self.wanted.stamp, gone, iter([self.built(here)]), len(changed))


def answers(indexes: Indexes) -> list[object]:
    """What every part of the index says, by id."""
    documents, found = indexes.documents, []
    vectors = ENCODER.encode(QUERIES, kind="query")
    found.append(indexes.dense.search(vectors, 7))
    for field in (indexes.lexical.grams, indexes.lexical.words):
        found += [field.search(QUERIES, 7), field.search(QUERIES, 7, ["en"] * len(QUERIES))]
        found.append([field.weight(term) for term in ("gold", "hou", "haus", "zzz")])
    rows = sorted(documents.live().tolist(), key=lambda row: documents.ids[row])
    order = np.array(rows, dtype=np.intp)
    found += [[documents.ids[row] for row in rows], indexes.outlines.totals(order).tolist()]
    found += [indexes.outlines.lengths(order).tolist(), indexes.outlines.claims(order).tolist() if rows else []]
    found.append([documents.languages[documents.spoken[row]] for row in rows])
    found.append([each.tolist() for each in indexes.dense.cosines(vectors[0], order)])
    return [*found, indexes.lexical.languages, len(documents)]


NAMES = st.sampled_from([f"r{number}" for number in range(14)] + [f"name{number}" for number in range(6)])
TEXTS = st.builds(
    "In {} the {} and {} of no. {} were counted".format,
    st.integers(1990, 1996),
    st.sampled_from(NOUNS),
    st.sampled_from(NOUNS),
    st.integers(1, 9),
)
STEPS = st.lists(
    st.lists(st.one_of(st.tuples(NAMES, TEXTS), st.tuples(NAMES, st.none())), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, segment=st.sampled_from([10, 16, 1 << 16]), few=st.sampled_from([3, 1_000]))
def test_changes_one_after_another_give_what_a_rebuild_gives(tmp_path_factory, steps, segment, few):
    folder = tmp_path_factory.mktemp("index")
    shelf, said = Shelf(), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generation, "SEGMENT", segment)
        patch.setattr(generation, "_FEW_REMOVED", few)
        for number in range(4):
            shelf.put(f"r{number}", f"In 1990 the {NOUNS[number]} of no. {number} were counted")
        IndexCache(folder).open_or_rebuild(shelf.wanted, shelf, said.append).close()
        for step in steps:
            for name, text in step:
                if text is None:
                    shelf.drop(name)
                else:
                    shelf.put(name, text)
            changed = IndexCache(folder).open_or_rebuild(shelf.wanted, shelf, said.append)
            anew = IndexCache(Path(tmp_path_factory.mktemp("anew"))).open_or_rebuild(shelf.wanted, shelf, said.append)
            again = IndexCache(folder).open_or_rebuild(shelf.wanted, shelf, said.append)
            assert answers(changed) == answers(anew)
            assert answers(again) == answers(anew)
            for each in (changed, anew, again):
                each.close()
    assert len(list(folder.glob("generation-*"))) <= 2


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf()
    for number in range(40):
        made.put(f"r{number:02}", f"In 1994 the {NOUNS[number % 8]} of no. {number} were counted")
    return made


def opened(folder: Path, shelf: Shelf, said: list[str]) -> Indexes:
    return IndexCache(folder).open_or_rebuild(shelf.wanted, shelf, said.append)


def test_a_change_writes_what_changed_and_links_the_rest(tmp_path, shelf, monkeypatch):
    monkeypatch.setattr(generation, "SEGMENT", 10)
    said: list[str] = []
    before = opened(tmp_path, shelf, said)
    old = next(tmp_path.glob("generation-*"))
    segments = {each.name: each.stat().st_ino for each in old.glob("segment-*")}
    shelf.put("new", "In 1994 the floods were counted twice")

    opened(tmp_path, shelf, said).close()

    (new,) = (each for each in tmp_path.glob("generation-*") if each != old)
    assert old.is_dir()  # someone reads it
    after = {each.name: each.stat().st_ino for each in new.glob("segment-*")}
    assert said[-1] == "updating the search index: 1 past check has changed"
    assert segments.items() <= after.items()
    assert len(after) == len(segments) + 1
    before.close()


def test_a_change_leaves_nothing_of_the_former_index_that_nobody_reads(tmp_path, shelf):
    opened(tmp_path, shelf, []).close()
    shelf.put("new", "In 1994 the floods were counted twice")

    opened(tmp_path, shelf, []).close()

    assert len(list(tmp_path.glob("generation-*"))) == 1


def test_a_reader_keeps_seeing_what_it_opened_while_the_index_changes(tmp_path, shelf):
    reader = opened(tmp_path, shelf, [])
    before = answers(reader)
    for number in range(30):
        shelf.put(f"r{number:02}", "something else altogether")
        opened(tmp_path, shelf, []).close()

    assert answers(reader) == before
    reader.close()


def test_a_change_that_does_not_lead_to_the_wanted_content_is_not_believed(tmp_path, shelf):
    said: list[str] = []
    opened(tmp_path, shelf, said).close()
    shelf.texts["r05"] = "changed behind the log's back"
    shelf.put("r06", "and one that the log knows")

    changed = opened(tmp_path, shelf, said)

    assert changed.lexical.words.search(["behind back"], 1)[0][0].review_id == "r05"
    assert said[1:] == [
        "updating the search index: 1 past check has changed",
        "rebuilding the search index: the past checks have changed since it was made",
    ]
    changed.close()


def test_an_index_of_another_workspace_is_rebuilt(tmp_path, shelf):
    said: list[str] = []
    opened(tmp_path, shelf, said).close()
    foreign = Wanted("e", 64, shelf.wanted.reviews, shelf.wanted.stamp, "another desk")

    IndexCache(tmp_path).open_or_rebuild(foreign, shelf, said.append).close()

    assert said[1:] == ["rebuilding the search index: it belongs to another workspace"]


def test_many_small_changes_make_few_segments(tmp_path, shelf):
    for number in range(40):
        shelf.put(f"s{number}", f"claim number {number}")
        opened(tmp_path, shelf, []).close()

    assert len(list(next(tmp_path.glob("generation-*")).glob("segment-*"))) <= 7  # log2 of 80


def test_a_segment_a_quarter_dead_is_written_anew_and_one_less_dead_is_not(tmp_path, shelf, monkeypatch):
    monkeypatch.setattr(generation, "SEGMENT", 10)
    opened(tmp_path, shelf, []).close()
    for number in (0, 1, 10, 20):  # of segments of ten
        shelf.drop(f"r{number:02}")
    with_dead = opened(tmp_path, shelf, [])
    assert (len(with_dead.documents), len(with_dead.documents.dead)) == (36, 4)
    with_dead.close()
    shelf.drop("r02")

    anew = opened(tmp_path, shelf, [])

    assert (len(anew.documents), len(anew.documents.dead)) == (35, 2)  # of the first segment none is left
    anew.close()


def test_an_index_of_which_most_was_removed_is_made_anew(tmp_path, shelf, monkeypatch):
    monkeypatch.setattr(generation, "_FEW_REMOVED", 3)
    said: list[str] = []
    opened(tmp_path, shelf, said).close()
    for number in range(21):
        shelf.drop(f"r{number:02}")

    opened(tmp_path, shelf, said).close()

    assert said[1:] == [
        "updating the search index: 21 past checks have changed",
        "rebuilding the search index: the past checks have changed since it was made",
    ]
