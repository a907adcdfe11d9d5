"""Options by which past checks are chosen, shared by the commands on them."""

from typing import Annotated, Any

import typer

from claimcheck.cli.options import parse_day
from claimcheck.records import Label

__all__ = [
    "LanguageOption",
    "LimitOption",
    "PublisherOption",
    "RatingOption",
    "SinceOption",
    "TextOption",
    "UnratedOption",
    "UntilOption",
    "chosen_by",
    "language_of",
]

PublisherOption = Annotated[str | None, typer.Option(help="Only this publisher's.")]
LanguageOption = Annotated[str | None, typer.Option(help="Only in this language, such as de.")]
RatingOption = Annotated[Label | None, typer.Option(help="Only with this label.")]
TextOption = Annotated[str | None, typer.Option(help="Only those whose claim, title, summary or claimant has this.")]
SinceOption = Annotated[str | None, typer.Option(help="Only those published on or after this day, YYYY-MM-DD.")]
UntilOption = Annotated[str | None, typer.Option(help="Only those published on or before this day, YYYY-MM-DD.")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="At most so many.")]
UnratedOption = Annotated[bool, typer.Option("--unrated", help="Only those without a label.")]


def language_of(name: str | None) -> str | None:
    """A language as past checks have it: ``de`` for ``DE``, ``de-AT`` or ``German``, ``und`` for none that is known.

    Raises:
        LanguageInvalid: it is none.
    """
    from claimcheck.errors import LanguageInvalid
    from claimcheck.reviews import UNKNOWN, parse_language

    if name in {None, UNKNOWN}:
        return name
    code = parse_language(name)
    if code is None:
        raise LanguageInvalid(str(name))
    return code


def chosen_by(
    publisher: str | None,
    language: str | None,
    rating: Label | None,
    text: str | None,
    since: str | None,
    until: str | None,
    unrated: bool,
) -> dict[str, Any]:
    """What these options choose, as the store takes it."""
    return {
        "publisher": publisher,
        "language": language_of(language),
        "rating": rating,
        "text": text,
        "since": parse_day(since),
        "until": parse_day(until),
        "rated": False if unrated else None,
    }
