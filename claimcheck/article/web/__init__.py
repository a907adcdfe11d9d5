"""Pages of the web, from checked addresses and within limits."""

from claimcheck.article.web.addresses import Resolve, find_addresses, is_public, resolve_host
from claimcheck.article.web.fetch import REDIRECTS, SECONDS, Fetched, fetch_page

__all__ = [
    "REDIRECTS",
    "SECONDS",
    "Fetched",
    "Resolve",
    "fetch_page",
    "find_addresses",
    "is_public",
    "resolve_host",
]
