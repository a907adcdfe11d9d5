"""Gold for the splitter: the file, the page it annotates, and both as words that no extractor has touched."""

import gzip
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.errors import GoldInvalid, GoldMissing, GoldSourceChanged, GoldSourceMissing
from claimcheck.metrics.splitting import GoldClaim, words
from claimcheck.records import CARRIERS

__all__ = ["SplitGold", "read_split_gold"]

_CARRIERS = {role.value for role in CARRIERS} | {"subheading"}
_PROSE = {"lead", "body", "live_update"}
_FURNITURE = 8  # characters a piece of furniture must have to be told from chance
_BESIDE = ("", "../data", "../seeds", "../../data", "../../seeds")  # where a page lies, seen from its gold


@dataclass(frozen=True, slots=True)
class SplitGold:
    """One annotated page; ``body``, ``furniture`` and ``tail`` are what ``score_page`` wants."""

    name: str
    language: str
    page: bytes
    source: str
    published: date | None
    outlet: str | None
    body: tuple[str, ...]
    furniture: tuple[str, ...]
    claims: tuple[GoldClaim, ...]
    tail: tuple[str, ...]
    judged: bool = False  # only the clauses listed were judged, whatever else the page says


def read_split_gold(path: Path, sources: Sequence[Path] = ()) -> SplitGold:
    """A gold file with its page, from ``sources`` first, else from the folders beside the gold.

    Raises:
        GoldMissing: there is no such file.
        GoldInvalid: the file is no JSON, or lacks a field.
        GoldSourceMissing, GoldSourceChanged: the page is not there, or not the one annotated.
    """
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = _page(path, str(gold["source"]), str(gold["sha256"]), sources)
        return _parsed(path, gold, page)
    except GoldSourceMissing:
        raise
    except FileNotFoundError:
        raise GoldMissing(str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise GoldInvalid(str(path), "it cannot be read") from error
    except json.JSONDecodeError as error:
        raise GoldInvalid(str(path), f"line {error.lineno} is no JSON") from error
    except (KeyError, TypeError, IndexError) as error:
        raise GoldInvalid(str(path), f"it lacks {error}") from error


def _page(path: Path, source: str, digest: str, sources: Sequence[Path]) -> bytes:
    folders = [*sources, *(path.parent / each for each in _BESIDE)]
    found = next((folder / source for folder in folders if (folder / source).is_file()), None)
    if found is None:
        raise GoldSourceMissing(str(path), source, [str(folder) for folder in folders])
    raw = found.read_bytes()
    page = gzip.decompress(raw) if found.suffix == ".gz" else raw
    if hashlib.sha256(page).hexdigest() != digest:
        raise GoldSourceChanged(str(path), source)
    return page


def _parsed(path: Path, gold: dict[str, Any], page: bytes) -> SplitGold:
    cut = _cutter(page, in_words=gold.get("unit") == "token")
    body: list[str] = []
    for block in gold["blocks"]:
        if block["role"] in _CARRIERS:
            body += cut(block["start"], block["end"])
    furniture = (
        " ".join(cut(block["start"], block["end"])) for block in gold["blocks"] if block["role"] not in _CARRIERS
    )
    stopped = gold.get("covered_sentences")
    last = max((block["end"] for block in gold["blocks"] if block["role"] in _PROSE), default=0)
    return SplitGold(
        name=path.stem,
        language=gold["language"],
        page=page,
        source=gold["source"].removesuffix(".gz"),
        published=date.fromisoformat(gold["published"]) if gold["published"] else None,
        outlet=gold["outlet"],
        body=tuple(body),
        furniture=tuple(each for each in furniture if len(each) > _FURNITURE),
        claims=tuple(_claim(claim, cut, body) for claim in gold["claims"]),
        tail=tuple(cut(last, None)) if stopped else (),
        judged=bool(gold.get("judged")),
    )


def _cutter(page: bytes, *, in_words: bool) -> Callable[[int, int | None], list[str]]:
    """What turns a gold span into words: spans count words of an HTML page, characters of a text."""
    if in_words:
        from claimcheck.article.visible import visible_words

        every = visible_words(page)
        return lambda start, end: every[start:end]
    text = page.decode("utf-8-sig")
    return lambda start, end: words(text[start:end])


def _claim(claim: dict[str, Any], cut: Callable[[int, int | None], list[str]], body: list[str]) -> GoldClaim:
    when = claim.get("date") or {}
    places: frozenset[int] = frozenset()
    for start, end in claim["spans"]:
        places |= _first_place(cut(start, end), body)
    day = str(when["value"]) if when.get("precision") == "day" else None
    return GoldClaim(claim["level"], claim["text"], places, claim.get("speaker"), day)


def _first_place(sequence: list[str], text: list[str]) -> frozenset[int]:
    size = len(sequence)
    for at in range(len(text) - size + 1 if size else 0):
        if text[at] == sequence[0] and text[at : at + size] == sequence:
            return frozenset(range(at, at + size))
    return frozenset()
