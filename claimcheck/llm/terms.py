"""Which model is asked, where, in what manner, and at what price."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from claimcheck.addresses import is_loopback
from claimcheck.errors.models import LlmAddressInvalid
from claimcheck.llm.question import Usage

__all__ = ["Terms"]

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Terms:
    """A model at an address; prices are per million tokens, None where the desk has not said."""

    url: str
    model: str
    timeout: float = 120.0  # seconds for one answer
    max_output: int = 4096  # tokens of one answer
    temperature: float | None = 0.0
    seed: int | None = 7
    price_in: float | None = None
    price_out: float | None = None
    currency: str = "USD"
    parallel: int = 2  # questions under way at a time

    def __post_init__(self) -> None:
        """Refuse an address that is none, or that holds a password.

        Raises:
            LlmAddressInvalid: see there; the address is not said, for it may hold a key.
        """
        try:
            parts = urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
        except ValueError:
            usable, parts = False, urlsplit("")
        if not usable or not self.url.isprintable() or " " in self.url:
            raise LlmAddressInvalid("is none")
        if "@" in parts.netloc:
            raise LlmAddressInvalid("holds a password")

    @property
    def host(self) -> str:
        """Where the texts go, with the port where it is no usual one; never who logs in."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)

    @property
    def encrypted(self) -> bool:
        """Whether the way there is."""
        return urlsplit(self.url).scheme == "https"

    @property
    def local(self) -> bool:
        """Whether it is this machine.

        >>> Terms("http://127.0.0.1:8000/v1", "m").local, Terms("http://127.0.0.1.example.org/v1", "m").local
        (True, False)
        """
        return is_loopback(urlsplit(self.url).hostname or "")

    @property
    def manner(self) -> tuple[str, ...]:
        """What else an answer depends on than the question; not where the model runs, nor how long it may take."""
        return self.model, repr(self.temperature), repr(self.seed), repr(self.max_output)

    def cost(self, usage: Usage) -> float | None:
        """What tokens cost; None without a price.

        >>> Terms("http://127.0.0.1/v1", "m", price_in=2.0, price_out=8.0).cost(Usage(500_000, 250_000))
        3.0
        """
        if self.price_in is None or self.price_out is None:
            return None
        return (usage.prompt * self.price_in + usage.completion * self.price_out) / _MILLION
