"""Offered claims drawn from annotated pages, each with its sentence, for a reader to judge beside the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from claimcheck.flows.bench_split import read_annotated
from claimcheck.flows.split_gold import read_split_gold
from claimcheck.progress import Progress, unseen
from claimcheck.records import Article, Claim
from claimcheck.split import Splitter

__all__ = ["SampledClaim", "sample_claims"]

_CONTEXT = 400  # characters before and behind a claim that are shown at most
_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class SampledClaim:
    """A claim and what a reader needs beside it; ``marks`` are the evidence's offsets in ``passage``."""

    number: int
    page: str
    claim: Claim
    passage: str
    marks: tuple[tuple[int, int], ...]
    source: str

    def to_json(self) -> dict[str, Any]:
        """The claim as one object, with two answers for the reader to fill in."""
        claim = self.claim
        return {
            "number": self.number,
            "page": self.page,
            "source": self.source,
            "id": claim.id,
            "text": claim.text,
            "evidence": list(claim.evidence),
            "passage": self.passage,
            "before": claim.context.previous,
            "title": claim.context.title,
            "published": claim.context.date.isoformat() if claim.context.date else None,
            "speaker": claim.speaker,
            "assertion": claim.assertion.value,
            "date": claim.date.value if claim.date else None,
            "needs_context": claim.needs_context,
            "unresolved": list(claim.context.unresolved),
            "faithful": None,
            "stands_alone": None,
        }


def sample_claims(
    gold_files: Sequence[Path],
    count: int,
    seed: int,
    *,
    splitter: Splitter,
    sources: Sequence[Path] = (),
    progress: Progress = unseen,
) -> list[SampledClaim]:
    """``count`` of all claims offered for the pages, the same for the same seed, in the order of files and texts.

    All of them where there are fewer.

    Raises:
        GoldInvalid, GoldSourceMissing, GoldSourceChanged: a gold file or its page is not usable.
    """
    offered: list[tuple[str, str, Article, Claim]] = []
    for done, path in enumerate(gold_files):
        progress("splitting annotated pages", done, len(gold_files))
        gold = read_split_gold(path, sources)
        article = read_annotated(gold)
        claims = sorted((each for each in splitter.split(article) if each.checkable), key=lambda each: each.spans)
        offered += [(gold.name, gold.source, article, claim) for claim in claims]
    progress("splitting annotated pages", len(gold_files), len(gold_files))
    drawn = sorted(Random(seed).sample(range(len(offered)), min(count, len(offered))))
    return [_sampled(number, *offered[at]) for number, at in enumerate(drawn, 1)]


def _sampled(number: int, page: str, source: str, article: Article, claim: Claim) -> SampledClaim:
    """The claim with the sentences it stands in."""
    text = article.text
    block = next(
        (each.span for each in article.blocks if each.span.start <= claim.spans[0].start < each.span.end), None
    )
    first = max(block.start if block else 0, claim.spans[0].start - _CONTEXT)
    last = min(block.end if block else len(text), claim.spans[-1].end + _CONTEXT)
    start = next((at + 1 for at in range(claim.spans[0].start - 2, first, -1) if _ends(text, at)), first)
    end = next((at + 1 for at in range(claim.spans[-1].end - 1, last) if _ends(text, at)), last)
    while start < end and text[start].isspace():
        start += 1
    marks = tuple((span.start - start, span.end - start) for span in claim.spans)
    return SampledClaim(number, page, claim, text[start:end], marks, source)


def _ends(text: str, at: int) -> bool:
    """Whether a sentence is likely over at an offset: a mark with a space and a capital behind it."""
    return text[at] in _ENDS and text[at + 1 : at + 2].isspace() and not text[at + 2 : at + 3].islower()
