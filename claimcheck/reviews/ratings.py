"""Publishers' rating words → ``Label``, by an exact table; a number or a part of a word never decides.

A word is looked up as its publisher uses it, then in its language, then in English (feeds in other languages often
carry English words). Only where nothing is found is the part before the first ``:``, dash or full stop tried, and
marked ``derived``. A row may say ``DO_NOT_GUESS``: that ends the search without a label.

Where a row's note is empty, the word was met in published feeds or in a publisher's own list of ratings; else the note
says what the label rests on.
"""

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from claimcheck.errors import RatingsInvalid
from claimcheck.records import Label

__all__ = ["How", "Rating", "Ratings", "label_for", "read_ratings"]

REFUSED = "DO_NOT_GUESS"
COLUMNS = ["publisher", "language", "word", "label", "note"]
APPROXIMATE = "approximate"  # how a row's note begins where the label loses something

_QUOTES = "\"'“”„‟«»‹›‘’‚`´「」『』"
_ENDS = ".!?…,;:。！"
_MARKS = "#\u200d\ufe0e\ufe0f "  # beside signs, what joins and varies them
_SEPARATOR = re.compile(r":|\s[-–—]\s|\.\s")
_CONTRASTS = re.compile(
    r"(?:aber|allerdings|although|but|doch|however|jedoch|ma|mais|maar|mas|men|pero|porém|però|ale|але|но|ama)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:our|final) )?(?:verdict|rating|ruling|conclusion|result)|fact[ -]?check|bewertung|urteil|fazit|ergebnis"
    r"|évaluation|veredicto|calificación|conclusión|verdetto|valutazione|veredito|classificação|conclusão"
    r"|oordeel|conclusie|ocena|werdykt|sonuç|karar|вердикт|оценка|оцінка|висновок|вывод",
    re.IGNORECASE,
)
_MAX_WORD = 200  # longer is a sentence, looked at only for its head


Names = str | Sequence[str] | None


class How(StrEnum):
    """How a rating word was read."""

    PUBLISHER = "publisher"
    LANGUAGE = "language"
    ENGLISH = "english"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rating:
    """What a word means to us: ``label`` is None where it is unknown or must not be guessed.

    ``derived``: read from the head of a sentence. ``approximate``: the label loses something the word said.
    """

    label: Label | None
    how: How
    derived: bool = False
    approximate: bool = False


_UNREAD = Rating(None, How.UNKNOWN)


class Ratings:
    """A rating table, alone or before another: ``version`` names the content, so that a check can say what read it."""

    def __init__(
        self, rows: Iterable[tuple[str, str, str, str, str]], *, digest: str, base: "Ratings | None" = None
    ) -> None:
        self._base = base
        self.digest: str = digest
        self.version: str = f"{base.version}+{digest}" if base else digest
        self._rows: dict[tuple[str, str, str], tuple[Label | None, bool]] = {}
        for publisher, language, word, label, note in rows:
            meaning = (None if label == REFUSED else Label(label), note.startswith(APPROXIMATE))
            for house in publisher.split("|"):
                self._rows[(_house(house), language, _key(word, language))] = meaning

    def label_for(self, word: str | None, *, publisher: Names = None, language: str | None = None) -> Rating:
        """What a publisher's rating word means; unknown for None, numbers, sentences and words the table lacks.

        ``publisher`` may be several names for the same house, such as its name and its host.
        """
        if not word or not word.strip():
            return _UNREAD
        houses = (publisher,) if isinstance(publisher, str) else tuple(publisher or ())
        whole = self._look_up(word, houses, language)
        if whole.how is not How.UNKNOWN:
            return whole
        cut = _SEPARATOR.search(word)
        if cut is None:
            return _UNREAD
        tail = word[cut.end() :].strip()
        if _HEADING.fullmatch(word[: cut.start()].strip()):  # "Verdict: False"
            return replace(self.label_for(tail, publisher=houses, language=language), derived=True)
        head = self._look_up(word[: cut.start()], houses, language)
        if head.label is None or _CONTRASTS.match(tail):
            return _UNREAD
        if self._look_up(tail, houses, language).label not in {None, head.label}:
            return _UNREAD  # two verdicts in one cell
        return replace(head, derived=True)

    def _look_up(self, word: str, houses: tuple[str, ...], language: str | None) -> Rating:
        if len(word) > _MAX_WORD:
            return _UNREAD
        language = language or ""
        keys = dict.fromkeys((_key(word, language), _key(word, "")))
        places = [(How.LANGUAGE, "", language), (How.ENGLISH, "", "en")]
        for house in map(_house, filter(None, houses)):
            places = [(How.PUBLISHER, house, language), (How.PUBLISHER, house, ""), *places]
        for how, house, tongue in places:
            for key in keys:
                if key and (row := self._rows.get((house, tongue, key))):
                    label, approximate = row
                    return Rating(label, how if label else How.REFUSED, approximate=approximate)
        return self._base._look_up(word, houses, language) if self._base else _UNREAD


@lru_cache(maxsize=4096)  # feeds repeat the same few words
def _key(word: str, language: str) -> str:
    """A word's form for comparison; composed, case folded as its language does, outer quotes and end marks gone."""
    text = unicodedata.normalize("NFC", word)
    if language in {"tr", "az"}:
        text = text.replace("I", "ı").replace("İ", "i")
    text = unicodedata.normalize("NFC", text.casefold().replace("i\u0307", "i"))
    text = text.replace("\u200d", "").replace("’", "'")
    text = " ".join(re.sub(r"[\u200c_]", " ", text).split())
    while (shorter := _unmarked(text.strip(_QUOTES + " ").rstrip(_ENDS + " "))) != text:
        text = shorter
    return text


def _unmarked(text: str) -> str:
    """A word without the signs that are put before or behind it: ``❌ false`` is false; signs alone stay."""
    start, end = 0, len(text)
    while start < end and _is_mark(text[start]):
        start += 1
    while end > start and _is_mark(text[end - 1]):
        end -= 1
    return text[start:end] or text


def _is_mark(character: str) -> bool:
    return character in _MARKS or (not character.isalnum() and unicodedata.category(character) in {"So", "Sk"})


def _house(publisher: str) -> str:
    """A publisher's name or host for comparison.

    >>> _house("www.Snopes.com"), _house("PolitiFact ")
    ('snopes.com', 'politifact')
    """
    return " ".join(publisher.casefold().split()).removeprefix("www.")


def read_ratings(path: Path | None = None, *, base: Ratings | None = None) -> Ratings:
    """The table in a file (tab-separated: publisher, language, word, label, note); the shipped one by default.

    What it does not say is looked up in ``base``, where that is given.

    Raises:
        RatingsInvalid: it cannot be read, is not UTF-8, or a line is no row of such a table.
    """
    if path is None:
        return _shipped()
    try:
        data = path.read_bytes()
        data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RatingsInvalid(str(path), 1, f"cannot be read ({error})") from None
    rows: list[tuple[str, str, str, str, str]] = []
    known = {label.value for label in Label} | {REFUSED}
    lines = csv.reader(data.decode("utf-8-sig").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(lines, start=1):
        if not any(row) or row[0].startswith("#") or (number == 1 and row[:3] == COLUMNS[:3]):
            continue
        if len(row) < 4 or not row[2].strip():
            raise RatingsInvalid(str(path), number, "wants publisher, language, word, label and note, by tab")
        if row[3] not in known:
            raise RatingsInvalid(str(path), number, f"has the label {row[3]!r}")
        rows.append((row[0], row[1], row[2], row[3], row[4] if len(row) > 4 else ""))
    return Ratings(rows, digest=hashlib.sha256(data).hexdigest()[:16], base=base)


@cache
def _shipped() -> Ratings:
    return read_ratings(Path(__file__).with_name("ratings.tsv"))


def label_for(word: str | None, *, publisher: Names = None, language: str | None = None) -> Rating:
    """What a publisher's rating word means, by the shipped table.

    >>> label_for("Größtenteils falsch", language="de").label
    <Label.MOSTLY_FALSE: 'MOSTLY_FALSE'>
    >>> label_for("FALSO: as imagens são antigas", language="pt")
    Rating(label=<Label.FALSE: 'FALSE'>, how=<How.LANGUAGE: 'language'>, derived=True, approximate=False)
    >>> label_for("4 of 5").how
    <How.UNKNOWN: 'unknown'>
    """
    return _shipped().label_for(word, publisher=publisher, language=language)
