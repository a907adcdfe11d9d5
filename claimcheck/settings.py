"""What a desk sets once: ``claimcheck.toml`` in its workspace. Never secrets: keys come from the environment."""

import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from claimcheck.errors import SettingsInvalid

__all__ = ["FILE_NAME", "TEMPLATE", "Settings", "parse_settings", "read_settings"]

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
# min_score = 0.5                            # how likely to be right the first must be; default: fitted
# nli = "a folder or an NLI cross-encoder"   # has a say in the relation; default: none

[index]
# candidates = 4096                          # vectors compared in earnest for a query; more: slower, misses less
# postings = 1000000                         # occurrences of a query's rarest terms that choose what is compared
"""

_KEYS: dict[str, dict[str, type]] = {
    "desk": {"publisher_name": str, "publisher_url": str, "scheme": str},
    "encoder": {"name": str, "revision": str, "device": str, "batch_size": int},
    "studio": {"url": str, "project": str, "ca": str, "timeout": float, "language": str},
    "lookup": {"k": int, "min_score": float, "nli": str, "validity_days": int},
    "index": {"candidates": int, "postings": int},
}

_LANGUAGES = {"both": ("en", "de"), "en": ("en",), "de": ("de",)}


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


def _nearest(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


def parse_settings(text: str, *, origin: str = FILE_NAME) -> Settings:
    """Settings from TOML; an unknown table or key is an error, so that a typing mistake is not silently a default.

    Raises:
        SettingsInvalid: not TOML, an unknown key, a wrong type, a URL that is not http(s).
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsInvalid(origin, f"is not TOML ({error})") from error
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
    batch_size = int(found["encoder"]["batch_size"]) if "batch_size" in found["encoder"] else None
    if batch_size is not None and batch_size < 1:
        raise SettingsInvalid(origin, f"encoder.batch_size is {batch_size}, wanted at least 1")

    language = found["studio"].get("language", "both")
    if language not in _LANGUAGES:
        raise SettingsInvalid(origin, f"studio.language is {language!r}, wanted en, de or both")
    timeout = found["studio"].get("timeout")
    if timeout is not None and not 0 < float(timeout) <= 3600:
        raise SettingsInvalid(origin, f"studio.timeout is {timeout}, wanted seconds, more than 0 and at most 3600")

    for name in found["index"]:
        if int(found["index"][name]) < 1:
            raise SettingsInvalid(origin, f"index.{name} is {found['index'][name]}, wanted at least 1")

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
        encoder_batch_size=batch_size,
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
    )


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
