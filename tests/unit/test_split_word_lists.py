"""The lists of words that the splitter's rules compare with."""

import importlib
import pkgutil

import claimcheck.split


def test_every_word_of_a_list_can_be_met() -> None:
    """Words are compared without regard to case, where "ß" is "ss": a list that holds "außer" would never fit."""
    lists = {
        f"{module.name}.{name}": value
        for module in pkgutil.walk_packages(claimcheck.split.__path__, "claimcheck.split.")
        for name, value in vars(importlib.import_module(module.name)).items()
        if isinstance(value, frozenset | tuple)
    }

    unmet = {
        f"{name}: {word}" for name, value in lists.items() for word in value if isinstance(word, str) and "ß" in word
    }

    assert unmet == set()
    assert len(lists) > 300
