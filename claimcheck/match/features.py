"""What makes a past check fit a query, as numbers: how the first hundred candidates are told apart.

All are shares, cosines or logarithms that mean the same for every query. Weighted shares use BM25's weight of a word:
the rarer, the more. Where a past check has no title or summary, the claim's value stands in. Words say nothing across
languages, so ``ABROAD`` names the features that count there; ``LEXICAL`` those without an encoder's help.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.index import FIELDS, NAMES, NUMBERS, Indexes, Outline, hashed, outline
from claimcheck.match.fuse import Parts
from claimcheck.match.meanings import Meanings
from claimcheck.match.query import Signed

__all__ = ["ABROAD", "ELSEWHERE", "FEATURES", "LEXICAL", "Asked", "Features", "again", "ask", "features"]

Features = NDArray[np.float64]

FEATURES = (
    "cosine",  # the closer of claim and title
    "cosine claim",
    "cosine title",
    "grams",  # shares of BM25, as the searches give them
    "words",
    "similarity",  # what the three fuse to
    "held of claim",  # the weighted share of its words that the query holds
    "held of title",
    "held of summary",
    "held at best",
    "covered by claim",  # the weighted share of the query's words that it holds
    "covered by title",
    "covered by summary",
    "covered",
    "names held",  # of its names, those in the query; -1 for no names
    "names covered",  # of the query's names, those it holds
    "numbers held",
    "numbers covered",
    "shared",  # the weight of all shared words
    "rarest",  # the weight of the rarest shared word of its claim
    "length",
    "close held",  # as held of claim, a word counting as far as one of the query means the same, cubed: only close ones
    "like covered",  # as covered, by words that mean the same
    "year told",  # 1 where it names the year that stands under the post, else 0
    "month told",  # 1 where it names the month with it
    "in order",  # of the query's pairs of words near each other, those as near in claim or title; a word counts once
    "rank by cosine",  # 1, 1/2, 1/3 …
    "rank by grams",
    "rank by words",
    "of best cosine",  # over the list's highest
    "of best grams",
    "of best words",
    "of best similarity",
    "of best shared",
    "of best covered",
)
"""Their names, in the order of the columns."""

_NEAR = 3  # words
_RANKED = ("cosine", "grams", "words")
_COMPARED = ("cosine", "grams", "words", "similarity", "shared", "covered")
_BY_COSINE = {
    "cosine", "cosine claim", "cosine title", "rank by cosine", "of best cosine",
    "close held", "like covered",
}  # fmt: skip
ELSEWHERE = tuple(name for name in FEATURES if name != "in order")
"""What counts in other languages than English: the order of words, learnt from English posts, says less in them."""
LEXICAL = tuple(name for name in ELSEWHERE if name not in _BY_COSINE)
"""What counts where the encoder has not learnt the language; similarity is lexical there too."""
ABROAD = (
    "cosine",
    "cosine claim",
    "cosine title",
    "numbers held",
    "numbers covered",
    "rank by cosine",
    "of best cosine",
)
"""What counts between languages; not names, which two languages write alike less often than the lists fitted on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is compared: its outline, and the weight of each of its stems."""

    outline: Outline
    weights: Mapping[str, float]
    signed: Outline | None = None  # of the month and year under a post


def ask(query: str, language: str | None, indexes: Indexes, signed: Signed | None = None) -> Asked:
    """A cleaned query, ready to compare, and when it was signed if it is a post that says so."""
    made = outline(query, language or "und")
    stems = list({*made.stems, *made.names})
    weights = indexes.lexical.words.counts.weights(hashed(stems)).tolist()
    day = outline(f"{signed.month} {signed.year}", language or "und") if signed else None
    return Asked(made, dict(zip(stems, weights, strict=True)), day)


def features(
    asked: Asked,
    rows: NDArray[np.intp],
    parts: Parts,
    similarities: NDArray[np.float64],
    cosines: tuple[NDArray[np.float64], NDArray[np.float64]],
    indexes: Indexes,
    meanings: tuple[Meanings, str] | None = None,
) -> Features:
    """The features of the candidates in these rows of the index, ``(n, len(FEATURES))``.

    ``cosines`` are those to each one's claim and to its title, or to the claim again where it has none. Without
    ``meanings``, and the language to stem by, words are like themselves alone.
    """
    if not len(rows):
        return np.zeros((0, len(FEATURES)))
    scale = np.log(indexes.lexical.words.counts.documents + 1.0)
    lengths = indexes.outlines.lengths(rows)
    totals = indexes.outlines.totals(rows).astype(float)
    terms, owners = indexes.outlines.of(rows)
    shared, numbers, union, names, rarest = _shared(asked, len(rows), terms, owners)
    query = sum(asked.weights[stem] for stem in asked.outline.stems) or 1.0
    named = sum(asked.weights[name] for name in asked.outline.names)
    held = _filled(np.divide(shared[:, :FIELDS], totals[:, :FIELDS], out=np.zeros_like(shared[:, :FIELDS]),
                             where=totals[:, :FIELDS] > 0), lengths)  # fmt: skip
    covered = _filled(shared[:, :FIELDS] / query, lengths)
    count = len(asked.outline.numbers)
    table = [
        parts.dense, *cosines, parts.grams, parts.words, similarities,
        held[:, 0], held[:, 1], held[:, 2], held[:, :2].max(axis=1),
        covered[:, 0], covered[:, 1], covered[:, 2], union / query,
        _share(shared[:, NAMES], totals[:, NAMES]), _share(names, np.full(len(rows), named)),
        _share(numbers, lengths[:, NUMBERS]), _share(numbers, np.full(len(rows), count)),
        union / scale, rarest / scale, np.log1p(lengths[:, 0]),
        *_alike(asked, len(rows), terms, owners, indexes, meanings),
        *_told(asked, len(rows), terms, owners), _in_order(asked, len(rows), terms, owners),
    ]  # fmt: skip
    return again(np.stack(table, axis=1))


def again(rows: Features) -> Features:
    """The rows with what depends on the others of the list worked out anew, as after some of them were taken out."""
    alone = rows[:, : len(FEATURES) - len(_RANKED) - len(_COMPARED)]
    ranks = [_ranks(alone[:, FEATURES.index(name)]) for name in _RANKED]
    shares = [_of_best(alone[:, FEATURES.index(name)]) for name in _COMPARED]
    return np.column_stack((alone, *ranks, *shares))


def _shared(asked: Asked, count: int, terms: NDArray[np.uint32], owners: NDArray[np.intp]) -> tuple[Features, ...]:
    """What a candidate shares with the query, by weight: part by part; numbers; all fields; names; the rarest word."""
    wide = NUMBERS + 1
    position, part = owners // wide, owners % wide
    numeric = hashed(sorted(asked.outline.numbers))
    numbers = np.bincount(position[(part == NUMBERS) & np.isin(terms, numeric)], minlength=count).astype(float)
    known = hashed(asked.outline.stems)
    if not len(known):
        return np.zeros((count, wide)), numbers, np.zeros(count), np.zeros(count), np.zeros(count)
    order = np.argsort(known)
    known = known[order]
    values = np.array([asked.weights[stem] for stem in asked.outline.stems])[order]
    is_name = np.array([stem in asked.outline.names for stem in asked.outline.stems], dtype=float)[order]
    at = np.minimum(np.searchsorted(known, terms), len(known) - 1)
    hit = (known[at] == terms) & (part != NUMBERS)
    by_part = _sums(owners[hit], values[at[hit]], wide * count).reshape(count, wide)
    inside = hit & (part < FIELDS)
    pairs = np.unique(position[inside] * len(known) + at[inside])
    owner, stem = pairs // len(known), pairs % len(known)
    rarest = np.zeros(count)
    claims = hit & (part == 0)
    np.maximum.at(rarest, position[claims], values[at[claims]])
    union, names = _sums(owner, values[stem], count), _sums(owner, (values * is_name)[stem], count)
    return by_part, numbers, union, names, rarest


def _alike(
    asked: Asked,
    count: int,
    terms: NDArray[np.uint32],
    owners: NDArray[np.intp],
    indexes: Indexes,
    meanings: tuple[Meanings, str] | None,
) -> tuple[Features, Features]:
    """What a candidate's claim shares with the query in meaning, by weight, and the query with all its fields."""
    position, part = owners // (NUMBERS + 1), owners % (NUMBERS + 1)
    stems = asked.outline.stems
    told = part < FIELDS
    different, place = np.unique(terms[told], return_inverse=True)
    if not len(different) or not stems:
        return np.zeros(count), np.zeros(count)
    ours = hashed(stems)
    if meanings:
        alike = meanings[0].likeness(ours, different, meanings[1]).astype(float)
    else:
        alike = (ours[:, None] == different[None, :]).astype(float)
    claim, position = part[told] == 0, position[told]
    weights = indexes.lexical.words.counts.weights(different)[place[claim]]
    best = alike.max(axis=0)[place[claim]]
    whole = np.maximum(_sums(position[claim], weights, count), 1e-9)
    close = _sums(position[claim], weights * best**3, count) / whole
    starts = np.flatnonzero(np.diff(position, prepend=-1))
    wanted = np.array([asked.weights[stem] for stem in stems])
    covered = np.zeros(count)
    most = np.maximum.reduceat(alike[:, place], starts, axis=1)
    covered[position[starts]] = wanted @ most / max(float(wanted.sum()), 1e-9)
    return close, covered


def _told(asked: Asked, count: int, terms: NDArray[np.uint32], owners: NDArray[np.intp]) -> tuple[Features, Features]:
    """Whether a candidate names the year under the post, the last of ``signed``; and the month with it."""
    if asked.signed is None:
        return np.zeros(count), np.zeros(count)
    held = np.zeros((len(asked.signed.stems), count), dtype=bool)
    for place, term in enumerate(hashed(asked.signed.stems)):
        found = owners[terms == term]
        held[place, found[found % (NUMBERS + 1) < FIELDS] // (NUMBERS + 1)] = True
    return held[-1].astype(float), held.all(axis=0).astype(float)


def _in_order(asked: Asked, count: int, terms: NDArray[np.uint32], owners: NDArray[np.intp]) -> Features:
    """The share of the query's pairs of words at most ``_NEAR`` apart that a candidate's claim or title has as near."""
    stems = hashed(asked.outline.stems)
    wanted = np.unique(_pairs(stems, np.zeros(len(stems), np.intp))[0])
    if not len(wanted):
        return np.zeros(count)
    pairs, parts = _pairs(terms, owners, np.isin(terms, stems) & (owners % (NUMBERS + 1) < 2))
    at = np.minimum(np.searchsorted(wanted, pairs), len(wanted) - 1)
    hit = wanted[at] == pairs
    found = np.unique(parts[hit] // (NUMBERS + 1) * len(wanted) + at[hit]) // len(wanted)
    return np.bincount(found, minlength=count) / len(wanted)


def _pairs(
    terms: NDArray[np.uint32], owners: NDArray[np.intp], kept: NDArray[np.bool_] | None = None
) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Terms of the same owner at most ``_NEAR`` apart, two as one number, and whose they are; of those kept alone."""
    whole = terms.astype(np.uint64)
    pairs, found = [], []
    for apart in range(1, _NEAR + 1):
        same = owners[apart:] == owners[:-apart]
        if kept is not None:
            same &= kept[apart:] & kept[:-apart]
        pairs.append((whole[:-apart][same] << np.uint64(32)) | whole[apart:][same])
        found.append(owners[apart:][same])
    return np.concatenate(pairs), np.concatenate(found)


def _sums(owners: NDArray[np.integer], values: Features, count: int) -> Features:
    return np.bincount(owners, weights=values, minlength=count).astype(float)


def _filled(shares: Features, lengths: NDArray[np.int64]) -> Features:
    """The claim's share for a title that is not there; the lesser of both for a summary that is not."""
    filled = shares.copy()
    filled[:, 1] = np.where(lengths[:, 1] > 0, shares[:, 1], shares[:, 0])
    filled[:, 2] = np.where(lengths[:, 2] > 0, shares[:, 2], filled[:, :2].min(axis=1))
    return filled


def _share(part: NDArray[np.floating], whole: NDArray[np.floating] | NDArray[np.integer]) -> Features:
    share = np.full(len(part), -1.0)
    np.divide(part, whole, out=share, where=whole > 0)
    return share


def _ranks(values: Features) -> Features:
    ranks = np.empty(len(values))
    ranks[np.argsort(-values, kind="stable")] = np.arange(1, len(values) + 1)
    return 1 / ranks


def _of_best(values: Features) -> Features:
    best = float(values.max(initial=0.0))
    return values / best if best > 0 else values * 0.0
