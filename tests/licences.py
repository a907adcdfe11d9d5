"""The licences of everything claimcheck stands on when it runs, against a table that was read by a person.

``python -m tests.licences`` prints the table with what each package says of itself now; ``--write`` keeps what is new
in it with the licence left as ``?``, to be read and filled in.
"""

import argparse
import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, metadata
from pathlib import Path

from packaging.requirements import Requirement

TABLE = Path(__file__).with_name("licences.tsv")
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CNRI-Python",
    "HPND",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "PSF-2.0",
    "Python-2.0",
    "TCL",
    "Unlicense",
    "Zlib",
    "CC0-1.0",
}
WEAK = {"LGPL-2.1-or-later", "LGPL-2.1-only", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"}
"""Fine as a library that is installed beside claimcheck and that anyone may replace."""

OF_CUDA = re.compile(r"triton|(nvidia|cuda)-")
"""What torch brings in its CUDA builds alone, under NVIDIA's own terms: the build is the machine's choice."""

COLUMNS = ("package", "licence", "says", "asked for by")


@dataclass(frozen=True, slots=True)
class Row:
    """A package, the licence that was read, what its metadata said then, and which extra brings it."""

    package: str
    licence: str
    says: str
    asked_for_by: str

    @property
    def acceptable(self) -> bool:
        """Whether each licence that must be taken is permissive or weak; of those joined by OR one suffices."""
        return all(any(each.strip(" ()") in PERMISSIVE | WEAK for each in part.split(" OR ")) for part in self.parts)

    @property
    def parts(self) -> list[str]:
        """The licences that hold together."""
        return re.split(r" AND ", self.licence)


def normalized(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def says(about: Distribution) -> str:
    """What a package says of its licence: an SPDX expression, else its classifiers, else the head of its own words."""
    fields = about.metadata
    expression = fields.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [
        each.rpartition(" :: ")[2] for each in fields.get_all("Classifier") or () if each.startswith("License ::")
    ]
    words = " ".join(str(fields.get("License") or "").split())
    return "; ".join(sorted(classifiers)) or words[:60] or "nothing"


def standing_on() -> Iterator[tuple[Distribution, str]]:
    """Every package that claimcheck and its extras need to run and that is here, with the first that asks for it."""
    extras = [""] + [each for each in metadata("claimcheck").get_all("Provides-Extra") or () if each != "dev"]
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    for extra in extras:
        waiting = [Requirement(f"claimcheck[{extra}]" if extra else "claimcheck")]
        while waiting:
            wanted = waiting.pop()
            for own in sorted(wanted.extras) or [""]:
                key = (normalized(wanted.name), own)
                if key in seen:
                    continue
                seen.add(key)
                with suppress(PackageNotFoundError):
                    about = distribution(wanted.name)
                    if OF_CUDA.match(key[0]):
                        continue
                    if key[0] not in {*named, "claimcheck"}:
                        named.add(key[0])
                        yield about, extra
                    for line in about.requires or ():
                        each = Requirement(line)
                        if each.marker is None or each.marker.evaluate({"extra": own}):
                            waiting.append(each)


def reviewed() -> dict[str, Row]:
    """The table that was read, by package."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["package"]: Row(*(row[name] for name in COLUMNS)) for row in csv.DictReader(file, delimiter="\t")}


def found() -> dict[str, Row]:
    """What is here now, with the licence that was read of each; ``?`` where none was."""
    known = reviewed() if TABLE.exists() else {}
    rows = {}
    for about, extra in standing_on():
        name = normalized(about.metadata["Name"])
        rows[name] = Row(name, known[name].licence if name in known else "?", says(about), extra)
    return dict(sorted(rows.items()))


def main() -> None:
    """Print the table, or keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    rows = found()
    if parser.parse_args().write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows((each.package, each.licence, each.says, each.asked_for_by) for each in rows.values())
    for each in rows.values():
        extra = f"   (extra {each.asked_for_by})" if each.asked_for_by else ""
        print(f"{each.package:32} {each.licence:36} {each.says[:50]}{extra}")


if __name__ == "__main__":
    main()
