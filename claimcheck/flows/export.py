"""``export``: settled and tied claims → a verdict dataset, one row a claim, traceable to characters of its article."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.agree import person_of
from claimcheck.dataset import AnnotationRow, EvidenceLink, LabelShare, Loss, PastCheck, VerdictRow, pseudonym
from claimcheck.errors import NothingToExport
from claimcheck.flows.settle import find_consensuses, is_dropped, justifications
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim, ClaimReview, ClaimStatus, Consensus, ShownCheck, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["ExportReport", "export_verdicts"]

Name = Callable[[Verdict], str]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: ``digest`` is the file's SHA-256, ``left_out`` counts what is not in it, by reason."""

    path: Path
    rows: int
    size: int
    digest: str
    left_out: Mapping[str, int]
    losses: tuple[Loss, ...]


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
            )
        )
    return tuple(rows)


def _row(
    claim: Claim,
    article: Article,
    consensus: Consensus,
    counted: Sequence[Verdict],
    skips: Sequence[Verdict],
    reviews: Mapping[str, ClaimReview],
    name: Name,
    judged: str,
) -> VerdictRow:
    return VerdictRow(
        claim_id=claim.id,
        article_id=claim.article_id,
        text=judged,
        evidence=claim.evidence,
        spans=tuple((span.start, span.end) for span in claim.spans),
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


def _by_claim(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.claim_id, []).append(verdict)
    return found


def _rows(
    store: "Store", scheme: Scheme | None, *, samples: bool, name: Name, progress: Progress
) -> tuple[list[VerdictRow], dict[str, int]]:
    """The rows, by article, place in it and claim id; and how much was left out, by reason."""
    settlement = find_consensuses(store, scheme, samples=True)
    counted, skips = _by_claim(settlement.counted), _by_claim(settlement.skips)
    consensuses = {each.claim_id: each for each in settlement.consensuses}
    seen = {check.review_id for each in settlement.counted for check in each.shown}
    seen |= {past.review_id for each in settlement.counted for past in each.past_answers}
    reviews = {review.id: review for review in store.reviews(ids=seen)}
    left_out = Counter({reason: count for reason, count in settlement.not_counted.items() if reason != "skips"})
    articles: dict[str, Article] = {}
    rows = []
    answered = store.claims(ids={*counted, *skips}, statuses=set(ClaimStatus))
    for number, stored in enumerate(answered):
        progress("collecting verdicts", number, len(answered))
        claim, given, skipped = stored.claim, counted.get(stored.claim.id, []), skips.get(stored.claim.id, [])
        if is_dropped(store, stored):
            left_out["claims that were dropped"] += 1
        elif not samples and (stored.sample or any(each.sample for each in given or skipped)):
            left_out["sample claims"] += 1
        elif not given:
            left_out["claims only skipped"] += 1
        else:
            if claim.article_id not in articles:
                articles[claim.article_id] = store.article(claim.article_id)
            judged = settlement.judged(claim)
            article = articles[claim.article_id]
            rows.append(_row(claim, article, consensuses[claim.id], given, skipped, reviews, name, judged))
    progress("collecting verdicts", len(answered), len(answered))
    waiting = [
        each for each in store.claims(offered=True) if each.claim.id not in counted and each.claim.id not in skips
    ]
    left_out["offered claims without a verdict"] = sum(samples or not each.sample for each in waiting)
    rows.sort(key=lambda row: (row.article_id, row.spans, row.claim_id))
    return rows, {reason: count for reason, count in sorted(left_out.items()) if count}


def export_verdicts(
    store: "Store",
    out: Path,
    *,
    key: str,
    format: str | None = None,
    samples: bool = False,
    names: bool = False,
    scheme: Scheme | None = None,
    progress: Progress = unseen,
) -> ExportReport:
    """Write what the verdicts settle to now, ties included, to one file; the same workspace gives the same bytes.

    ``format`` is ``parquet``, ``jsonl`` or ``csv``, by default what the name of ``out`` ends with. Annotators appear
    under pseudonyms made with ``key`` (``dataset.new_key``), or, with ``names``, as they are. Samples are left out
    unless asked for. The file appears whole or not at all.

    Raises:
        NothingToExport: no claim has a verdict that may be exported; nothing is written.
        DatasetFormatUnknown, DatasetNotWritable: as ``dataset.write_dataset``.
    """
    from claimcheck.dataset import find_unencodable, format_of, verdict_frame, write_dataset

    form = format_of(out, format).name

    def name(verdict: Verdict) -> str:
        return verdict.annotator if names else pseudonym(person_of(verdict), key)

    with store.snapshot():
        rows, left_out = _rows(store, scheme, samples=samples, name=name, progress=progress)
    if not rows:
        raise NothingToExport(left_out)
    written = write_dataset(verdict_frame(rows), out, form=form)
    losses = (*find_unencodable(rows), *written.losses)
    return ExportReport(written.path, written.rows, written.size, written.digest, left_out, losses)
