"""Pages that need no network: one template, its style and its script inside one file, and a policy that allows no more.

The policy names style and script by their digests, so that nothing else on the page can run, be fetched or be sent,
whatever the texts in it say. Every text is escaped; what HTML would change or cannot hold is written so that it stays.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["encode_page", "render_page", "source_of", "verbatim"]

_HERE = Path(__file__).parent
_UNSAYABLE = re.compile("[\x00\ud800-\udfff]")


def render_page(template: str, *, styles: Sequence[str], script: str | None = None, **facts: Any) -> str:
    """The template filled with ``facts``; ``policy``, ``style`` and ``script`` are there too, as the page needs them.

    The names are of files in this folder or below it; the ``styles`` follow one another in one element.
    """
    from markupsafe import Markup

    style = "".join(_read(each) for each in styles)
    code = _read(script) if script else ""
    page: str = (
        _templates()
        .get_template(template)
        .render(policy=_policy(style, code), style=Markup(style), script=Markup(code), **facts)
    )
    return page


def encode_page(page: str) -> bytes:
    """A page as UTF-8; what UTF-8 cannot hold becomes a replacement character."""
    return _UNSAYABLE.sub("\ufffd", page).encode()


def verbatim(text: str) -> "Markup":
    """Text escaped so that a browser's text of it is the very same, line ends too; only NUL has no place in HTML.

    >>> str(verbatim("a<b\\r\\n"))
    'a&lt;b&#13;\\n'
    """
    from markupsafe import Markup, escape

    return Markup(str(escape(_UNSAYABLE.sub("\ufffd", text))).replace("\r", "&#13;"))


def source_of(text: str) -> str:
    """A style or a script as a policy allows it: by its digest.

    >>> source_of("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy(style: str, script: str) -> str:
    runs = f"; script-src {source_of(script)}; require-trusted-types-for 'script'" if script else ""
    return f"default-src 'none'; style-src {source_of(style)}{runs}; base-uri 'none'; form-action 'none'"


@cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["verbatim"] = verbatim
    return environment
