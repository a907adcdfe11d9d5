"""Which words of two claims say the same: by form, by list, by name, by what the encoder has learnt of words."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimcheck import resources
from claimcheck.embed import StaticEncoder, bundled_encoder
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.gazetteer import contains
from claimcheck.match.relation.seats import same_power
from claimcheck.match.relation.words import Word, skeleton

__all__ = ["Alignment", "WordVectors", "align", "bundled_vectors", "vectors_of"]

_KNOWN = 20_000  # words kept
_UNLIKE = 0.4  # likeness at most of two words that are known to be different things
_PART, _FIRST = 5, 3  # letters of a compound's last part that count, and of its first
_LEVELS = words_in("level of a body")
_FIRST_ALIKE = 0.35  # the cosine from which the first parts say the same: Corona and Covid
_PALE, _TOLD = 0.4, 0.2  # what is left of the weight of a filler, and of who says so, that only one side has
_VERB = re.compile(
    r"(?P<particle>ab|an|auf|aus|ein|zu|zurück|vor|fest|frei|durch|weg|los|nieder|fort|bei|nach|um|her|hin|mit)??"
    r"(?:ge|zu)?(?P<root>\w{3,}?)e?(?:ten|tet|te|t|en|n)"
)
_OWN_GE = re.compile(  # how verbs begin of which "ge" is part: gestehen is no form of stehen
    r"ge(?:bär|denk|fäll|fiel|fährd|horch|hör|ling|lt|nieß|nüg|r[aä]t|scheh|schieh|stalt|steh|winn|währ|wöhn)"
)
_ROOT = 4  # letters of a verb's root from which two forms of it are one word
_NAMED = 0.9  # likeness from which two words are one name
_HELD = 0.5  # likeness from which a word counts as held


class WordVectors:
    """Each word's direction and how much it says, from a static encoder; kept for words seen before."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self._encoder = encoder
        sample = np.asarray(encoder.rows[::40], np.float32)
        self.scale = float(np.linalg.norm(sample, axis=1).mean()) or 1.0
        self._rows: dict[str, int] = {}
        self._table: NDArray[np.float32] = np.zeros((1024, encoder.dimension + 1), np.float32)

    def __call__(self, words: list[str]) -> NDArray[np.float32]:
        """A row a word: its unit vector, and last its weight, about 1 for the average word."""
        if len(self._rows) > _KNOWN:
            self._rows.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if new:
            ids = [each.ids for each in self._encoder.tokenizer.encode_batch_fast(new, add_special_tokens=False)]
            need = len(self._rows) + len(new)
            while need > len(self._table):
                self._table = np.concatenate((self._table, np.zeros_like(self._table)))
            for word, tokens in zip(new, ids, strict=True):
                row = len(self._rows)
                vector = self._encoder.rows[tokens].astype(np.float32).sum(0)
                norm = float(np.linalg.norm(vector))
                self._table[row, :-1] = vector / norm if norm else 0
                self._table[row, -1] = norm / self.scale
                self._rows[word] = row
        return self._table[[self._rows[word] for word in words]]


def vectors_of(encoder: object) -> WordVectors:
    """The words of an encoder if it is the bundled one, which need not be read again then; else the bundled one's."""
    if isinstance(encoder, StaticEncoder) and encoder.path == str(resources.encoder_folder()):
        return _vectors_of(encoder)
    return bundled_vectors()


@lru_cache(maxsize=1)
def _vectors_of(encoder: StaticEncoder) -> WordVectors:
    return WordVectors(encoder)


@lru_cache(maxsize=1)
def bundled_vectors() -> WordVectors:
    """The bundled encoder's words."""
    return WordVectors(bundled_encoder())


@dataclass(frozen=True, slots=True)
class Alignment:
    """How alike each content word of one claim is to each of another: ``likeness`` in 0 to 1, and ``weights``."""

    likeness: NDArray[np.float32]
    weights: tuple[NDArray[np.float32], NDArray[np.float32]]
    cosine: float
    cosines: NDArray[np.float32]
    residue: float  # the cosine of what is left on both sides
    rows: tuple[NDArray[np.float32], NDArray[np.float32]]  # the words' unit vectors

    def held(self, side: int) -> NDArray[np.float32]:
        """For each content word of a side, how well the other side holds it."""
        if not self.likeness.size:
            return np.zeros(self.likeness.shape[side], np.float32)
        best: NDArray[np.float32] = self.likeness.max(axis=1 - side)
        return best


def align(new: Claim, past: Claim, vectors: WordVectors) -> Alignment:
    """The likeness of their content words."""
    ours, theirs = [new.words[each] for each in new.content], [past.words[each] for each in past.content]
    rows, columns = vectors([each.low for each in ours]), vectors([each.low for each in theirs])
    cosines = rows[:, :-1] @ columns[:, :-1].T
    likeness = np.clip((cosines - 0.25) / 0.45, 0, 1)
    unlike = np.zeros(likeness.shape, bool)
    for i, (number, word) in enumerate(zip(new.content, ours, strict=True)):
        for j, (counterpart, other) in enumerate(zip(past.content, theirs, strict=True)):
            known = likeness[i, j]
            if _opposed(new.meanings.get(number), past.meanings.get(counterpart)):
                likeness[i, j] = 0.0
            elif _beside(new, number, past, counterpart) or _otherwise_composed(word, other, vectors):
                likeness[i, j], unlike[i, j] = min(known, _UNLIKE), True
            elif known < 1:
                likeness[i, j] = max(known, _alike(new, number, word, past, counterpart, other))
    _join(likeness, rows, columns, unlike)
    _forenames(new, past, likeness)
    _forenames(past, new, likeness.T)
    weights = (_weights(new, past, rows, likeness), _weights(past, new, columns, likeness.T))
    sums = ((rows[:, :-1] * rows[:, -1:]).sum(0), (columns[:, :-1] * columns[:, -1:]).sum(0))
    norms = np.linalg.norm(sums[0]) * np.linalg.norm(sums[1])
    cosine = float(sums[0] @ sums[1] / norms) if norms else 0.0
    residue = 0.0
    if likeness.size:
        left, rest = rows[likeness.max(1) < _HELD], columns[likeness.max(0) < _HELD]
        ours_left, theirs_left = (left[:, :-1] * left[:, -1:]).sum(0), (rest[:, :-1] * rest[:, -1:]).sum(0)
        norm = float(np.linalg.norm(ours_left) * np.linalg.norm(theirs_left))
        residue = float(ours_left @ theirs_left) / norm if norm else 0.0
    return Alignment(likeness, weights, cosine, cosines, residue, (rows[:, :-1], columns[:, :-1]))


def _weights(
    claim: Claim, other: Claim, rows: NDArray[np.float32], likeness: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How much each content word says: little, where the other side lacks it and it is a filler or who says so."""
    weights: NDArray[np.float32] = np.clip(rows[:, -1], 0.2, 1.5)
    if not likeness.size:
        return weights
    told = [
        claim.words[number].low in other.aside or claim.keys.get(number, "").removeprefix("roles:") in other.tellers
        for number in claim.content
    ]
    loose = likeness.max(axis=1) < _HELD
    weights[loose & np.array(claim.pale)] *= _PALE
    weights[loose & np.array(told)] *= _TOLD
    return weights


def _opposed(said: set[str] | None, heard: set[str] | None) -> bool:
    """Whether two words stand at opposite ends of a scale, and say the same nowhere."""
    if not said or not heard or said & heard:
        return False
    return bool(_turned(said) & heard)


def _beside(new: Claim, number: int, past: Claim, counterpart: int) -> bool:
    """Whether two words are things or offices of different kinds, neither the other's: zoo and museum."""
    source, _, mine = new.keys.get(number, "").partition(":")
    beside, _, other = past.keys.get(counterpart, "").partition(":")
    if source != beside or mine == other or source not in ("kinds", "roles"):
        return False
    said, heard = new.meanings.get(number), past.meanings.get(counterpart)
    if said and heard and said & heard:
        return False
    return not (contains(source, mine, other) or contains(source, other, mine))


def _otherwise_composed(word: Word, other: Word, vectors: WordVectors) -> bool:
    """Whether two German compounds share their last part alone: Hundesteuer and Grundsteuer."""
    one, two = word.low, other.low
    if one == two or one[-_PART:] != two[-_PART:] or min(len(one), len(two)) < _PART + _FIRST:
        return False
    same = _PART
    while same < min(len(one), len(two)) and one[-same - 1] == two[-same - 1]:
        same += 1
    heads = one[: len(one) - same], two[: len(two) - same]
    if min(map(len, heads)) < _FIRST or not (word.capital and other.capital):
        return False
    if heads[0] != heads[1] and {heads[0], heads[1]} <= _LEVELS:
        return True
    rows = vectors(list(heads))
    return float(rows[0, :-1] @ rows[1, :-1]) < _FIRST_ALIKE


def _turned(said: set[str]) -> set[str]:
    ends = (each.split(":") for each in said if ":" in each)
    return {f"{axis}:{-int(side)}" for axis, side in ends}


def _join(
    likeness: NDArray[np.float32],
    rows: NDArray[np.float32],
    columns: NDArray[np.float32],
    unlike: NDArray[np.bool_],
) -> None:
    """Two neighbouring words may together be one of the other side: power cut, Stromausfall."""
    for table, one, other, barred in ((likeness, rows, columns, unlike), (likeness.T, columns, rows, unlike.T)):
        if len(one) < 2 or not len(other):
            continue
        whole = one[:, :-1] * one[:, -1:]
        pairs = whole[:-1] + whole[1:]
        pairs /= np.linalg.norm(pairs, axis=1, keepdims=True) + 1e-9
        cosines = pairs @ other[:, :-1].T
        gain = np.maximum(table[:-1], table[1:])
        joint = np.clip((cosines - 0.25) / 0.45, 0, 1) * 0.95
        hit = (joint > gain + 0.15) & ~(barred[:-1] | barred[1:])
        for at, to in zip(*np.nonzero(hit), strict=True):
            table[at, to] = max(table[at, to], joint[at, to])
            table[at + 1, to] = max(table[at + 1, to], joint[at, to])


def _forenames(claim: Claim, other: Claim, likeness: NDArray[np.float32]) -> None:
    """A forename before a name that the other side gives without one is held by it: Wladimir Putin, Putin."""
    if not likeness.size:
        return
    for at, (number, after) in enumerate(pairwise(claim.content)):
        to = int(likeness[at + 1].argmax())
        name = other.content[to]
        if (
            likeness[at].max() < _NAMED
            and likeness[at + 1, to] >= _NAMED
            and _is_forename(claim, number, after)
            and other.words[name].capital
            and not (name and other.words[name - 1].capital and not other.words[name - 1].light)
        ):
            likeness[at, to] = _NAMED


def _is_forename(claim: Claim, number: int, after: int) -> bool:
    """Whether a word may be the forename of the next: both unknown as words, with a capital, one space apart."""
    word, name = claim.words[number], claim.words[after]
    if not (word.capital and name.capital and word.end + 1 == name.start) or word.light or number in claim.meanings:
        return False
    sources = {claim.keys.get(each, "roles").partition(":")[0] for each in (number, after)}
    return number not in claim.keys and sources == {"roles"} and after not in claim.meanings


def _alike(new: Claim, number: int, word: Word, past: Claim, counterpart: int, other: Word) -> float:
    if word.low == other.low:
        return 1.0
    ours, theirs = new.keys.get(number), past.keys.get(counterpart)
    if ours and theirs:
        if ours == theirs:
            return 1.0
        if ours.startswith("places") and theirs.startswith("places"):
            one, two = (key.removeprefix("places:") for key in (ours, theirs))
            return 0.95 if same_power(one, two, new.seats, past.seats) else 0.0
    said, heard = new.meanings.get(number), past.meanings.get(counterpart)
    if said and heard and said & heard:
        return 0.9
    if new.language == past.language == "de" and not (word.capital or other.capital):
        one, two = _root(word.low), _root(other.low)
        if one == two and len(one) >= _ROOT:
            return 0.95
    names = word.capital and other.capital and word.low[0].isascii() != other.low[0].isascii()
    if word.low[:3] != other.low[:3] and word.low[-4:] != other.low[-4:] and not names:
        return 0.0
    return _form(word.low, other.low, word.capital and other.capital)


@lru_cache(maxsize=16384)
def _root(low: str) -> str:
    """A regular German verb without what its forms put round it: wählte, gewählt, wählen."""
    found = None if _OWN_GE.match(low) else _VERB.fullmatch(low)
    return (found["particle"] or "") + found["root"] if found else low


@lru_cache(maxsize=65536)
def _form(one: str, other: str, names: bool) -> float:
    """How alike two words are by their letters: forms of one word, parts of a compound, spellings of a name."""
    short, long = sorted((one, other), key=len)
    if short.isdigit() or long.isdigit():
        return 0.0
    if len(short) >= 4 and long.startswith(short):
        return 0.95 if len(long) - len(short) <= 3 else 0.75
    if len(short) >= 5 and long.endswith(short):
        return 0.75
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    if same >= 5 and same >= 0.7 * len(short) and len(long) - same <= 4:
        return 0.9
    if names and len(short) >= 4:
        ours, theirs = skeleton(one), skeleton(other)
        if ours == theirs and len(ours) >= 3:
            return 1.0
        if long.endswith("er") and skeleton(long[:-2]) == skeleton(short):
            return 0.95  # Ghent, Genter
        if ours[:1] == theirs[:1] and len(ours) >= 5 and SequenceMatcher(None, ours, theirs).ratio() >= 0.85:
            return 0.8
    return 0.0
