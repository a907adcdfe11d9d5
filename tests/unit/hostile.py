"""Damaged and hostile pages, made by a seeded recipe, and what must hold for each."""

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck import resources
from claimcheck.article import parse_article
from claimcheck.errors import ClaimcheckError
from claimcheck.records import Article
from claimcheck.split import split_article

GOLD = Path(__file__).resolve().parent.parent / "quality" / "gold"
MEDIA = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}
PIECES = [
    b"\0", b"\xff", b"\xc3", b"\xe2\x80", b"\xad", b"\xc2\xad", b"\xc2\xa0", b"\xe2\x80\xae", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\r\n", b"\r", b"\n\n", b"\x0b", b"\x0c", b"\x1b[31m", b"<", b">", b"&", b"&#", b"&#0;",
    b"&#x110000;", b"&nbsp;", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"</p>", b"<p>", b"<div hidden>", b"</div>",
    b"<script>", b"</script>", b"<a href=x>", b"<table><tr><td>", b"<time datetime='9999-99-99T99:99'>",
    b"14:05 Uhr: ", b"\xe2\x80\x9e", b"\xe2\x80\x9c", b'"', b"(", b". . . ", b"1.", b"00:00", b"31.02.2023",
    b"29. Februar 0000", b" sagte er", b" soll ", b", dass ", b", said ", b"???", b"...",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467".encode(), "e\u0301\u0301".encode(), "שלום. مرحبا.".encode(),
    "今天下雨。".encode(), "\u2028".encode(), "\ufffe".encode(), "\U000e0001".encode(), "ŉǰΐ".encode(), "İıſ".encode(),
]  # fmt: skip


def shipped() -> list[tuple[str, bytes]]:
    """Every article that the project ships, with its media type."""
    paths = [path for path in sorted(GOLD.iterdir()) if path.suffix in (".txt", ".html")]
    paths += sorted(resources.seeds().glob("article.*.md"))
    return [(MEDIA[path.suffix], path.read_bytes()) for path in paths]


def mutate(data: bytes, chance: random.Random, pieces: Sequence[bytes] = PIECES) -> bytes:
    """A few changes: bytes flipped, cut, doubled, moved; odd pieces set in; the file cut off or read in other bytes."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        size = max(1, len(found))
        at, length = chance.randrange(size), chance.choice((1, 2, 7, 40, 400))
        match chance.randrange(8):
            case 0:
                found[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length] * chance.choice((1, 2, 30))
            case 3 | 4 | 5:
                found[at:at] = chance.choice(pieces) * chance.choice((1, 1, 1, 3, 200))
            case 6:
                to = chance.randrange(size)
                found[to:to] = found[at : at + length]
            case _:
                if chance.random() < 0.2:
                    found = found[:at]
                elif chance.random() < 0.2:
                    encoding = chance.choice(("cp1252", "utf-16", "utf-8-sig", "cp1251", "shift_jis"))
                    found = bytearray(found.decode("utf-8", "replace").encode(encoding, "replace"))
    return bytes(found)


def mutations(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Shipped articles in turn, each damaged afresh, sometimes under a false name."""
    chance = random.Random(seed)
    articles = shipped()
    for number in range(count):
        media_type, data = articles[number % len(articles)]
        named = media_type if chance.random() < 0.8 else chance.choice((*MEDIA.values(), None))
        yield named, mutate(data, chance)


_MARKS = ('"', "“", "„", "”", "(", ")", "–", ",", ":", ";", "«", "…", "?", "1975", "12 %", "1.", "\u00ad")
_WORDS = ("dass", "die", "und", "sagte", "laut", "wie", "zu", "that", "who", "and", "said", "according to", "as", "not")


def garble(prose: str, chance: random.Random) -> str:
    """Sentences whose words were dropped, moved, and mixed with marks and small words, many of them broken off."""
    words = prose.split()
    for _ in range(chance.choice((1, 4, 16, 64))):
        at = chance.randrange(len(words))
        match chance.randrange(6):
            case 0 | 1:
                words.insert(at, chance.choice((*_MARKS, *_WORDS)))
            case 2:
                words[at] += chance.choice('.,;:!?"“”)')
            case 3 if len(words) > 1:
                del words[at]
            case 4:
                to = chance.randrange(len(words))
                words[at], words[to] = words[to], words[at]
            case _:
                words[at] += "\n\n"  # what stands before it breaks off
    return " ".join(words)


def garbled(count: int, seed: int) -> Iterator[bytes]:
    """The shipped articles of plain text in turn, each garbled afresh."""
    chance = random.Random(seed)
    articles = [data.decode() for media_type, data in shipped() if media_type == "text/plain"]
    for number in range(count):
        yield garble(articles[number % len(articles)], chance).encode()


def holds(data: bytes, media_type: str | None, *, seconds: float = 10.0, **options: object) -> Article | None:
    """Read and split: one of our errors in one line, or claims whose evidence is the text at their spans, in time."""
    started = time.process_time()
    article = None
    try:
        article = parse_article(data, origin="x", media_type=media_type, **options)
    except ClaimcheckError as error:
        lines = len(str(error).splitlines())
    else:
        lines = 1
        end = 0
        for block in article.blocks:
            assert end <= block.span.start < block.span.end <= len(article.text)
            end = block.span.end
        for claim in split_article(article):
            assert claim.spans
            assert claim.text.strip()
            assert claim.evidence == tuple(article.text[span.start : span.end] for span in claim.spans)
            if claim.speaker_span:
                assert claim.speaker_span.end <= len(article.text)
    assert lines == 1
    assert time.process_time() - started < seconds
    return article
