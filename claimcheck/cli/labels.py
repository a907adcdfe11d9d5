"""A label as people type it: its code in any case, or the word that the shipped scheme has for it in any language."""

from functools import cache

import typer

from claimcheck.records import Label

__all__ = ["read_label"]


def read_label(text: str) -> Label:
    """The label that is meant.

    >>> read_label("mostly-false"), read_label("Größtenteils falsch")
    (<Label.MOSTLY_FALSE: 'MOSTLY_FALSE'>, <Label.MOSTLY_FALSE: 'MOSTLY_FALSE'>)
    """
    if isinstance(text, Label):  # a default
        return text
    name = _plain(text)
    if name.upper() in Label.__members__:
        return Label[name.upper()]
    found = _names().get(name)
    if found is None:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(Label)}")
    return found


def _plain(text: str) -> str:
    return "_".join(text.replace("-", " ").replace("_", " ").casefold().split())


@cache
def _names() -> dict[str, Label]:
    from claimcheck.scheme import read_scheme

    return {_plain(word): choice.label for choice in read_scheme().choices for _, word in choice.names}
