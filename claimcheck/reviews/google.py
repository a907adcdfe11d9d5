"""Google's Fact Check Tools API: the claims it finds, page by page. The key goes in a header and is never said.

A client without logic of its own beyond pages, patience and plain words for what the server answers.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.errors import FactCheckApiRefused, FactCheckApiUnreachable
from claimcheck.reviews.loose_json import load_json

if TYPE_CHECKING:
    import httpx

__all__ = ["ENDPOINT", "ClaimSearch", "search_claims"]

ENDPOINT = "https://factchecktools.googleapis.com"
_PATH = "/v1alpha1/claims:search"
_PAGE = 100
_MOST_PAGES = 1_000
_LARGEST = 20_000_000
_TRIES = 4
_WAIT = 1.0
_LONGEST_WAIT = 30.0
_SECONDS = 20.0
_LATER = frozenset({500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class ClaimSearch:
    """What to ask for: words, a publisher's site, or both; a language tag; how many days old at most."""

    query: str | None = None
    publisher_site: str | None = None
    language: str | None = None
    max_age_days: int | None = None

    def parameters(self) -> dict[str, str]:
        """What the API is asked, in its own words; what was not given is not asked."""
        given = {
            "query": self.query,
            "reviewPublisherSiteFilter": self.publisher_site,
            "languageCode": self.language,
            "maxAgeDays": str(self.max_age_days) if self.max_age_days else None,
        }
        return {name: value for name, value in given.items() if value}


def search_claims(
    search: ClaimSearch, *, key: str, endpoint: str = ENDPOINT, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Mapping[str, Any]]:
    """Each claim that the API finds, with its reviews, in its order; pages are fetched as they are needed.

    A server that is busy is asked again, a few times and later each time.

    Raises:
        FactCheckApiRefused: the key is wrong, the quota is used up, or the question is refused.
        FactCheckApiUnreachable: there is no answer, or none that can be read.
    """
    import httpx

    token: str | None = None
    seen: set[str] = set()
    with httpx.Client(timeout=_SECONDS, headers={"X-Goog-Api-Key": key, "Accept": "application/json"}) as client:
        for _ in range(_MOST_PAGES):
            parameters = search.parameters() | {"pageSize": str(_PAGE)} | ({"pageToken": token} if token else {})
            answer = _ask(client, endpoint.rstrip("/") + _PATH, parameters, key, sleep)
            claims = answer.get("claims")
            yield from (each for each in (claims if isinstance(claims, list) else ()) if isinstance(each, dict))
            token = answer.get("nextPageToken")
            if not isinstance(token, str) or not token or token in seen:
                return
            seen.add(token)


def _ask(
    client: "httpx.Client", address: str, parameters: Mapping[str, str], key: str, sleep: Callable[[float], None]
) -> dict[str, Any]:
    import httpx

    wait = _WAIT
    for attempt in range(_TRIES):
        last = attempt == _TRIES - 1
        try:
            with client.stream("GET", address, params=dict(parameters)) as response:
                status, body = response.status_code, _body(response)
                pause = response.headers.get("retry-after", "")
        except httpx.HTTPError as error:
            if last:
                raise FactCheckApiUnreachable(_hidden(str(error) or type(error).__name__, key)) from None
            sleep(wait)
            wait *= 2
            continue
        if status in _LATER and not last:
            sleep(min(float(pause) if pause.isdigit() else wait, _LONGEST_WAIT))
            wait *= 2
            continue
        return _read(status, body, key)
    raise AssertionError("unreachable")


def _body(response: "httpx.Response") -> bytes:
    found = bytearray()
    for chunk in response.iter_bytes():
        found += chunk
        if len(found) > _LARGEST:
            raise FactCheckApiUnreachable(f"its answer is longer than {_LARGEST // 1_000_000} MB")
    return bytes(found)


def _read(status: int, body: bytes, key: str) -> dict[str, Any]:
    try:
        answer = load_json(body.decode("utf-8", "replace")) if body.strip() else {}
    except (ValueError, RecursionError):
        answer = None
    if status == 200 and isinstance(answer, dict):
        return answer
    if status == 200:
        raise FactCheckApiUnreachable("its answer is not a JSON object")
    fault = answer.get("error") if isinstance(answer, dict) else None
    said = fault.get("message") if isinstance(fault, dict) else None
    raise FactCheckApiRefused(status, _hidden(" ".join(str(said or "no reason given").split())[:200], key))


def _hidden(text: str, key: str) -> str:
    return text.replace(key, "…") if key else text
