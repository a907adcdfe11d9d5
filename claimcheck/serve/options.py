"""How a server is to be: where it listens, who may ask, what it lets itself be asked; and the token it wants."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.addresses import is_loopback
from claimcheck.errors import TokenInvalid, TokenMissing
from claimcheck.progress import Say, silent

__all__ = ["DEFAULT_PORT", "TOKEN_VARIABLE", "ServeOptions", "find_token", "usual_workers"]

DEFAULT_PORT = 8642
TOKEN_VARIABLE = "CLAIMCHECK_SERVE_TOKEN"
_SHORTEST = 20  # characters of a token
_MOST_WORKERS = 4
_EVERYWHERE = {"0.0.0.0", "::"}  # hosts that stand for every address of this machine


def usual_workers() -> int:
    """A worker for each core that this process may use, at least two, at most four."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, min(_MOST_WORKERS, cores))


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """One server.

    ``token`` is asked of every request but the page's own files and ``health``; None asks for nothing. ``hosts`` are
    names it goes by besides its address. ``timeout`` is what one request may take in seconds, ``max_body`` how many
    bytes it may hold, ``max_waiting`` how many may wait for a worker. ``webhook_secret`` opens the receiver.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    encoder: str | None = None
    token: str | None = field(default=None, repr=False)
    hosts: tuple[str, ...] = ()
    workers: int = field(default_factory=usual_workers)
    timeout: float = 60.0
    max_body: int = 32_000_000
    max_waiting: int = 64
    webhook_secret: str | None = field(default=None, repr=False)

    @property
    def authority(self) -> str:
        """The host as a URL has it: an IPv6 address in brackets."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def url(self) -> str:
        """Where a program of this machine reaches it, which is loopback where it listens on every address.

        >>> [ServeOptions(Path(), host=each, port=1).url for each in ("127.0.0.1", "::1", "0.0.0.0")]
        ['http://127.0.0.1:1', 'http://[::1]:1', 'http://127.0.0.1:1']
        """
        return f"http://{'127.0.0.1' if self.host in _EVERYWHERE else self.authority}:{self.port}"

    def demand_token(self) -> None:
        """Make sure that strangers are kept out.

        Raises:
            TokenMissing: other machines reach the server, and it has no token.
        """
        if self.token is None and not is_loopback(self.host):
            raise TokenMissing(self.host)


def find_token(file: Path | None, say: Say = silent) -> str | None:
    """The token in a file, else in the environment, else None; it is never taken from a command line, which all see.

    A file that is not there is made, for its owner's eyes, with a new token in it. One that others may read is said.

    Raises:
        TokenInvalid: the file cannot be read or made, or what it holds is too short for a secret.
    """
    if file is None:
        given = os.environ.get(TOKEN_VARIABLE, "").strip()
        return _checked(given, TOKEN_VARIABLE) if given else None
    try:
        if not file.exists():
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as new:
                new.write(secrets.token_urlsafe(32) + "\n")
            say(f"a new token is in {file}")
        elif file.stat().st_mode & 0o044:
            say(f"others on this machine may read the token: chmod 600 {file}")
        return _checked(file.read_text(encoding="utf-8").strip(), str(file))
    except OSError as error:
        raise TokenInvalid(str(file), f"cannot be read or made ({error.strerror})") from error
    except UnicodeDecodeError:
        raise TokenInvalid(str(file), "is not text") from None


def _checked(token: str, where: str) -> str:
    if len(token) < _SHORTEST:
        raise TokenInvalid(where, f"has {len(token)} characters, wanted at least {_SHORTEST}")
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise TokenInvalid(where, "holds more than letters, digits and signs on one line")
    return token
