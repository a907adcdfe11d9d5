"""A unigram vocabulary over the training text, the same pieces and scores in every run.

The trainer of ``tokenizers`` finds the pieces, but sums floats in an order that changes between runs, which moves
scores and thereby ids. So only its set of pieces is kept; the scores are counted afresh, in whole numbers.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

from claimcheck.embed.folding import folding_normalizer

__all__ = ["UNKNOWN", "train_tokenizer"]

UNKNOWN = "[UNK]"
"""The token of what no piece covers; always id 0, and its vector is zero."""

_LONGEST = 16  # code points in a piece, the trainer's own default
_ROUNDS = 3


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A tokenizer of at most ``size`` pieces, ``UNKNOWN`` among them, most frequent first.

    Text is folded (see ``folding``), cut into words without marks but ``?`` and ``!``, and each word into the likeliest
    pieces. A text that comes twice counts twice.
    """
    lines = list(texts)
    draft = _tokenizer([(UNKNOWN, 0.0)])
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=_LONGEST,
        show_progress=False,
    )
    draft.train_from_iterator(lines, trainer)
    pieces = set(draft.get_vocab()) - {UNKNOWN}
    words = _words(draft, lines)
    counts: Mapping[str, int] = {}  # all alike: the first cut takes the fewest pieces, so that no whole word is lost
    for _ in range(_ROUNDS):
        counts = _cuts(_tokenizer(_scored(counts, pieces)), words)
    return _tokenizer(_scored(counts, pieces))


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
    """Every piece with its log probability, most frequent first; one is added so that an unused piece keeps a score."""
    total = sum(counts.get(piece, 0) + 1 for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: (-counts.get(piece, 0), piece))
    return [(UNKNOWN, 0.0), *((piece, round(math.log((counts.get(piece, 0) + 1) / total), 4)) for piece in ordered)]
