"""Past checks made up by a seed, varied enough that an index has work to do.

Whole words come from the bundled encoder's vocabulary, drawn as words are in running text (few often, many rarely);
names are made of syllables; sentences are our own patterns in English and German, and three in five go on with a clause
of which every other word is a function word, so that such words are as common, and claims as long (16 words), as in
real text. Nothing here was ever said by anyone.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["PLACES", "made_up", "write_reviews"]

PLACES = (
    "Harwick",
    "Oldenau",
    "Sankt Veit",
    "Bramley",
    "Luhden",
    "Carrow",
    "Tannheim",
    "Eastmere",
    "Rohrbach",
    "Pellworth",
)
_FIRST = ("Bra", "Ka", "Lo", "Me", "Sto", "Tri", "Va", "Wen", "Du", "Fe", "Gro", "Hil", "Jo", "Ni", "Pa", "Ru")
_MIDDLE = ("ber", "da", "lin", "mo", "ran", "sel", "to", "vi", "wen", "ku", "na", "ri", "po", "lau", "mar", "zi")
_LAST = (
    "burg",
    "au",
    "a",
    "wick",
    "dorf",
    "ley",
    "man",
    "mann",
    "mere",
    "ow",
    "sen",
    "son",
    "stadt",
    "ton",
    "ik",
    "er",
)
_ENGLISH = (
    "In {year} {place} spent {figure} million euros on {w0} {w1} and {w2}.",
    "{name} said that {figure} percent of {w0} in {place} come from {w1}.",
    "A video shows {w0} {w1} after the {w2} in {place}, {year}.",
    "The number of {w0} rose from {small} to {figure} between {year} and 2024, says {name}.",
    "{name} never voted for the {w0} {w1} law on {w2}.",
    "Photo of {w0} in {place} proves that {w1} was {w2} by {name}.",
    "{w0} cures {w1} within {small} days, according to a study from {place}.",
    "Since {year} the government of {place} has paid {figure} dollars a month for {w0} and {w1}.",
    "No {w0} in {place} has ever been {w1} because of {w2}, {name} claims.",
    "{place} has more {w0} than {w1}: {figure} against {small}.",
)
_GERMAN = (
    "Im Jahr {year} gab {place} {figure} Millionen Euro für {w0} und {w1} aus.",
    "{name} sagte, dass {figure} Prozent der {w0} in {place} aus {w1} stammen.",
    "Ein Video zeigt {w0} {w1} nach dem {w2} in {place} ({year}).",
    "Die Zahl der {w0} stieg zwischen {year} und 2024 von {small} auf {figure}, so {name}.",
    "{name} hat nie für das Gesetz über {w0} {w1} und {w2} gestimmt.",
    "Das Foto von {w0} in {place} beweist, dass {w1} von {name} {w2} wurde.",
    "{w0} heilt {w1} in {small} Tagen, laut einer Studie aus {place}.",
    "Seit {year} zahlt {place} jeden Monat {figure} Euro für {w0} und {w1}.",
    "Wegen {w2} wurde in {place} noch nie ein {w0} {w1}, behauptet {name}.",
    "In {place} gibt es mehr {w0} als {w1}: {figure} gegen {small}.",
)
_TITLES = {"en": "Did {name} {w1} the {w0} of {place}?", "de": "Hat {name} {w0} in {place} {w1}?"}
_SUMMARIES = {
    "en": "The figures on {w0} come from {year}; for {w1} there is no source, and {name} gave none.",
    "de": "Die Angaben zu {w0} sind von {year}; für {w1} gibt es keine Quelle, {name} nannte keine.",
}
_RATINGS = {"en": ("False", "Mostly false", "Half true", "True"), "de": ("Falsch", "Größtenteils falsch", "Wahr")}
_BLOCK = 10_000


def _function_words() -> dict[str, list[str]]:
    """The most frequent function words by language, the most frequent first; as many for each."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("function_words.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            words = found[line[2:4]] = []
        else:
            words += line.split()
    return found


def _words() -> list[str]:
    from claimcheck.embed import load_encoder

    pieces = load_encoder().tokenizer.get_vocab()
    return [piece[1:] for piece in sorted(pieces, key=pieces.__getitem__) if piece[0] == "▁" and piece[1:].isalpha()]


def made_up(count: int, *, seed: int = 0, first: int = 0) -> Iterator[dict[str, Any]]:
    """``count`` past checks in our own JSON form, numbered from ``first``; the same seed gives the same ones.

    Two in three are English, the others German; one in four has a title, one in ten a summary.
    """
    words, common = _words()[50:], _function_words()
    for start in range(0, count, _BLOCK):
        chance = np.random.default_rng([seed, first + start])
        size = min(_BLOCK, count - start)
        ranks = (len(words) ** chance.random((size, 3)) - 1).astype(int)  # log-uniform: Zipf's law
        parts = chance.integers(0, 16, (size, 6))
        numbers = chance.integers(0, 1 << 30, (size, 6))
        tails = _tails(chance, size, len(words), len(common["en"]))
        for place in range(size):
            a, b, c, d, e, f = (int(each) for each in numbers[place])
            language = "en" if a % 3 else "de"
            x, y, z, u, v, w = (int(each) for each in parts[place])
            slots: dict[str, Any] = {f"w{at}": words[rank] for at, rank in enumerate(ranks[place])}
            slots |= {
                "year": 1950 + b % 75,
                "figure": c % 9000 + 2,
                "small": d % 60 + 2,
                "place": _FIRST[x] + _MIDDLE[y] + _LAST[z],
                "name": f"{_FIRST[u]}{_MIDDLE[v]} {_FIRST[w]}{_MIDDLE[x]}{_LAST[u]}",
            }
            claim = (_ENGLISH if language == "en" else _GERMAN)[e % 10].format(**slots)
            if tails[place]:
                tail = " ".join(words[at] if at >= 0 else common[language][~at] for at in tails[place])
                claim = f"{claim[:-1]}, {tail}."
            ratings = _RATINGS[language]
            number = first + start + place
            yield {
                "claim_reviewed": claim[0].upper() + claim[1:],
                "publisher": f"desk {number % 40}",
                "url": f"https://desk{number % 40}.example/checks/{number}",
                "date_published": f"{2015 + f % 10}-{1 + f % 12:02}-{1 + f % 28:02}",
                "language": language,
                "alternate_name": ratings[f % len(ratings)],
                **({"title": _TITLES[language].format(**slots)} if f % 4 == 0 else {}),
                **({"summary": _SUMMARIES[language].format(**slots)} if f % 10 == 0 else {}),
            }


def _tails(chance: np.random.Generator, size: int, words: int, common: int) -> list[list[int]]:
    """For each check the words it goes on with: places in the vocabulary, or ``~place`` of a function word."""
    lengths = np.where(chance.random(size) < 0.6, chance.integers(3, 10, size), 0)
    total = int(lengths.sum())
    frequent, rare = (common ** chance.random(total) - 1).astype(int), (words ** chance.random(total) - 1).astype(int)
    drawn = np.where(chance.random(total) < 0.5, ~frequent, rare)
    return [each.tolist() for each in np.split(drawn, np.cumsum(lengths)[:-1])]


def write_reviews(path: Path, count: int, *, seed: int = 0, first: int = 0) -> Path:
    """A JSONL file of ``count`` past checks in our own form; the same seed gives the same bytes."""
    with path.open("w", encoding="utf-8") as out:
        for line in made_up(count, seed=seed, first=first):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path
