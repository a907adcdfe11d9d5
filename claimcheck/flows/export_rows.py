"""The rows of a verdict dataset, article by article: a few thousand claims are held at a time, of however many."""

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.agree import by_claim, judged_in_sight
from claimcheck.dataset import AnnotationRow, EvidenceLink, LabelShare, PastCheck, VerdictRow
from claimcheck.flows.settle import Settlement, find_consensuses, is_dropped, judged_wording, justifications
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim, ClaimReview, ClaimStatus, Consensus, ShownCheck, Verdict
from claimcheck.scheme import Scheme
from claimcheck.shapes import verdict_to_json

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["Name", "RowReport", "iter_rows"]

Name = Callable[[Verdict], str]

_AT_ONCE = 2_000  # claims settled together, and more where one article has more


@dataclass(slots=True)
class RowReport:
    """What the rows came from, filled as they are taken; ``left_out`` counts what became no row, by reason.

    ``in_sight`` counts the claims whose annotators could see each other's answers, by whether they are samples.
    ``digest`` is over every verdict that was read, in order, and the articles they are about.
    """

    answered: int = 0
    verdicts: int = 0
    articles: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    rating_tables: set[str] = field(default_factory=set)
    splitters: Counter[str] = field(default_factory=Counter)
    projects: set[tuple[str, int]] = field(default_factory=set)
    in_sight: Counter[bool] = field(default_factory=Counter)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)


def iter_rows(
    store: "Store",
    scheme: Scheme | None,
    *,
    samples: bool,
    name: Name,
    report: RowReport,
    method: str | None = None,
    progress: Progress = unseen,
) -> Iterator[list[VerdictRow]]:
    """The rows by article id, place in it and claim id, some at a time; to be taken inside one snapshot.

    A method that learns from all claims settles all of them first; one that counts settles as the rows are taken.
    """
    method = method or store.settle_method()
    whole = None if method == "majority" else find_consensuses(store, scheme, samples=True, method=method)
    if whole:
        report.left_out.update({reason: count for reason, count in whole.not_counted.items() if reason != "skips"})
    for ids in _groups(store.answered_claims()):
        progress("collecting verdicts", report.answered, None)
        settlement = whole or find_consensuses(store, scheme, samples=True, claim_ids=ids, method=method)
        if not whole:
            for reason, count in settlement.not_counted.items():
                report.left_out[reason] += count if reason != "skips" else 0
        yield _rows(store, _Group(settlement, ids), samples=samples, name=name, report=report)
    report.left_out["offered claims without a verdict"] = store.count_unanswered(samples=samples)
    progress("collecting verdicts", report.answered, report.answered)


def _groups(claims: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Claim ids in groups of whole articles."""
    held: list[str] = []
    last = None
    for article_id, claim_id in claims:
        if len(held) >= _AT_ONCE and article_id != last:
            yield held
            held = []
        held.append(claim_id)
        last = article_id
    if held:
        yield held


class _Group:
    """What some claims' verdicts came to, by claim."""

    def __init__(self, settlement: Settlement, ids: Sequence[str]) -> None:
        wanted = set(ids)
        self.ids = ids
        self.counted = by_claim(each for each in settlement.counted if each.claim_id in wanted)
        self.skips = by_claim(each for each in settlement.skips if each.claim_id in wanted)
        self.consensuses = {each.claim_id: each for each in settlement.consensuses if each.claim_id in wanted}


def _rows(store: "Store", group: _Group, *, samples: bool, name: Name, report: RowReport) -> list[VerdictRow]:
    everything = [each for given in group.counted.values() for each in given]
    seen = {check.review_id for each in everything for check in each.shown}
    seen |= {past.review_id for each in everything for past in each.past_answers}
    reviews = {review.id: review for review in store.reviews(ids=seen)} if seen else {}
    articles: dict[str, tuple[Article, str]] = {}
    rows = []
    for stored in store.claims(ids=group.ids, statuses=set(ClaimStatus)):
        claim = stored.claim
        given, skipped = group.counted.get(claim.id, []), group.skips.get(claim.id, [])
        report.answered += 1
        reason = _left_out(store, stored, given, skipped, samples=samples)
        if reason:
            report.left_out[reason] += 1
            continue
        if claim.article_id not in articles:
            article = store.article(claim.article_id)
            articles[claim.article_id] = article, _sha256(article.text)
        report.verdicts += len(given) + len(skipped)
        report.splitters[claim.method] += 1
        report.projects.update((each.server, each.project_id) for each in given)
        shown = {check.review_id for each in given for check in each.shown}
        report.rating_tables.update(reviews[each].rating_table or "" for each in shown if each in reviews)
        answers = (given, skipped)
        article, digest = articles[claim.article_id]
        consensus = group.consensuses[claim.id]
        report.in_sight[consensus.sample] += judged_in_sight(given)
        rows.append(_row(claim, article, digest, consensus, answers, reviews, name))
    rows.sort(key=lambda row: (row.article_id, row.spans, row.claim_id))
    for row in rows:
        report.digest.update(f"{row.claim_id} {row.article_digest}\n".encode())
        for verdict in (*group.counted[row.claim_id], *group.skips.get(row.claim_id, ())):
            report.digest.update(repr(sorted(verdict_to_json(verdict).items())).encode("utf-8", "backslashreplace"))
    report.articles += len(articles)
    return rows


def _left_out(
    store: "Store", stored: "StoredClaim", given: Sequence[Verdict], skipped: Sequence[Verdict], *, samples: bool
) -> str | None:
    """Why a claim becomes no row, as a phrase to count by."""
    if is_dropped(store, stored):
        return "claims that were dropped"
    if not given and not skipped:
        return "claims whose verdicts do not count"
    if not samples and (stored.sample or any(each.sample for each in given or skipped)):
        return "sample claims"
    return None if given else "claims only skipped"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _annotations(verdicts: Iterable[Verdict], name: Name) -> tuple[AnnotationRow, ...]:
    rows = [
        AnnotationRow(
            annotator=name(each),
            label=each.label.value if each.label else None,
            confidence=each.confidence,
            seconds=each.seconds,
            shown=tuple(shown.review_id for shown in sorted(each.shown, key=lambda shown: shown.rank)),
            at=each.decided_at,
            justification=each.justification,
            problem=each.problem,
            better_wording=each.better_wording,
            adjudicated=each.adjudicated,
            arm=each.arm,
        )
        for each in verdicts
    ]
    return tuple(sorted(rows, key=lambda row: (row.annotator, row.at.isoformat())))


def _links(counted: Sequence[Verdict], name: Name) -> tuple[EvidenceLink, ...]:
    found = {
        EvidenceLink(name(each), link.url, link.quote, link.accessed, link.stance)
        for each in counted
        for link in each.evidence
    }
    return tuple(sorted(found, key=lambda link: (link.annotator, link.url, link.quote or "", str(link.accessed))))


def _past_checks(counted: Sequence[Verdict], reviews: Mapping[str, ClaimReview]) -> tuple[PastCheck, ...]:
    shown: dict[str, ShownCheck] = {}
    for check in (check for each in counted for check in each.shown):
        shown[check.review_id] = min(shown.get(check.review_id, check), check, key=lambda one: one.rank)
    answers = Counter((past.review_id, past.answer) for each in counted for past in each.past_answers)
    ranks = dict.fromkeys(
        (review_id for review_id, _ in answers), sys.maxsize
    )  # answered, yet not known as shown: last
    ranks |= {review_id: check.rank for review_id, check in shown.items()}
    rows = []
    for review_id in sorted(ranks, key=lambda each: (ranks[each], each)):
        review, seen = reviews.get(review_id), shown.get(review_id)
        rows.append(
            PastCheck(
                review_id=review_id,
                claim_reviewed=review.claim_reviewed if review else None,
                rating=review.rating.value if review and review.rating else None,
                publisher=review.publisher if review else None,
                url=review.url if review else None,
                relation=seen.relation.value if seen and seen.relation else None,
                same=answers[review_id, "same"],
                related=answers[review_id, "related"],
                unrelated=answers[review_id, "unrelated"],
                licence=review.licence if review else None,
            )
        )
    return tuple(rows)


def _row(
    claim: Claim,
    article: Article,
    digest: str,
    consensus: Consensus,
    answers: tuple[Sequence[Verdict], Sequence[Verdict]],
    reviews: Mapping[str, ClaimReview],
    name: Name,
) -> VerdictRow:
    counted, skips = answers
    return VerdictRow(
        claim_id=claim.id,
        article_id=claim.article_id,
        text=judged_wording(claim, counted),
        evidence=claim.evidence,
        spans=tuple((span.start, span.end) for span in claim.spans),
        evidence_digests=tuple(_sha256(each) for each in claim.evidence),
        article_digest=digest,
        language=claim.language,
        speaker=claim.speaker,
        assertion=claim.assertion.value,
        kind=claim.kind.value,
        claim_date=claim.date.value if claim.date else None,
        claim_date_precision=claim.date.precision if claim.date else None,
        article_title=article.title,
        article_url=article.url,
        outlet=article.outlet,
        published=article.published,
        label=consensus.label.value if consensus.label else None,
        soft_label=tuple(LabelShare(label.value, share) for label, share in consensus.soft_label),
        scores=tuple(LabelShare(label.value, share) for label, share in consensus.scores),
        method=consensus.method,
        n_annotators=consensus.n_annotators,
        tie=tuple(label.value for label in consensus.tie),
        justification="\n\n".join(justifications(consensus, counted)) or None,
        evidence_links=_links(counted, name),
        as_of=consensus.as_of,
        past_checks=_past_checks(counted, reviews),
        annotations=_annotations((*counted, *skips), name),
        split=None,
        sample=consensus.sample,
    )
