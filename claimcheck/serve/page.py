"""The search page: one self-contained document, and the policy that lets nothing run in it but its own two pieces."""

import base64
import hashlib
from functools import cache
from pathlib import Path

__all__ = ["page", "policy"]

_HERE = Path(__file__).parent / "search"


@cache
def _piece(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@cache
def page() -> bytes:
    """The page's HTML, with its style and script in it."""
    whole = _piece("page.html").replace("/*style*/", _piece("page.css")).replace("/*script*/", _piece("page.js"))
    return whole.encode()


@cache
def policy() -> str:
    """The Content-Security-Policy: the style and script by their hashes, requests to this server alone."""
    return (
        f"default-src 'none'; style-src {_hash(_piece('page.css'))}; script-src {_hash(_piece('page.js'))}; "
        "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
