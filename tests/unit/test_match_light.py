"""What a look-up loads: a process of its own, on the bundled encoder."""

import subprocess
import sys

from claimcheck.records import ClaimReview
from claimcheck.store import Store

HEAVY = ["torch", "sentence_transformers", "transformers", "polars", "label_studio_sdk", "lxml"]
CODE = """
import sys
from claimcheck.workspace import Workspace
with Workspace.open({folder!r}) as desk:
    ((match, *_),) = desk.lookup(["Gold is a heavy metal"])
print(match.review.id, [name for name in {heavy!r} if name in sys.modules])
"""


def test_a_look_up_loads_none_of_the_heavy_libraries(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews([ClaimReview("r1", "Gold is a heavy metal", "desk", language="en")])

    done = subprocess.run(
        [sys.executable, "-c", CODE.format(folder=str(tmp_path), heavy=HEAVY)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["r1", "[]"]
