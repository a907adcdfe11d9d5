"""Killing a writer loses nothing it was told is written."""

import random
import subprocess
import sys
import time
from pathlib import Path

from claimcheck.store import Store

REPOSITORY = Path(__file__).resolve().parents[2]
ROUNDS = 12

WRITER = """
import sys
from pathlib import Path
from claimcheck.records import Article, Assertion, Claim, ClaimKind, ClaimReview, Role, Span
from claimcheck.store import Store

folder, round = Path(sys.argv[1]), sys.argv[2]
with Store.open(folder, create=True, write=True) as store:
    print("open", flush=True)
    for number in range(100_000):
        name = f"{round}-{number}"
        store.put_reviews([ClaimReview(id="r" + name, claim_reviewed=name, publisher="desk")])
        print("review r" + name, flush=True)
        claim = Claim("c" + name, "a" + name, (Span(0, 1),), (name[:1],), name, Assertion.ASSERTED, ClaimKind.EVENT,
                      Role.BODY, "en", True, 0.5)
        store.record_split(Article(id="a" + name, text=name, blocks=(), language="en"), [claim])
        print("claim c" + name, flush=True)
        store.edit_claim("c" + name, author="Kim", text="edited " + name)
        print("edit c" + name, flush=True)
"""


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(7)
    acknowledged: list[str] = []
    midway = 0
    for number in range(ROUNDS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
        )
        assert writer.stdout is not None
        if number:  # the first is killed anywhere, also while it makes the workspace
            assert writer.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0.02, 0.3))
        writer.kill()
        lines = [line.rstrip("\n") for line in writer.stdout if line.endswith("\n") and line != "open\n"]
        writer.wait()
        acknowledged += lines
        midway += bool(lines)
        with Store.open(tmp_path, create=True, write=True) as store:
            assert store.find_faults() == []
            reviews = {review.id for review in store.iter_reviews()}
            claims = {stored.claim.id: stored for stored in store.claims()}
        for line in acknowledged:
            what, identifier = line.split()
            if what == "review":
                assert identifier in reviews
            elif what == "claim":
                assert identifier in claims
            else:
                assert (claims[identifier].author, claims[identifier].version) == ("Kim", 2)
        assert len(reviews) <= sum(line.startswith("review") for line in acknowledged) + number + 1
    assert midway >= ROUNDS - 2
    assert len(acknowledged) > ROUNDS
