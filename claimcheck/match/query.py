"""What a person pastes, as something to search with: links, handles and signatures go, names stay."""

import html
import re
from dataclasses import dataclass

__all__ = ["Signed", "clean_query", "read_query"]

_LINK = re.compile(r"(?:https?://|www\.)\S+|pic\.twitter\.com/\S*|\bt\.co/\S*", re.IGNORECASE)
_SIGNED = re.compile(  # — Ada Example (@AdaExample) January 6, 2020
    r"(?: [—–-]{1,3}|—) ?(?P<name>[^—–]{0,80}?) ?\(@\w{1,40}\) ?"
    r"(?:(?P<month>[^\W\d_]{1,20})\.? \d{1,2}, (?:(?P<year>\d{4})|\d\d)"
    r"|\d{1,2}\.? (?P<Month>[^\W\d_]{1,20}) (?P<Year>\d{4}))?[ \"”“]{0,4}$"
)
_SIGNATURE = 200  # characters at the end of a post in which its signature stands
_TAG = re.compile(r"(?<!\w)[#@](\w+)")
_HUMP = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|_")
_RETWEET = re.compile(r"^\s*RT\s+(?=@)")
_SPACE = re.compile(r"[\s\ud800-\udfff]+")  # with halves of characters, which no encoder takes


@dataclass(frozen=True, slots=True)
class Signed:
    """The month and the year under a post, as they are written there."""

    month: str
    year: str


def clean_query(text: str) -> str:
    """The words of a query on one line, without links, retweet marks, addresses of a signature and repeats.

    The signer's name stays, and tags and handles are read as words. What leaves nothing comes back as ``""``.

    >>> clean_query("The US drone attack on #Soleimani https://t.co/x — Olaudah E. (@RealOlaudah) January 6, 2020")
    'The US drone attack on Soleimani Olaudah E.'
    >>> clean_query("@realDonaldTrump on #AustralianFires2020")
    'real Donald Trump on Australian Fires 2020'
    """
    return read_query(text)[0]


def read_query(text: str) -> tuple[str, Signed | None]:
    """The words of a query, as ``clean_query`` gives them, and when it was signed, which they do not tell.

    >>> read_query("The bridge is closed — Ada Example (@AdaExample) January 6, 2020")
    ('The bridge is closed Ada Example', Signed(month='January', year='2020'))
    """
    text = _LINK.sub(" ", html.unescape(text))
    text = _SPACE.sub(" ", _RETWEET.sub("", text)).strip()
    signature = _SIGNED.search(text, max(0, len(text) - _SIGNATURE))
    signed = None
    if signature:
        text = f"{text[: signature.start()]} {signature['name']}"
        if year := signature["year"] or signature["Year"]:
            signed = Signed(signature["month"] or signature["Month"], year)
    text = _TAG.sub(lambda found: _HUMP.sub(" ", found[1]), text)
    return _once(_SPACE.sub(" ", text).strip()), signed


def _once(text: str) -> str:
    """A text that is one text said twice, said once: scraped posts repeat themselves."""
    half = len(text) // 2
    if len(text) > 40 and len(text) % 2 and text[half] == " " and text[:half] == text[half + 1 :]:
        return text[:half]
    return text
