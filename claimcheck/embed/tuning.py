"""Continue a static encoder's training on pairs a desk has confirmed, carefully: there are few of them.

What it starts from is also its teacher: how alike past checks are to one another is held where it was, so that only
what the pairs contradict moves.
"""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.embed.card import write_folder
from claimcheck.embed.encoder import Encoder
from claimcheck.embed.fitting import Plan, fit
from claimcheck.embed.static import StaticEncoder
from claimcheck.embed.vocabulary import cut_into_bags
from claimcheck.progress import Progress

__all__ = ["PLAN", "ConfirmedPair", "reciprocal_ranks", "split_pairs", "tune", "write_tuned"]

PLAN = Plan(
    steps=200, batch=256, rate=0.005, scale=20.0, contrast=1.0, imitation=0.0, geometry=100.0, dropout=0.1, topical=0.0
)
"""For a few hundred pairs. On debate sentences and past checks of CheckThat! 2022 (2B, training split: 683 pairs to
train, 221 held out, 19,250 past checks) the mean reciprocal rank went from .512 to .531, not clear of chance."""

_FILLER = 2_000  # other past checks that train along: wrong answers to the confirmed pairs


@dataclass(frozen=True, slots=True)
class ConfirmedPair:
    """A claim, and a past check that people said is of the same claim; both by id and in words."""

    claim_id: str
    claim: str
    review_id: str
    review: str


def split_pairs(
    pairs: Sequence[ConfirmedPair], *, seed: int, share: float = 0.3
) -> tuple[list[ConfirmedPair], list[ConfirmedPair]]:
    """Pairs to train on and pairs held out: about ``share`` of the claims, claims that share a past check together.

    Which claims are held out depends on the seed and their ids alone.
    """
    from claimcheck.embed.data import order_key

    group: dict[str, str] = {}

    def find(node: str) -> str:
        while group.setdefault(node, node) != node:
            node = group[node]
        return node

    for pair in pairs:
        group[find(f"claim {pair.claim_id}")] = find(f"review {pair.review_id}")
    members: dict[str, set[str]] = {}
    for pair in pairs:
        members.setdefault(find(f"claim {pair.claim_id}"), set()).add(pair.claim_id)
    wanted = round(share * sum(map(len, members.values())))
    held: set[str] = set()
    for claims in sorted(members.values(), key=lambda claims: order_key(seed, min(claims))):
        if len(held) + len(claims) <= wanted:  # a large group that would not fit trains
            held |= claims
    return [p for p in pairs if p.claim_id not in held], [p for p in pairs if p.claim_id in held]


def tune(
    encoder: StaticEncoder,
    pairs: Sequence[ConfirmedPair],
    others: Sequence[str],
    *,
    plan: Plan = PLAN,
    progress: Progress | None = None,
) -> npt.NDArray[np.float32]:
    """Token vectors that bring the pairs together; ``others`` are past checks in words, of which some train along."""
    random = np.random.default_rng(plan.seed)
    known = {pair.review for pair in pairs}
    rest = [text for text in dict.fromkeys(others) if text not in known]
    filler = [rest[place] for place in sorted(random.permutation(len(rest))[:_FILLER])]
    left = [*(pair.claim for pair in pairs), *filler]
    right = [*(pair.review for pair in pairs), *filler]
    numbers = {text: number for number, text in enumerate(dict.fromkeys(right))}
    times = max(1.0, len(filler) / max(1, len(pairs)))  # half of what is drawn is confirmed pairs
    rows, _ = fit(
        cut_into_bags(encoder.whole_tokenizer, left),
        cut_into_bags(encoder.whole_tokenizer, right),
        np.array([numbers[text] for text in right], np.int64),
        np.array([times] * len(pairs) + [1.0] * len(filler)),
        encoder.encode(list(numbers), kind="document").astype(np.float16),
        vocabulary=len(encoder.rows),
        dimension=encoder.dimension,
        plan=replace(plan, batch=min(plan.batch, len(left))),
        start=np.asarray(encoder.rows, np.float32),
        progress=progress,
    )
    return rows


def reciprocal_ranks(
    encoder: Encoder, pairs: Sequence[ConfirmedPair], corpus: Sequence[tuple[str, str]]
) -> npt.NDArray[np.float64]:
    """For each claim of the pairs, in order, one over the place of its nearest right past check among ``corpus``.

    ``corpus`` are all past checks, (id, words). Equally near ones count as before the right one.
    """
    places = {review_id: place for place, (review_id, _) in enumerate(corpus)}
    right: dict[str, list[int]] = {}
    words = {pair.claim_id: pair.claim for pair in pairs}
    for pair in pairs:
        right.setdefault(pair.claim_id, []).append(places[pair.review_id])
    stored = encoder.encode([text for _, text in corpus], kind="document")
    asked = encoder.encode([words[claim] for claim in right], kind="query")
    found = []
    for row, wanted in zip(asked, right.values(), strict=True):
        scores = stored @ row
        before = np.delete(scores, wanted) >= scores[wanted].max()
        found.append(1 / (1 + int(before.sum())))
    return np.array(found)


def write_tuned(
    out: Path, encoder: StaticEncoder, rows: npt.NDArray[np.float32], *, plan: Plan, facts: dict[str, object]
) -> str:
    """Write the tuned encoder to ``out``, whole or not at all, and replace what is there; its fingerprint."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
        made = Path(scratch) / out.name
        name = f"{encoder.name}-tuned"
        fingerprint = write_folder(made, encoder.whole_tokenizer, rows, name=name, languages=encoder.languages)
        told = {"name": name, "from": {"name": encoder.name, "fingerprint": encoder.fingerprint}, **facts}
        text = json.dumps({**told, "plan": asdict(plan)}, ensure_ascii=False, indent=1)
        (made / "training.json").write_text(text + "\n", encoding="utf-8")
        if out.exists():
            shutil.rmtree(out)
        made.rename(out)
    return fingerprint
