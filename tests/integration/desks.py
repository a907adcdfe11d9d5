"""A small workspace to push and pull with: one article, one claim, its past checks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.flows.push import PushReport, push_claims
from claimcheck.labelstudio import StudioClient
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimKind,
    ClaimReview,
    Difference,
    DifferenceKind,
    Label,
    Match,
    Relation,
    Role,
    Span,
    article_id,
    claim_id,
)
from claimcheck.scheme import Scheme
from claimcheck.store import Store

OUTPUT = Path(__file__).resolve().parent.parent / "output"

# Windows line ends and characters beyond the first plane before the claim: every kind of offset but code points shifts
TEXT = (
    "Der Vertrag von Musterstadt\r\n\r\n"
    'Vor dem Rathaus 🏛️ sangen 😀😀 Kinder, es gab Kuchen 🍰 und "Limonade".\r\n\r\n'
    "Im Vertrag von 1994 sagten drei Staaten zu, die Grenzen der Stadt zu achten, sagte Bürgermeisterin Erika Muster. "
    "Die Zusage gilt bis heute 🕊️.\r\n"
)
EVIDENCE = "Im Vertrag von 1994 sagten drei Staaten zu, die Grenzen der Stadt zu achten"
WORDING = "Drei Staaten sagten 1994 zu, die Grenzen zu achten."
MARKUP = (
    '<img src=x onerror="window.__ran=1"><script>window.__ran=2</script>'
    '<iframe srcdoc="<script>parent.__ran=3</script>">'
)


def make_article(text: str = TEXT, **fields: Any) -> Article:
    """An article with a block per paragraph."""
    blocks, at = [], 0
    for paragraph in text.split("\r\n\r\n"):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        blocks.append(Block(Span(start, at), Role.BODY if blocks else Role.HEADLINE))
    known: dict[str, Any] = {"title": "Der Vertrag von Musterstadt", "published": date(2023, 4, 11), "outlet": "Probe"}
    return Article(article_id(text), text, tuple(blocks), "de", **(known | fields))


def make_claim(article: Article, text: str = WORDING, **fields: Any) -> Claim:
    """The claim at ``EVIDENCE`` in an article."""
    start = article.text.index(EVIDENCE)
    spans = (Span(start, start + len(EVIDENCE)),)
    known: dict[str, Any] = {"speaker": "Erika Muster", "via": None}
    return Claim(
        claim_id(article.id, spans, Assertion.REPORTED),
        article.id,
        spans,
        (EVIDENCE,),
        text,
        Assertion.REPORTED,
        ClaimKind.HISTORICAL,
        Role.BODY,
        "de",
        True,
        0.9,
        **(known | fields),
    )


def make_review(number: int, claim: str, **fields: Any) -> ClaimReview:
    """A past check of a publisher that says it is made up."""
    known: dict[str, Any] = {"rating": Label.FALSE, "url": f"https://example.org/{number}", "language": "de"}
    known["date_published"] = date(2022, 3, number)
    return ClaimReview(f"{number:016x}", claim, "claimcheck samples", **(known | fields))


@dataclass
class Desk:
    """A workspace with one claim and its matches, and a project of its own on the shared server."""

    store: Store
    client: StudioClient
    scheme: Scheme
    title: str
    claim_id: str

    def push(self, **options: Any) -> PushReport:
        """Push the one claim."""
        claims = self.store.claims(ids=[self.claim_id])
        return push_claims(self.store, self.client, claims, scheme=self.scheme, title=self.title, **options)

    def task_id(self) -> int:
        """The task the claim became."""
        (task,) = self.store.tasks(claim_ids=[self.claim_id])
        return task.task_id


def past_matches(query: str = WORDING) -> list[Match]:
    """Two past checks: one that differs in a date, one related."""
    return [
        Match(
            query,
            1,
            0.83,
            make_review(1, "Den Vertrag von Musterstadt gibt es seit 1997."),
            relation=Relation.DIFFERS_DATE,
            differences=(Difference(DifferenceKind.DATE, "1994", "1997"),),
        ),
        Match(query, 2, 0.51, make_review(2, "Musterstadt hat keinen Bahnhof."), relation=Relation.RELATED),
    ]
