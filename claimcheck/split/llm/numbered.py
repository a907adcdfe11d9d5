"""An article's sentences with numbers, in parts that a model can answer in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from claimcheck.records import CARRIERS, Article, Role, Span
from claimcheck.split.words.sentences import find_sentences

__all__ = ["Numbered", "Part", "cut_in_two", "find_parts", "number_sentences"]

_PART = 3_600  # characters, so that a thorough answer stays below four thousand tokens
_SLACK = 1.1
_OVERLAP = 2  # sentences of the part before that a part begins with
_LONGEST = 4_000  # characters of a sentence that is shown


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence: its number, from 1 through the article, its place, and its block's place and role."""

    number: int
    span: Span
    block: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences that are shown together; the first ``again`` of them belong to the part before."""

    sentences: tuple[Numbered, ...]
    again: int = 0

    @property
    def own(self) -> tuple[Numbered, ...]:
        """Those that no part before has."""
        return self.sentences[self.again :]


def number_sentences(article: Article) -> list[Numbered]:
    """Every sentence of the blocks that can hold claims, in text order."""
    found: list[Numbered] = []
    for block in article.blocks:
        if block.role not in CARRIERS:
            continue
        for span in find_sentences(article.text, block.span.start, block.span.end, article.language):
            found.append(Numbered(len(found) + 1, span, block.span, block.role))
    return found


def find_parts(sentences: Sequence[Numbered]) -> list[Part]:
    """The sentences in parts of some thousand characters, which overlap; one too long to be shown is left out."""
    shown = [each for each in sentences if each.span.end - each.span.start <= _LONGEST]
    return list(_parts(shown))


def _parts(shown: Sequence[Numbered]) -> Iterator[Part]:
    whole = sum(map(_size, shown))
    most = whole / max(1, ceil(whole / _PART)) * _SLACK  # parts of much the same size
    begin = 0
    while begin < len(shown):
        end, size = begin, 0
        while end < len(shown) and (end == begin or size + _size(shown[end]) <= most):
            size += _size(shown[end])
            end += 1
        first = max(0, begin - _OVERLAP)
        yield Part(tuple(shown[first:end]), begin - first)
        begin = end


def cut_in_two(part: Part) -> tuple[Part, Part] | None:
    """Two smaller parts with the same sentences of its own; None where it has one only."""
    half = len(part.own) // 2
    if not half:
        return None
    cut = part.again + half
    first = max(0, cut - _OVERLAP)
    return Part(part.sentences[:cut], part.again), Part(part.sentences[first:], cut - first)


def _size(sentence: Numbered) -> int:
    return sentence.span.end - sentence.span.start
