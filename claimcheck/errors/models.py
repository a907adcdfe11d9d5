"""What can go wrong with a language model that a desk has asked for."""

from claimcheck.errors.root import ClaimcheckError

__all__ = [
    "LlmAddressInvalid",
    "LlmAnswerCutOff",
    "LlmAnswerUnusable",
    "LlmBudgetSpent",
    "LlmBusy",
    "LlmCreditSpent",
    "LlmError",
    "LlmFormatRefused",
    "LlmGivenUp",
    "LlmKeyRefused",
    "LlmKeyUnusable",
    "LlmModelUnknown",
    "LlmMoved",
    "LlmNotConfirmed",
    "LlmNotSet",
    "LlmPriceUnknown",
    "LlmQuestionTooLong",
    "LlmRefused",
    "LlmTimeout",
    "LlmUnreachable",
]


class LlmError(ClaimcheckError):
    """Root of what goes wrong with a language model.

    ``tries``: how often in all it is worth asking; ``final``: no other question would fare better, so a run ends;
    ``counts``: it speaks against asking on, when it comes again and again; ``charged``: an answer may have been made,
    and may have to be paid for, all the same.
    """

    tries = 1
    final = False
    counts = True
    charged = False
    retry_after: float | None = None  # seconds it asks to be left alone


class LlmNotSet(LlmError, ValueError):
    """A model was asked for and nothing says which, or where it is."""

    final = True

    def __init__(self, lacks: str, option: str) -> None:
        super().__init__(
            f"no model to ask: {lacks} is not set: give {option}, or set it under [llm] in claimcheck.toml"
        )
        self.lacks, self.option = lacks, option


class LlmAddressInvalid(LlmError, ValueError):
    """The address of a model's server is none."""

    final = True

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the address of the model's server {why}: wanted http or https and a host, such as "
            "https://llm.example.org/v1; the key goes into CLAIMCHECK_LLM_KEY"
        )
        self.why = why


class LlmKeyUnusable(LlmError, ValueError):
    """The key for a model cannot be had from where it should be; the key itself is never said."""

    final = True

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"the model's key in {where} {why}: {remedy}")
        self.where, self.why = where, why


class LlmKeyRefused(LlmError, PermissionError):
    """The server does not take the key."""

    final = True

    def __init__(self, host: str, status: int, *, given: bool) -> None:
        found = f"refused the key ({status})" if given else f"wants a key ({status}) and none is set"
        super().__init__(
            f"{host} {found}: put the right one into CLAIMCHECK_LLM_KEY, or into the file that key_file "
            "under [llm] names; nothing was lost"
        )
        self.host, self.status = host, status


class LlmModelUnknown(LlmError, LookupError):
    """The server has no such model, or nothing at this address."""

    final = True

    def __init__(self, host: str, model: str, said: str) -> None:
        super().__init__(
            f"{host} has no model {model!r} at this address (404{f', {said}' if said else ''}): correct model or url "
            "under [llm], whose path often ends in /v1"
        )
        self.host, self.model = host, model


class LlmCreditSpent(LlmError, PermissionError):
    """The account with the model's server is used up."""

    final = True

    def __init__(self, host: str, status: int, said: str) -> None:
        super().__init__(f"the credit at {host} is used up ({status}, {said}): top it up, then run the same again")
        self.host, self.status = host, status


class LlmMoved(LlmError, ValueError):
    """The address of a model sends on to another one, which nobody agreed to."""

    final = True

    def __init__(self, host: str, to: str) -> None:
        super().__init__(f"{host} sends on to {to}, and texts go only where you said: set url under [llm] to that")
        self.host, self.to = host, to


class LlmUnreachable(LlmError, ConnectionError):
    """Nothing answers, or the line breaks; ``charged`` where that was after the question was sent."""

    tries = 3

    def __init__(self, host: str, why: str, *, charged: bool = False) -> None:
        super().__init__(f"{host} cannot be reached ({why}): look whether it runs and url under [llm] is right")
        self.host, self.why, self.charged = host, why, charged


class LlmTimeout(LlmError, TimeoutError):
    """An answer did not come in time."""

    tries = 2
    charged = True

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host} did not answer within {seconds:g} s: give it longer with timeout under [llm]")
        self.host, self.seconds = host, seconds


class LlmBusy(LlmError, ConnectionError):
    """The server asks to be left alone for a while, or has a fault of its own."""

    tries = 4

    def __init__(self, host: str, status: int, retry_after: float | None) -> None:
        asks = f" and wants to be left alone for {retry_after:.0f} s" if retry_after else ""
        super().__init__(f"{host} is busy ({status}){asks}: run the same again later, what was answered is kept")
        self.host, self.status, self.retry_after = host, status, retry_after
        self.charged = status in {504, 524}  # a server in between waited no longer; the model's may have gone on


class LlmFormatRefused(LlmError, ValueError):
    """The server does not take a question in this form; ``said`` is its reason."""

    def __init__(self, host: str, status: int, said: str) -> None:
        super().__init__(f"{host} does not take the question ({status}, {said}): look at the settings under [llm]")
        self.host, self.status, self.said = host, status, said


class LlmRefused(LlmError, ValueError):
    """The server or the model does not answer this question."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(f"the model at {host} declines to answer ({why}): the rules' claims stand")
        self.host, self.why = host, why


class LlmQuestionTooLong(LlmError, ValueError):
    """The question is longer than the model reads."""

    counts = False  # a smaller one may do

    def __init__(self, host: str) -> None:
        super().__init__(f"the question is longer than the model at {host} reads: choose a model that reads more")
        self.host = host


class LlmAnswerCutOff(LlmError, ValueError):
    """The answer ran into its limit and broke off."""

    counts = False  # a smaller question may do

    def __init__(self, host: str, limit: int) -> None:
        super().__init__(f"the answer of {host} broke off at {limit} tokens: raise max_output under [llm]")
        self.host, self.limit = host, limit


class LlmAnswerUnusable(LlmError, ValueError):
    """There is an answer, and nothing can be done with it."""

    charged = True

    def __init__(self, host: str, why: str) -> None:
        super().__init__(f"the answer of {host} is of no use ({why}): the rules' claims stand")
        self.host, self.why = host, why


class LlmBudgetSpent(LlmError, RuntimeError):
    """A further question could cost more than was allowed."""

    counts = False

    def __init__(self, limit: str) -> None:
        super().__init__(f"a further question could pass the limit of {limit}: raise it, and run the same again")
        self.limit = limit


class LlmGivenUp(LlmError, RuntimeError):
    """So many questions in a row failed that no more are asked in this run."""

    counts = False

    def __init__(self, times: int, last: str) -> None:
        super().__init__(f"{times} questions in a row failed, no more are asked; the last: {last}")
        self.times, self.last = times, last


class LlmPriceUnknown(LlmError, ValueError):
    """A limit on cost, and no price to reckon with."""

    final = True

    def __init__(self) -> None:
        super().__init__(
            "a limit on cost needs the model's price: set price_in and price_out under [llm] in claimcheck.toml "
            "(per million tokens), or limit the tokens with --max-tokens"
        )


class LlmNotConfirmed(LlmError, RuntimeError):
    """A text was not sent to a model, since nobody could be asked."""

    final = True

    def __init__(self) -> None:
        super().__init__(
            "nothing was sent, for there is no terminal to ask at: read what it would cost, then add --yes"
        )
