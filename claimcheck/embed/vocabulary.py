"""A unigram vocabulary over the training text, the same pieces and scores in every run.

The trainer of ``tokenizers`` finds the pieces, but sums floats in an order that changes between runs, which moves
scores and thereby ids. So only its set of pieces is kept; the scores are counted afresh, in whole numbers.
"""

import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from claimcheck.embed.folding import folding_normalizer

__all__ = ["UNKNOWN", "recut", "train_tokenizer"]

UNKNOWN = "[UNK]"
"""The token of what no piece covers; always id 0, and its vector is zero."""

_LONGEST = 16  # code points in a piece, the trainer's own default
_ROUNDS = 3
_SHORT = 3  # characters of a piece that every cut may use
_NEVER = -1000.0  # a log probability below that of any other way to cut a word
_SPACE = "▁"


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A tokenizer of at most ``size`` pieces, ``UNKNOWN`` among them, most frequent first.

    Text is folded (lower case, no accents, Latin letters), cut at spaces and around punctuation, and each word into the
    likeliest pieces. A text that comes twice counts twice.
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


def recut(tokenizer: Tokenizer, turn: int) -> Tokenizer:
    """The same pieces by the same ids, but one half of the longer ones (``turn`` 0 or 1) is not used.

    What it cuts shorter teaches the short pieces that rare words and names are later made of.
    """
    state = json.loads(tokenizer.to_str())
    pieces = state["model"]["vocab"]
    for piece in pieces:
        if len(piece[0].removeprefix(_SPACE)) > _SHORT and zlib.crc32(piece[0].encode()) % 2 == turn:
            piece[1] = _NEVER
    return Tokenizer.from_str(json.dumps(state))


def _tokenizer(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = folding_normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )  # a word is the same piece behind a quotation mark or a hyphen
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
