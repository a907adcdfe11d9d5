"""What a shell completes behind an option or an argument: ids, languages, publishers and studios that are here.

A completer opens the workspace to read, asks the database one question, and says nothing rather than something wrong:
a shell that is asked to complete has no place for an error. Formats, labels and other closed sets complete by
themselves.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.options import DEFAULT_WORKSPACE
from claimcheck.records import Label

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["COMPLETERS", "Completer"]

Completer = Callable[[typer.Context, str], list[str]]

_MOST = 100


@contextmanager
def _reading(context: typer.Context) -> Iterator["Store"]:
    from claimcheck.store import Store

    with Store.open(Path(context.params.get("workspace") or DEFAULT_WORKSPACE), create=False, write=False) as store:
        yield store


def _ids(noun: str, context: typer.Context, incomplete: str) -> list[str]:
    with suppress(Exception), _reading(context) as store:
        from claimcheck.store import ids

        return store.ids({"article": ids.ARTICLE, "claim": ids.CLAIM, "review": ids.REVIEW}[noun], incomplete)
    return []


def _article(context: typer.Context, incomplete: str) -> list[str]:
    return _ids("article", context, incomplete)


def _article_or_file(context: typer.Context, incomplete: str) -> list[str]:
    found = _article(context, incomplete)
    with suppress(OSError):
        folder = Path(incomplete) if incomplete.endswith("/") else Path(incomplete).parent
        found += sorted(str(each) for each in folder.iterdir() if str(each).startswith(incomplete))[:_MOST]
    return found


def _claim(context: typer.Context, incomplete: str) -> list[str]:
    return _ids("claim", context, incomplete)


def _review(context: typer.Context, incomplete: str) -> list[str]:
    return _ids("review", context, incomplete)


def _language(context: typer.Context, incomplete: str) -> list[str]:
    found = {"de", "en"}
    with suppress(Exception), _reading(context) as store:
        found |= {each.language for each in store.review_stats()}
    return sorted(each for each in found if each.startswith(incomplete))


def _publisher(context: typer.Context, incomplete: str) -> list[str]:
    with suppress(Exception), _reading(context) as store:
        found = {each.publisher for each in store.review_stats()}
        return sorted(each for each in found if each.casefold().startswith(incomplete.casefold()))[:_MOST]
    return []


def _studio(_: typer.Context, incomplete: str) -> list[str]:
    with suppress(Exception):
        from claimcheck.labelstudio.home import studio_names

        return [each for each in studio_names() if each.startswith(incomplete)]
    return []


def _label(_: typer.Context, incomplete: str) -> list[str]:
    return [each for each in Label if each.startswith(incomplete.upper())]


def _group(_: typer.Context, incomplete: str) -> list[str]:
    return [each for each in ("language", "kind", "outlet", "article") if each.startswith(incomplete)]


COMPLETERS: Mapping[tuple[str, str], Completer | None] = MappingProxyType(
    {
        ("", "article"): _article,
        ("", "claims"): _claim,
        ("", "language"): _language,
        ("", "name"): _studio,
        ("", "publisher"): _publisher,
        ("", "rating"): _label,
        ("agreement", "by"): _group,
        ("claims drop", "claims"): _claim,
        ("claims edit", "claim"): _claim,
        ("claims restore", "claims"): _claim,
        ("claims show", "claim"): _claim,
        ("report", "language"): None,  # a closed set of its own
        ("report", "wanted"): _article_or_file,
        ("reviews remove", "reviews"): _review,
        ("reviews show", "review"): _review,
    }
)
"""By command (empty: any) and parameter."""
