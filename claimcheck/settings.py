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

[studio]
# url = "http://127.0.0.1:8080"              # default: the local studio (`claimcheck studio up`)
# project = "claimcheck"

[lookup]
# k = 5                                      # past checks per claim
"""

_KEYS: dict[str, dict[str, type]] = {
    "desk": {"publisher_name": str, "publisher_url": str, "scheme": str},
    "encoder": {"name": str, "revision": str},
    "studio": {"url": str, "project": str},
    "lookup": {"k": int},
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A workspace's settings; None where the desk has not said."""

    publisher_name: str | None = None
    publisher_url: str | None = None
    scheme: str | None = None
    encoder: str | None = None
    encoder_revision: str | None = None
    studio_url: str | None = None
    project: str = "claimcheck"
    k: int = 5


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
    found: dict[str, dict[str, str | int]] = {name: {} for name in _KEYS}
    for table, values in data.items():
        if table not in _KEYS or not isinstance(values, dict):
            raise SettingsInvalid(origin, f"has an unknown table [{table}] ({_nearest(table, list(_KEYS))})")
        for key, value in values.items():
            wanted = _KEYS[table].get(key)
            if wanted is None:
                raise SettingsInvalid(origin, f"has an unknown key {table}.{key} ({_nearest(key, list(_KEYS[table]))})")
            if not isinstance(value, wanted) or isinstance(value, bool) or value == "":
                raise SettingsInvalid(origin, f"{table}.{key} is {value!r}, wanted a {wanted.__name__}")
            if key in {"url", "publisher_url"} and urlsplit(str(value)).scheme not in {"http", "https"}:
                raise SettingsInvalid(origin, f"{table}.{key} is {value!r}, wanted an http or https URL")
            found[table][key] = int(value) if isinstance(value, int) else str(value)
    k = int(found["lookup"].get("k", 5))
    if k < 1:
        raise SettingsInvalid(origin, f"lookup.k is {k}, wanted at least 1")

    def text_of(table: str, key: str) -> str | None:
        value = found[table].get(key)
        return None if value is None else str(value)

    return Settings(
        publisher_name=text_of("desk", "publisher_name"),
        publisher_url=text_of("desk", "publisher_url"),
        scheme=text_of("desk", "scheme"),
        encoder=text_of("encoder", "name"),
        encoder_revision=text_of("encoder", "revision"),
        studio_url=text_of("studio", "url"),
        project=text_of("studio", "project") or "claimcheck",
        k=k,
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
