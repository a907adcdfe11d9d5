"""``agreement``: how far a workspace's annotators agree, over all and by label, language, kind, outlet and pair.

Blind answers count, each person's newest on the wording judged last; never adjudicated ones, and samples never beside
real ones. Claims carry no topic: what kind of statement a claim is and which outlet brought it stand in for one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median
from typing import TYPE_CHECKING

from claimcheck.agree import (
    LABELS,
    Anchoring,
    Answers,
    ArmAnswer,
    LabelFigures,
    Measures,
    PairFigures,
    PersonFigures,
    answers_of,
    by_label,
    by_pair,
    by_person,
    confusion,
    find_anchoring,
    judged_in_sight,
    measure,
    person_of,
)
from claimcheck.dataset import pseudonym
from claimcheck.flows.settle import Settlement, find_consensuses, is_dropped, only_skips
from claimcheck.progress import plural
from claimcheck.records import ClaimStatus, Label, Verdict
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["GROUPS", "AgreementReport", "PersonRow", "find_agreement", "find_arms"]

GROUPS = ("language", "kind", "outlet", "article")
"""What claims can be grouped by."""

_UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An annotator's figures beside how they worked: skips, the median seconds an answer took, the mean confidence."""

    figures: PersonFigures
    skips: int
    seconds: float | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How far annotators agree. ``why`` says why there is nothing to measure; all figures are then empty.

    ``groups`` has by what, then by group the figures; ``confusion`` counts pairs of answers to one claim by their
    labels. ``remarks`` are lines that a reader of the figures must know; ``not_counted`` counts verdicts by reason.
    """

    claims: int
    answers: int
    overall: Measures | None
    labels: tuple[LabelFigures, ...]
    groups: Mapping[str, Mapping[str, Measures]]
    pairs: tuple[PairFigures, ...]
    people: tuple[PersonRow, ...]
    confusion: Mapping[tuple[Label, Label], int]
    scale: tuple[Label, ...]
    remarks: tuple[str, ...]
    not_counted: Mapping[str, int]
    why: str | None


def find_agreement(
    store: "Store",
    scheme: Scheme,
    *,
    by: Collection[str] = GROUPS[:3],
    samples: bool = False,
    pseudonyms: bool = False,
    seed: int = 0,
) -> AgreementReport:
    """Measure agreement on the verdicts as they are now, intervals by claims drawn with ``seed``.

    ``by`` names some of ``GROUPS``. With ``samples`` sample verdicts alone are measured. Annotators are named as they
    are, or by the names they have in exports.
    """
    with store.snapshot():
        settlement, claims = _counted(store, scheme, samples=samples)
        outlets = {each.claim.article_id: each for each in claims.values()} if "outlet" in by else {}
        outlet = {article_id: store.article(article_id).outlet or _UNKNOWN for article_id in outlets}
        key = store.pseudonym_key()
    answers = answers_of(settlement.counted, samples=samples)
    blind = [each for each in settlement.counted if not each.adjudicated and each.sample is samples]
    skips = [each for each in settlement.skips if each.sample is samples and not each.adjudicated]
    names = {person: pseudonym(person, key) for person in answers.people} if pseudonyms else _names(blind)
    why = _nothing(answers, skips, samples=samples)
    keys: dict[str, Callable[[StoredClaim], str]] = {
        "language": lambda each: each.claim.language,
        "kind": lambda each: each.claim.kind.value,
        "outlet": lambda each: outlet[each.claim.article_id],
        "article": lambda each: each.claim.article_id,
    }
    groups = {}
    for what in [each for each in GROUPS if each in by and not why]:
        parts = answers.grouped({claim_id: keys[what](stored) for claim_id, stored in claims.items()})
        groups[what] = {
            name: measure(part, scale=scheme.scale, seed=seed) for name, part in parts.items() if len(part.counts())
        }
    return AgreementReport(
        claims=len(answers.claims),
        answers=len(answers),
        overall=None if why else measure(answers, scale=scheme.scale, seed=seed),
        labels=() if why else tuple(by_label(answers, seed=seed)),
        groups=groups,
        pairs=() if why else tuple(_named_pair(each, names) for each in by_pair(answers, seed=seed)),
        people=tuple(_person_rows(answers, blind, skips, names)),
        confusion={} if why else _confused(answers),
        scale=scheme.scale,
        remarks=tuple(_remarks(blind)),
        not_counted=settlement.not_counted,
        why=why,
    )


def _counted(store: "Store", scheme: Scheme, *, samples: bool) -> tuple[Settlement, dict[str, "StoredClaim"]]:
    """The verdicts that count, those on dropped claims taken out and counted, and the claims they are on."""
    settlement = find_consensuses(store, scheme, samples=samples, method="majority")
    judged = {each.claim_id for each in (*settlement.counted, *settlement.skips)}
    stored = store.claims(ids=judged, statuses=set(ClaimStatus))
    claims = {each.claim.id: each for each in stored if not is_dropped(store, each)}
    kept = tuple(each for each in settlement.counted if each.claim_id in claims)
    not_counted = {
        **settlement.not_counted,
        "verdicts on dropped claims": len(settlement.counted) - len(kept),
        "adjudicated verdicts": sum(each.adjudicated for each in kept),
    }
    found = replace(
        settlement,
        counted=kept,
        skips=tuple(each for each in settlement.skips if each.claim_id in claims),
        not_counted={reason: count for reason, count in sorted(not_counted.items()) if count},
    )
    return found, claims


def _nothing(answers: Answers, skips: Sequence[Verdict], *, samples: bool) -> str | None:
    """Why there is no agreement to measure, with what to do; None where there is."""
    if not len(answers):
        if skips:
            return f"{only_skips(len(skips))}: there is no verdict to compare"
        more = "" if samples else ", or --samples"
        return f"no verdicts to compare: claimcheck pull{more}"
    if len(answers.people) == 1:
        return (
            f"{'the only verdict is' if len(answers) == 1 else f'all {len(answers)} verdicts are'} one annotator's: "
            "agreement takes a second (claimcheck assign --overlap 2)"
        )
    if not len(answers.counts()):
        return (
            f"{len(answers.people)} annotators judged {len(answers.claims)} claims, none of them in common: there is "
            "no agreement to measure (claimcheck assign --overlap 2)"
        )
    return None


def _names(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """What each person is called: as the server names them, with the server where two go by one name."""
    called = {person_of(each): each.annotator for each in verdicts}
    often = Counter(called.values())
    return {person: name if often[name] == 1 else person for person, name in called.items()}


def _named_pair(pair: PairFigures, names: Mapping[str, str]) -> PairFigures:
    one, other = pair.people
    return replace(pair, people=(names[one], names[other]))


def _person_rows(
    answers: Answers, blind: Sequence[Verdict], skips: Sequence[Verdict], names: Mapping[str, str]
) -> list[PersonRow]:
    seconds, confidence = defaultdict(list), defaultdict(list)
    for each in blind:
        if each.seconds is not None:
            seconds[person_of(each)].append(each.seconds)
        if each.confidence is not None:
            confidence[person_of(each)].append(each.confidence)
    skipped = Counter(person_of(each) for each in skips)
    return [
        PersonRow(
            figures=replace(each, person=names[each.person]),
            skips=skipped[each.person],
            seconds=median(seconds[each.person]) if seconds[each.person] else None,
            confidence=fmean(confidence[each.person]) if confidence[each.person] else None,
        )
        for each in by_person(answers)
    ]


def _confused(answers: Answers) -> dict[tuple[Label, Label], int]:
    table = confusion(answers)
    return {
        (one, other): int(table[row, column])
        for row, one in enumerate(LABELS)
        for column, other in enumerate(LABELS)
        if row <= column and table[row, column]
    }


def _remarks(blind: Sequence[Verdict]) -> list[str]:
    """What a reader must know of how the answers came about."""
    projects: dict[str, set[int]] = defaultdict(set)
    numbered: dict[str, set[str]] = defaultdict(set)
    for each in blind:
        projects[each.server].add(each.project_id)
        if "@" not in each.annotator:
            numbered[each.server].add(each.annotator)
    together, found = judged_in_sight(blind), list[str]()
    if together:
        found.append(
            f"{plural(together, 'claim was', 'claims were')} judged by several annotators in one project, where each "
            "can see the others' answers: their agreement is not blind"
        )
    if any(len(each) > 1 for each in projects.values()):
        found.append(
            "blind by arrangement only: on Label Studio's Community edition everyone who can log in can open every "
            "project"
        )
    if len(numbered) > 1:
        found.append(
            f"annotators known by number on {len(numbered)} servers count as different people: where one person worked "
            "on two, give them an e-mail address there"
        )
    return found


def find_arms(store: "Store", scheme: Scheme, *, samples: bool = False, seed: int = 0) -> Anchoring:
    """Whether past checks moved verdicts: those with them shown against those with them hidden, on the same claims.

    Only claims count on which somebody was shown a check, and their first check's rating is what answers are held
    against, where it is still in the store and has one.
    """
    with store.snapshot():
        settlement, _ = _counted(store, scheme, samples=samples)
        given = [
            each
            for each in settlement.counted
            if each.arm is not None and not each.adjudicated and each.sample is samples and each.label is not None
        ]
        first: dict[str, str] = {}
        for each in given:
            if each.arm == "shown" and each.shown:
                first.setdefault(each.claim_id, min(each.shown, key=lambda shown: shown.rank).review_id)
        ratings = {review.id: review.rating for review in store.reviews(ids=set(first.values()))} if first else {}
    answers = [
        ArmAnswer(each.claim_id, each.arm == "shown", each.label, ratings.get(first[each.claim_id]))
        for each in given
        if each.label is not None and each.claim_id in first
    ]
    return find_anchoring(answers, scale=scheme.scale, seed=seed)
