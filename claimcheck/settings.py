"""What a desk sets once: ``claimcheck.toml`` in its workspace. Never secrets: keys come from the environment."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import starmap
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimcheck.errors import SettingsInvalid

__all__ = ["FILE_NAME", "TEMPLATE", "LlmSettings", "Settings", "parse_settings", "read_settings"]

FILE_NAME = "claimcheck.toml"

TEMPLATE = """\
# Settings of this claimcheck workspace. No secrets here: the Label Studio key comes from LABEL_STUDIO_API_KEY
# or from the local studio's own file.

[desk]
# publisher_name = "Example Desk"            # needed by `claimcheck publish`
# publisher_url = "https://example.org/checks"
# scheme = "scheme.toml"                     # your own verdict scheme, beside this file; default: the shipped one

[encoder]
# name = "a folder or a sentence-transformers model"   # default: the encoder that ships with claimcheck
# revision = "a commit hash"
# device = "cpu"                             # where a model runs; default: a graphics card where there is one
# batch_size = 64                            # texts at a time

[studio]
# url = "http://127.0.0.1:8080"              # default: the local studio (`claimcheck studio up`)
# project = "claimcheck"
# ca = "ca.pem"                              # the certificate of the authority that signed its own, beside this file
# timeout = 60                               # seconds that one call may take
# language = "both"                          # of the labeling page: "en", "de" or "both"

[lookup]
# k = 5                                      # past checks per claim
# validity_days = 365                        # a past check that much older than the claim says so
# min_score = 0.54                           # how likely to be right the first must be; default: fitted
# nli = "a folder or an NLI cross-encoder"   # has a say in the relation; default: none

[index]
# candidates = 4096                          # vectors compared in earnest for a query; more: slower, misses less
# postings = 1000000                         # occurrences of a query's rarest terms that choose what is compared
# engine = "milvus"                          # where the index is; default: files, in this folder
# uri = "http://milvus.example:19530"        # the server's address, or a file such as "milvus.db"

[batch]
# scheduler = "tcp://127.0.0.1:8786"         # a Dask scheduler whose workers share large jobs; default: none

[llm]                                        # asked only with --llm; the key comes from CLAIMCHECK_LLM_KEY
# url = "https://llm.example.org/v1"         # any server with OpenAI's chat completions
# model = "a model's name"
# key_file = "a file with the key"           # that nobody else can read
# timeout = 120                              # seconds that one answer may take
# max_output = 4096                          # tokens that one answer may have
# temperature = 0
# seed = 7
# parallel = 2                               # questions at a time
# price_in = 0.15                            # of a million tokens sent
# price_out = 0.6                            # of a million tokens answered
# currency = "USD"
# max_cost = 5                               # the most that one command may cost
# max_tokens = 1000000                       # the most tokens that one command may use
"""

_KEYS: dict[str, dict[str, type]] = {
    "desk": {"publisher_name": str, "publisher_url": str, "scheme": str},
    "encoder": {"name": str, "revision": str, "device": str, "batch_size": int},
    "studio": {"url": str, "project": str, "ca": str, "timeout": float, "language": str},
    "lookup": {"k": int, "min_score": float, "nli": str, "validity_days": int},
    "index": {
        **dict.fromkeys(("candidates", "postings"), int),
        **dict.fromkeys(("engine", "uri", "collection", "database", "ca"), str),
        "timeout": float,
    },
    "batch": {"scheduler": str},
    "llm": {
        **dict.fromkeys(("url", "model", "key_file", "currency"), str),
        **dict.fromkeys(("timeout", "temperature", "price_in", "price_out", "max_cost"), float),
        **dict.fromkeys(("max_output", "seed", "parallel", "max_tokens"), int),
    },
}

_LANGUAGES = {"both": ("en", "de"), "en": ("en",), "de": ("de",)}


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """The model a desk may ask; None where it has not said. Prices are per million tokens."""

    url: str | None = None
    model: str | None = None
    key_file: str | None = None
    timeout: float = 120.0
    max_output: int = 4096
    temperature: float | None = 0.0
    seed: int | None = 7
    parallel: int = 2
    price_in: float | None = None
    price_out: float | None = None
    currency: str = "USD"
    max_cost: float | None = None
    max_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """A workspace's settings; None where the desk has not said."""

    publisher_name: str | None = None
    publisher_url: str | None = None
    scheme: str | None = None
    encoder: str | None = None
    encoder_revision: str | None = None
    encoder_device: str | None = None
    encoder_batch_size: int | None = None
    studio_url: str | None = None
    project: str = "claimcheck"
    studio_ca: str | None = None
    studio_timeout: float | None = None
    languages: tuple[str, ...] = ("en", "de")
    k: int = 5
    min_score: float | None = None
    nli: str | None = None
    validity_days: int = 365
    index_candidates: int | None = None
    index_postings: int | None = None
    index_engine: str = "files"
    index_uri: str | None = None
    index_collection: str | None = None
    index_database: str | None = None
    index_ca: str | None = None
    index_timeout: float = 30.0
    scheduler: str | None = None
    llm: LlmSettings = LlmSettings()


def _nearest(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


def _fault(text: str, told: str) -> str:
    """Why a text is no TOML: a table that is there twice, as where one was added at the end, else as ``told``."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        heading = re.match(r"\s*\[\s*([\w-]+)\s*\]", line)
        if heading and (first := lines.setdefault(heading[1], number)) != number:
            return f"has [{heading[1]}] twice, in lines {first} and {number}; put its keys under one of them"
    more = "; text stands in quotation marks" if told.startswith("Invalid value") else ""
    return f"is not TOML ({told.replace(' (at ', ', at ').removesuffix(')')}{more})"


def parse_settings(text: str, *, origin: str = FILE_NAME) -> Settings:
    """Settings from TOML; an unknown table or key is an error, so that a typing mistake is not silently a default.

    Raises:
        SettingsInvalid: not TOML, an unknown key, a wrong type, a URL that is not http(s).
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsInvalid(origin, _fault(text, str(error))) from error
    found: dict[str, dict[str, str | int | float]] = {name: {} for name in _KEYS}
    for table, values in data.items():
        if table not in _KEYS or not isinstance(values, dict):
            raise SettingsInvalid(origin, f"has an unknown table [{table}] ({_nearest(table, list(_KEYS))})")
        for key, value in values.items():
            wanted = _KEYS[table].get(key)
            if wanted is None:
                raise SettingsInvalid(origin, f"has an unknown key {table}.{key} ({_nearest(key, list(_KEYS[table]))})")
            whole = wanted is float and isinstance(value, int)  # 0 and 1 are numbers too
            if not (isinstance(value, wanted) or whole) or isinstance(value, bool) or value == "":
                raise SettingsInvalid(origin, f"{table}.{key} is {value!r}, wanted a {wanted.__name__}")
            if key in {"url", "publisher_url"} and urlsplit(str(value)).scheme not in {"http", "https"}:
                raise SettingsInvalid(origin, f"{table}.{key} is {value!r}, wanted an http or https URL")
            found[table][key] = value
    k = int(found["lookup"].get("k", 5))
    if k < 1:
        raise SettingsInvalid(origin, f"lookup.k is {k}, wanted at least 1")
    validity = int(found["lookup"].get("validity_days", 365))
    if validity < 0:
        raise SettingsInvalid(origin, f"lookup.validity_days is {validity}, wanted a number of days")
    least = found["lookup"].get("min_score")
    if least is not None and not 0 <= float(least) <= 1:
        raise SettingsInvalid(origin, f"lookup.min_score is {least}, wanted a probability from 0 to 1")
    if int(found["encoder"].get("batch_size", 1)) < 1:
        raise SettingsInvalid(origin, f"encoder.batch_size is {found['encoder']['batch_size']}, wanted at least 1")
    language = found["studio"].get("language", "both")
    if language not in _LANGUAGES:
        raise SettingsInvalid(origin, f"studio.language is {language!r}, wanted en, de or both")
    timeout = found["studio"].get("timeout")
    if timeout is not None and not 0 < float(timeout) <= 3600:
        raise SettingsInvalid(origin, f"studio.timeout is {timeout}, wanted seconds, more than 0 and at most 3600")

    if problem := _index_problem(found["index"]):
        raise SettingsInvalid(origin, f"index.{problem}")

    def text_of(table: str, key: str) -> str | None:
        value = found[table].get(key)
        return None if value is None else str(value)

    def number_of(table: str, key: str) -> int | None:
        value = found[table].get(key)
        return None if value is None else int(value)

    return Settings(
        publisher_name=text_of("desk", "publisher_name"),
        publisher_url=text_of("desk", "publisher_url"),
        scheme=text_of("desk", "scheme"),
        encoder=text_of("encoder", "name"),
        encoder_revision=text_of("encoder", "revision"),
        encoder_device=text_of("encoder", "device"),
        encoder_batch_size=number_of("encoder", "batch_size"),
        studio_url=text_of("studio", "url"),
        project=text_of("studio", "project") or "claimcheck",
        studio_ca=text_of("studio", "ca"),
        studio_timeout=None if timeout is None else float(timeout),
        languages=_LANGUAGES[str(language)],
        k=k,
        min_score=None if least is None else float(least),
        nli=text_of("lookup", "nli"),
        validity_days=validity,
        index_candidates=number_of("index", "candidates"),
        index_postings=number_of("index", "postings"),
        index_engine=text_of("index", "engine") or "files",
        index_uri=text_of("index", "uri"),
        index_collection=text_of("index", "collection"),
        index_database=text_of("index", "database"),
        index_ca=text_of("index", "ca"),
        index_timeout=float(found["index"].get("timeout", 30)),
        scheduler=text_of("batch", "scheduler"),
        llm=_llm_of(found["llm"], origin),
    )


def _index_problem(values: Mapping[str, str | int | float]) -> str | None:
    """What is wrong with the table of the index."""
    if small := [name for name in ("candidates", "postings") if int(values.get(name, 1)) < 1]:
        return f"{small[0]} is {values[small[0]]}, wanted at least 1"
    if (engine := values.get("engine", "files")) not in {"files", "milvus"}:
        return f"engine is {engine!r}, wanted files or milvus"
    if engine == "milvus" and "uri" not in values:
        return "engine is 'milvus' without index.uri, wanted its server or a file such as milvus.db"
    name = str(values.get("collection", "claimcheck"))
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,199}", name):
        return f"collection is {name!r}, wanted letters, digits and _, beginning with a letter"
    if not 0 < (timeout := float(values.get("timeout", 30))) <= 3600:
        return f"timeout is {timeout:g}, wanted seconds, more than 0 and at most 3600"
    return None


_LLM_RANGES = {
    "timeout": (1, 3600, "seconds from 1 to 3600"),
    "max_output": (64, 1_000_000, "tokens from 64 to 1000000"),
    "temperature": (0, 2, "a number from 0 to 2"),
    "parallel": (1, 32, "a number from 1 to 32"),
}


def _llm_of(values: Mapping[str, str | int | float], origin: str) -> LlmSettings:
    """The table of the model, its numbers within what makes sense."""
    if problem := next(filter(None, starmap(_llm_problem, values.items())), None):
        raise SettingsInvalid(origin, f"llm.{problem}")
    whole = {"max_output", "seed", "parallel", "max_tokens"}
    read: dict[str, Any] = {
        key: value if isinstance(value, str) or key in whole else float(value) for key, value in values.items()
    }
    return LlmSettings(**read)


def _llm_problem(key: str, value: str | int | float) -> str | None:
    if isinstance(value, str):
        secret = key == "url" and "@" in urlsplit(value).netloc
        return "url holds a password: leave it out, and give the key in CLAIMCHECK_LLM_KEY" if secret else None
    low, high, wanted = _LLM_RANGES.get(key, (0, inf, "a number that is not negative"))
    return None if low <= value <= high and value < inf else f"{key} is {value}, wanted {wanted}"


def read_settings(folder: Path) -> Settings:
    """The settings of a workspace folder; the defaults where it has no file."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsInvalid(str(path), f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SettingsInvalid(str(path), f"is not UTF-8 ({error.reason} at byte {error.start})") from error
    return parse_settings(text, origin=str(path))
