"""Many articles read one after the other: what came from one place before, and errors that travel between processes."""

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import claimcheck.errors as errors
from claimcheck.flows.ingest import Ingested, ingest
from claimcheck.flows.reading import ArticleOptions, SplitArticle, read_and_split
from claimcheck.records import Block
from claimcheck.split import RuleSplitter, split_article
from claimcheck.split.drafts import Draft, Drafter
from claimcheck.split.languages.base import Clauses
from claimcheck.store import Store


def write_stories(folder: Path) -> list[str]:
    paths = []
    for number in range(6):
        path = folder / f"story-{number}.txt"
        path.write_text(f"The bridge in Harwick cost {number + 2} million pounds in 2019, the council said.\n" * 2)
        paths.append(str(path))
    return paths


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    return write_stories(tmp_path)


def test_an_article_names_those_that_came_from_its_place_before_in_this_run_and_earlier_ones(tmp_path: Path) -> None:
    def split(*names: str, url: str | None = None) -> list[tuple[str, ...]]:
        with Store.open(tmp_path / "desk", create=True, write=True) as store:
            options = ArticleOptions(url=url)
            found = list(ingest(names, splitter=RuleSplitter(), open_store=lambda: store, options=options))
            named = {article.id: article.text.split()[0] for article in store.articles()}
        return [tuple(named[each] for each in done.earlier) for done in found if isinstance(done, Ingested)]

    def write(name: str, word: str) -> str:
        (tmp_path / name).write_text(f"{word} bridges were closed in May 2023.\n")
        return str(tmp_path / name)

    one, two, odd = write("one.txt", "Four"), write("two.txt", "Five"), write("\udcff.txt", "Six")
    assert split(one, two, odd, one) == [(), (), (), ()]
    write("one.txt", "Seven")
    write("\udcff.txt", "Eight")
    assert split(one, odd, odd) == [("Four",), ("Six",), ("Six",)]
    three = write("three.txt", "Nine")
    assert split(one, three, url="https://carrow.example/") == [("Four",), ("Seven",)]
    write("two.txt", "Six")  # a text that is known moves to where it was read last
    assert split(two, odd) == [("Five",), ()]
    for name, word in (("one.txt", "Ten"), ("three.txt", "Eight"), ("\udcff.txt", "Eleven")):
        write(name, word)
    assert split(one, three, odd) == [("Four", "Seven"), ("Nine",), ()]  # within a run, too
    first, second, third = (write(f"{word}.txt", word) for word in ("Twelve", "Thirteen", "Fourteen"))
    found = split(first, second, first, third, url="https://moor.example/")
    assert found == [(), ("Twelve",), ("Thirteen",), ("Twelve", "Thirteen")]  # in the order they came first


def test_an_article_without_a_day_is_split_by_the_one_it_was_given_before(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("The council of Leeds closed 3 bridges yesterday.\n")

    def split(published: date | None) -> tuple[str, ...]:
        with Store.open(tmp_path / "desk", create=True, write=True) as store:
            options = ArticleOptions(published=published)
            [done] = ingest([str(path)], splitter=RuleSplitter(), open_store=lambda: store, options=options)
        assert isinstance(done, Ingested)
        return tuple(claim.text for claim in done.claims)

    assert split(None) == ("The council of Leeds closed 3 bridges yesterday.",)
    dated = split(date(2024, 5, 15))
    assert dated == ("The council of Leeds closed 3 bridges on 14 May 2024.",)
    assert split(None) == dated
    assert split(date(2024, 5, 16)) == ("The council of Leeds closed 3 bridges on 15 May 2024.",)


def test_places_are_gathered_once_a_run(stories: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = []
    places = Store.article_places
    monkeypatch.setattr(Store, "article_places", lambda store: gathered.append(1) or places(store))
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        assert len(list(ingest(stories, splitter=RuleSplitter(), open_store=lambda: store))) == 6
    assert gathered == [1]


@pytest.mark.parametrize(
    "error",
    [
        errors.ArticleTooLarge("a.txt", size=None, limit=3),
        errors.FileNotWritable("a.txt", "no room"),
        errors.SettingsInvalid("a.toml", "is odd"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_keeps_its_sentence_and_its_facts_through_a_pickle(error: errors.ClaimcheckError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


class FailingOnHarwick(Drafter):
    """A drafter with a fault: it cannot cut a text that names Harwick into clauses."""

    def block(self, block: Block, before: str | None) -> Iterator[Draft]:
        if self.rules.clauses is not Clauses.UNKNOWN and "Harwick" in self.article.text:
            raise IndexError("list index out of range")
        return super().block(block, before)


def test_a_fault_of_the_rules_costs_one_article_its_clauses_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, faulty = tmp_path / "sound.txt", tmp_path / "faulty.txt"
    sound.write_text("The bridge in Carrow cost 2 million pounds in 2019, the council said.\n")
    faulty.write_text(
        "The bridge in Harwick cost 2 million pounds in 2019, the council said. Dr. Lehr built it in 2011.\n"
    )
    monkeypatch.setattr("claimcheck.split.splitter.Drafter", FailingOnHarwick)

    with pytest.warns(RuntimeWarning, match=r"the rules failed: IndexError at test_flows_reading.py:\d+, article"):
        found = list(read_and_split([str(faulty), str(sound)], splitter=RuleSplitter(), options=ArticleOptions()))

    one, other = (each for each in found if isinstance(each, SplitArticle))
    assert {claim.text: (claim.speaker, claim.method) for claim in one.claims} == {
        "The bridge in Harwick cost 2 million pounds in 2019, the council said.": (None, "sentences"),
        "Dr. Lehr built it in 2011.": (None, "sentences"),
    }
    assert all(claim.reasons[0].startswith("the rules failed: IndexError") for claim in one.claims)
    [note] = one.article.notes
    assert note.startswith("the rules failed: IndexError at test_flows_reading.py:")
    assert "whole sentences" in note
    assert {(claim.speaker, claim.method) for claim in other.claims} == {("council", "rules")}
    assert not other.article.notes
    with pytest.raises(IndexError):
        split_article(one.article)
    with pytest.raises(RuntimeWarning):  # in a test that does not expect it, a fault is one
        RuleSplitter().split(one.article)
