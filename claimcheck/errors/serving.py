"""What can go wrong in serving: at the start, and in answering a request."""

from claimcheck.errors.root import ClaimcheckError
from claimcheck.progress import plural

__all__ = [
    "BodyTooLarge",
    "BodyTooSlow",
    "CannotListen",
    "HostRefused",
    "OriginRefused",
    "PathUnknown",
    "RequestImpossible",
    "RequestInvalid",
    "RequestUnreadable",
    "ServerBusy",
    "ServerFailed",
    "ServerNotReady",
    "ServerTooSlow",
    "TokenInvalid",
    "TokenMissing",
    "TokenRefused",
]


class CannotListen(ClaimcheckError, OSError):
    """The address asked for cannot be listened on."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"cannot listen on {host} port {port} ({why}): choose another with --host or --port")
        self.host, self.port, self.why = host, port, why


class TokenMissing(ClaimcheckError, PermissionError):
    """Other machines would reach the server, and nothing would keep strangers out."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} is reached from other machines and there is no token: give --token-file FILE (made where there "
            "is none) or set CLAIMCHECK_SERVE_TOKEN, or serve on 127.0.0.1"
        )
        self.host = host


class TokenInvalid(ClaimcheckError, ValueError):
    """The token to be asked for cannot be read, or is no secret."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"the token in {where} {why}: name a new file and one will be made")
        self.where, self.why = where, why


class PathUnknown(ClaimcheckError, LookupError):
    """The server has nothing at this path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"there is nothing at {path}: /openapi.json lists what there is")
        self.path = path


class RequestInvalid(ClaimcheckError, ValueError):
    """The request does not have the form that the API's description asks for."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}: see /openapi.json for the form")
        self.where, self.why = where, why


class RequestUnreadable(ClaimcheckError, ValueError):
    """What came is no HTTP request, or its head is longer than a server reads."""

    def __init__(self) -> None:
        super().__init__(
            "this is no HTTP request, or its address or head is longer than 64 KiB: send what is long in the body of "
            "a POST"
        )


class RequestImpossible(ClaimcheckError, ValueError):
    """The request has the right form and cannot be done all the same."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(f"{found}: {remedy}")
        self.found = found


class TokenRefused(ClaimcheckError, PermissionError):
    """The request bears no token, or not the server's."""

    def __init__(self) -> None:
        super().__init__("this server wants its token: send it in the Authorization header, after the word Bearer")


class HostRefused(ClaimcheckError, PermissionError):
    """The request was meant for a host by another name, as one is that a foreign page sends here by a trick."""

    def __init__(self) -> None:
        super().__init__("this server does not go by the name in the request's Host header: --allow-host NAME lets it")


class OriginRefused(ClaimcheckError, PermissionError):
    """A page from elsewhere sent the request."""

    def __init__(self) -> None:
        super().__init__("pages from elsewhere may not call this server: call it from its own page or from a program")


class BodyTooLarge(ClaimcheckError, ValueError):
    """The request's body is larger than the server takes."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the request's body has more than {limit:,} bytes: send it in parts, or raise --max-body")
        self.limit = limit


class BodyTooSlow(ClaimcheckError, TimeoutError):
    """The request's body did not come in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the request's body did not come within {seconds:g} s: send it again")
        self.seconds = seconds


class ServerBusy(ClaimcheckError, RuntimeError):
    """As many requests wait as the server lets wait."""

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{plural(waiting, 'request waits', 'requests wait')} already: try again in a moment")
        self.waiting = waiting


class ServerNotReady(ClaimcheckError, RuntimeError):
    """The search index is being made."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not ready yet, {why}: try again in a moment")
        self.why = why


class ServerTooSlow(ClaimcheckError, TimeoutError):
    """The work on a request took longer than the server lets it; it was stopped."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"this took over {seconds:g} s and was stopped: ask for less at once, or raise --timeout")
        self.seconds = seconds


class ServerFailed(ClaimcheckError, RuntimeError):
    """A mistake of ours, told without what the request held."""

    def __init__(self) -> None:
        super().__init__("the server failed at this: look at its own output, which says where, and report that")
