"""A vocabulary of frequent words and of the pieces that spell the others, the same in every run.

Sums of piece vectors read words poorly that share pieces with unrelated ones, so whatever is frequent is one piece. The
trainer of ``tokenizers`` finds the pieces for the rest, but sums floats in an order that changes between runs, which
moves scores and thereby ids. So only its set of pieces is kept; the scores are counted afresh, in whole numbers.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

from claimcheck.embed.data import NEWS, Corpus, order_key
from claimcheck.embed.fitting import Bags
from claimcheck.embed.folding import folding_normalizer

__all__ = ["MARK", "UNKNOWN", "cut_into_bags", "train_tokenizer", "vocabulary_text"]

UNKNOWN = "[UNK]"
"""The token of what no piece covers; always id 0, and its vector is zero."""
MARK = "\u2581"
"""What a piece that begins a word begins with."""

_LONGEST = 16  # code points in a piece, the trainer's own default
_ROUNDS = 3
_WHOLE = 0.78  # share of the vocabulary that is whole words, the most frequent ones
_LEAST = 8  # how often a word must come to be one of them
_APART = 20.0  # what each piece costs beside its probability: the fewest pieces win, then the likeliest
_BLOCK = 50_000  # texts cut at a time: a cut text takes fifty times the room of its ids
_SHARE = {"de": 300_000}  # sentences of a language that the vocabulary is made from
_OTHERS_SHARE, _REPEATED = 50_000, 2  # of the others; how often a language with few may repeat
_NEWS_TIMES = 3


def vocabulary_text(corpus: Corpus) -> list[str]:
    """Text for the vocabulary: the same share of most languages, more German, all English; news counts three times."""
    lines: list[str] = []
    english: dict[str, int] = {}
    for language in corpus.languages:
        share = _SHARE.get(language, _OTHERS_SHARE)
        pairs = [pair for pair in corpus.pairs if pair.language == language]
        pairs.sort(key=lambda pair: (pair.source != NEWS, order_key(0, pair.english)))
        chosen = pairs[:share]
        lines += [pair.foreign for pair in chosen] * max(1, min(_REPEATED, share // max(1, len(pairs))))
        lines += [pair.foreign for pair in chosen if pair.source == NEWS] * (_NEWS_TIMES - 1)
        for pair in pairs:
            english[pair.english] = max(english.get(pair.english, 1), _NEWS_TIMES if pair.source == NEWS else 1)
    return [*lines, *(sentence for sentence, times in english.items() for _ in range(times))]


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A tokenizer of at most ``size`` pieces, ``UNKNOWN`` among them, most frequent first.

    Text is folded (see ``folding``), cut into words without marks but ``?`` and ``!``, and each word into the fewest
    pieces, of which the likeliest. A text that comes twice counts twice.
    """
    lines = list(texts)
    draft = _tokenizer([(UNKNOWN, 0.0)])
    words = _words(draft, lines)
    whole = [word for word, times in words.most_common(int(size * _WHOLE)) if times >= _LEAST and len(word) <= _LONGEST]
    rest = set(words).difference(whole)
    trainer = trainers.UnigramTrainer(
        vocab_size=max(1, size - len(whole)),
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=_LONGEST,
        show_progress=False,
    )
    bare = Tokenizer(draft.model)
    bare.train_from_iterator(sorted(rest) or ["a"], trainer)
    pieces = {*bare.get_vocab(), *whole} - {UNKNOWN}
    counts: Mapping[str, int] = {}  # all alike: the first cut takes the fewest pieces
    kinds = Counter(dict.fromkeys(words, 1))
    for _ in range(_ROUNDS):
        counts = _cuts(_tokenizer(_scored(counts, pieces)), kinds)
    return _tokenizer(_scored(counts, pieces))


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


def _tokenizer(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    """Vectors of commas and quotes say nothing of what a claim is about, and come often: most marks are left out.

    What follows a hyphen or a quote is a word of its own, the same piece as after a space.
    """
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = folding_normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\w?!]+"), "removed"),
            pre_tokenizers.Split(Regex("[?!]"), "isolated"),
            pre_tokenizers.Metaspace(prepend_scheme="always"),
        ]
    )
    return tokenizer


def _words(tokenizer: Tokenizer, lines: Iterable[str]) -> Counter[str]:
    """How often each word of the normalised text occurs."""
    normalise, cut = tokenizer.normalizer.normalize_str, tokenizer.pre_tokenizer.pre_tokenize_str
    return Counter(word for line in lines for word, _ in cut(normalise(line)))


def _cuts(tokenizer: Tokenizer, words: Mapping[str, int]) -> Counter[str]:
    """How often each piece is used when every word is cut into its likeliest pieces."""
    bare = Tokenizer(tokenizer.model)  # a word is cut already, and its space mark must not be cut again
    counts: Counter[str] = Counter()
    for encoding, times in zip(bare.encode_batch(list(words)), words.values(), strict=True):
        for piece in encoding.tokens:
            counts[piece] += times
    return counts


def _scored(counts: Mapping[str, int], pieces: set[str]) -> list[tuple[str, float]]:
    """Every piece with its score, most frequent first: its log probability, less what each piece costs.

    One is added to each count, so that an unused piece keeps a score.
    """
    total = sum(counts.get(piece, 0) + 1 for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: (-counts.get(piece, 0), piece))
    scores = ((piece, math.log((counts.get(piece, 0) + 1) / total) - _APART) for piece in ordered)
    return [(UNKNOWN, 0.0), *((piece, round(score, 4)) for piece, score in scores)]
