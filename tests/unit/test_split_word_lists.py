"""The lists of words that the splitter's rules compare with."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator, Mapping

import claimcheck.split
from claimcheck.split.languages import rules_for


def fields_of(name: str, rules: object) -> Iterator[tuple[str, object]]:
    """The fields of a language's rules, with those of what they hold, each with where it stands."""
    for each in dataclasses.fields(rules):  # type: ignore[arg-type]
        value = getattr(rules, each.name)
        if dataclasses.is_dataclass(value):
            yield from fields_of(f"{name}.{each.name}", value)
        else:
            yield f"{name}.{each.name}", value


def test_every_word_of_a_list_can_be_met() -> None:
    """Words are compared without regard to case, where "ß" is "ss": a list that holds "außer" would never fit."""
    lists = {
        f"{module.name}.{name}": value
        for module in pkgutil.walk_packages(claimcheck.split.__path__, "claimcheck.split.")
        for name, value in vars(importlib.import_module(module.name)).items()
    }
    lists |= {name: value for code in ("de", "en") for name, value in fields_of(code, rules_for(code))}
    words = [
        (name, word)
        for name, value in lists.items()
        if isinstance(value, frozenset | tuple | Mapping)
        for word in value
        if isinstance(word, str)
    ]

    assert {(name, word) for name, word in words if "ß" in word} == set()
    assert {"laut", "gemäss", "weiss"} <= {word for _, word in words}
