"""Splits that do not leak: what belongs together stays on one side, and the report recounts that it does.

Claims belong together that stand in one article, go back to one past check, or are near-duplicates; and what those
belong with. A past check binds the claims that it was shown for unless all who were asked called it unrelated, or
nobody was and it was no more than related by its words: such leads are shown for many a claim and would tie nearly all
together; how many stand on two sides is counted.

Groups are dealt out so that sizes, labels and languages come out as asked, the largest groups first. With ``temporal``,
days decide instead: training is strictly earlier than what it is tested on.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from claimcheck.dataset.groups import Groups, Pair, group_items
from claimcheck.dataset.leakage import LeakageReport, Split, SplitItem
from claimcheck.errors import SplitImpossible, SplitInvalid
from claimcheck.records import Relation

__all__ = ["SIDES", "binds", "parse_shares", "split_items"]

SIDES = {2: ("train", "test"), 3: ("train", "dev", "test")}
"""What two parts and three parts are called, in the order they are asked for."""


def parse_shares(text: str) -> dict[str, float]:
    """The share of each side, from two or three numbers that sum to 100 (or to 1).

    >>> parse_shares("80/10/10")
    {'train': 0.8, 'dev': 0.1, 'test': 0.1}

    Raises:
        SplitInvalid: it is something else.
    """
    try:
        numbers = [float(part) for part in text.split("/")]
    except ValueError:
        raise SplitInvalid(text) from None
    whole = sum(numbers)
    if len(numbers) not in SIDES or not all(0 < each < 100 for each in numbers) or round(whole, 6) not in (1, 100):
        raise SplitInvalid(text)
    return {side: number / whole for side, number in zip(SIDES[len(numbers)], numbers, strict=True)}


def binds(*, same: int, related: int, unrelated: int, relation: str | None) -> bool:
    """Whether a past check ties the claims it was shown for, by how many called it what, and by its words' relation.

    >>> binds(same=0, related=0, unrelated=2, relation="same"), binds(same=0, related=0, unrelated=0, relation="same")
    (False, True)
    """
    if same or related or unrelated:
        return bool(same or related)
    return relation not in (None, Relation.RELATED.value)


def split_items(
    items: Sequence[SplitItem],
    shares: Mapping[str, float],
    *,
    near: Iterable[Pair] = (),
    seed: int = 0,
    temporal: bool = False,
) -> Split:
    """Put each claim on a side of ``shares`` (in their order, the earliest first with ``temporal``).

    ``near`` are pairs of near-duplicates, by place in ``items``. The order of ``items`` does not matter, only ``seed``.

    Raises:
        SplitImpossible: a side would stay empty, or a claim is given twice.
    """
    twice = [claim for claim, count in Counter(each.claim_id for each in items).items() if count > 1]
    if twice:
        raise SplitImpossible(f"claim {twice[0]} is there twice", "take one row a claim, also where exports are merged")
    if len(items) < len(shares):
        raise SplitImpossible(f"there are {len(items)} claims for {len(shares)} sides", "annotate more claims")
    pairs = list(near)
    groups = group_items(items, pairs)
    cuts: tuple[date, ...] = ()
    straddling = 0
    left_out: Counter[str] = Counter()
    if temporal:
        cuts = _cuts(items, shares)
        sides, straddling, left_out = _by_day(items, groups, cuts, tuple(shares))
    else:
        sides = _dealt(items, groups, shares, seed)
    empty = [side for side in shares if side not in sides]
    if empty:
        bonds = ", ".join(f"{count} by {what}" for what, count in sorted(groups.joined.items())) or "none"
        raise SplitImpossible(
            f"nothing is left for {empty[0]}: the {len(items)} claims make {len(groups.members)} groups, the largest "
            f"of {groups.largest} (joined: {bonds})",
            "ask for other shares, or annotate claims of more articles",
        )
    report = replace(
        _report(items, shares, groups, sides, pairs),
        seed=None if temporal else seed,
        cuts=cuts,
        straddling=straddling,
        left_out=dict(sorted(left_out.items())),
    )
    return Split({item.claim_id: side for item, side in zip(items, sides, strict=True)}, report)


def _dealt(items: Sequence[SplitItem], groups: Groups, shares: Mapping[str, float], seed: int) -> list[str | None]:
    """A side for each item: groups go where they bring counts nearest to those asked, by chi-squared, largest first.

    Counted are all claims, each label, each language and each pair of the two.
    """
    traits: list[tuple[Hashable, ...]] = [
        ("", item.label or "tie", f"·{item.language}", (item.label, item.language)) for item in items
    ]
    whole = Counter(trait for each in traits for trait in each)
    wanted = {side: {trait: share * count for trait, count in whole.items()} for side, share in shares.items()}
    so_far: dict[str, Counter[Hashable]] = {side: Counter() for side in shares}
    order = sorted(groups.members, key=lambda members: min(items[each].claim_id for each in members))
    Random(seed).shuffle(order)
    order.sort(key=len, reverse=True)
    sides: list[str | None] = [None] * len(items)
    for members in order:
        added = Counter(trait for each in members for trait in traits[each])

        def cost(side: str, added: Counter[Hashable] = added) -> float:
            want, have = wanted[side], so_far[side]
            return sum(more * (more - 2 * (want[trait] - have[trait])) / want[trait] for trait, more in added.items())

        chosen = min(shares, key=cost)
        so_far[chosen].update(added)
        for each in members:
            sides[each] = chosen
    return sides


def _cuts(items: Sequence[SplitItem], shares: Mapping[str, float]) -> tuple[date, ...]:
    """The first day of each side but the first: where the dated claims part most nearly as asked."""
    counts = Counter(each.day for each in items if each.day is not None)
    days = sorted(counts)
    if len(days) < len(shares):
        raise SplitImpossible(
            f"the dated claims are of {len(days)} days, {len(shares)} sides in time need one each",
            "give articles their date (split --published), or split without --temporal",
        )
    before, earlier = {}, 0
    for day in days:
        before[day] = earlier
        earlier += counts[day]
    cuts: list[date] = []
    target = 0.0
    for place, share in enumerate(list(shares.values())[:-1]):
        target += share
        later = len(shares) - place - 2  # sides after the next one, which need a day each
        free = [day for day in days[1 : len(days) - later] if not cuts or day > cuts[-1]]
        cuts.append(min(free, key=lambda day: (abs(before[day] - target * earlier), day)))
    return tuple(cuts)


def _by_day(
    items: Sequence[SplitItem], groups: Groups, cuts: Sequence[date], names: Sequence[str]
) -> tuple[list[str | None], int, Counter[str]]:
    """Each item's side by its day; of a group that straddles a cut only the larger part, the later of equal ones."""
    own = [None if item.day is None else sum(item.day >= cut for cut in cuts) for item in items]
    left_out = Counter({"claims without a date": sum(each is None for each in own)})
    straddling = 0
    for members in groups.members:
        parts = Counter(place for each in members if (place := own[each]) is not None)
        if len(parts) > 1:
            straddling += 1
            kept = max(parts, key=lambda place: (parts[place], place))
            left_out["claims of groups that straddle a cut"] += sum(parts.values()) - parts[kept]
            for each in members:
                own[each] = kept if own[each] == kept else None
    return [None if each is None else names[each] for each in own], straddling, +left_out


def _report(
    items: Sequence[SplitItem],
    shares: Mapping[str, float],
    groups: Groups,
    sides: Sequence[str | None],
    pairs: Sequence[Pair],
) -> LeakageReport:
    articles: dict[str, set[str]] = defaultdict(set)
    checks: dict[str, set[str]] = defaultdict(set)
    leads: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, Counter[str]] = {side: Counter() for side in shares}
    languages: dict[str, Counter[str]] = {side: Counter() for side in shares}
    for item, side in zip(items, sides, strict=True):
        if side is None:
            continue
        articles[item.article_id].add(side)
        for check in item.checks:
            checks[check].add(side)
        for check in item.leads:
            leads[check].add(side)
        labels[side][item.label or "tie"] += 1
        languages[side][item.language] += 1
    across = sum(None not in both and len(both) > 1 for both in ({sides[one], sides[two]} for one, two, _ in pairs))
    return LeakageReport(
        asked=dict(shares),
        sizes={side: sum(each == side for each in sides) for side in shares},
        labels={side: dict(sorted(counts.items())) for side, counts in labels.items()},
        languages={side: dict(sorted(counts.items())) for side, counts in languages.items()},
        groups=len(groups.members),
        largest=groups.largest,
        joined=groups.joined,
        shared_articles=sum(len(each) > 1 for each in articles.values()),
        shared_checks=sum(len(each) > 1 for each in checks.values()),
        near_duplicates=across,
        shared_leads=sum(len(leads[each] | checks.get(each, set())) > 1 for each in leads),
    )
