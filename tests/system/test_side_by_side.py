"""Many articles split side by side: the same claims in the same order, whatever becomes of the processes."""

import multiprocessing
import os
from pathlib import Path

import pytest

from claimcheck.flows.reading import ArticleOptions, Refused, SplitArticle, read_and_split
from claimcheck.records import Article, Claim
from claimcheck.split import RuleSplitter, split_article
from tests.unit.conftest import Claimcheck
from tests.unit.test_flows_reading import write_stories


class Mortal:
    """Splits like the rules; a process of its own dies of the article that says so."""

    name = "mortal"

    def split(self, article: Article) -> list[Claim]:
        if "deadly" in article.text and multiprocessing.parent_process() is not None:
            os._exit(9)
        return split_article(article)


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    return write_stories(tmp_path)


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
