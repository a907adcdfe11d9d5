"""Options by which past checks are chosen, shared by the commands on them."""

from typing import Annotated, Any

import typer

from claimcheck.cli.labels import read_label
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
]

PublisherOption = Annotated[str | None, typer.Option(help="Only this publisher's.")]
LanguageOption = Annotated[str | None, typer.Option(help="Only in this language, such as de.")]
RatingOption = Annotated[
    Label | None,
    typer.Option(parser=read_label, metavar="LABEL", help="Only with this label, such as FALSE or Falsch."),
]
TextOption = Annotated[str | None, typer.Option(help="Only those whose claim, title, summary or claimant has this.")]
SinceOption = Annotated[str | None, typer.Option(help="Only those published on or after this day, YYYY-MM-DD.")]
UntilOption = Annotated[str | None, typer.Option(help="Only those published on or before this day, YYYY-MM-DD.")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="At most so many.")]
UnratedOption = Annotated[bool, typer.Option("--unrated", help="Only those without a label.")]


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
    from claimcheck.flows.reviews import language_of

    return {
        "publisher": publisher,
        "language": language_of(language),
        "rating": rating,
        "text": text,
        "since": parse_day(since),
        "until": parse_day(until),
        "rated": False if unrated else None,
    }
