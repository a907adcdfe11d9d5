"""The search page: one self-contained document, and the policy that lets nothing run in it but its own two pieces."""

from functools import cache
from pathlib import Path

from claimcheck.flows.pages import source_of

__all__ = ["page", "policy"]

_HERE = Path(__file__).parent / "search"


@cache
def _piece(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def page() -> bytes:
    """The page's HTML, with its style and script in it."""
    whole = _piece("page.html").replace("/*style*/", _piece("page.css")).replace("/*script*/", _piece("page.js"))
    return whole.encode()


@cache
def policy() -> str:
    """The Content-Security-Policy: the style and script by their hashes, requests to this server alone."""
    return (
        f"default-src 'none'; style-src {source_of(_piece('page.css'))}; script-src {source_of(_piece('page.js'))}; "
        "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
