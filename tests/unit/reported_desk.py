"""A small workspace to report on: an article whose claims are false, tied, open, differing, unchecked, left out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from claimcheck.flows.report.facts import ArticleFacts
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimDate,
    ClaimKind,
    ClaimReview,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Match,
    Relation,
    Role,
    Span,
    Verdict,
    article_id,
)
from claimcheck.store import Store
from tests.made_records import made_claim

SENTENCES = {
    "false": "Die Stadt Kiel hat 2023 drei Brücken gesperrt.",
    "tied": "Der Hafen machte 2022 einen Verlust von 4 Millionen Euro.",
    "differs": "Die Fähre braucht 40 Minuten.",
    "open": "Im Mai kamen 9.000 Gäste.",
    "true": "Das Rathaus wurde 1911 gebaut.",
    "opinion": "Das ist eine Schande.",
}
TEXT = "Kiel sperrt Brücken\n\n" + " ".join(SENTENCES.values())
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
ADA, BEN = "ada@desk.example", "ben@desk.example"


class Desk:
    """The workspace's store, its article, and its claims by what they are there for."""

    def __init__(self, store: Store, *, sample: bool = False) -> None:
        self.store = store
        headline = TEXT.index("\n")
        self.article = Article(
            article_id(TEXT),
            TEXT,
            (Block(Span(0, headline), Role.HEADLINE), Block(Span(headline + 2, len(TEXT)), Role.BODY)),
            "de",
            title="Kiel sperrt Brücken",
            published=date(2026, 4, 2),
            outlet="Förde-Blatt",
            url="https://foerde.example/kiel",
            origin="/srv/desk/texts/kiel.txt",
            sample=sample,
        )
        self.claims = {
            "false": self._claim(
                "false", 0.6004, kind=ClaimKind.QUANTITY, speaker="Inge Iwersen", via="dpa", cue="sagte"
            ),
            "tied": self._claim("tied", 0.7, date=ClaimDate("2022", "year")),
            "differs": self._claim("differs", 0.5, speaker="Uwe Utz"),
            "open": self._claim("open", 0.9, cue="soll"),
            "true": self._claim("true", 0.95),
            "opinion": self._claim("opinion", 0.1, kind=ClaimKind.OPINION, checkable=False, reasons=("opinion words",)),
        }
        store.add_article(self.article)
        store.record_split(self.article, list(self.claims.values()))
        self._number = 0
        self._match()
        self._judge()

    def _claim(self, name: str, score: float, **more: Any) -> Claim:
        how = Assertion.REPORTED if more.get("speaker") or more.get("cue") else Assertion.ASSERTED
        return made_claim(SENTENCES[name], TEXT, assertion=how, language="de", score=score, **more)

    def _match(self) -> None:
        self.review = ClaimReview(
            "a" * 16,
            "Die Fähre braucht 55 Minuten.",
            "Prüfstelle Nord",
            rating=Label.TRUE,
            alternate_name="Stimmt",
            url="https://www.pruefstelle.example/faehre",
            date_published=date(2023, 2, 1),
            language="de",
        )
        other = ClaimReview("b" * 16, "In Kiel gibt es Brücken.", "Prüfstelle Nord", url="javascript:alert(1)")
        self.store.put_reviews([self.review, other], at=AT)
        differs, nothing = self.claims["differs"], self.claims["open"]
        found = [
            Match(
                differs.text,
                1,
                0.8,
                self.review,
                score=0.994,
                relation=Relation.DIFFERS_NUMBER,
                differences=(Difference(DifferenceKind.NUMBER, "40", "55"),),
                days_older=1156,
            ),
            Match(differs.text, 2, 0.2, other, score=0.01, relation=Relation.RELATED),
        ]
        self.store.put_matches(differs.id, found)
        self.store.put_matches(nothing.id, [Match(nothing.text, 1, 0.1, None)])

    def _judge(self) -> None:
        self.says(ADA, "false", Label.FALSE, justification="Es waren zwei; Auskunft: amt@kiel.example")
        self.says(
            BEN,
            "false",
            Label.FALSE,
            evidence=(Evidence("https://www.kiel.example/b", "zwei", date(2026, 5, 1), "refutes"),),
        )
        self.says(ADA, "tied", Label.TRUE)
        self.says(BEN, "tied", Label.MISLEADING)
        self.says(ADA, "true", Label.TRUE, evidence=(Evidence("javascript:alert(2)"),))
        self.says(BEN, "open", None)

    def says(self, who: str, claim: str, label: Label | None, **more: Any) -> Verdict:
        """A verdict of somebody, in a project of their own."""
        self._number += 1
        verdict = Verdict(
            self.claims[claim].id,
            label,
            who,
            AT,
            "http://127.0.0.1:8080",
            1 + (who == BEN),
            self._number,
            self._number,
            AT,
            **more,
        )
        self.store.put_verdicts([verdict], {})
        return verdict


@contextmanager
def reported_desk(folder: Path, **options: Any) -> Iterator[Desk]:
    """The workspace, new in ``folder``."""
    with Store.open(folder, create=True, write=True) as store:
        yield Desk(store, **options)


def hostile(facts: ArticleFacts, text: str) -> ArticleFacts:
    """The facts with one text in every place of the first claim and the article that others write."""
    first = facts.claims[0]
    claim = replace(first.claim, text=text, speaker=text, via=text, cue=text, language=text, reasons=(text,))
    answers = tuple(
        replace(
            each, justification=text, better_wording=text, problem=text, evidence=(Evidence(text, text, None, text),)
        )
        for each in first.answers
    )
    review = ClaimReview("c" * 16, text, text, alternate_name=text, url=text, claimant=text, language=text)
    found = Match(text, 1, 0.5, review, differences=(Difference(DifferenceKind.NUMBER, text, text),))
    stored = replace(first.stored, claim=claim, author=text)
    bad = replace(first, stored=stored, answers=answers, wording=f"{text}!", matches=(found, replace(found, score=0.1)))
    article = replace(facts.article, title=text, outlet=text, origin=text, notes=(text,), language=text, url=text)
    return replace(facts, article=article, claims=(bad, *facts.claims[1:]))


class Node(HTMLParser):
    """The text of the element with an id, also with a space between blocks, and its elements with their attributes."""

    INLINE = frozenset({"a", "b", "bdi", "span", "mark", "time"})
    VOID = frozenset({"meta", "br", "input", "rect", "link", "img"})

    def __init__(self, page: str, wanted: str) -> None:
        super().__init__(convert_charrefs=True)
        self._wanted, self._depth = wanted, 0
        self.text = self.spaced = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = bool(self._depth)
        if inside or dict(attrs).get("id") == self._wanted:
            self.elements.append((tag, dict(attrs)))
            self.spaced += " " * (tag not in self.INLINE)
            self._depth += tag not in self.VOID

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in self.VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data
            self.spaced += data
