"""Where a report's page comes from: versions, states, days; never a clock, so the same workspace gives the same."""

from collections import Counter
from collections.abc import Collection as Several
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from claimcheck.flows.report.checks import web_link
from claimcheck.flows.report.wish import Collection, ReportWish
from claimcheck.flows.report.words import LANGUAGES, Words, words_in
from claimcheck.records import Article

__all__ = ["article_lines", "chosen_words", "made_facts"]


def chosen_words(wish: ReportWish, languages: Sequence[str]) -> Words:
    """The words of the language asked for; else of the one that most of the articles are in."""
    if wish.language in LANGUAGES:
        return words_in(wish.language)
    often = Counter(each for each in languages if each in LANGUAGES).most_common(1)
    return words_in(often[0][0] if often else LANGUAGES[0])


def made_facts(
    held: Collection,
    wish: ReportWish,
    words: Words,
    *,
    methods: Several[str],
    last: date | None,
    more: Sequence[str] = (),
) -> dict[str, Any]:
    """What is judged, and the lines that say where a page comes from; ``last`` is the day of the newest verdict."""
    scheme = held.scheme
    made = words(
        "made_with",
        version=version("claimcheck"),
        splitter=", ".join(sorted(methods)) or "–",
        scheme=scheme.name,
        scheme_version=scheme.version,
    )
    if held.encoder:
        compared = words.count("made_from", held.reviews, digest=held.digest[:12], encoder=held.encoder[:12])
    else:
        compared = words.count("made_unmatched", held.reviews, digest=held.digest[:12])
    told = [words("made_last", day=words.day(last)) if last else words("made_no_verdict")]
    told += [words("people_named" if wish.names else "people_hidden")] if last else []
    told += [words("made_on", day=words.day(wish.day))] if wish.day else []
    judged = dict(scheme.judged)
    return {
        "version": version("claimcheck"),
        "judged": judged.get(words.language) or judged.get("en", ""),
        "lines": [made, compared, " ".join(told), *more],
    }


def article_lines(article: Article, words: Words) -> list[str]:
    """What tells which text this was."""
    digest = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return [words("article_id", id=article.id, origin=_origin(article), digest=digest), words("offsets_note")]


def _origin(article: Article) -> str:
    """Where it was read from: an address, or a file's name without its folders, which are nobody else's business."""
    found = article.origin or "–"
    return found if web_link(found) else PurePath(found).name or found
