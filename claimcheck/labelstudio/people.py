"""How people come to have an account at a Community edition: by an invitation link, with an address of their own.

An account made through the API cannot log in, and its address cannot be used to sign up any more.
"""

import re
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.errors import StudioNotThere, StudioRefused

if TYPE_CHECKING:
    from claimcheck.labelstudio.client import StudioClient

__all__ = ["invite_link", "sign_up"]


def invite_link(client: "StudioClient") -> str:
    """The address at which people sign up to this Label Studio; whoever has it can join."""
    found = client._connection.get("invitation", "api/invite")
    path = found.get("invite_url") if isinstance(found, Mapping) else None
    if not isinstance(path, str):
        raise StudioNotThere(client.url)
    return path if urlsplit(path).scheme else client.url + "/" + path.lstrip("/")


def sign_up(client: "StudioClient", email: str) -> str:
    """Sign somebody up as the page behind the invitation would; the password made for them.

    Raises:
        StudioRefused: the address is taken, or sign-up is not open to invitations.
    """
    from claimcheck.labelstudio.connection import studio_errors

    link, password = invite_link(client), secrets.token_urlsafe(15)
    with studio_errors(client.url, "sign-up page", timeout=client.timeout), client._connection.browser() as http:
        http.get(link)
        form = {"email": email, "password": password, "csrfmiddlewaretoken": http.cookies.get("csrftoken", "")}
        answer = http.post(link, data=form, headers={"Referer": link})
    if answer.status_code != 302:
        said = re.search(r'<p[^>]*class="[^"]*error[^"]*"[^>]*>([^<]{1,200})', answer.text)
        raise StudioRefused(client.url, answer.status_code, said[1].strip() if said else f"{email} cannot sign up")
    return password
