"""E-mail addresses and telephone numbers in what annotators wrote: found, so that nobody publishes one unawares.

Numbers are taken for telephone numbers by how they are written (a plus, a leading zero with a separator, three groups
as in North America) and how long they are; days, years and amounts are not. It finds much, not all.
"""

import re
from dataclasses import dataclass, replace

from claimcheck.dataset.schema import AnnotationRow, VerdictRow

__all__ = ["Contact", "find_contacts", "redact", "redact_row", "row_contacts"]

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_PHONE = re.compile(
    r"(?<![\w/.,-])(?:"
    r"(?:\+|00)[1-9][\d\s()/.-]{6,18}\d"
    r"|\(?0\d{1,5}\)?(?:\s?[/-]\s?|\s)\d[\d\s-]{3,12}\d"
    r"|\(\d{3}\)\s?\d{3}-\d{4}"
    r"|\d{3}-\d{3}-\d{4}"
    r")(?![\w/-])"
)
_DAY = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}")
_WORDS = {"e-mail": "[e-mail address]", "telephone": "[telephone number]"}


@dataclass(frozen=True, slots=True)
class Contact:
    """An address or a number at a place in a text; ``kind`` is ``e-mail`` or ``telephone``."""

    kind: str
    start: int
    end: int


def find_contacts(text: str) -> list[Contact]:
    """The addresses and telephone numbers in a text, in order.

    >>> [each.kind for each in find_contacts("Ask ada@example.org or +49 30 1234567, by 11-04-2023.")]
    ['e-mail', 'telephone']
    """
    found = [Contact("e-mail", *each.span()) for each in _EMAIL.finditer(text)]
    for each in _PHONE.finditer(text):
        digits = sum(sign.isdigit() for sign in each[0])
        if 7 <= digits <= 15 and not _DAY.fullmatch(each[0].strip()):
            found.append(Contact("telephone", *each.span()))
    return sorted(found, key=lambda contact: contact.start)


def redact(text: str | None) -> str | None:
    """The text with each address and number replaced by what it was."""
    if text is None:
        return None
    for each in reversed(find_contacts(text)):
        text = f"{text[: each.start]}{_WORDS[each.kind]}{text[each.end :]}"
    return text


def _texts(row: VerdictRow) -> list[str]:
    """What annotators wrote, each text once; the row's own justification is made of theirs."""
    theirs = [text for each in row.annotations for text in (each.justification, each.better_wording)]
    return [text for text in dict.fromkeys((*theirs, *(link.quote for link in row.evidence_links))) if text]


def row_contacts(row: VerdictRow) -> list[Contact]:
    """Those in what annotators wrote of a claim."""
    return [each for text in _texts(row) for each in find_contacts(text)]


def redact_row(row: VerdictRow) -> VerdictRow:
    """The row with what annotators wrote redacted."""

    def answer(each: AnnotationRow) -> AnnotationRow:
        return replace(each, justification=redact(each.justification), better_wording=redact(each.better_wording))

    return replace(
        row,
        justification=redact(row.justification),
        evidence_links=tuple(replace(each, quote=redact(each.quote)) for each in row.evidence_links),
        annotations=tuple(map(answer, row.annotations)),
    )
