"""Past checks made up by a seed, varied enough that an index has work to do."""

import json
import random
from pathlib import Path

__all__ = ["PLACES", "write_reviews"]

PLACES = (
    "Harwick",
    "Oldenau",
    "Sankt Veit",
    "Bramley",
    "Luhden",
    "Carrow",
    "Tannheim",
    "Eastmere",
    "Rohrbach",
    "Pellworth",
)
_WHO = (
    "the council",
    "the university",
    "a hospital",
    "the port",
    "the fire service",
    "die Gemeinde",
    "das Werk",
    "die Schule",
)
_DID = ("spent", "lost", "saved", "borrowed", "earned", "received", "verlor", "sparte")
_WHAT = (
    "million euros",
    "houses",
    "trees",
    "buses",
    "beds",
    "jobs",
    "Arbeitsplätze",
    "Wohnungen",
    "Bäume",
    "tonnes of waste",
)
_WHY = (
    "because of the flood",
    "after the strike",
    "during the drought",
    "nach dem Umzug",
    "wegen der Sanierung",
    "in spring",
)


def write_reviews(path: Path, count: int, *, seed: int = 0) -> Path:
    """A JSONL file of ``count`` past checks in our own form; the same seed gives the same bytes."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            year, figure = chance.randrange(1950, 2025), chance.randrange(2, 9000)
            who, place, did = chance.choice(_WHO), chance.choice(PLACES), chance.choice(_DID)
            what, why = chance.choice(_WHAT), chance.choice(_WHY)
            claim = f"In {year} {who} of {place} {did} {figure} {what} {why} (no. {number})."
            line = {
                "claim_reviewed": claim,
                "publisher": f"desk {number % 40}",
                "language": "en",
                "alternate_name": "False",
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path
