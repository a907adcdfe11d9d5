"""Sentence pairs to train on: only sources whose terms let the weights ship, counted and digested.

Files are ``<language>-en.tsv.gz``, a line ``tag<TAB>sentence<TAB>English sentence``. Lines of other tags are left out
and counted.
"""

import gzip
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import TrainingDataInvalid, TrainingDataMissing

__all__ = ["NEWS", "SOURCES", "Corpus", "Pair", "PairFile", "Source", "normalise", "order_key", "read_corpus"]

NEWS = "wmt_newstest<=2018"
"""The tag held-out news translations are cut from."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where sentences come from and under which terms, as far as known."""

    tag: str
    title: str
    url: str
    licence: str


SOURCES: dict[str, Source] = {
    source.tag: source
    for source in (
        Source(
            NEWS,
            "WMT news translation test sets, up to 2018",
            "https://www.statmt.org/wmt18/translation-task.html",
            "free for research, as the WMT shared tasks state it; no licence named",
        ),
        Source(
            "opennmt_wmt15",
            "Sample of the WMT15 German–English training data (Europarl, Common Crawl, News Commentary)",
            "https://www.statmt.org/wmt15/translation-task.html",
            "no single licence named; Europarl: no known copyright restrictions",
        ),
        Source(
            "suttacentral",
            "SuttaCentral segmented translations (bilara-data)",
            "https://github.com/suttacentral/bilara-data",
            "CC0 1.0",
        ),
        Source("php_doc", "PHP manual", "https://github.com/php/doc-en", "CC BY 3.0 or later"),
        Source("python_docs", "Python documentation", "https://github.com/python/cpython", "PSF-2.0, 0BSD for code"),
        Source("django_docs", "Django documentation", "https://github.com/django/django-docs-translations", "BSD-3"),
        Source(
            "gnome_user_docs",
            "GNOME user documentation",
            "https://gitlab.gnome.org/GNOME/gnome-user-docs",
            "CC BY-SA 3.0",
        ),
        Source("mozilla_www", "mozilla.org web texts", "https://github.com/mozilla-l10n/www-l10n", "MPL-2.0"),
        Source("tldr", "tldr-pages", "https://github.com/tldr-pages/tldr", "CC BY 4.0 (earlier MIT)"),
        Source(
            "tatoeba_challenge_test",
            "Tatoeba translation challenge, test sets",
            "https://github.com/Helsinki-NLP/Tatoeba-Challenge",
            "CC BY 2.0 FR (sentences of Tatoeba)",
        ),
        Source("tatoeba_anki", "Tatoeba sentence pairs, Anki export", "https://tatoeba.org", "CC BY 2.0 FR"),
    )
}
"""The sources weights may be trained on and still ship, the newest and longest texts first."""


class Pair(NamedTuple):
    """A sentence, its English translation and the language of the first."""

    source: str
    foreign: str
    english: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class PairFile:
    """What was read of one file: rows taken and left out by tag, and the file's SHA-256."""

    language: str
    name: str
    sha256: str
    taken: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Distinct pairs in file order, and pairs held out by hash so that no training pair shares a side with one.

    Held out is news, or what there is in a language without news. ``held_out`` is for the figure that is reported,
    ``development`` for choices.
    """

    pairs: tuple[Pair, ...]
    development: tuple[Pair, ...]
    held_out: tuple[Pair, ...]
    files: tuple[PairFile, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages beside English, in file order."""
        return tuple(file.language for file in self.files)

    @property
    def counts(self) -> dict[str, int]:
        """Training pairs by source, in ``SOURCES`` order; sources without any left out."""
        found = Counter(pair.source for pair in self.pairs)
        return {tag: found[tag] for tag in SOURCES if found[tag]}


def normalise(text: str) -> str:
    """A text without case, punctuation and spacing, to tell whether two are the same sentence.

    >>> normalise("„Hallo,  Welt!“")
    'hallo welt'
    """
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def order_key(seed: int, text: str) -> bytes:
    """A place in a seeded shuffle that depends on the text alone, so that new data does not move old."""
    return hashlib.sha256(f"{seed}\x1f{text}".encode()).digest()


def read_corpus(
    folder: Path,
    languages: Sequence[str] = ("de", "en"),
    *,
    seed: int = 0,
    held_out: int = 2000,
    development: int = 1000,
) -> Corpus:
    """The pairs of each language but English with English, from ``folder`` or its ``parallel`` folder.

    Pairs of fewer than three words on both sides teach nothing and are dropped, as are repeats. ``held_out`` and
    ``development`` are counts for the first language; the others hold out as many and a quarter as many, a quarter of
    both where there is no news, and never more than half. A sentence held out for one language is the first choice
    for the next, and what an earlier language holds out does not depend on the later ones.

    Raises:
        TrainingDataMissing: no file for a language.
        TrainingDataInvalid: a file is not gzip, not UTF-8 or has a line without three fields, or nothing may be used.
    """
    places = {language: _pair_file(folder, language) for language in languages if language != "en"}
    files: list[PairFile] = []
    distinct: dict[tuple[str, str], Pair] = {}
    for language, path in places.items():
        file, pairs = _read_file(path, language)
        files.append(file)
        for pair in pairs:
            distinct.setdefault(_sides(pair), pair)
    if not distinct:
        raise TrainingDataInvalid(str(folder), "has no pair from a source that may be used")
    test, tuning = _cut(distinct, seed=seed, sizes=(held_out, development))
    taken = {side for pair in (*test, *tuning) for side in _sides(pair)}
    training = tuple(pair for sides, pair in distinct.items() if not taken.intersection(sides) and _long_enough(pair))
    return Corpus(training, development=tuning, held_out=test, files=tuple(files))


def _sides(pair: Pair) -> tuple[str, str]:
    return normalise(pair.foreign), normalise(pair.english)


def _long_enough(pair: Pair) -> bool:
    return max(len(pair.foreign.split()), len(pair.english.split())) >= 3


def _cut(pairs: Mapping[tuple[str, str], Pair], *, seed: int, sizes: Sequence[int]) -> list[tuple[Pair, ...]]:
    """Pairs of every language, first in a seeded order, in groups of the sizes; no two of a language share a side."""
    groups: list[list[Pair]] = [[] for _ in sizes]
    english: list[set[str]] = [set() for _ in sizes]
    for turn, language in enumerate(dict.fromkeys(pair.language for pair in pairs.values())):
        own = {sides: pair for sides, pair in pairs.items() if pair.language == language}
        news = {sides: pair for sides, pair in own.items() if pair.source == NEWS}
        fit = news or {sides: pair for sides, pair in own.items() if _long_enough(pair)}
        candidates = _apart(fit, seed)
        wanted = [size // (1 if news else 4) // (4 if turn and number else 1) for number, size in enumerate(sizes)]
        share = min(1.0, len(candidates) / 2 / max(1, sum(wanted)))
        fresh = [sides for sides in candidates if not any(sides[1] in known for known in english)]
        before = [[sides for sides in candidates if sides[1] in known] for known in english]
        for number, (size, shared) in enumerate(zip(wanted, before, strict=True)):
            count = int(size * share)
            chosen = [*shared[:count], *fresh[: max(0, count - len(shared))]]
            fresh = fresh[max(0, count - len(shared)) :]
            groups[number] += [own[sides] for sides in chosen]
            english[number].update(sides[1] for sides in chosen)
    return [tuple(group) for group in groups]


def _apart(pairs: Mapping[tuple[str, str], Pair], seed: int) -> list[tuple[str, str]]:
    """The pairs in a seeded order, without those that share a side with one before."""
    apart, seen = [], set[str]()
    for sides in sorted(pairs, key=lambda each: order_key(seed, pairs[each].english + pairs[each].foreign)):
        if not seen.intersection(sides):
            seen.update(sides)
            apart.append(sides)
    return apart


def _pair_file(folder: Path, language: str) -> Path:
    name = f"{language}-en.tsv.gz"
    for path in (folder / name, folder / "parallel" / name):
        if path.is_file():
            return path
    raise TrainingDataMissing(str(folder), name)


def _read_file(path: Path, language: str) -> tuple[PairFile, list[Pair]]:
    taken: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    pairs = []
    for pair in _lines(path, language):
        if pair.source in SOURCES:
            taken[pair.source] += 1
            pairs.append(pair)
        else:
            left_out[pair.source] += 1
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return PairFile(language, path.name, digest, tuple(taken.items()), tuple(left_out.items())), pairs


def _lines(path: Path, language: str) -> Iterator[Pair]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                fields = line.rstrip("\r\n").split("\t")
                if len(fields) != 3:
                    raise TrainingDataInvalid(str(path), f"has {len(fields)} fields in line {number}, not 3")
                source, foreign, english = fields
                yield Pair(source, foreign, english, language)
    except (gzip.BadGzipFile, EOFError, UnicodeDecodeError) as error:
        raise TrainingDataInvalid(str(path), f"is not gzipped UTF-8 ({error})") from error
