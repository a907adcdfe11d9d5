"""The splitter's scores, counted by hand and against the reference program."""

import json
from pathlib import Path

import pytest

from claimcheck.errors import GoldInvalid, GoldSourceChanged, GoldSourceMissing
from claimcheck.flows.bench_split import bench_split
from claimcheck.flows.split_gold import read_split_gold
from claimcheck.metrics.splitting import GoldClaim, SplitCounts, score_page, split_figures
from claimcheck.records import Assertion, Claim, ClaimDate, ClaimKind, Role, Span
from claimcheck.split import RuleSplitter

SENTENCE = "kiel kaufte hundert busse am montag sagte anna huber die stadt schweigt"
BODY = SENTENCE.split()
GOLD = Path(__file__).parent.parent / "quality" / "gold"


def claim(evidence: str, **changes: object) -> Claim:
    given: dict[str, object] = {
        "id": evidence,
        "article_id": "a",
        "spans": (Span(0, 1),),
        "evidence": (evidence,),
        "text": evidence,
        "assertion": Assertion.ASSERTED,
        "kind": ClaimKind.EVENT,
        "role": Role.BODY,
        "language": "de",
        "checkable": True,
        "score": 0.5,
    }
    return Claim(**{**given, **changes})  # type: ignore[arg-type]


def test_precision_coverage_speaker_and_day_are_those_counted_by_hand() -> None:
    gold = [
        GoldClaim("required", "Kiel kaufte 100 Busse.", frozenset(range(4)), "Anna Huber", "2023-04-10"),
        GoldClaim("required", "Niemand weiß es.", frozenset()),
        GoldClaim("reject", "Die Stadt schweigt.", frozenset({9, 10, 11})),
    ]
    offered = [
        claim("Kiel kaufte hundert Busse", speaker="Huber", date=ClaimDate("2023-04-10", "day")),
        claim("Die Stadt schweigt", needs_context=True),
        claim("Alle Cookies annehmen"),
        claim("Nirgends"),
    ]

    counts = score_page(BODY, ["alle cookies annehmen jetzt"], gold, offered, [])
    figures = split_figures("page", counts)

    assert (counts.good, counts.found, counts.rejects_kept, counts.leaked, counts.outside) == (1, 1, 1, 1, 1)
    assert (figures.precision, figures.coverage, figures.f1) == (0.25, 0.5, pytest.approx(1 / 3))
    assert (figures.speaker_f1, figures.day_f1, figures.rejected_kept, figures.needs_context) == (1, 1, 1, 0.25)


def test_the_higher_overlap_wins_and_each_claim_matches_once() -> None:
    gold = [GoldClaim("required", "x", frozenset(range(4)))]
    offered = [claim("kiel kaufte hundert busse am montag"), claim("kiel kaufte hundert busse")]

    counts = score_page(BODY, [], gold, offered, [])

    assert (counts.good, counts.matched, counts.offered) == (1, 1, 2)


def test_a_claim_from_behind_the_end_of_annotation_does_not_count() -> None:
    assert score_page(BODY, [], [], [claim("es regnet weiter")], ["es", "regnet", "weiter"]).offered == 0


def test_nothing_offered_and_nothing_wanted_gives_zeros() -> None:
    figures = split_figures("page", SplitCounts())

    assert (figures.precision, figures.coverage, figures.f1, figures.text) == (0, 0, 0, 0)


def test_bench_gives_a_row_a_page_a_language_and_all() -> None:
    paths = sorted(path for path in GOLD.glob("*.json") if path.name != "halves.json")

    rows = bench_split(paths, splitter=RuleSplitter())

    assert [row.name for row in rows][: len(paths)] == [path.stem for path in paths]
    assert rows[-1].name == "all"
    assert rows[-1].offered == sum(row.offered for row in rows[: len(paths)])
    assert bench_split([], splitter=RuleSplitter()) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"source": 3}', "{", "[1]", '{"source": "a.txt", "sha256": "0"}'])
def test_a_file_that_is_no_gold_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content)

    with pytest.raises((GoldInvalid, GoldSourceMissing)) as raised:
        read_split_gold(path)

    assert "\n" not in str(raised.value)
    assert "gold.json" in str(raised.value)


def test_a_page_that_changed_under_its_gold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Neu.")
    (tmp_path / "gold.json").write_text(json.dumps({"source": "page.txt", "sha256": "0" * 64}))

    with pytest.raises(GoldSourceChanged):
        read_split_gold(tmp_path / "gold.json")
