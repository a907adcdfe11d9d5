"""Which column of a table or key of a flat record holds which field: given, or guessed by its name."""

import re
import shlex
from collections.abc import Iterable, Mapping
from typing import Any

from claimcheck.errors import ReviewColumnsUnknown, ReviewMapInvalid
from claimcheck.reviews.draft import Draft

__all__ = ["FIELDS", "draft_row", "format_map", "guess_columns", "parse_map", "score_header"]

# Names are compared in lower case without punctuation. First in a row wins: telling names stand before short ones.
# ClaimsKG's `creativeWork_*` are left out: in its files they are the claim's at some publishers, the check's at others.
_NAMES: dict[str, str] = {
    "claim_reviewed": "claimreviewed claimreviewclaimreviewed claim claimtext claimoriginal statement behauptung "
    "aussage affirmation allégation afirmación alegación affermazione dichiarazione alegação afirmação bewering "
    "uitspraak twierdzenie wypowiedź iddia утверждение заявление твердження claimchecked whatwasclaimed theclaim text",
    "alternate_name": "alternatename ratingalternatename reviewratingalternatename textualrating ratingname verdict "
    "rating label conclusion bewertung urteil évaluation calificación veredicto valutazione verdetto classificação "
    "veredito oordeel ocena werdykt karar вердикт оценка оцінка "
    "ourrating ourverdict factcheckrating factcheckverdict finalrating claimrating ergebnis",
    "rating_value": "ratingvalue ratingratingvalue reviewratingratingvalue reviewratingvalue truthrating",
    "best_rating": "bestrating ratingbestrating reviewratingbestrating",
    "worst_rating": "worstrating ratingworstrating reviewratingworstrating",
    "publisher": "publisher publishername reviewpublisher reviewpublishername claimreviewauthorname claimreviewsource "
    "reviewauthor reviewauthorname factchecker factcheckorganization checkedby organization organisation verifiedby "
    "sourcename source site quelle fuente fonte źródło bron kaynak "
    "factcheckername factcheckingorganization factcheckingorganisation redaktion faktenchecker",
    "publisher_url": "publisherurl publishersite reviewauthorurl sourceurl",
    "url": "url reviewurl claimreviewurl factcheckurl articleurl reviewlink factchecklink permalink link "
    "linktoarticle linktofactcheck articlelink linktoreview factcheckanalysislink webaddress adresse enlace lien",
    "date_published": "datepublished claimreviewdatepublished reviewdatepublished reviewdate datereview publisheddate "
    "publishdate publicationdate published date datum fecha data дата tarih "
    "dateofpublication dateofreview veröffentlicht veröffentlichtam datedepublication fechadepublicación "
    "factcheckdate datadepublicação publishedat pubdate",
    "claim_date": "claimdate statementdate itemrevieweddatepublished",
    "claimant": "claimant speaker claimauthor itemreviewedauthorname sprecher whosaidit whomadetheclaim saidby "
    "claimedby wer statementoriginator urheber sourceofclaim claimsource author",
    "title": "title headline reviewtitle extratitle titel",
    "summary": "summary reviewbody explanation justification description",
    "language": "language lang inlanguage languagecode sprache langue idioma lingua język язык мова dil",
    "licence": "licence license sdlicense",
}

FIELDS = tuple(_NAMES)
"""Fields a column can be mapped to."""


def guess_columns(
    header: Iterable[str], *, given: Mapping[str, str] | None = None, path: str = "the table"
) -> dict[str, str]:
    """Field → column. ``given`` goes first and must exist; the rest is guessed by name, each column used once.

    A field that is given no column (``""``) is not guessed.

    >>> guess_columns(["", "Claim", "Verdict", "Link"])
    {'claim_reviewed': 'Claim', 'alternate_name': 'Verdict', 'url': 'Link'}

    Raises:
        ReviewColumnsUnknown: no column holds the claim, or a given one is not there.
    """
    names = [name for name in header if name]
    found: dict[str, str] = {}
    refused: set[str] = set()
    for field, column in (given or {}).items():
        if field not in _NAMES:
            raise ReviewColumnsUnknown(
                path, tuple(names), f"no field is called {field!r} (fields: {', '.join(FIELDS)})"
            )
        if column == "":
            refused.add(field)
            continue
        if column not in names:
            raise ReviewColumnsUnknown(path, tuple(names), f"none is called {column!r}")
        found[field] = column
    free = {_plain(name): name for name in reversed(names) if name not in found.values()}
    for field, candidates in _NAMES.items():
        if (
            field not in found
            and field not in refused
            and (hit := next((name for name in candidates.split() if name in free), None))
        ):
            found[field] = free.pop(hit)
    if "claim_reviewed" not in found:
        raise ReviewColumnsUnknown(path, tuple(names), "none is known to hold the claim")
    return found


def score_header(header: Iterable[str]) -> int:
    """How many fields a header's names are known for."""
    names = {_plain(name) for name in header}
    return sum(any(name in names for name in candidates.split()) for candidates in _NAMES.values())


def format_map(columns: Mapping[str, str]) -> str:
    """A map as ``--map`` takes it.

    >>> format_map({"claim_reviewed": "Claim", "url": "Web link"})
    "claim_reviewed=Claim 'url=Web link'"
    """
    text = " ".join(shlex.quote(f"{field}={column}") for field, column in columns.items())
    return "".join(each if each.isprintable() else "\ufffd" for each in text[:1_500])


def parse_map(pairs: Iterable[str]) -> dict[str, str]:
    """Field → column of ``field=column`` pairs; ``field=`` alone says that no column holds it.

    Raises:
        ReviewMapInvalid: a pair has no ``=``, an unknown field, or a field comes twice.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        field = field.strip()
        if not equals:
            raise ReviewMapInvalid(pair, "has no '='", FIELDS)
        if field not in _NAMES:
            raise ReviewMapInvalid(pair, f"names no field {field!r}", FIELDS)
        if field in found:
            raise ReviewMapInvalid(pair, f"gives {field} a second time", FIELDS)
        found[field] = column.strip()
    return found


def draft_row(row: Mapping[str, Any], columns: Mapping[str, str]) -> Draft:
    """The raw values of one row."""
    values = {field: row.get(column) for field, column in columns.items()}
    house = values.pop("publisher", None)
    return Draft(houses=(house,) if house else (), **values)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
