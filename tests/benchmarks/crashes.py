"""Killing whatever changes a workspace, at random moments, and looking at what is left.

A worker imports, changes, removes, brings the index up to date, rebuilds and compacts it, in a random order. It says
what it is about to do, and again once that was done. It is killed without warning; then everything it said was done
must be there, the doctor must find nothing that cannot be repaired, and a lookup must work.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["Ledger", "crash"]

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = ("import", "import", "change", "remove", "update", "update", "rebuild")

WORKER = """
import json, os, random, sys
from pathlib import Path
import numpy, tantivy
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.index import IndexCache, generation
from claimcheck.match import indexing
from claimcheck.records import ClaimReview
from claimcheck.store import Store
from tests.fakes import HashingEncoder

indexing.SEGMENT = generation.SEGMENT = 64
generation._FEW_REMOVED = 24  # so that joining and compacting happen all the time
folder, operations = Path(sys.argv[1]), json.loads(sys.argv[2])

def tell(what, **facts):
    os.write(1, (json.dumps({"what": what, **facts}) + "\\n").encode())

def work(seed):
    chance = random.Random(seed)
    with Store.open(folder, create=True, write=True) as store:
        tell("open")
        while True:
            operation = chance.choice(operations)
            ids = [review.id for review in store.reviews()]
            if operation in ("import", "change"):
                fresh = [f"r{seed}-{chance.randrange(10**9)}" for _ in range(chance.randrange(1, 30))]
                chosen = fresh if operation == "import" else chance.sample(ids, min(len(ids), 9))
                texts = {each: f"claim {chance.randrange(10**9)} of {each}" for each in chosen}
                tell("trying", put=texts)
                store.put_reviews([ClaimReview(each, text, "desk", language="en") for each, text in texts.items()])
                tell("done", put=texts)
            elif operation == "remove":
                chosen = chance.sample(ids, min(len(ids), chance.randrange(1, 12)))
                tell("trying", remove=chosen)
                store.remove_reviews(chosen)
                tell("done", remove=chosen)
            else:
                tell("trying", index=operation)
                if operation == "rebuild":
                    IndexCache(folder / INDEX_FOLDER).forget()
                said = []
                open_retriever(store, folder / INDEX_FOLDER, HashingEncoder(64), say=said.append).close()
                tell("indexed", said=said)

for line in sys.stdin:
    child = os.fork()
    if not child:
        work(int(line))
    tell("pid", pid=child)
    os.waitpid(child, 0)
    tell("gone")
"""


@dataclass(slots=True)
class Ledger:
    """What was acknowledged: each past check's claim; of one being changed when the worker died, every possibility."""

    claims: dict[str, set[str | None]] = field(default_factory=dict)
    kills: int = 0
    by_work: dict[str, int] = field(default_factory=dict)  # how often what was being done when it was killed

    def note(self, told: dict[str, Any]) -> None:
        """Take down what the worker said."""
        trying = told["what"] == "trying"
        for name, text in told.get("put", {}).items():
            self.claims[name] = {*self.claims.get(name, {None}), text} if trying else {text}
        for name in told.get("remove", ()):
            self.claims[name] = {*self.claims.get(name, {None}), None} if trying else {None}

    def hold(self, stored: dict[str, str]) -> None:
        """Every claim is as acknowledged, and what was open is settled by what is there.

        Raises:
            AssertionError: something acknowledged is lost, or something is there that nobody wrote.
        """
        lost = {name: texts for name, texts in self.claims.items() if stored.get(name) not in texts}
        assert not lost, f"lost or other than acknowledged: {lost}"
        assert not stored.keys() - self.claims.keys()
        self.claims = {name: {stored.get(name)} for name in self.claims}


def crash(folder: Path, rounds: int, *, seed: int = 0, longest: float = 0.6) -> Iterator[Ledger]:
    """Kill a worker ``rounds`` times; the ledger after each, when all was found well.

    Raises:
        AssertionError: something acknowledged is lost, or the workspace cannot be repaired.
    """
    chance, ledger = random.Random(seed), Ledger()
    zygote = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), json.dumps(OPERATIONS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert zygote.stdin is not None
    assert zygote.stdout is not None
    try:
        for number in range(rounds):
            zygote.stdin.write(f"{seed * 10_000 + number}\n")
            zygote.stdin.flush()
            child, opened = 0, not number  # the first is killed anywhere, also while it makes the workspace
            while not (child and opened):
                told = _told(zygote.stdout)
                child = told.get("pid", child)
                opened |= told["what"] == "open"
                ledger.note(told)
            time.sleep(chance.uniform(0.0, longest))
            os.kill(child, signal.SIGKILL)
            last = "between"
            while (told := _told(zygote.stdout))["what"] != "gone":
                ledger.note(told)
                last = _work(told)
            ledger.kills += 1
            ledger.by_work[last] = ledger.by_work.get(last, 0) + 1
            _examine(folder, ledger)
            yield ledger
    finally:
        zygote.stdin.close()
        zygote.wait()
        zygote.stdout.close()


def _work(told: dict[str, Any]) -> str:
    """What the worker was doing after it said this."""
    if told["what"] != "trying":
        return "between"
    return str(told.get("index") or ("remove" if "remove" in told else "import or change"))


def _told(lines: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lines.readline())
    return found


def _examine(folder: Path, ledger: Ledger) -> None:
    """Nothing acknowledged is lost, the next command works, the doctor says all is well or repairs it."""
    from claimcheck.flows.doctor.workspace import examine_workspace
    from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
    from claimcheck.store import Store
    from tests.fakes import HashingEncoder

    encoder = HashingEncoder(64)
    with Store.open(folder, create=True, write=True) as store:
        stored = {review.id: review.claim_reviewed for review in store.reviews()}
        ledger.hold(stored)
        with open_retriever(store, folder / INDEX_FOLDER, encoder) as retriever:
            assert len(retriever) == len(stored)
            for name in list(stored)[-3:]:
                assert name in {hit.review_id for hit in retriever.search([stored[name]], 3)[0]}
    wrong = [each for each in examine_workspace(folder, lambda: encoder, repair=True) if not each.well]
    assert not wrong, wrong
