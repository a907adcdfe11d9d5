"""Many articles split side by side: the same claims in the same order, whatever becomes of the processes."""

import multiprocessing
import os
import pickle
from pathlib import Path

import pytest

import claimcheck.errors as errors
from claimcheck.flows.ingest import Ingested, ingest
from claimcheck.flows.reading import ArticleOptions, Refused, SplitArticle, read_and_split
from claimcheck.records import Article, Claim
from claimcheck.split import RuleSplitter, split_article
from claimcheck.store import Store
from tests.unit.conftest import Claimcheck


class Mortal:
    """Splits like the rules; a process of its own dies of the article that says so."""

    name = "mortal"

    def split(self, article: Article) -> list[Claim]:
        if "deadly" in article.text and multiprocessing.parent_process() is not None:
            os._exit(9)
        return split_article(article)


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    paths = []
    for number in range(6):
        path = tmp_path / f"story-{number}.txt"
        path.write_text(f"The bridge in Harwick cost {number + 2} million pounds in 2019, the council said.\n" * 2)
        paths.append(str(path))
    return paths


def test_two_processes_give_the_claims_of_one_in_the_order_of_the_sources(stories: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    sources = [*stories[:2], str(tmp_path / "empty.txt"), *stories[2:], str(tmp_path / "missing.txt")]

    def read(jobs: int) -> list[SplitArticle | Refused]:
        return list(read_and_split(sources, splitter=RuleSplitter(), options=ArticleOptions(), jobs=jobs))

    alone, together = read(1), read(2)
    assert [type(each) for each in alone] == [SplitArticle] * 2 + [Refused] + [SplitArticle] * 4 + [Refused]
    for one, other in zip(alone, together, strict=True):
        if isinstance(one, Refused):
            assert isinstance(other, Refused)
            assert (type(one.error), str(one.error), vars(one.error)) == (
                type(other.error),
                str(other.error),
                vars(other.error),
            )
        else:
            assert one == other


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


def test_places_are_gathered_once_a_run(stories: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = []
    places = Store.article_places
    monkeypatch.setattr(Store, "article_places", lambda store: gathered.append(1) or places(store))
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        assert len(list(ingest(stories, splitter=RuleSplitter(), open_store=lambda: store))) == 6
    assert gathered == [1]


def test_a_process_that_dies_costs_no_article(stories: list[str]) -> None:
    Path(stories[3]).write_text("The deadly fire in Harwick cost 3 million pounds in 2019, the council said.\n")
    found = list(read_and_split(stories, splitter=Mortal(), options=ArticleOptions(), jobs=2))
    assert [each.article.origin for each in found if isinstance(each, SplitArticle)] == stories
    assert all(each.claims for each in found if isinstance(each, SplitArticle))


def test_split_with_jobs_writes_what_split_writes(claimcheck: Claimcheck, stories: list[str]) -> None:
    one = claimcheck("split", *stories, "-w", "one")
    two = claimcheck("split", *stories, "-w", "two", "--jobs", "2")
    assert one.records
    assert two.records == one.records
    assert claimcheck("claims", "list", "-w", "two").records == claimcheck("claims", "list", "-w", "one").records


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
