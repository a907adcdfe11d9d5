"""What a labeling config asks: its controls, their choices and the data it reads; and which answers another would lose.

Pure. A control inside a ``Repeater`` has a name with a place in it, ``past_{{idx}}``: one control for any number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

__all__ = ["Control", "Orphan", "config_differences", "count_orphans", "read_controls", "read_fields"]

_OFFERS = {"Choice", "Label", "Rank", "Bucket"}
_HOLDS = ("choices", "labels", "rectanglelabels", "polygonlabels", "hypertextlabels", "paragraphlabels", "taxonomy")


@dataclass(frozen=True, slots=True)
class Control:
    """A question of a page; ``codes`` are what its choices store, None where the answer is free."""

    tag: str
    codes: frozenset[str] | None


Orphan = tuple[str, str | None]
"""A control, and the code of one of its choices or None where the control itself is gone."""


def _root(config: str) -> Xml.Element | None:
    try:
        return Xml.fromstring(config)
    except Xml.ParseError:
        return None


def read_controls(config: str) -> dict[str, Control]:
    """The controls of a config by name; empty where it is not XML.

    >>> read_controls('<View><Choices name="c" toName="t"><Choice value="Yes" alias="YES"/></Choices></View>')
    {'c': Control(tag='Choices', codes=frozenset({'YES'}))}
    """
    root = _root(config)
    found = {}
    for each in root.iter() if root is not None else ():
        name = each.get("name")
        if name and each.get("toName"):
            offered = [choice for choice in each.iter() if choice.tag in _OFFERS]
            codes = frozenset(choice.get("alias") or choice.get("value") or "" for choice in offered)
            found[name] = Control(each.tag, codes if offered else None)
    return found


def read_fields(config: str) -> frozenset[str]:
    """The data fields a config reads: what follows a dollar sign in an attribute.

    >>> sorted(read_fields('<View><Text name="t" value="$a"/><Repeater on="$list" indexFlag="{{idx}}"/></View>'))
    ['a', 'list']
    """
    root = _root(config)
    values = [value for each in root.iter() for value in each.attrib.values()] if root is not None else []
    return frozenset(found[1] for value in values if (found := re.match(r"\$([A-Za-z_]\w*)", value.strip())))


def config_differences(there: str, ours: str) -> list[str]:
    """In what a config on the server asks or reads something else than ours, in words; empty where only its looks do.

    Choices and controls it has on top of ours are named too.
    """
    theirs, wanted = read_controls(there), read_controls(ours)
    if _root(there) is None:
        return ["it is not XML"]
    said = [f"{name} is gone" for name in wanted if name not in theirs]
    said += [f"{name} is new" for name in theirs if name not in wanted]
    for name in wanted:
        if name not in theirs:
            continue
        old, new = wanted[name], theirs[name]
        if old.tag != new.tag:
            said.append(f"{name} is a {new.tag}, was a {old.tag}")
        said += [f"{name} lacks {code}" for code in sorted((old.codes or frozenset()) - (new.codes or frozenset()))]
        said += [f"{name} offers {code}" for code in sorted((new.codes or frozenset()) - (old.codes or frozenset()))]
    fields = read_fields(there) - read_fields(ours)
    said += [f"it reads ${field}, which our tasks do not have" for field in sorted(fields)]
    return said


def count_orphans(annotations: Iterable[Mapping[str, Any]], config: str) -> Counter[Orphan]:
    """The answers that a config has no place for, by control and choice; each annotation counts once for each."""
    controls = [(_pattern(name), name, control) for name, control in read_controls(config).items()]
    lost: Counter[Orphan] = Counter()
    for annotation in annotations:
        results = annotation.get("result")
        lost.update({orphan for each in results or () for orphan in _orphans(each, controls)})
    return lost


def _orphans(result: object, controls: list[tuple[re.Pattern[str], str, Control]]) -> Iterable[Orphan]:
    if not isinstance(result, Mapping) or not isinstance(result.get("from_name"), str):
        return
    asked = str(result["from_name"])
    control = next((each for pattern, _, each in controls if pattern.fullmatch(asked)), None)
    if control is None:
        yield re.sub(r"_\d+$", "_…", asked) if asked.startswith("past_") else asked, None
        return
    value = result.get("value")
    given = next((value[key] for key in _HOLDS if key in value), ()) if isinstance(value, Mapping) else ()
    codes = control.codes
    for code in given if isinstance(given, list) and codes is not None else ():
        if codes is not None and isinstance(code, str) and code not in codes:
            yield asked, code


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name).replace(re.escape("{{idx}}"), r"\d+"))
