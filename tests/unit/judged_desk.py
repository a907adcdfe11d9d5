"""A workspace with claims in two languages and whatever verdicts a test gives on them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimcheck.records import (
    Article,
    Block,
    Claim,
    ClaimKind,
    Label,
    Role,
    Span,
    Verdict,
    article_id,
)
from claimcheck.store import Store
from tests.made_records import made_claim

SERVER = "http://127.0.0.1:8080"
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
A, B, C = "ada@example.org", "bob@example.org", "cem@example.org"


class JudgedDesk:
    """``claims`` are one a sentence, ``each`` of them an article, every third German; ``says`` adds a verdict."""

    def __init__(self, store: Store, count: int, each: int = 10) -> None:
        self.store, self.number = store, 0
        self.claims: list[Claim] = []
        for place in range(0, count, each):
            self._add_article(place, min(each, count - place), german=place // each % 3 == 0)

    def _add_article(self, first: int, count: int, *, german: bool) -> None:
        sentences = [
            f"Die Stadt Nummer {n} schloss {n} Schulen." if german else f"Town number {n} closed {n} schools."
            for n in range(first, first + count)
        ]
        text = " ".join(sentences)
        article = Article(
            id=article_id(text),
            text=text,
            blocks=(Block(Span(0, len(text)), Role.BODY),),
            language="de" if german else "en",
            outlet="Beispielblatt" if german else "Example Post",
            published=AT.date() - timedelta(days=first),
        )
        kinds = (ClaimKind.QUANTITY, ClaimKind.EVENT)
        claims = [
            made_claim(each, text, kind=kinds[place % 2], language=article.language)
            for place, each in enumerate(sentences)
        ]
        self.store.add_article(article)
        self.store.record_split(article, claims)
        self.claims += claims

    def says(self, who: str, claim: int, label: Label | None, **more) -> Verdict:
        """A verdict of somebody on claim number ``claim``, in a project of their own."""
        verdict = self._verdict(who, claim, label, **more)
        self.store.put_verdicts([verdict], {})
        return verdict

    def _verdict(self, who: str, claim: int, label: Label | None, *, project: int | None = None, **more) -> Verdict:
        self.number += 1
        at = AT + timedelta(minutes=self.number)
        own = 1 + sum(map(ord, who)) % 1_000
        given = {"server": SERVER, "project_id": own if project is None else project} | more
        return Verdict(
            claim_id=self.claims[claim].id,
            label=label,
            annotator=who,
            decided_at=at,
            updated_at=at,
            task_id=self.number,
            annotation_id=self.number,
            **given,
        )

    def all_say(self, answers: Sequence[Sequence[Label | None]], people: Sequence[str] = (A, B, C), **more) -> None:
        """``answers[i][j]`` is what person ``j`` says of claim ``i``; None is no answer at all."""
        said = [
            self._verdict(who, claim, label, **more)
            for claim, row in enumerate(answers)
            for who, label in zip(people, row, strict=False)
            if label is not None
        ]
        self.store.put_verdicts(said, {})


@contextmanager
def judged_desk(folder: Path, count: int, each: int = 10) -> Iterator[JudgedDesk]:
    """A new workspace in ``folder`` with so many claims, ``each`` of them an article."""
    with Store.open(folder, create=True, write=True) as store:
        yield JudgedDesk(store, count, each)
