"""``export --split``: claims onto sides that share no article, no past check and no near-duplicate.

Near-duplicates are the same words, or a meaning as close as that of two past checks that may say the same; whether a
number or a name differs does not matter here: who has seen the one has seen most of the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimcheck.dataset import NearestPair, Split, SplitItem, split_items
from claimcheck.duplicates import link_near, nearest_across, same_words
from claimcheck.flows.near_duplicates import LEAST
from claimcheck.match import Encodes, encode_all
from claimcheck.progress import Progress, as_many, plural, unseen

__all__ = ["SplitWish", "split_claims", "tell_split"]


@dataclass(frozen=True, slots=True)
class SplitWish:
    """How to split: ``shares`` by side in their order, as ``dataset.parse_shares`` reads them.

    ``temporal`` trains strictly before it tests. ``least`` is the cosine from which two claims are near-duplicates.
    """

    shares: dict[str, float] = field(default_factory=dict)
    seed: int = 0
    temporal: bool = False
    least: float = LEAST


def split_claims(
    items: Sequence[SplitItem], texts: Sequence[str], wish: SplitWish, encoder: Encodes, *, progress: Progress = unseen
) -> Split:
    """Each claim's side, and the report with the closest pair across sides; ``texts`` are the items' claims.

    The same claims, wish and encoder give the same split, in whatever order they come. Claims in languages that the
    encoder does not know are near-duplicates by their words alone, and counted.

    Raises:
        SplitImpossible: as ``dataset.split_items``.
    """
    order = sorted(range(len(items)), key=lambda place: items[place].claim_id)
    items, texts = [items[place] for place in order], [texts[place] for place in order]
    first: dict[str, int] = {}
    words = [same_words(text) for text in texts]
    near = [
        (there, place, 1.0) for place, each in enumerate(words) if (there := first.setdefault(each, place)) != place
    ]
    places = [place for place in first.values() if _known(items[place], encoder)]
    vectors = encode_all([texts[place] for place in places], encoder, progress)
    progress("comparing claims", 0, len(places))
    near += [(places[one], places[other], cosine) for one, other, cosine in link_near(vectors, wish.least)]
    progress("comparing claims", len(places), len(places))
    split = split_items(items, wish.shares, near=near, seed=wish.seed, temporal=wish.temporal)
    sides = {side: number for number, side in enumerate(wish.shares)}
    where: dict[str, str] = {}  # a wording's side; of a temporal split, that of those who are on one
    for item, each in zip(items, words, strict=True):
        if side := split.sides[item.claim_id]:
            where[each] = side
    closest = nearest_across(vectors, [sides.get(where.get(words[place], ""), -1) for place in places])

    def nearest(found: tuple[int, int, float]) -> NearestPair:
        one, other = places[found[0]], places[found[1]]
        return NearestPair(
            claims=(items[one].claim_id, items[other].claim_id),
            texts=(texts[one], texts[other]),
            sides=(where[words[one]], where[words[other]]),
            similarity=found[2],
        )

    report = replace(
        split.report,
        threshold=wish.least,
        by_words_alone=sum(not _known(each, encoder) for each in items),
        nearest=None if closest is None else nearest(closest),
    )
    return Split(split.sides, report)


def _known(item: SplitItem, encoder: Encodes) -> bool:
    """Whether the encoder can compare the claim; one that does not say its languages is taken to know all."""
    return not encoder.languages or item.language in encoder.languages


def tell_split(split: Split) -> list[str]:
    """What a person should know of a split, a line each: sizes, bonds, what is left out, and how close sides come."""
    report = split.report
    whole = sum(report.sizes.values())
    sizes = ", ".join(
        f"{side} {size} ({size / whole:.1%}, asked {report.asked[side]:.0%})" for side, size in report.sizes.items()
    )
    lines = [f"split: {sizes}"]
    if report.cuts:
        later = list(report.sizes)[1:]
        lines.append(
            "in time: " + ", ".join(f"{side} from {day}" for side, day in zip(later, report.cuts, strict=True))
        )
    bonds = ", ".join(f"{count} by {what}" for what, count in sorted(report.joined.items())) or "none"
    lines.append(
        f"{plural(report.groups, 'group')} of claims that belong together, the largest of {report.largest}; joined: "
        f"{bonds}"
    )
    lines += [f"on no side: {as_many(count, reason)}" for reason, count in sorted(report.left_out.items())]
    lines.append(
        f"on two sides: {plural(report.shared_articles, 'article')}, "
        f"{plural(report.shared_checks, 'past check')}, {plural(report.near_duplicates, 'near-duplicate')}"
    )
    if report.shared_leads:
        lines.append(
            f"{as_many(report.shared_leads, 'past checks that were')} mere leads (unrelated, or related by words) on "
            "two sides"
        )
    if report.by_words_alone:
        lines.append(
            f"{plural(report.by_words_alone, 'claim')} in languages the encoder does not know: compared by words alone"
        )
    if report.nearest:
        near = report.nearest
        quoted = " / ".join(f"{side} “{text}”" for side, text in zip(near.sides, near.texts, strict=True))
        lines.append(f"closest across sides: {near.similarity:.2f} (together from {report.threshold:.2f}): {quoted}")
    return lines
