"""A trained encoder's folder: weights, tokenizer, sentence-transformers' files, facts and the model card."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from claimcheck.embed.data import SOURCES, Corpus, Pair
from claimcheck.embed.fitting import Plan
from claimcheck.embed.pieces import write_pieces
from claimcheck.embed.static import FINGERPRINT_FILE, fingerprint_of, sizes_of

__all__ = ["Facts", "format_card", "write_card", "write_folder"]

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a training run, for the card and ``config.json``."""

    name: str
    languages: tuple[str, ...]
    vocabulary: int
    dimension: int
    corpus: Corpus
    taught: int  # English sentences with a teacher vector
    words: int  # words that began as the teacher reads them
    teacher_sha256: str | None
    tokenizer_sha256: str
    plan: Plan
    later: Plan | None  # how the other languages joined the first
    source_weights: Mapping[str, float]
    language_weights: Mapping[str, float]
    loss: float
    figures: Mapping[str, float]


def write_folder(
    out: Path, tokenizer: Tokenizer, rows: npt.NDArray[np.float32], *, name: str, languages: Sequence[str]
) -> str:
    """Write a folder ``SentenceTransformer`` and ``StaticEncoder`` both read, vectors as float16; its fingerprint."""
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    weights = out / "model.safetensors"
    save_file({"embedding.weight": np.ascontiguousarray(rows, np.float16)}, weights)
    weights.chmod(0o644)  # safetensors writes for the owner alone
    _write_json(out / "modules.json", _MODULES)
    _write_json(
        out / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    _write_json(out / "config.json", {"name": name, "languages": list(languages), "dimension": int(rows.shape[1])})
    fingerprint = fingerprint_of(out)
    _write_json(out / FINGERPRINT_FILE, {"fingerprint": fingerprint, "bytes": sizes_of(out)})
    write_pieces(out)
    return fingerprint


def write_card(out: Path, facts: Facts) -> None:
    """Write ``training.json`` with every fact, and the model card ``README.md`` from the same facts."""
    corpus = facts.corpus
    _write_json(
        out / "training.json",
        {
            "name": facts.name,
            "languages": list(facts.languages),
            "vocabulary": facts.vocabulary,
            "dimension": facts.dimension,
            "plan": asdict(facts.plan),
            "later": asdict(facts.later) if facts.later else None,
            "source_weights": dict(facts.source_weights),
            "language_weights": dict(facts.language_weights),
            "loss": round(facts.loss, 4),
            "figures": dict(facts.figures),
            "teacher": {"sha256": facts.teacher_sha256, "sentences": facts.taught, "words": facts.words}
            if facts.teacher_sha256
            else None,
            "tokenizer_sha256": facts.tokenizer_sha256,
            "training_pairs": corpus.counts,
            "held_out_pairs": len(corpus.held_out),
            "development_pairs": len(corpus.development),
            "files": [
                {"name": file.name, "sha256": file.sha256, "taken": dict(file.taken), "left_out": dict(file.left_out)}
                for file in corpus.files
            ],
            "sources": {tag: {"url": SOURCES[tag].url, "licence": SOURCES[tag].licence} for tag in corpus.counts},
        },
    )
    (out / "README.md").write_text(format_card(facts), encoding="utf-8")


def format_card(facts: Facts) -> str:
    """The model card: what it is, what it was trained on and under which terms, how well it does, where it fails."""
    corpus, plan = facts.corpus, facts.plan
    languages = "\n".join(f"- {language}" for language in facts.languages)
    sources = "\n".join(
        f"| `{tag}` | [{SOURCES[tag].title}]({SOURCES[tag].url}) | {count:,} "
        f"| {facts.source_weights.get(tag, 1.0):g} | {SOURCES[tag].licence} |"
        for tag, count in corpus.counts.items()
    )
    files = "\n".join(f"- `{file.name}`: SHA-256 `{file.sha256}`, {_left_out(file.left_out)}" for file in corpus.files)
    figures = "\n".join(f"| {name} | {figure:.3f} |" for name, figure in facts.figures.items())
    return f"""---
license: apache-2.0
language:
{languages}
library_name: sentence-transformers
tags:
- sentence-transformers
- static-embeddings
- sentence-similarity
---
# {facts.name}

Static sentence embeddings for {_listed(facts.languages)}: one {facts.dimension}-wide float16 vector for each of
{facts.vocabulary:,} pieces, frequent words whole and parts of words to spell the others, summed and normalised. Text is
read in lower case, without accents but umlauts, Cyrillic in Latin letters, and without marks but `?` and `!`.
`claimcheck` reads this folder with tokenizers,
safetensors and numpy; `SentenceTransformer(folder)` gives the same vectors.

## Trained on

{sum(corpus.counts.values()):,} sentence pairs; repeats, pairs of fewer than three words and everything that shares a
side with a held-out pair were dropped first. "Drawn" is how often a pair comes up in one round over the data; times
{_weighted(facts.language_weights)}.

| tag | source | pairs | drawn | licence, as far as known |
|---|---|---|---|---|
{sources}

{files}

{_teacher(facts)}

No text of these sources is part of the weights' folder but the pieces in `tokenizer.json`.

## How

{_how(facts.plan, taught=bool(facts.teacher_sha256))}
{_joined(facts)}Adam at {plan.rate:g}, {plan.dropout:.0%} of tokens dropped at random, products in
{"bfloat16" if plan.half else "float32"}, seed {plan.seed}, {plan.threads} thread(s); loss at the end {facts.loss:.3f}.
{_begun(facts)}In the end a piece's vector is weighted by
its rank by frequency to the power of {plan.rarity:g}. `training.json` has every number.

Made by `claimcheck encoder train`. The same data, teacher vectors, seed, thread count and torch build give the same
bits on one machine. Not bit-exact: teacher vectors made anew (other batches or thread counts move their last bits), and
other machines. The pieces are chosen by the trainer of `tokenizers`, which does not promise to repeat itself, though it
has in every run so far, on two machines. `tokenizer.json` has SHA-256
`{facts.tokenizer_sha256}`: give this file as the vocabulary to be sure.

## Figures

| measure | figure |
|---|---|
{figures}

`held out`: {_counted(corpus.held_out)} translations kept out of training, each to be found among all
of its language; `dev`: others, {_counted(corpus.development)}. They are news where a language has any.
`tatoeba`: LASER's test set. Accuracy is the share of sentences whose
nearest one in the other language is their translation. `stsb`: Spearman's rank correlation on the STS benchmark's
development set (machine-translated where not English). `clef2020`: CheckThat! 2020 task 2, tweets against 10,375 past
checks, this encoder alone on the claims alone. The default settings were chosen with an eye on every `dev` figure, so
those flatter a little; so do tatoeba's and `held out`, which were printed beside them and seen when the stages, the
scale and the weight by rank were chosen.

## Limits

A bag of word pieces: it knows no word order, so "A beat B" and "B beat A" are one to it; negation and numbers count
only as words. It has learnt no language but those above: a text in another gets a vector, but not a good one. Names and
words younger than the training text (2018) are spelled in pieces and match poorly across languages. Part of that text
is religious and technical, and everyday sentences are over-represented. Use it to find candidates, never to judge.
"""


def _counted(pairs: Sequence[Pair]) -> str:
    found = Counter(pair.language for pair in pairs)
    return ", ".join(f"{language} {count:,}" for language, count in found.items())


def _left_out(counts: Sequence[tuple[str, int]]) -> str:
    listed = ", ".join(f"`{tag}` {count:,}" for tag, count in counts)
    return f"lines left out because their terms do not allow it: {listed}" if listed else "every line used"


def _weighted(weights: Mapping[str, float]) -> str:
    other = ", ".join(f"{language} {weight:g}" for language, weight in weights.items() if weight != 1)
    return f"a weight for its language: {other}; 1 for the others" if other else "one for every language"


def _teacher(facts: Facts) -> str:
    if not facts.teacher_sha256:
        return "No teacher."
    return (
        f"Teacher: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), `model.safetensors` SHA-256\n"
        f"`{facts.teacher_sha256}`, for {facts.taught:,} English sentences of these pairs."
    )


def _begun(facts: Facts) -> str:
    if not facts.words:
        return ""
    return (
        f"{facts.words:,} words of English began\nas the teacher reads them alone, less what all have in common, "
        f"at length {facts.plan.begin:g}; all else at random. "
    )


def _how(plan: Plan, *, taught: bool) -> str:
    lines = [
        f"{plan.steps:,} steps of {plan.batch:,} pairs, {plan.topical:.0%} of the batches from one source each.",
        f"Symmetric in-batch cross-entropy (scale {plan.scale:g}) between the two languages"
        + (f" (weight {plan.contrast:g})" if taught else "."),
    ]
    if taught:
        lines += [
            f"and between each and the teacher's vector of the English sentence (weight {plan.imitation:g}),",
            "and the mean squared difference from the teacher's similarities within the batch "
            f"(weight {plan.geometry:g}).",
        ]
    return "\n".join(lines)


def _joined(facts: Facts) -> str:
    if not facts.later:
        return ""
    first, *others = (each for each in facts.languages if each != "en")
    told = _how(facts.later, taught=bool(facts.teacher_sha256))
    return (
        f"So far with pairs of {_listed([first])} and English. Then with all pairs, {_listed(others)} beside them,\n"
        f"while the pieces that are those two's own kept their vectors:\n{told}\n"
    )


def _listed(languages: Sequence[str]) -> str:
    names = {
        "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch",
        "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
    }  # fmt: skip
    *first, last = [names.get(each, each) for each in languages]
    return f"{', '.join(first)} and {last}" if first else last


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
