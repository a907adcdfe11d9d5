"""``settle``: what the verdicts of a workspace come to, claim by claim; and what did not count, by reason."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.agree import by_claim, counted_verdicts, settle, too_thin
from claimcheck.records import Claim, ClaimStatus, Consensus, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = [
    "Settlement",
    "find_consensuses",
    "is_dropped",
    "judged_wording",
    "justifications",
    "only_skips",
    "settle_verdicts",
]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Consensuses in claim order, the verdicts they rest on, the skips beside them, and what did not count.

    ``not_counted`` counts verdicts by reason, each a phrase that follows its number. ``method`` is the one asked for;
    ``thin`` says why there was too little for it, so that all was settled by votes.
    """

    consensuses: tuple[Consensus, ...]
    counted: tuple[Verdict, ...]
    skips: tuple[Verdict, ...]
    not_counted: Mapping[str, int]
    method: str = "majority"
    thin: str | None = None

    @property
    def settled_by(self) -> Mapping[str, int]:
        """How many claims each method settled or left tied, by its name in the data."""
        return dict(sorted(Counter(each.method for each in self.consensuses).items()))

    @property
    def ties(self) -> int:
        """How many of the claims are tied."""
        return sum(each.label is None for each in self.consensuses)


def is_dropped(store: "Store", stored: "StoredClaim") -> bool:
    """Whether a person took the claim out of the desk's work, also where a later split superseded it."""
    if stored.status is not ClaimStatus.SUPERSEDED:
        return stored.status is ClaimStatus.DROPPED
    decisions = [event.what for event in store.events(stored.claim.id) if event.what in ("dropped", "restored")]
    return decisions[-1:] == ["dropped"]


def judged_wording(claim: Claim, counted: Sequence[Verdict]) -> str:
    """The wording that the counted verdicts on the claim are about: as annotators saw it, not as edited since."""
    saw = next((each.wording for each in counted if each.wording), None)
    cut = saw is not None and saw.endswith("…") and _words(claim.text).startswith(_words(saw[:-1]))
    return claim.text if saw is None or cut or _words(saw) == _words(claim.text) else saw


def justifications(consensus: Consensus, counted: Sequence[Verdict]) -> tuple[str, ...]:
    """What those among the claim's counted verdicts that gave the settled label say, oldest first, each text once.

    Empty for a tie.
    """
    theirs = (each for each in counted if each.label is consensus.label)
    oldest_first = sorted(theirs, key=lambda verdict: (verdict.decided_at.isoformat(), verdict.annotation_id))
    texts = ((verdict.justification or "").strip() for verdict in oldest_first)
    return tuple(dict.fromkeys(text for text in texts if text))


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _read(store: "Store", claim_ids: Collection[str] | None = None) -> list[Verdict]:
    """The verdicts as they are now, each with ``sample`` also where only its article is one."""
    real = {(v.server, v.annotation_id) for v in store.verdicts(claim_ids=claim_ids, samples=False)}
    everything = store.verdicts(claim_ids=claim_ids, samples=True)
    return [v if v.sample or (v.server, v.annotation_id) in real else replace(v, sample=True) for v in everything]


def _settle(verdicts: Sequence[Verdict], scheme: Scheme | None, *, samples: bool, method: str) -> Settlement:
    really_judged = {verdict.claim_id for verdict in verdicts if not verdict.sample and not verdict.skipped}
    not_counted: Counter[str] = Counter()
    eligible: list[Verdict] = []
    for verdict in verdicts:
        if verdict.sample and (not samples or verdict.claim_id in really_judged):
            not_counted["sample verdicts"] += 1
        elif scheme and verdict.label is not None and scheme.choice(verdict.label) is None:
            not_counted["verdicts with a label outside the scheme"] += 1
        else:
            eligible.append(verdict)
    skips = tuple(verdict for verdict in eligible if verdict.skipped)
    given = counted_verdicts(eligible)
    latest = {each.claim_id: _words(each.wording) for each in sorted(given, key=lambda each: each.decided_at)}
    counted = [each for each in given if _words(each.wording) == latest[each.claim_id]]
    not_counted["verdicts on an earlier wording"] += len(given) - len(counted)
    not_counted["skips"] += len(skips)
    labelled = [each for each in eligible if not each.skipped]
    for reason, adjudicated in (
        ("verdicts replaced by the same annotator's newer one", False),
        ("adjudicated verdicts replaced by a newer one", True),
    ):
        replaced = sum(each.adjudicated is adjudicated for each in labelled)
        not_counted[reason] += replaced - sum(each.adjudicated is adjudicated for each in given)
    real = any(not each.sample for each in counted)
    blind = by_claim(each for each in counted if not each.adjudicated and not (each.sample and real))
    return Settlement(
        consensuses=tuple(settle(counted, method=method)),
        counted=tuple(counted),
        skips=skips,
        not_counted={reason: count for reason, count in sorted(not_counted.items()) if count},
        method=method,
        thin=too_thin(blind) if method == "dawid-skene" else None,
    )


def find_consensuses(
    store: "Store",
    scheme: Scheme | None = None,
    *,
    samples: bool = False,
    claim_ids: Collection[str] | None = None,
    method: str | None = None,
) -> Settlement:
    """Settle the verdicts as they are now, without writing anything; by the ``method`` last used where none is given.

    A sample verdict never counts beside a real one: it is set aside. A claim with sample verdicts alone settles to a
    sample, which is given only with ``samples``. With a ``scheme``, labels it does not offer do not count. What other
    claims teach of annotators counts for ``claim_ids`` too.

    Raises:
        MethodUnknown: there is no such method.
        ExtraMissing: the method's library is not installed.
    """
    with store.snapshot():
        method = method or store.settle_method()
        verdicts = _read(store, claim_ids if method == "majority" else None)
    found = _settle(verdicts, scheme, samples=samples, method=method)
    if claim_ids is None or method == "majority":
        return found
    wanted = set(claim_ids)
    return replace(
        found,
        consensuses=tuple(each for each in found.consensuses if each.claim_id in wanted),
        counted=tuple(each for each in found.counted if each.claim_id in wanted),
        skips=tuple(each for each in found.skips if each.claim_id in wanted),
    )


def settle_verdicts(
    store: "Store", scheme: Scheme | None = None, *, samples: bool = False, method: str | None = None
) -> Settlement:
    """Settle every claim's verdicts and keep the result in place of what was settled before.

    Samples are settled and kept too, marked as such; they are among what is returned only with ``samples``. The
    ``method`` is that of later exports too; the one last used where none is given.

    Raises:
        MethodUnknown: there is no such method.
        ExtraMissing: the method's library is not installed.
    """
    with store.transaction():
        method = method or store.settle_method()
        verdicts = _read(store)
        everything = _settle(verdicts, scheme, samples=True, method=method)
        store.put_consensus(everything.consensuses, method=method)
    return everything if samples else _settle(verdicts, scheme, samples=False, method=method)


def only_skips(count: int) -> str:
    """That nobody gave a verdict, of so many who answered.

    >>> only_skips(2)
    'all 2 answers are skips'
    """
    return "the only answer is a skip" if count == 1 else f"all {count:,} answers are skips"
