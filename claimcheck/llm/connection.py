"""The door to the ``openai`` client (extra ``llm``): one question to a server with chat completions, read with care.

Nothing is retried here, no redirect is followed, and an answer is read only so far. The key is never in an error.
"""

import json
import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ExtraMissing
from claimcheck.errors.models import (
    LlmAnswerUnusable,
    LlmBusy,
    LlmCreditSpent,
    LlmError,
    LlmFormatRefused,
    LlmKeyRefused,
    LlmModelUnknown,
    LlmMoved,
    LlmQuestionTooLong,
    LlmRefused,
    LlmTimeout,
    LlmUnreachable,
)
from claimcheck.llm.question import Form, Question, Reply, Usage
from claimcheck.llm.terms import Terms
from claimcheck.llm.waiting import parse_retry_after

if TYPE_CHECKING:
    import openai

__all__ = ["OpenAiChat"]

_LARGEST = 2_000_000  # bytes of an answer
_REASON = 64_000  # bytes of the reason for a refusal
_REASON_WAIT = 10.0  # seconds in which it has to come
_NO_KEY = "none"  # what the client sends where a server on this machine wants no key
_TELLING = (  # what the client would tell of this machine, and the account that its own variables name
    "OpenAI-Organization",
    "OpenAI-Project",
    "X-Stainless-Arch",
    "X-Stainless-Async",
    "X-Stainless-Lang",
    "X-Stainless-OS",
    "X-Stainless-Package-Version",
    "X-Stainless-Runtime",
    "X-Stainless-Runtime-Version",
)
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_MALFORMED = frozenset({400, 415, 422, 501})
_OPTIONAL = ("temperature", "seed")  # what some models do not take
_TOO_LONG = re.compile(
    r"context.{0,12}(?:length|window|size)|too (?:long|many tokens)|maximum.{0,12}tokens|exceeds? .{0,20}context", re.I
)
_NO_CREDIT = re.compile(r"insufficient_quota|exceeded your current quota|^(?!.*rate.?limit).*(?:billing|credit)", re.I)
_MOST_TOKENS = 1_000_000_000  # that one answer is believed to have taken
_LATE = frozenset({"ReadError", "RemoteProtocolError"})  # what the client calls a line that breaks after the question
_CONTROL = re.compile(r"[^\w\s.…,:;!?'\"()\[\]{}/\\%&=+*#@<>|~^_$€£-]")


class OpenAiChat:
    """A server with OpenAI's chat completions; what it turns out not to take is left out from then on."""

    def __init__(self, terms: Terms, key: str | None = None) -> None:
        self.terms, self._key = terms, key
        self.form = Form.SCHEMA
        self._left_out: set[str] = set()
        self._cap_name = "max_tokens"
        self._client: openai.OpenAI | None = _client(terms, key)

    def close(self) -> None:
        """End what is under way; a further question opens a new line."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def ask(self, question: Question, *, cap: int) -> Reply:
        """One answer of at most ``cap`` tokens, asked for once, or once more without what the server does not take.

        Raises:
            LlmError: there is none.
        """
        for _ in range(len(_OPTIONAL) + 2):
            form, left_out, cap_name = self.form, frozenset(self._left_out), self._cap_name
            status, headers, body = self._post(self._request(question, form, cap, left_out, cap_name))
            if status == 200:
                return self._reply(body)
            error = self._failure(status, headers, body)
            if not (isinstance(error, LlmFormatRefused) and self._adapt(error.said, left_out, cap_name)):
                raise error
        raise error

    def _request(
        self, question: Question, form: Form, cap: int, left_out: frozenset[str], cap_name: str
    ) -> dict[str, Any]:
        terms = self.terms
        asked: dict[str, Any] = {
            "model": terms.model,
            "messages": [{"role": "system", "content": question.system}, {"role": "user", "content": question.user}],
            cap_name: cap,
        }
        wanted = {"temperature": terms.temperature, "seed": terms.seed}
        asked |= {name: value for name, value in wanted.items() if value is not None and name not in left_out}
        if form is Form.SCHEMA:
            named = {"name": question.listed, "strict": True, "schema": dict(question.schema)}
            asked["response_format"] = {"type": "json_schema", "json_schema": named}
        elif form is Form.OBJECT:
            asked["response_format"] = {"type": "json_object"}
        return asked

    def _post(self, request: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
        """The status, headers and body of the answer."""
        import openai

        host, deadline = self.terms.host, time.monotonic() + self.terms.timeout
        client = self._client = self._client or _client(self.terms, self._key)
        try:
            with client.chat.completions.with_streaming_response.create(**request) as response:
                return response.status_code, dict(response.headers), self._body(response, deadline)
        except _Declined as declined:
            return declined.status, declined.headers, declined.body
        except openai.APITimeoutError:
            raise LlmTimeout(host, self.terms.timeout) from None
        except openai.APIConnectionError as error:
            cause = error.__cause__ or error
            charged = type(cause).__name__ in _LATE
            raise LlmUnreachable(host, self._told(cause), charged=charged) from None
        except (LlmError, MemoryError):
            raise
        except Exception as error:  # the line breaks while the answer is read: the client passes that on as it is
            kind = type(error).__name__
            if "Timeout" in kind:
                raise LlmTimeout(host, self.terms.timeout) from None
            raise LlmUnreachable(host, self._told(error), charged=True) from None

    def _body(self, response: Any, deadline: float) -> bytes:
        found = bytearray()
        for chunk in response.iter_bytes():
            found += chunk
            if len(found) > _LARGEST:
                raise LlmAnswerUnusable(self.terms.host, f"longer than {_LARGEST // 1_000_000} MB")
            if time.monotonic() > deadline:
                raise LlmTimeout(self.terms.host, self.terms.timeout)
        return bytes(found)

    def _reply(self, body: bytes) -> Reply:
        """What an answer says; however odd, it ends in a reply or in one error."""
        try:
            data = json.loads(body)
            choice = data["choices"][0]
            message = choice["message"]
            text = message.get("content")
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            page = body.lstrip()[:1] == b"<"
            said = "a web page, no chat completion" if page else "no chat completion"
            raise LlmAnswerUnusable(self.terms.host, said) from None
        if isinstance(text, list):  # some servers send parts
            text = "".join(str(each.get("text") or "") for each in text if isinstance(each, dict))
        refusal = message.get("refusal")
        finish = choice.get("finish_reason")
        return Reply(
            text if isinstance(text, str) else "",
            finish if isinstance(finish, str) else None,
            _usage(data.get("usage")),
            self._cleaned(refusal) if isinstance(refusal, str) and refusal else None,
        )

    def _failure(self, status: int, headers: dict[str, str], body: bytes) -> LlmError:
        host, said = self.terms.host, self._reason(body)
        if status in {401, 403}:
            return LlmKeyRefused(host, status, given=self._key is not None)
        if status == 402 or (status == 429 and _NO_CREDIT.search(said)):
            return LlmCreditSpent(host, status, said)
        if status == 404:
            return LlmModelUnknown(host, self.terms.model, said)
        if 300 <= status < 400:
            return LlmMoved(host, self._cleaned(_lower(headers).get("location", "another address")))
        if status in _LATER:
            pause = parse_retry_after(_lower(headers).get("retry-after"), datetime.now(UTC))
            return LlmBusy(host, status, pause)
        if status == 413 or (status in _MALFORMED and _TOO_LONG.search(said)):
            return LlmQuestionTooLong(host)
        if status in _MALFORMED:
            return LlmFormatRefused(host, status, said)
        return LlmRefused(host, f"{status}, {said}")

    def _adapt(self, said: str, left_out: frozenset[str], cap_name: str) -> bool:
        """Leave out or rename what the server's reason names; False where it names nothing of the kind."""
        if "max_completion_tokens" in said and cap_name == "max_tokens":
            self._cap_name = "max_completion_tokens"
            return True
        for name in _OPTIONAL:
            if name in said and name not in left_out:
                self._left_out.add(name)
                return True
        return False

    def _reason(self, body: bytes) -> str:
        """A server's reason on one line, cut short, and never the key."""
        try:
            data: Any = json.loads(body)
            for _ in range(3):
                if isinstance(data, dict):
                    inner = data.get("error") or data.get("detail") or data.get("message")
                    code = data.get("code")
                    data = f"{inner} {code}" if isinstance(inner, str) and isinstance(code, str) else inner
        except (ValueError, RecursionError):
            data = None
        return self._cleaned(data if isinstance(data, str) and data else "no reason given")

    def _told(self, error: BaseException) -> str:
        return self._cleaned(str(error) or type(error).__name__)

    def _cleaned(self, text: str) -> str:
        shown = text.replace(self._key, "…") if self._key else text
        return " ".join(_CONTROL.sub(" ", shown).split())[:200]


class _Declined(Exception):
    """Another status than 200, with as much of the reason as was read."""

    def __init__(self, response: Any) -> None:
        super().__init__(response.status_code)
        self.status, self.headers, self.body = int(response.status_code), dict(response.headers), b""
        deadline = time.monotonic() + _REASON_WAIT
        with suppress(Exception):  # a reason that breaks off is read as far as it came
            response.request.extensions["timeout"]["read"] = _REASON_WAIT  # of the question it would be minutes
            for chunk in response.iter_bytes():
                self.body += chunk[:_REASON]
                if len(self.body) > _REASON or time.monotonic() > deadline:
                    break


def _before_the_client(response: Any) -> None:
    """Look at an answer before the client does, which would read a refusal to its end, however long that is."""
    if response.status_code != 200:
        raise _Declined(response)


def _client(terms: Terms, key: str | None) -> "openai.OpenAI":
    try:
        import openai
    except ImportError as error:
        raise ExtraMissing("the openai client, which asks a model,", "llm") from error
    transport = openai.DefaultHttpxClient(
        follow_redirects=False,
        trust_env=not terms.local,  # a proxy is never asked for what is on this machine
        event_hooks={"response": [_before_the_client]},
    )
    return openai.OpenAI(
        api_key=key or _NO_KEY,
        base_url=terms.url,
        default_headers=dict.fromkeys(_TELLING, openai.Omit()),  # type: ignore[arg-type]
        timeout=terms.timeout,
        max_retries=0,
        http_client=transport,
    )


def _usage(value: object) -> Usage | None:
    if not isinstance(value, dict):
        return None
    prompt, completion = value.get("prompt_tokens"), value.get("completion_tokens")
    if not (isinstance(prompt, int) and isinstance(completion, int)):
        return None
    believed = 0 <= prompt <= _MOST_TOKENS and 0 <= completion <= _MOST_TOKENS
    return Usage(prompt, completion) if believed else None


def _lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
